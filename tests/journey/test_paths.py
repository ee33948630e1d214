"""Verbs of the plan: the path as it is stays as it is, whatever is done to the other one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import moves, plans, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Card, Record, Stage, Step, Touchpoint
from tests.journey.small import Small, small


def plan_move(map_: Small, card_id: str, lane: str, where: str, place: int | None = None) -> str:
    """Move one card in the plan; return what stands there."""
    return moves.plan_move(map_.draft, [card_id], map_.lane[lane], *map_.at[where], place)[0]


def seen(map_: Small, lane: str, where: str, view: str) -> list[str]:
    """The texts of a cell in a view."""
    cards = map_.journey.cards(map_.lane[lane], *map_.at[where])
    return [one.text for one in cards if plans.shown(map_.journey, one, view)]  # type: ignore[arg-type]


def test_what_is_added_in_the_plan_is_only_as_it_should_be(map_: Small) -> None:
    card = moves.plan_card(map_.draft, map_.lane["actions"], *map_.at["a1"], "call first")
    stage = moves.plan_stage(map_.draft, map_.map_id, "Welcome", 1)
    step = moves.plan_step(map_.draft, map_.stage("B"), "b3")
    inside = moves.plan_card(map_.draft, map_.lane["actions"], stage, None, "greet")
    for one in (card, stage, step, inside):
        assert getattr(map_.journey.get(Record, one), "path", "") == "to_be"
    assert map_.stages() == ["A", "Welcome", "B", "C"]
    map_.sound()


def test_a_step_planned_in_a_stage_without_steps_leaves_its_cards_as_they_are(map_: Small) -> None:
    card = map_.card("actions", "C", "use")
    moves.plan_step(map_.draft, map_.stage("C"), "c2")
    step = map_.journey.get(Step, map_.get(card).step_id or "")
    assert (step.title, step.path) == ("C", "both")
    assert plans.path_of(map_.journey, map_.get(card)) == "both"
    map_.sound()


def test_taking_out_of_the_plan_leaves_what_is_so(map_: Small) -> None:
    both = map_.card("actions", "a1", "wait")
    new = map_.card("actions", "a1", "call", path="to_be")
    moves.remove_from_plan(map_.draft, both)
    moves.remove_from_plan(map_.draft, new)
    assert map_.get(both).path == "as_is"
    assert new not in map_.journey
    moves.remove_from_plan(map_.draft, both)
    assert map_.get(both).path == "as_is"
    map_.sound()


def test_a_stage_taken_out_of_the_plan_takes_what_was_only_planned_in_it(map_: Small) -> None:
    kept = map_.card("actions", "a1", "wait")
    gone = [
        map_.card("actions", "a1", "call", path="to_be"),
        moves.plan_step(map_.draft, map_.stage("A"), "a3"),
    ]
    moves.plan_card(map_.draft, map_.lane["actions"], map_.stage("A"), gone[1], "in the new step")
    map_.settle()
    moves.remove_from_plan(map_.draft, map_.stage("A"))
    assert not any(one in map_.journey for one in gone)
    assert map_.get(kept).path == "both"
    assert plans.path_of(map_.journey, map_.get(kept)) == "as_is"
    map_.sound()
    moves.join(map_.draft, map_.stage("A"))
    assert plans.path_of(map_.journey, map_.get(kept)) == "both"
    map_.sound()


def test_curve_points_planned_in_a_stage_or_step_go_with_it(map_: Small) -> None:
    lane = map_.lane["feelings"]
    now = moves.set_feeling(map_.draft, lane, *map_.at["a1"], -1)
    planned = [
        moves.set_feeling(map_.draft, lane, *map_.at[one], 2, path="to_be") for one in ("a1", "b1")
    ]
    moves.remove_from_plan(map_.draft, map_.stage("A"))
    moves.remove_from_plan(map_.draft, map_.step("b1"))
    assert not any(one in map_.journey for one in planned)
    assert now in map_.journey
    map_.sound()


def test_a_planned_stage_taken_out_of_the_plan_goes_with_all_it_holds(map_: Small) -> None:
    stage = moves.plan_stage(map_.draft, map_.map_id, "Welcome")
    card = moves.add_card(map_.draft, map_.lane["actions"], stage, None, "greet")
    moves.remove_from_plan(map_.draft, card)
    assert card not in map_.journey
    moves.remove_from_plan(map_.draft, stage)
    assert stage not in map_.journey
    map_.sound()


def test_curve_points_of_the_plan_go_and_those_of_now_stay(map_: Small) -> None:
    lane = map_.lane["feelings"]
    now = moves.set_feeling(map_.draft, lane, *map_.at["a1"], -1)
    planned = moves.set_feeling(map_.draft, lane, *map_.at["a1"], 1, path="to_be")
    moves.remove_from_plan(map_.draft, now)
    moves.remove_from_plan(map_.draft, planned)
    assert now in map_.journey
    assert planned not in map_.journey
    moves.remove_from_plan(map_.draft, lane)
    assert lane not in map_.journey


def test_a_move_in_the_plan_leaves_the_card_and_makes_a_twin(map_: Small) -> None:
    card = map_.card("touchpoints", "b1", "invoice", channel="mail", votes=2)
    before = map_.get(card)
    twin = plan_move(map_, card, "touchpoints", "a2")
    assert twin != card
    moved = map_.journey.get(Touchpoint, twin)
    assert (moved.path, moved.moved_from, moved.text, moved.channel) == (
        "to_be",
        card,
        "invoice",
        "mail",
    )
    assert (moved.stage_id, moved.step_id) == map_.at["a2"]
    now = map_.get(card)
    assert now.path == "as_is"
    assert (now.stage_id, now.step_id, now.place) == (
        before.stage_id,
        before.step_id,
        before.place,
    )
    map_.sound()


def test_a_twin_just_moves_and_back_home_is_one_card_again(map_: Small) -> None:
    card = map_.card("actions", "b1", "pay")
    twin = plan_move(map_, card, "actions", "a2")
    assert plan_move(map_, twin, "actions", "C") == twin
    assert plan_move(map_, card, "actions", "a1") == twin
    assert seen(map_, "actions", "b1", "as_is") == ["pay"]
    assert plan_move(map_, twin, "actions", "b1") == card
    assert twin not in map_.journey
    assert map_.get(card).path == "both"
    map_.settle()


def test_a_reworded_twin_that_is_back_home_is_still_another_card(map_: Small) -> None:
    card = map_.card("actions", "b1", "pay")
    twin = plan_move(map_, card, "actions", "a2")
    moves.set_fields(map_.draft, twin, text="pay online")
    assert plan_move(map_, twin, "actions", "b1") == twin
    assert seen(map_, "actions", "b1", "to_be") == ["pay online"]
    assert moves.plan_fields(map_.draft, twin, text="pay") == card
    assert map_.get(card).path == "both"
    map_.sound()


def test_within_its_cell_a_card_moves_on_both_paths(map_: Small) -> None:
    first, second = (map_.card("actions", "a1", one) for one in ("one", "two"))
    assert plan_move(map_, second, "actions", "a1", 0) == second
    assert map_.texts("actions", "a1") == ["two", "one"]
    assert map_.get(first).path == map_.get(second).path == "both"


def test_several_cards_move_in_the_plan_in_their_order(map_: Small) -> None:
    cards = [map_.card("actions", "a1", one) for one in "xyz"]
    map_.card("actions", "b1", "there")
    moved = moves.plan_move(
        map_.draft, [cards[2], cards[0]], map_.lane["actions"], *map_.at["b1"], 0
    )
    assert [map_.get(one).text for one in moved] == ["z", "x"]
    assert seen(map_, "actions", "b1", "to_be") == ["z", "x", "there"]
    assert seen(map_, "actions", "a1", "to_be") == ["y"]
    assert seen(map_, "actions", "a1", "as_is") == ["x", "y", "z"]
    map_.sound()


def test_nothing_is_planned_in_what_is_not_in_the_plan(map_: Small) -> None:
    card = map_.card("actions", "a1", "x")
    moves.remove_from_plan(map_.draft, map_.stage("B"))
    for refused in (
        lambda: plan_move(map_, card, "actions", "b1"),
        lambda: moves.plan_card(map_.draft, map_.lane["actions"], *map_.at["b1"]),
        lambda: moves.plan_step(map_.draft, map_.stage("B"), "b3"),
        lambda: moves.split_in_plan(map_.draft, map_.card("actions", "b1", "y")),
        lambda: moves.set_path(map_.draft, map_.card("actions", "b1", "y"), "to_be"),
        lambda: moves.set_path(map_.draft, map_.step("b1"), "to_be"),
    ):
        with pytest.raises(Problem) as refusal:
            refused()
        assert refusal.value.key == "move.inside_as_is"
        assert "“B”" in refusal.value.sentence("en")
        assert "«B»" in refusal.value.sentence("ru")


@pytest.mark.parametrize(("own", "other"), [("as_is", "to_be"), ("to_be", "as_is")])
def test_nothing_moves_to_where_no_view_would_show_it(map_: Small, own: str, other: str) -> None:
    card = map_.card("actions", "a1", "x", path=own)
    moves.set_fields(map_.draft, map_.step("a2"), path=own)
    moves.set_fields(map_.draft, map_.stage("B"), path=other)
    with pytest.raises(Problem) as refusal:
        moves.move_card(map_.draft, card, map_.lane["actions"], *map_.at["b1"])
    assert refusal.value.key == f"move.inside_{other}"
    with pytest.raises(Problem) as refusal:
        moves.move_step(map_.draft, map_.step("a2"), map_.stage("B"))
    assert refusal.value.key == f"move.inside_{other}"


def test_what_leaves_a_planned_stage_is_still_only_planned(map_: Small) -> None:
    stage = moves.plan_stage(map_.draft, map_.map_id, "Welcome")
    card = moves.add_card(map_.draft, map_.lane["actions"], stage, None, "greet")
    assert plan_move(map_, card, "actions", "a1") == card
    assert map_.get(card).path == "to_be"
    step = moves.add_step(map_.draft, stage, "hall")
    moves.move_step(map_.draft, step, map_.stage("B"))
    assert map_.journey.get(Step, step).path == "to_be"
    map_.sound()


def test_stages_of_different_paths_merge_without_a_change_of_path(map_: Small) -> None:
    planned = map_.card("actions", "C", "only planned")
    whole = map_.card("owners", "C", "sales")
    moves.set_path(map_.draft, map_.stage("C"), "to_be")
    now = map_.card("actions", "b1", "so now")
    map_.settle()
    moves.merge_stages(map_.draft, map_.stage("B"), map_.stage("C"))
    paths = [plans.path_of(map_.journey, map_.get(one)) for one in (planned, whole, now)]
    assert paths == ["to_be", "to_be", "both"]
    assert map_.journey.get(Stage, map_.stage("B")).path == "both"
    map_.sound()


def test_the_path_of_a_thing_may_be_chosen(map_: Small) -> None:
    card = map_.card("actions", "a1", "x")
    for path in ("as_is", "to_be", "both"):
        moves.set_path(map_.draft, card, path)
        assert map_.get(card).path == path
    with pytest.raises(TypeError):
        moves.set_path(map_.draft, map_.lane["actions"], "as_is")


@pytest.mark.parametrize(("own", "other"), [("as_is", "to_be"), ("to_be", "as_is")])
def test_a_stage_keeps_what_it_holds_visible(map_: Small, own: str, other: str) -> None:
    map_.card("actions", "a1", "inside", path=other)
    for one in (map_.stage("A"), map_.step("a1")):
        with pytest.raises(Problem, match="“inside”") as refusal:
            moves.set_path(map_.draft, one, own)  # type: ignore[arg-type]
        assert refusal.value.key == f"move.holds_{other}"


def test_choosing_a_path_for_a_moved_card_makes_one_card_of_two(map_: Small) -> None:
    card = map_.card("actions", "b1", "pay")
    twin = plan_move(map_, card, "actions", "a2")
    moves.set_path(map_.draft, card, "both")
    assert twin not in map_.journey
    assert (map_.get(card).stage_id, map_.get(card).step_id) == map_.at["b1"]
    twin = plan_move(map_, card, "actions", "a2")
    moves.set_path(map_.draft, twin, "both")
    assert twin not in map_.journey
    assert (map_.get(card).stage_id, map_.get(card).step_id) == map_.at["a2"]
    map_.sound()


def test_words_may_differ_in_the_plan_only(map_: Small) -> None:
    card = map_.card("actions", "a1", "wait for a call")
    map_.card("actions", "a1", "after it")
    twin = moves.plan_fields(map_.draft, card, text="see the status", detail="in the app")
    assert twin != card
    assert seen(map_, "actions", "a1", "as_is") == ["wait for a call", "after it"]
    assert seen(map_, "actions", "a1", "to_be") == ["see the status", "after it"]
    assert moves.split_in_plan(map_.draft, card) == twin
    assert moves.split_in_plan(map_.draft, twin) == twin
    map_.settle()
    assert moves.plan_fields(map_.draft, card, text="wait for a call", detail="") == card
    assert twin not in map_.journey
    assert moves.plan_fields(map_.draft, card, text="wait for a call") == card
    map_.settle()


def test_what_has_no_words_for_the_plan_changes_on_both_paths(map_: Small) -> None:
    moves.plan_fields(map_.draft, map_.stage("A"), title="Search")
    assert map_.stages()[0] == "Search"


def test_another_channel_in_the_plan_needs_no_twin(map_: Small) -> None:
    contact = map_.card("touchpoints", "a1", "invoice", channel="mail")
    assert moves.plan_fields(map_.draft, contact, channel="app") == contact
    assert map_.journey.get(Touchpoint, contact).planned_channel == "app"
    moves.plan_fields(map_.draft, contact, channel="mail")
    assert map_.journey.get(Touchpoint, contact).planned_channel == ""


def test_another_channel_moves_with_the_twin_and_comes_back_with_it(map_: Small) -> None:
    contact = map_.card("touchpoints", "a1", "invoice", channel="mail", planned_channel="app")
    twin = plan_move(map_, contact, "touchpoints", "b1")
    now, planned = (map_.journey.get(Touchpoint, one) for one in (contact, twin))
    assert (now.channel, now.planned_channel) == ("mail", "")
    assert (planned.channel, planned.planned_channel) == ("app", "")
    assert moves.plan_fields(map_.draft, contact, channel="messenger") == twin
    assert plan_move(map_, twin, "touchpoints", "a1") == contact
    back = map_.journey.get(Touchpoint, contact)
    assert (back.path, back.channel, back.planned_channel) == ("both", "mail", "messenger")
    map_.sound()


def test_joining_takes_the_change_back_or_makes_it_true(map_: Small) -> None:
    card = map_.card("touchpoints", "b1", "invoice", channel="mail", votes=3)
    note = map_.card("barriers", "b1", "late")
    moves.pin_barrier(map_.draft, note, card, 5, 5)
    moves.add_evidence(map_.draft, card, source="crm")
    twin = plan_move(map_, card, "touchpoints", "a2")
    moves.set_fields(map_.draft, twin, text="bill", channel="app")
    map_.settle()
    assert moves.join(map_.draft, twin) == card
    kept = map_.journey.get(Touchpoint, card)
    assert (kept.path, kept.text, kept.channel, kept.step_id) == (
        "both",
        "invoice",
        "mail",
        map_.step("b1"),
    )
    map_.draft = Draft(map_.draft.base)
    assert moves.join(map_.draft, card, keep="to_be") == card
    true = map_.journey.get(Touchpoint, card)
    assert (true.path, true.text, true.channel, true.step_id, true.votes) == (
        "both",
        "bill",
        "app",
        map_.step("a2"),
        3,
    )
    assert map_.journey.evidence(card)
    assert map_.journey.get(Barrier, note).step_id == map_.step("a2")
    map_.sound()


def test_what_pointed_to_a_twin_points_to_the_card_it_joins(map_: Small) -> None:
    card = map_.card("touchpoints", "b1", "invoice")
    after = map_.card("touchpoints", "b2", "receipt")
    twin = plan_move(map_, card, "touchpoints", "a2")
    between = moves.add_link(map_.draft, card, twin)
    onward = moves.add_link(map_.draft, twin, after)
    metric = moves.add_metric(map_.draft, map_.map_id, twin, "paid")
    note = map_.card("barriers", "a2", "late")
    moves.pin_barrier(map_.draft, note, twin, 5, 5)
    evidence = moves.add_evidence(map_.draft, twin)
    map_.settle()
    moves.join(map_.draft, twin)
    assert between not in map_.journey
    pointing = {one.id for one in map_.journey.referrers(card)}
    assert pointing == {onward, metric, note, evidence}
    assert map_.journey.get(Barrier, note).step_id == map_.step("b1")
    map_.sound()


def test_what_was_new_or_removed_is_joined_too(map_: Small) -> None:
    removed = map_.card("actions", "a1", "x", path="as_is")
    new = map_.card("touchpoints", "a1", "y", path="to_be")
    switched = map_.card("touchpoints", "a1", "z", channel="mail", planned_channel="app")
    for one in (removed, new, switched):
        moves.join(map_.draft, one, keep="to_be")
        assert map_.get(one).path == "both"
    contact = map_.journey.get(Touchpoint, switched)
    assert (contact.channel, contact.planned_channel) == ("app", "")
    map_.sound()


def test_a_planned_stage_comes_true_with_what_was_planned_in_it(map_: Small) -> None:
    stage = moves.plan_stage(map_.draft, map_.map_id, "Welcome")
    step = moves.plan_step(map_.draft, stage, "hall")
    card = moves.plan_card(map_.draft, map_.lane["actions"], stage, step, "greet")
    came = plan_move(map_, map_.card("actions", "b1", "pay"), "actions", "a1")
    moves.plan_move(map_.draft, [came], map_.lane["actions"], stage, step)
    moves.join(map_.draft, stage)
    for one in (stage, step, card):
        record = map_.journey.get(Record, one)
        assert getattr(record, "path", "") == "both"
    assert map_.get(came).path == "to_be"
    map_.sound()


def test_a_card_is_not_joined_where_only_one_path_leads(map_: Small) -> None:
    card = map_.card("actions", "b1", "pay")
    twin = plan_move(map_, card, "actions", "a1")
    moves.remove_from_plan(map_.draft, map_.stage("B"))
    with pytest.raises(Problem) as refusal:
        moves.join(map_.draft, twin)
    assert refusal.value.key == "move.inside_as_is"
    moves.join(map_.draft, twin, keep="to_be")
    assert map_.get(card).path == "both"
    map_.sound()


def test_only_one_of_two_twins_left_by_a_merge_is_joined(map_: Small) -> None:
    card = map_.card("actions", "b1", "pay")
    twin = plan_move(map_, card, "actions", "a1")
    other = map_.card("actions", "C", "pay", path="to_be", moved_from=card)
    map_.settle()
    moves.join(map_.draft, card)
    assert sorted(one in map_.journey for one in (twin, other)) == [False, True]
    map_.sound()


def test_dropping_a_card_leaves_its_twin_as_something_new(map_: Small) -> None:
    card = map_.card("actions", "b1", "pay")
    twin = plan_move(map_, card, "actions", "a1")
    moves.drop(map_.draft, card)
    assert map_.get(twin).moved_from is None
    map_.sound()


def test_a_copy_stands_for_no_other_card_unless_that_is_copied_too(map_: Small) -> None:
    card = map_.card("actions", "b1", "pay")
    twin = plan_move(map_, card, "actions", "a1")
    alone = moves.copy_cards(map_.draft, [twin], map_.lane["actions"], *map_.at["a2"])[0]
    assert map_.get(alone).moved_from is None
    pair = moves.copy_cards(map_.draft, [card, twin], map_.lane["actions"], *map_.at["a2"])
    assert map_.get(pair[1]).moved_from == pair[0]
    stage = moves.plan_stage(map_.draft, map_.map_id, "Welcome")
    new = moves.copy_cards(map_.draft, [card, twin], map_.lane["actions"], stage, None)
    assert {map_.get(one).path for one in new} == {"both"}
    moves.copy_map(map_.draft, map_.map_id, "Copy")
    map_.sound()


def pinned(map_: Small, note: str) -> str | None:
    """What a note is pinned to."""
    return map_.journey.get(Barrier, note).on_id


def test_a_note_is_pinned_and_unpinned_in_its_own_step_only_in_the_plan(map_: Small) -> None:
    contact = map_.card("touchpoints", "a1", "call")
    note = map_.card("barriers", "a1", "nobody answers")
    was = map_.get(note)
    twin = moves.plan_pin(map_.draft, note, contact, 3, 4)
    assert (pinned(map_, note), map_.get(note).path) == (None, "as_is")
    assert (pinned(map_, twin), map_.get(twin).path) == (contact, "to_be")
    assert plan_move(map_, twin, "barriers", "a1") == note
    assert map_.get(note) == was
    moves.pin_barrier(map_.draft, note, contact, 3, 4)
    was = map_.get(note)
    twin = plan_move(map_, note, "barriers", "a1")
    assert (pinned(map_, note), pinned(map_, twin)) == (contact, None)
    assert (map_.get(note).path, map_.get(twin).path) == ("as_is", "to_be")
    assert moves.plan_pin(map_.draft, twin, contact, 3, 4) == note
    assert map_.get(note) == was
    map_.sound()


def test_a_pinned_note_slides_on_both_paths_and_is_pinned_elsewhere_in_the_plan(
    map_: Small,
) -> None:
    here, there = (map_.card("touchpoints", one, "x") for one in ("a1", "b1"))
    note = map_.card("barriers", "a1", "late")
    moves.pin_barrier(map_.draft, note, here, 3, 4)
    twin_of_here = plan_move(map_, here, "touchpoints", "C")
    assert moves.plan_pin(map_.draft, note, twin_of_here, 7, 8) == note
    slid = map_.journey.get(Barrier, note)
    assert (slid.on_id, slid.dx, slid.path) == (here, 7, "both")
    twin = moves.plan_pin(map_.draft, note, there, 1, 1)
    assert twin != note
    assert map_.journey.get(Barrier, twin).on_id == there
    assert map_.journey.get(Barrier, note).on_id == here
    map_.settle()
    assert plan_move(map_, twin, "barriers", "a1") == twin  # it is pinned as it is
    assert moves.plan_pin(map_.draft, twin, twin_of_here, 1, 1) == note
    assert map_.journey.get(Barrier, note).path == "both"
    map_.sound()


# Whatever is done to the plan


def deed(map_: Small, rng: random.Random) -> None:
    """Do something to the plan that the view of it offers."""
    journey = map_.journey
    cards = [
        one
        for lane in ("actions", "touchpoints", "barriers")
        for one in journey.cards_of_lane(map_.lane[lane])
        if plans.shown(journey, one, "to_be")
    ]
    columns = plans.columns(journey, map_.map_id, "to_be")
    if not cards or not columns:
        moves.plan_stage(map_.draft, map_.map_id, "new")
        return
    card, column = rng.choice(cards), rng.choice(columns)
    target = column.stage.id, column.step.id if column.step else None
    deeds = (
        lambda: moves.plan_move(map_.draft, [card.id], card.lane_id, *target, rng.choice((0, 9))),
        lambda: moves.plan_move(map_.draft, [card.id], card.lane_id, *target),
        lambda: moves.plan_move(
            map_.draft,
            [card.moved_from or card.id],
            *plans.cell_of(map_.get(card.moved_from or card.id)),
        ),
        lambda: moves.plan_fields(map_.draft, card.id, text=rng.choice("pqr")),
        lambda: moves.plan_card(map_.draft, card.lane_id, *target, "new"),
        lambda: moves.remove_from_plan(map_.draft, card.id),
        lambda: moves.remove_from_plan(map_.draft, target[1] or target[0]),
        lambda: moves.plan_step(map_.draft, target[0], "new step"),
        lambda: moves.split_in_plan(map_.draft, card.id),
        lambda: moves.join(map_.draft, card.moved_from) if card.moved_from else None,
    )
    rng.choice(deeds)()


def done(map_: Small, rng: random.Random) -> bool:
    """Whether a deed was done and not refused."""
    try:
        deed(map_, rng)
    except Problem:
        return False
    return True


def as_it_is(journey: Journey, map_id: str) -> set[tuple[str, ...]]:
    """All that the view of how it is shows, but the order in which cards lie in their cell."""
    stages = [one for one in journey.stages(map_id) if plans.shown(journey, one, "as_is")]
    return {(one.title,) for one in stages} | {
        (card.id, card.text, card.lane_id, card.stage_id)
        for stage in stages
        for card in journey.cards_of_stage(stage.id)
        if plans.shown(journey, card, "as_is")
    }


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 25))
def test_nothing_done_to_the_plan_changes_what_is_so_now(seed: int, count: int) -> None:
    map_, rng = small(), random.Random(seed)
    for number, where in enumerate(("a1", "a2", "b1", "b2", "a1", "b2")):
        lane = ("actions", "touchpoints", "barriers")[number % 3]
        map_.card(lane, where, str(number))
    map_.settle()
    before = as_it_is(map_.journey, map_.map_id)
    for _ in range(count):
        if done(map_, rng):
            rules.check(map_.draft)
            map_.draft = Draft(map_.journey)
        else:
            map_.draft = Draft(map_.draft.base)
        assert as_it_is(map_.journey, map_.map_id) == before
    assert rules.check_all(map_.journey) == ()
    for card in map_.journey.all(Card):
        assert card.path == "as_is" or plans.twin(map_.journey, card.id) is None
