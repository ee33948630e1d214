"""What lies in one cell: its cards, stacked or flowing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cjm_desktop.journey.records import AnyCard, Barrier, Lane
from cjm_desktop.layout import (
    cards,
    changes,
    chips,
    coding,
    departing,
    notes,
    opportunities,
    owners,
)
from cjm_desktop.layout.context import LANE_PAD, PAD, CardView, Content, Context, Place, Stretch
from cjm_desktop.layout.marks import dim
from cjm_desktop.layout.pieces import Piece, PieceKind, Shape
from cjm_desktop.layout.theme import StageInk

Maker = Callable[[Context, CardView, float, StageInk], Shape]


class Manner(NamedTuple):
    """How the cards of a lane are drawn and arranged."""

    make: Maker
    kind: PieceKind = "card"
    gap: float = 3.0
    flows: bool = False
    inked: bool = False
    """It shows the colour of its stage."""


MANNERS: dict[str, Manner] = {
    "actions": Manner(cards.action, gap=2.2, inked=True),
    "touchpoints": Manner(chips.touchpoint, "touchpoint", chips.GAP, flows=True, inked=True),
    "thoughts": Manner(cards.thought, gap=1.0),
    "barriers": Manner(notes.barrier, "barrier", 6.0, flows=True),
    "opportunities": Manner(opportunities.opportunity, "opportunity"),
    "owners": Manner(owners.owner, gap=owners.GAP),
    "picture": Manner(cards.picture),
}
_PLAIN = Manner(cards.plain)


def manner(lane: Lane) -> Manner:
    """How the cards of a lane are drawn and arranged."""
    return MANNERS.get(lane.holds, _PLAIN)


def key(place: Place) -> tuple[str, str, str]:
    """What a cell is known by."""
    return (place.lane.id, place.stage.id, place.step.id if place.step else "")


def views_of(ctx: Context, place: Place, token: object) -> tuple[CardView, ...]:
    """The cards of a cell that lie in it, with what they are drawn with."""
    step_id = place.step.id if place.step else None
    found = ctx.journey.cards(place.lane.id, place.stage.id, step_id)
    if not found:
        return ()
    within = place.stage.path, place.step and place.step.path
    rests_on = ctx.rests_on(place.lane, place.stage)
    made_from = (found, rests_on, token, within, ctx.reached(found))
    return ctx.memo.once(("views", *key(place)), made_from, lambda: ctx.views(_lying(ctx, found)))


def _lying(ctx: Context, found: tuple[AnyCard, ...]) -> tuple[AnyCard, ...]:
    """Without the barriers that are pinned to something that is to be seen."""
    if any(isinstance(one, Barrier) and one.on_id for one in found):
        return tuple(one for one in found if ctx.hangs_on(one) is None)
    return found


def shape_of(ctx: Context, view: CardView, width: float, lane: Lane, ink: StageInk) -> Shape:
    """The shape of a card at a width, kept while nothing in it changes."""
    make = manner(lane).make

    def fresh() -> Shape:
        shape = make(ctx, view, width, ink)
        shape = departing.cornered(shape, ctx.theme.accent) if view.differs else shape
        shape = changes.marked(ctx, view, shape, lane.holds)
        shape = coding.under(ctx, view.code, shape, lane.holds)
        return dim(shape, ctx.theme) if view.dim else shape

    made_from = (view, width, ink if manner(lane).inked else None)
    return ctx.memo.once(("shape", view.card.id, lane.holds), made_from, fresh)


def fill(
    ctx: Context,
    place: Place,
    views: tuple[CardView, ...],
    ws: Stretch,
    starts: tuple[float, ...],
) -> Content:
    """The cards of a cell, lowered by the free space at the top of its lane.

    Args:
        ws: widths of the columns from the cell's first on, as far as its cards may reach, u.
        starts: how far down those columns are taken.
    """
    how = manner(place.lane)
    if how.flows and not (how.kind == "barrier" and _spans(views)):
        return _flow(ctx, place, views, ws, starts)
    ink, taken = ctx.inks[place.stage.id], list(starts)
    pieces = []
    for view in views:
        count = min(columns_of(view, place), len(taken))
        width = ws.over(0, count) - 2 * PAD
        if how.kind == "barrier" and count == 1:
            width = min(notes.WIDEST, width)
        shape = shape_of(ctx, view, width, place.lane, ink)
        y = max(taken[:count])
        pieces.append(piece(view, how.kind, PAD, y + LANE_PAD, shape))
        taken[:count] = [y + shape.h + how.gap] * count
    bottom = max(taken) - (how.gap if pieces else 0.0)
    return Content(tuple(pieces), bottom, tuple(taken))


def _spans(views: tuple[CardView, ...]) -> bool:
    return any(one.card.span > 1 for one in views)


def columns_of(view: CardView, place: Place) -> int:
    """How many columns a card covers; one that belongs to a stage covers whole stages."""
    return view.span if place.step else max(place.cols, view.span)


def _flow(
    ctx: Context,
    place: Place,
    views: tuple[CardView, ...],
    ws: Stretch,
    starts: tuple[float, ...],
) -> Content:
    """Side by side as long as there is room, then on the next row."""
    how, room, ink = manner(place.lane), place.w - 2 * PAD, ctx.inks[place.stage.id]
    widest = room
    if how.kind == "barrier":
        widest = min(notes.WIDEST, ws.over(0, 1) - 2 * PAD)
    top = max(starts[: place.cols])
    x, y, row = 0.0, top, 0.0
    pieces = []
    for view in views:
        shape = shape_of(ctx, view, widest, place.lane, ink)
        if x and x + shape.w > room + 1e-6:
            x, y, row = 0.0, y + row + how.gap, 0.0
        pieces.append(piece(view, how.kind, PAD + x, y + LANE_PAD, shape))
        x, row = x + shape.w + how.gap, max(row, shape.h)
    taken = list(starts)
    taken[: place.cols] = [y + row + how.gap] * place.cols
    return Content(tuple(pieces), y + row, tuple(taken))


def piece(view: CardView, kind: PieceKind, x: float, y: float, shape: Shape) -> Piece:
    """A card in its place; a note is a little turned."""
    turned = notes.turn(view.card.id, shape.w) if kind == "barrier" else 0.0
    return Piece(view.card.id, kind, view.card.id, x, y, shape, turned)
