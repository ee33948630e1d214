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


@pytest.mark.parametrize(
    ("line", "typed", "wanted"),
    [
        ("- ", "@", "@ "),
        ("- ", "-", "- "),
        ("- ", " ", "- "),
        ("- ", "#", "# "),
        ("# ", "#", "## "),
        ("! ", "!", "!! "),
        ("!!! ", "!", "! "),
        ("@ ", ":", ": "),
        (": ", "-", None),
        (": -", " ", "- "),
        (": -1", " ", None),
        ("-", " ", None),
        ("- a", "@", None),
        ("", "@", None),
        ("- ", "a", None),
        ("мысль:", " ", '" '),
        ("Pain:", " ", "! "),
        ("Pain: a", " ", None),
        ("# боль:", " ", "! "),
        ('" Channel:', " ", "@ "),
        ("## Боль моя:", " ", None),
        ("купить:", " ", None),
    ],
)
def test_a_sign_stands_in_for_the_one_that_was_begun(
    line: str, typed: str, wanted: str | None
) -> None:
    assert typing.signed(line, typed) == wanted


def test_a_line_without_words_steps_out_to_the_top() -> None:
    assert typing.is_begun("! ")
    assert not typing.is_begun("! a")
    assert not typing.is_begun("")
    assert typing.stepped_out("! ") == "## "
    assert typing.is_begun("Боль:")
    assert typing.stepped_out("Боль:") == "! "
    assert typing.stepped_out("## ") == "# "
    assert typing.stepped_out("# ") == ""


@given(LINES, LINES)
def test_patches_make_one_text_the_other(now: list[str], wanted: list[str]) -> None:
    made = list(now)
    for patch in typing.patches(now, wanted):
        made[patch.first : patch.last] = patch.lines
    assert made == wanted


OUTLINE = ["# A", "- a", "## B", "! b", "+ c", "", "## C", "# D", "- d", "## E"]


@pytest.mark.parametrize(
    ("at", "by", "wanted"),
    [
        (0, 1, "# D,- d,## E,# A,- a,## B,! b,+ c,,## C"),
        (7, -1, "# D,- d,## E,# A,- a,## B,! b,+ c,,## C"),
        (2, 1, "# A,- a,## C,## B,! b,+ c,,# D,- d,## E"),
        (6, 1, "# A,- a,## B,! b,+ c,,# D,- d,## C,## E"),
        (9, -1, "# A,- a,## B,! b,+ c,,## C,## E,# D,- d"),
        (3, -1, "# A,- a,! b,+ c,## B,,## C,# D,- d,## E"),
        (3, 1, "# A,- a,## B,,! b,+ c,## C,# D,- d,## E"),
        (8, 1, "# A,- a,## B,! b,+ c,,## C,# D,## E,- d"),
    ],
)
def test_what_a_line_holds_moves_along(at: int, by: int, wanted: str) -> None:
    done = typing.carried(OUTLINE, at, by)
    assert done is not None
    made = [*OUTLINE[: done.first], *done.lines, *OUTLINE[done.last :]]
    assert ",".join(made) == wanted
    assert made[done.at] == OUTLINE[at]
    back = typing.carried(made, done.at, -by)
    assert back is not None


def test_nothing_moves_past_the_ends() -> None:
    assert typing.carried(OUTLINE, 0, -1) is None
    assert typing.carried(OUTLINE, 7, 1) is None
    assert typing.carried(OUTLINE, 9, 1) is None


@given(LINES.filter(bool), st.data())
def test_moving_loses_no_line(lines: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    done = typing.carried(lines, at, data.draw(st.sampled_from([-1, 1])))
    if done is not None:
        made = [*lines[: done.first], *done.lines, *lines[done.last :]]
        assert sorted(made) == sorted(lines)
        assert made[done.at] == lines[at]
