"""Scroll bars that lie over the map's margin instead of taking room from it.

Painted rather than widgets: a child of the viewport that stays where it is keeps Qt from moving the
pixels of a scroll, and everything is painted anew.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsView, QScrollBar

from cjm_desktop.ui.canvas.camera import Camera
from cjm_desktop.ui.canvas.scene import MapScene

THICK, AIR = 6.0, 2.0
"""Pixels of a handle, and round it."""
CORNER = 12.0
"""Pixels left free where the two would meet."""
SHORTEST = 32.0
"""Pixels of a handle at least."""
REST, HELD = QColor(138, 150, 163, 200), QColor(102, 114, 129)


class Bars:
    """A pair of handles over a view that stand for its own scroll bars, which are not shown."""

    def __init__(self, view: QGraphicsView, camera: Camera, scene: MapScene) -> None:
        self._view, self._camera, self._scene = view, camera, scene
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.held: QScrollBar | None = None
        """The one in the hand, or under the pointer."""
        self._pictures: dict[bool, tuple[tuple[int, int, int, float], QPixmap]] = {}
        """The handle across, and the one down, as painted last, and what they were made for."""

    def _both(self) -> tuple[QScrollBar, QScrollBar]:
        return self._view.horizontalScrollBar(), self._view.verticalScrollBar()

    def handle(self, bar: QScrollBar) -> QRectF:
        """Where a handle lies, pixels of the viewport; empty where all of the paper is seen."""
        size = self._view.viewport().size()
        span = bar.maximum() - bar.minimum()
        across = bar.orientation() == Qt.Orientation.Horizontal
        if span <= 0 or self._all_seen(across=across):
            return QRectF()
        track = self.track(bar)
        long = max(SHORTEST, track * bar.pageStep() / (span + bar.pageStep()))
        start = AIR + (track - long) * (bar.value() - bar.minimum()) / span
        if across:
            return QRectF(start, size.height() - THICK - AIR, long, THICK)
        return QRectF(size.width() - THICK - AIR, start, THICK, long)

    def _all_seen(self, *, across: bool) -> bool:
        seen, paper = self._camera.seen(), self._scene.paper
        if across:
            return seen.left() <= paper.left() and seen.right() >= paper.right()
        return seen.top() <= paper.top() and seen.bottom() >= paper.bottom()

    def track(self, bar: QScrollBar) -> float:
        """How far a handle can go, its own length included, pixels."""
        size = self._view.viewport().size()
        across = bar.orientation() == Qt.Orientation.Horizontal
        return (size.width() if across else size.height()) - CORNER - 2 * AIR

    def at(self, at: QPointF) -> QScrollBar | None:
        """The bar whose handle is under a point of the viewport."""
        for bar in self._both():
            if self.handle(bar).adjusted(-AIR, -AIR, AIR, AIR).contains(at):
                return bar
        return None

    def hold(self, bar: QScrollBar | None) -> None:
        """Show that a handle is under the pointer, or in the hand."""
        if bar is not self.held:
            self.held = bar
            for area in self.areas():
                self._view.viewport().update(area.toRect())

    def areas(self) -> list[QRectF]:
        """The edges along which the handles move, pixels of the viewport."""
        size, thick = self._view.viewport().size(), THICK + 2 * AIR
        across, down = self._both()
        found = []
        if across.maximum() > across.minimum():
            found.append(QRectF(0, size.height() - thick, size.width(), thick))
        if down.maximum() > down.minimum():
            found.append(QRectF(size.width() - thick, 0, thick, size.height()))
        return found

    def paint(self, painter: QPainter) -> None:
        """Paint the handles, in pixels of the viewport.

        What is high and shines through Qt fills in other threads, and one waits longer for them
        than it takes. So they are pictures, which it copies by itself.
        """
        for bar in self._both():
            handle = self.handle(bar).toRect()
            if not handle.isEmpty():
                colour = HELD if bar is self.held else REST
                painter.drawPixmap(handle.topLeft(), self._picture(handle, colour))

    def _picture(self, handle: QRect, colour: QColor) -> QPixmap:
        key = handle.width(), handle.height(), colour.rgba(), self._view.devicePixelRatioF()
        known = self._pictures.get(handle.width() > handle.height())
        if known is None or known[0] != key:
            known = key, pill(*key)
            self._pictures[handle.width() > handle.height()] = known
        return known[1]


def pill(width: int, height: int, colour: int, ratio: float) -> QPixmap:
    """A picture of a handle.

    Args:
        width, height: pixels.
        colour: with its transparency, as 0xAARRGGBB.
        ratio: device pixels in a pixel.
    """
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(colour))
    painter.drawRoundedRect(QRectF(0, 0, width, height), THICK / 2, THICK / 2)
    painter.end()
    return made
