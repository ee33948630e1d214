"""Verbs for a metric's values, many at once, and for the map's end metric."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.drop import drop
from cjm_desktop.journey.moves.fields import put_new, set_fields
from cjm_desktop.journey.pasted import Entry
from cjm_desktop.journey.records import Measurement, Metric


def set_series(draft: Draft, metric_id: str, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Let a metric have exactly these values; return their ids in the order given.

    A value that is there already, of the same day and source, is only changed.
    """
    left = _by_day(draft, metric_id)
    found = tuple(_put(draft, metric_id, entry, left) for entry in entries)
    for listed in left.values():
        for one in listed:
            drop(draft, one.id)
    return found


def add_series(draft: Draft, metric_id: str, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Add values to a metric; return their ids in the order given.

    A value of the same day and source takes the place of the one that is there.
    """
    left = _by_day(draft, metric_id)
    return tuple(_put(draft, metric_id, entry, left) for entry in entries)


def set_end_metric(draft: Draft, map_id: str, metric_id: str | None) -> None:
    """Mark the end metric of a map, and no other one; None: the map has none."""
    for one in draft.journey.metrics(map_id):
        if one.end != (one.id == metric_id):
            draft.put(replace(one, end=not one.end))


def _by_day(draft: Draft, metric_id: str) -> dict[tuple[str, str], list[Measurement]]:
    draft.journey.get(Metric, metric_id)
    found: dict[tuple[str, str], list[Measurement]] = {}
    for one in draft.journey.measurements(metric_id):
        found.setdefault((one.date, one.source), []).append(one)
    return found


def _put(
    draft: Draft, metric_id: str, entry: Entry, left: dict[tuple[str, str], list[Measurement]]
) -> str:
    listed = left.get((entry.date, entry.source))
    if listed:
        known = listed.pop(0)
        set_fields(draft, known.id, value=float(entry.value), sample=entry.sample)
        return known.id
    values = {**entry._asdict(), "value": float(entry.value)}
    return put_new(draft, Measurement, metric_id=metric_id, **values).id
