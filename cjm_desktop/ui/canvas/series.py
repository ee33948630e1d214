"""Texts typed in a row: what follows where a key says that one is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.journey.gestures.walk import STAGES, Stand
from cjm_desktop.journey.records import Card, Record, Step

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas
    from cjm_desktop.ui.canvas.writing import Target


class Series:
    """Goes on from a text to the next one on a canvas.

    Args:
        canvas: whose texts.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def enter(self) -> None:
        """Keep the text; where things are typed in a row, begin the next one below."""
        canvas, target = self._canvas, self._canvas.writing.target
        if target is None or not canvas.writing.commit() or not target.series:
            return
        # One that got no text has gone, and ends the series.
        if target.record_id in canvas.document.journey and canvas.selection:
            self._below(canvas.record(canvas.selection[-1]))

    def _below(self, record: Record | None) -> None:
        """The next of a cell or stage, a new one behind the last."""
        canvas = self._canvas
        if isinstance(record, Step):
            canvas.deeds.add("step", record.id, series=True, chain=True)
        elif isinstance(record, Card):
            stand = canvas.walker.walk().of(record.id)
            ids = canvas.walker.walk().ids(stand.spot) if stand is not None else ()
            if stand is not None and ids[-1] != record.id:
                canvas.walker.step_to(Stand(stand.spot, ids[ids.index(record.id) + 1]))
            else:
                canvas.deeds.add_like()

    def tab(self, by: int) -> None:
        """Keep the text and go on to the next cell; from the last head to a new one.

        Args:
            by: 1 or -1.
        """
        canvas, stand = self._canvas, self._leave()
        if canvas.roles.chosen:
            canvas.roles.go("right" if by > 0 else "left")
        elif stand is not None and stand.place is None:
            self._next_head(stand, by)
        elif stand is not None:
            canvas.walker.step_to(canvas.walker.walk().along(stand, by))

    def page(self, by: int) -> None:
        """Keep the text and go on to the next stage.

        Args:
            by: 1 or -1.
        """
        stand = self._leave()
        if stand is not None:
            self._canvas.walker.step_to(self._canvas.walker.walk().by_stage(stand, by))

    def _leave(self) -> Stand | None:
        """Keep the text; the cell it is in, whether or not the text is still there."""
        canvas, target = self._canvas, self._canvas.writing.target
        stand = self._stand(target) if target is not None else None
        if not canvas.writing.commit():
            return None
        if stand is not None and stand.record_id not in canvas.document.journey:
            # A head that got no name has gone.
            return canvas.walker.standing() if stand.place is None else stand._replace(record_id="")
        return stand

    def _stand(self, target: Target) -> Stand | None:
        """The cell a text is read in."""
        walk = self._canvas.walker.walk()
        return walk.goal(target.record_id) if target.field == "goal" else walk.of(target.record_id)

    def _next_head(self, stand: Stand, by: int) -> None:
        """Type the next name of a stage or step."""
        canvas, walk = self._canvas, self._canvas.walker.walk()
        there = walk.go(stand, "right" if by > 0 else "left")
        if there is not None and there.record_id:
            canvas.writing.open(there.record_id)
        elif by > 0 and stand.spot.row == STAGES:
            canvas.deeds.add("stage", stand.record_id, chain=True)
        elif by > 0:
            where = there.spot.stage_id if there is not None else stand.record_id
            canvas.deeds.add("step", where, series=True, chain=True)
