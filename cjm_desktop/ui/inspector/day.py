"""The field for a date: typed as people write dates, or chosen in a calendar."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from cjm_desktop.journey import dates
from cjm_desktop.ui.controls import icon_button, name_button
from cjm_desktop.ui.inspector.fields import Field

_WHOLE = re.compile(r"\D\d{4}$|^\d{4}-\d\d-\d\d$")
"""What ends in a year of four digits, or begins with one and names a day, does not go on."""
_ISO = Qt.DateFormat.ISODate


def written(day: str, language: str) -> str:
    """An ISO date so that it can be read back whatever the order of its day and month."""
    found = QDate.fromString(day, _ISO)
    return found.toString("dd.MM.yyyy") if language == "ru" and found.isValid() else day


class Day(Field):
    """A date that may be left out.

    Args:
        name: shown above.
        language: how it is written.
    """

    def __init__(self, name: str, language: str) -> None:
        super().__init__(name)
        self._language = language
        self._day = ""
        self.control = QLineEdit()
        self.control.setPlaceholderText(self.tr("year-month-day"))
        self.control.setAccessibleName(self._spoken)
        self.control.installEventFilter(self)
        self.control.textEdited.connect(self._typed)
        self.control.editingFinished.connect(self._finish)
        self.choose: QToolButton = icon_button("calendar", 16)
        name_button(self.choose, self.tr("Calendar"))
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.choose)
        # A calendar is a large thing, and there are several dates on a panel.
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.choose.setMenu(menu)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.control, 1)
        row.addWidget(self.choose)
        self.column.addWidget(holder)

    def _read(self) -> str | None:
        typed = self.control.text().strip()
        return dates.read(typed) if typed else ""

    def _typed(self, text: str) -> None:
        """Take what is typed as soon as it is a whole date."""
        read = self._read()
        if read == "" or (read is not None and _WHOLE.search(text)):
            self._take(read)

    def _finish(self) -> None:
        """Write the date as all are written; what is none gives way to the one there was."""
        read = self._read()
        self._take(self._day if read is None else read)
        self.show_value(self._day)

    def _take(self, day: str) -> None:
        if day != self._day:
            self._day = day
            self.edited.emit(day)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(self.tr("Today"), lambda: self._choose(QDate.currentDate()))
        calendar = QCalendarWidget()
        calendar.setFirstDayOfWeek(self.locale().firstDayOfWeek())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        found = QDate.fromString(self._day, _ISO)
        calendar.setSelectedDate(found if found.isValid() else QDate.currentDate())
        calendar.clicked.connect(self._choose)
        calendar.activated.connect(self._choose)
        holds = QWidgetAction(menu)
        holds.setDefaultWidget(calendar)
        menu.addAction(holds)

    def _choose(self, day: QDate) -> None:
        menu = self.choose.menu()
        if menu is not None:
            menu.close()
        self.entered.emit()
        self._take(str(day.toString(_ISO)))
        self.show_value(self._day)

    def show_value(self, value: Any) -> None:
        self._day = str(value or "")
        shown = written(self._day, self._language)
        if self.control.text() != shown:
            self.control.setText(shown)
