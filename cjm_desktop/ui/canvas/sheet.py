"""The map of one document as it is drawn now: kept in step with the document, or a preview."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace

from cjm_desktop import layout
from cjm_desktop.document import Change, Document
from cjm_desktop.journey.journey import Journey
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import DARK, LIGHT
from cjm_desktop.ui.look import Look

LITTER = 8
"""Sheets that are closed before what is left of them is looked for."""


class Sheet:
    """Draws one map of a document and shows it through a callable.

    Args:
        document: watched; every change is drawn at once.
        map_id: which of its maps.
        look: how the user wants it.
        show: brings the screen up to date with a drawing.
    """

    _closed = 0

    def __init__(
        self, document: Document, map_id: str, look: Look, show: Callable[[Drawing], None]
    ) -> None:
        self.document = document
        self.map_id = map_id
        self.look = look
        self._show = show
        self._preview: Journey | None = None
        self._stage_id = self._first_stage()
        self.settled = self._draw(document.journey, None)
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
        gc.unfreeze()
        # Each map that is kept from the collector puts off its next round: it never came by itself,
        # and a day of opening maps took a gigabyte.
        Sheet._closed += 1
        if Sheet._closed % LITTER == 0:
            gc.collect()

    def turn_to(self, map_id: str, look: Look) -> None:
        """Show another map, or the same in another look."""
        if (map_id, look) == (self.map_id, self.look):
            return
        known = self.settled if map_id == self.map_id else None
        self.map_id, self.look, self._preview = map_id, look, None
        if known is None:
            self._stage_id = self._first_stage()
        self.settled = self._draw(self.document.journey, known)
        self._put(self.settled)

    def work_on(self, stage_id: str) -> None:
        """Let the prompts stand in the empty cells of a stage."""
        if stage_id == self._stage_id or self.document.journey.find(stage_id) is None:
            return
        self._stage_id = stage_id
        if self.look.prompts and self._preview is None:
            self.redraw()

    def _first_stage(self) -> str:
        stages = self.document.journey.stages(self.map_id)
        return stages[0].id if stages else ""

    def redraw(self) -> None:
        """Draw the document as it is now."""
        self._preview = None
        self.settled = self._draw(self.document.journey, self.drawing)
        self._put(self.settled)

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

    def _put(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self._show(drawing)

    def _draw(self, journey: Journey, previous: Drawing | None, *, steady: bool = False) -> Drawing:
        look = self.look
        drawn = layout.draw(
            journey,
            self.map_id,
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
            gc.freeze()
        return drawn

    def _changed(self, change: Change) -> None:
        if self.document.journey.find(self.map_id) is not None:
            self.redraw()
        self.after_change(change)
