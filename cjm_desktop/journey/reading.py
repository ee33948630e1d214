"""In which order one reads a document, and where in it a record stands, in words.

What all maps share comes first: the document, its personas and departments. Then map after map:
the map itself, the names of its lanes, and from left to right its stages, steps and what lies in
them from the top lane down. What hangs on a thing (its evidence, its metrics) follows it.
"""

from __future__ import annotations

from cjm_desktop.journey import naming, plans, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Card,
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

Key = tuple[int | str, ...]
ON_MAP = (Card, Feeling, Lane, Stage, Step)
"""Records that lie on a map and can be chosen there."""
SHARED = (MapDocument, Persona, Department)
"""Records that belong to no map, in the order in which they are read."""
_ABOUT = ("about_id", "metric_id", "stage_id", "from_id")
OWN = ("title", "name", "text", "word")
"""Fields that hold a record's own text or name."""
_MAP, _LANES, _STAGE, _STEP = -2, -1, -2, -1


def anchor(journey: Journey, record: Record) -> Record | None:
    """What lies on a map and stands for a record: itself, or what it is about; None: nothing."""
    one: Record | None = record
    while one is not None and not isinstance(one, ON_MAP):
        about = (getattr(one, name, None) for name in _ABOUT)
        one = journey.find(next((target for target in about if target), None))
    return one


class Order:
    """The order in which the records of a journey, as it is now, are read.

    Args:
        journey: whose.
    """

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._maps = {one.id: number for number, one in enumerate(journey.maps())}
        self._lanes = {
            lane.id: (number, at)
            for map_id, number in self._maps.items()
            for at, lane in enumerate(journey.lanes(map_id))
        }
        self._columns: dict[tuple[str, str | None], int] = {}
        for map_id in self._maps:
            self._columns |= journey.column_numbers(map_id)

    def key(self, record: Record) -> Key:
        """By what to sort a record."""
        if isinstance(record, Card | Feeling):
            lane = self._lanes[record.lane_id]
            column = self._columns[record.stage_id, record.step_id]
            place = record.place if isinstance(record, Card) else ""
            return (lane[0], column, lane[1], place, record.id)
        if isinstance(record, SHARED):
            place = "" if isinstance(record, MapDocument) else record.place
            return (-1, SHARED.index(type(record)), 0, place, record.id)
        return self._frame(record)

    def _frame(self, record: Record) -> Key:
        """The key of a map, a lane, a stage or a step, or of what hangs on a thing."""
        if isinstance(record, JourneyMap):
            return (self._maps[record.id], _MAP, 0, "", record.id)
        if isinstance(record, Lane):
            number, at = self._lanes[record.id]
            return (number, _LANES, at, "", record.id)
        if isinstance(record, Stage):
            column = self._columns[record.id, None]
            return (self._maps[record.map_id], column, _STAGE, "", record.id)
        if isinstance(record, Step):
            stage = self._journey.get(Stage, record.stage_id)
            column = self._columns[record.stage_id, record.id]
            return (self._maps[stage.map_id], column, _STEP, "", record.id)
        held = anchor(self._journey, record)
        before: Key = self.key(held) if held is not None else (-1, len(SHARED), 0, "", "")
        return (*before, record.kind, str(getattr(record, "place", "")), record.id)

    def map_of(self, key: Key) -> str | None:
        """The id of the map that what has such a key lies on; None: it belongs to no map."""
        return next((one for one, number in self._maps.items() if number == key[0]), None)


def concerns(journey: Journey, record: Record, map_id: str) -> bool:
    """Whether a map has to do with a record that belongs to no map."""
    if isinstance(record, MapDocument):
        return True
    if isinstance(record, Persona) and record.id in journey.get(JourneyMap, map_id).persona_ids:
        return True
    return any(journey.map_of(one) == map_id for one in journey.referrers(record.id))


def place(journey: Journey, record: Record, field: str, language: str) -> str:
    """Where a text stands, in words: `Contract › Advance payment · Barriers · detail`."""
    held, own = anchor(journey, record), field in OWN
    parts = []
    if isinstance(held, Card | Feeling):
        parts.append(plans.where(journey, held.stage_id, held.step_id, language))
        parts.append(naming.label(journey.get(Lane, held.lane_id), language))
    elif isinstance(held, Step):
        step_id = held.id if record is not held or not own else None
        parts.append(plans.where(journey, held.stage_id, step_id, language))
    elif isinstance(held, Stage) and (record is not held or not own):
        parts.append(naming.label(held, language))
    if _says_what(record, own=own):
        named = naming.kind_name(record.kind, language)
        parts.append(named if parts else named[:1].upper() + named[1:])
    if not own and isinstance(record, Persona | Department | Lane | JourneyMap):
        parts.append(naming.label(record, language))
    parts += [] if own else [words.say(f"field.{field}", language)]
    return " · ".join(parts)


def _says_what(record: Record, *, own: bool) -> bool:
    """Whether one must be told what kind of record it is: no other thing stands for it."""
    if isinstance(record, Stage | Step):
        return own
    return not isinstance(record, Card | Feeling)
