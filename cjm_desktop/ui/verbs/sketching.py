"""The quick sketch: opening and closing its pane beside the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.ui.verbs.leftpanes import PaneVerbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.sketch.pane import Pane  # noqa: F401 - named as a text: loaded when opened

WIDE = 0.32
"""The share of the window's width that the pane takes."""
WIDEST = 520


class SketchVerbs(PaneVerbs["Pane"]):
    """Shows the map of a bench as lines to type.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, "view.sketch")
        self._follows = True
        self._said = ""
        """What the canvas last said of what is chosen."""
        self._put_away = False
        """The panels at the right made room for the sketch."""
        bench.canvas_shown.connect(self._canvas_shown)

    def open(self, *, at_end: bool = False) -> None:
        """Open the pane and put the caret to what is selected.

        Args:
            at_end: begin a new line behind the last one.
        """
        from cjm_desktop.ui.sketch.pane import Pane

        bench, work = self._bench, self._work
        bench.commands["view.sketch"].setChecked(True)
        if self.pane is None:
            work.canvas.writing.commit()
            pane = Pane(work, bench.desk.language)
            self._make_room()
            wide = max(pane.minimumWidth(), min(WIDEST, int(WIDE * bench.window.width())))
            self._put(pane, wide)
            pane.follow_button.setChecked(self._follows)
            pane.hinted.connect(bench.window.status.hints.say)
            pane.lines.left.connect(self._left)
            pane.lines.done.connect(self.close)
            pane.lines.to_map.connect(self._to_map)
            pane.live.follow()
            pane.live.begin()
        else:
            pane = self.pane
        pane.lines.setFocus()
        if at_end:
            pane.lines.begin_after_all()

    def _make_room(self) -> None:
        """Put the panels at the right away while one writes; what one wants is remembered."""
        inspector = self._bench.commands["view.inspector"]
        self._put_away = inspector.isChecked()
        if self._put_away:
            inspector.setChecked(False)
            self._bench.views.show_panels()

    def close(self) -> None:
        """Close the pane; the keyboard goes to the map."""
        self.settle()
        self._shut()
        if self._bench.work is not None:
            self._bench.layouts.front.setFocus()

    def settle(self) -> None:
        """Let what was typed reach the map."""
        if self.pane is not None:
            self.pane.live.settle()

    def _shut(self) -> None:
        pane = self._take()
        if pane is None:
            return
        self._follows = pane.live.follows
        pane.live.close()
        if self._put_away:
            self._bench.commands["view.inspector"].setChecked(True)
            self._bench.views.show_panels()

    def leave_document(self) -> None:
        """Let go of the document, which may be closed by now."""
        self._shut()

    def _canvas_shown(self) -> None:
        self._work.canvas.selection_changed.connect(self._follow)
        self._work.canvas.status_changed.connect(self._hint)

    def _hint(self, said: str) -> None:
        """While one types, the status bar is about the lines and not about what they choose."""
        self._said = said
        if self.pane is not None:
            self.pane.hint()

    def _left(self) -> None:
        """Let the status bar be about the map again."""
        if self._said and self._bench.work is not None:
            self._bench.layouts.say(self._said)

    def _follow(self) -> None:
        if self.pane is not None:
            self.pane.live.follow()
