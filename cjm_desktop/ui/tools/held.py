"""A thing in the hand: how it looks at the pointer, and which parts of the window it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from cjm_desktop.ui.canvas.outlines import silhouette
from cjm_desktop.ui.tools import brushes

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas


class Held:
    """One thing of the map that the pointer carries.

    Args:
        canvas: that shows it.
        record_id: of the thing.
        at: the pointer when it was taken, pixels of the viewport.
        number: how many are carried.

    Raises:
        KeyError: the map does not show it.
    """

    def __init__(self, canvas: Canvas, record_id: str, at: QPointF, number: int = 1) -> None:
        found = canvas.map_scene.shown(record_id)
        if found is None:
            raise KeyError(record_id)
        item, piece = found
        self._canvas = canvas
        self._number = number
        self._shape = piece.shape
        self._tape = item.tape(piece)
        self._outline = silhouette(piece.shape)
        left, top = item.cell.x + piece.x, item.cell.y + piece.y
        self._grip = at - canvas.sticky.seen(item.cell, QRectF(left, top, 1, 1)).topLeft()

    def rect(self, at: QPointF) -> QRectF:
        """Where it is, with the pointer at a point of the viewport."""
        scale = self._canvas.camera.scale
        corner = at - self._grip - QPointF(0, brushes.LIFT)
        return QRectF(corner.x(), corner.y(), self._shape.w * scale, self._shape.h * scale)

    def on_paper(self, at: QPointF) -> QPointF:
        """Its top left on the paper, were it put down."""
        return self._canvas.camera.to_scene(at - self._grip)

    def area(self, at: QPointF) -> QRectF:
        """What it covers, shadow and number included."""
        return self.rect(at).adjusted(-16, -16, 16, 20)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it at the pointer, in pixels of the viewport."""
        rect, scale = self.rect(at), self._canvas.camera.scale
        paper = QColor(self._canvas.drawing.paper)
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        if self._number > 1:
            painter.translate(5 / scale, 5 / scale)
            brushes.lifted(painter, self._outline, scale, paper)
            brushes.outlined(painter, self._outline, scale)
            painter.translate(-5 / scale, -5 / scale)
        brushes.lifted(painter, self._outline, scale, paper)
        for step in self._tape.steps(scale):
            step(painter)
        brushes.outlined(painter, self._outline, scale)
        painter.restore()
        if self._number > 1:
            brushes.count(painter, rect.topRight(), self._number)
