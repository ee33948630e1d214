"""Records to rows and back, the one way for the working copy, the file and the history.

Reading ten thousand rows must not take longer than SQLite takes to hand them over. A frozen
dataclass sets each field through a function call, so each class gets a reader of its own: it fills
an open twin of the class, of the very same layout, and then gives it the frozen class.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from typing import Any, cast, get_args

from cjm_desktop.journey.records import Duration, Record, Unit
from cjm_desktop.storage.columns import Column, Form, columns

Value = str | int | float | bytes | None
Row = tuple[Value, ...]
_UNITS = frozenset(get_args(Unit))


class Unfit(ValueError):  # noqa: N818 - reads as what the row is
    """A row does not hold what its record needs."""


def write_list(texts: Iterable[str]) -> str:
    """A list of texts as it stands in a column."""
    return json.dumps(list(texts), ensure_ascii=False, separators=(",", ":"))


def write_duration(duration: Duration | None) -> str | None:
    """A duration as it stands in a column."""
    if duration is None:
        return None
    parts = [duration.value, duration.unit, duration.low, duration.high]
    return json.dumps(parts, allow_nan=False, separators=(",", ":"))


def read_list(text: str) -> tuple[str, ...]:
    """The texts of a column.

    Raises:
        Unfit: it is not a list of texts.
    """
    if text == "[]":
        return ()
    found = _load(text)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise Unfit("not a list of texts")
    return tuple(found)


def read_duration(text: str | None) -> Duration | None:
    """The duration of a column.

    Raises:
        Unfit: it is not one.
    """
    if text is None:
        return None
    found = _load(text)
    if not isinstance(found, list) or len(found) != 4:
        raise Unfit("not a duration")
    value, unit, low, high = found
    fits = _is_number(value) and all(one is None or _is_number(one) for one in (low, high))
    if not fits or unit not in _UNITS:
        raise Unfit("not a duration")
    return Duration(value, unit, low, high)


def _is_number(value: object) -> bool:
    return type(value) in (int, float) and math.isfinite(cast("float", value))


def _load(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unfit("not JSON") from error


_READ: dict[Form, Callable[[Any], Any]] = {
    Form.BOOL: bool,
    Form.LIST: read_list,
    Form.DURATION: read_duration,
}
_WRITE: dict[Form, Callable[[Any], Value]] = {
    Form.LIST: write_list,
    Form.DURATION: write_duration,
}


def read_value(column: Column, value: Value) -> Any:
    """What one column says, as the record holds it."""
    read = _READ.get(column.form)
    return read(value) if read else value


def write_value(column: Column, value: Any) -> Value:
    """What the record holds, as it stands in one column."""
    write = _WRITE.get(column.form)
    return write(value) if write else cast("Value", value)


def _twin(cls: type[Record]) -> type[Any]:
    """A class with the layout of `cls` whose fields may be set.

    It must share the base class and add the same slots, or Python refuses to change the class of
    an object from one to the other.
    """
    slots = cls.__dict__["__slots__"]
    return type(cls.__name__, (cls.__base__,), {"__slots__": slots, "__setattr__": _SET})


_SET = object.__setattr__


def _reader_source(found: tuple[Column, ...]) -> str:
    lines = ["def read(rows):", "    made = []", "    add = made.append"]
    names = ", ".join(f"v{number}" for number in range(len(found)))
    lines.append(f"    for ({names},) in rows:")
    lines.append("        one = new(twin)")
    for number, column in enumerate(found):
        value = f"v{number}"
        match column.form:
            case Form.BOOL:
                value = f"{value} == 1"
            case Form.LIST:
                value = f"() if {value} == '[]' else read_list({value})"
            case Form.DURATION:
                value = f"None if {value} is None else read_duration({value})"
        lines.append(f"        one.{column.name} = {value}")
    lines += ["        one.__class__ = cls", "        add(one)", "    return made"]
    return "\n".join(lines)


@cache
def reader(cls: type[Record]) -> Callable[[Iterable[Row]], list[Record]]:
    """A function that turns rows of a record's table, columns in order, into records.

    It raises `Unfit` where a list or a duration is malformed; types and ranges are the schema's.
    """
    names: dict[str, Any] = {
        "new": object.__new__,
        "twin": _twin(cls),
        "cls": cls,
        "read_list": read_list,
        "read_duration": read_duration,
    }
    # As dataclasses do: our own field names only, no text from outside.
    exec(_reader_source(columns(cls)), names)  # noqa: S102
    return cast("Callable[[Iterable[Row]], list[Record]]", names["read"])


@cache
def _writers(cls: type[Record]) -> tuple[tuple[str, Callable[[Any], Value] | None], ...]:
    return tuple((one.name, _WRITE.get(one.form)) for one in columns(cls))


def row_of(record: Record) -> Row:
    """A record as a row, columns in order."""
    found = []
    for name, write in _writers(type(record)):
        value = getattr(record, name)
        found.append(write(value) if write else value)
    return tuple(found)


def field_names(cls: type[Record]) -> tuple[str, ...]:
    """The names of a record's fields, in order."""
    return tuple(one.name for one in fields(cls))
