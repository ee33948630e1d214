"""What part of a map was seen when its file was saved, before there is a canvas that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPointF, QSize

from cjm_desktop.journey.records import JourneyMap
from cjm_desktop.ui.canvas.camera import AIR, FULL, LARGEST, SMALLEST

if TYPE_CHECKING:
    from cjm_desktop.document import Document
    from cjm_desktop.journey.journey import Journey
    from cjm_desktop.layout.pieces import Drawing

FARTHEST = 1e6
"""Poster units: no map reaches so far."""


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
    kept = document.view_state.get("canvas")
    journey = document.journey
    return read(kept if isinstance(kept, dict) else {}, journey, journey.maps()[0].id)


def read(seen: dict[str, Any], journey: Journey, map_id: str) -> Framing:
    """What a file says was seen, as far as it makes sense: anybody may have written it.

    Args:
        map_id: of the map that is seen where the file names none.
    """
    known = seen.get("map")
    if isinstance(known, str) and isinstance(journey.find(known), JourneyMap):
        map_id = known
    zoom, x, y = (_number(seen.get(key, 0)) for key in ("zoom", "x", "y"))
    if seen.get("whole") is True or not zoom or x is None or y is None:
        return Framing(map_id)
    return Framing(map_id, zoom, (x, y))


def _number(said: object) -> float | None:
    return float(said) if isinstance(said, int | float) and abs(said) <= FARTHEST else None
