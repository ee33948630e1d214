"""What one state of a cell looks like, ready to be painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from cjm_desktop.layout.pieces import Cell, Piece, Shape
from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.long import LONG, Spread
from cjm_desktop.ui.canvas.placed import (
    CHEAP,
    Patches,
    Placed,
    add_patches,
    large_first,
    room,
)
from cjm_desktop.ui.canvas.tape import Tape

GROUND, BORDER = "ground:", "edge:"
"""How the ids of pieces begin that colour a whole lane, and that stand between two stages."""
LESSER = frozenset({"cell", "prompt", "header", "ground"})
"""Pieces that say something about a record without being it."""
NONE: frozenset[str] = frozenset()


class Looks:
    """The pieces of a cell as tapes and what follows from them, made when first asked for.

    Args:
        cell: whose.
        fonts: where letters come from.
        ground: what colours a whole lane, and nothing else; other looks leave that out.
        hidden: records that are left out, because something else shows them.
        straight: records whose turned pieces are laid straight.
        before: how the same cell looked; a piece that was there keeps its tape.
    """

    __slots__ = (
        "_cheap", "_fonts", "_ground", "_patches", "_placed", "_spread", "hidden", "known", "long",
        "pieces", "rect", "straight",
    )  # fmt: skip

    def __init__(
        self,
        cell: Cell,
        fonts: Fonts,
        *,
        ground: bool = False,
        hidden: frozenset[str] = NONE,
        straight: frozenset[str] = NONE,
        before: Looks | None = None,
    ) -> None:
        self.pieces, self.hidden, self.straight = cell.pieces, hidden, straight
        self._fonts, self._ground = fonts, ground
        self.known: dict[int, tuple[Shape, Tape]] = before.known if before is not None else {}
        """Tapes by their shapes."""
        self._placed: tuple[Placed, ...] | None = None
        self._spread: Spread | None = None
        self._patches: Patches | None = None
        self._cheap: bool | None = None
        same = before is not None and before.pieces is cell.pieces
        self.rect: QRectF = before.rect if before is not None and same else self._room(cell)
        """As much room as the pieces need, however large the cell; an empty one needs none."""
        self.long = self.rect.width() > LONG

    def _room(self, cell: Cell) -> QRectF:
        mine = [one for one in cell.pieces if one.id.startswith(GROUND) is self._ground]
        if cell.kind != "band" or self._ground:
            return room(mine)
        # A line between two stages lies in its lane; there is one for each of them.
        mine = [one for one in mine if not one.id.startswith(BORDER)]
        return room(mine).united(QRectF(0, 0, cell.w, cell.h))

    def shows(self, cell: Cell, hidden: frozenset[str], straight: frozenset[str]) -> bool:
        """Whether this is what a state of the cell looks like."""
        same = self.hidden == hidden and self.straight == straight
        return same and self.pieces is cell.pieces

    def placed(self) -> tuple[Placed, ...]:
        """The pieces as tapes in their places."""
        if self._placed is None:
            known, self.known = self.known, {}
            self._placed = tuple(
                [self._one(piece, known) for piece in self.pieces if self._paints(piece)]
            )
        return self._placed

    def _paints(self, piece: Piece) -> bool:
        if piece.id.startswith(GROUND) is not self._ground:
            return False
        return piece.record_id not in self.hidden or piece.kind in LESSER

    def _one(self, piece: Piece, known: dict[int, tuple[Shape, Tape]]) -> Placed:
        shape = piece.shape
        pair = known.get(id(shape))
        if pair is None:
            pair = (shape, Tape(shape, self._fonts))
        self.known[id(shape)] = pair
        turn = 0.0 if piece.record_id in self.straight else piece.turn
        return Placed(piece.x, piece.y, turn, shape, pair[1])

    def tape(self, piece: Piece) -> Tape:
        """The tape of one of the cell's pieces, whether or not it is shown now."""
        pair = self.known.get(id(piece.shape))
        return pair[1] if pair else Tape(piece.shape, self._fonts)

    def tapes(self) -> set[Tape]:
        """All tapes of what is shown."""
        self.placed()
        return {pair[1] for pair in self.known.values()}

    def spread(self) -> Spread:
        """The pieces of a long cell by where they lie across."""
        if self._spread is None:
            self._spread = Spread(self.placed(), self._fonts)
        return self._spread

    @property
    def has_patches(self) -> bool:
        """Whether what it looks like from far is at hand."""
        return self._patches is not None

    def patches(self) -> Patches:
        """What it looks like from far."""
        if self._patches is None:
            found: Patches = {}
            add_patches(found, self.placed())
            self._patches = large_first(found)
        return self._patches

    def is_cheap(self) -> bool:
        """Whether painting costs less than copying a picture."""
        if self._cheap is None:
            steps = [one.tape.weight if not one.turn else CHEAP + 1 for one in self.placed()]
            self._cheap = sum(steps) <= CHEAP
        return self._cheap
