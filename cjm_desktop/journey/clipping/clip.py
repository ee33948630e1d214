"""What is copied: a small document of its own, with all that belongs to what was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from cjm_desktop.journey.belonging import dependents
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Department,
    Difference,
    Feeling,
    JourneyMap,
    Lane,
    Link,
    Persona,
    Picture,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import REFERENCES, references

Kind = Literal["cells", "stages", "steps", "lanes"]
CLIPPED = (AnyCard, Feeling, Stage, Step, Lane)
"""What can be copied from a map."""
ON_NO_MAP = (Persona, Department, Picture)
"""What comes along because something refers to it; where it goes it may be known already."""
_GRID = frozenset(("lane_id", "stage_id", "step_id"))


class Outside(NamedTuple):
    """One thing points to another, and only one of them was taken."""

    record_id: str
    field: str
    target_id: str


class Clip(NamedTuple):
    """Things of a map, to be put somewhere else."""

    journey: Journey
    """They and all that belongs to them, on a map that has all lanes, stages and steps but nothing
    else in them."""
    ids: tuple[str, ...]
    """What was chosen, in reading order."""
    outside: tuple[Outside, ...] = ()
    """What holds again where the other one is still there."""
    cut: bool = False
    """They are no longer where they come from: what is put is they themselves."""
    past: bool = False
    """They are of a former state of the map: they go back to where they were."""

    @property
    def kind(self) -> Kind:
        """What it is of."""
        return _kind(self.journey.get(Record, self.ids[0]))

    @property
    def map_id(self) -> str:
        """The id of its own map, which is that of the one it comes from."""
        return self.journey.maps()[0].id

    def held(self) -> dict[str, Record]:
        """What was taken, without the map around it and the people it refers to."""
        return _held(self.journey, self.ids)


def take(journey: Journey, record_ids: Iterable[str], *, cut: bool = False) -> Clip:
    """Copy things of one map; what lies inside another chosen thing comes with that.

    Args:
        cut: they will be dropped where they are.

    Raises:
        Problem: nothing of a map is chosen, or some of this and some of that.
    """
    wanted = tuple(record_ids)
    problem = why_not(journey, wanted)
    if problem is not None:
        raise problem
    chosen = _apart(journey, _clipped(journey, wanted))
    map_id = journey.map_of(chosen[0]) or ""
    chosen = [one for one in chosen if journey.map_of(one) == map_id]
    ids = tuple(one.id for one in sorted(chosen, key=_reading(journey, map_id)))
    held = _held(journey, ids)
    inside = {one.id: one for one in (*_frame(journey, map_id), *_people(journey, held.values()))}
    inside |= held
    outside = [*_outward(journey, held, inside, cut), *(inward(journey, held) if cut else ())]
    made = [journey.document, *(_within(one, inside, held) for one in inside.values())]
    return Clip(Journey(made), ids, tuple(outside), cut)


def why_not(journey: Journey, record_ids: Iterable[str]) -> Problem | None:
    """Why things of a map cannot be copied together; None: they can."""
    wanted = tuple(record_ids)
    chosen = _apart(journey, _clipped(journey, wanted))
    if not chosen:
        alone = any(isinstance(journey.find(one), Persona) for one in wanted)
        return Problem("clip.persona" if alone else "clip.nothing")
    return Problem("clip.mixed") if len({_kind(one) for one in chosen}) > 1 else None


def _clipped(journey: Journey, record_ids: Iterable[str]) -> list[Any]:
    return [one for one in map(journey.find, record_ids) if isinstance(one, CLIPPED)]


def _kind(record: Record) -> Kind:
    if isinstance(record, Stage):
        return "stages"
    if isinstance(record, Step):
        return "steps"
    return "lanes" if isinstance(record, Lane) else "cells"


def _apart(journey: Journey, chosen: list[Any]) -> list[Record]:
    """Those that do not lie inside another one."""
    within: set[str] = set()
    for one in chosen:
        if isinstance(one, (Stage, Step, Lane)):
            within |= dependents(journey, one.id).keys() - {one.id}
    return [one for one in chosen if one.id not in within]


def _reading(journey: Journey, map_id: str) -> Any:
    """The order in which one reads: by lane, column and place."""
    lanes = {one.id: number for number, one in enumerate(journey.lanes(map_id))}
    columns = journey.column_numbers(map_id)
    stages = {one.id: number for number, one in enumerate(journey.stages(map_id))}

    def key(record: Any) -> tuple[Any, ...]:
        if isinstance(record, (Stage, Lane)):
            return record.place, record.id
        if isinstance(record, Step):
            return stages[record.stage_id], record.place, record.id
        column = columns.get((record.stage_id, record.step_id), 0)
        if isinstance(record, Feeling):
            return lanes[record.lane_id], column, record.between, record.id
        return lanes[record.lane_id], column, record.place, record.id

    return key


def _held(journey: Journey, ids: Iterable[str]) -> dict[str, Record]:
    """Things with all that depends on them; a passage comes where both its ends do."""
    found: dict[str, Record] = {}
    for one in ids:
        found |= dependents(journey, one)
    return {
        key: one
        for key, one in found.items()
        if not isinstance(one, Difference)
        and not (isinstance(one, Link) and not {one.from_id, one.to_id} <= found.keys())
    }


def _frame(journey: Journey, map_id: str) -> Iterator[Record]:
    """A map with its lanes, stages and steps, and nothing in them."""
    yield replace(journey.get(JourneyMap, map_id), general_id=None)
    for stage in journey.stages(map_id):
        yield stage
        yield from journey.steps(stage.id)
    yield from journey.lanes(map_id)


def _people(journey: Journey, held: Iterable[Record]) -> list[Record]:
    """Personas, departments and pictures that something refers to."""
    found: dict[str, Record] = {}
    waiting = list(held)
    while waiting:
        for _, target in references(waiting.pop()):
            known = journey.find(target)
            if isinstance(known, ON_NO_MAP) and target not in found:
                found[target] = known
                waiting.append(known)
    return list(found.values())


def _outward(
    journey: Journey, held: Mapping[str, Record], inside: Mapping[str, Record], cut: bool
) -> Iterator[Outside]:
    """What the things taken refer to elsewhere on their map."""
    for record in held.values():
        for one, target in references(record):
            known = journey.find(target)
            # A card has one twin in the plan; a note that is put somewhere lies there.
            left = one.name == "on_id" or (one.name == "moved_from" and not cut)
            if known is not None and target not in inside and not left:
                yield Outside(record.id, one.name, target)


def inward(journey: Journey, held: Mapping[str, Record]) -> Iterator[Outside]:
    """What refers from elsewhere to the things taken, and will forget them."""
    for target in held:
        for record in journey.referrers(target):
            if record.id in held or isinstance(record, Difference):
                continue
            for one, pointed in references(record):
                if pointed == target and not one.needed and one.name not in _GRID | {"on_id"}:
                    yield Outside(record.id, one.name, target)


def _within(record: Record, inside: Mapping[str, Record], held: Mapping[str, Record]) -> Record:
    """A record without what it refers to elsewhere; a note without its pin lies down."""
    changes: dict[str, Any] = {}
    for one in REFERENCES[type(record)]:
        value = getattr(record, one.name)
        if one.many and value:
            changes[one.name] = tuple(target for target in value if target in inside)
        elif not one.many and value not in (None, *(held if one.name == "on_id" else inside)):
            changes[one.name] = None
    if isinstance(record, Barrier) and "on_id" in changes:
        changes |= {"dx": 0.0, "dy": 0.0}
    return replace(record, **changes) if changes else record
