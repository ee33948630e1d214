"""What parts about a map as a whole have in common: worked out only while seen, rows to go to."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from cjm_desktop.journey import plans
from cjm_desktop.journey.records import Card, Feeling
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import button
from cjm_desktop.ui.inspector.parts.part import Part, empty
from cjm_desktop.ui.inspector.parts.wrapped import Wrapped

SHORT = 8
"""So many rows are shown at first."""
MOST = 60
"""More rows nobody reads; all of them are in the files that scripts and spreadsheets get."""
PAUSE = 120
"""Milliseconds without a change after which a part is worked out anew."""

TURN = 30
"""Milliseconds between two parts, in which keys and the mouse have their turn."""


class Entry(NamedTuple):
    """A row that goes to a record on the map."""

    record_id: str
    sign: str
    """Name of an icon, or a number."""
    text: str
    aside: str = ""
    more: tuple[str, ...] = ()


class Sentence(NamedTuple):
    """A line of text."""

    text: str
    role: str = "faint"


class Facts(NamedTuple):
    """A small table: what, how much, and what that is made from."""

    rows: tuple[tuple[str, str, str], ...]


class Command(NamedTuple):
    """A button that does a command of the window."""

    id: str
    text: str
    icon: str


Content = Sequence[Entry | Sentence | Facts | Command]


class MapWide(Part):
    """Something that is worked out from the whole map, and only while it is seen.

    Nobody waits for it: it comes in a round of the loop of its own, and while changes follow one
    another it waits for a pause. Widgets are made only where it says something else than before.
    """

    order = 0
    """Its turn among those that are shown together."""

    def set_up(self) -> None:
        self.rows: dict[str, Wrapped] = {}
        """What can be gone to, by the id of its record."""
        self.found = 0
        """How many there are, shown or not."""
        self.every = False
        """All rows are wanted, not only the first ones."""
        self._shown: Content | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._come)

    @abstractmethod
    def content(self) -> Content:
        """What there is to say."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._late.start(TURN * (self.order + 1))

    def refresh(self) -> None:
        if self.isVisible():
            self._late.start(PAUSE + TURN * self.order)

    def _come(self) -> None:
        if self.isVisible():
            self.work_out()

    def forget(self) -> None:
        """Work everything out anew next time, whatever it was worked out from."""
        self._built_from = self._shown = None

    def work_out(self) -> None:
        """Say how it is now, seen or not."""
        super().refresh()
        self.told.emit()

    def build(self) -> None:
        content = self.content()
        if content == self._shown:
            return
        self._shown = content
        self.rows = {}
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for one in content:
            align = Qt.AlignmentFlag.AlignLeft if isinstance(one, Command) else Qt.AlignmentFlag(0)
            column.addWidget(self._widget(one), 0, align)
        # All at once: each that is shown by itself would lay the page out anew.
        empty(self.column)
        self.column.addWidget(holder)
        holder.show()

    def _widget(self, one: Entry | Sentence | Facts | Command) -> QWidget:
        if isinstance(one, Entry):
            return self._row(one)
        if isinstance(one, Sentence):
            return plain.label(one.text, one.role, wrap=True)
        return _table(one) if isinstance(one, Facts) else self._button(one)

    def _row(self, one: Entry) -> Wrapped:
        row = Wrapped(one.sign, one.text, one.aside, one.more)
        row.clicked.connect(lambda _on=False: self.go_to(one.record_id))
        self.rows.setdefault(one.record_id, row)
        return row

    def _button(self, one: Command) -> QPushButton:
        made = button(one.text, one.icon, "" if one.id else "link")
        made.clicked.connect(lambda: self.asked.emit(one.id) if one.id else self._show_every())
        return made

    def go_to(self, record_id: str) -> None:
        """Go to a record, or to what the view shows for it, or else to its place."""
        record, view = self.journey.find(record_id), self.editing.view
        if isinstance(record, Card | Feeling) and not plans.shown(self.journey, record, view):
            other = (
                plans.stand_in(self.journey, record.id, view) if record.kind != "feeling" else None
            )
            record_id = other or record.step_id or record.stage_id
        self.jump.emit(record_id)

    def listed(self, entries: Sequence[Entry], count: int) -> Content:
        """The rows that are wanted now, and the way to the others.

        Args:
            entries: the first ones, at least as many as are shown.
            count: how many there are.
        """
        shown: list[Entry | Sentence | Facts | Command] = [*entries[: self.most]]
        if count > SHORT and not self.every:
            said = self.tr("Show all {n}") if count <= MOST else self.tr("Show {n}")
            shown.append(Command("", said.format(n=min(count, MOST)), "chevron-down"))
        elif count > MOST:
            shown.append(Sentence(self.tr("And {n} more").format(n=count - MOST)))
        return shown

    @property
    def most(self) -> int:
        """How many rows are shown now."""
        return MOST if self.every else SHORT

    def _show_every(self) -> None:
        self.every = True
        self.work_out()

    @property
    def summary(self) -> str:
        return str(self.found or "")


def _table(facts: Facts) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 4)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    for row, (name, value, made_from) in enumerate(facts.rows):
        grid.addWidget(plain.label(name, "secondary"), row, 0)
        grid.addWidget(plain.label(value, "strong", wrap=True), row, 1)
        grid.addWidget(plain.label(made_from, "faint"), row, 2)
    return holder
