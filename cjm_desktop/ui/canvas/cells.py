"""One passive item for each cell of the layout."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cjm_desktop.layout.pieces import Cell, Piece, Shape
from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.tape import Patch, Tape, tape

READABLE = 0.5
"""Pixels a poster unit from which on body text is at least 4 pixels and drawn as text."""
OVERHANG = 8.0
"""How far shadows, tails and turned corners may stand out of a piece, poster units."""
LONG = 400.0
"""A cell longer than this, poster units, paints only those of its pieces that are to be seen."""
Z = {"footer": 0, "header": 0, "band": 1, "grid": 3, "lane": 4, "stage": 4, "free": 5}
TINT_Z = 2
LESSER = frozenset({"cell", "prompt", "header", "ground"})
"""Pieces that say something about a record without being it."""


class Placed(NamedTuple):
    """A tape in its place in the cell."""

    x: float
    y: float
    turn: float
    shape: Shape
    tape: Tape

    def area(self) -> QRectF:
        """What it may paint on."""
        rect = QRectF(self.x, self.y, self.shape.w, self.shape.h)
        return rect.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)


def play(painter: QPainter, placed: Iterable[Placed], scale: float) -> None:
    """Paint tapes; the painter is where it was afterwards, its pen and brush are not.

    Args:
        painter: in the coordinates of the cell.
        placed: what to paint, in order.
        scale: pixels a poster unit.
    """
    near = scale >= READABLE
    for x, y, turn, shape, one in placed:
        if turn:
            painter.save()
            painter.translate(x + shape.w / 2, y + shape.h / 2)
            painter.rotate(turn)
            painter.translate(-shape.w / 2, -shape.h / 2)
        else:
            painter.translate(x, y)
        for step in one.near if near else one.middle:
            step(painter)
        if turn:
            painter.restore()
        else:
            painter.translate(-x, -y)


class CellItem(QGraphicsRectItem):
    """Paints the pieces of one cell and answers to nothing: tools own the mouse."""

    def __init__(self, cell: Cell, fonts: Fonts) -> None:
        super().__init__()
        self._fonts = fonts
        self._tapes: dict[int, tuple[Shape, Tape]] = {}
        self._placed: tuple[Placed, ...] | None = None
        self.cell = cell
        self.hidden: frozenset[str] = frozenset()
        self.straight: frozenset[str] = frozenset()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setZValue(Z[cell.kind])
        self._place(cell)

    def take(self, cell: Cell) -> None:
        """Show another state of the same cell, doing only what the difference needs."""
        old, self.cell = self.cell, cell
        if cell is old:
            return
        if (cell.x, cell.y) != (old.x, old.y):
            self.setPos(cell.x, cell.y)
        if cell.pieces is not old.pieces or (cell.w, cell.h) != (old.w, old.h):
            self._place(cell)
            self._forget()

    def lift(self, hidden: frozenset[str], straight: frozenset[str]) -> None:
        """Leave pieces out, because something else shows them, or lay turned ones straight.

        Args:
            hidden, straight: ids of records.
        """
        mine = {piece.record_id for piece in self.cell.pieces if piece.kind not in LESSER}
        turned = {piece.record_id for piece in self.cell.pieces if piece.turn}
        hidden, straight = hidden & mine, straight & turned
        if (hidden, straight) != (self.hidden, self.straight):
            self.hidden, self.straight = hidden, straight
            self._forget()

    def placed(self) -> tuple[Placed, ...]:
        """The cell's pieces as tapes, made when first painted."""
        if self._placed is None:
            known, self._tapes = self._tapes, {}
            self._placed = tuple(
                self._one(piece, known) for piece in self.cell.pieces if piece.id not in self.hidden
            )
        return self._placed

    def tape(self, piece: Piece) -> Tape:
        """The tape of one of the cell's pieces, whether or not the cell shows it now."""
        pair = self._tapes.get(id(piece.shape))
        return pair[1] if pair else tape(piece.shape, self._fonts)

    def patches(self) -> list[Patch]:
        """The cell from far, in the coordinates of the drawing."""
        x, y = self.cell.x, self.cell.y
        return [
            Patch(colour, rect.translated(x + one.x, y + one.y))
            for one in self.placed()
            for colour, rect in one.tape.far
        ]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint what of the cell is to be seen."""
        placed: Iterable[Placed] = self.placed()
        if self.rect().width() > LONG:
            exposed = option.exposedRect
            placed = [one for one in placed if one.area().intersects(exposed)]
        play(painter, placed, painter.worldTransform().m11())

    def _one(self, piece: Piece, known: dict[int, tuple[Shape, Tape]]) -> Placed:
        shape = piece.shape
        pair = known.get(id(shape)) or (shape, tape(shape, self._fonts))
        self._tapes[id(shape)] = pair
        turn = 0.0 if piece.record_id in self.straight else piece.turn
        return Placed(piece.x, piece.y, turn, shape, pair[1])

    def _place(self, cell: Cell) -> None:
        area = QRectF(0, 0, cell.w, cell.h)
        for piece in cell.pieces:
            rect = QRectF(piece.x, piece.y, piece.shape.w, piece.shape.h)
            area = area.united(rect)
        self.setPos(cell.x, cell.y)
        self.setRect(area.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG))
        self.setFlag(
            QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption,
            self.rect().width() > LONG,
        )

    def _forget(self) -> None:
        self._placed = None
        self.update()
