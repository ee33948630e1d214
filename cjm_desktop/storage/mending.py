"""Making a map of rows that were saved from a damaged file: whole again, and by all the rules.

What a record needs and nobody has any more (the stage of a card, the map of a stage) is made anew
under the same id, so that what hung on it stays together. What cannot be kept is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, replace
from typing import Any

from cjm_desktop.journey import naming, rules, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    KINDS,
    Department,
    Feeling,
    JourneyMap,
    Lane,
    MapDocument,
    Persona,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import Reference, references
from cjm_desktop.journey.values import FIELDS, Field, clean_text, fault, faults
from cjm_desktop.storage.codec import Unfit, Value, read_value
from cjm_desktop.storage.columns import Column, columns_of

Rows = Mapping[str, Mapping[Any, Mapping[str, Value]]]
MOST_TOLD = 200
"""Losses that are named one by one."""
_HOLDING = {cls: holds for holds, cls in CARD_OF_LANE.items()} | {
    KINDS["card"]: "text",
    Feeling: "feelings",
}


class Mender:
    """Turns rows into a journey that keeps every rule.

    Args:
        rows: of each table, by id, as they were found.
    """

    def __init__(self, rows: Rows) -> None:
        self.lost: list[Problem] = []
        """What could not be kept."""
        self.made = 0
        """Records that had to be made anew."""
        self._records: dict[str, Record] = {}
        for kind in KINDS:
            for row in rows.get(kind, {}).values():
                self._read(kind, row)

    def mend(self) -> Journey:
        """A journey without a broken rule."""
        self._begin()
        while True:
            self._connect()
            if not self._obey():
                break
        journey = Journey(self._records.values())
        if len(self.lost) > MOST_TOLD:
            more = Problem("storage.lost.more", n=len(self.lost) - MOST_TOLD)
            self.lost[MOST_TOLD:] = [more]
        return journey

    # Values

    def _read(self, kind: str, row: Mapping[str, Value]) -> None:
        """Make a record of a row; a value that is not sound becomes what it is by itself."""
        cls = KINDS[kind]
        values: dict[str, Any] = {}
        broken: list[str] = []
        for field, column in zip(FIELDS[cls], columns_of(kind), strict=True):
            value, sound = _value(field, column, row.get(column.name, MISSING))
            if value is MISSING:
                self._lose("storage.lost.record", kind=words.Key(f"kind.{kind}"), name=_own(row))
                return
            values[field.name] = value
            if not sound:
                broken.append(field.name)
        record = cls(**values)
        self._records.setdefault(record.id, record)
        for name in broken:
            self._lose_field(record, name)

    def _lose(self, key: str, **values: object) -> None:
        self.lost.append(Problem(key, **values))

    def _lose_field(self, record: Record, name: str) -> None:
        field = words.Key(f"field.{name}")
        self._lose("storage.lost.field", name=naming.named(record), field=field)

    # The frame

    def _begin(self) -> None:
        """There is one document, and a map in it."""
        for one in [one for one in self._records.values() if isinstance(one, MapDocument)]:
            if one.id != "document":
                del self._records[one.id]
        if not isinstance(self._records.get("document"), MapDocument):
            self._lose("storage.lost.document")
            self._records["document"] = MapDocument(language=self._language())

    def _language(self) -> Any:
        """Russian where there are Russian letters."""
        text = "".join(naming.own_words(one) for one in self._records.values())
        return "ru" if any("а" <= letter <= "я" for letter in text.lower()) else "en"

    def _map(self) -> str:
        """A map for what has lost its own."""
        for one in self._records.values():
            if isinstance(one, JourneyMap) and one.general_id is None:
                return one.id
        return self._make(JourneyMap(title=self._titled("map"))).id

    def _titled(self, kind: str) -> str:
        document = self._records["document"]
        language = document.language if isinstance(document, MapDocument) else "en"
        return words.say(f"storage.mended.{kind}", language)

    def _make(self, record: Record) -> Record:
        self._records[record.id] = record
        self.made += 1
        self._lose("storage.lost.made", kind=words.Key(f"kind.{record.kind}"))
        return record

    # References

    def _connect(self) -> None:
        """Let every reference lead to something; parents come before children."""
        for kind in KINDS:
            for record in [one for one in self._records.values() if one.kind == kind]:
                self._connect_one(record)
        if not any(isinstance(one, JourneyMap) for one in self._records.values()):
            self._map()

    def _connect_one(self, record: Record) -> None:
        for reference, target in list(references(record)):
            found = self._records.get(target)
            if found is not None and (not reference.kinds or found.kind in reference.kinds):
                continue
            if found is None and self._make_parent(record, reference, target):
                continue
            if reference.needed:
                self._drop(record)
                return
            record = self._loosen(record, reference, target)

    def _make_parent(self, record: Record, reference: Reference, target: str) -> bool:
        """Make what a record cannot be without, under the id it is known by."""
        if len(reference.kinds) != 1:
            return False
        (kind,) = reference.kinds
        made: Record
        match kind:
            case "map" if reference.needed:
                made = JourneyMap(id=target, title=self._titled("map"))
            case "stage" if not _is_part(record):
                made = Stage(id=target, map_id=self._map_of(record), title=self._titled("stage"))
            case "step":
                stage = str(getattr(record, "stage_id", ""))
                made = Step(id=target, stage_id=stage, title=self._titled("step"))
            case "lane":
                holds: Any = _HOLDING[type(record)]
                made = Lane(id=target, map_id=self._map_of(record), holds=holds)
            case "persona":
                made = Persona(id=target, name=self._titled("persona"))
            case "department":
                made = Department(id=target, name=self._titled("department"))
            case _:
                return False
        if faults(made):  # no id that anything could have
            return False
        self._make(made)
        return True

    def _map_of(self, record: Record) -> str:
        """The map that what is left of a record's surroundings lies on."""
        for name in ("lane_id", "stage_id", "map_id"):
            parent = self._records.get(getattr(record, name, ""))
            found = getattr(parent, "map_id", None)
            if isinstance(self._records.get(str(found)), JourneyMap):
                return str(found)
        # A step whose stage is gone: its cards lie in lanes that know their map.
        for one in self._records.values():
            if getattr(one, "step_id", None) == record.id:
                lane = self._records.get(getattr(one, "lane_id", ""))
                if isinstance(lane, Lane) and lane.map_id in self._records:
                    return lane.map_id
        return self._map()

    def _loosen(self, record: Record, reference: Reference, target: str) -> Record:
        """The record without a reference that leads nowhere."""
        value: Any = None
        if reference.many:
            value = tuple(one for one in getattr(record, reference.name) if one != target)
        changes: dict[str, Any] = {reference.name: value}
        loosened: Record = replace(record, **changes)
        self._records[record.id] = loosened
        self._lose_field(loosened, reference.name)
        return loosened

    def _drop(self, record: Record) -> None:
        del self._records[record.id]
        kind = words.Key(f"kind.{record.kind}")
        if naming.own_words(record):
            self._lose("storage.lost.loose", name=naming.named(record), kind=kind)
        else:
            self._lose("storage.lost.nameless", kind=kind)

    # Rules

    def _obey(self) -> bool:
        """Loosen or drop what breaks a rule between records; whether anything was dropped."""
        journey = Journey(self._records.values())
        dropped = False
        for record in tuple(journey):
            if not any(rules.of_relations(journey, record)):
                continue
            loose = _without_ties(record)
            journey.put(loose)
            if not any(rules.of_relations(journey, loose)):
                self._records[record.id] = loose
                self._lose("storage.lost.ties", name=naming.named(record))
                continue
            journey.drop(record.id)
            self._drop(record)
            dropped = True
        return dropped


_TIES = ("general_id", "step_id", "moved_from", "on_id", "metric_id")


def _without_ties(record: Record) -> Record:
    """A record without the references that it can do without."""
    changes: dict[str, Any] = {
        field.name: None for field in FIELDS[type(record)] if field.name in _TIES and field.optional
    }
    found: Record = replace(record, **changes)
    return found


def _is_part(record: Record) -> bool:
    return record.kind == "participation"


def _own(row: Mapping[str, Value]) -> str:
    """What a row without a record calls itself."""
    said = (row.get(name) for name in ("title", "name", "text", "word", "if_text"))
    own = next((one for one in said if isinstance(one, str) and one), "")
    return " ".join(clean_text(own).split())[: naming.LONGEST_LABEL] or "…"


def _value(field: Field, column: Column, said: Any) -> tuple[Any, bool]:
    """The value of a field, and whether it was sound; `MISSING` where there is none."""
    if said is not MISSING:
        try:
            value = read_value(column, said)
        except Unfit:
            value = MISSING
        if value is not MISSING and fault(field, value) is None:
            return value, True
        if field.free_text and field.kind == "text" and isinstance(value, str):
            return clean_text(value)[: field.length], False
    if field.name == "place":
        return "V", False
    if field.limits["to"] and field.optional:
        return None, False
    return field.default, said is MISSING
