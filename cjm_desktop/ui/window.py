"""The window: a frame that shows the first page, or a document on its workbench."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from cjm_desktop.document import Document
    from cjm_desktop.layout.pieces import Drawing
    from cjm_desktop.ui.actions import Actions
    from cjm_desktop.ui.banner import Answer, Banners
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.orders import Orders
    from cjm_desktop.ui.start.bones import Bones
    from cjm_desktop.ui.start.desk import StartDesk
    from cjm_desktop.ui.start.growing import Growing
    from cjm_desktop.ui.start.mapbones import MapBones
    from cjm_desktop.ui.start.page import FirstPage
    from cjm_desktop.ui.statusbar import StatusBar
    from cjm_desktop.ui.verbs.files import FileVerbs
    from cjm_desktop.ui.work import Work

SMALLEST = QSize(1024, 700)
USUAL = QSize(1440, 900)


UNDONE = ("merged", "history")
"""Matters of strips that say what undo takes back."""
REFUSED = "problem"
"""Matter of the strip that says why something was not done."""
SUCCESS = ("done", "news")
"""Looks of strips that say what was done."""


class Window(QMainWindow):
    """One window: a document, or the first page.

    What its first picture can do without is made when it is first asked for, or else right after
    that picture: the window is there at once.

    Args:
        desk: what the windows share.
    """

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.seen = False
        """It has been painted once, and its keys work."""
        self.bones: Bones | MapBones | None = None
        """What is seen until the first page or the map is there."""
        self._growing: Growing | None = None
        self._status: StatusBar | None = None
        self._orders: Orders | None = None
        self._start: StartDesk | None = None
        self._bench: Bench | None = None
        self._banners: Banners | None = None
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        desk.look_changed.connect(self._look_changed)

    # Its parts

    @property
    def growing(self) -> Growing:
        """Who makes what the first picture does without."""
        if self._growing is None:
            from cjm_desktop.ui.start.growing import Growing

            self._growing = Growing(self)
        return self._growing

    @property
    def status(self) -> StatusBar:
        """The bar at the bottom."""
        if self._status is None:
            from cjm_desktop.ui.statusbar import StatusBar

            self.desk.furnish()
            self._status = StatusBar(self)
            self.setStatusBar(self._status)
        return self._status

    @property
    def orders(self) -> Orders:
        """What it can be told to do."""
        if self._orders is None:
            self.desk.furnish()
            from cjm_desktop.ui.orders import Orders

            self._orders = Orders(self)
            self._orders.wire()
        return self._orders

    @property
    def commands(self) -> Actions:
        """Its commands by id."""
        return self.orders.commands

    @property
    def files(self) -> FileVerbs:
        """Who opens, saves and closes."""
        return self.orders.files

    @property
    def banners(self) -> Banners:
        """The strips over what is shown."""
        if self._banners is None:
            from cjm_desktop.ui.banner import Banners

            self._banners = Banners(self.stack)
            self._banners.reached.connect(self._make_room)
        return self._banners

    def _make_room(self, height: int) -> None:
        """The first page goes down under the strips: its upper edge is where one begins."""
        if self.work is None and self._start is not None:
            self._start.page.setContentsMargins(0, height, 0, 0)

    @property
    def start(self) -> StartDesk:
        """Who fills the first page."""
        if self._start is None:
            self.desk.furnish()
            from cjm_desktop.ui.start.desk import StartDesk

            self._start = StartDesk(self)
            self.stack.addWidget(self._start.page)
        return self._start

    @property
    def page(self) -> FirstPage:
        """The first page."""
        return self.start.page

    @property
    def bench(self) -> Bench:
        """Every part of the window that a map needs."""
        if self._bench is None:
            from cjm_desktop.ui.bench import Bench

            self._bench = Bench(self)
        return self._bench

    @property
    def work(self) -> Work | None:
        """The document that is shown; None: the first page is."""
        return self._bench.work if self._bench is not None else None

    # What is shown

    def show_bones(self) -> None:
        """Show what the first page will look like, until it is there."""
        from cjm_desktop.ui import palette
        from cjm_desktop.ui.start.bones import Bones, Widths

        settings = self.desk.settings
        bones = Bones(palette.tokens(), settings.font_size, Widths.read(settings.start_widths))
        bones.asked.connect(self._begin)
        self._stand_in(bones)

    def _begin(self, row: int) -> None:
        """Do what one of the large buttons does that were only drawn when it was clicked."""

        def press() -> None:
            self.page.left.rows[row].click()

        self.growing.then(press)

    def show_map_bones(self, document: Document) -> bool:
        """Show a map where its canvas will be, if it is known where; whether it is shown."""
        from cjm_desktop.ui import remembered
        from cjm_desktop.ui.start.mapbones import Edges, MapBones

        edges = Edges.read(self.desk.settings.map_edges)
        seen = document.view_state
        plain = seen.get("path") != "beside" and seen.get("layout", "map") == "map"
        if edges is None or not plain:
            return False
        look = remembered.look_of(document, self.desk.look())
        self._stand_in(MapBones(self, document, look, edges))
        return True

    def _stand_in(self, bones: Bones | MapBones) -> None:
        self.bones = bones
        self.stack.addWidget(bones)
        self.setWindowTitle("CJM Desktop")

    def _drop_bones(self) -> None:
        """What they stood for is there."""
        if self.bones is not None:
            self.bones.deleteLater()
            self.bones = None

    def show_first_page(self) -> None:
        """Show the first page."""
        if self._bench is not None:
            self._bench.hide()
        self.stack.setCurrentWidget(self.page)
        self._drop_bones()
        if self._banners is not None:
            self._banners.begin(0)
        self.status.show_map(has_map=False)
        if self._orders is not None:
            self._orders.commands.enable(has_map=False)
        self.setWindowTitle("CJM Desktop")
        self.start.refresh()

    def show_document(self, document: Document, laid: Drawing | None = None) -> None:
        """Show a document in place of the first page.

        Args:
            laid: the drawing of the map that was seen last, where it is there already.
        """
        self.bench.show_document(document, laid)
        self._drop_bones()

    def leave_document(self) -> None:
        """Let go of the document; the caller has closed or kept it."""
        if self._bench is not None:
            self._bench.leave_document()
        if self._banners is not None:
            self._banners.drop_all()

    # What is said

    def tell(self, sentence: str, matter: str = REFUSED, look: str = "warn") -> None:
        """Say why something did not happen, in a strip that stops nobody."""
        self.offer(matter, sentence, [], look)

    def say_done(self, matter: str, sentence: str, answers: Sequence[Answer] = ()) -> None:
        """Say that something went well."""
        self.offer(matter, sentence, list(answers), "done")

    def offer(self, matter: str, sentence: str, answers: list[Answer], look: str = "warn") -> None:
        """Say something and offer ways out."""
        from cjm_desktop.ui.banner import Banner

        if look in SUCCESS:
            self.banners.drop_passing(REFUSED)
        self.banners.show_banner(matter, Banner(sentence, answers, look))

    def forget_done(self) -> None:
        """Say no more what undo takes back, nor what was refused: something was done since."""
        if self._banners is not None:
            self._banners.drop_passing(REFUSED)
            for matter in UNDONE:
                self._banners.drop(matter)

    def _look_changed(self) -> None:
        """The settings have changed: say and draw everything anew."""
        if self._status is not None:
            self._status.retranslate()
        if self._orders is not None:
            self._orders.retranslate()
        if self._start is not None:
            self._start.refresh()
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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._growing is None:
            QTimer.singleShot(0, self, lambda: self.growing)

    def take_icon(self) -> None:
        """Put on the program's icon."""
        from PySide6.QtGui import QIcon

        from cjm_desktop import assets

        self.setWindowIcon(QIcon(str(assets.path("icons", "app.svg"))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.seen:
            super().keyPressEvent(event)
        else:
            self.growing.hear(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.bones is not None:
            self.growing.finish()
        if self.work is not None and not self.orders.closing.may_close():
            event.ignore()
            return
        self.desk.settings.geometry = self.saveGeometry()
        self.leave_document()
        event.accept()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self.work is not None and event.type() == QEvent.Type.ActivationChange:
            if self.isActiveWindow():
                self.orders.troubles.look_at_file()
            else:
                self.work.saving.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._bench is not None:
            self._bench.views.resized()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.growing.finish()
        self.files.drop([url.toLocalFile() for url in event.mimeData().urls()])
        event.acceptProposedAction()
