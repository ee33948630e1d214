"""The submenu of the files that were open lately."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from cjm_desktop.ui import plain

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window

MOST = 12
"""Entries of the submenu."""


class FileLists(QObject):
    """Fills the submenu of one window whenever it opens.

    Args:
        window: whose.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self.recent = QMenu(window)
        self.recent.aboutToShow.connect(self._fill_recent)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the submenu in the window's language."""
        self.recent.setTitle(self.tr("Open &recent"))

    def _fill_recent(self) -> None:
        menu = self.recent
        menu.clear()
        for one in self._desk.settings.recents[:MOST]:
            name = plain.menu_text(one.title or Path(one.path).stem)
            menu.addAction(name, partial(self._desk.open_files, [Path(one.path)], self._window))
        _say_if_empty(menu, self.tr("No maps yet"))


def _say_if_empty(menu: QMenu, sentence: str) -> None:
    if menu.isEmpty():
        menu.addAction(sentence).setDisabled(True)
