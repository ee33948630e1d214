"""The tools that make something new where the map is clicked, ready to be typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from cjm_desktop.journey.gestures.making import HOLDS
from cjm_desktop.journey.gestures.walk import Place
from cjm_desktop.journey.records import Lane, Stage, Step, Touchpoint
from cjm_desktop.layout import hit
from cjm_desktop.ui.canvas.marks import place_rect
from cjm_desktop.ui.tools import brushes
from cjm_desktop.ui.tools.curve import snapped
from cjm_desktop.ui.tools.gesture import Gesture, Hint, Pointer, Tool

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas


class Click(Gesture):
    """Pressed with an adding tool: made on release, so that a press can still be cancelled."""

    cursor = Qt.CursorShape.CrossCursor
    quiet = True
    scrolls = (False, False)

    def __init__(self, canvas: Canvas, tool: Add) -> None:
        super().__init__(canvas)
        self._tool = tool

    def move(self, pointer: Pointer) -> None:
        """Show where it would be made."""
        self._tool.hover(pointer)

    def release(self, pointer: Pointer) -> None:
        """Make it."""
        self._tool.make(pointer)

    def paint(self, painter: QPainter) -> None:
        """Where it would be made."""
        self._tool.paint(painter)

    def hint(self) -> Hint:
        """As while waiting."""
        return self._tool.hint()


class Add(Tool):
    """Makes one kind of thing.

    Args:
        canvas: the map.
        name: of the tool and of what it makes.
    """

    def __init__(self, canvas: Canvas, name: str) -> None:
        super().__init__(canvas)
        self.name = name
        self._aim: QRectF | None = None

    def press(self, pointer: Pointer) -> Gesture | None:
        """Wait for the release."""
        self.hover(pointer)
        return Click(self.canvas, self)

    def hover(self, pointer: Pointer) -> Qt.CursorShape:
        """Mark where it would be made."""
        before = self._aim
        self._aim = self._target(pointer)
        if self._aim != before:
            areas = [one for one in (before, self._aim) if one is not None]
            self.canvas.touch(one.adjusted(-4, -4, 4, 4) for one in areas)
        return Qt.CursorShape.CrossCursor

    def leave(self) -> None:
        """The tool is put down, or the pointer has gone."""
        self._aim = None
        self.canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Where it would be made."""
        if self._aim is not None:
            brushes.aim(painter, self._aim)

    def place(self, pointer: Pointer) -> Place | None:
        """The cell a thing made at a place goes to."""
        drawing, journey = self.canvas.drawing, self.canvas.document.journey
        column = next((c for c in drawing.columns if c.x <= pointer.x < c.x + c.w), None)
        if column is None:
            return None
        here = hit.cell_at(drawing, pointer.x, pointer.y)
        lanes = [one for one in journey.lanes(self.canvas.map_id) if one.holds == HOLDS[self.name]]
        lane = next((one for one in lanes if here and one.id == here[0]), None)
        lane = lane or next(iter(lanes), None)
        if lane is None:
            return "", column.stage_id, column.step_id
        return lane.id, column.stage_id, None if lane.per == "stage" else column.step_id

    def _target(self, pointer: Pointer) -> QRectF | None:
        drawing, camera = self.canvas.drawing, self.canvas.camera
        if self.name == "stage":
            gap = hit.insert_stage(drawing, pointer.x)
            return camera.rect_to_view(QRectF(*gap.rect)) if gap is not None else None
        place = self.place(pointer)
        rect = place_rect(drawing, place) if place else None
        return camera.rect_to_view(rect).adjusted(3, 3, -3, -3) if rect is not None else None

    def make(self, pointer: Pointer) -> None:
        """Make it and begin to type; the tool stays in hand only with Shift."""
        canvas = self.canvas
        self._aim = None
        if not pointer.shift:
            canvas.set_tool("select")
        if self.name == "stage":
            gap = hit.insert_stage(canvas.drawing, pointer.x)
            canvas.deeds.add_stage_at(gap.place if gap is not None else 0)
        elif self.name == "feeling":
            self._feeling(pointer)
        elif self.name == "barrier" and self._pinned(pointer):
            return
        else:
            place = self.place(pointer)
            if place is not None:
                canvas.deeds.add(self.name, place)

    def _feeling(self, pointer: Pointer) -> None:
        place = self.place(pointer)
        if place is None:
            return
        here = hit.cell_at(self.canvas.drawing, pointer.x, pointer.y)
        value = None
        if here is not None and here[0] == place[0]:
            value = hit.value_at(self.canvas.drawing, place[0], pointer.y)
            value = snapped(value, free=pointer.alt)
        self.canvas.deeds.add_feeling(place, value)

    def _pinned(self, pointer: Pointer) -> bool:
        """Pin a new note to the touchpoint, step or stage that was clicked itself."""
        canvas, journey = self.canvas, self.canvas.document.journey
        found = hit.at(canvas.drawing, pointer.x, pointer.y)
        under = journey.find(found.record_id) if found is not None else None
        if found is None or not isinstance(under, Touchpoint | Step | Stage):
            return False
        if found.piece.kind not in ("touchpoint", "step", "stage"):
            return False
        lanes = [one for one in journey.lanes(canvas.map_id) if one.holds == "barriers"]
        if not lanes:
            return False
        canvas.deeds.add_pinned(self._home(lanes[0], pointer), under.id)
        return True

    def _home(self, lane: Lane, pointer: Pointer) -> Place:
        """The cell a pinned note belongs to."""
        columns = self.canvas.drawing.columns
        column = next(c for c in columns if c.x <= pointer.x < c.x + c.w)
        step = self.canvas.document.journey.find(column.step_id)
        whole = lane.per == "stage" or not isinstance(step, Step)
        return lane.id, column.stage_id, None if whole else column.step_id

    def hint(self) -> Hint:
        """What a click makes."""
        said = {
            "touchpoint": QCoreApplication.translate("Canvas", "Click: a new touchpoint"),
            "thought": QCoreApplication.translate("Canvas", "Click: a new thought"),
            "feeling": QCoreApplication.translate("Canvas", "Click: a new feeling at this height"),
            "barrier": QCoreApplication.translate("Canvas", "Click: a new barrier"),
            "opportunity": QCoreApplication.translate("Canvas", "Click: a new opportunity"),
            "stage": QCoreApplication.translate("Canvas", "Click: a new stage here"),
        }
        return Hint(
            said[self.name],
            (
                QCoreApplication.translate("Canvas", "[Enter] where you stand"),
                QCoreApplication.translate("Canvas", "[Shift] keeps the tool"),
                QCoreApplication.translate("Canvas", "[Esc] back to selecting"),
            ),
        )
