"""Cut, copy, paste and duplicate in the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.clipboard.pasting import Clipboard
    from cjm_desktop.ui.ways.layout import Clips


class ClipVerbs(Verbs):
    """Copies and pastes on the map of a bench.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._used: set[int] = set()
        bench.canvas_shown.connect(self._shown)
        bench.layouts.changed.connect(self._front_changed)
        on = bench.commands.on
        on("edit.cut", lambda: self._in_front().copy(cut=True))
        on("edit.copy", lambda: self._in_front().copy())
        on("edit.paste", lambda: self._in_front().paste())
        on("edit.duplicate", lambda: self._in_front().duplicate())

    def _shown(self) -> None:
        if self._bench.work is not None:
            self._bench.work.canvas.selection_changed.connect(self.refresh)
        self.refresh()

    def _front_changed(self) -> None:
        """Let tables that are pasted into what is in front be shown first, as on the map."""
        if self._bench.layouts.shown is not None:
            self._bench.layouts.shown.ask_with(self._show_table)
        self.refresh()

    def _in_front(self) -> Clips:
        """What cuts, copies and pastes where the map is seen: on the canvas or in the table."""
        return self._bench.layouts.clipboard() or self.clipboard()

    def clipboard(self) -> Clipboard:
        """What takes from the canvas in front to the clipboard and back."""
        from cjm_desktop.ui.clipboard.pasting import Clipboard

        work = self._work
        found = work.canvas.findChild(Clipboard)
        if found is None:
            found = Clipboard(work.canvas, work.editing, self._used)
            found.table_asked.connect(self._show_table)
        return found

    def _show_table(self, rows: list[list[str]]) -> None:
        """Show where a table lands, and put it there when the user agrees."""
        from cjm_desktop.ui.clipboard.preview import TablePreview

        clipboard = self.clipboard()
        dialog = TablePreview(
            self._bench.window,
            lambda heads, named: clipboard.read_table(rows, heads, named),
            clipboard.try_table,
            self._bench.desk.language,
        )
        dialog.taken.connect(clipboard.put_table)
        dialog.exec()
        dialog.deleteLater()

    def refresh(self) -> None:
        """Switch off what makes no sense now."""
        work = self._bench.work
        chosen = work is not None and bool(work.canvas.selection)
        # In a table one always stands in some cell.
        can = {"edit.cut": chosen, "edit.copy": chosen, "edit.duplicate": chosen}
        if self._bench.layouts.clipboard() is not None:
            can["edit.cut"] = can["edit.copy"] = True
        for command_id, on in can.items():
            self._bench.commands[command_id].setEnabled(on)
