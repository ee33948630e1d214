"""The passages that lead from a touchpoint to the next ones, and how long they wait."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from cjm_desktop.journey import grid, moves, naming
from cjm_desktop.journey.records import Link, Touchpoint
from cjm_desktop.ui.inspector.parts import bystage
from cjm_desktop.ui.inspector.parts.part import Part, Row, empty

ICONS = {"next": "arrow-right", "repeat": "refresh", "alternative": "git-branch"}
"""What stands for each manner of a passage."""


class Passages(Part):
    """Where a touchpoint leads to: each passage with its wait, and a button that adds one."""

    def _found(self) -> tuple[Link, ...]:
        map_id = self.journey.map_of(self.record(Touchpoint)) or ""
        found = [one for one in self.journey.links(map_id) if one.from_id == self.record_id]
        columns = grid.of_map(self.journey, map_id)

        def place(link: Link) -> tuple[int, str]:
            return columns.covered(self.journey.get(Touchpoint, link.to_id)).start, link.id

        return tuple(sorted(found, key=place))

    def state(self) -> object:
        found = self._found()
        return found, [self.journey.find(one.to_id) for one in found]

    def build(self) -> None:
        empty(self.column)
        for one in self._found():
            row = Row(ICONS[one.manner], self._end(one), self._wait(one))
            row.clicked.connect(lambda _on=False, one=one: self.jump.emit(one.id))
            self.column.addWidget(row)
        add = self.add_button(self.tr("Passage to…"))
        menu = QMenu(add)
        # A map has many touchpoints: they are listed when they are asked for.
        menu.aboutToShow.connect(lambda: self._fill(menu))
        add.setMenu(menu)
        self.column.addWidget(add)

    def _end(self, link: Link) -> str:
        end = self.journey.find(link.to_id)
        return naming.label(end, self.language) if end is not None else ""

    def _wait(self, link: Link) -> str:
        wait = link.actual_wait or link.planned_wait
        return naming.duration(wait, self.language) if wait is not None else ""

    def _fill(self, menu: QMenu) -> None:
        own = self.record(Touchpoint)
        known = {self.record_id, *(one.to_id for one in self._found())}
        map_id = self.journey.map_of(own)
        others = [
            one
            for one in self.journey.all(Touchpoint)
            if one.id not in known and self.journey.map_of(one) == map_id
        ]
        bystage.fill(menu, self.journey, others, self.language, self._add)

    def _add(self, to_id: str) -> None:
        made = self.editing.do(
            "step.add_link",
            naming.label(self.record(Touchpoint), self.language),
            lambda draft: moves.add_link(draft, self.record_id, to_id),
        )
        if made:
            self.made.emit(made)

    @property
    def summary(self) -> str:
        return str(len(self._found()) or "")
