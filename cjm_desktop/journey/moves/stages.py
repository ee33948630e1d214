"""Verbs for stages and steps: what lies in them comes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cjm_desktop.journey import spans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves import inheriting, merging, parting
from cjm_desktop.journey.moves.drop import drop
from cjm_desktop.journey.moves.fields import put_new
from cjm_desktop.journey.moves.places import move_to, place_for, places
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import AnyCard, Barrier, Card, Feeling, Lane, Stage, Step
from cjm_desktop.journey.records import new_id as fresh_id

JOINED = "{first} / {second}"
"""The name of a stage that was two."""


def add_stage(
    draft: Draft,
    map_id: str,
    title: str = "",
    place: int | None = None,
    steps: Sequence[str] = (),
    **fields: Any,
) -> str:
    """Add a stage, with steps of the given titles."""
    before = spans.remember(draft.journey, map_id)
    key = place_for(draft, draft.journey.stages(map_id), place)
    stage = put_new(draft, Stage, map_id=map_id, title=title, place=key, **fields)
    for step in steps:
        add_step(draft, stage.id, step)
    spans.restore(draft, map_id, before)
    return stage.id


def move_stage(draft: Draft, stage_id: str, place: int | None) -> None:
    """Give a stage with all it holds another place among the stages of its map."""
    stage = draft.journey.get(Stage, stage_id)
    move_to(draft, draft.journey.stages(stage.map_id), [stage], place)


def add_step(
    draft: Draft,
    stage_id: str,
    title: str = "",
    place: int | None = None,
    *,
    settle: bool = True,
    **fields: Any,
) -> str:
    """Add a step; what lay in a stage without steps moves into its first one.

    Args:
        settle: False: it stays with the stage as a whole.
    """
    stage = draft.journey.get(Stage, stage_id)
    there = draft.journey.steps(stage_id)
    before = spans.remember(draft.journey, stage.map_id)
    key = place_for(draft, there, place)
    step = put_new(draft, Step, stage_id=stage_id, title=title, place=key, **fields)
    if there:
        spans.restore(draft, stage.map_id, before)
        return step.id
    settled = _settle(draft, step) if settle else set()
    for card_id, covered in before.items():
        if card_id not in settled and draft.journey.get(Card, card_id).step_id is not None:
            columns = tuple(step.id if one == stage_id else one for one in covered)
            spans.restore(draft, stage.map_id, {card_id: columns})
    return step.id


def move_step(draft: Draft, step_id: str, stage_id: str, place: int | None = None) -> None:
    """Give a step another place in its stage or in another stage of the map, with all it holds.

    Raises:
        Problem: the stage is on another map, or only on the other one of the paths as it is and
            as it should be.
    """
    step = draft.journey.get(Step, step_id)
    if step.stage_id == stage_id:
        move_to(draft, draft.journey.steps(stage_id), [step], place)
        return
    stage = draft.journey.get(Stage, stage_id)
    if draft.journey.get(Stage, step.stage_id).map_id != stage.map_id:
        raise Problem("move.other_map")
    step = inheriting.with_path(draft, step, stage)
    ensure_steps(draft, stage)
    rehome(draft, [step], stage_id, place)


def ensure_steps(draft: Draft, stage: Stage) -> None:
    """Give what lies in a stage without steps a step of its own, so that others can stand beside.

    An empty stage is left as it is.
    """
    if not draft.journey.steps(stage.id) and _own_content(draft.journey, stage.id):
        add_step(draft, stage.id, stage.title)


def rehome(draft: Draft, steps: Sequence[Step], stage_id: str, place: int | None) -> None:
    """Put steps of another stage into a stage, with their cards, feelings and pinned notes."""
    keys = places(draft, draft.journey.steps(stage_id), place, len(steps))
    for step, key in zip(steps, keys, strict=True):
        draft.put(replace(step, stage_id=stage_id, place=key))
        for record in draft.journey.referrers(step.id):
            if isinstance(record, (AnyCard, Feeling)) and record.step_id == step.id:
                moved = replace(record, stage_id=stage_id)
                if isinstance(moved, Barrier) and moved.on_id == step.stage_id:
                    moved = replace(moved, on_id=stage_id)
                draft.put(moved)


def split_stage(draft: Draft, stage_id: str, step_id: str) -> str:
    """Split a stage before one of its steps; the new stage begins with that step.

    What belongs to the stage as a whole stays with the first half; its owners own both halves,
    wide cards go on covering both, and the same people take part in both. How long it takes is
    parted as its steps take it, where each of them says so; else it stays with the first half.

    Raises:
        Problem: nothing would be left of the first half.
    """
    stage = draft.journey.get(Stage, stage_id)
    steps = draft.journey.steps(stage_id)
    first = [step.id for step in steps].index(step_id)
    if first == 0:
        raise Problem("move.split_first")
    owned = dict.fromkeys(_owners(draft, stage_id), (stage_id,))
    before = {**owned, **spans.remember(draft.journey, stage.map_id)}
    place = draft.journey.stages(stage.map_id).index(stage) + 1
    key = place_for(draft, draft.journey.stages(stage.map_id), place)
    new = put_new(
        draft,
        Stage,
        map_id=stage.map_id,
        title=steps[first].title,
        colour=stage.colour,
        path=stage.path,
        place=key,
    )
    rehome(draft, steps[first:], new.id, None)
    _copy_participation(draft, stage_id, new.id)
    parting.part_times(draft, stage_id, new.id)
    spans.restore(
        draft,
        stage.map_id,
        {
            card_id: (*covered, new.id) if stage_id in covered else covered
            for card_id, covered in before.items()
        },
    )
    return new.id


def neighbours(draft: Draft, one_id: str, other_id: str) -> tuple[Stage, Stage]:
    """Two stages that stand side by side, the earlier one first.

    Raises:
        Problem: they do not.
    """
    one, other = draft.journey.get(Stage, one_id), draft.journey.get(Stage, other_id)
    stages = draft.journey.stages(one.map_id)
    if other not in stages or abs(stages.index(one) - stages.index(other)) != 1:
        raise Problem("move.merge_apart")
    return (one, other) if stages.index(one) < stages.index(other) else (other, one)


def merge_stages(draft: Draft, first_id: str, second_id: str, *, named_as: str = "") -> str:
    """Make one stage of two neighbours; return the id of the one that stays, the earlier.

    Names and goals are joined, durations added, and nothing is lost: what lay in a stage without
    steps beside one with steps gets a step of its own.

    Args:
        named_as: see `merged_title`; its colour stays.

    Raises:
        Problem: the stages are not neighbours.
    """
    first, second = neighbours(draft, first_id, second_id)
    title = merged_title(draft.journey, first, second, named_as)
    colour = (second if named_as == second.id else first).colour
    if (title, colour) != (first.title, first.colour):
        draft.put(replace(first, title=title, colour=colour))
    inheriting.even_out(draft, first.id, second.id)
    if draft.journey.steps(first.id) or draft.journey.steps(second.id):
        ensure_steps(draft, first)
        ensure_steps(draft, second)
    before = {
        card_id: tuple(first.id if one == second.id else one for one in covered)
        for card_id, covered in spans.remember(draft.journey, first.map_id).items()
    }
    rehome(draft, draft.journey.steps(second.id), first.id, None)
    merging.take_over(draft, first.id, second.id)
    drop(draft, second.id)
    spans.restore(draft, first.map_id, before)
    return first.id


def merged_title(journey: Journey, first: Stage, second: Stage, named_as: str = "") -> str:
    """What one stage of two is called: both names, but for one that a step of it has.

    Args:
        named_as: the one whose name stays alone where a step keeps the other's; empty: the first.
    """
    pair = (second, first) if named_as == second.id else (first, second)
    steps = {one.id: journey.steps(one.id) for one in pair}
    known = {step.title.strip() for listed in steps.values() for step in listed}
    if any(steps.values()):
        known |= {one.title.strip() for one in pair
                  if not steps[one.id] and _own_content(journey, one.id)}  # fmt: skip
    kept, other = (one.title.strip() for one in pair)
    if not other or other == kept or other in known:
        return pair[0].title
    if not kept:
        return pair[1].title
    return JOINED.format(first=first.title.strip(), second=second.title.strip())


def _settle(draft: Draft, step: Step) -> set[str]:
    """Move into a stage's first step what lay in the stage's own column; return what moved."""
    map_id = draft.journey.get(Stage, step.stage_id).map_id
    columns = [stage.id for stage, _ in draft.journey.columns(map_id)]
    stages = list(dict.fromkeys(columns))
    first = stages.index(step.stage_id)
    content = _own_content(draft.journey, step.stage_id)
    for record in content:
        if isinstance(record, Feeling):
            draft.put(replace(record, step_id=step.id))
        else:
            covered = stages[first : first + record.span]
            span = sum(columns.count(one) for one in covered)
            draft.put(replace(record, step_id=step.id, span=span))
    return {record.id for record in content}


def _own_content(journey: Journey, stage_id: str) -> list[AnyCard | Feeling]:
    """Cards and curve points of a stage's own column in the lanes that have a cell per step."""
    return [
        record
        for record in journey.referrers(stage_id)
        if isinstance(record, (AnyCard, Feeling))
        and (record.stage_id, record.step_id) == (stage_id, None)
        and journey.get(Lane, record.lane_id).per == "step"
    ]


def _owners(draft: Draft, stage_id: str) -> list[str]:
    """The owners of a stage as a whole."""
    return [
        card.id
        for card in draft.journey.cards_of_stage(stage_id)
        if card.step_id is None and draft.journey.get(Lane, card.lane_id).holds == "owners"
    ]


def _copy_participation(draft: Draft, stage_id: str, new_id: str) -> None:
    for one in draft.journey.participation(stage_id):
        draft.put(replace(one, id=fresh_id(), stage_id=new_id))
