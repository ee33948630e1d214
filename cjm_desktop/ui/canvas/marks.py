"""What is chosen and what is under the pointer: rings round things, in pixels of the viewport."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from cjm_desktop.journey.gestures.walk import Place
from cjm_desktop.layout.pieces import Box, Cell, Drawing, Piece
from cjm_desktop.ui.canvas.camera import Camera
from cjm_desktop.ui.canvas.scene import MapScene
from cjm_desktop.ui.canvas.sticky import Sticky

FOCUS = QColor("#2A86C4")
"""4.0:1 against the paper, which is white in the dark interface too."""
HOVER = QColor("#B9C2CC")
OUTSIDE = 4.0
"""Pixels from a thing to the middle of its ring: the ring covers 3 to 5."""
MANY = 100
"""Records from which on the whole window is painted anew for their rings."""
REACH = 8
"""Pixels round a thing that its marks may cover."""


class Mark(NamedTuple):
    """A thing with a ring round it."""

    rect: QRectF
    """Pixels of the viewport."""
    radius: float
    edge: bool
    """It lies in what sticks to the edges."""
    kind: str = ""
    """Of its cell."""


class Marks:
    """Rings of one view."""

    def __init__(self, camera: Camera, scene: MapScene, sticky: Sticky) -> None:
        self._camera, self._scene, self._sticky = camera, scene, sticky
        self.chosen: tuple[str, ...] = ()
        self.hovered = ""
        self.standing: Place | None = None
        """The empty cell the keyboard stands in."""
        self.role = ""
        """The persona whose token the keyboard stands on in a cell of roles."""
        self.token: Callable[[], QRectF | None] = lambda: None
        """Where that token is on the paper."""
        self.unringed: frozenset[str] = frozenset()
        """Records that go without a ring while they are in the hand."""
        self.lifted: frozenset[str] = frozenset()
        """Records, by id, that a gesture shows in another place."""
        self.has_threads: Callable[[tuple[str, ...]], bool] = lambda _: False
        """Whether lines lead from what is chosen all over the map."""

    def choose(self, record_ids: tuple[str, ...], drawing: Drawing) -> None:
        """Put the rings round other records, and lay the chosen of the turned notes straight."""
        self.chosen = record_ids
        self._scene.lift(self.lifted, frozenset(record_ids))
        self.tint(drawing)

    def hide(self, record_ids: frozenset[str]) -> None:
        """Leave records out of the map, because a gesture shows them in another place."""
        self.lifted = record_ids
        self._scene.lift(record_ids, frozenset(self.chosen))

    def tint(self, drawing: Drawing) -> None:
        """Lay the tint under the columns of the chosen stages, from their steps to the end."""
        top = drawing.grid_y
        rects = []
        for record_id in self.chosen:
            columns = [one for one in drawing.columns if one.stage_id == record_id]
            if columns and drawing.lanes:
                last, low = columns[-1], drawing.lanes[-1]
                width = last.x + last.w - columns[0].x
                rects.append(QRectF(columns[0].x, top, width, low.y + low.h - top))
        self._scene.tint(rects)

    def on_paper(self, record_id: str) -> QRectF | None:
        """Where a record lies on the paper, or None when the map does not show it."""
        found = self._scene.shown(record_id)
        return outline(found[0].cell, found[1]) if found else None

    def of(self, record_id: str) -> Mark | None:
        """Where a record's ring goes, or None when the map does not show it."""
        found = self._scene.shown(record_id)
        if found is None:
            return None
        item, piece = found
        cell = item.cell
        scale = self._camera.scale * self._sticky.factor(cell.kind)
        rect = self._sticky.seen(cell, outline(cell, piece))
        edge = cell.kind in ("stage", "lane")
        return Mark(rect, corner(piece) * scale, edge, cell.kind)

    def rect_of(self, record_id: str) -> QRectF | None:
        """Where a record is seen, pixels of the viewport; None: the map does not show it."""
        mark = self.of(record_id)
        return mark.rect if mark is not None else None

    def paint(self, painter: QPainter, drawing: Drawing, *, edge: bool) -> None:
        """Paint the rings.

        Args:
            painter: in pixels of the viewport.
            drawing: what is shown.
            edge: those in what sticks to the edges, else those under it.
        """
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hovered and self.hovered not in self.chosen:
            self._ring(painter, self.of(self.hovered), QPen(HOVER, 1), edge)
        pen = QPen(FOCUS, 2)
        seen = self._camera.seen()
        for record_id in self.chosen:
            if record_id in self.lifted or record_id in self.unringed:
                continue
            if self._may_be_seen(record_id, seen):
                self._ring(painter, self.of(record_id), pen, edge)
        if self.standing is not None and not edge:
            self._stand(painter, drawing)

    def _may_be_seen(self, record_id: str, seen: QRectF) -> bool:
        """A quick look, for when everything is chosen."""
        found = self._scene.shown(record_id)
        if found is None:
            return False
        cell = found[0].cell
        if cell.kind in ("stage", "lane"):
            return True
        air = 60.0
        return (
            cell.x - air < seen.right()
            and cell.y - air < seen.bottom()
            and cell.x + cell.w + air > seen.left()
            and cell.y + cell.h + air > seen.top()
        )

    def areas(self, record_ids: Collection[str]) -> list[QRectF]:
        """What must be painted anew when these records gain or lose a ring."""
        chosen = tuple(record_ids) == self.chosen
        if len(record_ids) > MANY or (chosen and self.has_threads(self.chosen)):
            return [self._camera.window()]
        marks = [self.of(one) for one in record_ids]
        return [mark.rect.adjusted(-REACH, -REACH, REACH, REACH) for mark in marks if mark]

    def _ring(self, painter: QPainter, mark: Mark | None, pen: QPen, edge: bool) -> None:
        if mark is None or mark.edge is not edge:
            return
        painter.save()
        if edge:
            painter.setClipRect(self._free(mark.kind))
        painter.setPen(pen)
        rect = mark.rect.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        radius = mark.radius + OUTSIDE
        painter.drawRoundedRect(rect, radius, radius)
        painter.restore()

    def _free(self, kind: str) -> QRectF:
        """Where the ring of a stage or lane may be: not over what else sticks."""
        strips, window = self._sticky.strips(), self._camera.window()
        if kind == "stage":
            return window.adjusted(strips.left, 0, 0, 0)
        return window.adjusted(0, strips.top, 0, 0)

    def _stand(self, painter: QPainter, drawing: Drawing) -> None:
        rect = self.cell_rect(drawing)
        if rect is None:
            return
        pen = QPen(FOCUS, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QBrush(QColor(42, 134, 196, 12)))
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        token = self.token() if self.role else None
        if token is not None:
            area = self._camera.rect_to_view(token)
            radius = area.height() / 2
            self._ring(painter, Mark(area, radius, edge=False), QPen(FOCUS, 2), edge=False)

    def cell_rect(self, drawing: Drawing) -> QRectF | None:
        """Where the empty cell the keyboard stands in is seen."""
        rect = self.standing and place_rect(drawing, self.standing)
        return self._camera.rect_to_view(rect) if rect else None


def place_rect(drawing: Drawing, place: Place) -> QRectF | None:
    """The rectangle of a cell of the grid on the paper, whether or not anything lies in it."""
    lane_id, stage_id, step_id = place
    cell = drawing.cells.get(f"{lane_id}:{stage_id}:{step_id or ''}")
    if cell is not None:
        return QRectF(cell.x, cell.y, cell.w, cell.h)
    lane = next((one for one in drawing.lanes if one.lane_id == lane_id), None)
    columns = [
        one
        for one in drawing.columns
        if one.stage_id == stage_id and step_id in (None, one.step_id)
    ]
    if lane is None or not columns:
        return None
    left, last = columns[0].x, columns[-1]
    return QRectF(left, lane.y, last.x + last.w - left, lane.h)


def outline(cell: Cell, piece: Piece) -> QRectF:
    """What a ring goes round, on the paper: a stage with its steps, a face without its word."""
    if piece.kind in ("stage", "lane"):
        return QRectF(cell.x, cell.y, cell.w, cell.h)
    corner = cell.x + piece.x, cell.y + piece.y
    if piece.kind == "face":
        for zone in piece.shape.zones:
            if zone.name == "face":
                return QRectF(corner[0] + zone.x, corner[1] + zone.y, zone.w, zone.h)
    return QRectF(*corner, piece.shape.w, piece.shape.h)


def corner(piece: Piece) -> float:
    """The radius of a piece's corners, poster units; Qt makes of too large a one a half circle."""
    if piece.kind == "face":
        return 1000.0
    for primitive in piece.shape.primitives:
        if isinstance(primitive, Box) and primitive.w > piece.shape.w * 0.6:
            return min(primitive.radius, primitive.h / 2)
    return 1.0
