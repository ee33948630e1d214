"""Which pieces of a poster each of its sheets shows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from cjm_desktop.poster import bounds, sheet, trim
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.laid import Laid
from cjm_desktop.poster.paint import Placed, place_all
from cjm_desktop.poster.tiles import Grid, Spot

Spread = list[tuple[Placed, tuple[Spot, ...]]]
"""Pieces in paint order, each with the sheets it reaches into."""


def spread(laid: Laid, grid: Grid) -> Spread:
    """The pieces of a poster over its sheets; what lies on the same ones has the same tuple."""
    (lefts, rights), (tops, bottoms) = (
        ([begin / laid.unit for begin, _ in spans], [end / laid.unit for _, end in spans])
        for spans in grid.spans()
    )
    known: dict[tuple[int, int, int, int], tuple[Spot, ...]] = {}
    found: Spread = []
    for one in place_all(laid.drawing, reaches=True):
        left, top, right, bottom = one.reach
        key = (
            bisect_right(bottoms, top),
            bisect_left(tops, bottom) if bottom > top else 0,
            bisect_right(rights, left),
            bisect_left(lefts, right) if right > left else 0,
        )
        spots = known.get(key)
        if spots is None:
            rows, columns = range(key[0], key[1]), range(key[2], key[3])
            spots = known[key] = tuple([Spot(row, column) for row in rows for column in columns])
        found.append((one, spots))
    return found


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
