"""The View menu: paths, zoom and panels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from cjm_desktop.ui import panels
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.nexthint import NextHint
from cjm_desktop.ui.remembered import PATHS
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.work import Work

NARROW = 1280
"""Below this width the inspector makes room for the map until it is asked for, px."""


class ViewVerbs(Verbs):
    """Changes what a bench shows.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._settings = bench.desk.settings
        self._narrow = bench.window.width() < NARROW
        self.wants_inspector = self._settings.inspector
        """It is shown where there is room."""
        commands = bench.commands
        for path in PATHS:
            commands.on(f"view.{path}", partial(self._show_path, path))
        commands.on("view.beside", bench.show_beside)
        bench.canvas_shown.connect(self._canvas_shown)
        commands.on("view.zoom_in", bench.on_seen(Canvas.zoom_in))
        commands.on("view.zoom_out", bench.on_seen(Canvas.zoom_out))
        commands.on("view.zoom_100", bench.on_seen(lambda canvas: canvas.set_zoom(1.0)))
        commands.on("view.fit", bench.on_seen(Canvas.fit_map))
        commands.on("view.fit_selection", bench.on_seen(Canvas.fit_selection))
        commands.on_switch("view.by_time", lambda on: self._work.set_look(width_by_time=on))
        commands.on_switch("view.prompts", lambda on: self._set("prompts", on))
        commands.on_switch("view.dark_map", lambda on: self._set("dark_map", on))
        commands.on_switch("view.inspector", lambda on: self.show_inspector(shown=on))
        commands.on_switch("view.overview", self._show_overview)
        commands.on_switch("view.rail_words", self._show_words)
        commands.on_switch("view.panels", lambda _on: self.show_panels())
        bench.document_shown.connect(self._shown)
        bench.view.chips.chosen.connect(lambda ids: self._work.set_look(persona_ids=tuple(ids)))

    def _shown(self) -> None:
        work = self._bench.work
        if work is None:
            return
        work.editing.stood_in.connect(self._bench.inspector.stand_in)
        work.editing.stood_in.connect(work.stand_in)
        commands = self._bench.commands
        commands["view.rail_words"].setChecked(self._settings.rail_words)
        self._bench.rail.show_words(words=self._settings.rail_words)
        kept = panels.kept(work.document.view_state.get("panels"), self._settings)
        work.panels = partial(panels.now, self._bench)
        self.wants_inspector = kept.inspector
        commands["view.inspector"].setChecked(kept.inspector and not self._narrow)
        commands["view.overview"].setChecked(kept.overview)
        commands["view.panels"].setChecked(kept.only_map)
        QTimer.singleShot(0, self, partial(panels.put_back, self._bench, kept))

    def _canvas_shown(self) -> None:
        canvas = self._work.canvas
        canvas.zoom_changed.connect(self._bench.window.status.show_zoom)
        self._bench.window.status.show_zoom(canvas.zoom)
        if canvas.viewport().findChild(NextHint) is None:
            NextHint(canvas, self._bench.commands)

    def refresh(self) -> None:
        """Show which switches are on."""
        work, commands = self._bench.work, self._bench.commands
        if work is None:
            return
        self._set_wheel(work)
        view = "beside" if work.beside is not None else work.look.path
        commands[f"view.{view}"].setChecked(True)
        commands["view.by_time"].setChecked(work.look.width_by_time)
        commands["view.codes"].setChecked(work.look.codes)
        commands["view.prompts"].setChecked(work.look.prompts)
        commands["view.dark_map"].setChecked(work.look.dark_map)

    def _set_wheel(self, work: Work) -> None:
        """Let the wheel do what the user wants, and the line at the bottom say so."""
        for canvas in work.beside.panes if work.beside is not None else (work.canvas,):
            if canvas.wheel_zooms != self._settings.wheel_zooms:
                canvas.wheel_zooms = self._settings.wheel_zooms
                canvas.hands.say()

    def _show_path(self, path: str) -> None:
        self._work.leave_beside()
        self._work.set_look(path=path)
        if self._bench.inspector.page is not None:
            self._bench.inspector.page.refresh()

    def _set(self, name: str, on: bool) -> None:
        setattr(self._settings, name, on)
        self._bench.desk.look_changed.emit()

    # Panels

    def show_panels(self) -> None:
        """Show the panels that are wanted, or only the map."""
        bench, commands = self._bench, self._bench.commands
        # The page of the past has no panels; they come back with the map.
        if bench.work is None or bench.history.page is not None:
            return
        only_map = commands["view.panels"].isChecked()
        bench.rail.setVisible(not only_map)
        bench.view.setVisible(not only_map)
        inspector = not only_map and commands["view.inspector"].isChecked()
        bench.window.banners.begin(bench.overlay.top)
        overview = inspector and commands["view.overview"].isChecked()
        bench.inspector.setVisible(inspector and not self._narrow)
        bench.overview.setVisible(overview and not self._narrow)
        if self._narrow:
            bench.overlay.borrow()
            bench.overlay.setVisible(inspector)
            bench.overlay.lie()
        else:
            bench.overlay.give_back()

    def show_inspector(self, *, shown: bool) -> None:
        """Open or close the panels at the right; while only the map is shown: open them."""
        shown = self._end_only_map() or shown
        self._bench.commands["view.inspector"].setChecked(shown)
        if not self._narrow:
            self._settings.inspector = self.wants_inspector = shown
        self.show_panels()

    def _end_only_map(self) -> bool:
        """Let panels be seen again where only the map is; whether that was so."""
        only_map = self._bench.commands["view.panels"]
        was = only_map.isChecked()
        only_map.setChecked(False)
        return was

    def _show_overview(self, on: bool) -> None:
        on = self._end_only_map() or on
        self._bench.commands["view.overview"].setChecked(on)
        self._settings.overview = on
        if on:
            self._bench.commands["view.inspector"].setChecked(True)
        self.show_panels()

    def _show_words(self, on: bool) -> None:
        self._settings.rail_words = on
        self._bench.rail.show_words(words=on)

    def resized(self) -> None:
        """In a narrow window the inspector is closed until it is asked for."""
        narrow = self._bench.window.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            wanted = self.wants_inspector and not narrow
            self._bench.commands["view.inspector"].setChecked(wanted)
            self.show_panels()
