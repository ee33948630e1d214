"""The whole map as a small picture."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas.scene import MapScene

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
    scale = min(width / drawing.width, height / drawing.height)
    size = QSize(
        max(1, round(drawing.width * scale * ratio)), max(1, round(drawing.height * scale * ratio))
    )
    made = QPixmap.fromImage(_image(scene, drawing, size))
    made.setDevicePixelRatio(ratio)
    return made


def png(scene: MapScene, drawing: Drawing, width: int, height: int) -> bytes:
    """A picture of exactly width x height pixels, the map in its middle on canvas colour."""
    image = QImage(width, height, FORMAT)
    image.fill(QColor("#E8ECF0"))
    scale = min(width / drawing.width, height / drawing.height)
    size = QSize(max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale)))
    painter = QPainter(image)
    left, top = (width - size.width()) // 2, (height - size.height()) // 2
    painter.drawImage(left, top, _image(scene, drawing, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    buffer.close()
    return bytes(data.data())


def _image(scene: MapScene, drawing: Drawing, size: QSize) -> QImage:
    image = QImage(size, FORMAT)
    image.fill(QColor(drawing.paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, drawing.width, drawing.height)
    target = QRectF(0, 0, size.width(), size.height())
    scene.render(painter, target, whole, Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.end()
    return image
