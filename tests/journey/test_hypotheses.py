"""Hypotheses: one at a time, from idea to outcome; opportunities by effect and effort."""

from __future__ import annotations

import pytest

from cjm_desktop.journey import chain, hypotheses, moves, templates
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Hypothesis, Opportunity
from tests.journey.small import Small


def idea(map_: Small, text: str) -> str:
    """Add a hypothesis about a barrier of its own."""
    return moves.add_hypothesis(map_.draft, map_.card("barriers", "a1", text), text)


def get(map_: Small, hypothesis_id: str) -> Hypothesis:
    """A hypothesis as it is now."""
    return map_.journey.get(Hypothesis, hypothesis_id)


def board(map_: Small) -> list[str]:
    """The columns of the board, left to right, each as one word."""
    return [
        "".join(one.if_text for one in column)
        for column in hypotheses.board(map_.journey, map_.map_id).values()
    ]


def test_an_opportunity_becomes_a_hypothesis_with_what_is_known(map_: Small) -> None:
    notes = [map_.card("barriers", "b1", one) for one in ("no price", "late answer")]
    answer = map_.card("opportunities", "b1", "a price on the site", answers=tuple(notes))
    moves.add_metric(map_.draft, map_.map_id, map_.stage("A"), "visits")
    metric = moves.add_metric(map_.draft, map_.map_id, map_.step("b1"), "calls")
    made = get(map_, moves.hypothesis_from(map_.draft, answer))
    assert (made.if_text, made.because) == ("a price on the site", "no price\nlate answer")
    assert (made.about_id, made.metric_id, made.status) == (answer, metric, "idea")
    map_.sound()


def test_a_barrier_becomes_a_hypothesis_with_what_answers_it(map_: Small) -> None:
    note = map_.card("barriers", "b1", "no price")
    map_.card("opportunities", "b1", "a price on the site", answers=(note,))
    stage_metric = moves.add_metric(map_.draft, map_.map_id, map_.stage("B"), "calls")
    made = get(map_, moves.hypothesis_from(map_.draft, note))
    assert (made.if_text, made.because) == ("a price on the site", "no price")
    assert (made.about_id, made.metric_id) == (note, stage_metric)
    contact = map_.card("touchpoints", "b1", "site")
    moves.pin_barrier(map_.draft, note, contact, 0, 0)
    own = moves.add_metric(map_.draft, map_.map_id, contact, "orders")
    assert get(map_, moves.hypothesis_from(map_.draft, note)).metric_id == own
    map_.sound()


def test_a_hypothesis_is_about_a_barrier_or_an_opportunity(map_: Small) -> None:
    lonely = map_.card("barriers", "a1", "")
    assert get(map_, moves.hypothesis_from(map_.draft, lonely)).metric_id is None
    with pytest.raises(TypeError):
        moves.hypothesis_from(map_.draft, map_.card("actions", "a1", "x"))


def test_only_one_hypothesis_runs_unless_it_is_meant(map_: Small) -> None:
    first, second = idea(map_, "first"), idea(map_, "second")
    moves.start_hypothesis(map_.draft, first, "2026-03-01")
    with pytest.raises(Problem) as refusal:
        moves.start_hypothesis(map_.draft, second, "2026-03-02")
    assert refusal.value.key == "move.another_runs"
    for language, name in (("en", "“first”"), ("ru", "«first»")):
        assert name in refusal.value.sentence(language)
    assert "you will not know what worked" in refusal.value.sentence("en")
    assert get(map_, second).status == "idea"
    moves.start_hypothesis(map_.draft, second, "2026-03-02", even_if_another=True)
    assert len(chain.running(map_.journey, map_.map_id)) == 2
    map_.sound()


def test_what_runs_on_another_map_stands_in_nobodys_way(map_: Small) -> None:
    moves.start_hypothesis(map_.draft, idea(map_, "here"), "2026-03-01")
    other = moves.copy_map(map_.draft, map_.map_id, "Other")
    (copied,) = map_.journey.hypotheses(other)
    moves.finish_hypothesis(map_.draft, copied.id, "rejected", "2026-03-02")
    moves.start_hypothesis(map_.draft, copied.id, "2026-04-01", even_if_another=False)
    assert get(map_, copied.id).status == "running"


def test_starting_again_sets_the_day_anew(map_: Small) -> None:
    one = idea(map_, "x")
    moves.start_hypothesis(map_.draft, one, "2026-03-01")
    moves.start_hypothesis(map_.draft, one, "2026-03-05")
    assert (get(map_, one).started, get(map_, one).ended) == ("2026-03-05", "")


def test_a_hypothesis_ends_with_an_outcome(map_: Small) -> None:
    one = idea(map_, "x")
    moves.start_hypothesis(map_.draft, one, "2026-03-01")
    with pytest.raises(Problem, match="before it began"):
        moves.finish_hypothesis(map_.draft, one, "confirmed", "2026-02-28")
    moves.finish_hypothesis(map_.draft, one, "confirmed", "2026-04-01", "calls rose by a third")
    done = get(map_, one)
    assert (done.status, done.started, done.ended) == ("confirmed", "2026-03-01", "2026-04-01")
    assert done.outcome == "calls rose by a third"
    moves.finish_hypothesis(map_.draft, one, "rejected", "2026-04-02")
    assert get(map_, one).outcome == "calls rose by a third"
    map_.sound()


def test_the_board_has_a_column_for_every_status(map_: Small) -> None:
    for one in "abc":
        idea(map_, one)
    assert board(map_) == ["abc", "", "", ""]
    assert list(hypotheses.board(map_.journey, map_.map_id)) == list(hypotheses.STATUSES)


def test_moving_over_the_board_starts_and_ends(map_: Small) -> None:
    a, b, c = (idea(map_, one) for one in "abc")
    moves.move_hypothesis(map_.draft, c, "idea", 0)
    assert board(map_) == ["cab", "", "", ""]
    moves.move_hypothesis(map_.draft, a, "running", date="2026-03-01")
    with pytest.raises(Problem):
        moves.move_hypothesis(map_.draft, b, "running", 0, "2026-03-02")
    moves.move_hypothesis(map_.draft, b, "running", 0, "2026-03-02", even_if_another=True)
    assert board(map_) == ["c", "ba", "", ""]
    moves.move_hypothesis(map_.draft, a, "confirmed", date="2026-04-01")
    moves.move_hypothesis(map_.draft, b, "confirmed", 0, "2026-04-02")
    assert board(map_) == ["c", "", "ba", ""]
    assert (get(map_, a).started, get(map_, a).ended) == ("2026-03-01", "2026-04-01")
    moves.move_hypothesis(map_.draft, a, "rejected", date="2026-05-01")
    assert get(map_, a).ended == "2026-04-01"
    moves.move_hypothesis(map_.draft, a, "running", date="2026-05-01")
    assert (get(map_, a).started, get(map_, a).ended) == ("2026-03-01", "")
    moves.move_hypothesis(map_.draft, a, "idea", date="2026-05-01")
    assert (get(map_, a).started, get(map_, a).ended) == ("", "")
    assert board(map_) == ["ca", "", "b", ""]
    map_.sound()


def test_moving_nowhere_writes_nothing(map_: Small) -> None:
    one = idea(map_, "a")
    idea(map_, "b")
    map_.settle()
    moves.move_hypothesis(map_.draft, one, "idea", 0)
    assert map_.draft.changed() == ()


@pytest.mark.parametrize(
    ("wanted", "level"), [(0, 0), (0.4, 0), (0.5, 1), (1.49, 1), (2.6, 3), (9, 3), (-4, 0)]
)
def test_a_place_in_the_matrix_counts_as_the_nearest_level(
    map_: Small, wanted: float, level: int
) -> None:
    one = map_.card("opportunities", "a1", effect=1, effort=2)
    moves.set_effect_effort(map_.draft, one, effect=wanted)
    rated = map_.journey.get(Opportunity, one)
    assert (rated.effect, rated.effort) == (level, 2)
    moves.set_effect_effort(map_.draft, one, effort=wanted)
    assert map_.journey.get(Opportunity, one).effort == level
    map_.sound()


def test_the_matrix_holds_every_opportunity_once(map_: Small) -> None:
    for text, effect, effort, votes in (("a", 3, 1, 0), ("b", 3, 1, 4), ("c", 0, 0, 0)):
        map_.card("opportunities", "a1", text, effect=effect, effort=effort, votes=votes)
    found = hypotheses.matrix(map_.journey, map_.map_id)
    assert len(found) == 16
    assert [one.text for one in found[3, 1]] == ["b", "a"]
    assert [one.text for one in found[0, 0]] == ["c"]
    journey = templates.make("sample-b2b", "ru")
    all_of_it = hypotheses.matrix(journey, journey.maps()[0].id)
    assert sum(map(len, all_of_it.values())) == len(journey.all(Opportunity))
