"""What lies in the cells of a lane: cards stacked, flowing or packed, or facts of the stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cjm_desktop.journey.records import AnyCard, Barrier, Lane
from cjm_desktop.layout import cards, chips, notes, opportunities, owners, style
from cjm_desktop.layout.context import PAD, CardView, Columns, Content, Context, Place
from cjm_desktop.layout.facts_cells import FACTS, fact_content
from cjm_desktop.layout.marks import dim
from cjm_desktop.layout.pieces import Box, Piece, PieceKind, Shape
from cjm_desktop.layout.theme import StageInk

Maker = Callable[[Context, CardView, float, StageInk], Shape]


class Manner(NamedTuple):
    """How the cards of a lane are drawn and arranged."""

    make: Maker
    kind: PieceKind = "card"
    gap: float = 3.0
    flows: bool = False


MANNERS: dict[str, Manner] = {
    "actions": Manner(cards.action, gap=2.2),
    "touchpoints": Manner(chips.touchpoint, "touchpoint", chips.GAP, flows=True),
    "thoughts": Manner(cards.thought, gap=1.0),
    "barriers": Manner(notes.barrier, "barrier", 6.0, flows=True),
    "opportunities": Manner(opportunities.opportunity, "opportunity"),
    "owners": Manner(owners.owner, gap=owners.GAP),
    "picture": Manner(cards.picture),
}
_PLAIN = Manner(cards.plain)
_STAGEWISE = frozenset(("goals", "participation", "consensus"))


def manner(lane: Lane) -> Manner:
    """How the cards of a lane are drawn and arranged."""
    return MANNERS.get(lane.holds, _PLAIN)


def places(ctx: Context, lane: Lane, columns: Columns) -> list[Place]:
    """The cells of a lane, left to right; a stage-wide one comes before its steps."""
    found: list[Place] = []
    journey, first = ctx.journey, 0
    per_stage = lane.per == "stage" or lane.holds in _STAGEWISE
    listed = columns.columns
    while first < len(listed):
        stage, count = listed[first].stage, 1
        while first + count < len(listed) and listed[first + count].stage is stage:
            count += 1
        whole = listed[first].step is None
        if per_stage or whole or journey.cards(lane.id, stage.id, None):
            x, w = columns.xs[first], columns.span(first, count)
            found.append(Place(lane, stage, None, first, count, x, w))
        if not whole:
            for at in range(first, first + count):
                step = listed[at].step
                if per_stage and not (step and journey.cards(lane.id, stage.id, step.id)):
                    continue
                found.append(Place(lane, stage, step, at, 1, columns.xs[at], columns.ws[at]))
        first += count
    return found


def contents(
    ctx: Context, lane: Lane, columns: Columns, token: object
) -> list[tuple[Place, Content]]:
    """Every cell of a lane with what lies in it.

    Args:
        token: the same object as long as the records that cards are drawn with are the same.
    """
    found = places(ctx, lane, columns)
    if lane.holds in ("feelings", "divider"):
        return [(place, Content((), 0.0)) for place in found]
    if lane.folded:
        return [(place, _counted(ctx, place)) for place in found]
    if lane.holds in FACTS:
        return fact_content(ctx, lane, found, token)
    if lane.holds == "owners":
        return _packed(ctx, lane, found, columns, token)
    return _arranged(ctx, lane, found, columns, token)


def _counted(ctx: Context, place: Place) -> Content:
    """How many cards lie in a cell of a folded lane."""
    step_id = place.step.id if place.step else None
    count = len(ctx.views(ctx.journey.cards(place.lane.id, place.stage.id, step_id)))
    if not count:
        return Content((), 0.0)
    words = style.line(ctx.say("more_cards", n=count), style.CAPTION)
    wide, high = words.width + 8.0, 10.0
    drawn = [
        Box(0, 0, wide, high, ctx.theme.track, radius=high / 2),
        *words.draw(4.0, (high - words.height) / 2, ctx.theme.ink),
    ]
    name = ":".join(("folded", *_key(place)))
    return Content((Piece(name, "cell", "", PAD, 0.5, Shape(wide, high, tuple(drawn))),), high)


def _key(place: Place) -> tuple[str, str, str]:
    return (place.lane.id, place.stage.id, place.step.id if place.step else "")


def views_of(ctx: Context, place: Place, token: object) -> tuple[CardView, ...]:
    """The cards of a cell that lie in it, with what they are drawn with."""
    step_id = place.step.id if place.step else None
    found = ctx.journey.cards(place.lane.id, place.stage.id, step_id)
    if not found:
        return ()
    return ctx.memo.once(("views", *_key(place)), (found, token), lambda: ctx.views(_lying(found)))


def _lying(found: tuple[AnyCard, ...]) -> tuple[AnyCard, ...]:
    """Without the barriers that are pinned to something."""
    if any(isinstance(one, Barrier) and one.on_id for one in found):
        return tuple(one for one in found if not (isinstance(one, Barrier) and one.on_id))
    return found


def shape_of(ctx: Context, view: CardView, width: float, lane: Lane, ink: StageInk) -> Shape:
    """The shape of a card at a width, kept while nothing in it changes."""
    make = manner(lane).make

    def fresh() -> Shape:
        shape = make(ctx, view, width, ink)
        return dim(shape, ctx.theme) if view.dim else shape

    return ctx.memo.once(("shape", view.card.id, lane.holds), (view, width, ink), fresh)


def _arranged(
    ctx: Context, lane: Lane, found: list[Place], columns: Columns, token: object
) -> list[tuple[Place, Content]]:
    """Cells filled from the left; a card that covers several columns pushes those below it down."""
    taken = [0.0] * len(columns.xs)
    cards_here = ctx.journey.cards_of_lane(lane.id)
    wide = ctx.memo.once(
        ("wide", lane.id), (cards_here,), lambda: max((one.span for one in cards_here), default=1)
    )
    done: list[tuple[Place, Content]] = []
    for place in found:
        views = views_of(ctx, place, token)
        end = min(place.first + max(place.cols, wide), len(taken))
        starts = tuple(taken[place.first : end])
        if not views:
            bottom = max(starts[: place.cols])
            done.append((place, Content((), bottom, starts, covered=bottom > 0)))
            continue
        ink = ctx.inks[place.stage.id]
        widths = columns.ws[place.first : end]
        content = ctx.memo.once(
            ("cell", *_key(place)),
            (views, widths, starts, ink, place.cols, lane.holds),
            _fill,
            ctx,
            place,
            views,
            columns,
            starts,
            ink,
        )
        taken[place.first : place.first + len(content.below)] = content.below
        done.append((place, content))
    return done


def _fill(
    ctx: Context,
    place: Place,
    views: tuple[CardView, ...],
    columns: Columns,
    starts: tuple[float, ...],
    ink: StageInk,
) -> Content:
    how = manner(place.lane)
    if how.flows and not (how.kind == "barrier" and _spans(views)):
        return _flow(ctx, place, views, columns, starts, ink)
    taken = list(starts)
    pieces = []
    for view in views:
        count = min(_columns_of(view, place), len(taken))
        width = columns.span(place.first, count) - 2 * PAD
        shape = shape_of(ctx, view, width, place.lane, ink)
        y = max(taken[:count])
        pieces.append(_piece(view, how.kind, PAD, y, shape))
        taken[:count] = [y + shape.h + how.gap] * count
    bottom = max(taken) - (how.gap if pieces else 0.0)
    return Content(tuple(pieces), bottom, tuple(taken))


def _spans(views: tuple[CardView, ...]) -> bool:
    return any(one.card.span > 1 for one in views)


def _columns_of(view: CardView, place: Place) -> int:
    """How many columns a card covers; one that belongs to a stage covers whole stages."""
    return max(view.card.span, 1) if place.step else max(place.cols, view.card.span)


def _flow(
    ctx: Context,
    place: Place,
    views: tuple[CardView, ...],
    columns: Columns,
    starts: tuple[float, ...],
    ink: StageInk,
) -> Content:
    """Side by side as long as there is room, then on the next row."""
    how, room = manner(place.lane), place.w - 2 * PAD
    widest = room
    if how.kind == "barrier":
        widest = min(notes.WIDEST, columns.ws[place.first] - 2 * PAD)
    top = max(starts[: place.cols])
    x, y, row = 0.0, top, 0.0
    pieces = []
    for view in views:
        shape = shape_of(ctx, view, widest, place.lane, ink)
        if x and x + shape.w > room + 1e-6:
            x, y, row = 0.0, y + row + how.gap, 0.0
        pieces.append(_piece(view, how.kind, PAD + x, y, shape))
        x, row = x + shape.w + how.gap, max(row, shape.h)
    taken = list(starts)
    taken[: place.cols] = [y + row + how.gap] * place.cols
    return Content(tuple(pieces), y + row, tuple(taken))


def _piece(view: CardView, kind: PieceKind, x: float, y: float, shape: Shape) -> Piece:
    turned = notes.turn(view.card.id) if kind == "barrier" else 0.0
    return Piece(view.card.id, kind, view.card.id, x, y, shape, turned)


def _packed(
    ctx: Context, lane: Lane, found: list[Place], columns: Columns, token: object
) -> list[tuple[Place, Content]]:
    """Bars over columns, in as few rows as possible."""
    listed = [(place, view) for place in found for view in views_of(ctx, place, token)]
    spans = []
    for place, view in listed:
        count = _columns_of(view, place)
        spans.append((place.first, min(count, len(columns.xs) - place.first)))
    row_of = owners.rows(spans)
    shapes = [
        shape_of(ctx, view, columns.span(*span) - 2 * PAD, lane, ctx.inks[place.stage.id])
        for (place, view), span in zip(listed, spans, strict=True)
    ]
    heights = [0.0] * (max(row_of, default=-1) + 1)
    for row, shape in zip(row_of, shapes, strict=True):
        heights[row] = max(heights[row], shape.h)
    tops = [sum(heights[:row]) + row * owners.GAP for row in range(len(heights))]
    bottom = sum(heights) + owners.GAP * max(len(heights) - 1, 0)
    by_cell: dict[tuple[str, str, str], list[Piece]] = {}
    for (place, view), row, shape in zip(listed, row_of, shapes, strict=True):
        piece = _piece(view, "card", PAD, tops[row], shape)
        by_cell.setdefault(_key(place), []).append(piece)
    covered = {at for first, count in spans for at in range(first, first + count)}
    return [
        (place, _kept(ctx, place, tuple(by_cell.get(_key(place), ())), bottom, covered))
        for place in found
    ]


def _kept(
    ctx: Context, place: Place, pieces: tuple[Piece, ...], height: float, covered: set[int]
) -> Content:
    """The same tuple as last time while the pieces are the same."""
    if not pieces:
        return Content((), height, covered=place.first in covered)
    return ctx.memo.once(("bars", *_key(place)), (pieces, height), Content, pieces, height)
