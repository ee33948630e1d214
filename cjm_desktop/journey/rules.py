"""What must always hold. Every edit is checked before it is kept, for what it touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from cjm_desktop.journey import naming, words
from cjm_desktop.journey.belonging import dependents
from cjm_desktop.journey.curves import point_at
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    KINDS,
    Barrier,
    Card,
    Feeling,
    Hypothesis,
    JourneyMap,
    Lane,
    Link,
    MapDocument,
    Metric,
    Participation,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import references
from cjm_desktop.journey.values import faults


def check(draft: Draft, sound: Iterable[Record] = ()) -> None:
    """Check what a draft touched, and what hangs on it.

    Args:
        sound: what was found to keep the rules before more was done in the draft; it is looked at
            again only where it hangs on that.

    Raises:
        Problem: the first rule that is broken.
    """
    for problem in _of_draft(draft, {one.id: one for one in sound}):
        raise problem


def check_all(journey: Journey) -> tuple[Problem, ...]:
    """Everything that is wrong with a journey (see `broken`)."""
    return tuple(broken(journey))


def broken(journey: Journey) -> Iterator[Problem]:
    """What is wrong with a journey: damaged values; if none, references; if none, the rest.

    Each is read through the one before it: what points to the wrong thing is not to be followed.
    """
    for look in (_of_values, partial(_of_references, journey), partial(of_relations, journey)):
        sound = True
        for record in journey:
            for problem in look(record):
                sound = False
                yield problem
        if not sound:
            return
    yield from of_whole(journey)


def _of_draft(draft: Draft, sound: Mapping[str, Record]) -> Iterator[Problem]:
    """What is wrong with a draft, in the order of `broken`: only the first may be believed."""
    journey = draft.journey
    again = [one for one in map(journey.find, sound) if one is not None]
    now = {one.id: one for one in (*draft.changed(), *again)}.values()
    changed = [one for one in now if one is not sound.get(one.id)]
    before = [sound.get(one.id) or draft.base.find(one.id) for one in changed]
    for record in changed:
        yield from _of_values(record)
    touched = bound_by(journey, zip(before, changed, strict=True))
    for record in touched.values():
        yield from _of_references(journey, record)
    for record in touched.values():
        yield from of_relations(journey, record)
    dropped = (*draft.dropped(), *(one for one in sound.values() if one.id not in journey))
    for record in dropped:
        for other in journey.referrers(record.id):
            yield _problem("rule.still_used", other)
    if not draft.base or any(isinstance(one, (JourneyMap, MapDocument)) for one in dropped):
        yield from of_whole(journey)


def bound_by(
    journey: Journey, changes: Iterable[tuple[Record | None, Record]]
) -> dict[str, Record]:
    """What changes may break the rules of: what has changed first, then who reads that.

    Args:
        changes: each record as it was, None where it is new, and as it is.
    """
    changes = tuple(changes)
    found = {now.id: now for _, now in changes}
    for before, now in changes:
        if before is not None and _frame(before) != _frame(now):
            for one in _hanging_on(journey, now):
                found.setdefault(one.id, one)
    return found


def _hanging_on(journey: Journey, record: Record) -> Iterator[Record]:
    """Whose rules read what changed; a stage's map is read through its steps and cards too."""
    inside = dependents(journey, record.id) if isinstance(record, Stage) else (record.id,)
    for one in inside:
        yield from journey.referrers(one)


def of_whole(journey: Journey) -> Iterator[Problem]:
    """What is wrong with a document as a whole."""
    if [one.id for one in journey.all(MapDocument)] != ["document"]:
        yield Problem("rule.one_document")
    if not journey.maps():
        yield Problem("rule.last_map")


def _of_values(record: Record) -> Iterator[Problem]:
    """What is wrong with a record's own values."""
    for field, (key, values) in faults(record):
        yield _problem(key, record, field.name, **values)


def _of_references(journey: Journey, record: Record) -> Iterator[Problem]:
    """What a record points to must be there, and of a kind it may point to."""
    for reference, target in references(record):
        found = journey.find(target)
        if found is None:
            yield _problem("rule.reference", record, reference.name)
        elif reference.kinds and found.kind not in reference.kinds:
            yield _problem("rule.reference_kind", record, reference.name)


def of_relations(journey: Journey, record: Record) -> Iterator[Problem]:
    """What is wrong with how records stand to each other, whose references are sound."""
    for relation in _RELATIONS[type(record)]:
        yield from relation(journey, record)


def _problem(key: str, record: Record, field: str = "", **values: object) -> Problem:
    name = naming.named(record)
    return Problem(key, name=name, field=words.Key(f"field.{field}") if field else "", **values)


def _frame(record: Record) -> tuple[object, ...]:
    """What the rules of others read from a record: where it changes, they are checked again."""
    if isinstance(record, Lane):
        return Lane, record.map_id, record.holds, record.per
    if isinstance(record, Card):
        return type(record), record.lane_id, record.stage_id
    if isinstance(record, Step):
        return Step, record.stage_id
    if isinstance(record, (Stage, Metric)):
        return type(record), record.map_id
    return (type(record),)


def _in_grid(journey: Journey, record: Any) -> Iterator[Problem]:
    """Lane, stage and step of a card or curve point meet in one cell."""
    lane = journey.get(Lane, record.lane_id)
    if journey.get(Stage, record.stage_id).map_id != lane.map_id:
        yield _problem("rule.other_map", record, "stage_id")
    if record.step_id is not None:
        if journey.get(Step, record.step_id).stage_id != record.stage_id:
            yield _problem("rule.other_stage", record, "step_id")
        if lane.per == "stage" and isinstance(record, Card):
            yield _problem("rule.stage_lane", record, "step_id")
    cls: type[Record] | None = CARD_OF_LANE.get(lane.holds)
    if lane.holds == "feelings":
        cls = Feeling
    if cls is not type(record):
        yield _problem("rule.wrong_lane", record, "lane_id")


def _stands_for(journey: Journey, record: Any) -> Iterator[Problem]:
    """A card that stands for another one in the plan is of its kind, and on its map."""
    origin = journey.find(record.moved_from)
    if not isinstance(origin, Card):
        return
    if type(origin) is not type(record):
        yield _problem("rule.reference_kind", record, "moved_from")
    elif journey.map_of(origin) != journey.map_of(record):
        yield _problem("rule.other_map", record, "moved_from")


def _on_map(*names: str) -> Callable[[Journey, Any], Iterator[Problem]]:
    """A rule: what these fields point to lies on the record's own map."""

    def relation(journey: Journey, record: Any) -> Iterator[Problem]:
        own = journey.map_of(record)
        for name in names:
            target = journey.find(getattr(record, name))
            if target is not None and journey.map_of(target) != own:
                yield _problem("rule.other_map", record, name)

    return relation


def _one_document(_: Journey, record: Any) -> Iterator[Problem]:
    if record.id != "document":
        yield Problem("rule.one_document")


def _one_point(journey: Journey, record: Any) -> Iterator[Problem]:
    if point_at(journey, record) is not None:
        yield _problem("rule.same_point", record)


def _one_participation(journey: Journey, record: Any) -> Iterator[Problem]:
    if len(journey.parts(record.stage_id, record.persona_id)) > 1:
        yield _problem("rule.same_participation", journey.get(Record, record.persona_id))


def _no_self_link(_: Journey, record: Any) -> Iterator[Problem]:
    if record.from_id == record.to_id and record.manner != "repeat":
        yield _problem("rule.self_link", record)


def _one_general(journey: Journey, record: Any) -> Iterator[Problem]:
    """A role map follows a general map, and nothing follows a role map."""
    if record.general_id is None:
        return
    general = journey.get(JourneyMap, record.general_id)
    followed = any(isinstance(one, JourneyMap) for one in journey.referrers(record.id))
    if general.general_id is not None or followed:
        yield _problem("rule.follows_role", record)


Relation = Callable[[Journey, Any], Iterator[Problem]]
_BINDING: tuple[tuple[type[Record], Relation, str], ...] = (
    (MapDocument, _one_document, "id"),
    (Card, _in_grid, "lane_id stage_id step_id"),
    (Card, _stands_for, "stage_id moved_from"),
    (Barrier, _on_map("on_id"), "stage_id on_id"),
    (Feeling, _in_grid, "lane_id stage_id step_id"),
    (Feeling, _one_point, "id"),
    (Metric, _on_map("about_id"), "map_id about_id"),
    (Hypothesis, _on_map("about_id", "metric_id"), "map_id about_id metric_id"),
    (Link, _on_map("from_id", "to_id"), "map_id from_id to_id"),
    (Link, _no_self_link, "from_id to_id manner"),
    (Participation, _one_participation, "id"),
    (JourneyMap, _one_general, "id"),
)
"""The rules between records, by the class whose records they bind, and what they read of those."""

_RELATIONS: dict[type[Record], tuple[Relation, ...]] = {
    cls: tuple(relation for bound, relation, _ in _BINDING if issubclass(cls, bound))
    for cls in KINDS.values()
}
DECIDING: dict[type[Record], tuple[str, ...]] = {
    cls: tuple(
        {
            name: None
            for bound, _, read in _BINDING
            if issubclass(cls, bound)
            for name in read.split()
        }
    )
    for cls in KINDS.values()
}
"""The fields by which records of a class keep or break the rules between records: those that are
alike in all of them do it alike."""
