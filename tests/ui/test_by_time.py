"""Columns as wide as their time: a choice of the view, kept with the file, and of the poster."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.export.dialog import ExportDialog
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.window import Window
from cjm_desktop.ui.work import Work
from tests.ui.conftest import OpenMap, work_of


def widths(work: Work) -> set[float]:
    """How wide columns are, u."""
    return {round(one.w) for one in work.canvas.drawing.columns}


def by_time(window: Window) -> Work:
    """Let widths follow time."""
    window.commands["view.by_time"].trigger()
    return work_of(window)


def test_one_command_lets_widths_follow_time_and_takes_it_back(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    assert len(widths(work_of(window))) == 1
    work = by_time(window)
    assert max(widths(work)) > 2 * min(widths(work))
    assert window.commands["view.by_time"].isChecked()
    assert work.document.undo_step is None, "it is no edit"
    by_time(window)
    assert len(widths(work)) == 1


def test_the_choice_is_kept_with_the_file(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = by_time(window)
    work.note_view()
    again = Work(work.document, Look())
    assert again.look.width_by_time
    again.close()


def test_both_paths_side_by_side_follow_their_own_time(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work = by_time(window)
    window.commands["view.beside"].trigger()
    qtbot.wait(1)
    assert work.beside is not None
    now, planned = ([one.w for one in pane.drawing.columns] for pane in work.beside.panes)
    assert len(now) == len(planned)
    assert now != planned
    by_time(window)
    assert len({round(one.w) for pane in work.beside.panes for one in pane.drawing.columns}) == 1


def test_the_poster_begins_as_the_map_is_looked_at(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    dialog = ExportDialog(by_time(window), desk, "wall", window)
    qtbot.addWidget(dialog)
    box = dialog.parts.boxes["width_by_time"]
    assert box.isChecked()
    assert dialog._choices.job("m", Look()).shows.width_by_time
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not dialog._choices.job("m", Look()).shows.width_by_time
    dialog.reject()
