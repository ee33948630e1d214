"""Writing rows into a working copy: all at once when it is made, record by record afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import apsw

from cjm_desktop.journey.records import Record
from cjm_desktop.storage.beyond import KEY
from cjm_desktop.storage.changes import Records
from cjm_desktop.storage.codec import Row, Value, row_of, write_value
from cjm_desktop.storage.columns import columns
from cjm_desktop.storage.contents import COLUMNS, Contents, rows_of
from cjm_desktop.storage.schema import quoted, working


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


def write_records(
    connection: apsw.Connection, put: Iterable[Record], dropped: Iterable[Record], before: Records
) -> None:
    """Write records inside a transaction; only the columns that differ.

    Args:
        connection: of the working copy.
        put: new or changed records.
        dropped: records that go.
        before: the records as the database has them.
    """
    execute = connection.execute
    for record in dropped:
        execute(_delete(record.kind), (record.id,))
    for record in put:
        old = before.find(record.id)
        if type(old) is type(record):
            _write_difference(connection, old, record)
            continue
        if old is not None:
            execute(_delete(old.kind), (old.id,))
        execute(_insert(record.kind), row_of(record))


def _write_difference(connection: apsw.Connection, old: Record, new: Record) -> None:
    found = [
        column
        for column in columns(type(new))
        if getattr(old, column.name) != getattr(new, column.name)
    ]
    if found:
        names = tuple(column.name for column in found)
        values = [write_value(column, getattr(new, column.name)) for column in found]
        connection.execute(_update(new.kind, names), (*values, new.id))


def fill(connection: apsw.Connection, contents: Contents, local: Mapping[str, Value]) -> None:
    """Make the tables and put everything into them, in one transaction."""
    statements = working()
    tables = [one for one in statements if one.startswith("CREATE TABLE")]
    with connection:
        for statement in tables:
            connection.execute(statement)
        held: dict[str, Iterable[Row]] = {**rows_of(contents.journey), **contents.rows}
        for table, rows in (held | {"meta": contents.meta.items()}).items():
            connection.executemany(_insert(table), rows)
        for statement in statements:
            if statement not in tables:
                connection.execute(statement)
        noted: dict[str, Value] = {"revision": 0, **local}
        if contents.beyond:
            noted[KEY] = contents.beyond
        connection.executemany("INSERT INTO local VALUES (?, ?)", list(noted.items()))
