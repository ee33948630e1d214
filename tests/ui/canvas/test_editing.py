"""Text in place, deleting, keys, the menu: each against the document, each taken back."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Barrier, Card, Feeling, JourneyMap, Lane
from cjm_desktop.ui.canvas.view import Canvas
from tests.journey.filled import Filled
from tests.ui.canvas.hand import CONTROL, SHIFT, Hand


def cell(filled: Filled, lane: str, where: str) -> tuple[str, str, str | None]:
    return (filled.map.lane[lane], *filled.map.at[where])


def test_a_double_click_edits_the_text_in_place(
    hand: Hand, canvas: Canvas, filled: Filled, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(canvas.text_editing) as begun:
        hand.double(hand.at(filled.one))
    assert begun.args == [True]
    editor = canvas.writing.editor
    assert editor is not None
    assert editor.text() == "one"
    rect = canvas.record_rect(filled.one)
    assert rect is not None
    assert rect.contains(QPointF(editor.geometry().center()))
    hand.type("something else")
    with qtbot.waitSignal(canvas.text_editing) as ended:
        hand.key(Qt.Key.Key_Return)
    assert ended.args == [False]
    assert hand.card(filled.one).text == "something else"
    assert hand.steps() == 1
    assert canvas.hasFocus(), "the keys go on working on the map"
    canvas.document.undo()
    assert hand.card(filled.one).text == "one"


def test_the_map_makes_room_while_one_types(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.edit_text(filled.act)
    box = next(b for b in canvas.drawing.lanes if b.lane_id == filled.map.lane["actions"])
    hand.type("a text that is a good deal longer than what there is room for " * 4)
    grown = next(b for b in canvas.drawing.lanes if b.lane_id == filled.map.lane["actions"])
    assert grown.h > box.h
    assert hand.card(filled.act).text == "act", "nothing is written yet"
    hand.key(Qt.Key.Key_Escape)
    assert hand.card(filled.act).text == "act"
    after = next(b for b in canvas.drawing.lanes if b.lane_id == filled.map.lane["actions"])
    assert after == box


def test_a_click_beside_it_keeps_the_text(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.edit_text(filled.one)
    hand.type("kept")
    hand.click(hand.at(filled.far))
    assert hand.card(filled.one).text == "kept"
    assert canvas.writing.editor is None
    assert canvas.selection == (filled.far,)


def test_another_widget_taking_the_focus_keeps_the_text(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.edit_text(filled.one)
    hand.type("kept")
    canvas.setFocus()
    assert hand.card(filled.one).text == "kept"


def test_ctrl_enter_begins_a_line_only_where_lines_belong(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.edit_text(filled.act)
    hand.type("first")
    hand.key(Qt.Key.Key_Return, CONTROL)
    hand.type("second")
    hand.key(Qt.Key.Key_Return)
    assert hand.card(filled.act).text == "first\nsecond"
    canvas.edit_text(filled.map.stage("A"))
    hand.type("Need")
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert hand.stages()[0] == "Need"
    assert hand.step_name() == "Rename to “Need”"


def test_no_break_spaces_survive_editing(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.edit_text(filled.one)
    hand.type("5\u00a0дней")
    hand.key(Qt.Key.Key_Return)
    assert hand.card(filled.one).text == "5\u00a0дней"


def test_an_unchanged_text_is_no_step(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.edit_text(filled.one)
    hand.key(Qt.Key.Key_Return)
    assert canvas.document.undo_step is None


def test_tab_keeps_the_text_and_goes_to_the_next_step(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.edit_text(filled.one)
    hand.type("first")
    hand.key(Qt.Key.Key_Tab)
    assert hand.card(filled.one).text == "first"
    assert canvas.standing == cell(filled, "touchpoints", "a2")


@pytest.mark.parametrize(
    ("what", "field", "new"),
    [
        ("stage", "title", "Need"),
        ("step", "title", "Look"),
        ("lane", "title", "Deeds"),
        ("lane", "question", "Why?"),
        ("calm", "word", "joy"),
        ("map", "title", "The map"),
    ],
)
def test_every_name_on_the_map_can_be_edited(
    hand: Hand, canvas: Canvas, filled: Filled, what: str, field: str, new: str
) -> None:
    record_id = {
        "stage": filled.map.stage("A"),
        "step": filled.map.step("a1"),
        "lane": filled.map.lane["actions"],
        "calm": filled.calm,
        "map": canvas.map_id,
    }[what]
    canvas.edit_text(record_id, field)
    assert canvas.writing.editor is not None
    assert canvas.writing.editor.isVisible()
    hand.type(new)
    hand.key(Qt.Key.Key_Return)
    assert getattr(canvas.document.journey.find(record_id), field) == new
    canvas.document.undo()
    assert getattr(canvas.document.journey.find(record_id), field) != new


def test_the_text_under_the_pointer_is_the_one_that_is_edited(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    found = canvas.map_scene.shown(filled.map.lane["actions"])
    assert found is not None
    item, piece = found
    zone = next(one for one in piece.shape.zones if one.name == "question")
    at = hand.paper(item.cell.x + piece.x + zone.x + 5, item.cell.y + piece.y + zone.y + zone.h / 2)
    hand.double(at)
    hand.type("Who?")
    hand.key(Qt.Key.Key_Return)
    assert canvas.document.journey.get(Lane, filled.map.lane["actions"]).question == "Who?"


def test_a_text_that_is_too_long_is_refused_in_words(
    hand: Hand, canvas: Canvas, filled: Filled, qtbot: QtBot
) -> None:
    canvas.edit_text(filled.map.stage("A"))
    hand.type("x" * 400)
    with qtbot.waitSignal(canvas.refused):
        hand.key(Qt.Key.Key_Return)
    assert hand.stages()[0] == "A"
    assert canvas.sheet.journey is canvas.document.journey, "no preview is left over"


def test_the_editor_goes_with_its_record(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.edit_text(filled.one)
    with canvas.document.edit("step.delete", name="one") as draft:
        moves.drop(draft, filled.one)
    assert canvas.writing.editor is None
    assert canvas.selection == ()


def test_delete_is_one_step_however_much_goes(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    before = dict.fromkeys(canvas.document.journey)
    canvas.select((filled.one, filled.note, filled.calm, filled.map.stage("B")))
    hand.key(Qt.Key.Key_Delete)
    assert hand.steps() == 1
    assert hand.step_name() == "Delete 4 things"
    journey = canvas.document.journey
    assert [one for one in (filled.one, filled.note, filled.far) if one in journey] == []
    canvas.document.undo()
    assert dict.fromkeys(canvas.document.journey) == before


def test_after_deleting_the_neighbour_is_chosen(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.two,))
    hand.key(Qt.Key.Key_Delete)
    assert canvas.selection == (filled.three,)
    canvas.select((filled.far,))
    hand.key(Qt.Key.Key_Delete)
    assert canvas.selection == ()
    assert canvas.standing == cell(filled, "touchpoints", "b1")


def test_arrows_walk_and_enter_adds_in_an_empty_cell(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.select((filled.two,))
    hand.key(Qt.Key.Key_Right)
    assert canvas.selection == ()
    assert canvas.standing == cell(filled, "touchpoints", "a2")
    hand.key(Qt.Key.Key_Return)
    hand.type("by key")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Return)
    assert hand.texts(*cell(filled, "touchpoints", "a2")) == ["by key"]
    hand.key(Qt.Key.Key_Left)
    assert canvas.selection == (filled.one,)


def test_tab_walks_over_all_cells(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    hand.key(Qt.Key.Key_Tab)
    assert canvas.selection == (filled.map.stage("A"),)
    hand.key(Qt.Key.Key_Tab)
    assert canvas.selection == (filled.map.stage("B"),)
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert canvas.selection == (filled.map.stage("A"),)


def test_ctrl_arrows_move_cards_and_stages(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.one,))
    hand.key(Qt.Key.Key_Down, CONTROL)
    assert hand.texts(*cell(filled, "touchpoints", "a1")) == ["two", "one", "three"]
    assert canvas.selection == (filled.one,)
    canvas.select((filled.map.stage("A"),))
    hand.key(Qt.Key.Key_Right, CONTROL)
    assert hand.stages() == ["B", "A", "C"]
    canvas.document.undo()
    canvas.document.undo()
    assert hand.texts(*cell(filled, "touchpoints", "a1")) == ["one", "two", "three"]


def test_digits_set_the_severity(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.note,))
    hand.key(Qt.Key.Key_3)
    assert canvas.document.journey.get(Barrier, filled.note).severity == 3
    assert hand.step_name() == "Severity of “note”"
    canvas.select((filled.one,))
    hand.key(Qt.Key.Key_1)
    assert hand.steps() == 1


def test_a_click_on_a_dot_of_the_chosen_note_sets_its_severity(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.select((filled.note,))
    found = canvas.map_scene.shown(filled.note)
    assert found is not None
    item, piece = found
    zone = next(one for one in piece.shape.zones if one.name == "severity")
    left, top = item.cell.x + piece.x + zone.x, item.cell.y + piece.y + zone.y
    hand.click(hand.paper(left + zone.w * 0.85, top + zone.h / 2))
    assert canvas.document.journey.get(Barrier, filled.note).severity == 3


def test_plus_and_minus_move_a_feeling_and_many_presses_are_one_step(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.select((filled.calm,))
    hand.key(Qt.Key.Key_Plus, SHIFT)
    hand.key(Qt.Key.Key_Equal)
    hand.key(Qt.Key.Key_Up, CONTROL)
    hand.key(Qt.Key.Key_Minus)
    hand.key(Qt.Key.Key_Down, CONTROL | SHIFT)
    assert canvas.document.journey.get(Feeling, filled.calm).value == pytest.approx(1.4)
    assert hand.steps() == 1
    canvas.document.undo()
    assert canvas.document.journey.get(Feeling, filled.calm).value == 0.5


def test_escape_goes_up_one_level(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.one,))
    hand.key(Qt.Key.Key_Escape)
    assert canvas.selection == ()


def test_next_of_its_kind(canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.calm,))
    canvas.walker.next_of_kind(1)
    assert canvas.selection == (filled.cross,)
    canvas.walker.next_of_kind(1)
    assert canvas.selection == (filled.calm,)


def menu(canvas: Canvas, at: QPointF, reason: QContextMenuEvent.Reason) -> None:
    """Ask for a menu as the platform does."""
    viewport = canvas.viewport()
    point = at.toPoint()
    event = QContextMenuEvent(reason, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)


def test_the_menu_is_of_what_is_under_the_mouse(
    hand: Hand, canvas: Canvas, filled: Filled, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(canvas.contextMenu) as asked:
        menu(canvas, hand.at(filled.far), QContextMenuEvent.Reason.Mouse)
    assert asked.args is not None
    assert asked.args[0] == filled.far
    assert canvas.selection == (filled.far,)
    with qtbot.waitSignal(canvas.contextMenu) as asked:
        place = cell(filled, "actions", "b2")
        menu(canvas, hand.cell(*place), QContextMenuEvent.Reason.Mouse)
    assert asked.args is not None
    assert (asked.args[0], canvas.standing) == ("", place)
    canvas.select((filled.note,))
    with qtbot.waitSignal(canvas.contextMenu) as asked:
        menu(canvas, QPointF(), QContextMenuEvent.Reason.Keyboard)
    assert asked.args is not None
    assert asked.args[0] == filled.note


def test_the_status_says_what_is_chosen_and_which_keys_help(
    canvas: Canvas, filled: Filled, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(canvas.status_changed) as said:
        canvas.select((filled.note,))
    assert said.args is not None
    state, *keys = said.args[0].split("\t")
    assert state == "Barrier selected"
    assert "[1]–[3] severity" in keys


def test_the_name_of_the_map_stays_a_record_of_its_own(canvas: Canvas) -> None:
    assert canvas.document.journey.get(JourneyMap, canvas.map_id).title == "Map"


def test_the_title_of_the_only_map_is_the_documents_too(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.edit_text(filled.map.map_id)
    hand.type("Pumps")
    hand.key(Qt.Key.Key_Return)
    journey = canvas.document.journey
    assert (journey.maps()[0].title, journey.document.title) == ("Pumps", "Pumps")


def test_the_menu_beside_a_curve_point_is_the_points(
    hand: Hand, canvas: Canvas, filled: Filled, qtbot: QtBot
) -> None:
    place = (filled.map.lane["feelings"], *filled.map.at["a1"])
    box = next(one for one in canvas.drawing.lanes if one.lane_id == place[0])
    column = next(one for one in canvas.drawing.columns if one.step_id == place[2])
    said: list[str] = []
    canvas.status_changed.connect(said.append)
    with qtbot.waitSignal(canvas.contextMenu) as asked:
        at = hand.paper(column.x + 4, box.y + box.h - 6)
        menu(canvas, at, QContextMenuEvent.Reason.Mouse)
    assert asked.args[0] == filled.calm
    assert said[-1].split("\t")[0] == "Feeling selected"


def test_enter_makes_what_the_tool_in_hand_makes_where_one_stands(
    canvas: Canvas, hand: Hand, filled: Filled
) -> None:
    canvas.select((filled.one,))
    canvas.set_tool("barrier")
    hand.key(Qt.Key.Key_Return)
    assert canvas.tool == "select"
    target = canvas.writing.target
    assert target is not None
    note = canvas.document.journey.get(Barrier, target.record_id)
    assert note.step_id == canvas.document.journey.get(Card, filled.one).step_id
    hand.key(Qt.Key.Key_Escape)


def test_an_empty_cell_says_where_it_is(canvas: Canvas, filled: Filled) -> None:
    told: list[str] = []
    canvas.status_changed.connect(told.append)
    lane, at = filled.map.lane["barriers"], filled.map.at["b2"]
    canvas.stand_in((lane, *at))
    assert told[-1].split("\t")[0] == "Empty cell: Barriers · B › b2"


def test_giving_up_a_new_card_leaves_one_in_its_cell(
    canvas: Canvas, hand: Hand, filled: Filled
) -> None:
    place = (filled.map.lane["barriers"], *filled.map.at["b2"])
    canvas.stand_in(place)
    hand.key(Qt.Key.Key_Return)
    assert canvas.writing.target is not None
    hand.key(Qt.Key.Key_Escape)
    assert canvas.standing == place


def test_enter_in_the_lanes_of_time_and_metrics_leads_on(
    canvas: Canvas, hand: Hand, filled: Filled
) -> None:
    with canvas.document.edit("step.add_lane", name="x") as draft:
        time = moves.add_lane(draft, canvas.map_id, "time")
        metrics = moves.add_lane(draft, canvas.map_id, "metrics")
    stage = filled.map.stage("B")
    canvas.stand_in((time, stage, None))
    hand.key(Qt.Key.Key_Return)
    assert canvas.selection == (stage,)
    canvas.select(())
    canvas.stand_in((metrics, stage, None))
    hand.key(Qt.Key.Key_Return)
    hand.type("Replies")
    assert canvas.writing.editor is not None
    assert canvas.writing.editor.isVisible()
    hand.key(Qt.Key.Key_Return)
    (metric,) = canvas.document.journey.metrics(canvas.map_id)
    assert (metric.title, metric.about_id) == ("Replies", stage)
    assert hand.step_name() == "Add the metric “Replies”"


def test_deleting_a_stage_or_a_lane_leads_to_the_one_beside_it(
    canvas: Canvas, hand: Hand, filled: Filled
) -> None:
    first, second, _ = canvas.document.journey.stages(canvas.map_id)
    canvas.select((first.id,))
    hand.key(Qt.Key.Key_Delete)
    assert canvas.selection == (second.id,)
    lanes = canvas.document.journey.lanes(canvas.map_id)
    canvas.select((lanes[1].id,))
    hand.key(Qt.Key.Key_Delete)
    assert lanes[1].id not in canvas.document.journey
    assert canvas.selection or canvas.standing


def test_the_word_of_a_feeling_is_typed_beside_its_point(canvas: Canvas, filled: Filled) -> None:
    point = next(one for one in canvas.document.journey.all(Feeling) if canvas.record_rect(one.id))
    canvas.change("step.x", lambda draft: moves.set_fields(draft, point.id, word=""), {})
    canvas.edit_text(point.id)
    editor, face = canvas.writing.editor, canvas.record_rect(point.id)
    assert editor is not None
    assert face is not None
    assert not face.toAlignedRect().intersects(editor.geometry())
    canvas.writing.commit()
