"""What is drawn with the lines of a sketch: the line one is in, colours of stages, faces, dots."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from cjm_desktop.exchange.outline import feelings, marks, typing
from cjm_desktop.layout.faces import face
from cjm_desktop.layout.pieces import Disc, Line, Path
from cjm_desktop.layout.theme import LIGHT
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.canvas.outlines import painter_path
from cjm_desktop.ui.canvas.tape import brush, pen
from cjm_desktop.ui.controls import sized
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.sketch import signs

_BAR = 4
_DOT, _APART, _DOTS_RIGHT = 7.0, 11.0, 22.0
_FACE = 18
_NOTE_LEFT = 80


class Lines(Protocol):
    """The field that is drawn."""

    notes: dict[int, str]

    def stage_colour(self, number: int) -> str: ...
    def document(self) -> QTextDocument: ...
    def viewport(self) -> QWidget: ...
    def verticalScrollBar(self) -> QScrollBar: ...
    def cursorForPosition(self, pos: QPoint, /) -> QTextCursor: ...
    def textCursor(self) -> QTextCursor: ...
    def hasFocus(self) -> bool: ...
    def font(self) -> QFont: ...
    def fontMetrics(self) -> QFontMetrics: ...
    def devicePixelRatioF(self) -> float: ...


class Seen(NamedTuple):
    """A line that is seen, and where its words are, px of the viewport."""

    block: QTextBlock
    text: str
    place: QRectF
    origin: QPointF
    """What its letters are counted from."""

    def caret(self, column: int) -> QPointF:
        """The top of where a letter begins."""
        layout = self.block.layout()
        line = layout.lineForTextPosition(column)
        across: Any = line.cursorToX(column)
        across = across[0] if isinstance(across, tuple) else across  # Qt's stubs say: an object
        return self.origin + QPointF(across, line.y())

    @property
    def first(self) -> QRectF:
        """Where its first line is, where it wraps."""
        line = self.block.layout().lineAt(0)
        return QRectF(self.place.left(), self.place.top(), self.place.width(), line.height())


def under(lines: Lines) -> None:
    """Draw what lies below the words."""
    painter, colours = QPainter(lines.viewport()), tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    here, wide = lines.textCursor().blockNumber(), lines.viewport().width()
    for one in _seen(lines):
        number = one.block.blockNumber()
        if number == here:
            row = QRectF(4, one.place.top() - 4, wide - 12, one.place.height() + 7)
            painter.setBrush(QColor(colours.accent_soft if lines.hasFocus() else colours.hover))
            painter.drawRoundedRect(row, 4, 4)
        stage = lines.stage_colour(number)
        if stage and typing.kind_of(one.text) == "stage":
            first = one.first
            painter.setBrush(QColor(stage))
            painter.drawRoundedRect(QRectF(8, first.top() - 1, _BAR, first.height() + 2), 2, 2)
    painter.end()


def over(lines: Lines) -> None:
    """Draw what stands beside and below the words."""
    painter = QPainter(lines.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in _seen(lines):
        kind = typing.kind_of(one.text) if one.text.strip() else None
        if kind == "barrier":
            _dots(painter, one, lines)
        elif kind == "feeling":
            _face(painter, one, lines)
        note = lines.notes.get(one.block.blockNumber())
        if note:
            _note(painter, one, note, lines)
    painter.end()


def _seen(lines: Lines) -> Iterator[Seen]:
    layout = lines.document().documentLayout()
    down = -lines.verticalScrollBar().value()
    block = lines.cursorForPosition(lines.viewport().rect().topLeft()).block()
    previous = block.previous()
    block = previous if previous.isValid() else block
    while block.isValid():
        layout.blockBoundingRect(block)  # lays out what was not seen yet
        own = block.layout()
        origin = own.position() + QPointF(0, down)
        place = own.boundingRect().translated(origin)
        if place.top() > lines.viewport().height():
            return
        if own.lineCount():
            yield Seen(block, block.text(), place, origin)
        block = block.next()


def _dots(painter: QPainter, one: Seen, lines: Lines) -> None:
    wide, font = lines.viewport().width(), lines.font()
    dot, apart, right = (signs.grown(each, font) for each in (_DOT, _APART, _DOTS_RIGHT))
    severity = min(3, len(marks.read(one.text).sign))
    ink = QColor(tokens().ink)
    middle = one.first.center().y()
    for number in range(3):
        centre = QPointF(wide - right - (2 - number) * apart, middle)
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(ink if number < severity else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, dot / 2, dot / 2)


def _face(painter: QPainter, one: Seen, lines: Lines) -> None:
    start = marks.read(one.text).start
    end = signs.value_end(one.text, start)
    if end == start:
        return
    end = start + len(one.text[start:end].rstrip())
    value = feelings.read(one.text[start:]).value
    at = one.caret(end)
    height = lines.fontMetrics().height()
    side = signs.grown(_FACE, lines.font())
    picture = _picture(round(value, 1), side, lines.devicePixelRatioF())
    left = at.x() - signs.grown(signs.FACE, lines.font())
    painter.drawPixmap(QPointF(left, at.y() + (height - side) / 2), picture)


def note_lines(note: str, lines: Lines) -> list[str]:
    """What is told below a line, in as many lines as it takes, two at most."""
    if not note:
        return []
    metrics = QFontMetrics(sized(lines.font(), -1))
    left = signs.grown(_NOTE_LEFT, lines.font())
    return plain.lines(note, metrics, lines.viewport().width() - left - 32, 2)


def _note(painter: QPainter, one: Seen, note: str, lines: Lines) -> None:
    colours = tokens()
    painter.setFont(sized(lines.font(), -1))
    painter.setPen(QColor(colours.warn))
    top = one.place.bottom() + 1
    left, high, side = (signs.grown(each, lines.font()) for each in (_NOTE_LEFT, signs.NOTE, 14))
    icon = QRectF(left, top + (high - side) / 2, side, side)
    icons.draw(painter, "alert-triangle", colours.warn, icon)
    wide = lines.viewport().width() - left - side - 6
    for number, said in enumerate(note_lines(note, lines)):
        room = QRectF(left + side + 6, top + number * high, wide, high)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)


@lru_cache(maxsize=64)
def _picture(value: float, size: int, ratio: float) -> QPixmap:
    """The face of a value, as on the map."""
    side = round(size * ratio)
    made = icons.blank(side)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = side / 2 - 0.5
    for piece in face(side / 2, side / 2, radius, value, LIGHT):
        if isinstance(piece, Disc):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush(piece.fill))
            painter.drawEllipse(QPointF(piece.cx, piece.cy), piece.r, piece.r)
        elif isinstance(piece, Line):
            painter.setPen(pen(piece.line, piece.width, rounded=True))
            painter.drawLine(QLineF(piece.x0, piece.y0, piece.x1, piece.y1))
        elif isinstance(piece, Path):
            painter.setPen(pen(piece.line, piece.width, rounded=True))
            painter.setBrush(brush(piece.fill))
            painter.drawPath(painter_path(piece))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
