"""Verbs for the journey maps of a document."""

from __future__ import annotations

from typing import Any

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.fields import put_new
from cjm_desktop.journey.moves.places import move_to, place_for
from cjm_desktop.journey.records import JourneyMap


def add_map(draft: Draft, title: str, place: int | None = None, **fields: Any) -> str:
    """Add an empty journey map; `place` is the index of its tab."""
    key = place_for(draft, draft.journey.maps(), place)
    return put_new(draft, JourneyMap, title=title, place=key, **fields).id


def move_map(draft: Draft, map_id: str, place: int | None) -> None:
    """Give a map's tab another place."""
    move_to(draft, draft.journey.maps(), [draft.journey.get(JourneyMap, map_id)], place)
