"""A thing in the hand: how it looks at the pointer, and which parts of the window it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from cjm_desktop.ui.tools import brushes

if TYPE_CHECKING:
    from cjm_desktop.layout.pieces import Shape
    from cjm_desktop.ui.canvas.tape import Tape
    from cjm_desktop.ui.canvas.view import Canvas


class Held:
    """One thing of the map that the pointer carries.

    Args:
        canvas: that shows it.
        record_id: of the thing.
        at: the pointer when it was taken, pixels of the viewport.
        number: how many are carried.
        ground: it stands on white paper of its own, with a shadow.
    """

    def __init__(
        self, canvas: Canvas, record_id: str, at: QPointF, number: int = 1, *, ground: bool = True
    ) -> None:
        self._canvas = canvas
        self._number = number
        self._ground = ground
        found = canvas.map_scene.shown(record_id)
        mark = canvas.marks.of(record_id)
        if found is None or mark is None:
            raise KeyError(record_id)
        item, piece = found
        self._shape: Shape = piece.shape
        self._tape: Tape = item.tape(piece)
        self.radius = mark.radius
        corner = canvas.camera.to_view(item.cell.x + piece.x, item.cell.y + piece.y)
        self._grip = at - corner - canvas.sticky.shift(item.cell)

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
        if self._number > 1:
            brushes.lifted(painter, rect.translated(5, 5), self.radius)
            brushes.outlined(painter, rect.translated(5, 5), self.radius)
        if self._ground:
            brushes.lifted(painter, rect, self.radius)
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        for step in self._tape.steps(scale):
            step(painter)
        painter.restore()
        if self._ground:
            brushes.outlined(painter, rect, self.radius)
        if self._number > 1:
            brushes.count(painter, rect.topRight(), self._number)
