"""What the fonts cannot draw, and the smallest type of a drawing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from cjm_desktop.journey.records import Persona
from cjm_desktop.layout import text
from cjm_desktop.layout.context import Context
from cjm_desktop.layout.pieces import Cell, Glyphs


@lru_cache(maxsize=60_000)
def _in(words: str) -> frozenset[str]:
    return frozenset() if words.isascii() else frozenset(text.missing_in(words))


def _all(words: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for one in words:
        found |= _in(one)
    return frozenset(found)


def missing(ctx: Context) -> tuple[str, ...]:
    """The characters of a map that no bundled font can draw, in order."""
    journey, memo = ctx.journey, ctx.memo
    found = set(_all((ctx.map.title, ctx.map.scenario, ctx.map.period)))
    for stage in ctx.stages:
        steps = journey.steps(stage.id)
        found |= memo.once(
            ("missing", stage.id),
            (stage, steps),
            lambda s=stage, t=steps: _all((s.title, s.goal, *(one.title for one in t))),
        )
    for lane in journey.lanes(ctx.map.id):
        cards, points = journey.cards_of_lane(lane.id), journey.feelings(lane.id)
        found |= memo.once(
            ("missing", lane.id),
            (lane, cards, points),
            lambda ln=lane, c=cards, p=points: _all(
                (
                    ln.title,
                    ln.question,
                    *(o.text for o in c),
                    *(o.word for o in p),
                    *(o.note for o in p),
                )
            ),
        )
    people = journey.all(Persona)
    for one in people:
        found |= _all((one.name, one.role, one.need, one.goals, *one.quotes))
    return tuple(sorted(found))


def smallest(cells: Iterable[Cell]) -> float:
    """The smallest font size of a drawing, u; letters on heads are signs and do not count."""
    sizes = {
        one.size
        for cell in cells
        for piece in cell.pieces
        for one in piece.shape.primitives
        if isinstance(one, Glyphs) and len(one.text) > 2
    }
    return min(sizes, default=0.0)
