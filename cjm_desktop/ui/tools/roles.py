"""A click on a role in the lanes of who takes part and of consensus: the next way, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.journey.gestures.walk import Place
from cjm_desktop.journey.journey import Journey
from cjm_desktop.layout import hit
from cjm_desktop.ui.canvas.roles import persona_of
from cjm_desktop.ui.tools.gesture import Gesture, Pointer

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas


def role_at(journey: Journey, found: hit.Hit) -> str:
    """The persona whose token was hit in a lane of roles, or nothing."""
    if found.zone is None or found.zone.name != "role":
        return ""
    return persona_of(journey, found.record_id)


class RoleTurn(Gesture):
    """A role was pressed: its release is a click."""

    quiet = True
    scrolls = (False, False)

    def __init__(self, canvas: Canvas, place: Place, persona_id: str) -> None:
        super().__init__(canvas)
        self._place, self._persona_id = place, persona_id

    def release(self, pointer: Pointer) -> None:
        """Turn it, if the pointer is still over it."""
        found = hit.at(self.canvas.drawing, pointer.x, pointer.y)
        if found is None or role_at(self.canvas.document.journey, found) != self._persona_id:
            return
        self.canvas.roles.turn(self._place, self._persona_id, back=pointer.shift)

    def wipe(self) -> None:
        """It painted nothing."""
