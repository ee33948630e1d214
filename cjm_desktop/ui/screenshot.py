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

    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.window import Window

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
    *,
    width_by_time: bool = False,
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
        width_by_time: columns are as wide as the time they take.

    Raises:
        Problem: the map cannot be opened, or the picture cannot be written.
    """
    application = _application()
    with tempfile.TemporaryDirectory(prefix="cjm-screenshot-") as folder:
        desk = _desk(application, Path(folder), theme, language)
        window = _opened(desk, map_path, width, height)
        if width_by_time:
            window.bench.commands["view.by_time"].trigger()
        _settle(application)
        if select:
            _select(window, select, application)
        saved = window.grab().save(str(out_path), "PNG")
        _close(window, application)
    if not saved:
        raise Problem("storage.unreadable", file=out_path)


def _application() -> QApplication:
    """The one that runs, or a new one that draws on no screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from cjm_desktop.ui.palette import STYLE

    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["cjm", *STYLE])


def _desk(application: QApplication, folder: Path, theme: str, language: str) -> Desk:
    """A desk of its own in a folder."""
    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.settings import Settings

    settings = Settings(folder / "settings.ini")
    settings.theme, settings.language = theme, language
    return Desk(application, folder / "home", settings)


def _opened(desk: Desk, map_path: Path, width: int, height: int) -> Window:
    """A map in a window of this size, however small, px."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCursor

    from cjm_desktop.document import Document

    document = Document.open(map_path, desk.home)
    # The pointer would light up whatever it happens to stand on.
    QCursor.setPos(QPoint(-1, -1))
    window = desk.new_window()
    window.setMinimumSize(0, 0)
    window.resize(width, height)
    desk.take(document, window)
    return window


def _close(window: Window, application: QApplication) -> None:
    if window.work is not None:
        window.work.document.discard()
    window.leave_document()
    window.close()
    window.deleteLater()
    application.processEvents()


def _settle(application: QApplication) -> None:
    """Let the window draw itself until nothing is left to do."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop

    clock = QElapsedTimer()
    clock.start()
    # The overview and sharper sprites come a moment after the map, by timers of their own.
    while clock.elapsed() < REST:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _select(window: Window, text: str, application: QApplication) -> None:
    work = window.work
    if work is not None:
        found = (one for one in work.journey if naming.label(one, "en").startswith(text))
        work.canvas.select(tuple(one.id for one in found)[:1], reveal=True)
        _settle(application)
