"""What a newer program of the same format keeps in a file: columns and tables that we do not know.

They are carried along and written back, so that whoever opens a map with an older program loses
nothing by saving it. For that a newer program keeps to a few rules, and a file that does not is
refused: columns are appended to the end of a table; a new table is STRICT and ordered by its first
column, a text; definitions are plain (a type, what it is by itself, what it refers to), without
checks, triggers or views, for nothing that a file says is ever run.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, cast

import apsw

from cjm_desktop.storage.codec import Row
from cjm_desktop.storage.contents import COLUMNS
from cjm_desktop.storage.schema import quoted, whitelist

KEY = "beyond"
"""In `local`: what the file of a working copy holds that we do not know."""
MOST_TABLES, MOST_COLUMNS = 40, 60
_TYPE = r"(?:TEXT|INTEGER|REAL|BLOB|ANY)"
_DEFAULT = r"(?: NOT NULL DEFAULT (?:-?\d{1,15}(?:\.\d{1,15})?|'[^'\n]{0,100}'|x''))?"
_REFERS = r'(?: REFERENCES "(?P<parent>[a-z_]{1,40})" \("id"\) DEFERRABLE INITIALLY DEFERRED)?'
_NAME = r'"(?P<name>[a-z][a-z_]{0,39})"'
_COLUMN = re.compile(rf"  {_NAME} (?P<kind>{_TYPE}{_DEFAULT}){_REFERS}")
_FIRST = re.compile(rf"  {_NAME} TEXT PRIMARY KEY NOT NULL")
_TABLE = re.compile(
    r'CREATE TABLE "(?P<name>[a-z][a-z_]{0,39})" \(\n(?P<body>.+)\n\) (?P<end>.+)', re.S
)
_ENDS = ("STRICT", "STRICT, WITHOUT ROWID")
_INDEX = re.compile(
    r'CREATE INDEX "[a-z_]{1,80}" ON "[a-z_]{1,40}" \("([a-z_]{1,40})"\)'
    r'(?: WHERE "\1" IS NOT NULL)?'
)
Schema = Iterable[tuple[str, str, str, str | None]]


class Extra(NamedTuple):
    """A table in which there is more than we know, or of which we know nothing."""

    table: str
    sql: str
    names: tuple[str, ...]
    """The columns that we do not know, after the first one of the table."""
    kinds: tuple[str, ...]
    """What each of them is, as SQL."""
    parents: tuple[str, ...]
    """The table each refers to; empty: none."""
    rows: tuple[Row, ...] = ()
    """The first column and those that we do not know, of every row."""

    @property
    def ours(self) -> bool:
        """Whether we know the table."""
        return self.table in COLUMNS


class Beyond(NamedTuple):
    """All that a file holds beside what we know."""

    order: tuple[str, ...]
    """All tables of the file as they stand in it: the order of its seal."""
    extras: tuple[Extra, ...]
    indexes: tuple[str, ...]

    def columns(self) -> dict[str, tuple[str, ...]]:
        """Every table of the file with its columns, in the order of its seal."""
        more = {one.table: one for one in self.extras}
        found = {}
        for table in self.order:
            extra = more.get(table)
            if extra is None:
                found[table] = COLUMNS[table]
            elif extra.ours:
                found[table] = (*COLUMNS[table], *extra.names)
            else:
                found[table] = extra.names
        return found


def find(schema: Schema) -> Beyond | None:
    """What a schema holds beside ours; None where it breaks the rules above, or is just ours.

    Args:
        schema: the rows of `sqlite_schema` in their order: type, name, table, SQL.
    """
    order, extras, indexes, seen = [], [], [], set()
    known = {name: str(sql) for kind, name, _, sql in whitelist() if kind == "table"}
    for kind, name, table, sql in schema:
        seen.add((kind, name, table, sql))
        if kind == "table":
            order.append(name)
        if (kind, name, table, sql) in whitelist():
            continue
        if kind == "table" and sql is not None:
            extra = _appended(name, sql, known[name]) if name in known else _new(name, sql)
            if extra is None:
                return None
            extras.append(extra)
        elif kind == "index" and sql is not None and _INDEX.fullmatch(sql):
            indexes.append(sql)
        elif not (kind == "index" and sql is None and name == f"sqlite_autoindex_{table}_1"):
            return None
    missing = {one for one in whitelist() - seen if one[0] != "table"}
    if missing or not set(known) <= set(order) or not 0 < len(extras) <= MOST_TABLES:
        return None
    return Beyond(tuple(order), tuple(extras), tuple(indexes))


def _appended(name: str, sql: str, ours: str) -> Extra | None:
    """One of our tables with columns after its last one."""
    begin, _, end = ours.rpartition("\n) ")
    if not sql.startswith(f"{begin},\n") or not sql.endswith(f"\n) {end}"):
        return None
    found = _read(name, sql, sql[len(begin) + 2 : -len(end) - 3].split(",\n"))
    # What it refers to may be deleted here, so it must be able to refer to nothing.
    if found is None or any(map(_is_bound, found.kinds, found.parents)):
        return None
    return found


def _is_bound(kind: str, parent: str) -> bool:
    return bool(parent) and "NOT NULL" in kind


def _new(name: str, sql: str) -> Extra | None:
    """A table that we do not know."""
    said = _TABLE.fullmatch(sql)
    if said is None or said["name"] != name or said["end"] not in _ENDS:
        return None
    first, *lines = said["body"].split(",\n")
    key = _FIRST.fullmatch(first)
    found = _read(name, sql, lines)
    if key is None or found is None:
        return None
    return found._replace(
        names=(key["name"], *found.names), kinds=("", *found.kinds), parents=("", *found.parents)
    )


def _read(name: str, sql: str, lines: list[str]) -> Extra | None:
    found = [_COLUMN.fullmatch(line) for line in lines]
    if len(found) > MOST_COLUMNS or None in found:
        return None
    said = [one for one in found if one is not None]
    return Extra(
        name,
        sql,
        tuple(one["name"] for one in said),
        tuple(one["kind"] for one in said),
        tuple(one["parent"] or "" for one in said),
    )


def take(connection: apsw.Connection, beyond: Beyond) -> Beyond:
    """The same with its rows, read from the file."""
    extras = []
    for one in beyond.extras:
        names = (COLUMNS[one.table][0], *one.names) if one.ours else one.names
        extras.append(one._replace(rows=tuple(connection.execute(selecting(one.table, names)))))
    return beyond._replace(extras=tuple(extras))


def selecting(table: str, names: tuple[str, ...]) -> str:
    """The statement that reads some columns of a table, ordered by the first."""
    said = ", ".join(map(quoted, names))
    return f"SELECT {said} FROM {quoted(table)} ORDER BY {quoted(names[0])}"  # noqa: S608


def see(
    connection: apsw.Connection, beyond: Beyond, shown: Callable[[str, list[Row]], None]
) -> None:
    """Show all rows with all their columns, table by table in the order of the file's seal."""
    for table, names in beyond.columns().items():
        shown(table, connection.execute(selecting(table, names)).fetchall())


def pack(beyond: Beyond) -> bytes:
    """As bytes, for the working copy."""
    return marshal.dumps(
        (beyond.order, tuple(tuple(one) for one in beyond.extras), beyond.indexes), 2
    )


def unpack(data: bytes) -> Beyond:
    """What `pack` has written into our own working copy."""
    order, extras, indexes = cast("tuple[Any, Any, Any]", marshal.loads(data))  # noqa: S302
    return Beyond(order, tuple(Extra(*one) for one in extras), indexes)


def restore(connection: apsw.Connection, beyond: Beyond) -> None:
    """Put it back into a database that is about to become a file.

    The tables are made with what their columns are and nothing else; then their definitions are
    written as the file had them. So no text of a file is run.
    """
    for one in beyond.extras:
        (_append if one.ours else _create)(connection, one)
    connection.execute("PRAGMA writable_schema = ON")
    for one in beyond.extras:
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (one.sql, one.table))
    at = 1_000_000
    for name in beyond.order:
        at += 1
        statement = "UPDATE sqlite_schema SET rowid = ? WHERE type = 'table' AND name = ?"
        connection.execute(statement, (at, name))
    connection.execute("UPDATE sqlite_schema SET rowid = rowid + 2000000 WHERE type <> 'table'")
    connection.execute("PRAGMA writable_schema = RESET")
    for statement in beyond.indexes:
        connection.execute(statement)


def _append(connection: apsw.Connection, extra: Extra) -> None:
    key = quoted(COLUMNS[extra.table][0])
    for name, kind in zip(extra.names, extra.kinds, strict=True):
        connection.execute(f"ALTER TABLE {quoted(extra.table)} ADD COLUMN {quoted(name)} {kind}")
    said = ", ".join(f"{quoted(name)} = ?" for name in extra.names)
    statement = f"UPDATE {quoted(extra.table)} SET {said} WHERE {key} = ?"  # noqa: S608
    connection.executemany(statement, [(*row[1:], row[0]) for row in extra.rows])
    for name, parent in zip(extra.names, extra.parents, strict=True):
        if parent:
            connection.execute(
                f"UPDATE {quoted(extra.table)} SET {quoted(name)} = NULL"  # noqa: S608
                f" WHERE {_is_loose(name, parent)}"
            )


def _is_loose(name: str, parent: str) -> str:
    """What a column refers to was deleted meanwhile, as SQL."""
    known = f"(SELECT id FROM {quoted(parent)})"  # noqa: S608
    return f"{quoted(name)} IS NOT NULL AND {quoted(name)} NOT IN {known}"


def _create(connection: apsw.Connection, extra: Extra) -> None:
    first, *others = zip(extra.names, extra.kinds, strict=True)
    columns = [f"{quoted(first[0])} TEXT PRIMARY KEY NOT NULL"]
    columns += [f"{quoted(name)} {kind}" for name, kind in others]
    end = extra.sql.rpartition("\n) ")[2]
    connection.execute(f"CREATE TABLE {quoted(extra.table)} ({', '.join(columns)}) {end}")
    marks = ", ".join("?" * len(extra.names))
    statement = f"INSERT INTO {quoted(extra.table)} VALUES ({marks})"  # noqa: S608
    connection.executemany(statement, extra.rows)
    for name, parent in zip(extra.names, extra.parents, strict=True):
        if parent:
            connection.execute(
                f"DELETE FROM {quoted(extra.table)} WHERE {_is_loose(name, parent)}"  # noqa: S608
            )
