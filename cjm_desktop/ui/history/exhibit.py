"""A state of the past as the export dialog wants it: to be printed or saved as it was."""

from __future__ import annotations

from typing import Any

from cjm_desktop.journey.journey import Journey
from cjm_desktop.ui.history.lookout import Lookout
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.work import Work


class Exhibit:
    """What is looked at in the past, in place of the document that is worked on.

    Args:
        canvas: that shows it.
        work: the document; what was chosen when it was last exported holds here too.
    """

    def __init__(self, canvas: Lookout, work: Work) -> None:
        self.canvas = canvas
        self.export: dict[str, Any] = dict(work.export)

    @property
    def journey(self) -> Journey:
        """The records as they were."""
        return self.canvas.document.journey

    @property
    def look(self) -> Look:
        """How they are looked at."""
        return self.canvas.look

    def note_view(self) -> None:
        """Nothing is kept of how one looked at the past."""
