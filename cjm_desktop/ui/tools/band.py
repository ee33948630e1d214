"""The rubber band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cjm_desktop.journey.gestures.making import is_card
from cjm_desktop.layout import hit
from cjm_desktop.ui.tools import brushes, texts
from cjm_desktop.ui.tools.gesture import Gesture, Hint, Pointer

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

FILL = QColor(42, 134, 196, 28)
SLACK = 4.0
"""Pixels the pointer may move and it is still a click."""


class Band(Gesture):
    """A rectangle pulled over the map: the cards it touches are chosen."""

    cursor = Qt.CursorShape.ArrowCursor
    quiet = True

    def __init__(self, canvas: Canvas, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._from = pointer
        self._start = canvas.camera.to_scene(pointer.at)
        self._rect: QRectF | None = None
        self._selection = canvas.selection
        self._dimmed = canvas.dimmed()
        self._before = canvas.selection if pointer.control or pointer.shift else ()

    def move(self, pointer: Pointer) -> None:
        """Ring what the band touches."""
        if self._rect is None and (pointer.at - self._from.at).manhattanLength() < SLACK:
            return
        end = self.canvas.camera.to_scene(pointer.at)
        self._rect = QRectF(self._start, end).normalized()
        rect, journey = self._rect, self.canvas.document.journey
        touched = hit.in_rect(self.canvas.drawing, rect.x(), rect.y(), rect.width(), rect.height())
        seen = (one for one in touched if one not in self._dimmed)
        cards = [one for one in seen if is_card(journey.find(one))]
        self.canvas.marks.choose(tuple(dict.fromkeys((*self._before, *cards))), self.canvas.drawing)
        self.canvas.viewport().update()

    def release(self, pointer: Pointer) -> None:
        """Choose them; a mere click stands in the cell that was clicked."""
        if self._rect is not None:
            found = self.canvas.marks.chosen
            self.canvas.marks.choose(self._selection, self.canvas.drawing)
            self.canvas.stand_in(None)
            self.canvas.select(found)
            return
        if self._before:
            return
        self.canvas.select(())
        place = hit.cell_at(self.canvas.drawing, pointer.x, pointer.y)
        # The whole cell of a curve point stands for it.
        point = self.canvas.walker.walk().feeling(place)
        if point:
            self.canvas.select((point,))
        else:
            self.canvas.stand_in(place)

    def cancel(self) -> None:
        """Choose what was chosen before."""
        self.canvas.marks.choose(self._selection, self.canvas.drawing)
        self.canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """The band."""
        if self._rect is not None:
            painter.setPen(QPen(brushes.BLUE, 1))
            painter.setBrush(FILL)
            painter.drawRect(self.canvas.camera.rect_to_view(self._rect))

    def hint(self) -> Hint:
        """What helps."""
        state = QCoreApplication.translate("Canvas", "Selecting")
        return Hint(
            state,
            (texts.escape_key(), QCoreApplication.translate("Canvas", "[Shift] adds")),
        )
