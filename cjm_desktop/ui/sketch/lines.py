"""The field the lines of a sketch are typed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from cjm_desktop.exchange.outline import completing, typing
from cjm_desktop.journey.values import clean_text
from cjm_desktop.ui.sketch import painting, signs
from cjm_desktop.ui.sketch.offers import Offers
from cjm_desktop.ui.sketch.signs import Signs

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
Offering = Callable[[str, int], "completing.Offer | None"]
"""Names that a line may go on with at a place."""


class Lines(QTextEdit):
    """A plain text whose keys know what lines are; undoing is left to the window."""

    done = Signal()
    """Ctrl+Enter: the sketch is to close."""
    to_map = Signal()
    """Esc: the keyboard goes to the map."""
    settle = Signal()
    """What was typed is to reach the map now: a command or another place has the keyboard."""
    help_asked = Signal()
    """Ctrl+/: what the signs mean."""
    pasted = Signal(QMimeData)
    """Something was pasted or dropped here."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.viewport().setAutoFillBackground(False)
        self.notes: dict[int, str] = {}
        """What is worth telling, by the numbers of lines from 0."""
        self.offering: Offering = lambda _line, _column: None
        self._signs = Signs(self.document(), self.font())
        self._names = Offers(self)
        self._names.taken.connect(self._take_name)
        self._shaping = False
        self.document().contentsChange.connect(self._reshape)
        self.cursorPositionChanged.connect(self._moved)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._names.leave())

    # The text

    @property
    def text(self) -> str:
        """The text as it was typed; Qt's own way makes blanks of no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n")

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setPlainText(text)

    @property
    def line(self) -> int:
        """Number of the line the caret stands in, from 1."""
        return self.textCursor().blockNumber() + 1

    @property
    def line_text(self) -> str:
        """The line the caret stands in."""
        return self.textCursor().block().text()

    @property
    def column(self) -> int:
        """Where in its line the caret stands, in characters from 0."""
        cursor = self.textCursor()
        before = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()]
        return len(before.decode("utf-16-le", "ignore"))

    def dress(self) -> None:
        """Wear the colours and the font of the window."""
        self._signs.font = self.font()
        self._signs.rehighlight()
        self.viewport().update()

    def show_stages(self, colours: Mapping[int, str]) -> None:
        """Let stages have the colours they have on the map.

        Args:
            colours: by the numbers of lines from 0.
        """
        old, self._signs.stages = self._signs.stages, dict(colours)
        for number in {one for one, _ in old.items() ^ colours.items()}:
            block = self.document().findBlockByNumber(number)
            if block.isValid():
                self._signs.rehighlightBlock(block)
        self.viewport().update()

    def stage_colour(self, number: int) -> str:
        """The colour of the stage in a line, from 0; empty: it is not on the map yet."""
        return self._signs.stages.get(number, "")

    def tell(self, notes: Mapping[int, str]) -> None:
        """Say below lines what is worth telling of them."""
        old, self.notes = self.notes, dict(notes)
        for number in {one for one, _ in old.items() ^ notes.items()}:
            block = self.document().findBlockByNumber(number)
            if block.isValid():
                self._shape(block)
        self.setAccessibleDescription(self.notes.get(self.line - 1, ""))
        self.viewport().update()

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
        if self.line_text:
            self._enter()

    def replace_lines(self, patches: list[typing.Patch]) -> None:
        """Change some lines, the last ones first; the caret stays in its line."""
        here = self.textCursor()
        column = here.positionInBlock()
        kept = self.line - 1
        lines = self.text.split("\n")
        for patch in patches:
            if patch.last <= kept:
                kept += len(patch.lines) - (patch.last - patch.first)
            elif patch.first <= kept:
                kept = min(kept, patch.first + max(0, len(patch.lines) - 1))
            lines[patch.first : patch.last] = patch.lines
        scrolled = self.verticalScrollBar().value()
        self.set_text("\n".join(lines))
        self.go_to(kept + 1, column)
        self.verticalScrollBar().setValue(scrolled)

    # Where lines stand

    def _reshape(self, position: int, _removed: int, added: int) -> None:
        if self._shaping:
            return
        block = self.document().findBlock(position)
        while block.isValid() and block.position() <= position + added:
            self._shape(block)
            block = block.next()

    def _shape(self, block: QTextBlock) -> None:
        wanted = signs.shaped(block.text(), noted=block.blockNumber() in self.notes)
        if signs.is_shaped(block.blockFormat(), wanted):
            return
        self._shaping = True
        try:
            QTextCursor(block).setBlockFormat(wanted)
        finally:
            self._shaping = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.under(self)
        super().paintEvent(event)
        painting.over(self)

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
        else:
            super().keyPressEvent(event)
            if event.text().strip() or key == Qt.Key.Key_Backspace:
                self._offer()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab is for levels; F6 and Esc lead out."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._names.leave()
        self.viewport().update()
        self.settle.emit()

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
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, back
        )
        cursor.insertText(name)
        self.setTextCursor(cursor)

    # The clipboard

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.pasted.emit(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        made = QMimeData()
        made.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return made

    def put_in(self, text: str) -> None:
        """Write a text where the caret stands."""
        self.textCursor().insertText(clean_text(text))
        self.ensureCursorVisible()
