"""A map laid out as far as its width decides: header, stages, and how high each lane must be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.journey import times
from cjm_desktop.journey.records import (
    Card,
    Department,
    Evidence,
    Lane,
    Persona,
    Picture,
    Touchpoint,
)
from cjm_desktop.layout import (
    blocks,
    changes,
    coding,
    facts_cells,
    header,
    labels,
    signs,
    stages,
    waits,
)
from cjm_desktop.layout.context import LABEL, LANE_PAD, MARGIN, Block, Columns, Context
from cjm_desktop.layout.facts_cells import FACTS
from cjm_desktop.layout.pieces import Piece, Shape
from cjm_desktop.layout.waits import Strip

FOOT = 16.0 + MARGIN - 6.0
"""What lies under the last lane, u."""
_SOFT = {
    "actions": 46.0,
    "touchpoints": 42.0,
    "thoughts": 46.0,
    "barriers": 76.0,
    "opportunities": 48.0,
    "owners": 28.0,
    "metrics": 44.0,
    "time": 26.0,
    "goals": 34.0,
    "participation": 26.0,
    "consensus": 26.0,
    "divider": 11.0,
}
"""Heights at which an empty lane looks like what it is for."""
_SOFT_OTHER = 36.0
EMOTIONS = 160.0
_CURVE = 125.0
"""What a lane of feelings needs below its name."""
_DIVIDER = 11.0
_FOLDED = 21.0


class Row(NamedTuple):
    """A lane before its place is known."""

    lane: Lane
    label: Shape
    blocks: tuple[Block, ...]
    """What lies in it, for each stage."""
    hard: float
    """Least height at which nothing is lost, u."""
    soft: float
    """Height at which it looks well."""
    points: bool = False
    """A curve is drawn in it."""
    by_hand: bool = False
    """One will be, on paper: it takes the room that notes leave."""
    strip: Strip = Strip()
    """What lies along its lower edge."""


class Frame(NamedTuple):
    """A map laid out except for the heights of its lanes."""

    columns: Columns
    width: float
    header: tuple[Piece, ...]
    stages_y: float
    head: stages.Head
    rows: tuple[Row, ...]
    token: object
    """Stays the same while the records that cards are drawn with are the same."""

    @property
    def grid_y(self) -> float:
        """Top of the first lane, u."""
        return self.stages_y + self.head.height

    def height(self, lanes: Sequence[float]) -> float:
        """Of the whole page with lanes of those heights, u."""
        return self.grid_y + sum(lanes) + FOOT


def frame(ctx: Context, columns: Columns, width: float) -> Frame:
    """Lay out everything whose height follows from its width."""
    found, height = headed(ctx, width)
    top = MARGIN + height
    made = (ctx.stages, columns, top, ctx.timed, ctx.differing, ctx.timing)
    numbers = coding.coordinates(ctx)
    head = ctx.memo.broad(("heads",), (*made, numbers), stages.head, ctx, columns, top)
    token = related(ctx)
    rows = tuple(_row(ctx, lane, columns, token) for lane in ctx.lanes)
    return Frame(columns, width, found, top, head, rows, token)


def headed(ctx: Context, width: float) -> tuple[tuple[Piece, ...], float]:
    """What stands over a page of that width, and how high it is, u."""
    if not ctx.options.show_header:
        return (), 0.0
    inner = width - 2 * MARGIN
    counted = (ctx.journey, ctx.map.id, header.COUNTED[ctx.options.path])
    grid = (ctx.stages, ctx.steps)
    takes = ctx.memo.once(("takes",), grid, lambda: times.total(*counted).span)
    made_from = (
        takes,
        ctx.map,
        ctx.general,
        ctx.journey.document,
        ctx.personas,
        inner,
        signs.found(ctx),
        changes.kinds(ctx),
        bool(ctx.worst),
        bool(ctx.differing),
        ctx.timing,
        ctx.journey.all(Picture),
        ctx.journey.lanes(ctx.map.id),
    )
    return ctx.memo.once(("header",), made_from, lambda: header.header(ctx, inner, takes))


def related(ctx: Context) -> object:
    """An object that stays the same while the records cards are drawn with are the same.

    But for their evidence (see `Context.rests_on`): each card that is copied brings its own.
    """
    journey = ctx.journey
    kinds = tuple(journey.all(kind) for kind in (Department, Persona, Picture))
    planned = changes.pairs(ctx), changes.adrift(ctx)
    marked = ctx.marked, ctx.worst, ctx.differing
    sought = (journey.all(Touchpoint), journey.hypotheses(ctx.map.id)) if ctx.options.only else ()
    sifted = journey.all(Evidence) if ctx.options.sifts else ()
    known = coding.known(ctx)
    return ctx.memo.once(("related",), (*kinds, *marked, *planned, *sought, sifted, known), object)


def _blocks(ctx: Context, lane: Lane, columns: Columns, token: object) -> tuple[Block, ...]:
    """What lies in a lane; the very tuple of last time where nothing in the lane has changed."""
    cards, key = ctx.journey.cards_of_lane(lane.id), ("blocks", lane.id)
    made_from: tuple[object, ...]
    if lane.holds in FACTS:
        # Its own cards, if it has any, only say which cells there are.
        made_from = (lane, cards, columns, facts_cells.read(ctx, lane, token))
    else:
        rests_on, reach = ctx.rests_on(lane), ctx.reached_in(lane)
        made_from = (lane, cards, rests_on, token, columns, ctx.stages, reach)
    return ctx.memo.broad(key, made_from, blocks.blocks, ctx, lane, columns, token)


def _row(ctx: Context, lane: Lane, columns: Columns, token: object) -> Row:
    made = labels.divider if lane.holds == "divider" else labels.label
    label = ctx.memo.once(("label", lane.id), (lane,), lambda: made(ctx, lane, LABEL))
    found = _blocks(ctx, lane, columns, token)
    asked = lane.height or 0.0
    if lane.holds == "divider":
        high = max(_DIVIDER, label.h + 2)
        return Row(lane, label, found, high, max(high, asked))
    if lane.folded:
        return Row(lane, label, found, max(_FOLDED, label.h + 3), max(_FOLDED, label.h + 3))
    if lane.holds == "feelings":
        high = max(EMOTIONS, asked, label.h + _CURVE)
        points = bool(ctx.journey.feelings(lane.id)) and not ctx.options.blank
        return Row(lane, label, found, high, high, points, ctx.options.blank)
    tallest = max((one.height for one in found), default=0.0)
    tail = 2.0 if lane.holds == "barriers" and tallest else 0.0
    along = _strip(ctx, lane, columns, found)
    tallest += max(0.0, along.height - LANE_PAD) if tallest else 0.0
    hard = max(tallest + 2 * LANE_PAD + tail if tallest else 0.0, label.h + 3.0)
    if ctx.options.blank:  # notes are as large as they are
        hard = max(hard, asked)
    soft = hard
    if tallest or not _of_some_stages(ctx):
        soft = max(hard, asked, _SOFT.get(lane.holds, _SOFT_OTHER) + along.height)
    return Row(lane, label, found, hard, soft, strip=along)


def _of_some_stages(ctx: Context) -> bool:
    """Whether it is a page of a few stages: what is empty there only takes room from the rest."""
    return ctx.options.paper and bool(ctx.options.stage_ids) and not ctx.options.blank


def _strip(ctx: Context, lane: Lane, columns: Columns, found: tuple[Block, ...]) -> Strip:
    """The waits under a lane of touchpoints."""
    if lane.holds != "touchpoints" or not (ctx.timing.passages or ctx.timing.silences):
        return Strip()
    asked = ctx.options
    dim: tuple[bool, ...] = ()
    if asked.sifts:
        ends = [key for one in ctx.timing.passages for key in (one.from_id, one.to_id)]
        dim = tuple([ctx.in_question(ctx.journey.get(Card, one)) for one in ends])
    # Letters alone move nothing, nor does what no passage ends at: only those places are asked.
    stood = (found, columns, ctx.timing.passages)
    placed = ctx.memo.once(("stand", lane.id), stood, waits.places, ctx, columns, found)
    made_from = (placed, columns, ctx.timing, dim)
    return ctx.memo.broad(("strip", lane.id), made_from, waits.strip, ctx, lane, columns, placed)
