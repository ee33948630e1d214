"""Keys on every desktop: one command each, and nothing else in the window listens to them."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from cjm_desktop.ui import registry
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.calling.reasons import why_not
from cjm_desktop.ui.calling.tongue import Tongue
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of

# What Qt's themes give its standard keys (qplatformtheme.cpp) beside the usual ones, by desktop.
STANDARD: dict[str, dict[str, tuple[str, ...]]] = {
    "windows": {
        "undo": ("Ctrl+Z", "Alt+Backspace"), "redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
        "cut": ("Ctrl+X", "Shift+Del"), "copy": ("Ctrl+C", "Ctrl+Ins"),
        "paste": ("Ctrl+V", "Shift+Ins"), "find": ("Ctrl+F",), "find_next": ("F3",),
        "find_previous": ("Shift+F3",), "select_all": ("Ctrl+A",), "save": ("Ctrl+S",),
        "open": ("Ctrl+O",), "new": ("Ctrl+N",), "print": ("Ctrl+P",), "guide": ("F1",),
        "close": ("Ctrl+W",), "full_screen": ("F11",), "delete": ("Del",),
    },
    "gnome": {
        "undo": ("Ctrl+Z",), "redo": ("Ctrl+Shift+Z", "Ctrl+Y"), "save_as": ("Ctrl+Shift+S",),
        "find_next": ("F3",), "quit": ("Ctrl+Q",), "full_screen": ("F11",),
        "settings": ("Ctrl+,",), "zoom_in": ("Ctrl++", "Ctrl+="), "zoom_out": ("Ctrl+-",),
    },
    "kde": {
        "undo": ("Ctrl+Z",), "redo": ("Ctrl+Shift+Z",), "replace": ("Ctrl+R",),
        "save_as": ("Ctrl+Shift+S",), "quit": ("Ctrl+Q",), "find_next": ("F3",),
        "menu_bar": ("Ctrl+M",), "close": ("Ctrl+W",), "zoom_100": ("Ctrl+0",),
    },
    "macos": {
        "undo": ("Ctrl+Z",), "redo": ("Ctrl+Shift+Z",), "save_as": ("Ctrl+Shift+S",),
        "settings": ("Ctrl+,",), "quit": ("Ctrl+Q",), "close": ("Ctrl+W", "Ctrl+F4"),
        "new": ("Ctrl+N",), "open": ("Ctrl+O",), "print": ("Ctrl+P",), "find": ("Ctrl+F",),
        "select_all": ("Ctrl+A",), "zoom_in": ("Ctrl++",), "zoom_out": ("Ctrl+-",),
        "next": ("Ctrl+Tab",), "previous": ("Ctrl+Shift+Tab",),
    },
}  # fmt: skip
OTHERWISE = {"find_next": "Ctrl+G", "find_previous": "Ctrl+Shift+G", "replace": "Ctrl+H"}
"""Second keys on Windows and GNOME that are other commands here: F3 and Ctrl+R find and replace."""


@pytest.fixture
def window(make_desk: MakeDesk, open_map: OpenMap) -> Window:
    return open_map(make_desk())


def test_keys_are_written_as_qt_writes_them() -> None:
    """Else the same key in two ways of writing would pass for two."""
    for command in registry.commands():
        for key in command.keys:
            written = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
            assert written == key, command.id
            assert QKeySequence(key).count() == 1, command.id


@pytest.mark.parametrize("desktop", STANDARD)
def test_a_standard_key_of_any_desktop_does_what_people_know_it_for_or_nothing(
    desktop: str,
) -> None:
    holders = {key: one.id.split(".")[1] for one in registry.commands() for key in one.keys}
    for meaning, keys in STANDARD[desktop].items():
        for key in keys:
            assert holders.get(key, meaning) == meaning, f"{desktop}: {key}"


def test_keys_that_mean_something_else_elsewhere_are_known() -> None:
    """Whoever takes one more such key is to say so here."""
    keys = {key: one.id for one in registry.commands() for key in one.keys}
    held = {meaning: keys.get(key) for meaning, key in OTHERWISE.items()}
    assert held == {
        "find_next": "edit.goto", "find_previous": None, "replace": "map.hypotheses",
    }  # fmt: skip


def test_whatever_is_off_says_why_whatever_is_selected(window: Window) -> None:
    work = work_of(window)
    ids = {one.kind: one.id for one in work.journey}
    kinds = ("stage", "step", "card", "barrier", "opportunity", "feeling", "lane")
    for chosen in ((), *((ids[kind],) for kind in kinds)):
        work.canvas.select(chosen)
        for command in registry.commands():
            if not window.commands[command.id].isEnabled():
                assert why_not(command, has_map=True), (command.id, chosen)


def test_nothing_else_in_the_window_listens_to_a_commands_key(window: Window) -> None:
    held: dict[str, set[str]] = defaultdict(set)
    for action in window.findChildren(QAction):
        for key in action.shortcuts():
            held[key.toString()].add(action.objectName() or action.text())
    for shortcut in window.findChildren(QShortcut):
        for key in shortcut.keys():  # noqa: SIM118 - those of a shortcut, not of a dictionary
            held[key.toString()].add(f"shortcut of {type(shortcut.parent()).__name__}")
    assert {key: names for key, names in held.items() if len(names) > 1} == {}
    assert set(held) >= {key for one in registry.commands() for key in one.keys}


def test_every_command_has_a_menu_a_tooltip_and_both_languages(window: Window) -> None:
    commands, russian = window.commands, Tongue("en")
    listed = {action for menu in window.orders.menus.values() for action in _all(menu)}
    for command in registry.commands():
        action = commands[command.id]
        assert action in listed, command.id
        assert action.toolTip(), command.id
        assert all(key in action.toolTip() for key in commands.keys(command.id)[:1])
        for text in filter(None, (command.text, command.word)):
            assert russian.say("Actions", text) != text, f"{command.id} has no Russian"


def _all(menu: QMenu) -> list[QAction]:
    found = list(menu.actions())
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            found += _all(inside)
    return found


def test_keys_of_the_map_work_there_and_all_others_everywhere(window: Window) -> None:
    for command in registry.commands():
        context = window.commands[command.id].shortcutContext()
        expected = (
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if command.canvas
            else Qt.ShortcutContext.WindowShortcut
        )
        assert context == expected, command.id


def test_commands_are_made_from_the_registry_and_only_from_it(window: Window) -> None:
    assert isinstance(window.commands, Actions)
    assert set(window.commands.by_id) == {one.id for one in registry.commands()}
