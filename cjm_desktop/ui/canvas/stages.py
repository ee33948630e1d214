"""Showing one stage: as wide as the window, its name at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from cjm_desktop.layout import hit
from cjm_desktop.ui.canvas.camera import FULL
from cjm_desktop.ui.canvas.sticky import AIR

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.viewing import Viewing

MOST = 1.5
"""Zoom not to go beyond for a stage of few steps."""
BESIDE = 6.0
"""Poster units of the neighbours that are seen too."""
SAME, PIXELS = 1e-6, 2.0
"""How far scale and place may be from those of a stage that is shown already."""


def show(canvas: Viewing, stage_id: str, *, again: bool = False) -> bool:
    """Zoom to a stage; False: it is none that is shown.

    Args:
        canvas: whose map.
        stage_id: of the stage.
        again: where it is shown so already, show the whole map.
    """
    rect = hit.stage_rect(canvas.drawing, stage_id)
    if rect is None:
        return False
    drawing, camera, window = canvas.drawing, canvas.camera, canvas.camera.window()
    x, _, width, _ = rect
    label = drawing.grid_x - drawing.label_x + AIR  # the names of the lanes stick there
    scale = min(window.width() / (label + width + 2 * BESIDE), MOST * FULL)
    beside = (window.width() / scale - label - width) / 2
    corner = QPointF(x - label - beside, drawing.stages_y - AIR + 1 / scale)
    moved = (camera.to_view(corner.x(), corner.y()) - window.topLeft()).manhattanLength()
    if again and abs(scale - camera.scale) < SAME and moved <= PIXELS:
        canvas.fit_map()
    else:
        canvas.look_at(corner, scale / FULL)
    return True
