"""The field the lines of a sketch are typed in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCursor,
)

from cjm_desktop.exchange.outline import completing, typing
from cjm_desktop.ui.sketch.field import Field
from cjm_desktop.ui.sketch.offers import Offers
from cjm_desktop.ui.whole import whole

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
Offering = Callable[[str, int], "completing.Offer | None"]
"""Names that a line may go on with at a place."""


class Lines(Field):
    """A plain text whose keys know what lines are; undoing is left to the window."""

    done = Signal()
    """Ctrl+Enter: the sketch is to close."""
    to_map = Signal()
    """Esc: the keyboard goes to the map."""
    settle = Signal()
    """What was typed is to reach the map now: a command or another place has the keyboard."""
    entered = Signal()
    """The keyboard is here now."""
    left = Signal()
    """The keyboard is elsewhere now."""
    help_asked = Signal()
    """Ctrl+/: what the signs mean."""

    def __init__(self) -> None:
        super().__init__()
        self.offering: Offering = lambda _line, _column: None
        self._names = Offers(self)
        self._names.taken.connect(self._take_name)
        self.cursorPositionChanged.connect(self._moved)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._names.leave())

    def begin_after_all(self) -> None:
        """Begin a line behind the last one."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        if self.line_text:
            self._enter()

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.modifiers() & (_CONTROL | _ALT):
                self.settle.emit()
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            ):
                event.ignore()
                return True
            if self._is_own(event):
                event.accept()
                return True
        return super().event(event)

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        if held & _ALT:
            return key in _UP_DOWN
        if held & _CONTROL and key == Qt.Key.Key_Slash:
            return True
        return key in _ENTER or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)

    @whole
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if not held & ~Qt.KeyboardModifier.KeypadModifier and self._names.press(key):
            return
        if held & _ALT and key in _UP_DOWN:
            self._carry(-1 if key == Qt.Key.Key_Up else 1)
        elif held & _CONTROL and key == Qt.Key.Key_Slash:
            self.help_asked.emit()
        elif key in _ENTER and held & _CONTROL:
            self.done.emit()
        elif key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self.to_map.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._relevel(1 if key == Qt.Key.Key_Tab else -1)
        elif not self._sign(event.text()):
            super().keyPressEvent(event)
            if event.text().strip() or key == Qt.Key.Key_Backspace:
                self._offer()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab is for levels; F6 and Esc lead out."""
        return False

    @whole
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        self.entered.emit()

    @whole
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._names.leave()
        self.viewport().update()
        self.settle.emit()
        self.left.emit()

    def _moved(self) -> None:
        self._names.leave()
        self.setAccessibleDescription(self.notes.get(self.line - 1, ""))
        self.viewport().update()

    def _enter(self) -> None:
        """Go on with a line like this one, or step out of one without words."""
        cursor = self.textCursor()
        text = cursor.block().text()
        if typing.is_begun(text):
            self._put(cursor.block(), typing.stepped_out(text))
            return
        self.settle.emit()
        begin = typing.next_line(text) if cursor.positionInBlock() else None
        cursor.insertText(f"\n{begin or ''}")
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _sign(self, typed: str) -> bool:
        """Let a sign that is typed on a line just begun stand in for the sign it has."""
        cursor = self.textCursor()
        if len(typed) != 1 or cursor.hasSelection() or not cursor.atBlockEnd():
            return False
        wanted = typing.signed(cursor.block().text(), typed)
        if wanted is not None:
            self._put(cursor.block(), wanted)
            self._moved()
        return wanted is not None

    def _relevel(self, by: int) -> None:
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        for number in range(first, last + 1):
            block = document.findBlockByNumber(number)
            if block.text().strip() or first == last:
                self._put(block, typing.relevelled(block.text(), by))

    def _put(self, block: QTextBlock, text: str) -> None:
        """Give a line another text; the caret keeps its distance to the end."""
        if text == block.text():
            return
        held = self.textCursor()
        left = len(block.text()) - held.positionInBlock()
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        if held.block() == block and not held.hasSelection():
            self.go_to(block.blockNumber() + 1, max(0, len(text) - left))

    def _carry(self, by: int) -> None:
        """Move the line with all it holds."""
        at, column = self.line - 1, self.textCursor().positionInBlock()
        done = typing.carried(self.text.split("\n"), at, by)
        if done is None:
            return
        document = self.document()
        last = document.findBlockByNumber(done.last - 1)
        cursor = QTextCursor(document.findBlockByNumber(done.first))
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(done.lines))
        self.go_to(done.at + 1, column)

    # Names to go on with

    def _offer(self) -> None:
        if self.hasFocus() and not self.textCursor().hasSelection():
            found = self.offering(self.line_text, self.column)
            if found is not None:
                self._names.offer(found, self.cursorRect())

    def _take_name(self, start: int, name: str) -> None:
        """Write a name instead of its beginning."""
        cursor = self.textCursor()
        back = len(self.line_text[start : self.column].encode("utf-16-le")) // 2
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, back)
        cursor.insertText(name)
        self.setTextCursor(cursor)
