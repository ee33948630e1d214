"""Parts of the program that a map's window will need, loaded before anybody asks for them.

Loaded when they were asked for they held the window up for longer than all else: the export dialog
and the wall notes each twice as long, the history half as long again.
"""

from __future__ import annotations

import importlib
import sys

from PySide6.QtCore import QObject, Qt, QTimer

PARTS = (
    "ui.settings", "journey.clipping", "ui.worker", "ui.history.bar", "ui.history.looking",
    "ui.history.lookout", "ui.history.pane", "ui.history.panes", "ui.history.page",
    "poster.job", "poster.page", "poster.paint", "poster.tiles", "poster.cuts", "poster.laid",
    "poster.sheet", "poster.press", "poster.planning", "ui.export.sizing", "ui.export.details",
    "ui.export.rendering", "ui.export.printing", "ui.export.foot", "ui.export.dialog",
    "exchange.outline", "exchange.mermaid", "exchange.wallnotes", "ui.wallnotes.pane",
)  # fmt: skip
"""One at a time, so that the window answers between any two."""
PAUSE = 250
"""Milliseconds between two of them."""


class Ahead(QObject):
    """Loads parts from now on, while no button of the mouse is held.

    Args:
        parent: the window or a part of it.
        pause: milliseconds before each part.
    """

    def __init__(self, parent: QObject, pause: int = PAUSE) -> None:
        super().__init__(parent)
        self._left = iter(PARTS)
        self._next = QTimer(self)
        self._next.setInterval(pause)
        self._next.timeout.connect(self._step)
        self._next.start()

    @property
    def busy(self) -> bool:
        """There is something left to load."""
        return self._next.isActive()

    def _step(self) -> None:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        for name in self._left:
            if f"cjm_desktop.{name}" not in sys.modules:
                importlib.import_module(f"cjm_desktop.{name}")
                return
        self._next.stop()
