"""The tools that make something new: where it is made, that one types at once, and undo."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt

from cjm_desktop.journey.records import Barrier, Card, Feeling
from cjm_desktop.ui.canvas.view import Canvas
from tests.journey.filled import Filled
from tests.ui.canvas.hand import SHIFT, Hand


def cell(filled: Filled, lane: str, where: str) -> tuple[str, str, str | None]:
    return (filled.map.lane[lane], *filled.map.at[where])


@pytest.mark.parametrize(
    ("tool", "lane"),
    [
        ("touchpoint", "touchpoints"),
        ("barrier", "barriers"),
        ("opportunity", "opportunities"),
    ],
)
def test_a_click_makes_a_card_and_typing_belongs_to_it(
    hand: Hand, canvas: Canvas, filled: Filled, tool: str, lane: str
) -> None:
    before = dict.fromkeys(canvas.document.journey)
    canvas.set_tool(tool)
    hand.click(hand.cell(*cell(filled, lane, "b2")))
    assert canvas.tool == "select", "one click, one thing"
    assert canvas.writing.editor is not None
    hand.type("fresh")
    hand.key(Qt.Key.Key_Return)
    assert hand.texts(*cell(filled, lane, "b2")) == ["fresh"]
    assert hand.steps() == 1, "making and typing are one step"
    assert "fresh" in hand.step_name()
    canvas.document.undo()
    assert dict.fromkeys(canvas.document.journey) == before


def test_a_click_anywhere_in_the_column_finds_the_lane(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.set_tool("opportunity")
    hand.click(hand.cell(*cell(filled, "actions", "b2")))
    hand.type("idea here")
    hand.key(Qt.Key.Key_Return)
    assert hand.texts(*cell(filled, "opportunities", "b2")) == ["idea here"]


def test_a_thing_without_text_goes_again(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    before = dict.fromkeys(canvas.document.journey)
    for end in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        canvas.set_tool("touchpoint")
        hand.click(hand.cell(*cell(filled, "touchpoints", "b2")))
        hand.key(end)
        assert dict.fromkeys(canvas.document.journey) == before


def test_shift_keeps_the_tool(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.set_tool("barrier")
    hand.click(hand.cell(*cell(filled, "barriers", "b1")), SHIFT)
    hand.type("first")
    hand.click(hand.cell(*cell(filled, "barriers", "b2")), SHIFT)
    hand.type("second")
    hand.key(Qt.Key.Key_Return)
    assert canvas.tool == "barrier"
    assert hand.texts(*cell(filled, "barriers", "b1")) == ["first"]
    assert hand.texts(*cell(filled, "barriers", "b2")) == ["second"]


def test_a_barrier_made_on_a_touchpoint_is_pinned_to_it(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.set_tool("barrier")
    hand.click(hand.at(filled.far))
    hand.type("no answer")
    hand.key(Qt.Key.Key_Return)
    notes = [one for one in canvas.document.journey.all(Barrier) if one.text == "no answer"]
    assert [one.on_id for one in notes] == [filled.far]


def test_a_feeling_is_made_at_the_height_of_the_click(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    lane_id = filled.map.lane["feelings"]
    box = next(one for one in canvas.drawing.lanes if one.lane_id == lane_id)
    middle = hand.cell(*cell(filled, "feelings", "b2"))
    top = canvas.camera.to_view(0, box.top_value_y).y()
    canvas.set_tool("feeling")
    hand.click(QPointF(middle.x(), top + 2))
    hand.type("delight")
    hand.key(Qt.Key.Key_Return)
    found = [one for one in canvas.document.journey.all(Feeling) if one.word == "delight"]
    assert [one.value for one in found] == [2.0]
    assert hand.steps() == 1
    canvas.document.undo()
    assert len(canvas.document.journey.all(Feeling)) == 2


def test_a_feeling_needs_no_word(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.set_tool("feeling")
    hand.click(hand.cell(*cell(filled, "feelings", "a2")))
    hand.key(Qt.Key.Key_Escape)
    assert len(canvas.document.journey.all(Feeling)) == 3


def test_a_stage_is_made_in_the_gap_that_is_nearest(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    rect = canvas.record_rect(filled.map.stage("B"))
    assert rect is not None
    canvas.set_tool("stage")
    hand.click(rect.topLeft() + QPointF(6, 12))
    hand.type("Between")
    hand.key(Qt.Key.Key_Return)
    assert hand.stages() == ["A", "Between", "B", "C"]
    assert hand.steps() == 1
    canvas.document.undo()
    assert hand.stages() == ["A", "B", "C"]


def test_an_empty_map_gets_its_first_stage(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select([filled.map.stage(one) for one in "ABC"])
    canvas.delete_selection()
    assert hand.stages() == []
    canvas.set_tool("stage")
    hand.click(QPointF(500, 400))
    hand.type("First")
    hand.key(Qt.Key.Key_Return)
    assert hand.stages() == ["First"]


def test_insert_begins_an_empty_map(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select([filled.map.stage(one) for one in "ABC"])
    canvas.delete_selection()
    hand.key(Qt.Key.Key_Insert)
    hand.type("First")
    hand.key(Qt.Key.Key_Return)
    assert hand.stages() == ["First"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Insert, Qt.Key.Key_Return])
def test_where_nothing_is_chosen_a_key_leads_to_where_one_begins(
    hand: Hand, canvas: Canvas, filled: Filled, key: Qt.Key
) -> None:
    """It was as if the keyboard were dead: nothing was done, and nothing said."""
    canvas.select(())
    before, hints = hand.stages(), canvas.hands.tool.hint().keys
    assert any("[Enter]" in one for one in hints)
    hand.key(key)
    assert canvas.walker.standing() == canvas.walker.walk().first()
    assert hand.stages() == before, "it only goes there"
    hand.key(Qt.Key.Key_Insert)
    assert canvas.writing.target is not None, "now it makes another one, and one types at once"


def test_insert_adds_behind_what_is_chosen(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.one,))
    hand.key(Qt.Key.Key_Insert)
    hand.type("more")
    hand.key(Qt.Key.Key_Return)
    assert hand.texts(*cell(filled, "touchpoints", "a1")) == ["one", "more", "two", "three"]


def test_a_double_click_in_an_empty_cell_adds_what_it_holds(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    hand.double(hand.cell(*cell(filled, "actions", "b2")))
    hand.type("does it")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Return)
    assert hand.texts(*cell(filled, "actions", "b2")) == ["does it"]


def test_enter_in_an_empty_cell_of_goals_writes_the_goal_of_its_stage(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    hand.click(hand.cell(filled.map.lane["goals"], filled.map.stage("A"), None))
    hand.key(Qt.Key.Key_Return)
    hand.type("find it")
    hand.key(Qt.Key.Key_Return)
    assert hand.stage("A").goal == "find it"
    assert hand.step_name() == "Set the goal of “A”"


def test_add_is_a_command_too(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    new_id = canvas.add("step", filled.map.step("a1"))
    assert new_id is not None
    hand.type("a1b")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Return)
    steps = canvas.document.journey.steps(filled.map.stage("A"))
    assert [one.title for one in steps] == ["a1", "a1b", "a2"]
    lane_id = canvas.add("lane", filled.map.lane["goals"])
    hand.type("Risks")
    hand.key(Qt.Key.Key_Return)
    lanes = canvas.document.journey.lanes(canvas.map_id)
    assert (lanes[1].id, lanes[1].title) == (lane_id, "Risks")


def test_an_opportunity_answers_its_barrier(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.note,))
    new_id = canvas.deeds.answer()
    hand.type("repair")
    hand.key(Qt.Key.Key_Return)
    assert new_id is not None
    made = canvas.document.journey.get(Card, new_id)
    assert made.text == "repair"
    assert getattr(made, "answers", ()) == (filled.note,)
    assert hand.steps() == 1


def test_escape_puts_the_tool_down(hand: Hand, canvas: Canvas) -> None:
    canvas.set_tool("touchpoint")
    hand.key(Qt.Key.Key_Escape)
    assert canvas.tool == "select"
    hand.press(QPointF(500, 400))
    canvas.set_tool("barrier")
    assert canvas.hands.gesture is None


def test_a_double_click_with_an_adding_tool_adds_one_thing(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.set_tool("opportunity")
    at = hand.cell(*cell(filled, "actions", "b2"))
    hand.click(at)
    hand.send(QEvent.Type.MouseButtonDblClick, at)
    hand.send(QEvent.Type.MouseButtonRelease, at)
    hand.type("once")
    hand.key(Qt.Key.Key_Return)
    assert hand.texts(*cell(filled, "opportunities", "b2")) == ["once"]
