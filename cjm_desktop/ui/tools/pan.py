"""Moving the paper by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjm_desktop.ui.tools.gesture import Gesture, Pointer

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas


class Pan(Gesture):
    """The paper follows the pointer."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = (False, False)

    def __init__(self, canvas: Canvas, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._last = pointer.at

    def move(self, pointer: Pointer) -> None:
        """Scroll by what the pointer moved."""
        moved = pointer.at - self._last
        self._last = pointer.at
        self.canvas.moving()
        self.canvas.camera.scroll(-moved.x(), -moved.y())

    def wipe(self) -> None:
        """It painted nothing."""
