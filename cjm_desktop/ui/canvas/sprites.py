"""Cells as they were painted last, kept as pictures: painting them again is one copy."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

MOST = 160 * 1024 * 1024
"""Bytes of all pictures together."""
LARGEST = 4_000_000
"""Pixels of one picture; a larger cell is painted every time."""
AIR = 1
"""Pixels round the cell, for where its edge falls between two pixels."""


class Sprite(NamedTuple):
    """A cell at one scale."""

    pixmap: QPixmap
    scale: float
    """Pixels a poster unit."""
    ratio: float
    """Device pixels a pixel."""
    area: QRectF
    """What of the cell it shows, in the cell's coordinates."""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.pixmap.width() * self.pixmap.height() * 4

    def paint(self, painter: QPainter) -> None:
        """Copy it to where the painter stands, on whole pixels where it has that very scale."""
        placed = painter.worldTransform()
        if placed.m11() != self.scale:
            painter.drawPixmap(self.area, self.pixmap, QRectF(self.pixmap.rect()))
            return
        corner = placed.map(self.area.topLeft())
        ratio = self.ratio
        painter.resetTransform()
        snapped = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
        painter.drawPixmap(snapped, self.pixmap)
        painter.setWorldTransform(placed)


def blank(area: QRectF, scale: float, ratio: float) -> Sprite | None:
    """An empty sprite for an area, or None where it would be too large."""
    width = int(area.width() * scale * ratio) + 2 * AIR
    height = int(area.height() * scale * ratio) + 2 * AIR
    if width * height > LARGEST or width < 1 or height < 1:
        return None
    pixmap = QPixmap(width, height)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return Sprite(
        pixmap,
        scale,
        ratio,
        QRectF(area.left(), area.top(), width / ratio / scale, height / ratio / scale),
    )


class Sprites:
    """All sprites of a scene; the least recently shown go first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[object, Sprite] = OrderedDict()
        self.bytes = 0

    def get(self, owner: object) -> Sprite | None:
        """The sprite of a cell, at whatever scale it was painted."""
        found = self._kept.get(owner)
        if found is not None:
            self._kept.move_to_end(owner)
        return found

    def keep(self, owner: object, sprite: Sprite) -> None:
        """Keep a cell's sprite instead of an older one."""
        self.forget(owner)
        self._kept[owner] = sprite
        self.bytes += sprite.size
        while self.bytes > self._most and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self.bytes -= gone.size

    def forget(self, owner: object) -> None:
        """The cell has changed or gone."""
        gone = self._kept.pop(owner, None)
        if gone is not None:
            self.bytes -= gone.size

    def __len__(self) -> int:
        return len(self._kept)
