"""The outline in the place of the map: in step with the document and with what is selected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from cjm_desktop.journey import naming
from cjm_desktop.journey.gestures import making, planning
from cjm_desktop.journey.gestures.walk import Direction, Stand, Walk
from cjm_desktop.journey.records import CARD_OF_LANE, Lane, Stage, Step
from cjm_desktop.layout.icons import LANES
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.tree.view import TreeView
from cjm_desktop.ui.ways.layout import Layout

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

_LINE: dict[str, Direction] = {"up": "left", "down": "right"}
"""Stages and steps stand one under the other here, side by side on the map."""


class TreeLayout(Layout):
    """Shows a map as an outline; what is cut, copied and pasted is what is selected on the map.

    Args:
        work: the document.
        to_map: brings the map to the front.
    """

    def __init__(self, work: Work, to_map: Callable[[], None]) -> None:
        self.widget = TreeView(work)
        super().__init__(work, self.widget, self.widget.lines)
        self._to_map = to_map
        self.widget.move_asked.connect(self._move)
        self.widget.insert_asked.connect(self._add_like)
        self.widget.delete_asked.connect(self.delete)
        self.widget.menu_asked.connect(self._menu)

    def refresh(self) -> None:
        """Show the records as they are, and what is selected."""
        super().refresh()
        self._told = frozenset()
        self.follow()

    def _select(self, wanted: tuple[str, ...]) -> bool:
        self.widget.select_ids(wanted)
        return True

    def tell(self) -> None:
        """Let the canvas select what is selected here."""
        if self._busy:
            return
        ids, canvas = self.widget.ids(), self._work.canvas
        self._told = frozenset(ids)
        if self._told != frozenset(canvas.selection):
            canvas.stand_in(None)
            canvas.select(ids)

    # What is done

    def _move(self, direction: Direction) -> None:
        """Move what is selected as on the map."""
        canvas = self._work.canvas
        if not canvas.selection:
            return
        record = self._work.journey.find(canvas.selection[-1])
        if isinstance(record, Stage | Step):
            way = _LINE.get(direction)
            if way is not None:
                canvas.deeds.move(way)
        else:
            canvas.deeds.move(direction)

    def _stand(self) -> Stand | None:
        """Where one stands, as the map sees it."""
        work, ids = self._work, self.widget.ids()
        seen = planning.seen(work.journey, work.map_id, work.look.path)
        return Walk(seen, work.map_id).of(ids[-1]) if ids else None

    def ask_with(self, show: Callable[[list[list[str]]], None]) -> None:
        """Leave it: tables are pasted on the map, which asks by itself."""

    def _add_like(self) -> None:
        """Make another of what one stands on."""
        stand = self._stand()
        kind = making.kind_of(self._work.journey, stand) if stand is not None else "stage"
        self.add(kind, stand)

    def add(self, kind: str, stand: Stand | None) -> None:
        """Make something and begin to type its text."""
        work = self._work
        made = making.plan(work.journey, work.map_id, kind, stand, work.look.path)
        if made is None:
            return
        new_id = work.canvas.change(made.step, made.do, {"name": made.name}, made.merge)
        if new_id:
            self.widget.select_ids((new_id,))
            self.begin_edit()

    def _add_to(self, lane: Lane) -> None:
        """Make a card of a lane in the stage or step one stands on."""
        stand = self._stand()
        if stand is not None:
            step_id = None if lane.per == "stage" else stand.spot.step_id
            place = stand.spot._replace(row=lane.id, step_id=step_id)
            self.add("card", Stand(place, ""))

    def _menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.exec(at)
        # What it lies over may have gone to the map, and the menu with it.
        if isValid(menu):
            menu.deleteLater()

    def menu(self) -> QMenu:
        """What can be done to the selected lines."""
        view, work = self.widget, self._work
        menu = QMenu(view)
        stand, (rename, add, delete, show) = self._stand(), view.menu_names()
        if stand is not None:
            menu.addAction(icons.icon("pencil"), rename, self.begin_edit)
        adding = menu.addMenu(icons.icon("plus"), add)
        language = work.look.language
        for kind in ("stage", "step") if stand is not None else ("stage",):
            said = plain.menu_text(naming.kind_name(kind, language)).capitalize()
            adding.addAction(icons.icon("columns-3"), said, partial(self.add, kind, stand))
        lanes = work.journey.lanes(work.map_id) if stand is not None else ()
        for lane in lanes:
            if lane.holds in CARD_OF_LANE and not lane.folded:
                adding.addAction(
                    icons.icon(LANES.get(lane.holds, "minus")),
                    plain.menu_text(naming.label(lane, language)),
                    partial(self._add_to, lane),
                )
        if stand is not None:
            menu.addAction(icons.icon("trash"), delete, work.canvas.delete_selection)
        menu.addSeparator()
        menu.addAction(icons.icon("map"), show, self._to_map)
        return menu
