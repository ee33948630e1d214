"""How a working copy's database is opened, and what its failures mean."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from cjm_desktop.storage.codec import Unfit, Value
from cjm_desktop.storage.contents import Contents, read_all
from cjm_desktop.storage.problems import FileProblem, Unreadable, problem_of
from cjm_desktop.storage.schema import APPLICATION_ID, FORMAT
from cjm_desktop.storage.snapshot import connect

CREATE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
LONGEST_LOG = 4000
"""Pages."""
SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = {level}",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    # Moving the log into the database is done while idle (`tidy`), not in the middle of an edit;
    # this is only the bound for those who never pause.
    f"PRAGMA wal_autocheckpoint = {LONGEST_LOG}",
)
BUILDING = (
    # No journal, for before it is complete there is nothing to lose. But synced in the end: the
    # log of the first edits is worth nothing without what it is a log of.
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA synchronous = {level}",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {FORMAT}",
)


@contextmanager
def opened(place: Path | None, flags: int) -> Iterator[apsw.Connection]:
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
            raise found_in(error, place) from error
        raise


def found_in(error: Exception, place: Path | None) -> FileProblem:
    """What a failure of a database that nobody else writes means."""
    return problem_of(error, place) or Unreadable("storage.unreadable", file=str(place))


class Held:
    """A database of our own that is open, as far as one only reads it.

    Args:
        connection: the only one to its file.
        place: its file, or None where it lives in memory.
    """

    def __init__(self, connection: apsw.Connection, place: Path | None) -> None:
        self.connection = connection
        self.place = place

    def load(self) -> Contents:
        """All it holds.

        Raises:
            FileProblem: it cannot be read.
        """
        try:
            return read_all(self.connection)
        except (apsw.Error, Unfit, UnicodeError) as error:
            raise found_in(error, self.place) from error

    def local(self) -> dict[str, Value]:
        """The values that concern only this computer.

        Raises:
            FileProblem: they cannot be read.
        """
        return {str(key): value for key, value in self.ask("SELECT key, value FROM local")}

    def ask(self, statement: str, values: tuple[Value, ...] = ()) -> list[tuple[Value, ...]]:
        """The rows that a statement gives.

        Raises:
            FileProblem: they cannot be read.
        """
        try:
            return self.connection.execute(statement, values).fetchall()
        except apsw.Error as error:
            raise found_in(error, self.place) from error

    def snapshot(self) -> bytes:
        """The whole database as bytes, as it stands between two edits.

        Raises:
            FileProblem: the disk refuses.
        """
        try:
            return self.connection.serialize("main")
        except apsw.Error as error:
            raise found_in(error, self.place) from error
