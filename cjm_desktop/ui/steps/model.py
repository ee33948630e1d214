"""The steps of a document as the rows of a list, newest first, by sittings; nothing is copied."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cjm_desktop.document import Document
from cjm_desktop.journey.sittings import Heading, Sittings
from cjm_desktop.ui import plain, spoken

Index = QModelIndex | QPersistentModelIndex


class Line(NamedTuple):
    """What a row says."""

    text: str
    aside: str
    """At its right: the time of a step, or how many steps a sitting has."""
    heading: bool = False
    undone: bool = False
    now: bool = False
    """It is the last step that is done: what the map shows."""


class StepModel(QAbstractListModel):
    """Rows over the history of a document.

    Args:
        document: whose steps.
        language: in which to name them.
        parent: Qt's.
    """

    def __init__(self, document: Document, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._language = language
        self._sittings = Sittings(self._moment)
        self._sittings.follow(document.step_count)

    def _moment(self, index: int) -> datetime:
        return self._document.step_at(index).time.astimezone()

    def follow(self) -> None:
        """Show the history as it is after a change."""
        self.beginResetModel()
        self._sittings.follow(self._document.step_count)
        self.endResetModel()

    @property
    def now(self) -> int:
        """The row of what the map shows."""
        return self._sittings.row_of(self._document.steps_done - 1)

    def number(self, row: int) -> int | None:
        """The number of the step in a row; 0 for the beginning, None for a heading."""
        found = self._sittings.row(row)
        if isinstance(found, Heading):
            return None
        # An edit has dropped what was undone, and the rows do not know yet.
        found = min(found, self._document.step_count - 1)
        return self._document.step_at(found).number if found >= 0 else 0

    def row_of_number(self, number: int) -> int:
        """The row of a step, or of the one before it where it is gone."""
        low, high = 0, self._document.step_count
        while low < high:
            middle = (low + high) // 2
            if self._document.step_at(middle).number <= number:
                low = middle + 1
            else:
                high = middle
        return self._sittings.row_of(low - 1)

    def line(self, row: int) -> Line:
        """What a row says."""
        found = self._sittings.row(row)
        if isinstance(found, Heading):
            return self._heading(found)
        done = self._document.steps_done
        if found < 0:
            return Line(self.tr("The beginning, before the first step"), "", now=done == 0)
        step = self._document.step_at(found)
        name = plain.clean(step.name(self._language))
        time = spoken.clock(step.time)
        return Line(name, time, undone=found >= done, now=found == done - 1)

    def _heading(self, heading: Heading) -> Line:
        first, last = self._moment(heading.first), self._moment(heading.end - 1)
        times = spoken.clock(first)
        if spoken.clock(last) != times:
            times = f"{times}–{spoken.clock(last)}"
        text = f"{spoken.day(first, self._language)}, {times}"
        return Line(text, self.tr("%n step(s)", "", heading.end - heading.first), heading=True)

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._sittings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.number(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        selectable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return selectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.line(index.row()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(self.line(index.row()))
        return None

    def _said(self, line: Line) -> str:
        state = self.tr("now") if line.now else self.tr("taken back") if line.undone else ""
        return ", ".join(one for one in (line.text, line.aside, state) if one)
