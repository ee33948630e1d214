"""Dragging barrier notes anywhere: into cells of their lanes, or pinned to what they lie on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from cjm_desktop.journey import naming
from cjm_desktop.journey.records import Barrier
from cjm_desktop.layout import hit
from cjm_desktop.ui.tools import brushes
from cjm_desktop.ui.tools.carry import AIR
from cjm_desktop.ui.tools.drag import CardDrag
from cjm_desktop.ui.tools.gesture import Pointer
from cjm_desktop.ui.tools.trial import Landing


class NoteDrag(CardDrag):
    """One barrier note in the hand."""

    def find(self, pointer: Pointer) -> Landing | str:
        """A cell of a barrier lane, or what the note would be pinned to."""
        sheet = self.canvas.sheet
        drop = hit.drop(sheet.journey, sheet.drawing, self.shown_ids, pointer.x, pointer.y)
        if drop is None:
            return QCoreApplication.translate("Canvas", "Nothing here to pin the note to")
        if drop.kind != "pin":
            return super().find(pointer)
        # The drop says where the pointer would be; the note hangs from where it was taken.
        corner = self.held.on_paper(pointer.at)
        place = self.canvas.camera.to_scene(pointer.at)
        dx, dy = drop.dx + corner.x() - place.x(), drop.dy + corner.y() - place.y()
        return Landing("pin", on_id=drop.on_id, dx=round(dx, 1), dy=round(dy, 1))

    def paint_over(self, painter: QPainter) -> None:
        """A frame round what it would be pinned to."""
        rect = self._pinned_to()
        if rect is not None:
            brushes.frame(painter, rect)

    def place_areas(self) -> list[QRectF]:
        """The frame too."""
        rect = self._pinned_to()
        extra = [rect.adjusted(-AIR, -AIR, AIR, AIR)] if rect is not None else []
        return [*super().place_areas(), *extra]

    def _pinned_to(self) -> QRectF | None:
        if self.landing is None or self.landing.kind != "pin":
            return None
        mark = self.canvas.marks.of(self.landing.on_id)
        return mark.rect.adjusted(-4, -4, 4, 4) if mark is not None else None

    def where(self, landing: Landing) -> tuple[str, str]:
        """What it is pinned to."""
        if landing.kind != "pin":
            return super().where(landing)
        on = self.canvas.sheet.journey.find(landing.on_id)
        name = naming.label(on, self.canvas.document.language) if on is not None else ""
        return name, QCoreApplication.translate("Canvas", "pinned here")

    def step_name(self, *, copy: bool) -> tuple[str, dict[str, object]]:
        """Pinned, moved on what it is pinned to, or taken back to its lane."""
        note = self.canvas.document.journey.find(self.ids[0])
        landing = self.landing
        if copy or not isinstance(note, Barrier) or landing is None:
            return super().step_name(copy=copy)
        key = "step.move_card"
        if landing.kind == "pin":
            key = "step.move_note" if note.on_id == landing.on_id else "step.pin_barrier"
        elif note.on_id is not None:
            key = "step.unpin_barrier"
        return key, {"name": self.name()}
