"""Commands every window has, with or without a map: keys, settings, full screen, regions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window


class FrameVerbs(QObject):
    """Does what concerns the window as such.

    Args:
        window: whose.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        commands = window.commands
        commands.on("edit.settings", self._settings)
        commands.on("help.keys", self._keys)
        commands.on("help.guide", self._guide)
        commands.on("help.about", self._about)
        commands.on_switch("view.menu_bar", self._show_menu_bar)
        commands.on_switch("view.full_screen", self._show_full_screen)
        commands.on("view.next_region", self._next_region)

    def _settings(self) -> None:
        from cjm_desktop.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._window.desk, self._window)
        dialog.keys_asked.connect(partial(self._change_keys, dialog))
        dialog.exec()

    def _keys(self) -> None:
        from cjm_desktop.ui.dialogs.keys import KeysDialog

        dialog = KeysDialog(self._window)
        dialog.change_asked.connect(partial(self._change_keys, dialog))
        dialog.change_asked.connect(dialog.refresh)
        dialog.exec()

    def _change_keys(self, over: QWidget) -> None:
        from cjm_desktop.ui.keys.editor import KeysEditor

        KeysEditor(self._window, over).exec()

    def _guide(self) -> None:
        from cjm_desktop.ui.dialogs.guide import GuideDialog

        GuideDialog(self._window.desk.language, self._window).exec()

    def _about(self) -> None:
        from cjm_desktop.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).exec()

    def _show_menu_bar(self, on: bool) -> None:
        bar = self._window.menuBar()
        bar.setVisible(on)
        if on:
            bar.setFocus(Qt.FocusReason.MenuBarFocusReason)

    def _show_full_screen(self, on: bool) -> None:
        state, full = self._window.windowState(), Qt.WindowState.WindowFullScreen
        # A window that filled the desktop before does so again.
        self._window.setWindowState(state | full if on else state & ~full)

    # From region to region

    def regions(self) -> list[QWidget]:
        """The regions that can take the keyboard, in the order F6 walks."""
        window = self._window
        if window.work is None:
            return [window.page]
        bench = window.bench
        if bench.history.page is not None:
            return bench.history.page.regions()
        found: list[QWidget] = [bench.layouts.front, bench.inspector, bench.top, bench.view]
        if bench.sketch.pane is not None:
            found.insert(0, bench.sketch.pane.lines)
        if bench.codes.pane is not None:
            found.insert(0, bench.codes.pane.field)
        return [*found, bench.rail] if bench.rail.isVisible() else found

    def _next_region(self) -> None:
        regions = [one for one in self.regions() if one.isVisible()]
        now = QApplication.focusWidget()
        at = next(
            (
                index
                for index, one in enumerate(regions)
                if now is not None and (one is now or one.isAncestorOf(now))
            ),
            -1,
        )
        for step in range(1, len(regions) + 1):
            if _enter(regions[(at + step) % len(regions)]):
                return


def _enter(region: QWidget) -> bool:
    """Give the keyboard to a region, or to the first thing in it that takes it."""
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus:
        region.setFocus(Qt.FocusReason.TabFocusReason)
        return True
    for widget in region.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisibleTo(region) and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
