"""The history, through the window: what the map was, and what differs, by mouse and by keys."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Stage, Touchpoint
from cjm_desktop.journey.sittings import Heading, Sittings
from cjm_desktop.layout.theme import LIGHT
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.export.dialog import ExportDialog
from cjm_desktop.ui.history import sides
from cjm_desktop.ui.history.model import StepModel
from cjm_desktop.ui.history.page import HistoryPage
from cjm_desktop.ui.history.pane import StepPane
from cjm_desktop.ui.palette import LIGHT as LIGHT_TOKENS
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap, work_of
from tests.ui.test_files import answer, answered

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    """A map whose first stage was given four goals in a row."""
    window = open_map(desk)
    for goal in ("one", "two", "three", "four"):
        set_goal(window, goal)
    return window


def first_stage(window: Window) -> Stage:
    work = work_of(window)
    return work.journey.stages(work.map_id)[0]


def set_goal(window: Window, goal: str) -> None:
    stage_id = first_stage(window).id
    work_of(window).editing.do(
        "step.rename", goal, lambda draft: moves.set_fields(draft, stage_id, goal=goal)
    )


def show(window: Window) -> HistoryPage:
    window.activateWindow()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Key.Key_Y, held)
    page = window.bench.history.page
    assert page is not None
    assert window.stack.currentWidget() is page
    return page


def see(page: HistoryPage, row: int, qtbot: QtBot) -> None:
    """Show the state of a row, and wait for it."""
    page.show_row(row)
    settle(page, qtbot)


def row_of(model: StepModel, number: int) -> int:
    """The row of a step; of the beginning for 0."""
    return next(row for row in range(model.rowCount()) if model.number(row) == number)


def settle(page: HistoryPage, qtbot: QtBot) -> None:
    """Wait until everything is seen that was asked for."""
    qtbot.waitUntil(lambda: not page.scenes.busy)


def compared(window: Window, qtbot: QtBot) -> HistoryPage:
    """The page of the history with two states compared."""
    window.commands["edit.compare"].trigger()
    page = window.bench.history.page
    assert page is not None
    settle(page, qtbot)
    return page


def lines(page: HistoryPage) -> list[str]:
    """What the rows say: `>` is now, `-` is undone, `*` is a version with a name."""
    found = [page.pane.model.line(row) for row in range(page.pane.model.rowCount())]
    return [
        ("> " if one.now else "- " if one.undone else "") + ("* " if one.named else "") + one.text
        for one in found
    ]


def goal_seen(page: HistoryPage) -> str:
    return page.document.journey.stages(page.map_id)[0].goal


def test_steps_are_listed_newest_first_and_looking_changes_nothing(
    window: Window, qtbot: QtBot
) -> None:
    page = show(window)
    heading, *rest = lines(page)
    assert heading.startswith("Today, ")
    assert rest == [
        "> Rename to “four”", "Rename to “three”", "Rename to “two”", "Rename to “one”",
        "The beginning, before the first step",
    ]  # fmt: skip
    model, count = page.pane.model, work_of(window).document.step_count
    said = str(model.index(1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Rename to “four”, ")
    assert said.endswith(", now")
    assert not page.bar.restore_button.isEnabled()
    for row, goal in ((3, "two"), (2, "three"), (4, "one")):
        at = page.pane.list.visualRect(model.index(row)).center()
        QTest.mouseClick(page.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
        qtbot.waitUntil(lambda goal=goal: goal_seen(page) == goal)  # type: ignore[misc]
        assert "As it was" in page.bar.said.text()
        assert first_stage(window).goal == "four"
    assert work_of(window).document.step_count == count
    assert QApplication.focusWidget() is page.pane.list
    QTest.keyClick(page.pane.list, Key.Key_Down)
    qtbot.waitUntil(lambda: "beginning" in page.bar.said.text())
    QTest.keyClick(page.pane.list, Key.Key_Escape)
    assert window.bench.history.page is None
    assert window.stack.currentWidget() is window.bench.page
    assert QApplication.focusWidget() is work_of(window).canvas
    assert window.commands["edit.undo"].isEnabled()


def test_restoring_is_one_step_and_undo_takes_it_back(window: Window, qtbot: QtBot) -> None:
    page = show(window)
    see(page, 3, qtbot)
    reached = []
    for _ in range(3):
        window.commands["view.next_region"].trigger()
        reached.append(QApplication.focusWidget())
    assert reached == [page.bar.name_button, page.canvas, page.pane.list]
    assert not window.commands["edit.undo"].isEnabled()
    page.bar.restore_button.click()
    qtbot.waitUntil(lambda: window.bench.history.page is None)
    assert window.bench.history.page is None
    assert first_stage(window).goal == "two"
    window.commands["edit.undo"].trigger()
    assert first_stage(window).goal == "four"


def test_nothing_can_be_changed_in_the_past_but_parts_copied(window: Window, qtbot: QtBot) -> None:
    work = work_of(window)
    card = work.journey.all(Touchpoint)[0]
    work.editing.do("step.delete", "x", lambda draft: moves.drop(draft, card.id))
    page = show(window)
    see(page, 2, qtbot)
    canvas = page.canvas
    canvas.select((card.id,))
    before = state(page)
    for key in (Key.Key_Delete, Key.Key_Return, Key.Key_Insert, Key.Key_F2, Key.Key_A):
        QTest.keyClick(canvas, key)
    spot = canvas.record_rect(card.id)
    assert spot is not None
    middle = spot.center().toPoint()
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas.viewport(), middle + QPoint(90, 40))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle + QPoint(90, 40))
    assert state(page) == before
    assert canvas.writing.target is None
    with pytest.raises(Problem), page.document.edit("step.rename"):
        pass
    canvas.select((card.id,))
    assert page.inspector.page is not None
    assert not page.inspector.page.isEnabled()
    page.bar.copy_button.click()
    persona = work.journey.personas(work.map_id)[0]
    canvas.select((persona.id,))
    assert not page.bar.copy_button.isEnabled()
    assert "persona" in page.bar.copy_button.toolTip()
    window.bench.history.close()
    work.canvas.select((work.journey.all(Touchpoint)[0].id,))
    window.commands["edit.paste"].trigger()
    assert card.text in [one.text for one in work.journey.all(Touchpoint)]


def state(page: HistoryPage) -> set[object]:
    return set(page.document.journey)


def test_panes_that_change_the_map_are_put_aside_while_one_looks(window: Window) -> None:
    """Notes from the wall were brought into the map of today while an old one was shown."""
    bench = window.bench
    window.commands["view.wall_notes"].trigger()
    notes = bench.codes.pane
    assert notes is not None
    notes.field.setPlainText("B1 other")
    window.commands["view.sketch"].trigger()
    lines = bench.sketch.pane
    assert lines is not None
    show(window)
    assert notes.isHidden()
    assert lines.isHidden()
    bench.history.close()
    assert notes.isVisible()
    assert lines.isVisible()
    assert notes.field.toPlainText() == "B1 other"


def test_versions_are_named_and_old_steps_forgotten(window: Window, qtbot: QtBot) -> None:
    page, document = show(window), work_of(window).document
    see(page, 3, qtbot)
    page.canvas.select((first_stage(window).id,))
    QTest.mouseClick(page.bar.name_button, Qt.MouseButton.LeftButton)
    page.bar.name.setText("Before the pilot")
    QTest.keyClick(page.bar.name, Key.Key_Return)
    assert lines(page)[3] == "* Before the pilot"
    assert "Before the pilot" in page.bar.said.text()
    assert QApplication.focusWidget() is page.bar.name_button
    QTest.keyClick(page.bar.name_button, Key.Key_Space)
    assert QApplication.focusWidget() is page.bar.name
    QTest.keyClick(page.bar.name, Key.Key_Escape)
    assert QApplication.focusWidget() is page.bar.name_button
    see(page, 2, qtbot)
    page.pane.forget.setFocus()
    assert answer("Forget them", page.pane.forget.click).startswith("Forget every step")
    assert not page.pane.forget.isEnabled()
    seen = page.pane.grab(page.pane.forget.geometry()).toImage()
    inks = {seen.pixelColor(x, y).lightness() for x in range(seen.width()) for y in range(20)}
    assert min(inks) > QColor(LIGHT_TOKENS.ink2).lightness() + 20, "it looked as if it could be"
    assert window.focusWidget() is page.pane.list, "the keyboard does not fall into the status bar"
    settle(page, qtbot)
    assert lines(page)[2:] == [
        "Rename to “three”", "* Before the pilot"
    ]  # fmt: skip
    page.pane.forget_before(document.history()[-1].number)
    assert lines(page)[2:] == [
        "The beginning of what is kept", "Versions kept besides", "* Before the pilot"
    ]  # fmt: skip
    see(page, 4, qtbot)
    assert goal_seen(page) == "two"
    page.bar.restore_button.click()
    qtbot.waitUntil(lambda: window.bench.history.page is None)
    assert first_stage(window).goal == "two"


def test_it_speaks_the_language_of_the_window_and_goes_with_the_document(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    page = show(window)
    desk.settings.language = "ru"
    desk.dress()
    assert lines(page)[1] == "> Переименовать в «four»"
    assert page.pane.heading.text() == "История"
    assert page.bar.said.text() == "Карта, какая она сейчас"
    assert page.pane.model.line(0).aside == "4 шага"
    work_of(window).saving.stop()
    document = work_of(window).document
    window.leave_document()
    document.close()
    window.show_first_page()
    qtbot.waitUntil(lambda: window.bench.history.page is None)


def test_comparing_marks_the_map_and_says_it_in_words(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    work = work_of(window)
    barrier = work.journey.all(Barrier)[0]
    work.editing.do("step.delete", "x", lambda draft: moves.drop(draft, barrier.id))
    page = compared(window, qtbot)
    pane, found = page.compare.pane, page.compare.found
    assert found is not None
    assert found.counts == {"added": 0, "removed": 1, "changed": 1, "moved": 0}
    said = [line.text for row in range(pane.model.rowCount()) if (line := pane.model.line(row))]
    assert said[0] == "Stage changed"
    assert said[1].startswith(f"Barrier “{barrier.text[:9]}")
    assert said[1].endswith("” removed")
    assert barrier.id in page.document.journey, "what was removed is still drawn"
    assert page.canvas.selection == (first_stage(window).id,)
    QTest.keyClick(page, Key.Key_F8)
    assert page.canvas.selection == (barrier.id,)
    QTest.keyClick(page, Key.Key_F8)
    assert page.canvas.selection == (first_stage(window).id,)
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Key.Key_Space)
    settle(page, qtbot)
    assert page.compare.view == "before"
    assert goal_seen(page) != "four"
    QTest.keyClick(page.canvas, Key.Key_Space)
    settle(page, qtbot)
    assert barrier.id not in page.document.journey
    page.compare.save_report(tmp_path / "review.pdf")
    qtbot.waitUntil(page.compare.bar.report_button.isEnabled, timeout=20_000)
    assert (tmp_path / "review.pdf").read_bytes().startswith(b"%PDF-")
    page.compare.bar.before.setCurrentIndex(0)
    page.compare.bar.chosen.emit()
    settle(page, qtbot)
    assert pane.model.rowCount() == 0
    assert pane.summary.text() == "Nothing differs"
    for _ in range(2):
        window.commands["view.next_region"].trigger()
    assert QApplication.focusWidget() is page.compare.bar.before
    window.commands["edit.history"].trigger()
    settle(page, qtbot)
    assert page.lists.currentWidget() is page.pane
    assert goal_seen(page) == "four"
    window.commands["edit.history"].trigger()
    assert window.bench.history.page is None


def test_comparing_with_another_file(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    work = work_of(window)
    work.document.share_copy(tmp_path / "copy.cjm")
    set_goal(window, "five")
    page = compared(window, qtbot)
    page.compare.take_file(page.compare.bar.before, tmp_path / "copy.cjm")
    settle(page, qtbot)
    assert page.compare.found is not None
    assert [one.fields for one in page.compare.found.told] == [("goal",)]
    page.compare.take_file(page.compare.bar.before, tmp_path / "none.cjm")
    settle(page, qtbot)
    assert len(page.compare.found.told) == 1


def long_history(window: Window, count: int) -> Document:
    """The document of a window, with as many steps in its memory, seven minutes apart."""
    document = work_of(window).document
    steps = document._keeper.steps
    (last,) = steps.between(steps.done - 1, steps.done)
    early = last.time - timedelta(minutes=7 * count)
    steps._steps = [
        replace(last, number=at + 1, time=early + timedelta(minutes=7 * at)) for at in range(count)
    ]
    steps.done = count
    return document


def test_a_row_of_a_long_history_costs_what_one_of_a_short_one_does(window: Window) -> None:
    def cost(count: int) -> float:
        model = StepModel(long_history(window, count), "en", window)
        rows = [model.rowCount() * part // 40 for part in range(40)]
        took = []
        for _ in range(5):
            start = time.process_time()
            for row in rows:
                model.line(row)
            model.follow()
            took.append(time.process_time() - start)
        return min(took)

    assert cost(20_000) < 4 * cost(200)


def test_the_list_of_a_long_history_is_shown_and_scrolled_to_its_end(window: Window) -> None:
    document = long_history(window, 20_000)
    pane = StepPane(document)
    pane.say("en")
    pane.resize(360, 700)
    pane.show()
    assert pane.model.rowCount() > 20_000
    pane.list.scrollToBottom()
    assert pane.list.indexAt(QPoint(20, pane.list.viewport().height() - 4)).row() == (
        pane.model.rowCount() - 1
    )
    for number in (1, 77, 19_999):
        row = row_of(pane.model, number)
        assert pane.model.number(row) == number
    sittings = Sittings(lambda index: document.step_at(index).time.astimezone())
    sittings.follow(20_000)
    headings = [one for one in map(sittings.row, range(len(sittings))) if isinstance(one, Heading)]
    assert len(headings) == pane.model.rowCount() - 20_001


def test_the_bars_round_an_old_state_speak_of_it(window: Window, qtbot: QtBot) -> None:
    work = work_of(window)
    for card in work.journey.all(Touchpoint):
        evidence = [one.id for one in work.journey.evidence(card.id)]
        for one in evidence:
            work.editing.do("step.delete", "x", lambda draft, one=one: moves.drop(draft, one))
    page, status = show(window), window.status.map
    now = status.evidence.findChildren(QLabel)[1].text()
    assert status.zoom.text() == f"{round(page.canvas.zoom * 100)} %"
    assert window.bench.rail.isHidden()
    window.resize(1100, 700)
    assert window.bench.rail.isHidden()
    see(page, row_of(page.pane.model, 0), qtbot)
    assert status.evidence.findChildren(QLabel)[1].text() != now
    window.commands["view.zoom_100"].trigger()
    assert page.canvas.zoom == 1.0
    assert status.zoom.text() == "100 %"
    window.say_done("report", "The report is there.")
    qtbot.waitUntil(lambda: page.contentsMargins().top() > 0)
    strip = window.banners.geometry()
    heading = page.pane.heading.mapTo(window.stack, QPoint(0, 0))
    assert page.bar.mapTo(window.stack, QPoint(0, 0)).y() >= strip.bottom()
    assert heading.y() >= strip.bottom()
    QTest.mouseClick(page.pane.close_button, Qt.MouseButton.LeftButton)
    assert window.bench.history.page is None
    assert window.bench.rail.isVisible()


def test_strips_that_were_there_before_leave_the_bars_of_the_past_free(window: Window) -> None:
    """After a merge its strip hid all that can be done with an old state."""
    window.say_done("report", "The report is there.")
    QTest.qWait(1)
    page = show(window)
    assert page.contentsMargins().top() == window.banners.reach > 0
    window.bench.history.close()
    window.banners.drop("report")
    assert window.banners.reach == 0


def test_the_name_of_a_version_can_be_taken_away_once_one_agreed(
    window: Window, qtbot: QtBot
) -> None:
    """An emptied name did nothing and said nothing."""
    page = show(window)
    see(page, 3, qtbot)
    assert page.bar.name_button.text() == "Name it…"
    page.bar.named.emit("Pilot")
    settle(page, qtbot)
    assert page.bar.name_button.text() == "Rename…"

    def empty() -> None:
        QTest.mouseClick(page.bar.name_button, Qt.MouseButton.LeftButton)
        page.bar.name.clear()
        QTest.keyClick(page.bar.name, Key.Key_Return)

    assert answer("Keep it", empty) == "Take the name “Pilot” away?"
    assert lines(page)[3] == "* Pilot"
    answer("Take it away", empty)
    settle(page, qtbot)
    assert lines(page)[3] == "Rename to “two”"
    assert page.bar.name_button.text() == "Name it…"
    document = work_of(window).document
    page.bar.named.emit("Pilot")
    page.pane.forget_before(document.history()[-1].number)
    settle(page, qtbot)
    see(page, 4, qtbot)
    assert page.pane.model.line(4).text == "Pilot"
    answer("Take it away", empty)
    settle(page, qtbot)
    assert lines(page)[2:] == ["The beginning of what is kept"]
    assert document.versions.all() == ()


def test_right_after_saving_one_compares_with_what_was_before_that(
    window: Window, qtbot: QtBot
) -> None:
    """It showed the version just saved beside the same map: nothing differed."""
    work = work_of(window)
    work.document.versions.keep("First", None)
    set_goal(window, "five")
    work.document.versions.keep("Second", None)
    page = compared(window, qtbot)
    assert page.compare.bar.side(page.compare.bar.before).said.startswith("First")
    assert page.compare.pane.summary.text().startswith("1 change")
    said = [one.said for one in sides.offered(work.document, page.map_id, "en")]
    assert len(set(said)) == len(said)
    bar, pane = page.compare.bar, page.compare.pane
    assert pane.forth.isEnabled()
    bar.before.setCurrentIndex(bar.after.currentIndex())
    page.compare.show()
    settle(page, qtbot)
    assert pane.model.rowCount() == 0
    assert not pane.back.isEnabled()
    assert not pane.forth.isEnabled(), "there is nothing to go to"


def test_beside_other_maps_now_says_of_which_map_it_speaks(window: Window) -> None:
    work = work_of(window)
    title = naming.map_title(work.journey, work.map_id)
    work.editing.do("map.add", "x", lambda draft: moves.add_map(draft, "Other"))
    now, *_, other = sides.offered(work.document, work.map_id, "en")
    assert now.said == f"Map “{title}”, now"
    assert other.said == "Map “Other”"


def test_a_way_out_that_only_the_map_of_now_has_is_hidden_over_the_past(window: Window) -> None:
    """The strip of a merge offered Undo over the history, where it did nothing and said nothing."""
    undo = window.commands["edit.undo"]
    window.say_done("merged", "It is in.", [("Undo", undo)])
    strip = window.banners._shown["merged"]
    way_out = next(one for one in strip.findChildren(QPushButton) if one.text() == "Undo")
    assert way_out.isVisible()
    show(window)
    assert not way_out.isVisible()
    window.bench.history.close()
    assert way_out.isVisible()
    way_out.click()
    assert first_stage(window).goal == "three"
    assert "merged" not in window.banners.sentences()


def test_a_refusal_goes_with_the_next_success_but_not_with_its_own_edit(window: Window) -> None:
    def refused() -> bool:
        QTest.qWait(1)
        return "problem" in window.banners.sentences()

    window.tell("It did not happen.")
    set_goal(window, "five")
    assert refused(), "it was told in this very edit"
    set_goal(window, "six")
    assert not refused()
    window.tell("It did not happen.")
    assert refused()
    window.say_done("report", "The report is there.")
    assert not refused()
    window.offer("problem", "The file is damaged.", [("Open the backup", window.update)])
    assert refused()
    set_goal(window, "seven")
    assert refused(), "it offers a way out"
    window.banners.drop_all()


def test_nothing_of_the_map_is_seen_between_two_strips(window: Window) -> None:
    window.say_done("report", "The report is there.")
    window.tell("It did not happen.")
    QTest.qWait(1)
    strips = window.banners
    first, second = (one.geometry() for one in strips._shown.values())
    assert second.top() > first.bottom() + 1
    between = QPoint(strips.width() // 2, first.bottom() + 2)
    shown = strips.grab().toImage()
    assert QColor(shown.pixel(between)).name() == LIGHT_TOKENS.canvas.lower()
    window.banners.drop_all()


def test_a_version_shows_its_step_too_and_quotes_within_quotes_are_inner_ones(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    page = show(window)
    see(page, 2, qtbot)
    assert page.bar.said.text().endswith("“Rename to ‘three’”")
    page.bar.named.emit("Before the pilot")
    settle(page, qtbot)
    line = page.pane.model.line(2)
    assert (line.text, line.step) == ("Before the pilot", "Rename to “three”")
    assert window.commands["file.print"].isEnabled()
    done: list[str] = []

    def act(dialog: ExportDialog) -> None:
        done.append(dialog._journey.stages(page.map_id)[0].goal)
        dialog.reject()

    answered(ExportDialog, act, window.commands["file.print"].trigger)
    assert done == ["three"], "the old state, not that of now"


def test_two_states_are_seen_side_by_side_and_behind_a_curtain(
    window: Window, qtbot: QtBot
) -> None:
    page = compared(window, qtbot)
    said: list[str] = []
    page.canvas.status_changed.connect(said.append)
    page.canvas.hands.say()
    assert "[F8]" in said[-1]
    assert "[Space]" in said[-1]
    assert page.compare.pane.summary.text() == "1 change: 1 changed."
    now = page.compare.bar.side(page.compare.bar.after)
    assert now.said.startswith("Now, ")
    for view in ("beside", "curtain"):
        button = page.compare.bar.views.buttons[view]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle(page, qtbot)
        other = page.panes.other
        assert other is not None
        assert other.document.journey.stages(page.map_id)[0].goal != "four"
        assert goal_seen(page) == "four"
        page.canvas.set_zoom(0.8)
        assert other.zoom == page.canvas.zoom
        assert other.camera.seen().topLeft() == page.canvas.camera.seen().topLeft()
        assert other.selection == page.canvas.selection
    handle = page.panes.handle
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert handle.at > 0.5
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, QPoint(-200, 20))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(-200, 20))
    assert handle.at < 0.5
    QTest.keyClick(handle, Key.Key_Home)
    assert handle.at == 0
    QTest.keyClick(page.canvas, Key.Key_Space)
    settle(page, qtbot)
    assert page.panes.other is None
    assert page.panes.tags[0].isVisible()
    page.compare.look("both")
    page.canvas.set_zoom(0.2)
    rect = page.canvas.record_rect(first_stage(window).id)
    assert rect is not None
    shown = page.canvas.viewport().grab().toImage()
    x, y = round(rect.center().x() + rect.width() / 4), round(rect.center().y()) + 5
    ink = {QColor(shown.pixel(x + off, y)).name() for off in range(-5, 6)}
    assert LIGHT.accent.lower() in ink, "a sign keeps its size on the screen"
