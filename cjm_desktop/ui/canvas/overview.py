"""The whole map as a small picture."""

from __future__ import annotations

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas.cells import CellItem, Z
from cjm_desktop.ui.canvas.placed import play
from cjm_desktop.ui.canvas.scene import MapScene
from cjm_desktop.ui.canvas.tape import READABLE
from cjm_desktop.ui.canvas.torn import or_torn

MOST_TIMES = 4
"""How much larger than it will be a picture is painted at most."""
FORMAT = QImage.Format.Format_RGB32


def pixmap(
    scene: MapScene, drawing: Drawing, width: int, height: int, ratio: float = 1.0
) -> QPixmap:
    """A picture of the map as large as fits into width x height.

    Args:
        scene: that shows the drawing.
        drawing: gives the size and the colour of the paper.
        width, height: pixels of the widget it is for.
        ratio: device pixels in a pixel.
    """
    scale = min(width / drawing.width, height / drawing.height) * ratio
    made = QPixmap.fromImage(_image(scene, drawing, scale))
    made.setDevicePixelRatio(ratio)
    return made


def png(scene: MapScene, drawing: Drawing, width: int, height: int) -> bytes:
    """A picture of exactly width x height pixels, the map in its middle on canvas colour."""
    image = QImage(width, height, FORMAT)
    image.fill(QColor("#E8ECF0"))
    small = _image(scene, drawing, min(width / drawing.width, height / drawing.height))
    painter = QPainter(image)
    painter.drawImage((width - small.width()) // 2, (height - small.height()) // 2, small)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


def _image(scene: MapScene, drawing: Drawing, scale: float) -> QImage:
    """The map at a small scale: made large and reduced where it is not too much, so that even
    what cannot be read looks like what it is."""
    times = min(MOST_TIMES, math.ceil(READABLE / scale))
    if times <= 1 or scene.is_large():
        return _painted(scene, drawing, scale)
    large = _painted(scene, drawing, scale * times)
    return large.scaled(
        max(1, round(drawing.width * scale)),
        max(1, round(drawing.height * scale)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _painted(scene: MapScene, drawing: Drawing, scale: float) -> QImage:
    """Painted by hand rather than by the scene, whose sprites are for another scale."""
    size = QSize(max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale)))
    image = QImage(size, FORMAT)
    image.fill(QColor(drawing.paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    if scene.is_large():
        _paint_large(painter, scene, scale)
    else:
        for item in scene.all_items():
            _play(painter, item, scale)
    painter.end()
    return image


def _paint_large(painter: QPainter, scene: MapScene, scale: float) -> None:
    items = scene.base_items()
    for item in items:
        if item.level < Z["grid"]:
            _play(painter, item, scale)
    for chunk in scene.far.chunks():
        painter.translate(chunk.area.topLeft())
        with or_torn(painter, QRectF(QPointF(0, 0), chunk.area.size())):
            chunk.paint_patches(painter)
        painter.translate(-chunk.area.topLeft())
    for item in items:
        if item.level > Z["grid"]:
            _play(painter, item, scale)


def _play(painter: QPainter, item: CellItem, scale: float) -> None:
    painter.translate(item.cell.x, item.cell.y)
    with or_torn(painter, item.rect()):
        play(painter, item.placed(), scale)
    painter.translate(-item.cell.x, -item.cell.y)
