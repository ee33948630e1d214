"""Deleting what is chosen on a canvas, and where one stands afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm_desktop.journey import following, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import making, planning
from cjm_desktop.journey.gestures.walk import Direction, Stand
from cjm_desktop.journey.records import Card, Feeling, Lane, Stage, Step

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas

DELETABLE = (Card, Feeling, Stage, Step, Lane)
"""What lies on the map and can be dropped from it; personas are deleted where they are edited."""


class Removing:
    """Deletes from the map of a canvas, each time as one step.

    Args:
        canvas: whose.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas, self._walker = canvas, canvas.walker

    def delete(self, record_ids: Sequence[str], called: str = "") -> None:
        """Drop things with all that depends on them, as one step, and choose what is next.

        Args:
            called: key of the step's name, with the number of things; empty: as deleting is.
        """
        canvas, journey = self._canvas, self._canvas.document.journey
        records = [journey.find(one) for one in record_ids]
        going = [one for one in records if isinstance(one, DELETABLE)]
        if not going:
            return
        stand = self._walker.walk().of(going[-1].id)
        beside = self._beside(stand)
        first = going[0]
        key = called or "step.delete_many"
        values: dict[str, object] = {"n": len(going)}
        if len(going) == 1 and not called:
            key = planning.removing(first, naming.deleting(first), self._canvas.look.path)
            if key != "step.remove_from_plan" and following.general_of(journey, first.id):
                key = "step.hide_here"  # the general map keeps it
            values = {"name": making.name_of(journey, first)}

        def do(draft: Draft) -> bool:
            for record in going:
                if record.id in draft.journey:
                    planning.remove(draft, self._canvas.look.path, record.id)
            return True

        if canvas.change(key, do, values) and stand is not None:
            self._settle(stand, beside)

    def _beside(self, stand: Stand | None) -> Stand | None:
        """Whereto one steps if a stage, step or lane goes with all its cells."""
        if stand is None:
            return None
        walk = self._walker.walk()
        over = stand.record_id == stand.spot.row
        ways: tuple[Direction, Direction] = ("down", "up") if over else ("right", "left")
        return walk.go(stand, ways[0]) or walk.go(stand, ways[1])

    def _settle(self, stand: Stand, beside: Stand | None) -> None:
        """Stand where the deleted thing was: on its neighbour, or in its cell."""
        canvas, walk = self._canvas, self._walker.walk()
        seen = planning.seen(canvas.document.journey, canvas.map_id, self._canvas.look.path)

        def is_left(one: Stand) -> bool:
            row = (one.spot.row,) if one.place else ()
            return all(part is None or part in seen for part in (*row, *one.spot[1:]))

        if not is_left(stand):
            there = beside is not None and (not beside.record_id or beside.record_id in seen)
            if beside is not None and there and is_left(beside):
                self._walker.step_to(beside)
            return
        ids = walk.ids(stand.spot)
        if ids or stand.place:
            self._walker.step_to(Stand(stand.spot, ids[-1] if ids else ""))
