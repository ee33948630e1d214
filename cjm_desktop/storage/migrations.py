"""Old formats: what each of them was, and how a map in it becomes one of the next.

A file of an old format is checked as what it is, by its own schema and its own seal, and is only
read. A copy in memory is lifted, format by format, to that of today and checked by the rules of
today; the file keeps its bytes until the map is saved. A working copy that an older program left
behind is lifted where it lies, in one transaction.

Whoever publishes a new `FORMAT` pins the statements of the one before it here, word for word, with
what lifts it, and puts files that its program made beside those in `tests/storage/formats`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, cast

import apsw

from cjm_desktop.storage.schema import FORMAT, Objects, objects, published, quoted

_COLUMN = re.compile(r'^ {2}"([a-z_]{1,40})" ', re.MULTILINE)


class Older(NamedTuple):
    """A format that is only read by now."""

    statements: tuple[str, ...]
    """All that made its tables, in their order."""
    lift: Callable[[apsw.Connection], None]
    """Turns a database of it into one of the next format, with its history."""
    next: int
    """The number of that format."""

    @property
    def schema(self) -> Objects:
        """The rows that its `sqlite_schema` must hold."""
        return objects(self.statements)

    @property
    def selects(self) -> dict[str, str]:
        """What reads each table as the seal wants it, in the order of the seal."""
        found = {}
        for one in self.statements:
            if one.startswith("CREATE TABLE"):
                table, names = one.split('"')[1], [quoted(name) for name in _COLUMN.findall(one)]
                said = ", ".join(names)
                found[table] = f"SELECT {said} FROM {quoted(table)} ORDER BY {names[0]}"  # noqa: S608
        return found


OLDER: Mapping[int, Older] = MappingProxyType({})
"""By `user_version`. There is none yet: 0.1 is the first format, and that of today."""


def version_of(connection: apsw.Connection) -> int:
    """The `user_version` of a database."""
    ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    return cast("int", version)


def lift(connection: apsw.Connection) -> None:
    """Bring a database of an old format to that of today; any other stays as it is.

    Raises:
        apsw.Error: it cannot be; nothing was changed.
    """
    version = version_of(connection)
    if version == FORMAT or version not in OLDER:
        return
    ((keys,),) = connection.execute("PRAGMA foreign_keys").fetchall()
    # Tables come and go meanwhile; afterwards every reference is looked at.
    connection.execute("PRAGMA foreign_keys = OFF")
    with connection:
        while version != FORMAT:
            step = OLDER[version]
            step.lift(connection)
            version = step.next
        connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute(f"PRAGMA foreign_keys = {keys}")


def remake(
    connection: apsw.Connection,
    table: str,
    said: Mapping[str, str],
    statements: tuple[str, ...] | None = None,
) -> None:
    """Make a table and its indexes anew, its rows filled from the former ones.

    Args:
        connection: to the database.
        table: its name.
        said: its new columns that were not there, or were called otherwise: the SQL that gives
            their value from the former row.
        statements: of the format it becomes one of; None: of today's.
    """
    made = [one for one in statements or published() if _makes(one, table)]
    names = _COLUMN.findall(made[0])
    former = quoted(f"former_{table}")
    connection.execute(f"CREATE TEMP TABLE {former} AS SELECT * FROM {quoted(table)}")  # noqa: S608
    connection.execute(f"DROP TABLE {quoted(table)}")
    connection.execute(made[0])
    values = ", ".join(said.get(name, quoted(name)) for name in names)
    connection.execute(f"INSERT INTO {quoted(table)} SELECT {values} FROM {former}")  # noqa: S608
    for index in made[1:]:
        connection.execute(index)
    connection.execute(f"DROP TABLE {former}")


def _makes(statement: str, table: str) -> bool:
    begun = f"CREATE TABLE {quoted(table)} ("
    return statement.startswith(begun) or f" ON {quoted(table)} (" in statement
