"""What can be done to personas in the gallery: each is one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cjm_desktop.journey import moves, naming, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Persona
from cjm_desktop.ui.people import sure_to_delete
from cjm_desktop.ui.personas import reading

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work


class Deeds:
    """Creates, copies, moves and deletes personas.

    Args:
        work: the document; new personas walk on the map that is shown.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._editing = work.editing

    def _called(self, persona_id: str) -> str:
        persona = self._editing.journey.get(Persona, persona_id)
        return naming.label(persona, self._editing.language)

    def _language(self) -> str:
        return self._editing.document.language

    def new_segment(self) -> str:
        """What a segment is called until somebody describes it."""
        return words.say("new.segment", self._language())

    def create(self, segment: str = "") -> str | None:
        """Add a persona to a segment and to the map that is shown; None: it was refused."""
        name = words.say("new.persona", self._language())
        return self._editing.do(
            "step.add_persona",
            name,
            lambda draft: moves.add_persona(draft, name, self._work.map_id, segment=segment),
        )

    def copy(self, persona_id: str) -> str | None:
        """Copy a persona; None: it was refused."""
        original = self._editing.journey.get(Persona, persona_id)
        name = words.say("new.copy", self._language(), name=naming.by_name(original))
        return self._editing.do(
            "step.copy_persona",
            self._called(persona_id),
            lambda draft: moves.copy_persona(draft, persona_id, name),
        )

    def move(self, persona_id: str, segment: str, index: int) -> None:
        """Let a persona stand at an index among the others of a segment."""
        journey = self._editing.journey
        place = reading.place_in(journey.personas(), persona_id, segment, index)
        before = journey.get(Persona, persona_id).segment.strip()
        step = "step.move_persona" if segment == before else "step.move_to_segment"
        changed = segment if segment != before else None

        def act(draft: Draft) -> None:
            moves.move_persona(draft, persona_id, place, changed)

        self._editing.do(step, self._called(persona_id), act)

    def describe(self, segment: str, described: str) -> None:
        """Say in other words how the people of a segment behave."""
        self._editing.do(
            "step.rename_segment",
            described or segment,
            lambda draft: moves.rename_segment(draft, segment, described),
        )

    def delete(self, parent: QWidget, persona_id: str) -> bool:
        """Delete a persona; where something hangs on them only after a question."""
        if not sure_to_delete(parent, self._editing, persona_id):
            return False
        self._editing.do(
            "step.delete_persona",
            self._called(persona_id),
            lambda draft: moves.drop(draft, persona_id),
        )
        return True
