"""Copies of records with all that depends on them, under new ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cjm_desktop.journey import following
from cjm_desktop.journey.belonging import dependents
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.places import place_for
from cjm_desktop.journey.records import Difference, JourneyMap, Record, new_id
from cjm_desktop.journey.references import REFERENCES
from cjm_desktop.journey.values import clean_text


def copy_of(record: Record, new: dict[str, str]) -> Record:
    """A copy under the new id; what it points to is looked up among the new ids."""
    changes: dict[str, object] = {"id": new[record.id]}
    for one in REFERENCES[type(record)]:
        value = getattr(record, one.name)
        if one.many:
            changes[one.name] = tuple(new.get(target, target) for target in value)
        elif value is not None:
            changes[one.name] = new.get(value, value)
    return replace(record, **changes)  # type: ignore[arg-type]


def put_copies(
    draft: Draft, records: Iterable[Record], ids: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Put copies of records that may point to each other; return old id -> new id.

    Args:
        ids: new ids that are settled already, by the old ones.
    """
    originals = tuple(records)
    new = {record.id: new_id() for record in originals} | dict(ids or {})
    for record in originals:
        draft.put(copy_of(record, new))
    return new


def copy_map(draft: Draft, map_id: str, title: str) -> str:
    """Copy a map with everything on it; the copy stands right behind it. Personas are shared.

    The copy of a role map follows the same general map; that of a general map is followed by none.
    """
    original = draft.journey.get(JourneyMap, map_id)
    belonging = [
        record
        for record in dependents(draft.journey, map_id).values()
        if not (isinstance(record, Difference) and record.map_id != map_id)
    ]
    maps = draft.journey.maps()
    place = place_for(draft, maps, maps.index(original) + 1)
    copied = new_id()
    put_copies(draft, belonging, {map_id: copied, **_following(draft, original, copied, belonging)})
    copy = draft.journey.get(JourneyMap, copied)
    draft.put(replace(copy, title=clean_text(title), place=place))
    return copied


def _following(
    draft: Draft, role: JourneyMap, copied: str, belonging: Iterable[Record]
) -> dict[str, str]:
    """The ids in a role map's copy of what follows the general map, and of the differences."""
    found: dict[str, str] = {}
    for record in belonging if role.general_id is not None else ():
        general = following.general_in(draft.journey, role, record)
        if isinstance(record, Difference):
            said = record.record_id, record.field_name
            found[record.id] = following.difference_id(copied, *said)
        elif general is not None and record.id != role.id:
            found[record.id] = following.copy_id(copied, general.id)
    return found
