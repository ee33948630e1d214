"""Barrier notes that a user pinned to a touchpoint, a step or a stage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cjm_desktop.journey import plans
from cjm_desktop.journey.records import Barrier, Card, Lane, Step
from cjm_desktop.layout import notes, strings
from cjm_desktop.layout.cells import shape_of
from cjm_desktop.layout.context import PAD, Context
from cjm_desktop.layout.page import Frame
from cjm_desktop.layout.pieces import Cell, Command, Disc, Path, Piece, Shape

Point = tuple[float, float]
Course = tuple[Point, ...]
"""The corners of a string."""
Room = tuple[float, float, float, float]
"""Left, top, right and bottom, u."""
_HOLE = 6.7
"""From the top of what a note is pinned to down to the pin, u."""
_NEAR, _UNDER = 8.0, 24.0
"""How near, and how far under it, a note needs no string, u."""


class _Note(NamedTuple):
    """A note that is to be seen, wherever what it is pinned to stands."""

    card: Barrier
    shape: Shape
    turn: float
    dim: bool


class _Hung(NamedTuple):
    """The notes of a lane in their places, and the strings they hang by."""

    notes: tuple[Piece, ...]
    strings: tuple[tuple[str, Course], ...]
    """Each with the id of its note."""


def cell(
    ctx: Context,
    anchors: dict[str, tuple[float, float]],
    page: Frame,
    others: Sequence[Cell] = (),
    room: Room | None = None,
) -> Cell | None:
    """The freely placed notes, over everything else; None where there are none.

    Args:
        others: all that may have words a string must not strike through.
        room: what the notes may not leave; None: they lie wherever they were put.
    """
    if ctx.options.blank:
        return None
    widths = page.columns.ws
    width = min(notes.WIDEST, max(widths, default=notes.WIDEST) - 2 * PAD)
    found = [
        _of_lane(ctx, lane, anchors, (width, room), page.token)
        for lane in ctx.lanes
        if lane.holds == "barriers" and not lane.folded
    ]
    drawn = _strings(ctx, [one for hung in found for one in hung.strings], others)
    return ctx.memo.broad(("free",), (found, drawn), _together, found, drawn)


def _strings(
    ctx: Context, hung: Sequence[tuple[str, Course]], others: Sequence[Cell]
) -> list[Piece]:
    """The strings, each broken where it would strike through a word."""
    words = strings.Words(ctx.memo, others if hung else ())
    drawn = []
    for card_id, line in hung:
        near = words.near(line)
        key = ("string", card_id)
        drawn.append(ctx.memo.once(key, (line, near), _string, ctx, card_id, line, near))
    return drawn


def _together(found: Sequence[_Hung], drawn: Sequence[Piece]) -> Cell | None:
    """The notes of all lanes in one cell, over their strings."""
    pieces = [*drawn, *(one for hung in found for one in hung.notes)]
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
    return Cell("free", "free", left, top, right - left, bottom - top, placed)


def _of_lane(
    ctx: Context,
    lane: Lane,
    anchors: dict[str, tuple[float, float]],
    size: tuple[float, Room | None],
    token: object,
) -> _Hung:
    """The notes of a lane.

    Args:
        size: the width of a note, and what none may leave.
    """
    width, room = size
    cards = ctx.journey.cards_of_lane(lane.id)
    hanging = ctx.memo.once(("hanging", lane.id), (cards,), _hanging, cards)
    known = (width, token, ctx.rests_on(lane))
    made_from = (lane, hanging, known, ctx.inks, ctx.stages, ctx.steps)
    drawn = ctx.memo.broad(("hung", lane.id), made_from, _drawn, ctx, lane, hanging, width, token)
    # Where all is seen nothing stands in for what a note is pinned to.
    whole = ctx.options.path == "both"
    on = [one.card.on_id if whole else ctx.hangs_on(one.card) for one in drawn]
    spots = [anchors.get(one or "") for one in on]
    beside = [isinstance(ctx.journey.find(one), Step) for one in on]
    hung_from = (drawn, spots, beside, room)
    return ctx.memo.broad(("pinned", lane.id), hung_from, _hung, *hung_from)


def _hanging(cards: Iterable[Card]) -> tuple[Barrier, ...]:
    return tuple([one for one in cards if isinstance(one, Barrier) and one.on_id is not None])


def _drawn(
    ctx: Context, lane: Lane, hanging: Iterable[Barrier], width: float, token: object
) -> tuple[_Note, ...]:
    made_from = (lane, width, token, ctx.inks, ctx.stages, ctx.steps)
    drawn = [
        ctx.memo.once(
            ("note", card.id),
            (card, ctx.journey.evidence(card.id), *made_from),
            *(_note, ctx, lane, card, width),
        )
        for card in hanging
    ]
    return tuple([one for one in drawn if one is not None])


def _note(ctx: Context, lane: Lane, card: Barrier, width: float) -> _Note | None:
    """One of them; None where the view leaves it out."""
    if not plans.shown(ctx.journey, card, ctx.options.path):
        return None
    view = ctx.view(card)
    if view.dim and ctx.options.others == "hide":
        return None
    shape = shape_of(ctx, view, width, lane, ctx.inks[card.stage_id])
    return _Note(card, shape, notes.turn(card.id), view.dim)


def _hung(
    drawn: Iterable[_Note],
    spots: Iterable[Point | None],
    beside: Iterable[bool],
    room: Room | None,
) -> _Hung:
    found: list[Piece] = []
    lines: list[tuple[str, Course]] = []
    stacks: dict[Point, list[Point]] = {}
    for (card, shape, turn, dim), spot, named in zip(drawn, spots, beside, strict=True):
        if spot is None:
            continue
        x, y = spot[0] + card.dx, spot[1] + card.dy
        if room is not None:
            x, y = _inside(x, y, shape, room)
        found.append(Piece(card.id, "barrier", card.id, x, y, shape, turn))
        line = course(spot, x, y, shape.w, shape.h, beside=named)
        stack = stacks.setdefault(spot, [])
        if not line or any(abs(x - a) < shape.w and abs(y - b) < shape.h for a, b in stack):
            stack.append((x, y))  # what lies on a note that hangs there hangs there too
        elif not dim:
            lines.append((card.id, line))
    return _Hung(tuple(found), tuple(lines))


def _inside(x: float, y: float, shape: Shape, room: Room) -> Point:
    """The place nearest to one at which a note does not leave its room."""
    left, top, right, bottom = room
    x, y = min(x, right - shape.w), min(y, bottom - shape.h)
    return max(x, left), max(y, top)


def course(spot: Point, x: float, y: float, w: float, h: float, *, beside: bool = False) -> Course:
    """The corners of the string from what a note is pinned to, by its top left, to the note.

    Down or up the gap before the column, so that it strikes through as few words as may be; none
    where the note lies on what it is pinned to, or hangs right under it.

    Args:
        spot: the top left of what the note is pinned to, u.
        x, y, w, h: of the note, u.
        beside: words begin right there, so the pin stands in the gap before them.
    """
    at = spot[0], spot[1] + _HOLE
    across = x - _NEAR <= at[0] + _HOLE <= x + w + _NEAR
    if across and y - _UNDER <= at[1] <= y + h + _NEAR:
        return ()
    gap = spot[0] - PAD / 2
    first: Course = ((gap, at[1]),) if beside else (at, (gap, at[1]))
    below = y + h / 2 > at[1]
    if x <= gap <= x + w:
        end = gap, y if below else y + h
        return *first, end
    level = y + _HOLE if below else y + h - _HOLE
    return *first, (gap, level), (x if gap < x else x + w, level)


def _string(ctx: Context, card_id: str, points: Course, near: Sequence[strings.Near]) -> Piece:
    """A thin line with a pin where it begins; it goes on behind words that are in its way."""
    said = tuple(strings.struck(points, near))
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
    ink = ctx.theme.ink3
    commands: list[Command] = []
    for part in strings.seen_parts(points, said):
        inside = [(x - left, y - top) for x, y in part]
        commands += [("M", inside[0]), *(("L", one) for one in inside[1:])]
    pin = Disc(points[0][0] - left, points[0][1] - top, 1.2, ink)
    drawn = (Path(tuple(commands), None, ink, 0.6), pin) if commands else (pin,)
    return Piece(f"pin:{card_id}", "ground", "", left, top, Shape(wide, high, drawn))
