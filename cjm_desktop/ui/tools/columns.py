"""Dragging stages and steps with all they hold, and lanes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from cjm_desktop.journey.records import Stage
from cjm_desktop.layout import hit
from cjm_desktop.ui.tools import brushes, texts
from cjm_desktop.ui.tools.carry import AIR, Carry
from cjm_desktop.ui.tools.gesture import Pointer
from cjm_desktop.ui.tools.trial import Landing

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

VEIL = QColor(42, 134, 196, 23)


class BandDrag(Carry):
    """A band of the map in the hand: it goes along at once, under a veil."""

    veil = True

    @abstractmethod
    def area(self) -> QRectF | None:
        """Where it is now, on the paper."""

    def _rect(self) -> QRectF | None:
        area = self.area()
        return self.canvas.camera.rect_to_view(area) if area is not None else None

    def paint_place(self, painter: QPainter) -> None:
        """A veil over it, where it would be."""
        rect = self._rect()
        if rect is not None:
            painter.setPen(brushes.dashed(brushes.BLUE, 1.5))
            painter.setBrush(QBrush(VEIL) if self.veil else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, brushes.ROUND, brushes.ROUND)

    def place_areas(self) -> list[QRectF]:
        """The veil."""
        rect = self._rect()
        return [rect.adjusted(-AIR, -AIR, AIR, AIR)] if rect is not None else []

    def arranged(self) -> None:
        """No ring round what is in the hand."""
        self.canvas.marks.unringed = frozenset(self.ids)


class ColumnDrag(BandDrag):
    """A stage or a step in the hand, with all its columns hold."""

    scrolls = (True, False)

    def __init__(
        self, canvas: Canvas, record_ids: Sequence[str], pointer: Pointer, grabbed: str
    ) -> None:
        super().__init__(canvas, record_ids, pointer, grabbed)
        self._is_stage = isinstance(canvas.document.journey.find(grabbed), Stage)
        # The columns of a chosen stage are tinted as they are.
        self.veil = not (self._is_stage and grabbed in canvas.selection)

    def find(self, pointer: Pointer) -> Landing | str:
        """The place among the stages, or among the steps of a stage."""
        sheet = self.canvas.sheet
        drop = hit.drop(sheet.journey, sheet.drawing, self.ids, pointer.x, pointer.y)
        if drop is None or not drop.allowed:
            return ""
        kind = "stage" if self._is_stage else "step"
        return Landing(kind, stage_id=drop.stage_id, place=drop.place)

    def area(self) -> QRectF | None:
        """Its columns, from the stages to the last lane."""
        drawing, wanted = self.canvas.drawing, self.ids[0]
        columns = [one for one in drawing.columns if wanted in (one.stage_id, one.step_id)]
        if not columns:
            return None
        left, right = columns[0].x, columns[-1].x + columns[-1].w
        low = drawing.lanes[-1] if drawing.lanes else None
        bottom = low.y + low.h if low is not None else drawing.grid_y
        return QRectF(left, drawing.stages_y, right - left, bottom - drawing.stages_y)

    def _keep_off_edges(self, painter: QPainter) -> None:
        """The frame goes over the stages that stick to the top, but not over the lanes' names."""
        left = self.canvas.sticky.strips().left
        painter.setClipRect(QRectF(self.canvas.viewport().rect()).adjusted(left, 0, 0, 0))

    def where(self, landing: Landing) -> tuple[str, str]:
        """The name, and its place among the others."""
        journey, place = self.canvas.document.journey, landing.place or 0
        if landing.kind == "stage":
            total = len(journey.stages(self.canvas.map_id))
            return self.name(), self._on_path(texts.place_of(place + 1, total))
        others = [one.id for one in journey.steps(landing.stage_id) if one.id != self.ids[0]]
        said = texts.place_of(place + 1, len(others) + 1)
        return texts.column(journey, landing.stage_id, None), self._on_path(said)

    def _on_path(self, place: str) -> str:
        """A place; the order of stages and steps is one for both paths."""
        both = self.canvas.look.path == "to_be"
        return f"{place}, {texts.on_both_paths()}" if both else place

    def step_name(self, *, copy: bool) -> tuple[str, dict[str, object]]:
        """Which stage or step."""
        return "step.move_stage" if self._is_stage else "step.move_step", {"name": self.name()}


class LaneDrag(BandDrag):
    """A lane in the hand, by its name."""

    scrolls = (False, True)

    def find(self, pointer: Pointer) -> Landing | str:
        """The place among the lanes."""
        sheet = self.canvas.sheet
        drop = hit.drop(sheet.journey, sheet.drawing, self.ids, pointer.x, pointer.y)
        return Landing("lane", lane_id=self.ids[0], place=drop.place) if drop is not None else ""

    def area(self) -> QRectF | None:
        """The lane over the whole width."""
        wanted, drawing = self.ids[0], self.canvas.drawing
        box = next((one for one in drawing.lanes if one.lane_id == wanted), None)
        if box is None:
            return None
        return QRectF(drawing.label_x, box.y, drawing.width - 2 * drawing.label_x, box.h)

    def _keep_off_edges(self, painter: QPainter) -> None:
        """The frame goes over the lanes' names, but not over the stages."""
        top = self.canvas.sticky.strips().top
        painter.setClipRect(QRectF(self.canvas.viewport().rect()).adjusted(0, top, 0, 0))

    def where(self, landing: Landing) -> tuple[str, str]:
        """The name, and its place among the others."""
        total = len(self.canvas.document.journey.lanes(self.canvas.map_id))
        return self.name(), texts.place_of((landing.place or 0) + 1, total)

    def step_name(self, *, copy: bool) -> tuple[str, dict[str, object]]:
        """Which lane."""
        return "step.move_lane", {"name": self.name()}
