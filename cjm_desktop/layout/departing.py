"""Where a role map differs from the general map it follows: a small corner says so."""

from __future__ import annotations

from collections.abc import Iterable

from cjm_desktop.journey import following
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Difference, Lane, Record, Stage
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.outline import polygon
from cjm_desktop.layout.pieces import Colour, Path, Shape

_SIDE = 5.6
_OUT = 1.2
"""How far the corner stands out of what it marks, u."""

_WITHIN, _INNER = 1.5, 5.0
"""Of a corner within a filled shape: how far from its edges, and its sides, u."""
_BESIDE = 4.4
"""How far before a text without an edge it begins, u: as much as a column leaves free."""


def found(ctx: Context) -> frozenset[str]:
    """The ids of the cards, stages and steps that are not as on the general map."""
    if ctx.map.general_id is None:
        return frozenset()
    journey, memo = ctx.journey, ctx.memo
    told = journey.all(Difference)
    ids: frozenset[str] = frozenset()
    for lane in journey.lanes(ctx.map.id):
        cards = journey.cards_of_lane(lane.id)
        made_from = (cards, _like(journey, lane), told)
        ids |= memo.once(("differs", lane.id), made_from, _differing, ctx, cards)
    for stage, steps in zip(ctx.stages, ctx.steps, strict=True):
        heads = (stage, *steps)
        about = (heads, _like(journey, stage), told)
        ids |= memo.once(("differs", stage.id), about, _differing, ctx, heads)
    return ids


def _like(journey: Journey, record: Lane | Stage) -> tuple[object, ...]:
    """What the general map has there: where it changes, something may have become one's own."""
    general = following.general_of(journey, record.id)
    if isinstance(general, Lane):
        return journey.cards_of_lane(general.id)
    return (general, *journey.steps(general.id)) if isinstance(general, Stage) else ()


def _differing(ctx: Context, records: Iterable[Record]) -> frozenset[str]:
    return frozenset(following.marks(ctx.journey, ctx.map.id, records))


def cornered(shape: Shape, colour: Colour, *, beside: bool = False) -> Shape:
    """A shape with a small corner at its top left.

    Args:
        beside: it has no edge: the corner stands before its first letter, not on it.
    """
    out, side = (_BESIDE, _BESIDE - 0.4) if beside else (_OUT, _SIDE)
    left, top, end = -out, -_OUT, side - out
    corner = Path(polygon((left, top), (end, top), (left, top + side)), colour)
    return Shape(shape.w, shape.h, (*shape.primitives, corner), shape.zones)


def cut_in(shape: Shape, colour: Colour, slant: float) -> Shape:
    """A filled shape with a small corner within its top left: beside it, a light one on light
    paper would look like a corner cut off.

    Args:
        slant: how far the shape's left edge runs to the right for each unit down, u.
    """
    first, low = _WITHIN * (1 + slant), _WITHIN + _INNER
    foot = first + _INNER * slant
    points = (first, _WITHIN), (first + _INNER, _WITHIN), (foot, low)
    corner = Path(polygon(*points), colour)
    return Shape(shape.w, shape.h, (*shape.primitives, corner), shape.zones)
