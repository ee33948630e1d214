"""Dialogs: what they look like over their window, by keyboard, in either language."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.ui import palette
from cjm_desktop.ui.controls import Segments
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.dialogs.about import AboutDialog
from cjm_desktop.ui.dialogs.keys import KeysDialog
from cjm_desktop.ui.dialogs.settings import SettingsDialog
from tests.ui.clipping import clipped
from tests.ui.conftest import MakeDesk


def scrims(window: QWidget) -> list[QWidget]:
    return [one for one in window.findChildren(QWidget, "scrim") if one.isVisible()]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_dialog_has_an_edge_and_dims_what_is_behind(
    make_desk: MakeDesk, qtbot: QtBot, theme: str
) -> None:
    window = make_desk(theme).new_window()
    dialog = AboutDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    (scrim,) = scrims(window)
    assert scrim.geometry() == window.rect()
    window.resize(1100, 720)
    assert scrim.geometry() == window.rect()
    edge = QColor((palette.DARK if theme == "dark" else palette.LIGHT).line2)
    picture = dialog.grab().toImage()
    right, bottom = picture.width() - 1, picture.height() - 1
    for x, y in ((0, 0), (right, 0), (0, bottom), (right, bottom), (0, bottom // 2)):
        assert picture.pixelColor(x, y) == edge
    dialog.reject()
    assert scrims(window) == []
    dialog.show()
    assert len(scrims(window)) == 1
    dialog.close()
    assert scrims(window) == []


def test_a_dialog_that_asks_something_of_its_own_is_dimmed_too(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    first = AboutDialog(window)
    second = AboutDialog(first)
    for one in (first, second):
        qtbot.addWidget(one)
        one.show()
    assert len(scrims(first)) == 1
    second.reject()
    assert scrims(first) == []
    first.reject()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_keys_stand_right_under_their_heading(
    make_desk: MakeDesk, qtbot: QtBot, language: str
) -> None:
    dialog = KeysDialog(make_desk(language=language).new_window())
    qtbot.addWidget(dialog)
    dialog.show()
    heads = [one for one in dialog.findChildren(QLabel) if one.property("role") == "panel"]
    assert len(heads) > 4
    others = [one for one in dialog.findChildren(QLabel) if one not in heads]
    for head in heads:
        below = [
            one.mapTo(dialog, QPoint(0, 0)).y() - head.mapTo(dialog, QPoint(0, head.height())).y()
            for one in others
            if one.parentWidget() is head.parentWidget() and one.x() == head.x()
        ]
        assert 0 <= min(one for one in below if one >= 0) <= 16, head.text()
    dialog.reject()


def lies_close(segments: Segments) -> bool:
    """No gap and no overlap between neighbours."""
    found = list(segments.buttons.values())
    return all(
        one.geometry().right() + 1 == other.geometry().left()
        for one, other in itertools.pairwise(found)
    )


def test_settings_stay_whole_while_they_change(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    dialog = SettingsDialog(desk, window)
    qtbot.addWidget(dialog)
    dialog.show()
    for change in (
        dialog.interface.language.buttons["ru"].click,
        dialog.interface.theme.buttons["dark"].click,
        lambda: dialog.interface.text_size.setValue(18),
        lambda: dialog.interface.text_size.setValue(12),
        dialog.interface.language.buttons["en"].click,
    ):
        change()
        qtbot.waitUntil(lambda: list(clipped(dialog)) == [])
        assert lies_close(dialog.interface.language)
        assert lies_close(dialog.interface.theme)
    dialog.reject()


def test_the_tab_key_enters_segments_at_the_choice(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    dialog = SettingsDialog(desk, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget() is dialog.interface.language.buttons["en"]
    assert _entered(dialog.interface.theme) == ["light"]
    qtbot.keyClick(dialog.interface.language.buttons["en"], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.interface.theme.buttons["light"]
    qtbot.keyClick(dialog.interface.theme.buttons["light"], Qt.Key.Key_Right)
    assert dialog.interface.theme.choice == "dark"
    assert desk.settings.theme == "dark"
    assert QApplication.focusWidget() is dialog.interface.theme.buttons["dark"]
    assert _entered(dialog.interface.theme) == ["dark"]
    dialog.reject()


def _entered(segments: Segments) -> list[str]:
    return [
        key for key, one in segments.buttons.items() if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_segments_without_a_choice_are_entered_at_the_first(qtbot: QtBot) -> None:
    segments = Segments(("one", "two"))
    qtbot.addWidget(segments)
    assert _entered(segments) == ["one"]
    segments.choose("two")
    assert _entered(segments) == ["two"]
