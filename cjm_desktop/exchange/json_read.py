"""A document from JSON, whoever wrote it: nothing in it is trusted, everything wrong is named."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import json
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from cjm_desktop.exchange.json_shape import (
    CODE,
    CODES,
    FIGURES,
    NAME,
    TOP,
    VERSION,
    Listing,
    class_of,
    fields,
    listings,
)
from cjm_desktop.exchange.report import Note
from cjm_desktop.journey import rules
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.ledger import LONGEST_ID, Ledger
from cjm_desktop.journey.order import spread
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Card, Duration, Feeling, MapDocument, Record
from cjm_desktop.journey.values import FIELDS, UNITS, Field, cleaned
from cjm_desktop.journey.words import Key

MOST_OBJECTS = 500_000
MOST_ITEMS = 3_000_000
LONGEST_NUMBER = 40
"""Digits; no field takes more."""
T = TypeVar("T")
_NAMES: dict[type, str] = {dict: "object", list: "list", str: "text"}
_DURATION = {"value", "unit", "low", "high"}


def import_json(text: str) -> tuple[Journey, tuple[Note, ...]]:
    """The document of a JSON text, and the names in it that were not known.

    Ids and places may be left out: ids are made, and order is that of the lists.

    Raises:
        Problem: it is no JSON, or not that of a map, or breaks a rule of maps.
    """
    data = _parsed(text)
    reader = _Reader()
    reader.read(data)
    journey = Journey(reader.records.values())
    journey.ledger = Ledger(reader.ids)
    for problem in rules.check_all(journey):
        raise problem
    return journey, tuple(reader.unknown)


def _parsed(text: str) -> Any:
    if text.count("{") + text.count("[") > MOST_OBJECTS or text.count(",") > MOST_ITEMS:
        raise Problem("exchange.json.too_many", most=MOST_OBJECTS)
    try:
        return json.loads(
            text,
            parse_int=_int,
            parse_float=_float,
            parse_constant=_constant,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        raise Problem("exchange.json.syntax", line=error.lineno, reason=error.msg) from error
    except RecursionError as error:
        raise Problem("exchange.json.deep") from error


def _int(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise Problem("exchange.json.number", text=f"{text[:LONGEST_NUMBER]}…")
    return int(text)


def _float(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise Problem("exchange.json.number", text=text[:LONGEST_NUMBER])
    return value


def _constant(text: str) -> None:
    raise Problem("exchange.json.number", text=text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        times = Counter(name for name, _ in pairs)
        twice = next(name for name, count in times.items() if count > 1)
        raise Problem("exchange.json.twice", name=twice[:80])
    return found


class _Reader:
    """Records in the making."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self.unknown: list[Note] = []
        self.ids: tuple[str, ...] = ()
        """That had a code, in the order of the numbers."""

    def read(self, data: Any) -> None:
        whole = _as(dict, data, "", "JSON")
        if whole.get("format") != NAME:
            raise Problem("exchange.json.not_map", name="format", wanted=f'"{NAME}"')
        version = whole.get("version")
        if type(version) is not int or version < 1:
            raise _wrong("", "version", "int")
        if version > VERSION:
            raise Problem("exchange.json.newer", version=version, most=VERSION)
        document = _as(dict, whole.get("document"), "", "document")
        self._record(MapDocument, document, None, "document", {})
        self._lists(whole, TOP, {"format", "version", "document", FIGURES, CODES}, "", None)
        self.ids = _codes(whole.get(CODES, []))

    def _lists(
        self,
        data: Mapping[str, Any],
        found: Sequence[Listing],
        known: set[str],
        where: str,
        parent: str | None,
    ) -> None:
        """Read the lists inside an object; what else it holds is told."""
        for listing in found:
            path = f"{where}.{listing.name}" if where else listing.name
            items = _as(list, data.get(listing.name, []), where, listing.name)
            placed = all(isinstance(item, dict) and "place" in item for item in items)
            places = None if placed else spread(len(items))
            for index, item in enumerate(items):
                implied = {listing.parent: parent} if listing.parent else {}
                if places is not None:
                    implied["place"] = places[index]
                self._item(item, listing, f"{path}[{index}]", implied)
        known = known | {listing.name for listing in found}
        self.unknown += [
            Note("exchange.json.unknown_name", {"where": where or "JSON", "name": name[:80]})
            for name in data
            if name not in known
        ]

    def _item(self, item: Any, listing: Listing, where: str, implied: Mapping[str, Any]) -> None:
        data = _as(dict, item, where, where.rsplit(".", 1)[-1])
        kind = _as(str, data.get("kind", listing.classes[0].kind), where, "kind")
        cls = class_of(kind, listing)
        if cls is None:
            raise Problem("exchange.json.unknown_kind", where=where, kind=kind[:80])
        self._record(cls, data, listing, where, implied)

    def _record(
        self,
        cls: type[Record],
        data: Mapping[str, Any],
        listing: Listing | None,
        where: str,
        implied: Mapping[str, Any],
    ) -> None:
        own = fields(cls, listing)
        values = {one.name: _value(one, data[one.name], where) for one in own if one.name in data}
        values |= {one.name: implied[one.name] for one in FIELDS[cls] if one.name in implied}
        for name in _needed(cls):
            if name not in values:
                raise _wrong(where, name, "text")
        record = cls(**cleaned(cls, values))
        if record.id in self.records:
            raise Problem("exchange.json.same_id", where=where, id=record.id[:80])
        self.records[record.id] = record
        known = {one.name for one in own} | {"kind"}
        if issubclass(cls, Card | Feeling):
            known.add(CODE)
        self._lists(data, listings(cls), known, where, record.id)


def _codes(value: Any) -> tuple[str, ...]:
    """The ids of a ledger."""
    ids = _texts(value)
    if ids is None or not all(0 < len(one) <= LONGEST_ID for one in ids):
        raise _wrong("", CODES, "texts")
    return tuple(dict.fromkeys(ids))


def _needed(cls: type[Record]) -> tuple[str, ...]:
    """The fields without which there is no such record."""
    return tuple(
        one.name
        for one in dataclasses.fields(cls)
        if one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
    )


def _as(kind: type[T], value: Any, where: str, name: str) -> T:
    """A value that must be an object, a list or a text."""
    if not isinstance(value, kind):
        raise _wrong(where, name, _NAMES[kind])
    return value


def _wrong(where: str, name: str, wanted: str) -> Problem:
    key = Key(f"exchange.json.wanted.{wanted}")
    if not where:
        return Problem("exchange.json.not_map", name=name, wanted=key)
    return Problem("exchange.json.wrong_type", where=where, name=name, wanted=key)


def _value(field: Field, value: Any, where: str) -> Any:
    """A field's value as its record holds it; ranges and choices are the rules'."""
    if value is None and field.optional:
        return None
    read = _READ[field.kind](value)
    if read is None:
        raise _wrong(where, field.name, field.kind)
    return read


def _texts(value: Any) -> tuple[str, ...] | None:
    fits = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return tuple(value) if fits else None


def _number(value: Any) -> float | None:
    return float(value) if type(value) in (int, float) else None


def _bytes(value: Any) -> bytes | None:
    try:
        return base64.b64decode(value, validate=True) if isinstance(value, str) else None
    except (binascii.Error, ValueError):
        return None


def _duration(value: Any) -> Duration | None:
    if not isinstance(value, dict) or not {"value", "unit"} <= value.keys() <= _DURATION:
        return None
    low, high = value.get("low"), value.get("high")
    numbers = [value["value"], *(one for one in (low, high) if one is not None)]
    if any(type(one) not in (int, float) for one in numbers) or value["unit"] not in UNITS:
        return None
    return Duration(value["value"], value["unit"], low, high)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "text": lambda value: value if isinstance(value, str) else None,
    "texts": _texts,
    "int": lambda value: value if type(value) is int else None,
    "float": _number,
    "bool": lambda value: value if isinstance(value, bool) else None,
    "bytes": _bytes,
    "Duration": _duration,
}
