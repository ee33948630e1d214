"""The window on a screen, telling which command a key gives instead of doing it.

    python -m tests.x11.keyboard FOLDER

It says "ready" once it has the keyboard, then the name of each command, and the letters that are
none.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cjm_desktop import app
from cjm_desktop.document import Document
from cjm_desktop.journey import templates
from cjm_desktop.ui.window import Window


class Ear(QObject):
    """Hears the keys of every command of a window, and what is written on its map."""

    def __init__(self, window: Window, canvas: QWidget) -> None:
        super().__init__(window)
        canvas.installEventFilter(self)
        for action in window.commands:
            # A command that is off hears nothing.
            action.setEnabled(True)
            action.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut:
            print(watched.objectName(), flush=True)
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.text().isalpha():
                print(event.text(), flush=True)
            return True
        return False


def main() -> None:
    """Open a sample and listen until somebody ends this process."""
    application = app.make_application()
    desk = app.make_desk(application, Path(sys.argv[1]))
    window = desk.take(Document.create(templates.make("sample-b2c", "ru"), desk.home))

    def begin() -> None:
        if window.work is None or not window.work.canvas.hasFocus():
            QTimer.singleShot(50, begin)
            return
        Ear(window, window.work.canvas)
        print("ready", flush=True)

    begin()
    application.exec()


main()
