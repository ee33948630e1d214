"""Menus say why an entry cannot be chosen now."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.hearing import announcing
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap


def said(window: Window, menu_id: str, command_id: str) -> str:
    """What the status bar says of an entry when its menu has opened."""
    # Really opened, a menu grabs keys, which the screen of tests cannot give.
    QApplication.sendEvent(window.orders.menus[menu_id], QShowEvent())
    return window.commands[command_id].statusTip()


def test_an_entry_that_is_switched_off_says_why(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "blank")
    assert said(window, "edit", "edit.find") == ""
    assert said(window, "edit", "edit.undo") == "Nothing was done yet"
    assert said(desk.new_window(), "map", "map.add") == "Open a map first"
    assert window.work is not None
    window.work.editing.set(window.work.map_id, "title", "Pumps", 1)
    assert said(window, "edit", "edit.undo") == ""


def heard(button: QToolButton) -> tuple[str, str]:
    """What a screen reader is told of a button: its name, and what is said of it."""
    found = QAccessible.queryAccessibleInterface(button)
    return found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Description)


def test_a_button_that_is_switched_off_says_why(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "blank")
    undo = window.bench.top.undo
    assert heard(undo) == ("Undo (Ctrl+Z)", "Undo (Ctrl+Z)\nNothing was done yet")
    assert window.work is not None
    window.work.editing.set(window.work.map_id, "title", "Pumps", 1)
    name, said = heard(undo)
    assert (name, said.split(":")[0]) == ("Undo (Ctrl+Z)", "Undo")
    assert "Nothing" not in said
    window.commands["edit.undo"].trigger()
    assert heard(undo)[1].endswith("\nNothing was done yet")
    previous = window.bench.inspector.head.previous
    assert heard(previous)[1].endswith("\nSelect something on the map first")


def test_what_is_switched_on_says_no_reason_any_more(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "blank")
    on = [one for one in window.commands.by_id.values() if one.isEnabled()]
    assert window.commands["tool.select"] in on
    assert not [one.toolTip() for one in on if "\n" in one.toolTip()]


def test_arrows_stop_at_what_is_switched_off(
    desk: Desk, open_map: OpenMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_map(desk, "blank")
    menu, commands = window.orders.menus["edit"], window.commands
    menu.aboutToShow.emit()
    assert menu.actions()[0] is commands["edit.undo"]
    walked = []
    for _ in range(3):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        walked.append(menu.activeAction())
    assert walked[:2] == [commands["edit.undo"], commands["edit.redo"]]
    assert walked[2].isEnabled()
    told: list[str] = []
    monkeypatch.setattr(announcing, "announce", lambda _source, said: told.append(said))
    steps = len(window.work.document.history()) if window.work else 0
    for _ in range(2):
        QTest.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction() is commands["edit.undo"]
    assert told == ["Nothing was taken back", "Nothing was done yet"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert window.work is not None
    assert len(window.work.document.history()) == steps
