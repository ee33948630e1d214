"""Which pieces of a poster each of its sheets shows."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from cjm_desktop.poster import bounds, sheet, trim
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.paint import Placed, place_all
from cjm_desktop.poster.tiles import Grid, Spot

Spread = list[tuple[Placed, tuple[Spot, ...]]]
"""Pieces in paint order, each with the sheets it reaches into."""


def spread(laid: Laid, grid: Grid) -> Spread:
    """The pieces of a poster over its sheets."""
    across = _Row(grid.columns, grid.print_width, grid.overlap, laid.width, grid.left, laid.unit)
    down = _Row(grid.rows, grid.print_height, grid.overlap, laid.height, grid.top, laid.unit)
    spots = {(spot.row, spot.column): (spot,) for spot in grid.spots()}
    found: Spread = []
    for one in place_all(laid.drawing, reaches=True):
        left, top, right, bottom = one.reach
        rows, columns = down.touched(top, bottom), across.touched(left, right)
        if len(rows) == len(columns) == 1:
            found.append((one, spots[rows[0], columns[0]]))
        else:
            found.append((one, tuple([Spot(row, column) for row in rows for column in columns])))
    return found


class _Row:
    """Sheets side by side or one below the other, and which of them something touches.

    Args:
        count: how many sheets.
        shown, overlap: of each, mm.
        length: of the poster, mm.
        free: before it on the first sheet, mm.
        unit: mm to a unit of the drawing.
    """

    def __init__(
        self,
        count: int,
        shown: float,
        overlap: float,
        length: float,
        free: float,
        unit: float,
    ) -> None:
        self._last, self._free = count - 1, free / unit
        self._shown, self._step = shown / unit, (shown - overlap) / unit
        self._end = length / unit

    def touched(self, begin: float, end: float) -> range:
        """The sheets between two places, in the drawing's units."""
        if begin >= self._end or end <= 0 or begin >= end:
            return range(0)
        at, to = begin + self._free, end + self._free
        first = 0 if at < self._shown else int((at - self._shown) / self._step) + 1
        last = ceil(to / self._step) - 1 if end < self._end else self._last
        return range(min(first, self._last), min(last, self._last) + 1)


def windows(laid: Laid, grid: Grid) -> dict[Spot, Rect]:
    """What each sheet shows, in the drawing's units."""
    return {spot: laid.in_units(grid.window(spot)) for spot in grid.spots()}


def inked(laid: Laid, grid: Grid, pieces: Spread) -> list[Spot]:
    """The sheets that show anything at all, row by row; on coloured paper all do."""
    seen = windows(laid, grid)
    if not sheet.is_white(laid.drawing.paper):
        return list(seen)
    found: set[Spot] = set()
    for one, spots in pieces:
        found.update(_shown(one, (spot for spot in spots if spot not in found), seen))
    return [spot for spot in seen if spot in found]


def _shown(one: Placed, spots: Iterable[Spot], seen: dict[Spot, Rect]) -> list[Spot]:
    """On which sheets any ink of a piece that reaches into them is to be expected."""
    return [
        spot for spot in spots if bounds.within(one.reach, seen[spot]) or _touches(one, seen[spot])
    ]


def _touches(one: Placed, window: Rect) -> bool:
    inner = trim.seen_from(window, one.place)
    return any(
        bounds.touches(bounds.of_primitive(each), inner) for each in one.piece.shape.primitives
    )
