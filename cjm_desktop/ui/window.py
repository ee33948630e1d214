"""The window: its regions, and the document it shows or the first page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cjm_desktop import assets
from cjm_desktop.document import Change, Document
from cjm_desktop.ui import plain
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.banner import Answer, Banner, Banners
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.floating import FloatingBar
from cjm_desktop.ui.inspector.dock import Inspector
from cjm_desktop.ui.overlay import Overlay
from cjm_desktop.ui.overview import Overview
from cjm_desktop.ui.rail import Rail
from cjm_desktop.ui.saved import State
from cjm_desktop.ui.start.desk import StartDesk
from cjm_desktop.ui.start.page import FirstPage
from cjm_desktop.ui.statusbar import StatusBar
from cjm_desktop.ui.topbar import TopBar
from cjm_desktop.ui.verbs.edits import EditVerbs
from cjm_desktop.ui.verbs.files import FileVerbs
from cjm_desktop.ui.verbs.lanes import LanesMenu
from cjm_desktop.ui.verbs.maps import MapVerbs
from cjm_desktop.ui.verbs.views import ViewVerbs
from cjm_desktop.ui.viewbar import ViewBar
from cjm_desktop.ui.work import Work

if TYPE_CHECKING:
    from cjm_desktop.ui.desk import Desk

SMALLEST = QSize(1024, 700)
USUAL = QSize(1440, 900)


class Window(QMainWindow):
    """One window: a document, or the first page.

    Args:
        desk: what the windows share.
    """

    closed = Signal()
    document_shown = Signal()
    """Another document is shown, or none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.work: Work | None = None
        self.bar: FloatingBar | None = None
        self.setWindowIcon(QIcon(str(assets.path("icons", "app.svg"))))
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.commands = Actions(self)
        self.recent_menu = QMenu(self)
        self.lanes = LanesMenu(self)
        self.menus = self.commands.fill(
            self.menuBar(), {"file.open": self.recent_menu, "map.right": self.lanes.menu}
        )
        self.menuBar().hide()
        self._build()
        self.files = FileVerbs(self)
        self.edits = EditVerbs(self)
        self.views = ViewVerbs(self)
        self.maps = MapVerbs(self)
        self.start = StartDesk(self)
        desk.look_changed.connect(self._look_changed)
        self.show_first_page()

    def _build(self) -> None:
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.setCorner(Qt.Corner.TopRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.top = TopBar(self.commands, self.menuBar())
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.top)
        self.rail = Rail(self.commands)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        self.inspector = Inspector(self.commands)
        self.overview = Overview(self.commands)
        for dock in (self.inspector, self.overview):
            self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self.status = StatusBar(self.commands)
        self.setStatusBar(self.status)
        self.page = FirstPage()
        self.view = ViewBar(self.commands, self.lanes.menu)
        self.banners = Banners()
        self.map_page = QWidget()
        self._map_column = QVBoxLayout(self.map_page)
        self._map_column.setContentsMargins(0, 0, 0, 0)
        self._map_column.setSpacing(0)
        self._map_column.addWidget(self.view)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.page)
        self.stack.addWidget(self.map_page)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.commands.give_canvas(self.map_page)
        self.overlay = Overlay(self.map_page, self.view, self.inspector)

    # What is shown

    def show_first_page(self) -> None:
        """Show the first page."""
        self.stack.setCurrentWidget(self.page)
        for part in (self.top, self.rail, self.inspector, self.overview):
            part.hide()
        self.status.show_map(has_map=False)
        self.commands.enable(has_map=False)
        self.setWindowTitle("CJM Desktop")
        self.start.refresh()
        self.document_shown.emit()

    def show_document(self, document: Document) -> None:
        """Show a document in place of the first page."""
        self.work = work = Work(document, self.desk.look())
        canvas = work.canvas
        self._map_column.addWidget(canvas, 1)
        self.stack.setCurrentWidget(self.map_page)
        self.top.show()
        self.rail.show()
        self.commands.enable(has_map=True)
        self.status.show_map(has_map=True)
        self.inspector.show_document(work.editing)
        work.changed.connect(self._changed)
        work.turned.connect(self.refresh)
        work.saving.state_changed.connect(self._show_saved)
        work.editing.refused.connect(self.tell)
        self.bar = FloatingBar(work, self.commands)
        self.document_shown.emit()
        self.views.show_panels()
        self.refresh()
        canvas.setFocus()
        QTimer.singleShot(0, self, self._settled)

    def _settled(self) -> None:
        """The window has its size now: show what was seen last time."""
        if self.work is not None:
            self.work.restore_view()
            self.work.document.settled()
            self.work.document.prepare()
            self.overview.show_canvas(self.work.canvas, self.desk.language)

    def leave_document(self) -> None:
        """Let go of the document; the caller has closed or kept it."""
        work, self.work = self.work, None
        if work is None:
            return
        self.bar = None
        self.overview.show_canvas(None, self.desk.language)
        self.inspector.show_document(None)
        work.close()
        self._map_column.removeWidget(work.canvas)
        work.canvas.hide()
        work.canvas.deleteLater()
        work.deleteLater()
        self.banners.drop_all()

    def _changed(self, change: Change) -> None:
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
        self.top.tabs.show_maps(journey.maps(), work.map_id)
        self.view.chips.show_personas(journey.personas(work.map_id))
        self.view.chips.show_chosen(work.look.persona_ids)
        self.status.show_share(work.evidence_share())
        self.overview.count(self.desk.language)
        self.edits.refresh()
        self.views.refresh()
        self.maps.refresh()
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
        # Only what nobody saves by itself is marked: the mark asks for Ctrl+S.
        marked = state in (State.EDITED, State.FAILED) and not work.saving.by_itself
        self.setWindowModified(marked)
        self.setWindowTitle(f"{title}[*] - CJM Desktop")
        self.files.refresh()

    def on_canvas(self, do: Callable[[Canvas], object]) -> Callable[[], None]:
        """A command that does something with the canvas of whatever document is shown then."""

        def given() -> None:
            if self.work is not None:
                do(self.work.canvas)

        return given

    # What is said

    def tell(self, sentence: str, matter: str = "problem") -> None:
        """Say why something did not happen, in a strip that stops nobody."""
        self.banners.show_banner(matter, Banner(sentence))

    def offer(self, matter: str, sentence: str, answers: list[Answer], look: str = "warn") -> None:
        """Say something and offer ways out."""
        self.banners.show_banner(matter, Banner(sentence, answers, look))

    def _look_changed(self) -> None:
        """The settings have changed: say and draw everything anew."""
        self.commands.retranslate()
        for part in (self.top, self.view, self.status):
            part.retranslate()
        self.rail.show_words(words=self.desk.settings.rail_words)
        self.start.refresh()
        if self.work is None:
            return
        look = self.desk.look()
        self.work.set_look(
            language=look.language, dark=look.dark, dark_map=look.dark_map,
            prompts=look.prompts, font_size=look.font_size,
        )  # fmt: skip
        if self.bar is not None:
            self.bar.say()
        self.inspector.show_document(self.work.editing)
        self.inspector.show_selection(self.work.map_id, self.work.canvas.selection)
        self.overview.show_canvas(self.work.canvas, look.language)
        self.refresh()

    # Qt's events

    def restore_place(self, step: int) -> None:
        """Take the size and place of the last window, a little further for each one open."""
        self.resize(USUAL)
        geometry = self.desk.settings.geometry
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        if step:
            self.move(self.x() + 32 * step, self.y() + 32 * step)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self.desk.settings.geometry = self.saveGeometry()
        self.leave_document()
        event.accept()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        leaving = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        if leaving and self.work is not None:
            self.work.saving.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.views.resized()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.drop([url.toLocalFile() for url in event.mimeData().urls()])
        event.acceptProposedAction()
