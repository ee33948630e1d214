"""A map on a page: reflowed, with its type as large as the page allows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from cjm_desktop.journey.journey import Journey
from cjm_desktop.layout import glyphs, page, widths
from cjm_desktop.layout.assemble import assemble
from cjm_desktop.layout.context import LABEL, MARGIN, Context, Options
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.memo import Memo
from cjm_desktop.layout.page import Frame, Row
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import Theme

_LARGEST = 1.43
"""Type is never set larger than 32 pt on A0: 1.43 times the scale of visual.md."""
_A0_AREA = 1189.0 * 841.0
_STEPS = 14
_LEAST_EMOTIONS = 0.25
_LEAST_EMPTY = 0.19
"""Parts of the page's height that a curve takes at least; without points the second."""
_MOST_EMOTIONS = 0.35
_SMALLEST = 0.01
"""A map that fits at no larger a scale than this does not end."""


def fit(
    journey: Journey,
    map_id: str,
    theme: Theme,
    options: Options,
    width_mm: float,
    height_mm: float,
) -> Drawing:
    """Lay a map out so that it fills a page.

    The type scale is the same in units everywhere; what changes is how many millimetres make a
    unit: `width_mm / drawing.width`.

    Raises:
        KeyError: the journey has no such map.
    """
    ctx = context(journey, map_id, theme, options, Memo((theme, options)))
    least = widths.needs(ctx)
    ratio = height_mm / width_mm
    narrow = math.sqrt(_A0_AREA / ratio) / _LARGEST
    best: Frame | None = None
    low, high = narrow, narrow
    while best is None:
        best = _try(ctx, least, high, high * ratio)
        if best is None:
            low, high = high, high * 1.5
    for _ in range(_STEPS if high > narrow else 0):
        middle = (low + high) / 2
        if high - low < 0.5:
            break
        tried = _try(ctx, least, middle, middle * ratio)
        if tried is None:
            low = middle
        else:
            best, high = tried, middle
    total = high * ratio
    heights = share(best.rows, total - best.height([0.0] * len(best.rows)), total)
    found = assemble(ctx, best, heights, total)
    return replace(found, smallest_size=glyphs.smallest(found.cells.values()))


def _hard(row: Row, total: float) -> float:
    if row.lane.holds == "feelings" and not row.lane.folded:
        return max(110.0, (_LEAST_EMOTIONS if row.points else _LEAST_EMPTY) * total)
    return row.hard


def _try(ctx: Context, least: Sequence[float], width: float, height: float) -> Frame | None:
    """The map laid out at a width, if it is no higher than that height."""
    room = width - 2 * MARGIN - LABEL
    if sum(least) > room:
        return None
    columns = widths.placed(ctx, widths.fill(least, room), MARGIN + LABEL)
    laid = page.frame(ctx, columns, width)
    needed = laid.height([_hard(row, height) for row in laid.rows])
    return laid if needed <= height + 1e-6 else None


def share(rows: Sequence[Row], room: float, total: float) -> list[float]:
    """Heights of the lanes that together fill the room.

    First every lane gets what it must have, then empty ones what makes them look well, then the
    curve grows up to a third of the page, and what is still left is shared by all.
    """
    found = [_hard(row, total) for row in rows]
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
        more = max(0.0, min(free / len(curves), _MOST_EMOTIONS * total - found[i]))
        found[i] += more
    free = room - sum(found)
    others = [i for i, row in enumerate(rows) if row.lane.holds != "divider"]
    if free > 0 and others:
        weight = sum(found[i] for i in others)
        for i in others:
            found[i] += free * found[i] / weight
    return found
