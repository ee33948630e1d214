"""What opening and closing a pane left of the map have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt

from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.leftpane import LeftPane

P = TypeVar("P", bound="LeftPane")


class PaneVerbs(Verbs, Generic[P]):
    """Opens and closes one pane.

    Args:
        bench: of one window.
        command_id: the command that does it.
    """

    def __init__(self, bench: Bench, command_id: str) -> None:
        super().__init__(bench)
        self._bench = bench
        self._command_id = command_id
        self.pane: P | None = None
        """It is open."""
        bench.commands.on_switch(command_id, lambda on: self.open() if on else self.close())
        bench.desk.look_changed.connect(self._dress)

    def open(self) -> None:
        """Open the pane."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the pane; the keyboard goes to the map."""
        raise NotImplementedError

    def _put(self, pane: P, wide: int) -> None:
        """Show a pane, so many pixels wide at first."""
        self.pane = pane
        window = self._bench.window
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, pane)
        pane.show()
        window.resizeDocks([pane], [wide], Qt.Orientation.Horizontal)
        pane.close_button.clicked.connect(self.close)

    def _take(self) -> P | None:
        """Let the pane go, if it is open; whoever asked for it does the rest."""
        pane, self.pane = self.pane, None
        self._bench.commands[self._command_id].setChecked(False)
        if pane is not None:
            self._bench.window.removeDockWidget(pane)
            pane.deleteLater()
        return pane

    def lay_aside(self, *, aside: bool) -> None:
        """Put the pane away while nothing can be changed, and bring it back as it was."""
        if self.pane is not None:
            self.pane.setVisible(not aside)

    def _to_map(self) -> None:
        self._bench.layouts.front.setFocus()

    def _dress(self) -> None:
        if self.pane is not None:
            self.pane.dress(self._bench.desk.language)
