"""The window: a frame that shows the first page, or a document on its workbench."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget

from cjm_desktop import assets
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.banner import Answer, Banner, Banners
from cjm_desktop.ui.start.desk import StartDesk
from cjm_desktop.ui.start.page import FirstPage
from cjm_desktop.ui.statusbar import StatusBar
from cjm_desktop.ui.verbs.file_lists import FileLists
from cjm_desktop.ui.verbs.files import FileVerbs
from cjm_desktop.ui.verbs.frame import FrameVerbs

if TYPE_CHECKING:
    from cjm_desktop.document import Document
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.work import Work

SMALLEST = QSize(1024, 700)
USUAL = QSize(1440, 900)


class Window(QMainWindow):
    """One window: a document, or the first page.

    What a map needs is made when the first one is shown: the first page is there at once.

    Args:
        desk: what the windows share.
    """

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._bench: Bench | None = None
        self.setWindowIcon(QIcon(str(assets.path("icons", "app.svg"))))
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.commands = Actions(self)
        self.recent_menu = QMenu(self)
        self.discarded_menu = QMenu(self)
        self.lane_menu = QMenu(self)
        self.menus = self.commands.fill(
            self.menuBar(),
            {
                "file.open": self.recent_menu,
                "file.share": self.discarded_menu,
                "map.right": self.lane_menu,
            },
        )
        self.menuBar().hide()
        self.status = StatusBar(self.commands)
        self.setStatusBar(self.status)
        self.page = FirstPage()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.page)
        self.setCentralWidget(self.stack)
        self.banners = Banners(self.stack)
        self.files = FileVerbs(self)
        self.lists = FileLists(self)
        self.frame = FrameVerbs(self)
        self.start = StartDesk(self)
        desk.look_changed.connect(self._look_changed)
        self.show_first_page()

    @property
    def bench(self) -> Bench:
        """Every part of the window that a map needs, made when it is first asked for."""
        if self._bench is None:
            from cjm_desktop.ui.bench import Bench

            self._bench = Bench(self)
        return self._bench

    @property
    def work(self) -> Work | None:
        """The document that is shown; None: the first page is."""
        return self._bench.work if self._bench is not None else None

    # What is shown

    def show_first_page(self) -> None:
        """Show the first page."""
        if self._bench is not None:
            self._bench.hide()
        self.stack.setCurrentWidget(self.page)
        self.banners.begin(0)
        self.status.show_map(has_map=False)
        self.commands.enable(has_map=False)
        self.setWindowTitle("CJM Desktop")
        self.start.refresh()

    def show_document(self, document: Document) -> None:
        """Show a document in place of the first page."""
        self.bench.show_document(document)

    def leave_document(self) -> None:
        """Let go of the document; the caller has closed or kept it."""
        if self._bench is not None:
            self._bench.leave_document()
        self.banners.drop_all()

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
        self.status.retranslate()
        self.lists.retranslate()
        self.files.refresh()
        self.start.refresh()
        if self._bench is not None:
            self._bench.look_changed()

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
        if self._bench is not None:
            self._bench.views.resized()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.drop([url.toLocalFile() for url in event.mimeData().urls()])
        event.acceptProposedAction()
