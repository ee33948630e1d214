"""Verbs for lanes."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from cjm_desktop.journey import naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.fields import put_new
from cjm_desktop.journey.moves.places import move_to, place_for, places
from cjm_desktop.journey.records import Lane, LaneKind

PER_STAGE = frozenset({"time", "goals", "metrics", "participation", "consensus", "divider"})
"""Lanes whose cells are whole stages unless said otherwise."""


def add_lane(
    draft: Draft,
    map_id: str,
    holds: LaneKind,
    title: str = "",
    question: str = "",
    per: Literal["step", "stage"] | None = None,
    place: int | None = None,
) -> str:
    """Add a lane; without a title it gets the usual one in the document's language."""
    language = draft.journey.document.language
    return put_new(
        draft,
        Lane,
        map_id=map_id,
        holds=holds,
        title=title or naming.lane_title(holds, language),
        question=question or ("" if title else naming.lane_question(holds, language)),
        per=per or ("stage" if holds in PER_STAGE else "step"),
        place=place_for(draft, draft.journey.lanes(map_id), place),
    ).id


def move_lane(draft: Draft, lane_id: str, place: int | None) -> None:
    """Give a lane another place among the lanes of its map."""
    lane = draft.journey.get(Lane, lane_id)
    move_to(draft, draft.journey.lanes(lane.map_id), [lane], place)


def resize_lane(draft: Draft, lane_id: str, height: float | None) -> None:
    """Set the least height of a lane in poster units; None: as its content needs."""
    draft.put(replace(draft.journey.get(Lane, lane_id), height=height))


def set_lane_per(draft: Draft, lane_id: str, per: Literal["step", "stage"]) -> None:
    """Let a lane have a cell for each step, or for each stage as a whole.

    Cards of steps come together in their stage, in the order they stood in.
    """
    lane = draft.journey.get(Lane, lane_id)
    if lane.per == per:
        return
    draft.put(replace(lane, per=per))
    if per == "stage":
        for stage in draft.journey.stages(lane.map_id):
            _gather(draft, lane_id, stage.id)


def _gather(draft: Draft, lane_id: str, stage_id: str) -> None:
    there = draft.journey.cards(lane_id, stage_id, None)
    coming = [
        card
        for step in draft.journey.steps(stage_id)
        for card in draft.journey.cards(lane_id, stage_id, step.id)
    ]
    for card, key in zip(coming, places(draft, there, None, len(coming)), strict=True):
        draft.put(replace(card, step_id=None, place=key, span=1))
