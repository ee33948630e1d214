"""A map on a page: reflowed, with its type as large as the page allows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.quiet import uncollected
from cjm_desktop.layout import glyphs, page, widths
from cjm_desktop.layout.assemble import assemble
from cjm_desktop.layout.context import LABEL, MARGIN, Context
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.page import Frame, Row
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import Theme

LARGEST = 1.43
"""Type is never set larger than 32 pt on A0: 1.43 times the scale of visual.md."""
A0_AREA = 1189.0 * 841.0
"""Of the paper on which a unit is a millimetre, mm²."""
_STEPS = 12
_EXACT = 0.002
"""Part of its size by which type may be smaller than it could be."""
_LEAST_STEP, _BEYOND = 1.04, 1.03
_LEAST_EMOTIONS = 0.25
_LEAST_EMPTY = 0.19
_LEAST_IN_ROWS = 0.3
_UNDER_LABEL = 90.0
"""Parts of the page's height that a curve takes at least; without points the second; the third all
rows of stages together: one below the other they would look flat."""
_MOST_EMOTIONS = 0.35
_FULL_SCALE, _SMALL_SCALE = 1.02, 0.85
"""Between these type scales the least height of a curve falls from the first part to the second."""


def fit(
    journey: Journey,
    map_id: str,
    theme: Theme,
    options: Options,
    width_mm: float,
    height_mm: float,
    largest: float = LARGEST,
) -> Drawing:
    """Lay a map out so that it fills a page.

    The type scale is the same in units everywhere; what changes is how many millimetres make a
    unit: `width_mm / drawing.width`.

    Args:
        largest: type is set no larger than this part of what visual.md says for A0.

    Raises:
        KeyError: the journey has no such map.
    """
    ctx = context(journey, map_id, theme, options, Memo((theme, options)))
    with uncollected():
        least = widths.needs(ctx)
        ratio = height_mm / width_mm
        low = least_width(sum(least), ratio, largest)
        width = narrowest(lambda tried: _excess(ctx, least, tried, ratio), low)
        laid = at_width(ctx, least, width)
        total = width * ratio
        heights = share(laid.rows, total - laid.height([0.0] * len(laid.rows)), total, width)
        found = assemble(ctx, laid, heights, total)
    return replace(found, smallest_size=glyphs.smallest(found.cells.values()))


def least_width(needed: float, ratio: float, largest: float) -> float:
    """The width at which the columns have what they need and type is set no larger than allowed.

    Args:
        needed: by all columns together, u.
        ratio: of the page's height to its width.
        largest: as for `fit`.
    """
    return max(math.sqrt(A0_AREA / ratio) / largest, needed + 2 * MARGIN + LABEL)


def narrowest(excess: Callable[[float], float], low: float) -> float:
    """The least width, u, at which the map is no higher than the page: its type is largest there.

    Heights fall about as fast as widths grow, so the root of the ratio is a good next guess; then
    the place between too narrow and wide enough is found by false position.

    Args:
        excess: by what part of the page the map is higher than it at a width.
        low: the least width that may be.
    """
    over = excess(low)
    if over <= 0:
        return low
    high = low
    while True:
        high *= max(_LEAST_STEP, math.sqrt(1 + over) * _BEYOND)
        under = excess(high)
        if under <= 0:
            break
        low, over = high, under
    for _ in range(_STEPS):
        if high - low < _EXACT * high:
            break
        part = min(0.85, max(0.15, over / (over - under)))
        middle = low + (high - low) * part
        found = excess(middle)
        if found > 0:
            low, over = middle, found
        else:
            high, under = middle, found
    return high


def at_width(ctx: Context, least: Sequence[float], width: float) -> Frame:
    """The map laid out at a width."""
    room = width - 2 * MARGIN - LABEL
    return page.frame(ctx, widths.shared(ctx, least, room, MARGIN + LABEL), width)


def _excess(ctx: Context, least: Sequence[float], width: float, ratio: float) -> float:
    """By what part of the page the map is higher than it; negative where room is left."""
    laid, height = at_width(ctx, least, width), width * ratio
    return laid.height([hard(row, height, width) for row in laid.rows]) / height - 1


def _least_emotions(row: Row, total: float, width: float, count: int) -> float:
    """Part of the page a curve must have: a quarter, less where the type has become small."""
    if not row.points:
        return _LEAST_EMPTY
    if count > 1:
        return _LEAST_IN_ROWS
    scale = math.sqrt(A0_AREA / (width * total))
    part = min(1.0, max(0.0, (scale - _SMALL_SCALE) / (_FULL_SCALE - _SMALL_SCALE)))
    return _LEAST_EMPTY + (_LEAST_EMOTIONS - _LEAST_EMPTY) * part


def hard(row: Row, total: float, width: float, count: int = 1) -> float:
    """The least height of a lane on a page, u.

    Args:
        total, width: of the page, u.
        count: so many times the lanes are on it.
    """
    if row.lane.holds == "feelings" and not row.lane.folded:
        least = row.label.h + _UNDER_LABEL
        if row.by_hand:
            return least
        return max(least, _least_emotions(row, total, width, count) * total / count)
    return row.hard


def share(
    rows: Sequence[Row], room: float, total: float, width: float, count: int = 1
) -> list[float]:
    """Heights of the lanes that together fill the room.

    First every lane gets what it must have, then empty ones what makes them look well, then the
    curve grows up to a third of the page, and what is still left is shared by the others.

    Args:
        room: for all of them, u.
        total, width, count: as for `hard`.
    """
    found = [hard(row, total, width, count) for row in rows]
    free = room - sum(found)
    wanted = [max(0.0, row.soft - one) for row, one in zip(rows, found, strict=True)]
    if free > 0 and sum(wanted) > 0:
        part = min(1.0, free / sum(wanted))
        found = [one + more * part for one, more in zip(found, wanted, strict=True)]
        free = room - sum(found)
    curves = [
        i for i, row in enumerate(rows) if row.lane.holds == "feelings" and not row.lane.folded
    ]
    for i in curves:
        more = max(0.0, min(free / len(curves), _MOST_EMOTIONS * total / count - found[i]))
        found[i] += more
    free = room - sum(found)
    others = [i for i, row in enumerate(rows) if row.lane.holds != "divider" and i not in curves]
    others = others or curves
    if free > 0 and others:
        weight = sum(found[i] for i in others)
        for i in others:
            found[i] += free * found[i] / weight
    return found
