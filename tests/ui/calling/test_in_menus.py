"""Menus say why an entry cannot be chosen now."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication

from cjm_desktop.ui.desk import Desk
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
