"""The list of steps, through the window: back and forth by mouse and by keys, live, long."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Stage
from cjm_desktop.journey.sittings import Heading, Sittings
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.steps.model import StepModel
from cjm_desktop.ui.steps.panel import StepPanel
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of

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


def show(window: Window) -> StepPanel:
    window.activateWindow()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Key.Key_Y, held)
    panel = window.bench.steps.panel
    assert panel is not None
    assert panel.isVisible()
    return panel


def lines(panel: StepPanel) -> list[str]:
    """What the rows say: `>` is now, `-` is undone."""
    model = panel.model
    assert model is not None
    found = [model.line(row) for row in range(model.rowCount())]
    return [("> " if one.now else "- " if one.undone else "") + one.text for one in found]


def test_steps_are_listed_newest_first_and_now_is_marked(window: Window) -> None:
    panel = show(window)
    heading, *rest = lines(panel)
    assert heading.startswith("Today, ")
    assert rest == [
        "> Rename to “four”", "Rename to “three”", "Rename to “two”", "Rename to “one”",
        "The beginning, before the first step",
    ]  # fmt: skip
    model = panel.model
    assert model is not None
    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("Rename to “four”, ")
    assert str(said).endswith(", now")
    assert model.line(0).aside == "4 steps"


def test_a_click_goes_back_and_another_one_forth(
    desk: Desk, open_map: OpenMap, window: Window, qtbot: QtBot
) -> None:
    panel, before = show(window), first_stage(open_map(desk)).goal
    assert panel.model is not None
    for row, goal in ((3, "two"), (5, before), (2, "three"), (1, "four")):
        at = panel.list.visualRect(panel.model.index(row)).center()
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
        qtbot.waitUntil(lambda goal=goal: first_stage(window).goal == goal)  # type: ignore[misc]
        assert panel.model.now == row
    assert panel.isVisible(), "it stays while one goes back and forth"


def test_a_heading_is_no_step(window: Window) -> None:
    panel = show(window)
    assert panel.model is not None
    at = panel.list.visualRect(panel.model.index(0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert first_stage(window).goal == "four"
    QTest.keyClick(panel.list, Key.Key_Up)
    assert panel.list.currentIndex().row() == 1


def test_it_works_by_keys_alone(window: Window, qtbot: QtBot) -> None:
    panel = show(window)
    assert QApplication.focusWidget() is panel.list
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(panel.list, key)
    qtbot.waitUntil(lambda: first_stage(window).goal == "two")
    assert lines(panel)[1:4] == ["- Rename to “four”", "- Rename to “three”", "> Rename to “two”"]
    assert panel.list.currentIndex().row() == 3, "the keyboard stays where it was"
    QTest.keyClick(panel.list, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert first_stage(window).goal == "one"
    QTest.keyClick(panel.list, Key.Key_Tab)
    assert QApplication.focusWidget() is not panel.list
    QTest.keyClick(panel, Key.Key_Escape)
    assert panel.isHidden()
    assert QApplication.focusWidget() is work_of(window).canvas
    qtbot.wait(1)


def test_it_follows_edits_and_what_they_drop(window: Window) -> None:
    panel = show(window)
    work_of(window).canvas.setFocus()
    set_goal(window, "five")
    assert lines(panel)[1] == "> Rename to “five”"
    for _ in range(3):
        window.commands["edit.undo"].trigger()
    assert lines(panel)[4] == "> Rename to “two”"
    set_goal(window, "other")
    assert lines(panel)[1:4] == ["> Rename to “other”", "Rename to “two”", "Rename to “one”"]
    assert panel.model is not None
    assert panel.list.currentIndex().row() == panel.model.now


def test_an_edit_that_drops_the_step_one_stands_on_leads_to_the_last_one(window: Window) -> None:
    panel = show(window)
    for _ in range(3):
        window.commands["edit.undo"].trigger()
    QTest.keyClick(panel.list, Key.Key_Home)
    QTest.keyClick(panel.list, Key.Key_Down)
    set_goal(window, "other")
    assert panel.model is not None
    assert panel.list.currentIndex().row() == panel.model.now


def test_the_same_command_closes_it_and_another_document_too(
    desk: Desk, window: Window, qtbot: QtBot
) -> None:
    panel = show(window)
    window.commands["edit.history"].trigger()
    assert panel.isHidden()
    show(window)
    work_of(window).saving.stop()
    document = work_of(window).document
    window.leave_document()
    document.close()
    window.show_first_page()
    qtbot.waitUntil(panel.isHidden)


def test_it_speaks_the_language_of_the_window(
    make_desk: MakeDesk, open_map: OpenMap, qtbot: QtBot
) -> None:
    desk = make_desk()
    window = open_map(desk)
    for goal in ("one", "two"):
        set_goal(window, goal)
    panel = show(window)
    desk.settings.language = "ru"
    desk.dress()
    assert lines(panel)[1] == "> Переименовать в «two»"
    assert panel.heading.text() == "История шагов"
    assert panel.model is not None
    assert panel.model.line(0).aside == "2 шага"


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
    panel = show(window)
    assert panel.model is not None
    assert panel.model.rowCount() > 20_000
    panel.list.scrollToBottom()
    assert panel.list.indexAt(QPoint(20, panel.list.viewport().height() - 4)).row() == (
        panel.model.rowCount() - 1
    )
    for number in (1, 77, 19_999):
        row = panel.model.row_of_number(number)
        assert panel.model.number(row) == number
    sittings = Sittings(lambda index: document.step_at(index).time.astimezone())
    sittings.follow(20_000)
    headings = [one for one in map(sittings.row, range(len(sittings))) if isinstance(one, Heading)]
    assert len(headings) == panel.model.rowCount() - 20_001
