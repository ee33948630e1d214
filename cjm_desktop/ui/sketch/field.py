"""The field of a sketch: plain lines that stand where their signs say."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QPaintEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from cjm_desktop.exchange.outline import typing
from cjm_desktop.journey.values import clean_text
from cjm_desktop.ui.sketch import painting, signs
from cjm_desktop.ui.sketch.signs import Signs
from cjm_desktop.ui.spelling.marked import spelled


class Field(QTextEdit):
    """A plain text with what belongs to its lines drawn beside them."""

    pasted = Signal(QMimeData)
    """Something was pasted or dropped here."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        spelled(self)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(0, 6, 0, 8)
        self.notes: dict[int, str] = {}
        """What is worth telling, by the numbers of lines from 0."""
        self._signs = Signs(self.document(), self.font())
        self._shaping = False
        self._unshaped: tuple[int, int] | None = None
        """From where to where the text is new, and its lines may stand otherwise."""
        self.document().contentsChange.connect(self._note_change)
        self.document().contentsChanged.connect(self._reshape)

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
        document = self.document()
        self._shape([document.findBlockByNumber(one) for one in range(document.blockCount())])
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
        numbers = {one for one, _ in old.items() ^ notes.items()}
        blocks = [self.document().findBlockByNumber(number) for number in numbers]
        self._shape([block for block in blocks if block.isValid()])
        self.setAccessibleDescription(self.notes.get(self.line - 1, ""))
        self.viewport().update()

    def go_to(self, line: int, column: int, chosen: int | None = None) -> None:
        """Put the caret into a line, and show it.

        Args:
            chosen: the column from which on the text before the caret is selected.
        """
        block = self.document().findBlockByNumber(line - 1)
        cursor = QTextCursor(block)
        if chosen is not None:
            cursor.setPosition(block.position() + chosen)
        mode = (
            QTextCursor.MoveMode.MoveAnchor if chosen is None else QTextCursor.MoveMode.KeepAnchor
        )
        cursor.setPosition(block.position() + min(column, max(0, block.length() - 1)), mode)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def replace_lines(self, patches: list[typing.Patch]) -> None:
        """Change some lines, the last ones first; the caret stays in its line."""
        column = self.textCursor().positionInBlock()
        kept = self.line - 1
        scrolled = self.verticalScrollBar().value()
        for patch in patches:
            if patch.last <= kept:
                kept += len(patch.lines) - (patch.last - patch.first)
            elif patch.first <= kept:
                kept = min(kept, patch.first + max(0, len(patch.lines) - 1))
            self._patch(patch)
        self.go_to(kept + 1, column)
        self.verticalScrollBar().setValue(scrolled)
        self.ensureCursorVisible()

    def _patch(self, patch: typing.Patch) -> None:
        document, text = self.document(), "\n".join(patch.lines)
        behind = document.findBlockByNumber(patch.last)
        cursor = QTextCursor(document)
        if patch.first == patch.last and behind.isValid():
            cursor.setPosition(behind.position())
            cursor.insertText(f"{text}\n")
            return
        first, last = (document.findBlockByNumber(n) for n in (patch.first, patch.last - 1))
        begin = first.position() if first.isValid() else document.characterCount() - 1
        end = last.position() + last.length() - 1
        if patch.first == patch.last:
            text = f"\n{text}"
        elif not patch.lines and behind.isValid():
            end = behind.position()
        elif not patch.lines:
            begin = max(0, begin - 1)
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    # Where lines stand

    def _note_change(self, position: int, removed: int, added: int) -> None:
        if self._shaping:
            return
        first, last = self._unshaped or (position, position)
        # What stood behind is elsewhere now; a line too many costs nothing.
        last = max(last + added - removed, position + added)
        self._unshaped = min(first, position), last

    def _reshape(self) -> None:
        if self._shaping or self._unshaped is None:
            return
        (first, last), self._unshaped = self._unshaped, None
        blocks = []
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            blocks.append(block)
            block = block.next()
        self._shape(blocks)

    def _shape(self, blocks: list[QTextBlock]) -> None:
        """Let lines stand where their signs say, all at once: each change lays the text out."""
        cursor = QTextCursor(self.document())
        self._shaping = True
        cursor.beginEditBlock()
        try:
            for block in blocks:
                note = self.notes.get(block.blockNumber(), "")
                wanted = signs.shaped(
                    block.text(), len(painting.note_lines(note, self)), self.font()
                )
                if not signs.is_shaped(block.blockFormat(), wanted):
                    cursor.setPosition(block.position())
                    cursor.setBlockFormat(wanted)
        finally:
            cursor.endEditBlock()
            self._shaping = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.under(self)
        super().paintEvent(event)
        painting.over(self)

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

    def put_lines(self, text: str) -> None:
        """Write lines below the one the caret stands in, or instead of it where it is empty."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.removeSelectedText()
        block = cursor.block()
        if block.text().strip() and not typing.is_begun(block.text()):
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertText(f"\n{text}")
        else:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText(text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
