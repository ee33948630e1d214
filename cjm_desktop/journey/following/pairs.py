"""Which record of a role map stands for which of its general map, and where the two differ.

The id of a copy is that of the general record, mixed with the role map's own: the same on every
laptop, and to be read both ways, so that no table of pairs is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2s

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    KINDS,
    AnyCard,
    Difference,
    Evidence,
    Feeling,
    JourneyMap,
    Lane,
    Link,
    Measurement,
    Metric,
    Participation,
    Record,
    Stage,
    Step,
)

Followed = (
    Stage
    | Step
    | Lane
    | AnyCard
    | Feeling
    | Evidence
    | Metric
    | Measurement
    | Link
    | Participation
    | JourneyMap
)
"""What has a copy in a role map; a map's copy is the role map itself."""
FOLLOWED: frozenset[type[Record]] = frozenset(
    cls for cls in KINDS.values() if issubclass(cls, Followed)
)

HIDDEN = "hidden"
"""The role map has dropped its copy."""
PLACE = "place"
"""The copy stands elsewhere: one difference for all fields of `WHERE`."""
OWN = "own"
"""The general map knows nothing of it."""
WHERE = frozenset(
    {"lane_id", "stage_id", "step_id", "place", "span", "between", "on_id", "dx", "dy"}
    | {"about_id", "metric_id", "from_id", "to_id"}
)
"""The fields that say where something stands, or what it belongs to."""

RANK = {cls: number for number, cls in enumerate(KINDS.values())}
"""What belongs to something comes after it."""

_RANDOM = re.compile("[0-9a-f]{16}")
"""Ids as this program makes them; imported ones may be anything."""


@lru_cache(maxsize=256)
def _key(map_id: str) -> int:
    return int.from_bytes(blake2s(map_id.encode(), digest_size=8).digest(), "big")


@lru_cache(maxsize=64)
def _named(map_id: str) -> dict[str, str]:
    """General ids that cannot be read from those of a role map's copies, by these.

    They never change: what has once been made of one need not be looked for again.
    """
    return {}


def copy_id(map_id: str, general_id: str) -> str:
    """The id of a role map's copy; of a copy's id made by this program, the general record's id."""
    if _RANDOM.fullmatch(general_id):
        return f"{int(general_id, 16) ^ _key(map_id):016x}"
    made = "~" + blake2s(f"{map_id} {general_id}".encode(), digest_size=8).hexdigest()
    _named(map_id)[made] = general_id
    return made


def general_id(map_id: str, own_id: str) -> str:
    """The id of which a role map's own was made, to be read from it; empty where it cannot be.

    It is the same when the role map follows nobody any more.
    """
    return copy_id(map_id, own_id) if _RANDOM.fullmatch(own_id) else ""


def difference_id(map_id: str, record_id: str, field_name: str) -> str:
    """The id of a difference: two laptops that differ in the same thing make one of it."""
    said = f"{map_id} {record_id} {field_name}"
    return blake2s(said.encode(), digest_size=8).hexdigest()


def difference(map_id: str, record_id: str, field_name: str) -> Difference:
    """A difference of a role map from a record of its general map."""
    return Difference(
        id=difference_id(map_id, record_id, field_name),
        map_id=map_id,
        record_id=record_id,
        field_name=field_name,
    )


def role_maps(journey: Journey, map_id: str) -> tuple[JourneyMap, ...]:
    """The maps that follow a map."""
    return tuple(one for one in journey.maps() if one.general_id == map_id)


def role_of(journey: Journey, record: Record | None) -> JourneyMap | None:
    """The role map a record lies in, or None where it lies in another or in none."""
    role = journey.find(journey.map_of(record)) if record is not None else None
    return role if isinstance(role, JourneyMap) and role.general_id is not None else None


def general_in(journey: Journey, role: JourneyMap, copy: Record) -> Record | None:
    """The record of the general map that a record of a role map is the copy of, if it is one."""
    if copy.id == role.id:
        return journey.find(role.general_id)
    cls = type(copy)
    if cls not in FOLLOWED:
        return None
    found = journey.find(_general_id(journey, role, copy))
    fits = type(found) is cls and journey.map_of(found) == role.general_id
    return found if fits else None


def _general_id(journey: Journey, role: JourneyMap, copy: Record) -> str | None:
    if _RANDOM.fullmatch(copy.id):
        return copy_id(role.id, copy.id)
    if not copy.id.startswith("~"):
        return None
    made = _named(role.id)
    if copy.id not in made:
        for one in journey.all(type(copy)):
            copy_id(role.id, one.id)
    return made.get(copy.id)


def departures(journey: Journey, map_id: str, general_id: str) -> dict[str, Difference]:
    """How a role map differs from a record of its general map, by name of the field."""
    found = journey.differences(general_id)
    return {one.field_name: one for one in found if one.map_id == map_id}


# What others read


def general_of(journey: Journey, record_id: str) -> Record | None:
    """The record of the general map that a record of a role map follows.

    Returns:
        Of a role map itself its general map; None of what is the role map's own, and of everything
        that lies in no role map.
    """
    record = journey.find(record_id)
    role = role_of(journey, record)
    return general_in(journey, role, record) if role is not None and record is not None else None


def copies_of(journey: Journey, record_id: str) -> tuple[Record, ...]:
    """The copies of a general map's record in the role maps that show it, in order of the tabs."""
    record = journey.find(record_id)
    map_id = journey.map_of(record) if record is not None else None
    if record is None or map_id is None or type(record) not in FOLLOWED:
        return ()
    roles = role_maps(journey, map_id)
    if isinstance(record, JourneyMap):
        return roles
    copies = (journey.find(copy_id(role.id, record_id)) for role in roles)
    return tuple(one for one in copies if type(one) is type(record))


def differences(journey: Journey, map_id: str) -> tuple[Difference, ...]:
    """All in which a role map differs from its general map, what it has hidden included."""
    return tuple(one for one in journey.all(Difference) if one.map_id == map_id)


def differs(journey: Journey, record_id: str) -> frozenset[str]:
    """In what a record of a role map differs from the general map.

    Returns:
        Names of fields; `place` for where it stands; only `own` where the general map has no such
        thing. Empty where it differs in nothing or lies in no role map.
    """
    record = journey.find(record_id)
    role = role_of(journey, record)
    if record is None or role is None or type(record) not in FOLLOWED:
        return frozenset()
    general = general_in(journey, role, record)
    if general is None:
        return frozenset({OWN})
    return frozenset(departures(journey, role.id, general.id)) - {HIDDEN}


def marks(journey: Journey, map_id: str, records: Iterable[Record]) -> dict[str, frozenset[str]]:
    """In what records of a map differ (see `differs`), by id: those that differ at all."""
    role = journey.find(map_id)
    if not isinstance(role, JourneyMap) or role.general_id is None:
        return {}
    said: dict[str, frozenset[str]] = {}
    for one in differences(journey, map_id):
        if one.field_name != HIDDEN:
            said[one.record_id] = said.get(one.record_id, frozenset()) | {one.field_name}
    found: dict[str, frozenset[str]] = {}
    for record in records:
        if type(record) in FOLLOWED:
            general = general_in(journey, role, record)
            names = frozenset({OWN}) if general is None else said.get(general.id)
            if names:
                found[record.id] = names
    return found


def hidden(journey: Journey, map_id: str) -> tuple[Record, ...]:
    """The general map's records that a role map has hidden; not what is hidden only with them."""
    found = [
        record
        for one in differences(journey, map_id)
        if one.field_name == HIDDEN and (record := journey.find(one.record_id)) is not None
    ]
    return tuple(
        sorted(found, key=lambda one: (RANK[type(one)], getattr(one, "place", ""), one.id))
    )
