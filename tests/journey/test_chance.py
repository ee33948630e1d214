"""Intervals and risks, against figures published with the methods and against brute force."""

from __future__ import annotations

import math
from itertools import combinations
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import chance
from cjm_desktop.journey.chance import Share

VALUES = st.lists(st.integers(-50, 50), min_size=2, max_size=5)


@pytest.mark.parametrize(
    ("hits", "whole", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (20, 20, 0.8389, 1.0000),
    ],
)
def test_intervals_of_shares_are_those_newcombe_printed(
    hits: int, whole: int, low: float, high: float
) -> None:
    found = chance.wilson(Share(hits, whole))
    assert found == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        (Share(56, 70), Share(48, 80), 0.0524, 0.3339),
        (Share(9, 10), Share(3, 10), 0.1705, 0.8090),
        (Share(0, 10), Share(0, 20), -0.1611, 0.2775),
        (Share(10, 10), Share(0, 20), 0.6791, 1.0000),
    ],
)
def test_intervals_of_differences_are_those_newcombe_printed(
    first: Share, second: Share, low: float, high: float
) -> None:
    assert chance.difference(second, first) == pytest.approx((low, high), abs=5e-5)
    assert chance.difference(first, second) == pytest.approx((-high, -low), abs=5e-5)


@given(st.integers(1, 10_000), st.data())
def test_an_interval_holds_its_share_and_stays_between_nothing_and_all(
    whole: int, data: st.DataObject
) -> None:
    share = Share(data.draw(st.integers(0, whole)), whole)
    low, high = chance.wilson(share)
    assert 0 <= low <= share.value + 1e-12
    assert share.value - 1e-12 <= high <= 1
    wider = chance.wilson(Share(share.hits / 2, whole / 2))
    assert wider[1] - wider[0] >= high - low


@settings(max_examples=60, deadline=None)
@given(VALUES, VALUES)
def test_the_risk_is_the_part_of_all_splits_that_lie_as_far_apart(
    before: list[int], after: list[int]
) -> None:
    values = [*before, *after]
    apart = abs(mean(after) - mean(before))
    far = 0
    splits = list(combinations(range(len(values)), len(after)))
    for chosen in splits:
        inside = [values[one] for one in chosen]
        outside = [value for index, value in enumerate(values) if index not in chosen]
        far += abs(mean(inside) - mean(outside)) >= apart - 1e-9
    assert chance.risk(before, after) == pytest.approx(far / len(splits))


def test_the_risk_of_many_values_comes_near_to_that_of_all_splits() -> None:
    before, after = [10, 12, 11, 13, 9, 12, 11], [12, 14, 13, 12, 15, 11]
    exact = chance.risk(before, after)
    assert math.comb(13, 6) < chance.MOST_ARRANGED
    assert chance._risk_of_many(before, after) == pytest.approx(exact, abs=0.03)
    many = chance.risk(before * 4, after * 4)
    assert many < exact / 10
    assert chance.risk([1.0] * 20, [1.0] * 20) == 1


@pytest.mark.parametrize(
    ("first", "second", "tells"),
    [(1, 50, False), (2, 2, False), (3, 3, False), (2, 5, True), (4, 4, True), (3, 4, True)],
)
def test_few_values_can_tell_nothing_however_far_apart(
    first: int, second: int, tells: bool
) -> None:
    assert chance.tellable(first, second) is tells
    if min(first, second) > 1:
        apart = chance.risk([0] * first, [100 + one for one in range(second)])
        assert (apart <= chance.RISK) is tells
