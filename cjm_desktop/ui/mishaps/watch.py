"""Every way in which an error nobody foresaw can come up, caught in one place."""

from __future__ import annotations

import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QPainter
from shiboken6 import isValid, ownedByPython

from cjm_desktop.ui.mishaps import report

MOST = 20
"""Different errors told of in one run; after that one more strip helps nobody."""
QT_KEPT = 20
"""Messages of Qt that go into a report."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]
_KINDS = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "error",
    QtMsgType.QtFatalMsg: "fatal error",
}


class CrashWatch(QObject):
    """Stands in for Python's hooks and for Qt's messages while the program runs.

    Args:
        parent: keeps it.
    """

    happened = Signal(str)
    """The report of all errors so far, once for each place one comes from. From any thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before: tuple[Hook, Any, Any, Any] | None = None
        self._told: dict[str, str] = {}
        self._qt: deque[str] = deque(maxlen=QT_KEPT)

    def begin(self) -> None:
        """Listen from now on."""
        before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        sys.unraisablehook = self._caught_unraised
        self._before = (*before, qInstallMessageHandler(self._heard))

    def end(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook, heard = self._before
            qInstallMessageHandler(heard)
            self._before = None

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        try:
            self._tell(kind, error, trace)
        finally:
            _let_go(trace)

    def _tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        last = traceback.extract_tb(trace)[-1:] if trace else []
        place = f"{kind.__name__} {[(one.filename, one.lineno) for one in last]}"
        # What is painted fails anew with each picture: it is told once.
        if place in self._told or len(self._told) >= MOST:
            return
        # On the terminal as well, for those who started it there.
        sys.__excepthook__(kind, error, trace)
        self._told[place] = report.of_error(error)
        self.happened.emit(self.report())

    def _caught_in_thread(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and not issubclass(found.exc_type, SystemExit):
            self._caught(found.exc_type, found.exc_value, found.exc_traceback)

    def _caught_unraised(self, found: sys.UnraisableHookArgs) -> None:
        if found.exc_value is not None:
            self._caught(found.exc_type, found.exc_value, found.exc_traceback)

    def _heard(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if sys.stderr is not None:
            # The terminal it was started from may be closed by now.
            with suppress(OSError, ValueError):
                sys.stderr.write(f"{message}\n")
        if kind in _KINDS:
            self._qt.append(report.of_qt(_KINDS[kind], message))

    def report(self) -> str:
        """Of all errors so far."""
        return report.whole(report.about(qVersion()), list(self._told.values()), self._qt)


def _let_go(trace: TracebackType | None) -> None:
    """Let go of what the failed functions held.

    Python keeps the last error, and with it a painter, say, whose widget is gone by the time of
    the next error; and of a painter and its picture the picture would go first. Either ends the
    program.
    """
    each = trace
    while each is not None:
        for one in tuple(each.tb_frame.f_locals.values()):
            # Qt's own painters are for those who paint next.
            if isinstance(one, QPainter) and isValid(one) and ownedByPython(one):
                one.end()
        each = each.tb_next
    traceback.clear_frames(trace)
