"""Tables for spreadsheets: as RFC 4180 says, and never run as a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.exchange.delimited import MARK, Kind, write_table
from cjm_desktop.journey.values import clean_text

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"


def read(text: str, kind: Kind = "csv") -> list[list[str]]:
    """The rows as a spreadsheet reads them."""
    assert text.startswith(MARK)
    bare = io.StringIO(text.removeprefix(MARK), newline="")
    return list(csv.reader(bare, delimiter="," if kind == "csv" else "\t", strict=True))


def test_it_is_written_as_the_standard_says() -> None:
    rows = [("a", "b"), ("one, two", 'said "no"'), ("two\nlines", "")]
    text = write_table(rows)
    assert text == '\ufeffa,b\r\n"one, two","said ""no"""\r\n"two\nlines",\r\n'
    assert read(text) == [list(row) for row in rows]


def test_tabs_part_cells_and_lines_stay_whole() -> None:
    text = write_table([("a\tb", "two\nlines"), ("c", 'd"')], "tsv")
    assert text.count("\r\n") == text.count("\n") == 2
    assert read(text, "tsv") == [["a b", "two lines"], ["c", 'd"']]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", " ", "\t", "\r", "\x00"])
def test_a_formula_is_only_a_text(before: str, sign: str) -> None:
    ((cell,),) = read(write_table([(f"{before}{sign}cmd|' /C calc'!A0",)]))
    assert cell.startswith("'")


@given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=2), max_size=5))
def test_whatever_is_written_is_read_back(rows: list[list[str]]) -> None:
    for kind in ("csv", "tsv"):
        found = read(write_table(rows, kind), kind)
        assert len(found) == len(rows)
        for row, back in zip(rows, found, strict=True):
            for cell, text in zip(row, back, strict=True):
                own = text.removeprefix("'") if text[1:].lstrip().startswith(tuple(SIGNS)) else text
                assert own.split() == clean_text(cell).split() or own == clean_text(cell)
                assert not text.lstrip().startswith(tuple(SIGNS))
