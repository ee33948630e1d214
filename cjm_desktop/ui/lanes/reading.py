"""What there is to say about a lane. No Qt."""

from __future__ import annotations

from cjm_desktop.journey import naming
from cjm_desktop.journey.belonging import dependents
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Feeling, JourneyMap, Lane, Stage


def holds(journey: Journey, lane_id: str) -> int:
    """How many cards and points of curves lie on a lane."""
    gone = dependents(journey, lane_id).values()
    return sum(isinstance(one, Card | Feeling) for one in gone)


def title_of_copy(journey: Journey, lane: Lane, language: str) -> str:
    """A name for a copy that no lane of the map has: the same, with a number behind it."""
    taken = {naming.label(one, language) for one in journey.lanes(lane.map_id)}
    name = naming.label(lane, language)
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"


def other_maps(journey: Journey, record: Lane | Stage) -> tuple[JourneyMap, ...]:
    """The maps of the document a lane or stage can be copied to."""
    return tuple(one for one in journey.maps() if one.id != record.map_id)


def cells(holds_: str) -> bool:
    """Whether such a lane has cells that can be higher or lower."""
    return holds_ != "divider"
