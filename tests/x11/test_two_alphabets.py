"""A keyboard with two alphabets: in either of them every command is given by the same key."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjm_desktop.ui import registry
from tests.x11.screen import PATIENCE, Screen, at_home, until

pytestmark = pytest.mark.x11

HELD = {"Ctrl": 37, "Shift": 50, "Alt": 64}
ROWS = {10: "1234567890-=", 24: "qwertyuiop", 38: "asdfghjkl", 52: "zxcvbnm,."}
PLACES = {sign: first + at for first, row in ROWS.items() for at, sign in enumerate(row)}
"""Where keys lie, by what they write in English."""


def strokes() -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each command that has a key with a letter, digit or sign on it, and the places of its key."""
    for command in registry.commands():
        for key in command.keys:
            *held, last = key.split("+") if not key.endswith("+") else ("+",)
            if last.lower() in PLACES:
                yield command.id, (*(HELD[one] for one in held), PLACES[last.lower()])


@pytest.fixture
def listener(screen: Screen, tmp_path: Path) -> Iterator[Path]:
    """What a window says that hears the keyboard."""
    home = tmp_path / "home"
    environment = {**at_home(home, "ru_RU.UTF-8"), "DISPLAY": screen.name}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    said = tmp_path / "said.txt"
    with said.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.x11.keyboard", tmp_path / "desk"],
            env=environment, stdout=out, stderr=subprocess.STDOUT,
        )  # fmt: skip
    until(lambda: screen.hands("search", "--onlyvisible", "--name", "CJM Desktop"), "a window")
    screen.hands("search", "--onlyvisible", "--name", "CJM Desktop", "windowfocus", "--sync")
    until(lambda: "ready" in said.read_text(), "the window to listen")
    yield said
    process.terminate()
    process.wait(PATIENCE)


def test_in_either_alphabet_each_key_gives_its_command(screen: Screen, listener: Path) -> None:
    wanted = list(strokes())
    assert len(wanted) > 50
    for alphabets, letter in (("ru,us", "а"), ("us,ru", "f")):
        screen.write_with(alphabets)
        before = len(listener.read_text().split())
        screen.press((PLACES["f"],), *(codes for _, codes in wanted))

        def heard(before: int = before) -> list[str]:
            return listener.read_text().split()[before:]

        until(lambda: wanted[-1][0] in heard(), "the last command")
        assert heard() == [letter, *(command_id for command_id, _ in wanted)]
