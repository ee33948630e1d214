"""Barrier notes that a user pinned to a touchpoint, a step or a stage."""

from __future__ import annotations

from cjm_desktop.journey import plans
from cjm_desktop.journey.records import Barrier, Lane
from cjm_desktop.layout import notes
from cjm_desktop.layout.cells import shape_of
from cjm_desktop.layout.context import PAD, Context
from cjm_desktop.layout.page import Frame
from cjm_desktop.layout.pieces import Cell, Piece


def cell(ctx: Context, anchors: dict[str, tuple[float, float]], page: Frame) -> Cell | None:
    """The freely placed notes, over everything else; None where there are none."""
    pieces = []
    if ctx.options.blank:
        return None
    widths = page.columns.ws
    width = min(notes.WIDEST, max(widths, default=notes.WIDEST) - 2 * PAD)
    for lane in ctx.journey.lanes(ctx.map.id):
        if lane.holds == "barriers" and not lane.folded:
            pieces += _of_lane(ctx, lane, anchors, width)
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
    ctx: Context, lane: Lane, anchors: dict[str, tuple[float, float]], width: float
) -> list[Piece]:
    found = []
    for card in ctx.journey.cards_of_lane(lane.id):
        on_id = ctx.hangs_on(card)
        if not isinstance(card, Barrier) or on_id is None or on_id not in anchors:
            continue
        if not plans.shown(ctx.journey, card, ctx.options.path):
            continue
        view = ctx.view(card)
        if view.dim and ctx.options.others == "hide":
            continue
        x, y = anchors[on_id]
        ink = ctx.inks[card.stage_id]
        shape = shape_of(ctx, view, width, lane, ink)
        piece = Piece(
            card.id, "barrier", card.id, x + card.dx, y + card.dy, shape, notes.turn(card.id)
        )
        found.append(piece)
    return found
