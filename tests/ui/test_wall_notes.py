"""Codes in the window: going to one, finding one, and the pane of the wall notes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import codes
from cjm_desktop.journey.records import Barrier
from cjm_desktop.ui.banner import Banner
from cjm_desktop.ui.canvas.viewing import READABLE
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.verbs import wallnotes
from cjm_desktop.ui.wallnotes.going import GoTo
from cjm_desktop.ui.wallnotes.pane import WallNotes
from cjm_desktop.ui.window import Window
from cjm_desktop.ui.work import Work
from tests.ui.conftest import MakeDesk, OpenMap, work_of


def code(work: Work, barrier: Barrier) -> str:
    return codes.code_of(work.journey, work.map_id, barrier)


def in_dialog(act: Callable[[QWidget], None], run: Callable[[], object]) -> None:
    """Do something in the dialog that a call opens and waits for."""
    done: list[bool] = []

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(5, later)
            return
        act(dialog)
        done.append(True)

    QTimer.singleShot(0, later)
    run()
    assert done


def test_codes_lead_to_cards_and_wall_notes_change_them(
    make_desk: MakeDesk, open_map: OpenMap
) -> None:
    window = open_map(make_desk())
    work, bench, commands = work_of(window), window.bench, window.commands
    before = work.journey.fork()
    first, second, third = work.journey.all(Barrier)[:3]

    # Going to one, mistyped first, then in the other alphabet.
    def go(dialog: QWidget) -> None:
        assert isinstance(dialog, GoTo)
        QTest.keyClicks(dialog.field, "b9999")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert "9999" in dialog.said.text()
        dialog.field.setText(f"в {code(work, first)[1:]}")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    in_dialog(go, commands["edit.goto"].trigger)
    assert (work.canvas.selection, work.canvas.zoom) == ((first.id,), pytest.approx(READABLE))

    # Finding one, whose words are not replaced.
    commands["edit.find"].trigger()
    bench.find.bar.field.setText(code(work, second))
    bench.find.look()
    assert bench.find.hits[0].record_id == second.id
    assert bench.find.preview().isHidden()
    bench.find.close()

    # On the map, as long as the pane is open.
    assert not work.look.codes
    commands["view.wall_notes"].trigger()
    assert work.look.codes
    pane = bench.codes.pane
    assert pane is not None
    lines = [f"{code(work, first)} too slow", "nonsense", f"{code(work, third)} x", "+ 1.1 new"]
    pane.field.setPlainText("\n".join(lines))
    pane.look()
    assert [one.kind for one in pane.told.lines] == ["reword", "refused", "drop", "add"]
    assert {first.id, third.id} <= set(work.canvas.traces.marked(work.canvas.drawing))
    pane.told.setCurrentRow(2)
    assert work.canvas.selection == (third.id,)
    assert pane.field.textCursor().blockNumber() == 2
    in_dialog(
        lambda box: QTest.keyClick(box, Qt.Key.Key_Escape),
        lambda: QTest.keyClick(pane.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    )
    assert work.journey == before
    in_dialog(
        lambda box: box.buttons()[1].click(),  # type: ignore[attr-defined]
        pane.apply_button.click,
    )
    assert work.journey.get(Barrier, first.id).text == "too slow"
    assert third.id not in work.journey
    assert pane.field.toPlainText() == "nonsense"
    work.document.undo()
    assert work.journey == before

    # Closed and opened again, the lines that are left are there; codes are as they were before.
    commands["view.wall_notes"].trigger()
    assert not work.look.codes
    commands["view.wall_notes"].trigger()
    again = bench.codes.pane
    assert again is not None
    assert again.field.toPlainText() == "nonsense"
    commands["view.wall_notes"].trigger()

    # The switch alone; it is kept with the file's view.
    commands["view.codes"].trigger()
    work.note_view()
    assert work.document.view_state["codes"] is True


def opened(window: Window) -> WallNotes:
    window.commands["view.wall_notes"].trigger()
    pane = window.bench.codes.pane
    assert pane is not None
    return pane


def test_lines_that_were_not_brought_in_come_back_with_the_map(
    desk: Desk, open_map: OpenMap, tmp_path: Path
) -> None:
    path, other = tmp_path / "a.cjm", tmp_path / "b.cjm"
    window = open_map(desk, "sketch", path)
    opened(window).field.setPlainText("B12 longer\nnonsense")
    window.commands["file.close"].trigger()
    assert window.work is None
    desk.open_files([path], window)
    assert opened(window).field.toPlainText() == "B12 longer\nnonsense"
    # Closed with its window, its pane shut before; another map has none of it.
    window.commands["view.wall_notes"].trigger()
    second = open_map(desk, "sketch", other)
    assert opened(second).field.toPlainText() == ""
    assert window.close()
    desk.open_files([path], second)
    third = next(one for one in desk.windows if one is not second)
    pane = opened(third)
    assert pane.field.toPlainText() == "B12 longer\nnonsense"
    pane.field.setPlainText("")
    third.commands["view.wall_notes"].trigger()
    assert work_of(third).document.wall_notes == ""


def test_lines_are_noted_when_the_hand_rests(
    desk: Desk, open_map: OpenMap, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wallnotes, "PAUSE", 5)
    window = open_map(desk, "sketch")
    document = work_of(window).document
    pane = opened(window)
    pane.field.setPlainText("B12 longer")
    qtbot.waitUntil(lambda: document.wall_notes == "B12 longer", timeout=2000)
    # Where the disk refuses, one is told in time.
    kept = document.home.folder / "wallnotes.json"
    kept.unlink()
    kept.mkdir()
    assert not window.banners.findChildren(Banner)
    pane.field.setPlainText("B12 longer still")
    qtbot.waitUntil(lambda: bool(window.banners.findChildren(Banner)), timeout=2000)
    window.commands["view.wall_notes"].trigger()
    assert opened(window).field.toPlainText() == "B12 longer still"
