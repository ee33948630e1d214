"""How lines of a sketch look: where they stand, their weights and their colours."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from cjm_desktop.exchange.outline import Kind, feelings, marks, spans, typing
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import Tokens, tokens
from cjm_desktop.ui.stylesheet import NORMAL_FONT, scaled

ICONS: dict[Kind, str] = {
    "stage": "columns-3",
    "step": "column-insert-right",
    "action": "list-check",
    "contact": "message-2",
    "thought": "quote",
    "feeling": "mood-smile",
    "barrier": "alert-triangle",
    "idea": "bulb",
}
"""As on the rail and in the heads of lanes."""
HELD = 1
"""State of a line that stands for something on the map."""
FACE = 20
"""Room for the face of a feeling, px beside normal text."""
DOTS = 64
"""Room for the dots of a barrier at the right, px."""
NOTE = 18
"""Room below a line for each line of what is worth telling of it, px."""
_MADE = QTextFormat.Property.UserProperty
_TEXT, _BELOW = 46, 80
"""Where the words of stages and steps begin, and those of what lies in them, px."""
_HANG = 24
"""From a sign to the words, px."""


class Shape(NamedTuple):
    """Where a line stands."""

    left: int
    above: int
    right: int = 8


_SHAPES: dict[Kind | None, Shape] = {
    "stage": Shape(_TEXT, 20),
    "step": Shape(_TEXT, 11),
    "barrier": Shape(_BELOW, 7, DOTS),
    None: Shape(_TEXT, 7),
}
_CARD = Shape(_BELOW, 7)


def grown(measure: float, font: QFont) -> int:
    """A measure given for the normal text of the window, for a text of another size, px."""
    return scaled(measure, max(NORMAL_FONT, font.pixelSize()))


def shaped(line: str, notes: int, font: QFont) -> QTextBlockFormat:
    """How a line stands in the text; lines that wrap go on below their words.

    Args:
        notes: how many lines what is worth telling of it takes.
        font: of the window.
    """
    kind = typing.kind_of(line) if line.strip() else None
    shape = _SHAPES.get(kind, _CARD)
    made = QTextBlockFormat()
    made.setLeftMargin(grown(shape.left, font))
    made.setTextIndent(-grown(_HANG, font) if kind else 0)
    made.setTopMargin(shape.above)
    made.setRightMargin(grown(shape.right, font))
    made.setBottomMargin(grown(NOTE, font) * notes)
    made.setProperty(_MADE, f"{kind} {notes} {font.pixelSize()}")
    return made


def is_shaped(now: QTextBlockFormat, wanted: QTextBlockFormat) -> bool:
    """Whether a line stands as it should already."""
    return bool(now.property(_MADE) == wanted.property(_MADE))


def colour(kind: Kind, colours: Tokens) -> str:
    """What a kind of line is marked with."""
    if kind == "barrier":
        return colours.alarm
    if kind == "idea":
        return colours.good
    return colours.accent_ink if kind == "contact" else colours.ink3


def value_end(line: str, start: int) -> int:
    """Where the value of a feeling ends, in characters; `start`: it says none."""
    found = feelings.read(line[start:])
    if not found.said:
        return start
    return start + len(line[start:].rstrip()) - len(found.word) if found.word else len(line)


class Signs(QSyntaxHighlighter):
    """Sets the lines of an outline in the weight and colour of what they are.

    Args:
        document: the text.
        font: of the window.
    """

    def __init__(self, document: QTextDocument, font: QFont) -> None:
        super().__init__(document)
        self.font = font
        self.stages: dict[int, str] = {}
        """The colours of stages, by the numbers of their lines from 0."""

    def highlightBlock(self, text: str) -> None:
        kind = typing.kind_of(text) if text.strip() else None
        if kind is None:
            return
        colours, mark = tokens(), marks.read(text)
        words = self._words(kind, colours)
        self.setFormat(0, 2 * len(text), words)
        self._sign(kind, mark, colours)
        if kind in ("stage", "step"):
            self._span(text, mark.start, colours)
        elif kind == "feeling":
            self._value(text, mark.start, words)

    def _sign(self, kind: Kind, mark: marks.Mark, colours: Tokens) -> None:
        """Let a sign take the same room whatever it is, so that the words stand in one column."""
        run = self.currentBlock().text()[: mark.start]
        font = bold(self.font)
        made = QTextCharFormat()
        made.setProperty(QTextFormat.Property.FontPixelSize, self.font.pixelSize())
        made.setFontWeight(QFont.Weight.DemiBold)
        made.setForeground(QColor(colour(kind, colours)))
        self.setFormat(0, len(run), made)
        room = grown(_HANG, self.font) - QFontMetricsF(font).horizontalAdvance(run)
        made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        made.setFontLetterSpacing(max(-4.0, room))
        self.setFormat(len(run) - 1, 1, made)

    def _span(self, text: str, start: int, colours: Tokens) -> None:
        title, span = spans.split(text[start:])
        if span is None or not text[start:].startswith(title):
            return
        made = QTextCharFormat()
        made.setProperty(QTextFormat.Property.FontPixelSize, self.font.pixelSize())
        made.setForeground(QColor(colours.ink2))
        begin = _units(text[: start + len(title)])
        self.setFormat(begin, _units(text) - begin, made)

    def _value(self, text: str, start: int, words: QTextCharFormat) -> None:
        end = value_end(text, start)
        if end == start:
            return
        value = QTextCharFormat(words)
        value.setFontWeight(QFont.Weight.DemiBold)
        begin, length = start, _units(text[start:end].rstrip())
        self.setFormat(begin, length, value)
        room = QTextCharFormat(value)
        room.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        room.setFontLetterSpacing(float(grown(FACE + 4, self.font)))
        self.setFormat(begin + length - 1, 1, room)

    def _words(self, kind: Kind, colours: Tokens) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(QColor(colours.ink))
        size = self.font.pixelSize()
        if kind == "stage":
            number = self.currentBlock().blockNumber()
            made.setForeground(QColor(self.stages.get(number, colours.accent_ink)))
            made.setFontWeight(QFont.Weight.Bold)
            size = sized(self.font, 2).pixelSize()
        elif kind == "step":
            made.setFontWeight(QFont.Weight.DemiBold)
        made.setProperty(QTextFormat.Property.FontPixelSize, size)
        made.setFontItalic(kind == "thought")
        return made


def _units(text: str) -> int:
    """How long Qt takes a text to be: it counts letters beyond the first plane twice."""
    return len(text) + sum(one > "\uffff" for one in text)
