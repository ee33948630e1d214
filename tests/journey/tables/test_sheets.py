"""Tables as text and HTML come back as they went."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import tables
from cjm_desktop.journey.problems import Problem

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"))
LINE = st.text(LETTERS, min_size=1, max_size=8)
CELL = st.one_of(
    st.just(""),
    st.lists(LINE, min_size=1, max_size=3).map("\n".join),
    st.sampled_from(["=1+1", "'=1", "''+x", "-2 lost", "+1 glad", 'say "no"', '"', "a\tb"]),
    st.just("\u2028".join("ab")),
)  # fmt: skip


@st.composite
def blocks(draw: st.DrawFn) -> list[list[str]]:
    """Rows of one length, the last one with something in it."""
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=4))
    rows[-1][0] = rows[-1][0] or "x"
    return rows


@given(blocks())
def test_tab_separated_text_comes_back_as_it_went(rows: list[list[str]]) -> None:
    assert tables.from_tsv(tables.to_tsv(rows)) == rows


@given(blocks())
def test_html_comes_back_as_it_went(rows: list[list[str]]) -> None:
    plain = [[one.replace("\t", " ") for one in row] for row in rows]
    assert tables.from_html(tables.to_html(plain)) == plain


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_is_some_table(text: str) -> None:
    rows = tables.from_tsv(text)
    assert len({len(row) for row in rows}) <= 1
    tables.from_html(f"<table>{text}")


def test_what_a_spreadsheet_copies_is_read() -> None:
    assert tables.from_tsv('a\t"two\nlines"\r\n"say ""no"""\t\r\n') == [
        ["a", "two\nlines"],
        ['say "no"', ""],
    ]
    assert tables.from_tsv('5" screen\tb\n"open\tc') == [['5" screen', "b"], ['"open', "c"]]


def test_merged_cells_stand_in_their_first_place() -> None:
    page = """<html><style>td {x}</style><table>
      <tr><td colspan=2>Choice</td><td rowspan="2">Use</td></tr>
      <tr><td> looks  <b>round</b><br>asks</td><td><p>one</p><p>two</p></td></tr>
      <tr><th>c</th><td>d<table><tr><td>inner</td></tr></table></td><td>e</td></tr>
    </table><table><tr><td>second</td></tr></table>"""
    assert tables.from_html(page) == [
        ["Choice", "", "Use"],
        ["looks round\nasks", "one\ntwo", ""],
        ["c", "dinner", "e"],
    ]
    assert tables.from_html("<p>no table</p>") is None


def test_a_bomb_is_refused_in_a_sentence() -> None:
    rows = '<tr><td rowspan="1000" colspan="1000">x</td></tr>'
    with pytest.raises(Problem, match="too large"):
        tables.from_html(f"<table>{rows * 3}</table>")
    with pytest.raises(Problem, match="too large"):
        tables.from_tsv("\t" * 60_000)
    with pytest.raises(Problem, match="too large"):
        tables.from_tsv("x" * 9_000_000)


def test_formulas_are_defused_for_spreadsheets() -> None:
    assert tables.to_tsv([["=HYPERLINK(1)", "@x", "plain"]]) == "'=HYPERLINK(1)\t'@x\tplain"
