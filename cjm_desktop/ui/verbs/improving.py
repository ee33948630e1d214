"""The board of hypotheses, the matrix of opportunities, and a hypothesis from what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.journey.records import Barrier, Hypothesis, Opportunity
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.improving.dialog import Improving
    from cjm_desktop.ui.improving.hints import Tab


class ImprovingVerbs(Verbs):
    """Shows what is being improved on the map of a bench.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._open: Improving | None = None
        bench.commands.on("map.hypotheses", lambda: self._show("board"))
        bench.commands.on("map.matrix", lambda: self._show("matrix"))
        bench.commands.on("edit.hypothesis", self._make)
        bench.document_shown.connect(self._shown)
        bench.canvas_shown.connect(self._canvas_shown)

    def _shown(self) -> None:
        self._work.editing.board_asked.connect(self._asked)

    def _canvas_shown(self) -> None:
        self._work.canvas.selection_changed.connect(self._selected)
        self._selected()

    def _chosen(self) -> Barrier | Opportunity | None:
        """The opportunity or barrier that is selected on the map."""
        selection = self._work.canvas.selection
        found = self._work.journey.find(selection[-1]) if selection else None
        return found if isinstance(found, Barrier | Opportunity) else None

    def _selected(self) -> None:
        self._bench.commands["edit.hypothesis"].setEnabled(self._chosen() is not None)

    def _make(self) -> None:
        """Make a hypothesis of what is selected, and let its texts be edited in the inspector."""
        from cjm_desktop.ui.hypotheses import Deeds
        from cjm_desktop.ui.improving.sheet import begin

        chosen = self._chosen()
        made = Deeds(self._work.editing).create(chosen.id) if chosen is not None else None
        if made:
            self._bench.views.show_inspector(shown=True)
            self._bench.inspector.show_record(made)
            if self._bench.inspector.page is not None:
                begin(self._bench.inspector.page)

    # Board and matrix

    def _asked(self, record_id: str) -> None:
        if self._open is not None:
            self._open.go_to(record_id)
            return
        record = self._work.journey.find(record_id)
        self._show("matrix" if isinstance(record, Opportunity) else "board", record_id)

    def _show(self, tab: Tab, record_id: str = "") -> None:
        self._open = dialog = self.dialog(tab, record_id)
        dialog.exec()
        dialog.deleteLater()
        self._open = None

    def dialog(self, tab: Tab = "board", record_id: str = "") -> Improving:
        """Board and matrix, made when they are first asked for.

        Args:
            tab: what is shown at first.
            record_id: what is chosen at first; empty: what is selected on the map.
        """
        from cjm_desktop.ui.improving.dialog import Improving

        work = self._work
        work.canvas.setFocus()
        chosen = self._chosen()
        dialog = Improving(
            self._bench, work, tab, record_id or (chosen.id if chosen is not None else "")
        )
        dialog.map_asked.connect(self._to_map)
        return dialog

    def _to_map(self, record_id: str) -> None:
        """Select a record on the map; of a hypothesis what it is about."""
        record = self._work.journey.find(record_id)
        if isinstance(record, Hypothesis):
            self._to_map(record.about_id)
        elif record is not None:
            self._bench.inspector.show_record(record_id)
