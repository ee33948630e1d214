"""Parts about barriers: how bad one is, what it is pinned to, which stand at a touchpoint."""

from __future__ import annotations

from PySide6.QtCore import QSize

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.chain import barriers_at
from cjm_desktop.journey.records import Barrier
from cjm_desktop.layout.theme import LIGHT
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Segments, button, square
from cjm_desktop.ui.inspector.parts.part import Part, Row, empty


class Severity(Part):
    """Hinders, slows down or loses the customer: colour and word."""

    def set_up(self) -> None:
        self._segments = Segments(("1", "2", "3"), stretch=True)
        self._segments.say([self.say(f"severity.{one}") for one in (1, 2, 3)])
        for made, colour in zip(self._segments.buttons.values(), LIGHT.severities, strict=True):
            made.setIcon(square(colour, "#8A6D1F", 12, 5))
            made.setIconSize(QSize(17, 12))
            plain.tip(made, made.text())
        self._segments.buttons["3"].setText(self.tr("loses"))
        self._segments.chosen.connect(self._choose)
        self.column.addWidget(self._segments)

    def _choose(self, key: str) -> None:
        self.editing.set(self.record_id, "severity", int(key), self.editing.session())

    def build(self) -> None:
        self._segments.choose(str(self.record(Barrier).severity))


class Pin(Part):
    """What a freely placed note stands on, and the way back to its lane."""

    def state(self) -> object:
        found = self.journey.find(self.record(Barrier).on_id)
        return found or "nothing"

    def build(self) -> None:
        empty(self.column)
        found = self.journey.find(self.record(Barrier).on_id)
        self.setVisible(found is not None)
        if found is None:
            return
        label = naming.label(found, self.language)
        row = Row("pinned", self.tr("On {name}").format(name=label))
        row.clicked.connect(lambda: self.jump.emit(found.id))
        back = button(self.tr("Back to its lane"), "arrow-back-up")
        back.clicked.connect(self._back)
        self.column.addWidget(row)
        self.column.addWidget(back)

    def _back(self) -> None:
        note = self.record(Barrier)
        name = naming.label(note, self.language)
        self.editing.do(
            "step.unpin_barrier",
            name,
            lambda draft: moves.unpin_barrier(
                draft, note.id, note.lane_id, note.stage_id, note.step_id
            ),
        )


class BarriersHere(Part):
    """The barriers that stand at a touchpoint: pinned to it, or in its column."""

    _here: tuple[Barrier, ...] = ()

    def state(self) -> object:
        """Found once, by a look at all barriers: the rows and the heading are made of it too."""
        self._here = barriers_at(self.journey, self.record_id)
        return self._here

    def build(self) -> None:
        empty(self.column)
        for one in self._here:
            row = Row("alert-triangle", naming.label(one, self.language))
            row.clicked.connect(lambda _on=False, one=one: self.jump.emit(one.id))
            self.column.addWidget(row)

    @property
    def summary(self) -> str:
        return str(len(self._here) or "")
