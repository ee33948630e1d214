"""A canvas to look at only: what is on it can be chosen and copied, and nothing changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent

from cjm_desktop.document.versions_shown import ShownDocument
from cjm_desktop.layout import hit
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.canvas.keys import CONTROL, Keys
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.look import Look
from cjm_desktop.ui.tools.gesture import Gesture, Hint, Pointer, Tool
from cjm_desktop.ui.tools.hands import Hands
from cjm_desktop.ui.tools.pan import Pan

Key = Qt.Key
_WALKING = frozenset({
    Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End,
    Key.Key_PageUp, Key.Key_PageDown, Key.Key_Tab, Key.Key_Backtab,
})  # fmt: skip
Mark = Callable[[Drawing], Drawing]


class Lookout(Canvas):
    """Shows a state of a map.

    Args:
        document: that shows the state.
        map_id: which map.
        look: how the user wants it.
        previous: a drawing of much the same map, to be quick.
    """

    left = Signal()
    """Escape was pressed with nothing chosen."""

    def __init__(
        self, document: ShownDocument, map_id: str, look: Look, previous: Drawing | None = None
    ) -> None:
        self._mark: Mark = _plain
        super().__init__(document, map_id, look, None, previous)
        self.hands.deleteLater()
        self.keys = _Keys(self)
        self.hands = Hands(self, (_Looking(self),))
        self.hands.refresh()

    def mark_next(self, mark: Mark | None) -> None:
        """Put marks over the state that is shown next, and those after it.

        Args:
            mark: adds them to a drawing; None: no marks.
        """
        self._mark = mark or _plain

    def _show(self, drawing: Drawing) -> None:
        super()._show(self._mark(drawing))


def _plain(drawing: Drawing) -> Drawing:
    return drawing


class _Looking(Tool):
    """Chooses what is under the pointer, and moves the paper."""

    name = "select"

    def press(self, pointer: Pointer) -> Gesture | None:
        one = self.point(pointer)
        if one and pointer.control:
            chosen = self.canvas.selection
            rest = tuple(other for other in chosen if other != one)
            self.canvas.select(rest if one in chosen else (*chosen, one))
            return None
        self.canvas.select((one,) if one else ())
        return Pan(self.canvas, pointer)

    def point(self, pointer: Pointer) -> str:
        found = hit.at(self.canvas.drawing, pointer.x, pointer.y)
        if found is None or found.record_id not in self.canvas.document.journey:
            return ""
        return found.record_id

    def hover(self, pointer: Pointer) -> Qt.CursorShape:
        one = self.point(pointer)
        self.canvas.mark_hovered(one)
        return Qt.CursorShape.ArrowCursor if one else Qt.CursorShape.OpenHandCursor

    def hint(self) -> Hint:
        said = QCoreApplication.translate("Lookout", "Only to look at")
        copy = QCoreApplication.translate("Lookout", "[Ctrl+C] copy what is selected")
        back = QCoreApplication.translate("Lookout", "[Esc] back to now")
        return Hint(said, (copy, back) if self.canvas.selection else (back,))


class _Keys(Keys):
    """Walks over the map; every other key is for whoever shows it."""

    def press(self, event: QKeyEvent) -> bool:
        canvas = self._canvas
        if event.key() == Key.Key_Escape and isinstance(canvas, Lookout):
            if canvas.selection:
                canvas.select(())
            else:
                canvas.left.emit()
            return True
        plain = not event.modifiers() & (CONTROL | Qt.KeyboardModifier.AltModifier)
        return event.key() in _WALKING and plain and super().press(event)

    def wants(self, event: QKeyEvent) -> bool:
        return False

    def release(self, event: QKeyEvent) -> None:
        """Nothing is held here."""
