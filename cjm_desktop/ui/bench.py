"""The workbench: every part of a window that a map needs, and the document that lies on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjm_desktop.document import Change, Document
from cjm_desktop.journey import basis
from cjm_desktop.ui import plain
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.floating import FloatingBar
from cjm_desktop.ui.history.verbs import HistoryVerbs
from cjm_desktop.ui.inspector.dock import Inspector
from cjm_desktop.ui.letters import Letters
from cjm_desktop.ui.overlay import Overlay
from cjm_desktop.ui.overview import Overview
from cjm_desktop.ui.rail import Rail
from cjm_desktop.ui.saved import State
from cjm_desktop.ui.start.mapbones import Edges
from cjm_desktop.ui.topbar import TopBar
from cjm_desktop.ui.verbs.clips import ClipVerbs
from cjm_desktop.ui.verbs.edits import EditVerbs
from cjm_desktop.ui.verbs.filters import FilterMenu
from cjm_desktop.ui.verbs.finding import FindVerbs
from cjm_desktop.ui.verbs.improving import ImprovingVerbs
from cjm_desktop.ui.verbs.lanes import LaneVerbs
from cjm_desktop.ui.verbs.layouts import LayoutVerbs
from cjm_desktop.ui.verbs.maps import MapVerbs
from cjm_desktop.ui.verbs.paths import PathVerbs
from cjm_desktop.ui.verbs.personas import PersonaVerbs
from cjm_desktop.ui.verbs.roles import RoleVerbs
from cjm_desktop.ui.verbs.sketching import SketchVerbs
from cjm_desktop.ui.verbs.stages import StageVerbs
from cjm_desktop.ui.verbs.views import ViewVerbs
from cjm_desktop.ui.verbs.wallnotes import CodeVerbs
from cjm_desktop.ui.verbs.weak import WeakVerbs
from cjm_desktop.ui.viewbar import ViewBar
from cjm_desktop.ui.work import Work

if TYPE_CHECKING:
    from cjm_desktop.layout.pieces import Drawing
    from cjm_desktop.ui.nextmaps import NextMaps
    from cjm_desktop.ui.window import Window


AFTER = 50
"""Milliseconds from where a map has its place until it has been painted."""


class Bench(QObject):
    """The bars, the panels and the canvas of one window.

    Args:
        window: whose.
    """

    document_shown = Signal()
    """Another document is shown."""
    canvas_shown = Signal()
    """Another canvas shows the document: it is the one in front."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.desk = window.desk
        self.commands = window.commands
        self.work: Work | None = None
        self.bar: FloatingBar | None = None
        self._letters = Letters(window)
        self._ahead: QObject | None = None
        self._next: NextMaps | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(AFTER)
        self._late.timeout.connect(self._painted)
        self._build()
        self.layouts = LayoutVerbs(self)
        self.clips = ClipVerbs(self)
        self.edits = EditVerbs(self)
        self.history = HistoryVerbs(self)
        self.views = ViewVerbs(self)
        self.maps = MapVerbs(self)
        self.paths = PathVerbs(self)
        self.stages = StageVerbs(self)
        self.roles = RoleVerbs(self, window.orders.role_menu, window.orders.hidden_menu)
        self.personas = PersonaVerbs(self)
        self.improving = ImprovingVerbs(self)
        self.weak = WeakVerbs(self)
        self.find = FindVerbs(self)
        self.sketch = SketchVerbs(self)
        self.codes = CodeVerbs(self)
        self.lanes = LaneVerbs(self, window.orders.lane_menu, window.orders.copy_menu)
        self.filters = FilterMenu(self, window.orders.filter_menu, self.view.filter)
        self.filters.retranslate()

    def _build(self) -> None:
        window = self.window
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        window.setCorner(Qt.Corner.TopRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.top = TopBar(self.commands, window.menuBar())
        window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.top)
        self.rail = Rail(self.commands)
        window.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        self.inspector = Inspector(self.commands)
        self.overview = Overview(self.commands)
        for dock in (self.inspector, self.overview):
            window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self.view = ViewBar(self.commands, window.orders.lane_menu, window.orders.filter_menu)
        self.page = QWidget()
        self._column = QVBoxLayout(self.page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.view)
        window.stack.addWidget(self.page)
        self.commands.give_canvas(self.page)
        self.overlay = Overlay(self.page, self.view, self.inspector)

    @property
    def column(self) -> QVBoxLayout:
        """What lies one under the other in the middle of the window."""
        return self._column

    def hide(self) -> None:
        """Make room for the first page."""
        self.sketch.leave_document()
        self.codes.leave_document()
        for part in (self.top, self.rail, self.inspector, self.overview):
            part.hide()

    def show_document(self, document: Document, laid: Drawing | None = None) -> None:
        """Show a document.

        Args:
            laid: the drawing of the map that was seen last, where it is there already.
        """
        window = self.window
        self.work = work = Work(document, self.desk.look(), laid)
        self._column.addWidget(work.canvas, 1)
        window.stack.setCurrentWidget(self.page)
        self.top.show()
        self.rail.show()
        self.commands.enable(has_map=True)
        window.status.show_map(has_map=True)
        self.inspector.show_document(work.editing)
        work.changed.connect(self._changed)
        work.turned.connect(self.refresh)
        work.saving.state_changed.connect(self._show_saved)
        work.editing.refused.connect(window.tell)
        self.bar = FloatingBar(work, self.commands)
        window.orders.troubles.watch(work)
        self.document_shown.emit()
        self.canvas_shown.emit()
        if document.view_state.get("path") == "beside":
            self.show_beside()
        self.views.show_panels()
        self.refresh()
        self.layouts.front.setFocus()
        QTimer.singleShot(0, self, self._settled)

    def show_beside(self) -> None:
        """Show how it is and how it should be, one above the other."""
        work = self.work
        if work is None or work.beside is not None:
            return
        from cjm_desktop.ui.beside import Beside

        def bar() -> FloatingBar:
            self.canvas_shown.emit()
            return FloatingBar(work, self.commands)

        work.beside = Beside(work, self._column, bar, self._in_front)
        QTimer.singleShot(0, work.beside, work.beside.settle)
        self.refresh()

    def _in_front(self) -> None:
        """Let bars and panels be about the canvas that is in front now."""
        work = self.work
        if work is not None:
            self.show_chosen()
            self.overview.show_canvas(work.canvas, self.desk.language)
            work.canvas.hands.say()
            self.refresh()

    def show_chosen(self, *, anew: bool = False) -> None:
        """Show beside the map what is chosen on it: of a role in a stage, the stage.

        Args:
            anew: also in place of what was opened in the panel.
        """
        work = self.work
        if work is not None:
            chosen = work.canvas.selection or work.canvas.roles.stage
            self.inspector.show_selection(work.map_id, chosen, anew=anew)

    def _settled(self) -> None:
        """The window has its size now: show what was seen last time."""
        if self.work is not None:
            self.work.restore_view()
            self.overview.show_canvas(self.work.canvas, self.desk.language)
            self._late.start()

    def _painted(self) -> None:
        """The map is seen: do what would have kept one waiting for it."""
        if self.work is not None:
            if self._ahead is None:
                from cjm_desktop.ui.start.ahead import Ahead

                self._ahead = Ahead(self)
            if self._next is None:
                from cjm_desktop.ui.nextmaps import NextMaps

                self._next = NextMaps(self)
            self._next.look()
            self.desk.settings.map_edges = str(Edges.of(self.work.canvas.viewport()))
            self.work.document.settled()
            self.work.saving.prepare()
            self.window.orders.neighbours.look()

    def leave_document(self) -> None:
        """Let go of the document; the caller has closed or kept it."""
        work, self.work = self.work, None
        if work is None:
            return
        self.window.orders.neighbours.leave()
        self.layouts.leave_document()
        self.sketch.leave_document()
        self.codes.leave_document()
        self.bar = None
        self.find.leave_document()
        self._letters.forget()
        self.overview.show_canvas(None, self.desk.language)
        self.inspector.show_document(None)
        work.close()
        self._column.removeWidget(work.canvas)
        work.canvas.hide()
        work.canvas.deleteLater()
        work.deleteLater()

    def _changed(self, change: Change) -> None:
        self.window.forget_done()
        self.inspector.document_changed(change)
        if self.bar is not None:
            self.bar.refresh()
        self.refresh()

    def refresh(self) -> None:
        """Show titles, tabs, names of undo and the like as they are now."""
        work = self.work
        if work is None:
            return
        journey = work.journey
        self.top.show_maps(journey.maps(), work.map_id)
        self.view.chips.show_personas(journey.personas(work.map_id))
        self.view.chips.show_chosen(work.look.persona_ids)
        self.window.status.show_basis(basis.of_map(journey, work.map_id, work.editing.memo))
        self.overview.count(self.desk.language)
        self.edits.refresh()
        self.views.refresh()
        self.layouts.refresh()
        self.maps.refresh()
        self.paths.refresh()
        self.stages.refresh()
        self.roles.refresh()
        self.filters.refresh()
        self._letters.show(work.canvas.drawing.missing)
        if self._next is not None:
            self._next.look()
        self._show_saved()

    def _show_saved(self) -> None:
        work = self.work
        if work is None:
            return
        document = work.document
        title = plain.clean(document.journey.document.title) or self.tr("Untitled")
        state = work.saving.state
        self.top.title.set(title)
        self.top.state.set(state, document.saved_at)
        self.window.status.show_saving(under_way=work.saving.writing)
        # Only what nobody saves by itself is marked: the mark asks for Ctrl+S.
        marked = state in (State.EDITED, State.FAILED) and not work.saving.by_itself
        self.window.setWindowTitle(f"{title}[*] - CJM Desktop")
        self.window.setWindowModified(marked)
        self.window.files.refresh()

    def on_canvas(self, do: Callable[[Canvas], object]) -> Callable[[], None]:
        """A command that does something with the canvas of whatever document is shown then."""

        def given() -> None:
            if self.work is not None:
                do(self.work.canvas)

        return given

    def on_seen(self, do: Callable[[Canvas], object]) -> Callable[[], None]:
        """The same with the canvas that is seen: that of the past, where one looks back."""

        def given() -> None:
            page = self.history.page
            if page is not None:
                do(page.canvas)
            elif self.work is not None:
                do(self.work.canvas)

        return given

    def look_changed(self) -> None:
        """The settings have changed: say and draw everything anew."""
        for part in (self.top, self.view):
            part.retranslate()
        self.roles.retranslate()
        self.lanes.retranslate()
        self.filters.retranslate()
        self.rail.show_words(words=self.desk.settings.rail_words)
        if self.work is None:
            return
        if self.work.beside is not None:
            self.work.beside.say()
        look = self.desk.look()
        self.work.set_look(
            language=look.language, dark=look.dark, dark_map=look.dark_map,
            prompts=look.prompts, font_size=look.font_size,
        )  # fmt: skip
        if self.bar is not None:
            self.bar.say()
        self.inspector.show_document(self.work.editing)
        self.show_chosen()
        self.overview.show_canvas(self.work.canvas, look.language)
        self.refresh()
