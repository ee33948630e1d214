"""Keys of one's own, through the dialogs: pressed, refused, taken over, kept, in every window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from cjm_desktop.ui import registry
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.dialogs.keys import KeysDialog
from cjm_desktop.ui.dialogs.settings import SettingsDialog
from cjm_desktop.ui.keys.capture import written
from cjm_desktop.ui.keys.editor import KeysEditor
from cjm_desktop.ui.settings import Settings
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of

Key = Qt.Key
Held = Qt.KeyboardModifier
CTRL, NONE = Held.ControlModifier, Held.NoModifier
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    return open_map(desk)


@pytest.fixture
def editor(window: Window, qtbot: QtBot) -> KeysEditor:
    made = KeysEditor(window)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(editor: KeysEditor, name: str) -> None:
    editor.search.setText(name)
    assert editor.rows.rows[0].entry.name.casefold() == name.casefold()


def press(editor: KeysEditor, name: str, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    """Choose a command, press Enter and then its new key."""
    choose(editor, name)
    QTest.keyClick(editor.search, Key.Key_Return)
    assert editor.capture.isVisible()
    QTest.keyClick(editor.capture, key, held)


def test_a_pressed_key_is_the_commands_in_every_window_at_once_and_kept(
    desk: Desk, window: Window, editor: KeysEditor, open_map: OpenMap, tmp_path: Path
) -> None:
    other = open_map(desk)
    press(editor, "Whole map", Key.Key_F12)
    assert editor.told.text() == "“Whole map” has Ctrl+F12 now."
    assert editor.rows.rows[0].entry.key == "Ctrl+F12"
    for one in (window, other):
        assert one.commands.keys("view.fit") == ("Ctrl+F12",)
        assert one.commands["view.fit"].toolTip() == "Whole map (Ctrl+F12)"
    work_of(other).canvas.set_zoom(2.0)
    other.activateWindow()
    QTest.keyClick(other, Key.Key_1, CTRL)
    assert work_of(other).canvas.zoom == 2.0, "the old key is nobody's"
    QTest.keyClick(other, Key.Key_F12, CTRL)
    assert work_of(other).canvas.zoom < 2.0
    desk.settings.sync()
    assert Settings(tmp_path / "settings.ini").keys == {"view.fit": ("Ctrl+F12",)}
    assert open_map(desk).commands.keys("view.fit") == ("Ctrl+F12",)


def test_a_key_that_is_taken_is_told_and_may_be_taken_over(
    window: Window, editor: KeysEditor
) -> None:
    press(editor, "Whole map", Key.Key_L)
    said = "Ctrl+L is the key of “All lanes”, which would be left without it."
    assert editor.told.text() == said
    assert window.commands.keys("view.fit") == ("Ctrl+1",)
    QTest.mouseClick(editor.leave, Qt.MouseButton.LeftButton)
    assert window.commands.keys("view.fit") == ("Ctrl+1",)
    press(editor, "Whole map", Key.Key_L)
    assert editor.leave.hasFocus()
    QTest.keyClick(editor.leave, Key.Key_Return)
    QTest.keyClick(editor.leave, Key.Key_Space)
    assert window.commands.keys("view.fit") == ("Ctrl+1",)
    press(editor, "Whole map", Key.Key_L)
    QTest.keyClick(editor.leave, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert editor.take.hasFocus()
    QTest.keyClick(editor.take, Key.Key_Space)
    assert window.commands.keys("view.fit") == ("Ctrl+L",)
    assert window.commands.keys("map.lanes") == ()
    assert window.commands["map.lanes"].toolTip() == "All lanes"


@pytest.mark.parametrize(
    ("key", "held", "said"),
    [
        (Key.Key_J, NONE, "J alone would write a letter. Hold Ctrl or Alt with it."),
        (Key.Key_Up, CTRL, "Ctrl+Up belongs to the map. Press another key."),
        (Key.Key_Tab, NONE, "Tab belongs to the map. Press another key."),
        (Key.Key_Insert, NONE, "Ins belongs to the map. Press another key."),
        (Key.Key_F8, NONE, "F8 belongs to comparing versions. Press another key."),
        (Key.Key_F4, Held.AltModifier, "Alt+F4 is taken by the system. Press another key."),
    ],
)
def test_a_key_that_cannot_be_is_refused_in_a_sentence(
    window: Window, editor: KeysEditor, key: Qt.Key, held: Qt.KeyboardModifier, said: str
) -> None:
    press(editor, "Whole map", key, held)
    assert editor.told.text() == said
    assert editor.capture.hasFocus(), "it goes on waiting"
    QTest.keyClick(editor.capture, Key.Key_Escape)
    assert editor.isVisible()
    assert editor.capture.isHidden()
    assert window.commands.keys("view.fit") == ("Ctrl+1",)


def test_escape_leaves_the_question_and_not_the_dialog(window: Window, editor: KeysEditor) -> None:
    press(editor, "Whole map", Key.Key_L)
    for way in (editor.leave, editor.take, editor.search):
        way.setFocus()
        QTest.keyClick(way, Key.Key_Escape)
        assert editor.isVisible()
        assert editor.take.isHidden()
        assert window.commands.keys("view.fit") == ("Ctrl+1",)
        press(editor, "Whole map", Key.Key_L)
    QTest.keyClick(editor.leave, Key.Key_Escape)
    assert editor.list.hasFocus()
    QTest.keyClick(editor.list, Key.Key_Escape)
    assert not editor.isVisible()


def test_the_best_that_is_found_is_chosen(editor: KeysEditor) -> None:
    choose(editor, "redo")
    for asked in ("r", "re", "map", "ctrl+1"):
        editor.search.setText(asked)
        assert editor.list.currentIndex().row() == 0, asked
    chosen = editor.current
    editor.search.clear()
    assert editor.current == chosen, "it is where one was when all are listed again"


def test_while_it_waits_no_command_is_done_by_its_key(window: Window, editor: KeysEditor) -> None:
    choose(editor, "whole map")
    editor.listen()
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Q, CTRL)
    event.ignore()
    QApplication.sendEvent(editor.capture, event)
    assert event.isAccepted()


def test_keys_go_and_come_back_one_by_one_or_all(window: Window, editor: KeysEditor) -> None:
    choose(editor, "redo")
    assert not editor.reset.isEnabled()
    QTest.mouseClick(editor.none, Qt.MouseButton.LeftButton)
    assert window.commands.keys("edit.redo") == ()
    QTest.mouseClick(editor.reset, Qt.MouseButton.LeftButton)
    press(editor, "redo", Key.Key_F12)
    assert editor.told.text() == "“Redo” has Ctrl+F12 now, no longer Ctrl+Shift+Z and Ctrl+Y."
    press(editor, "undo", Key.Key_Y)
    choose(editor, "redo")
    QTest.mouseClick(editor.reset, Qt.MouseButton.LeftButton)
    assert window.commands.keys("edit.redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert window.commands.keys("edit.undo") == ()
    assert editor.told.text() == "“Redo” has its key again, which was that of “Undo”."
    QTest.mouseClick(editor.all, Qt.MouseButton.LeftButton)
    assert window.commands.keys("edit.undo") == ("Ctrl+Z",)
    assert window.desk.settings.keys == {}
    assert not editor.all.isEnabled()


def test_where_no_command_is_found_no_key_can_be_changed(editor: KeysEditor) -> None:
    choose(editor, "Undo")
    assert editor.none.isEnabled()
    editor.search.setText("no command is called so")
    assert not editor.rows.rows
    assert not any(one.isEnabled() for one in (editor.change, editor.none, editor.reset))
    said = "Nothing is called so. Try other letters; either language will do."
    assert editor.told.text() == said
    editor.search.setText("")
    assert editor.told.text() != said
    assert editor.none.isEnabled()


def test_a_command_is_found_by_its_key(editor: KeysEditor) -> None:
    editor.search.setText("ctrl+shift+p")
    assert editor.rows.rows[0].entry.id == "help.commands"


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (0x041B, CTRL, "Ctrl+K"),
        (0x0416, CTRL | Held.ShiftModifier, "Ctrl+;"),
        (0x044F, Held.AltModifier, "Alt+Z"),
        (Key.Key_Plus, CTRL | Held.ShiftModifier, "Ctrl++"),
        (Key.Key_F7, Held.ShiftModifier, "Shift+F7"),
        (Key.Key_5, CTRL | Held.KeypadModifier, "Ctrl+5"),
    ],
)
def test_a_key_is_written_as_the_registry_does_on_any_keyboard(
    qapp: QApplication, key: int, held: Qt.KeyboardModifier, text: str
) -> None:
    assert written(QKeyEvent(QEvent.Type.KeyPress, int(key), held)) == text


def test_the_list_of_keys_is_looked_through_and_shows_ones_own(
    window: Window, qtbot: QtBot
) -> None:
    window.desk.settings.keys = {"view.fit": ("Ctrl+F12",)}
    window.desk.look_changed.emit()
    dialog = KeysDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    bar = dialog._area.verticalScrollBar()
    for key, further in ((Key.Key_Down, 1), (Key.Key_PageDown, 1), (Key.Key_PageUp, -1)):
        before = bar.value()
        QTest.keyClick(dialog.search, key)
        assert (bar.value() - before) * further > 0, "the list goes along while one looks for a key"
    for asked in ("whole map", "вся карта", "ctrl+f12"):
        dialog.search.setText(asked)
        shown = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
        assert "Whole map" in shown
        assert "Ctrl+F12" in shown
        assert "Save" not in shown
    for zooms, zoom, scroll in ((False, "Ctrl+wheel", ""), (True, "wheel", "Ctrl+wheel")):
        window.desk.settings.wheel_zooms = zooms
        dialog.search.setText("zoom at")
        dialog.refresh()
        assert zoom in [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
        dialog.search.setText("scroll")
        found = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
        assert (scroll in found) == zooms
    dialog.search.setText("qqqqq")
    shown = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert "No key is called so. Try other letters; either language will do." in shown


@pytest.mark.parametrize("way", ["help.keys", "edit.settings"])
def test_the_editor_is_reached_from_the_list_and_from_the_settings(
    window: Window, qtbot: QtBot, way: str
) -> None:
    shown: list[str] = []

    def change() -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, KeysEditor)
        press(found, "Whole map", Key.Key_F12)
        found.reject()

    def ask() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, KeysDialog | SettingsDialog)
        QTimer.singleShot(0, change)
        (dialog.change if isinstance(dialog, KeysDialog) else dialog.keys).click()
        shown.extend(one.text() for one in dialog.findChildren(QLabel))
        dialog.reject()

    QTimer.singleShot(0, ask)
    window.commands[way].trigger()
    assert window.commands.keys("view.fit") == ("Ctrl+F12",)
    assert ("Ctrl+F12" in shown) == (way == "help.keys")
    qtbot.wait(1)


def test_in_russian_everything_is_said_in_russian(
    make_desk: MakeDesk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(make_desk("dark", "ru"))
    editor = KeysEditor(window)
    qtbot.addWidget(editor)
    editor.show()
    press(editor, "Вся карта", Key.Key_L)
    assert editor.told.text() == "Ctrl+L — клавиша команды «Все дорожки», она останется без неё."


def test_the_first_page_says_ones_own_keys(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    qtbot.waitUntil(lambda: window.seen)
    editor = KeysEditor(window)
    qtbot.addWidget(editor)
    editor.show()
    before = window.page.left.new.grab().toImage()
    press(editor, "New map", Key.Key_F12)
    assert window.page.left.new.grab().toImage() != before
    window.close()
    again = desk.new_window()
    assert again.page.left.new.key == "Ctrl+F12"
    assert again.page.left.open.key == "Ctrl+O"


def test_tooltips_name_no_key_that_was_taken_away(desk: Desk, window: Window) -> None:
    work = work_of(window)
    window.commands["edit.find"].trigger()
    work.canvas.select((next(one.id for one in work.journey if one.kind == "barrier"),))

    def named() -> set[str]:
        # What comes below the first line is why it cannot be done now.
        tips = (one.toolTip().partition("\n")[0] for one in window.findChildren(QAbstractButton))
        return {tip.rpartition("(")[2].rstrip(")") for tip in tips if tip.endswith(")")}

    keys = {key for one in registry.commands() for key in window.commands.keys(one.id)}
    assert named() & keys >= {"F3", "Shift+F3", "F4", "Del", "Ctrl+I", "Ctrl+Z", "V"}
    desk.settings.keys = {one.id: () for one in registry.commands()}
    desk.dress()
    assert named() & keys == set()


def test_settings_that_are_no_keys_are_left_out(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    write: Callable[[str, str], None] = settings.store.setValue
    for text in ("[1]", "{", '{"view.fit": "Ctrl+F12", "map.own": [1, "F7"]}'):
        write("commands/keys", text)
        assert settings.keys in ({}, {"map.own": ("F7",)})


def test_hints_in_the_line_at_the_bottom_name_ones_own_keys(desk: Desk, window: Window) -> None:
    work = work_of(window)
    note = next(one for one in work.journey if one.kind == "barrier")
    said: list[str] = []
    work.canvas.status_changed.connect(said.append)
    work.canvas.select((note.id,))
    assert "[Ctrl]+[I] opportunity" in said[-1]
    desk.settings.keys = {"edit.answer": ("Ctrl+Alt++",), "edit.hypothesis": ()}
    desk.look_changed.emit()
    assert "[Ctrl]+[Alt]+[+] opportunity" in said[-1]
    assert "hypothesis" not in said[-1]
