"""What the filled sample holds: what a user types, and what must come out, whatever the ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    KINDS,
    Card,
    Feeling,
    Lane,
    Record,
    Step,
)

GIVEN = frozenset({"document", "map", "lane", "stage", "persona"})
"""Kinds of which all are typed in any case: they are the ground the rest lies on."""
ALWAYS = frozenset({"hypothesis", "link"})
"""Kinds of which there are so few that all are typed."""

ONCE = frozenset(
    {"need", "trigger", "alternatives", "criteria", "hooks", "fears", "goals", "quotes", "detail",
     "note", "goal"}
)  # fmt: skip
"""Fields that anything may say something in: in each kind one text proves them."""


def sample() -> Journey:
    """All of the sample, in Russian."""
    return templates.make("sample-b2b", "ru")


def fitted(whole: Journey) -> Journey:
    """A part of a journey that is typed in a minute: of every kind, with every field it uses.

    A card, feeling and the like is taken where it says something that none before it says: a field
    that is used for the first time in its lane, or a word of a field that has few of them.
    """
    taken: dict[str, Record] = {}
    seen: set[object] = set()
    for record in sorted(_all(whole), key=lambda one: -len(_set(one))):
        said = _features(whole, record)
        if record.kind in GIVEN | ALWAYS or said - seen:
            for one in _needed(whole, record):
                if one.id not in taken:
                    taken[one.id] = _briefly(one, seen)
                    seen |= _features(whole, one)
    return Journey(taken.values())


def _briefly(record: Record, seen: set[object]) -> Record:
    """A record without what others of its kind have said already."""
    spare = [one for one in _set(record) if one in ONCE and (record.kind, one) in seen]
    seen |= {(record.kind, one) for one in _set(record)}
    return replace(record, **{one: type(getattr(record, one))() for one in spare})


def _all(journey: Journey) -> Iterator[Record]:
    for kind in KINDS.values():
        yield from (one for one in journey.all(kind) if type(one) is kind)


def _set(record: Record) -> list[str]:
    """The fields that a record says something in."""
    empty = ("", None, (), 0, False)
    return [one.name for one in fields(record) if getattr(record, one.name) not in empty]


def _features(journey: Journey, record: Record) -> set[object]:
    """What typing a record proves."""
    lane = journey.find(getattr(record, "lane_id", None))
    where = lane.holds if isinstance(lane, Lane) else ""
    found: set[object] = {(record.kind, where, name) for name in _set(record)}
    for one in fields(record):
        choices = one.metadata["choices"]
        # Each channel is chosen in one and the same list: a few of them prove it.
        if choices and one.name not in ("channel", "source") and one.type != "tuple[str, ...]":
            found.add((record.kind, one.name, getattr(record, one.name)))
    if isinstance(record, Feeling):
        # A curve of everyone's, with ups and downs: of one point nobody says it is the weakest.
        found.add((record.persona_id, record.path, record.value > 0))
    return found


def _needed(journey: Journey, record: Record) -> Iterator[Record]:
    """A record and all that it points to."""
    yield record
    for one in fields(record):
        value = getattr(record, one.name)
        for other in value if isinstance(value, tuple) else (value,):
            found = journey.find(other) if one.metadata["to"] and isinstance(other, str) else None
            if found is not None and found.kind not in GIVEN:
                yield from _needed(journey, found)


class Named:
    """Calls the records of a journey by what they say and where they lie, not by their ids.

    Args:
        journey: whose records.
    """

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._places = {id_: at for at, id_ in enumerate(self._in_order())}

    def _in_order(self) -> Iterator[str]:
        for kind in KINDS.values():
            listed = [one for one in self._journey.all(kind) if type(one) is kind]
            yield from (
                one.id
                for one in sorted(listed, key=lambda one: (getattr(one, "place", ""), one.id))
            )

    def __call__(self, record_id: str | None) -> str:
        """What a record is called."""
        record = self._journey.find(record_id)
        if record is None:
            return ""
        own = next(
            (getattr(record, one) for one in ("title", "name", "text") if hasattr(record, one)), ""
        )
        parts = [record.kind, str(own)]
        if isinstance(record, Card | Feeling):
            parts += [self(record.lane_id), self(record.step_id or record.stage_id)]
        if isinstance(record, Step):
            parts.append(self(record.stage_id))
        if isinstance(record, Feeling):
            parts += [self(record.persona_id), record.path]
        return " / ".join(parts)

    def told(self, record: Record) -> tuple[object, ...]:
        """A record as something that can be compared with one of another journey."""
        said: list[object] = [record.kind]
        for one in fields(record):
            if one.name in ("id", "place"):
                continue
            said.append((one.name, self._value(getattr(record, one.name), str(one.metadata["to"]))))
        return tuple(said)

    def _value(self, value: Any, to: str) -> object:
        if not to:
            return value
        if isinstance(value, tuple):
            return tuple(self(one) for one in value)
        return self(value)


def told(journey: Journey) -> set[tuple[object, ...]]:
    """All a journey says, apart from what stands before what."""
    name = Named(journey)
    return {name.told(one) for one in _all(journey)}


def orders(journey: Journey) -> dict[str, tuple[str, ...]]:
    """What stands before what: stages, steps, lanes, cards of a cell, people, departments."""
    name, (shown, *_) = Named(journey), journey.maps()
    found = {
        "stages": tuple(one.title for one in journey.stages(shown.id)),
        "lanes": tuple(one.title for one in journey.lanes(shown.id)),
        "personas": tuple(one.name for one in journey.personas(shown.id)),
    }
    for stage, step in journey.columns(shown.id):
        steps = journey.steps(stage.id)
        found[f"steps of {stage.title}"] = tuple(one.title for one in steps)
        for lane in journey.lanes(shown.id):
            cards = journey.cards(lane.id, stage.id, step.id if step else None)
            found[f"{lane.title}, {name(step.id if step else stage.id)}"] = tuple(
                one.text for one in cards
            )
    return found
