"""What lies in a lane, stage by stage: a stage that only moves is not laid out again."""

from __future__ import annotations

from collections.abc import Iterable

from cjm_desktop.journey.records import Lane
from cjm_desktop.layout import packed, style
from cjm_desktop.layout.cells import fill, key, manner, views_of
from cjm_desktop.layout.context import (
    LANE_PAD,
    PAD,
    Block,
    Columns,
    Content,
    Context,
    Place,
    Run,
    Stretch,
)
from cjm_desktop.layout.facts_cells import FACTS, fact_content
from cjm_desktop.layout.pieces import Box, Piece, Shape

_STAGEWISE = frozenset(("goals", "participation", "consensus"))
_NOTHING = Content((), 0.0)


def blocks(ctx: Context, lane: Lane, columns: Columns, token: object) -> tuple[Block, ...]:
    """What lies in a lane, a block for each stage.

    Args:
        token: the same object as long as the records that cards are drawn with are the same.
    """
    if lane.holds in ("feelings", "divider"):
        return tuple(_empty(ctx, lane, columns, run) for run in columns.runs)
    if lane.folded:
        return _by_stage(
            ctx, columns, [(one, _counted(ctx, one)) for one in _all(ctx, lane, columns)]
        )
    if lane.holds in FACTS:
        return _by_stage(ctx, columns, fact_content(ctx, lane, _all(ctx, lane, columns), token))
    if lane.holds == "owners":
        return _by_stage(ctx, columns, _packed(ctx, lane, columns, token))
    return _arranged(ctx, lane, columns, token)


def places(ctx: Context, lane: Lane, run: Run, ws: Stretch) -> list[Place]:
    """The cells of a lane in a stage, left to right; a stage-wide one comes before its steps.

    Args:
        ws: widths of the stage's columns, u; there may be others behind them.
    """
    cards, stage = ctx.journey.cards, run.stage
    per_stage = lane.per == "stage" or lane.holds in _STAGEWISE
    found: list[Place] = []
    if per_stage or not run.steps or cards(lane.id, stage.id, None):
        found.append(Place(lane, stage, None, 0, run.cols, ws.over(0, run.cols)))
    for at, step in enumerate(run.steps):
        if not per_stage or cards(lane.id, stage.id, step.id):
            found.append(Place(lane, stage, step, at, 1, ws.over(at, 1)))
    return found


def _widths(columns: Columns, run: Run) -> Stretch:
    return columns.stretch(run.first, run.first + run.cols)


def _all(ctx: Context, lane: Lane, columns: Columns) -> list[Place]:
    return [one for run in columns.runs for one in places(ctx, lane, run, _widths(columns, run))]


def _empty(ctx: Context, lane: Lane, columns: Columns, run: Run) -> Block:
    ws = _widths(columns, run)
    made_from = (lane, run.stage, run.steps, ws, ctx.journey.cards_of_stage(run.stage.id))

    def make() -> Block:
        return Block(tuple((one, _NOTHING) for one in places(ctx, lane, run, ws)), 0.0)

    return ctx.memo.broad(("block", lane.id, run.stage.id), made_from, make)


def _by_stage(
    ctx: Context, columns: Columns, contents: Iterable[tuple[Place, Content]]
) -> tuple[Block, ...]:
    """Contents found for a whole lane at once, parted by stages and lowered."""
    found: dict[str, list[tuple[Place, Content]]] = {run.stage.id: [] for run in columns.runs}
    for place, content in contents:
        found[place.stage.id].append((place, _lowered(ctx, place, content)))
    return tuple(
        Block(tuple(one), max((content.height for _, content in one), default=0.0))
        for one in found.values()
    )


def _lowered(ctx: Context, place: Place, content: Content) -> Content:
    """A content below the free space at the top of its lane; the same object while it is."""
    if not content.pieces:
        return content
    made_from = (content.pieces, content.height)

    def make() -> Content:
        pieces = tuple(one._replace(y=one.y + LANE_PAD) for one in content.pieces)
        return content._replace(pieces=pieces)

    return ctx.memo.once(("lowered", *key(place)), made_from, make)


def _counted(ctx: Context, place: Place) -> Content:
    """How many cards lie in a cell of a folded lane."""
    step_id = place.step.id if place.step else None
    count = len(ctx.views(ctx.journey.cards(place.lane.id, place.stage.id, step_id)))
    if not count:
        return _NOTHING
    return ctx.memo.once(("folded", *key(place)), (count,), _count, ctx, place, count)


def _count(ctx: Context, place: Place, count: int) -> Content:
    words = style.line(ctx.say("more_cards", n=count), style.CAPTION)
    wide, high = words.width + 8.0, 10.0
    drawn = [
        Box(0, 0, wide, high, ctx.theme.track, radius=high / 2),
        *words.draw(4.0, (high - words.height) / 2, ctx.theme.ink),
    ]
    name = ":".join(("folded", *key(place)))
    return Content((Piece(name, "cell", "", PAD, 0.5, Shape(wide, high, tuple(drawn))),), high)


def _arranged(ctx: Context, lane: Lane, columns: Columns, token: object) -> tuple[Block, ...]:
    """Cells filled from the left; a card that covers several columns pushes those below it down."""
    taken = [0.0] * len(columns.xs)
    reach = ctx.reached_in(lane)
    wide = max(reach, default=1)
    found = []
    for run in columns.runs:
        end = min(run.first + run.cols - 1 + wide, len(taken))
        ws, starts = columns.stretch(run.first, end), tuple(taken[run.first : end])
        ink = ctx.inks[run.stage.id] if manner(lane).inked else None
        cards = ctx.journey.cards_of_stage(run.stage.id)
        rests_on = ctx.rests_on(lane, run.stage)
        made_from = (lane, run.stage, run.steps, cards, rests_on, token, ws, starts, ink, reach)
        block = ctx.memo.broad(
            ("block", lane.id, run.stage.id),
            made_from,
            _block,
            ctx,
            lane,
            run,
            ws,
            starts,
            token,
            wide,
        )
        taken[run.first : end] = block.below
        found.append(block)
    return tuple(found)


def _block(
    ctx: Context,
    lane: Lane,
    run: Run,
    ws: Stretch,
    starts: tuple[float, ...],
    token: object,
    wide: int,
) -> Block:
    """The cells of a lane in one stage.

    Args:
        ws: widths of the stage's columns and of those beyond that its cards may reach, u.
        starts: how far down those columns are taken already.
        wide: how many columns the widest card of the lane covers.
    """
    taken, tallest = list(starts), 0.0
    ink = ctx.inks[run.stage.id] if manner(lane).inked else None
    done: list[tuple[Place, Content]] = []
    for place in places(ctx, lane, run, ws):
        views = views_of(ctx, place, token)
        end = min(place.first + max(place.cols, wide), len(taken))
        own = tuple(taken[place.first : end])
        if views:
            within = ws.part(place.first, end)
            made_from = (views, within, own, ink, place.cols, lane.holds)
            content = ctx.memo.once(
                ("cell", *key(place)), made_from, fill, ctx, place, views, within, own
            )
            taken[place.first : end] = content.below
        else:
            bottom = max(own[: place.cols])
            content = Content((), bottom, own, covered=bottom > 0) if bottom else _NOTHING
        tallest = max(tallest, content.height)
        done.append((place, content))
    return Block(tuple(done), tallest, tuple(taken))


def _packed(
    ctx: Context, lane: Lane, columns: Columns, token: object
) -> list[tuple[Place, Content]]:
    """Bars over columns."""
    found = [
        (run.first + place.first, place)
        for run in columns.runs
        for place in places(ctx, lane, run, _widths(columns, run))
    ]
    return packed.contents(ctx, columns, found, lane, token)
