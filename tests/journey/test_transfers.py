"""Copying a stage or a lane with all it holds, within a map and to another one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import moves, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.transfers import joined_copy
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Feeling,
    Hypothesis,
    Lane,
    LaneKind,
    Opportunity,
    Record,
    Stage,
)
from tests.journey.small import Small
from tests.journey.walk import random_verb, seeded_ids


def other_map(map_: Small, *lanes: LaneKind, stages: tuple[str, ...] = ("X", "Y")) -> str:
    """A second map with these lanes and stages."""
    other = moves.add_map(map_.draft, "Other")
    for holds in lanes:
        moves.add_lane(map_.draft, other, holds)
    for title in stages:
        moves.add_stage(map_.draft, other, title)
    return other


def held(map_: Small, map_id: str) -> list[str]:
    return [one.holds for one in map_.journey.lanes(map_id)]


def shown(journey: Journey, map_id: str, holds: str) -> list[tuple[str, str, str]]:
    """Stage, step and text of the cards in the lanes of a kind, from left to right."""
    found = []
    for lane in journey.lanes(map_id):
        if lane.holds == holds:
            for stage in journey.stages(map_id):
                steps = [*journey.steps(stage.id), None]
                for step in steps:
                    cards = journey.cards(lane.id, stage.id, step.id if step else None)
                    found += [(stage.title, step.title if step else "", c.text) for c in cards]
    return found


def test_a_stage_comes_with_all_it_holds(map_: Small) -> None:
    ann = moves.add_persona(map_.draft, "Ann")
    contact = map_.card("touchpoints", "a1", "site", persona_ids=(ann,))
    far = map_.card("touchpoints", "b1", "far")
    note = map_.card("barriers", "a2", "slow")
    moves.pin_barrier(map_.draft, note, contact, 5, 6)
    answer = map_.card("opportunities", "a1", "faster", answers=(note,))
    moves.add_evidence(map_.draft, note, source="crm")
    point = moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a2"], -1, ann)
    moves.set_participation(map_.draft, ann, map_.stage("A"), "decides")
    metric = moves.add_metric(map_.draft, map_.map_id, contact, "Visits")
    moves.add_measurement(map_.draft, metric, 5)
    moves.add_hypothesis(map_.draft, answer, "If", metric_id=metric, status="running")
    moves.add_link(map_.draft, contact, far)
    moves.add_link(map_.draft, contact, contact, manner="repeat")
    other = other_map(map_, "touchpoints", "feelings", "barriers", "opportunities")
    map_.settle()
    new = moves.copy_stage(map_.draft, map_.stage("A"), other, 1)
    assert [one.title for one in map_.journey.stages(other)] == ["X", "A", "Y"]
    assert [one.title for one in map_.journey.steps(new)] == ["a1", "a2"]
    made = [one for one in map_.draft.changed() if one.id not in map_.draft.base]
    assert {map_.journey.map_of(one) for one in made} == {other}
    kinds = "stage step step touchpoint barrier opportunity evidence feeling"
    kinds += " participation metric measurement hypothesis link"
    assert sorted(one.kind for one in made) == sorted(kinds.split())
    copied = next(one for one in made if isinstance(one, Barrier))
    assert (copied.dx, copied.dy) == (5, 6)
    assert copied.on_id in {one.id for one in made}
    assert next(one for one in made if isinstance(one, Opportunity)).answers == (copied.id,)
    idea = next(one for one in made if isinstance(one, Hypothesis))
    assert (idea.status, idea.if_text) == ("idea", "If")
    assert map_.journey.get(Feeling, point).persona_id == ann
    map_.sound()


def test_what_a_copied_stage_refers_to_elsewhere_is_forgotten_on_another_map(map_: Small) -> None:
    far = map_.card("barriers", "b1", "far")
    map_.card("opportunities", "a1", "faster", answers=(far,))
    other = other_map(map_, "opportunities")
    map_.settle()
    moves.copy_stage(map_.draft, map_.stage("A"), other)
    moves.copy_stage(map_.draft, map_.stage("A"), map_.map_id)
    made = {
        map_.journey.map_of(one): one.answers
        for one in map_.draft.changed()
        if isinstance(one, Opportunity)
    }
    assert made == {other: (), map_.map_id: (far,)}
    map_.sound()


def test_lanes_that_are_missing_are_added_where_they_stood(map_: Small) -> None:
    second = moves.add_lane(map_.draft, map_.map_id, "actions", "More", place=2)
    for lane in (map_.lane["actions"], second, map_.lane["touchpoints"]):
        moves.add_card(map_.draft, lane, *map_.at["a1"], "x")
    other = other_map(map_, "feelings", "actions", "barriers")
    moves.copy_stage(map_.draft, map_.stage("A"), other)
    assert held(map_, other) == ["feelings", "actions", "actions", "touchpoints", "barriers"]
    assert map_.journey.lanes(other)[2].title == "More"
    assert shown(map_.journey, other, "actions") == [("A", "a1", "x"), ("A", "a1", "x")]
    map_.sound()


def test_steps_come_together_where_the_lane_has_one_cell_for_a_stage(map_: Small) -> None:
    map_.card("actions", "a2", "second", place=0)
    map_.card("actions", "a1", "first", span=2)
    other = other_map(map_, "actions")
    moves.set_lane_per(map_.draft, map_.journey.lanes(other)[0].id, "stage")
    moves.copy_stage(map_.draft, map_.stage("A"), other)
    assert shown(map_.journey, other, "actions") == [("A", "", "first"), ("A", "", "second")]
    map_.sound()


def test_bars_end_with_a_copied_stage(map_: Small) -> None:
    map_.card("actions", "a2", "wide", span=3)
    moves.add_card(map_.draft, map_.lane["owners"], map_.stage("A"), None, "owner", span=3)
    other = other_map(map_, "actions", "owners")
    new = moves.copy_stage(map_.draft, map_.stage("A"), other, 0)
    assert {one.span for one in map_.journey.cards_of_stage(new)} == {1}
    map_.sound()


def test_a_lane_lands_in_stages_of_the_same_title_or_place(map_: Small) -> None:
    for where in ("a1", "a2", "b1", "C"):
        map_.card("actions", where, where)
    other = other_map(map_, "barriers", stages=("B", "Z"))
    moves.add_step(map_.draft, map_.journey.stages(other)[1].id, "z1")
    new = moves.copy_lane(map_.draft, map_.lane["actions"], other, 0)
    assert map_.journey.lanes(other)[0].id == new
    # A is the first from the left; B has its name; C lies beyond the last.
    assert shown(map_.journey, other, "actions") == [
        ("B", "", "a1"), ("B", "", "a2"), ("B", "", "b1"), ("Z", "", "C")
    ]  # fmt: skip
    map_.sound()


def test_steps_of_a_copied_lane_are_found_in_the_same_way(map_: Small) -> None:
    for where in ("a1", "a2"):
        map_.card("actions", where, where)
    other = moves.add_map(map_.draft, "Other")
    moves.add_stage(map_.draft, other, "A", steps=("a2", "q"))
    moves.copy_lane(map_.draft, map_.lane["actions"], other)
    assert shown(map_.journey, other, "actions") == [("A", "a2", "a1"), ("A", "a2", "a2")]
    map_.sound()


def test_points_that_come_to_one_column_stand_side_by_side(map_: Small) -> None:
    for where, value in (("a1", 1), ("a2", -1), ("b1", 2)):
        moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at[where], value)
    other = other_map(map_, stages=("X",))
    new = moves.copy_lane(map_.draft, map_.lane["feelings"], other)
    assert [one.value for one in map_.journey.curve(new, None, "as_is")] == [1, -1, 2]
    map_.sound()


def test_a_wide_card_of_a_copied_lane_covers_what_it_covered(map_: Small) -> None:
    map_.card("actions", "a2", "a2-b1", span=2)
    map_.card("actions", "b1", "b1-", span=9)
    moves.add_card(map_.draft, map_.lane["actions"], map_.stage("A"), None, "A-B", span=2)
    copy = moves.copy_map(map_.draft, map_.map_id, "Copy")
    moves.add_step(map_.draft, map_.journey.stages(copy)[1].id, "b0", 0)
    new = moves.copy_lane(map_.draft, map_.lane["actions"], copy)
    spans = {one.text: one.span for one in map_.journey.cards_of_lane(new)}
    assert spans == {"a2-b1": 3, "b1-": 3, "A-B": 2}
    map_.sound()


def test_a_lane_with_things_on_it_needs_stages(map_: Small) -> None:
    map_.card("actions", "a1", "x")
    other = moves.add_map(map_.draft, "Other")
    moves.copy_lane(map_.draft, map_.lane["owners"], other)
    with pytest.raises(Problem) as refusal:
        moves.copy_lane(map_.draft, map_.lane["actions"], other)
    assert refusal.value.key == "move.no_stages"


def test_a_lane_is_doubled_on_its_own_map(map_: Small) -> None:
    map_.card("actions", "a1", "x", span=2)
    moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["C"], 1, between=0.5)
    map_.settle()
    moves.copy_lane(map_.draft, map_.lane["actions"], map_.map_id, 2)
    moves.copy_lane(map_.draft, map_.lane["feelings"], map_.map_id)
    assert held(map_, map_.map_id)[:3] == ["goals", "actions", "actions"]
    assert shown(map_.journey, map_.map_id, "actions") == [("A", "a1", "x"), ("A", "a1", "x")]
    made = [one for one in map_.draft.changed() if not isinstance(one, Lane)]
    assert [getattr(one, "between", getattr(one, "span", 0)) for one in made] == [2, 0.5]
    map_.sound()


def test_what_comes_into_a_stage_of_one_path_is_on_that_path(map_: Small) -> None:
    now = map_.card("actions", "a1", "now", path="as_is")
    map_.card("actions", "b1", "then", path="to_be", moved_from=now)
    other = other_map(map_, stages=("A", "B"))
    moves.set_fields(map_.draft, map_.journey.stages(other)[0].id, path="to_be")
    map_.settle()
    moves.copy_lane(map_.draft, map_.lane["actions"], other)
    made = {one.text: one for one in map_.draft.changed() if isinstance(one, AnyCard)}
    assert (made["now"].path, made["then"].path) == ("both", "to_be")
    assert made["then"].moved_from is None
    map_.sound()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.booleans())
def test_nothing_is_lost_whatever_is_copied_wherever(seed: int, stage: bool) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        draft = Draft(templates.make(rng.choice(("b2b", "sketch", "sample-b2b")), "en"))
        moves.copy_map(draft, draft.journey.maps()[0].id, "Second")
        for _ in range(40):
            random_verb(draft, rng)
        base = draft.journey
        rules.check(draft)
        one = rng.choice([*base.all(Stage if stage else Lane)])
        target = rng.choice(base.maps()).id
        if not stage and not base.stages(target):
            return
        before = [*base.cards_of_stage(one.id), *base.cards_of_lane(one.id)]
        draft = Draft(base)
        copy_of = moves.copy_stage if stage else moves.copy_lane
        new = copy_of(draft, one.id, target, rng.choice((None, 0, 2)))
        rules.check(draft)
        journey = draft.journey
        after: list[Record] = [*journey.cards_of_stage(new), *journey.cards_of_lane(new)]
        assert sorted(getattr(card, "text") for card in after) == sorted(  # noqa: B009
            card.text for card in before
        )
        assert rules.check_all(journey) == ()


def test_a_feeling_of_nobody_in_a_copied_stage_goes_on_with_the_curve_there(map_: Small) -> None:
    moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], 1)
    other = other_map(map_, "feelings")
    (lane,) = map_.journey.lanes(other)
    ann = moves.add_persona(map_.draft, "Ann", other)
    moves.set_feeling(map_.draft, lane.id, map_.journey.stages(other)[0].id, None, -1, ann)
    _, joined = joined_copy(map_.draft, map_.stage("A"), other)
    assert joined == (ann,)
    assert [one.persona_id for one in map_.journey.feelings(lane.id)] == [ann, ann]
    map_.sound()
