"""What to do next on a map that has only just been begun."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Lane

YOUNG = 16
"""Cards and feelings from which a map needs no help."""
OF_CARDS = ("actions", "touchpoints", "thoughts", "barriers", "opportunities")
"""Lanes that every map is about; others may well stay empty."""
Kind = Literal["begin", "stage", "step", "feeling", "lane"]


class Next(NamedTuple):
    """What is missing most."""

    kind: Kind
    lane_id: str = ""
    """The lane it is missing in."""


def next_on(journey: Journey, map_id: str) -> Next | None:
    """What to do next on a map; None: it has no stage to begin with, or needs no help any more."""
    stages = journey.stages(map_id)
    lanes = [one for one in journey.lanes(map_id) if not one.folded]
    held = {one.id: _held(journey, one) for one in lanes}
    if not stages or sum(held.values()) >= YOUNG:
        return None
    if not any(held.values()):
        return Next("begin")
    if len(stages) == 1:
        return Next("stage")
    if not any(journey.steps(one.id) for one in stages):
        return Next("step")
    empty = [one for one in lanes if not held[one.id]]
    for one in empty:
        if one.holds == "feelings":
            return Next("feeling", one.id)
    return next((Next("lane", one.id) for one in empty if one.holds in OF_CARDS), None)


def _held(journey: Journey, lane: Lane) -> int:
    if lane.holds == "feelings":
        return len(journey.feelings(lane.id))
    return len(journey.cards_of_lane(lane.id))
