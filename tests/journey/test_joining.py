"""Two laptops that change one list: nothing either did is lost, whoever joins them."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.journey.joining import joined

LISTS = st.lists(st.sampled_from("abcdefg"), unique=True).map(tuple)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "together"),
    [
        ("", "a", "b", "ab"),
        ("ab", "abd", "abc", "abcd"),
        ("ab", "a", "abc", "ac"),
        ("ab", "a", "b", ""),
        ("ab", "ba", "abc", "bac"),
        ("ab", "ab", "bca", "bca"),
        ("ab", "bca", "bca", "bca"),
        ("abc", "acb", "bac", "acb"),
    ],
)
def test_what_either_side_did_is_done(base: str, ours: str, theirs: str, together: str) -> None:
    assert joined(tuple(base), tuple(ours), tuple(theirs)) == tuple(together)


@given(LISTS, LISTS, LISTS)
def test_nothing_is_lost_and_nothing_comes_twice(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    found = joined(base, ours, theirs)
    assert found == joined(base, theirs, ours)
    assert len(set(found)) == len(found)
    gone = set(base) - (set(ours) & set(theirs))
    assert set(found) == (set(base) | set(ours) | set(theirs)) - gone


@given(LISTS, st.lists(LISTS, min_size=3, max_size=3))
def test_three_that_only_added_agree_in_whatever_order_they_are_joined(
    base: tuple[str, ...], added: list[tuple[str, ...]]
) -> None:
    sides = [(*base, *(one for one in new if one not in base)) for new in added]
    found = {
        joined(base, joined(base, first, second), third)
        for first, second, third in permutations(sides)
    }
    assert len(found) == 1
