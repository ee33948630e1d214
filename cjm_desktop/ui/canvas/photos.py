"""Stored pictures on the map."""

from __future__ import annotations

from collections.abc import Callable
from operator import methodcaller

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from cjm_desktop.layout.pieces import Photo

LARGEST = 1024
"""Pixels of the longer side kept in memory; a picture on the map is seldom seen larger."""
GREY = "#DDE2E8"
SMOOTH = QPainter.RenderHint.SmoothPixmapTransform


def photo_steps(photo: Photo) -> list[Callable[[QPainter], object]]:
    """The calls that paint a picture, or a grey shape where Qt cannot read it."""
    frame = QRectF(photo.x, photo.y, photo.w, photo.h)
    shape = "drawEllipse" if photo.round else "drawRect"
    image = QImage.fromData(photo.data)
    no_pen = methodcaller("setPen", QPen(Qt.PenStyle.NoPen))
    if image.isNull():
        return [
            no_pen,
            methodcaller("setBrush", QBrush(QColor(GREY))),
            methodcaller(shape, frame),
        ]
    texture = QBrush(_small(image))
    texture.setTransform(_fitted(texture.textureImage(), frame))
    return [
        no_pen,
        methodcaller("setBrush", texture),
        methodcaller("setRenderHint", SMOOTH, True),  # noqa: FBT003 - Qt's own argument
        methodcaller(shape, frame),
        methodcaller("setRenderHint", SMOOTH, False),  # noqa: FBT003 - Qt's own argument
    ]


def _small(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= LARGEST:
        return image
    return image.scaled(
        LARGEST,
        LARGEST,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _fitted(image: QImage, frame: QRectF) -> QTransform:
    """Places the picture so that it covers the frame, its middle in the frame's."""
    scale = max(frame.width() / image.width(), frame.height() / image.height())
    made = QTransform()
    made.translate(
        frame.center().x() - image.width() * scale / 2,
        frame.center().y() - image.height() * scale / 2,
    )
    made.scale(scale, scale)
    return made
