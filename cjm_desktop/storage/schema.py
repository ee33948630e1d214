"""The tables of a map's file, made from the records, and nothing else.

The published file and the working copy have the same tables; the working copy has one more,
`local`, for what concerns only this computer. A file is accepted only when its schema equals this
one text by text, so whatever is added here later needs a new `FORMAT` and a step in `migrations`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from cjm_desktop.journey.records import KINDS, Record
from cjm_desktop.storage.columns import Column, Form, columns

APPLICATION_ID = 0x434A4D31
"""`CJM1`, at byte 68 of the file."""
FORMAT = 1_000
"""The file's `user_version`: the lowest version of the program that can read what is inside,
as major * 1 000 000 + minor * 1 000 + patch; so a file that is too new names the version it needs.
"""


def version_name(number: int) -> str:
    """The version of the program that a `user_version` stands for."""
    major, rest = divmod(number, 1_000_000)
    minor, patch = divmod(rest, 1_000)
    return f"{major}.{minor}.{patch}" if patch else f"{major}.{minor}"


_DATE = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"

META = """CREATE TABLE "meta" (
  "key" TEXT PRIMARY KEY NOT NULL CHECK (length("key") <= 40),
  "value" ANY
) STRICT, WITHOUT ROWID"""

HISTORY = """CREATE TABLE "history" (
  "number" INTEGER PRIMARY KEY NOT NULL CHECK ("number" > 0),
  "time" TEXT NOT NULL CHECK (length("time") <= 40),
  "name" TEXT NOT NULL CHECK (length("name") <= 300),
  "words" TEXT NOT NULL CHECK (json_valid("words")),
  "undone" INTEGER NOT NULL CHECK ("undone" IN (0, 1)),
  "changeset" BLOB NOT NULL
) STRICT"""

VERSION = """CREATE TABLE "version" (
  "id" TEXT PRIMARY KEY NOT NULL CHECK (length("id") <= 40),
  "time" TEXT NOT NULL CHECK (length("time") <= 40),
  "name" TEXT NOT NULL CHECK (length("name") <= 300),
  "step" INTEGER NOT NULL,
  "content" BLOB NOT NULL
) STRICT"""

LOCAL = """CREATE TABLE "local" (
  "key" TEXT PRIMARY KEY NOT NULL,
  "value" ANY
) STRICT"""


def quoted(name: str) -> str:
    """A table or column name as SQL."""
    return f'"{name}"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def _range(column: Column, value: str) -> list[str]:
    found = []
    if column.low is not None:
        found.append(f"{value} >= {_number(column.low)}")
    if column.high is not None:
        found.append(f"{value} <= {_number(column.high)}")
    return found


def _conditions(column: Column) -> list[str]:
    """What the values of a column must fulfil, as SQL."""
    name = quoted(column.name)
    match column.form:
        case Form.BOOL:
            found = [f"{name} IN (0, 1)"]
        case Form.INT | Form.REAL:
            found = _range(column, name)
        case Form.BYTES:
            found = [f"length({name}) <= {column.length}"]
        case Form.LIST:
            found = [f"json_valid({name})", f"json_type({name}) = 'array'"]
        case Form.DURATION:
            shape = [f"json_valid({name})", f"json_array_length({name}) = 4"]
            found = shape + _range(column, f"json_extract({name}, '$[0]')")
        case Form.TEXT:
            found = _text_conditions(column, name)
    return found


def _text_conditions(column: Column, name: str) -> list[str]:
    if column.choices:
        return [f"{name} IN ({', '.join(_literal(one) for one in column.choices)})"]
    if column.date:
        return [f"({name} = '' OR {name} GLOB '{_DATE}')"]
    return [f"length({name}) <= {40 if column.to else column.length}"]


def _definition(cls: type[Record], column: Column) -> str:
    parts = [quoted(column.name), column.form.sql]
    if column.name == "id":
        parts.append("PRIMARY KEY")
    if not column.nullable:
        parts.append("NOT NULL")
    conditions = _conditions(column)
    if column.name == "id" and cls.kind == "document":
        conditions.append("\"id\" = 'document'")
    if conditions:
        parts.append(f"CHECK ({' AND '.join(conditions)})")
    if column.parent:
        parts.append(f'REFERENCES {quoted(column.parent)} ("id") DEFERRABLE INITIALLY DEFERRED')
    return "  " + " ".join(parts)


def table(cls: type[Record]) -> str:
    """The CREATE TABLE of a record class."""
    lines = ",\n".join(_definition(cls, column) for column in columns(cls))
    # Ordered by id itself: one page to write less for each new record, and no detour on reading.
    # Not where rows hold pictures: large rows belong in leaves of their own.
    large = any(column.form is Form.BYTES for column in columns(cls))
    return (
        f"CREATE TABLE {quoted(cls.kind)} (\n{lines}\n) STRICT{'' if large else ', WITHOUT ROWID'}"
    )


def _indexes(cls: type[Record]) -> list[str]:
    """Indexes on where cards and curve points lie, of which there may be many thousands.

    Dropping a stage with its steps would otherwise read every card for each of them. Of all else
    there are few, or they are seldom dropped.
    """
    found = []
    for column in columns(cls):
        if column.parent in {"stage", "step"} and {"lane", "step"} <= _parents(cls):
            name, table_name = quoted(column.name), quoted(cls.kind)
            where = f" WHERE {name} IS NOT NULL" if column.nullable else ""
            index = quoted(f"{cls.kind}_{column.name}")
            found.append(f"CREATE INDEX {index} ON {table_name} ({name}){where}")
    return found


def _parents(cls: type[Record]) -> set[str | None]:
    return {column.parent for column in columns(cls)}


@cache
def published() -> tuple[str, ...]:
    """All statements that make the published file's tables, in order."""
    made = [table(cls) for cls in KINDS.values()]
    for cls in KINDS.values():
        made += _indexes(cls)
    return (*made, HISTORY, VERSION, META)


def working() -> tuple[str, ...]:
    """All statements that make the working copy's tables, in order."""
    return (*published(), LOCAL)


Objects = frozenset[tuple[str, str, str, str | None]]
"""Rows of `sqlite_schema`: type, name, table, SQL."""


@cache
def whitelist() -> Objects:
    """The rows that `sqlite_schema` must hold, no more and no less."""
    return objects(published())


def objects(statements: Iterable[str]) -> Objects:
    """The rows of `sqlite_schema` that statements come to."""
    found: set[tuple[str, str, str, str | None]] = set()
    for statement in statements:
        kind, name, table_name = _object_of(statement)
        found.add((kind, name, table_name, statement))
        if " TEXT PRIMARY KEY" in statement and not statement.endswith("WITHOUT ROWID"):
            found.add(("index", f"sqlite_autoindex_{name}_1", name, None))
    return frozenset(found)


def _object_of(statement: str) -> tuple[str, str, str]:
    names = statement.split('"')
    kind = "table" if statement.startswith("CREATE TABLE") else "index"
    return kind, names[1], names[1 if kind == "table" else 3]
