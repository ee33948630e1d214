"""A whole document as JSON."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from typing import Any

from cjm_desktop.exchange.json_shape import (
    CODE,
    CODES,
    NAME,
    TOP,
    VERSION,
    Listing,
    fields,
    listings,
)
from cjm_desktop.journey import codes
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Duration, Feeling, Lane, Record


def export_json(journey: Journey) -> str:
    """The text of a document: all its records, for scripts and to be read back as they are."""
    return json.dumps(as_data(journey), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def as_data(journey: Journey) -> dict[str, Any]:
    """A document as objects, lists, texts, numbers and None."""
    return _Tree(journey).whole()


class _Tree:
    """The records of a journey, by what they lie in."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._written = 1  # the document itself

    def whole(self) -> dict[str, Any]:
        data: dict[str, Any] = {"format": NAME, "version": VERSION}
        document = self._journey.document
        data["document"] = {
            field.name: getattr(document, field.name) for field in fields(type(document), None)
        }
        data[CODES] = list(codes.numbered(self._journey).ids)
        for listing in TOP:
            found = self._journey.all(listing.classes[0])
            data[listing.name] = [self._object(record, listing) for record in found]
        if self._written != len(self._journey):
            raise ValueError("a record lies in nothing")
        return data

    def _object(self, record: Record, listing: Listing) -> dict[str, Any]:
        self._written += 1
        data: dict[str, Any] = {"kind": record.kind} if len(listing.classes) > 1 else {}
        if isinstance(record, Card | Feeling):
            map_id = self._journey.get(Lane, record.lane_id).map_id
            data[CODE] = codes.code_of(self._journey, map_id, record)
        for field in fields(type(record), listing):
            data[field.name] = plain(getattr(record, field.name))
        for inner in listings(type(record)):
            data[inner.name] = [self._object(one, inner) for one in self._inside(record, inner)]
        return data

    def _inside(self, record: Record, listing: Listing) -> Sequence[Record]:
        found = {
            one.id: one
            for one in self._journey.referrers(record.id)
            if isinstance(one, listing.classes) and getattr(one, listing.parent) == record.id
        }
        return sorted(found.values(), key=self._order(record))

    def _order(self, parent: Record) -> Callable[[Record], tuple[Any, ...]]:
        """Left to right, then by place."""
        columns = self._journey.column_numbers(parent.map_id) if isinstance(parent, Lane) else {}

        def key(record: Record) -> tuple[Any, ...]:
            cell = (getattr(record, "stage_id", ""), getattr(record, "step_id", None))
            when = getattr(record, "date", "")
            return columns.get(cell, 0), getattr(record, "place", ""), when, record.id

        return key


def plain(value: Any) -> Any:
    """The value of a field as JSON has it."""
    if isinstance(value, Duration):
        return {"value": value.value, "unit": value.unit, "low": value.low, "high": value.high}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return list(value) if isinstance(value, tuple) else value
