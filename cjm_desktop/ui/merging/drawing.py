"""How the rows of a merge are drawn: headings, lines, and two answers side by side."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cjm_desktop.journey.merging.conflicts import SIDES, Side
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.merging.rows import Answer, Index, Line, MergeRows
from cjm_desktop.ui.palette import Tokens, tokens

EDGE: Final = 12
"""Free room at the sides of a row, px."""
_GAP: Final = 10
"""Between two answers, px."""
_PAD: Final = 10
"""Inside an answer, px."""
_MOST_LINES: Final = 4
_SIGN: Final = 16


class MergeDelegate(QStyledItemDelegate):
    """Draws a row of a merge.

    Args:
        view: the list.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def _width(self) -> int:
        return self._view.viewport().width()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model, metrics = index.model(), option.fontMetrics
        line = model.line(index.row()) if isinstance(model, MergeRows) else None
        if line is None or not line.answers:
            return QSize(100, metrics.height() + (18 if line is not None and not line.level else 8))
        boxes = self.boxes(QRect(0, 0, self._width(), 1000), option.font)
        height = max(
            _answer_height(one, box.width(), option.font)
            for one, box in zip(line.answers, boxes, strict=True)
        )
        return QSize(100, boxes[0].y() + height + 10)

    def boxes(self, rect: QRect, font: QFont) -> tuple[QRect, QRect]:
        """Where the two answers of a row stand: ours and theirs.

        Args:
            rect: of the row.
            font: of the list.
        """
        top = rect.y() + QFontMetrics(font).height() + 12
        width = (rect.width() - 2 * EDGE - _GAP) // 2
        height = rect.bottom() - top - 9
        ours = QRect(rect.x() + EDGE, top, width, height)
        return ours, ours.translated(width + _GAP, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        line = model.line(index.row()) if isinstance(model, MergeRows) else None
        if line is None or not isinstance(model, MergeRows):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, rect = tokens(), QRect(option.rect)
        if line.answers:
            self._question(painter, option, line, model.chosen(index.row()))
        else:
            _words(painter, rect, line, option.font, colours)
        focus = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        if option.state & focus == focus and line.level > 1:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 1, -3, -1), 6, 6)
        painter.restore()

    def _question(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line, taken: Side | None
    ) -> None:
        rect, font, colours = QRect(option.rect), option.font, tokens()
        painter.setFont(bold(font))
        painter.setPen(QColor(colours.ink))
        head = rect.adjusted(EDGE, 6, -EDGE, 0)
        shown = plain.elided(line.text, QFontMetrics(bold(font)), head.width())
        painter.drawText(head, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
        boxes = self.boxes(rect, font)
        for side, one, box in zip(SIDES, line.answers, boxes, strict=True):
            _answer(painter, box, one, font, taken=side == taken)


def _words(painter: QPainter, rect: QRect, line: Line, font: QFont, colours: Tokens) -> None:
    """A heading or a plain line."""
    indent = (0, 0, EDGE)[line.level]
    used = bold(sized(font, 1)) if line.level == 0 else bold(font) if line.level == 1 else font
    box = rect.adjusted(EDGE + indent, 0, -EDGE, -4 if line.level == 0 else 0)
    low = Qt.AlignmentFlag.AlignBottom if line.level == 0 else Qt.AlignmentFlag.AlignVCenter
    painter.setFont(used)
    painter.setPen(QColor(colours.ink2 if line.level == 1 else colours.ink))
    shown = plain.elided(line.text, QFontMetrics(used), box.width())
    painter.drawText(box, low | Qt.AlignmentFlag.AlignLeft, shown)


def _said(answer: Answer, width: int, font: QFont) -> list[str]:
    """What an answer says, in lines that have room."""
    return plain.lines(answer.text, QFontMetrics(font), width - 2 * _PAD, _MOST_LINES) or [""]


def _answer_height(answer: Answer, width: int, font: QFont) -> int:
    lines, small = len(_said(answer, width, font)), QFontMetrics(sized(font, -1)).height()
    return 2 * _PAD + (lines + 1) * QFontMetrics(font).height() + small + 6


def _answer(painter: QPainter, box: QRect, answer: Answer, font: QFont, *, taken: bool) -> None:
    """One answer: a sign whether it is taken, whose it is, what it says, when it was said."""
    colours, metrics = tokens(), QFontMetrics(font)
    painter.setBrush(QColor(colours.accent_soft if taken else colours.card))
    edge = QPen(QColor(colours.accent_ink if taken else colours.fline), 2 if taken else 1)
    painter.setPen(edge)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    inner = box.adjusted(_PAD, _PAD, -_PAD, -_PAD)
    sign = QRect(inner.x(), inner.y() + (metrics.height() - _SIGN) // 2, _SIGN, _SIGN)
    if taken:
        icons.icon("circle-check", "accent").paint(painter, sign)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(sign).adjusted(1.5, 1.5, -1.5, -1.5))
    painter.setFont(bold(font))
    painter.setPen(QColor(colours.accent_ink if taken else colours.ink2))
    whose = inner.adjusted(_SIGN + 6, 0, 0, 0)
    painter.drawText(whose, Qt.AlignmentFlag.AlignTop, answer.whose)
    painter.setFont(font)
    painter.setPen(QColor(colours.ink))
    y = inner.y() + metrics.height() + 2
    for said in _said(answer, box.width(), font):
        painter.drawText(QRect(inner.x(), y, inner.width(), metrics.height()), 0, said)
        y += metrics.height()
    small = sized(font, -1)
    painter.setFont(small)
    painter.setPen(QColor(colours.ink2))
    shown = plain.elided(answer.when, QFontMetrics(small), inner.width())
    bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    painter.drawText(inner, bottom, shown)
