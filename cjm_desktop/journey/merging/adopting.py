"""Bringing the maps of another document in beside one's own, when there is nothing to merge."""

from __future__ import annotations

from dataclasses import replace

from cjm_desktop.journey import following
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.folding import fold_only
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.copies import put_copies
from cjm_desktop.journey.moves.places import places
from cjm_desktop.journey.records import (
    Department,
    Difference,
    JourneyMap,
    MapDocument,
    Persona,
    Record,
    new_id,
)


def adopt_maps(draft: Draft, other: Journey) -> tuple[str, ...]:
    """Put all maps of another document behind one's own; return their ids.

    Personas and departments that the document has by name are those; all else comes along under
    new ids.
    """
    known = _people(draft.journey, other)
    new = {one.id: new_id() for one in other if one.id not in known} | known
    for role in other.maps():
        if role.general_id is not None:
            new |= _of_role(other, role, new)
    wanted = [one for one in other if not isinstance(one, MapDocument) and one.id not in known]
    keys = places(draft, draft.journey.maps(), None, len(other.maps()))
    put_copies(draft, wanted, new)
    found = []
    for one, place in zip(other.maps(), keys, strict=True):
        copied = draft.journey.get(JourneyMap, new[one.id])
        title = copied.title or other.document.title
        draft.put(replace(copied, place=place, title=title))
        found.append(copied.id)
    return tuple(found)


def _people(journey: Journey, other: Journey) -> dict[str, str]:
    """Who is known here, by the id there."""
    here = {_called(one): one.id for one in reversed(_listed(journey)) if one.name}
    found: dict[str, str] = {}
    for one in _listed(other):
        known = here.get(_called(one))
        if known is not None and known not in found.values():
            found[one.id] = known
    return found


def _listed(journey: Journey) -> tuple[Persona | Department, ...]:
    return (*journey.all(Persona), *journey.all(Department))


def _called(one: Persona | Department) -> tuple[str, str]:
    return one.kind, fold_only(one.name)


def _of_role(other: Journey, role: JourneyMap, new: dict[str, str]) -> dict[str, str]:
    """The new ids of what follows the general map: they are made of the new ids there."""
    found: dict[str, str] = {}
    for record in other:
        if isinstance(record, Difference):
            if record.map_id == role.id and record.record_id in new:
                said = new[role.id], new[record.record_id], record.field_name
                found[record.id] = following.difference_id(*said)
            continue
        general: Record | None = (
            following.general_in(other, role, record) if other.map_of(record) == role.id else None
        )
        if general is not None and record.id != role.id:
            found[record.id] = following.copy_id(new[role.id], new[general.id])
    return found
