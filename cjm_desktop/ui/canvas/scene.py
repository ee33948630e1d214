"""The scene: brought up to date by id, never cleared."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene

from cjm_desktop.layout.pieces import Cell, Drawing, Piece
from cjm_desktop.ui.canvas.cells import LESSER, TINT_Z, CellItem
from cjm_desktop.ui.canvas.fonts import Fonts

MARGIN = 40.0
"""Canvas round the paper that can be scrolled to, poster units."""
CARDS = frozenset({"card", "touchpoint", "barrier", "opportunity", "face"})
TINT = QColor(42, 134, 196, 23)
"""Nine per cent of blue over the columns of the chosen stage."""


class MapScene(QGraphicsScene):
    """Shows drawings: one item for each of their cells."""

    def __init__(self, fonts: Fonts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fonts = fonts
        self._items: dict[str, CellItem] = {}
        self._where: dict[str, list[tuple[CellItem, Piece]]] = {}
        """Where each record is shown; brought up to date cell by cell."""
        self._edges: dict[str, dict[str, CellItem]] = {}
        self._lifted: set[CellItem] = set()
        self._tints: list[QGraphicsRectItem] = []
        self._hidden: frozenset[str] = frozenset()
        self._straight: frozenset[str] = frozenset()
        self.paper = QRectF()

    def show_drawing(self, drawing: Drawing) -> None:
        """Bring the scene up to date, touching only what differs."""
        for cell_id in self._items.keys() - drawing.cells.keys():
            self._drop(self._items.pop(cell_id))
        for cell in drawing.cells.values():
            item = self._items.get(cell.id)
            if item is None:
                self._add(CellItem(cell, self._fonts))
            elif item.cell is not cell:
                self._change(item, cell)
        paper = QRectF(0, 0, drawing.width, drawing.height)
        if paper != self.paper:
            self.paper = paper
            self.setSceneRect(paper.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))

    def _add(self, item: CellItem) -> None:
        self._items[item.cell.id] = item
        if item.cell.kind != "grid":
            self._edges.setdefault(item.cell.kind, {})[item.cell.id] = item
        self._note(item)
        self.addItem(item)

    def _change(self, item: CellItem, cell: Cell) -> None:
        if cell.pieces is item.cell.pieces:
            item.take(cell)
            return
        self._unnote(item)
        item.take(cell)
        self._note(item)

    def _drop(self, item: CellItem) -> None:
        self._unnote(item)
        self._lifted.discard(item)
        self._edges.get(item.cell.kind, {}).pop(item.cell.id, None)
        self.removeItem(item)

    def _note(self, item: CellItem) -> None:
        special = self._hidden | self._straight
        for piece in item.cell.pieces:
            if piece.record_id:
                self._where.setdefault(piece.record_id, []).append((item, piece))
                if piece.record_id in special:
                    self._lifted.add(item)
        if item in self._lifted:
            item.lift(self._hidden, self._straight)

    def _unnote(self, item: CellItem) -> None:
        for piece in item.cell.pieces:
            if piece.record_id:
                kept = [one for one in self._where[piece.record_id] if one[0] is not item]
                self._where[piece.record_id] = kept
                if not kept:
                    del self._where[piece.record_id]

    def lift(self, hidden: frozenset[str], straight: frozenset[str]) -> None:
        """Leave some records out, because something else shows them, and lay turned ones straight.

        Args:
            hidden, straight: ids of records.
        """
        if (hidden, straight) == (self._hidden, self._straight):
            return
        self._hidden, self._straight = hidden, straight
        wanted = {item for one in hidden | straight for item, _ in self._where.get(one, ())}
        for item in self._lifted | wanted:
            item.lift(hidden, straight)
        self._lifted = wanted

    def shown(self, record_id: str) -> tuple[CellItem, Piece] | None:
        """The piece that stands for a record, and the item that paints it."""
        found = self._where.get(record_id, ())
        return min(found, key=lambda one: one[1].kind in LESSER, default=None)

    def card_ids(self) -> tuple[str, ...]:
        """Every card and feeling that is shown."""
        return tuple(
            record_id
            for record_id, found in self._where.items()
            if any(piece.kind in CARDS for _, piece in found)
        )

    def tint(self, columns: list[QRectF]) -> None:
        """Lay the tint of the chosen stages under their columns."""
        while len(self._tints) > len(columns):
            self.removeItem(self._tints.pop())
        while len(self._tints) < len(columns):
            made = self.addRect(QRectF(), QPen(QColor(0, 0, 0, 0)), TINT)
            made.setZValue(TINT_Z)
            self._tints.append(made)
        for item, rect in zip(self._tints, columns, strict=True):
            item.setRect(rect)

    def edge_items(self, kind: str) -> tuple[CellItem, ...]:
        """The items of all stages, of all lanes' names or of all bands."""
        return tuple(self._edges.get(kind, {}).values())
