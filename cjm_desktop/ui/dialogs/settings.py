"""The settings, all on one page. They hold at once, there is no OK."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjm_desktop.ui.areas import scrolling
from cjm_desktop.ui.controls import line
from cjm_desktop.ui.dialogs.frame import Frame
from cjm_desktop.ui.preferences.folders import Folders
from cjm_desktop.ui.preferences.interface import Interface
from cjm_desktop.ui.preferences.maps import NewMaps
from cjm_desktop.ui.preferences.words import Words

if TYPE_CHECKING:
    from cjm_desktop.ui.desk import Desk

EDGE = 24
"""Left and right of the page, px."""


class SettingsDialog(Frame):
    """What holds for all windows, group by group.

    Args:
        desk: keeps the settings and puts them on.
        parent: the window it belongs to.
    """

    keys_asked = Signal()
    """The user wants other keys."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("SettingsDialog", "Settings"))
        self.interface = Interface(desk)
        self.new_maps = NewMaps(desk)
        self.folders = Folders(desk)
        self.words = Words(desk)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(EDGE, 4, EDGE, 16)
        column.setSpacing(14)
        for group in (self.interface, self.new_maps, self.folders, self.words):
            if column.count():
                column.addWidget(line())
            column.addWidget(group)
        column.addStretch(1)
        self._area = scrolling(self._page)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.addWidget(self._area)
        self.keys = self.add_button("")
        self.keys.clicked.connect(self.keys_asked)
        self._close = self.add_button("", main=True)
        self._close.clicked.connect(self.accept)
        self._say()
        self._fit()

    def _fit(self) -> None:
        """Be as large as the page, where the window has the room."""
        page, around = self._page.sizeHint(), self.sizeHint() - self._area.sizeHint()
        bar = self._area.verticalScrollBar().sizeHint().width()
        wanted = QSize(page.width() + bar, page.height() + max(0, around.height()))
        self._area.setMinimumWidth(page.width() + bar)
        parent = self.parentWidget()
        room = parent.size() - QSize(32, 32) if parent is not None else wanted
        self.resize(wanted.boundedTo(room))

    def _say(self) -> None:
        title = self.tr("Settings")
        self.heading.setText(title)
        self.setWindowTitle(f"{title} - CJM Desktop")
        self.keys.setText(self.tr("Keys…"))
        self._close.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, self._fit)
