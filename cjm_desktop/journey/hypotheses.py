"""The board of hypotheses by status, and opportunities by their effect and effort."""

from __future__ import annotations

from typing import Literal, get_args

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Hypothesis, Metric, Opportunity

Status = Literal["idea", "running", "confirmed", "rejected"]
STATUSES: tuple[Status, ...] = get_args(Status)
"""The columns of the board, left to right."""
LEVELS = range(4)
"""Effect and effort: 0 not rated, 1 low, 2 medium, 3 high."""


def board(journey: Journey, map_id: str) -> dict[Status, tuple[Hypothesis, ...]]:
    """The hypotheses of a map by status, each column in order."""
    found = journey.hypotheses(map_id)
    return {status: tuple(one for one in found if one.status == status) for status in STATUSES}


def seen_with(journey: Journey, metric: Metric) -> Hypothesis | None:
    """The hypothesis whose start parts a metric's values: the last that was to move it.

    The end metric is to be moved by every hypothesis of its map.
    """
    begun = [one for one in journey.hypotheses(metric.map_id) if one.started]
    own = [one for one in begun if one.metric_id == metric.id]
    found = own or (begun if metric.end else [])
    return max(found, key=lambda one: one.started, default=None)


def matrix(journey: Journey, map_id: str) -> dict[tuple[int, int], tuple[Opportunity, ...]]:
    """The opportunities of a map by effect and effort, those with most votes first.

    Every field is there, from (0, 0) for what nobody has rated to (3, 3).
    """
    found = [
        card
        for lane in journey.lanes(map_id)
        for card in journey.cards_of_lane(lane.id)
        if isinstance(card, Opportunity)
    ]
    found.sort(key=lambda one: -one.votes)
    return {
        (effect, effort): tuple(
            one for one in found if (one.effect, one.effort) == (effect, effort)
        )
        for effect in LEVELS
        for effort in LEVELS
    }
