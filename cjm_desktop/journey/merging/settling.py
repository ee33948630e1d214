"""What two sound halves need to be one sound whole: nothing hangs in the air, no rule is broken.

Nothing here depends on which side is called ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cjm_desktop.journey.belonging import dependents, holders
from cjm_desktop.journey.curves import NEAR
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.merging.weaving import cell, placed_as
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Evidence,
    Feeling,
    JourneyMap,
    Lane,
    Participation,
    Picture,
    Record,
    Step,
)
from cjm_desktop.journey.references import REFERENCES
from cjm_desktop.journey.rules import of_relations

Records = dict[str, Record]
Twins = tuple[Record, Record]
"""Two records of which there may be but one."""


def settle(records: Records, sides: tuple[Journey, Journey]) -> None:
    """Let everything point to what is there, and lie where it may."""
    keep_a_map(records, sides)
    _hold(records, sides)
    _forget(records)
    for record in tuple(records.values()):
        if isinstance(record, Card | Feeling):
            records[record.id] = _in_grid(records, record)
    _drop_unseen(records)


def keep_a_map(records: Records, sides: tuple[Journey, Journey]) -> None:
    """Where each side deleted the map that the other kept: the one with the lesser id stays."""
    if any(isinstance(one, JourneyMap) for one in records.values()):
        return
    kept, side = min(
        ((one.id, side) for side in sides for one in side.maps()), key=lambda pair: pair[0]
    )
    for one, record in dependents(side, kept).items():
        records.setdefault(one, record)


def _hold(records: Records, sides: tuple[Journey, Journey]) -> None:
    """What stands in something that is gone goes back to where a side has it, or goes too."""
    waiting = True
    while waiting:
        waiting = False
        for record in tuple(records.values()):
            if all(one in records for one in holders(record)):
                continue
            waiting = True
            back = _elsewhere(records, record, sides)
            if back is None:
                del records[record.id]
            else:
                records[record.id] = back


def _elsewhere(records: Records, record: Record, sides: tuple[Journey, Journey]) -> Record | None:
    for side in sides:
        there = side.find(record.id)
        if there is not None and all(one in records for one in holders(there)):
            return placed_as(record, there)
    return None


def _forget(records: Records) -> None:
    """Let go of what is gone."""
    for record in tuple(records.values()):
        changes: dict[str, Any] = {}
        for one in REFERENCES[type(record)]:
            value = getattr(record, one.name)
            if one.many:
                if any(target not in records for target in value):
                    changes[one.name] = tuple(target for target in value if target in records)
            elif value is not None and value not in records:
                changes[one.name] = None
        if "on_id" in changes:
            changes.update(dx=0.0, dy=0.0)
        if changes:
            records[record.id] = replace(record, **changes)


def _in_grid(records: Records, record: Card | Feeling) -> Record:
    """What has a step lies in the step's stage; in a lane by stages nothing has a step."""
    step, lane = records.get(record.step_id or ""), records.get(record.lane_id)
    if not isinstance(step, Step):
        return record
    changes: dict[str, Any] = {}
    if step.stage_id != record.stage_id:
        changes["stage_id"] = step.stage_id
    if isinstance(record, Card) and isinstance(lane, Lane) and lane.per == "stage":
        changes["step_id"] = None
    return replace(record, **changes) if changes else record


def _drop_unseen(records: Records) -> None:
    """Pictures that nobody shows."""
    shown = {getattr(one, "picture_id", None) for one in records.values()}
    for one in [one for one in records.values() if isinstance(one, Picture)]:
        if one.id not in shown:
            del records[one.id]


def twins(journey: Journey) -> Iterator[Twins]:
    """Points of one curve at one place, and parts of one person in one stage; lesser id first."""
    for point in journey.all(Feeling):
        for one in journey.points(point):
            if point.id < one.id and abs(one.between - point.between) < NEAR:
                yield point, one
    for part in journey.all(Participation):
        for two in journey.parts(part.stage_id, part.persona_id):
            if part.id < two.id:
                yield part, two


def at_one_place(one: Record, there: Record) -> bool:
    """Whether two versions of a record stand at the same place."""
    if isinstance(one, Feeling) and isinstance(there, Feeling):
        return cell(one)[:-1] == cell(there)[:-1] and abs(one.between - there.between) < NEAR
    return cell(one) == cell(there)


def alike(twin: Twins) -> bool:
    """Whether twins say the same."""
    first, second = twin
    return replace(first, id=second.id) == second


def let_one_stay(records: Records, kept: Record, dropped: Record) -> None:
    """Take out one of two twins; what it rests on goes over to the other."""
    del records[dropped.id]
    for one in tuple(records.values()):
        if isinstance(one, Evidence) and one.about_id == dropped.id:
            records[one.id] = replace(one, about_id=kept.id)


def mend(records: Records, sides: tuple[Journey, Journey]) -> None:
    """What still breaks a rule: first it lets go of what it refers to, then it stands elsewhere.

    What breaks it even so, goes.
    """
    for step in (_let_go, _step_back, _drop):
        broken = _broken(records)
        for record in broken:
            step(records, record, sides)
        if broken:
            settle(records, sides)


def _broken(records: Records) -> list[Record]:
    journey = Journey.of(dict(records))
    return [one for one in journey if any(True for _ in of_relations(journey, one))]


def _let_go(records: Records, record: Record, _: tuple[Journey, Journey]) -> None:
    changes: dict[str, Any] = {}
    for name in ("moved_from", "on_id", "metric_id", "general_id"):
        if getattr(record, name, None) is not None:
            changes[name] = None
    if isinstance(record, Barrier) and "on_id" in changes:
        changes.update(dx=0.0, dy=0.0)
    records[record.id] = replace(record, **changes)


def _step_back(records: Records, record: Record, sides: tuple[Journey, Journey]) -> None:
    """Stand as one of the sides has it: as the one that keeps the rules with the others."""
    versions = [there for side in sides if (there := side.find(record.id)) is not None]
    for version in sorted(versions, key=repr):
        tried = Journey.of({**records, record.id: version})
        if _sound(tried, version):
            records[record.id] = version
            return


def _sound(journey: Journey, record: Record) -> bool:
    held = all(one in journey for one in holders(record))
    return held and not any(True for _ in of_relations(journey, record))


def _drop(records: Records, record: Record, _: tuple[Journey, Journey]) -> None:
    records.pop(record.id, None)
