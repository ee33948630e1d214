"""The cells of a table that are selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from cjm_desktop.journey.tables import Place
from cjm_desktop.ui.tabular.model import TableModel


class Selecting(QTableView):
    """Knows places instead of Qt's indexes."""

    source: TableModel

    @property
    def place(self) -> Place:
        """The cell the keyboard stands in."""
        index = self.currentIndex()
        return Place(max(0, index.row()), max(0, index.column()))

    def places(self) -> list[Place]:
        """Every selected cell, row by row."""
        found = self.selectionModel().selectedIndexes()
        return sorted(Place(one.row(), one.column()) for one in found)

    def region(self) -> tuple[range, range]:
        """The rows and columns round all selected cells; wide cells count in full."""
        places = self.places() or [self.place]
        rows = range(places[0].row, places[-1].row + 1)
        first = min(one.column for one in places)
        last = max(self.source.table.covered(*one)[-1] for one in places)
        width = self.source.table.width
        return rows, range(first, max(first, min(last, width - 1)) + 1 if width else first)

    def select_places(self, places: Sequence[Place]) -> None:
        """Select cells, and stand in the last one of them."""
        chosen = QItemSelection()
        for one in places:
            index = self.source.index(*one)
            chosen.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        if places:
            last = self.source.index(*places[-1])
            self.selectionModel().setCurrentIndex(last, flag.NoUpdate)
        self.selectionModel().select(chosen, flag.ClearAndSelect)

    def go(self, at: Place) -> None:
        """Stand in a cell, and select only it, whatever keys are held."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.source.index(*at), flag.ClearAndSelect)
