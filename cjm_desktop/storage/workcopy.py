"""The working copy: a private database on the local disk where every edit is durable.

One connection, exclusive, write-ahead log with a full sync: a commit costs exactly one fsync and
survives `kill -9` and a power cut. Nothing else ever opens the file while it is in use, not even
to read it: closing any other handle would drop SQLite's locks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from cjm_desktop.storage.codec import Unfit, Value
from cjm_desktop.storage.contents import Contents, read_all
from cjm_desktop.storage.problems import FileProblem, Missing, Unreadable, problem_of
from cjm_desktop.storage.schema import APPLICATION_ID, FORMAT, quoted
from cjm_desktop.storage.snapshot import connect, without_log
from cjm_desktop.storage.writing import fill

_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    # Moving the log into the database is done while idle (`tidy`), not in the middle of an edit;
    # this is only the bound for those who never pause.
    "PRAGMA wal_autocheckpoint = 4000",
)
_BUILDING = (
    # No journal, for before it is complete there is nothing to lose. But synced in the end: the
    # log of the first edits is worth nothing without what it is a log of.
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {FORMAT}",
)


_LONG_LOG = 100
"""Edits after which the log is worth moving."""
_CREATE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE


class WorkCopy:
    """A working copy that is open.

    Args:
        connection: the only one to its file.
        place: its file, or None where it lives in memory because the disk had no room.
    """

    def __init__(self, connection: apsw.Connection, place: Path | None) -> None:
        self.connection = connection
        self.place = place
        self.revision = self._read_revision()
        self._tidied = self.revision

    @classmethod
    def create(cls, place: Path | None, contents: Contents, local: Mapping[str, Value]) -> WorkCopy:
        """A new working copy.

        Args:
            place: its file, or None for one in memory.
            contents: what it holds.
            local: what concerns only this computer.

        Raises:
            FileProblem: the disk refuses.
        """
        with _opened(place, _CREATE) as connection:
            for setting in _BUILDING:
                connection.execute(setting)
            fill(connection, contents, local)
            for setting in _SETTINGS:
                connection.execute(setting)
            copy = cls(connection, place)
            copy.tidy(always=True)
            return copy

    @classmethod
    def open(cls, place: Path) -> WorkCopy:
        """Open a working copy that was left behind.

        Raises:
            FileProblem: it cannot be opened.
        """
        with _opened(place, apsw.SQLITE_OPEN_READWRITE) as connection:
            for setting in _SETTINGS:
                connection.execute(setting)
            return cls(connection, place)

    def load(self) -> Contents:
        """All it holds.

        Raises:
            FileProblem: it cannot be read.
        """
        try:
            return read_all(self.connection)
        except (apsw.Error, Unfit, UnicodeError) as error:
            raise _found(error, self.place) from error

    def local(self) -> dict[str, Value]:
        """The values that concern only this computer.

        Raises:
            FileProblem: they cannot be read.
        """
        return {str(key): value for key, value in self.ask("SELECT key, value FROM local")}

    def _read_revision(self) -> int:
        return int(self.local().get("revision") or 0)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One durable step: all of it or nothing.

        Raises:
            FileProblem: the disk refuses; nothing was changed.
        """
        if self.place is not None and not self.place.exists():
            # Deleted under us: the system would take every write, and keep none of them.
            raise Missing("storage.missing", file=str(self.place))
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
        """Find out whether a commit that failed has happened all the same; raise if not.

        After an I/O error a live connection may claim anything, so a new one has to look.
        """
        if not isinstance(error, apsw.IOError) or self.place is None:
            self._roll_back()
            raise problem_of(error, self.place) or error from error
        self.close()
        self.connection = WorkCopy.open(self.place).connection
        if self._read_revision() != self.revision + 1:
            raise Unreadable("storage.unreadable", file=str(self.place)) from error
        # It did happen, but a sync has failed: write it once more, to another place.
        self.tidy(always=True)

    def note(self, table: str, values: Mapping[str, Value]) -> None:
        """Write keys of `meta` or `local` inside a transaction."""
        statement = (
            f"INSERT INTO {quoted(table)} (key, value) VALUES (?, ?)"  # noqa: S608
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        )
        self.connection.executemany(statement, list(values.items()))

    def remember(
        self,
        local: Mapping[str, Value],
        meta: Mapping[str, Value] | None = None,
        *,
        durable: bool = True,
    ) -> None:
        """Write keys of `local` and `meta`; this is no edit.

        Args:
            local, meta: what to write.
            durable: False: a kill leaves it there, a power cut may take it away until the next
                edit is made.

        Raises:
            FileProblem: the disk refuses.
        """
        try:
            with self._synchronous(durable=durable), self.connection:
                self.note("local", local)
                if meta:
                    self.note("meta", meta)
        except apsw.Error as error:
            raise _found(error, self.place) from error

    def ask(self, statement: str, values: tuple[Value, ...] = ()) -> list[tuple[Value, ...]]:
        """The rows that a statement gives.

        Raises:
            FileProblem: they cannot be read.
        """
        try:
            return self.connection.execute(statement, values).fetchall()
        except apsw.Error as error:
            raise _found(error, self.place) from error

    @contextmanager
    def beside(self) -> Iterator[None]:
        """Write something beside the map that is no edit and need not outlive a power cut.

        Raises:
            FileProblem: the disk refuses; nothing was changed.
        """
        try:
            with self._synchronous(durable=False), self.connection:
                yield
        except apsw.Error as error:
            raise _found(error, self.place) from error

    @contextmanager
    def _synchronous(self, *, durable: bool) -> Iterator[None]:
        if durable:
            yield
            return
        self.connection.execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            self.connection.execute("PRAGMA synchronous = FULL")

    def snapshot(self) -> bytes:
        """The whole database as bytes, as it stands between two edits.

        Raises:
            FileProblem: the disk refuses.
        """
        try:
            return self.connection.serialize("main")
        except apsw.Error as error:
            raise _found(error, self.place) from error

    def in_memory(self) -> WorkCopy:
        """The same in memory, for when the disk has no more room.

        Raises:
            FileProblem: it cannot be read.
        """
        connection = connect(":memory:", flags=_CREATE)
        connection.deserialize("main", without_log(self.snapshot()))
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        return WorkCopy(connection, None)

    def tidy(self, *, always: bool = False) -> None:
        """Move the log into the database; for idle moments, so that no edit has to pay for it.

        Args:
            always: also where the log is still short.

        The small write at the end pays for the new log's header, which would cost the next edit
        a second fsync.

        Raises:
            FileProblem: the disk refuses; nothing is lost.
        """
        if self.place is None or not (always or self.revision - self._tidied >= _LONG_LOG):
            return
        self._tidied = self.revision
        try:
            self.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_RESTART)
        except apsw.Error as error:
            raise _found(error, self.place) from error
        self.remember({"tidied": self.revision})

    def close(self) -> None:
        """Close it; everything stays on disk.

        What closing itself writes is only tidiness, so a disk that refuses it takes nothing away.
        """
        with suppress(apsw.Error):
            self.connection.close(force=True)


@contextmanager
def _opened(place: Path | None, flags: int) -> Iterator[apsw.Connection]:
    """A connection that stays open only if all goes well."""
    connection: apsw.Connection | None = None
    try:
        connection = connect(str(place) if place else ":memory:", flags=flags)
        yield connection
    except BaseException as error:
        if connection is not None:
            with suppress(apsw.Error):
                connection.close(force=True)
        if isinstance(error, apsw.Error | ValueError):
            raise _found(error, place) from error
        raise


def _found(error: Exception, place: Path | None) -> FileProblem:
    """What a failure of a database that nobody else writes means."""
    return problem_of(error, place) or Unreadable("storage.unreadable", file=str(place))
