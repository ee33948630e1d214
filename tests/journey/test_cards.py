"""Cards, notes and curve points: adding, moving, copying, pinning."""

import pytest

from cjm_desktop.journey import moves
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    Barrier,
    Feeling,
    Lane,
    Opportunity,
    Touchpoint,
)
from tests.journey.small import Small


def fill(map_: Small, where: str, texts: str, lane: str = "actions") -> dict[str, str]:
    """Cards named by single letters."""
    made = {text: map_.card(lane, where, text) for text in texts}
    map_.settle()
    return made


def test_the_lane_says_which_card_is_added(map_: Small) -> None:
    for holds, cls in CARD_OF_LANE.items():
        lane_id = moves.add_lane(map_.draft, map_.map_id, holds)  # type: ignore[arg-type]
        card = moves.add_card(map_.draft, lane_id, *map_.at["a1"], "x")
        assert type(map_.get(card)) is cls
    map_.sound()


def test_lanes_without_cards_refuse_them(map_: Small) -> None:
    for lane in ("goals", "feelings"):
        with pytest.raises(Problem, match="holds no cards"):
            map_.card(lane, "A")


def test_a_cell_is_where_its_lane_stage_and_step_meet(map_: Small) -> None:
    lane = map_.lane["actions"]
    other = moves.add_map(map_.draft, "Other")
    elsewhere = moves.add_stage(map_.draft, other, "X")
    for stage, step in (
        (elsewhere, None),
        (map_.stage("B"), map_.step("a1")),
        ("nothing", None),
        (map_.stage("A"), "nothing"),
    ):
        with pytest.raises(Problem, match="no such cell"):
            moves.add_card(map_.draft, lane, stage, step)


def test_cards_of_a_lane_per_stage_belong_to_the_whole_stage(map_: Small) -> None:
    lane = moves.add_lane(map_.draft, map_.map_id, "text", per="stage")
    card = moves.add_card(map_.draft, lane, *map_.at["a2"], "x")
    assert map_.get(card).step_id is None
    map_.sound()


@pytest.mark.parametrize(
    ("place", "after"), [(0, "dabc"), (2, "abdc"), (None, "abcd"), (7, "abcd")]
)
def test_a_card_moves_within_its_cell(map_: Small, place: int | None, after: str) -> None:
    cards = fill(map_, "a1", "abcd")
    moves.move_card(map_.draft, cards["d"], map_.lane["actions"], *map_.at["a1"], place)
    assert "".join(map_.texts("actions", "a1")) == after
    assert len(map_.draft.changed()) == (0 if after == "abcd" else 1)
    map_.sound()


def test_cards_from_several_cells_come_in_the_order_given(map_: Small) -> None:
    cards = {**fill(map_, "a1", "abc"), **fill(map_, "b1", "xyz")}
    chosen = [cards[one] for one in "zaxb"]
    moves.move_cards(map_.draft, chosen, map_.lane["actions"], *map_.at["b1"], 1)
    assert "".join(map_.texts("actions", "b1")) == "yzaxb"
    assert "".join(map_.texts("actions", "a1")) == "c"
    map_.sound()


def test_the_same_card_given_twice_moves_once(map_: Small) -> None:
    cards = fill(map_, "a1", "ab")
    moves.move_cards(map_.draft, [cards["a"]] * 2, map_.lane["actions"], *map_.at["b1"])
    assert map_.texts("actions", "b1") == ["a"]


def test_plain_cards_go_to_any_lane_of_plain_cards(map_: Small) -> None:
    card = map_.card("actions", "a1", "x")
    moves.move_card(map_.draft, card, map_.lane["owners"], *map_.at["b1"])
    assert map_.texts("owners", "b1") == ["x"]


@pytest.mark.parametrize(
    ("lane", "says"),
    [
        ("barriers", "Only barriers go here."),
        ("touchpoints", "Only touchpoints go here."),
        ("opportunities", "Only opportunities go here."),
        ("feelings", "This lane holds no cards."),
    ],
)
def test_a_wrong_lane_is_refused_with_a_reason(map_: Small, lane: str, says: str) -> None:
    card = map_.card("actions", "a1", "x")
    map_.settle()
    with pytest.raises(Problem) as refusal:
        moves.move_card(map_.draft, card, map_.lane[lane], *map_.at["b1"])
    assert refusal.value.sentence("en") == says
    assert map_.draft.changed() == ()


def test_a_barrier_does_not_go_among_actions(map_: Small) -> None:
    note = map_.card("barriers", "a1")
    with pytest.raises(Problem, match="Only plain cards"):
        moves.move_card(map_.draft, note, map_.lane["actions"], *map_.at["a1"])


def test_cards_move_within_one_map_and_are_copied_to_others(map_: Small) -> None:
    other = moves.copy_map(map_.draft, map_.map_id, "Other")
    lane = next(one.id for one in map_.journey.lanes(other) if one.holds == "actions")
    stage, step = map_.journey.columns(other)[0]
    card = map_.card("actions", "a1", "x")
    with pytest.raises(Problem, match="another map"):
        moves.move_card(map_.draft, card, lane, stage.id, step.id if step else None)
    moves.copy_cards(map_.draft, [card], lane, stage.id, step.id if step else None)
    map_.sound()


def test_copies_stand_in_the_order_given_and_bring_their_evidence(map_: Small) -> None:
    cards = fill(map_, "a1", "abc")
    moves.add_evidence(map_.draft, cards["b"], source="crm", people=5)
    chosen = [cards[one] for one in "ba"]
    copies = moves.copy_cards(map_.draft, chosen, map_.lane["actions"], *map_.at["a1"], 1)
    assert "".join(map_.texts("actions", "a1")) == "ababc"
    assert [one.people for one in map_.journey.evidence(copies[0])] == [5]
    assert map_.journey.evidence(copies[1]) == ()
    assert len(map_.journey.evidence(cards["b"])) == 1
    map_.sound()


def test_a_copied_note_lies_in_its_cell(map_: Small) -> None:
    note = map_.card("barriers", "a1", "n")
    moves.pin_barrier(map_.draft, note, map_.step("a1"), 3, 4)
    (copy,) = moves.copy_cards(map_.draft, [note], map_.lane["barriers"], *map_.at["b1"])
    copied = map_.journey.get(Barrier, copy)
    assert (copied.on_id, copied.dx, copied.dy) == (None, 0, 0)
    assert map_.journey.get(Barrier, note).on_id == map_.step("a1")


@pytest.mark.parametrize("where", ["touchpoint", "b2", "B"])
def test_a_pinned_note_belongs_to_what_it_stands_on(map_: Small, where: str) -> None:
    note = map_.card("barriers", "a1", "n")
    contact = map_.card("touchpoints", "b2", "t")
    on = {"touchpoint": contact, "b2": map_.step("b2"), "B": map_.stage("B")}[where]
    moves.pin_barrier(map_.draft, note, on, 12.5, -3)
    pinned = map_.journey.get(Barrier, note)
    assert (pinned.on_id, pinned.dx, pinned.dy) == (on, 12.5, -3)
    assert (pinned.stage_id, pinned.step_id) == map_.at["B" if where == "B" else "b2"]
    map_.sound()


def test_a_note_may_be_pinned_again_where_it_stands(map_: Small) -> None:
    note = map_.card("barriers", "a1", "n")
    for dx in (1, 2):
        moves.pin_barrier(map_.draft, note, map_.step("a1"), dx, 0)
    assert map_.journey.get(Barrier, note).dx == 2
    moves.pin_barrier(map_.draft, note, map_.stage("A"), 0, 0)
    assert map_.get(note).step_id == map_.step("a1")


def test_notes_go_with_the_touchpoint_they_are_pinned_to(map_: Small) -> None:
    note, contact = map_.card("barriers", "a1"), map_.card("touchpoints", "a1")
    moves.pin_barrier(map_.draft, note, contact, 5, 5)
    moves.move_card(map_.draft, contact, map_.lane["touchpoints"], *map_.at["b2"])
    moved = map_.journey.get(Barrier, note)
    assert (moved.stage_id, moved.step_id, moved.on_id) == (*map_.at["b2"], contact)
    moves.move_step(map_.draft, map_.step("b2"), map_.stage("C"))
    assert map_.get(note).stage_id == map_.stage("C")
    map_.sound()


def test_a_note_is_pinned_only_to_what_can_hold_it(map_: Small) -> None:
    note, card = map_.card("barriers", "a1"), map_.card("actions", "a1")
    with pytest.raises(Problem, match="can be pinned"):
        moves.pin_barrier(map_.draft, note, card, 0, 0)
    other = moves.add_stage(map_.draft, moves.add_map(map_.draft, "Other"), "X")
    with pytest.raises(Problem, match="another map"):
        moves.pin_barrier(map_.draft, note, other, 0, 0)


def test_an_unpinned_note_lies_in_the_cell_at_its_place(map_: Small) -> None:
    notes = fill(map_, "b1", "xy", "barriers")
    note = map_.card("barriers", "a1", "n")
    moves.pin_barrier(map_.draft, note, map_.step("a2"), 40, 50)
    moves.unpin_barrier(map_.draft, note, map_.lane["barriers"], *map_.at["b1"], 1)
    assert map_.texts("barriers", "b1") == ["x", "n", "y"]
    lying = map_.journey.get(Barrier, note)
    assert (lying.on_id, lying.dx, lying.dy) == (None, 0, 0)
    moves.pin_barrier(map_.draft, notes["x"], map_.step("b1"), 1, 1)
    moves.unpin_barrier(map_.draft, notes["x"], map_.lane["barriers"], *map_.at["b1"], 0)
    assert map_.journey.get(Barrier, notes["x"]).on_id is None
    map_.sound()


def test_an_answer_stands_in_the_barriers_step(map_: Small) -> None:
    note = map_.card("barriers", "b1", "n")
    answer = map_.journey.get(Opportunity, moves.answer_barrier(map_.draft, note, "idea"))
    assert answer.answers == (note,)
    assert (answer.stage_id, answer.step_id) == map_.at["b1"]
    map_.sound()


def test_a_map_without_a_lane_for_answers_gets_one_under_the_barriers(map_: Small) -> None:
    moves.drop(map_.draft, map_.lane["opportunities"])
    note = map_.card("barriers", "b1", "n")
    answer = moves.answer_barrier(map_.draft, note)
    lanes = map_.journey.lanes(map_.map_id)
    kinds = [one.holds for one in lanes]
    assert kinds.index("opportunities") == kinds.index("barriers") + 1
    assert map_.journey.get(Lane, map_.get(answer).lane_id).title == "Opportunities"
    map_.sound()


def test_a_feeling_is_made_once_and_then_changed(map_: Small) -> None:
    lane, cell = map_.lane["feelings"], map_.at["a1"]
    point = moves.set_feeling(map_.draft, lane, *cell, 1.5, word="Joy", note="why")
    assert moves.set_feeling(map_.draft, lane, *cell, -2) == point
    made = map_.journey.get(Feeling, point)
    assert (made.value, made.word, made.note) == (-2, "Joy", "why")
    others = {
        moves.set_feeling(map_.draft, lane, *cell, 0, between=0.5),
        moves.set_feeling(map_.draft, lane, *cell, 0, path="to_be"),
        moves.set_feeling(map_.draft, lane, *cell, 0, moves.add_persona(map_.draft, "Ann")),
        moves.set_feeling(map_.draft, lane, *map_.at["A"], 0),
    }
    assert len(others | {point}) == 5
    map_.sound()


@pytest.mark.parametrize("value", [2.01, -3, float("nan"), float("inf")])
def test_a_feeling_off_the_scale_is_refused(map_: Small, value: float) -> None:
    with pytest.raises(Problem, match="between −2 and"):
        moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], value)
    assert map_.draft.changed() == ()


def test_feelings_go_on_lanes_of_feelings(map_: Small) -> None:
    with pytest.raises(Problem, match="lane of feelings"):
        moves.set_feeling(map_.draft, map_.lane["actions"], *map_.at["a1"], 1)


def test_text_is_made_clean_at_the_door(map_: Small) -> None:
    card = map_.card("touchpoints", "a1", "a\r\nb\x00\ud800c\td", owner="x\x1by")
    made = map_.journey.get(Touchpoint, card)
    assert (made.text, made.owner) == ("a\nbc\td", "xy")
    moves.set_fields(map_.draft, card, text="\x7fz", starts="\u2028")
    assert map_.get(card).text == "z"
    map_.sound()


def test_setting_fields_wants_known_names(map_: Small) -> None:
    card = map_.card("actions", "a1")
    for name in ("severity", "id"):
        with pytest.raises(ValueError, match=name):
            moves.set_fields(map_.draft, card, **{name: 1})
    with pytest.raises(KeyError):
        moves.set_fields(map_.draft, "nothing", text="x")
