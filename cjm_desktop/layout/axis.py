"""The axis of time over the lanes: where widths follow it, and honest where they cannot."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from cjm_desktop.journey import durations, naming
from cjm_desktop.journey.durations import MINUTES
from cjm_desktop.journey.records import Duration, Unit
from cjm_desktop.layout import paced, style
from cjm_desktop.layout.context import Columns, Context, Run
from cjm_desktop.layout.pieces import Colour, Line, Primitive, Shape
from cjm_desktop.layout.style import Style

HEIGHT = 14.0
_WORDS = Style("medium", 5.8, 1.2, hyphenate=False)
_AT, _TICK = 2.6, 2.2
_TOP = 5.2
"""Of the words, u."""
_LINE = 0.8
BENT = (1.2, 1.8)
"""Dashes of the line over a column that is wider than its time asks."""
_APART = 3.0
_UNITS: tuple[Unit, ...] = ("months", "days", "hours", "minutes")


class _Tick(NamedTuple):
    """A border between columns and the time that has passed there."""

    x: float
    """From the left edge of the stage, u."""
    words: style.Block | None
    left: float
    """Of the words, u."""


def shapes(ctx: Context, columns: Columns) -> dict[str, Shape]:
    """The part of the axis over each stage, by its id; none where widths do not follow time."""
    if not columns.scale:
        return {}
    passed = list(accumulate((one.minutes for one in ctx.timing.taken), initial=0.0))
    unit = _unit(passed[-1])
    return {run.stage.id: _part(ctx, columns, run, passed, unit) for run in columns.runs}


def _unit(minutes: float) -> Unit:
    """The unit in which so much time is counted."""
    if minutes >= durations.YEAR:
        return "months"
    return next((one for one in _UNITS[1:] if minutes >= 2 * MINUTES[one]), "minutes")


def _part(ctx: Context, columns: Columns, run: Run, passed: list[float], unit: Unit) -> Shape:
    theme, left = ctx.theme, columns.xs[run.first]
    width = columns.span(run.first, run.cols)
    drawn: list[Primitive] = []
    for at in range(run.first, run.first + run.cols):
        true = paced.is_true(columns.ws[at], ctx.timing.taken[at].minutes, columns.scale)
        drawn.append(_line(columns.xs[at] - left, columns.ws[at], true, theme.ink2))
    for one in _ticks(ctx, columns, run, passed, unit):
        drawn.append(Line(one.x, _AT - _TICK, one.x, _AT + _TICK, theme.ink2, _LINE))
        if one.words is not None:
            drawn += one.words.draw(one.left, _TOP, theme.ink2)
    return Shape(width, HEIGHT, tuple(drawn))


def _line(x: float, width: float, true: bool, ink: Colour) -> Line:
    return Line(x, _AT, x + width, _AT, ink, _LINE, () if true else BENT)


def _ticks(
    ctx: Context, columns: Columns, run: Run, passed: list[float], unit: Unit
) -> list[_Tick]:
    """The borders of a stage's columns, the last one at the end of the map."""
    left, found = columns.xs[run.first], list[_Tick]()
    end = run.first + run.cols
    last = end == len(columns.xs)
    right = columns.span(run.first, run.cols)
    final = _words(ctx, passed[-1], unit)
    for at in range(run.first, end):
        x = columns.xs[at] - left
        words: style.Block | None = _words(ctx, passed[at], unit)
        same = at > 0 and _words(ctx, passed[at - 1], unit) == words
        room = columns.ws[at] - _APART
        if last and at == end - 1:
            room -= final.width + _APART
        if same or words is None or words.width > room:
            words = None
        found.append(_Tick(x + (_LINE / 2 if at == 0 else 0.0), words, x + 0.6))
    if last:
        found.append(_Tick(right - _LINE / 2, final, right - final.width - 0.6))
    return found


def _words(ctx: Context, minutes: float, unit: Unit) -> style.Block:
    """What has passed, as people say it."""
    if not minutes:
        return style.line("0", _WORDS)
    span = durations.rough(Duration(minutes / MINUTES[unit], unit))
    return style.line(naming.amount(span, ctx.options.language), _WORDS)
