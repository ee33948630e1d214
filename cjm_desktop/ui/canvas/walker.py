"""Where the keyboard stands on a canvas, and where it steps to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.journey.gestures import planning
from cjm_desktop.journey.gestures.walk import STAGES, STEPS, Direction, Place, Stand, Walk

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas


class Walker:
    """Steps over the map of a canvas.

    Args:
        canvas: whose keyboard.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def walk(self) -> Walk:
        """The rows and columns of the map."""
        canvas = self._canvas
        return Walk(
            planning.seen(canvas.document.journey, canvas.map_id, canvas.look.path), canvas.map_id
        )

    def standing(self) -> Stand | None:
        """Where the keyboard stands: on what was chosen last, or in an empty cell."""
        canvas = self._canvas
        place = canvas.marks.standing
        if place is not None:
            return self.walk().at(place) if self._is_there(place) else None
        return self.walk().of(canvas.selection[-1]) if canvas.selection else None

    def leave_what_went(self) -> None:
        """Stand nowhere, if the lane, stage or step one stood in has gone."""
        place = self._canvas.marks.standing
        if place is not None and not self._is_there(place):
            self._canvas.stand_in(None)

    def _is_there(self, place: Place) -> bool:
        journey = self._canvas.document.journey
        return all(one in (None, STAGES, STEPS) or one in journey for one in place)

    def go(self, direction: Direction) -> None:
        """Step to the neighbour in a direction."""
        now = self.standing()
        there = self.walk().go(now, direction) if now else self.walk().first()
        self._land(there, direction)

    def step_to(self, stand: Stand | None) -> None:
        """Stand on a record, or in an empty cell."""
        canvas = self._canvas
        if stand is None:
            return
        if stand.record_id:
            canvas.select((stand.record_id,), reveal=True)
            canvas.stand_in(None)
        else:
            canvas.stand_in(stand.place)
            canvas.select(())
            canvas.reveal_place(stand.place)

    def tab(self, by: int) -> None:
        """Step to the next (1) or previous (-1) cell, row by row."""
        now = self.standing()
        there = self.walk().along(now, by) if now is not None else self.walk().first()
        self._land(there, "right" if by > 0 else "left")

    def by_stage(self, by: int) -> bool:
        """Step to the next (1) or previous (-1) stage in the row; False: one stands nowhere."""
        now = self.standing()
        if now is not None:
            self._land(self.walk().by_stage(now, by), "right")
        return now is not None

    def to_end(self, *, last: bool) -> bool:
        """Step to the first or last cell of the row; False: one stands nowhere."""
        now = self.standing()
        if now is not None:
            self._land(self.walk().end(now, last=last), "left" if last else "right")
        return now is not None

    def _land(self, stand: Stand | None, direction: Direction) -> None:
        self.step_to(stand)
        if stand is not None:
            self._canvas.roles.enter(direction)

    def extend(self, direction: Direction) -> None:
        """Choose the neighbour too; going back gives up the last one."""
        canvas, walk = self._canvas, self.walk()
        now = walk.of(canvas.selection[-1]) if canvas.selection else None
        if now is None:
            self.go(direction)
            return
        there = walk.beside(now, direction)
        if there is None:
            return
        kept = canvas.selection[:-1] if there.record_id in canvas.selection else canvas.selection
        rest = [one for one in kept if one != there.record_id]
        canvas.select((*rest, there.record_id), reveal=True)

    def next_of_kind(self, by: int) -> None:
        """Choose the next or previous thing of the same kind as what is chosen."""
        canvas = self._canvas
        record = canvas.record(canvas.selection[-1]) if canvas.selection else None
        if record is not None:
            self.choose(self.walk().next(record.id, by, type(record)))

    def choose(self, record_id: str | None) -> None:
        """Stand on a record, if there is one."""
        if record_id:
            self._canvas.select((record_id,), reveal=True)
            self._canvas.stand_in(None)
