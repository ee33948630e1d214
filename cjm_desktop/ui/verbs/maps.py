"""The Map menu: the maps of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu

from cjm_desktop.journey import moves, templates, words
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench

TAB_MENU = (
    "map.rename",
    "map.copy",
    "for",
    "map.own",
    "hidden",
    "",
    "map.left",
    "map.right",
    "",
    "map.delete",
)


class MapVerbs(Verbs):
    """Adds, copies, moves and deletes the maps of the document on a bench.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        on = bench.commands.on
        on("map.add", self._add)
        on("map.copy", self._copy)
        on("map.rename", lambda: bench.top.rename(self._work.map_id))
        on("map.left", lambda: self._move(self._work.map_id, self._index - 1))
        on("map.right", lambda: self._move(self._work.map_id, self._index + 1))
        on("map.delete", self._delete)
        on("map.next", lambda: self._turn(1))
        on("map.previous", lambda: self._turn(-1))
        on("map.properties", self._properties)
        bench.document_shown.connect(lambda: self._work.editing.map_asked.connect(self.choose))
        tabs = bench.top.tabs
        bench.top.title.renamed.connect(lambda title: self._rename("document", title))
        for one in (tabs, bench.top.title):
            one.left.connect(bench.on_canvas(Canvas.setFocus))
        tabs.chosen.connect(self.choose)
        tabs.renamed.connect(self._rename)
        tabs.moved.connect(self._move)
        tabs.menu_asked.connect(self._menu)

    @property
    def _ids(self) -> list[str]:
        return [one.id for one in self._work.journey.maps()]

    @property
    def _index(self) -> int:
        return self._ids.index(self._work.map_id)

    def refresh(self) -> None:
        """Switch off what makes no sense now."""
        if self._bench.work is None:
            return
        commands, last = self._bench.commands, len(self._ids) - 1
        commands["map.left"].setEnabled(self._index > 0)
        commands["map.right"].setEnabled(self._index < last)
        for command_id in ("map.delete", "map.next", "map.previous"):
            commands[command_id].setEnabled(last > 0)

    def choose(self, map_id: str) -> None:
        """Turn to a map."""
        self._work.turn_to(map_id)
        self._bench.inspector.show_selection(map_id, self._work.canvas.selection)

    def _turn(self, by: int) -> None:
        ids = self._ids
        self.choose(ids[(self._index + by) % len(ids)])

    def _title(self, map_id: str) -> str:
        return next(one.title for one in self._work.journey.maps() if one.id == map_id)

    def _add(self) -> None:
        work, language = self._work, self._work.journey.document.language
        title = words.say("new.map", language)
        made = work.editing.do(
            "step.add_map", title, lambda draft: templates.add(draft, "blank", language, title)
        )
        if made:
            self.choose(made)
            # The tabs take their places in the next round of the loop.
            QTimer.singleShot(0, self, lambda: self._bench.top.tabs.edit(made))

    def _copy(self) -> None:
        work, language = self._work, self._work.document.language
        title = words.say("new.copy", language, name=self._title(work.map_id))
        made = work.editing.do(
            "step.copy_map", title, lambda draft: moves.copy_map(draft, work.map_id, title)
        )
        if made:
            self.choose(made)

    def _rename(self, record_id: str, title: str) -> None:
        self._work.editing.do(
            "step.rename", title, lambda draft: moves.set_title(draft, record_id, title)
        )
        self._bench.refresh()

    def _move(self, map_id: str, place: int) -> None:
        self._work.editing.do(
            "step.move_map",
            self._title(map_id),
            lambda draft: moves.move_map(draft, map_id, place),
        )
        self._bench.refresh()

    def _delete(self) -> None:
        map_id, index = self._work.map_id, self._index
        title = self._title(map_id)
        if not self._bench.roles.may_delete(self._work.map):
            return
        ids = self._ids
        neighbour = ids[index + 1] if index + 1 < len(ids) else ids[index - 1]
        self.choose(neighbour)
        self._work.editing.do("step.delete_map", title, lambda draft: moves.drop(draft, map_id))

    def _properties(self) -> None:
        inspector, map_id = self._bench.inspector, self._work.map_id
        self._work.canvas.select(())
        self._bench.views.show_inspector(shown=True)
        if inspector.shown != map_id:
            # It was on its way through the records of the same selection.
            inspector.show_record(map_id)

    def _menu(self, map_id: str, at: QPoint) -> None:
        self.choose(map_id)
        menu = self.tab_menu()
        menu.exec(at)
        menu.deleteLater()

    def tab_menu(self) -> QMenu:
        """What can be done to the shown map, where its tab is."""
        menu, roles = QMenu(self._bench.window), self._bench.roles
        for command_id in TAB_MENU:
            if command_id == "for":
                menu.addMenu(roles.make_menu)
            elif command_id == "hidden":
                menu.addMenu(roles.hidden_menu)
            elif command_id:
                menu.addAction(self._bench.commands[command_id])
            else:
                menu.addSeparator()
        return menu
