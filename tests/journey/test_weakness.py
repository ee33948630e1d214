"""Where a journey is weak: each kind on its own scale, ranked, in words."""

from __future__ import annotations

from functools import partial
from typing import get_args

import pytest

from cjm_desktop.journey import moves, templates, weak_words, weakness
from cjm_desktop.journey.records import Duration, Feeling, JourneyMap, Language, Stage, State, Step
from tests.counting import calls
from tests.journey.big import big_journey
from tests.journey.small import Small


def found(map_: Small) -> list[tuple[str, int]]:
    """What is weak, and how much in percent."""
    points = weakness.of_map(map_.journey, map_.map_id)
    return [(weak_words.said(map_.journey, one, "en").what, one.percent) for one in points]


def point(map_: Small, where: str, value: float, path: State = "as_is", who: str = "") -> str:
    lane = map_.lane["feelings"]
    return moves.set_feeling(map_.draft, lane, *map_.at[where], value, who or None, path)


def met(map_: Small, *but: str) -> None:
    """Let somebody be met in every column but these."""
    for where in ("a1", "a2", "b1", "b2", "C"):
        if where not in but:
            map_.card("touchpoints", where, where)


def test_a_map_of_which_nobody_has_said_anything_has_no_weak_points(map_: Small) -> None:
    assert found(map_) == []


@pytest.mark.parametrize(
    ("frequency", "score", "often"),
    [(0, 67, "nobody knows how often"), (1, 33, "rarely"), (2, 67, "often"), (3, 100, "always")],
)
def test_a_barrier_that_loses_customers_counts_by_its_frequency(
    map_: Small, frequency: int, score: int, often: str
) -> None:
    map_.card("barriers", "a2", "no price", severity=3, frequency=frequency)
    (only,) = weakness.of_map(map_.journey, map_.map_id)
    assert (only.percent, only.rank) == (score, 1)
    said = weak_words.said(map_.journey, only, "en")
    assert said == ("no price", "A › a2", (f"A barrier that loses customers: {often}",))


def test_barriers_that_are_solved_light_or_only_planned_do_not_count(map_: Small) -> None:
    map_.card("barriers", "a1", severity=3, status="solved")
    map_.card("barriers", "a1", severity=2, frequency=3)
    map_.card("barriers", "a1", severity=3, path="to_be")
    assert found(map_) == []
    map_.card("barriers", "a1", "at it", severity=3, status="in_work")
    assert found(map_) == [("at it", 67)]


def test_a_touchpoint_that_falls_short_counts_by_gap_and_importance(map_: Small) -> None:
    met(map_)
    map_.card("touchpoints", "a1", "worst", importance=5, expectation=5, fulfilment=1)
    map_.card("touchpoints", "a1", "nobody said", expectation=4, fulfilment=3)
    map_.card("touchpoints", "a1", "better", expectation=1, fulfilment=3)
    assert found(map_) == [("worst", 100), ("nobody said", 15)]


def test_the_lowest_point_of_everybody_counts_where_they_suffer(map_: Small) -> None:
    ann, bob = (moves.add_persona(map_.draft, one, map_.map_id) for one in ("Ann", "Bob"))
    moves.set_fields(map_.draft, ann, role="Buyer")
    for where, value in (("a1", -1.5), ("a2", -2), ("b1", -2), ("b2", -1)):
        point(map_, where, value, who=ann)
    point(map_, "a1", -0.9, who=bob)
    (only,) = weakness.of_map(map_.journey, map_.map_id)
    assert only.percent == 100
    said = weak_words.said(map_.journey, only, "en")
    assert said == ("Feeling", "A › a2", ("The lowest feeling of “Buyer”: −2",))
    moves.set_fields(map_.draft, only.record.id, word="alone")
    assert found(map_) == [("alone", 100)]


def test_a_point_far_below_the_plan_counts_and_gives_both_reasons(map_: Small) -> None:
    for where, now in (("a1", 1), ("a2", -1)):
        point(map_, where, now)
        point(map_, where, 2, "to_be")
    (only,) = weakness.of_map(map_.journey, map_.map_id)
    assert isinstance(only.record, Feeling)
    assert only.score == 0.75
    assert weak_words.said(map_.journey, only, "en").why == (
        "Worse than it should be: −1 as is, +2 as it should be",
        "The lowest feeling: −1",
    )


@pytest.mark.parametrize(("days", "score"), [(7, 50), (21, 75), (63, 90)])
def test_a_silence_counts_by_how_much_longer_than_long_it_is(
    map_: Small, days: int, score: int
) -> None:
    met(map_, "b1", "b2", "C")
    map_.card("touchpoints", "C", "C")
    moves.set_duration(map_.draft, map_.stage("B"), "actual", Duration(days))
    moves.set_duration(map_.draft, map_.stage("C"), "actual", Duration(100))
    (only,) = weakness.of_map(map_.journey, map_.map_id)
    assert only.percent == score
    assert isinstance(only.record, Step)
    said = weak_words.said(map_.journey, only, "en")
    assert said == ("a2 → C", "B › b1", (f"{days}\u00a0days without a contact",))


def test_a_passage_is_seen_at_the_contact_before_it(map_: Small) -> None:
    met(map_)
    last = map_.journey.cards(map_.lane["touchpoints"], *map_.at["C"])[0]
    first = map_.journey.cards(map_.lane["touchpoints"], *map_.at["b2"])[0]
    moves.add_link(map_.draft, first.id, last.id, actual_wait=Duration(2, "weeks"))
    (only,) = weakness.of_map(map_.journey, map_.map_id)
    assert only.record == first
    assert weak_words.said(map_.journey, only, "ru") == (
        "b2 → C", "B › b2", ("2 недели без контакта с компанией".replace(" ", "\u00a0", 1),)
    )  # fmt: skip


def test_a_point_is_called_by_its_worst_reason(map_: Small) -> None:
    bank = map_.card("touchpoints", "a1", "Bank", importance=5, expectation=5, fulfilment=1)
    met(map_, "a1")
    broker = map_.journey.cards(map_.lane["touchpoints"], *map_.at["a2"])[0]
    moves.add_link(map_.draft, bank, broker.id, actual_wait=Duration(19))
    (only,) = weakness.of_map(map_.journey, map_.map_id)
    said = weak_words.said(map_.journey, only, "en")
    assert said.what == "Bank"
    assert said.why[1] == "19\u00a0days without a contact"


def test_a_stage_without_a_contact_counts_unless_a_silence_tells_of_it(map_: Small) -> None:
    met(map_, "b1", "b2", "C")
    assert found(map_) == [("B", 50), ("C", 50)]
    points = weakness.of_map(map_.journey, map_.map_id)
    assert [one.rank for one in points] == [1, 1]
    assert weak_words.said(map_.journey, points[0], "en").where == ""
    moves.set_duration(map_.draft, map_.stage("B"), "actual", Duration(1, "months"))
    # The quiet goes on to the end of the map: one silence over both.
    assert [one for one, _ in found(map_)] == ["After “a2”"]


def test_equals_share_a_rank_and_stand_in_the_order_of_the_map(map_: Small) -> None:
    for where, name, frequency in (
        ("C", "last", 2), ("b1", "later", 2), ("a2", "rare", 1), ("b2", "worst", 3),
        ("b1", "below", 2),
    ):  # fmt: skip
        map_.card("barriers", where, name, severity=3, frequency=frequency)
    point(map_, "b1", -1.34)
    points = weakness.of_map(map_.journey, map_.map_id)
    said = [(one.rank, weak_words.short(one.record, "en")) for one in points]
    assert said == [
        (1, "worst"), (2, "Feeling"), (2, "later"), (2, "below"), (2, "last"), (6, "rare"),
    ]  # fmt: skip


def test_long_texts_are_cut_between_words(map_: Small) -> None:
    map_.card("barriers", "a1", "no answer " * 200, severity=3)
    ((what, _),) = found(map_)
    assert len(what) <= weak_words.LONGEST
    assert what.endswith(("answer…", "no…"))


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("name", templates.names())
def test_every_template_can_be_asked(name: str, language: Language) -> None:
    journey = templates.make(name, language)
    for journey_map in journey.all(JourneyMap):
        points = weakness.of_map(journey, journey_map.id)
        assert [one.rank for one in points] == sorted(one.rank for one in points)
        for one in points:
            assert 0 < one.score <= 1
            said = weak_words.said(journey, one, language)
            assert said.what
            assert all(said.why)
            assert said.where or isinstance(one.record, Stage)


def test_what_it_costs_grows_as_the_map_and_no_faster() -> None:
    few, many = (big_journey(count, count // 25) for count in (250, 2500))
    spent = [calls(partial(weakness.of_map, one, "map")) for one in (few, many)]
    assert spent[1] <= 13 * spent[0]
