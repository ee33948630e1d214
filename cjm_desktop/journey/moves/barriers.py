"""Verbs for barrier notes: pinning them to what they stand on, and answering them."""

from __future__ import annotations

from dataclasses import replace

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.cards import add_card, move_card, settle_note
from cjm_desktop.journey.moves.lanes import add_lane
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Lane, Path, Record, Stage, Step, Touchpoint


def pin_barrier(draft: Draft, barrier_id: str, on_id: str, dx: float, dy: float) -> None:
    """Pin a note to a touchpoint, step or stage; it belongs to that step or stage from then on.

    Args:
        dx, dy: offset from the top left of what it stands on, poster units.

    Raises:
        Problem: a note cannot stand there, or it is on another map.
    """
    barrier = draft.journey.get(Barrier, barrier_id)
    on = draft.journey.get(Record, on_id)
    if not isinstance(on, (Touchpoint, Step, Stage)):
        raise Problem("move.no_pin")
    lane = draft.journey.get(Lane, barrier.lane_id)
    if draft.journey.map_of(on) != lane.map_id:
        raise Problem("move.other_map")
    stage_id = on.id if isinstance(on, Stage) else on.stage_id
    step_id = on.step_id if isinstance(on, Touchpoint) else on.id if isinstance(on, Step) else None
    if isinstance(on, Stage) and barrier.stage_id == on.id:
        step_id = barrier.step_id
    pinned = replace(barrier, on_id=on_id, dx=float(dx), dy=float(dy))
    settle_note(draft, pinned, stage_id, step_id)


def unpin_barrier(
    draft: Draft,
    barrier_id: str,
    lane_id: str,
    stage_id: str,
    step_id: str | None,
    place: int | None = None,
) -> None:
    """Lay a pinned note into a cell (see `move_cards`)."""
    move_card(draft, barrier_id, lane_id, stage_id, step_id, place)


def answer_barrier(draft: Draft, barrier_id: str, text: str = "", view: Path = "both") -> str:
    """Add an opportunity that answers a barrier, in the barrier's own step.

    A map without a lane for opportunities gets one under the barriers. In the view of how it should
    be the opportunity is only planned.
    """
    barrier = draft.journey.get(Barrier, barrier_id)
    lane = draft.journey.get(Lane, barrier.lane_id)
    lanes = draft.journey.lanes(lane.map_id)
    found = [one.id for one in lanes if one.holds == "opportunities"]
    lane_id = (
        found[0]
        if found
        else add_lane(draft, lane.map_id, "opportunities", place=lanes.index(lane) + 1)
    )
    path: Path = "to_be" if view == "to_be" else "both"
    return add_card(
        draft, lane_id, barrier.stage_id, barrier.step_id, text, answers=(barrier_id,), path=path
    )
