"""Numbers under the stages: the funnel, and what else is measured there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.journey.records import Measurement, Metric
from cjm_desktop.layout import icons, style, trends
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Box, Primitive, Shape, Zone
from cjm_desktop.layout.style import Style
from cjm_desktop.layout.theme import StageInk
from cjm_desktop.layout.trends import Trend

_BAR = 3.6
_SHORT_UNIT = 2
_WIDE = 130.0
"""From this width on a chart stands beside its number, below it where it is narrower."""
_WORDS = 0.44
"""Part of the width for the number where the chart stands beside it."""
_GUTTER = 6.0
_BETWEEN = 3.0
_APART = 3.5
_FLAG = 8.4
_SIZES = (1.0, 0.85, 0.7, 0.6)
_BESIDE_CHART = (0.76, 0.65, 0.55)
"""Sizes of the number: where there is a chart, that is what is looked at."""
_LEAST_SPARK, _SPARK_TOP = 24.0, 5.0
_TITLE = Style("regular", 7.4, 1.18, hyphenate=False)
_SHARE = Style("regular", 6.3, 1.2, hyphenate=False)
_LOSS = Style("semibold", 6.3, 1.2, hyphenate=False)


class Figure(NamedTuple):
    """A metric with its value and its place in the funnel."""

    metric: Metric
    values: tuple[Measurement, ...]
    before: str
    """Title of the funnel's metric before it; empty at the beginning and outside a funnel."""
    share: float | None
    """Part of the one before, 0..1 or more."""
    worst: bool
    trend: Trend | None = None
    """How it went; None where that is not known."""


def figures(metrics: Sequence[tuple[Metric, tuple[Measurement, ...]]]) -> list[Figure]:
    """Metrics in the order of the journey, each beside the one before it in the funnel."""
    found: list[Figure] = []
    before: tuple[str, float] | None = None
    for metric, values in metrics:
        share, title = None, ""
        if metric.funnel and values:
            if before is not None and before[1] > 0:
                title, share = before[0], values[-1].value / before[1]
            before = (metric.title, values[-1].value)
        found.append(Figure(metric, values, title, share, worst=False))
    shares = [one.share for one in found if one.share is not None and one.share < 1]
    if len(shares) > 1:
        least = min(shares)
        at = next(index for index, one in enumerate(found) if one.share == least)
        found[at] = found[at]._replace(worst=True)
    return found


def figure(ctx: Context, one: Figure, width: float, ink: StageInk) -> Shape:
    """A big number with its title, and below it a bar or the target; a chart where there is one."""
    trend = one.trend
    large = trend is not None and trend.large
    beside = large and not one.metric.funnel and width >= _WIDE
    room = width * _WORDS if beside else width
    primitives, y, zones = _head(ctx, one, room, ink)
    if one.metric.funnel:
        primitives, y = _funnel(ctx, one, primitives, y, width, ink)
    else:
        primitives, y = _notes(ctx, one, primitives, y, room)
    if trend is not None and large:
        x = room + _GUTTER if beside else 0.0
        drawn, y = _charted(ctx, trend, x, y, width, ink)
        primitives += drawn
    return Shape(width, y, tuple(primitives), zones)


def _head(
    ctx: Context, one: Figure, width: float, ink: StageInk
) -> tuple[list[Primitive], float, tuple[Zone, ...]]:
    """The number with its title beside or below it, and the line of its values where there is
    room for it."""
    theme, trend = ctx.theme, one.trend
    paint = theme.alarm if one.worst else theme.ink
    value = ctx.number(one.values[-1].value) if one.values else "–"
    unit, short = one.metric.unit if one.values else "", len(one.metric.unit) <= _SHORT_UNIT
    if unit and short:
        value, unit = f"{value}\u00a0{unit}", ""
    named = f"{unit} {one.metric.title}".strip()
    sizes = _BESIDE_CHART if trend is not None and trend.large else _SIZES
    big = style.shrunk(value, style.BIG, width, 20, sizes)
    primitives: list[Primitive] = big.draw(0, 0, paint)
    used, left = big.width, big.width + _APART + (_FLAG if one.metric.end else 0.0)
    title = style.block(named, _TITLE, width - left)
    if title.whole and len(title.lines) == 1 and title.width + left <= width:
        top = style.baseline(big.style) - style.baseline(_TITLE)
        used, y = left + title.width, big.height + 1.0
    else:
        left, top = _FLAG if one.metric.end else 0.0, big.height
        title = style.block(named, _TITLE, width - left)
        y = big.height + title.height + 1.0
    if one.metric.end:
        primitives.append(icons.icon(trends.FLAG, left - _FLAG, top + 0.6, 7.0, theme.ink2, 2.0))
    primitives += title.draw(left, top, theme.ink2)
    wide = min(trends.SPARK, width - used - _APART)
    if trend is not None and not trend.large and wide >= _LEAST_SPARK:
        primitives += trends.spark(ctx, trend, width - wide, _SPARK_TOP, wide, ink.text)
    zone = title.zone("title", left, top, width - left, theme.ink2)
    return primitives, y, (zone, big.zone("value", 0, 0, max(big.width, 12), paint))


def _charted(
    ctx: Context, trend: Trend, x: float, y: float, width: float, ink: StageInk
) -> tuple[list[Primitive], float]:
    """The chart, beside the words or below them, the end metric, and the warning.

    Args:
        x: where the charts begin; 0: below the words.
        y: where the words end.
    """
    wide = width - x
    drawn, bottom = trends.chart(ctx, trend, x, 2.0 if x else y + 2.5, wide, ink.text)
    y = max(y, bottom) + _BETWEEN
    more, bottom = trends.end_row(ctx, trend, x, y, wide, x - _GUTTER if x else 0.0)
    drawn += more
    y = bottom + _BETWEEN if more else y
    more, bottom = trends.warning(ctx, trend, y, width)
    return drawn + more, bottom if more else y - _BETWEEN


def _funnel(
    ctx: Context, one: Figure, drawn: list[Primitive], y: float, width: float, ink: StageInk
) -> tuple[list[Primitive], float]:
    theme = ctx.theme
    part = 1.0 if one.share is None else max(0.0, min(1.0, one.share))
    fill = theme.alarm if one.worst else ink.fill
    drawn.append(Box(0, y, width, _BAR, theme.track, radius=_BAR / 2))
    if one.values and part > 0:
        drawn.append(Box(0, y, max(width * part, _BAR), _BAR, fill, radius=_BAR / 2))
    y += _BAR + 1.8
    if one.share is None:
        if not one.values:
            return drawn, y
        note = style.block(ctx.say("funnel_start"), _SHARE, width)
    elif one.worst:
        lost = round((1 - part) * 100)
        note = style.block(ctx.say("loss", percent=lost, what=one.before), _LOSS, width)
    else:
        percent = ctx.number(round(one.share * 100))
        note = style.block(ctx.say("share", percent=percent, what=one.before), _SHARE, width)
    drawn += note.draw(0, y, theme.alarm if one.worst else theme.ink2)
    return drawn, y + note.height


def _notes(
    ctx: Context, one: Figure, drawn: list[Primitive], y: float, width: float
) -> tuple[list[Primitive], float]:
    """Where the value came from, where it should go, and of how many it was measured."""
    theme, x = ctx.theme, 0.0
    charted = one.trend is not None and bool(one.trend.before and one.trend.after)
    if len(one.values) > 1 and not charted:
        change = one.values[-1].value - one.values[0].value
        better = (change >= 0) == (one.metric.direction == "up")
        name = "arrow-up" if change > 0 else "arrow-down" if change < 0 else "arrow-right"
        drawn.append(icons.icon(name, x, y, 7.0, theme.good if better else theme.alarm, 2.2))
        x += 8.5
    notes = []
    if len(one.values) > 1 and not charted:
        notes.append(ctx.say("was", value=ctx.number(one.values[0].value)))
    if one.metric.target is not None:
        notes.append(ctx.say("target", value=ctx.number(one.metric.target)))
    if one.values and one.values[-1].sample is not None:
        notes.append(ctx.say("sample", value=ctx.number(one.values[-1].sample)))
    if not notes:
        return drawn, y
    note = style.block("\u00a0· ".join(notes), _SHARE, width - x)
    drawn += note.draw(x, y, theme.ink2)
    return drawn, y + max(note.height, 7.0)
