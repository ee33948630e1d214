"""How a cell of the table looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from cjm_desktop.journey.tables import STAGE_ROW, STEP_ROW
from cjm_desktop.journey.tables.lines import Content
from cjm_desktop.layout.theme import DARK, LIGHT
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.tabular.model import TableModel
from cjm_desktop.ui.ways.editor import DOWN, Index, Typing

if TYPE_CHECKING:
    from cjm_desktop.journey.records import Stage

ACROSS, APART = 8, 5
"""Pixels left and right of a text, and between two cards."""
DOT = 10
"""Pixels that the dot before each of several cards takes."""
TALLEST = 420
"""Pixels; what a cell holds beyond it is seen while it is edited."""
FAINT = 90
"""Of 255: the ink of what is not looked for."""
_WRAP = Qt.TextFlag.TextWordWrap


class Cells(Typing):
    """Draws cells and makes their editors.

    Args:
        model: what they show.
        parent: the view.
    """

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._heights: dict[tuple[Content, int], int] = {}

    # Its look

    def forget(self) -> None:
        """Measure anew: the font is another one."""
        self._heights.clear()

    def height(self, content: Content, width: int, font: QFont) -> int:
        """How high a text is in a cell, pixels."""
        key = content, width
        if key not in self._heights:
            metrics = QFontMetrics(font)
            total = 2 * DOWN
            for number, rect in enumerate(self._rects(content, metrics, width)):
                total += rect.height() + (APART if number else 0)
            least = metrics.lineSpacing() + 2 * DOWN
            self._heights[key] = min(TALLEST, max(least, total))
        return self._heights[key]

    def _rects(self, content: Content, metrics: QFontMetrics, width: int) -> list[QRect]:
        several = len(content.lines) > 1
        room = QRect(0, 0, max(20, width - 2 * ACROSS - (DOT if several else 0)), 100_000)
        return [metrics.boundingRect(room, int(_WRAP), one.text or " ") for one in content.lines]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        content = self._model.shown(row, column)
        colours = tokens()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = self._colours(row, column, content)
        painter.fillRect(option.rect, QColor(ground))
        if selected:
            wash = QColor(colours.focus)
            wash.setAlpha(56)
            painter.fillRect(option.rect, wash)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if row in (STAGE_ROW, STEP_ROW) else font.weight())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        self._write(painter, option.rect, content, font)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _colours(self, row: int, column: int, content: Content) -> tuple[str, str]:
        """Ground and ink of a cell."""
        colours, table = tokens(), self._model.table
        if column >= table.width:
            return colours.field, colours.ink3
        if row == STAGE_ROW:
            stages: list[Stage] = list(dict.fromkeys(one.stage for one in table.columns))
            stage = table.columns[column].stage
            theme = DARK if colours.dark else LIGHT
            inks = theme.stage(stages.index(stage), len(stages), stage.colour)
            return inks.fill, inks.on_fill
        if row == STEP_ROW:
            return colours.hover, colours.ink
        return colours.card, colours.ink if content.writes else colours.ink2

    def _write(self, painter: QPainter, rect: QRect, content: Content, font: QFont) -> None:
        several = len(content.lines) > 1
        painter.setClipRect(rect.adjusted(0, 0, -1, -1))
        y = rect.top() + DOWN
        metrics = QFontMetrics(font)
        left = rect.left() + ACROSS + (DOT if several else 0)
        rects = self._rects(content, metrics, rect.width())
        ink, faint = QColor(painter.pen().color()), QColor(painter.pen().color())
        faint.setAlpha(FAINT)
        for line, size in zip(content.lines, rects, strict=True):
            room = QRect(left, y, rect.right() - ACROSS - left + 1, size.height())
            painter.setPen(faint if line.record_id in self._model.dimmed else ink)
            painter.drawText(room, int(_WRAP), line.text)
            if several:
                painter.setBrush(painter.pen().color())
                middle = y + metrics.lineSpacing() // 2
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(QRectF(rect.left() + ACROSS, middle - 1.5, 4, 4))
            y += size.height() + APART

    # Editing

    def begun(self, index: Index) -> str:
        """Of several lines all but one stay; several cards all do: what is typed is one more."""
        content = self._model.content(index.row(), index.column())
        if len(content.lines) < 2:
            return ""
        if content.writes in ("cards", "people"):
            return f"{content.text}\n"
        # A number is typed to take the place of the number one reads first.
        return content.text[len(content.lines[0].text) :]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row, column = index.row(), index.column()
        name = f"{self._model.row_name(row)}, {self._model.column_name(column)}"
        made = self.open(parent, index, name, one_line=row in (STAGE_ROW, STEP_ROW))
        colours = tokens()
        made.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours.card}; color: {colours.ink};"
            f" border: 2px solid {colours.focus}; border-radius: 0;"
            f" padding: {DOWN - 2}px {ACROSS - 2}px; }}"
        )
        return made
