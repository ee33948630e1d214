"""What sticks to the edges while the map scrolls: the stages on top, the lanes' names at the left.

Both are paper: painted in the paper's colours over the map, in pixels of the viewport, with a line
where they end. What is under the pointer there is a stage or a lane, wherever the map has gone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from cjm_desktop.layout.pieces import Box, Cell, Drawing
from cjm_desktop.ui.canvas.camera import Camera
from cjm_desktop.ui.canvas.cells import CellItem
from cjm_desktop.ui.canvas.scene import MapScene

AIR = 5.0
"""Paper above the stuck stages and left of the stuck lanes, poster units."""
REACH = 24.0
"""How far the tip of a stage may reach over the next one, poster units."""
LINE = QColor("#DDE2E8")
DARK_LINE = QColor("#2B323C")


class Strips(NamedTuple):
    """The stuck parts, pixels of the viewport; empty where nothing sticks."""

    stages: QRectF
    lanes: QRectF

    @property
    def left(self) -> float:
        """Pixels covered at the left."""
        return max(0.0, self.lanes.right())

    @property
    def top(self) -> float:
        """Pixels covered at the top."""
        return max(0.0, self.stages.bottom())


class Sticky:
    """Paints the stuck parts of a view and says what lies under its points."""

    def __init__(self, camera: Camera, scene: MapScene) -> None:
        self._camera = camera
        self._scene = scene
        self.drawing: Drawing | None = None

    def strips(self) -> Strips:
        """Where the stuck parts lie now."""
        drawing = self.drawing
        if drawing is None or not drawing.columns:
            return Strips(QRectF(), QRectF())
        paper = self._camera.rect_to_view(QRectF(0, 0, drawing.width, drawing.height))
        scale = self._camera.scale
        stages, lanes = QRectF(), QRectF()
        height = (drawing.grid_y - drawing.stages_y + AIR) * scale
        if paper.top() + (drawing.stages_y - AIR) * scale < 0 and paper.bottom() > height:
            left = max(0.0, paper.left())
            stages = QRectF(left, 0, paper.right() - left, height)
        width = (drawing.grid_x - drawing.label_x + AIR) * scale
        if paper.left() + (drawing.label_x - AIR) * scale < 0 and paper.right() > width:
            # Beside the grid only: the header scrolls as it is.
            top = max(0.0, paper.top() + (drawing.stages_y - AIR) * scale)
            lanes = QRectF(0, top, width, paper.bottom() - top)
        return Strips(stages, lanes)

    def to_map(self, at: QPointF) -> QPointF:
        """The place on the paper that is seen at a point of the viewport.

        Args:
            at: pixels of the viewport.
        """
        place, strips = self._camera.to_scene(at), self.strips()
        if self.drawing is None:
            return place
        if strips.stages.contains(at):
            place.setY(self.drawing.stages_y - AIR + at.y() / self._camera.scale)
        if strips.lanes.contains(at):
            place.setX(self.drawing.label_x - AIR + at.x() / self._camera.scale)
        return place

    def shift(self, cell: Cell) -> QPointF:
        """How far from its place on the paper a cell is seen, pixels of the viewport."""
        drawing, strips, scale = self.drawing, self.strips(), self._camera.scale
        moved = QPointF(0, 0)
        if drawing is None:
            return moved
        corner = self._camera.to_view(0, 0)
        if cell.kind == "stage" and not strips.stages.isEmpty():
            moved.setY(-(corner.y() + (drawing.stages_y - AIR) * scale))
        if cell.kind == "lane" and not strips.lanes.isEmpty():
            moved.setX(-(corner.x() + (drawing.label_x - AIR) * scale))
        return moved

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint what sticks.

        Args:
            painter: in pixels of the viewport.
            exposed: what must be painted, pixels of the viewport.
        """
        strips, drawing = self.strips(), self.drawing
        if drawing is None:
            return
        paper = QColor(drawing.paper)
        line = QPen(LINE if paper.lightness() > 128 else DARK_LINE, 1)
        if strips.stages.intersects(exposed):
            painter.fillRect(strips.stages, paper)
            self._cells(painter, "stage", strips.stages & exposed)
        if strips.lanes.intersects(exposed):
            self._ground(painter, strips.lanes & exposed, paper)
            self._cells(painter, "lane", strips.lanes & exposed)
        corner = strips.stages & strips.lanes
        if not corner.isEmpty():
            painter.fillRect(corner, paper)
        painter.setPen(line)
        if not strips.stages.isEmpty():
            bottom = round(strips.stages.bottom()) - 0.5
            painter.drawLine(QLineF(strips.stages.left(), bottom, strips.stages.right(), bottom))
        if not strips.lanes.isEmpty():
            right = round(strips.lanes.right()) - 0.5
            painter.drawLine(QLineF(right, strips.lanes.top(), right, strips.lanes.bottom()))

    def _cells(self, painter: QPainter, kind: str, seen: QRectF) -> None:
        items = self._scene.edge_items(kind)
        if not items:
            return
        scale, corner = self._camera.scale, self._camera.to_view(0, 0)
        corner += self.shift(items[0].cell)
        first = last = 0
        if kind == "stage":
            # There may be hundreds of stages, and a dozen of them is seen.
            left = (seen.left() - corner.x()) / scale - REACH
            right = (seen.right() - corner.x()) / scale + REACH
            first = bisect_left(items, left, key=lambda item: item.cell.x + item.cell.w)
            last = bisect_right(items, right, key=lambda item: item.cell.x)
        else:
            last = len(items)
        painter.save()
        painter.setClipRect(seen)
        for item in items[first:last]:
            self._cell(painter, item, corner, seen)
        painter.restore()

    def _cell(self, painter: QPainter, item: CellItem, corner: QPointF, seen: QRectF) -> None:
        """Paint one of them, if it is seen at all.

        Args:
            corner: where the corner of the paper would be, were all of it moved with them.
        """
        cell, scale, rect = item.cell, self._camera.scale, item.rect()
        left, top = corner.x() + cell.x * scale, corner.y() + cell.y * scale
        room = QRectF(QPointF(left, top) + rect.topLeft() * scale, rect.size() * scale)
        if room.intersects(seen):
            painter.setWorldTransform(QTransform(scale, 0, 0, scale, left, top))
            item.draw(painter)

    def _ground(self, painter: QPainter, seen: QRectF, paper: QColor) -> None:
        """Paper under the lanes' names, with the zebra of the lanes going on under them."""
        painter.fillRect(seen, paper)
        corner, scale = self._camera.to_view(0, 0), self._camera.scale
        for item in self._scene.edge_items("ground"):
            colour, cell = _zebra(item.cell), item.cell
            if colour:
                top = corner.y() + cell.y * scale
                strip = QRectF(seen.left(), top, seen.width(), cell.h * scale)
                painter.fillRect(strip & seen, QColor(colour))


def _zebra(cell: Cell) -> str:
    """The colour a band lays over its whole width, if any."""
    for piece in cell.pieces:
        for primitive in piece.shape.primitives:
            if isinstance(primitive, Box) and primitive.w > 0.8 * cell.w:
                return primitive.fill if isinstance(primitive.fill, str) else ""
        break
    return ""
