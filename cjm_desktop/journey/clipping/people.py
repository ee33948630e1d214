"""Who is who: personas, departments and pictures of a clip that a document knows already."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cjm_desktop.journey.clipping.clip import Clip
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.copies import put_copies
from cjm_desktop.journey.moves.places import place_for
from cjm_desktop.journey.records import (
    Department,
    JourneyMap,
    Persona,
    Picture,
    Record,
    new_id,
)


def settle(draft: Draft, clip: Clip, map_id: str) -> dict[str, str]:
    """Add whom the document does not know by id or name; return the id of each by that in the clip.

    Args:
        map_id: the map that new personas come to, if they were on the clip's map.
    """
    found: dict[str, str] = {}
    listed: tuple[Persona | Department, ...] = (
        *clip.journey.all(Department),
        *clip.journey.all(Persona),
    )
    for one in listed:
        known = _known(draft.journey, one, found.values())
        found[one.id] = known or _added(draft, clip, one, found)
        if not known and one.id in _on_map(clip.journey, clip.map_id):
            there = draft.journey.get(JourneyMap, map_id)
            draft.put(replace(there, persona_ids=(*there.persona_ids, found[one.id])))
    shown = {getattr(one, "picture_id", None) for one in clip.held().values()}
    for picture in clip.journey.all(Picture):
        if picture.id in shown:
            _settle_picture(draft, picture, found)
    return found


def _on_map(journey: Journey, map_id: str) -> tuple[str, ...]:
    return journey.get(JourneyMap, map_id).persona_ids


def _known(journey: Journey, one: Persona | Department, taken: Collection[str]) -> str:
    """The id of the same one in a document: by id, else one of the same name."""
    if type(journey.find(one.id)) is type(one):
        return one.id
    name = _folded(one.name)
    alike = (other for other in journey.all(type(one)) if name and _folded(other.name) == name)
    return next((other.id for other in alike if other.id not in taken), "")


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _added(draft: Draft, clip: Clip, one: Persona | Department, found: dict[str, str]) -> str:
    place = place_for(draft, draft.journey.all(type(one)), None)
    picture = clip.journey.find(getattr(one, "picture_id", None))
    if isinstance(picture, Picture):
        _settle_picture(draft, picture, found)
    made: Record = replace(one, place=place)
    return put_copies(draft, [made], found)[one.id]


def _settle_picture(draft: Draft, picture: Picture, found: dict[str, str]) -> None:
    """The same picture once: it is what makes files large."""
    if picture.id in found:
        return
    there = draft.journey.find(picture.id)
    if isinstance(there, Picture) and there == picture:
        found[picture.id] = picture.id
        return
    found[picture.id] = new_id()
    draft.put(replace(picture, id=found[picture.id]))
