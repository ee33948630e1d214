"""The Edit and Insert menus: undo, text, deleting, tools, walking from one to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from cjm_desktop.document import HistoryStep
from cjm_desktop.journey import moves, words
from cjm_desktop.journey.plans import OnPath
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Lane, Opportunity, Persona, Stage, Step
from cjm_desktop.ui import icons, registry
from cjm_desktop.ui.calling.inmenus import MenuReasons
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.several.deeds import SeveralDeeds
from cjm_desktop.ui.verbs.paths import COMMANDS
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench

_CLIPS = ("edit.cut", "edit.copy", "edit.paste", "edit.duplicate")
_OF_SEVERAL = ("", *COMMANDS, "", *_CLIPS, "", "edit.delete")
"""What is offered of several things, behind what can be changed of all of them."""


class EditVerbs(Verbs):
    """Edits the map on a bench.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        on = bench.commands.on
        on("edit.undo", lambda: self._step(back=True))
        on("edit.redo", lambda: self._step(back=False))
        on("edit.text", bench.layouts.edit_text)
        on("edit.delete", bench.layouts.delete)
        on("edit.menu", self._menu_here)
        on("edit.select_all", bench.layouts.select_all)
        on("edit.answer", bench.on_canvas(lambda canvas: canvas.deeds.answer()))
        on("edit.previous", bench.on_canvas(lambda canvas: canvas.walker.next_of_kind(-1)))
        on("edit.next", bench.on_canvas(lambda canvas: canvas.walker.next_of_kind(1)))
        on("insert.step", bench.on_canvas(lambda canvas: canvas.add("step")))
        on("map.lane_up", bench.on_canvas(lambda canvas: canvas.deeds.move_lane(-1)))
        on("map.lane_down", bench.on_canvas(lambda canvas: canvas.deeds.move_lane(1)))
        on("insert.persona", self._add_persona)
        for tool in registry.TOOLS:
            on(f"tool.{tool}", partial(self._take, tool))
        self.several = bench.inspector.several = SeveralDeeds(bench)
        bench.canvas_shown.connect(self._shown)
        bench.inspector.jumped.connect(self._jump)
        bench.inspector.turned.connect(self._follow)

    def _shown(self) -> None:
        work = self._bench.work
        if work is None:
            return
        canvas = work.canvas
        canvas.shortcut = self._bench.commands.shortcut
        canvas.selection_changed.connect(self._selected)
        canvas.tool_changed.connect(self._tool_changed)
        canvas.refused.connect(self._bench.window.tell)
        canvas.standing_changed.connect(self._stood)
        canvas.status_changed.connect(partial(self._say, canvas))
        canvas.contextMenu.connect(self._menu)
        self._tool_changed(canvas.tool)
        self._selected()
        canvas.hands.say()

    def _selected(self) -> None:
        work = self._bench.work
        if work is not None:
            self._bench.show_chosen()
            self.refresh()

    def _stood(self) -> None:
        """What was opened from a panel gives way to the cell one works in."""
        if self._bench.work is not None:
            self._bench.show_chosen(anew=bool(self._bench.work.canvas.roles.stage))
            self.refresh()

    def _say(self, canvas: Canvas, hint: str) -> None:
        """Let the canvas in front say what is chosen: of two side by side each has its own."""
        if self._bench.work is not None and self._bench.work.canvas is canvas:
            self._bench.layouts.say(hint)

    def _tool_changed(self, name: str) -> None:
        action = self._bench.commands.by_id.get(f"tool.{name}")
        if action is not None:
            action.setChecked(True)

    def _take(self, tool: str) -> None:
        self._work.canvas.set_tool(tool)
        self._work.canvas.setFocus()

    def _jump(self, record_id: str) -> None:
        self._work.canvas.select((record_id,), reveal=True)

    def _follow(self, record_id: str) -> None:
        work = self._bench.work
        if work is not None:
            work.canvas.follow(record_id)

    def refresh(self) -> None:
        """Name what undo and redo would do, and switch off what makes no sense now."""
        work, commands = self._bench.work, self._bench.commands
        if work is None:
            return
        document = work.document
        for command_id, step in (
            ("edit.undo", document.undo_step),
            ("edit.redo", document.redo_step),
        ):
            commands[command_id].setEnabled(step is not None)
            commands.rename(command_id, self._called(step))
        chosen = work.journey.find(work.canvas.selection[-1]) if work.canvas.selection else None
        for command_id in ("edit.text", "edit.previous", "edit.next"):
            commands[command_id].setEnabled(chosen is not None)
        stands = work.canvas.standing is not None
        commands["view.fit_selection"].setEnabled(chosen is not None or stands)
        commands["edit.delete"].setEnabled(bool(work.canvas.selection))
        commands["edit.answer"].setEnabled(isinstance(chosen, Barrier))
        work.canvas.say(work.canvas.hands.hint())  # it names keys, which may be others now

    def _called(self, step: HistoryStep | None) -> str:
        if step is None:
            return ""
        said = step.name(self._bench.desk.language)
        return said[:1].lower() + said[1:]

    def _step(self, *, back: bool) -> None:
        field = QApplication.focusWidget()
        if field is not None and self._bench.inspector.isAncestorOf(field):
            # What is being typed must not come back over what undo shows.
            self._bench.layouts.front.setFocus()
        try:
            change = self._work.document.undo() if back else self._work.document.redo()
        except Problem as problem:
            self._bench.window.tell(problem.sentence(self._bench.desk.language))
            return
        if change is not None and change.put:
            self._work.canvas.reveal(change.put[0].id)

    def _add_persona(self) -> None:
        work = self._work
        name = words.say("new.persona", work.document.language)
        made = work.editing.do(
            "step.add_persona", name, lambda draft: moves.add_persona(draft, name, work.map_id)
        )
        if made:
            self._bench.views.show_inspector(shown=True)
            self._bench.inspector.show_record(made)
            page = self._bench.inspector.page
            if page is not None and page.record_id == made:
                # They need a name of their own first.
                page.begin()

    # The menu at the pointer

    def _menu_here(self) -> None:
        """Open the menu of whatever has the focus: a chip over the map has one of its own."""
        canvas, field = self._work.canvas, QApplication.focusWidget()
        target = canvas if field is None else field
        at = target.rect().center()
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, target.mapToGlobal(at))
        QApplication.sendEvent(target, asked)

    def _menu(self, record_id: str, at: QPoint) -> None:
        menu = self.menu_of(record_id)
        menu.exec(at)
        menu.deleteLater()

    def menu_of(self, record_id: str) -> QMenu:
        """What can be done to a record on the map; without one, to the map."""
        menu = QMenu(self._bench.window)
        MenuReasons(self._bench.window, (menu,), menu)
        commands = self._bench.commands
        record = self._work.journey.find(record_id)
        chosen = self._work.canvas.selection
        many = len(chosen) > 1 and record_id in chosen
        if isinstance(record, Lane) and not many:
            self._bench.lanes.fill_lane(menu, record)
            return menu
        if not record_id and self._work.canvas.roles.chosen:
            self._role_menu(menu)
            return menu
        if many:
            self._several_menu(menu)
        for command_id in _OF_SEVERAL if many else self._menu_of(record_id):
            if not command_id:
                menu.addSeparator()
            else:
                menu.addAction(commands[command_id])
        if isinstance(record, Stage) and not many:
            self._stage_menu(menu, record)
        if isinstance(record, Step) and not many:
            self._bench.stages.fill(menu)
        return menu

    def _menu_of(self, record_id: str) -> tuple[str, ...]:
        if not record_id:
            first = ("tool.touchpoint", "tool.barrier", "tool.stage", "", "edit.paste", "")
            return (*first, "map.lanes", "view.fit")
        record = self._work.journey.find(record_id)
        if isinstance(record, Persona):
            return ("edit.text", "", "map.personas")
        rest: tuple[str, ...] = ("", *_CLIPS, "", "edit.previous", "edit.next", "", "edit.delete")
        if isinstance(record, OnPath):
            rest = ("", *COMMANDS, *rest)
        if isinstance(record, Barrier):
            return ("edit.text", "edit.answer", "edit.hypothesis", *rest)
        if isinstance(record, Opportunity):
            return ("edit.text", "edit.hypothesis", "map.matrix", *rest)
        return ("edit.text", *rest)

    def _several_menu(self, menu: QMenu) -> None:
        """How many things are chosen, and what can be changed of all of them."""
        from cjm_desktop.ui.several import menus

        menu.addAction(menus.heading(self.several)).setEnabled(False)
        menu.addSeparator()
        menus.fill(menu, self.several)

    def _role_menu(self, menu: QMenu) -> None:
        """How the role that is stood on takes part, or where it stands."""
        canvas = self._work.canvas
        for value, said, on in canvas.roles.ways():
            action = menu.addAction(said, partial(canvas.roles.set, value))
            action.setCheckable(True)
            action.setChecked(on)
        menu.addSeparator()
        menu.addAction(icons.icon("pencil"), self.tr("Note…"), canvas.roles.note)

    def _stage_menu(self, menu: QMenu, stage: Stage) -> None:
        menu.addSeparator()
        menu.addAction(self._bench.commands["insert.step"])
        self._bench.stages.fill(menu, stage.id)
        menu.addSeparator()
        self._bench.lanes.fill_stage(menu, stage)
