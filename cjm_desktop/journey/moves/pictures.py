"""Verbs for the pictures of personas and cards."""

from __future__ import annotations

from cjm_desktop.journey.belonging import drop_unused
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.fields import set_fields
from cjm_desktop.journey.records import Picture, Record


def set_picture(draft: Draft, record_id: str, picture: Picture | None) -> None:
    """Give a persona or a card another picture, or none; the old one goes if nobody shows it.

    Raises:
        ValueError: it is something that has no picture.
    """
    before: str | None = getattr(draft.journey.get(Record, record_id), "picture_id", None)
    if picture is not None:
        draft.put(picture)
    set_fields(draft, record_id, picture_id=picture.id if picture is not None else None)
    drop_unused(draft, (before,))
