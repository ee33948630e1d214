"""One record in two versions: its fields merge one by one, and where it stands as one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import fields
from typing import Any, Final

from cjm_desktop.journey.merging.conflicts import Side
from cjm_desktop.journey.merging.lists import joined
from cjm_desktop.journey.records import (
    KINDS,
    Barrier,
    Card,
    Department,
    Difference,
    Evidence,
    Feeling,
    Hypothesis,
    JourneyMap,
    Lane,
    Link,
    Measurement,
    Metric,
    Participant,
    Participation,
    Persona,
    Record,
    Stage,
    Step,
)

PLACE: Final = "place"
"""The name of all fields together that say where a record stands."""
NOTHING: Final = object()
"""What a field was that nobody knows the former value of."""
Choose = Callable[[str], Side]
"""Whose value a field takes that both changed."""

_WHERE: Final[dict[type[Record], tuple[str, str]]] = {
    Barrier: ("lane_id stage_id step_id on_id", "place dx dy"),
    Card: ("lane_id stage_id step_id", "place"),
    Feeling: ("lane_id persona_id path stage_id step_id between", ""),
    Stage: ("map_id", "place"),
    Step: ("stage_id", "place"),
    Lane: ("map_id", "place"),
    Metric: ("map_id about_id", "place"),
    Hypothesis: ("map_id about_id", "place"),
    Evidence: ("about_id", ""),
    Measurement: ("metric_id", ""),
    Link: ("map_id from_id to_id", ""),
    Participation: ("persona_id stage_id", ""),
    Difference: ("map_id record_id field_name", ""),
    JourneyMap: ("", "place"),
    Persona: ("", "place"),
    Department: ("", "place"),
    Participant: ("", "place"),
}
"""What a record stands in, and where in it: `(cell, order)`, by class or one it is a kind of."""
_ORDER_IS_SAID = (Stage, Step, Lane)
"""Two different orders of these are a conflict; of all else the earlier place will do."""


def _where_of(cls: type[Record]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    for known, (cell, order) in _WHERE.items():
        if issubclass(cls, known):
            return tuple(cell.split()), tuple(order.split())
    return (), ()


_CELL, _ORDER = ({cls: _where_of(cls)[part] for cls in KINDS.values()} for part in (0, 1))
_FIELDS: Final = {
    cls: tuple(one.name for one in fields(cls) if one.name not in {"id", *_CELL[cls], *_ORDER[cls]})
    for cls in KINDS.values()
}
"""The fields of each class that do not say where it stands."""


def where_fields(cls: type[Record]) -> tuple[str, ...]:
    """The fields of a class that say where it stands."""
    return (*_CELL[cls], *_ORDER[cls])


def cell(record: Record) -> tuple[Any, ...]:
    """What a record stands in. The stage of what has a step is the step's, whatever it says."""
    stepped = getattr(record, "step_id", None) is not None
    return tuple(
        getattr(record, name)
        for name in _CELL[type(record)]
        if not (stepped and name == "stage_id")
    )


def _order(record: Record) -> tuple[Any, ...]:
    return tuple(getattr(record, name) for name in _ORDER[type(record)])


def placed_as(record: Record, like: Record) -> Record:
    """A record that stands where another version of it does, and is of its kind."""
    values = {name: getattr(like, name) for name in where_fields(type(like))}
    values |= {name: getattr(record, name, getattr(like, name)) for name in _FIELDS[type(like)]}
    return type(like)(id=record.id, **values)


def changed(base: Record, now: Record) -> tuple[str, ...]:
    """What a side did to a record: names of fields, `place` for where it stands."""
    found = [
        name for name in _FIELDS[type(now)] if getattr(base, name, NOTHING) != getattr(now, name)
    ]
    if (type(base), cell(base), _order(base)) != (type(now), cell(now), _order(now)):
        found.append(PLACE)
    return tuple(found)


def moved(base: Record, now: Record) -> bool:
    """Whether a record stands in something else."""
    return (type(base), cell(base)) != (type(now), cell(now))


def weave(
    base: Record | None,
    ours: Record,
    theirs: Record,
    choose: Choose,
    contested: Collection[str] = (),
) -> tuple[Record, tuple[str, ...]]:
    """Merge two versions of a record.

    Args:
        base: the version they come from; None: each made it by itself.
        choose: decides where both changed the same field.
        contested: fields of which the former value is not known.

    Returns:
        The record, and the names of the fields that were conflicts.
    """
    conflicts: list[str] = []

    def pick(name: str, side: Side | None) -> Record:
        if side is None:
            conflicts.append(name)
            side = choose(name)
        return ours if side == "ours" else theirs

    stands = pick(PLACE, _where(None if PLACE in contested else base, ours, theirs))
    cls = type(stands)
    values: dict[str, Any] = {name: getattr(stands, name) for name in where_fields(cls)}
    for name in _FIELDS[cls]:
        known = NOTHING if base is None or name in contested else getattr(base, name, NOTHING)
        mine = getattr(ours, name, getattr(stands, name))
        yours = getattr(theirs, name, getattr(stands, name))
        if mine != yours and mine != known and yours != known and isinstance(known, tuple):
            both = joined(known, mine, yours)
            if both is not None:
                values[name] = both
                continue
        taken = pick(name, _side(known, mine, yours))
        values[name] = mine if taken is ours else yours
    return cls(id=ours.id, **values), tuple(conflicts)


def _side(base: Any, ours: Any, theirs: Any) -> Side | None:
    """Whose value it is; None: both changed it."""
    if ours == theirs or theirs == base:
        return "ours"
    return "theirs" if ours == base else None


def _where(base: Record | None, ours: Record, theirs: Record) -> Side | None:
    """By whom it stands where it does; None: both moved it."""
    before = (type(base), cell(base)) if base is not None else None
    mine, yours = (type(ours), cell(ours)), (type(theirs), cell(theirs))
    if mine == yours:
        return _in_cell(base if before == mine else None, ours, theirs)
    if mine == before:
        return None if _would_lose(base, ours, type(theirs)) else "theirs"
    if yours == before:
        return None if _would_lose(base, theirs, type(ours)) else "ours"
    return None


def _in_cell(base: Record | None, ours: Record, theirs: Record) -> Side | None:
    side = _side(_order(base) if base is not None else NOTHING, _order(ours), _order(theirs))
    if side is None and (base is None or not isinstance(ours, _ORDER_IS_SAID)):
        return "ours" if _order(ours) <= _order(theirs) else "theirs"
    return side


def _would_lose(base: Record | None, now: Record, cls: type[Record]) -> bool:
    """Whether what a side wrote has no room in the kind that the other made of it."""
    return any(
        name not in _FIELDS[cls] and getattr(base, name, NOTHING) != getattr(now, name)
        for name in _FIELDS[type(now)]
    )
