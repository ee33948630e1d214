"""A click on a role in the lanes of who takes part and of consensus: the next way, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.journey import consensus, moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Lane, Participation, Persona
from cjm_desktop.layout import hit
from cjm_desktop.ui.canvas.walk import Place
from cjm_desktop.ui.tools.gesture import Gesture, Pointer

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

STEPS = {"participation": "step.turn_involvement", "consensus": "step.turn_stance"}
"""What the history calls a turn, by the kind of the lane."""


def role_at(journey: Journey, found: hit.Hit) -> str:
    """The persona whose token was hit in a lane of roles, or nothing."""
    if found.zone is None or found.zone.name != "role":
        return ""
    record = journey.find(found.record_id)
    if isinstance(record, Participation):
        return record.persona_id
    return record.id if isinstance(record, Persona) else ""


def is_of_roles(journey: Journey, place: Place | None) -> bool:
    """Whether a cell says how roles take part, or where they stand."""
    lane = journey.find(place[0]) if place is not None else None
    return isinstance(lane, Lane) and lane.holds in STEPS


def turn(canvas: Canvas, place: Place, persona_id: str, *, back: bool = False) -> None:
    """Let a role take part, or stand, in the next way; the keyboard stands in its cell then."""
    journey, (lane_id, stage_id, _) = canvas.document.journey, place
    holds = journey.get(Lane, lane_id).holds
    verb = moves.turn_involvement if holds == "participation" else moves.turn_stance

    def do(draft: Draft) -> bool:
        verb(draft, persona_id, stage_id, back)
        return True

    persona = journey.get(Persona, persona_id)
    canvas.change(STEPS[holds], do, {"name": naming.label(persona, journey.document.language)})
    canvas.select(())
    canvas.stand_in((lane_id, stage_id, None))
    canvas.hands.say()


def turn_number(canvas: Canvas, number: int, *, back: bool = False) -> bool:
    """Turn the role of that number in the cell the keyboard stands in; False: there is none."""
    journey, place = canvas.document.journey, canvas.standing
    if place is None or not is_of_roles(journey, place):
        return False
    people = journey.personas(canvas.map_id)
    if not 0 < number <= len(people):
        return False
    turn(canvas, place, people[number - 1].id, back=back)
    return True


def said(canvas: Canvas, place: Place) -> str:
    """What a cell of roles comes to, in words; nothing where nobody's stance is known."""
    journey = canvas.sheet.journey
    return consensus.agreement_words(consensus.agreement(journey, place[1]), canvas.look.language)


class RoleTurn(Gesture):
    """A role was pressed: its release is a click."""

    quiet = True
    scrolls = (False, False)

    def __init__(self, canvas: Canvas, place: Place, persona_id: str) -> None:
        super().__init__(canvas)
        self._place, self._persona_id = place, persona_id

    def release(self, pointer: Pointer) -> None:
        """Turn it, if the pointer is still over it."""
        found = hit.at(self.canvas.drawing, pointer.x, pointer.y)
        if found is None or role_at(self.canvas.document.journey, found) != self._persona_id:
            return
        turn(self.canvas, self._place, self._persona_id, back=pointer.shift)

    def wipe(self) -> None:
        """It painted nothing."""
