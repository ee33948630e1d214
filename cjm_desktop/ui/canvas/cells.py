"""One passive item for each cell of the layout."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cjm_desktop.layout.pieces import Cell, Piece
from cjm_desktop.ui.canvas import sprites
from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.long import LONG, Spread, part_width, parts
from cjm_desktop.ui.canvas.looks import LESSER, NONE, Looks
from cjm_desktop.ui.canvas.placed import (
    Patches,
    Placed,
    add_patches,
    large_first,
    paint_patches,
    play,
)
from cjm_desktop.ui.canvas.sprites import Sprite
from cjm_desktop.ui.canvas.studio import Ahead, Part, Studio
from cjm_desktop.ui.canvas.tape import Tape
from cjm_desktop.ui.canvas.torn import show_torn

CROWD = "crowd"
Z = {"footer": 1, "header": 1, "band": 2, "grid": 3, "lane": 4, "stage": 4, "free": 5}
GROUND_Z, TINT_Z = 0, 1
"""What lies under everything, and the tint over it."""
SPARE = 3
"""Pictures for each of its pieces that a long cell may keep: some are of pieces that have gone."""
OVER = 1e-6
"""How much higher a thing lies for each poster unit it is farther right, where later ones may reach
over earlier ones."""


class CellItem(QGraphicsRectItem):
    """Paints the pieces of one cell and answers to nothing: tools own the mouse."""

    def __init__(self, cell: Cell, studio: Studio, *, ground: bool = False) -> None:
        super().__init__()
        self._ground = ground
        """It paints what colours a whole lane, and nothing else; other items leave that out."""
        self._studio = studio
        known = studio.take(cell) if cell.kind == "grid" else None
        self._looks = known or Looks(cell, studio.fonts, ground=ground)
        self._swept = True
        """No more sprites are kept of pieces that have gone than may be."""
        self._long = False
        self._key = (cell.id, ground)
        """Under which its sprites are kept."""
        self._kept: set[Part] = set()
        self._tiles: dict[Part, tuple[float, tuple[Placed, ...]]] = {}
        """Where pictures of crowded parts begin, which all may move, and what they show."""
        self._width = 0.0
        """How wide such a part is, poster units; 0: each piece has its own picture."""
        self.cell = cell
        self.reach = 0.0, 0.0, 0.0, 0.0
        """The left, upper, right and lower edge of its rectangle; all 0: it is empty."""
        self.hidden = self.straight = NONE
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.level = GROUND_Z if ground else Z[cell.kind]
        """Over and under what it lies; a cell of the grid has its parent's."""
        self.setZValue(self.level)
        self._place()
        self._take_room()

    def move(self, cell: Cell) -> None:
        """Show the same pieces in a cell of another place or size."""
        old, self.cell = self.cell, cell
        if cell.x != old.x or (cell.y != old.y and cell.kind != "grid"):
            self._place()

    def _place(self) -> None:
        """Lie where the cell lies; one of the grid in its lane, which lies where it lies."""
        cell = self.cell
        self.setPos(cell.x, 0.0 if cell.kind == "grid" else cell.y)
        if cell.kind == "stage" or (cell.pieces and cell.pieces[0].kind == "face"):
            self.setZValue(self.level + cell.x * OVER)

    def take(self, cell: Cell) -> bool:
        """Show another state of the same cell, doing only what the difference needs.

        Returns:
            Whether it looks different now, wherever it lies.
        """
        old, self.cell = self.cell, cell
        self._place()
        if cell.pieces is old.pieces:
            return False
        self._look_anew()
        self._take_room()
        return True

    def lift(self, hidden: frozenset[str], straight: frozenset[str]) -> bool:
        """Leave pieces out, because something else shows them, or lay turned ones straight.

        Args:
            hidden, straight: ids of records.

        Returns:
            Whether it looks different now.
        """
        mine = {piece.record_id for piece in self.cell.pieces if piece.kind not in LESSER}
        turned = {piece.record_id for piece in self.cell.pieces if piece.turn}
        hidden, straight = hidden & mine, straight & turned
        if (hidden, straight) == (self.hidden, self.straight):
            return False
        self.hidden, self.straight = hidden, straight
        self._look_anew()
        return True

    def _look_anew(self) -> None:
        """Look as the cell is now, as it was made ready or from scratch."""
        ahead = self._studio.ahead.get(self._key)
        if ahead is not None and ahead.looks.shows(self.cell, self.hidden, self.straight):
            self._looks, sprites = ahead
        else:
            self._looks, sprites = self._made(self.cell, self.hidden, self.straight), {}
        # Of a long cell most pictures stay good: the others are looked for once they are many.
        self._swept = not self._looks.long or len(self._kept) < SPARE * len(self.cell.pieces)
        if not self._looks.long:
            self.forget()
        for part, sprite in sprites.items():
            if sprite is not None:
                self._keep(part, sprite)
        self.update()

    def _made(self, cell: Cell, hidden: frozenset[str], straight: frozenset[str]) -> Looks:
        return Looks(
            cell,
            self._studio.fonts,
            ground=self._ground,
            hidden=hidden,
            straight=straight,
            before=self._looks,
        )

    def foresee(self, cell: Cell, scale: float, seen: QRectF) -> None:
        """Make ready what it will look like with all its pieces in another state of the cell.

        Args:
            scale: pixels a poster unit.
            seen: what is to be painted then, in the coordinates of the cell.
        """
        looks = self._made(cell, NONE, self.straight)
        sprites: dict[Part, Sprite | None] = {}
        if not seen.intersects(looks.rect):
            pass
        elif not looks.long:
            if not looks.is_cheap():
                sprites[None] = self.picture(scale, looks.rect, looks.placed())
        elif not self._width:
            for one in looks.spread().within(seen):
                part = (one.tape, one.turn, 0.0, 0)
                known = self._studio.sprites.get((*self._key, part))
                if not one.light and one.shape.w <= LONG and known is None:
                    alone = one.alone()
                    sprites[part] = self.picture(scale, alone.area(), (alone,))
        self._studio.ahead[self._key] = Ahead(looks, sprites)

    def placed(self) -> tuple[Placed, ...]:
        """The cell's pieces as tapes, made when first painted."""
        found = self._looks.placed()
        if not self._swept:
            self._swept = True
            self._forget_all_but(self._looks.tapes())
        return found

    def tape(self, piece: Piece) -> Tape:
        """The tape of one of the cell's pieces, whether or not the cell shows it now."""
        return self._looks.tape(piece)

    @property
    def fonts(self) -> Fonts:
        """Who knows the letters of tapes."""
        return self._studio.fonts

    @property
    def has_patches(self) -> bool:
        """Whether what it looks like from far is at hand."""
        return self._looks.has_patches

    def patches(self) -> Patches:
        """What the cell looks like from far."""
        self.placed()
        return self._looks.patches()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint what of the cell is to be seen."""
        try:
            self.draw_seen(painter, option)
        except Exception as error:  # noqa: BLE001 - it is reported; the other cells go on
            show_torn(painter, self.rect(), error)

    def draw_seen(self, painter: QPainter, option: QStyleOptionGraphicsItem) -> None:
        """Paint the cell, or of a long one what is to be seen, piece by piece."""
        if not self._long:
            self.draw(painter)
            return
        exposed, scale = option.exposedRect, painter.worldTransform().m11()
        self.placed()
        spread = self._looks.spread()
        if not self._width or not self._studio.pace.moving:
            width = part_width(scale)
            self._width = width if spread.crowded(self.rect().width(), width) else 0.0
        if self._width:
            play(painter, spread.ground(exposed), scale)
            self._draw_tiles(painter, spread, exposed)
            return
        for one in spread.within(exposed):
            if one.light:
                play(painter, (one,), scale)
            else:
                self._draw_piece(painter, one, exposed)

    def _draw_tiles(self, painter: QPainter, spread: Spread, exposed: QRectF) -> None:
        """Paint what is crowded: all of a part as one picture."""
        for index, part in parts(self.rect(), exposed, self._width):
            name, shown = (CROWD, 0.0, self._width, index), spread.tile(part)
            if self._tiles.get(name) != (part.left(), shown):
                self._tiles[name] = part.left(), shown
                self._studio.sprites.forget((*self._key, name))
            if shown:
                self._draw(painter, name, part, shown)

    def _draw_piece(self, painter: QPainter, one: Placed, exposed: QRectF) -> None:
        """Paint a piece as a picture of its own; of a long one the parts that are to be seen."""
        painter.translate(one.x, one.y)
        alone, scale = one.alone(), painter.worldTransform().m11()
        if one.shape.w <= LONG:
            self._draw(painter, (one.tape, one.turn, 0.0, 0), alone.area(), (alone,))
        else:
            here, width = exposed.translated(-one.x, -one.y), part_width(scale)
            for index, part in parts(alone.area(), here, width):
                self._draw(painter, (one.tape, one.turn, width, index), part, (alone,))
        painter.translate(-one.x, -one.y)

    def draw(self, painter: QPainter) -> None:
        """Paint the whole cell where the painter stands."""
        if self._looks.is_cheap():
            play(painter, self.placed(), painter.worldTransform().m11())
        else:
            self._draw(painter, None, self.rect(), self.placed())

    def prepare(self, scale: float) -> bool:
        """Have a sharp sprite of the whole cell ready, if time allows.

        Returns:
            Whether `draw` will be quick and sharp.
        """
        if self._looks.is_cheap():
            return True
        known = self._studio.sprites.get((*self._key, None))
        if known is not None and known.scale == scale and known.ratio == self._studio.ratio:
            return True
        if not self._studio.pace.may_paint(known=False):
            return False
        self._render(scale, None, self.rect(), self.placed())
        return True

    def _draw(
        self, painter: QPainter, part: Part, area: QRectF, placed: tuple[Placed, ...]
    ) -> None:
        """Paint a part as it is kept, anew, or as well as time allows."""
        studio, scale = self._studio, painter.worldTransform().m11()
        known = studio.sprites.get((*self._key, part))
        if known is not None and known.scale == scale and known.ratio == studio.ratio:
            known.paint(painter)
        elif studio.pace.may_paint(known is not None):
            sprite = self._render(scale, part, area, placed)
            if sprite is not None:
                sprite.paint(painter)
            else:
                play(painter, placed, scale)
        elif known is not None:
            known.paint(painter)
        else:
            patches: Patches = {}
            add_patches(patches, (one for one in placed if one.shape.w <= LONG))
            paint_patches(painter, large_first(patches))

    def _render(
        self, scale: float, part: Part, area: QRectF, placed: tuple[Placed, ...]
    ) -> Sprite | None:
        """Make and keep the sprite of a part; None where it is empty or too large."""
        sprite = self.picture(scale, area, placed)
        if sprite is not None:
            self._keep(part, sprite)
        return sprite

    def _keep(self, part: Part, sprite: Sprite) -> None:
        self._kept.add(part)
        self._studio.sprites.keep((*self._key, part), sprite)

    def picture(self, scale: float, area: QRectF, placed: tuple[Placed, ...]) -> Sprite | None:
        """A sprite of some of its pieces; None where it would be empty or too large."""
        sprite = sprites.blank(area, scale, self._studio.ratio) if placed else None
        if sprite is None:
            return None
        inside = QPainter(sprite.pixmap)
        inside.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside.scale(scale, scale)
        inside.translate(-sprite.area.left(), -sprite.area.top())
        try:
            play(inside, placed, scale)
        finally:
            inside.end()
        return sprite

    def leave(self) -> None:
        """It has gone: so may its sprites."""
        self.forget()
        if self.cell.kind == "grid" and self._looks.shows(self.cell, NONE, NONE):
            self._studio.shelve(self._looks)

    def forget(self) -> None:
        """What was painted of it is not to be seen any more."""
        self._tiles.clear()
        self._drop(self._kept.copy())

    def _forget_all_but(self, tapes: Collection[Tape]) -> None:
        """Keep no sprites but those of pieces that are still there."""
        there = {*tapes, CROWD}
        self._drop({part for part in self._kept if part is None or part[0] not in there})

    def _drop(self, gone: set[Part]) -> None:
        for part in gone:
            self._studio.sprites.forget((*self._key, part))
        self._kept -= gone

    def _take_room(self) -> None:
        rect = self._looks.rect
        self.setRect(rect)
        self.reach = rect.left(), rect.top(), rect.right(), rect.bottom()
        self._long = self._looks.long
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, self._long)
