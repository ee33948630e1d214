"""The field for a span of time."""

from __future__ import annotations

from typing import Any, get_args

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cjm_desktop.journey import words
from cjm_desktop.journey.records import Duration, Unit
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Combo
from cjm_desktop.ui.inspector.fields import Field, SpinBox

LONGEST = 100_000


class Span(Field):
    """A duration: how long, in which unit, and between which bounds it lies.

    Args:
        name: shown above.
        language: of the units.
    """

    def __init__(self, name: str, language: str) -> None:
        super().__init__(name)
        self._language = language
        self.value = self._number()
        self.unit = Combo()
        self._units = get_args(Unit)
        for unit in self._units:
            self.unit.addItem(words.say(f"unit.{unit}", language, n=5))
        self.low = self._number()
        self.high = self._number()
        self._quiet = False
        for spin in (self.value, self.low, self.high):
            spin.valueChanged.connect(self._changed)
        self.unit.activated.connect(self._changed)
        self.column.addWidget(self._first())
        self.column.addWidget(self._second())

    def _number(self) -> SpinBox:
        made = SpinBox(0, LONGEST, 1, optional=True)
        # Two of them with their words have room in the panel, however long a number could be.
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        made.installEventFilter(self)
        return made

    def _first(self) -> QWidget:
        holder, row = _row()
        self.value.setAccessibleName(self._spoken)
        self.unit.installEventFilter(self)
        self.unit.setAccessibleName(self.tr("Unit"))
        row.addWidget(self.value, 1)
        row.addWidget(self.unit, 1)
        return holder

    def _second(self) -> QWidget:
        holder, row = _row()
        self.low.setAccessibleName(self.tr("At least"))
        self.high.setAccessibleName(self.tr("At most"))
        row.addWidget(plain.label(self.tr("from"), "faint"))
        row.addWidget(self.low, 1)
        row.addWidget(plain.label(self.tr("to"), "faint"))
        row.addWidget(self.high, 1)
        return holder

    def _changed(self) -> None:
        if self._quiet:
            return
        value = self.value.number
        for spin in (self.low, self.high):
            spin.setEnabled(value is not None)
        if value is None:
            self.edited.emit(None)
            return
        low, high = self.low.number, self.high.number
        unit = self._units[max(0, self.unit.currentIndex())]
        # While a range is being typed it may not yet hold the value.
        low = min(low, value) if low is not None else None
        high = max(high, value) if high is not None else None
        self.edited.emit(Duration(value, unit, low, high))

    def show_value(self, value: Any) -> None:
        span = value if isinstance(value, Duration) else None
        self._quiet = True
        self.value.show_number(span.value if span else None)
        self.low.show_number(span.low if span else None)
        self.high.show_number(span.high if span else None)
        for spin in (self.low, self.high):
            spin.setEnabled(span is not None)
        self.unit.setCurrentIndex(self._units.index(span.unit if span else "days"))
        self._quiet = False


def _row() -> tuple[QWidget, QHBoxLayout]:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    return holder, row
