"""The list of everything that can be called by name, through the window and the keyboard."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cjm_desktop import assets
from cjm_desktop.journey import moves
from cjm_desktop.ui import registry
from cjm_desktop.ui.calling.entries import entries
from cjm_desktop.ui.calling.panel import Panel
from cjm_desktop.ui.calling.reasons import REASONS
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    return open_map(desk)


def call(window: Window) -> Panel:
    """Press the key of the list."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Key.Key_P, held)
    panel = window.orders.calling.panel
    assert panel is not None
    assert panel.isVisible()
    return panel


def names(panel: Panel) -> list[str]:
    return [one.entry.name for one in panel.rows.rows]


def write(panel: Panel, text: str) -> None:
    """Type letters of any alphabet; QTest itself knows the Latin one only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(panel.field, event)


def press(panel: Panel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel.field, key)


@pytest.mark.parametrize(
    ("language", "typed", "name"),
    [
        ("en", "whole map", "Whole map"),
        ("en", "вся карта", "Whole map"),
        ("en", "rfhnf dcz", "Whole map"),
        ("en", "црщду", "Whole map"),
        ("ru", "вся карт", "Вся карта"),
        ("ru", "whole", "Вся карта"),
        ("ru", "dcz rfhnf", "Вся карта"),
        ("ru", "црщду ьфз", "Вся карта"),
    ],
)
def test_a_command_is_found_in_both_languages_and_with_both_keyboards(
    make_desk: MakeDesk, open_map: OpenMap, qtbot: QtBot, language: str, typed: str, name: str
) -> None:
    window = open_map(make_desk("light", language))
    work_of(window).canvas.set_zoom(2.0)
    panel = call(window)
    write(panel, typed)
    assert panel.chosen is not None
    assert panel.chosen.name == name
    press(panel, Key.Key_Return)
    assert panel.isHidden()
    qtbot.waitUntil(lambda: work_of(window).canvas.zoom < 1.0)


CALLED = {
    "print": "file.print", "печать": "file.print", "pdf": "file.print", "excel": "file.print",
    "png": "file.picture", "картинка": "file.picture", "theme": "edit.settings",
    "тёмная тема": "edit.settings", "язык": "edit.settings", "размер текста": "edit.settings",
    "орфография": "edit.settings", "параметры": "edit.settings",
    "горячие клавиши": "help.keys", "hotkeys": "help.keys", "backup": "file.recovery",
    "резервная": "file.recovery", "искать": "edit.find", "презентация": "view.full_screen",
    "помощь": "help.guide", "справка": "help.guide", "отмена": "edit.undo",
    "отправить": "file.share", "эмоции": "tool.feeling", "curve": "tool.feeling",
    "шаг": "insert.step", "hide panels": "view.panels", "скрыть панели": "view.panels",
    "выход": "file.quit", "exit": "file.quit", "роли": "map.personas", "боль": "tool.barrier",
    "стикер": "tool.barrier", "анализ": "map.weak", "пример": "help.sample",
}  # fmt: skip
"""What a newcomer types, and what is meant."""


def test_other_names_are_said_in_both_languages_and_of_commands_that_are_there() -> None:
    text = assets.path("translations", "other_names.json").read_text(encoding="utf-8")
    for one, said in json.loads(text).items():
        assert one in _by_id()
        assert set(said) == {"en", "ru"}, one
        assert all(name.strip() == name != "" for names in said.values() for name in names), one


def test_a_command_is_found_by_what_other_programs_call_it(window: Window) -> None:
    panel = call(window)
    found: dict[str, str] = {}
    for typed in CALLED:
        panel.field.setText(typed)
        found[typed] = panel.chosen.id if panel.chosen is not None else ""
    assert found == CALLED


def test_everything_in_the_registry_is_there_with_its_key_and_menu(window: Window) -> None:
    listed = {one.id: one for one in entries(window)}
    expected = {one.id for one in registry.commands()} - {"help.commands"}
    assert expected == {one for one in listed if ":" not in one}
    assert (listed["view.fit"].key, listed["view.fit"].place) == ("Ctrl+1", "View")
    assert all(
        listed[one].icon == command.icon for one, command in _by_id().items() if one in listed
    )


def _by_id() -> dict[str, registry.Command]:
    return {one.id: one for one in registry.commands()}


def test_reasons_are_given_for_commands_that_are_there() -> None:
    assert set(REASONS) <= set(_by_id())


def test_what_cannot_be_done_now_says_why_and_does_nothing(window: Window) -> None:
    panel = call(window)
    write(panel, "opportunity from")
    chosen = panel.chosen
    assert chosen is not None
    assert (chosen.enabled, chosen.why) == (False, "select a barrier first")
    said = "Opportunity from the barrier, not now: select a barrier first, Edit, "
    assert chosen.said == said + chosen.key
    press(panel, Key.Key_Return)
    assert panel.isVisible(), "it stays, so that one can read why"
    assert work_of(window).document.history() == ()


def test_whatever_is_switched_off_at_first_has_a_reason(
    desk: Desk, window: Window, qtbot: QtBot
) -> None:
    off = [one for one in entries(window) if not one.enabled]
    assert off
    assert [one.id for one in off if not one.why] == []
    first = desk.new_window()
    qtbot.waitUntil(lambda: first.seen)
    assert {one.why for one in entries(first) if not one.enabled} == {"open a map first"}


def test_what_can_be_done_goes_before_what_cannot(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    qtbot.waitUntil(lambda: window.seen)
    panel = call(window)
    write(panel, "map")
    enabled = [one.entry.enabled for one in panel.rows.rows]
    assert enabled[0]
    assert not all(enabled)
    panel.field.setText("whole map")
    assert panel.chosen is not None
    assert (panel.chosen.id, panel.chosen.enabled) == ("view.fit", False)


def test_the_keyboard_goes_back_where_it_was(window: Window) -> None:
    canvas = work_of(window).canvas
    canvas.setFocus()
    panel = call(window)
    assert QApplication.focusWidget() is panel.field
    press(panel, Key.Key_Escape)
    assert panel.isHidden()
    assert QApplication.focusWidget() is canvas
    call(window)
    window.commands["help.commands"].trigger()
    assert panel.isHidden(), "the same key closes it"


def test_escape_is_kept_from_the_window(window: Window) -> None:
    """Else a shortcut on Esc would take it before the list."""
    panel = call(window)
    for key, kept in ((Key.Key_Escape, True), (Key.Key_F4, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(panel.field, event)
        assert event.isAccepted() is kept


def test_a_click_elsewhere_closes_it_and_keeps_the_keyboard_there(window: Window) -> None:
    panel = call(window)
    window.bench.top.undo.setEnabled(True)
    window.bench.view.chips.everyone.setFocus()
    assert panel.isHidden()
    assert QApplication.focusWidget() is window.bench.view.chips.everyone


def test_a_click_on_what_takes_no_keyboard_closes_it_too(window: Window) -> None:
    canvas = work_of(window).canvas
    canvas.setFocus()
    for clicked in (window.statusBar(), window.bench.top.title, window.bench.top.search):
        panel = call(window)
        QTest.mouseClick(panel.field, Qt.MouseButton.LeftButton)
        assert panel.isVisible()
        QTest.mouseClick(clicked, Qt.MouseButton.LeftButton)
        assert panel.isHidden()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit), "what was clicked does what it does"
    assert focus is not panel.field


def test_arrows_walk_round_and_a_click_does_it(window: Window, qtbot: QtBot) -> None:
    panel = call(window)
    assert panel.list.currentIndex().row() == 0
    press(panel, Key.Key_Up)
    last = len(panel.rows.rows) - 1
    assert panel.list.currentIndex().row() == last
    press(panel, Key.Key_Down, Key.Key_Down, Key.Key_PageDown)
    assert panel.list.currentIndex().row() == 12
    press(panel, Key.Key_PageUp, Key.Key_PageUp)
    assert panel.list.currentIndex().row() == 0
    write(panel, "only the map")
    at = panel.list.visualRect(panel.rows.index(0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    qtbot.waitUntil(window.bench.rail.isHidden)


def test_what_was_called_lately_comes_first_in_the_next_window_too(
    desk: Desk, window: Window, open_map: OpenMap, qtbot: QtBot
) -> None:
    for typed in ("whole map", "zoom in"):
        panel = call(window)
        write(panel, typed)
        press(panel, Key.Key_Return)
    other = open_map(desk)
    assert names(call(other))[:3] == ["Zoom in", "Whole map", "New map"]
    qtbot.wait(1)


def test_maps_and_stages_are_gone_to(window: Window, qtbot: QtBot) -> None:
    work = work_of(window)
    first = work.map_id
    second = work.editing.do("step.add_map", "B", lambda draft: moves.add_map(draft, "Wholesale"))
    assert second
    panel = call(window)
    write(panel, "wholes")
    assert panel.chosen is not None
    assert panel.chosen.place == "Maps of this file"
    press(panel, Key.Key_Return)
    qtbot.waitUntil(lambda: work.map_id == second)
    stage = work.journey.stages(first)[4]
    panel = call(window)
    write(panel, stage.title)
    places = [one.entry.place for one in panel.rows.rows if one.entry.name == stage.title]
    assert places == ["Stages: Customer journey: a compressor station"]
    row = names(panel).index(stage.title)
    press(panel, *[Key.Key_Down] * row, Key.Key_Return)
    qtbot.waitUntil(lambda: work.map_id == first)
    assert work.canvas.selection == (stage.id,)
    assert QApplication.focusWidget() is work.canvas
    assert window.desk.settings.called == (), "what only this file knows is not remembered"


def test_a_template_begins_a_map_from_the_first_page(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    qtbot.waitUntil(lambda: window.seen)
    panel = call(window)
    write(panel, "service blueprint")
    assert panel.chosen is not None
    assert panel.chosen.id == "new:blueprint"
    press(panel, Key.Key_Return)
    qtbot.waitUntil(lambda: window.work is not None)


def test_over_the_table_the_keyboard_goes_back_to_the_table(window: Window, qtbot: QtBot) -> None:
    window.commands["view.table"].trigger()
    table = window.bench.layouts.front
    assert table is not work_of(window).canvas
    panel = call(window)
    QTest.keyClicks(panel.field, "operation")
    press(panel, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(work_of(window).canvas.selection))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is table or table.isAncestorOf(focus)


def test_nothing_found_is_said_and_enter_does_nothing(window: Window) -> None:
    panel = call(window)
    write(panel, "qqqqq")
    assert panel.list.isHidden()
    assert panel.nothing.isVisible()
    press(panel, Key.Key_Return, Key.Key_Down)
    assert panel.isVisible()


def test_it_stays_inside_a_small_window(window: Window) -> None:
    window.resize(1024, 700)
    panel = call(window)
    assert window.rect().contains(panel.geometry())
    window.resize(1200, 800)
    assert panel.geometry().center().x() == pytest.approx(600, abs=1)
