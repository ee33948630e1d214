"""What the commands on a document have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.window import Window
    from cjm_desktop.ui.work import Work


class Verbs(QObject):
    """Commands on the document that a window or its bench shows.

    Args:
        place: the window or the bench; they live as long as it does.
    """

    def __init__(self, place: Window | Bench) -> None:
        super().__init__(place)
        self._place = place

    @property
    def _work(self) -> Work:
        """What is shown; the commands are switched off where there is nothing.

        Raises:
            RuntimeError: nothing is shown.
        """
        work = self._place.work
        if work is None:
            raise RuntimeError("no document is shown")
        return work
