"""Costly previews wait for the hand to slow down, so that what it holds follows it smoothly."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QTimer

QUICK = 0.012
"""Seconds a preview may take to be shown at once, in the frame that asks for it."""
LONGEST = 250
"""Milliseconds to wait at most."""


class Patience:
    """Does things at once while they are cheap, and only the last of several when they are not."""

    def __init__(self) -> None:
        self._cost = 0.0
        self._waiting: Callable[[], None] | None = None
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.now)

    def call(self, do: Callable[[], None]) -> None:
        """Do something now, or soon, unless something else is asked for before."""
        self._waiting = do
        if self._cost <= QUICK:
            self.now()
        else:
            # As long again as it takes: the hand has half of the time for itself.
            self._timer.start(min(LONGEST, round(self._cost * 1000)))

    def now(self) -> None:
        """Do what is waiting, if anything is."""
        self._timer.stop()
        do, self._waiting = self._waiting, None
        if do is not None:
            begun = perf_counter()
            do()
            self._cost = perf_counter() - begun

    def forget(self) -> None:
        """Do nothing more."""
        self._timer.stop()
        self._waiting = None
