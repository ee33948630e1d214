"""Telling of errors nobody foresaw: a strip that stops nobody, and the report for those who ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, qVersion

from cjm_desktop.ui.mishaps import report
from cjm_desktop.ui.mishaps.faults import FaultLog
from cjm_desktop.ui.mishaps.watch import CrashWatch

if TYPE_CHECKING:
    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.window import Window


class Mishaps(QObject):
    """Watches over a program and tells its user, in the window they are in.

    Args:
        desk: the windows lie on it.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._faults = FaultLog(desk.folder)
        self.watch = CrashWatch(self)
        # Not at once: in the midst of painting no strip can be put up.
        self.watch.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._fault = ""
        """The report of the hard crash that ended the run before, until it has been told."""

    def begin(self) -> None:
        """Listen from now on."""
        self.watch.begin()
        fault = report.of_fault(self._faults.begin())
        if fault:
            self._fault = report.whole(report.about(qVersion()), [fault], ())
        self._desk.application.aboutToQuit.connect(self._faults.end)

    def end(self) -> None:
        """Give everything back."""
        self.watch.end()
        self._faults.end()

    def _tell(self, text: str) -> None:
        window = self._desk.active
        if window is None:
            return
        at_risk = [
            one for one in self._desk.windows if one.work is not None and one.work.document.at_risk
        ]
        said = (
            self.tr("Something went wrong. Your last changes are only in memory: save them now.")
            if at_risk
            else self.tr("Something went wrong. Your map is safe and you can go on.")
        )
        self._offer(window, said, text, "alarm")

    def tell_of_last_run(self, window: Window) -> None:
        """Say, once, that the program was ended by a crash last time."""
        fault, self._fault = self._fault, ""
        if fault:
            said = self.tr("Last time the program crashed. What you had done by then was kept.")
            self._offer(window, said, fault, "warn")

    def _offer(self, window: Window, said: str, text: str, look: str) -> None:
        def show() -> None:
            from cjm_desktop.ui.mishaps.dialog import ReportDialog

            ReportDialog(text, self._desk.language, window).exec()

        window.offer("crash", said, [(self.tr("Report…"), show)], look)
