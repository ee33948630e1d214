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

from cjm_desktop.storage import migrations
from cjm_desktop.storage.codec import Value
from cjm_desktop.storage.contents import Contents
from cjm_desktop.storage.debts import Debts
from cjm_desktop.storage.linking import (
    BUILDING,
    CREATE,
    LONGEST_LOG,
    SETTINGS,
    Held,
    found_in,
    opened,
)
from cjm_desktop.storage.pace import Pace
from cjm_desktop.storage.problems import Missing, TooNew, Unreadable, problem_of
from cjm_desktop.storage.schema import FORMAT, quoted, version_name
from cjm_desktop.storage.snapshot import connect, without_log
from cjm_desktop.storage.writing import fill

_LONG_LOG = 100
"""Edits after which the log is worth moving."""


class WorkCopy(Held):
    """A working copy that is open.

    Args:
        connection: the only one to its file.
        place: its file, or None where it lives in memory because the disk had no room.
        pace: of the disk.
    """

    def __init__(
        self, connection: apsw.Connection, place: Path | None, pace: Pace | None = None
    ) -> None:
        super().__init__(connection, place)
        self.pace = pace or Pace()
        self.debts = Debts(place) if place is not None else None
        self.revision = self._read_revision()
        self._tidied = self.revision
        self._level = "FULL"

    @classmethod
    def create(
        cls,
        place: Path | None,
        contents: Contents,
        local: Mapping[str, Value],
        pace: Pace | None = None,
    ) -> WorkCopy:
        """A new working copy.

        Args:
            place: its file, or None for one in memory.
            contents: what it holds.
            local: what concerns only this computer.
            pace: of the disk.

        Raises:
            FileProblem: the disk refuses.
        """
        lazy = place is not None and pace is not None and pace.lazy
        level = "OFF" if lazy else "FULL"
        with opened(place, CREATE) as connection:
            for setting in BUILDING:
                connection.execute(setting.format(level=level))
            fill(connection, contents, local)
            for setting in SETTINGS:
                connection.execute(setting.format(level=level))
            copy = cls(connection, place, pace)
            copy._level = level
            if lazy and copy.debts is not None:
                with connection:
                    copy.note("local", {"tidied": 0})  # the log's head, which SQLite waits for
                copy.debts.owe_all()
            else:
                copy.tidy(always=True)
            return copy

    @classmethod
    def open(cls, place: Path) -> WorkCopy:
        """Open a working copy that was left behind.

        Raises:
            TooNew: a newer program left it behind.
            FileProblem: it cannot be opened.
        """
        with opened(place, apsw.SQLITE_OPEN_READWRITE) as connection:
            for setting in SETTINGS:
                connection.execute(setting.format(level="FULL"))
            version = migrations.version_of(connection)
            if version > FORMAT:
                raise TooNew("storage.too_new", file=str(place), version=version_name(version))
            migrations.lift(connection)  # an older program may have left it behind
            return cls(connection, place)

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
            self._keep_pace()
            self.connection.execute("BEGIN IMMEDIATE")
        except apsw.Error as error:
            raise problem_of(error, self.place) or error from error
        try:
            yield
            self.connection.execute("UPDATE local SET value = value + 1 WHERE key = 'revision'")
            with self.pace.measured():
                self.connection.execute("COMMIT")
        except apsw.Error as error:
            self._after_failure(error)
        except BaseException:
            self._roll_back()
            raise
        self.revision += 1

    def _keep_pace(self) -> None:
        """Let a commit wait for the disk, or owe it."""
        if self.debts is None:
            return
        level = "NORMAL" if self.pace.lazy else "FULL"
        if level != self._level:
            self.connection.execute(f"PRAGMA synchronous = {level}")
            # Moving the log waits for the disk twice: on a slow one as seldom as can be borne.
            most = LONGEST_LOG if level == "FULL" else 10 * LONGEST_LOG
            self.connection.wal_autocheckpoint(most)
            self._level = level
        if level != "FULL":
            self.debts.owe(self.debts.log)

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
        self.connection, self._level = WorkCopy.open(self.place).connection, "FULL"
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
        with self.beside(durable=durable):
            self.note("local", local)
            if meta:
                self.note("meta", meta)

    @contextmanager
    def beside(self, *, durable: bool = False) -> Iterator[None]:
        """Write something beside the map that is no edit.

        Args:
            durable: False: it need not outlive a power cut.

        Raises:
            FileProblem: the disk refuses; nothing was changed.
        """
        try:
            if durable:
                self._keep_pace()
            with self._synchronous(durable=durable), self.connection:
                yield
        except apsw.Error as error:
            raise found_in(error, self.place) from error

    @contextmanager
    def _synchronous(self, *, durable: bool) -> Iterator[None]:
        if durable:
            yield
            return
        self.connection.execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            self.connection.execute(f"PRAGMA synchronous = {self._level}")

    def in_memory(self) -> WorkCopy:
        """The same in memory, for when the disk has no more room.

        Raises:
            FileProblem: it cannot be read.
        """
        connection = connect(":memory:", flags=CREATE)
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
        long = self.revision - self._tidied >= _LONG_LOG and not self.pace.lazy
        if self.place is None or not (always or long):
            return
        self._tidied = self.revision
        try:
            self.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_RESTART)
        except apsw.Error as error:
            raise found_in(error, self.place) from error
        self.remember({"tidied": self.revision})

    def close(self, *, kept: bool = True) -> None:
        """Close it; everything stays on disk.

        What closing itself writes is only tidiness, so a disk that refuses it takes nothing away:
        who has not waited for the disk brings what is owed before this. On a slow disk the log
        stays as it is, for moving it would wait for the disk twice.

        Args:
            kept: False: nobody needs it any more, so nobody waits for the disk either.
        """
        with suppress(apsw.Error):
            if not kept:
                self.connection.execute("PRAGMA synchronous = OFF")
            elif self.pace.lazy:
                self.connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
            elif self._level == "OFF":
                self.connection.execute("PRAGMA synchronous = FULL")
        with suppress(apsw.Error):
            self.connection.close(force=True)
        if self.debts is not None:
            self.debts.close()
