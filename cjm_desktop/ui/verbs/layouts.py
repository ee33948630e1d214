"""Map, table or outline: which way of showing the same map is in front."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from cjm_desktop.ui import registry
from cjm_desktop.ui.verbs.verbs import Verbs
from cjm_desktop.ui.work import LAYOUTS

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.ways.layout import Clips
    from cjm_desktop.ui.work import Work

ON_FRONT = ("edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.delete", "edit.menu")
"""Commands whose keys work in what is in front of the map too."""
ON_MAP = (
    "view.zoom_in", "view.zoom_out", "view.zoom_100", "view.fit", "view.fit_selection",
    "view.beside", "view.by_time", "view.codes", "view.prompts", "insert.step", "edit.answer",
    *(f"tool.{tool}" for tool in registry.TOOLS),
)  # fmt: skip
"""Commands that make sense only where the map itself is seen: they bring it to the front."""


class Layout(Protocol):
    """Another way of showing the map than the canvas (see `ways.layout`)."""

    @property
    def clips(self) -> Clips | None:
        """What cuts, copies and pastes here; None: as on the map."""

    @property
    def widget(self) -> QAbstractItemView:
        """What is shown."""

    def refresh(self) -> None: ...
    def follow(self) -> None: ...
    def tell(self) -> None: ...
    def delete(self) -> None: ...
    def begin_edit(self) -> None: ...
    def commit(self) -> None: ...
    def keys(self) -> tuple[str, ...]: ...
    def dress(self) -> None: ...
    def ask_with(self, show: Callable[[list[list[str]]], None]) -> None: ...


class LayoutVerbs(Verbs):
    """Changes how the map on a bench is shown.

    Args:
        bench: of one window.
    """

    changed = Signal()
    """Another one is in front."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self.shown: Layout | None = None
        """What is in front in place of the canvas."""
        for name in LAYOUTS:
            bench.commands.on(f"view.{name}", partial(self.toggle, name))
        for command_id in ON_MAP:
            # Before what the command does: whoever is wired later finds the map in sight.
            bench.commands[command_id].triggered.connect(lambda _on: self.show("map"))
        bench.document_shown.connect(self._document_shown)
        bench.canvas_shown.connect(self._canvas_shown)

    # What is in front

    @property
    def front(self) -> QWidget:
        """The widget that shows the map."""
        return self._work.canvas if self.shown is None else self.shown.widget

    def toggle(self, name: str) -> None:
        """Show the map in a way; where it is shown so already, as the map itself."""
        self.show("map" if name == self._work.layout else name)
        self.front.setFocus()

    def show(self, name: str) -> None:
        """Bring a way of showing the map to the front."""
        work = self._work
        if name != work.layout:
            self._leave()
            work.layout = name
            if name != "map":
                self._enter(work, name)
            elif work.canvas.selection:
                work.canvas.reveal(work.canvas.selection[-1])
            work.canvas.hands.say()
            self.changed.emit()
        self.refresh()

    def _enter(self, work: Work, name: str) -> None:
        work.canvas.writing.commit()
        work.leave_beside()
        self.shown = shown = self._make(work, name)
        column = self._bench.column
        column.insertWidget(column.indexOf(work.canvas), shown.widget, 1)
        shown.widget.addActions([self._bench.commands[one] for one in ON_FRONT])
        work.canvas.hide()
        work.canvas.writing.elsewhere = shown.commit
        shown.widget.show()
        shown.follow()
        self._bench.refresh()

    def _make(self, work: Work, name: str) -> Layout:
        # What most windows never show is loaded when it is asked for.
        to_map: Callable[[], None] = partial(self.toggle, "map")
        if name == "table":
            from cjm_desktop.ui.tabular.layout import TableLayout

            return TableLayout(work, to_map)
        from cjm_desktop.ui.tree.layout import TreeLayout

        return TreeLayout(work, to_map)

    def _leave(self) -> None:
        """Show the canvas again."""
        shown, self.shown = self.shown, None
        if shown is None:
            return
        if self._bench.work is not None:
            shown.commit()
            self._bench.work.canvas.writing.elsewhere = None
        shown.widget.hide()
        self._bench.column.removeWidget(shown.widget)
        shown.widget.deleteLater()
        if self._bench.work is not None:
            for canvas in self._bench.work.canvases:
                canvas.show()

    def _document_shown(self) -> None:
        work = self._work
        work.changed.connect(lambda _change: self._changed())
        work.turned.connect(self._turned)
        wanted, work.layout = work.layout, "map"
        self.show(wanted)

    def _canvas_shown(self) -> None:
        canvas = self._work.canvas
        canvas.selection_changed.connect(self._follow)
        canvas.text_editing.connect(self._editing)

    def leave_document(self) -> None:
        """Let go of the document."""
        self._leave()

    # In step with the document

    def _changed(self) -> None:
        if self.shown is not None:
            self.shown.refresh()
            self.shown.tell()

    def _turned(self) -> None:
        if self.shown is not None:
            self.shown.dress()
            self.shown.refresh()

    def _follow(self) -> None:
        if self.shown is not None:
            self.shown.follow()

    def _editing(self, on: bool) -> None:
        """Where a text is edited on the map, wherever that was asked for, the map is seen."""
        if on and self.shown is not None:
            self.show("map")
            editor = self._work.canvas.writing.editor
            if editor is not None:
                self._work.canvas.writing.place()
                editor.setFocus()

    def clipboard(self) -> Clips | None:
        """What cuts, copies and pastes in place of the canvas; None: that does it itself."""
        return self.shown.clips if self.shown is not None else None

    def say(self, hint: str) -> None:
        """Tell in the status bar what is selected, and the keys that help where it is seen.

        Args:
            hint: what the canvas says: what is selected, then its keys.
        """
        if self.shown is not None:
            hint = "\t".join([hint.split("\t", maxsplit=1)[0], *self.shown.keys()])
        self._bench.window.status.hints.say(hint)

    def edit_text(self) -> None:
        """Edit the text of what is selected, where it is seen."""
        if self.shown is None:
            self._work.canvas.edit_text()
        else:
            self.shown.begin_edit()

    def delete(self) -> None:
        """Delete what is selected where the map is seen; in a table its words."""
        if self.shown is None:
            self._work.canvas.delete_selection()
        else:
            self.shown.delete()

    def select_all(self) -> None:
        """Select everything that is shown where the map is seen."""
        self._work.canvas.writing.commit()
        if self.shown is None:
            self._work.canvas.select_all()
        else:
            self.shown.widget.selectAll()

    def refresh(self) -> None:
        """Show which one is in front."""
        self._bench.commands[f"view.{self._work.layout}"].setChecked(True)
