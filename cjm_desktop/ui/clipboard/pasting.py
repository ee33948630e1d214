"""Copying, cutting, duplicating and pasting on one canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from cjm_desktop.journey import clipping, rules, tables
from cjm_desktop.journey.clipping import Clip, Spot, listing
from cjm_desktop.journey.clipping.filling import fill
from cjm_desktop.journey.clipping.landing import Landing, plan
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures.walk import STAGES, STEPS
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves import joining
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Card, Lane, Persona, Record
from cjm_desktop.ui import picture_file
from cjm_desktop.ui.canvas.removing import Removing
from cjm_desktop.ui.clipboard import offering
from cjm_desktop.ui.hypotheses import today
from cjm_desktop.ui.picture_taking import PictureTaking

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas
    from cjm_desktop.ui.editing import Editing


class Clipboard(QObject):
    """Takes from a canvas to the clipboard and back, each time as one step.

    Args:
        canvas: whose.
        editing: of its document.
    """

    table_asked = Signal(list)
    """A table was pasted: its rows; what lands where is to be shown first."""

    def __init__(self, canvas: Canvas, editing: Editing, used: set[int]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._taking = PictureTaking(editing)
        self._used = used
        """Clips that were cut and are back already: from then on they are copied."""

    # To the clipboard

    def copy(self, *, cut: bool = False) -> None:
        """Copy what is chosen; with `cut` it goes from the map."""
        canvas = self._canvas
        canvas.writing.commit()
        try:
            gone = cut and canvas.look.path != "to_be"  # of the plan it goes, and stays as it is
            clip = clipping.take(canvas.document.journey, canvas.selection, cut=gone)
        except Problem as problem:
            canvas.refuse(problem)
            return
        offering.offer(canvas, clip)
        if cut:
            self._used.discard(hash(clip.ids))
            Removing(canvas).delete(clip.ids, "step.cut")

    def copy_past(self, now: Journey) -> Problem | None:
        """Copy what is chosen in a former state of the map.

        Args:
            now: the map as it is.

        Returns:
            The sentence that says where it will land; None: there is nothing to copy.
        """
        canvas = self._canvas
        try:
            clip = clipping.take_past(canvas.document.journey, canvas.selection, now)
        except Problem as problem:
            canvas.refuse(problem)
            return None
        offering.offer(canvas, clip)
        return clipping.where_lands(clip, now, canvas.look.language)

    def duplicate(self) -> None:
        """Put copies of what is chosen behind it, and choose them."""
        canvas = self._canvas
        canvas.writing.commit()
        chosen, map_id, view = canvas.selection, canvas.map_id, canvas.look.path

        def do(draft: Draft) -> tuple[str, ...]:
            return clipping.duplicate(draft, map_id, chosen, view)

        self._show(canvas.change("step.duplicate", do, {"n": len(chosen)}))

    # From the clipboard

    def paste(self) -> None:
        """Paste whatever is on the clipboard, the richest form of it first."""
        canvas, data = self._canvas, offering.on_clipboard()
        canvas.writing.commit()
        try:
            clip = offering.clip_of(data)
            if clip is not None:
                self._put(clip)
            elif not self._take_words(data) and not self._take_picture(data):
                canvas.refuse(Problem("clip.nothing_there"))
        except Problem as problem:
            canvas.refuse(problem)

    def spot(self) -> Spot:
        """Where one stands."""
        canvas, stand = self._canvas, self._canvas.walker.standing()
        if stand is None:
            return Spot(canvas.map_id)
        row, stage_id, step_id = stand.spot
        record = canvas.document.journey.find(stand.record_id)
        if isinstance(record, Lane):
            return Spot(canvas.map_id, record.id)
        lane_id = "" if row in (STAGES, STEPS) else row
        return Spot(canvas.map_id, lane_id, stage_id, step_id, stand.record_id)

    def cell(self) -> tables.Place:
        """The cell of the map's table where one stands; the first one if nowhere."""
        canvas, stand = self._canvas, self._canvas.walker.standing()
        if stand is None:
            return tables.Place(tables.HEADS, 0)
        row, stage_id, step_id = stand.spot
        table = tables.of_map(canvas.document.journey, canvas.map_id, canvas.look.path)
        rows = [STAGES, STEPS, *(one.id for one in table.lanes)]
        columns = [(stage.id, step.id if step else None) for stage, step in table.columns]
        here = [number for number, (stage, step) in enumerate(columns)
                if stage == stage_id and step_id in (None, step)]  # fmt: skip
        return tables.Place(
            rows.index(row) if row in rows else tables.HEADS, here[0] if here else 0
        )

    def read_table(
        self, rows: list[list[str]], heads: int | None = None, named: bool | None = None
    ) -> Landing:
        """See where a table lands from where one stands (see `landing.plan`)."""
        canvas = self._canvas
        journey, at = canvas.document.journey, self.cell()
        return plan(journey, canvas.map_id, rows, at, canvas.look.path, heads=heads, named=named)

    def try_table(self, landing: Landing) -> None:
        """See whether a table fits.

        Raises:
            Problem: why it does not.
        """
        draft = Draft(self._canvas.document.journey)
        fill(draft, self._canvas.map_id, landing, self._canvas.look.path)
        rules.check(draft)

    def put_table(self, landing: Landing) -> None:
        """Put a table down, as one step."""
        canvas = self._canvas

        def do(draft: Draft) -> int:
            return fill(draft, canvas.map_id, landing, canvas.look.path, today())

        canvas.change("step.paste_table", do, {"n": landing.taken})

    def _put(self, clip: Clip) -> None:
        canvas, spot = self._canvas, self.spot()
        known = hash(clip.ids)
        if known in self._used:
            clip = clip._replace(cut=False)

        def do(draft: Draft) -> clipping.Put:
            return clipping.put(draft, clip, spot, canvas.look.path)

        made = canvas.change("step.paste", do, {"n": len(clip.ids)})
        if made is not None and self._show(made.ids) and clip.cut:
            self._used.add(known)
        said = joining.said(canvas.document.journey, made.joined) if made is not None else None
        if said is not None:
            canvas.refuse(said)

    def _take_words(self, data: QMimeData) -> bool:
        """Take a table or a list; False: there are no words."""
        rows = tables.from_html(data.html()) if data.hasHtml() else None
        if rows is None and "\t" in data.text():
            rows = tables.from_tsv(data.text())
        if rows and max(map(len, rows)) > 1:
            self.table_asked.emit(rows)
            return True
        if rows:
            lines = tuple(line.strip() for row in rows for line in tables.typed(row[0]))
        else:
            lines = () if picture_file.named_so(data) else listing.lines_of(data.text())
        if lines:
            self._put_list(lines)
        return bool(lines)

    def _put_list(self, lines: tuple[str, ...]) -> None:
        canvas, spot, stand = self._canvas, self.spot(), self._canvas.walker.standing()
        blank = not canvas.document.journey.stages(canvas.map_id)
        way = listing.put_cards
        if blank or (stand is not None and stand.spot.row == STAGES):
            way = listing.put_stages
        elif stand is not None and stand.spot.row == STEPS:
            way = listing.put_steps
        elif not spot.lane_id or not spot.stage_id:
            raise Problem("clip.no_cell")

        def do(draft: Draft) -> tuple[str, ...]:
            return way(draft, spot, lines, canvas.look.path)

        self._show(canvas.change("step.paste_list", do, {"n": len(lines)}))

    def _take_picture(self, data: QMimeData) -> bool:
        """Give the chosen card a picture, or make a card of it where a lane shows pictures."""
        if not picture_file.offered(data):
            return False
        canvas, spot = self._canvas, self.spot()
        lane = canvas.record(spot.lane_id)
        record = canvas.record(canvas.selection[-1]) if canvas.selection else None
        if isinstance(record, Card | Persona):
            self._taking.take(record.id, data)
        elif isinstance(lane, Lane) and lane.holds == "picture" and spot.stage_id:
            made = self._taking.take_into((lane.id, spot.stage_id, spot.step_id), data)
            self._show((made,) if made else None)
        else:
            raise Problem("clip.no_cell")
        return True

    def _show(self, ids: tuple[str, ...] | None) -> bool:
        """Choose what has come; False: nothing has."""
        canvas = self._canvas
        there = tuple(one for one in ids or () if isinstance(canvas.record(one), Record))
        if there:
            canvas.stand_in(None)
            if canvas.look.hides and any(canvas.marks.on_paper(one) is None for one in there):
                canvas.everything_asked.emit()
            canvas.select(there, reveal=True)
        return bool(there)
