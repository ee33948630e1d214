"""Making records and changing their fields: the one door, where text is made clean."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Record
from cjm_desktop.journey.values import FIELDS, cleaned

R = TypeVar("R", bound=Record)


def put_new(draft: Draft, cls: type[R], **fields: Any) -> R:
    """Make a record of a class and put it into the draft."""
    record = cls(**cleaned(cls, fields))
    draft.put(record)
    return record


def set_fields(draft: Draft, record_id: str, **fields: Any) -> None:
    """Change fields of any record.

    Raises:
        KeyError: there is no record of that id.
        ValueError: it has no such field, or the field is its id.
    """
    record = draft.journey.get(Record, record_id)
    names = {one.name for one in FIELDS[type(record)]} - {"id"}
    for name in fields:
        if name not in names:
            raise ValueError(f"a {record.kind} has no field {name!r} to set")
    draft.put(replace(record, **cleaned(type(record), fields)))
