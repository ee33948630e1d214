"""What a role map makes of its general map: where it differs, and what it does not show."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from cjm_desktop.journey import following, moves, naming
from cjm_desktop.journey.records import JourneyMap, Persona, Record
from cjm_desktop.journey.values import FIELDS
from cjm_desktop.layout.cards import quoted
from cjm_desktop.ui import people, plain
from cjm_desktop.ui.controls import button, icon_button, name_button
from cjm_desktop.ui.inspector.head import icon_of, kind_of
from cjm_desktop.ui.inspector.parts.part import Part, Row, empty

SHORTEST = 2
"""So many differences can be given back at once."""
LONGEST = 120
"""Characters shown of a text of the general map."""


class Differs(Part):
    """In what a record of a role map differs from the general map, each to be given back."""

    def state(self) -> object:
        general = following.general_of(self.journey, self.record_id)
        return (following.differs(self.journey, self.record_id), general)

    def build(self) -> None:
        empty(self.column)
        names = following.differs(self.journey, self.record_id)
        self.setVisible(bool(names))
        if following.OWN in names:
            said = self.tr("Only on this map: the general map has nothing like it.")
            self.column.addWidget(plain.label(said, "secondary", wrap=True))
            return
        if not names:
            return
        self.column.addWidget(plain.label(self.tr("Differs from the general map"), "strong"))
        for name in sorted(names, key=self._field):
            self.column.addWidget(self._row(name))
            there = self._on_general(name)
            if there:
                self.column.addWidget(plain.label(there, "faint", wrap=True))
        if len(names) >= SHORTEST:
            every = button(self.tr("All as in the general map"), "arrow-back-up")
            every.clicked.connect(lambda: self._give_back(None))
            self.column.addWidget(every)

    def _field(self, name: str) -> str:
        said = self.say(f"field.{name}")
        return said[:1].upper() + said[1:]

    def _on_general(self, name: str) -> str:
        """What a text says on the general map; nothing of what is no text of somebody's."""
        general = following.general_of(self.journey, self.record_id)
        if general is None or name not in {
            one.name for one in FIELDS[type(general)] if one.free_text
        }:
            return ""
        line = plain.clean(str(getattr(general, name)))
        cut = line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"
        return self.tr("There: {text}").format(text=quoted(cut, self.language)) if cut else ""

    def _row(self, name: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        label = plain.Elided(self._field(name), "secondary")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(label, 1)
        made = button(self.tr("As in the general map"), "arrow-back-up", "link")
        made.setAccessibleName(f"{self._field(name)}: {made.text()}")
        made.clicked.connect(lambda: self._give_back(name))
        row.addWidget(made)
        return holder

    def _give_back(self, name: str | None) -> None:
        record = self.record(Record)
        self.editing.do(
            "step.give_back",
            naming.called(self.journey, record, self.language),
            lambda draft: moves.give_back(draft, self.record_id, name),
        )


class Follows(Part):
    """Which maps follow a general map; or which one a role map follows, and what it hides of it."""

    def state(self) -> object:
        general = self._general()
        return (
            general,
            following.hidden(self.journey, self.record_id),
            following.role_maps(self.journey, self.record_id),
            self.journey.personas(),
        )

    def _general(self) -> JourneyMap | None:
        found = self.journey.find(self.record(JourneyMap).general_id)
        return found if isinstance(found, JourneyMap) else None

    def build(self) -> None:
        empty(self.column)
        general = self._general()
        if general is None:
            self._build_roles()
        else:
            self._build_general(general)

    def _build_roles(self) -> None:
        """The maps that follow this one, and a way to more of them."""
        for one in following.role_maps(self.journey, self.record_id):
            self.column.addWidget(self._map(one, "corner-down-right"))
        more = self.add_button(self.tr("Map for a role"))
        said = self.tr("It follows this map: what changes here changes there, until it differs")
        plain.tip(more, said)
        menu = QMenu(more)
        here = self.journey.personas(self.record_id)
        for persona in (*here, *(one for one in self.journey.personas() if one not in here)):
            name = plain.menu_text(people.called(persona))
            menu.addAction(name, partial(self._make, persona))
        more.setMenu(menu)
        more.setEnabled(not menu.isEmpty())
        self.column.addWidget(more)

    def _make(self, persona: Persona) -> None:
        made = self.editing.do(
            "step.make_role_map",
            people.called(persona),
            lambda draft: moves.make_role_map(draft, self.record_id, persona.id),
        )
        if made:
            editing = self.editing
            QTimer.singleShot(0, editing, lambda: editing.map_asked.emit(made))

    def _map(self, one: JourneyMap, icon: str) -> Row:
        made = Row(icon, one.title or self.tr("Untitled"))
        made.clicked.connect(lambda: self.editing.map_asked.emit(one.id))
        return made

    def _build_general(self, general: JourneyMap) -> None:
        """The map this one follows, and what of it is hidden here."""
        self.column.addWidget(self._map(general, "map"))
        said = self.tr(
            "This map follows the general one: what changes there changes here, wherever the two "
            "do not differ."
        )
        self.column.addWidget(plain.label(said, "secondary", wrap=True))
        hidden = following.hidden(self.journey, self.record_id)
        if hidden:
            self.column.addWidget(plain.label(self.tr("Hidden here"), "strong"))
        for one in hidden:
            self.column.addWidget(self._row(one))
        own = button(self.tr("Make it its own"), "unlink")
        plain.tip(own, self.tr("It stays as it is and follows no other map any more"))
        own.clicked.connect(self._become_own)
        self.column.addWidget(own)

    def _row(self, record: Record) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        name = naming.called(self.journey, record, self.language)
        kind = kind_of(record, self.journey, self.language)
        shown = Row(icon_of(record, self.journey), name, kind if kind != name else "")
        shown.clicked.connect(partial(self.show_again, record.id))
        row.addWidget(shown, 1)
        again = icon_button("eye", 16)
        name_button(again, self.tr("Show “{name}” again").format(name=name))
        again.clicked.connect(partial(self.show_again, record.id))
        row.addWidget(again)
        return holder

    def show_again(self, general_id: str, _on: object = None) -> None:
        """Show again what the general map has and this map has hidden."""
        record = self.journey.get(Record, general_id)
        self.editing.do(
            "step.show_again",
            naming.called(self.journey, record, self.language),
            lambda draft: moves.show_again(draft, self.record_id, general_id),
        )

    def _become_own(self) -> None:
        self.editing.do(
            "step.become_own",
            self.record(JourneyMap).title,
            lambda draft: moves.become_own(draft, self.record_id),
        )

    @property
    def summary(self) -> str:
        return str(len(following.role_maps(self.journey, self.record_id)) or "")
