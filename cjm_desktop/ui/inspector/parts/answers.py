"""Which barriers an opportunity answers: any of the map's, not only the one it was made from."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from cjm_desktop.journey.records import Barrier, Opportunity
from cjm_desktop.ui.inspector.parts import bystage
from cjm_desktop.ui.inspector.parts.part import Part


class Answers(Part):
    """A menu of the map's barriers, those that are answered with a check mark."""

    def set_up(self) -> None:
        add = self.add_button(self.tr("Barriers it answers…"))
        add.setAutoDefault(False)
        menu = QMenu(add)
        # A map has many barriers: they are listed when they are asked for.
        menu.aboutToShow.connect(lambda: self._fill(menu))
        add.setMenu(menu)
        self.column.addWidget(add)

    def _fill(self, menu: QMenu) -> None:
        own = self.record(Opportunity)
        map_id = self.journey.map_of(own)
        barriers = [one for one in self.journey.all(Barrier) if self.journey.map_of(one) == map_id]
        bystage.fill(menu, self.journey, barriers, self.language, self._turn, own.answers)

    def _turn(self, barrier_id: str) -> None:
        now = self.record(Opportunity).answers
        after = tuple(one for one in now if one != barrier_id)
        after = after if barrier_id in now else (*now, barrier_id)
        self.editing.set(self.record_id, "answers", after, self.editing.session())
