"""What becomes of the things of a stage that merges into the one before it."""

from __future__ import annotations

from dataclasses import replace

from cjm_desktop.journey.curves import point_at
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.durations import total
from cjm_desktop.journey.moves.places import places
from cjm_desktop.journey.records import (
    Barrier,
    Feeling,
    Metric,
    Participation,
    Stage,
)


def take_over(draft: Draft, first_id: str, second_id: str) -> None:
    """Move to the first stage what belongs to the second as a whole."""
    first = draft.journey.get(Stage, first_id)
    second = draft.journey.get(Stage, second_id)
    draft.put(
        replace(
            first,
            goal="\n".join(one for one in (first.goal, second.goal) if one),
            planned=total((first.planned, second.planned)),
            actual=total((first.actual, second.actual)),
        )
    )
    _take_cards(draft, first_id, second_id)
    for record in draft.journey.referrers(second_id):
        if isinstance(record, Feeling):
            _take_feeling(draft, first_id, record)
        elif isinstance(record, Participation):
            _take_participation(draft, first_id, record)
        elif isinstance(record, Metric):
            draft.put(replace(record, about_id=first_id))
    for record in draft.journey.referrers(second_id):
        if isinstance(record, Barrier) and record.on_id == second_id:
            draft.put(replace(record, on_id=first_id))


def _take_cards(draft: Draft, first_id: str, second_id: str) -> None:
    map_id = draft.journey.get(Stage, first_id).map_id
    for lane in draft.journey.lanes(map_id):
        there = draft.journey.cards(lane.id, first_id, None)
        coming = draft.journey.cards(lane.id, second_id, None)
        for card, key in zip(coming, places(draft, there, None, len(coming)), strict=True):
            draft.put(replace(card, stage_id=first_id, place=key))


def _take_feeling(draft: Draft, first_id: str, feeling: Feeling) -> None:
    """Points keep their order on the curve: those of the second come in the second half."""
    moved = replace(feeling, stage_id=first_id)
    if point_at(draft.journey, moved) is not None:
        moved = replace(moved, between=0.5 + feeling.between / 2)
    while point_at(draft.journey, moved) is not None:
        moved = replace(moved, between=moved.between + (0.999 - moved.between) / 2)
    draft.put(moved)


def _take_participation(draft: Draft, first_id: str, taken: Participation) -> None:
    """Who took part in both keeps the larger part, the stance that was said, and both notes."""
    for own in draft.journey.participation(first_id):
        if own.persona_id == taken.persona_id:
            parts = (own.involvement, taken.involvement)
            draft.put(
                replace(
                    own,
                    involvement=min(parts, key=_LARGEST_FIRST.index),
                    stance=own.stance or taken.stance,
                    note="\n".join(one for one in (own.note, taken.note) if one),
                )
            )
            return
    draft.put(replace(taken, stage_id=first_id))


_LARGEST_FIRST = ("decides", "influences", "takes_part", "absent")
