"""What gestures add to the picture: lifted things, slots, ghosts, and the pill at the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from cjm_desktop.ui.canvas import fonts

BLUE = QColor("#2A86C4")
SLOT = QColor("#EAF3FA")
GHOST_LINE = QColor("#B9C2CC")
GHOST_INK = QColor("#8D98A6")
WHITE = QColor("#FFFFFF")
SHADOW = QColor("#AEB8C2")
DARK_SLOT, DARK_SHADOW = QColor("#1C3346"), QColor("#080A0D")
"""The same on dark paper."""
HALF = 128
"""Lightness below which paper is dark."""
PILL = QColor("#17202B")
PILL_INK = QColor("#FFFFFF")
ALARM_PILL = QColor("#A62B1F")
LIFT = 3.0
"""Pixels a dragged thing floats above the paper."""
PILL_AT = QPointF(17, 22)
TEXT = 13.0
ROUND = 6.0
HIGH = 28.0
"""Height of the pill."""


def dashed(colour: QColor, width: float = 1.0) -> QPen:
    """A pen for outlines of what is not there yet, or no longer."""
    pen = QPen(colour, width)
    pen.setDashPattern([3, 2.5])
    return pen


def slot(painter: QPainter, rect: QRectF, radius: float, paper: QColor) -> None:
    """Where a thing will lie, on paper of a colour."""
    painter.setPen(dashed(BLUE, 1.5))
    painter.setBrush(SLOT if paper.lightness() > HALF else DARK_SLOT)
    painter.drawRoundedRect(rect, radius, radius)


def aim(painter: QPainter, rect: QRectF) -> None:
    """Where a click would make something; what is there already stays to be seen."""
    painter.setPen(dashed(BLUE, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, ROUND, ROUND)


def frame(painter: QPainter, rect: QRectF, radius: float = ROUND) -> None:
    """Round the cell, stage or card that a thing will belong to."""
    painter.setPen(QPen(BLUE, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def ghost(painter: QPainter, rect: QRectF, radius: float, name: str, paper: QColor) -> None:
    """Where a thing comes from, on paper of a colour."""
    painter.setPen(dashed(GHOST_LINE, 1.2))
    painter.setBrush(paper)
    painter.drawRoundedRect(rect, radius, radius)
    size = min(TEXT, rect.height() * 0.6)
    if size >= 6 and name:
        font = fonts.font("regular", size)
        air = size * 0.8
        room = rect.adjusted(air, 0, -air, 0)
        shown = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(GHOST_INK)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)


def lifted(painter: QPainter, outline: QPainterPath, scale: float, paper: QColor) -> None:
    """The ground of a thing held by the pointer: paper, with a solid second shape below.

    Args:
        painter: where the thing is, in poster units.
        outline: of the thing.
        scale: pixels a poster unit.
        paper: its colour.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(SHADOW if paper.lightness() > HALF else DARK_SHADOW)
    painter.drawPath(outline.translated(0, LIFT / scale))
    painter.setBrush(paper)
    painter.drawPath(outline)


def outlined(painter: QPainter, outline: QPainterPath, scale: float) -> None:
    """The edge of a thing held by the pointer (see `lifted`)."""
    painter.setPen(QPen(BLUE, 1.3 / scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)


def count(painter: QPainter, corner: QPointF, number: int) -> None:
    """How many things are held, in a disc at the corner of the first."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(BLUE)
    painter.drawEllipse(corner, 11, 11)
    painter.setFont(fonts.font("semibold", 12))
    painter.setPen(WHITE)
    box = QRectF(corner.x() - 11, corner.y() - 11, 22, 22)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def plus_rect(at: QPointF) -> QRectF:
    """Where the sign of a copy goes: beside the pointer."""
    return QRectF(at.x() + 13, at.y() - 8, 18, 18)


def plus(painter: QPainter, at: QPointF) -> None:
    """Say beside the pointer that a copy will be made."""
    disc = plus_rect(at).adjusted(1, 1, -1, -1)
    painter.setPen(QPen(WHITE, 1.5))
    painter.setBrush(BLUE)
    painter.drawEllipse(disc)
    middle = disc.center()
    painter.setPen(QPen(WHITE, 2))
    painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0))
    painter.drawLine(middle - QPointF(0, 4), middle + QPointF(0, 4))


def pill_rect(at: QPointF, strong: str, plain: str, room: QRectF) -> QRectF:
    """Where the pill goes: at the pointer, but inside the window."""
    width = 20 + QFontMetricsF(fonts.font("semibold", TEXT)).horizontalAdvance(strong)
    if plain:
        width += 8 + QFontMetricsF(fonts.font("regular", TEXT)).horizontalAdvance(plain)
    rect = QRectF(at + PILL_AT, at + PILL_AT)
    rect.setSize(QRectF(0, 0, width, HIGH).size())
    if rect.right() > room.right() - 4:
        rect.moveRight(room.right() - 4)
    if rect.bottom() > room.bottom() - 4:
        rect.moveBottom(at.y() - 10)
    if rect.left() < 4:
        rect.moveLeft(4)
    return rect


def pill(
    painter: QPainter, at: QPointF, strong: str, plain: str, room: QRectF, *, alarm: bool = False
) -> None:
    """Say at the pointer what would happen.

    Args:
        painter: in pixels of the viewport.
        at: the pointer.
        strong: what matters, in bold.
        plain: what it says besides.
        room: the viewport.
        alarm: it cannot be done.
    """
    rect = pill_rect(at, strong, plain, room)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(ALARM_PILL if alarm else PILL))
    painter.drawRoundedRect(rect, ROUND, ROUND)
    painter.setPen(PILL_INK)
    bold = fonts.font("semibold", TEXT)
    painter.setFont(bold)
    left = rect.adjusted(10, 0, -10, 0)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(left, middle, strong)
    if plain:
        advance = QFontMetricsF(bold).horizontalAdvance(strong) + (8 if strong else 0)
        painter.setFont(fonts.font("regular", TEXT))
        painter.drawText(left.adjusted(advance, 0, 0, 0), middle, plain)
