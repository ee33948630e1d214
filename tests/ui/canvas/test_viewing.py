"""Zooming, scrolling, what sticks to the edges, and choosing with a rubber band."""

import gc
import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Card, Duration
from cjm_desktop.layout import hit
from cjm_desktop.ui.canvas import scene
from cjm_desktop.ui.canvas.camera import LARGEST, SMALLEST
from cjm_desktop.ui.canvas.marks import place_rect
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.canvas.viewing import READABLE
from cjm_desktop.ui.look import Look
from tests.journey.filled import Filled
from tests.ui.canvas.counting import painted_cells
from tests.ui.canvas.hand import CONTROL, SHIFT, Hand


def test_a_map_opens_fitted(canvas: Canvas) -> None:
    seen = canvas.camera.seen()
    assert seen.contains(canvas.map_scene.paper)


def test_ctrl_wheel_zooms_at_the_pointer(hand: Hand, canvas: Canvas) -> None:
    canvas.set_zoom(1.0)
    at = QPointF(640, 420)
    before, zoom = canvas.camera.to_scene(at), canvas.zoom
    for _ in range(5):
        hand.wheel(at, 120, CONTROL)
    assert canvas.zoom > zoom * 2
    moved = canvas.camera.to_scene(at) - before
    assert moved.manhattanLength() < 1.5, "what is under the pointer stays there"
    for _ in range(5):
        hand.wheel(at, -120, CONTROL)
    assert canvas.zoom == pytest.approx(zoom)


def test_zoom_has_its_limits(hand: Hand, canvas: Canvas) -> None:
    for turn in (120 * 60, -120 * 120):
        hand.wheel(QPointF(300, 300), turn, CONTROL)
        assert SMALLEST <= canvas.zoom <= LARGEST


def test_the_wheel_scrolls_down_and_with_shift_sideways(hand: Hand, canvas: Canvas) -> None:
    canvas.set_zoom(3.0)
    across, down = canvas.horizontalScrollBar(), canvas.verticalScrollBar()
    x, y = across.value(), down.value()
    hand.wheel(QPointF(500, 400), -120)
    assert (across.value(), down.value() > y) == (x, True)
    y = down.value()
    hand.wheel(QPointF(500, 400), -120, SHIFT)
    assert (across.value() > x, down.value()) == (True, y)


def test_the_wheel_alone_zooms_where_the_user_wants_so(hand: Hand, canvas: Canvas) -> None:
    canvas.wheel_zooms = True
    zoom = canvas.zoom
    hand.wheel(QPointF(500, 400), 120)
    assert canvas.zoom > zoom


def test_the_middle_button_pans(hand: Hand, canvas: Canvas) -> None:
    canvas.set_zoom(3.0)
    start, end = QPointF(600, 500), QPointF(450, 380)
    before = canvas.camera.to_scene(start)
    middle = Qt.MouseButton.MiddleButton
    hand.send(QEvent.Type.MouseButtonPress, start, button=middle)
    hand.send(QEvent.Type.MouseMove, end, button=middle)
    hand.send(QEvent.Type.MouseButtonRelease, end, button=middle)
    assert (canvas.camera.to_scene(end) - before).manhattanLength() < 0.5


def test_space_and_a_drag_pan_and_change_nothing(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.set_zoom(3.0)
    canvas.reveal(filled.one)
    start = hand.at(filled.one)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    hand.drag(start, start + QPointF(-90, -60))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.document.undo_step is None
    assert canvas.selection == ()
    assert (hand.at(filled.one) - start - QPointF(-90, -60)).manhattanLength() < 2


def test_zoom_by_keys_goes_by_steps(canvas: Canvas) -> None:
    canvas.set_zoom(0.81)
    canvas.zoom_in()
    assert canvas.zoom == pytest.approx(0.9)
    canvas.zoom_out()
    canvas.zoom_out()
    assert canvas.zoom == pytest.approx(0.75)


def test_fitting_what_is_chosen(canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.far,))
    canvas.fit_selection()
    rect = canvas.record_rect(filled.far)
    assert rect is not None
    assert QRectF(canvas.viewport().rect()).contains(rect)
    assert canvas.zoom > 1.0
    strips = canvas.sticky.strips()
    assert rect.left() > strips.left
    assert rect.top() > strips.top


def test_revealing_scrolls_no_more_than_needed(canvas: Canvas, filled: Filled) -> None:
    canvas.set_zoom(2.0)
    canvas.reveal(filled.idea)
    bars = canvas.horizontalScrollBar(), canvas.verticalScrollBar()
    values = [bar.value() for bar in bars]
    canvas.reveal(filled.idea)
    assert [bar.value() for bar in bars] == values
    rect, strips = canvas.record_rect(filled.idea), canvas.sticky.strips()
    assert rect is not None
    assert rect.left() >= strips.left
    assert rect.top() >= strips.top


def test_a_card_is_brought_near_enough_to_read_and_no_nearer(
    canvas: Canvas, filled: Filled
) -> None:
    for before, after in ((SMALLEST, READABLE), (1.5, 1.5)):
        canvas.set_zoom(before)
        canvas.read(filled.idea)
        assert canvas.zoom == pytest.approx(after)
        seen = canvas.record_rect(filled.idea)
        assert seen is not None
        assert canvas.viewport().rect().contains(seen.toAlignedRect())


def test_what_part_is_seen_can_be_come_back_to(canvas: Canvas, filled: Filled) -> None:
    canvas.set_zoom(1.7)
    canvas.reveal(filled.idea)
    canvas.select((filled.idea,))
    state = json.loads(json.dumps(canvas.view_state))
    middle = canvas.camera.seen().center()
    canvas.fit_map()
    canvas.select(())
    canvas.restore_view_state(state)
    assert canvas.zoom == pytest.approx(1.7)
    assert canvas.selection == (filled.idea,)
    assert (canvas.camera.seen().center() - middle).manhattanLength() < 2
    canvas.restore_view_state({"zoom": "much", "selection": ["gone"], "map": "gone"})
    assert canvas.zoom == pytest.approx(1.7)


# What sticks to the edges


def scrolled(canvas: Canvas) -> None:
    """Zoom in and scroll to the lower right, so that stages and lanes stick."""
    canvas.set_zoom(2.0)
    canvas.camera.scroll(4000, 4000)


def test_stages_and_lanes_stick_to_the_edges(canvas: Canvas) -> None:
    canvas.fit_map()
    strips = canvas.sticky.strips()
    assert strips.stages.isEmpty()
    assert strips.lanes.isEmpty()
    scrolled(canvas)
    strips = canvas.sticky.strips()
    assert strips.stages.top() == 0
    assert strips.lanes.left() == 0


def test_what_is_clicked_where_it_sticks_is_a_stage(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    scrolled(canvas)
    rect = canvas.record_rect(filled.map.stage("C"))
    assert rect is not None
    assert canvas.sticky.strips().stages.intersects(rect), "its ring goes round it there"
    hand.click(rect.topLeft() + QPointF(30, 30))
    assert canvas.selection == (filled.map.stage("C"),)


def test_a_stuck_stage_can_be_dragged(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    scrolled(canvas)
    canvas.camera.scroll(-500, 0)
    rect = canvas.record_rect(filled.map.stage("C"))
    assert rect is not None
    start = rect.topLeft() + QPointF(60, 30)
    strips = canvas.sticky.strips()
    hand.drag(start, QPointF(strips.left + 60, 30))
    assert hand.stages().index("C") < 2


def test_a_stuck_name_is_edited_where_it_is_seen(canvas: Canvas, filled: Filled) -> None:
    scrolled(canvas)
    canvas.edit_text(filled.map.stage("C"))
    editor = canvas.writing.editor
    assert editor is not None
    assert canvas.sticky.strips().stages.contains(QPointF(editor.geometry().center()))


def test_the_strips_are_paper_with_what_belongs_there(canvas: Canvas, filled: Filled) -> None:
    scrolled(canvas)
    strips = canvas.sticky.strips()
    picture = canvas.grab().toImage()
    ratio = canvas.devicePixelRatioF()
    corner = picture.pixelColor(round(20 * ratio), round(4 * ratio))
    assert corner.name() == "#ffffff"
    rect = canvas.record_rect(filled.map.stage("C"))
    assert rect is not None
    inside = rect.center() * ratio
    found = {
        picture.pixelColor(round(inside.x()) + dx, round(rect.top() * ratio) + 8).name()
        for dx in range(-60, 60, 3)
    }
    assert any(one not in ("#ffffff", "#f6f8fa") for one in found), "the chevron is there"
    assert strips.lanes.contains(QPointF(5, 400))


# Choosing with a rubber band


def test_a_rubber_band_chooses_the_cards_it_touches(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    whole = QRectF()
    for one in (filled.one, filled.two, filled.three):
        whole = whole.united(canvas.record_rect(one) or QRectF())
    start, end = whole.topLeft() - QPointF(4, 4), whole.bottomRight() - QPointF(2, 2)
    assert hit.at(canvas.drawing, *canvas.camera.to_scene(start).toTuple()) is None
    hand.drag(start, end)
    assert set(canvas.selection) == {filled.one, filled.two, filled.three}
    assert canvas.document.undo_step is None


def test_a_rubber_band_leaves_what_a_filter_dims(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.set_look(replace(canvas.look, rests="confirmed"))
    rect = canvas.record_rect(filled.one)
    assert rect is not None
    hand.drag(rect.topLeft() - QPointF(4, 4), rect.center())
    assert canvas.selection == ()


def test_a_rubber_band_with_shift_adds(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.far,))
    rect = canvas.record_rect(filled.one)
    assert rect is not None
    hand.drag(rect.topLeft() - QPointF(4, 4), rect.center(), SHIFT)
    assert filled.far in canvas.selection
    assert filled.one in canvas.selection


def test_escape_gives_a_rubber_band_up(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.far,))
    rect = canvas.record_rect(filled.one)
    assert rect is not None
    hand.carry(rect.topLeft() - QPointF(4, 4), rect.center())
    hand.key(Qt.Key.Key_Escape)
    assert canvas.selection == (filled.far,)


def test_a_click_on_nothing_stands_in_the_cell(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.far,))
    place = (filled.map.lane["actions"], *filled.map.at["b2"])
    hand.click(hand.cell(*place))
    assert canvas.selection == ()
    assert canvas.standing == place


def test_select_all_chooses_cards_and_feelings(canvas: Canvas, filled: Filled) -> None:
    canvas.select_all()
    assert {filled.one, filled.note, filled.calm, filled.idea} <= set(canvas.selection)
    assert filled.map.stage("A") not in canvas.selection


# Several canvases, another map, another look


def test_two_canvases_show_the_same_document(canvas: Canvas, filled: Filled, qtbot: QtBot) -> None:
    other = Canvas(canvas.document, canvas.map_id, Look())
    qtbot.addWidget(other)
    other.select((filled.one,))
    canvas.change("step.delete", lambda draft: moves.drop(draft, filled.one), {"name": "one"})
    assert other.map_scene.shown(filled.one) is None
    assert other.selection == ()
    canvas.document.undo()
    assert other.map_scene.shown(filled.one) is not None
    other.close_map()
    canvas.document.redo()
    assert other.map_scene.shown(filled.one) is not None, "it watches no more"


def test_what_is_chosen_survives_changes(canvas: Canvas, filled: Filled) -> None:
    canvas.select((filled.far, filled.one))
    canvas.change("step.delete", lambda draft: moves.drop(draft, filled.two), {"name": "two"})
    assert canvas.selection == (filled.far, filled.one)
    canvas.document.undo()
    assert canvas.selection == (filled.far, filled.one)


def test_another_map_of_the_document(canvas: Canvas, filled: Filled) -> None:
    canvas.change("step.copy_map", lambda d: moves.copy_map(d, canvas.map_id, "B"), {"name": "B"})
    other = canvas.document.journey.maps()[1]
    canvas.select((filled.one,))
    canvas.set_map(other.id)
    assert canvas.map_id == other.id
    assert canvas.selection == ()
    assert canvas.map_scene.shown(filled.one) is None
    assert next(one.stage_id for one in canvas.drawing.columns) != filled.map.stage("A")


def test_a_large_map_one_turns_to_is_painted_over_some_frames(
    canvas: Canvas, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas.change("step.copy_map", lambda d: moves.copy_map(d, canvas.map_id, "B"), {"name": "B"})
    other, pace = canvas.document.journey.maps()[1], canvas.map_scene.studio.pace
    assert not pace.refining
    monkeypatch.setattr(scene, "MUCH", 5)
    canvas.set_map(other.id)
    assert pace.refining
    while pace.refining:
        QApplication.processEvents()
    assert not pace.unfinished


def test_a_map_that_has_gone_is_shown_no_more_changes(canvas: Canvas, filled: Filled) -> None:
    canvas.change("step.copy_map", lambda d: moves.copy_map(d, canvas.map_id, "B"), {"name": "B"})
    canvas.change("step.delete_map", lambda d: moves.drop(d, canvas.map_id), {"name": "Map"})
    assert canvas.selection == ()


def test_the_map_stays_on_white_paper_in_a_dark_interface(canvas: Canvas) -> None:
    canvas.set_look(Look(dark=True))
    assert canvas.drawing.paper == "#FFFFFF"
    canvas.set_look(Look(dark=True, dark_map=True))
    assert canvas.drawing.paper != "#FFFFFF"


def test_prompts_stand_in_the_stage_that_is_worked_on(canvas: Canvas, filled: Filled) -> None:
    def prompted() -> set[str]:
        return {
            cell.stage_id
            for cell in canvas.drawing.cells.values()
            if any(piece.kind == "prompt" for piece in cell.pieces)
        }

    canvas.set_look(Look(prompts=True))
    canvas.select((filled.far,))
    assert prompted() == {filled.map.stage("B")}
    canvas.select((filled.map.stage("A"),))
    assert prompted() == {filled.map.stage("A")}


# Scroll bars


def test_a_handle_shows_and_moves_what_is_seen(hand: Hand, canvas: Canvas) -> None:
    canvas.fit_map()
    own = canvas.horizontalScrollBar()
    assert canvas.bars.handle(own).isEmpty(), "there is nothing to scroll to"
    canvas.set_zoom(3.0)
    own.setValue(own.minimum())
    start = canvas.bars.handle(own).center()
    hand.drag(start, start + QPointF(120, 0))
    assert own.value() > own.minimum()
    moved = canvas.bars.handle(own).center().x() - start.x()
    assert moved == pytest.approx(120, abs=3), "the handle stays under the pointer"
    assert canvas.selection == ()
    hand.drag(canvas.bars.handle(own).center(), QPointF(5000, start.y()))
    assert own.value() == own.maximum()


def test_scrolling_moves_pixels_and_paints_only_the_rest(
    large: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    large.set_zoom(0.55)
    large.centerOn(QPointF(large.drawing.width / 2, large.drawing.height / 2))
    QApplication.processEvents()

    def grid(asked: list[str]) -> int:
        return sum(one.count(":") == 2 for one in asked)

    whole = grid(painted_cells(large, monkeypatch, large.viewport().repaint))
    assert whole > 20

    def scroll() -> None:
        large.camera.scroll(15, 8)
        QApplication.processEvents()

    assert grid(painted_cells(large, monkeypatch, scroll)) < whole * 0.8


# Nothing moves by itself


def test_what_is_seen_stays_when_the_map_grows(hand: Hand, canvas: Canvas, filled: Filled) -> None:
    canvas.set_zoom(0.9)
    for zoom in (0.4, 0.9, 1.6):
        canvas.set_zoom(zoom)
        before = canvas.camera.to_view(100, 100)
        canvas.change(
            "step.resize_lane",
            lambda draft: moves.resize_lane(draft, filled.map.lane["actions"], 400.0),
            {"name": "x"},
        )
        assert (canvas.camera.to_view(100, 100) - before).manhattanLength() < 1.5
        canvas.document.undo()
        assert (canvas.camera.to_view(100, 100) - before).manhattanLength() < 1.5


def test_an_edge_that_is_pulled_stays_under_the_pointer(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    canvas.fit_map()
    lane_id = filled.map.lane["actions"]
    box = next(one for one in canvas.drawing.lanes if one.lane_id == lane_id)
    edge = hand.paper(canvas.drawing.label_x + 20, box.y + box.h)
    hand.carry(edge, edge + QPointF(0, 160))
    now = next(one for one in canvas.drawing.lanes if one.lane_id == lane_id)
    assert canvas.camera.to_view(0, now.y + now.h).y() == pytest.approx(edge.y() + 160, abs=2)
    hand.key(Qt.Key.Key_Escape)


def test_the_whole_map_stays_whole_when_a_stage_comes(canvas: Canvas, filled: Filled) -> None:
    canvas.fit_map()
    for title in ("D", "E", "F"):
        canvas.change(
            "step.add_stage",
            lambda draft, title=title: moves.add_stage(draft, canvas.map_id, title, steps="xyz"),
            {"name": title},
        )
    assert canvas.camera.seen().contains(canvas.map_scene.paper)
    canvas.zoom_in()
    zoom = canvas.zoom
    canvas.document.undo()
    assert canvas.zoom == zoom, "the user has chosen what to see"


def test_the_whole_map_stays_whole_when_its_columns_follow_the_time(canvas: Canvas) -> None:
    first, last, *_ = canvas.document.journey.stages(canvas.map_id)
    with canvas.document.edit("step.duration", name="A") as draft:
        moves.set_duration(draft, first.id, "actual", Duration(90))
        moves.set_duration(draft, last.id, "actual", Duration(1))
    canvas.fit_map()
    width = canvas.map_scene.paper.width()
    canvas.set_look(Look(width_by_time=True))
    assert canvas.map_scene.paper.width() > width
    assert canvas.camera.seen().contains(canvas.map_scene.paper)
    canvas.zoom_in()
    zoom = canvas.zoom
    canvas.set_look(Look())
    assert canvas.zoom == zoom, "the user has chosen what to see"


def test_a_window_made_larger_shows_more_and_a_fitted_map_larger(canvas: Canvas) -> None:
    canvas.fit_map()
    zoom = canvas.zoom
    canvas.resize(1400, 1100)
    assert canvas.zoom > zoom
    assert canvas.camera.seen().contains(canvas.map_scene.paper)
    canvas.set_zoom(1.3)
    corner = canvas.camera.seen().topLeft()
    canvas.resize(1000, 800)
    assert canvas.zoom == pytest.approx(1.3)
    assert (canvas.camera.seen().topLeft() - corner).manhattanLength() < 1.5


def test_fitting_twice_changes_nothing(canvas: Canvas) -> None:
    canvas.set_zoom(2.0)
    canvas.fit_map()
    zoom, corner = canvas.zoom, canvas.camera.seen().topLeft()
    canvas.fit_map()
    assert canvas.zoom == zoom
    assert (canvas.camera.seen().topLeft() - corner).manhattanLength() < 0.01


def test_zooming_out_does_not_lose_the_paper(hand: Hand, canvas: Canvas) -> None:
    canvas.set_zoom(3.0)
    for _ in range(30):
        hand.wheel(QPointF(10, 10), -120, CONTROL)
    assert canvas.camera.seen().contains(canvas.map_scene.paper)


def test_a_click_beside_a_curve_point_chooses_it(
    hand: Hand, canvas: Canvas, filled: Filled
) -> None:
    lane_id = filled.map.lane["feelings"]
    box = next(one for one in canvas.drawing.lanes if one.lane_id == lane_id)
    at = hand.cell(lane_id, *filled.map.at["a1"])
    beside = QPointF(at.x(), canvas.camera.to_view(0, box.y + box.h - 4).y())
    hand.click(beside)
    assert canvas.selection == (filled.calm,)


def test_the_collector_leaves_an_open_map_alone(canvas: Canvas) -> None:
    assert gc.get_freeze_count() > len(canvas.drawing.cells)
    canvas.close_map()
    assert gc.get_freeze_count() == 0


def test_the_ring_of_a_stage_half_out_of_sight_keeps_off_the_names_of_the_lanes(
    large: Canvas,
) -> None:
    large.set_zoom(1.0)
    first = large.document.journey.stages(large.map_id)[0]
    column = next(one for one in large.drawing.columns if one.stage_id == first.id)
    large.camera.centre(QPointF(column.x + large.camera.seen().width() / 2 + 60, 900))
    strips = large.sticky.strips()
    rect = large.record_rect(first.id)
    assert rect is not None
    assert rect.left() < 0 < strips.left < rect.right()
    names = QRect(0, 0, int(strips.left), large.viewport().height())
    QApplication.processEvents()
    before = large.viewport().grab(names).toImage()
    large.mark_hovered(first.id)
    QApplication.processEvents()
    assert large.viewport().grab(names).toImage() == before
    assert large.viewport().grab().toImage() != before


def test_zooming_keeps_what_is_chosen_where_it_is(canvas: Canvas, filled: Filled) -> None:
    canvas.fit_map()
    canvas.select((filled.far,))
    for zoom in (1.0, 2.0):
        before = canvas.record_rect(filled.far)
        canvas.set_zoom(zoom)
        after = canvas.record_rect(filled.far)
        assert before is not None
        assert after is not None
        assert (before.center() - after.center()).manhattanLength() < 40
        assert canvas.viewport().rect().contains(after.toRect())


def test_a_chosen_lane_is_fitted_as_a_whole_row(canvas: Canvas) -> None:
    lane = canvas.drawing.lanes[0]
    canvas.select((lane.lane_id,))
    canvas.fit_selection()
    last, seen = canvas.drawing.columns[-1], canvas.camera.seen()
    assert seen.left() < canvas.drawing.columns[0].x
    assert seen.right() > last.x + last.w
    assert seen.top() < lane.y < lane.y + lane.h < seen.bottom()


def test_two_fingers_on_a_touchpad_zoom_between_them(canvas: Canvas) -> None:
    canvas.set_zoom(1.0)
    at = QPointF(500, 300)
    before, zoom = canvas.camera.to_scene(at), canvas.zoom
    for value in (0.2, 0.1, -0.05):
        pinch = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            at,
            at,
            canvas.viewport().mapToGlobal(at),
            value,
            QPointF(),
        )
        QApplication.sendEvent(canvas.viewport(), pinch)
        zoom *= 1 + value
    assert canvas.zoom == pytest.approx(zoom)
    assert (canvas.camera.to_scene(at) - before).manhattanLength() < 1.5


def test_what_lies_in_a_folded_lane_is_shown_where_it_lies(canvas: Canvas, filled: Filled) -> None:
    card = canvas.document.journey.get(Card, filled.far)
    canvas.change("step.x", lambda draft: moves.set_fields(draft, card.lane_id, folded=True), {})
    canvas.set_zoom(3.0)
    canvas.camera.centre(QPointF(0, 0))
    canvas.select((card.id,), reveal=True)
    cell = place_rect(canvas.drawing, (card.lane_id, card.stage_id, card.step_id))
    assert cell is not None
    assert canvas.camera.seen().intersects(cell.adjusted(5, 5, -5, -5))
