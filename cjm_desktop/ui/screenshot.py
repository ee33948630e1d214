"""A picture of the real window, without a screen."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cjm_desktop.journey import naming
from cjm_desktop.journey.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cjm_desktop.ui.work import Work

REST = 600
"""Milliseconds a window gets to come to rest: longer than every timer that draws something."""


def screenshot(
    map_path: Path,
    out_path: Path,
    width: int = 1600,
    height: int = 1000,
    theme: str = "light",
    language: str = "en",
    select: str = "",
) -> None:
    """Open a map in the main window, offscreen, and write a picture of it as PNG.

    Neither the user's settings nor their working copies are touched.

    Args:
        map_path: of the map.
        out_path: of the picture; its folder must be there.
        width, height: of the picture, px.
        theme: "light" or "dark".
        language: of the window, "ru" or "en".
        select: text of a record to select; the first one that begins so.

    Raises:
        Problem: the map cannot be opened, or the picture cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QApplication

    from cjm_desktop.document import Document
    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.settings import Settings
    from cjm_desktop.ui.stylesheet import STYLE

    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(["cjm", *STYLE])
    with tempfile.TemporaryDirectory(prefix="cjm-screenshot-") as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.theme, settings.language = theme, language
        desk = Desk(application, Path(folder) / "home", settings)
        document = Document.open(map_path, desk.home)
        # The pointer would light up whatever it happens to stand on.
        QCursor.setPos(QPoint(-1, -1))
        window = desk.new_window()
        window.setMinimumSize(0, 0)
        window.resize(width, height)
        desk.take(document, window)
        _settle(application)
        if select and window.work is not None:
            _select(window.work, select)
            _settle(application)
        saved = window.grab().save(str(out_path), "PNG")
        document.discard()
        window.leave_document()
        window.close()
        window.deleteLater()
        application.processEvents()
    if not saved:
        raise Problem("storage.unreadable", file=out_path)


def _settle(application: QApplication) -> None:
    """Let the window draw itself until nothing is left to do."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop

    clock = QElapsedTimer()
    clock.start()
    # The overview and sharper sprites come a moment after the map, by timers of their own.
    while clock.elapsed() < REST:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _select(work: Work, text: str) -> None:
    for record in work.journey:
        if naming.label(record, "en").startswith(text):
            work.canvas.select((record.id,), reveal=True)
            return
