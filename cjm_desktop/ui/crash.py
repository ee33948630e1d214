"""What to do with an error nobody foresaw: catch it, report it, and the work goes on."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal, qVersion

import cjm_desktop

MOST = 20
"""Different errors told of in one run; after that one more strip helps nobody."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """All that a maintainer needs to know; nothing of the map is in it but the code's own lines."""
    import platform  # 2 ms of the start, for something that should never happen

    about = (
        f"CJM Desktop {cjm_desktop.__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, {platform.platform()}"
    )
    return f"{about}\n\n{''.join(traceback.format_exception(kind, error, trace))}"


class CrashWatch(QObject):
    """Stands in for `sys.excepthook` while the program runs.

    Args:
        parent: keeps it.
    """

    happened = Signal(str)
    """The report of an error, once for each place it comes from."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before: Hook = sys.excepthook
        self._told: set[str] = set()

    def begin(self) -> None:
        """Listen from now on."""
        self._before = sys.excepthook
        sys.excepthook = self._caught

    def end(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        # On the terminal as well, for those who started it there.
        sys.__excepthook__(kind, error, trace)
        last = traceback.extract_tb(trace)[-1:] if trace else []
        place = f"{kind.__name__} {[(one.filename, one.lineno) for one in last]}"
        if place not in self._told and len(self._told) < MOST:
            self._told.add(place)
            self.happened.emit(report(kind, error, trace))
