"""The steps and versions of a document as the rows of a list, newest first, by sittings.

Nothing is copied. A version stands with the step that it names; one that no step leads to any more
stands below all of them.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cjm_desktop.document import Document
from cjm_desktop.journey.sittings import Heading, Sittings
from cjm_desktop.storage.people import user_name
from cjm_desktop.storage.versions import Version
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
    named: bool = False
    """It is a version that people named."""
    step: str = ""
    """What was done in the step that a version was named after."""


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
        self._me = user_name()
        """Whose steps need no name."""
        self._sittings = Sittings(self._moment)
        self._named: dict[int, Version] = {}
        """The newest named version of each step."""
        self._lowest = 0
        """The number of the last step that is not there any more."""
        self._kept: tuple[Version, ...] = ()
        """Versions that no step leads to any more, newest first."""
        self.follow()

    def _moment(self, index: int) -> datetime:
        return self._document.step_at(index).time.astimezone()

    def say(self, language: str) -> None:
        """Name the steps in another language."""
        self._language = language
        self.follow()

    def follow(self) -> None:
        """Show the history as it is after a change."""
        self.beginResetModel()
        document = self._document
        count = document.step_count
        self._sittings.follow(count)
        self._lowest = document.step_at(0).number - 1 if count else 0
        versions = document.versions.all()
        named = [one for one in versions if one.name and self._is_of_step(one)]
        self._named = {one.step: one for one in named}
        shown = {one.id for one in self._named.values()}
        self._kept = tuple(reversed([o for o in versions if o.size and o.id not in shown]))
        self.endResetModel()

    @property
    def now(self) -> int:
        """The row of what the map shows."""
        return self._sittings.row_of(self._document.steps_done - 1)

    def _is_of_step(self, version: Version) -> bool:
        """Whether the step of its number is the one it was named after: a later one may have it."""
        document, number = self._document, version.step
        if number <= self._lowest:
            return number == self._lowest
        at = number - self._lowest - 1
        if at >= document.step_count:
            return False
        step = document.step_at(at)
        return step.number == number and step.time <= version.time

    def version(self, row: int) -> Version | None:
        """The version in a row, or the one that the step in it was named as."""
        below = row - len(self._sittings) - 1
        if below >= 0:
            return self._kept[below] if below < len(self._kept) else None
        number = self.number(row)
        return self._named.get(number or self._lowest) if number is not None else None

    def moment(self, row: int) -> datetime | None:
        """When what a row speaks of was; None: of a heading, and of the beginning."""
        if row > len(self._sittings):
            version = self.version(row)
            return version.time if version is not None else None
        number = self.number(row)
        if not number:
            return None
        found = self._sittings.row(row)
        return self._moment(found) if isinstance(found, int) else None

    def number(self, row: int) -> int | None:
        """The number of the step in a row; 0 for the beginning, None for what is no step."""
        if row >= len(self._sittings):
            return None
        found = self._sittings.row(row)
        if isinstance(found, Heading):
            return None
        # An edit has dropped what was undone, and the rows do not know yet.
        found = min(found, self._document.step_count - 1)
        return self._document.step_at(found).number if found >= 0 else 0

    def line(self, row: int) -> Line:
        """What a row says."""
        if row >= len(self._sittings):
            return self._below(row - len(self._sittings))
        found = self._sittings.row(row)
        if isinstance(found, Heading):
            return self._heading(found)
        done = self._document.steps_done
        if found < 0:
            return self._named_line(self._lowest, self._first(), "", now=done == 0)
        step = self._document.step_at(found)
        name = plain.clean(step.name(self._language))
        others = plain.clean(step.by) if step.by != self._me else ""
        time = " · ".join(one for one in (others, spoken.clock(step.time)) if one)
        undone, now = found >= done, found == done - 1
        return self._named_line(step.number, name, time, now=now, undone=undone)

    def _first(self) -> str:
        forgotten = self._document.step_count and self._document.step_at(0).number > 1
        if forgotten:
            return self.tr("The beginning of what is kept")
        return self.tr("The beginning, before the first step")

    def _named_line(
        self, number: int, name: str, aside: str, *, now: bool, undone: bool = False
    ) -> Line:
        """What the row of a step says, with its version where it was named as one."""
        version = self._named.get(number)
        if version is None:
            return Line(name, aside, now=now, undone=undone)
        said = plain.clean(version.name)
        return Line(said, aside, now=now, undone=undone, named=True, step=name)

    def _below(self, row: int) -> Line:
        """What a row below the steps says."""
        if row == 0:
            return Line(self.tr("Versions kept besides"), "", heading=True)
        version = self._kept[row - 1]
        name = plain.clean(version.name) or self.tr("Saved, then undone")
        when = spoken.when(version.time, self._language)
        return Line(name, when, named=bool(version.name))

    def _heading(self, heading: Heading) -> Line:
        first, last = self._moment(heading.first), self._moment(heading.end - 1)
        times = spoken.clock(first)
        if spoken.clock(last) != times:
            times = f"{times}–{spoken.clock(last)}"
        text = f"{spoken.day(first, self._language)}, {times}"
        return Line(text, self.tr("%n step(s)", "", heading.end - heading.first), heading=True)

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self._sittings) + (len(self._kept) + 1 if self._kept else 0)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index.row()).heading:
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
        kind = self.tr("version") if line.named else ""
        said = (line.text, kind, line.step, line.aside, state)
        return ", ".join(one for one in said if one)
