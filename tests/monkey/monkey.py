"""A monkey at the window: random events, one after the other, in whatever is in front."""

from __future__ import annotations

import random
import sys
import time
import traceback
from collections import Counter, deque
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.monkey import checks
from tests.monkey.aims import Aims, aimed
from tests.monkey.fence import Fence, leave
from tests.monkey.hands import Hands, weighted
from tests.walk.opened import Opened

KEPT = 40
"""Acts that are told of when something goes wrong."""
STUCK = 60
"""Rounds of waiting for what may yet come to an end by itself."""
LONG = 40
"""Acts after which a dialog that is still open is left."""
CHECKED = 500
"""Acts after which history, drawing, table and outline are compared with new ones."""
WINDOWS = 3
MOST = 6
"""Faults after which it stops; one that comes of another is told of beside it."""
QUIET = "This plugin does not support "
"""What a platform without a screen says of itself."""


class Monkey(QObject):
    """Does so many acts, each in a round of the loop of its own, in dialogs and menus too.

    Args:
        opened: the window.
        seed: of what it does.
        events: how many acts.
        folder: where it finds and leaves files.
    """

    def __init__(self, opened: Opened, seed: int, events: int, folder: Path) -> None:
        super().__init__()
        self._opened, self._left = opened, events
        self.dice = random.Random(seed)
        self.fence = Fence(opened.window, folder)
        dropped = sorted(folder.glob("*.png"))
        self._hands = Hands(opened.window, self.dice, str(dropped[0]) if dropped else "")
        self._hands.tell = self._tell
        self.aims = Aims(self._hands)
        self._acts = weighted(self._hands) + aimed(self.aims)
        self._unchecked = 0
        self.checked = 0
        """How often everything was compared."""
        self._followers: checks.Followers | None = None
        self.done: deque[str] = deque(maxlen=KEPT)
        # A crash of Qt leaves no other trace.
        self._told = (folder.parent / "acts.txt").open("w", buffering=1)
        self.wrong: list[str] = []
        self.fronts: Counter[str] = Counter()
        """How many acts happened in which menus and dialogs."""
        self.slowest: tuple[float, str] = (0.0, "")
        self._busy: object = None
        self._depth = 0
        self._waited = 0
        self._since = 0
        self._seen: object = None
        self._loop = QEventLoop()
        self._ended = False
        """Nothing is left that would close the dialogs of those who come after."""

    def run(self) -> None:
        """Do everything; `wrong` says what went wrong."""
        before = sys.excepthook
        handler = qInstallMessageHandler(self._message)
        sys.excepthook = self._raised
        try:
            QTimer.singleShot(0, self, self._tick)
            self._loop.exec()
            self.check()
            self.fence.open()
            for window in self._opened.desk.windows[1:]:
                self.fence.shut(window)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
        finally:
            self._leave()
            self._told.close()
            sys.excepthook = before
            qInstallMessageHandler(handler)

    # One act after the other

    def _tick(self) -> None:
        if self._ended:
            return
        front = _front()
        if self._depth and front is self._busy and self._waited < STUCK:
            # In the middle of an act: it goes on first, unless it holds everything up by itself.
            self._waited += 1
            QTimer.singleShot(1, self, self._tick)
            return
        self._waited = 0
        QTimer.singleShot(0, self, self._tick)
        if front is None and not self._depth and self._left > 0:
            self._follow()
        if self._left <= 0 or len(self.wrong) >= MOST:
            self._end(front)
            return
        self._left -= 1
        self._busy, held = front, self._busy
        self._depth += 1
        try:
            self._act()
        finally:
            self._depth -= 1
            self._busy = held

    def _follow(self) -> None:
        """Between two acts: compare now and then; follow the document that is open."""
        work = self._opened.window.work
        if self._followers is not None and self._followers.work is not work:
            self._leave()
        if work is None:
            return
        if self._followers is None:
            self._followers = checks.Followers(work)
        self._unchecked += 1
        if self._unchecked >= CHECKED:
            self._unchecked = 0
            self.check()

    def _leave(self) -> None:
        followers, self._followers = self._followers, None
        if followers is not None:
            followers.leave()

    def check(self) -> None:
        """Compare what is kept with what is made from the records now."""
        work = self._opened.window.work
        if work is None or self._followers is None:
            return
        self.checked += 1
        found = [*checks.history_faults(work), *self._followers.faults()]
        for canvas in work.canvases:
            found += checks.drawing_faults(canvas)
        for fault in found:
            self._wrong(fault)

    def _act(self) -> None:
        front = _front()
        self._since = self._since + 1 if front is self._seen and front is not None else 0
        self._seen = front
        if front is not None:
            self.fronts[type(front).__name__] += 1
        begun = time.perf_counter()
        if isinstance(front, QFileDialog):
            self._tell(self.fence.answer(front, self.dice))
        elif front is not None and self._since > LONG:
            self._since = 0
            self._tell(f"leave {type(front).__name__}")
            leave(front)
        elif front is None and len(self._opened.desk.windows) > WINDOWS:
            self._tell("shut a window")
            self.fence.shut(self._opened.desk.windows[-1])
        else:
            act = self.dice.choice(self._acts)
            self._tell(f"begin {act.__name__}")
            said = act()
            self._tell(said)
        taken = time.perf_counter() - begun
        if self._depth == 1 and front is None and _front() is None and taken > self.slowest[0]:
            self.slowest = (taken, self.done[-1])

    def _tell(self, said: str) -> None:
        self.done.append(said)
        self._told.write(said + "\n")

    def _end(self, front: Any) -> None:
        if front is not None:
            leave(front)
        elif not self._depth:
            self._ended = True
            self._loop.quit()

    # What goes wrong

    def _message(self, kind: QtMsgType, _where: QMessageLogContext, said: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not said.startswith(QUIET):
            self._wrong(f"Qt: {said}\n" + "".join(traceback.format_stack(limit=12)))

    def _raised(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._wrong("".join(traceback.format_exception(kind, error, trace)))

    def _wrong(self, said: str) -> None:
        if not self._told.closed:
            self._told.write(f"WRONG {said}\n")
        self.wrong.append(said + "\nafter:\n  " + "\n  ".join(self.done))


def _front() -> Any:
    """The menu or dialog in front; None: a window."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()
