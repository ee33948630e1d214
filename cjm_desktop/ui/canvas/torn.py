"""What stands where something could not be painted: a box, so that the rest of the map is seen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

INK, GROUND = QColor("#A62B1F"), QColor("#FBE9E7")


def show_torn(painter: QPainter, room: QRectF, error: Exception) -> None:
    """Draw the box and report the error; the next picture reports it no second time.

    Args:
        painter: that was at it.
        room: where it should be.
        error: why it is not.
    """
    pen = QPen(INK, 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(GROUND)
    painter.drawRect(room)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(room.topLeft(), room.bottomRight())
    painter.drawLine(room.topRight(), room.bottomLeft())
    sys.excepthook(type(error), error, error.__traceback__)


@contextmanager
def or_torn(painter: QPainter, room: QRectF) -> Iterator[None]:
    """Paint a part of a picture: where that fails, the box, and the other parts go on.

    Args:
        painter: that stands where it stood before, then.
        room: where the part should be.
    """
    place = painter.worldTransform()
    try:
        yield
    except Exception as error:  # noqa: BLE001 - it is reported
        painter.setWorldTransform(place)
        show_torn(painter, room, error)
