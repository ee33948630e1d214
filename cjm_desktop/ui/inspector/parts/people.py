"""Parts about people: whose card it is, who takes part in a stage, whose journey a map is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, get_args

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from cjm_desktop.journey import consensus, moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import (
    BuyingPart,
    Card,
    JourneyMap,
    Lane,
    Participation,
    Persona,
    Stage,
)
from cjm_desktop.ui import icons, people, plain
from cjm_desktop.ui.controls import icon_button, name_button, square
from cjm_desktop.ui.flow import Flow
from cjm_desktop.ui.inspector.parts.part import Part, empty
from cjm_desktop.ui.inspector.parts.wrapped import Wrapped
from cjm_desktop.ui.lanes.menus import hues

INVOLVEMENTS = ("decides", "influences", "takes_part", "absent")
STANCES = ("", "for", "unsure", "against")
_STANCE_ICONS = {"": "minus", "for": "thumb-up", "unsure": "help", "against": "thumb-down"}


class Personas(Part):
    """The personas a card belongs to, as chips; none: it is everyone's."""

    def _offered(self) -> tuple[Persona, ...]:
        map_id = self.journey.map_of(self.record(Card))
        return self.journey.personas(map_id) if map_id else ()

    def state(self) -> object:
        return (self._offered(), self.record(Card).persona_ids)

    def build(self) -> None:
        empty(self.column)
        offered, on = self._offered(), self.record(Card).persona_ids
        self.setVisible(bool(offered))
        holder = QWidget()
        flow = Flow(holder, 6)
        for index, persona in enumerate(offered):
            chip = people.Chip(persona, index)
            chip.setChecked(persona.id in on)
            chip.shorten(short=persona.id not in on)
            chip.clicked.connect(
                lambda _on=False, one=persona.id: self.editing.turn_persona(self.record_id, one)
            )
            flow.addWidget(chip)
        self.column.addWidget(holder)


class Participants(Part):
    """Who takes part in a stage, with what influence, and where they stand."""

    def _cast(self) -> tuple[Persona, ...]:
        return self.journey.personas(self.record(Stage).map_id)

    def state(self) -> object:
        return (self._cast(), self.journey.participation(self.record_id))

    def build(self) -> None:
        empty(self.column)
        parts = {one.persona_id: one for one in self.journey.participation(self.record_id)}
        for index, persona in enumerate(self._cast()):
            self.column.addWidget(self._row(persona, index, parts.get(persona.id)))
        said = self._missing()
        if said:
            note = plain.label(said, wrap=True)
            note.setProperty("role", "warn")
            self.column.addWidget(note)
        if not self._cast():
            self.column.addWidget(
                plain.label(self.tr("This map has no personas yet."), "faint", wrap=True)
            )

    def _row(self, persona: Persona, index: int, part: Participation | None) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        sign = plain.label()
        sign.setPixmap(people.head(persona, index, 20).pixmap(QSize(20, 20)))
        row.addWidget(sign)
        name = plain.Elided(people.called(persona))
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(name, 1)
        involved = part.involvement if part else "absent"
        row.addWidget(self._menu_button(
            "", self.say(f"involvement.{involved}") if part else "–",
            [(one, self.say(f"involvement.{one}")) for one in INVOLVEMENTS],
            lambda one: self._set(persona, "involvement", one),
            self.tr("Influence of {name}").format(name=people.called(persona)),
        ))  # fmt: skip
        stance = part.stance if part else ""
        row.addWidget(self._menu_button(
            _STANCE_ICONS[stance], "",
            [(one, self.say(f"stance.{one or 'none'}")) for one in STANCES],
            lambda one: self._set(persona, "stance", one),
            self.tr("{name}: {stance}").format(
                name=people.called(persona), stance=self.say(f"stance.{stance or 'none'}")
            ),
        ))  # fmt: skip
        return holder

    def _menu_button(
        self,
        icon: str,
        text: str,
        choices: Sequence[tuple[str, str]],
        choose: Callable[[str], None],
        name: str,
    ) -> QToolButton:
        made = icon_button(icon or "minus", 16)
        if text:
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            made.setText(text)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        for value, said in choices:
            menu.addAction(said, partial(choose, value))
        made.setMenu(menu)
        name_button(made, name)
        return made

    def _set(self, persona: Persona, what: str, value: Any) -> None:
        def act(draft: Draft) -> str:
            return moves.set_participation(draft, persona.id, self.record_id, **{what: value})

        step = "step.stance" if what == "stance" else "step.participation"
        self.editing.do(step, people.called(persona), act)

    def _missing(self) -> str:
        """Where consensus is missing, in words."""
        found = consensus.agreement(self.journey, self.record_id)
        if not found.missing:
            return ""
        language = self.editing.language
        said = plain.clean(consensus.agreement_words(found, language))
        return self.tr("There is no consensus. {said}.").format(said=said)


class Cast(Part):
    """Whose journey a map is: its personas, the first one drawn large."""

    def state(self) -> object:
        return (self.record(JourneyMap).persona_ids, self.journey.personas())

    def build(self) -> None:
        empty(self.column)
        on = self.record(JourneyMap).persona_ids
        for index, persona in enumerate(self.journey.personas(self.record_id)):
            self.column.addWidget(self._row(persona, index))
        more = self.add_button(self.tr("Persona"))
        menu = QMenu(more)
        for persona in self.journey.personas():
            if persona.id not in on:
                menu.addAction(
                    plain.menu_text(people.called(persona)),
                    partial(self.editing.turn_persona, self.record_id, persona.id),
                )
        if menu.isEmpty():
            more.clicked.connect(self._new)
        else:
            menu.addSeparator()
            menu.addAction(self.say("new.persona"), self._new)
            more.setMenu(menu)
        self.column.addWidget(more)
        every = self.add_button(self.tr("All personas…"))
        every.setIcon(icons.icon("users-group"))
        every.clicked.connect(lambda: self.editing.personas_asked.emit(on[0] if on else ""))
        self.column.addWidget(every)

    def _row(self, persona: Persona, index: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        sign = plain.label()
        sign.setPixmap(people.head(persona, index, 20).pixmap(QSize(20, 20)))
        row.addWidget(sign)
        shown = Wrapped("", people.called(persona), more=(persona.name,) if persona.role else ())
        shown.clicked.connect(lambda: self.jump.emit(persona.id))
        row.addWidget(shown, 1)
        if index:
            first = icon_button("arrow-up", 14)
            name_button(first, self.tr("Show large: put first"))
            first.clicked.connect(lambda: self._put_first(persona))
            row.addWidget(first)
        gone = icon_button("x", 14)
        name_button(gone, self.tr("Take off this map"))
        gone.clicked.connect(lambda: self.editing.turn_persona(self.record_id, persona.id))
        row.addWidget(gone)
        return holder

    def _put_first(self, persona: Persona) -> None:
        self.editing.do(
            "step.put_first",
            people.called(persona),
            lambda draft: moves.put_first(draft, self.record_id, persona.id),
        )

    def _new(self) -> None:
        name = self.say("new.persona")
        made = self.editing.do(
            "step.add_persona", name, lambda draft: moves.add_persona(draft, name, self.record_id)
        )
        if made:
            self.made.emit(made)

    @property
    def summary(self) -> str:
        return str(len(self.record(JourneyMap).persona_ids) or "")


class Walks(Part):
    """Which maps a persona is on."""

    def state(self) -> object:
        return tuple(
            (one.id, one.title, self.record_id in one.persona_ids) for one in self.journey.maps()
        )

    def build(self) -> None:
        empty(self.column)
        for one in self.journey.maps():
            box = QCheckBox(plain.menu_text(one.title) or self.tr("Untitled"))
            box.setChecked(self.record_id in one.persona_ids)
            box.clicked.connect(lambda _on=False, one=one.id: self._turn(one))
            self.column.addWidget(box)

    def _turn(self, map_id: str) -> None:
        self.editing.turn_persona(map_id, self.record_id)

    @property
    def summary(self) -> str:
        return str(sum(self.record_id in one.persona_ids for one in self.journey.maps()) or "")


class Buying(Part):
    """Which parts a persona plays in the buying centre."""

    def set_up(self) -> None:
        self._boxes = {
            one: QCheckBox(self.say(f"buying_part.{one}")) for one in get_args(BuyingPart)
        }
        for box in self._boxes.values():
            box.clicked.connect(self._changed)
            self.column.addWidget(box)

    def build(self) -> None:
        for one, box in self._boxes.items():
            box.setChecked(one in self.record(Persona).buying_parts)

    def _changed(self) -> None:
        on = tuple(one for one, box in self._boxes.items() if box.isChecked())
        self.editing.set(self.record_id, "buying_parts", on, self.editing.session())


class Colour(Part):
    """A colour of its own, or the one it has by its place or as what it is."""

    def state(self) -> object:
        return getattr(self.journey.find(self.record_id), "colour", "")

    def build(self) -> None:
        empty(self.column)
        holder = QWidget()
        flow = Flow(holder, 2)
        now = str(self.state()).upper()
        plain_by_itself = isinstance(self.journey.find(self.record_id), Lane | Card)
        usual = self.tr("As usual") if plain_by_itself else self.tr("By its place")
        called = hues()
        for colour in ("", *called):
            made = icon_button("x", 18, "faint")
            if colour:
                made.setIcon(square(colour, colour, 18))
            made.setCheckable(True)
            made.setChecked(colour.upper() == now)
            name_button(made, called.get(colour, usual))
            made.clicked.connect(lambda _on=False, one=colour: self._set(one))
            flow.addWidget(made)
        self.column.addWidget(holder)

    def _set(self, colour: str) -> None:
        self.editing.set(self.record_id, "colour", colour, self.editing.session())
