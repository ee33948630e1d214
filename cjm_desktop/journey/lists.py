"""The lists that records stand in: each kind of list is made when it is first asked for.

Opening a large map would otherwise take twice as long, for lists that are not looked at before
the first edit, or never.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from operator import attrgetter
from typing import Any, NamedTuple

from cjm_desktop.journey.records import (
    KINDS,
    Card,
    Difference,
    Evidence,
    Feeling,
    Hypothesis,
    Lane,
    Link,
    Measurement,
    Metric,
    Participation,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import listed_fields, listed_targets

Owner = tuple[str, Hashable]
"""Whose list it is: the name of its family, and what its records have in common."""
Listed = dict[str, Record]
"""The records of one list by id."""

ALL, CELL, OF_LANE, OF_STAGE, WIDE, POINTING = "all", "cell", "of lane", "of stage", "wide", "to"
POINTS, PARTS = "points", "parts"


class Family(NamedTuple):
    """Lists of one sort, such as the cards of each cell."""

    name: str
    of: type[Record]
    key: Callable[[Any], Hashable]
    """Which of the lists a record stands in; None: in none of them."""


def _wide(card: Any) -> str | None:
    return None if card.span == 1 else WIDE


_CARDS = (
    Family(CELL, Card, attrgetter("lane_id", "stage_id", "step_id")),
    Family(OF_LANE, Card, attrgetter("lane_id")),
    Family(OF_STAGE, Card, attrgetter("stage_id")),
    Family(WIDE, Card, _wide),
)
_CHILDREN = tuple(
    Family(cls.kind, cls, attrgetter(parent))
    for cls, parent in (
        (Stage, "map_id"),
        (Lane, "map_id"),
        (Step, "stage_id"),
        (Feeling, "lane_id"),
        (Evidence, "about_id"),
        (Metric, "map_id"),
        (Measurement, "metric_id"),
        (Participation, "stage_id"),
        (Link, "map_id"),
        (Hypothesis, "map_id"),
        (Difference, "record_id"),
    )
)
_MATCHING = (
    Family(POINTS, Feeling, attrgetter("lane_id", "persona_id", "path", "stage_id", "step_id")),
    Family(PARTS, Participation, attrgetter("stage_id", "persona_id")),
)
"""What may be there but once, or not close to each other."""
# No list of all cards: copying it would be most of what an edit of a large map costs.
_ALL = tuple(
    Family(ALL, cls, attrgetter("kind")) for cls in KINDS.values() if not issubclass(cls, Card)
)
_FAMILIES: dict[type[Record], tuple[Family, ...]] = {
    cls: tuple(one for one in (*_ALL, *_CHILDREN, *_MATCHING, *_CARDS) if issubclass(cls, one.of))
    for cls in KINDS.values()
}
"""The families of every record class, besides that of what it points to."""
_CLASSES: dict[str, tuple[tuple[type[Record], Family], ...]] = {
    name: tuple((cls, one) for cls, found in _FAMILIES.items() for one in found if one.name == name)
    for name in {one.name for found in _FAMILIES.values() for one in found}
}
"""The classes that stand in a family's lists."""
NAMES = (*_CLASSES, POINTING)
"""Of all families."""


def owners(record: Record) -> tuple[Owner, ...]:
    """The lists a record stands in: of its kind, of what it belongs to, of what it points to."""
    found: list[Owner] = []
    for family in _FAMILIES[type(record)]:
        key = family.key(record)
        if key is not None:
            found.append((family.name, key))
    found += [(POINTING, target) for target in listed_targets(record)]
    return tuple(found)


_BY_PLACE: Callable[[Record], Any] = attrgetter("place", "id")
_BY_ID: Callable[[Record], Any] = attrgetter("id")


def in_order(records: Collection[Record]) -> tuple[Record, ...]:
    """Records by place, those without a place first, what was measured by date."""
    try:
        return tuple(sorted(records, key=_BY_PLACE))
    except AttributeError:
        kinds = set(map(type, records))
        stand = any(one is Measurement or hasattr(one, "place") for one in kinds)
        return tuple(sorted(records, key=_standing if stand else _BY_ID))


def _standing(record: Record) -> tuple[str, str]:
    found = record.date if isinstance(record, Measurement) else getattr(record, "place", "")
    return found, record.id


class Loaded:
    """Records that do not change any more, and their lists; a journey and its forks share one.

    Args:
        records: each id once.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = tuple(records)
        self._classes: dict[type[Record], list[Record]] = {}
        self._families: dict[str, dict[Hashable, Listed]] = {}
        self._sorted: dict[Owner, tuple[Record, ...]] = {}

    def ordered(self, owner: Owner) -> tuple[Any, ...]:
        """A list in order, the same object each time."""
        known = self._sorted.get(owner)
        if known is None:
            known = self._sorted.setdefault(owner, in_order(self.listed(owner).values()))
        return known

    def listed(self, owner: Owner) -> Listed:
        """A list as it was loaded, not to be changed."""
        name, key = owner
        family = self._families.get(name)
        if family is None:
            family = self._families[name] = self._make(name)
        return family.get(key, {})

    def make_all(self) -> None:
        """Make the families that nobody has asked for yet."""
        for name in NAMES:
            if name not in self._families:
                self._families[name] = self._make(name)

    def _make(self, name: str) -> dict[Hashable, Listed]:
        made: dict[Hashable, Listed] = {}
        if name == POINTING:
            self._make_pointing(made)
            return made
        for cls, family in _CLASSES[name]:
            records = self._of_class(cls)
            _enlist(made, zip(map(family.key, records), records, strict=True))
        made.pop(None, None)
        return made

    def _make_pointing(self, made: dict[Hashable, Listed]) -> None:
        for cls in KINDS.values():
            records = self._of_class(cls)
            for name, many in listed_fields(cls):
                read = attrgetter(name)
                said = [(value, record) for record in records if (value := read(record))]
                if many:
                    said = [(one, record) for targets, record in said for one in targets]
                _enlist(made, said)

    def _of_class(self, cls: type[Record]) -> list[Record]:
        if not self._classes:
            classes: dict[type[Record], list[Record]] = {one: [] for one in KINDS.values()}
            for record in self._records:
                classes[type(record)].append(record)
            self._classes = classes
        return self._classes[cls]


def _enlist(made: dict[Hashable, Listed], found: Iterable[tuple[Hashable, Record]]) -> None:
    for key, record in found:
        listed = made.get(key)
        if listed is None:
            made[key] = {record.id: record}
        else:
            listed[record.id] = record
