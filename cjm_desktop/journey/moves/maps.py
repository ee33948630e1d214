"""Verbs for the journey maps of a document."""

from __future__ import annotations

from typing import Any

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.fields import put_new, set_fields
from cjm_desktop.journey.moves.places import move_to, place_for
from cjm_desktop.journey.records import JourneyMap


def add_map(draft: Draft, title: str, place: int | None = None, **fields: Any) -> str:
    """Add an empty journey map; `place` is the index of its tab."""
    key = place_for(draft, draft.journey.maps(), place)
    return put_new(draft, JourneyMap, title=title, place=key, **fields).id


def move_map(draft: Draft, map_id: str, place: int | None) -> None:
    """Give a map's tab another place."""
    move_to(draft, draft.journey.maps(), [draft.journey.get(JourneyMap, map_id)], place)


def set_title(draft: Draft, record_id: str, title: str) -> None:
    """Give a record its title; a document with one map and that map share theirs.

    Raises:
        KeyError: there is no record of that id.
        ValueError: it has no title.
    """
    set_fields(draft, record_id, title=title)
    maps = draft.journey.maps()
    shared = {maps[0].id, draft.journey.document.id} if len(maps) == 1 else set()
    if record_id in shared:
        for other in shared - {record_id}:
            set_fields(draft, other, title=title)
