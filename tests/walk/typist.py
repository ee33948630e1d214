"""Somebody who types with ten fingers and never touches the mouse; every key is counted."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.walk.opened import Opened

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Typist:
    """Presses keys in whatever has the keyboard.

    Args:
        opened: the window.
    """

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.letters = 0
        """Keystrokes that are characters of texts and values."""
        self.others = 0
        """All other keystrokes; keys pressed together are one."""
        self.costs: list[float] = []
        """Seconds of the processor's time from each key until the program waits again."""

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as "Tab" or "Ctrl+I"."""
        for one in keys:
            stroke = QKeySequence(one)[0]  # type: ignore[index]  # left out of the stubs
            self.others += 1
            self._send(stroke.key(), stroke.keyboardModifiers(), "")

    def type(self, text: str) -> None:
        """Type the characters of a text."""
        for letter in text:
            self.letters += 1
            # The code of a Cyrillic key is that of its letter, as on a Russian keyboard.
            held = SHIFT if letter.isupper() else NONE
            self._send(Qt.Key(ord(letter.upper())), held, letter)

    def _send(self, key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
        target = QApplication.focusWidget() or self.opened.window
        begun = time.process_time()
        if text:
            QTest.sendKeyEvent(QTest.KeyAction.Click, target, key, text, held)
        else:
            QTest.keyClick(target, key, held)
        QApplication.processEvents()
        self.costs.append(time.process_time() - begun)
