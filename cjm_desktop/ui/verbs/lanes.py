"""The menu of the lanes: which are folded, which can be added or taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast, get_args

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.records import Lane, LaneKind
from cjm_desktop.layout.icons import LANES
from cjm_desktop.ui import icons, plain

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench


class LanesMenu(QObject):
    """Lists the lanes of the shown map, made anew whenever it opens.

    Args:
        bench: whose map.
        menu: to fill.
    """

    def __init__(self, bench: Bench, menu: QMenu) -> None:
        super().__init__(bench)
        self._bench = bench
        self.menu = menu
        self.menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the lanes as they are."""
        work = self._bench.work
        self.menu.clear()
        if work is None:
            return
        lanes = work.journey.lanes(work.map_id)
        for lane in lanes:
            # No icon here: it would stand where the mark says whether the lane is open.
            action = self.menu.addAction(self._name(lane))
            action.setCheckable(True)
            action.setChecked(not lane.folded)
            action.triggered.connect(partial(self._fold, lane))
        self.menu.addSeparator()
        self._fill_add(self.menu.addMenu(icons.icon("plus"), self.tr("Add a lane")))
        remove = self.menu.addMenu(icons.icon("trash"), self.tr("Take a lane away"))
        remove.setEnabled(bool(lanes))
        for lane in lanes:
            remove.addAction(self._sign(lane.holds), self._name(lane), partial(self._drop, lane))

    def _sign(self, holds: str) -> QIcon:
        return icons.icon(LANES.get(holds, "minus"))

    def _name(self, lane: Lane) -> str:
        return plain.menu_text(naming.label(lane, self._bench.desk.language))

    def _fill_add(self, menu: QMenu) -> None:
        language = self._bench.desk.language
        for holds in get_args(LaneKind):
            name = plain.menu_text(naming.lane_title(holds, language))
            menu.addAction(self._sign(holds), name, partial(self._add, holds))

    def _add(self, holds: str) -> None:
        work = self._bench.work
        if work is None:
            return
        language = work.document.language
        title = naming.lane_title(holds, language)
        kind = cast("LaneKind", holds)
        question = naming.lane_question(holds, language)
        made = work.editing.do(
            "step.add_lane",
            title,
            lambda draft: moves.add_lane(draft, work.map_id, kind, title, question),
        )
        if made:
            work.canvas.select((made,), reveal=True)

    def _fold(self, lane: Lane) -> None:
        work = self._bench.work
        if work is not None:
            work.editing.do(
                "step.unfold_lane" if lane.folded else "step.fold_lane",
                naming.label(lane, self._bench.desk.language),
                lambda draft: moves.set_fields(draft, lane.id, folded=not lane.folded),
            )

    def _drop(self, lane: Lane) -> None:
        work = self._bench.work
        if work is not None:
            name = naming.label(lane, self._bench.desk.language)
            work.editing.do("step.delete_lane", name, lambda draft: moves.drop(draft, lane.id))
