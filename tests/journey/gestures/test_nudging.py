"""Moving by Ctrl and arrows, without a window."""

import pytest

from cjm_desktop.journey import moves, rules, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import nudging
from cjm_desktop.journey.gestures.walk import Direction
from cjm_desktop.journey.records import Card, Lane
from tests.journey.filled import Filled


@pytest.fixture
def filled() -> Filled:
    return Filled()


def nudge(filled: Filled, direction: Direction, *record_ids: str) -> bool:
    """Move things and keep it; False when they cannot go there."""
    plan = nudging.plan(filled.map.journey, filled.map.map_id, record_ids, direction)
    if plan is None:
        return False
    assert words.say(plan.step, "en", **plan.values)
    plan.do(filled.map.draft)
    filled.map.settle()
    return True


def test_a_card_changes_places_with_its_neighbour(filled: Filled) -> None:
    assert nudge(filled, "down", filled.one)
    assert filled.map.texts("touchpoints", "a1") == ["two", "one", "three"]
    assert nudge(filled, "up", filled.three)
    assert filled.map.texts("touchpoints", "a1") == ["two", "three", "one"]


def test_a_card_goes_to_the_next_column_at_its_height(filled: Filled) -> None:
    assert nudge(filled, "right", filled.two)
    assert filled.map.texts("touchpoints", "a2") == ["two"]
    assert nudge(filled, "right", filled.two)
    assert filled.map.texts("touchpoints", "b1") == ["two", "far"]


def test_several_cards_go_together_and_keep_their_order(filled: Filled) -> None:
    assert nudge(filled, "down", filled.one, filled.two)
    assert filled.map.texts("touchpoints", "a1") == ["three", "one", "two"]
    assert nudge(filled, "right", filled.one, filled.two)
    assert filled.map.texts("touchpoints", "a2") == ["one", "two"]


def test_nothing_leaves_the_map(filled: Filled) -> None:
    assert not nudge(filled, "left", filled.one)
    assert not nudge(filled, "left", filled.map.stage("A"))
    assert not nudge(filled, "right", filled.map.stage("C"))
    assert not nudge(filled, "up", filled.map.lane["goals"])
    assert not nudge(filled, "up", filled.map.stage("A"))
    assert not nudge(filled, "down", filled.note), "no other lane holds barriers"


def test_a_stage_moves_with_all_it_holds(filled: Filled) -> None:
    assert nudge(filled, "right", filled.map.stage("A"))
    assert filled.map.stages() == ["B", "A", "C"]
    assert filled.map.texts("touchpoints", "a1") == ["one", "two", "three"]


def test_a_step_goes_over_the_edge_of_its_stage(filled: Filled) -> None:
    assert nudge(filled, "right", filled.map.step("a1"))
    assert filled.map.columns()[:2] == ["a2", "a1"]
    assert nudge(filled, "right", filled.map.step("a1"))
    assert filled.map.columns()[:3] == ["a2", "a1", "b1"]
    moved = filled.map.journey.steps(filled.map.stage("B"))
    assert [one.title for one in moved] == ["a1", "b1", "b2"]


def test_a_lane_goes_up_and_down(filled: Filled) -> None:
    assert nudge(filled, "down", filled.map.lane["goals"])
    assert filled.map.journey.lanes(filled.map.map_id)[1].holds == "goals"


def test_a_card_leaves_its_lane_for_the_next_one_that_holds_such_cards(filled: Filled) -> None:
    assert nudge(filled, "down", filled.act)
    assert filled.map.texts("actions", "a1") == []
    assert filled.map.texts("owners", "a1") == ["act"]


def test_what_cannot_move_moves_nothing(filled: Filled) -> None:
    assert nudging.plan(filled.map.journey, filled.map.map_id, (), "up") is None
    assert nudging.plan(filled.map.journey, filled.map.map_id, ("gone",), "up") is None
    assert nudging.plan(filled.map.journey, filled.map.map_id, (filled.calm,), "up") is None


def test_a_plan_writes_nothing_by_itself(filled: Filled) -> None:
    draft = Draft(filled.map.journey)
    plan = nudging.plan(filled.map.journey, filled.map.map_id, (filled.one,), "down")
    assert plan is not None
    assert filled.map.texts("touchpoints", "a1") == ["one", "two", "three"]
    plan.do(draft)
    rules.check(draft)


@pytest.mark.parametrize("direction", ["up", "down", "left", "right"])
def test_a_card_of_another_map_stays_there(filled: Filled, direction: Direction) -> None:
    draft, here = filled.map.draft, filled.map.map_id
    other = moves.copy_map(draft, here, "Other")
    cards = [
        one.id
        for lane in draft.journey.lanes(other)
        for one in draft.journey.cards_of_lane(lane.id)
    ]
    # What was found on another map is chosen while this one is shown.
    for one in cards:
        plan = nudging.plan(draft.journey, here, [one], direction)
        moved = plan.do(draft) if plan is not None else ()
        for card_id in moved:
            assert draft.journey.get(Lane, draft.journey.get(Card, card_id).lane_id).map_id == other
