"""The working copy: a private database on the local disk where every edit is durable.

One connection, exclusive, write-ahead log with a full sync: a commit costs exactly one fsync and
survives `kill -9` and a power cut. Nothing else ever opens the file while it is in use, not even
to read it: closing any other handle would drop SQLite's locks.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import apsw

from cjm_desktop.journey.records import Record
from cjm_desktop.storage.changes import Records
from cjm_desktop.storage.codec import Unfit, Value, row_of, write_value
from cjm_desktop.storage.columns import columns
from cjm_desktop.storage.contents import COLUMNS, Contents, read_all
from cjm_desktop.storage.problems import Unreadable, problem_of
from cjm_desktop.storage.schema import APPLICATION_ID, FORMAT, quoted, working

_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    # Moving the log into the database is done while idle (`tidy`), not in the middle of an edit;
    # this is only the bound for those who never pause.
    "PRAGMA wal_autocheckpoint = 16000",
)
_BUILDING = (
    # Nothing is at stake before the copy is complete: it exists only from its info file on.
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA synchronous = OFF",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {FORMAT}",
)


_CREATE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE


@cache
def _insert(table: str) -> str:
    names = ", ".join(quoted(name) for name in COLUMNS[table])
    marks = ", ".join("?" * len(COLUMNS[table]))
    return f"INSERT INTO {quoted(table)} ({names}) VALUES ({marks})"  # noqa: S608


@cache
def _delete(table: str) -> str:
    return f'DELETE FROM {quoted(table)} WHERE "id" = ?'  # noqa: S608


@cache
def _update(table: str, names: tuple[str, ...]) -> str:
    said = ", ".join(f"{quoted(name)} = ?" for name in names)
    return f'UPDATE {quoted(table)} SET {said} WHERE "id" = ?'  # noqa: S608


def connect(place: str, *, flags: int, vfs: str | None = None) -> apsw.Connection:
    """A connection for private use, with room for all the statements of an edit."""
    connection = apsw.Connection(place, flags=flags, vfs=vfs, statementcachesize=200)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    return connection


class WorkCopy:
    """A working copy that is open.

    Args:
        connection: the only one to its file.
        place: its file, or None where it lives in memory because the disk had no room.
        vfs: the name of the virtual file system it was opened through, for tests.
    """

    def __init__(
        self, connection: apsw.Connection, place: Path | None, vfs: str | None = None
    ) -> None:
        self.connection = connection
        self.place = place
        self._vfs = vfs
        self.revision = int(self.local("revision", 0) or 0)

    @classmethod
    def create(
        cls,
        place: Path | None,
        contents: Contents,
        local: Mapping[str, Value],
        vfs: str | None = None,
    ) -> WorkCopy:
        """A new working copy.

        Args:
            place: its file, or None for one in memory.
            contents: what it holds.
            local: what concerns only this computer.
            vfs: a virtual file system other than the usual one.

        Raises:
            FileProblem: the disk refuses.
        """
        name = str(place) if place else ":memory:"
        try:
            connection = connect(name, flags=_CREATE, vfs=vfs)
            for setting in _BUILDING:
                connection.execute(setting)
            _fill(connection, contents, local)
            for setting in _SETTINGS:
                connection.execute(setting)
            copy = cls(connection, place, vfs)
            copy.tidy()
        except (apsw.Error, OSError) as error:
            raise problem_of(error, name) or error from error
        return copy

    @classmethod
    def open(cls, place: Path, vfs: str | None = None) -> WorkCopy:
        """Open a working copy that was left behind.

        Raises:
            FileProblem: it cannot be opened.
        """
        try:
            connection = connect(str(place), flags=apsw.SQLITE_OPEN_READWRITE, vfs=vfs)
            for setting in _SETTINGS:
                connection.execute(setting)
            return cls(connection, place, vfs)
        except apsw.Error as error:
            raise problem_of(error, place) or error from error

    def load(self) -> Contents:
        """All it holds."""
        return read_all(self.connection)

    def local(self, key: str, default: Value = None) -> Value:
        """A value that concerns only this computer."""
        row = self.connection.execute("SELECT value FROM local WHERE key = ?", (key,)).fetchone()
        return row[0] if row else default

    def locals(self) -> dict[str, Value]:
        """All values that concern only this computer."""
        rows = self.connection.execute("SELECT key, value FROM local")
        return {str(key): value for key, value in rows}

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One durable step: all of it or nothing.

        Raises:
            FileProblem: the disk refuses; nothing was changed.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except apsw.Error as error:
            raise problem_of(error, self.place) or error from error
        try:
            yield
            self.connection.execute("UPDATE local SET value = value + 1 WHERE key = 'revision'")
            self.connection.execute("COMMIT")
        except apsw.Error as error:
            self._after_failure(error)
        except BaseException:
            self._roll_back()
            raise
        self.revision += 1

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def _after_failure(self, error: apsw.Error) -> None:
        """Find out whether a commit that failed has happened all the same; raise if not."""
        if not isinstance(error, apsw.IOError):
            self._roll_back()
            raise problem_of(error, self.place) or error from error
        self._reopen()
        if int(self.local("revision", 0) or 0) != self.revision + 1:
            raise Unreadable("storage.unreadable", file=str(self.place)) from error

    def _reopen(self) -> None:
        """After an I/O error a live connection may claim anything: look again with a new one."""
        if self.place is None:
            return
        self.connection.close(force=True)
        self.connection = WorkCopy.open(self.place, self._vfs).connection

    def write(self, put: Iterable[Record], dropped: Iterable[Record], before: Records) -> None:
        """Write records inside a transaction; only the columns that differ.

        Args:
            put: new or changed records.
            dropped: records that go.
            before: the records as the database has them.
        """
        execute = self.connection.execute
        for record in dropped:
            execute(_delete(record.kind), (record.id,))
        for record in put:
            old = before.find(record.id)
            if type(old) is type(record):
                self._write_difference(old, record)
                continue
            if old is not None:
                execute(_delete(old.kind), (old.id,))
            execute(_insert(record.kind), row_of(record))

    def _write_difference(self, old: Record, new: Record) -> None:
        found = [
            column
            for column in columns(type(new))
            if getattr(old, column.name) != getattr(new, column.name)
        ]
        if found:
            names = tuple(column.name for column in found)
            values = [write_value(column, getattr(new, column.name)) for column in found]
            self.connection.execute(_update(new.kind, names), (*values, new.id))

    def note(self, table: str, values: Mapping[str, Value]) -> None:
        """Write keys of `meta` or `local` inside a transaction."""
        statement = (
            f"INSERT INTO {quoted(table)} (key, value) VALUES (?, ?)"  # noqa: S608
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        )
        self.connection.executemany(statement, list(values.items()))

    def remember(self, local: Mapping[str, Value], meta: Mapping[str, Value] | None = None) -> None:
        """Write keys of `local` and `meta`, durably; this is no edit.

        Raises:
            FileProblem: the disk refuses.
        """
        try:
            with self.connection:
                self.note("local", local)
                if meta:
                    self.note("meta", meta)
        except apsw.Error as error:
            raise problem_of(error, self.place) or error from error

    def snapshot(self) -> bytes:
        """The whole database as bytes, as it stands between two edits.

        Raises:
            FileProblem: the disk refuses.
        """
        try:
            return self.connection.serialize("main")
        except apsw.Error as error:
            raise problem_of(error, self.place) or error from error

    def in_memory(self) -> WorkCopy:
        """The same in memory, for when the disk has no more room; this one is closed.

        Raises:
            FileProblem: it cannot be read.
        """
        snapshot = self.snapshot()
        connection = connect(":memory:", flags=_CREATE)
        connection.deserialize("main", snapshot[:18] + b"\x01\x01" + snapshot[20:])
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        self.close()
        return WorkCopy(connection, None)

    def tidy(self) -> None:
        """Move the log into the database; for idle moments, so that no edit has to pay for it.

        The small write at the end pays for the new log's header, which would cost the next edit
        a second fsync.
        """
        if self.place is None:
            return
        self.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        with self.connection:
            self.note("local", {"tidied": self.revision})

    def close(self) -> None:
        """Close it; everything stays on disk."""
        self.connection.close(force=True)


def _fill(connection: apsw.Connection, contents: Contents, local: Mapping[str, Value]) -> None:
    """Make the tables and put everything into them, in one transaction."""
    statements = working()
    tables = [one for one in statements if one.startswith("CREATE TABLE")]
    with connection:
        for statement in tables:
            connection.execute(statement)
        for table in COLUMNS:
            rows = contents.rows[table]
            if rows:
                connection.executemany(_insert(table), rows)
        for statement in statements:
            if statement not in tables:
                connection.execute(statement)
        connection.executemany("INSERT INTO local VALUES (?, ?)", [("revision", 0), *local.items()])


def write_snapshot(snapshot: bytes, place: Path) -> None:
    """Put a snapshot aside as a database of its own.

    Raises:
        FileProblem: the disk refuses.
    """
    try:
        # Bytes 18 and 19 say that it has a write-ahead log; alone it has none.
        with place.open("wb") as file:
            file.write(snapshot[:18] + b"\x01\x01")
            file.write(memoryview(snapshot)[20:])
    except OSError as error:
        raise problem_of(error, place) or error from error


def read_snapshot(place: Path) -> Contents:
    """What a snapshot that was put aside holds.

    Raises:
        FileProblem: it cannot be read.
    """
    try:
        connection = connect(str(place), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            return read_all(connection)
        finally:
            connection.close(force=True)
    except (apsw.Error, Unfit) as error:
        raise problem_of(error, place) or Unreadable(
            "storage.unreadable", file=str(place)
        ) from error


def sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
