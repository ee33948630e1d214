"""Work that takes its time, beside the window's own."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

SHARE = 0.001
"""Seconds for which a thread may hold the interpreter while another wants it. The window lets go of
it with each stroke it paints, and with Python's own 5 ms a frame took three times as long."""


class Line(QObject):
    """What a thread tells on; nobody's child, so it is there as long as the thread."""

    said = Signal(object)


class _Task(QRunnable):
    """Runs a function in a thread and tells what it gave or raised."""

    def __init__(self, do: Callable[[], object], line: Line) -> None:
        super().__init__()
        self._do = do
        self._line = line

    def run(self) -> None:
        try:
            found = self._do()
        except Exception as error:  # noqa: BLE001 - it is raised again in the window's thread
            found = error
        self._line.said.emit(found)


class Worker(QObject):
    """Does one thing after another in a thread; of what waits only the newest is done.

    An exception that is no answer is raised in the window's thread, where it is reported.
    """

    done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._next: Callable[[], object] | None = None
        self._busy = False
        self._line = Line()
        self._line.said.connect(self._finish)
        sys.setswitchinterval(SHARE)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return self._busy

    def do(self, work: Callable[[], object]) -> None:
        """Do this as soon as what is under way has ended, instead of anything that waits."""
        self._next = work
        if not self._busy:
            self._start()

    def _start(self) -> None:
        work, self._next = self._next, None
        if work is not None:
            self._busy = True
            self._pool.start(_Task(work, self._line))

    def _finish(self, found: object) -> None:
        self._busy = False
        self._start()
        if isinstance(found, Exception):
            raise found
        self.done.emit(found)

    def stop(self) -> None:
        """Forget what waits and wait for what is under way."""
        self._next = None
        self._pool.waitForDone()
