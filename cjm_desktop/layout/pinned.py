"""Barrier notes that a user pinned to a touchpoint, a step or a stage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cjm_desktop.journey import plans
from cjm_desktop.journey.records import Barrier, Card, Lane
from cjm_desktop.layout import notes
from cjm_desktop.layout.cells import shape_of
from cjm_desktop.layout.context import PAD, Context
from cjm_desktop.layout.page import Frame
from cjm_desktop.layout.pieces import Cell, Piece


def cell(ctx: Context, anchors: dict[str, tuple[float, float]], page: Frame) -> Cell | None:
    """The freely placed notes, over everything else; None where there are none."""
    pieces: list[Piece] = []
    if ctx.options.blank:
        return None
    widths = page.columns.ws
    width = min(notes.WIDEST, max(widths, default=notes.WIDEST) - 2 * PAD)
    for lane in ctx.journey.lanes(ctx.map.id):
        if lane.holds == "barriers" and not lane.folded:
            pieces += _of_lane(ctx, lane, anchors, width, page.token)
    if not pieces:
        return None
    left = min(piece.x for piece in pieces)
    top = min(piece.y for piece in pieces)
    right = max(piece.x + piece.shape.w for piece in pieces)
    bottom = max(piece.y + piece.shape.h for piece in pieces)
    placed = tuple(
        Piece(one.id, one.kind, one.record_id, one.x - left, one.y - top, one.shape, one.turn)
        for one in pieces
    )
    kept = ctx.memo.once(("free",), (placed,), lambda: placed)
    return Cell("free", "free", left, top, right - left, bottom - top, kept)


def _of_lane(
    ctx: Context, lane: Lane, anchors: dict[str, tuple[float, float]], width: float, token: object
) -> tuple[Piece, ...]:
    cards = ctx.journey.cards_of_lane(lane.id)
    hanging = ctx.memo.once(("hanging", lane.id), (cards,), _hanging, cards)
    spots = [anchors.get(ctx.hangs_on(one) or "") for one in hanging]
    made_from = (lane, hanging, spots, width, token, ctx.inks, ctx.stages, ctx.steps)
    key = ("pinned", lane.id)
    return ctx.memo.broad(key, made_from, _pieces, ctx, lane, hanging, spots, width)


def _hanging(cards: Iterable[Card]) -> tuple[Barrier, ...]:
    return tuple([one for one in cards if isinstance(one, Barrier) and one.on_id is not None])


def _pieces(
    ctx: Context,
    lane: Lane,
    hanging: Sequence[Barrier],
    spots: Sequence[tuple[float, float] | None],
    width: float,
) -> tuple[Piece, ...]:
    found = []
    for card, spot in zip(hanging, spots, strict=True):
        if spot is None or not plans.shown(ctx.journey, card, ctx.options.path):
            continue
        view = ctx.view(card)
        if view.dim and ctx.options.others == "hide":
            continue
        x, y = spot[0] + card.dx, spot[1] + card.dy
        shape = shape_of(ctx, view, width, lane, ctx.inks[card.stage_id])
        found.append(Piece(card.id, "barrier", card.id, x, y, shape, notes.turn(card.id)))
    return tuple(found)
