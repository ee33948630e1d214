"""Putting stages, steps and lanes: with all they hold, through a map that is there for a moment."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from cjm_desktop.journey.clipping.clip import Clip
from cjm_desktop.journey.clipping.spot import Spot
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.cards import move_card
from cjm_desktop.journey.moves.copies import put_copies
from cjm_desktop.journey.moves.drop import drop
from cjm_desktop.journey.moves.stages import move_step
from cjm_desktop.journey.moves.transfers import lane_copies, stage_copies
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    AnyCard,
    Card,
    Department,
    JourneyMap,
    Lane,
    MapDocument,
    Persona,
    Picture,
    Record,
    Stage,
    Step,
)

_NOT_LENT = (MapDocument, Persona, Department, Picture)
Ids = dict[str, str]
"""The new id of what was put, by that in the clip."""


def put_stages(draft: Draft, clip: Clip, spot: Spot, known: Mapping[str, str]) -> Ids:
    """Put stages behind the one where one stands, else at the end."""
    lent = _lend(draft, clip, known)
    same = _same(draft.journey, clip, lent, spot.map_id, Lane)
    stages = [one.id for one in draft.journey.stages(spot.map_id)]
    place = stages.index(spot.stage_id) + 1 if spot.stage_id in stages else len(stages)
    copied: Ids = {}
    for number, one in enumerate(clip.ids):
        copied |= stage_copies(draft, lent[one], spot.map_id, place + number, same)
        same |= _lanes_of(draft.journey, copied)
    drop(draft, lent[clip.map_id])
    return _through(lent, copied)


def put_steps(draft: Draft, clip: Clip, spot: Spot, known: Mapping[str, str]) -> Ids:
    """Put steps behind the one where one stands, else at the end of its stage.

    Raises:
        Problem: the map has no stages.
    """
    stages = draft.journey.stages(spot.map_id)
    if not stages:
        raise Problem("clip.no_stages")
    there = [one.id for one in stages]
    target = spot.stage_id if spot.stage_id in there else there[-1]
    steps = [one.id for one in draft.journey.steps(target)]
    place = steps.index(spot.step_id) + 1 if spot.step_id in steps else len(steps)
    lent = _lend(draft, clip, known, frozenset(clip.ids))
    same = _same(draft.journey, clip, lent, spot.map_id, Lane)
    copied: Ids = {}
    shells = dict.fromkeys(clip.journey.get(Step, one).stage_id for one in clip.ids)
    for shell in shells:
        copied |= stage_copies(draft, lent[shell], spot.map_id, None, same)
        same |= _lanes_of(draft.journey, copied)
    for number, one in enumerate(clip.ids):
        move_step(draft, copied[lent[one]], target, place + number)
    for shell in shells:
        for card in draft.journey.cards_of_stage(copied[lent[shell]]):
            move_card(draft, card.id, card.lane_id, target, None)  # its lane has a cell per stage
        drop(draft, copied[lent[shell]])
    drop(draft, lent[clip.map_id])
    found = _through(lent, {old: one for old, one in copied.items() if one in draft.journey})
    _narrow(draft, clip, found)
    return found


def _narrow(draft: Draft, clip: Clip, found: Ids) -> None:
    """Let wide cards cover what they covered of the steps that came: these came one by one."""
    numbers = clip.journey.column_numbers(clip.map_id)
    came = {numbers[clip.journey.get(Step, one).stage_id, one] for one in clip.ids}
    for old, record in clip.held().items():
        if isinstance(record, AnyCard) and record.span > 1:
            first = numbers[record.stage_id, record.step_id]
            span = next(one for one in range(1, record.span + 1)
                        if one == record.span or first + one not in came)  # fmt: skip
            card = draft.journey.get(Card, found[old])
            if card.span != span:
                draft.put(replace(card, span=span))


def put_lanes(draft: Draft, clip: Clip, spot: Spot, known: Mapping[str, str]) -> Ids:
    """Put lanes behind the one where one stands, else at the bottom.

    Raises:
        Problem: there are things on them, and the map has no stages.
    """
    lent = _lend(draft, clip, known)
    same = _same(draft.journey, clip, lent, spot.map_id, Stage, Step)
    lanes = [one.id for one in draft.journey.lanes(spot.map_id)]
    place = lanes.index(spot.lane_id) + 1 if spot.lane_id in lanes else len(lanes)
    copied: Ids = {}
    for number, one in enumerate(clip.ids):
        copied |= lane_copies(draft, lent[one], spot.map_id, place + number, same)
    drop(draft, lent[clip.map_id])
    return _through(lent, copied)


def _lend(
    draft: Draft, clip: Clip, known: Mapping[str, str], steps: Collection[str] | None = None
) -> Ids:
    """Put the clip's map into the document for a moment, under other ids; return them.

    Args:
        steps: only these of its steps; None: all of them.
    """
    lent = [
        one
        for one in clip.journey
        if not isinstance(one, _NOT_LENT)
        and (steps is None or not isinstance(one, Step) or one.id in steps)
    ]
    bare = [replace(one, persona_ids=()) if isinstance(one, JourneyMap) else one for one in lent]
    return put_copies(draft, bare, known)


def _same(
    journey: Journey, clip: Clip, lent: Mapping[str, str], map_id: str, *kinds: type[Record]
) -> Ids:
    """What of the map is the same as what the clip has of it, by the id of what was lent."""
    return {
        lent[one.id]: one.id
        for one in clip.journey
        if isinstance(one, kinds)
        and one.id in lent
        and (there := journey.find(one.id)) is not None
        and type(there) is type(one)
        and journey.map_of(there) == map_id
        and getattr(there, "holds", "") == getattr(one, "holds", "")
    }


def _lanes_of(journey: Journey, copied: Mapping[str, str]) -> Ids:
    """Which lane took what lay on which: what comes next goes the same way."""
    return {old: new for old, new in copied.items() if isinstance(journey.find(new), Lane)}


def _through(lent: Mapping[str, str], copied: Mapping[str, str]) -> Ids:
    return {old: copied[one] for old, one in lent.items() if one in copied}
