"""The submenus of files: the recent ones, and those that were thrown away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.spoken import when

if TYPE_CHECKING:
    from cjm_desktop.document import Copy
    from cjm_desktop.ui.window import Window

MOST = 12
"""Entries of a submenu."""


class FileLists(QObject):
    """Fills the submenus of one window whenever they open.

    Args:
        window: whose.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self.recent = QMenu(window)
        self.discarded = QMenu(window)
        self.recent.aboutToShow.connect(self._fill_recent)
        self.discarded.aboutToShow.connect(self._fill_discarded)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the submenus in the window's language."""
        self.recent.setTitle(self.tr("Open &recent"))
        self.discarded.setTitle(self.tr("Recently &discarded"))

    def _fill_recent(self) -> None:
        menu = self.recent
        menu.clear()
        for one in self._desk.settings.recents[:MOST]:
            name = plain.menu_text(one.title or Path(one.path).stem)
            menu.addAction(name, partial(self._desk.open_files, [Path(one.path)], self._window))
        _say_if_empty(menu, self.tr("No maps yet"))

    def _fill_discarded(self) -> None:
        menu = self.discarded
        menu.clear()
        for copy in self._desk.home.discarded()[:MOST]:
            menu.addAction(self._name(copy), partial(self.have_back, copy))
        # Nobody else tells of these: what ended the program once is not opened by itself again.
        failed = self.tr("{map} (did not open)")
        for copy in self._desk.home.set_aside()[:MOST]:
            menu.addAction(failed.format(map=self._name(copy)), partial(self.have_back, copy))
        _say_if_empty(menu, self.tr("Nothing was discarded in the last 30 days"))

    def _name(self, copy: Copy) -> str:
        title = plain.menu_text(copy.title) or self.tr("Untitled")
        return f"{title}, {when(copy.when, self._desk.language)}"

    def have_back(self, copy: Copy) -> None:
        """Open what was thrown away, or left over by a program that ended, with its undo."""
        from cjm_desktop.document import Document

        try:
            document = Document.recover(copy, self._desk.home)
        except Problem as problem:
            self._window.tell(problem.sentence(self._desk.language))
            return
        self._desk.take(document, self._window)


def _say_if_empty(menu: QMenu, sentence: str) -> None:
    if menu.isEmpty():
        menu.addAction(sentence).setDisabled(True)
