"""What the plan changes, as the overlay of both paths shows it: marks on cards, and arrows.

What is taken out is pale and struck through, what is new is outlined with a plus, what is moved is
pale where it was and an arrow leads to where it should be. The form always says what colour says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cjm_desktop.journey import plans
from cjm_desktop.journey.records import Card, Stage
from cjm_desktop.layout import icons, marks
from cjm_desktop.layout.context import PAD, CardView, Context
from cjm_desktop.layout.outline import polygon
from cjm_desktop.layout.pieces import (
    Box,
    Cell,
    Colour,
    Command,
    Disc,
    Glyphs,
    Line,
    Path,
    Piece,
    Primitive,
    Shape,
)
from cjm_desktop.layout.theme import Theme

_OUT = 0.9
"""How far an outline stands off what it goes round, u."""
_EDGE = 0.9
_BADGE = 3.3
_STRIKE = 0.55
_MIDDLE = 0.27
"""How far over the baseline a word is struck through, in sizes."""
_ARROW = 0.7
_HEAD = 2.9
_GUTTER = 3.4
"""How far beside a thing an arrow runs, in the free space of its column, u."""
_NARROW = 1.2
"""The same between two things of one row."""
_CORNER = 2.6
_TRACKS = 3
_SIGNS = {"new": "plus", "moved": "arrow-right", "reworded": "pencil"}
_BULLET = (0.6, 5.4)
_ROUND = {"touchpoints": 6.7, "owners": 6.7, "barriers": 0.6, "actions": 2.0}
Point = tuple[float, float]


class Pair(NamedTuple):
    """A card that is only as it should be, and the one it stands for."""

    twin: Card
    origin: Card


def pairs(ctx: Context) -> tuple[Pair, ...]:
    """All cards of the map that stand for others in the plan."""
    stages = ctx.journey.stages(ctx.map.id)
    cards = [ctx.journey.cards_of_stage(stage.id) for stage in stages]
    return ctx.memo.broad(("pairs",), (ctx.stages, cards), _pairs, ctx)


def _pairs(ctx: Context) -> tuple[Pair, ...]:
    found: list[Pair] = []
    for stage in ctx.stages:
        for one in twins(ctx, stage):
            origin = ctx.journey.find(one.moved_from)
            if isinstance(origin, Card):
                found.append(Pair(one, origin))
    return tuple(found)


def twins(ctx: Context, stage: Stage) -> tuple[Card, ...]:
    """The cards of a stage that stand for others in the plan."""
    cards = ctx.journey.cards_of_stage(stage.id)
    return ctx.memo.once(("twins", stage.id), (cards,), _twins, cards)


def _twins(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple([one for one in cards if one.moved_from is not None])


def adrift(ctx: Context) -> frozenset[str]:
    """The notes that lie in their cells because the view does not show what they are pinned to."""
    if ctx.options.path == "both":
        return frozenset()
    notes = (
        card
        for lane in ctx.journey.lanes(ctx.map.id)
        if lane.holds == "barriers"
        for card in ctx.journey.cards_of_lane(lane.id)
    )
    return frozenset(
        one.id for one in notes if getattr(one, "on_id", None) and ctx.hangs_on(one) is None
    )


def kinds(ctx: Context) -> frozenset[str]:
    """What the plan does anywhere on the map: `new`, `removed`, `moved`, `reworded`, `channel`.

    Empty in the view of one path.
    """
    if ctx.options.path != "both":
        return frozenset()
    stands_for = pairs(ctx)
    cards = [ctx.journey.cards_of_stage(stage.id) for stage in ctx.stages]
    made_from = (ctx.stages, ctx.steps, cards, stands_for)
    return ctx.memo.broad(("changes",), made_from, _all_kinds, ctx, stands_for)


def _all_kinds(ctx: Context, stands_for: tuple[Pair, ...]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for stage, steps in zip(ctx.stages, ctx.steps, strict=True):
        made_from = (stage, steps, ctx.journey.cards_of_stage(stage.id), stands_for)
        found |= ctx.memo.once(("changes", stage.id), made_from, _kinds, ctx, stage)
    return found


def _kinds(ctx: Context, stage: Stage) -> frozenset[str]:
    counts = plans.counted(plans.marks_in(ctx.journey, stage))
    return frozenset(name for name, count in counts.items() if count)


def marked(ctx: Context, view: CardView, shape: Shape, holds: str) -> Shape:
    """A card's shape with what the plan does to it.

    Args:
        holds: what its lane holds.
    """
    mark = view.mark
    if mark is None or mark.change == "same":
        return shape
    if mark.change in ("removed", "moved_away", "replaced"):
        pale = marks.recoloured(shape, ctx.theme.pale)
        if mark.change == "moved_away" or mark.inherited:
            return pale
        return _with(pale, struck(shape.primitives, ctx.theme.ink2))
    if mark.inherited and mark.change == "new":
        return shape
    left, top, wide, high = -_OUT, -_OUT, shape.w + 2 * _OUT, shape.h + 2 * _OUT
    radius = _ROUND.get(holds, 4.0)
    round_it = Box(left, top, wide, high, None, ctx.theme.accent, _EDGE, radius + _OUT)
    x, y = (shape.w - 1.5, 1.0) if holds == "touchpoints" else (1.0, 1.0)
    if holds == "actions":
        x, y = _BULLET
    return _with(shape, [round_it, *badge(ctx.theme, _SIGNS[mark.change], x, y)])


def _with(shape: Shape, more: Sequence[Primitive]) -> Shape:
    return Shape(shape.w, shape.h, (*shape.primitives, *more), shape.zones)


def badge(theme: Theme, sign: str, x: float, y: float, radius: float = _BADGE) -> list[Primitive]:
    """A small sign on a disc with a ring of paper round it; (x, y) is its middle."""
    return [
        Disc(x, y, radius + 0.6, theme.paper),
        Disc(x, y, radius, theme.accent),
        icons.icon(sign, x - radius * 0.75, y - radius * 0.75, radius * 1.5, theme.paper, 3.0),
    ]


def struck(primitives: Iterable[Primitive], colour: Colour) -> list[Primitive]:
    """A line through each run of words."""
    return [
        Line(
            one.x - 0.6,
            one.y - one.size * _MIDDLE,
            one.x + one.width + 0.6,
            one.y - one.size * _MIDDLE,
            colour,
            _STRIKE,
        )
        for one in primitives
        if isinstance(one, Glyphs) and one.font != "emoji"
    ]


# Arrows from where things were to where they should be


def arrows(ctx: Context, cells: Iterable[Cell]) -> Cell | None:
    """The arrows of all that is moved, over everything else; None where nothing is.

    Args:
        cells: of the grid, in their places.
    """
    if ctx.options.path != "both":
        return None
    moved = [one for one in pairs(ctx) if plans.cell_of(one.twin) != plans.cell_of(one.origin)]
    if not moved:
        return None
    wanted = {one.id for pair in moved for one in pair}
    ends = {
        piece.record_id: _end(cell, piece)
        for cell in cells
        for piece in cell.pieces
        if piece.record_id in wanted
    }
    found: list[Piece] = []
    for twin, origin in moved:
        if twin.id in ends and origin.id in ends:
            made_from = ends[origin.id], ends[twin.id], len(found) % _TRACKS
            key = ("arrow", twin.id)
            found.append(ctx.memo.once(key, made_from, _arrow, ctx, twin.id, *made_from))
    return _over_all(found)


class End(NamedTuple):
    """What an arrow leaves from or comes to: its left edge, its middle, the top of its lane."""

    x: float
    y: float
    top: float
    gutter: float = _GUTTER
    """How far beside it the arrow runs, u."""


def _end(cell: Cell, piece: Piece) -> End:
    gutter = _GUTTER if piece.x <= PAD else _NARROW
    return End(cell.x + piece.x, cell.y + piece.y + piece.shape.h / 2, cell.y, gutter)


def _over_all(pieces: Sequence[Piece]) -> Cell | None:
    if not pieces:
        return None
    left, top = min(one.x for one in pieces), min(one.y for one in pieces)
    right = max(one.x + one.shape.w for one in pieces)
    bottom = max(one.y + one.shape.h for one in pieces)
    placed = tuple([one._replace(x=one.x - left, y=one.y - top) for one in pieces])
    return Cell("moves", "free", left, top, right - left, bottom - top, placed)


def _arrow(ctx: Context, twin_id: str, before: End, after: End, track: int) -> Piece:
    points = course(before, after, track)
    tip = points[-1]
    left = min(x for x, _ in points) - 1.5
    top = min(y for _, y in points) - 1.5
    wide = max(x for x, _ in points) + 1.5 - left
    high = max(y for _, y in points) + 1.5 - top
    inside = [(x - left, y - top) for x, y in points]
    line = _rounded(inside)
    x, y = tip[0] - left, tip[1] - top
    head = polygon((x, y), (x - _HEAD, y - _HEAD * 0.45), (x - _HEAD, y + _HEAD * 0.45))
    accent = ctx.theme.accent
    drawn = (
        Path(line, None, accent, _ARROW),
        Path(head, accent),
        Disc(*inside[0], 1.0, accent),
    )
    return Piece(f"moved:{twin_id}", "ground", "", left, top, Shape(wide, high, drawn))


def course(before: End, after: End, track: int) -> tuple[Point, ...]:
    """The corners of an arrow from one thing to another, through the free space between columns.

    Beside what it leaves up to the top of its lane, along there, and down or up beside what it
    comes to: so that it strikes through no word on its way.

    Args:
        track: 0 to 2: arrows along the same lane do not cover each other.
    """
    out, into = before.x - before.gutter, after.x - after.gutter
    along = before.top + 1.2 + track * 0.9
    return (
        (before.x, before.y),
        (out, before.y),
        (out, along),
        (into, along),
        (into, after.y),
        (after.x - _OUT, after.y),
    )


def _rounded(points: Sequence[Point]) -> tuple[Command, ...]:
    """A line through points with rounded corners."""
    found: list[Command] = [("M", points[0])]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        enter, leave = _towards(here, before), _towards(here, after)
        found += [("L", enter), ("C", (*_mean(enter, here), *_mean(leave, here), *leave))]
    return (*found, ("L", points[-1]))


def _towards(start: Point, end: Point) -> Point:
    """A point a corner's radius away from one point towards another, at most halfway."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = abs(dx) + abs(dy) or 1.0
    part = min(_CORNER, length / 2) / length
    return start[0] + dx * part, start[1] + dy * part


def _mean(one: Point, other: Point) -> Point:
    return (one[0] + 2 * other[0]) / 3, (one[1] + 2 * other[1]) / 3
