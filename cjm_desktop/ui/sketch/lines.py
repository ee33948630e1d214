"""The field the lines of a sketch are typed in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cjm_desktop.exchange.outline import typing
from cjm_desktop.ui import icons
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.sketch.signs import ICONS, Signs, colour

SIDE = 16
"""Of an icon, px."""
MARGIN = 36
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Lines(QPlainTextEdit):
    """A plain text whose keys know what lines are; undoing is left to the window."""

    done = Signal()
    """Ctrl+Enter: the sketch is to close."""
    to_map = Signal()
    """Esc: the keyboard goes to the map."""
    settle = Signal()
    """What was typed is to reach the map now: a command or another place has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._margin = _Margin(self)
        self._signs = Signs(self.document())
        self.setViewportMargins(MARGIN, 8, 8, 8)
        self.updateRequest.connect(self._scrolled)

    def dress(self) -> None:
        """Wear the colours of the window."""
        self._signs.rehighlight()
        self._margin.update()

    @property
    def line(self) -> int:
        """Number of the line the caret stands in, from 1."""
        return self.textCursor().blockNumber() + 1

    def go_to(self, line: int, column: int) -> None:
        """Put the caret into a line, and show it."""
        block = self.document().findBlockByNumber(line - 1)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(column, max(0, block.length() - 1)))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def begin_after_all(self) -> None:
        """Begin a line behind the last one."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        if self.textCursor().block().text():
            self._enter()

    def replace_lines(self, patches: list[typing.Patch]) -> None:
        """Change some lines, the last ones first; the caret stays in its line."""
        here = self.textCursor()
        column = here.positionInBlock()
        kept = self.line - 1
        lines = self.toPlainText().split("\n")
        for patch in patches:
            if patch.last <= kept:
                kept += len(patch.lines) - (patch.last - patch.first)
            elif patch.first <= kept:
                kept = min(kept, patch.first + max(0, len(patch.lines) - 1))
            lines[patch.first : patch.last] = patch.lines
        scrolled = self.verticalScrollBar().value()
        self.setPlainText("\n".join(lines))
        self.go_to(kept + 1, column)
        self.verticalScrollBar().setValue(scrolled)

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
            return key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        return key in _ENTER or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if held & _ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_line(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER and held & _CONTROL:
            self.done.emit()
        elif key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self.to_map.emit()
        elif key == Qt.Key.Key_Tab:
            self._relevel(1)
        elif key == Qt.Key.Key_Backtab:
            self._relevel(-1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab is for levels; F6 and Esc lead out."""
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle.emit()

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

    def _move_line(self, by: int) -> None:
        here = self.textCursor().block()
        other = here.next() if by > 0 else here.previous()
        if not other.isValid():
            return
        column = self.textCursor().positionInBlock()
        upper, lower = (here, other) if by > 0 else (other, here)
        at = here.blockNumber() + by
        cursor = QTextCursor(upper)
        cursor.setPosition(lower.position() + lower.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{lower.text()}\n{upper.text()}")
        self.go_to(at + 1, column)

    # The icons beside the lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), MARGIN, inside.height()))

    def _scrolled(self, _rect: QRect, _dy: int) -> None:
        self._margin.update()

    def paint_margin(self, painter: QPainter) -> None:
        """Draw the icon of each line that is seen."""
        block, colours = self.firstVisibleBlock(), tokens()
        painter.fillRect(self._margin.rect(), QColor(colours.field))
        down = self.contentOffset().y() + self.viewport().y() - self.contentsRect().top()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(0, down)
            if place.top() > self._margin.height():
                return
            kind = typing.kind_of(block.text()) if block.text().strip() else None
            if kind is not None:
                height = self.fontMetrics().height()
                at = place.top() + (height - SIDE) / 2
                rect = QRectF((MARGIN - SIDE) / 2, at, SIDE, SIDE)
                icons.draw(painter, ICONS[kind], colour(kind, colours), rect)
            block = block.next()


class _Margin(QWidget):
    """Lies left of the lines."""

    def __init__(self, lines: Lines) -> None:
        super().__init__(lines)
        self._lines = lines

    def sizeHint(self) -> QSize:
        return QSize(MARGIN, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._lines.paint_margin(painter)
        painter.end()
