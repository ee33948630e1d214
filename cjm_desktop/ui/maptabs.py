"""The maps of the document as tabs: choose, add, rename in place, move, copy, delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QTabBar, QToolButton, QWidget

from cjm_desktop.journey.records import JourneyMap
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold
from cjm_desktop.ui.plain import Elided
from cjm_desktop.ui.spelling.marked import spelled
from cjm_desktop.ui.whole import whole

EDGES = 26
"""Of a tab at both sides of its words, px."""
LONGEST = 284
"""Of the widest tab, px; longer titles end in an ellipsis."""
SHORTEST = 120
"""That is left of the file's name, px, whatever the tabs want."""


class MapTabs(QTabBar):
    """One tab for each map, in the document's order."""

    chosen = Signal(str)
    """The id of the map the user turned to."""
    renamed = Signal(str, str)
    """A map's id and its new title."""
    moved = Signal(str, int)
    """A map's id and its new place."""
    left = Signal()
    """The field for a title has been closed."""
    menu_asked = Signal(str, QPoint)
    """A map's id and where on the screen its menu belongs."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[str] = []
        self._titles: list[str] = []
        self._quiet = False
        self._editor: QLineEdit | None = None
        self.setDocumentMode(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(16, 16))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.currentChanged.connect(self._turned)
        self.tabMoved.connect(self._moved)
        self._say()

    def _say(self) -> None:
        # Qt names these once, in the language of that moment.
        for made in self.findChildren(QToolButton):
            left = made.objectName() == "ScrollLeftButton"
            made.setAccessibleName(self.tr("Earlier maps") if left else self.tr("Later maps"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def show_maps(self, maps: Sequence[JourneyMap], current: str) -> None:
        """Show these maps and turn to one of them, without telling anybody."""
        self._quiet = True
        while self.count() > len(maps):
            self.removeTab(self.count() - 1)
        while self.count() < len(maps):
            self.addTab("")
        self._ids = [one.id for one in maps]
        self._titles = [plain.clean(one.title) for one in maps]
        titles = {one.id: plain.clean(one.title) for one in maps}
        for index, one in enumerate(maps):
            self._dress(index, one, titles.get(one.general_id or "", ""))
        if current in self._ids:
            self.setCurrentIndex(self._ids.index(current))
        # One map needs no tab: the file's name beside it says the same.
        self.setVisible(len(maps) > 1)
        self._quiet = False

    def _dress(self, index: int, one: JourneyMap, general: str) -> None:
        title = plain.menu_text(one.title) or self.tr("Untitled")
        if self.tabText(index) != title:
            self.setTabText(index, title)
        follows = one.general_id is not None
        said = [plain.clean(one.title)]
        if follows:
            said.append(self.tr("Follows “{name}”").format(name=general))
        self.setTabToolTip(index, plain.tip_text("\n".join(said)))
        self.setAccessibleTabName(index, ", ".join(said))
        if follows != (not self.tabIcon(index).isNull()):
            self.setTabIcon(index, icons.icon("corner-down-right") if follows else QIcon())

    def _turned(self, index: int) -> None:
        if not self._quiet and 0 <= index < len(self._ids):
            self.chosen.emit(self._ids[index])

    def _moved(self, start: int, end: int) -> None:
        if not self._quiet and max(start, end) < len(self._ids):
            moved = self._ids.pop(start)
            self._ids.insert(end, moved)
            self._titles.insert(end, self._titles.pop(start))
            self._last_move = (moved, end)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # One move for the whole drag, not one for each tab that was passed.
        last, self._last_move = self._last_move, None
        if last is not None:
            self.moved.emit(*last)

    _last_move: tuple[str, int] | None = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if 0 <= index < len(self._ids):
            self.edit(self._ids[index])
        else:
            super().mouseDoubleClickEvent(event)

    def _menu(self, at: QPoint) -> None:
        index = self.tabAt(at)
        if 0 <= index < len(self._ids):
            self.menu_asked.emit(self._ids[index], self.mapToGlobal(at))

    def edit(self, map_id: str) -> None:
        """Let the user write a map's title where its tab is."""
        if map_id not in self._ids:
            return
        index = self._ids.index(map_id)
        editor = _TitleEditor(self, self._titles[index])
        rect = self.tabRect(index).adjusted(2, 6, -2, -6)
        editor.setGeometry(rect.x(), rect.y(), max(rect.width(), 140), rect.height())
        editor.done.connect(lambda title: self._rename(map_id, title))
        editor.show()
        editor.selectAll()
        editor.setFocus()
        self._editor = editor

    def _rename(self, map_id: str, title: str) -> None:
        self._editor = None
        self.left.emit()
        title = plain.clean(title)
        if map_id in self._ids and title and title != self._titles[self._ids.index(map_id)]:
            self.renamed.emit(map_id, title)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 48)

    def minimumSizeHint(self) -> QSize:
        # At least the tab one is on, whatever else must scroll.
        return QSize(96, 48)

    def tabSizeHint(self, index: int) -> QSize:
        # As wide as when it is chosen: turning to a map moves no tab.
        words = QFontMetrics(bold(self.font())).horizontalAdvance(self.tabText(index))
        icon = 0 if self.tabIcon(index).isNull() else self.iconSize().width() + 4
        return QSize(min(words + icon + EDGES, LONGEST), super().tabSizeHint(index).height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        # Where there is no room for all, tabs scroll instead of being cut.
        return self.tabSizeHint(index)


class Title(Elided):
    """The name of the file, which can be written over where it stands."""

    renamed = Signal(str)
    """Its new name."""
    left = Signal()
    """The field for the name has been closed."""

    def __init__(self) -> None:
        super().__init__(role="panel")

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(self.sizeHint().width(), SHORTEST), least.height())

    def edit(self) -> None:
        """Let the user write another name."""
        beside: QWidget = self.parentWidget() or self
        editor = _TitleEditor(beside, self.text())
        place = self.geometry().adjusted(-6, 0, 0, 0)
        height = editor.sizeHint().height()
        top = place.center().y() - height // 2
        editor.setGeometry(place.x(), top, max(place.width() + 12, 240), height)
        editor.done.connect(self._rename)
        editor.show()
        editor.selectAll()
        editor.setFocus()

    def _rename(self, title: str) -> None:
        self.left.emit()
        title = plain.clean(title)
        if title and title != self.text():
            self.renamed.emit(title)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit()


class _TitleEditor(QLineEdit):
    """A field over a tab: Enter and leaving it keep what was written, Esc does not."""

    done = Signal(str)

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(title, parent)
        self._title = title
        self.setAccessibleName(self.tr("Name"))
        spelled(self)
        self._finished = False
        self.editingFinished.connect(lambda: self._finish(self.text()))

    @whole
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._finish(self._title)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Keys typed here are text, whatever commands they are elsewhere.
            event.accept()
            return True
        return super().event(event)

    def _finish(self, title: str) -> None:
        if not self._finished:
            self._finished = True
            self.hide()
            self.deleteLater()
            self.done.emit(title)
