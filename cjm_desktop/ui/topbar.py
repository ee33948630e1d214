"""The bar at the top: the menu, the file and whether it is saved, the maps, undo, the poster."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenuBar,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.journey.records import JourneyMap
from cjm_desktop.ui import plain
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.controls import button, icon_button, line, name_button
from cjm_desktop.ui.maptabs import MapTabs, Title
from cjm_desktop.ui.saved import SavedState

HEIGHT = 48


class TopBar(QToolBar):
    """The top bar of a window that has a map.

    Args:
        actions: the window's commands.
        bar: the menu bar behind the menu button.
    """

    def __init__(self, actions: Actions, bar: QMenuBar) -> None:
        super().__init__()
        self.setObjectName("top")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFixedHeight(HEIGHT)
        self._actions = actions
        self.menu = self._menu_button(bar)
        self.title = Title()
        self.state = SavedState()
        self.tabs = MapTabs()
        self.add = icon_button("plus", 16)
        self.add.clicked.connect(actions["map.add"].trigger)
        self.undo = self._command("edit.undo")
        self.redo = self._command("edit.redo")
        self.history = self._command("edit.history")
        self.search = self._command("edit.find")
        self.print = button("", "printer", "main")
        self.print.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.print.clicked.connect(actions["file.print"].trigger)
        self.addWidget(self._inside())
        self.retranslate()

    def _menu_button(self, bar: QMenuBar) -> QToolButton:
        made = icon_button("menu-2", 20)
        made.setFixedSize(QSize(40, 36))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.addActions(bar.actions())
        return made

    def _command(self, command_id: str) -> QToolButton:
        made = icon_button("plus", 18)
        made.setDefaultAction(self._actions[command_id])
        made.setFixedSize(QSize(32, 32))
        return made

    def _inside(self) -> QWidget:
        inside = QWidget()
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(inside)
        row.setContentsMargins(8, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.menu)
        row.addWidget(self.title)
        row.addWidget(self.state)
        row.addSpacing(8)
        row.addWidget(_post())
        row.addWidget(self.tabs)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addWidget(self.history)
        row.addWidget(self.search)
        row.addSpacing(4)
        row.addWidget(_post())
        row.addSpacing(4)
        row.addWidget(self.print)
        return inside

    def rename(self, map_id: str) -> None:
        """Let the user write a map's name: over its tab, or over the file's where it has none."""
        if self.tabs.isHidden():
            self.title.edit()
        else:
            self.tabs.edit(map_id)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        name_button(self.menu, self.tr("Menu"))
        name_button(self.add, self.tr("New map in this file"))
        for made in (self.undo, self.redo, self.history, self.search):
            made.setAccessibleName(self._actions.said(made.defaultAction().objectName()))
        self.print.setText(self._actions["file.print"].iconText())
        plain.tip(self.print, self._actions["file.print"].toolTip())

    def show_maps(self, maps: Sequence[JourneyMap], current: str) -> None:
        """Show the maps of the file, one of them turned to."""
        self.tabs.show_maps(maps, current)
        self._share_room()

    def _share_room(self) -> None:
        # The name of the file gives way before the tabs do.
        part = 2 if self.tabs.isHidden() else 5
        self.title.setMaximumWidth(max(120, self.width() // part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _post() -> QWidget:
    """An upright line 20 px high."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 14, 0, 14)
    column.addWidget(line("post"))
    return holder
