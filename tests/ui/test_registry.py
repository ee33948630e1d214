"""One list of commands: no key twice, an icon for every name, every one of them wired."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from cjm_desktop import assets
from cjm_desktop.ui import registry


def test_no_two_commands_share_a_key() -> None:
    keys = Counter(QKeySequence(key).toString() for one in registry.commands() for key in one.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys, "a key that Qt cannot read"


def test_standard_keys_with_surprises_are_spelled_out() -> None:
    found = {one.id: one.keys for one in registry.commands()}
    # QKeySequence.Delete holds Ctrl+D on some desktops; Quit and Preferences are empty on others.
    assert found["edit.delete"] == ("Del",)
    assert found["file.quit"] == ("Ctrl+Q",)
    assert found["edit.settings"] == ("Ctrl+,",)
    assert "Ctrl+." not in {key for keys in found.values() for key in keys}


@pytest.mark.parametrize("command", [one for one in registry.commands() if one.icon])
def test_every_icon_is_there(command: registry.Command) -> None:
    assert assets.path("icons", f"{command.icon}.svg").is_file()


def test_bare_letters_work_on_the_map_only() -> None:
    for command in registry.commands():
        for key in command.keys:
            if len(key) == 1 or key in {"Del", "F2"}:
                assert command.canvas, f"{command.id}: {key} would fire while typing"


def test_the_registry_holds_the_keys_of_the_specification() -> None:
    keys = {key: one.id for one in registry.commands() for key in one.keys}
    expected = {
        "Ctrl+N": "file.new", "Ctrl+O": "file.open", "Ctrl+S": "file.save", "Ctrl+Z": "edit.undo",
        "Ctrl+Shift+Z": "edit.redo", "Ctrl+Y": "edit.redo", "Ctrl+P": "file.print",
        "F11": "view.full_screen", "F4": "view.inspector",
        "F1": "help.guide", "Shift+F1": "help.keys",
        "F6": "view.next_region", "Ctrl+0": "view.zoom_100", "Ctrl+1": "view.fit",
        "Ctrl+2": "view.fit_selection", "Ctrl+=": "view.zoom_in", "Ctrl+-": "view.zoom_out",
        "Alt+1": "view.as_is", "Alt+2": "view.to_be", "Alt+3": "view.both",
        "Ctrl+F": "edit.find", "F3": "edit.find_next", "Shift+F3": "edit.find_previous",
        "Ctrl+R": "edit.replace", "Ctrl+M": "view.menu_bar", "Ctrl+Shift+P": "help.commands",
        "V": "tool.select", "T": "tool.touchpoint", "Q": "tool.thought", "E": "tool.feeling",
        "N": "tool.barrier", "O": "tool.opportunity", "S": "tool.stage",
    }  # fmt: skip
    assert {key: keys.get(key) for key in expected} == expected
