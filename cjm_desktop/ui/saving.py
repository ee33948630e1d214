"""Saving as one goes: when to write the file, in which thread, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from cjm_desktop.document import Document, PublishJob
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui.saved import State
from cjm_desktop.ui.settling import Settling

PAUSE = 3000
"""Milliseconds without an edit before the file is written."""
AT_ONCE = 80
"""Milliseconds that a save may take before the window shows that it waits."""


class _Signals(QObject):
    settled = Signal()
    """Our own disk has all; that of the file is next."""
    done = Signal(object)
    """The job that has run."""


class _Run(QRunnable):
    """Runs one job in a worker thread."""

    def __init__(self, job: PublishJob, signals: _Signals) -> None:
        super().__init__()
        self._job = job
        self._signals = signals

    def run(self) -> None:
        self._job.settle()
        self._signals.settled.emit()
        self._job.run()
        self._signals.done.emit(self._job)


class Saving(QObject):
    """Keeps one document's file up to date, or says that it is not.

    Args:
        document: whose file.
        prepare: called before each save: notes what part of the map is seen.
        picture: gives the small picture of the map that goes into the file; it takes its time, so
            it is asked for only when somebody waits for the save anyway.
    """

    state_changed = Signal()
    failed = Signal(object)
    """The problem that kept the file from being written."""
    saved = Signal()
    """The file has been written."""
    _unforeseen = Signal(object)

    def __init__(
        self,
        document: Document,
        prepare: Callable[[], None],
        picture: Callable[[], bytes],
    ) -> None:
        super().__init__()
        self._document = document
        self._prepare = prepare
        self._picture = picture
        self._pictured = True
        self._job: PublishJob | None = None
        self._again = False
        self.held = False
        """Another computer has the file open: it is not written before the user says so."""
        self._loop: QEventLoop | None = None
        """Runs while somebody waits for a slow disk."""
        self._failure: Problem | None = None
        self._signals = _Signals()
        self._signals.done.connect(self._ran)
        self._signals.settled.connect(self.state_changed)
        # Raised on its own, where it is reported like any other and stops nothing.
        self._unforeseen.connect(_raise, Qt.ConnectionType.QueuedConnection)
        self._settling = Settling(document)
        self._settling.changed.connect(self.state_changed)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.save_in_background)

    @property
    def state(self) -> State:
        """How the map and its file stand to each other."""
        at_risk = self._document.at_risk is not None
        if self._settling.under_way and not at_risk:
            return State.SETTLING  # also while saving, which has first to bring what is owed
        if self._job is not None:
            return State.SAVING
        if at_risk:
            return State.AT_RISK
        return self._file_state()

    def _file_state(self) -> State:
        if self._document.path is None:
            return State.NO_FILE
        if self._failure is not None:
            return State.FAILED
        if not self._document.unpublished:
            return State.SAVED
        # What is written as soon as the hand rests is as good as on its way.
        return State.SAVING if self.by_itself else State.EDITED

    @property
    def by_itself(self) -> bool:
        """Whether the file is written without being asked for."""
        document = self._document
        if self.held or document.path is None:
            return False
        return document.automatic and not document.asks_how_to_save

    def touched(self) -> None:
        """The map has changed: write the file when the hand rests."""
        self._pictured = False
        self._settling.settle()
        if self.by_itself:
            self._timer.start()
        self.state_changed.emit()

    def prepare(self) -> None:
        """Make now, in an idle moment, what the first edit would wait for."""
        self._document.prepare()
        self._settling.settle()

    def flush(self) -> None:
        """Write the file in the background now, if it is written by itself and lacks something."""
        if self.by_itself and self._document.unpublished:
            self.save_in_background()

    @property
    def busy(self) -> bool:
        """The file is being written, or the disk does not have the last edits yet."""
        return self._job is not None or self._again or self._settling.busy

    def bring(self) -> None:
        """Begin to write what the file and the disk lack; `busy` tells when they have it."""
        self._settling.settle()
        if self._job is not None:
            self._again = True
        elif self.by_itself and (self._document.unpublished or self._picture_is_due):
            self.save_in_background(self._picture())

    @property
    def _picture_is_due(self) -> bool:
        """It is only to be looked at, so nobody waits for a slow disk for its sake alone."""
        return self.owes_picture and not self._document.home.pace.slow

    @property
    def writing(self) -> bool:
        """The file is being written right now."""
        return self._job is not None

    def settle(self) -> None:
        """Begin to bring to the disk what was written beside the map."""
        self._settling.settle()

    def save_in_background(self, picture: bytes | None = None) -> None:
        """Write the file without holding the window up.

        Args:
            picture: of the map, to go into it; None: as it was.
        """
        self._timer.stop()
        if self._job is not None:
            self._again = True
            return
        self._prepare()
        try:
            self._job = self._document.publish_job(thumbnail=picture)
        except Problem as problem:
            self._fail(problem)
            return
        self._pictured = self._pictured or picture is not None
        self._pool.start(_Run(self._job, self._signals))
        self.state_changed.emit()

    def _ran(self, job: PublishJob) -> None:
        if job is not self._job:
            return
        if self._loop is not None:
            self._loop.quit()
            return
        well = self._settle()
        if self._again:
            self._again = False
            if well:
                self.flush()
        # Whoever waits for all of it looks again.
        self.state_changed.emit()

    def _settle(self) -> bool:
        """Take note of the job that has run."""
        job, self._job = self._job, None
        if job is None:
            return True
        try:
            job.finish()
        except Problem as problem:
            self._pictured = False
            self._fail(problem)
            return False
        finally:
            if job.unforeseen is not None:
                self.report(job.unforeseen)
            self._settling.settle()
        self._failure = None
        self.saved.emit()
        self.state_changed.emit()
        return True

    def wait(self) -> None:
        """Wait for a save that is under way."""
        if self._job is not None and not self.waiting:
            self._await()
            self._settle()
            self._again = False

    @property
    def waiting(self) -> bool:
        """Whether somebody waits for a save right now."""
        return self._loop is not None

    def _await(self) -> None:
        """Wait for the thread; on a slow disk the window goes on being painted meanwhile."""
        if self._pool.waitForDone(AT_ONCE):
            return
        self._loop = QEventLoop()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self.state_changed.emit()
        try:
            # Nothing can be done meanwhile: who closes a window must not edit in it any more.
            self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            QGuiApplication.restoreOverrideCursor()
            self._loop = None

    def save(self, path: Path | None = None) -> bool:
        """Write the file and wait until it is written.

        Args:
            path: another file, which is the document's own from then on; None: its own.

        Returns:
            Whether it was written; if not, `failed` has told why.
        """
        if self.waiting:
            return False
        self.wait()
        self._timer.stop()
        self._prepare()
        try:
            self._job = self._document.publish_job(path, self._picture())
        except Problem as problem:
            self._fail(problem)
            return False
        self._pool.start(_Run(self._job, self._signals))
        self._await()
        self._pictured = self._settle()
        return self._pictured

    @property
    def owes_picture(self) -> bool:
        """The file's small picture shows an earlier state than the file itself."""
        return not self._pictured and self._document.path is not None

    def stop(self) -> None:
        """Write nothing more."""
        self.wait()
        self._timer.stop()
        self._settling.stop()

    def report(self, error: Exception) -> None:
        """Report what nobody foresaw, without stopping what is under way."""
        self._unforeseen.emit(error)

    def _fail(self, problem: Problem) -> None:
        self._failure = problem
        self.failed.emit(problem)
        self.state_changed.emit()


def _raise(error: Exception) -> None:
    raise error
