"""The plain editor that lies over a text of the map."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from cjm_desktop.layout.pieces import FontName
from cjm_desktop.ui.canvas import fonts
from cjm_desktop.ui.spelling.marked import spelled

BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
"""How Qt parts the lines of a text."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
EDGE_ACROSS, EDGE_DOWN = 7, 5
"""Pixels that the edge of an editor with one takes on each side."""
PROMPT_INK, AFTER_CURSOR = 165, 3
"""Opacity of what an empty text asks for, of 255, and its distance from the cursor, pixels."""
NEW_LINE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Face(NamedTuple):
    """How a text looks on the map, in pixels of the viewport."""

    rect: QRectF
    font: FontName
    size: float
    leading: float
    ink: str
    ground: str
    apart: bool
    """It is larger than what it lies over: a field of its own, with an edge."""


class Editor(QTextEdit):
    """Plain text only: Enter keeps it, Ctrl+Enter begins a line, Esc gives it up.

    A `QTextEdit` that refuses formats rather than a `QPlainTextEdit`, which cannot set lines as far
    apart as the map does.
    """

    kept = Signal()
    """The user went elsewhere."""
    entered = Signal()
    """Enter was pressed."""
    given_up = Signal()
    tabbed = Signal(int)
    """Tab (1) or Shift+Tab (-1) was pressed."""
    paged = Signal(int)
    """Page down (1) or up (-1) was pressed."""

    def __init__(self, parent: QWidget, text: str, *, one_line: bool, prompt: str = "") -> None:
        super().__init__(parent)
        self._prompt = prompt
        """What an empty text asks for; Qt's own placeholder is one line long."""
        self._prompt_ink = QColor()
        self._one_line = one_line
        self._spacing: float = 0.0
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setCursorWidth(2)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.selectAll()
        spelled(self)

    def text(self) -> str:
        """What stands in it; `toPlainText` would lose no-break spaces."""
        return self.document().toRawText().translate(BREAKS)

    def wear(self, face: Face) -> None:
        """Take the place and the look of a text of the map, growing where it needs more."""
        edge = "border: 2px solid #2A86C4; border-radius: 6px; padding: 3px 5px;"
        plain = "border: none; padding: 0;"
        colours = f"background: {face.ground}; color: {face.ink};"
        self.setStyleSheet(f"QTextEdit {{ {colours} {edge if face.apart else plain} }}")
        palette = self.palette()
        # What is spelt wrong is underlined in a colour that is seen on its ground.
        palette.setColor(QPalette.ColorRole.Base, QColor(_flat(face.ground)))
        palette.setColor(QPalette.ColorRole.Highlight, QColor("#2A86C4"))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#FFFFFF"))
        self.setPalette(palette)
        self._prompt_ink = QColor(face.ink)
        self._prompt_ink.setAlpha(PROMPT_INK)
        self.setFont(fonts.font(face.font, face.size))
        self._space(face.size * face.leading)
        # A little more than the text itself, so that nothing of what is under it looks out.
        rect = face.rect.toAlignedRect().adjusted(0, 0, 2, 1)
        prompted = self._prompted(rect.width())
        if face.apart:
            rect.adjust(-EDGE_ACROSS, -EDGE_DOWN, EDGE_ACROSS, EDGE_DOWN)
        self.setGeometry(rect)
        needed = math.ceil(max(self.document().size().height(), prompted)) + 1
        needed += 2 * EDGE_DOWN if face.apart else 0
        self.setFixedHeight(max(rect.height(), needed))

    def _prompted(self, width: float) -> float:
        """How high the prompt of an empty text is in so many pixels."""
        if not self.asks:
            return 0.0
        room = QRectF(0, 0, width - AFTER_CURSOR, 1e6)
        wrapped = Qt.TextFlag.TextWordWrap
        return QFontMetricsF(self.font()).boundingRect(room, wrapped, self._prompt).height()

    @property
    def asks(self) -> bool:
        """Whether the prompt is shown: nothing has been written yet."""
        return bool(self._prompt) and self.document().isEmpty()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, or what it asks for."""
        super().paintEvent(event)
        if self.asks:
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(self._prompt_ink)
            room = self.viewport().rect().adjusted(AFTER_CURSOR, 0, 0, 0)
            wrapped = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, wrapped, self._prompt)
            painter.end()

    def _space(self, height: float) -> None:
        """Set the lines as far apart as the map does."""
        if height == self._spacing:
            return
        self._spacing = height
        spaced = QTextBlockFormat()
        spaced.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep, give up, go on, or type."""
        if event.key() in ENTER:
            if event.modifiers() & NEW_LINE and not self._one_line:
                self.insertPlainText("\n")
            else:
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.tabbed.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.paged.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab is a key of ours."""
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the text when the user goes elsewhere in the window."""
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self.kept.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu of a text, not the map's."""
        super().contextMenuEvent(event)
        event.accept()


def _flat(ground: str) -> str:
    """One colour for a ground: of a gradient its first."""
    found = re.search("#[0-9A-Fa-f]{6}", ground)
    return found.group() if found else "#FFFFFF"
