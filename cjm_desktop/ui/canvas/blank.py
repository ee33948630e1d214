"""What an empty map says: how to begin."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from cjm_desktop.ui.canvas import fonts

INK, INK2 = QColor("#17202B"), QColor("#46525F")
LINE = 24.0
"""Pixels from one line to the next."""


def paint(painter: QPainter, room: QRectF) -> None:
    """Say in the middle of the window how a map begins.

    Args:
        painter: in pixels of the viewport.
        room: where there is paper, pixels.
    """
    middle = Qt.AlignmentFlag.AlignCenter
    top = QRectF(room.left(), room.center().y() - 1.5 * LINE, room.width(), LINE)
    painter.setFont(fonts.font("semibold", 16))
    painter.setPen(INK)
    painter.drawText(top, middle, QCoreApplication.translate("Canvas", "No stages yet"))
    painter.setFont(fonts.font("regular", 13))
    painter.setPen(INK2)
    for number, said in enumerate(
        (
            QCoreApplication.translate("Canvas", "Press Ins for the first stage of the journey"),
            QCoreApplication.translate("Canvas", "or take the Stage tool and click here"),
        ),
        start=1,
    ):
        painter.drawText(top.translated(0, number * LINE), middle, said)
