"""The keys of the canvas that are no commands of the window: walking, moving, panning."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cjm_desktop.ui.canvas.walk import Direction

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
WORST = 3
"""Severity of a barrier that loses the customer."""
STEP, FINE = 0.5, 0.1
"""How far Up and Down move a feeling, and with Shift."""
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
HELD = {
    Qt.Key.Key_Control: CONTROL,
    Qt.Key.Key_Shift: SHIFT,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}


class Keys:
    """Answers the keys of one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._plain: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_F2: self._enter,
            Qt.Key.Key_Insert: self._insert,
            Qt.Key.Key_N: canvas.roles.note,
            Qt.Key.Key_Delete: canvas.delete_selection,
            Qt.Key.Key_Tab: lambda: canvas.walker.next_item(1),
            Qt.Key.Key_Backtab: lambda: canvas.walker.next_item(-1),
        }

    def press(self, event: QKeyEvent) -> bool:
        """Answer a key; False: not ours."""
        key, held = event.key(), event.modifiers()
        if key in HELD:
            self._canvas.hands.modifiers(held | HELD[Qt.Key(key)])
            return False
        if key == Qt.Key.Key_Space:
            return event.isAutoRepeat() or self._space(held)
        if self._canvas.hands.gesture is not None:
            # In the middle of a gesture only its end is listened to.
            return key == Qt.Key.Key_Escape and self._canvas.hands.cancel()
        if key in ARROWS:
            return self._arrow(ARROWS[key], held)
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and not held & CONTROL:
            return self._digit(key - Qt.Key.Key_0)
        do = self._plain.get(key) if key != Qt.Key.Key_N or self.wants(event) else None
        if do is not None:
            do()
        return do is not None

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is ours though it is a command of the window elsewhere."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return plain and event.key() == Qt.Key.Key_N and bool(self._canvas.roles.chosen)

    def release(self, event: QKeyEvent) -> None:
        """A key went up."""
        key = event.key()
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._canvas.hands.set_space(down=False)
        elif key in HELD:
            self._canvas.hands.modifiers(event.modifiers() & ~HELD[Qt.Key(key)])

    def _arrow(self, direction: Direction, held: Qt.KeyboardModifier) -> bool:
        deeds = self._canvas.deeds
        if held & Qt.KeyboardModifier.AltModifier:
            return False
        if held & CONTROL:
            deeds.move(direction)
            return True
        if self._canvas.roles.go(direction):
            return True
        if direction in ("up", "down"):
            by = FINE if held & SHIFT else STEP
            if deeds.nudge(by if direction == "up" else -by):
                return True
        self._canvas.walker.go(direction)
        return True

    def _space(self, held: Qt.KeyboardModifier) -> bool:
        """Turn the role one stands on, else be ready to pan."""
        canvas, back = self._canvas, bool(held & SHIFT)
        if canvas.hands.gesture is not None or not canvas.roles.turn_chosen(back=back):
            canvas.hands.set_space(down=True)
        return True

    def _digit(self, number: int) -> bool:
        """Turn the role of that number where one stands in its cell, else set a severity."""
        if self._canvas.roles.turn_number(number):
            return True
        return number <= WORST and self._canvas.deeds.set_severity(number)

    def _escape(self) -> None:
        """One level up: from a tool to selecting, from what is chosen to nothing."""
        canvas = self._canvas
        if canvas.tool != "select":
            canvas.set_tool("select")
        elif canvas.marks.role:
            canvas.stand_in(canvas.standing)
        elif canvas.standing is None and not canvas.selection and canvas.look.sifted:
            canvas.everything_asked.emit()
        else:
            canvas.stand_in(None)
            canvas.select(())

    def _enter(self) -> None:
        canvas = self._canvas
        if canvas.tool != "select":
            tool = canvas.tool
            canvas.set_tool("select")
            canvas.add(tool)
        elif canvas.selection:
            canvas.edit_text()
        elif not (canvas.roles.note() or canvas.roles.go("down")):
            self._insert()

    def _insert(self) -> None:
        self._canvas.deeds.add_like()
