"""What part of a map was seen when its file was saved, before there is a canvas that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPointF, QSize

from cjm_desktop.ui.canvas.camera import AIR, FULL, LARGEST, SMALLEST

if TYPE_CHECKING:
    from cjm_desktop.document import Document
    from cjm_desktop.layout.pieces import Drawing


class Framing(NamedTuple):
    """A map, and a zoom with the place in the middle; without a zoom the whole map is seen."""

    map_id: str
    zoom: float | None = None
    middle: tuple[float, float] = (0.0, 0.0)

    def view(self, drawing: Drawing, size: QSize) -> tuple[QPointF, float]:
        """What is at the top left of so large a canvas, and pixels to a poster unit."""
        middle = QPointF(*self.middle)
        if self.zoom is None:
            room = max(size.width() - 2 * AIR, 1), max(size.height() - 2 * AIR, 1)
            wanted = min(room[0] / max(drawing.width, 1), room[1] / max(drawing.height, 1)) / FULL
            middle = QPointF(drawing.width, drawing.height) / 2
        else:
            wanted = self.zoom
        scale = min(max(wanted, SMALLEST), LARGEST) * FULL
        return middle - QPointF(size.width(), size.height()) / 2 / scale, scale


def of(document: Document) -> Framing:
    """What will be seen of a document that is opened."""
    kept: Any = document.view_state.get("canvas")
    journey = document.journey
    seen: dict[str, Any] = kept if isinstance(kept, dict) else {}
    known = seen.get("map")
    map_id = str(known) if known in journey else journey.maps()[0].id
    if seen.get("whole") is True or not isinstance(seen.get("zoom"), int | float):
        return Framing(map_id)
    return Framing(map_id, float(seen["zoom"]), (float(seen.get("x", 0)), float(seen.get("y", 0))))
