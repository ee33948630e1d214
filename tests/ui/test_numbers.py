"""Numbers in fields are written as the language of the window writes them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator
from pytestqt.qtbot import QtBot

from cjm_desktop.journey.records import Feeling
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.fields import SpinBox
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of


def spin(window: Window) -> SpinBox:
    """The field of the value of a feeling."""
    work = work_of(window)
    feeling = work.journey.all(Feeling)[0]
    work.editing.set(feeling.id, "value", 0.5, 1)
    work.canvas.select((feeling.id,))
    (found,) = window.bench.inspector.findChildren(SpinBox)
    return found


def test_a_field_follows_the_language(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    assert spin(window).text() == "0.5"
    desk.settings.language = "ru"
    desk.dress()
    qtbot.waitUntil(lambda: spin(window).text() == "0,5")
    desk.settings.language = "en"
    desk.dress()
    qtbot.waitUntil(lambda: spin(window).text() == "0.5")


def test_a_window_that_was_made_before_the_language_follows_too(
    make_desk: MakeDesk, open_map: OpenMap
) -> None:
    desk = make_desk(language="ru")
    assert spin(open_map(desk)).text() == "0,5"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("typed", "value"), [("1.5", 1.5), ("1,5", 1.5), ("-0,5", -0.5), ("2", 2)])
def test_point_and_comma_are_the_same(
    make_desk: MakeDesk, qtbot: QtBot, language: str, typed: str, value: float
) -> None:
    make_desk(language=language)
    made = SpinBox(-2, 2, 1, optional=False)
    qtbot.addWidget(made)
    made.show()
    made.selectAll()
    qtbot.keyClicks(made, typed)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert made.value() == value


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        ("en", "2,900", 2900),
        ("en", "2,900.5", 2900.5),
        ("en", "2,9", 2.9),
        ("ru", "2900,5", 2900.5),
    ],
)
def test_thousands_stay_thousands(
    make_desk: MakeDesk, qtbot: QtBot, language: str, typed: str, value: float
) -> None:
    make_desk(language=language)
    made = SpinBox(0, 1_000_000, 2, optional=False)
    qtbot.addWidget(made)
    made.show()
    made.selectAll()
    qtbot.keyClicks(made, typed)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert made.value() == value


def test_letters_are_no_number(qtbot: QtBot) -> None:
    made = SpinBox(-2, 2, 1, optional=False)
    qtbot.addWidget(made)
    assert made.validate("one", 3)[0] == QValidator.State.Invalid
