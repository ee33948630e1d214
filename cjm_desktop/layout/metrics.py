"""Numbers under the stages: the funnel, and what else is measured there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.journey.records import Measurement, Metric
from cjm_desktop.layout import icons, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Box, Primitive, Shape
from cjm_desktop.layout.style import Style
from cjm_desktop.layout.theme import StageInk

_BAR = 3.6
_SHORT_UNIT = 2
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
    """A big number with its title, and below it a bar or the target."""
    theme = ctx.theme
    paint = theme.alarm if one.worst else theme.ink
    value = ctx.number(one.values[-1].value) if one.values else "–"
    unit, short = one.metric.unit if one.values else "", len(one.metric.unit) <= _SHORT_UNIT
    if unit and short:
        value, unit = f"{value}\u00a0{unit}", ""
    named = f"{unit} {one.metric.title}".strip()
    big = style.shrunk(value, style.BIG, width, 20, (1.0, 0.85, 0.7, 0.6))
    title = style.block(named, _TITLE, width - big.width - 3.5)
    primitives: list[Primitive] = big.draw(0, 0, paint)
    if title.whole and len(title.lines) == 1 and title.width + big.width + 3.5 <= width:
        drop = style.baseline(big.style) - style.baseline(_TITLE)
        primitives += title.draw(big.width + 3.5, drop, theme.ink2)
        zone = title.zone("title", big.width + 3.5, drop, width - big.width - 3.5, theme.ink2)
        y = big.height + 1.0
    else:
        title = style.block(named, _TITLE, width)
        primitives += title.draw(0, big.height, theme.ink2)
        zone = title.zone("title", 0, big.height, width, theme.ink2)
        y = big.height + title.height + 1.0
    if one.metric.funnel:
        primitives, y = _funnel(ctx, one, primitives, y, width, ink)
    else:
        primitives, y = _trend(ctx, one, primitives, y, width)
    value_zone = big.zone("value", 0, 0, max(big.width, 12), paint)
    return Shape(width, y, tuple(primitives), (zone, value_zone))


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


def _trend(
    ctx: Context, one: Figure, drawn: list[Primitive], y: float, width: float
) -> tuple[list[Primitive], float]:
    """Where the value came from and where it should go."""
    theme, x = ctx.theme, 0.0
    if len(one.values) > 1:
        change = one.values[-1].value - one.values[0].value
        better = (change >= 0) == (one.metric.direction == "up")
        name = "arrow-up" if change > 0 else "arrow-down" if change < 0 else "arrow-right"
        drawn.append(icons.icon(name, x, y, 7.0, theme.good if better else theme.alarm, 2.2))
        x += 8.5
    notes = []
    if len(one.values) > 1:
        notes.append(ctx.say("was", value=ctx.number(one.values[0].value)))
    if one.metric.target is not None:
        notes.append(ctx.say("target", value=ctx.number(one.metric.target)))
    if not notes:
        return drawn, y
    note = style.block(" · ".join(notes), _SHARE, width - x)
    drawn += note.draw(x, y, theme.ink2)
    return drawn, y + max(note.height, 7.0)
