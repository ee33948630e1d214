"""Dragging on a real canvas: what is seen before the release, what is written by it, and undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Barrier, Duration, Feeling, Lane
from cjm_desktop.ui.canvas.view import Canvas
from tests.journey.filled import Filled
from tests.ui.canvas.hand import ALT, CONTROL, SHIFT, Hand


def lane(filled: Filled, name: str, where: str) -> tuple[str, str, str | None]:
    """A cell by the names of its lane and column."""
    return (filled.map.lane[name], *filled.map.at[where])


def test_a_card_goes_to_another_cell_as_one_step(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    before = dict.fromkeys(canvas.document.journey)
    hand.drag(hand.at(filled.one), hand.at(filled.far) + QPointF(0, 14))
    assert hand.texts(*lane(filled, "touchpoints", "b1")) == ["far", "one"]
    assert hand.texts(*lane(filled, "touchpoints", "a1")) == ["two", "three"]
    assert hand.step_name() == "Move “one”"
    assert hand.steps() == 1
    canvas.document.undo()
    assert dict.fromkeys(canvas.document.journey) == before


def test_nothing_is_written_before_the_release(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    before = dict.fromkeys(canvas.document.journey)
    start, end = hand.at(filled.one), hand.at(filled.far) + QPointF(0, 14)
    hand.carry(start, end)
    assert dict.fromkeys(canvas.document.journey) == before
    assert canvas.document.undo_step is None
    shown = canvas.sheet.journey.cards(*lane(filled, "touchpoints", "b1"))
    assert [card.text for card in shown] == ["far", "one"], "the preview shows it there"
    hand.release(end)


def test_the_slot_is_where_the_card_comes_to_lie(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    end = hand.at(filled.far) + QPointF(0, 14)
    hand.carry(hand.at(filled.one), end)
    ghosts = canvas.sheet.journey.cards(*lane(filled, "touchpoints", "b1"))
    slot = canvas.record_rect(ghosts[-1].id)
    hand.release(end)
    assert canvas.record_rect(filled.one) == slot


def test_what_the_hand_has_rested_on_is_only_shown(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    end = hand.at(filled.far) + QPointF(0, 14)
    hand.carry(hand.at(filled.one), end)
    hand.rest()
    foreseen = canvas.sheet.foreseen
    assert foreseen is not None
    hand.release(end)
    assert canvas.sheet.drawing is foreseen.drawing
    assert hand.texts(*lane(filled, "touchpoints", "b1")) == ["far", "one"]
    canvas.sheet.redraw()
    assert canvas.sheet.drawing == foreseen.drawing
    assert (hand.steps(), hand.step_name()) == (1, "Move “one”")


def test_an_edit_that_comes_to_something_else_is_drawn(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    end = hand.at(filled.far) + QPointF(0, 14)
    hand.carry(hand.at(filled.one), end)
    hand.rest()
    with canvas.document.edit("step.edit_text", name="x") as draft:
        moves.set_fields(draft, filled.two, text="meanwhile")
    assert canvas.sheet.foreseen is None
    shown = canvas.sheet.drawing
    canvas.sheet.redraw()
    assert canvas.sheet.drawing == shown
    assert "meanwhile" in hand.texts(*lane(filled, "touchpoints", "a1"))


def test_a_card_changes_its_place_within_its_cell(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    hand.drag(hand.at(filled.three), hand.at(filled.one) - QPointF(0, 8))
    assert hand.texts(*lane(filled, "touchpoints", "a1")) == ["three", "one", "two"]
    canvas.document.undo()
    assert hand.texts(*lane(filled, "touchpoints", "a1")) == ["one", "two", "three"]


def test_several_cards_go_together_in_their_order(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    hand.click(hand.at(filled.three))
    hand.click(hand.at(filled.one), CONTROL)
    assert set(canvas.selection) == {filled.one, filled.three}
    hand.drag(hand.at(filled.three), hand.cell(*lane(filled, "touchpoints", "b2")))
    assert hand.texts(*lane(filled, "touchpoints", "b2")) == ["one", "three"]
    assert hand.texts(*lane(filled, "touchpoints", "a1")) == ["two"]
    assert hand.step_name() == "Move 2 cards"
    canvas.document.undo()
    assert hand.texts(*lane(filled, "touchpoints", "a1")) == ["one", "two", "three"]


def test_cards_of_several_steps_keep_their_shape(
    hand: Hand, canvas: Canvas, filled: Filled, qtbot: QtBot
) -> None:
    before = dict.fromkeys(canvas.document.journey)
    hand.click(hand.at(filled.far))
    hand.click(hand.at(filled.one), CONTROL)
    end = hand.cell(*lane(filled, "touchpoints", "a2"))
    hand.carry(hand.at(filled.one), end)
    shown = canvas.sheet.journey.cards(*lane(filled, "touchpoints", "b2"))
    assert [card.text for card in shown] == ["far"], "the preview shows where each lands"
    hand.release(end)
    assert hand.texts(*lane(filled, "touchpoints", "a2")) == ["one"]
    assert hand.texts(*lane(filled, "touchpoints", "b2")) == ["far"]
    assert (hand.steps(), hand.step_name()) == (1, "Move 2 cards")
    canvas.document.undo()
    assert dict.fromkeys(canvas.document.journey) == before
    end = hand.cell(*lane(filled, "touchpoints", "a1"))
    hand.carry(hand.at(filled.far), end)
    with qtbot.waitSignal(canvas.refused) as refusal:
        hand.release(end)
    assert refusal.args == ["They do not all fit there: one would fall off the edge of the map."]
    assert dict.fromkeys(canvas.document.journey) == before


def test_ctrl_drops_a_copy(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    hand.drag(hand.at(filled.one), hand.cell(*lane(filled, "touchpoints", "b2")), CONTROL)
    assert hand.texts(*lane(filled, "touchpoints", "b2")) == ["one"]
    assert hand.texts(*lane(filled, "touchpoints", "a1")) == ["one", "two", "three"]
    assert canvas.selection != (filled.one,)
    canvas.document.undo()
    assert hand.texts(*lane(filled, "touchpoints", "b2")) == []


def test_a_lane_of_another_kind_refuses_in_words(
    hand: Hand, canvas: Canvas, filled: Filled, qtbot: QtBot
) -> None:
    end = hand.cell(*lane(filled, "opportunities", "a1"))
    hand.carry(hand.at(filled.one), end)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    with qtbot.waitSignal(canvas.refused) as refusal:
        hand.release(end)
    assert refusal.args == ["Only opportunities go here."]
    assert canvas.document.undo_step is None


def test_beside_the_map_nothing_happens(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    hand.drag(hand.at(filled.one), QPointF(3, 797))
    assert canvas.document.undo_step is None
    assert hand.texts(*lane(filled, "touchpoints", "a1")) == ["one", "two", "three"]


def test_a_stage_moves_with_all_it_holds(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    stage = filled.map.stage("A")
    rect = canvas.record_rect(stage)
    assert rect is not None
    start = rect.topLeft() + QPointF(40, 12)
    end = hand.at(filled.map.stage("C")) + QPointF(30, 0)
    hand.carry(start, end)
    shown = canvas.sheet.journey.stages(canvas.map_id)
    assert [one.title for one in shown] == ["B", "C", "A"], "seen before it is done"
    assert hand.stages() == ["A", "B", "C"]
    hand.release(end)
    assert hand.stages() == ["B", "C", "A"]
    assert hand.texts(*lane(filled, "touchpoints", "a1")) == ["one", "two", "three"]
    assert hand.step_name() == "Move the stage “A”"
    canvas.document.undo()
    assert hand.stages() == ["A", "B", "C"]


def test_a_step_goes_into_another_stage(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    end = hand.at(filled.map.step("b2")) + QPointF(20, 0)
    hand.drag(hand.at(filled.map.step("a1")), end)
    steps = canvas.document.journey.steps(filled.map.stage("B"))
    assert [one.title for one in steps][-1] == "a1"
    assert hand.card(filled.one).stage_id == filled.map.stage("B")
    canvas.document.undo()
    assert hand.card(filled.one).stage_id == filled.map.stage("A")


def test_a_lane_goes_down_by_its_name(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    end = hand.at(filled.map.lane["opportunities"]) + QPointF(0, 40)
    hand.drag(hand.at(filled.map.lane["goals"]), end)
    holds = [one.holds for one in canvas.document.journey.lanes(canvas.map_id)]
    assert holds.index("goals") > holds.index("barriers")
    canvas.document.undo()
    assert canvas.document.journey.lanes(canvas.map_id)[0].holds == "goals"


def test_a_note_is_pinned_to_what_it_is_laid_on(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    start = hand.at(filled.note)
    grip = start - (canvas.record_rect(filled.note) or start).topLeft()  # type: ignore[union-attr]
    end = hand.at(filled.far)
    hand.drag(start, end)
    note = canvas.document.journey.get(Barrier, filled.note)
    assert note.on_id == filled.far
    assert note.stage_id == filled.map.stage("B")
    rect = canvas.record_rect(filled.note)
    assert rect is not None
    assert (rect.topLeft() - (end - grip)).manhattanLength() < 3, "it lies where it was let go"
    assert hand.step_name() == "Pin the barrier “note”"
    canvas.document.undo()
    assert canvas.document.journey.get(Barrier, filled.note).on_id is None


def test_a_pinned_note_moves_on_and_comes_back_to_its_lane(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    hand.drag(hand.at(filled.note), hand.cell(*lane(filled, "owners", "b2")))
    note = canvas.document.journey.get(Barrier, filled.note)
    assert note.on_id == filled.map.step("b2")
    hand.drag(hand.at(filled.note), hand.at(filled.note) + QPointF(12, -9))
    moved = canvas.document.journey.get(Barrier, filled.note)
    assert (moved.on_id, hand.step_name()) == (note.on_id, "Move the note “note”")
    assert moved.dx > note.dx
    hand.drag(hand.at(filled.note), hand.cell(*lane(filled, "barriers", "a1")))
    home = canvas.document.journey.get(Barrier, filled.note)
    assert (home.on_id, home.step_id) == (None, filled.map.step("a1"))
    for _ in range(3):
        canvas.document.undo()
    assert canvas.document.journey.get(Barrier, filled.note).step_id == filled.map.step("a2")


def test_alt_frees_a_note_from_its_lane(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    start = hand.at(filled.note)
    hand.drag(start, start + QPointF(15, 10), ALT)
    note = canvas.document.journey.get(Barrier, filled.note)
    assert note.on_id == filled.map.step("a2")
    assert (hand.at(filled.note) - start - QPointF(15, 10)).manhattanLength() < 4
    canvas.document.undo()
    assert canvas.document.journey.get(Barrier, filled.note).on_id is None


def value(canvas: Canvas, feeling_id: str) -> float:
    """A feeling's value as the document has it."""
    return canvas.document.journey.get(Feeling, feeling_id).value


def height(canvas: Canvas, lane_id: str, of: float) -> float:
    """Where a value lies, pixels from the top of the viewport."""
    box = next(one for one in canvas.drawing.lanes if one.lane_id == lane_id)
    span = box.bottom_value_y - box.top_value_y
    return canvas.camera.to_view(0, box.top_value_y + (2 - of) / 4 * span).y()


def test_a_curve_point_follows_up_and_down_on_half_points(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    start = hand.at(filled.calm)
    end = QPointF(start.x(), height(canvas, filled.map.lane["feelings"], -1.4))
    hand.carry(start, end)
    assert value(canvas, filled.calm) == 0.5
    assert canvas.sheet.journey.get(Feeling, filled.calm).value == -1.5
    hand.release(end)
    assert value(canvas, filled.calm) == -1.5
    canvas.document.undo()
    assert value(canvas, filled.calm) == 0.5


def test_alt_sets_a_curve_point_in_tenths(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    start = hand.at(filled.calm)
    end = QPointF(start.x(), height(canvas, filled.map.lane["feelings"], -1.4))
    hand.drag(start, end, ALT)
    assert value(canvas, filled.calm) == pytest.approx(-1.4, abs=0.05)


def test_a_curve_point_stays_on_the_scale(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    start = hand.at(filled.calm)
    hand.drag(start, QPointF(start.x(), 2))
    assert value(canvas, filled.calm) == 2.0


def test_a_lane_is_resized_by_its_lower_edge(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    lane_id = filled.map.lane["actions"]
    box = next(one for one in canvas.drawing.lanes if one.lane_id == lane_id)
    edge = hand.paper(canvas.drawing.label_x + 20, box.y + box.h)
    hand.drag(edge, edge + QPointF(0, 60))
    found = canvas.document.journey.get(Lane, lane_id).height
    assert found == pytest.approx(box.h + 60 / canvas.camera.scale, abs=1.5)
    hand.drag(edge + QPointF(0, 60), edge - QPointF(0, 300))
    assert canvas.document.journey.get(Lane, lane_id).height is None, "as its content needs"
    canvas.document.undo()
    canvas.document.undo()
    assert canvas.document.journey.get(Lane, lane_id).height is None


def cancel_by_escape(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Escape)


def cancel_by_right_button(hand: Hand) -> None:
    kind = QEvent.Type.MouseButtonPress
    hand.send(kind, QPointF(400, 400), button=Qt.MouseButton.RightButton)


def cancel_by_leaving(hand: Hand) -> None:
    hand.canvas.clearFocus()


@pytest.mark.parametrize("cancel", [cancel_by_escape, cancel_by_right_button, cancel_by_leaving])
@pytest.mark.parametrize("what", ["one", "note", "calm", "stage", "lane"])
def test_any_drag_can_be_cancelled(
    hand: Hand, canvas: Canvas, filled: Filled, cancel: object, what: str
) -> None:
    before, drawing = dict.fromkeys(canvas.document.journey), canvas.drawing
    start = hand.at(
        {
            "stage": filled.map.stage("A"),
            "lane": filled.map.lane["goals"],
        }.get(what)
        or getattr(filled, what)
    )
    end = start + QPointF(180, 120)
    hand.carry(start, end)
    assert canvas.hands.gesture is not None
    cancel(hand)  # type: ignore[operator]
    assert canvas.hands.gesture is None
    hand.release(end)
    assert dict.fromkeys(canvas.document.journey) == before
    assert canvas.document.undo_step is None
    assert canvas.drawing.cells == drawing.cells, "the picture is the old one too"
    assert not canvas.marks.lifted


def test_a_drag_that_ends_where_it_began_is_no_step(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    start = hand.at(filled.two)
    hand.press(start)
    hand.move(start, start + QPointF(60, 30))
    hand.move(start + QPointF(60, 30), start)
    hand.release(start)
    assert canvas.document.undo_step is None


def test_a_change_from_elsewhere_ends_a_drag(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    hand.carry(hand.at(filled.one), hand.at(filled.far))
    from cjm_desktop.journey import moves

    with canvas.document.edit("step.delete", name="far") as draft:
        moves.drop(draft, filled.far)
    assert canvas.hands.gesture is None
    assert canvas.map_scene.shown(filled.far) is None


def test_the_map_scrolls_while_a_card_is_held_at_an_edge(
    hand: Hand, canvas: Canvas, filled: Filled, qtbot: QtBot
) -> None:
    canvas.set_zoom(3.0)
    canvas.reveal(filled.one)
    start = hand.at(filled.one)
    bar = canvas.horizontalScrollBar()
    before = bar.value()
    hand.carry(start, QPointF(canvas.viewport().width() - 5, start.y()))
    qtbot.waitUntil(lambda: bar.value() > before + 50, timeout=3000)
    hand.key(Qt.Key.Key_Escape)
    stopped = bar.value()
    qtbot.wait(60)
    assert bar.value() == stopped


def test_shift_click_adds_and_takes_away(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    hand.click(hand.at(filled.one))
    hand.click(hand.at(filled.far), SHIFT)
    assert canvas.selection == (filled.one, filled.far)
    hand.click(hand.at(filled.one), SHIFT)
    assert canvas.selection == (filled.far,)
    hand.click(hand.at(filled.one))
    assert canvas.selection == (filled.one,)


def test_where_widths_follow_time_no_column_slips_away_under_the_hand(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    with canvas.document.edit("step.duration") as draft:
        moves.set_duration(draft, filled.map.stage("B"), "actual", Duration(5))
        moves.add_link(draft, filled.one, filled.far, actual_wait=Duration(9))
    canvas.set_look(replace(canvas.look, width_by_time=True))
    before = widths(canvas)
    end = hand.cell(*lane(filled, "touchpoints", "b2"))
    hand.carry(hand.at(filled.one), end)
    assert widths(canvas) == before
    hand.move(end, end + QPointF(2, 0))
    hand.settle()
    seen = canvas.sheet.journey.cards(*lane(filled, "touchpoints", "b2"))
    assert [card.text for card in seen] == ["one"]
    hand.release(end)
    assert widths(canvas) != before, "nobody waits in the step between any more"


def test_where_widths_follow_time_a_stage_is_carried_as_wide_as_it_is(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    with canvas.document.edit("step.duration") as draft:
        moves.set_duration(draft, filled.map.stage("B"), "actual", Duration(5))
        moves.add_link(draft, filled.one, filled.far, actual_wait=Duration(9))
    canvas.set_look(replace(canvas.look, width_by_time=True))
    before, drawing = widths(canvas), canvas.drawing
    x = next(one.x for one in drawing.columns if one.stage_id == filled.map.stage("B"))
    end = hand.paper(drawing.grid_x + 10, drawing.stages_y + 10)
    hand.carry(hand.paper(x + 20, drawing.stages_y + 10), end)
    assert canvas.drawing.columns[0].stage_id == filled.map.stage("B")
    assert widths(canvas) == before
    hand.release(end)
    assert widths(canvas) != before


def widths(canvas: Canvas) -> dict[str, float]:
    """How wide each column is, u."""
    return {one.step_id or one.stage_id: one.w for one in canvas.drawing.columns}
