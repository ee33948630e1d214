"""Help, All commands: the light list over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from cjm_desktop.ui.calling.panel import Panel
    from cjm_desktop.ui.window import Window


class CallVerbs(QObject):
    """Opens the list of everything that can be called by name.

    Args:
        window: over which it lies.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.panel: Panel | None = None
        """The list, once it was asked for."""
        window.commands.on("help.commands", self._toggle)

    def _toggle(self) -> None:
        if self.panel is None:
            from cjm_desktop.ui.calling.panel import Panel

            self.panel = Panel(self._window)
        self.panel.toggle()
