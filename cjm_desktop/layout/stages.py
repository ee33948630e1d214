"""The head of the grid: a chevron for each stage and its step names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cjm_desktop.journey import naming, timeline
from cjm_desktop.journey.journey import Column
from cjm_desktop.journey.records import Stage, Step
from cjm_desktop.journey.times import Times
from cjm_desktop.layout import axis, coding, departing, heads, icons, style, waits, wrap
from cjm_desktop.layout.context import PAD, Columns, Context
from cjm_desktop.layout.pieces import Box, Cell, Colour, Command, Piece, Primitive, Shape, Zone
from cjm_desktop.layout.style import Block, Style
from cjm_desktop.layout.theme import Theme

HEIGHT = 29.0
TIP = 9.0
GAP = 1.1
_NAMES_LINE, _NAMES_REST = 9.0, 9.0
"""18 for one line of step names, 27 for two."""
_INDENT = 7.0
_CLOCK = 6.6
_PILL = 3.4
"""Paper at both ends of the time of a slow stage, u."""
_TIME = Style("medium", 6.6, 1.2, hyphenate=False)
_SIZES = (1.0, 0.92, 0.84, 0.76)
_SMALL_SIZES = (0.72, 0.66, 0.6, 0.54)
_STEP_SIZES = (1.0, 0.93, 0.86, 0.8)
_WAITING = 10.0
"""Room for the clock of a step that is only waited through, and for the sign of a slow one."""
_LEAST_COMMON = 0.72
"""All names are set as small as the longest needs, but not for one that needs less than this."""


class Heading(NamedTuple):
    """How a stage's name is set in its chevron."""

    number: Block
    title: Block
    time: Block | None
    time_below: bool

    @property
    def height(self) -> float:
        """What the chevron must hold, u."""
        below = self.time.height + 0.5 if self.time is not None and self.time_below else 0.0
        return self.title.height + below


def _left(index: int) -> float:
    return _INDENT + (TIP if index else 1.0)


def _number_width(number: Block) -> float:
    return number.width + number.style.size * 0.32


def heading(ctx: Context, stage: Stage, index: int, width: float, most: float = 1.0) -> Heading:
    """The largest setting of number, name and duration that keeps words whole.

    One line with the duration at the right; one line with it below; two or more smaller lines.

    Args:
        width: of the chevron, u.
        most: the largest part of the full size that is allowed.
    """
    time = _time_words(ctx, stage)
    room = width - GAP - _left(index) - 3.0
    beside = (time.width + _CLOCK + 10.0 + _PILL) if time is not None else 0.0
    title = stage.title or ctx.say("stage_without_name")
    tried: Heading | None = None
    for parts, lines, below in (
        (_SIZES, 1, False),
        (_SIZES, 1, True),
        (_SMALL_SIZES, 2, False),
        (_SMALL_SIZES, 9, True),
    ):
        for part in dict.fromkeys(min(part, most) for part in parts):
            size = style.STAGE.size * part
            said = coding.stage_number(ctx, stage, str(ctx.before + index + 1))
            number = style.line(said, replace(style.NUMBER, size=size))
            free = room - _number_width(number) - (0.0 if below else beside)
            words = style.block(title, replace(style.STAGE, size=size), free, balance=lines > 1)
            tried = Heading(number, words, time, below)
            if words.whole and len(words.lines) <= lines:
                return tried
    assert tried is not None  # noqa: S101  # the loops ran
    return tried


def _slow(ctx: Context, stage: Stage) -> bool:
    return stage.id in ctx.timing.slowest


def _time_words(ctx: Context, stage: Stage) -> Block | None:
    """How long a stage takes; of a slow one the sign has a place also where a lane says it."""
    which = timeline.WHICH[ctx.options.path]
    shown = None if ctx.timed else Times(stage.planned, stage.actual).of(which)
    if shown is None:
        return style.line("", _TIME) if _slow(ctx, stage) else None
    return style.line(naming.amount(shown, ctx.options.language), _TIME)


def _heading(ctx: Context, stage: Stage, index: int, width: float, most: float) -> Heading:
    """The setting of last time while the stage is the same."""
    number = coding.coordinates(ctx).get(stage.id)
    made_from = (stage, index, width, ctx.timed, most, _slow(ctx, stage), number)
    key = ("heading", stage.id, most == 1.0)
    return ctx.memo.once(key, made_from, heading, ctx, stage, index, width, most)


def _common(ctx: Context, widths: dict[str, float]) -> float:
    """The part of the full size at which all stages can be named alike."""
    parts = (
        _heading(ctx, stage, index, widths[stage.id], 1.0).number.style.size / style.STAGE.size
        for index, stage in enumerate(ctx.stages)
    )
    return max(_LEAST_COMMON, min(parts))


def least_width(ctx: Context, stage: Stage, index: int, last: float) -> float:
    """The width at which a stage's longest word fits, set at that part of the full size."""
    size = style.STAGE.size * last
    word = wrap.longest_word(stage.title, "bold") * size
    return min(word, 170 * last) + size * 0.95 + _left(index) + GAP + 5.0


def _chevron(w: float, h: float, first: bool, last: bool) -> tuple[Command, ...]:
    right = w - GAP if not last else w
    start: list[Command] = [("M", (0, 0)), ("L", (right, 0))]
    if not last:
        start.append(("L", (right + TIP, h / 2)))
    start += [("L", (right, h)), ("L", (0, h))]
    if not first:
        start.append(("L", (TIP, h / 2)))
    return (*start, ("Z", ()))


def chevron(
    ctx: Context, stage: Stage, index: int, width: float, height: float, most: float
) -> Shape:
    """A stage's chevron, its name at most that part of the full size."""
    head, mark = _heading(ctx, stage, index, width, most), heads.change(ctx, stage)
    ink = heads.ink(ctx, ctx.inks[stage.id], mark)
    last = index == len(ctx.stages) - 1
    outline = _chevron(width, height, index == 0, last)
    drawn = heads.ground(ctx, outline, (TIP, width - GAP, height), ink, mark)
    x = _left(index)
    y = (height - head.height) / 2
    drawn += head.number.draw(x, y, ink.dim_on_fill)
    text_x = x + _number_width(head.number)
    title = head.title.draw(text_x, y, ink.on_fill)
    drawn += title
    room = width - GAP - text_x - 3.0
    zones = [head.title.zone("title", text_x, y, room, ink.on_fill)]
    if head.time is not None:
        time = _time(head, (width, height), (text_x, y), zones)
        drawn += time.slow(ctx.theme) if _slow(ctx, stage) else time.usual(ink.on_fill)
    drawn += heads.told(ctx, title, text_x, height, mark)
    shape = Shape(width + (0 if last else TIP), height, tuple(drawn), tuple(zones))
    slant = 2 * TIP / height if index else 0.0
    return departing.cut_in(shape, ink.on_fill, slant) if stage.id in ctx.differing else shape


class _Time(NamedTuple):
    """How long a stage takes, in its chevron."""

    words: Block
    x: float
    y: float

    def usual(self, colour: Colour) -> list[Primitive]:
        """With a clock before it."""
        clock = icons.icon("clock", self.x, self._middle - _CLOCK / 2, _CLOCK, colour, 2.0)
        return [clock, *self.words.draw(self.x + _CLOCK + 2.0, self.y, colour)]

    def slow(self, theme: Theme) -> list[Primitive]:
        """With an hourglass, on a patch of paper: it is one of those that take longest."""
        words, colour = self.words, theme.alarm
        wide = _CLOCK + 2 * _PILL + (2.0 + words.width if words.width else 0.0)
        high = words.height + 3.0
        patch = Box(self.x - _PILL, self.y - 1.5, wide, high, theme.paper, None, radius=high / 2)
        sand = waits.hourglass(self.x, self._middle - _CLOCK / 2 + 0.3, _CLOCK - 0.6, colour)
        return [patch, *sand, *words.draw(self.x + _CLOCK + 2.0, self.y, colour)]

    @property
    def _middle(self) -> float:
        return self.y + self.words.height / 2


def _time(
    head: Heading, size: tuple[float, float], title: tuple[float, float], zones: list[Zone]
) -> _Time:
    """Where the time stands.

    Args:
        size: width and height of the chevron, u.
        title: where the title begins, u.
    """
    time = head.time
    assert time is not None  # noqa: S101 - asked by the caller
    x = size[0] - GAP - 5.0 - time.width - _CLOCK - 2.0
    y = (size[1] - time.height) / 2
    if head.time_below:
        x, y = max(min(title[0], x), TIP), title[1] + head.title.height + 0.5
    zones.append(Zone("actual", x, y, _CLOCK + 2 + time.width, time.height))
    return _Time(time, x, y)


def signs_width(ctx: Context, step: Step) -> float:
    """Room for the signs before a step's name, u."""
    signs = _WAITING * (step.waiting + (step.id in ctx.timing.slowest))
    return signs + coding.step_room(ctx, step.id)


def _common_step(ctx: Context, columns: Columns) -> float:
    """The part of the full size at which the names of all steps can be set alike."""
    least = 1.0
    for at, (_, step) in enumerate(columns.columns):
        width = columns.stretch(at, at + 1).over(0, 1)
        if step is not None and step.title:
            word = wrap.longest_word(step.title, style.STEP.font) * style.STEP.size
            room = width - PAD - 2.0 - signs_width(ctx, step)
            least = min(least, room / word if word else 1.0)
    return next((part for part in _STEP_SIZES if part <= least), _STEP_SIZES[-1])


def step_name(
    ctx: Context, step: Step, width: float, colour: str, most: float, mark: heads.Changed
) -> Shape:
    """A step's name, at most that part of the full size.

    One that is only waited through has a clock before it, one of the slowest an hourglass.
    """
    left = signs_width(ctx, step)
    parts = [part for part in (*_STEP_SIZES, 0.74) if part <= most]
    words = style.shrunk(step.title, style.STEP, width - left, 1e9, parts)
    drawn = coding.before_name(ctx, step.id, colour)
    if step.waiting:
        x = coding.step_room(ctx, step.id)
        drawn.append(icons.icon("clock-pause", x, 1.0, 7.6, colour, 2.0))
    if step.id in ctx.timing.slowest:
        drawn += waits.hourglass(left - _WAITING + 0.8, 1.6, 6.4, ctx.theme.alarm)
    name = words.draw(left, 0, colour)
    height = max(words.height, 9.5)
    more, below = heads.named(ctx, name, height, mark)
    zone = words.zone("title", left, 0, width - left, colour)
    shape = Shape(width, height + below, (*drawn, *name, *more), (zone,))
    if step.id not in ctx.differing:
        return shape
    return departing.cornered(shape, ctx.theme.accent, beside=True)


class Head(NamedTuple):
    """All stages: their cells without their y, and how high they are."""

    cells: tuple[Cell, ...]
    height: float


def head(ctx: Context, columns: Columns, y: float) -> Head:
    """The cells of all stages, top at y."""
    if not ctx.stages:
        return Head((), 0.0)
    spans = _spans(columns.columns)
    widths = {stage.id: columns.span(*spans[stage.id]) for stage in ctx.stages}
    most = _common(ctx, widths)
    need = max(
        _heading(ctx, stage, index, widths[stage.id], most).height
        for index, stage in enumerate(ctx.stages)
    )
    high = max(HEIGHT, need + 7.0)
    names = _names(ctx, columns)
    tallest = max((shape.h for _, shape in names.values()), default=0.0)
    below = tallest + 8.5 if names else 3.0
    time = axis.shapes(ctx, columns)
    height = high + below + (axis.HEIGHT if time else 0.0)
    cells = tuple(
        _cell(ctx, columns, index, spans[stage.id], (y, high, height, most), names)
        for index, stage in enumerate(ctx.stages)
    )
    return Head(tuple(_timed(one, time, high + below) for one in cells), height)


def _timed(cell: Cell, time: dict[str, Shape], y: float) -> Cell:
    """A stage with its part of the axis of time."""
    if not time:
        return cell
    own = Piece(f"axis:{cell.stage_id}", "ground", "", 0, y, time[cell.stage_id])
    return cell._replace(pieces=(*cell.pieces, own))


def _cell(
    ctx: Context,
    columns: Columns,
    index: int,
    span: tuple[int, int],
    box: tuple[float, float, float, float],
    names: dict[int, tuple[Step, Shape]],
) -> Cell:
    """A stage's chevron and its step names.

    Args:
        span: first column and their number.
        box: top of the cell, height of the chevron, height of the cell, u; and the largest part of
            the full size for its name.
    """
    (first, count), (y, high, height, most) = span, box
    stage = ctx.stages[index]
    x, width = columns.x(first), columns.span(first, count)
    differs = stage.id in ctx.differing
    made_from = (stage, index, len(ctx.stages), width, high, ctx.timed, most)
    all_of = (*made_from, differs, _slow(ctx, stage), coding.coordinates(ctx).get(stage.id))
    shape = ctx.memo.once(
        ("chevron", stage.id), all_of, chevron, ctx, stage, index, width, high, most
    )
    pieces = [Piece(stage.id, "stage", stage.id, 0, 0, shape)]
    for at in range(first, first + count):
        if at in names:
            step, name = names[at]
            left = columns.xs[at] - x + PAD
            pieces.append(Piece(step.id, "step", step.id, left, high + 4.0, name))
    kept = ctx.memo.once(("head", stage.id), tuple(pieces), lambda: tuple(pieces))
    return Cell(f"stage:{stage.id}", "stage", x, y, width, height, kept, stage_id=stage.id)


def _spans(columns: Sequence[Column]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for index, (stage, _) in enumerate(columns):
        first, count = found.get(stage.id, (index, 0))
        found[stage.id] = (first, count + 1)
    return found


def _names(ctx: Context, columns: Columns) -> dict[int, tuple[Step, Shape]]:
    found = {}
    most = _common_step(ctx, columns)
    for index, (stage, step) in enumerate(columns.columns):
        if step is not None:
            mark = heads.change(ctx, step)
            width = columns.stretch(index, index + 1).over(0, 1)
            made_from = (step, width - PAD - 2.0, ctx.inks[stage.id].text, most, mark)
            apart = step.id in ctx.differing, step.id in ctx.timing.slowest
            all_of = (*made_from, *apart, coding.coordinates(ctx).get(step.id))
            shape = ctx.memo.once(("step", step.id), all_of, step_name, ctx, *made_from)
            found[index] = (step, shape)
    return found
