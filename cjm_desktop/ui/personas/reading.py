"""What the gallery shows and asks, read from a journey: segments, places, maps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import JourneyMap, Persona


class Group(NamedTuple):
    """The personas of one segment, in order."""

    segment: str
    """How the people of the segment decide and buy; empty: nobody has said so yet."""
    personas: tuple[Persona, ...]


def groups(personas: Sequence[Persona]) -> tuple[Group, ...]:
    """Personas by segment, each segment where its first persona stands; those without one last."""
    found: dict[str, list[Persona]] = {}
    for one in personas:
        found.setdefault(one.segment.strip(), []).append(one)
    loose = found.pop("", None)
    made = [Group(segment, tuple(listed)) for segment, listed in found.items()]
    return (*made, Group("", tuple(loose))) if loose else tuple(made)


def place_in(personas: Sequence[Persona], moved_id: str, segment: str, index: int) -> int:
    """The place among all personas at which one stands at an index of a segment.

    Args:
        personas: of the document, in order.
        moved_id: who moves; both places are counted without them.
        segment: to which they move.
        index: among the segment's other personas.
    """
    others = [one for one in personas if one.id != moved_id]
    members = [at for at, one in enumerate(others) if one.segment.strip() == segment]
    if not members:
        return len(others)
    return members[index] if index < len(members) else members[-1] + 1


def maps_of(journey: Journey, persona_id: str) -> tuple[JourneyMap, ...]:
    """The maps a persona walks on, in order of their tabs."""
    return tuple(one for one in journey.maps() if persona_id in one.persona_ids)
