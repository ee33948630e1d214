"""The look of what lies over a window: a card with a darker lower edge in place of a shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from cjm_desktop.ui.palette import tokens

EDGE = 3
"""Height of the darker lower edge under a panel, px."""


def paint(widget: QWidget, radius: float = 8, edge: float = EDGE) -> None:
    """Paint the ground of something that lies over a window.

    Args:
        widget: whose paint event it is.
        radius: of its corners, px.
        edge: height of the darker lower edge, px.
    """
    colours, painter = tokens(), QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.edge))
    painter.drawRoundedRect(whole, radius, radius)
    painter.setPen(QPen(QColor(colours.line2), 1))
    painter.setBrush(QColor(colours.card))
    painter.drawRoundedRect(whole.adjusted(0, 0, 0, -edge), radius, radius)
