"""Everything a map's file holds, as rows: what goes from a file to a working copy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from types import NoneType
from typing import Any, cast

import apsw

from cjm_desktop.journey import ledger, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.quiet import make_old, uncollected
from cjm_desktop.journey.records import KINDS, Record
from cjm_desktop.storage.codec import Row, Unfit, Value, reader_of, row_of
from cjm_desktop.storage.columns import columns
from cjm_desktop.storage.schema import quoted

HISTORY_COLUMNS = ("number", "time", "name", "words", "undone", "changeset")
VERSION_COLUMNS = ("id", "time", "name", "step", "content")
META_COLUMNS = ("key", "value")
MAP_COLUMNS = {kind: tuple(one.name for one in columns(cls)) for kind, cls in KINDS.items()}
COLUMNS: dict[str, tuple[str, ...]] = {
    **MAP_COLUMNS,
    "history": HISTORY_COLUMNS,
    "version": VERSION_COLUMNS,
    "meta": META_COLUMNS,
}
"""Every table of a published file with its columns, first the one that orders it."""
BY, LONGEST_BY = "by_user", 80
"""Stands with what fills a step's name: who made it. No name of a step has such a place."""
BESIDE = ("history", "version")
"""Tables of how the map came to be."""


def write_words(values: dict[str, Any]) -> str:
    """What to fill into a step's name, as it stands in a column.

    Raises:
        TypeError: a value is neither text, number nor the key of a sentence.
    """
    said = {}
    for name, value in values.items():
        if not isinstance(value, str | int | float | NoneType):
            raise TypeError(f"{name}={value!r} cannot stand in a sentence")
        said[name] = {"key": value} if isinstance(value, words.Key) else value
    return json.dumps(said, allow_nan=False)


def read_words(text: str) -> dict[str, Any]:
    """What to fill into a step's name.

    Raises:
        Unfit: it is malformed.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unfit("malformed words") from error
    if not isinstance(found, dict):
        raise Unfit("malformed words")
    return {name: _word(value) for name, value in found.items()}


def _word(value: Any) -> str | int | float | None:
    if isinstance(value, dict) and set(value) == {"key"} and isinstance(value["key"], str):
        return words.Key(value["key"])
    if isinstance(value, str | int | float | NoneType):
        return value
    raise Unfit("malformed words")


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One step of the history, as a person sees it."""

    number: int
    time: datetime
    key: str
    values: dict[str, Any]
    undone: bool
    by: str = ""
    """What their system calls who made it; empty: nobody noted it."""

    def name(self, language: str) -> str:
        """What the step did; a plain word where this version does not know its name."""
        try:
            return words.say(self.key, language, **self.values)
        except (KeyError, IndexError, TypeError, ValueError, AttributeError):
            return words.say("storage.step", language)


LARGE = frozenset({"picture", "history", "version", "meta"})
"""Tables whose rows may hold pictures or many changes."""
LONGEST_ROW = 8 * 1024 * 1024
"""Bytes of any row of the other tables; rows of sane maps have some hundred."""


MOST_STEPS = 200_000
MOST_BYTES = 64 * 1024 * 1024
"""Of a history, when a file is opened; older steps are forgotten."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds."""

    journey: Journey
    meta: dict[str, Value]
    rows: dict[str, list[Row]] = field(default_factory=lambda: {one: [] for one in BESIDE})
    """Of the tables beside the map and `meta`."""
    steps: tuple[HistoryStep, ...] = ()
    """What the rows of the history say."""
    beyond: bytes = b""
    """What a newer program keeps in the file; see `beyond`."""


@cache
def select(table: str) -> str:
    """The statement that reads a table as the seal and the working copy want it."""
    names = ", ".join(quoted(name) for name in COLUMNS[table])
    return f"SELECT {names} FROM {quoted(table)} ORDER BY {quoted(COLUMNS[table][0])}"  # noqa: S608


def now() -> str:
    """This moment as it stands in a file: UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def step_of(row: Row) -> HistoryStep:
    """The step of a history row (its changeset is not looked at).

    Raises:
        Unfit: its time or words are malformed.
    """
    number, time, name, said, undone = row[:5]
    try:
        when = datetime.fromisoformat(str(time))
    except ValueError as error:
        raise Unfit("a malformed step") from error
    if not isinstance(number, int) or when.tzinfo is None:
        raise Unfit("a malformed step")
    values = read_words(str(said))
    by = values.pop(BY, "")
    known = by[:LONGEST_BY] if isinstance(by, str) else ""
    return HistoryStep(number, when, str(name), values, undone == 1, known)


See = Callable[[str, list[Row]], None]
"""Is shown the rows of each table before they are made into anything."""


def read_all(connection: apsw.Connection, see: See | None = None) -> Contents:
    """Everything in a database whose schema is known to be ours.

    Args:
        connection: to it.
        see: whoever wants to look at the rows, which takes longer.

    Raises:
        Unfit: a value does not fit.
        apsw.Error: the database cannot be read, or a text is longer than any can be.
    """
    records: dict[str, Record] = {}
    with uncollected():
        for kind in KINDS:
            with _rows(connection, kind, see) as found:
                reader_of(kind)(found, records)
        rows = {}
        for table in (*BESIDE, "meta"):
            with _rows(connection, table, see) as found:
                rows[table] = list(found)
        meta = {str(key): value for key, value in rows.pop("meta")}
        steps = tuple(step_of(row) for row in rows["history"])
        journey = Journey.of(records)
        journey.ledger = ledger.read(meta)
        make_old()  # or the next collection, which is due now, would look through all of it
        return Contents(journey, meta, rows, steps)


@contextmanager
def _rows(
    connection: apsw.Connection, table: str, see: See | None = None
) -> Iterator[Iterable[Row]]:
    """The rows of a table; none of them may be longer than any can be."""
    usual = connection.limit(apsw.SQLITE_LIMIT_LENGTH)
    try:
        limit = usual if table in LARGE else min(usual, LONGEST_ROW)
        connection.limit(apsw.SQLITE_LIMIT_LENGTH, limit)
        found: Iterable[Row] = connection.execute(select(table))
        if see is not None:
            found = list(found)
            see(table, found)
        yield found
    finally:
        connection.limit(apsw.SQLITE_LIMIT_LENGTH, usual)


def see_all(connection: apsw.Connection, see: See) -> None:
    """Show all rows of a database whose schema is known to be ours, table by table.

    Raises:
        apsw.Error: the database cannot be read, or a text is longer than any can be.
    """
    for table in COLUMNS:
        with _rows(connection, table, see):
            pass


def trimmed(contents: Contents) -> Contents:
    """The same without the oldest steps of a history that is longer than anyone goes back."""
    history = contents.rows["history"]
    size, kept = 0, 0
    for row in reversed(history):
        size += len(cast("bytes", row[-1]))
        if kept == MOST_STEPS or (size > MOST_BYTES and kept):
            break
        kept += 1
    if kept == len(history):
        return contents
    rows = {**contents.rows, "history": history[-kept:]}
    return replace(contents, rows=rows, steps=contents.steps[-kept:])


def rows_of(journey: Journey) -> dict[str, Iterator[Row]]:
    """The rows of the map's tables, each made when it is asked for."""
    records: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    for record in journey:
        records[record.kind].append(record)
    return {kind: map(row_of, found) for kind, found in records.items()}
