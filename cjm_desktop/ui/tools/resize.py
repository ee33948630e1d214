"""Pulling a lane's lower edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Lane
from cjm_desktop.layout.pieces import Drawing, LaneBox
from cjm_desktop.ui.tools import brushes, texts
from cjm_desktop.ui.tools.gesture import Gesture, Hint, Pointer
from cjm_desktop.ui.tools.patience import Patience

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

REACH = 4.0
"""Pixels from an edge at which it can be taken."""


def edge_at(drawing: Drawing, x: float, y: float, scale: float) -> LaneBox | None:
    """The lane whose lower edge is at a place of the lanes' names.

    Args:
        drawing: what is shown.
        x, y: poster units.
        scale: pixels a poster unit.
    """
    if not drawing.label_x - 10 <= x < drawing.grid_x:
        return None
    near = REACH / scale
    return next((one for one in drawing.lanes if abs(one.y + one.h - y) <= near), None)


class LaneResize(Gesture):
    """A lane's lower edge in the hand."""

    cursor = Qt.CursorShape.SplitVCursor
    scrolls = (False, True)

    def __init__(self, canvas: Canvas, box: LaneBox, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._lane = canvas.document.journey.get(Lane, box.lane_id)
        self._off = box.y + box.h - pointer.y
        self._height: float | None = self._lane.height
        self._pointer = pointer
        self._patience = Patience()

    def _box(self) -> LaneBox:
        wanted = self._lane.id
        return next(one for one in self.canvas.drawing.lanes if one.lane_id == wanted)

    def move(self, pointer: Pointer) -> None:
        """Let the lane follow; it never gets smaller than what it holds."""
        self._pointer = pointer
        height = max(0.0, round(pointer.y + self._off - self._box().y, 1))
        if height != self._height:
            self._height = height
            self._patience.call(lambda: self._preview(height))
        self.canvas.viewport().update()

    def _preview(self, height: float) -> None:
        draft = Draft(self.canvas.document.journey)
        moves.resize_lane(draft, self._lane.id, height)
        self.canvas.sheet.preview(draft.journey)
        if self._box().h > height + 0.5:
            # What it holds needs more: the lane is as high as that again.
            self._height = None

    def release(self, pointer: Pointer) -> None:
        """Keep the height."""
        self._patience.now()
        lane, height = self._lane, self._height
        if height != lane.height:
            self.canvas.change(
                "step.resize_lane",
                lambda draft: moves.resize_lane(draft, lane.id, height),
                {"name": naming.label(lane, self.canvas.document.language)},
            )
        self.canvas.sheet.end_preview()

    def cancel(self) -> None:
        """Back to the height it had."""
        self._patience.forget()
        self.canvas.sheet.end_preview()

    def paint(self, painter: QPainter) -> None:
        """The edge across the window, and at the pointer how high the lane is."""
        box, room = self._box(), QRectF(self.canvas.viewport().rect())
        y = self.canvas.camera.to_view(0, box.y + box.h).y()
        painter.setPen(QPen(brushes.BLUE, 2))
        painter.drawLine(QLineF(0, y, room.right(), y))
        if self._height is None:
            plain = QCoreApplication.translate("Canvas", "as high as its content")
            brushes.pill(painter, self._pointer.at, "", plain, room)

    def hint(self) -> Hint:
        """What helps."""
        state = QCoreApplication.translate("Canvas", "Height of the lane")
        return Hint(state, (texts.escape_key(),))
