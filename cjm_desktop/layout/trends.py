"""Small charts of a metric beside its stage: before and after a hypothesis began, its target, and
below it the map's end metric, so that a bottleneck that only moved is seen."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.journey import chain, hypotheses, metrics, naming, verdicts
from cjm_desktop.journey.records import Measurement, Metric
from cjm_desktop.layout import icons, style
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.outline import polygon
from cjm_desktop.layout.pieces import Colour, Command, Disc, Line, Path, Primitive
from cjm_desktop.layout.series import Series, days, plot
from cjm_desktop.layout.style import Style

HIGH = 18.0
"""Of a chart's box, u."""
END_HIGH = 9.0
SPARK = 42.0
"""Width of the line beside a number at most, u."""
SPARK_HIGH = 9.0
FLAG = "flag"
"""Sign of the map's end metric."""
MOVED = "alert-triangle"
_MANY = 3
"""So many values have a chart of their own, fewer only where there is a target or a hypothesis."""
_DOT, _LAST = 0.75, 1.7
_APART = 4.0
_LEAST = 0.25
"""Part of the largest value that a chart's height stands for at least."""
_SIDE = 2.0
"""Room for the last dot at the edges of a chart."""
_LINE = Style("regular", 6.3, 1.2, hyphenate=False)
_STRONG = Style("semibold", 6.3, 1.2, hyphenate=False)
_SIGN = 6.4
Dots = tuple[tuple[float, float], ...]


class Trend(NamedTuple):
    """The values of a metric in time, and what they are seen with."""

    series: Series
    large: bool
    """It has a chart of its own, not only a line beside its number."""
    before: str = ""
    after: str = ""
    """Means before and after the start; empty where there is none, or no value on that side."""
    end: tuple[Metric, Series] | None = None
    """The map's end metric."""
    moved: str = ""
    """The sentence that the bottleneck has moved."""

    @property
    def signs(self) -> frozenset[str]:
        """What its chart shows that is to be explained: `target`, `began`, `end`."""
        series = [self.series] + ([self.end[1]] if self.end else [])
        shown = {
            "target": any(one.target is not None for one in series),
            "began": any(one.began for one in series),
            "end": self.end is not None,
        }
        return frozenset(name for name, there in shown.items() if there and self.large)


def of(ctx: Context, metric: Metric, values: tuple[Measurement, ...]) -> Trend | None:
    """How a metric went; None where fewer than two of its values have a date."""
    journey = ctx.journey
    end = chain.end_metric(journey, ctx.map.id)
    end_values = journey.measurements(end.id) if end is not None else ()
    made_from = (metric, values, journey.hypotheses(ctx.map.id), end, end_values)
    return ctx.memo.once(("trend", metric.id), made_from, _of, ctx, metric, end)


def _of(ctx: Context, metric: Metric, end: Metric | None) -> Trend | None:
    journey, language = ctx.journey, ctx.options.language
    seen = hypotheses.seen_with(journey, metric)
    began = seen.started if seen is not None else ""
    shown = Series(metrics.series(journey, metric.id), metric.target, began)
    if len(shown.values) < 2:
        return None
    own = seen is not None and seen.metric_id == metric.id
    plain = metric.funnel or (len(shown.values) < _MANY and metric.target is None)
    if plain and not own:
        return Trend(shown, large=False)
    found = Trend(shown, large=True)
    verdict = None
    if seen is not None:
        verdict = verdicts.verdict(journey, seen.id)
        change = verdict.local if own else verdict.end
        if change is not None:
            before, after = metrics.change_words(journey, change, language)
            found = found._replace(before=before, after=after)
    if end is None or end.id == metric.id:
        return found
    beside = Series(metrics.series(journey, end.id), end.target, began)
    found = found._replace(end=(end, beside) if beside.values else None)
    if verdict is None or not own:
        return found
    return found._replace(moved=verdicts.moved_words(journey, verdict, language))


def spark(ctx: Context, trend: Trend, x: float, y: float, w: float, ink: Colour) -> list[Primitive]:
    """The line of values in a few letters' room; (x, y) is its top left."""
    laid = plot(
        trend.series._replace(target=None, began=""), w - 2 * _SIDE, SPARK_HIGH, least=_LEAST
    )
    dots = tuple((x + _SIDE + at, y + down) for at, down in laid.points)
    return [_line(dots, ctx.theme.ink3, 0.8), Disc(*dots[-1], 1.4, ink)]


def chart(
    ctx: Context, trend: Trend, x: float, y: float, w: float, ink: Colour
) -> tuple[list[Primitive], float]:
    """The values with start and target, and under them the means before and after.

    Returns:
        What to draw, and where it ends.
    """
    drawn, began = _box(ctx, trend.series, trend, (x, y, w, HIGH), ink)
    y += HIGH + 2.2
    sides = ((trend.before, "before"), (trend.after, "after"))
    said = [style.line(ctx.say(f"chart.{key}", value=one), _LINE) if one else None
            for one, key in sides]  # fmt: skip
    if began is None or not any(said):
        return drawn, y
    widths = [one.width if one else 0.0 for one in said]
    if sum(widths) + (_APART if all(said) else 0.0) > w:
        alone = next((one.lines[0] for one in said if one), "")
        told = f"{trend.before} → {trend.after}" if all(said) else alone
        both = style.block(told, _LINE, w)
        return drawn + both.draw(x, y, ctx.theme.ink2), y + both.height
    # Each stands under its side of the start as far as there is room for both.
    right = min(began + 2.5, x + w - widths[1])
    left = max(x, min(began - 2.5, right - _APART) - widths[0])
    right = max(right, left + widths[0] + _APART) if said[0] else right
    for one, at in zip(said, (left, right), strict=True):
        if one is not None:
            drawn += one.draw(at, y, ctx.theme.ink2)
    return drawn, y + _LINE.size * _LINE.leading


def end_row(
    ctx: Context, trend: Trend, x: float, y: float, w: float, room: float
) -> tuple[list[Primitive], float]:
    """The end metric: its flag, value and name at the left, its chart under that of the metric.

    Args:
        x, w: of the chart, u.
        y: top, u.
        room: width of the words at the left, u; 0: they stand above the chart.
    """
    if trend.end is None:
        return [], y
    theme, (metric, shown) = ctx.theme, trend.end
    last = metrics.value_words(metric, shown.values[-1].value, ctx.options.language)
    named = f"{last} {naming.label(metric, ctx.options.language)}"
    sign = _SIGN + 1.4
    said = style.block(named, _STRONG, (room or w) - sign)
    left = 0.0 if room else x
    drawn: list[Primitive] = [icons.icon(FLAG, left, y, _SIGN, theme.ink2, 2.0)]
    drawn += said.draw(left + sign, y, theme.ink2)
    top = y if room else y + said.height + 1.5
    if len(shown.values) > 1:
        drawn += _box(ctx, shown, trend, (x, top + 1.0, w, END_HIGH), theme.ink2)[0]
        return drawn, max(y + said.height, top + END_HIGH + 2.0)
    return drawn, y + said.height


def warning(ctx: Context, trend: Trend, y: float, width: float) -> tuple[list[Primitive], float]:
    """The sentence that the bottleneck has moved, with its sign."""
    if not trend.moved:
        return [], y
    alarm = ctx.theme.alarm
    said = style.block(trend.moved, _STRONG, width - _SIGN - 1.6)
    drawn = [icons.icon(MOVED, 0.0, y + 0.3, _SIGN, alarm, 2.0)]
    return [*drawn, *said.draw(_SIGN + 1.6, y, alarm)], y + said.height


def _box(
    ctx: Context, shown: Series, trend: Trend, box: tuple[float, float, float, float], ink: Colour
) -> tuple[list[Primitive], float | None]:
    """Values, start and target in a box; and x of the start. All charts of a metric share days."""
    theme, (x, y, w, h) = ctx.theme, box
    series = [trend.series] + ([trend.end[1]] if trend.end else [])
    laid = plot(shown, w - 2 * _SIDE, h, days(*series), _LEAST)
    drawn: list[Primitive] = [Line(x, y + h, x + w, y + h, theme.line2, 0.35)]
    if laid.target is not None:
        drawn.append(target_line(x, y + laid.target, w, theme.good))
    began = None if laid.began is None else x + _SIDE + laid.began
    if began is not None:
        drawn += start_mark(began, y - 1.5, h + 1.5, theme.ink2)
    dots = tuple((x + _SIDE + at, y + down) for at, down in laid.points)
    split = laid.split if began is not None else 0
    before, after = dots[:split], dots[max(0, split - 1) :] if split < len(dots) else ()
    drawn += [_line(one, paint, wide) for one, paint, wide in (
        (before, theme.ink3, 0.9), (after, ink, 1.4)) if len(one) > 1]  # fmt: skip
    last = len(dots) - 1
    for index, dot in enumerate(dots):
        paint = theme.ink3 if index < split else ink
        drawn.append(Disc(*dot, _LAST if index == last else _DOT, paint))
    return drawn, began


def target_line(x: float, y: float, w: float, colour: Colour) -> Primitive:
    """Where the values should get to."""
    return Line(x, y, x + w, y, colour, 0.7, (2.2, 1.6))


def start_mark(x: float, y: float, h: float, colour: Colour) -> list[Primitive]:
    """Where a hypothesis began: a post with a pennant."""
    pennant = polygon((x, y), (x + 3.4, y + 1.5), (x, y + 3.0))
    return [Line(x, y, x, y + h, colour, 0.5), Path(pennant, colour)]


def _line(dots: Dots, colour: Colour, width: float) -> Primitive:
    first, *rest = dots
    commands: tuple[Command, ...] = (("M", first), *(("L", one) for one in rest))
    return Path(commands, None, colour, width)
