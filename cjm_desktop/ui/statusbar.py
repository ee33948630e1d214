"""The bar at the bottom: what the keys do now, how much is confirmed, how close one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.keyhints import KeyHints

if TYPE_CHECKING:
    from cjm_desktop.journey.basis import Basis
    from cjm_desktop.ui.mapstate import MapState
    from cjm_desktop.ui.window import Window

SOON = 300
"""Milliseconds that a save may take before the bar tells of it."""


class StatusBar(QStatusBar):
    """The status bar: hints at the left, the state of the view at the right.

    Args:
        window: whose.
    """

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._window = window
        self._map: MapState | None = None
        self._saving = self._asked = False
        """A file is being written; one looks after a while whether it still is."""
        self._progress: QWidget | None = None
        self.hints = KeyHints()
        self.addWidget(self.hints, 1)
        self.about = plain.label(role="faint")
        self.about.setContentsMargins(0, 0, 12, 0)
        self.addPermanentWidget(self.about)
        self.retranslate()

    @property
    def map(self) -> MapState:
        """What it says of a map, made when the first one is shown."""
        if self._map is None:
            from cjm_desktop.ui.mapstate import MapState

            self._map = MapState(self._window.commands)
            self.addPermanentWidget(self._map)
        return self._map

    @property
    def evidence(self) -> QWidget:
        """The share of the map that rests on evidence."""
        return self.map.evidence

    def show_basis(self, found: Basis | None) -> None:
        """Show which share of the map rests on evidence; nothing on a map without content."""
        self.map.show_basis(found)

    def show_zoom(self, zoom: float) -> None:
        """Show how close one looks, 1.0 = actual size."""
        self.map.show_zoom(zoom)

    def show_saving(self, *, under_way: bool) -> None:
        """Tell of a file that is being written, where that takes its time."""
        self._saving = under_way
        if not under_way:
            if self._progress is not None:
                self._progress.hide()
        elif not self._asked:
            self._asked = True
            QTimer.singleShot(SOON, self, self._look_at_saving)

    def _look_at_saving(self) -> None:
        self._asked = False
        if not self._saving:
            return
        if self._progress is None:
            from cjm_desktop.ui.saved import SavingBar

            self._progress = SavingBar()
            self.insertPermanentWidget(1, self._progress)
        self._progress.show()

    @property
    def tells_of_saving(self) -> bool:
        """Whether it tells that a file is being written."""
        return self._progress is not None and not self._progress.isHidden()

    def show_map(self, *, has_map: bool) -> None:
        """Show what belongs to a map, or what belongs to the first page."""
        if has_map or self._map is not None:
            self.map.setVisible(has_map)
        self.about.setVisible(not has_map)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.about.setText(self.tr("Works without a network"))
        if self._map is not None:
            self._map.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
