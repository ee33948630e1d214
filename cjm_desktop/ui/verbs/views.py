"""The View menu: paths, zoom, panels, and the way from region to region."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.work import PATHS, Work

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window

NARROW = 1280
"""Below this width the inspector makes room for the map until it is asked for, px."""


class ViewVerbs(QObject):
    """Changes what one window shows.

    Args:
        window: whose.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.desk.settings
        self._narrow = False
        commands = window.commands
        for path in PATHS:
            commands.on(f"view.{path}", partial(self._show_path, path))
        commands.on("view.zoom_in", window.on_canvas(Canvas.zoom_in))
        commands.on("view.zoom_out", window.on_canvas(Canvas.zoom_out))
        commands.on("view.zoom_100", window.on_canvas(lambda canvas: canvas.set_zoom(1.0)))
        commands.on("view.fit", window.on_canvas(Canvas.fit_map))
        commands.on("view.fit_selection", window.on_canvas(Canvas.fit_selection))
        commands.on_switch("view.prompts", lambda on: self._set("prompts", on))
        commands.on_switch("view.dark_map", lambda on: self._set("dark_map", on))
        commands.on_switch("view.inspector", lambda on: self.show_inspector(shown=on))
        commands.on_switch("view.overview", self._show_overview)
        commands.on_switch("view.rail_words", self._show_words)
        commands.on_switch("view.panels", lambda _on: self.show_panels())
        commands.on_switch("view.menu_bar", self._show_menu_bar)
        commands.on_switch("view.full_screen", self._show_full_screen)
        commands.on("view.next_region", self._next_region)
        window.document_shown.connect(self._shown)
        window.view.chips.chosen.connect(lambda ids: self._work.set_look(persona_ids=tuple(ids)))

    @property
    def _work(self) -> Work:
        work = self._window.work
        if work is None:
            raise RuntimeError("no document is shown")
        return work

    def _shown(self) -> None:
        work = self._window.work
        if work is None:
            return
        work.canvas.zoom_changed.connect(self._window.status.show_zoom)
        self._window.status.show_zoom(work.canvas.zoom)
        commands = self._window.commands
        commands["view.rail_words"].setChecked(self._settings.rail_words)
        self._window.rail.show_words(words=self._settings.rail_words)
        commands["view.inspector"].setChecked(self._settings.inspector and not self._narrow)
        commands["view.overview"].setChecked(self._settings.overview)

    def refresh(self) -> None:
        """Show which switches are on."""
        work, commands = self._window.work, self._window.commands
        if work is None:
            return
        work.canvas.wheel_zooms = self._settings.wheel_zooms
        commands[f"view.{work.look.path}"].setChecked(True)
        commands["view.prompts"].setChecked(work.look.prompts)
        commands["view.dark_map"].setChecked(work.look.dark_map)

    def _show_path(self, path: str) -> None:
        self._work.set_look(path=path)

    def _set(self, name: str, on: bool) -> None:
        setattr(self._settings, name, on)
        self._window.desk.look_changed.emit()

    # Panels

    def show_panels(self) -> None:
        """Show the panels that are wanted, or only the map."""
        window, commands = self._window, self._window.commands
        if window.work is None:
            return
        only_map = commands["view.panels"].isChecked()
        window.rail.setVisible(not only_map)
        window.view.setVisible(not only_map)
        inspector = not only_map and commands["view.inspector"].isChecked()
        overview = inspector and commands["view.overview"].isChecked()
        window.inspector.setVisible(inspector and not self._narrow)
        window.overview.setVisible(overview and not self._narrow)
        if self._narrow:
            window.overlay.borrow()
            window.overlay.setVisible(inspector)
            window.overlay.lie()
        else:
            window.overlay.give_back()

    def show_inspector(self, *, shown: bool) -> None:
        """Open or close the panels at the right."""
        self._window.commands["view.inspector"].setChecked(shown)
        if not self._narrow:
            self._settings.inspector = shown
        self.show_panels()

    def _show_overview(self, on: bool) -> None:
        self._settings.overview = on
        if on:
            self._window.commands["view.inspector"].setChecked(True)
        self.show_panels()

    def _show_words(self, on: bool) -> None:
        self._settings.rail_words = on
        self._window.rail.show_words(words=on)

    def resized(self) -> None:
        """In a narrow window the inspector is closed until it is asked for."""
        narrow = self._window.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            wanted = self._settings.inspector and not narrow
            self._window.commands["view.inspector"].setChecked(wanted)
            self.show_panels()

    def _show_menu_bar(self, on: bool) -> None:
        bar = self._window.menuBar()
        bar.setVisible(on)
        if on:
            bar.setFocus(Qt.FocusReason.MenuBarFocusReason)

    def _show_full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    # From region to region

    def regions(self) -> list[QWidget]:
        """The regions that can take the keyboard, in the order F6 walks."""
        window = self._window
        if window.work is None:
            return [window.page]
        found: list[QWidget] = [window.work.canvas, window.inspector, window.top, window.view]
        return [*found, window.rail] if window.rail.isVisible() else found

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
