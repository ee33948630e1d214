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
from cjm_desktop.ui.canvas import names
from cjm_desktop.ui.canvas.camera import Camera
from cjm_desktop.ui.canvas.cells import CellItem
from cjm_desktop.ui.canvas.scene import MapScene

AIR = 5.0
"""Paper above the stuck stages and left of the stuck lanes, poster units."""
REACH = 24.0
"""How far the tip of a stage may reach over the next one, poster units."""
SHARE = 0.25
"""Of the window's height and width that the stages and the lanes may cover at most."""
LINE = QColor("#DDE2E8")
DARK_LINE = QColor("#2B323C")


class Strips(NamedTuple):
    """The stuck parts, pixels of the viewport; empty where nothing sticks."""

    stages: QRectF
    lanes: QRectF

    @property
    def left(self) -> float:
        """Pixels covered at the left; beside the map names cover nothing of it."""
        return max(0.0, self.lanes.right()) if self.lanes.left() <= 0 else 0.0

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
        self._known: tuple[Drawing, QRectF, QRectF, Strips] | None = None
        """Where they lie, and with which map, where on the window: each cell asks for it again."""

    def strips(self) -> Strips:
        """Where the stuck parts lie now; to be looked at, not changed."""
        drawing = self.drawing
        if drawing is None or not drawing.columns:
            return Strips(QRectF(), QRectF())
        paper = self._camera.rect_to_view(QRectF(0, 0, drawing.width, drawing.height))
        window = self._camera.window()
        known = self._known
        if known is None or known[0] is not drawing or known[1] != paper or known[2] != window:
            known = self._known = drawing, paper, window, self._strips(drawing, paper, window)
        return known[3]

    def _strips(self, drawing: Drawing, paper: QRectF, window: QRectF) -> Strips:
        scale = self._camera.scale
        stages, lanes = QRectF(), QRectF()
        natural = (drawing.grid_y - drawing.stages_y + AIR) * scale
        height = _shrunk(natural, paper.top() + drawing.grid_y * scale, SHARE * window.height())
        if paper.top() + (drawing.stages_y - AIR) * scale < 0 and paper.bottom() > height:
            left = max(0.0, paper.left())
            stages = QRectF(left, 0, paper.right() - left, height)
        natural = (drawing.grid_x - drawing.label_x + AIR) * scale
        width = _shrunk(natural, paper.left() + drawing.grid_x * scale, SHARE * window.width())
        left = paper.left() + (drawing.label_x - AIR) * scale
        if left < 0 and paper.right() > width:
            # Beside the grid only: the header scrolls as it is.
            top = max(0.0, paper.top() + (drawing.stages_y - AIR) * scale)
            lanes = QRectF(0, top, width, paper.bottom() - top)
        elif left >= 0:
            lanes = self._cut_lane(left, width, max(0.0, stages.bottom()))
        return Strips(stages, lanes)

    def _cut_lane(self, left: float, width: float, top: float) -> QRectF:
        """The place of the name of the lane that the upper edge cuts; empty: it cuts none."""
        for item in self._scene.edge_items("lane"):
            place = self._camera.rect_to_view(_box(item.cell))
            if place.top() < top < place.bottom():
                return QRectF(left, top, width, place.bottom() - top)
        return QRectF()

    def factor(self, kind: str) -> float:
        """How much smaller than on the paper stuck cells of a kind are seen, at most 1."""
        drawing, strips, scale = self.drawing, self.strips(), self._camera.scale
        if drawing is None:
            return 1.0
        if kind == "stage" and not strips.stages.isEmpty():
            natural = (drawing.grid_y - drawing.stages_y + AIR) * scale
            return min(1.0, strips.stages.height() / natural)
        if kind == "lane" and not strips.lanes.isEmpty():
            natural = (drawing.grid_x - drawing.label_x + AIR) * scale
            return min(1.0, strips.lanes.width() / natural)
        return 1.0

    def to_map(self, at: QPointF) -> QPointF:
        """The place on the paper that is seen at a point of the viewport.

        Args:
            at: pixels of the viewport.
        """
        place, strips = self._camera.to_scene(at), self.strips()
        if self.drawing is None:
            return place
        if strips.stages.contains(at):
            scale = self._camera.scale * self.factor("stage")
            place.setY(self.drawing.stages_y - AIR + at.y() / scale)
        elif strips.lanes.contains(at):
            scale = self._camera.scale * self.factor("lane")
            place.setX(self.drawing.label_x - AIR + (at.x() - strips.lanes.left()) / scale)
            for item in self._scene.edge_items("lane"):
                cell = item.cell
                top = self._name_top(cell)
                if top <= at.y() < top + _name_height(cell) * scale:
                    place.setY(cell.y + (at.y() - top) / scale)
        return place

    def seen(self, cell: Cell, rect: QRectF) -> QRectF:
        """Where something in a cell is seen, pixels of the viewport.

        Args:
            cell: stuck or not.
            rect: on the paper.
        """
        drawing, strips, scale = self.drawing, self.strips(), self._camera.scale
        place = self._camera.rect_to_view(rect)
        if drawing is None:
            return place
        if cell.kind == "stage" and not strips.stages.isEmpty():
            factor = self.factor("stage")
            top = (rect.y() - drawing.stages_y + AIR) * scale * factor
            return QRectF(place.x(), top, place.width(), place.height() * factor)
        if cell.kind == "lane" and not strips.lanes.isEmpty():
            factor = self.factor("lane")
            left = strips.lanes.left() + (rect.x() - drawing.label_x + AIR) * scale * factor
            if rect.height() >= cell.h:
                return QRectF(left, place.y(), place.width() * factor, place.height())
            top = self._name_top(cell) + (rect.y() - cell.y) * scale * factor
            return QRectF(left, top, place.width() * factor, place.height() * factor)
        return place

    def _name_top(self, cell: Cell) -> float:
        """Where the name of a lane begins: within what is seen of the lane."""
        scale, lane = self._camera.scale, self._camera.rect_to_view(_box(cell))
        high = _name_height(cell) * scale * self.factor("lane")
        return max(lane.top(), min(self.strips().top, lane.bottom() - high))

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
        scale, factor = self._camera.scale, self.factor(kind)
        first, last = 0, len(items)
        if kind == "stage":
            # There may be hundreds of stages, and a dozen of them is seen.
            corner = self._camera.to_view(0, 0)
            left = (seen.left() - corner.x()) / scale - REACH
            right = (seen.right() - corner.x()) / scale + REACH
            first = bisect_left(items, left, key=lambda item: item.cell.x + item.cell.w)
            last = bisect_right(items, right, key=lambda item: item.cell.x)
        painter.save()
        painter.setClipRect(seen)
        for item in items[first:last]:
            self._cell(painter, item, seen, factor)
        painter.restore()

    def _cell(self, painter: QPainter, item: CellItem, seen: QRectF, factor: float) -> None:
        """Paint one of them, if it is seen at all: as it is, where it only moved."""
        cell, scale, rect = item.cell, self._camera.scale, item.rect()
        place = self._camera.rect_to_view(_box(cell))
        moved = self.seen(cell, _box(cell))
        if cell.kind == "lane" and (factor < 1 or self._name_top(cell) > place.top()):
            if QRectF(seen.x(), place.y(), seen.width(), place.height()).intersects(seen):
                self._lane(painter, item, factor)
            return
        room = QRectF(moved.topLeft() + rect.topLeft() * scale, rect.size() * scale)
        if not room.intersects(seen):
            return
        if factor < 1:
            names.stage(painter, item, moved, (scale, factor), self.strips().left)
        else:
            painter.setWorldTransform(QTransform(scale, 0, 0, scale, moved.x(), moved.y()))
            item.draw(painter)

    def _lane(self, painter: QPainter, item: CellItem, factor: float) -> None:
        """Paint the name of a lane within what is seen of it, and its scale where it is."""
        cell, scale, strip = item.cell, self._camera.scale, self.strips().lanes
        box = _box(cell)
        lane = self._camera.rect_to_view(box)
        name = self.seen(cell, box)
        name.setTop(self._name_top(cell))
        name.setHeight(_name_height(cell) * scale * factor)
        lane.moveRight(strip.right())
        grounds = self._scene.edge_items("ground")
        zebra = next((_zebra(one.cell) for one in grounds if one.cell.y == cell.y), "")
        paper = self.drawing.paper if self.drawing is not None else ""
        names.lane(painter, item, (lane, name), (scale, factor), QColor(zebra or paper))

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


def _shrunk(natural: float, end: float, most: float) -> float:
    """How large a strip is: as on the paper while it scrolls away, until it is small enough.

    Args:
        natural: as large as it is on the paper, px.
        end: where it would end, did it not stick, px.
        most: so large it may stay, px.
    """
    return min(natural, max(most, end))


def _box(cell: Cell) -> QRectF:
    return QRectF(cell.x, cell.y, cell.w, cell.h)


def _name_height(cell: Cell) -> float:
    """Of the name in a lane's cell, poster units."""
    named = [one.shape.h for one in cell.pieces if one.kind == "lane"]
    return max(named, default=cell.h)


def _zebra(cell: Cell) -> str:
    """The colour a band lays over its whole width, if any."""
    for piece in cell.pieces:
        for primitive in piece.shape.primitives:
            if isinstance(primitive, Box) and primitive.w > 0.8 * cell.w:
                return primitive.fill if isinstance(primitive.fill, str) else ""
        break
    return ""
