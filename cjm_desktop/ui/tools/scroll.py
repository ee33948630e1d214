"""Pulling a scroll bar's handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar

from cjm_desktop.ui.tools.gesture import Gesture, Pointer

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas


class Scroll(Gesture):
    """A handle in the hand."""

    quiet = True
    scrolls = (False, False)

    def __init__(self, canvas: Canvas, bar: QScrollBar, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._bar = bar
        self._from = self._along(pointer)
        self._value = bar.value()

    def _along(self, pointer: Pointer) -> float:
        across = self._bar.orientation() == Qt.Orientation.Horizontal
        return pointer.at.x() if across else pointer.at.y()

    def move(self, pointer: Pointer) -> None:
        """Scroll as far as the handle was pulled."""
        bar, bars = self._bar, self.canvas.bars
        handle = bars.handle(bar)
        free = bars.track(bar) - max(handle.width(), handle.height())
        moved = (self._along(pointer) - self._from) / max(free, 1.0)
        self.canvas.moving()
        bar.setValue(round(self._value + moved * (bar.maximum() - bar.minimum())))
