"""Copies of records with all that depends on them, under new ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

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


def put_copies(draft: Draft, records: Iterable[Record]) -> dict[str, str]:
    """Put copies of records that may point to each other; return old id -> new id."""
    originals = tuple(records)
    new = {record.id: new_id() for record in originals}
    for record in originals:
        draft.put(copy_of(record, new))
    return new


def copy_map(draft: Draft, map_id: str, title: str) -> str:
    """Copy a map with everything on it; the copy stands right behind it. Personas are shared."""
    original = draft.journey.get(JourneyMap, map_id)
    belonging = [
        record
        for record in dependents(draft.journey, map_id).values()
        if not (isinstance(record, Difference) and record.map_id != map_id)
    ]
    maps = draft.journey.maps()
    place = place_for(draft, maps, maps.index(original) + 1)
    copied = put_copies(draft, belonging)[map_id]
    copy = draft.journey.get(JourneyMap, copied)
    draft.put(replace(copy, title=clean_text(title), place=place))
    return copied
