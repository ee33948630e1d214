"""Conflicts in words: what it is about, and what each side says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cjm_desktop.journey import naming, reading, words
from cjm_desktop.journey.comparing import field_words, value_words
from cjm_desktop.journey.comparing.headlines import what
from cjm_desktop.journey.comparing.values import LONGEST
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.merging.conflicts import Conflict, Side
from cjm_desktop.journey.merging.three import Merging
from cjm_desktop.journey.merging.weaving import PLACE, changed
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Feeling,
    Lane,
    Link,
    Participation,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.values import clean_text

_NAMED = 3
"""Of so many things that were worked on the names are said."""


class Question(NamedTuple):
    """A conflict in words."""

    conflict: Conflict
    stage_id: str | None
    """The stage it is told under; None: it concerns the map as a whole."""
    stage: str
    about: str
    """What it is about: `Barrier “No status”`."""
    field: str
    """Which of its fields, in lower case; empty where all of it is meant."""
    ours: str
    theirs: str

    @property
    def head(self) -> str:
        """What it is about, and which field of it."""
        return f"{self.about}: {self.field}" if self.field else self.about


def questions(merging: Merging, language: str) -> tuple[Question, ...]:
    """All conflicts in words, in the order of the map."""
    orders = [(side, reading.Order(side)) for side in (merging.ours, merging.theirs)]

    def key(one: Conflict) -> tuple[reading.Key, str]:
        first = one.record_ids[0]
        side, order = next(pair for pair in orders if first in pair[0])
        return order.key(side.get(Record, first)), one.key

    return tuple(_question(merging, one, language) for one in sorted(merging.conflicts, key=key))


def _question(merging: Merging, one: Conflict, language: str) -> Question:
    sides: dict[Side, Journey] = {"ours": merging.ours, "theirs": merging.theirs}
    journey = next(side for side in sides.values() if one.record_ids[0] in side)
    record = journey.get(Record, one.record_ids[0])
    stage = _stage_of(journey, record)
    if one.sort == "gone":
        about = _several(journey, one.record_ids, language)
        said = [_of_gone(merging.base, one, side, there, language) for side, there in sides.items()]
        field = ""
    elif one.sort == "same":
        about, field = what(journey, record, language), ""
        said = [
            _whole(there, there.get(Record, record_id), language)
            for there, record_id in zip(sides.values(), one.record_ids, strict=True)
        ]
    else:
        about, field = what(journey, record, language), _field(record, one.name, language)
        said = [
            _value(there, there.get(Record, record.id), one.name, language)
            for there in sides.values()
        ]
    title = naming.label(stage, language) if stage is not None else ""
    ours, theirs = said
    begun = about[:1].upper() + about[1:]
    stage_id = stage.id if stage is not None else None
    title = title or words.say("comparing.whole", language)
    return Question(one, stage_id, title, begun, field, ours, theirs)


def _stage_of(journey: Journey, record: Record) -> Stage | None:
    held = reading.anchor(journey, record)
    found = held if isinstance(held, Stage) else journey.find(getattr(held, "stage_id", None))
    return found if isinstance(found, Stage) else None


def _several(journey: Journey, ids: Iterable[str], language: str) -> str:
    return ", ".join(what(journey, journey.get(Record, one), language) for one in ids)


def _of_gone(base: Journey, one: Conflict, side: Side, journey: Journey, language: str) -> str:
    """What a side did to what one of them deleted."""
    if side == one.gone:
        return words.say("merging.deleted", language)
    if set(one.touched) <= set(one.record_ids):
        fields = dict.fromkeys(
            _field(record, name, language)
            for record in (journey.get(Record, touched) for touched in one.touched)
            for name in _changed(base, record)
        )
        return words.say("merging.changed", language, what=", ".join(fields))
    named = [journey.get(Record, touched) for touched in one.touched[:_NAMED]]
    said = ", ".join(dict.fromkeys(what(journey, record, language) for record in named))
    more = len(one.touched) - len(named)
    if more:
        said = words.say("merging.and_more", language, what=said, n=more)
    return words.say("merging.worked_on", language, what=said)


def _changed(base: Journey, now: Record) -> tuple[str, ...]:
    before = base.find(now.id)
    return changed(before, now) if before is not None else ()


def _field(record: Record, name: str, language: str) -> str:
    return words.say("merging.place", language) if name == PLACE else field_words(name, language)


def _value(journey: Journey, record: Record, name: str, language: str) -> str:
    if name != PLACE:
        return _text(record, name, language) or value_words(journey, record, name, language)
    if isinstance(record, Card | Feeling):
        return _cell(journey, record, language)
    if isinstance(record, Link):
        return naming.called(journey, record, language)
    if isinstance(record, Stage | Lane | Step):
        return _after(journey, record, language)
    held = journey.find(getattr(record, "about_id", None))
    return what(journey, held, language) if held is not None else words.say("kind.map", language)


def _text(record: Record, name: str, language: str) -> str:
    """A long text as a whole: nobody can choose between two beginnings."""
    said = getattr(record, name)
    long = isinstance(said, str) and len(said) > LONGEST
    text = " ".join(clean_text(said).split()) if long else ""
    return words.say("comparing.quoted", language, text=text) if text else ""


def _cell(journey: Journey, record: Card | Feeling, language: str) -> str:
    """Where a card or point stands: stage, step and lane, or what it is pinned on."""
    lane = journey.get(Lane, record.lane_id)
    said = [value_words(journey, record, PLACE, language), naming.label(lane, language)]
    on = journey.find(record.on_id) if isinstance(record, Barrier) else None
    if on is not None:
        said.append(words.say("merging.on", language, what=what(journey, on, language)))
    return ", ".join(said)


def _after(journey: Journey, record: Stage | Lane | Step, language: str) -> str:
    """Behind what a thing stands."""
    listed: tuple[Record, ...]
    if isinstance(record, Step):
        listed = journey.steps(record.stage_id)
    elif isinstance(record, Stage):
        listed = journey.stages(record.map_id)
    else:
        listed = journey.lanes(record.map_id)
    at = [one.id for one in listed].index(record.id)
    if at == 0:
        said = words.say("merging.first", language)
    else:
        said = words.say("merging.behind", language, name=naming.label(listed[at - 1], language))
    if isinstance(record, Step):
        stage = naming.label(journey.get(Stage, record.stage_id), language)
        return words.say("merging.in_stage", language, stage=stage, place=said)
    return said


def _whole(journey: Journey, record: Record, language: str) -> str:
    """What a point of a curve or a part in a stage says."""
    names = ["value", "word", "note"] if isinstance(record, Feeling) else []
    if isinstance(record, Participation):
        names = ["involvement", "stance", "note"]
    said = [
        value_words(journey, record, name, language)
        for name in names
        if getattr(record, name) != ""
    ]
    return ", ".join(said)
