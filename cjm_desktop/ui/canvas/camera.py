"""What part of the map is seen, and how large."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QNativeGestureEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QGraphicsView, QPinchGesture

FULL = 1.9
"""Pixels a poster unit at 100 %: body text is 15 pixels."""
SMALLEST, LARGEST = 0.04, 6.0
"""Limits of the zoom."""
WHEEL_STEP = 120
"""What a notch of a wheel reports."""
NOTCH = 1.2
"""What a notch of a wheel zooms by."""
STEPS = (
    0.05,
    0.1,
    0.15,
    0.25,
    0.33,
    0.5,
    0.67,
    0.75,
    0.81,
    0.9,
    1.0,
    1.25,
    1.5,
    2.0,
    3.0,
    4.0,
    6.0,
)
"""Zooms that the keys step through."""
AIR = 16
"""Pixels left free round what is fitted."""
MARGIN = 40.0
"""Canvas round the paper that can be scrolled to, poster units."""


class Camera:
    """Zooms and scrolls a view.

    Args:
        view: whose transform and scroll bars it moves.
        zoomed: told of every new zoom.
    """

    def __init__(self, view: QGraphicsView, zoomed: Callable[[float], None]) -> None:
        self._view = view
        self._zoomed = zoomed
        self._scale = FULL
        self.leaps = False
        """It is about to show something else as a whole, and says so when it is done."""
        self.paper = QRectF()
        view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        view.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        view.setTransform(QTransform.fromScale(FULL, FULL))

    @property
    def scale(self) -> float:
        """Pixels a poster unit."""
        return self._scale

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self._scale / FULL

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom so that what is under a point stays there, unless the paper would get out of sight.

        Args:
            zoom: 1.0 is 100 %; kept within its limits.
            at: in the viewport, pixels; None: its middle.
        """
        zoom = min(max(zoom, SMALLEST), LARGEST)
        if zoom == self.zoom:
            return
        at = at or self.window().center()
        place, mode = self.to_scene(at), self._view.viewportUpdateMode()
        # All is painted anew: moving pixels about before, as Qt does with each scroll, is in vain.
        self.leaps = True
        self._view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self._set_scale(zoom * FULL)
        self._look(self._kept_near(place - at / self._scale))
        self._view.setViewportUpdateMode(mode)
        self.leaps = False
        self._zoomed(self.zoom)

    def _set_scale(self, scale: float) -> None:
        self._scale = scale
        self._view.setTransform(QTransform.fromScale(scale, scale))

    def hold(self, corner: QPointF | None = None) -> None:
        """Keep on the screen what is there, whatever has become of the paper or of the window.

        Qt lays a scene that fits into the window in its middle, and anew with every change of its
        size: things would move under the hand. So the scene always reaches as far as one sees.

        Args:
            corner: what place on the paper is to be at the top left; None: the one that is there.
        """
        self._look(corner if corner is not None else self.seen().topLeft())

    def _look(self, corner: QPointF) -> None:
        """Show the paper from a place on."""
        size, pixel = self._view.viewport().size(), 1 / self._scale
        seen = QRectF(corner.x(), corner.y(), size.width() * pixel, size.height() * pixel)
        reach = seen.adjusted(-pixel, -pixel, pixel, pixel).united(self._room())
        if reach != self._view.sceneRect():
            self._view.setSceneRect(reach)
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(round(corner.x() * self._scale))
        down.setValue(round(corner.y() * self._scale))

    def _room(self) -> QRectF:
        """What one can scroll to: the paper and some canvas round it."""
        return self.paper.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)

    def _kept_near(self, corner: QPointF) -> QPointF:
        """The nearest place to look from at which as much of the paper is seen as can be."""
        size, room = self._view.viewport().size(), self._room()
        wide, high = size.width() / self._scale, size.height() / self._scale
        return QPointF(
            _within(corner.x(), room.left(), room.right() - wide),
            _within(corner.y(), room.top(), room.bottom() - high),
        )

    def step(self, up: bool, at: QPointF | None = None) -> None:
        """Zoom to the next of the usual steps, at a point as `set_zoom` does."""
        now = self.zoom
        if up:
            self.set_zoom(next((one for one in STEPS if one > now * 1.01), LARGEST), at)
        else:
            self.set_zoom(next((one for one in reversed(STEPS) if one < now / 1.01), SMALLEST), at)

    def scroll(self, dx: float, dy: float) -> None:
        """Move what is seen by pixels: to the right, downwards."""
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() + round(dx))
        down.setValue(down.value() + round(dy))

    def to_scene(self, at: QPointF) -> QPointF:
        """The place on the paper under a point of the viewport, not rounded."""
        inverse, _ = self._view.viewportTransform().inverted()
        return inverse.map(at)

    def to_view(self, x: float, y: float) -> QPointF:
        """The point of the viewport where a place on the paper is seen."""
        return self._view.viewportTransform().map(QPointF(x, y))

    def rect_to_view(self, rect: QRectF) -> QRectF:
        """A rectangle of the paper in pixels of the viewport."""
        return self._view.viewportTransform().mapRect(rect)

    def window(self) -> QRectF:
        """The viewport, pixels."""
        return QRectF(self._view.viewport().rect())

    def seen(self) -> QRectF:
        """The part of the paper in the viewport."""
        corner, other = self._view.viewport().rect().topLeft(), QPointF()
        size = self._view.viewport().size()
        other = QPointF(size.width(), size.height())
        return QRectF(self.to_scene(QPointF(corner)), self.to_scene(other))

    def fit(self, rect: QRectF, most: float = LARGEST) -> None:
        """Show a rectangle of the paper whole and as large as it goes.

        Args:
            rect: poster units.
            most: zoom not to go beyond.
        """
        size = self._view.viewport().size()
        room = max(size.width() - 2 * AIR, 1), max(size.height() - 2 * AIR, 1)
        scale = min(room[0] / max(rect.width(), 1), room[1] / max(rect.height(), 1))
        zoom = min(max(scale / FULL, SMALLEST), LARGEST, most)
        changed = zoom != self.zoom
        self._set_scale(zoom * FULL)
        self.centre(rect.center())
        if changed:
            self._zoomed(self.zoom)

    def look_from(self, corner: QPointF, zoom: float) -> None:
        """Have a place on the paper at the top left of the window, at a zoom."""
        changed = zoom != self.zoom
        self._set_scale(zoom * FULL)
        self._look(corner)
        if changed:
            self._zoomed(self.zoom)

    def centre(self, place: QPointF) -> None:
        """Have a place on the paper in the middle of the window."""
        size = self._view.viewport().size()
        half = QPointF(size.width(), size.height()) / 2 / self._scale
        self._look(place - half)

    def reveal(self, rect: QRectF, left: float, top: float) -> None:
        """Scroll as little as needed for a rectangle of the paper to be seen.

        Args:
            rect: poster units.
            left, top: pixels of the viewport that something covers.
        """
        seen, size = self.rect_to_view(rect), self._view.viewport().size()
        self.scroll(
            _shift(seen.left(), seen.right(), left + AIR, size.width() - AIR),
            _shift(seen.top(), seen.bottom(), top + AIR, size.height() - AIR),
        )

    def pinch(self, event: QNativeGestureEvent | QGestureEvent) -> bool:
        """Zoom between two fingers, on a touch pad or on a screen; False: not our gesture."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self.set_zoom(self.zoom * (1 + event.value()), event.position())
            return True
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        middle = self._view.viewport().mapFromGlobal(pinch.centerPoint())
        self.set_zoom(self.zoom * pinch.scaleFactor(), QPointF(middle))
        return True

    def wheel(self, event: QWheelEvent, wheel_zooms: bool) -> None:
        """Scroll, or zoom at the pointer with Ctrl (without it, where the user wants so)."""
        event.accept()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        turned = event.angleDelta()
        if control != wheel_zooms:
            amount = (turned.y() or turned.x()) / WHEEL_STEP
            self.set_zoom(self.zoom * NOTCH**amount, event.position())
            return
        moved = event.pixelDelta()
        if moved.isNull():
            moved = QPoint(round(turned.x() * 0.6), round(turned.y() * 0.6))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not moved.x():
            moved = QPoint(moved.y(), 0)
        self.scroll(-moved.x(), -moved.y())


def _shift(low: float, high: float, first: float, last: float) -> float:
    """How far to scroll along one axis; a thing larger than the room shows its beginning."""
    if low < first or high - low > last - first:
        return low - first if low < first or low > last else 0.0
    return max(0.0, high - last)


def _within(at: float, one: float, other: float) -> float:
    """The number nearest to `at` between two others, in whichever order."""
    return min(max(at, min(one, other)), max(one, other))
