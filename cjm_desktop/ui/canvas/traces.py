"""Marks round what was found: an edge and a sign, so that no colour is needed to tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas.camera import Camera
from cjm_desktop.ui.canvas.marks import Mark, Marks
from cjm_desktop.ui.canvas.scene import MapScene

INK, DARK_INK = QColor("#9A5B00"), QColor("#EDB84F")
"""5.2:1 on white paper, 10:1 on dark."""
SIGN = 7.0
"""Radius of the disc with the sign, pixels."""
SMALL = 18.0
"""Things lower than this have no room for a sign, pixels."""
MANY = 300
"""More than so many are painted at once, without signs."""
STICKING = ("stage", "lane")
"""Cells that stick to the edges: what is found there is wherever they are."""


class _Place(NamedTuple):
    """Where something found lies on the paper."""

    left: float
    top: float
    right: float
    bottom: float
    record_id: str
    edge: bool


class Traces:
    """What was found on the map of one view.

    Args:
        marks: know where a record is seen.
    """

    def __init__(self, camera: Camera, scene: MapScene, marks: Marks) -> None:
        self._camera, self._scene, self._marks = camera, scene, marks
        self._wanted: tuple[tuple[str, ...], ...] = ()
        self.current = ""
        """The record with the hit one has gone to."""
        self._known: tuple[Drawing, list[_Place]] | None = None

    def show(self, found: Sequence[tuple[str, ...]], current: str = "") -> bool:
        """Mark other records; False: they are marked already.

        Args:
            found: for each hit the records that may stand for it; the first one shown is marked.
            current: the one that is marked more strongly.
        """
        wanted = tuple(dict.fromkeys(found))
        changed = (wanted, current) != (self._wanted, self.current)
        if wanted != self._wanted:
            self._known = None
        self._wanted, self.current = wanted, current
        return changed

    def marked(self, drawing: Drawing) -> tuple[str, ...]:
        """The records with a mark round them."""
        return tuple(one.record_id for one in self._places(drawing))

    def _places(self, drawing: Drawing) -> list[_Place]:
        known = self._known
        if known is not None and known[0] is drawing:
            return known[1]
        found: dict[str, _Place] = {}
        for several in self._wanted:
            shown = next((one for one in several if self._scene.shown(one)), "")
            rect = self._marks.on_paper(shown) if shown and shown not in found else None
            item = self._scene.shown(shown)
            if rect is not None and item is not None:
                edge = item[0].cell.kind in STICKING
                corners = rect.left(), rect.top(), rect.right(), rect.bottom()
                found[shown] = _Place(*corners, shown, edge)
        self._known = drawing, list(found.values())
        return self._known[1]

    def paint(self, painter: QPainter, drawing: Drawing, *, edge: bool) -> None:
        """Paint the marks.

        Args:
            painter: in pixels of the viewport.
            drawing: what is shown.
            edge: those in what sticks to the edges, else those under it.
        """
        if not self._wanted:
            return
        seen = self._seen(drawing, edge=edge)
        ink = INK if QColor(drawing.paper).lightness() > 128 else DARK_INK
        painter.save()
        if len(seen) > MANY:
            self._paint_far(painter, seen, ink)
            seen = [one for one in seen if one.record_id == self.current]
        window = self._camera.window()
        for one in seen:
            mark = self._marks.of(one.record_id)
            if mark is not None and mark.rect.intersects(window):
                self._mark(painter, mark, ink, strong=one.record_id == self.current)
        painter.restore()

    def _seen(self, drawing: Drawing, *, edge: bool) -> list[_Place]:
        """What may be seen now; what sticks to the edges is seen elsewhere than it lies."""
        places = self._places(drawing)
        if edge:
            return [one for one in places if one.edge]
        seen = self._camera.seen()
        left, top, right, bottom = seen.left(), seen.top(), seen.right(), seen.bottom()
        return [
            one
            for one in places
            if one.left < right
            and one.right > left
            and one.top < bottom
            and one.bottom > top
            and not one.edge
        ]

    def _paint_far(self, painter: QPainter, seen: Sequence[_Place], ink: QColor) -> None:
        """Paint very many at once: plain edges, each pixel once."""
        scale, corner = self._camera.scale, self._camera.to_view(0, 0)
        x, y = corner.x(), corner.y()
        boxes = {
            (
                int(x + one.left * scale),
                int(y + one.top * scale),
                max(3, int((one.right - one.left) * scale)),
                max(3, int((one.bottom - one.top) * scale)),
            )
            for one in seen
        }
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1))
        painter.drawRects([QRect(*box) for box in boxes])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _mark(self, painter: QPainter, mark: Mark, ink: QColor, *, strong: bool) -> None:
        rect, radius = mark.rect.adjusted(-1, -1, 1, 1), mark.radius + 1
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 3 if strong else 2))
        painter.drawRoundedRect(rect, radius, radius)
        if rect.height() >= SMALL:
            _sign(painter, QPointF(rect.right() - 2, rect.top() + 2), ink, strong=strong)


def _sign(painter: QPainter, at: QPointF, ink: QColor, *, strong: bool) -> None:
    """A disc with a looking glass; the one that is gone to is larger."""
    radius = SIGN + 2 if strong else SIGN
    paper = QColor("#FFFFFF") if ink == INK else QColor("#17202B")
    painter.setPen(QPen(paper, 1))
    painter.setBrush(QBrush(ink))
    painter.drawEllipse(at, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(paper, 1.5))
    glass = radius * 0.36
    middle = at - QPointF(radius * 0.14, radius * 0.14)
    painter.drawEllipse(middle, glass, glass)
    grip = middle + QPointF(glass, glass) * 0.75
    painter.drawLine(QLineF(grip, grip + QPointF(1, 1) * radius * 0.32))
