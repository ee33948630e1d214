"""Which pieces of a poster each of its sheets shows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import inf

from cjm_desktop.poster import bounds, sheet, trim
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.paint import Placed, place_all
from cjm_desktop.poster.tiles import Grid, Span, Spot

Spread = list[tuple[Placed, tuple[Spot, ...]]]
"""Pieces in paint order, each with the sheets it reaches into."""


def spread(laid: Laid, grid: Grid) -> Spread:
    """The pieces of a poster over its sheets; what lies on the same ones has the same tuple."""
    across, down = (_Row(spans, laid.unit) for spans in grid.spans())
    known: dict[tuple[range, range], tuple[Spot, ...]] = {}
    found: Spread = []
    for one in place_all(laid.drawing, reaches=True):
        left, top, right, bottom = one.reach
        # What comes one after the other lies on the same sheets most often.
        new = across.is_other(left, right)
        if down.is_other(top, bottom) or new:
            key = down.touched, across.touched
            if key not in known:
                known[key] = tuple([Spot(row, column) for row in key[0] for column in key[1]])
            spots = known[key]
        found.append((one, spots))
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
        self.touched = range(0)
        """The sheets that what was asked about last touches."""
        self._same = (inf, inf, inf, inf)
        """Between what places something begins and ends that touches the same."""

    def is_other(self, begin: float, end: float) -> bool:
        """Whether other sheets lie between two places than between those asked about before."""
        same = self._same
        if same[0] <= begin < same[1] and same[2] < end <= same[3] and begin < end:
            return False
        first, last = bisect_right(self._ends, begin), bisect_left(self._begins, end)
        if begin >= end:
            self.touched, self._same = range(0), (inf, inf, inf, inf)
            return True
        self.touched = range(first, last)
        self._same = (
            self._ends[first - 1] if first else -inf,
            self._ends[first] if first < len(self._ends) else inf,
            self._begins[last - 1] if last else -inf,
            self._begins[last] if last < len(self._begins) else inf,
        )
        return True


def windows(laid: Laid, grid: Grid) -> dict[Spot, Rect]:
    """What each sheet shows, in the drawing's units."""
    return {spot: laid.in_units(grid.window(spot)) for spot in grid.spots()}


def inked(laid: Laid, grid: Grid, pieces: Spread) -> list[Spot]:
    """The sheets that show anything at all, row by row; on coloured paper all do."""
    seen = windows(laid, grid)
    if not sheet.is_white(laid.drawing.paper):
        return list(seen)
    found: set[Spot] = set()
    done: set[int] = set()
    """Which of the tuples of sheets hold only sheets that show something."""
    for one, spots in pieces:
        if id(spots) not in done:
            found.update(_shown(one, (spot for spot in spots if spot not in found), seen))
            if found.issuperset(spots):
                done.add(id(spots))
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
