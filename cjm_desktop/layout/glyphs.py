"""What the fonts cannot draw, and the smallest type of a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from cjm_desktop.journey.records import (
    Card,
    Department,
    Feeling,
    Lane,
    Metric,
    Persona,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.values import FIELDS
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


def _in_stages(stages: Sequence[Stage], steps: Sequence[Sequence[Step]]) -> frozenset[str]:
    titles = (one.title for each in steps for one in each)
    return _all((*(text for one in stages for text in (one.title, one.goal)), *titles))


def _in_lane(lane: Lane, cards: Sequence[Card], points: Sequence[Feeling]) -> frozenset[str]:
    words = [lane.title, lane.question, *(one.text for one in cards)]
    words += [text for one in points for text in (one.word, one.note)]
    return _all(words)


def _in_named(
    people: Sequence[Persona], departments: Sequence[Department], metrics: Sequence[Metric]
) -> frozenset[str]:
    said = (text for one in people for text in (one.name, one.role, one.need, one.goals))
    quotes = (text for one in people for text in one.quotes)
    names = (one.name for one in departments)
    return _all(
        (*said, *quotes, *names, *(text for one in metrics for text in (one.title, one.unit)))
    )


def missing(ctx: Context) -> tuple[str, ...]:
    """The characters of a map that no bundled font can draw, in order."""
    journey, memo = ctx.journey, ctx.memo
    found = set(_all((ctx.map.title, ctx.map.scenario, ctx.map.period)))
    grid = (ctx.stages, ctx.steps)
    found |= memo.once(("missing",), grid, _in_stages, *grid)
    for lane in journey.lanes(ctx.map.id):
        cards, points = journey.cards_of_lane(lane.id), journey.feelings(lane.id)
        found |= memo.once(
            ("missing", lane.id), (lane, cards, points), _in_lane, lane, cards, points
        )
    named = (journey.all(Persona), journey.all(Department), journey.metrics(ctx.map.id))
    found |= memo.once(("missing", "named"), named, _in_named, *named)
    return tuple(sorted(found))


def missing_in(records: Iterable[Record]) -> frozenset[str]:
    """The same of everything that records say in words."""
    return _all(
        text
        for one in records
        for field in FIELDS[type(one)]
        if field.kind in ("text", "texts") and not field.name.endswith(("id", "ids"))
        for text in _texts(getattr(one, field.name))
    )


def _texts(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


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
