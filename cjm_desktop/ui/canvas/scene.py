"""The scene: brought up to date by id, never cleared."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene

from cjm_desktop.layout.pieces import Cell, ColumnBox, Drawing, Piece
from cjm_desktop.ui.canvas.cells import TINT_Z, CellItem, Z
from cjm_desktop.ui.canvas.far import LARGE, MANY, FarItem
from cjm_desktop.ui.canvas.looks import LESSER
from cjm_desktop.ui.canvas.stretches import Stretches, holder
from cjm_desktop.ui.canvas.studio import Studio

SLACK, MOVING_SLACK = 1.2, 4.0
"""How far beyond the usual number of cells one goes on as before, at rest and in motion."""
AHEAD = 0.03
"""Seconds of painting for what is not shown yet."""
BEYOND = 40.0
"""How far things may stand out of the paper, poster units."""
WORDS = 130.0
"""How far a word beside a face may stand out of its lane, poster units."""
NOWHERE = math.inf, math.inf
"""Across and down, where nothing differs."""
MUCH = 150
"""Cells that one can paint for the first time in some 60 ms."""
CARDS = frozenset({"card", "touchpoint", "barrier", "opportunity", "face"})
TINT = QColor(42, 134, 196, 23)
"""Nine per cent of blue over the columns of the chosen stage."""


class MapScene(QGraphicsScene):
    """Shows drawings: one item for each of their cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.studio = Studio()
        self._items: dict[str, CellItem] = {}
        self._where: dict[str, list[tuple[CellItem, Piece]]] = {}
        """Where each record is shown; brought up to date cell by cell."""
        self._edges: dict[str, dict[str, CellItem]] = {}
        """Items that are not of the grid, by kind and id of their cells."""
        self._ordered: dict[str, tuple[CellItem, ...]] = {}
        """Those asked for since the last drawing, in order."""
        self._lifted: set[CellItem] = set()
        self._tints: list[QGraphicsRectItem] = []
        self._hidden: frozenset[str] = frozenset()
        self._straight: frozenset[str] = frozenset()
        self._grid = QGraphicsRectItem()
        """Holds the lanes, to show and hide them all at once."""
        self._rows: dict[str, QGraphicsRectItem] = {}
        """Holds the cells of each lane, to lower and raise them all at once."""
        self._stretches = Stretches()
        self._resized: set[str] = set()
        """Lanes of another size than in the drawing before."""
        self._grid.setZValue(Z["grid"])
        self.addItem(self._grid)
        self.far = FarItem(self.studio)
        self.addItem(self.far)
        self.paper = QRectF()
        self._cells: Mapping[str, Cell] = {}
        """Those of the last drawing: looking them up is quicker than asking each item."""
        self._columns: tuple[ColumnBox, ...] = ()
        self.differing: set[str] = set()
        """Of what kinds the cells beside the grid are in which the last drawing differs."""
        self.moved = NOWHERE
        """From which place across, and from which down, the last drawing differs in its grid."""

    def show_drawing(self, drawing: Drawing) -> None:
        """Bring the scene up to date, touching only what differs."""
        self.differing.clear()
        self._ordered.clear()
        items = self._items
        for cell_id in items.keys() - drawing.cells.keys():
            self._drop(items.pop(cell_id))
        low = self._place_rows(drawing)
        self.moved = (_first_moved(self._columns, drawing.columns), low)
        self._columns = drawing.columns
        moved: set[str] = set()
        for cell_id, cell in drawing.cells.items():
            if self._cells.get(cell_id) is cell:
                continue
            item = items.get(cell_id)
            if item is None:
                self._add(CellItem(cell, self.studio))
            else:
                old = item.cell
                if cell.pieces is old.pieces and cell.kind == "grid":
                    item.move(cell)
                    moved.add(cell.stage_id)
                    if (cell.x, cell.w) != (old.x, old.w):
                        self._stretches.change(item)
                else:
                    self._change(item, cell)
        self._cells = drawing.cells
        self._stretches.settle(self._resized)
        self._resized.clear()
        self.far.move(moved)
        self.far.settle()
        self.studio.ahead.clear()
        paper = QRectF(0, 0, drawing.width, drawing.height)
        if paper != self.paper:
            self.paper = paper
            self.far.setRect(paper)
            self.setSceneRect(paper.adjusted(-BEYOND, -BEYOND, BEYOND, BEYOND))

    def foresee(self, drawing: Drawing, seen: QRectF, scale: float) -> None:
        """Paint cells as they will look once a drawing is shown, as far as time allows.

        Args:
            seen: of the paper.
            scale: pixels a poster unit.
        """
        self.studio.ahead.clear()
        until = perf_counter() + AHEAD
        for cell in drawing.cells.values() if self._grid.isVisible() else ():
            item = self._items.get(cell.id)
            if item is None or (cell.pieces is item.cell.pieces and not item.hidden):
                continue
            if perf_counter() > until:
                return
            inside = seen.translated(-cell.x, -cell.y)
            item.foresee(cell, scale, inside)
            if cell.kind == "band":
                self._edges["ground"][cell.id].foresee(cell, scale, inside)

    def _place_rows(self, drawing: Drawing) -> float:
        """Put the lanes where they are: a lane that is lowered takes its cells along.

        Returns:
            The upper edge of the first lane in another place, or of another size; infinite: none.
        """
        rows, low = self._rows, math.inf
        for lane_id in rows.keys() - {lane.lane_id for lane in drawing.lanes}:
            low = min(low, rows[lane_id].y())
            self.removeItem(rows.pop(lane_id))
        for index, lane in enumerate(drawing.lanes):
            row = rows.get(lane.lane_id)
            if row is None:
                # Lanes out of sight are passed over with all their cells.
                row = rows[lane.lane_id] = holder()
                row.setParentItem(self._grid)
            out = WORDS if lane.bottom_value_y else BEYOND
            room = QRectF(-out, -out, drawing.width + lane.reach + 2 * out, lane.h + 2 * out)
            known = row.rect()
            if row.y() != lane.y or known != room:
                low = min(low, lane.y, row.y() if known.isValid() else lane.y)
                row.setY(lane.y)
            if known != room:
                row.setRect(room)
                self._resized.add(lane.lane_id)
            if row.zValue() != index:
                row.setZValue(index)
        return low

    def set_scale(self, scale: float, width: float, height: float) -> None:
        """Choose between cells and stages, by how many cells a window shows.

        Args:
            scale: pixels a poster unit.
            width, height: of the window, pixels.
        """
        paper = self.paper.width() * self.paper.height()
        part = min(1.0, width * height / (scale * scale * paper)) if paper else 0.0
        shown, far = len(self._items) * part, self.far.isVisible()
        # Changing over costs a frame: not twice for a small step, and in motion only if it must be.
        slack = MOVING_SLACK if self.studio.pace.moving else SLACK
        wanted = shown > (MANY / slack if far else MANY * slack)
        if wanted is not far:
            self.far.appear(wanted)
            self._grid.setVisible(far)

    def _add(self, item: CellItem) -> None:
        cell = item.cell
        self._items[cell.id] = item
        self._note(item)
        if cell.kind == "grid":
            self._stretches.add(item, self._rows[cell.lane_id])
            self.far.add(item)
        else:
            self.differing.add(cell.kind)
            self._edges.setdefault(cell.kind, {})[cell.id] = item
            self.addItem(item)
        if cell.kind == "band":
            under = CellItem(cell, self.studio, ground=True)
            self._edges.setdefault("ground", {})[cell.id] = under
            self.addItem(under)

    def _change(self, item: CellItem, cell: Cell) -> None:
        old = item.cell
        if cell.pieces is old.pieces:
            looks = item.take(cell)
        else:
            self._unnote(item)
            looks = item.take(cell)
            self._note(item)
        if cell.kind == "grid":
            self.far.change(item, looks=looks)
            self._stretches.change(item)
            return
        if cell.kind == "band":
            # The curve on a band changes often; what sticks to the edges is only its ground.
            looks = self._edges["ground"][cell.id].take(cell) and cell.pieces[:1] != old.pieces[:1]
        moved = (cell.x, cell.y, cell.w, cell.h) != (old.x, old.y, old.w, old.h)
        if looks or moved:
            self.differing.add(cell.kind)

    def _drop(self, item: CellItem) -> None:
        self._unnote(item)
        self._lifted.discard(item)
        if item.cell.kind == "grid":
            self.far.drop(item)
            self._stretches.drop(item)
        else:
            self.removeItem(item)
            self.differing.add(item.cell.kind)
            self._edges[item.cell.kind].pop(item.cell.id)
        if item.cell.kind == "band":
            under = self._edges["ground"].pop(item.cell.id)
            under.leave()
            self.removeItem(under)
        item.leave()

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
            found = self._where.get(piece.record_id)
            if found is None:
                continue
            kept = [one for one in found if one[0] is not item]
            if kept:
                self._where[piece.record_id] = kept
            else:
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
            if item.lift(hidden, straight) and item.cell.kind == "grid":
                self.far.change(item)
        self._lifted = wanted
        self.far.settle()

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
        """The items of all stages, lanes or bands, in the order they lie on the paper."""
        found = self._ordered.get(kind)
        if found is None:
            items = self._edges.get(kind, {}).values()
            found = tuple(sorted(items, key=lambda item: (item.cell.y, item.cell.x)))
            self._ordered[kind] = found
        return found

    def is_large(self) -> bool:
        """Whether the map has more cells than are worth painting one by one in a small picture."""
        return len(self._items) > LARGE

    def is_much(self) -> bool:
        """Whether the map has more cells than may be painted for the first time in one frame."""
        return len(self._items) > MUCH

    def all_items(self) -> list[CellItem]:
        """All items, as they lie over one another."""
        found = [*self._items.values(), *self._edges.get("ground", {}).values()]
        return sorted(found, key=lambda item: item.level)

    def base_items(self) -> tuple[CellItem, ...]:
        """All items but those of the grid, as they lie over one another."""
        found = [item for items in self._edges.values() for item in items.values()]
        return tuple(sorted(found, key=lambda item: item.level))


def _first_moved(before: Sequence[ColumnBox], now: Sequence[ColumnBox]) -> float:
    """The left edge of the first column that is not as it was; infinite: all are."""
    if before == now:
        return math.inf
    for old, new in zip(before, now, strict=False):
        if old != new:
            return min(old.x, new.x)
    few, many = sorted((before, now), key=len)
    return many[len(few)].x
