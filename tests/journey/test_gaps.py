"""Gaps between what is and what should be, and between what is expected and what is got."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import curves, gaps, moves, templates
from cjm_desktop.journey.records import Feeling, State, Touchpoint
from tests.journey.small import Small, small


def point(map_: Small, where: str, value: float, path: State = "as_is", between: float = 0) -> str:
    """Put a point of the customer's curve in general."""
    lane = map_.lane["feelings"]
    return moves.set_feeling(map_.draft, lane, *map_.at[where], value, None, path, between)


def largest(map_: Small) -> tuple[str, float, float] | None:
    """The title of the column of the largest gap, and both values there."""
    gap = gaps.curve_gap(map_.journey, map_.lane["feelings"], None)
    if gap is None:
        return None
    titles = {place: title for title, place in map_.at.items()}
    return titles[gap.point.stage_id, gap.point.step_id], gap.as_is, gap.to_be


def test_the_largest_gap_of_two_curves_is_found(map_: Small) -> None:
    for where, now, planned in (("a1", 0, 1), ("a2", -1.5, 1), ("b1", 1, 2)):
        point(map_, where, now)
        point(map_, where, planned, "to_be")
    assert largest(map_) == ("a2", -1.5, 1)
    gap = gaps.curve_gap(map_.journey, map_.lane["feelings"], None)
    assert gap is not None
    assert gap.size == 2.5
    assert gaps.curve_gap_words(gap, "en") == "−1.5 as is, +1 as it should be"
    assert "−1,5 как есть" in gaps.curve_gap_words(gap, "ru")


def test_the_plan_is_read_straight_between_its_points(map_: Small) -> None:
    point(map_, "a1", 0, "to_be")
    point(map_, "a2", 1, "to_be", 0.0)
    for where in ("a1", "a2"):
        point(map_, where, 0)
    point(map_, "a1", -2, between=0.5)
    gap = gaps.curve_gap(map_.journey, map_.lane["feelings"], None)
    assert gap is not None
    assert (gap.point.between, gap.as_is, gap.to_be) == (0.5, -2, 0.5)
    whole = curves.level(
        map_.journey, map_.lane["feelings"], None, "to_be", *map_.at["a1"], between=0.5
    )
    assert whole == gap.to_be


def test_where_it_is_better_than_planned_there_is_no_gap(map_: Small) -> None:
    point(map_, "a1", 2)
    point(map_, "a1", -1, "to_be")
    assert largest(map_) is None
    point(map_, "a2", 0.5)
    point(map_, "a2", 1, "to_be")
    assert largest(map_) == ("a2", 0.5, 1)


@pytest.mark.parametrize(("planned", "matters"), [(0.99, False), (1, True), (2, True)])
def test_a_gap_of_less_than_a_level_is_not_worth_a_word(
    map_: Small, planned: float, *, matters: bool
) -> None:
    point(map_, "a1", 0)
    point(map_, "a1", planned, "to_be")
    gap = gaps.curve_gap(map_.journey, map_.lane["feelings"], None)
    assert gap is not None
    assert gap.matters is matters


def test_who_has_no_plan_is_held_against_the_plan_for_all(map_: Small) -> None:
    ann, bob = (moves.add_persona(map_.draft, one, map_.map_id) for one in "AB")
    lane = map_.lane["feelings"]
    point(map_, "a1", 2, "to_be")
    for persona in (ann, bob):
        moves.set_feeling(map_.draft, lane, *map_.at["a1"], 0, persona)
    moves.set_feeling(map_.draft, lane, *map_.at["a1"], 1, bob, "to_be")
    found = [gaps.curve_gap(map_.journey, lane, one) for one in (ann, bob, None)]
    assert [one and one.to_be for one in found] == [2, 1, None]


def test_curves_are_compared_only_where_both_are_drawn(map_: Small) -> None:
    point(map_, "a1", -2)
    point(map_, "b1", 2, "to_be")
    assert largest(map_) is None
    point(map_, "b1", 1.5)
    assert largest(map_) == ("b1", 1.5, 2)
    point(map_, "a1", -2, "to_be")
    assert largest(map_) == ("b1", 1.5, 2)


def test_a_column_without_a_point_breaks_a_curve(map_: Small) -> None:
    for where in ("a1", "b1"):
        point(map_, where, 0)
    point(map_, "a2", 2, "to_be")
    assert largest(map_) is None
    point(map_, "a2", 0)
    assert largest(map_) == ("a2", 0, 2)
    point(map_, "C", 2, "to_be")
    point(map_, "b2", -1)
    assert largest(map_) == ("a2", 0, 2), "nothing is planned at b2"


def test_a_column_of_the_other_path_breaks_nothing(map_: Small) -> None:
    moves.remove_from_plan(map_.draft, map_.step("a2"))
    for where, value in (("a1", 0), ("b1", 1)):
        point(map_, where, value, "to_be")
    point(map_, "a2", -1)
    assert largest(map_) == ("a2", -1, 0.5)


def test_points_out_of_sight_are_not_compared(map_: Small) -> None:
    point(map_, "a1", 0)
    point(map_, "a1", 2, "to_be")
    moves.remove_from_plan(map_.draft, map_.stage("A"))
    assert largest(map_) is None


def test_every_persona_has_a_gap_and_the_largest_comes_first(map_: Small) -> None:
    ann, bob, cat = (moves.add_persona(map_.draft, one, map_.map_id) for one in "ABC")
    lane = map_.lane["feelings"]
    for persona, planned in ((ann, 1), (bob, 2)):
        moves.set_feeling(map_.draft, lane, *map_.at["a1"], 0, persona)
        moves.set_feeling(map_.draft, lane, *map_.at["a1"], planned, persona, "to_be")
    moves.set_feeling(map_.draft, lane, *map_.at["a1"], 0, cat)
    found = gaps.curve_gaps(map_.journey, map_.map_id)
    assert [one.point.persona_id for one in found] == [bob, ann]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_where_both_have_points_no_gap_is_larger_than_the_largest(seed: int) -> None:
    map_, rng = small(), random.Random(seed)
    values = {}
    for where in ("a1", "a2", "b1", "b2", "C"):
        for path in ("as_is", "to_be"):
            values[where, path] = round(rng.uniform(-2, 2), 1)
            point(map_, where, values[where, path], path)
    sizes = [values[one, "to_be"] - values[one, "as_is"] for one in ("a1", "a2", "b1", "b2", "C")]
    gap = gaps.curve_gap(map_.journey, map_.lane["feelings"], None)
    assert (gap.size if gap else 0) == pytest.approx(max(0, *sizes))


def test_what_falls_short_of_expectation_is_ranked_by_its_weight(map_: Small) -> None:
    said = {
        "small but vital": (5, 4, 3),
        "large and minor": (1, 5, 1),
        "nobody said": (None, 5, 3),
        "better": (5, 2, 5),
    }
    for text, (importance, expectation, fulfilment) in said.items():
        map_.card(
            "touchpoints",
            "a1",
            text,
            importance=importance,
            expectation=expectation,
            fulfilment=fulfilment,
        )
    map_.card("touchpoints", "a1", "half said", importance=5, expectation=5)
    map_.card("touchpoints", "a1", "planned", path="to_be", expectation=5, fulfilment=1)
    found = gaps.fulfilment_gaps(map_.journey, map_.map_id)
    assert [(one.contact.text, one.size, one.weighted) for one in found] == [
        ("nobody said", 2, 6),
        ("small but vital", 1, 5),
        ("large and minor", 4, 4),
        ("better", -3, -15),
    ]
    assert gaps.fulfilment_words(found[0], "en") == "expected 5, got 3, importance 3"
    assert gaps.fulfilment_words(found[0], "ru") == "ожидают 5, получают 3, важность 3"


@pytest.mark.parametrize(
    ("value", "said"), [(0.0, "0"), (-0.001, "0"), (1.25, "+1.25"), (-2.0, "−2")]
)
def test_values_have_their_sign(value: float, said: str) -> None:
    assert gaps.signed(value, "en") == said


def test_the_sample_has_a_gap_to_be_named() -> None:
    journey = templates.make("sample-b2b", "en")
    map_id = journey.maps()[0].id
    found = gaps.curve_gaps(journey, map_id)
    points = [one for one in journey.all(Feeling) if one.persona_id == found[0].point.persona_id]
    assert found[0].size > 1
    assert found[0].as_is in [one.value for one in points]
    assert all(isinstance(one.contact, Touchpoint) for one in gaps.fulfilment_gaps(journey, map_id))
