"""How wide the columns are: even on the screen, on paper as their longest words ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cjm_desktop.journey.records import Lane, Step
from cjm_desktop.layout import chips, paced, stages, style, wrap
from cjm_desktop.layout.context import PAD, Columns, Context, Run
from cjm_desktop.layout.pieces import FontName

NATURAL = 88.0
LEAST = 40.0
_TIMED = 76.0
"""A column at least as wide is read well on the screen, u."""
_ROOM = 1.25
"""Where widths follow time a map on the screen is so much wider, for what takes long."""
LEAST_GRID = 420.0
"""On the screen a map of few columns is stretched to this, for the sake of its header."""
_MOST_EM = 9.0
"""Words longer than this (one in a hundred) may be hyphenated instead of widening a column."""

_ASKS: dict[str, tuple[FontName, float, float]] = {
    "actions": ("regular", 7.9 * 0.94, 5.6),
    "touchpoints": ("medium", 7.2 * 0.9, 20.4),
    "thoughts": ("italic", 8.4 * 0.94, 13.0),
    "barriers": ("medium", 8.4 * 0.83, 12.0),
    "opportunities": ("regular", 7.9 * 0.94, 12.5),
    "frontstage": ("regular", 7.9 * 0.94, 10.0),
    "backstage": ("regular", 7.9 * 0.94, 10.0),
    "support": ("regular", 7.9 * 0.94, 10.0),
    "text": ("regular", 7.9 * 0.94, 10.0),
    "evidence": ("regular", 7.9 * 0.94, 10.0),
}
"""Font, least comfortable size and what lies beside the text, by what a lane holds."""
_STEP_SIZE = style.STEP.size * 0.93
_STAGE_PART = 0.6
_STEP_LINES = 3
_MOST_STEP_EM = 12.0


def natural(ctx: Context, left: float) -> Columns:
    """Columns for the screen: even, widened where a stage's name needs it."""
    if any(one.minutes for one in ctx.timing.taken):
        return _to_scale(ctx, left)
    ws = [NATURAL] * len(ctx.columns)
    for first, count, need in _stage_needs(ctx, 1.0):
        together = sum(ws[first : first + count])
        if together < need:
            ws[first : first + count] = [need / count] * count
    if ws and sum(ws) < LEAST_GRID:
        ws = fill(ws, LEAST_GRID)
    return placed(ctx, ws, left)


def _to_scale(ctx: Context, left: float) -> Columns:
    """Columns for the screen, as wide as their time: on both paths to the scale of what is.

    So the plan is seen to be shorter, or longer.
    """
    measure, taken, least = ctx.timing.measure, ctx.timing.taken, _timed(ctx)
    floors = paced.with_gaps([_TIMED] * len(measure), measure)
    total = max(NATURAL * _ROOM * len(measure), LEAST_GRID)
    made = paced.to_scale(least, taken, paced.scale_for(floors, measure, total))
    if sum(made.ws) < LEAST_GRID:
        made = paced.widths(least, taken, LEAST_GRID)
    return replace(placed(ctx, made.ws, left), gaps=made.gaps, scale=made.scale)


def held(ctx: Context, before: Columns | None, left: float) -> Columns | None:
    """Columns as wide as they were, in the order they have now.

    Returns:
        None where widths do not follow time, or some of the columns were not there.
    """
    if before is None or not before.scale:
        return None
    gaps = before.gaps or (0.0,) * len(before.ws)
    known = {
        (stage.id, step and step.id): pair
        for (stage, step), *pair in zip(before.columns, before.ws, gaps, strict=True)
    }
    found = [known.get((stage.id, step and step.id)) for stage, step in ctx.columns]
    pairs = [one for one in found if one is not None]
    if len(pairs) < len(found):
        return None
    made = placed(ctx, [w for w, _ in pairs], left)
    return replace(made, gaps=tuple([gap for _, gap in pairs]), scale=before.scale)


def _timed(ctx: Context) -> list[float]:
    """The least widths for the screen where widths follow time."""
    found = [_TIMED] * len(ctx.columns)
    for first, count, need in _stage_needs(ctx, _STAGE_PART):
        _raise(found, first, count, need)
    for index, (_, step) in enumerate(ctx.columns):
        if step is not None:
            found[index] = max(found[index], _step_need(ctx, step) + PAD + 2.5)
    return paced.with_gaps(found, ctx.timing.taken)


def shared(ctx: Context, least: Sequence[float], total: float, left: float) -> Columns:
    """Columns that fill a width: evenly, or as their time asks where widths follow it.

    Args:
        least: the width of each at least, u.
        total: of all together, u.
        left: of the first, u.
    """
    if not ctx.timing.taken:
        return placed(ctx, fill(least, total), left)
    made = paced.widths(least, ctx.timing.taken, total)
    return replace(placed(ctx, made.ws, left), gaps=made.gaps, scale=made.scale)


def placed(ctx: Context, ws: Sequence[float], left: float) -> Columns:
    """Columns of those widths, the first at `left`."""
    xs, x = [], left
    for w in ws:
        xs.append(x)
        x += w
    runs, first = [], 0
    for stage, steps in zip(ctx.stages, ctx.steps, strict=True):
        run = Run(stage, first, steps)
        runs.append(run)
        first += run.cols
    return Columns(ctx.columns, tuple(xs), tuple(ws), tuple(runs))


def _stage_needs(ctx: Context, part: float) -> list[tuple[int, int, float]]:
    """For each stage its first column, their number and the width its name needs."""
    found, first = [], 0
    for index, stage in enumerate(ctx.stages):
        count = max(1, len(ctx.steps[index]))
        found.append((first, count, stages.least_width(ctx, stage, index, part)))
        first += count
    return found


def needs(ctx: Context) -> list[float]:
    """The least width of every column at which its words stay whole, u."""
    listed = ctx.columns
    found = [LEAST] * len(listed)
    every = () if ctx.options.blank else ctx.lanes
    lanes = [one for one in every if one.holds in _ASKS and not one.folded]
    for index, (stage, step) in enumerate(listed):
        if step is not None:
            found[index] = max(found[index], _step_need(ctx, step) + PAD + 2.5)
        for lane in lanes:
            ask = _cell_need(ctx, lane, stage.id, step.id if step else None)
            found[index] = max(found[index], ask + 2 * PAD)
    for first, count, need in _stage_needs(ctx, _STAGE_PART):
        _raise(found, first, count, need)
    for first, count, stage_id in _wide_cells(ctx):
        ask = max((_cell_need(ctx, lane, stage_id, None) for lane in lanes), default=0.0)
        _raise(found, first, count, ask + 2 * PAD)
    return paced.with_gaps(found, ctx.timing.taken) if ctx.timing.taken else found


def _step_need(ctx: Context, step: Step) -> float:
    """Width at which a step's name behind its signs keeps its words whole and stays within three
    lines, u."""
    title = step.title
    word = min(wrap.longest_word(title, "semibold"), _MOST_STEP_EM)
    whole = wrap.lines(title, "semibold", 1000.0, hyphenate=False).width
    low, high = word, max(word, min(whole, _MOST_STEP_EM))
    while high - low > 0.05:
        middle = round((low + high) / 2, 3)
        if len(wrap.lines(title, "semibold", middle, hyphenate=False).lines) <= _STEP_LINES:
            high = middle
        else:
            low = middle
    fits = len(wrap.lines(title, "semibold", word, hyphenate=False).lines) <= _STEP_LINES
    return (word if fits else high) * _STEP_SIZE + stages.signs_width(ctx, step)


def _wide_cells(ctx: Context) -> list[tuple[int, int, str]]:
    return [
        (first, count, ctx.stages[index].id)
        for index, (first, count, _) in enumerate(_stage_needs(ctx, _STAGE_PART))
        if count > 1
    ]


def _raise(found: list[float], first: int, count: int, need: float) -> None:
    """Widen some columns evenly until together they have what they need."""
    short = need - sum(found[first : first + count])
    if short > 0:
        found[first : first + count] = fill(found[first : first + count], need)


def _cell_need(ctx: Context, lane: Lane, stage_id: str, step_id: str | None) -> float:
    font, size, beside = _ASKS[lane.holds]
    widest = 0.0
    for card in ctx.journey.cards(lane.id, stage_id, step_id):
        if ctx.shown(card.path) and ctx.hangs_on(card) is None:
            word = min(wrap.longest_word(card.text, font), _MOST_EM) * size
            widest = max(widest, word + chips.signs_width(ctx.view(card)))
    return widest + beside if widest else 0.0


def fill(least: Sequence[float], total: float) -> list[float]:
    """Share out a width so that the narrowest are raised first, all as even as can be."""
    order = sorted(range(len(least)), key=lambda i: least[i])
    free = total
    found = list(least)
    left = len(order)
    for i in reversed(order):
        level = free / left
        found[i] = max(least[i], level)
        free -= found[i]
        left -= 1
    return found
