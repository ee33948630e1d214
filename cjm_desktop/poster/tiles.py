"""Cutting a poster into sheets: which part of it each sheet shows. Pure geometry, in mm."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.paper import Paper

Span = tuple[float, float]
"""From where to where, mm."""
MOST_SHEETS = 1000
_TINY = 1e-6


class Spot(NamedTuple):
    """A sheet's place in the poster, counted from 0."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """Row letter and column number: B4."""
        letters, row = "", self.row + 1
        while row:
            row, last = divmod(row - 1, 26)
            letters = chr(ord("A") + last) + letters
        return f"{letters}{self.column + 1}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A poster of `width` x `height` mm on sheets that overlap.

    The poster's top left lies at the top left inside the margins of sheet A1; each further sheet
    begins with what the one before it ends with. Sheets may show less than they could: then the
    joints between them lie where they do least harm.
    """

    sheet: Paper
    margin: float
    overlap: float
    width: float
    height: float
    across: tuple[float, ...] = ()
    """Where the second sheet of a row and those after it begin, mm from the poster's left edge.
    Empty: each as late as it can."""
    down: tuple[float, ...] = ()
    """The same of the rows, mm from its top."""

    @property
    def print_width(self) -> float:
        """What a sheet shows, margins off."""
        return self.sheet.width - 2 * self.margin

    @property
    def print_height(self) -> float:
        """What a sheet shows, margins off."""
        return self.sheet.height - 2 * self.margin

    @property
    def columns(self) -> int:
        """How many sheets lie side by side."""
        return _count(self.width, self.print_width, self.overlap)

    @property
    def rows(self) -> int:
        """How many sheets lie one below the other."""
        return _count(self.height, self.print_height, self.overlap)

    def sized(self, width: float, height: float) -> Grid:
        """The same sheets for a poster of another size."""
        return replace(self, width=width, height=height, across=(), down=())

    def spots(self) -> Iterator[Spot]:
        """All places, row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield Spot(row, column)

    def spans(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """From where to where the sheets of a row show the poster, and those of a column, mm."""
        return _all_spans(self)

    def window(self, spot: Spot) -> Rect:
        """The part of the poster a sheet shows, mm from the poster's top left."""
        across, down = self.spans()
        (left, right), (top, bottom) = across[spot.column], down[spot.row]
        return left, top, right, bottom


@lru_cache(maxsize=16)
def _all_spans(grid: Grid) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Those of a grid, which each of its sheets asks for."""
    across = grid.across or _even(grid.columns, grid.print_width - grid.overlap)
    down = grid.down or _even(grid.rows, grid.print_height - grid.overlap)
    return _spans(across, grid.overlap, grid.width), _spans(down, grid.overlap, grid.height)


def _even(count: int, step: float) -> tuple[float, ...]:
    return tuple([step * at for at in range(1, count)])


def _spans(joints: tuple[float, ...], overlap: float, length: float) -> tuple[Span, ...]:
    ends = [min(one + overlap, length) for one in joints]
    return tuple(zip((0.0, *joints), (*ends, length), strict=True))


def _count(length: float, shown: float, overlap: float) -> int:
    if length <= shown + _TINY:
        return 1
    return 1 + math.ceil((length - shown - _TINY) / (shown - overlap))


def reach(sheets: int, shown: float, overlap: float) -> float:
    """How long a row of so many sheets is, glued."""
    return shown + (sheets - 1) * (shown - overlap)


def largest(grid: Grid, rows: int, columns: int, proportion: float) -> tuple[float, float]:
    """The largest poster of a proportion (width / height) on so many sheets, mm."""
    width = reach(columns, grid.print_width, grid.overlap)
    height = reach(rows, grid.print_height, grid.overlap)
    return (
        (width, width / proportion)
        if width <= height * proportion
        else (height * proportion, height)
    )


def growing(grid: Grid, most: int, proportion: float) -> list[tuple[float, float]]:
    """The largest posters of a proportion on 1 to `most` sheets, as far as more sheets gain."""
    by_count: dict[int, tuple[float, float]] = {}
    for rows in range(1, most + 1):
        for columns in range(1, most // rows + 1):
            size = largest(grid, rows, columns, proportion)
            if size > by_count.get(rows * columns, (0.0, 0.0)):
                by_count[rows * columns] = size
    found: list[tuple[float, float]] = []
    for count in sorted(by_count):
        if not found or by_count[count][0] > found[-1][0] + 1e-3:
            found.append(by_count[count])
    return found


def best_for(grid: Grid, most: int, proportion: float) -> tuple[float, float]:
    """The largest poster of a proportion on at most so many sheets."""
    return growing(grid, min(most, MOST_SHEETS), proportion)[-1]


def check_count(grid: Grid) -> None:
    """Refuse a poster of more sheets than anybody glues.

    Raises:
        Problem: there would be more than `MOST_SHEETS`.
    """
    if grid.rows * grid.columns > MOST_SHEETS:
        raise Problem("poster.too_many_sheets", n=grid.rows * grid.columns, most=MOST_SHEETS)
