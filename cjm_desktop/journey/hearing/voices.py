"""Who is heard in a cell of roles: how each takes part in a stage, or where they stand."""

from __future__ import annotations

from cjm_desktop.journey import consensus
from cjm_desktop.journey.journey import Cell, Journey
from cjm_desktop.journey.records import Lane, Persona

OF_ROLES = frozenset({"participation", "consensus"})
"""The lanes whose cells hold roles."""


def heard(journey: Journey, lane: Lane, stage_id: str, *, everyone: bool) -> list[Persona]:
    """The roles of a cell, in the order in which they are drawn.

    Args:
        everyone: those too of whom nothing is said; who is absent is never asked for a stance.
    """
    found = []
    for persona in journey.personas(lane.map_id):
        part = next(iter(journey.parts(stage_id, persona.id)), None)
        if part is None:
            said = False
        elif lane.holds == "participation":
            said = True
        elif part.involvement == "absent":
            continue
        else:
            said = consensus.has_voice(part)
        if said or everyone:
            found.append(persona)
    return found


def name(journey: Journey, cell: Cell, persona_id: str, language: str) -> str:
    """What a role is heard as: `Finance: against (price)`."""
    lane, persona = journey.get(Lane, cell[0]), journey.get(Persona, persona_id)
    return consensus.voice_words(journey, persona, cell[1], lane.holds, language)


def value(journey: Journey, cell: Cell, persona_id: str, language: str) -> str:
    """The word alone of how a role takes part, or where it stands: `against`."""
    lane, part = journey.get(Lane, cell[0]), next(iter(journey.parts(cell[1], persona_id)), None)
    return consensus.voice_value(part, lane.holds, language)


def together(journey: Journey, lane: Lane, stage_id: str, language: str) -> str:
    """What the stances of a stage come to; nothing where none is known, and of other lanes."""
    if lane.holds != "consensus":
        return ""
    return consensus.agreement_words(consensus.agreement(journey, stage_id), language)
