"""The rows and columns of a map as a table: stages and steps on top, then the lanes."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.journey import plans
from cjm_desktop.journey.journey import Cell, Column, Journey
from cjm_desktop.journey.records import Lane, Path

STAGE_ROW, STEP_ROW, HEADS = 0, 1, 2
"""The two rows of headings; the lanes begin after them."""
_OF_STAGES = frozenset(("goals", "participation", "consensus"))
"""Lanes that say something of whole stages, whatever else they are told."""


class Place(NamedTuple):
    """A cell of a table, numbered from 0."""

    row: int
    column: int


class Table(NamedTuple):
    """The rows and columns of a map that a view shows, left to right and top to bottom."""

    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    """Without dividers and folded ones, as on the map."""

    @property
    def height(self) -> int:
        """How many rows there are, those of the headings included."""
        return HEADS + len(self.lanes)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.columns)

    def lane(self, row: int) -> Lane | None:
        """The lane of a row; None in the headings."""
        return self.lanes[row - HEADS] if row >= HEADS else None

    def is_wide(self, row: int) -> bool:
        """Whether the cells of a row are as wide as their stages."""
        lane = self.lane(row)
        return row == STAGE_ROW or (lane is not None and is_of_stages(lane))

    def covered(self, row: int, column: int) -> range:
        """The columns that a cell of a row covers: one, or those of its stage."""
        if not (self.is_wide(row) and column < self.width):
            return range(column, column + 1)
        stage, first, last = self.columns[column].stage, column, column + 1
        while first and self.columns[first - 1].stage.id == stage.id:
            first -= 1
        while last < self.width and self.columns[last].stage.id == stage.id:
            last += 1
        return range(first, last)

    def begins(self, column: int) -> bool:
        """Whether a column is the first one of its stage."""
        here = self.columns[column].stage.id
        return column == 0 or self.columns[column - 1].stage.id != here

    def cell(self, row: int, column: int) -> Cell | None:
        """Lane, stage and step where a new card of a cell would lie; None in the headings."""
        lane = self.lane(row)
        if lane is None:
            return None
        stage, step = self.columns[column]
        return lane.id, stage.id, None if step is None or is_of_stages(lane) else step.id


def is_of_stages(lane: Lane) -> bool:
    """Whether a lane has one cell for each stage."""
    return lane.per == "stage" or lane.holds in _OF_STAGES


def of_map(journey: Journey, map_id: str, view: Path = "both") -> Table:
    """The table of a map.

    Args:
        view: the path whose columns are shown.
    """
    lanes = (one for one in journey.lanes(map_id) if one.holds != "divider" and not one.folded)
    return Table(plans.columns(journey, map_id, view), tuple(lanes))
