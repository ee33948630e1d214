"""Waiting for a slow disk: the window is painted meanwhile, and tells what it waits for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QProgressBar, QWidget

from cjm_desktop.storage.pace import Pace
from cjm_desktop.ui import plain
from cjm_desktop.ui.dialogs.frame import Frame
from cjm_desktop.ui.worker import Worker

SOON = 300
"""Milliseconds after which one is told what is waited for."""
LONGEST = 60_000
"""Milliseconds after which one who may go back does."""
T = TypeVar("T")


class Told(NamedTuple):
    """What one is told while waiting.

    Args:
        title: of the dialog.
        doing: what is being done.
        more: what else there is to know.
        back: what the button for going back says; empty: there is no way back.
    """

    title: str
    doing: str
    more: str = ""
    back: str = ""


class Waiting(Frame):
    """Stays until something is ready, or until one goes back.

    Args:
        parent: the window that waits.
        told: what it says.
        ready: whether it is.
        changed: told when that may have changed.
    """

    def __init__(
        self,
        parent: QWidget | None,
        told: Told,
        ready: Callable[[], bool],
        changed: SignalInstance,
    ) -> None:
        super().__init__(parent, told.title)
        self.said = told.doing
        """What is being done."""
        self._ready = ready
        self._may_go_back = bool(told.back)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.inside.addWidget(plain.label(told.doing, wrap=True))
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, 0)
        bar.setAccessibleName(told.doing)
        self.inside.addWidget(bar)
        if told.more:
            self.inside.addWidget(plain.label(told.more, "secondary", wrap=True))
        if told.back:
            self.add_button(told.back).clicked.connect(self.reject)
            QTimer.singleShot(LONGEST, self, self.reject)
        self.resize(460, 0)
        changed.connect(self._look)
        # It may have become ready while this was made.
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self._ready():
            self.accept()

    def reject(self) -> None:
        if self._may_go_back:
            super().reject()


def until(
    parent: QWidget | None, told: Told, ready: Callable[[], bool], changed: SignalInstance
) -> bool:
    """Wait until something is ready; whether it is, or one went back.

    Args:
        parent: the window that waits; nothing can be done in it meanwhile.
        told: what it says if that takes longer.
        ready: whether it is.
        changed: told when that may have changed.
    """
    if not ready():
        loop = QEventLoop()

        def look() -> None:
            if ready():
                loop.quit()

        changed.connect(look)
        QTimer.singleShot(SOON, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        changed.disconnect(look)
    if ready():
        return True
    dialog = Waiting(parent, told, ready, changed)
    dialog.exec()
    dialog.deleteLater()
    return ready()


def attend(parent: QWidget | None, told: Told, pace: Pace, do: Callable[[], T]) -> T:
    """Do something that waits for the disk, and give what it gives or raise what it raises.

    Args:
        parent: the window that waits; nothing can be done in it meanwhile.
        told: what it says if that takes longer.
        pace: of the disk; where it is known to be quick no thread is worth its while.
        do: what to do, in a thread.
    """
    if pace.quick:
        return do()
    holder, came = QObject(), list[Answer]()
    worker = Worker(holder)
    worker.do(lambda: came.append(answer(do)))
    until(parent, told, lambda: bool(came), worker.done)
    # The program may be told to end meanwhile: what was begun is ended first.
    worker.stop()
    holder.deleteLater()
    (told_back,) = came
    if told_back.error is not None:
        raise told_back.error
    found: T = told_back.found
    return found


class Answer(NamedTuple):
    """What something gave or raised."""

    found: Any = None
    error: Exception | None = None


def answer(do: Callable[[], object]) -> Answer:
    """Do something in a thread, and keep what it raises for whom it is done."""
    try:
        return Answer(do())
    except Exception as error:  # noqa: BLE001 - raised again where it is waited for
        return Answer(error=error)
