"""Records to rows and back, the one way for the working copy, the file and the history.

Reading ten thousand rows must not take longer than SQLite takes to hand them over. A frozen
dataclass sets each field through a function call, so each class gets a reader of its own: it fills
an open twin of the class, of the very same layout, and then gives it the frozen class. Rows need
not all be there at once: reading them one by one costs less, for no row outlives its record.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any, cast, get_args

from cjm_desktop.journey.records import KINDS, Duration, Record, Unit
from cjm_desktop.storage.columns import Column, Form, columns_of

Value = str | int | float | bytes | None
Row = tuple[Value, ...]
_SHORT = 200
"""Characters up to which what was read is remembered."""
_UNITS = frozenset(get_args(Unit))


class Unfit(ValueError):
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
    return _known_list(text) if len(text) <= _SHORT else _list(text)


def _list(text: str) -> tuple[str, ...]:
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
    return _known_duration(text) if len(text) <= _SHORT else _duration(text)


def _duration(text: str) -> Duration:
    found = _load(text)
    if not isinstance(found, list) or len(found) != 4:
        raise Unfit("not a duration")
    value, unit, low, high = found
    fits = _is_number(value) and all(one is None or _is_number(one) for one in (low, high))
    if not fits or not isinstance(unit, str) or unit not in _UNITS:
        raise Unfit("not a duration")
    return Duration(value, cast("Unit", unit), low, high)


# A map says the same few people and times over and over again.
_known_list = lru_cache(maxsize=1024)(_list)
_known_duration = lru_cache(maxsize=1024)(_duration)


def _is_number(value: object) -> bool:
    return type(value) in (int, float) and math.isfinite(cast("float", value))


def _load(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unfit("not JSON") from error


_READ: dict[Form, Callable[[Any], Any]] = {
    Form.BOOL: bool,
    Form.REAL: float,
    Form.LIST: read_list,
    Form.DURATION: read_duration,
}
_WRITE: dict[Form, Callable[[Any], Value]] = {
    Form.LIST: write_list,
    Form.DURATION: write_duration,
}


_TYPES: dict[Form, tuple[type, ...]] = {
    Form.BOOL: (int,),
    Form.INT: (int,),
    Form.REAL: (float, int),
    Form.BYTES: (bytes,),
}


def read_value(column: Column, value: Value) -> Any:
    """What one column of a changeset says, as the record holds it.

    Raises:
        Unfit: it is of another type than the column.
    """
    if value is None and column.nullable:
        return None
    if not isinstance(value, _TYPES.get(column.form, (str,))):
        raise Unfit(f"{column.name} is no {column.form.sql}")
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
    slots, base = cls.__dict__["__slots__"], cls.__base__ or object
    return type(cls.__name__, (base,), {"__slots__": slots, **_OPEN})


_OPEN = {
    "__init__": object.__init__,
    "__setattr__": object.__setattr__,
    "__delattr__": object.__delattr__,
}
"""All of them, or Python goes the slow way for each record and each field."""


def _read_known(form: str, value: str) -> str:
    """Source that reads a list or a duration, remembering what it reads unless it is long."""
    return f"known_{form}({value}) if len({value}) <= {_SHORT} else {form}({value})"


def _reader_source(found: tuple[Column, ...]) -> str:
    """The reader of one kind: what needs no reading goes from the row straight into its slot."""
    targets, lines = [], []
    for number, column in enumerate(found):
        value = f"v{number}"
        match column.form:
            case Form.BOOL:
                said = f"{value} == 1"
            case Form.LIST:
                said = f"() if {value} == '[]' else {_read_known('list', value)}"
            case Form.DURATION:
                said = f"None if {value} is None else {_read_known('duration', value)}"
            case _ if number:
                targets.append(f"one.{column.name}")
                continue
            case _:
                said = value
        targets.append(value)
        lines.append(f"        one.{column.name} = {said}")
    return "\n".join(
        (
            "def read(rows, into):",
            "    one = twin()",
            f"    for {', '.join(targets)}, in rows:",
            *lines,
            "        one.__class__ = cls",
            "        into[v0] = one",
            "        one = twin()",
        )
    )


@cache
def reader_of(kind: str) -> Callable[[Iterable[Row], dict[str, Record]], None]:
    """A function that turns rows of a kind's table, columns in order, into records by id.

    It raises `Unfit` where a list or a duration is malformed; types and ranges are the schema's.
    """
    cls = KINDS[kind]
    names: dict[str, Any] = {
        "twin": _twin(cls),
        "cls": cls,
        "list": _list,
        "known_list": _known_list,
        "duration": _duration,
        "known_duration": _known_duration,
    }
    # As dataclasses do: our own field names only, no text from outside.
    exec(_reader_source(columns_of(kind)), names)  # noqa: S102
    return cast("Callable[[Iterable[Row], dict[str, Record]], None]", names["read"])


@cache
def _writer_of(kind: str) -> Callable[[Any], Row]:
    said = []
    for column in columns_of(kind):
        value = f"one.{column.name}"
        match column.form:
            case Form.LIST:
                value = f"write_list({value}) if {value} else '[]'"
            case Form.DURATION:
                value = f"None if {value} is None else write_duration({value})"
        said.append(value)
    names: dict[str, Any] = {"write_list": write_list, "write_duration": write_duration}
    return cast("Callable[[Any], Row]", eval(f"lambda one: ({', '.join(said)},)", names))  # noqa: S307


def row_of(record: Record) -> Row:
    """A record as a row, columns in order."""
    return _writer_of(record.kind)(record)
