"""What keys make of the lines of an outline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.exchange.outline import typing

LINES = st.lists(st.sampled_from(["# a", "## b", "- c", "", "! d", "@ e"]), max_size=12)


@pytest.mark.parametrize(
    ("line", "by", "wanted"),
    [
        ("# a", 1, "## a"),
        ("## a", 1, "- a"),
        ("- a", 1, "- a"),
        ("! a", -1, "## a"),
        ("## a", -1, "# a"),
        ("# a", -1, "# a"),
        ("a", 1, "## a"),
        ("a", -1, "# a"),
    ],
)
def test_a_line_goes_deeper_and_higher(line: str, by: int, wanted: str) -> None:
    assert typing.relevelled(line, by) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"), [("# a", "# "), ("!!! a", "! "), ('" a', '" '), ("a", None)]
)
def test_the_next_line_is_of_the_same_kind(line: str, wanted: str | None) -> None:
    assert typing.next_line(line) == wanted


def test_a_line_without_words_steps_out_to_the_top() -> None:
    assert typing.is_begun("! ")
    assert not typing.is_begun("! a")
    assert not typing.is_begun("")
    assert typing.stepped_out("! ") == "## "
    assert typing.stepped_out("## ") == "# "
    assert typing.stepped_out("# ") == ""


@given(LINES, LINES)
def test_patches_make_one_text_the_other(now: list[str], wanted: list[str]) -> None:
    made = list(now)
    for patch in typing.patches(now, wanted):
        made[patch.first : patch.last] = patch.lines
    assert made == wanted
