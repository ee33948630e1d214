"""Whether a database of our own that was left behind is still what we wrote.

What is saved of it must open again: a disk that has damaged it must not get into the user's file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from cjm_desktop.journey import rules
from cjm_desktop.storage import migrations
from cjm_desktop.storage.contents import Contents
from cjm_desktop.storage.linking import CREATE, Held, found_in
from cjm_desktop.storage.problems import Damaged, problem_of
from cjm_desktop.storage.schema import objects, working
from cjm_desktop.storage.snapshot import connect

NONSENSE = (ValueError, TypeError, LookupError, OverflowError)
"""What comes of values that nobody has written."""


@contextmanager
def sensible(place: Path | None) -> Iterator[None]:
    """Whatever comes of a damaged database, as a problem.

    Args:
        place: of the database.

    Raises:
        FileProblem: it cannot be read, or is damaged.
    """
    try:
        yield
    except apsw.Error as error:
        raise found_in(error, place) from error
    except NONSENSE as error:
        raise Damaged("storage.damaged", file=str(place)) from error


def load_sound(held: Held) -> Contents:
    """All that a working copy holds.

    Raises:
        FileProblem: it cannot be read, or is damaged.
    """
    with sensible(held.place):
        contents = held.load() if _is_whole(held.connection) else None
    sound = contents is not None and "document" in contents.journey
    if contents is None or not sound or any(rules.broken(contents.journey)):
        raise Damaged("storage.damaged", file=str(held.place))
    return contents


def _is_whole(connection: apsw.Connection) -> bool:
    """Whether tables, pages, values and references are what they should be."""
    schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return (
        set(schema) == objects(working())
        and connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
        and not connection.execute("PRAGMA foreign_key_check").fetchall()
    )


def read_snapshot(place: Path) -> Contents:
    """What a snapshot that was put aside holds (see `write_snapshot`).

    Raises:
        FileProblem: it cannot be read, or is damaged.
    """
    try:
        connection = connect(":memory:", flags=CREATE)
        try:
            connection.deserialize("main", place.read_bytes())
            migrations.lift(connection)  # an older program may have left it behind
            return load_sound(Held(connection, place))
        finally:
            connection.close(force=True)
    except (apsw.Error, OSError) as error:
        raise problem_of(error, place) or error from error
