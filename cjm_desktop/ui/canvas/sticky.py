"""What sticks to the edges while the map scrolls: the stages on top, the lanes' names at the left.

Both are paper: painted in the paper's colours over the map, in pixels of the viewport, with a line
where they end. What is under the pointer there is a stage or a lane, wherever the map has gone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTransform

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


class _Zebra(NamedTuple):
    """A lane with a ground of its own, poster units."""

    y: float
    h: float
    colour: str


class _Frame(NamedTuple):
    """What is the same for all that is painted in a frame."""

    scale: float
    """Pixels a poster unit."""
    x: float
    y: float
    """Where the corner of the paper is seen, pixels."""
    strips: Strips
    factor: float
    """How much smaller the cells to be painted are than on the paper."""
    seen: QRectF
    """What must be painted, pixels."""


class Sticky:
    """Paints the stuck parts of a view and says what lies under its points."""

    def __init__(self, camera: Camera, scene: MapScene) -> None:
        self._camera = camera
        self._scene = scene
        self.drawing: Drawing | None = None
        self._known: tuple[Drawing, QRectF, QRectF, Strips] | None = None
        """Where they lie, and with which map, where on the window: each cell asks for it again."""
        self._grounds: tuple[Drawing, tuple[_Zebra, ...]] | None = None

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
        line = LINE if paper.lightness() > 128 else DARK_LINE
        corner, scale = self._camera.to_view(0, 0), self._camera.scale
        frame = _Frame(scale, corner.x(), corner.y(), strips, 1.0, exposed)
        if strips.stages.intersects(exposed):
            painter.fillRect(strips.stages, paper)
            seen = strips.stages & exposed
            self._stages(painter, frame._replace(factor=self.factor("stage"), seen=seen), drawing)
        if strips.lanes.intersects(exposed):
            seen = strips.lanes & exposed
            painter.fillRect(seen, paper)
            self._lanes(painter, frame._replace(factor=self.factor("lane"), seen=seen), drawing)
        corner_of_both = strips.stages & strips.lanes
        if not corner_of_both.isEmpty():
            painter.fillRect(corner_of_both, paper)
        # As rectangles: a smooth line is put together point by point.
        if not strips.stages.isEmpty():
            bottom, room = round(strips.stages.bottom()) - 1, strips.stages & exposed
            painter.fillRect(round(room.left()), bottom, round(room.width()), 1, line)
        if not strips.lanes.isEmpty():
            right, room = round(strips.lanes.right()) - 1, strips.lanes & exposed
            painter.fillRect(right, round(room.top()), 1, round(room.height()), line)

    def _stages(self, painter: QPainter, frame: _Frame, drawing: Drawing) -> None:
        """Paint the stages that are seen; there may be hundreds, and a dozen of them is seen."""
        scale, factor, items = frame.scale, frame.factor, self._scene.edge_items("stage")
        left = (frame.seen.left() - frame.x) / scale - REACH
        right = (frame.seen.right() - frame.x) / scale + REACH
        first = bisect_left(items, left, key=lambda item: item.cell.x + item.cell.w)
        last = bisect_right(items, right, key=lambda item: item.cell.x)
        covered = frame.strips.left
        painter.save()
        painter.setClipRect(frame.seen)
        for item in items[first:last]:
            cell = item.cell
            x = frame.x + cell.x * scale
            y = (cell.y - drawing.stages_y + AIR) * scale * factor
            if factor < 1:
                place = QRectF(x, y, cell.w * scale, cell.h * scale * factor)
                names.stage(painter, item, place, (scale, factor), covered)
            else:
                painter.setWorldTransform(QTransform(scale, 0, 0, scale, x, y))
                item.draw(painter)
        painter.restore()

    def _lanes(self, painter: QPainter, frame: _Frame, drawing: Drawing) -> None:
        """Paint the lanes' names with the zebra of the lanes going on under them."""
        scale, factor, seen = frame.scale, frame.factor, frame.seen
        zebras = self._zebras(drawing)
        for one in zebras:
            ground = QRectF(seen.left(), frame.y + one.y * scale, seen.width(), one.h * scale)
            painter.fillRect(ground & seen, QColor(one.colour))
        left = frame.strips.lanes.left() + (AIR - drawing.label_x) * scale * factor
        top, bottom, covered = seen.top(), seen.bottom(), frame.strips.top
        painter.save()
        painter.setClipRect(seen)
        for item in self._scene.edge_items("lane"):
            cell, rect = item.cell, item.rect()
            y = frame.y + cell.y * scale
            high = max(cell.h, rect.bottom())  # the name goes along as far as its lane is seen
            if y + min(0.0, rect.top()) * scale >= bottom or y + high * scale <= top:
                continue
            if factor < 1 or min(covered, y + (cell.h - _name_height(cell)) * scale) > y:
                colour = next((one.colour for one in zebras if one.y == cell.y), drawing.paper)
                self._lane(painter, item, frame, QColor(colour))
            else:
                x = left + cell.x * scale * factor
                painter.setWorldTransform(QTransform(scale, 0, 0, scale, x, y))
                item.draw(painter)
        painter.restore()

    def _lane(self, painter: QPainter, item: CellItem, frame: _Frame, ground: QColor) -> None:
        """Paint the name of a lane within what is seen of it, and its scale where it is."""
        cell, scale, factor = item.cell, frame.scale, frame.factor
        box = _box(cell)
        lane = self._camera.rect_to_view(box)
        name = self.seen(cell, box)
        name.setTop(self._name_top(cell))
        name.setHeight(_name_height(cell) * scale * factor)
        lane.moveRight(frame.strips.lanes.right())
        names.lane(painter, item, (lane, name), (scale, factor), ground)

    def _zebras(self, drawing: Drawing) -> tuple[_Zebra, ...]:
        """The lanes with grounds of their own."""
        known = self._grounds
        if known is None or known[0] is not drawing:
            cells = [item.cell for item in self._scene.edge_items("ground")]
            found = [_Zebra(one.y, one.h, _zebra(one)) for one in cells]
            known = self._grounds = drawing, tuple(one for one in found if one.colour)
        return known[1]


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
