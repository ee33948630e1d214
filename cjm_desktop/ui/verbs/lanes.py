"""The lanes of the shown map: their menu, the menu of one of them, and all in one list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cjm_desktop.journey import naming, words
from cjm_desktop.journey.records import Lane, LaneKind, Stage
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.lanes import menus, reading
from cjm_desktop.ui.lanes.deeds import Deeds
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.lanes.dialog import LanesDialog


class LaneVerbs(Verbs):
    """Lists the lanes of the shown map, made anew whenever the menu opens.

    Args:
        bench: whose map.
        menu: to fill.
        copy: the menu of what can be copied to another map.
    """

    def __init__(self, bench: Bench, menu: QMenu, copy: QMenu) -> None:
        super().__init__(bench)
        self._bench = bench
        self.menu, self.copy_menu = menu, copy
        self.menu.aboutToShow.connect(self.fill)
        self.copy_menu.aboutToShow.connect(self.fill_copy)
        self.copy_menu.setIcon(icons.icon("map"))
        self.menu.setIcon(icons.icon("stack-2"))
        self.retranslate()
        bench.commands.on("map.lanes", self._show_all)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.copy_menu.setTitle(self.tr("Copy to a&nother map"))
        self.menu.setTitle(self.tr("&Fold or add lanes"))

    @property
    def _deeds(self) -> Deeds:
        return Deeds(self._work.editing)

    def fill(self) -> None:
        """List the lanes as they are."""
        work = self._bench.work
        self.menu.clear()
        if work is None:
            return
        deeds = self._deeds
        lanes = work.journey.lanes(work.map_id)
        for lane in lanes:
            # No icon here: it would stand where the mark says whether the lane is open.
            action = self.menu.addAction(self._name(lane))
            action.setCheckable(True)
            action.setChecked(not lane.folded)
            action.triggered.connect(partial(self._fold, lane))
        everything = self.menu.addAction(self.tr("Unfold all"), lambda: deeds.show_all(work.map_id))
        everything.setVisible(any(one.folded for one in lanes))
        self.menu.addSeparator()
        add = self.menu.addMenu(icons.icon("plus"), self.tr("Add a lane"))
        menus.fill_kinds(add, self._bench.desk.language, self._add)
        remove = self.menu.addMenu(icons.icon("trash"), self.tr("Take a lane away"))
        remove.setEnabled(bool(lanes))
        for lane in lanes:
            sign = icons.icon(menus.sign(lane.holds))
            remove.addAction(sign, self._going(lane), partial(self._drop, lane))
        self.menu.addSeparator()
        self.menu.addAction(self._bench.commands["map.lanes"])

    def _name(self, lane: Lane) -> str:
        return plain.menu_text(naming.label(lane, self._bench.desk.language))

    def _going(self, lane: Lane) -> str:
        """A lane that may be deleted; at the right how many cards would go with it."""
        count = reading.holds(self._work.journey, lane.id)
        said = words.say("count.cards", self._bench.desk.language, n=count) if count else ""
        return f"{self._name(lane)}\t{said}" if said else self._name(lane)

    def _add(self, holds: LaneKind) -> None:
        self._made(self._deeds.add(self._work.map_id, holds))

    def _made(self, record_id: str | None) -> None:
        if record_id:
            self._work.canvas.select((record_id,), reveal=True)

    def _fold(self, lane: Lane) -> None:
        self._deeds.show(lane, shown=lane.folded)

    def _drop(self, lane: Lane) -> None:
        self._deleted(self._deeds.name(lane), self._deeds.delete(lane))

    def _deleted(self, name: str, count: int) -> None:
        if count:
            language = self._bench.desk.language
            said = words.say("lanes.gone", language, name=plain.clean(name), n=count)
            self._bench.window.tell(said, "lane deleted", "news")

    # One lane, one stage

    def fill_lane(self, menu: QMenu, lane: Lane) -> None:
        """What can be done with the lane whose name was clicked."""
        canvas = self._work.canvas
        menus.LaneMenu(
            menu,
            self._deeds,
            lane,
            renamed=lambda: canvas.edit_text(lane.id, "title"),
            made=self._made,
            copied=self._copied,
            deleted=self._deleted,
        )
        menu.addSeparator()
        menu.addAction(self._bench.commands["map.lanes"])

    def fill_stage(self, menu: QMenu, stage: Stage) -> None:
        """The copies that can be made of a stage."""
        maps = menu.addMenu(icons.icon("map"), self.tr("Copy to another map"))
        menus.fill_maps(maps, self._deeds, stage, partial(self._copy, stage))

    def fill_copy(self) -> None:
        """Offer the stage and the lane of what is selected to the other maps."""
        menu, deeds = self.copy_menu, self._deeds
        menu.clear()
        for record in self._here():
            sign = menus.sign(record.holds) if isinstance(record, Lane) else "columns-3"
            name = plain.menu_text(deeds.name(record))
            said = (
                self.tr("Lane “{name}”") if isinstance(record, Lane) else self.tr("Stage “{name}”")
            )
            maps = menu.addMenu(icons.icon(sign), said.format(name=name))
            menus.fill_maps(maps, deeds, record, partial(self._copy, record))
        if menu.isEmpty():
            menu.addAction(self.tr("Select a stage or a lane first")).setDisabled(True)

    def _here(self) -> list[Lane | Stage]:
        """The stage and the lane that are selected, or hold what is."""
        canvas, journey = self._work.canvas, self._work.journey
        chosen = journey.find(canvas.selection[-1]) if canvas.selection else None
        ids: tuple[str, ...] = (canvas.standing or ("", ""))[1::-1]
        if chosen is not None:
            ids = chosen.id, getattr(chosen, "stage_id", ""), getattr(chosen, "lane_id", "")
        return [one for one in map(journey.find, ids) if isinstance(one, Lane | Stage)]

    def _copy(self, record: Lane | Stage, map_id: str | None) -> None:
        self._copied(self._deeds.copy_to(record, map_id))

    def _copied(self, made: tuple[str, str] | None) -> None:
        """Turn to the map something was copied to, and show the copy."""
        if made is not None:
            self._bench.maps.choose(made[0])
            self._work.canvas.select((made[1],), reveal=True)

    # All lanes

    def dialog(self) -> LanesDialog:
        """The list of all lanes, made when it is first asked for."""
        from cjm_desktop.ui.lanes.dialog import LanesDialog

        work = self._work
        work.canvas.setFocus()
        chosen = work.canvas.selection[-1] if work.canvas.selection else ""
        known = {one.id for one in work.journey.lanes(work.map_id)}
        return LanesDialog(
            self._bench.window, work, self._bench.commands, chosen if chosen in known else ""
        )

    def _show_all(self) -> None:
        dialog = self.dialog()
        dialog.exec()
        dialog.deleteLater()
