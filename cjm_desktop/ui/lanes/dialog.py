"""The lanes of the shown map in a small dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from cjm_desktop.document import Change
from cjm_desktop.journey import words
from cjm_desktop.journey.records import Lane, LaneKind
from cjm_desktop.ui.controls import button, icon_button, name_button
from cjm_desktop.ui.dialogs.frame import Frame, Told, add_undo
from cjm_desktop.ui.lanes import menus
from cjm_desktop.ui.lanes.deeds import Deeds
from cjm_desktop.ui.lanes.listing import LaneList

if TYPE_CHECKING:
    from cjm_desktop.ui.actions import Actions
    from cjm_desktop.ui.work import Work


class LanesDialog(Frame):
    """Lists the lanes of a map; each change is a step of the map's history.

    Args:
        parent: the window.
        work: the document.
        commands: of the window, for undo and redo.
        current: the lane that is chosen at first; empty: the uppermost.
    """

    def __init__(self, parent: QWidget, work: Work, commands: Actions, current: str = "") -> None:
        super().__init__(parent, QCoreApplication.translate("Lanes", "Lanes of this map"))
        self._work = work
        self.deeds = Deeds(work.editing)
        self.list = LaneList()
        self.list.setAccessibleName(self.windowTitle())
        self.inside.addLayout(self._bar(commands))
        self.inside.addWidget(self.list, 1)
        self.told = Told()
        self.inside.addWidget(self.told)
        self.add_close(self.tr("Close"))
        # A list that is filled anew while it tells of a change would lose the row it tells of.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._fill)
        self._connect()
        self._fill(current)
        self.list.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(460, super().sizeHint().height())

    def _bar(self, commands: Actions) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.add = button(self.tr("Add a lane"), "plus")
        self.add.setAutoDefault(False)
        self.kinds = QMenu(self)
        menus.fill_kinds(self.kinds, self._work.look.language, self._add)
        self.add.setMenu(self.kinds)
        row.addWidget(self.add)
        row.addStretch(1)
        self.up = self._button("arrow-up", self.tr("Move up"), "Alt+↑")
        self.down = self._button("arrow-down", self.tr("Move down"), "Alt+↓")
        self.copy = self._button("copy", self.tr("Duplicate"))
        self.delete = self._button("trash", self.tr("Delete"), "Del")
        for made in (self.up, self.down, self.copy, self.delete):
            row.addWidget(made)
        row.addSpacing(8)
        add_undo(row, self, commands)
        return row

    def _button(self, icon: str, name: str, key: str = "") -> QToolButton:
        made = icon_button(icon)
        name_button(made, name, key)
        return made

    def _connect(self) -> None:
        rows = self.list
        rows.shown.connect(lambda one, on: self.deeds.show(self._lane(one), shown=on))
        rows.renamed.connect(self._rename)
        rows.moved.connect(self._move)
        rows.deleted.connect(self._delete)
        rows.currentRowChanged.connect(lambda _row: self._offer())
        self.up.clicked.connect(lambda: self._move(rows.current, rows.currentRow() - 1))
        self.down.clicked.connect(lambda: self._move(rows.current, rows.currentRow() + 1))
        self.copy.clicked.connect(self._copy)
        self.delete.clicked.connect(lambda: self._delete(rows.current))
        self._work.changed.connect(self._changed)
        self._work.editing.refused.connect(self.told.refuse)

    def _lane(self, lane_id: str) -> Lane:
        return self._work.journey.get(Lane, lane_id)

    def _changed(self, _change: Change) -> None:
        self._late.start(0)

    def _fill(self, current: str = "") -> None:
        lanes = self._work.journey.lanes(self._work.map_id)
        self.list.show_lanes(lanes, self._work.look.language, current)
        self._offer()

    def _offer(self) -> None:
        """Switch off what makes no sense for the chosen lane, and say how to go on."""
        row, last = self.list.currentRow(), self.list.count() - 1
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)
        for one in (self.copy, self.delete):
            one.setEnabled(row >= 0)
        self.told.hint(self.tr(
            "A lane without its check mark is folded to its name. Drag a lane, or press Alt with "
            "an arrow, to move it; F2 renames it."
        ))  # fmt: skip

    # What is done

    def _add(self, holds: LaneKind) -> None:
        place = self.list.currentRow() + 1
        self._choose(self.deeds.add(self._work.map_id, holds, place))

    def _copy(self) -> None:
        self._choose(self.deeds.duplicate(self._lane(self.list.current)))

    def _choose(self, lane_id: str | None) -> None:
        if lane_id:
            self._fill(lane_id)
            self.list.setFocus()

    def _rename(self, lane_id: str, title: str) -> None:
        lane = self._lane(lane_id)
        if title != self.deeds.name(lane):
            self.deeds.rename(lane, title)

    def _move(self, lane_id: str, place: int) -> None:
        if lane_id and self.deeds.move(self._lane(lane_id), place):
            self._fill(lane_id)
            self.list.setFocus()

    def _delete(self, lane_id: str) -> None:
        if not lane_id:
            return
        lane = self._lane(lane_id)
        name, gone = self.deeds.name(lane), self.deeds.delete(lane)
        self._fill()
        self.list.setFocus()
        if gone:
            self.told.hint(words.say("lanes.gone", self.deeds.language, name=name, n=gone))
