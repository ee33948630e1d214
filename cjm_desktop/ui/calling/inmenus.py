"""In menus: why an entry that is switched off is so."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from cjm_desktop.ui import plain, registry
from cjm_desktop.ui.calling.reasons import why_not

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window


class MenuReasons(QObject):
    """Says of entries that cannot be chosen now what to do first.

    The pointer is told beside it; arrows stop at such an entry, where Qt's would skip it, and it is
    said beside the entry, in the status bar and to screen readers.

    Args:
        window: whose.
        menus: whose entries are commands.
        parent: what it goes with; None: the window.
    """

    def __init__(
        self, window: Window, menus: Iterable[QMenu], parent: QObject | None = None
    ) -> None:
        super().__init__(parent or window)
        self._window = window
        self._by_keys = False
        self._commands = {one.id: one for one in registry.commands()}
        for menu in menus:
            menu.installEventFilter(self)
            once = Qt.ConnectionType.SingleShotConnection
            menu.aboutToShow.connect(partial(_let_walk, menu), once)
            menu.hovered.connect(partial(self._told, menu))

    def _reason(self, action: QAction | None) -> str:
        if action is None or action.isEnabled() or action.objectName() not in self._commands:
            return ""
        reason = why_not(self._commands[action.objectName()], has_map=self._window.work is not None)
        return reason[:1].upper() + reason[1:]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QMenu):
            return False
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseMove):
            self._by_keys = event.type() == QEvent.Type.KeyPress
        elif event.type() == QEvent.Type.Show:
            for action in watched.actions():
                plain.status(action, self._reason(action))
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            plain.show_tip(event.globalPos(), self._reason(watched.actionAt(event.pos())), watched)
            return True
        return False

    def _told(self, menu: QMenu, action: QAction) -> None:
        """Say why an entry is off when it is come to by keys; the pointer waits for its tip."""
        reason = self._reason(action)
        if not self._by_keys:
            return
        beside = menu.mapToGlobal(menu.actionGeometry(action).topRight())
        plain.show_tip(beside, reason, menu)
        if reason:
            from cjm_desktop.ui.hearing import announcing  # a start can do without

            announcing.announce(menu, reason)


class _Walked(QProxyStyle):
    """Lets arrows stop at entries that are switched off, which Fusion skips."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        if hint == QStyle.StyleHint.SH_Menu_AllowActiveAndDisabled:
            return 1
        return int(super().styleHint(hint, option, widget, returnData))


def _let_walk(menu: QMenu) -> None:
    """Let arrows stop at all entries of a menu; one style serves all menus of the program."""
    program = QApplication.instance()
    style = program.findChild(_Walked) if program is not None else None
    if style is None:
        style = _Walked("Fusion")
        style.setParent(program)
    menu.setStyle(style)
