"""The plane of the matrix: its grid and its words, and the cards that are rated, on top of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from cjm_desktop.journey import words
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.improving.opportunity import OpportunityCard
from cjm_desktop.ui.improving.plane import LEVELS, Cell, Measures, Plane, plane
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.stylesheet import NORMAL_FONT, scaled

AXES = ("effect", "effort")
"""Upwards and to the right."""
LEAST = 380
"""The least width, px with the normal interface text."""


class Field(QWidget):
    """The plane: its grid, its words, and the cards that are rated, on top of it."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[OpportunityCard] = []
        self.language = "en"
        """Of the levels' names."""
        self.over: Cell | None = None
        """The cell a card is carried over."""
        self.setMinimumWidth(scaled(LEAST, max(NORMAL_FONT, self.font().pixelSize())))

    @property
    def measures(self) -> Measures:
        """How large the parts are with this font."""
        high = self.fontMetrics().height()
        card = self.cards[0].high() if self.cards else 52
        return Measures(left=high * 5.2, foot=high * 2.9, label=high + 12, card=card)

    def laid(self) -> Plane:
        """Where everything lies now."""
        counts: dict[Cell, int] = {}
        for one in self.cards:
            counts[one.cell] = counts.get(one.cell, 0) + 1
        return plane(counts, self.width(), self._least(), self.measures)

    def _least(self) -> float:
        above = self.parentWidget()
        return float(above.height()) if above is not None else 400.0

    def hold(self, cards: list[OpportunityCard]) -> None:
        """Show these cards."""
        self.cards = cards
        for one in cards:
            if one.parentWidget() is not self:
                one.setParent(self)
            one.show()
        self.place()

    def place(self) -> None:
        """Put every card where it belongs."""
        laid = self.laid()
        if self.minimumHeight() != round(laid.height):
            self.setMinimumHeight(round(laid.height))
        used: dict[Cell, int] = {}
        for one in self.cards:
            at = used.get(one.cell, 0)
            used[one.cell] = at + 1
            box = laid.slots[one.cell][at]
            one.setGeometry(round(box.x), round(box.y), round(box.width), round(box.height))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def quadrant_names(self) -> tuple[str, str, str, str]:
        """What the corners of the plane are called, as `Plane.quadrants` has them."""
        return (
            self.tr("Do first"), self.tr("Plan"), self.tr("If there is time"), self.tr("Leave")
        )  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, laid = QPainter(self), tokens(), self.laid()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(*laid.field)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.bar))
        painter.drawRoundedRect(field, 8, 8)
        first, *_ = laid.quadrants
        painter.setBrush(QColor(colours.accent_soft))
        painter.setOpacity(0.55)
        painter.drawRoundedRect(QRectF(*first), 8, 8)
        painter.setOpacity(1)
        if self.over is not None:
            painter.setBrush(QColor(colours.accent_soft))
            painter.setPen(QPen(QColor(colours.focus), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(*laid.cells[self.over]).adjusted(3, 3, -3, -3), 6, 6)
        self._draw_grid(painter, laid)
        self._draw_names(painter, laid)
        self._draw_axes(painter, laid)

    def _draw_grid(self, painter: QPainter, laid: Plane) -> None:
        colours, field = tokens(), laid.field
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.line), 1, Qt.PenStyle.DashLine))
        for effort in LEVELS[1:]:
            x = laid.cells[1, effort].x
            painter.drawLine(round(x), round(field.y), round(x), round(field.y + field.height))
        for effect in LEVELS[:-1]:
            y = laid.cells[effect, 1].y
            painter.drawLine(round(field.x), round(y), round(field.x + field.width), round(y))
        painter.setPen(QPen(QColor(colours.line2), 1))
        painter.drawRoundedRect(QRectF(*field).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _draw_names(self, painter: QPainter, laid: Plane) -> None:
        align = Qt.AlignmentFlag
        label, field = self.measures.label, QRectF(*laid.field).adjusted(12, 0, -12, 0)
        painter.setFont(bold(self.font()))
        top = QRectF(field.x(), field.y() + 2, field.width(), label)
        low = QRectF(field.x(), field.bottom() - label - 2, field.width(), label)
        places = ((top, align.AlignLeft), (top, align.AlignRight),
                  (low, align.AlignLeft), (low, align.AlignRight))  # fmt: skip
        inks = ("accent_ink", "ink2", "ink2", "ink2")
        for name, (box, side), ink in zip(self.quadrant_names(), places, inks, strict=True):
            painter.setPen(QColor(getattr(tokens(), ink)))
            painter.drawText(box, align.AlignVCenter | side, name)

    def _draw_axes(self, painter: QPainter, laid: Plane) -> None:
        colours, small = tokens(), sized(self.font(), -1)
        high = self.fontMetrics().height()
        middle = Qt.AlignmentFlag.AlignCenter
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setFont(small)
        painter.setPen(QColor(colours.ink2))
        for level in LEVELS:
            effect, effort = (words.say(f"{of}.{level}", self.language) for of in AXES)
            row, column = laid.cells[level, 1], laid.cells[1, level]
            painter.drawText(QRectF(0, row.y, row.x - 10, row.height), right, effect)
            under = QRectF(column.x, laid.field.height + 4, column.width, high)
            painter.drawText(under, middle, effort)
        painter.setFont(bold(small))
        painter.setPen(QColor(colours.ink))
        foot = QRectF(laid.field.x, laid.field.height + high + 6, laid.field.width, high)
        painter.drawText(foot, middle, self.tr("Effort →"))
        painter.save()
        painter.translate(high * 0.5, laid.field.height / 2)
        painter.rotate(-90)
        half = laid.field.height / 2
        painter.drawText(QRectF(-half, -high / 2, 2 * half, high), middle, self.tr("Effect →"))
        painter.restore()
