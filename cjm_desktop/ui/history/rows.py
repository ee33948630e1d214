"""How a row of the list of steps is drawn: a point on a line of time, the name, when it was."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.history.model import Index, Line, StepModel
from cjm_desktop.ui.palette import Tokens, tokens

_EDGE, _POINT, _WORDS = 14, 22, 38
"""Free room at the sides, where the line of time is, where the words begin, px."""


class StepList(QTableView):
    """A list that does not ask for every row when one is new, as QListView would."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAutoFillBackground(False)


class StepDelegate(QStyledItemDelegate):
    """Draws a step, or the heading of a sitting."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, StepModel):
            return
        line, colours, rect = model.line(index.row()), tokens(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            _texts(painter, rect.adjusted(_EDGE, 4, -_EDGE, 0), line, option.font, colours)
        else:
            state = option.state
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, QColor(colours.accent_soft))
            elif state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, QColor(colours.hover))
            last = index.row() == model.rowCount() - 1
            _point(painter, rect, line, colours, last=last)
            _texts(painter, rect.adjusted(_WORDS, 0, -_EDGE, 0), line, option.font, colours)
            if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(colours.focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(rect).adjusted(3, 2, -3, -2), 4, 4)
        painter.restore()


def row_height(metrics: QFontMetrics) -> int:
    """Of every row, px."""
    return metrics.height() + 14


def _point(painter: QPainter, rect: QRect, line: Line, colours: Tokens, *, last: bool) -> None:
    """Draw the line of time and the step's point: full, hollow if undone, large if it is now."""
    x, middle = rect.x() + _POINT, rect.y() + rect.height() / 2
    painter.setPen(QPen(QColor(colours.line2), 1))
    painter.drawLine(QPointF(x, rect.y()), QPointF(x, middle if last else rect.bottom() + 1))
    ink = QColor(colours.accent_ink if line.now else colours.fline)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(QColor(colours.card) if line.undone else ink)
    radius = 5 if line.now else 3.5
    if line.named:
        radius = 6
        painter.setBrush(QColor(colours.accent_ink))
    painter.drawEllipse(QPointF(x, middle), radius, radius)
    if line.named:
        flag = icons.icon("flag", "on_accent").pixmap(QSize(9, 9))
        painter.drawPixmap(QPointF(x - 4.5, middle - 4.5), flag)


def _texts(painter: QPainter, box: QRect, line: Line, font: QFont, colours: Tokens) -> None:
    small, middle = sized(font, -1), Qt.AlignmentFlag.AlignVCenter
    painter.setFont(small)
    painter.setPen(QColor(colours.ink3))
    painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, line.aside)
    room = box.width() - painter.fontMetrics().horizontalAdvance(line.aside) - 12
    painter.setFont(
        bold(small if line.heading else font) if line.heading or line.now or line.named else font
    )
    ink = colours.ink2 if line.heading else colours.ink3 if line.undone else colours.ink
    painter.setPen(QColor(ink))
    shown = plain.elided(line.text, painter.fontMetrics(), room)
    painter.drawText(QRect(box.x(), box.y(), room, box.height()), middle, shown)
    used = painter.fontMetrics().horizontalAdvance(shown) + 8
    if line.step and used < room:
        painter.setFont(small)
        painter.setPen(QColor(colours.ink2))
        rest = QRect(box.x() + used, box.y(), room - used, box.height())
        said = plain.elided(line.step, painter.fontMetrics(), rest.width())
        painter.drawText(rest, middle, said)
