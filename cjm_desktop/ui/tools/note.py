"""Dragging barrier notes anywhere: into cells of their lanes, or pinned to what they lie on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from cjm_desktop.journey import naming
from cjm_desktop.journey.records import Barrier
from cjm_desktop.layout import hit
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.ui.tools import brushes, guides
from cjm_desktop.ui.tools.carry import AIR
from cjm_desktop.ui.tools.drag import CardDrag
from cjm_desktop.ui.tools.gesture import Hint, Pointer
from cjm_desktop.ui.tools.trial import Landing

NEAR = 6.0
"""Pixels within which a note falls into line."""
LINE = QColor("#CC3D8F")
"""Of the guides: no colour that means anything on a map."""


class NoteDrag(CardDrag):
    """One barrier note in the hand."""

    _snap: guides.Snap | None = None
    """Where it lines up; None: it is free, or goes into a cell."""
    _guided: tuple[Drawing, guides.Rect] | None = None
    """What the guides are of."""
    _guides = guides.Guides((), ())

    def find(self, pointer: Pointer) -> Landing | str:
        """A cell of a barrier lane, or what the note would be pinned to; with Alt always that."""
        sheet = self.canvas.sheet
        self._snap = None
        if pointer.alt:
            return self._hung(_column(sheet.drawing, pointer.x))
        drop = hit.drop(sheet.journey, sheet.drawing, self.shown_ids, pointer.x, pointer.y)
        if drop is None:
            return QCoreApplication.translate("Canvas", "Nothing here to pin the note to")
        if drop.kind != "pin":
            return super().find(pointer)
        self._snap = self._lined_up()
        return self._hung(drop.on_id)

    def _lined_up(self) -> guides.Snap:
        """Where the note comes to lie so that it lines up with others or with the grid."""
        drawing, camera = self.canvas.sheet.drawing, self.canvas.camera
        room = camera.seen()
        seen = (room.x(), room.y(), room.width(), room.height())
        if self._guided is None or self._guided[0] is not drawing or self._guided[1] != seen:
            self._guided = drawing, seen
            self._guides = guides.of(drawing, self.ids, seen)
        corner, size = self.held.on_paper(self.pointer.at), self.held.rect(self.pointer.at).size()
        rect = (corner.x(), corner.y(), guides.width(drawing), size.height() / camera.scale)
        return guides.snap(self._guides, rect, NEAR / camera.scale)

    @property
    def hand(self) -> QPointF:
        """Where the pointer would be were the note in the hand where it comes to lie."""
        at, snap = self.pointer.at, self._snap
        if snap is None:
            return at
        corner = self.held.on_paper(at)
        moved = QPointF(snap.x - corner.x(), snap.y - corner.y())
        return at + moved * self.canvas.camera.scale

    def _hung(self, on_id: str) -> Landing | str:
        """Pinned to something so that the note stays where the hand has it."""
        anchor = self.canvas.sheet.drawing.anchors.get(on_id)
        if anchor is None:
            return QCoreApplication.translate("Canvas", "Nothing here to pin the note to")
        corner = self.held.on_paper(self.hand)
        dx, dy = corner.x() - anchor[0], corner.y() - anchor[1]
        return Landing("pin", on_id=on_id, dx=round(dx, 1), dy=round(dy, 1))

    def hint(self) -> Hint:
        """Alt too."""
        state, keys = super().hint()
        free = QCoreApplication.translate("Canvas", "[Alt] free of lanes and guides")
        return Hint(state, (*keys[:2], free, *keys[2:]))

    def paint_over(self, painter: QPainter) -> None:
        """A frame round what it would be pinned to, and lines through what it lines up with."""
        painter.setPen(QPen(LINE, 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawLines([QLineF(one.topLeft(), one.bottomRight()) for one in self._lines()])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        rect = self._pinned_to()
        if rect is not None:
            brushes.frame(painter, rect)

    def place_areas(self) -> list[QRectF]:
        """The frame and the lines too."""
        rect = self._pinned_to()
        extra = [*self._lines(), *([rect] if rect is not None else [])]
        found = [one.adjusted(-AIR, -AIR, AIR, AIR) for one in extra]
        return [*super().place_areas(), *found]

    def _lines(self) -> list[QRectF]:
        """What it lines up with, pixels of the viewport; each is as thin as a line."""
        if self._snap is None or self.landing is None:
            return []
        ends = [QRectF(x, y, right - x, bottom - y) for x, y, right, bottom in self._snap.lines]
        return [self.canvas.camera.rect_to_view(one) for one in ends]

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


def _column(drawing: Drawing, x: float) -> str:
    """The step, or stage without steps, at a place across."""
    for column in drawing.columns:
        if column.x <= x < column.x + column.w:
            return column.step_id or column.stage_id
    return ""
