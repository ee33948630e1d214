"""Stages and steps: everything in them comes along, and nothing is lost."""

import pytest

from cjm_desktop.journey import moves
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Card, Duration, Feeling, Metric, Stage, Step
from tests.journey.small import Small, small


def test_a_stage_comes_to_stand_where_asked(map_: Small) -> None:
    moves.add_stage(map_.draft, map_.map_id, "last")
    moves.add_stage(map_.draft, map_.map_id, "first", 0)
    moves.add_stage(map_.draft, map_.map_id, "third", 2)
    assert map_.stages() == ["first", "A", "third", "B", "C", "last"]
    map_.sound()


def test_a_stage_may_begin_with_steps(map_: Small) -> None:
    stage_id = moves.add_stage(map_.draft, map_.map_id, "D", steps=("d1", "d2"), goal="Win")
    assert [one.title for one in map_.journey.steps(stage_id)] == ["d1", "d2"]
    assert map_.journey.get(Stage, stage_id).goal == "Win"


@pytest.mark.parametrize(
    ("place", "after"), [(0, "CAB"), (1, "ACB"), (2, "ABC"), (None, "ABC"), (9, "ABC"), (-1, "CAB")]
)
def test_moving_a_stage_counts_places_without_it(map_: Small, place: int, after: str) -> None:
    moves.move_stage(map_.draft, map_.stage("C"), place)
    assert "".join(map_.stages()) == after
    map_.sound()


def test_moving_a_stage_writes_one_record_and_moving_nowhere_none(map_: Small) -> None:
    for step in ("a1", "a2"):
        for lane in ("actions", "touchpoints"):
            map_.card(lane, step)
    map_.settle()
    moves.move_stage(map_.draft, map_.stage("A"), 0)
    assert map_.draft.changed() == ()
    moves.move_stage(map_.draft, map_.stage("A"), 1)
    assert [one.id for one in map_.draft.changed()] == [map_.stage("A")]
    assert map_.columns() == ["b1", "b2", "a1", "a2", "C"]


def test_equal_keys_left_by_a_merge_are_spaced_anew(map_: Small) -> None:
    for title in "ABC":
        moves.set_fields(map_.draft, map_.stage(title), place="V")
    order = map_.stages()
    moves.add_stage(map_.draft, map_.map_id, "new", 1)
    assert map_.stages() == [order[0], "new", *order[1:]]
    moves.move_stage(map_.draft, map_.stage(order[2]), 0)
    assert map_.stages() == [order[2], order[0], "new", order[1]]
    keys = [one.place for one in map_.journey.stages(map_.map_id)]
    assert len(set(keys)) == 4


def test_keys_that_grew_too_long_are_spaced_anew(map_: Small) -> None:
    low, high = "V" * 39 + "1", "V" * 39 + "2"
    moves.set_fields(map_.draft, map_.stage("A"), place=low)
    moves.set_fields(map_.draft, map_.stage("B"), place=high)
    moves.set_fields(map_.draft, map_.stage("C"), place="W")
    moves.add_stage(map_.draft, map_.map_id, "new", 1)
    assert map_.stages() == ["A", "new", "B", "C"]
    assert max(len(one.place) for one in map_.journey.stages(map_.map_id)) <= 3


def test_a_step_moves_within_its_stage_and_into_another(map_: Small) -> None:
    card = map_.card("actions", "a2", "act")
    point = moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a2"], 1)
    map_.settle()
    moves.move_step(map_.draft, map_.step("a2"), map_.stage("A"), 0)
    assert map_.columns() == ["a2", "a1", "b1", "b2", "C"]
    assert len(map_.draft.changed()) == 1
    moves.move_step(map_.draft, map_.step("a2"), map_.stage("B"), 1)
    assert map_.columns() == ["a1", "b1", "a2", "b2", "C"]
    assert map_.get(card).stage_id == map_.stage("B")
    assert map_.journey.get(Feeling, point).stage_id == map_.stage("B")
    map_.sound()


def test_a_step_does_not_leave_its_map(map_: Small) -> None:
    other = moves.add_stage(map_.draft, moves.add_map(map_.draft, "Other"), "X")
    with pytest.raises(Problem, match="another map"):
        moves.move_step(map_.draft, map_.step("a1"), other)


def test_the_first_step_takes_over_what_lay_in_its_stage(map_: Small) -> None:
    card, goal = map_.card("actions", "C", "act"), map_.card("owners", "C", "own")
    moves.set_lane_per(map_.draft, map_.lane["owners"], "stage")
    point = moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["C"], 1)
    step_id = moves.add_step(map_.draft, map_.stage("C"), "c1")
    assert map_.get(card).step_id == step_id
    assert map_.journey.get(Feeling, point).step_id == step_id
    assert map_.get(goal).step_id is None
    second = moves.add_step(map_.draft, map_.stage("C"), "c2")
    assert map_.journey.cards(map_.lane["actions"], map_.stage("C"), second) == ()
    map_.sound()


def test_a_first_step_may_leave_what_lay_in_its_stage(map_: Small) -> None:
    card = map_.card("actions", "C")
    step_id = moves.add_step(map_.draft, map_.stage("C"), "c1", settle=False)
    assert map_.journey.get(Card, card).step_id is None
    assert map_.journey.steps(map_.stage("C"))[0].id == step_id
    map_.sound()


def test_a_step_that_comes_into_a_filled_stage_stands_beside_what_lay_there(map_: Small) -> None:
    card = map_.card("actions", "C", "act")
    moves.move_step(map_.draft, map_.step("b2"), map_.stage("C"))
    assert map_.columns() == ["a1", "a2", "b1", "C", "b2"]
    assert map_.get(card).step_id not in {None, map_.step("b2")}
    map_.sound()


def test_a_step_that_comes_into_an_empty_stage_is_its_only_one(map_: Small) -> None:
    moves.move_step(map_.draft, map_.step("b2"), map_.stage("C"))
    assert map_.columns() == ["a1", "a2", "b1", "b2"]
    assert len(map_.journey.steps(map_.stage("C"))) == 1


def test_splitting_takes_the_later_steps_along(map_: Small) -> None:
    first, second = map_.card("actions", "b1", "one"), map_.card("actions", "b2", "two")
    persona = moves.add_persona(map_.draft, "Ann", map_.map_id)
    moves.set_participation(map_.draft, persona, map_.stage("B"), "decides", "for")
    moves.set_duration(map_.draft, map_.stage("B"), "actual", Duration(4))
    map_.settle()
    new = moves.split_stage(map_.draft, map_.stage("B"), map_.step("b2"))
    assert map_.stages() == ["A", "B", "b2", "C"]
    assert map_.get(first).stage_id == map_.stage("B")
    assert map_.get(second).stage_id == new
    assert [one.stance for one in map_.journey.participation(new)] == ["for"]
    assert len(map_.journey.participation(map_.stage("B"))) == 1
    assert map_.journey.get(Stage, map_.stage("B")).actual == Duration(4)
    map_.sound()


def test_splitting_leaves_something_of_the_first_half(map_: Small) -> None:
    with pytest.raises(Problem, match="nothing would be left"):
        moves.split_stage(map_.draft, map_.stage("B"), map_.step("b1"))


def test_merging_keeps_everything_of_both(map_: Small) -> None:
    act_a, act_b = map_.card("actions", "a1", "one"), map_.card("actions", "b1", "two")
    whole = map_.card("actions", "B", "whole")
    note = map_.card("barriers", "B", "note")
    moves.pin_barrier(map_.draft, note, map_.stage("B"), 1, 2)
    metric = moves.add_metric(map_.draft, map_.map_id, map_.stage("B"), "Calls")
    ann, bob = (moves.add_persona(map_.draft, name) for name in ("Ann", "Bob"))
    moves.set_participation(map_.draft, ann, map_.stage("A"), "decides")
    moves.set_participation(map_.draft, ann, map_.stage("B"), "absent")
    moves.set_participation(map_.draft, bob, map_.stage("B"), "influences")
    for title, goal in (("A", "know"), ("B", "choose")):
        moves.set_fields(map_.draft, map_.stage(title), goal=goal, actual=Duration(2))
    map_.settle()
    assert moves.merge_stages(map_.draft, map_.stage("B"), map_.stage("A")) == map_.stage("A")
    assert map_.columns() == ["a1", "a2", "b1", "b2", "C"]
    merged = map_.journey.get(Stage, map_.stage("A"))
    assert (merged.title, merged.goal, merged.actual) == ("A / B", "know\nchoose", Duration(4))
    for card_id in (act_a, act_b, whole, note):
        assert map_.get(card_id).stage_id == map_.stage("A")
    assert map_.journey.get(Barrier, note).on_id == map_.stage("A")
    assert map_.journey.get(Metric, metric).about_id == map_.stage("A")
    parts = {one.persona_id: one.involvement for one in map_.journey.participation(merged.id)}
    assert parts == {ann: "decides", bob: "influences"}
    assert map_.stage("B") not in map_.journey
    map_.sound()


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (Duration(1, "weeks"), Duration(3, "days"), Duration(10, "days")),
        (Duration(2, "hours"), Duration(30, "minutes"), Duration(2.5, "hours")),
        (Duration(2, "days", 1, 4), Duration(3, "days"), Duration(5, "days", 4, 7)),
        (Duration(2, "days", None, 4), Duration(3, "days"), Duration(5, "days", 5, 7)),
        (None, Duration(3, "days"), Duration(3, "days")),
        (None, None, None),
    ],
)
def test_merging_loses_no_time(
    map_: Small, first: Duration | None, second: Duration | None, together: Duration | None
) -> None:
    moves.set_fields(map_.draft, map_.stage("A"), planned=first)
    moves.set_fields(map_.draft, map_.stage("B"), planned=second)
    moves.merge_stages(map_.draft, map_.stage("A"), map_.stage("B"))
    assert map_.journey.get(Stage, map_.stage("A")).planned == together
    map_.sound()


def test_who_takes_part_in_both_halves_keeps_the_larger_part_and_every_note(map_: Small) -> None:
    ann = moves.add_persona(map_.draft, "Ann")
    moves.set_participation(map_.draft, ann, map_.stage("A"), "takes_part", "", "asks")
    moves.set_participation(map_.draft, ann, map_.stage("B"), "decides", "against", "signs")
    map_.settle()
    moves.merge_stages(map_.draft, map_.stage("A"), map_.stage("B"))
    (part,) = map_.journey.participation(map_.stage("A"))
    assert (part.involvement, part.stance, part.note) == ("decides", "against", "asks\nsigns")
    map_.sound()


def test_a_note_on_a_stage_follows_its_step_into_another(map_: Small) -> None:
    note = map_.card("barriers", "a2", "slow")
    moves.pin_barrier(map_.draft, note, map_.stage("A"), 1, 2)
    map_.settle()
    moves.move_step(map_.draft, map_.step("a2"), map_.stage("B"))
    pinned = map_.journey.get(Barrier, note)
    assert (pinned.stage_id, pinned.on_id) == (map_.stage("B"), map_.stage("B"))
    map_.sound()


def test_merging_two_stages_without_steps_puts_their_cards_together(map_: Small) -> None:
    second = moves.add_stage(map_.draft, map_.map_id, "D")
    map_.at["D"] = second, None
    map_.card("actions", "C", "one")
    map_.card("actions", "D", "two")
    lane = map_.lane["feelings"]
    moves.set_feeling(map_.draft, lane, *map_.at["C"], 1)
    moves.set_feeling(map_.draft, lane, *map_.at["D"], -1)
    map_.settle()
    moves.merge_stages(map_.draft, map_.stage("C"), second)
    assert map_.columns() == ["a1", "a2", "b1", "b2", "C / D"]
    assert map_.texts("actions", "C") == ["one", "two"]
    assert [one.value for one in map_.journey.curve(lane, None, "as_is")] == [1, -1]
    map_.sound()


def test_merging_with_a_stage_without_steps_gives_its_things_a_step(map_: Small) -> None:
    card = map_.card("actions", "C", "act")
    map_.settle()
    moves.merge_stages(map_.draft, map_.stage("B"), map_.stage("C"))
    assert map_.columns() == ["a1", "a2", "b1", "b2", "C"]
    step = map_.journey.get(Step, map_.get(card).step_id or "")
    assert (step.title, step.stage_id) == ("C", map_.stage("B"))
    map_.sound()


def test_only_neighbours_merge(map_: Small) -> None:
    with pytest.raises(Problem, match="neighbouring"):
        moves.merge_stages(map_.draft, map_.stage("A"), map_.stage("C"))


def wide(lane: str, where: str, span: int) -> tuple[Small, str]:
    """A map with one wide card."""
    map_ = small()
    card = map_.card(lane, where, "wide", span=span)
    map_.settle()
    return map_, card


def test_a_wide_card_goes_on_covering_what_it_covered_when_columns_come() -> None:
    map_, card = wide("actions", "a2", 2)
    moves.add_step(map_.draft, map_.stage("A"), "a3")
    assert map_.covered(card) == ["a2", "a3", "b1"]
    moves.add_stage(map_.draft, map_.map_id, "new", 1)
    assert map_.covered(card) == ["a2", "a3", "new", "b1"]
    moves.add_step(map_.draft, map_.stage("B"), "b0", 0)
    assert map_.covered(card) == ["a2", "a3", "new", "b0", "b1"]
    moves.add_stage(map_.draft, map_.map_id, "before", 0)
    assert map_.covered(card) == ["a2", "a3", "new", "b0", "b1"]
    map_.sound()


def test_a_wide_card_loses_only_the_column_that_goes() -> None:
    map_, card = wide("actions", "a2", 3)
    moves.drop(map_.draft, map_.step("b1"))
    assert map_.covered(card) == ["a2", "b2"]
    moves.drop(map_.draft, map_.step("a2"))
    assert map_.covered(card) == ["b2"]
    moves.drop(map_.draft, map_.step("b2"))
    assert card not in map_.journey
    map_.sound()


def test_a_wide_card_of_whole_stages_stays_on_those_that_are_left() -> None:
    map_, card = wide("owners", "A", 3)
    moves.drop(map_.draft, map_.stage("B"))
    assert map_.covered(card) == ["A", "C"]
    moves.drop(map_.draft, map_.stage("A"))
    assert map_.covered(card) == ["C"]
    map_.sound()


def test_the_owner_of_a_stage_owns_both_halves_and_then_the_whole() -> None:
    map_, card = wide("owners", "B", 1)
    new = moves.split_stage(map_.draft, map_.stage("B"), map_.step("b2"))
    assert map_.covered(card) == ["B", "b2"]
    moves.merge_stages(map_.draft, map_.stage("B"), new)
    assert map_.covered(card) == ["B"]
    map_.sound()


def test_a_card_wider_than_the_map_stays_as_wide() -> None:
    map_, card = wide("actions", "b2", 5)
    moves.add_stage(map_.draft, map_.map_id, "D")
    assert map_.get(card).span == 5
    moves.drop(map_.draft, map_.stage("C"))
    assert map_.get(card).span == 4
    map_.sound()


def test_a_wide_card_of_stages_covers_their_columns_when_it_moves_into_a_step() -> None:
    map_, card = wide("actions", "C", 2)
    new = moves.add_stage(map_.draft, map_.map_id, "D", steps=("d1", "d2"))
    assert new in map_.journey
    moves.add_step(map_.draft, map_.stage("C"), "c1")
    assert map_.covered(card) == ["c1", "d1", "d2"]
    map_.sound()


def test_dropping_the_last_step_leaves_the_stage_and_its_own_cards(map_: Small) -> None:
    inside, whole = map_.card("actions", "a1"), map_.card("actions", "A")
    for step in ("a1", "a2"):
        moves.drop(map_.draft, map_.step(step))
    assert map_.columns() == ["A", "b1", "b2", "C"]
    assert inside not in map_.journey
    assert map_.journey.get(Card, whole).stage_id == map_.stage("A")
    map_.sound()
