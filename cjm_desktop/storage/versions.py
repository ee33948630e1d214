"""Versions: states of a map that one may come back to, named by people or noted at each save.

What the history still reaches needs no copy: such a version is only the number of a step. A named
one, and one whose steps are given up, holds the whole map: its rows as JSON, deflated.
"""

from __future__ import annotations

import base64
import json
import secrets
import zlib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import apsw

from cjm_desktop.journey import rules
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import KINDS, Record
from cjm_desktop.storage.codec import Row, Unfit, Value, reader_of
from cjm_desktop.storage.contents import COLUMNS, Contents, now, rows_of, select
from cjm_desktop.storage.past import Past
from cjm_desktop.storage.problems import StepFailed
from cjm_desktop.storage.schema import published, quoted
from cjm_desktop.storage.workcopy import WorkCopy

LARGEST = 256 * 1024 * 1024
"""Bytes of a version's rows when they are inflated; more is an attack, not a map."""
_BYTES = "base64"


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a map that one may come back to."""

    id: str
    time: datetime
    name: str
    """Empty: it was noted by itself, at a save."""
    step: int
    """The number of the last step that was done; 0: none was."""
    size: int
    """Bytes of the copy it holds; 0: the history leads to it."""


class VersionTable:
    """The versions in a working copy.

    Args:
        copy: the working copy.
    """

    def __init__(self, copy: WorkCopy) -> None:
        self._copy = copy

    def all(self) -> tuple[Version, ...]:
        """All versions, oldest first; one that says no time is none."""
        found = self._copy.ask(
            "SELECT id, time, name, step, length(content) FROM version ORDER BY time, id"
        )
        return tuple(one for one in map(_version_of, found) if one is not None)

    def content(self, version_id: str) -> bytes:
        """The copy of the map that a version holds, for `read_content`.

        Raises:
            StepFailed: it holds none.
        """
        rows = self._copy.ask("SELECT content FROM version WHERE id = ?", (version_id,))
        content = rows[0][0] if rows else b""
        if not isinstance(content, bytes):
            raise StepFailed("storage.version_failed")
        return content

    def add(self, name: str, step: int, journey: Journey | None = None) -> str:
        """Note a version; return its id. To be called inside a transaction.

        Args:
            name: empty: noted by itself.
            step: the number of the last step that is done.
            journey: to hold a copy of; None: the history leads to it.
        """
        content = write_content(journey) if journey is not None else b""
        made = secrets.token_hex(8)
        row = (made, now(), name, step, content)
        self._copy.connection.execute("INSERT INTO version VALUES (?, ?, ?, ?, ?)", row)
        return made

    def keep_copy(self, version_id: str, journey: Journey) -> None:
        """Let a version hold a copy of its own, for its steps are given up."""
        statement = "UPDATE version SET content = ? WHERE id = ?"
        self._copy.connection.execute(statement, (write_content(journey), version_id))

    def rename(self, version_id: str, name: str) -> None:
        """Give a version another name."""
        self._copy.connection.execute(
            "UPDATE version SET name = ? WHERE id = ?", (name, version_id)
        )

    def drop(self, ids: Iterable[str]) -> None:
        """Let versions go for ever."""
        self._copy.connection.executemany(
            "DELETE FROM version WHERE id = ?", [(one,) for one in ids]
        )


def _version_of(row: Row) -> Version | None:
    version_id, time, name, step, size = row
    try:
        when = datetime.fromisoformat(str(time))
    except ValueError:
        return None
    if when.tzinfo is None or not isinstance(step, int) or not isinstance(size, int):
        return None
    return Version(str(version_id), when, str(name), step, size)


def find(contents: Contents, said: str) -> Journey:
    """The map of a file as it was at a version.

    Args:
        contents: of the file.
        said: the name of a version, or the number of a step; 0: before the first one.

    Raises:
        StepFailed: there is no such version, or it cannot be read any more.
    """
    wanted = said.strip().casefold()
    rows = [row for row in contents.rows["version"] if str(row[2]).casefold() == wanted]
    if rows and isinstance(rows[-1][4], bytes) and rows[-1][4]:
        return read_content(rows[-1][4])
    number = rows[-1][3] if rows else int(said) if said.strip().isdecimal() else -1
    known = [step.number for step in contents.steps]
    if isinstance(number, int) and (known[0] - 1 if known else 0) <= number <= max(
        known, default=0
    ):
        past = Past.of(contents.journey, contents.rows["history"])
        return past.at(bisect_right(known, number))
    raise StepFailed("storage.version_unknown", name=said)


# A whole map as bytes


def write_content(journey: Journey) -> bytes:
    """All records of a map."""
    tables = {
        kind: [[_written(value) for value in row] for row in rows]
        for kind, rows in rows_of(journey).items()
    }
    return zlib.compress(json.dumps(tables, allow_nan=False, separators=(",", ":")).encode())


def _written(value: Value) -> Any:
    return {_BYTES: base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def read_content(content: bytes, largest: int = LARGEST) -> Journey:
    """The map that was written; it may come from a hostile file, so it passes the schema itself.

    Args:
        content: as `write_content` gave it.
        largest: bytes it may have when it is inflated.

    Raises:
        StepFailed: it makes no sense.
    """
    try:
        inflating = zlib.decompressobj()
        said = json.loads(inflating.decompress(content, largest))
        if not inflating.eof or not isinstance(said, dict):
            raise Unfit("no whole map")
        journey = _through_schema(said)
        broken = next(iter(rules.broken(journey)), None) if "document" in journey else "empty"
    except (zlib.error, ValueError, TypeError, RecursionError, KeyError, apsw.Error) as error:
        raise StepFailed("storage.version_failed") from error
    if broken is not None:
        raise StepFailed("storage.version_failed")
    return journey


def _through_schema(tables: dict[str, Any]) -> Journey:
    """Rows that a database of our own tables has accepted."""
    records: dict[str, Record] = {}
    connection = apsw.Connection(":memory:")
    try:
        with connection:
            for statement in published():
                connection.execute(statement)
            for kind in KINDS:
                marks = ", ".join("?" * len(COLUMNS[kind]))
                insert = f"INSERT INTO {quoted(kind)} VALUES ({marks})"  # noqa: S608
                rows = [[_read(value) for value in row] for row in tables[kind]]
                connection.executemany(insert, rows)
        for kind in KINDS:
            reader_of(kind)(connection.execute(select(kind)), records)
    finally:
        connection.close(force=True)
    return Journey.of(records)


def _read(value: Any) -> Value:
    if isinstance(value, dict):
        return base64.b64decode(value[_BYTES], validate=True)
    if value is None or isinstance(value, str | int | float):
        return value
    raise Unfit("no value")
