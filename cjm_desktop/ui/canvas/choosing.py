"""What is chosen on a map, and the cell the keyboard stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal

from cjm_desktop.document import Document
from cjm_desktop.journey.gestures.walk import Place
from cjm_desktop.journey.records import Stage
from cjm_desktop.journey.sifting import Sifted, sift
from cjm_desktop.ui.canvas.viewing import Viewing


class Choosing(Viewing):
    """A map of which things can be chosen."""

    selection_changed = Signal()
    standing_changed = Signal()
    """The user stands in a cell or on a role, or in none any more."""

    document: Document

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the chosen records, the last one chosen last."""
        return self.marks.chosen

    def select(self, record_ids: Iterable[str], *, reveal: bool = False) -> None:
        """Choose records.

        Args:
            record_ids: those the map does not show are chosen all the same.
            reveal: scroll so that the last one is seen.
        """
        wanted = tuple(dict.fromkeys(record_ids))
        changed = wanted != self.marks.chosen
        if changed:
            self.touch(self.marks.areas(self.marks.chosen))
            self.marks.choose(wanted, self.drawing)
            self.touch(self.marks.areas(wanted))
        if reveal and wanted:
            self.reveal(wanted[-1])
        if changed:
            self._look_at(wanted[-1] if wanted else "")
            self.selection_changed.emit()
            self.hands.refresh()

    def _look_at(self, record_id: str) -> None:
        """Show the prompts of the stage that is worked on."""
        record = self.document.journey.find(record_id)
        stage_id = record_id if isinstance(record, Stage) else getattr(record, "stage_id", "")
        if stage_id:
            self.sheet.work_on(stage_id)

    def follow(self, record_id: str) -> None:
        """Show the chain of a hypothesis or metric that is shown beside the map."""
        if self.threads.follow(record_id):
            self.viewport().update()

    def select_all(self) -> None:
        """Choose every card of the map; of one that is filtered what stands out."""
        dimmed = self.dimmed()
        self.select(one for one in self.map_scene.card_ids() if one not in dimmed)

    def dimmed(self) -> frozenset[str]:
        """What a filter dims: who takes many things at once does not mean it."""
        return self._sifted().dimmed if self.look.sifted else frozenset()

    def let_go_of_unseen(self) -> None:
        """Choose no more what the path or the filter leaves out: Del would take it unseen."""
        if not self.selection:
            return
        found = self._sifted()
        unseen = found.hidden | found.dimmed if self.look.hides else found.hidden
        self.select(one for one in self.selection if one not in unseen)

    def _sifted(self) -> Sifted:
        sieve = replace(self.look.sieve, path=self.look.path)
        return sift(self.document.journey, self.map_id, sieve)

    @property
    def standing(self) -> Place | None:
        """The empty cell the keyboard stands in: lane, stage, step."""
        return self.marks.standing

    def stand_in(self, place: Place | None, role: str = "") -> None:
        """Let the keyboard stand in an empty cell, or nowhere.

        Args:
            place: None: nowhere.
            role: on whose token of a cell of roles, by the persona's id.
        """
        if (place, role) != (self.marks.standing, self.marks.role):
            self.marks.standing, self.marks.role = place, role
            if place is not None:
                self.sheet.work_on(place[1])
            self.viewport().update()
            self.hands.refresh()
        elif place is None:
            return
        self.standing_changed.emit()
