"""Our own copy on a slow disk: the window does not wait for it, a thread does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from cjm_desktop.document import Document
from cjm_desktop.document.settling import SettleJob
from cjm_desktop.storage.pace import SLOW, probe


class _Signals(QObject):
    done = Signal(object)


class _Task(QRunnable):
    """Waits for the disk and tells what came of it."""

    def __init__(self, do: Callable[[], object], signals: _Signals) -> None:
        super().__init__()
        self._do = do
        self._signals = signals

    def run(self) -> None:
        try:
            found = self._do()
        except Exception as error:  # noqa: BLE001 - it is raised again in the window's thread
            found = error
        self._signals.done.emit(found)


class Settling(QObject):
    """Brings to the disk what its document owes it; learns first how slow it is.

    Args:
        document: whose working copy.
    """

    changed = Signal()
    """The disk has what it was owed, or it is known how slow it is."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._signals = _Signals()
        self._signals.done.connect(self._done)
        self._job: SettleJob | None = None
        self._tasks = 0
        """That have not answered yet."""
        self._late = False
        """The disk is long in answering, and so has said how slow it is."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(int(SLOW * 1000))
        self._patience.timeout.connect(self._wait_longer)
        home = document.home
        home.pace.waits = False
        if not home.pace.known:
            self._start(partial(probe, home.folder))

    def _start(self, do: Callable[[], object]) -> None:
        self._tasks += 1
        self._pool.start(_Task(do, self._signals))
        if not self._late and not self._patience.isActive():
            self._patience.start()

    @property
    def under_way(self) -> bool:
        """The disk is slow and does not have the last edits yet."""
        # One that is quick as a rule may be long over what it was given before that was known.
        slow = self._document.home.pace.slow or self._late
        return slow and not self._document.settled_on_disk

    @property
    def busy(self) -> bool:
        """The disk has not answered yet, or is still to be asked."""
        return self._tasks > 0 or not self._document.settled_on_disk

    def _wait_longer(self) -> None:
        self._late = True
        self.changed.emit()

    def settle(self) -> None:
        """Begin to bring what is owed, where anything is."""
        job = self._document.settle_job()
        if job is not None:
            self._job = job
            self._start(partial(_ran, job))

    def _done(self, found: object) -> None:
        self._tasks -= 1
        try:
            if isinstance(found, SettleJob):
                found.finish()
            elif isinstance(found, list):
                self._document.home.pace.learn(found)
        finally:
            self.settle()
            if not self.busy:
                self._late = False
                self._patience.stop()
            self.changed.emit()
        error = found.unforeseen if isinstance(found, SettleJob) else found
        if isinstance(error, Exception):
            raise error

    def stop(self) -> None:
        """Wait for what is under way and take note of it: the copy may be closed after this."""
        self._pool.waitForDone()
        if self._job is not None:
            self._job.finish()  # once: hearing of it again later does nothing


def _ran(job: SettleJob) -> SettleJob:
    job.run()
    return job
