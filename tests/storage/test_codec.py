"""Records go to rows and come back equal, whatever people write."""

import dataclasses
import string
from collections.abc import Iterable
from typing import Any, get_type_hints

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjm_desktop.journey.records import KINDS, Card, Duration, Record, Touchpoint
from cjm_desktop.storage import schema
from cjm_desktop.storage.codec import Row, Unfit, read_duration, read_list, reader_of, row_of
from cjm_desktop.storage.columns import Column, Form, columns
from cjm_desktop.storage.contents import select

PLANES = [
    st.characters(
        min_codepoint=n << 16, max_codepoint=(n << 16) + 0xFFFF, exclude_categories=["Cs", "Cc"]
    )
    for n in range(17)
]
TEXT = st.text(st.one_of(st.sampled_from(string.printable[:95] + "\n\t"), *PLANES))
SPANS = st.floats(0, 1e6)
BOUNDS = st.none() | SPANS
UNITS = st.sampled_from(["minutes", "hours", "days", "weeks", "months"])


def values(column: Column) -> st.SearchStrategy[Any]:
    """What a column may hold."""
    return st.one_of(st.none(), _values(column)) if column.nullable else _values(column)


def _values(column: Column) -> st.SearchStrategy[Any]:
    if column.form is Form.TEXT:
        return _texts(column)
    low, high = column.low, column.high
    return {
        Form.BOOL: st.booleans,
        Form.INT: lambda: st.integers(int(low or 0), int(high or 0)),
        Form.REAL: lambda: st.floats(low, high, allow_nan=False),
        Form.BYTES: lambda: st.binary(max_size=2000),
        Form.LIST: lambda: st.lists(TEXT.map(lambda one: one[:40])).map(tuple),
        Form.DURATION: lambda: st.builds(Duration, SPANS, UNITS, BOUNDS, BOUNDS),
    }[column.form]()


def _texts(column: Column) -> st.SearchStrategy[str]:
    if column.choices:
        return st.sampled_from(column.choices)
    if column.date:
        return st.sampled_from(["", "2026-11-12"])
    if column.name == "id":
        return st.text(string.hexdigits, min_size=1, max_size=40)
    return TEXT.map(lambda one: one[: min(column.length, 40)])


def records(cls: type[Record]) -> st.SearchStrategy[Record]:
    """Any record of a class."""
    fields = {column.name: values(column) for column in columns(cls)}
    if cls.kind == "document":
        fields["id"] = st.just("document")
    return st.builds(cls, **fields)


@pytest.fixture(scope="module")
def tables() -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    for statement in schema.published():
        connection.execute(statement)
    return connection


def only(kind: str, rows: Iterable[Row]) -> Any:
    """The record of a single row."""
    made: dict[str, Record] = {}
    reader_of(kind)(rows, made)
    ((record_id, record),) = made.items()
    assert record_id == record.id
    return record


@given(st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_is_read(tables: apsw.Connection, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    record = data.draw(records(KINDS[kind]))
    row = row_of(record)
    tables.execute(f'DELETE FROM "{kind}"')
    tables.execute(f'INSERT INTO "{kind}" VALUES ({", ".join("?" * len(row))})', row)
    found = only(kind, tables.execute(select(kind)))
    assert found == record
    assert type(found) is type(record)
    for one in dataclasses.fields(record):
        was, now = getattr(record, one.name), getattr(found, one.name)
        assert type(was) is type(now), one.name


@pytest.mark.parametrize("cls", KINDS.values(), ids=lambda cls: cls.kind)
def test_a_record_from_a_row_is_as_good_as_any(cls: type[Record]) -> None:
    needed = {
        one.name: "x"
        for one in dataclasses.fields(cls)
        if one.default is one.default_factory is dataclasses.MISSING
    }
    record = cls(**needed)
    found = only(cls.kind, [row_of(record)])
    assert found == record
    assert hash(found) == hash(record)
    assert repr(found) == repr(record)
    assert dataclasses.replace(found, id="other").id == "other"
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.id = "stray write"
    assert set(get_type_hints(cls)) >= {one.name for one in dataclasses.fields(found)}


def test_a_touchpoint_stays_a_touchpoint() -> None:
    found = only("touchpoint", [row_of(Touchpoint(lane_id="l", stage_id="s"))])
    assert type(found) is Touchpoint
    assert isinstance(found, Card)


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '["a", null]', '"a"', "[" * 100_000, '["a"', "NaN"]
)
def test_a_malformed_list_is_unfit(text: str) -> None:
    with pytest.raises(Unfit):
        read_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "5",
        '[5,"days"]',
        '["5","days",null,null]',
        '[true,"days",null,null]',
        '[NaN,"days",null,null]',
        '[Infinity,"days",null,null]',
        '[5,"years",null,null]',
        '[5,["days"],null,null]',
        '[5,"days",null,"x"]',
        '[5,"days",null,null,null]',
    ],
)
def test_a_malformed_duration_is_unfit(text: str) -> None:
    with pytest.raises(Unfit):
        read_duration(text)
