"""A map's time, found anew only where what it is made of has changed.

A move of one card seldom changes anything here: only the ends of passages that wait are looked at,
and in each column the first and the last touchpoint, which silences begin and end at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from cjm_desktop.journey import grid, plans, silences, timeline, times
from cjm_desktop.journey.records import Card, Link, Record, State
from cjm_desktop.journey.timeline import Passage
from cjm_desktop.layout import changes, timing
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.timing import NO_TIME, Timing

_END = attrgetter(
    "id", "lane_id", "stage_id", "step_id", "span", "place", "path", "moved_from", "kind"
)
Order = tuple[int, str, str]
"""Row, place and id of a touchpoint: how those of one column follow one another."""


class Outer(NamedTuple):
    """The touchpoints of a stage that silences may begin and end at."""

    ends: dict[str, tuple[Order, Order]]
    """The first and the last of each step by its id, and of the stage as a whole under ""."""
    wide: tuple[tuple[Order, str | None, int], ...]
    """All that cover several columns."""


def found(ctx: Context, there: tuple[object, ...]) -> Timing:
    """What is to be seen of the map's time.

    Args:
        there: all stages and steps of the map, seen or not.
    """
    journey, map_id, memo, view = ctx.journey, ctx.map.id, ctx.memo, ctx.options.path
    links = journey.links(map_id)
    said = memo.once(("timed",), (there, links), timing.said, journey, map_id)
    if ctx.options.blank or not said:
        return NO_TIME
    path: State = "to_be" if view == "to_be" else "as_is"
    waits = memo.once(("waits",), (links,), times.waiting, journey, map_id)
    rows = grid.contact_rows(journey, map_id)
    near = (there, links, rows, _ends(ctx, waits))
    waiting = memo.once(("passages",), near, _passages, ctx)
    slow = memo.once(("slowest",), near, timing.slowest, journey, map_id, path)
    met = _met(ctx, there, rows, path)
    quiet = memo.once(("silences",), (near, met), silences.of_map, journey, map_id, path)
    if not ctx.options.width_by_time:
        return Timing(waiting, quiet, slow)
    made_from = (near, ctx.stages, ctx.steps)
    here = [one for one in waiting if one.before]
    seen = (journey, map_id, ctx.columns, view)
    taken = memo.once(("taken",), made_from, timing.taken, *seen, here)
    return Timing(waiting, quiet, slow, *taken)


def _passages(ctx: Context) -> tuple[Passage, ...]:
    """The passages of the columns that are to be seen, those too that lead on from or come from
    columns beside these.

    Of one that leads out of them the end lies just beyond them; of one that comes from before them
    the columns it begins at are none.
    """
    (before, after), view = ctx.beside, ctx.options.path
    columns = (*before, *ctx.columns, *after)
    found = timeline.passages(ctx.journey, ctx.map.id, columns, view)
    if not before and not after:
        return found
    first, count = len(before), len(ctx.columns)
    parts = (_part(one, first, count) for one in found)
    return tuple([one for one in parts if one is not None])


def _part(passage: Passage, first: int, count: int) -> Passage | None:
    """A passage as it is seen in some of the columns; None: not at all.

    Args:
        first: which is the first of these columns.
        count: how many they are.
    """
    begins, ends = passage.before.stop - 1 - first, passage.after.start - first
    if 0 <= begins < count:
        start = max(0, passage.before.start - first)
        end = _within(range(ends, passage.after.stop - first), count)
        return passage._replace(before=range(start, begins + 1), after=end)
    over = begins < 0 <= ends or ends < 0 <= begins
    return passage._replace(before=range(0), after=range(0)) if over else None


def _within(columns: range, count: int) -> range:
    """Columns as far as they are among so many, else those just before or beyond these."""
    if columns.start >= count:
        return range(count, count)
    if columns.stop <= 0:
        return range(-1, -1)
    return range(max(0, columns.start), min(count, columns.stop))


def _ends(ctx: Context, waits: Iterable[Link]) -> tuple[object, ...]:
    """Where the touchpoints stand that passages wait between, and what stands for them."""
    journey = ctx.journey
    twins: list[Card] = []
    for stage in journey.stages(ctx.map.id):
        twins += changes.twins(ctx, stage)
    ids = [key for one in waits for key in (one.from_id, one.to_id)]
    ids += [key for one in twins for key in (one.id, one.moved_from or "")]
    return tuple([_end(journey.find(one)) for one in ids])


def _end(record: Record | None) -> object:
    return _END(record) if isinstance(record, Card) else None


def _met(ctx: Context, there: tuple[object, ...], rows: Sequence[str], path: State) -> object:
    """The touchpoints beside columns without any: where silences may begin and end."""
    journey, memo = ctx.journey, ctx.memo
    columns = memo.once(("columns of a path",), (there,), _columns, ctx, path)
    found: dict[str, Outer] = {}
    for stage in journey.stages(ctx.map.id):
        cards = journey.cards_of_stage(stage.id)
        found[stage.id] = memo.once(("met", stage.id), (cards, rows), _outer, cards, rows, path)
    if any(one.wide for one in found.values()):
        return found
    borders: list[object] = []
    before: tuple[object, ...] = ()
    for number, (stage_id, *keys) in enumerate(columns):
        ends = found[stage_id].ends
        here = tuple([ends[key] for key in keys if key in ends])
        if bool(here) is not bool(before):
            borders.append((number, before, here))
        before = here
    return borders


def _columns(ctx: Context, path: State) -> list[tuple[str, ...]]:
    """For each column its stage, and under what those stand in `Outer.ends` who are met there."""
    found = []
    for stage, step in ctx.journey.columns(ctx.map.id):
        keys = [
            "" if one is stage else one.id
            for one in (stage, step)
            if one is not None and plans.shown(ctx.journey, one, path)
        ]
        found.append((stage.id, *keys))
    return found


def _outer(cards: Iterable[Card], rows: Sequence[str], path: State) -> Outer:
    number = {lane_id: row for row, lane_id in enumerate(rows)}
    ends: dict[str, tuple[Order, Order]] = {}
    wide: list[tuple[Order, str | None, int]] = []
    for one in cards:
        row = number.get(one.lane_id)
        if row is None or one.path not in ("both", path):
            continue
        order, key = (row, one.place, one.id), one.step_id or ""
        first, last = ends.get(key, (order, order))
        ends[key] = min(first, order), max(last, order)
        if one.span > 1:
            wide.append((order, one.step_id, one.span))
    return Outer(ends, tuple(wide))
