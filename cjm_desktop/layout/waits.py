"""Under the touchpoints: how long the customer waits between them, and where nobody is met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from cjm_desktop.journey import durations, naming
from cjm_desktop.journey.records import Card, Duration, Lane
from cjm_desktop.journey.silences import Silence
from cjm_desktop.journey.timeline import Passage
from cjm_desktop.layout import icons, marks, style
from cjm_desktop.layout.context import PAD, Block, Columns, Context
from cjm_desktop.layout.outline import polygon
from cjm_desktop.layout.pieces import Box, Colour, Line, Path, Piece, Primitive, Shape
from cjm_desktop.layout.style import Style

_WORDS = Style("medium", 6.2, 1.12, hyphenate=False)
_STRONG = Style("bold", 6.2, 1.12, hyphenate=False)
_SIGN, _AFTER_SIGN = 5.6, 1.8
_LINE, _TICK = 0.7, 1.8
_HATCHED, _HATCH = 4.4, 2.6
"""How high the strip of a silence is, and how far its strokes lie apart, u."""
_BESIDE = 5.0
"""So much of a line is seen at least at both sides of the words that stand in it, u."""
_ROW, _APART = 1.2, 2.5
"""Free space between rows, and between two in one row, u."""
_BELOW = 0.8
_INTO = 6.7
"""From the edge of a touchpoint to the middle of its disc, u."""
_AIR = 1.6


class Strip(NamedTuple):
    """What lies along the lower edge of a lane."""

    pieces: tuple[Piece, ...] = ()
    """x from the grid's left edge, y from the strip's top."""
    height: float = 0.0


class Bar(NamedTuple):
    """A wait or a silence, before it is drawn."""

    id: str
    left: float
    """From where to where it lies, from the grid's left edge, u."""
    right: float
    span: Duration
    silent: bool
    slow: bool
    dim: bool
    leads: int = 0
    """Where it goes on in columns that are not to be seen: 1 to the right, -1 to the left."""


class _Set(NamedTuple):
    """A bar with its words: in its middle where they fit, else beside it."""

    bar: Bar
    words: style.Block
    left: float
    """Of the words with their sign, u."""

    @property
    def right(self) -> float:
        """End of the words, u."""
        return self.left + _SIGN + _AFTER_SIGN + self.words.width

    @property
    def ends(self) -> tuple[float, float]:
        """What it takes of its row, u."""
        return min(self.bar.left, self.left), max(self.bar.right, self.right)

    @property
    def height(self) -> float:
        """Of words and line, u."""
        return max(self.words.height, _HATCHED if self.bar.silent else 2 * _TICK)


def strip(ctx: Context, lane: Lane, columns: Columns, placed: dict[str, float]) -> Strip:
    """The waits and silences that begin in a lane of touchpoints.

    Args:
        placed: where its touchpoints begin (see `places`).
    """
    bars = [*_waits(ctx, lane, columns, placed), *_silences(ctx, lane, columns)]
    if not bars:
        return Strip()
    right = columns.right - columns.xs[0]
    rows: list[list[_Set]] = []
    taken: list[float] = []
    for one in sorted((_words(ctx, bar, right) for bar in bars), key=_ends):
        start, end = one.ends
        at = next((at for at, edge in enumerate(taken) if edge + _APART <= start), len(rows))
        if at == len(rows):
            rows.append([])
            taken.append(end)
        rows[at].append(one)
        taken[at] = end
    pieces, y = [], 0.0
    for row in rows:
        tall = max(one.height for one in row)
        pieces += [_kept(ctx, one, y + tall - one.height) for one in row]
        y += tall + _ROW
    return Strip(tuple(pieces), y - _ROW + _BELOW)


_ends = attrgetter("ends")


def _words(ctx: Context, bar: Bar, right: float) -> _Set:
    return ctx.memo.once(("wait", bar.id), (bar, right), _set, ctx, bar, right)


def _kept(ctx: Context, one: _Set, y: float) -> Piece:
    return ctx.memo.once(("wait drawn", one.bar.id), (one, y), _piece, ctx, one, y)


def places(ctx: Context, columns: Columns, blocks: Sequence[Block]) -> dict[str, float]:
    """Where a lane's touchpoints begin that waits are drawn at, from the grid's left edge, u."""
    ends = {key for one in ctx.timing.passages for key in (one.from_id, one.to_id)}
    return {
        piece.record_id: columns.xs[run.first + place.first] + piece.x - columns.xs[0]
        for run, block in zip(columns.runs, blocks, strict=True)
        for place, content in block.places
        for piece in content.pieces
        if piece.record_id in ends
    }


def _waits(ctx: Context, lane: Lane, columns: Columns, placed: dict[str, float]) -> Iterator[Bar]:
    """The passages that begin in a lane; one that is a silence is drawn as that."""
    silent = {one.link_id: one for one in ctx.timing.silences if one.link_id}
    for one in ctx.timing.passages:
        start, end = (ctx.journey.get(Card, key) for key in (one.from_id, one.to_id))
        dim = not (ctx.in_question(start) and ctx.in_question(end))
        if start.lane_id != lane.id or (dim and ctx.options.others == "hide"):
            continue
        quiet = silent.get(one.link_id)
        span, slow = one.wait if quiet is None else quiet.span, one.link_id in ctx.timing.slowest
        ends, leads = _over(columns, quiet), 0
        if ends is None and one.before:
            ends, leads = _between(columns, one, placed), _leads(columns, one)
        if ends is not None:
            yield Bar(f"wait:{one.link_id}", *ends, span, quiet is not None, slow, dim, leads)


def _leads(columns: Columns, passage: Passage) -> int:
    """Whether a passage leads beyond the columns: 1 to the right, -1 to the left, 0 not."""
    if passage.after.start >= len(columns.xs):
        return 1
    return -1 if passage.after.start < 0 else 0


def _silences(ctx: Context, lane: Lane, columns: Columns) -> Iterator[Bar]:
    """The silences after a touchpoint of a lane that no passage tells of."""
    for one in ctx.timing.silences:
        ends = _over(columns, one)
        if one.link_id is None and ends and ctx.journey.get(Card, one.after_id).lane_id == lane.id:
            slow = not ctx.timing.slowest.isdisjoint(one.place_ids)
            name = f"silence:{one.after_id}"
            yield Bar(name, *ends, one.span, silent=True, slow=slow, dim=False)


def _over(columns: Columns, silence: Silence | None) -> tuple[float, float] | None:
    """From where to where the columns of a silence reach; None where it is between two."""
    if silence is None or not silence.place_ids:
        return None
    quiet = set(silence.place_ids)
    here = [at for at, (stage, step) in enumerate(columns.columns) if (step or stage).id in quiet]
    if not here:
        return None
    left = columns.xs[0]
    first, last = here[0], here[-1]
    end = columns.xs[last] + columns.stretch(last, last + 1).over(0, 1)
    return columns.xs[first] - left + PAD, end - left - PAD


def _between(columns: Columns, passage: Passage, placed: dict[str, float]) -> tuple[float, float]:
    """From where to where a wait is drawn: its gap if it has one, else from disc to disc."""
    left, before, after = columns.xs[0], passage.before, passage.after
    last = before.stop - 1
    if columns.gaps and before.stop == after.start and columns.gaps[last]:
        right = columns.xs[last] + columns.ws[last] - left
        return right - columns.gaps[last] + _AIR, right - _AIR
    if (leads := _leads(columns, passage)) != 0:
        start = placed.get(passage.from_id, columns.xs[before.start] - left + PAD) + _INTO
        end = columns.right - left if leads > 0 else 0.0
        return min(start, end) + _AIR, max(start, end) - _AIR
    ends = [
        placed.get(key, columns.xs[there.start] - left + PAD) + _INTO
        for key, there in ((passage.from_id, before), (passage.to_id, after))
    ]
    if before.start == after.start:
        wide = columns.stretch(before.start, before.start + 1).over(0, 1)
        ends = [columns.xs[before.start] - left + PAD + _INTO]
        ends.append(ends[0] + wide - 2 * (PAD + _INTO))
    return min(ends) + _AIR, max(ends) - _AIR


def _set(ctx: Context, bar: Bar, right: float) -> _Set:
    """A bar's words in its middle, or behind it, or where the grid ends before it.

    Args:
        right: of the grid, u.
    """
    language, shape = ctx.options.language, _STRONG if bar.slow or bar.silent else _WORDS
    said = naming.amount(durations.rough(bar.span), language)
    words = style.line(ctx.say("silence", text=said) if bar.silent else said, shape)
    wide = _SIGN + _AFTER_SIGN + words.width
    if wide + 2 * _BESIDE <= bar.right - bar.left:
        return _Set(bar, words, (bar.left + bar.right - wide) / 2)
    left = bar.right + _AIR
    if left + wide > right:
        left = bar.left - _AIR - wide
    return _Set(bar, words, max(0.0, left))


def _piece(ctx: Context, one: _Set, y: float) -> Piece:
    """A bar in its place."""
    (left, right), bar, theme = one.ends, one.bar, ctx.theme
    ink = theme.alarm if bar.slow else theme.ink2
    x, middle = one.left - left, one.height / 2
    drawn: list[Primitive] = [
        *_sign(bar.slow, x, middle - _SIGN / 2, ink),
        *one.words.draw(x + _SIGN + _AFTER_SIGN, middle - one.words.height / 2, ink),
    ]
    inside = (one.left - left - _AIR, one.right - left + _AIR)
    for part in _parts(bar.left - left, bar.right - left, inside):
        drawn += hatched(*part, middle, ink) if bar.silent else [_stroke(*part, middle, ink)]
    if not bar.silent:
        tips = ((bar.left - left, bar.leads < 0), (bar.right - left, bar.leads > 0))
        drawn += [
            _tip(x, middle, bar.leads, ink) if goes_on else _tick(x, middle, ink)
            for x, goes_on in tips
        ]
    shape = Shape(right - left, one.height, tuple(drawn))
    shape = marks.dim(shape, theme) if bar.dim else shape
    return Piece(bar.id, "ground", "", left, y, shape)


def _parts(left: float, right: float, words: tuple[float, float]) -> list[tuple[float, float]]:
    """What words leave of a line that they may stand in."""
    start, end = words
    if start >= right or end <= left:
        return [(left, right)]
    return [(left, start), (end, right)]


def _sign(slow: bool, x: float, y: float, ink: Colour) -> list[Primitive]:
    return hourglass(x, y, _SIGN, ink) if slow else [icons.icon("clock", x, y, _SIGN, ink, 2.0)]


def _stroke(left: float, right: float, y: float, ink: Colour) -> Line:
    return Line(left, y, right, y, ink, _LINE, round=True)


def _tick(x: float, y: float, ink: Colour) -> Line:
    """The end of a line that measures."""
    return Line(x, y - _TICK, x, y + _TICK, ink, _LINE, round=True)


def _tip(x: float, y: float, way: int, ink: Colour) -> Path:
    """The end of a line that goes on where it is not to be seen."""
    base = x - 2 * _TICK * way
    return Path(polygon((x, y), (base, y - _TICK), (base, y + _TICK)), ink)


def hatched(left: float, right: float, y: float, ink: Colour) -> list[Primitive]:
    """A strip of slanted strokes; y is its middle."""
    top, h = y - _HATCHED / 2, _HATCHED
    found: list[Primitive] = [Box(left, top, right - left, h, None, ink, 0.5, 0.8)]
    at = left + h / 2
    while at + h < right:
        found.append(Line(at, top + h, at + h, top, ink, 0.5))
        at += _HATCH
    return found


def hourglass(x: float, y: float, size: float, ink: Colour) -> list[Primitive]:
    """The sign of what takes longest; (x, y) is its top left."""
    left, right = x + size * 0.16, x + size * 0.84
    middle, end = y + size / 2, y + size
    sand = [polygon((left, at), (right, at), (x + size / 2, middle)) for at in (y, end)]
    bars = [Line(left - 0.3, at, right + 0.3, at, ink, 0.9, round=True) for at in (y, end)]
    return [*(Path(one, ink) for one in sand), *bars]
