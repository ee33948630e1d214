"""Edits as the view asks for them: in the view of how it should be only the plan changes.

The views of how it is and of both change the map itself, and the plan with it as long as it does
not say otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cjm_desktop.journey import moves, plans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Cell, Journey
from cjm_desktop.journey.plans import OnPath
from cjm_desktop.journey.records import Card, Path, Record, Stage, State, Step

_STEPS = {
    "step.add_stage": "step.plan_stage",
    "step.add_step": "step.plan_step",
    "step.add_card": "step.plan_card",
    "step.add_touchpoint": "step.plan_card",
    "step.add_thought": "step.plan_card",
    "step.add_barrier": "step.plan_card",
    "step.add_opportunity": "step.plan_card",
    "step.move_card": "step.plan_move",
    "step.unpin_barrier": "step.plan_move",
    "step.pin_barrier": "step.plan_pin",
    "step.move_note": "step.plan_pin",
}


def step_name(key: str, view: Path) -> str:
    """What a step is called in the history where only the plan changes."""
    return _STEPS.get(key, key) if view == "to_be" else key


def seen(journey: Journey, map_id: str, view: Path) -> Journey:
    """The records without those that a view leaves out, to walk over what is seen."""
    out = plans.hidden(journey, map_id, view)
    if not out:
        return journey
    found = journey.fork()
    for record_id in out:
        found.drop(record_id)
    return found


def state(view: Path) -> State:
    """On which path a curve point that is made in a view lies."""
    return "to_be" if view == "to_be" else "as_is"


def add_stage(draft: Draft, view: Path, map_id: str, title: str, place: int | None) -> str:
    """Add a stage where the view shows it."""
    verb = moves.plan_stage if view == "to_be" else moves.add_stage
    return verb(draft, map_id, title, place)


def add_step(draft: Draft, view: Path, stage_id: str, title: str, place: int | None) -> str:
    """Add a step where the view shows it."""
    verb = moves.plan_step if view == "to_be" else moves.add_step
    return verb(draft, stage_id, title, place)


def add_card(draft: Draft, view: Path, cell: Cell, place: int | None = None) -> str:
    """Add a card where the view shows it."""
    verb = moves.plan_card if view == "to_be" else moves.add_card
    return verb(draft, *cell, place=place)


def pin(draft: Draft, view: Path, note_id: str, on_id: str, dx: float, dy: float) -> str:
    """Pin a note; return the id of the one that is pinned there."""
    if view == "to_be":
        return moves.plan_pin(draft, note_id, on_id, dx, dy)
    moves.pin_barrier(draft, note_id, on_id, dx, dy)
    return note_id


def move_cards(
    draft: Draft, view: Path, ids: Sequence[str], cell: Cell, place: int | None
) -> tuple[str, ...]:
    """Move cards to an index among what the view shows; return the ids they have there."""
    there = draft.journey.cards(*cell)
    place = plans.real_place(draft.journey, there, view, place, ids)
    if view == "to_be":
        return moves.plan_move(draft, ids, *cell, place)
    moves.move_cards(draft, ids, *cell, place)
    return tuple(ids)


def copy_cards(
    draft: Draft, view: Path, ids: Sequence[str], cell: Cell, place: int | None = None
) -> tuple[str, ...]:
    """Copy cards; in the view of how it should be the copies are only planned."""
    place = plans.real_place(draft.journey, draft.journey.cards(*cell), view, place)
    made = tuple(moves.copy_cards(draft, ids, *cell, place=place))
    if view == "to_be":
        for one in made:
            moves.set_path(draft, one, "to_be")
    return made


def move_stage(draft: Draft, view: Path, stage_id: str, place: int | None) -> None:
    """Move a stage to an index among those the view shows, on both paths."""
    there = draft.journey.stages(draft.journey.get(Stage, stage_id).map_id)
    place = plans.real_place(draft.journey, there, view, place, (stage_id,))
    moves.move_stage(draft, stage_id, place)


def move_step(draft: Draft, view: Path, step_id: str, stage_id: str, place: int | None) -> None:
    """Move a step to an index among those the view shows, on both paths."""
    there: Sequence[Step] = draft.journey.steps(stage_id)
    place = plans.real_place(draft.journey, there, view, place, (step_id,))
    moves.move_step(draft, step_id, stage_id, place)


def remove(draft: Draft, view: Path, record_id: str) -> None:
    """Drop a thing with all that depends on it, or take it out of the plan."""
    if view == "to_be":
        moves.remove_from_plan(draft, record_id)
    else:
        moves.drop(draft, record_id)


def set_fields(draft: Draft, view: Path, record_id: str, **fields: Any) -> str:
    """Change fields of a record; return the id of what says so now."""
    if view == "to_be" and isinstance(draft.journey.find(record_id), Card):
        return moves.plan_fields(draft, record_id, **fields)
    moves.set_fields(draft, record_id, **fields)
    return record_id


def removing(record: Record, key: str, view: Path) -> str:
    """What the step is called that deletes one thing in a view.

    Args:
        key: what it is called where the thing goes from both paths.
    """
    return "step.remove_from_plan" if view == "to_be" and isinstance(record, OnPath) else key
