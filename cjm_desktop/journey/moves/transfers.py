"""Verbs that copy a stage or a lane with all it holds, to another map or within its own.

What it refers to outside of itself is forgotten on another map; a passage comes along where both
its ends do. A hypothesis has not been tested there: it is an idea again.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from cjm_desktop.journey import grid, order, plans, spans
from cjm_desktop.journey.belonging import dependents
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves import joining
from cjm_desktop.journey.moves.copies import put_copies
from cjm_desktop.journey.moves.places import place_for, places
from cjm_desktop.journey.moves.receiving import NONE, lanes_for
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Difference,
    Feeling,
    Hypothesis,
    Lane,
    Link,
    Metric,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import REFERENCES

STEPS = {"copy_stage": "step.copy_stage", "copy_lane": "step.copy_lane"}
"""What the history calls these verbs; the name filled in is that of the stage or lane."""

Spot = tuple[str, str | None]
"""A stage, and a step or None for the stage as a whole."""
Inside = dict[str, Record]
"""What is to be copied, by its id."""
Titled = TypeVar("Titled", Stage, Step)
InGrid = TypeVar("InGrid", AnyCard, Feeling)


def copy_stage(draft: Draft, stage_id: str, map_id: str, place: int | None = None) -> str:
    """Copy a stage with all it holds to a map; return the new stage's id.

    On another map its things land in the lanes of the same kind and title, else in those of the
    same kind from the top, each lane taking the things of one; a lane that is missing there is
    added where it stood among the others. A bar that went on beyond the stage ends with it. Points
    of the customer in general go on with the curve that the other map has of a persona.
    """
    return joined_copy(draft, stage_id, map_id, place)[0]


def joined_copy(
    draft: Draft, stage_id: str, map_id: str, place: int | None = None
) -> tuple[str, tuple[str, ...]]:
    """Copy a stage (see `copy_stage`); return it, and the personas whose curves go on in it."""
    elsewhere = draft.journey.get(Stage, stage_id).map_id != map_id
    before = joining.theirs(draft.journey, map_id) if elsewhere else {}
    copied = stage_copies(draft, stage_id, map_id, place)
    return copied[stage_id], joining.join_curves(draft, before, copied.values())


def stage_copies(
    draft: Draft,
    stage_id: str,
    map_id: str,
    place: int | None = None,
    same: Mapping[str, str] = NONE,
) -> dict[str, str]:
    """Copy a stage (see `copy_stage`); return the new id of all that was copied by the old one.

    Args:
        same: lanes of the other map that are the same as here, by the id of the one here.
    """
    stage = draft.journey.get(Stage, stage_id)
    inside = _inside(draft.journey, stage_id, stage.map_id != map_id)
    used = {one.lane_id for one in inside.values() if isinstance(one, (AnyCard, Feeling))}
    lanes = lanes_for(draft, draft.journey.lanes(stage.map_id), map_id, used, same)
    before = spans.remember(draft.journey, map_id)
    inside[stage_id] = replace(stage, place=place_for(draft, draft.journey.stages(map_id), place))
    for lane_id, cards in _grouped(_cards(draft.journey, inside), lambda one: one.lane_id).items():
        lane = draft.journey.get(Lane, lanes[str(lane_id)])
        inside |= {one.id: one for one in _in_stage(draft.journey, stage_id, lane, cards)}
    copied = put_inside(draft, inside, {stage.map_id: map_id, **lanes}, map_id)
    spans.restore(draft, map_id, before)
    return copied


def copy_lane(draft: Draft, lane_id: str, map_id: str, place: int | None = None) -> str:
    """Copy a lane with the cards and curves on it to a map; return the new lane's id.

    On another map they land in the stages of the same title, else in those at the same place from
    the left, the last one taking what would lie beyond it; and so in their steps. What comes to lie
    in one cell stands there in the order it had. What a lane shows of the stages themselves, such
    as times, goals and participation, is that of the stages there.

    Raises:
        Problem: there are things on the lane, and the other map has no stages.
    """
    return lane_copies(draft, lane_id, map_id, place)[lane_id]


def lane_copies(
    draft: Draft,
    lane_id: str,
    map_id: str,
    place: int | None = None,
    same: Mapping[str, str] = NONE,
) -> dict[str, str]:
    """Copy a lane (see `copy_lane`); return the new id of all that was copied by the old one.

    Args:
        same: stages and steps of the other map that are the same as here, by the id of those here.

    Raises:
        Problem: there are things on the lane, and the other map has no stages.
    """
    lane = draft.journey.get(Lane, lane_id)
    inside = _inside(draft.journey, lane_id, lane.map_id != map_id)
    spots = _spots_for(draft.journey, lane.map_id, map_id, same)
    cards, points = _cards(draft.journey, inside), _points(draft.journey, inside)
    if not spots and (cards or points):
        raise Problem("move.no_stages")
    inside[lane_id] = replace(lane, place=place_for(draft, draft.journey.lanes(map_id), place))
    for listed in _grouped(cards, lambda one: spots[one.stage_id, one.step_id]).values():
        for card, key in zip(listed, _keys(listed), strict=True):
            inside[card.id] = _in_spot(draft.journey, card, key, spots, map_id)
    inside |= {one.id: one for one in _twins_apart(inside)}
    curves = _grouped(
        points, lambda one: (one.persona_id, one.path, spots[one.stage_id, one.step_id])
    )
    for curve in curves.values():
        inside |= {one.id: one for one in _on_curve(curve, spots)}
    return put_inside(draft, inside, {lane.map_id: map_id}, map_id)


# What comes along


def _inside(journey: Journey, record_id: str, elsewhere: bool) -> Inside:
    """A record with all that depends on it, as far as it makes sense where it goes."""
    found = dependents(journey, record_id)
    ends = (
        one.id
        for one in found.values()
        if isinstance(one, Link) and not {one.from_id, one.to_id} <= found.keys()
    )
    left = {*ends, *(one.id for one in found.values() if isinstance(one, Difference))}
    inside = {key: one for key, one in found.items() if key not in left}
    return {key: _forgetting(journey, one, inside, elsewhere) for key, one in inside.items()}


def _forgetting(journey: Journey, record: Record, inside: Inside, elsewhere: bool) -> Record:
    """A record without what it refers to on the map it comes from."""

    def kept(name: str, target: str) -> bool:
        apart = elsewhere or name == "moved_from"  # a card has one twin in the plan
        known = journey.find(target)
        return target in inside or not apart or known is None or journey.map_of(known) is None

    changes: dict[str, Any] = {}
    for one in REFERENCES[type(record)]:
        value = getattr(record, one.name)
        if one.needed or not value or one.name == "step_id":
            continue
        if one.many:
            changes[one.name] = tuple(target for target in value if kept(one.name, target))
        elif not kept(one.name, value):
            changes[one.name] = None
    if isinstance(record, Barrier) and "on_id" in changes:
        changes |= {"dx": 0.0, "dy": 0.0}
    if isinstance(record, Hypothesis):
        changes |= {"status": "idea", "started": "", "ended": "", "outcome": ""}
    return replace(record, **changes)


def _cards(journey: Journey, inside: Inside) -> list[AnyCard]:
    """The cards, column by column."""
    return _in_columns(journey, [one for one in inside.values() if isinstance(one, AnyCard)])


def _points(journey: Journey, inside: Inside) -> list[Feeling]:
    return _in_columns(journey, [one for one in inside.values() if isinstance(one, Feeling)])


def _in_columns(journey: Journey, found: list[InGrid]) -> list[InGrid]:
    if not found:
        return []
    columns = grid.of_map(journey, journey.get(Lane, found[0].lane_id).map_id)

    def at(one: InGrid) -> tuple[float, str, str]:
        here = columns.position(one.stage_id, one.step_id, getattr(one, "between", 0.0))
        return (here or 0.0), getattr(one, "place", ""), one.id

    return sorted(found, key=at)


def _grouped(found: Iterable[InGrid], key: Any) -> dict[Hashable, list[InGrid]]:
    groups: dict[Hashable, list[InGrid]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return groups


def put_inside(draft: Draft, inside: Inside, ids: Mapping[str, str], map_id: str) -> dict[str, str]:
    """Put the copies; what has an order on the whole map comes last in it.

    Of metrics that end a map one is enough.

    Args:
        ids: new ids that are settled already, by the old ones.
    """
    metrics = [one for one in inside.values() if isinstance(one, Metric)]
    has_end = any(one.end for one in draft.journey.metrics(map_id))
    ideas = [one for one in inside.values() if isinstance(one, Hypothesis)]
    keys = places(draft, draft.journey.metrics(map_id), None, len(metrics))
    for metric, key in zip(metrics, keys, strict=True):
        inside[metric.id] = replace(metric, place=key, end=metric.end and not has_end)
    keys = places(draft, draft.journey.hypotheses(map_id), None, len(ideas))
    for idea, key in zip(ideas, keys, strict=True):
        inside[idea.id] = replace(idea, place=key)
    return put_copies(draft, inside.values(), ids)


# Where it lands


def _in_stage(
    journey: Journey, stage_id: str, lane: Lane, cards: Sequence[AnyCard]
) -> list[AnyCard]:
    """The cards of one lane of a stage, as they stand in the lane they go to."""
    if lane.per == "stage" and any(one.step_id for one in cards):
        keys = order.spread(len(cards))
        return [
            replace(one, step_id=None, span=1, place=key)
            for one, key in zip(cards, keys, strict=True)
        ]
    steps = [step.id for step in journey.steps(stage_id)]
    return [
        replace(one, span=min(one.span, len(steps) - steps.index(one.step_id)))
        if one.step_id is not None
        else replace(one, span=1)
        for one in cards
    ]


def _spots_for(
    journey: Journey, source_id: str, map_id: str, same: Mapping[str, str]
) -> dict[Spot, Spot]:
    """For each stage and step of the one map where its things go on the other."""
    known = {one.id: one.id for one in journey.stages(map_id)} if source_id == map_id else same
    stages = journey.stages(map_id)
    found: dict[Spot, Spot] = {}
    for number, stage in enumerate(journey.stages(source_id) if stages else ()):
        here = journey.find(known.get(stage.id))
        target = here if isinstance(here, Stage) else _like(stage, number, stages)
        steps = journey.steps(target.id)
        found[stage.id, None] = target.id, None
        for place, step in enumerate(journey.steps(stage.id)):
            there = known.get(step.id, step.id if source_id == map_id else "")
            if there not in (one.id for one in steps):
                there = _like(step, place, steps).id if steps else ""
            found[stage.id, step.id] = target.id, there or None
    return found


def _like(one: Titled, number: int, listed: Sequence[Titled]) -> Titled:
    title = one.title.strip().casefold()
    named = (other for other in listed if title and other.title.strip().casefold() == title)
    return next(named, listed[min(number, len(listed) - 1)])


def _keys(cards: Sequence[AnyCard]) -> Sequence[str]:
    """The places of cards in one cell: their own where they were in one cell before."""
    if len({(one.stage_id, one.step_id) for one in cards}) == 1:
        return [one.place for one in cards]
    return order.spread(len(cards))


def _in_spot(
    journey: Journey, card: AnyCard, key: str, spots: Mapping[Spot, Spot], map_id: str
) -> AnyCard:
    stage_id, step_id = spots[card.stage_id, card.step_id]
    span = _span(journey, card, spots, map_id) if card.span > 1 else 1
    moved = replace(card, stage_id=stage_id, step_id=step_id, place=key, span=span)
    if plans.path_in(journey, stage_id, step_id) != "both":
        return replace(moved, path="both", moved_from=None)
    return moved


def _twins_apart(inside: Inside) -> list[AnyCard]:
    """Cards that stand for one that is not only as it is any more, where its stage has one path."""
    return [
        replace(one, moved_from=None)
        for one in inside.values()
        if isinstance(one, AnyCard)
        and one.moved_from in inside
        and getattr(inside[one.moved_from], "path", "") != "as_is"
    ]


def _span(journey: Journey, card: AnyCard, spots: Mapping[Spot, Spot], map_id: str) -> int:
    """How many columns of the other map a wide card covers there."""
    source_id = journey.get(Lane, card.lane_id).map_id
    columns, stages = grid.of_map(journey, source_id), journey.stages(source_id)
    last: Spot
    if card.step_id is None:
        line = [one.id for one in stages]
        last = line[min(line.index(card.stage_id) + card.span, len(line)) - 1], None
    else:
        column = columns.columns[columns.covered(card)[-1]]
        last = column.stage.id, column.step.id if column.step else None
    (stage_id, step_id), (last_stage, last_step) = spots[card.stage_id, card.step_id], spots[last]
    if step_id is None:
        there = [one.id for one in journey.stages(map_id)]
        return max(1, there.index(last_stage) - there.index(stage_id) + 1)
    target = grid.of_map(journey, map_id)
    return max(1, target.of(last_stage, last_step)[-1] - target.of(stage_id, step_id)[0] + 1)


def _on_curve(curve: Sequence[Feeling], spots: Mapping[Spot, Spot]) -> list[Feeling]:
    """Points of one curve that come to one column; from several they are spread over it."""
    several = len({(one.stage_id, one.step_id) for one in curve}) > 1
    found = []
    for number, one in enumerate(curve):
        stage_id, step_id = spots[one.stage_id, one.step_id]
        between = number / len(curve) if several else one.between
        found.append(replace(one, stage_id=stage_id, step_id=step_id, between=between))
    return found
