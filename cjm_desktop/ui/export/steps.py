"""From sheet to sheet: which one is shown, and the way to its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cjm_desktop.poster.tiles import Spot
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import icon_button, name_button


class SheetSteps(QWidget):
    """The name of a sheet between two arrows."""

    asked = Signal(int)
    """Go on by so many sheets."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(4)
        self.back = icon_button("chevron-left", 16)
        self.name = plain.label(role="strong")
        self.on = icon_button("chevron-right", 16)
        for made in (self.back, self.name, self.on):
            row.addWidget(made)
        self.back.clicked.connect(lambda: self.asked.emit(-1))
        self.on.clicked.connect(lambda: self.asked.emit(1))
        name_button(self.back, self.tr("Sheet before"))
        name_button(self.on, self.tr("Sheet after"))
        self.hide()

    def show_sheet(
        self, spots: Sequence[Spot], index: int, *, shown: bool, bound: bool = False
    ) -> None:
        """Show which sheet it is.

        Args:
            spots: all sheets, in the order of printing.
            index: of the one that is shown.
            shown: a sheet is what is looked at.
            bound: they are pages, which are counted rather than named.
        """
        self.setVisible(shown and len(spots) > 1)
        self.name.setText(f"{index + 1} / {len(spots)}" if bound else spots[index].name)
        self.back.setEnabled(index > 0)
        self.on.setEnabled(index < len(spots) - 1)
