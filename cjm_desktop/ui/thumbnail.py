"""A whole map as a small picture for lists of maps: every letter painted, then made small."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas.cells import CellItem
from cjm_desktop.ui.canvas.placed import play
from cjm_desktop.ui.canvas.studio import Studio

WIDTH = 640
"""Of a picture, device pixels: sharp in a card on a screen of double density."""
LARGER = 3
"""How much larger it is painted than it is kept."""


def picture(drawing: Drawing) -> QImage:
    """A drawing as a small picture; takes some 100 ms, so not while someone is typing."""
    scale = LARGER * WIDTH / drawing.width
    height = round(drawing.height * scale)
    image = QImage(LARGER * WIDTH, height, QImage.Format.Format_RGB32)
    image.fill(QColor(drawing.paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    studio = Studio()
    for ground in (True, False):
        for cell in drawing.cells.values():
            painter.translate(cell.x, cell.y)
            play(painter, CellItem(cell, studio, ground=ground).placed(), scale)
            painter.translate(-cell.x, -cell.y)
    painter.end()
    return image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)


def png(drawing: Drawing) -> bytes:
    """The same as a PNG, to be kept in the map's file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stub asks for bytes, the binding for str.
    picture(drawing).save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())
