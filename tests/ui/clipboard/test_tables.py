"""A table from a spreadsheet: seen before it is pasted, and pasted as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop.journey.records import Lane
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.clipboard.preview import TablePreview
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap, work_of


@pytest.fixture(autouse=True)
def _empty(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    return open_map(desk)


def heads(canvas: Canvas) -> tuple[str, str, Lane]:
    """The names of two steps, and a lane of cards."""
    journey = canvas.document.journey
    steps = [step.title for _, step in journey.columns(canvas.map_id) if step is not None]
    lane = next(one for one in journey.lanes(canvas.map_id) if one.holds == "barriers")
    return steps[0], steps[2], lane


def paste(window: Window, do: Callable[[TablePreview], None]) -> TablePreview:
    """Paste, and do something with the preview that opens."""
    seen: list[TablePreview] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TablePreview)
        seen.append(dialog)
        do(dialog)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, act)
    window.commands["edit.paste"].trigger()
    (dialog,) = seen
    return dialog


def press(qtbot: QtBot) -> Callable[[TablePreview], None]:
    return lambda dialog: qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)


def texts(canvas: Canvas, lane: Lane) -> list[str]:
    return [one.text for one in canvas.document.journey.cards_of_lane(lane.id)]


def test_a_table_is_shown_and_then_pasted_as_one_step(window: Window, qtbot: QtBot) -> None:
    canvas = work_of(window).canvas
    first, second, lane = heads(canvas)
    html = QMimeData()
    html.setHtml(
        f"<table><tr><td></td><td>{first}</td><td>{second}</td></tr>"
        f"<tr><td>{lane.title}</td><td>too slow<br>too dear</td><td>unclear</td></tr></table>"
    )
    html.setText("whatever")
    QGuiApplication.clipboard().setMimeData(html)
    before, known = len(canvas.document.history()), set(texts(canvas, lane))
    shown: list[str] = []

    def look(dialog: TablePreview) -> None:
        table = dialog.table
        shown.extend(table.horizontalHeaderItem(one).text() for one in range(table.columnCount()))
        shown.append(table.item(0, 1).text())
        press(qtbot)(dialog)

    paste(window, look)
    assert first in shown[1]
    assert "new" not in shown[1] + shown[2]
    assert shown[-1] == "too slow · too dear"
    assert set(texts(canvas, lane)) - known == {"too slow", "too dear", "unclear"}
    assert len(canvas.document.history()) == before + 1
    canvas.document.undo()
    assert set(texts(canvas, lane)) == known


def test_cancelled_it_changes_nothing(window: Window) -> None:
    canvas = work_of(window).canvas
    before = len(canvas.document.history())
    QGuiApplication.clipboard().setText("a\tb\nc\td")
    paste(window, lambda dialog: dialog.reject())
    assert len(canvas.document.history()) == before


def test_a_row_that_says_nothing_is_no_new_lane(window: Window) -> None:
    first, _, lane = heads(work_of(window).canvas)
    QGuiApplication.clipboard().setText(f"\t{first}\t\n{lane.title}\tkept\t\nBudget\t\t")
    seen: list[tuple[str, bool]] = []

    def look(dialog: TablePreview) -> None:
        for row in range(dialog.table.rowCount()):
            item = dialog.table.item(row, 0)
            seen.append((item.text(), bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)))

    paste(window, look)
    assert seen == [(lane.title, True), ("Budget", False)]


def test_a_row_may_be_left_out_and_read_in_another_way(window: Window, qtbot: QtBot) -> None:
    canvas = work_of(window).canvas
    first, _, lane = heads(canvas)
    QGuiApplication.clipboard().setText(f"\t{first}\n{lane.title}\tkept\nBudget\tleft")

    def act(dialog: TablePreview) -> None:
        assert "new" in dialog.table.item(1, 0).text()
        dialog.table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
        assert dialog.chosen().taken == 1
        qtbot.mouseClick(dialog.named, Qt.MouseButton.LeftButton)
        assert dialog.table.columnCount() == 3
        qtbot.mouseClick(dialog.named, Qt.MouseButton.LeftButton)
        dialog.table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
        press(qtbot)(dialog)

    paste(window, act)
    assert "kept" in texts(canvas, lane)
    lanes = canvas.document.journey.lanes(canvas.map_id)
    assert "Budget" not in [one.title for one in lanes]


def test_what_does_not_fit_is_said_and_cannot_be_taken(window: Window) -> None:
    canvas = work_of(window).canvas
    first, _, _ = heads(canvas)
    QGuiApplication.clipboard().setText(f"\t{first}\nFeelings\t9")

    def act(dialog: TablePreview) -> None:
        assert not dialog.take.isEnabled()
        assert "+2" in dialog.wrong.text()

    before = len(canvas.document.history())
    paste(window, act)
    assert len(canvas.document.history()) == before


def test_a_huge_table_is_refused_in_one_sentence(window: Window, qtbot: QtBot) -> None:
    canvas = work_of(window).canvas
    QGuiApplication.clipboard().setText(("\t" * 600 + "\n") * 200 + "x\ty")
    with qtbot.waitSignal(canvas.refused) as said:
        window.commands["edit.paste"].trigger()
    assert "too large" in str(said.args)
