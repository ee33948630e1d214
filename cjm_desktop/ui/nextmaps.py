"""The other maps of a document, laid out before anybody turns to one of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from cjm_desktop.journey.journey import Journey
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas.sheet import Sheet
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench

PAUSE = 1000
"""Milliseconds without a change before the next map is laid out."""


class _Laid(NamedTuple):
    sheet: Sheet
    look: Look
    drawing: Drawing


class NextMaps(QObject):
    """Lays out in a thread what one may turn to, one map after another.

    Args:
        bench: whose document it is; it tells by `look` that something may have to be laid out.
        pause: milliseconds before each map.
    """

    def __init__(self, bench: Bench, pause: int = PAUSE) -> None:
        super().__init__(bench)
        self._bench = bench
        self._worker = Worker(self)
        self._worker.done.connect(self._came)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(pause)
        self._next.timeout.connect(self._step)

    def look(self) -> None:
        """Another document, map or look is shown, or the document has changed."""
        self._next.start()

    def _step(self) -> None:
        work = self._bench.work
        if work is None or self._worker.busy:
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton or work.document.changing:
            self._next.start()
            return
        for canvas in work.canvases:
            map_id = canvas.sheet.unlaid()
            if map_id:
                self._worker.do(partial(_lay_out, canvas.sheet, work.journey.fork(), map_id))
                return

    def _came(self, found: object) -> None:
        if isinstance(found, _Laid):
            found.sheet.remember(found.drawing, found.look)
            self._next.start()


def _lay_out(sheet: Sheet, journey: Journey, map_id: str) -> _Laid:
    return _Laid(sheet, sheet.look, sheet.laid(journey, map_id))
