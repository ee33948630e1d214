"""What is to be seen of the past, made ready in a thread: the window goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.worker import Line, Worker

PATIENCE = 150
"""Milliseconds after which one is told how far it has come."""
Tell = Callable[[int, int], None]
"""Told how many steps of how many are done; raises `Stopped` where nobody waits any more."""


class Stopped(Exception):
    """Something else is wanted by now."""


class Scene(NamedTuple):
    """A state of a map, laid out."""

    state: Journey
    drawing: Drawing


class _Far(NamedTuple):
    done: int
    whole: int


class _Made(NamedTuple):
    stop: Event
    found: object


class Scenes(QObject):
    """Makes one thing after another ready; only what was asked for last comes.

    Args:
        worker: outlives the page, which must not wait for what it does not want any more.
        parent: Qt's.
    """

    waited = Signal(bool)
    """One has to wait, or not any more."""
    told = Signal(int, int)
    """How many steps of how many are done."""

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._stop = Event()
        self._then: Callable[[Any], object] | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE)
        # The page may be closed while a thread tells it something.
        self._line = Line()
        self._line.said.connect(self._tell)
        self._late.timeout.connect(lambda: self.waited.emit(True))  # noqa: FBT003 - Qt's own
        worker.done.connect(self._came)

    @property
    def busy(self) -> bool:
        """Whether anything is still to come."""
        return self._then is not None

    def ask(self, make: Callable[[Tell], object], then: Callable[[Any], object]) -> None:
        """Make something ready, instead of all that was asked for before.

        Args:
            make: called in a thread; to tell how far it has come.
            then: called in the window's own with what came of it, which may be a `Problem`.
        """
        self._stop.set()
        self._stop, self._then = stop, _ = Event(), then
        line = self._line

        def tell(done: int, whole: int) -> None:
            if stop.is_set():
                raise Stopped
            line.said.emit(_Far(done, whole))

        def work() -> _Made:
            try:
                return _Made(stop, make(tell))
            except Problem as problem:
                return _Made(stop, problem)
            except Stopped:
                return _Made(stop, None)

        if not self._late.isActive():
            self._late.start()
        self._worker.do(work)

    def _tell(self, far: _Far) -> None:
        self.told.emit(*far)

    def cancel(self) -> None:
        """Wait for nothing any more."""
        self._stop.set()
        self._end()

    def _end(self) -> None:
        self._then = None
        self._late.stop()
        self.waited.emit(False)  # noqa: FBT003 - Qt's own

    def _came(self, made: object) -> None:
        then = self._then
        if not isinstance(made, _Made) or made.stop is not self._stop or then is None:
            return
        self._end()
        then(made.found)
