"""The keys of the canvas that are no commands of the window: walking, moving, panning."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cjm_desktop.journey.gestures.walk import Direction, Stand
from cjm_desktop.ui.canvas import glance
from cjm_desktop.ui.canvas.letters import Letters
from cjm_desktop.ui.canvas.peek import Peek

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
"""How far plus and minus, or Ctrl with Up and Down, move a feeling, and with Shift."""
MOST = 9
"""Digits that turn roles."""
GOING = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
HEIGHTS: dict[int, float] = {
    Qt.Key.Key_Plus: STEP,
    Qt.Key.Key_Equal: STEP,
    Qt.Key.Key_Minus: -STEP,
}
"""Plus with and without Shift: keyboards differ."""
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
        self.letters = Letters(canvas)
        self.peek: Peek | None = None
        self._stepped: Stand | None = None
        """Where the key before this one has stepped on to by itself."""
        self._plain: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_F2: self._enter,
            Qt.Key.Key_Insert: self._insert,
            Qt.Key.Key_N: canvas.roles.note,
            Qt.Key.Key_Delete: canvas.delete_selection,
            Qt.Key.Key_Tab: self._tab,
            Qt.Key.Key_Backtab: lambda: canvas.walker.tab(-1),
        }

    def press(self, event: QKeyEvent) -> bool:
        """Answer a key; False: not ours."""
        key, held = event.key(), event.modifiers()
        self._stepped, self._canvas.feelings.stepped = self._canvas.feelings.stepped, None
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
        if key in GOING:
            return self._go_far(Qt.Key(key))
        return self._digit(event) or self._height(event) or self._other(event)

    def _other(self, event: QKeyEvent) -> bool:
        """A key that does something, or begins a text."""
        key = event.key()
        do = self._plain.get(key) if key != Qt.Key.Key_N or self._notes(event) else None
        if do is not None:
            do()
        return do is not None or self.letters.begin(event)

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is ours though it is a command of the window elsewhere."""
        return self._notes(event) or self.letters.wants(event)

    def _notes(self, event: QKeyEvent) -> bool:
        """N writes a note on the role one stands on."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return plain and event.key() == Qt.Key.Key_N and bool(self._canvas.roles.chosen)

    def release(self, event: QKeyEvent) -> None:
        """A key went up."""
        key = event.key()
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._canvas.hands.set_space(down=False)
            self.let_go()
        elif key in HELD:
            self._canvas.hands.modifiers(event.modifiers() & ~HELD[Qt.Key(key)])

    def _arrow(self, direction: Direction, held: Qt.KeyboardModifier) -> bool:
        if held & Qt.KeyboardModifier.AltModifier:
            return False
        if held & CONTROL:
            self._carry(direction, fine=bool(held & SHIFT))
        elif held & SHIFT:
            self._canvas.walker.extend(direction)
        elif not self._canvas.roles.go(direction):
            self._canvas.walker.go(direction)
        return True

    def _carry(self, direction: Direction, *, fine: bool) -> None:
        """Move what is chosen; a point of a curve goes up and down by its value."""
        by = FINE if fine else STEP
        upright = direction in ("up", "down") and self._canvas.feelings.chosen()
        if upright:
            self._canvas.feelings.nudge(by if direction == "up" else -by)
        else:
            self._canvas.deeds.move(direction)

    def _go_far(self, key: Qt.Key) -> bool:
        """To the next stage, or to an end of the row; False: one stands nowhere."""
        walker = self._canvas.walker
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return walker.to_end(last=key == Qt.Key.Key_End)
        return walker.by_stage(1 if key == Qt.Key.Key_PageDown else -1)

    def _space(self, held: Qt.KeyboardModifier) -> bool:
        """Turn the role one stands on, else be ready to pan."""
        canvas, back = self._canvas, bool(held & SHIFT)
        if canvas.hands.gesture is not None or not canvas.roles.turn_chosen(back=back):
            canvas.hands.set_space(down=True)
            self._peek()
        return True

    def _peek(self) -> None:
        """Show what is chosen on a large card, as long as Space is held."""
        canvas = self._canvas
        look, chosen = canvas.look, canvas.selection
        said = glance.of(canvas.sheet.journey, chosen, look.language)
        if said is not None and canvas.hands.gesture is None:
            self.peek = self.peek or Peek(canvas.viewport())
            self.peek.show_over(said, canvas.record_rect(chosen[-1]), dark=look.dark)

    def let_go(self) -> None:
        """Space is held no more, or for something else."""
        if self.peek is not None:
            self.peek.hide()

    def _digit(self, event: QKeyEvent) -> bool:
        """Turn the role of that number, else set the height of a feeling or a severity."""
        number = event.key() - Qt.Key.Key_0
        if not 1 <= number <= MOST or event.modifiers() & CONTROL:
            return False
        canvas = self._canvas
        if canvas.roles.turn_number(number) or canvas.feelings.level(number):
            return True
        return number <= WORST and canvas.deeds.set_severity(number)

    def _height(self, event: QKeyEvent) -> bool:
        """Raise or lower a feeling by plus and minus."""
        by = HEIGHTS.get(event.key(), 0.0)
        return bool(by) and not event.modifiers() & CONTROL and self._canvas.feelings.nudge(by)

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

    def _tab(self) -> None:
        """To the next cell, unless a digit has just gone there."""
        walker = self._canvas.walker
        if self._stepped is None or self._stepped != walker.standing():
            walker.tab(1)

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
