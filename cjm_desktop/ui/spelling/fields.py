"""The fields that words are typed in, alike for whoever checks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QPoint, SignalInstance
from PySide6.QtGui import (
    QColor,
    QInputMethodEvent,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from cjm_desktop.ui.palette import contrast, tokens
from cjm_desktop.ui.spelling.marked import SPELLED

MOST_MARKED = 200
"""In one field; whoever pastes a text in another language sees enough."""
NEED = 2.5
"""Contrast from which a red line is seen on its ground."""


class Span(NamedTuple):
    """Where something stands in a field, in Qt's units."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """Behind it."""
        return self.start + self.length


class Paragraph(NamedTuple):
    """One paragraph of a field and where it begins."""

    start: int
    text: str


class Field(Protocol):
    """A field whose wrong words are underlined."""

    @property
    def widget(self) -> QWidget:
        """The field itself."""

    @property
    def typed(self) -> bool:
        """Something was typed into it by hand."""

    @property
    def caret(self) -> int:
        """Where the caret is."""

    @property
    def changed(self) -> tuple[SignalInstance, ...]:
        """Tell that a text or the place of the caret is another one."""

    @property
    def sources(self) -> tuple[QObject, ...]:
        """Whose events ask for a menu."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """What stands in it."""

    def mark(self, spans: Sequence[Span]) -> None:
        """Underline these, and nothing else."""

    def at(self, point: QPoint) -> int:
        """Which letter lies at a point of the field."""

    def replace(self, span: Span, text: str) -> None:
        """Write something else there, as the user would."""

    def menu(self) -> QMenu:
        """Its usual menu."""

    def below_caret(self) -> QPoint:
        """Where a menu asked for by key belongs, on the screen."""


def field_of(widget: QWidget | None) -> Field | None:
    """The field a widget is, if its words are to be checked."""
    if widget is None or not widget.property(SPELLED):
        return None
    if isinstance(widget, QLineEdit):
        return LineField(widget)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return AreaField(widget)
    return None


def units(text: str) -> int:
    """How long a text is for Qt, for whom a letter beyond 65535 is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _underline(widget: QWidget) -> QTextCharFormat:
    palette = widget.palette()
    colour = QColor(tokens().alarm)
    ground = palette.color(QPalette.ColorRole.Base).name()
    if contrast(colour.name(), ground) < NEED:
        colour = palette.color(QPalette.ColorRole.Text)
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    made.setUnderlineColor(colour)
    return made


class AreaField:
    """A field of several lines.

    Its marks are extra selections: formats would count as changes of its text.
    """

    def __init__(self, widget: QTextEdit | QPlainTextEdit) -> None:
        self.widget: QTextEdit | QPlainTextEdit = widget

    @property
    def typed(self) -> bool:
        return self.widget.document().isModified()

    @property
    def caret(self) -> int:
        return self.widget.textCursor().position()

    @property
    def changed(self) -> tuple[SignalInstance, ...]:
        return self.widget.textChanged, self.widget.cursorPositionChanged

    @property
    def sources(self) -> tuple[QObject, ...]:
        return self.widget, self.widget.viewport()

    def paragraphs(self) -> Iterator[Paragraph]:
        block: QTextBlock = self.widget.document().begin()
        while block.isValid():
            yield Paragraph(block.position(), block.text())
            block = block.next()

    def mark(self, spans: Sequence[Span]) -> None:
        look, made = _underline(self.widget), []
        for span in spans[:MOST_MARKED]:
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.widget.document())
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            one.cursor, one.format = cursor, look
            made.append(one)
        self.widget.setExtraSelections(made)

    def at(self, point: QPoint) -> int:
        return self.widget.cursorForPosition(point).position()

    def replace(self, span: Span, text: str) -> None:
        cursor = self.widget.textCursor()
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.widget.setTextCursor(cursor)

    def menu(self) -> QMenu:
        return self.widget.createStandardContextMenu()

    def below_caret(self) -> QPoint:
        return self.widget.viewport().mapToGlobal(self.widget.cursorRect().bottomLeft())


class LineField:
    """A field of one line.

    It has no marks of its own: they come as an input method's, which writes nothing.
    """

    def __init__(self, widget: QLineEdit) -> None:
        self.widget: QLineEdit = widget

    @property
    def typed(self) -> bool:
        return self.widget.isModified()

    @property
    def caret(self) -> int:
        return self.widget.cursorPosition()

    @property
    def changed(self) -> tuple[SignalInstance, ...]:
        return self.widget.textChanged, self.widget.cursorPositionChanged

    @property
    def sources(self) -> tuple[QObject, ...]:
        return (self.widget,)

    def paragraphs(self) -> Iterator[Paragraph]:
        yield Paragraph(0, self.widget.text())

    def mark(self, spans: Sequence[Span]) -> None:
        look, caret = _underline(self.widget), self.widget.cursorPosition()
        kind = QInputMethodEvent.AttributeType.TextFormat
        marks = [
            QInputMethodEvent.Attribute(kind, one.start - caret, one.length, look) for one in spans
        ]
        QCoreApplication.sendEvent(self.widget, QInputMethodEvent("", marks))

    def at(self, point: QPoint) -> int:
        return self.widget.cursorPositionAt(point)

    def replace(self, span: Span, text: str) -> None:
        self.widget.setSelection(span.start, span.length)
        self.widget.insert(text)

    def menu(self) -> QMenu:
        return self.widget.createStandardContextMenu()

    def below_caret(self) -> QPoint:
        return self.widget.mapToGlobal(self.widget.cursorRect().bottomLeft())
