"""Putting cards and points of curves: into the cell where one stands, others as far from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from cjm_desktop.journey import plans
from cjm_desktop.journey.clipping.clip import Clip
from cjm_desktop.journey.clipping.spot import Spot
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Cell, Column, Journey
from cjm_desktop.journey.moves.places import places
from cjm_desktop.journey.moves.receiving import lanes_for
from cjm_desktop.journey.moves.transfers import put_inside
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    AnyCard,
    Feeling,
    Hypothesis,
    Lane,
    Record,
)

InCell = Any
"""A card or a point of a curve."""
_TRIED = (0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875)
"""Where a point of a curve goes in a column whose middle is taken."""
_FINEST = 64


class _At(NamedTuple):
    """Where the clip comes from and where it goes."""

    columns: tuple[Column, ...]
    """Of the map it goes to."""
    first: int
    """The column where one stands."""
    left: int
    """The leftmost column in the clip."""
    numbers: Mapping[tuple[str, str | None], int]
    """The columns of the clip's own map."""


def put_cells(draft: Draft, clip: Clip, spot: Spot, known: Mapping[str, str]) -> dict[str, str]:
    """Put cards and points; what would lie beyond the last column lies in it.

    Raises:
        Problem: the map has no stages.
    """
    roots: list[InCell] = [clip.journey.get(Record, one) for one in clip.ids]
    lanes = _lanes(draft, clip, roots, spot)
    at = _at(draft.journey, clip, roots, spot)
    inside: dict[str, Record] = clip.held()
    for one in roots:
        inside[one.id] = _into(draft.journey, one, lanes[one.lane_id], at, spot)
    _order(draft, clip, inside, spot, known)
    if not clip.cut:
        inside |= {
            one.id: replace(one, status="idea", started="", ended="", outcome="")
            for one in inside.values()
            if isinstance(one, Hypothesis)
        }
    return put_inside(draft, inside, {**known, clip.map_id: spot.map_id}, spot.map_id)


def _lanes(draft: Draft, clip: Clip, roots: list[InCell], spot: Spot) -> dict[str, str]:
    """The lane that takes each of the clip's; one lane's things go to the lane where one stands."""
    journey = draft.journey
    used = {one.lane_id for one in roots}
    here = journey.find(spot.lane_id)
    alone = len(used) == 1 and not spot.beside
    if alone and isinstance(here, Lane) and all(_fits(here, one) for one in roots):
        return dict.fromkeys(used, here.id)
    same = {
        one.id: one.id
        for one in clip.journey.lanes(clip.map_id)
        if isinstance(there := journey.find(one.id), Lane)
        and (there.map_id, there.holds) == (spot.map_id, one.holds)
    }
    return lanes_for(draft, _elsewhere(clip), spot.map_id, used, same)


def _elsewhere(clip: Clip) -> tuple[Lane, ...]:
    """The clip's lanes, as those of a map that is not the one they go to."""
    return tuple(replace(one, map_id="") for one in clip.journey.lanes(clip.map_id))


def _fits(lane: Lane, one: InCell) -> bool:
    if isinstance(one, Feeling):
        return lane.holds == "feelings"
    return CARD_OF_LANE.get(lane.holds) is type(one)


def _at(journey: Journey, clip: Clip, roots: list[InCell], spot: Spot) -> _At:
    columns = journey.columns(spot.map_id)
    if not columns:
        raise Problem("clip.no_stages")
    numbers = clip.journey.column_numbers(clip.map_id)
    there = journey.column_numbers(spot.map_id)
    left = min(numbers[one.stage_id, one.step_id] for one in roots)
    first = there.get((spot.stage_id, spot.step_id), there.get((spot.stage_id, None), left))
    return _At(columns, min(first, len(columns) - 1), left, numbers)


def _into(journey: Journey, one: InCell, lane_id: str, at: _At, spot: Spot) -> InCell:
    """A thing in the cell it goes to."""
    lane = journey.get(Lane, lane_id)
    there = journey.find(one.stage_id)
    if spot.beside and there is not None and (one.step_id is None or one.step_id in journey):
        return replace(one, lane_id=lane_id)
    stage_id, step_id = _column(journey, one, at, spot)
    if lane.per == "stage" and lane.holds != "feelings":
        step_id = None
    moved = replace(one, lane_id=lane_id, stage_id=stage_id, step_id=step_id)
    if isinstance(one, Feeling):
        return moved
    moved = replace(moved, span=_span(journey, moved, one, at, spot.map_id))
    if plans.path_in(journey, stage_id, step_id) != "both":
        return replace(moved, path="both", moved_from=None)
    return moved


def _column(journey: Journey, one: InCell, at: _At, spot: Spot) -> tuple[str, str | None]:
    """The column a thing goes to; what belongs to a stage as a whole is counted in stages."""
    if one.step_id is not None:
        number = at.first + at.numbers[one.stage_id, one.step_id] - at.left
        stage, step = at.columns[min(number, len(at.columns) - 1)]
        return stage.id, step.id if step is not None else None
    there = [stage.id for stage in journey.stages(spot.map_id)]
    here = list(dict.fromkeys(stage_id for stage_id, _ in at.numbers))
    left = next(stage_id for (stage_id, _), number in at.numbers.items() if number == at.left)
    by = here.index(one.stage_id) - here.index(left)
    first = there.index(at.columns[at.first].stage.id)
    stage_id = there[min(first + by, len(there) - 1)]
    return stage_id, spot.step_id if stage_id == spot.stage_id else None


def _span(journey: Journey, moved: AnyCard, one: AnyCard, at: _At, map_id: str) -> int:
    """How many columns a wide card covers where it goes."""
    if one.span == 1 or (moved.step_id is None) != (one.step_id is None):
        return 1
    stages = [stage.id for stage in journey.stages(map_id)]
    left = len(stages) - stages.index(moved.stage_id)
    if moved.step_id is not None:
        left = len(at.columns) - journey.column_numbers(map_id)[moved.stage_id, moved.step_id]
    return min(one.span, left)


def _order(
    draft: Draft, clip: Clip, inside: dict[str, Record], spot: Spot, known: Mapping[str, str]
) -> None:
    """Give what is put its place among what is there."""
    cells: dict[Cell, list[AnyCard]] = {}
    taken: set[tuple[object, ...]] = set()
    for one in (inside[root] for root in clip.ids):
        if isinstance(one, Feeling):
            whose = known.get(one.persona_id or "")
            between = _free(draft.journey, replace(one, persona_id=whose), taken)
            inside[one.id] = replace(one, between=between)
        elif isinstance(one, AnyCard):
            cells.setdefault((one.lane_id, one.stage_id, one.step_id), []).append(one)
    for cell, cards in cells.items():
        listed = draft.journey.cards(*cell)
        there = [one.id for one in listed]
        after = cards[-1].id if spot.beside else spot.after_id
        index = there.index(after) + 1 if after in there else None
        for card, key in zip(cards, places(draft, listed, index, len(cards)), strict=True):
            inside[card.id] = replace(card, place=key)


def _free(journey: Journey, point: Feeling, taken: set[tuple[object, ...]]) -> float:
    """Where in its column a point's curve has none yet.

    Raises:
        Problem: there is no room for one more in its column.
    """
    curve = point.lane_id, point.persona_id, point.path, point.stage_id, point.step_id
    used = {one.between for one in journey.points(point)}
    finer = (number / _FINEST for number in range(_FINEST))
    for between in (point.between, 0.0, *_TRIED, *finer):
        if between not in used and (*curve, between) not in taken:
            taken.add((*curve, between))
            return between
    raise Problem("table.no_room")
