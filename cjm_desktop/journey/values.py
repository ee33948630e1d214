"""What one field may hold: its type, its choices, its range; and text made clean at the door."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from cjm_desktop.journey.records import KINDS, Duration, Record, Unit

UNITS: tuple[str, ...] = Unit.__args__  # type: ignore[attr-defined]
LARGEST_DURATION = 1e6
"""In the duration's own unit."""

_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ID = re.compile(r"[!-~]+")
_PLACE = re.compile(r"[0-9A-Za-z]*[1-9A-Za-z]")
_COLOUR = re.compile(r"(#[0-9A-Fa-f]{6})?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")

Fault = tuple[str, Mapping[str, object]]
"""The key of a sentence and what to fill in."""


class Field(NamedTuple):
    """One field of a record class and what it may hold."""

    name: str
    kind: str
    """`text`, `bool`, `int`, `float`, `bytes`, `Duration` or `texts`."""
    optional: bool
    limits: Mapping[str, Any]
    default: Any
    """What a record holds by itself; `MISSING` where someone must say it."""
    length: int
    """Most characters or bytes."""
    formed: bool
    """Its texts follow a form: choices, a date, an id, a place or a colour."""

    @property
    def free_text(self) -> bool:
        """People write here."""
        plain = not (self.limits["choices"] or self.limits["to"] or self.limits["date"])
        return plain and self.kind in {"text", "texts"} and self.name not in _NOT_WRITTEN


_NOT_WRITTEN = {"id", "place", "colour", "record_id"}
_KIND_OF = {
    "str": "text",
    "bool": "bool",
    "int": "int",
    "float": "float",
    "bytes": "bytes",
    "Duration": "Duration",
    "tuple[str, ...]": "texts",
}


def _fields(cls: type[Record]) -> tuple[Field, ...]:
    found = []
    for one in fields(cls):
        annotation, _, rest = str(one.type).partition(" | ")
        kind = _KIND_OF.get(annotation, "text")  # what is left are choices of text
        limits = one.metadata
        formed = bool(limits["choices"] or limits["date"] or one.name in _PATTERNS)
        optional, length = rest == "None", limits["length"]
        found.append(Field(one.name, kind, optional, limits, one.default, length, formed))
    return tuple(found)


_PATTERNS = {"id": _ID, "place": _PLACE, "colour": _COLOUR}

FIELDS: dict[type[Record], tuple[Field, ...]] = {cls: _fields(cls) for cls in KINDS.values()}
"""The fields of every record class."""

_READ: dict[type[Record], Callable[[Any], tuple[Any, ...]]] = {
    cls: attrgetter(*(one.name for one in found)) for cls, found in FIELDS.items()
}


def clean_text(text: str) -> str:
    """Text without what no reader and no file can hold.

    Line ends of all kinds become `\\n`; control characters and lone surrogates go.
    """
    return _UNCLEAN.sub("", _LINE_ENDS.sub("\n", text))


def cleaned(cls: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """Values for fields of a class, with everything people write made clean."""
    written = {one.name for one in FIELDS[cls] if one.free_text}
    found = dict(values)
    for name in written & found.keys():
        value = found[name]
        if isinstance(value, str):
            found[name] = clean_text(value)
        elif isinstance(value, (tuple, list)):
            found[name] = tuple(clean_text(str(one)) for one in value)
    return found


def faults(record: Record) -> list[tuple[Field, Fault]]:
    """What is wrong with a record's own values; what it holds by itself is sound."""
    cls = type(record)
    return [
        (field, found)
        for field, value in zip(FIELDS[cls], _READ[cls](record), strict=True)
        if value is not field.default and (found := fault(field, value)) is not None
    ]


def fault(field: Field, value: Any) -> Fault | None:
    """What is wrong with a value, or None."""
    if value is None:
        return None if field.optional else ("rule.missing", {})
    return _CHECKS[field.kind](field, value)


def texts_fit(field: Field, texts: Sequence[str | None]) -> bool:
    """Whether `fault` would find nothing wrong with any of many values of a text field.

    Args:
        field: of kind `text`.
        texts: as they stand in one column; most often they are few, or none of them has a form.
    """
    if field.formed and field.name != "id":
        return all(fault(field, one) is None for one in set(texts))
    said = [one for one in texts if one is not None] if field.optional else texts
    try:
        return all(_are_clean(field, said[n : n + _AT_ONCE]) for n in range(0, len(said), _AT_ONCE))
    except TypeError:  # not all of them are texts
        return False


_AT_ONCE = 1000
"""Texts, so that their copy never takes much memory."""


def _are_clean(field: Field, texts: Sequence[Any]) -> bool:
    if max(map(len, texts)) > field.length:
        return False
    joined = "".join(texts)
    if not joined.isprintable() and _UNCLEAN.search(joined):
        return False
    return field.name != "id" or (all(texts) and _ID.fullmatch(joined) is not None)


def _text(field: Field, value: Any) -> Fault | None:
    if type(value) is not str:
        return "rule.type", {}
    if len(value) > field.length:
        return "rule.long", {"n": field.length}
    if not value.isprintable() and _UNCLEAN.search(value):
        return "rule.unclean", {}
    return _form(field, value) if field.formed else None


def _form(field: Field, value: str) -> Fault | None:
    choices, pattern = field.limits["choices"], _PATTERNS.get(field.name)
    if choices and value not in choices:
        return "rule.choice", {"value": value}
    if field.limits["date"] and value and not _is_date(value):
        return "rule.date", {"value": value}
    if pattern is not None and not pattern.fullmatch(value):
        return "rule.form", {"value": value}
    return None


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _texts(field: Field, value: Any) -> Fault | None:
    if type(value) is not tuple:
        return "rule.type", {}
    for one in value:
        found = _text(field, one)
        if found is not None:
            return found
    if (field.limits["to"] or field.limits["choices"]) and len(set(value)) < len(value):
        return "rule.twice", {}
    return None


def _number(field: Field, value: Any) -> Fault | None:
    if type(value) is not int and not (field.kind == "float" and type(value) is float):
        return "rule.type", {}
    if not math.isfinite(value):
        return "rule.not_finite", {}
    low, high = field.limits["low"], field.limits["high"]
    if (low is not None and value < low) or (high is not None and value > high):
        return "rule.range", {"value": value, "low": low, "high": high}
    return None


def _bool(_: Field, value: Any) -> Fault | None:
    return None if type(value) is bool else ("rule.type", {})


def _bytes(field: Field, value: Any) -> Fault | None:
    if type(value) is not bytes:
        return "rule.type", {}
    return ("rule.large", {}) if len(value) > field.length else None


def _duration(_: Field, value: Any) -> Fault | None:
    if type(value) is not Duration or value.unit not in UNITS:
        return "rule.type", {}
    low = value.value if value.low is None else value.low
    high = value.value if value.high is None else value.high
    for one in (value.value, low, high):
        if type(one) not in (int, float):
            return "rule.type", {}
        if not math.isfinite(one):
            return "rule.not_finite", {}
    if not 0 <= low <= value.value <= high <= LARGEST_DURATION:
        return "rule.duration", {}
    return None


_CHECKS: dict[str, Callable[[Field, Any], Fault | None]] = {
    "text": _text,
    "texts": _texts,
    "int": _number,
    "float": _number,
    "bool": _bool,
    "bytes": _bytes,
    "Duration": _duration,
}
