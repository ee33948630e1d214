"""In menus: why an entry that is switched off is so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QMenu

from cjm_desktop.ui import plain, registry
from cjm_desktop.ui.calling.reasons import why_not

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window


class MenuReasons(QObject):
    """Says of entries that cannot be chosen now what to do first: beside the pointer and below.

    Args:
        window: whose; its status bar says it too, for who walks by keys.
        menus: whose entries are commands.
        parent: what it goes with; None: the window.
    """

    def __init__(
        self, window: Window, menus: Iterable[QMenu], parent: QObject | None = None
    ) -> None:
        super().__init__(parent or window)
        self._window = window
        self._commands = {one.id: one for one in registry.commands()}
        for menu in menus:
            menu.installEventFilter(self)

    def _reason(self, action: QAction | None) -> str:
        if action is None or action.isEnabled() or action.objectName() not in self._commands:
            return ""
        reason = why_not(self._commands[action.objectName()], has_map=self._window.work is not None)
        return reason[:1].upper() + reason[1:]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QMenu):
            return False
        if event.type() == QEvent.Type.Show:
            for action in watched.actions():
                plain.status(action, self._reason(action))
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            plain.show_tip(event.globalPos(), self._reason(watched.actionAt(event.pos())), watched)
            return True
        return False
