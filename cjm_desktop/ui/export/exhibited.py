"""What the export dialog asks of the map it exports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from cjm_desktop.journey.journey import Journey

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas
    from cjm_desktop.ui.look import Look


class Exhibited(Protocol):
    """What is exported: a map as it is shown, and what was chosen for it the last time."""

    export: dict[str, Any]

    @property
    def journey(self) -> Journey:
        """Its records."""

    @property
    def canvas(self) -> Canvas:
        """That shows it."""

    @property
    def look(self) -> Look:
        """How it is looked at."""

    def note_view(self) -> None:
        """Keep with the map what was chosen."""
