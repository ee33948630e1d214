"""The field for a date, which takes what people type as it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cjm_desktop.ui.inspector.day import Day

KEY = Qt.Key


@pytest.fixture
def day(qtbot: QtBot) -> Day:
    made = Day("Date", "ru")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def type_(day: Day, text: str) -> list[str]:
    """Click into the field and type; what it told."""
    told: list[str] = []
    day.edited.connect(told.append)
    QTest.mouseClick(day.control, Qt.MouseButton.LeftButton)
    QTest.keyClicks(day.control, text)
    return told


@pytest.mark.parametrize("typed", ["01.10.2026", "1.10.2026", "2026-10-01"])
def test_a_date_is_typed_after_a_click(day: Day, typed: str) -> None:
    """A date field of Qt's took nothing where the click had not met its first digit."""
    assert type_(day, typed) == ["2026-10-01"]
    QTest.keyClick(day.control, KEY.Key_Return)
    assert day.control.text() == "01.10.2026"


def test_a_short_year_is_taken_when_the_field_is_left(day: Day) -> None:
    assert type_(day, "1.10.26") == []
    told: list[str] = []
    day.edited.connect(told.append)
    QTest.keyClick(day.control, KEY.Key_Return)
    assert told == ["2026-10-01"]


def test_what_is_no_date_gives_way_to_the_one_there_was(day: Day) -> None:
    day.show_value("2026-03-31")
    day.control.clear()
    assert type_(day, "soon") == []
    QTest.keyClick(day.control, KEY.Key_Return)
    assert day.control.text() == "31.03.2026"


def test_no_date_is_an_empty_field(day: Day) -> None:
    day.show_value("2026-03-31")
    told: list[str] = []
    day.edited.connect(told.append)
    day.control.selectAll()
    QTest.keyClick(day.control, KEY.Key_Delete)
    assert told == [""]


def test_the_calendar_offers_today(day: Day) -> None:
    told: list[str] = []
    day.edited.connect(told.append)
    menu = day.choose.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert told == [QDate.currentDate().toString(Qt.DateFormat.ISODate)]
