"""Letters that begin a text: what is chosen, or the empty cell one stands in, is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from cjm_desktop.journey.records import Barrier, Card, Feeling, Lane, Record, Stage, Step

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

TYPED = (Card, Feeling, Stage, Step, Lane)
"""What has a text on the map that letters replace."""
UNWRITTEN = ("time", "participation", "consensus", "divider")
"""Lanes into whose cells nothing is written."""
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier


def text_of(event: QKeyEvent) -> str:
    """What a key writes; nothing where it is a command."""
    held, text = event.modifiers(), event.text()
    # Ctrl and Alt together are the third level of a keyboard.
    commands = held & META or (bool(held & CONTROL) is not bool(held & ALT))
    return "" if commands or not text.isprintable() or text.isspace() else text


class Letters:
    """Begins texts on a canvas.

    Args:
        canvas: whose keyboard.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    @property
    def ready(self) -> bool:
        """Whether letters are text here; else they take up tools."""
        canvas = self._canvas
        if canvas.tool != "select" or canvas.hands.gesture is not None:
            return False
        if canvas.standing is not None:
            lane = canvas.record(canvas.standing[0])
            return isinstance(lane, Lane) and lane.holds not in UNWRITTEN
        return self._chosen() is not None

    def _chosen(self) -> Record | None:
        """The one thing that is chosen, where it has a text."""
        canvas = self._canvas
        record = canvas.record(canvas.selection[0]) if len(canvas.selection) == 1 else None
        return record if isinstance(record, TYPED) else None

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is text here though it is a command of the window elsewhere."""
        return bool(text_of(event)) and self.ready

    def begin(self, event: QKeyEvent) -> bool:
        """Begin a text with a key; False where it writes nothing, or nothing is written here."""
        text = text_of(event)
        return bool(text) and self.ready and self.open(text)

    def open(self, text: str = "") -> bool:
        """Begin a text anew; False where none opened.

        Args:
            text: its first letters.
        """
        canvas, record = self._canvas, self._chosen()
        if record is None:
            canvas.deeds.add_like(text)
        else:
            pinned = isinstance(record, Barrier) and bool(record.on_id)
            series = isinstance(record, Card) and not pinned
            canvas.writing.open(record.id, series=series, typed=text)
        return canvas.writing.editor is not None

    def compose(self, event: QInputMethodEvent) -> None:
        """Begin a text with what an input method writes or is about to write."""
        written = event.commitString() or event.preeditString()
        begun = bool(written.strip()) and self.ready and self.open()
        editor = self._canvas.writing.editor
        if begun and editor is not None:
            QCoreApplication.sendEvent(editor, event)
