"""The tables come from the records, and from nowhere else."""

import dataclasses
import hashlib
import marshal
import struct
import typing

import apsw
import pytest

from cjm_desktop.journey.records import KINDS, Duration, Lane, Measurement, Record, Stage
from cjm_desktop.storage import schema
from cjm_desktop.storage.codec import row_of
from cjm_desktop.storage.columns import Form, columns
from cjm_desktop.storage.contents import COLUMNS
from cjm_desktop.storage.seal import Seal

SCHEMA_OF_0_1 = "193a257fdbcb7804"


@pytest.fixture
def tables() -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    for statement in schema.published():
        connection.execute(statement)
    return connection


def insert(connection: apsw.Connection, record: Record, **other: object) -> None:
    row = dict(zip(COLUMNS[record.kind], row_of(record), strict=True)) | other
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    connection.execute(
        f'INSERT INTO "{record.kind}" ({names}) VALUES ({marks})', tuple(row.values())
    )


@pytest.mark.parametrize("cls", KINDS.values(), ids=lambda cls: cls.kind)
def test_each_record_has_a_strict_table_of_its_fields(
    cls: type[Record], tables: apsw.Connection
) -> None:
    found = tables.execute(f'PRAGMA table_info("{cls.kind}")').fetchall()
    hints = typing.get_type_hints(cls)
    assert [row[1] for row in found] == [one.name for one in dataclasses.fields(cls)]
    for _, name, kind, needed, _, primary in found:
        optional = type(None) in typing.get_args(hints[name])
        assert bool(needed) is not optional, name
        assert bool(primary) is (name == "id")
        if bool in (hints[name], *typing.get_args(hints[name])):
            assert kind == "INTEGER"
    (strict,) = tables.execute(
        "SELECT strict FROM pragma_table_list WHERE name = ?", (cls.kind,)
    ).fetchall()
    assert strict == (1,)


@pytest.mark.parametrize("cls", KINDS.values(), ids=lambda cls: cls.kind)
def test_single_references_are_foreign_keys(cls: type[Record], tables: apsw.Connection) -> None:
    found = {(row[3], row[2]) for row in tables.execute(f'PRAGMA foreign_key_list("{cls.kind}")')}
    said = {
        (one.name, one.metadata["to"])
        for one in dataclasses.fields(cls)
        if one.metadata["to"] and " " not in one.metadata["to"] and "tuple" not in str(one.type)
    }
    assert found == said


@pytest.mark.parametrize(
    ("record", "other"),
    [
        (Stage(id="s", map_id="m"), {"title": "x" * 301}),
        (Stage(id="s", map_id="m"), {"title": b"x"}),
        (Stage(id="s", map_id="m"), {"path": "nowhere"}),
        (Stage(id="s", map_id="m"), {"planned": "5 days"}),
        (Stage(id="s", map_id="m"), {"planned": '[-1,"days",null,null]'}),
        (Stage(id="s", map_id="m"), {"title": None}),
        (Lane(id="l", map_id="m"), {"height": -1.0}),
        (Lane(id="l", map_id="m"), {"height": float("inf")}),
        (Lane(id="l", map_id="m"), {"folded": 2}),
        (Lane(id="l", map_id="m"), {"folded": "yes"}),
        (Measurement(id="v", metric_id="m"), {"value": float("nan")}),
        (Measurement(id="v", metric_id="m"), {"value": b"1"}),
        (Measurement(id="v", metric_id="m"), {"date": "yesterday"}),
        (Measurement(id="v", metric_id="m"), {"sample": -1}),
    ],
)
def test_the_tables_refuse_what_the_fields_do_not_allow(
    record: Record, other: dict[str, object], tables: apsw.Connection
) -> None:
    with pytest.raises(apsw.ConstraintError):
        insert(tables, record, **other)
    insert(tables, record)


def test_the_whitelist_is_what_the_statements_make(tables: apsw.Connection) -> None:
    made = tables.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    assert {tuple(row) for row in made} == schema.whitelist()
    assert len(made) == len(schema.whitelist())


def test_versions_are_named_as_people_know_them() -> None:
    assert schema.version_name(schema.FORMAT) == "0.1"
    assert schema.version_name(2_003_004) == "2.3.4"


def test_every_form_of_column_occurs() -> None:
    forms = {column.form for cls in KINDS.values() for column in columns(cls)}
    assert forms == set(Form)


def plain_encoding(value: object) -> bytes:
    """The canonical form as `seal` describes it, written out."""
    if value is None:
        return b"N"
    if isinstance(value, int):
        if -(2**31) <= value < 2**31:
            return b"i" + struct.pack("<i", value)
        digits, rest = [], abs(value)
        while rest:
            digits.append(rest & 0x7FFF)
            rest >>= 15
        sign = len(digits) if value > 0 else -len(digits)
        return b"l" + struct.pack("<i", sign) + b"".join(struct.pack("<H", one) for one in digits)
    if isinstance(value, float):
        return b"g" + struct.pack("<d", value)
    raw = value.encode() if isinstance(value, str) else typing.cast("bytes", value)
    letter = b"u" if isinstance(value, str) else b"s"
    return letter + struct.pack("<i", len(raw)) + raw


def test_the_seal_is_what_its_description_says() -> None:
    record = Stage(id="s", map_id="m", title="Этап 🙂", planned=Duration(3.5, "weeks"))
    rows = {table: [] for table in COLUMNS}
    rows["stage"] = [row_of(record), row_of(dataclasses.replace(record, id="t"))]
    rows["history"] = [(2**40, "now", "key", "{}", 0, b"\0changes"), (-5, "", "", "", 1, b"")]
    rows["measurement"] = [("v", "m", "", 0.1, None, "")]
    rows["meta"] = [("save_id", "a"), ("seal", "not covered")]
    digest = hashlib.sha256()
    for table, found in rows.items():
        digest.update(table.encode() + b"\n")
        for row in found:
            if row[0] == "seal":
                continue
            digest.update(b"(" + struct.pack("<i", len(row)))
            digest.update(b"".join(plain_encoding(value) for value in row))
    seal = Seal()
    for table, found in rows.items():
        seal.see(table, found)
    assert seal.text() == digest.hexdigest()
    assert marshal.dumps(("x",), 2) == b"(\x01\0\0\0u\x01\0\0\0x"


def test_the_format_has_not_changed_unnoticed() -> None:
    """A file of this format must open for ever.

    Where a record has changed on purpose: before the first release put the new digest here; after
    it, raise `FORMAT`, write the step in `storage/migrations.py`, and keep the old schema for it.
    """
    text = "\n".join(schema.published())
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == SCHEMA_OF_0_1
