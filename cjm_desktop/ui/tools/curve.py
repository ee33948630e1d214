"""Dragging a point of an emotion curve up and down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures.making import name_of
from cjm_desktop.journey.records import Feeling
from cjm_desktop.layout import hit
from cjm_desktop.ui.canvas import glance
from cjm_desktop.ui.tools import brushes, texts
from cjm_desktop.ui.tools.gesture import Gesture, Hint, Pointer
from cjm_desktop.ui.tools.patience import Patience

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

SNAP = 0.5


def snapped(value: float, *, free: bool) -> float:
    """A value as it is kept: on half points, or free to a tenth."""
    value = round(value, 1) if free else round(value / SNAP) * SNAP
    return min(2.0, max(-2.0, value))


class CurveDrag(Gesture):
    """A face in the hand."""

    cursor = Qt.CursorShape.SizeVerCursor
    scrolls = (False, True)

    def __init__(self, canvas: Canvas, feeling: Feeling, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._feeling = feeling
        self._value = feeling.value
        drawing = canvas.drawing
        now = hit.value_at(drawing, feeling.lane_id, self._y(pointer))
        self._off = feeling.value - now
        self._pointer = pointer
        self._patience = Patience()

    def _y(self, pointer: Pointer) -> float:
        """Where the pointer is on the paper, whatever sticks to the edges there."""
        return self.canvas.camera.to_scene(pointer.at).y()

    def move(self, pointer: Pointer) -> None:
        """Let the face and its curve follow."""
        self._pointer = pointer
        raw = hit.value_at(self.canvas.drawing, self._feeling.lane_id, self._y(pointer))
        value = snapped(raw + self._off, free=pointer.alt)
        if value != self._value:
            self._value = value
            self._patience.call(self._preview)
        self.canvas.viewport().update()

    def _preview(self) -> None:
        draft = Draft(self.canvas.document.journey)
        moves.set_fields(draft, self._feeling.id, value=self._value)
        self.canvas.sheet.preview(draft.journey)

    def release(self, pointer: Pointer) -> None:
        """Keep the value."""
        self._patience.forget()
        value, feeling = self._value, self._feeling
        if value != feeling.value:
            self.canvas.change(
                "step.move_feeling",
                lambda draft: moves.set_fields(draft, feeling.id, value=value),
                {"name": name_of(self.canvas.document.journey, feeling)},
            )
        self.canvas.sheet.end_preview()

    def cancel(self) -> None:
        """Back to the value it had."""
        self._patience.forget()
        self.canvas.sheet.end_preview()

    def paint(self, painter: QPainter) -> None:
        """The value at the pointer, and a line across the scale."""
        mark = self.canvas.marks.of(self._feeling.id)
        room = QRectF(self.canvas.viewport().rect())
        if mark is not None:
            painter.setPen(brushes.dashed(brushes.BLUE, 1.0))
            y = mark.rect.center().y()
            left = self.canvas.sticky.strips().left
            painter.drawLine(QLineF(left, y, mark.rect.left() - 6, y))
            painter.drawLine(QLineF(mark.rect.right() + 6, y, room.right(), y))
        strong, plain = glance.level(self._value, self.canvas.document.language)
        brushes.pill(painter, self._pointer.at, strong, plain, room)

    def hint(self) -> Hint:
        """What helps."""
        return Hint(
            QCoreApplication.translate("Canvas", "Feeling"),
            (
                texts.escape_key(),
                QCoreApplication.translate("Canvas", "[Alt] in tenths"),
                QCoreApplication.translate("Canvas", "the same by keys: [+] [−]"),
            ),
        )
