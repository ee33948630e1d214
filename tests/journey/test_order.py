"""Fractional keys: there is always room, and they stay short."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.journey import order

keys = st.text(order.DIGITS, min_size=1, max_size=8).filter(lambda key: not key.endswith("0"))


@given(st.lists(keys, min_size=2, max_size=2, unique=True))
def test_a_key_lies_between_its_neighbours(pair: list[str]) -> None:
    low, high = sorted(pair)
    assert low < order.between(low, high) < high
    assert order.between(None, low) < low
    assert high < order.between(high, None)


@given(st.lists(st.integers(0, 10_000), max_size=200))
def test_any_order_of_inserting_gives_well_formed_keys_in_order(indexes: list[int]) -> None:
    listed: list[str] = []
    for wish in indexes:
        index = wish % (len(listed) + 1)
        low = listed[index - 1] if index else None
        high = listed[index] if index < len(listed) else None
        listed.insert(index, order.between(low, high))
    assert listed == sorted(set(listed))
    assert not any(key.endswith("0") for key in listed)


@pytest.mark.parametrize("end", ["last", "first"])
def test_keys_stay_short_at_either_end(end: str) -> None:
    key = None
    for _ in range(1000):
        key = order.between(key, None) if end == "last" else order.between(None, key)
    assert key is not None
    assert len(key) < 20


@given(st.integers(0, 5000))
def test_spread_keys_are_in_order_and_short(count: int) -> None:
    spread = order.spread(count)
    assert len(spread) == count
    assert all(low < high for low, high in pairwise(spread))
    assert all(key and not key.endswith("0") and len(key) <= 3 for key in spread)


@pytest.mark.parametrize(
    ("low", "high"), [("V", "V"), ("W", "V"), ("V0", None), (None, "é"), ("a-b", None)]
)
def test_no_room_and_malformed_keys_are_refused(low: str | None, high: str | None) -> None:
    with pytest.raises(ValueError, match="place"):
        order.between(low, high)
