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
        self._late = False
        """The disk is long in saying how quick it is, and so has said it."""
        home = document.home
        home.pace.waits = False
        if not home.pace.known:
            self._pool.start(_Task(partial(probe, home.folder), self._signals))
            QTimer.singleShot(int(SLOW * 1000), self, self._wait_longer)

    @property
    def under_way(self) -> bool:
        """The disk is slow and does not have the last edits yet."""
        pace = self._document.home.pace
        slow = pace.slow or (self._late and not pace.known)
        return slow and not self._document.settled_on_disk

    def _wait_longer(self) -> None:
        self._late = True
        self.changed.emit()

    def settle(self) -> None:
        """Begin to bring what is owed, where anything is."""
        job = self._document.settle_job()
        if job is not None:
            self._pool.start(_Task(partial(_ran, job), self._signals))

    def _done(self, found: object) -> None:
        if isinstance(found, SettleJob):
            found.finish()
        elif isinstance(found, list):
            self._document.home.pace.learn(found)
        self.settle()
        self.changed.emit()
        error = found.unforeseen if isinstance(found, SettleJob) else found
        if isinstance(error, Exception):
            raise error

    def stop(self) -> None:
        """Wait for what is under way: the copy must not be closed under it."""
        self._pool.waitForDone()


def _ran(job: SettleJob) -> SettleJob:
    job.run()
    return job
