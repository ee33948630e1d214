"""Edit, History of steps: the panel of steps, and going to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.steps.panel import StepPanel


class StepVerbs(Verbs):
    """Shows the steps of the document on a bench, and goes back and forth.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self.panel: StepPanel | None = None
        bench.commands.on("edit.history", self._toggle)
        bench.document_shown.connect(self._shown)

    def _shown(self) -> None:
        if self.panel is not None:
            self.panel.close_panel()
        self._work.destroyed.connect(self._gone)

    def _gone(self) -> None:
        if self.panel is not None and self._bench.work is None:
            self.panel.forget()

    def _toggle(self) -> None:
        if self.panel is None:
            from cjm_desktop.ui.steps.panel import StepPanel

            self.panel = StepPanel(self._bench)
            self.panel.chosen.connect(self.go_to)
            self.panel.left.connect(self._back_to_map)
            self._bench.desk.look_changed.connect(self.panel.say)
        if self.panel.isVisible():
            self.panel.leave()
        else:
            self._work.canvas.writing.commit()
            self.panel.open(self._work)

    def _back_to_map(self) -> None:
        if self._bench.work is not None:
            self._bench.layouts.front.setFocus()

    def go_to(self, number: int) -> None:
        """Take steps back, or make them again, until this one is the last one done."""
        work = self._work
        field = QApplication.focusWidget()
        if field is not None and self._bench.inspector.isAncestorOf(field):
            # What is being typed must not come back over what the step shows.
            self._bench.layouts.front.setFocus()
        work.canvas.writing.commit()
        before = work.document.steps_done
        try:
            change = work.document.go_to(number)
        except Problem as problem:
            self._bench.window.tell(problem.sentence(self._bench.desk.language))
            return
        # Of many steps at once no one place is what changed.
        if change is not None and change.put and abs(work.document.steps_done - before) == 1:
            work.canvas.reveal(change.put[0].id)
