"""How wide the columns of the table are: as they were left, kept with the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from cjm_desktop.ui.tabular.selecting import Selecting
    from cjm_desktop.ui.work import Work

LONGEST_LIST = 400
"""So many widths are kept with a file."""


class Widths(QObject):
    """Remembers the widths that the user gave to columns, by step or stage.

    Args:
        view: whose columns.
        work: keeps them with the document.
    """

    def __init__(self, view: Selecting, work: Work) -> None:
        super().__init__(view)
        self._view, self._work = view, work
        self._laying = False
        view.horizontalHeader().sectionResized.connect(self._resized)

    def lay(self) -> None:
        """Give every column the width it was left with."""
        self._laying = True
        try:
            usual = self._view.horizontalHeader().defaultSectionSize()
            for column in range(self._view.source.columnCount()):
                width = self._work.table_widths.get(self._key(column), usual)
                if width != self._view.columnWidth(column):
                    self._view.setColumnWidth(column, width)
        finally:
            self._laying = False

    def _resized(self, column: int, _old: int, width: int) -> None:
        key = self._key(column)
        kept = self._work.table_widths
        if self._laying or not key or (key not in kept and len(kept) >= LONGEST_LIST):
            return
        kept[key] = width

    def _key(self, column: int) -> str:
        columns = self._view.source.table.columns
        if column >= len(columns):
            return ""
        stage, step = columns[column]
        return (step or stage).id
