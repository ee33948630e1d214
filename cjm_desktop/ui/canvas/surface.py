"""The surface a map is painted on: what is seen of it, what sticks to its edges, and its events."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from typing import cast

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsView, QWidget

from cjm_desktop.ui.canvas import blank, fonts
from cjm_desktop.ui.canvas.bars import Bars
from cjm_desktop.ui.canvas.camera import Camera
from cjm_desktop.ui.canvas.keys import Keys
from cjm_desktop.ui.canvas.marks import Marks
from cjm_desktop.ui.canvas.scene import MapScene
from cjm_desktop.ui.canvas.sheet import Sheet
from cjm_desktop.ui.canvas.sticky import Sticky
from cjm_desktop.ui.canvas.threads import Threads
from cjm_desktop.ui.canvas.traces import Traces
from cjm_desktop.ui.canvas.writing import Writing
from cjm_desktop.ui.palette import DARK, LIGHT
from cjm_desktop.ui.tools import shortcuts
from cjm_desktop.ui.tools.hands import Hands
from cjm_desktop.ui.tools.shortcuts import Shortcut
from cjm_desktop.ui.whole import whole

ROOM = 16.0
"""Pixels that marks round a thing may stand out of it."""
JOINED = 0.4
"""Share of a rectangle that is to be painted anew from which all of it is quicker to paint."""
REST = 100
"""Milliseconds without another step of a scroll or zoom after which the map is at rest."""


class Surface(QGraphicsView):
    """Paints a map and hands the mouse and the keys on; what they do is the canvas's business."""

    zoom_changed = Signal(float)
    view_changed = Signal()
    """Another part of the map is seen: scrolled, zoomed or resized."""

    sheet: Sheet
    writing: Writing
    keys: Keys
    hands: Hands

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fonts.register()
        self._dress()
        self.map_scene = MapScene(self)
        self.setScene(self.map_scene)
        self.camera = Camera(self, self._zoomed)
        self.sticky = Sticky(self.camera, self.map_scene)
        self._last_strips = self.sticky.strips()
        """Where names stuck when the map was last scrolled."""
        self.bars = Bars(self, self.camera, self.map_scene)
        self.marks = Marks(self.camera, self.map_scene, self.sticky)
        self.traces = Traces(self.camera, self.map_scene, self.marks)
        self.threads = Threads(
            lambda: (self.sheet.journey, self.sheet.drawing),
            self.marks.rect_of,
            lambda x: self.camera.to_view(x, 0).x(),
        )
        self.marks.has_threads = lambda chosen: self._ready and bool(self.threads.of(chosen))
        self.wheel_zooms = False
        """The user's choice: the wheel alone zooms, and scrolls with Ctrl."""
        self.shortcut: Shortcut = shortcuts.of_registry
        """The keys of commands, for what hints say."""
        self._ready = False
        self._fitted = False
        """Some part of the map has been chosen to be seen."""
        self._touched = QRegion()
        """What is to be painted anew, as far as the scene does not know it of itself."""
        self._whole = False
        """The whole map is, and shall be until the user scrolls or zooms."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._rested)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Tools own the mouse; items never see it.
        self.setInteractive(False)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def touch(self, areas: Iterable[QRectF]) -> None:
        """Have parts of the viewport painted anew."""
        window, region = self.viewport().rect(), QRegion()
        for area in areas:
            region |= area.toAlignedRect() & window
        self.viewport().update(region)
        self._touched |= region

    def join_touched(self) -> None:
        """Have all between what is to be painted anew painted too, where that is not much more.

        Qt copies pictures several times as fast where the part of the window to be painted is a
        rectangle as where it is put together from some.
        """
        room = self._touched.boundingRect()
        rects = cast("Iterable[QRect]", self._touched)
        spent = sum(one.width() * one.height() for one in rects)
        if spent > JOINED * room.width() * room.height():
            self.viewport().update(room)

    def mark_hovered(self, record_id: str) -> None:
        """Outline what is under the pointer."""
        if record_id != self.marks.hovered:
            self.touch(self.marks.areas((self.marks.hovered, record_id)))
            self.marks.hovered = record_id

    def touch_edges(self, kinds: Collection[str]) -> None:
        """Have what sticks to the edges painted anew, where cells of these kinds differ."""
        strips = self.sticky.strips()
        if "stage" in kinds:
            self.touch([strips.stages])
        if "lane" in kinds or "band" in kinds:
            self.touch([strips.lanes])

    def touch_beyond(self, x: float, y: float) -> None:
        """Have all painted anew that lies right of a place on the paper, or under one.

        What reaches over from there Qt knows of itself.

        Args:
            x, y: poster units; infinite: nothing is.
        """
        window = self.camera.window()
        if x < math.inf:
            left = self.camera.to_view(x, 0).x() - ROOM
            self.touch([window & window.translated(max(0.0, left), 0)])
        if y < math.inf:
            top = self.camera.to_view(0, y).y() - ROOM
            self.touch([window & window.translated(0, max(0.0, top))])

    def moving(self) -> None:
        """The user scrolls or zooms by hand: quickness comes before sharpness for a moment."""
        self._whole = False
        self.map_scene.studio.pace.moving = True
        self._rest.start()

    def take_turns(self) -> None:
        """Much of what comes next may be new: what is too much for a frame is painted over some."""
        self.map_scene.studio.pace.refining = self.map_scene.is_much()

    def _rested(self) -> None:
        pace = self.map_scene.studio.pace
        pace.moving, pace.refining = False, True
        self._choose_detail()
        self.viewport().update()

    @whole
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a frame, and go on with the next one where time ran out."""
        self._touched = QRegion()
        studio = self.map_scene.studio
        studio.ratio = self.devicePixelRatioF()
        studio.pace.begin()
        super().paintEvent(event)
        if studio.pace.moving:
            return
        if studio.pace.unfinished:
            self.viewport().update()
        else:
            studio.pace.refining = False

    def _zoomed(self, zoom: float) -> None:
        self._choose_detail()
        self._last_strips = self.sticky.strips()
        self.zoom_changed.emit(zoom)
        self._seen_changed()

    def _choose_detail(self) -> None:
        size = self.viewport().size()
        self.map_scene.set_scale(self.camera.scale, size.width(), size.height())

    def _seen_changed(self) -> None:
        if self._ready:
            self.writing.place()
            self.touch(self.bars.areas())
        self.view_changed.emit()

    # Qt's events

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Canvas, and paper on it; of the canvas only what is seen: a window is much to paint."""
        canvas = QColor((DARK if self.sheet.look.dark else LIGHT).canvas)
        paper = self.map_scene.paper & QRectF(rect)
        covered = self.camera.rect_to_view(paper).toRect().adjusted(2, 2, -2, -2)
        free = QRegion(self.camera.rect_to_view(QRectF(rect)).toAlignedRect()) - QRegion(covered)
        painter.save()
        # In whole pixels: parts that met within one would let shine through what was there before.
        painter.resetTransform()
        painter.setClipRegion(free, Qt.ClipOperation.IntersectClip)
        painter.fillRect(free.boundingRect(), canvas)
        painter.restore()
        painter.fillRect(paper, QColor(self.sheet.drawing.paper))

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Rings, what sticks to the edges, and what a gesture adds."""
        exposed = self.camera.rect_to_view(QRectF(rect))
        painter.save()
        painter.resetTransform()
        drawing = self.sheet.drawing
        self.traces.paint(painter, drawing, edge=False)
        self.marks.paint(painter, drawing, edge=False)
        self.threads.paint(painter, self.marks.chosen)
        self.sticky.paint(painter, exposed)
        self.traces.paint(painter, drawing, edge=True)
        self.marks.paint(painter, drawing, edge=True)
        if not drawing.columns:
            blank.paint(painter, self.camera.rect_to_view(self.map_scene.paper))
        self.hands.paint(painter)
        self.bars.paint(painter)
        painter.restore()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll the pixels; what sticks is painted where it was and where it must be."""
        super().scrollContentsBy(dx, dy)
        if self._ready and not self.camera.leaps:
            before, self._last_strips = self._last_strips, self.sticky.strips()
            moved = [one.translated(dx, dy) for one in before]
            self.touch(one for one in (*before, *moved, *self._last_strips) if not one.isEmpty())
            self._seen_changed()

    @whole
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the map where it was fitted; else keep what is seen where it is."""
        corner = self.camera.seen().topLeft()
        super().resizeEvent(event)
        self._choose_detail()
        if self._ready and self.isVisible() and (self._whole or not self._fitted):
            self._fitted = self._whole = True
            self.camera.fit(self.map_scene.paper)
        elif self._ready:
            self.camera.hold(corner)
        self._seen_changed()

    @whole
    def showEvent(self, event: QShowEvent) -> None:
        """Say again what is going on, now that someone listens."""
        super().showEvent(event)
        if self._ready:
            self.hands.say()

    @whole
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or zoom."""
        self.moving()
        self.camera.wheel(event, self.wheel_zooms)

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching zooms; leaving takes the hover outline away."""
        if isinstance(event, QNativeGestureEvent | QGestureEvent):
            self.moving()
            if self.camera.pinch(event):
                return True
        elif event.type() == QEvent.Type.Leave:
            self.mark_hovered("")
            self.hands.tool.leave()
        elif isinstance(event, QHelpEvent):
            self.hands.tip(event)
            return True
        return super().viewportEvent(event)

    @whole
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self.writing.commit()
        self.keys.let_go()
        self.hands.press(event)

    @whole
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow it."""
        self.hands.move(event)

    @whole
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self.hands.release(event)

    @whole
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit in place."""
        self.hands.double(event)

    @whole
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu of what is under the pointer, or of what is chosen."""
        self.hands.menu(event)

    @whole
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, edit, move."""
        if not self.keys.press(event):
            super().keyPressEvent(event)

    @whole
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space and the modifiers of a drag."""
        self.keys.release(event)
        super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep what a role answers to from being a command of the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self.keys.wants(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab walks over the map; F6 leaves it."""
        return False

    @whole
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A drag does not go on without the keyboard: Esc could not end it."""
        self.hands.set_space(down=False)
        self.keys.let_go()
        self.hands.cancel()
        super().focusOutEvent(event)
