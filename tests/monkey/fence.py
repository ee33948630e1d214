"""What keeps a monkey at home: it may not quit, nor walk through the folders of this machine."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from cjm_desktop.ui.window import Window

OUTSIDE = ("http", "https", "file", "mailto")
"""What would open other programs."""
ENDINGS = (".cjm", ".pdf", ".png", ".txt", "")


class Fence(QObject):
    """Keeps one window open, and everything that leads out of the program shut.

    Args:
        window: that stays.
        folder: the only one where files are read and written.
    """

    def __init__(self, window: Window, folder: Path) -> None:
        super().__init__()
        self._window, self._folder = window, folder
        self.is_open = False
        """Windows may close: the monkey is done."""
        window.installEventFilter(self)
        for command_id in ("file.quit", "file.close"):
            window.commands[command_id].setEnabled(False)
        for scheme in OUTSIDE:
            QDesktopServices.setUrlHandler(scheme, self, "swallow")

    def open(self) -> None:
        """Let the window close again."""
        self.is_open = True
        for scheme in OUTSIDE:
            QDesktopServices.unsetUrlHandler(scheme)

    @Slot(QUrl)
    def swallow(self, url: QUrl) -> None:
        """Open no other program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Close and not self.is_open:
            event.ignore()
            return True
        return False

    def quiet(self, window: Window) -> None:
        """Let a window that the monkey opened know nothing of the way out."""
        window.commands["file.quit"].setEnabled(False)

    def answer(self, dialog: QFileDialog, dice: random.Random) -> str:
        """Choose a file of our own folder in a dialog for files, or none."""
        if dice.random() < 0.5:
            dialog.reject()
            return "chose no file"
        name = f"file{dice.randrange(1000)}{dice.choice(ENDINGS)}"
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptOpen:
            name = dice.choice([one.name for one in sorted(self._folder.iterdir())])
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        field.setText(str(self._folder / name))
        accept: Callable[[], object] = dialog.reject
        for button in dialog.findChildren(QPushButton):
            if button.isDefault() and button.isEnabled():
                accept = button.click
        accept()
        return f"chose {name}"

    @staticmethod
    def shut(window: Window) -> None:
        """Close a window that the monkey opened, and keep nothing of it."""
        if window.work is not None:
            window.work.saving.stop()
            window.work.document.discard()
            window.leave_document()
        window.close()


def leave(widget: QWidget) -> None:
    """Close a dialog or a menu that is in the way."""
    from PySide6.QtCore import Qt

    QTest.keyClick(widget, Qt.Key.Key_Escape)
    if widget.isVisible():
        widget.close()
