"""The field that listens for a new key: whatever is pressed in it is told, not done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from cjm_desktop.journey.keyboards import latin

_HELD = frozenset(
    {
        Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown,
    }
)  # fmt: skip


class Capture(QLineEdit):
    """Waits for one key."""

    pressed = Signal(str)
    """The key as Qt writes it in any language, such as "Ctrl+Shift+Z"."""
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._hear(event)
                return True
        return super().event(event)

    def _hear(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _HELD or event.isAutoRepeat():
            return
        if key == Qt.Key.Key_Escape and not event.modifiers():
            self.cancelled.emit()
            return
        text = written(event)
        if text:
            self.pressed.emit(text)


def written(event: QKeyEvent) -> str:
    """A key press as Qt writes it; that of a Cyrillic letter as the Latin one on the same key."""
    key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if 0x400 <= key <= 0x4FF:
        key = ord(latin(chr(key)).upper()[0])
    sign = 0x20 < key < 0x7F and not chr(key).isalnum()
    if sign:
        # Shift is how the sign is written, and which signs need it differs between keyboards.
        held &= ~Qt.KeyboardModifier.ShiftModifier
    sequence = QKeySequence(QKeyCombination(held, Qt.Key(key)))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
