"""What the groups of the settings have in common: a heading, and rows with a name at the left."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cjm_desktop.ui import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from cjm_desktop.ui.desk import Desk

NAMES = 168
"""Width of the names at the left in the normal interface text, px."""


class Group(QWidget):
    """Some settings that belong together; each holds as soon as it is chosen.

    Args:
        desk: keeps the settings and puts them on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.heading = plain.label(role="panel")
        self._names: list[QLabel] = []
        self._controls: list[QWidget] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self.heading)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)

    def add_row(self, control: QWidget) -> None:
        """Add a row; `name_rows` says what it is about."""
        name, row = plain.label(wrap=True), len(self._controls)
        self._names.append(name)
        self._controls.append(control)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(control, row, 1)

    def name_rows(self, names: Sequence[str]) -> None:
        """Say what each row is about, from the first to the last."""
        for label, control, name in zip(self._names, self._controls, names, strict=True):
            label.setText(name)
            control.setAccessibleName(name)
        self._align()

    def _align(self) -> None:
        """Let the controls of all groups begin at one place, however long a name is."""
        width = round(NAMES * self.fontMetrics().height() / 16)
        for label in self._names:
            label.setFixedWidth(width)

    def show_row(self, control: QWidget, *, shown: bool) -> None:
        """Show or hide a row with its name."""
        control.setVisible(shown)
        self._names[self._controls.index(control)].setVisible(shown)

    def keep(self, name: str, value: object) -> None:
        """Remember a setting."""
        setattr(self.desk.settings, name, value)

    @abstractmethod
    def say(self) -> None:
        """Say everything in the window's language."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        elif event.type() == QEvent.Type.FontChange:
            self._align()
