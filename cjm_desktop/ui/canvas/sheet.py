"""The map of one document as it is drawn now: kept in step with the document, or a preview."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from cjm_desktop import layout
from cjm_desktop.document import Change, Document
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.quiet import keep, let_go
from cjm_desktop.journey.records import Record
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import DARK, LIGHT
from cjm_desktop.ui.look import Look

MOST = 6000
"""Things on the maps together that one may turn back to without their being laid out anew."""
LITTER = 8
"""Sheets that are closed before what is left of them is looked for."""


class Foreseen(NamedTuple):
    """What an edit would come to: records that are new or changed, those that go, and the map."""

    put: tuple[Record, ...]
    dropped: tuple[Record, ...]
    drawing: Drawing


class Sheet:
    """Draws one map of a document and shows it through a callable.

    Args:
        document: watched; every change is drawn at once.
        map_id: which of its maps.
        look: how the user wants it.
        show: brings the screen up to date with a drawing.
        previous: a drawing of much the same map, to be quick.
        laid: the drawing of this very map, where it is there already.
    """

    _closed = 0

    def __init__(
        self,
        document: Document,
        map_id: str,
        look: Look,
        show: Callable[[Drawing], None],
        previous: Drawing | None = None,
        laid: Drawing | None = None,
    ) -> None:
        self.document = document
        self.map_id = map_id
        self.look = look
        self._show = show
        self._preview: Journey | None = None
        self.foreseen: Foreseen | None = None
        """What the edit that is under way comes to, if the hand has rested on it."""
        self._expected: Drawing | None = None
        self._left: object = None
        """What was shown before the last change: taking it apart waits until the hand rests."""
        self._recent: dict[str, Drawing] = {}
        """How maps looked that were shown before, the last one last: of what has not changed since
        the layout is taken from there."""
        self._laid_in: dict[str, Look] = {}
        """In which look maps beside this one were laid out last, kept or not."""
        self._stage_id = self._first_stage(map_id)
        self.settled = laid or self._draw(document.journey, previous)
        """The document as it is, whatever a preview shows."""
        self.drawing = self.settled
        self._stop = document.watch(self._changed)
        self.after_change: Callable[[Change], None] = lambda _: None

    @property
    def journey(self) -> Journey:
        """The records that are shown: the document's, or those of a preview."""
        return self._preview or self.document.journey

    def close(self) -> None:
        """Watch no more."""
        self._stop()
        let_go()
        # Each map that is kept from the collector puts off its next round: it never came by itself,
        # and a day of opening maps took a gigabyte.
        Sheet._closed += 1
        if Sheet._closed % LITTER == 0:
            gc.collect()

    def turn_to(self, map_id: str, look: Look) -> None:
        """Show another map, or the same in another look."""
        if (map_id, look) == (self.map_id, self.look):
            return
        known = self.settled if map_id == self.map_id else self._leave_for(map_id)
        self.map_id, self.look, self._preview, self.foreseen = map_id, look, None, None
        self.settled = self._draw(self.document.journey, known)
        self._put(self.settled)

    def _leave_for(self, map_id: str) -> Drawing | None:
        """Keep how this map looked, and tell how another did when it was shown last."""
        self._recent[self.map_id], self._laid_in[self.map_id] = self.settled, self.look
        while self._held() > MOST:
            del self._recent[next(iter(self._recent))]
        self._stage_id = self._first_stage(map_id)
        return self._recent.pop(map_id, None)

    def unlaid(self) -> str:
        """A map of the document that one may turn to and wait for; empty: there is none."""
        journey, room = self.document.journey, MOST - self._held()
        for one in journey.maps():
            cards = sum(len(journey.cards_of_lane(lane.id)) for lane in journey.lanes(one.id))
            if one.id != self.map_id and self._laid_in.get(one.id) != self.look and cards < room:
                return one.id
        return ""

    def remember(self, drawing: Drawing, look: Look) -> None:
        """Keep a map that was laid out before one turns to it (see `laid`), if there is room."""
        map_id = drawing.map_id
        self._laid_in[map_id] = look
        self._recent.pop(map_id, None)
        if map_id != self.map_id and len(drawing.anchors) + self._held() <= MOST:
            # Those that were looked at are kept longer.
            self._recent = {map_id: drawing, **self._recent}

    def _held(self) -> int:
        return sum(len(one.anchors) for one in self._recent.values())

    def work_on(self, stage_id: str) -> None:
        """Let the prompts stand in the empty cells of a stage."""
        if stage_id == self._stage_id or self.document.journey.find(stage_id) is None:
            return
        self._stage_id, self.foreseen = stage_id, None
        if self.look.prompts and self._preview is None:
            self.redraw()

    def _first_stage(self, map_id: str) -> str:
        stages = self.document.journey.stages(map_id)
        return stages[0].id if stages else ""

    def redraw(self) -> None:
        """Draw the document as it is now."""
        self._preview = self.foreseen = None
        self.settled = self._draw(self.document.journey, self.drawing)
        self._put(self.settled)

    def foresee(self, draft: Draft) -> None:
        """Lay out what an edit would come to; if it comes to just that, it is only shown.

        Args:
            draft: of the document's records, with the edit in it.
        """
        self._left = None
        drawing = self._draw(draft.journey, self.drawing)
        self.foreseen = Foreseen(draft.changed(), draft.dropped(), drawing)

    def preview(self, journey: Journey, *, steady: bool = False) -> None:
        """Show what would be, until `end_preview` or the next change of the document.

        Args:
            steady: columns keep their widths, so that none slips away under the hand.
        """
        self._preview = journey
        self._put(self._draw(journey, self.drawing, steady=steady))

    def end_preview(self) -> None:
        """Show the document again."""
        if self._preview is not None:
            self._preview = None
            self._put(self.settled)

    def laid(self, journey: Journey, map_id: str) -> Drawing:
        """Lay out what may be shown next (see `expect`); in any thread."""
        previous = self.settled if self.settled.map_id == map_id else None
        return self._draw(journey, previous, map_id=map_id)

    def expect(self, drawing: Drawing) -> None:
        """The next change of the document comes to this, of whichever map."""
        if drawing.map_id != self.map_id:
            self.map_id, self._preview, self.foreseen = drawing.map_id, None, None
        self._expected = drawing

    def _put(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self._show(drawing)

    def _draw(
        self,
        journey: Journey,
        previous: Drawing | None,
        *,
        steady: bool = False,
        map_id: str | None = None,
    ) -> Drawing:
        look = self.look
        drawn = layout.draw(
            journey,
            map_id or self.map_id,
            DARK if look.dark_map else LIGHT,
            replace(
                look.shown,
                language=journey.document.language,
                # A prompt would promise that a cell is empty whose cards are only hidden.
                prompts=look.prompts and not look.hides,
                prompt_stage=self._stage_id,
            ),
            previous=previous,
            steady=steady,
        )
        if previous is None:
            # A large map is a million small objects without a cycle among them, and the collector
            # would look through all of them amid a drag. What an edit replaces goes anyway.
            keep()
        return drawn

    def _changed(self, change: Change) -> None:
        self._left = self.settled, self.drawing, self._preview
        if self._expected is not None:
            self.settled, self._preview, self._expected = self._expected, None, None
            self._put(self.settled)
        elif self.foreseen is not None and self._as_foreseen(self.foreseen, change):
            self.settled, self._preview, self.foreseen = self.foreseen.drawing, None, None
            self._put(self.settled)
        elif self.document.journey.find(self.map_id) is not None:
            self.redraw()
        self.after_change(change)

    def _as_foreseen(self, wanted: Foreseen, change: Change) -> bool:
        """Whether an edit has made of this map what was foreseen; others may have followed it."""
        return all(
            {one.id: one for one in there} == {one.id: one for one in came if self._is_here(one)}
            for there, came in ((wanted.put, change.put), (wanted.dropped, change.dropped))
        )

    def _is_here(self, record: Record) -> bool:
        """Whether this map may show it: it is in no other one."""
        return self.document.journey.map_of(record) in (self.map_id, None)
