"""Why somebody in a stage is not for it: a note for each whose consent is missing."""

from __future__ import annotations

from functools import partial

from cjm_desktop.journey import moves
from cjm_desktop.journey.records import Participation, Persona, Stage
from cjm_desktop.ui import people
from cjm_desktop.ui.inspector.fields import Line
from cjm_desktop.ui.inspector.parts.part import Part, empty


class RoleNotes(Part):
    """A field for everyone who is unsure or against, and for those who have a note already."""

    def set_up(self) -> None:
        self._fields: dict[str, Line] = {}
        self._sessions: dict[str, int] = {}

    def _found(self) -> dict[str, Participation]:
        known = self.journey.participation(self.record_id)
        asked = {one.persona_id: one for one in known if one.note or one.stance != "for"}
        cast = self.journey.personas(self.record(Stage).map_id)
        return {
            one.id: asked[one.id]
            for one in cast
            if one.id in asked and (asked[one.id].note or asked[one.id].stance)
        }

    def state(self) -> object:
        # Not the notes themselves: who types keeps the field.
        return [people.called(self.journey.get(Persona, one)) for one in self._found()]

    def build(self) -> None:
        empty(self.column)
        self._fields = {}
        for persona_id in self._found():
            name = people.called(self.journey.get(Persona, persona_id))
            field = Line(self.tr("Why, {name}").format(name=name))
            field.entered.connect(partial(self._enter, persona_id))
            field.edited.connect(partial(self._write, persona_id))
            self._fields[persona_id] = field
            self.column.addWidget(field)

    def refresh(self) -> None:
        super().refresh()
        found = self._found() if self.record_id in self.journey else {}
        for persona_id, field in self._fields.items():
            if persona_id in found and not field.busy:
                field.show_value(found[persona_id].note)

    def _enter(self, persona_id: str) -> None:
        self._sessions[persona_id] = self.editing.session()

    def _write(self, persona_id: str, text: str) -> None:
        session = self._sessions.setdefault(persona_id, self.editing.session())
        self.editing.do(
            "step.role_note",
            people.called(self.journey.get(Persona, persona_id)),
            lambda draft: moves.set_participation(draft, persona_id, self.record_id, note=text),
            f"{self.record_id}.{persona_id}.note.{session}",
        )
