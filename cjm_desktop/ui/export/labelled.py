"""Controls one below the other, each with its label above it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from cjm_desktop.ui import plain


class Labelled(QWidget):
    """A column of rows; what does not matter for what is chosen is hidden.

    Args:
        margins: left, top, right and bottom of the column, px.
    """

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__()
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(*margins)
        self.inside.setSpacing(12)
        self._labels: dict[str, QLabel] = {}
        self._rows: dict[str, QWidget] = {}

    def add(self, name: str, *controls: QWidget, spacing: int = 4) -> None:
        """Add controls below one label, under a name of the row."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        self._labels[name] = plain.label("", "secondary")
        for one in (self._labels[name], *controls):
            column.addWidget(one)
        self._rows[name] = made
        self.inside.addWidget(made)

    def add_pair(self, row: str, first: str, left: QWidget, second: str, right: QWidget) -> None:
        """Add two controls side by side, each below a label of its own."""
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, (name, control) in enumerate(((first, left), (second, right))):
            self._labels[name] = plain.label("", "secondary")
            grid.addWidget(self._labels[name], 0, column)
            grid.addWidget(control, 1, column)
            grid.setColumnStretch(column, 1)
        self._rows[row] = made
        self.inside.addWidget(made)

    def write(self, words: Mapping[str, str]) -> None:
        """Write on labels, and name the controls below them alike for screen readers."""
        for name, text in words.items():
            self._labels[name].setText(text)
            control = getattr(self, name, None)
            if isinstance(control, QWidget):
                control.setAccessibleName(text)
                plain.tip(control, text)

    def show_only(self, shown: Mapping[str, bool]) -> None:
        """Show these rows, and hide those."""
        for name, on in shown.items():
            self._rows[name].setVisible(on)


def fill(combo: QComboBox, named: Mapping[str, str], chosen: str) -> None:
    """Offer keys by their names in a list, and show which one is chosen."""
    if [combo.itemData(at) for at in range(combo.count())] != list(named):
        combo.clear()
        for key, name in named.items():
            combo.addItem(name, key)
    for at, name in enumerate(named.values()):
        combo.setItemText(at, name)
    combo.setCurrentIndex(list(named).index(chosen))
