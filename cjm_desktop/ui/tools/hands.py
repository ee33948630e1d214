"""The one owner of the mouse: gives presses to the tool, moves to the gesture, ends gestures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QCursor, QHelpEvent, QMouseEvent, QPainter

from cjm_desktop.ui import plain
from cjm_desktop.ui.tools.gesture import Gesture, Hint, Pointer, Tool
from cjm_desktop.ui.tools.pan import Pan
from cjm_desktop.ui.tools.scroll import Scroll

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

EDGE = 32
"""Pixels from an edge within which the map scrolls during a gesture."""
FASTEST = 24
"""Pixels it scrolls a frame right at the edge."""
FRAME = 16
"""Milliseconds."""


class Hands(QObject):
    """Mouse and gestures of one canvas."""

    def __init__(self, canvas: Canvas, tools: tuple[Tool, ...]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._tools = {tool.name: tool for tool in tools}
        self.tool: Tool = tools[0]
        self.gesture: Gesture | None = None
        self._ended: Gesture | None = None
        """The last one: taking apart what it held waits until the next one begins."""
        self.space = False
        """Space is held: a press pans."""
        self._button = Qt.MouseButton.NoButton
        self._no_menu = False
        """The right button has just cancelled a gesture: it is not for a menu."""
        self._last: tuple[QPointF, Qt.KeyboardModifier] | None = None
        self._scroll = QTimer(self)
        self._scroll.setInterval(FRAME)
        self._scroll.timeout.connect(self._scroll_at_edges)

    def take(self, name: str) -> None:
        """Take up another tool."""
        self.cancel()
        self.tool.leave()
        self.tool = self._tools[name]
        self.refresh()

    def pointer(self, at: QPointF, held: Qt.KeyboardModifier) -> Pointer:
        """What a point of the viewport means on the map."""
        place = self._canvas.sticky.to_map(at)
        return Pointer(place.x(), place.y(), at, held)

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        button = event.button()
        if self.gesture is not None:
            if button == Qt.MouseButton.RightButton:
                self._no_menu = self.cancel()
            return
        self._no_menu = False
        pointer = self.pointer(event.position(), event.modifiers())
        pans = button == Qt.MouseButton.MiddleButton or self.space
        if pans and button != Qt.MouseButton.RightButton:
            self._begin(Pan(self._canvas, pointer), button)
        elif button == Qt.MouseButton.LeftButton:
            bar = self._canvas.bars.at(pointer.at)
            pressed = Scroll(self._canvas, bar, pointer) if bar else self.tool.press(pointer)
            if pressed is not None:
                self._begin(pressed, button)

    def _begin(self, gesture: Gesture, button: Qt.MouseButton) -> None:
        self.gesture, self._button, self._ended = gesture, button, None
        self._tell(gesture)
        self._canvas.mark_hovered("")
        self.refresh()

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved."""
        self._last = event.position(), event.modifiers()
        self._follow()

    def modifiers(self, held: Qt.KeyboardModifier) -> None:
        """Ctrl, Shift or Alt went down or up while the mouse stands still."""
        if self.gesture is not None and self._last is not None:
            self._last = self._last[0], held
            self._follow()

    def _follow(self) -> None:
        if self._last is None:
            return
        pointer = self.pointer(*self._last)
        if self.gesture is None:
            if not self.space:
                self._canvas.viewport().setCursor(self._hover(pointer))
            return
        self.gesture.move(pointer)
        self.refresh()
        if self._speed(pointer.at) != (0, 0):
            self._scroll.start()

    def _hover(self, pointer: Pointer) -> Qt.CursorShape:
        bar = self._canvas.bars.at(pointer.at)
        self._canvas.bars.hold(bar)
        if bar is not None:
            self._canvas.mark_hovered("")
            self.tool.leave()
            return Qt.CursorShape.ArrowCursor
        return self.tool.hover(pointer)

    def release(self, event: QMouseEvent) -> None:
        """A button went up."""
        gesture = self.gesture
        if gesture is None or event.button() != self._button:
            return
        self._end()
        gesture.release(self.pointer(event.position(), event.modifiers()))
        self._ended = gesture
        self._last = event.position(), event.modifiers()
        self.refresh()

    def double(self, event: QMouseEvent) -> None:
        """A double click."""
        target = self._canvas.writing.target
        if target is not None and target.fresh:
            # The first click has made something and waits for its text.
            return
        if event.button() == Qt.MouseButton.LeftButton and not self.space:
            self.cancel()
            self.tool.double(self.pointer(event.position(), event.modifiers()))

    def tip(self, event: QHelpEvent) -> None:
        """Show what is said of the thing under the resting pointer."""
        pointer = self.pointer(QPointF(event.pos()), Qt.KeyboardModifier.NoModifier)
        said = "" if self.gesture is not None else self.tool.tip(pointer)
        plain.show_tip(event.globalPos(), said, self._canvas.viewport())

    def menu(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: of what is under the mouse, or by key of what is chosen."""
        event.accept()
        canvas = self._canvas
        if self._no_menu:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            one = canvas.selection[-1] if canvas.selection else ""
            rect = canvas.record_rect(one) if one else canvas.stood_rect()
            at = rect.center() if rect is not None else QRectF(canvas.viewport().rect()).center()
            canvas.contextMenu.emit(one, canvas.viewport().mapToGlobal(at.toPoint()))
            return
        pointer = self.pointer(QPointF(event.pos()), event.modifiers())
        canvas.contextMenu.emit(self.tool.point(pointer), event.globalPos())

    def cancel(self) -> bool:
        """End the gesture without doing anything; False when there is none."""
        gesture = self.gesture
        if gesture is None:
            return False
        self._end()
        gesture.cancel()
        self.refresh()
        return True

    def replace(self, gesture: Gesture) -> None:
        """Go on with another gesture: a press has become a drag."""
        self.gesture = gesture
        self._tell(gesture)

    def _end(self) -> None:
        gesture, self.gesture = self.gesture, None
        self._scroll.stop()
        if gesture is None:
            return
        gesture.wipe()
        if not gesture.quiet:
            self._canvas.gesture_changed.emit(False)  # noqa: FBT003 - a signal has no names

    def _tell(self, gesture: Gesture) -> None:
        if not gesture.quiet:
            self._canvas.gesture_changed.emit(True)  # noqa: FBT003 - a signal has no names

    def paint(self, painter: QPainter) -> None:
        """Paint what the gesture adds."""
        if self.gesture is not None:
            self.gesture.paint(painter)
        else:
            self.tool.paint(painter)

    def hint(self) -> Hint:
        """What the status bar says."""
        return self.gesture.hint() if self.gesture is not None else self.tool.hint()

    def set_space(self, down: bool) -> None:
        """Space went down or up."""
        if self.space is not down:
            self.space = down
            self.refresh()

    def refresh(self) -> None:
        """Show the cursor and the hint of what is going on."""
        viewport = self._canvas.viewport()
        if self.gesture is not None:
            viewport.setCursor(self.gesture.cursor)
        elif self.space:
            viewport.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            at = viewport.mapFromGlobal(QCursor.pos())
            pointer = self.pointer(QPointF(at), Qt.KeyboardModifier.NoModifier)
            viewport.setCursor(self.tool.hover(pointer))
        self._canvas.say(self.hint())

    def say(self) -> None:
        """Tell the status bar once more, whether or not it has heard it."""
        self._canvas.say(self.hint(), again=True)

    def _scroll_at_edges(self) -> None:
        if self.gesture is None or self._last is None:
            self._scroll.stop()
            return
        dx, dy = self._speed(self._last[0])
        if (dx, dy) == (0, 0):
            self._scroll.stop()
            return
        self._canvas.camera.scroll(dx, dy)
        self.gesture.move(self.pointer(*self._last))

    def _speed(self, at: QPointF) -> tuple[float, float]:
        """Pixels to scroll in a frame, by how near the pointer is to an edge."""
        across, down = self.gesture.scrolls if self.gesture else (False, False)
        size = self._canvas.viewport().size()
        strips = self._canvas.sticky.strips()
        return (
            _towards(at.x(), strips.left, size.width()) if across else 0.0,
            _towards(at.y(), strips.top, size.height()) if down else 0.0,
        )


def _towards(at: float, low: float, high: float) -> float:
    if at < low + EDGE:
        return -FASTEST * min(1.0, (low + EDGE - at) / EDGE)
    if at > high - EDGE:
        return FASTEST * min(1.0, (at - high + EDGE) / EDGE)
    return 0.0
