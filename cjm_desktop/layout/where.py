"""Where things of a drawing lie: rows, columns, cells and pieces, in poster units."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm_desktop.layout.pieces import Cell, ColumnBox, Drawing, LaneBox, Piece

Rect = tuple[float, float, float, float]
"""x, y, width, height."""
CellKey = tuple[str, str, str | None]
_OVERHANG = 120.0
"""How far pieces may reach out of their cell (words beside faces)."""


class Found(NamedTuple):
    """A piece and the cell it lies in."""

    cell: Cell
    piece: Piece

    @property
    def rect(self) -> Rect:
        """The piece's rectangle before it is turned."""
        shape = self.piece.shape
        return (self.cell.x + self.piece.x, self.cell.y + self.piece.y, shape.w, shape.h)

    def local(self, x: float, y: float) -> tuple[float, float]:
        """A point of the drawing in the shape's own coordinates, its turn undone."""
        left, top, w, h = self.rect
        if not self.piece.turn:
            return x - left, y - top
        angle = math.radians(-self.piece.turn)
        dx, dy = x - (left + w / 2), y - (top + h / 2)
        return (
            dx * math.cos(angle) - dy * math.sin(angle) + w / 2,
            dx * math.sin(angle) + dy * math.cos(angle) + h / 2,
        )

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a point of the drawing lies on the piece, or as near to it as `margin`."""
        px, py = self.local(x, y)
        shape = self.piece.shape
        return -margin <= px <= shape.w + margin and -margin <= py <= shape.h + margin


def lane_at(drawing: Drawing, y: float) -> LaneBox | None:
    """The lane at a height."""
    return next((one for one in drawing.lanes if one.y <= y < one.y + one.h), None)


def lane_box(drawing: Drawing, lane_id: str) -> LaneBox | None:
    """Where a lane lies."""
    return next((one for one in drawing.lanes if one.lane_id == lane_id), None)


def column_at(drawing: Drawing, x: float) -> ColumnBox | None:
    """The column at a place across."""
    at = bisect_right(drawing.columns, x, key=lambda one: one.x) - 1
    if at < 0:
        return None
    found = drawing.columns[at]
    return found if x < found.x + found.w else None


def nearest_column(drawing: Drawing, x: float) -> ColumnBox | None:
    """The column at a place across, or the first or last one beyond the grid."""
    if not drawing.columns:
        return None
    first, last = drawing.columns[0], drawing.columns[-1]
    if x < first.x:
        return first
    return column_at(drawing, x) or last


def stage_rect(drawing: Drawing, stage_id: str) -> Rect | None:
    """A stage's columns from the chevron to the last lane."""
    columns = [one for one in drawing.columns if one.stage_id == stage_id]
    if not columns:
        return None
    x = columns[0].x
    right = columns[-1].x + columns[-1].w
    bottom = drawing.lanes[-1].y + drawing.lanes[-1].h if drawing.lanes else drawing.grid_y
    return (x, drawing.stages_y, right - x, bottom - drawing.stages_y)


def grid_cell(drawing: Drawing, lane_id: str, x: float) -> Cell | None:
    """The cell of a lane at a place across; a step's cell before its stage's."""
    column = nearest_column(drawing, x)
    if column is None:
        return None
    own = drawing.cells.get(f"{lane_id}:{column.stage_id}:{column.step_id or ''}")
    return own or drawing.cells.get(f"{lane_id}:{column.stage_id}:")


def cell_at(drawing: Drawing, x: float, y: float) -> CellKey | None:
    """Lane, stage and step of the cell of the grid at a point, or None beside the grid."""
    lane = lane_at(drawing, y)
    if lane is None or column_at(drawing, x) is None:
        return None
    cell = grid_cell(drawing, lane.lane_id, x)
    return (cell.lane_id, cell.stage_id, cell.step_id) if cell is not None else None


def near(drawing: Drawing, x: float, y: float) -> Iterator[Found]:
    """Every piece that may lie at a point, what is painted last first.

    The grid, which may be large, is asked for the few cells about the point.
    """
    for cell in _cells_near(drawing, x, y):
        if cell.y - _OVERHANG > y or cell.y + cell.h + _OVERHANG < y:
            continue
        if cell.x - _OVERHANG > x:
            continue
        for piece in reversed(cell.pieces):
            yield Found(cell, piece)


def _cells_near(drawing: Drawing, x: float, y: float) -> Iterator[Cell]:
    """What lies over the grid, the stages and the cells about a point, and the lanes' grounds."""
    cells = drawing.cells
    for cell in reversed(cells.values()):
        if cell.kind in ("stage", "grid", "band"):
            break
        yield cell
    stages = dict.fromkeys(one.stage_id for one in _columns_near(drawing, x, _OVERHANG))
    for stage_id in reversed(stages):
        yield cells[f"stage:{stage_id}"]
    for lane in reversed(drawing.lanes):
        if lane.y - _OVERHANG <= y <= lane.y + lane.h + _OVERHANG:
            yield from _in_lane(drawing, lane, x)
    for lane in reversed(drawing.lanes):
        yield cells[f"band:{lane.lane_id}"]


def _columns_near(drawing: Drawing, x: float, reach: float) -> Sequence[ColumnBox]:
    """The columns from which something may reach to a place across.

    Args:
        reach: how far things reach to the right, u.
    """
    columns = drawing.columns
    first = bisect_left(columns, x - reach, key=lambda one: one.x + one.w)
    last = bisect_right(columns, x + _OVERHANG, key=lambda one: one.x)
    return columns[first:last]


def _in_lane(drawing: Drawing, lane: LaneBox, x: float) -> Iterator[Cell]:
    """The cells of a lane from which something may reach to a place across, last first."""
    keys: dict[str, None] = {}
    for one in _columns_near(drawing, x, max(lane.reach, _OVERHANG)):
        keys[f"{one.stage_id}:"] = None
        keys[f"{one.stage_id}:{one.step_id or ''}"] = None
    for key in reversed(keys):
        found = drawing.cells.get(f"{lane.lane_id}:{key}")
        if found is not None:
            yield found


def of_record(drawing: Drawing, record_id: str) -> Found | None:
    """The piece that shows a record; its own one before others that refer to it."""
    other: Found | None = None
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            if piece.id == record_id:
                return Found(cell, piece)
            if piece.record_id == record_id and other is None and piece.kind != "ground":
                other = Found(cell, piece)
    return other
