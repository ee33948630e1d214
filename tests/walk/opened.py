"""The real window with a map in it, in this process, and where things are seen in it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjm_desktop.document import Document
from cjm_desktop.journey.journey import Journey
from cjm_desktop.layout import hit
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.settings import Settings
from cjm_desktop.ui.work import Work

SIZE = (1440, 900)
PATIENCE = 20.0
"""Seconds to wait for something that should come at once."""


class Opened:
    """The program's window over a file, as its user would have it.

    Args:
        application: Qt's own.
        folder: stands for everything the program keeps for its user.
        file: to open; None: the first page.
        language: of the window.
        theme: of the window.
        size: of the window, px.
    """

    def __init__(
        self,
        application: QApplication,
        folder: Path,
        file: Path | None = None,
        *,
        language: str = "ru",
        theme: str = "light",
        size: tuple[int, int] = SIZE,
    ) -> None:
        self._application = application
        self._before = QFont(application.font()), QPalette(application.palette())
        folder.mkdir(parents=True, exist_ok=True)
        self.settings = Settings(folder / "settings.ini")
        self.settings.language, self.settings.theme = language, theme
        self.desk = Desk(application, folder / "home", self.settings)
        self.window = self.desk.new_window()
        self.window.resize(*size)
        if file is not None:
            self.desk.open_files([file], self.window)
        QTest.qWaitForWindowExposed(self.window)
        if file is not None:
            self.wait(lambda: self.canvas.isVisible() and self.canvas.width() > size[0] // 2)
            self.fit()

    def __enter__(self) -> Opened:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()

    def abandon(self) -> None:
        """Let go of maps as they are: after a failure nobody is there to answer questions."""
        for window in tuple(self.desk.windows):
            if window.work is not None:
                window.work.saving.stop()
                window.work.document.close()
                window.leave_document()
        self.close()

    def close(self) -> None:
        """Close the windows as their close buttons do, and let go of the program's parts."""
        for window in tuple(self.desk.windows):
            window.close()
        self.desk.translation.switch("en")
        self.desk.deleteLater()
        application = self._application
        application.setStyleSheet("")
        application.setFont(self._before[0])
        application.setPalette(self._before[1])
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.processEvents()

    # What is in it

    @property
    def work(self) -> Work:
        """The open document and its canvas."""
        assert self.window.work is not None
        return self.window.work

    @property
    def document(self) -> Document:
        """What is open."""
        return self.work.document

    @property
    def journey(self) -> Journey:
        """The records as they are."""
        return self.work.journey

    @property
    def canvas(self) -> Canvas:
        """What shows the map."""
        return self.work.canvas

    def fit(self) -> None:
        """Show the whole map; a second time, because scroll bars may come or go with the first."""
        for _ in range(2):
            self._application.processEvents()
            self.canvas.fit_map()
        self._application.processEvents()

    # Where things are, pixels of the canvas's viewport

    def spot(self, record_id: str) -> QPoint:
        """The middle of what shows a record."""
        rect = self.canvas.record_rect(record_id)
        assert rect is not None, f"{record_id} is not on the map"
        return rect.center().toPoint()

    def name_of_stage(self, stage_id: str) -> QPoint:
        """A place on a stage's chevron."""
        rect = self.canvas.record_rect(stage_id)
        assert rect is not None
        return QPointF(rect.center().x(), rect.top() + rect.height() * 0.2).toPoint()

    def cell(self, lane_id: str, stage_id: str, step_id: str | None) -> QRectF:
        """A cell of the grid."""
        drawing = self.canvas.drawing
        lane = next(one for one in drawing.lanes if one.lane_id == lane_id)
        columns = [
            one
            for one in drawing.columns
            if one.stage_id == stage_id and step_id in (None, one.step_id)
        ]
        left, right = columns[0].x, columns[-1].x + columns[-1].w
        return self.canvas.camera.rect_to_view(QRectF(left, lane.y, right - left, lane.h))

    def height_of(self, lane_id: str, value: float) -> int:
        """How far down a value of a feelings lane is."""
        drawing = self.canvas.drawing
        lane = next(one for one in drawing.lanes if one.lane_id == lane_id)
        part = (2.0 - value) / 4.0
        y = lane.top_value_y + part * (lane.bottom_value_y - lane.top_value_y)
        assert abs(hit.value_at(drawing, lane_id, y) - value) < 0.01
        return round(self.canvas.camera.to_view(0.0, y).y())

    def in_window(self, at: QPoint) -> QPoint:
        """A point of the viewport in pixels of the window."""
        return self.canvas.viewport().mapTo(self.window, at)

    # What is done with it

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the program run until a condition holds."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            # Asking all the time would keep the program's other threads from their work.
            QTest.qWait(5)

    def press(self, at: QPoint) -> None:
        """Press the left button on the map."""
        QTest.mousePress(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def move(self, start: QPoint, end: QPoint, steps: int = 8) -> None:
        """Move the mouse over the map, as hands do: not in one leap."""
        for step in range(1, steps + 1):
            at = start + (end - start) * (step / steps)
            QTest.mouseMove(self.canvas.viewport(), at)
            self._application.processEvents()

    def release(self, at: QPoint) -> None:
        """Release the left button."""
        QTest.mouseRelease(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self._application.processEvents()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in whatever has the keyboard."""
        QTest.keyClick(self._application.focusWidget() or self.window, key, held)
        self._application.processEvents()

    def picture(self) -> QPixmap:
        """The window as it is seen."""
        return self.window.grab()
