"""Which pieces of a poster each of its sheets shows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from cjm_desktop.poster import bounds, sheet, trim
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.paint import Placed, place_all
from cjm_desktop.poster.tiles import Grid, Span, Spot

Spread = list[tuple[Placed, tuple[Spot, ...]]]
"""Pieces in paint order, each with the sheets it reaches into."""


def spread(laid: Laid, grid: Grid) -> Spread:
    """The pieces of a poster over its sheets."""
    across, down = (_Row(spans, laid.unit) for spans in grid.spans())
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
        spans: from where to where each shows the poster, mm.
        unit: mm to a unit of the drawing.
    """

    def __init__(self, spans: Sequence[Span], unit: float) -> None:
        self._begins = [begin / unit for begin, _ in spans]
        self._ends = [end / unit for _, end in spans]

    def touched(self, begin: float, end: float) -> range:
        """The sheets between two places, in the drawing's units."""
        if begin >= end:
            return range(0)
        return range(bisect_right(self._ends, begin), bisect_left(self._begins, end))


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
