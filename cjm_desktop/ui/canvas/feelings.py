"""The height of curve points, set by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures.walk import Stand
from cjm_desktop.journey.records import Feeling, Lane

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

LOWEST, HIGHEST = -2.0, 2.0
LEVELS = 5
"""Keys from 1, the worst, to this, the best."""


class Feelings:
    """Answers keys that set how the customer feels.

    Args:
        canvas: whose keyboard.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.stepped: Stand | None = None
        """Where a digit has just stepped on to by itself: Tab asks for no other step."""

    def chosen(self) -> list[Feeling]:
        """The curve points that are chosen."""
        journey = self._canvas.document.journey
        found = (journey.find(one) for one in self._canvas.selection)
        return [one for one in found if isinstance(one, Feeling)]

    @property
    def awaited(self) -> bool:
        """Whether one stands in a cell of a curve that has no point there."""
        place = self._canvas.standing
        lane = self._canvas.record(place[0]) if place is not None else None
        return isinstance(lane, Lane) and lane.holds == "feelings"

    def nudge(self, by: float) -> bool:
        """Raise or lower the chosen points; in an empty cell make one. False where there is none.

        Args:
            by: of the scale from -2 to 2.
        """
        found = self.chosen()
        if found:
            self._set(found, [one.value + by for one in found], f"nudge {found[0].id}")
            return True
        place = self._canvas.standing if self.awaited else None
        made = self._canvas.deeds.add_feeling(place, None, typing=False) if place else None
        return made is not None and self.nudge(by)

    def level(self, number: int) -> bool:
        """Set the chosen points to a level; in an empty cell make a point and step on.

        Args:
            number: 1, the worst, to 5, the best.

        Returns:
            False where no point is chosen or awaited.
        """
        if number > LEVELS:
            return False
        value, found, place = number - (LEVELS + 1) / 2, self.chosen(), self._canvas.standing
        if found:
            self._set(found, [value] * len(found), None)
        elif self.awaited and place is not None:
            self._canvas.deeds.add_feeling(place, value, typing=False)
            # One digit a step draws a curve.
            self._canvas.walker.tab(1)
            self.stepped = self._canvas.walker.standing()
        else:
            return False
        return True

    def _set(self, found: list[Feeling], values: list[float], merge: str | None) -> None:
        def do(draft: Draft) -> tuple[str, ...]:
            for feeling, value in zip(found, values, strict=True):
                kept = min(HIGHEST, max(LOWEST, round(value, 2)))
                moves.set_fields(draft, feeling.id, value=kept)
            return tuple(one.id for one in found)

        self._canvas.deeds.step_of("step.move_feeling", found, do, merge)
