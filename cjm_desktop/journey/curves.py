"""Emotion curves: whose they are, and how high one is at a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from cjm_desktop.journey import grid
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Feeling, Lane, State

Curve = TypeVar("Curve")


def whose(journey: Journey, lane_id: str, path: State = "as_is") -> str | None:
    """Whose curve of a lane has most points; of equals, that of the map's first persona.

    Returns:
        A persona's id, or None for the customer in general; where there are no points yet, the
        map's first persona.
    """
    personas = journey.personas(journey.get(Lane, lane_id).map_id)
    first = personas[0].id if personas else None
    counts = Counter(one.persona_id for one in journey.feelings(lane_id) if one.path == path)
    return max(counts, key=lambda one: (counts[one], one == first, one or ""), default=first)


def main(
    known: Mapping[str | None, Curve], chosen: Sequence[str], personas: Iterable[str]
) -> Curve | None:
    """The curve that stands for all: of who is in question, or the customer's, or the first one's.

    Another one's curve does not take the place of a persona in question.

    Args:
        known: the curves there are, by the id of the persona whose they are.
        chosen: ids of the personas in question; empty: nobody in particular.
        personas: ids of the map's personas, first one first.
    """
    for persona_id in (*chosen, None, *(() if chosen else personas)):
        if persona_id in known:
            return known[persona_id]
    return None if chosen else next(iter(known.values()), None)


def level(
    journey: Journey,
    lane_id: str,
    persona_id: str | None,
    path: State,
    stage_id: str,
    step_id: str | None,
    between: float = 0.0,
) -> float | None:
    """How high a curve is at a place, -2 to +2.

    Straight between the points beside it; before the first and after the last it stays as they are.

    Args:
        persona_id: whose curve; None: the customer's in general.
        stage_id, step_id: the column; without a step the middle of the stage.
        between: 0 at the middle of that column, 0.5 halfway to the middle of the next.

    Returns:
        None where there is no such curve or no such column.
    """
    columns = grid.of_map(journey, journey.get(Lane, lane_id).map_id)
    here = columns.position(stage_id, step_id, between)
    points = sorted(
        (columns.at(one), one.value)
        for one in journey.feelings(lane_id)
        if (one.persona_id, one.path) == (persona_id, path)
    )
    if here is None or not points:
        return None
    before = max((one for one in points if one[0] <= here), default=points[0])
    after = min((one for one in points if one[0] >= here), default=points[-1])
    run = after[0] - before[0]
    if run <= 0:
        return before[1]
    return before[1] + (after[1] - before[1]) * (here - before[0]) / run


def point_at(journey: Journey, point: Feeling) -> Feeling | None:
    """Another point of the same curve at the same place, if there is one."""
    for other in journey.points(point):
        if other.id != point.id and abs(other.between - point.between) < NEAR:
            return other
    return None


NEAR = 0.0005
"""Points of one curve closer than this share of a column are at the same place."""
