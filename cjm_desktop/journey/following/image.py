"""What a role map's copy of a general record is where the role map does not differ."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cjm_desktop.journey.following.pairs import FOLLOWED, WHERE, copy_id
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, JourneyMap, Lane, Record, Step
from cjm_desktop.journey.references import REFERENCES
from cjm_desktop.journey.values import FIELDS

_KINDS = frozenset(cls.kind for cls in FOLLOWED)
_OF_MAP = ("scenario", "state", "period")
"""What a role map takes over from the general map itself."""
_NAMES: dict[type[Record], tuple[str, ...]] = {
    cls: tuple(one.name for one in FIELDS[cls] if one.name not in {"id", "map_id"})
    for cls in FOLLOWED
} | {JourneyMap: _OF_MAP}
VALUES = {
    cls: tuple(one for one in names if one not in WHERE or cls is JourneyMap)
    for cls, names in _NAMES.items()
}
"""The fields that differ one by one."""
PLACES = {
    cls: tuple(one for one in names if one not in VALUES[cls]) for cls, names in _NAMES.items()
}
"""The fields that say where it stands."""
_MANY = {
    cls: {one.name: one.many for one in REFERENCES[cls] if one.kinds & _KINDS} for cls in FOLLOWED
}
"""The fields that point to what has copies, and whether to several."""


def values_of(journey: Journey, role: JourneyMap, general: Record) -> dict[str, Any]:
    """What a copy says: the general record's fields but for those of its place.

    It does not refer to what the role map does not show.
    """
    many = _MANY[type(general)]
    found: dict[str, Any] = {}
    for name in VALUES[type(general)]:
        value = getattr(general, name)
        if value and name in many:
            copies = [_copy(journey, role, one) for one in (value if many[name] else (value,))]
            shown = tuple(one for one in copies if one is not None)
            value = shown if many[name] else (shown[0] if shown else None)
        found[name] = value
    return found


def place_of(journey: Journey, role: JourneyMap, general: Record) -> dict[str, Any] | None:
    """Where a copy stands; None where the role map does not show what it belongs to.

    Where the role map has moved a step to another stage, what lies in the step is there too; in a
    lane that has a cell for each stage only, it lies in the stage.
    """
    found = {name: getattr(general, name) for name in PLACES[type(general)]}
    if isinstance(general, Card):
        lane = journey.find(_copy(journey, role, general.lane_id))
        if isinstance(lane, Lane) and lane.per == "stage":
            found["step_id"] = None
    for name in found.keys() & _MANY[type(general)].keys():
        if found[name] is not None:
            found[name] = _copy(journey, role, found[name])
            if found[name] is None and name not in {"stage_id", "on_id"}:
                return None
    step = journey.find(found.get("step_id"))
    if isinstance(step, Step):
        found["stage_id"] = step.stage_id
    if "stage_id" in found and found["stage_id"] is None:
        return None
    if isinstance(general, Barrier) and found["on_id"] is None:
        found.update(dx=0.0, dy=0.0)
    return found


def image(
    role: JourneyMap, general: Record, values: dict[str, Any], place: dict[str, Any]
) -> Record:
    """A new copy."""
    inside = {"map_id": role.id} if hasattr(general, "map_id") else {}
    return replace(general, id=copy_id(role.id, general.id), **inside, **values, **place)


def _copy(journey: Journey, role: JourneyMap, target_id: str) -> str | None:
    """The copy of what a general record points to; None where the role map does not show it.

    What lies on another map than the general one has none and is pointed to itself.
    """
    target = journey.find(target_id)
    if target is None or journey.map_of(target) != role.general_id:
        return target_id
    found = copy_id(role.id, target_id)
    return found if found in journey else None
