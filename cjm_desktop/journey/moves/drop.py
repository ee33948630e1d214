"""Dropping a record with all that depends on it."""

from __future__ import annotations

from cjm_desktop.journey import spans
from cjm_desktop.journey.belonging import take_out
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Record, Stage, Step


def drop(draft: Draft, record_id: str) -> None:
    """Drop a record and all that depends on it; whoever merely refers to it forgets it.

    A card that covers more columns than the one that goes stays on those that are left.

    Raises:
        KeyError: there is no record of that id.
    """
    record = draft.journey.get(Record, record_id)
    if isinstance(record, (Stage, Step)):
        _drop_column(draft, record)
    else:
        take_out(draft, record_id)


def _drop_column(draft: Draft, record: Stage | Step) -> None:
    map_id = draft.journey.map_of(record) or ""
    before = spans.remember(draft.journey, map_id)
    gone = {record.id, *(step.id for step in draft.journey.steps(record.id))}
    spans.restore(draft, map_id, before, gone)
    take_out(draft, record.id)
    spans.restore(draft, map_id, before)
