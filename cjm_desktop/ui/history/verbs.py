"""Edit, History: the page on which one sees what the map was, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from cjm_desktop.document import Change
from cjm_desktop.journey import words
from cjm_desktop.ui import plain
from cjm_desktop.ui.verbs.verbs import Verbs
from cjm_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from cjm_desktop.journey.comparing import Comparison
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.export.saving import Written
    from cjm_desktop.ui.history.page import HistoryPage

STAYING = (
    "edit.history", "edit.compare", "file.print", "view.zoom_in", "view.zoom_out",
    "view.zoom_100", "view.fit", "view.fit_selection",
)  # fmt: skip
"""Commands that make sense on the page."""


class HistoryVerbs(Verbs):
    """Shows the history of the document on a bench, in place of the map.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self.page: HistoryPage | None = None
        # They outlive the page: it must not wait for what it does not want any more.
        self.looking, self._writing = Worker(self), Worker(self)
        self._writing.done.connect(self._written)
        bench.commands.on("edit.history", self._toggle)
        bench.commands.on("edit.compare", self._compare)
        bench.document_shown.connect(self._shown)

    def _shown(self) -> None:
        """Another document lies on the bench, whose window shows it already."""
        self._drop()
        work = self._work
        work.changed.connect(self._changed)
        work.destroyed.connect(self._gone)

    def _gone(self) -> None:
        if self._bench.work is None:
            self._drop()

    def _changed(self, _change: Change) -> None:
        """The map is another one now: that is what one wants to see."""
        if self.page is not None:
            self.close()

    def _toggle(self) -> None:
        if self.page is None:
            self.open()
        elif self.page.comparing:
            self.page.show_steps()
        else:
            self.close()

    def _compare(self) -> None:
        (self.page or self.open()).show_comparison()

    def open(self) -> HistoryPage:
        """Show the page."""
        from cjm_desktop.ui.history.page import HistoryPage

        bench, work = self._bench, self._work
        field = QApplication.focusWidget()
        if field is not None and bench.inspector.isAncestorOf(field):
            bench.layouts.front.setFocus()
        work.canvas.writing.commit()
        bench.sketch.settle()
        self.page = page = HistoryPage(bench, work, self.looking)
        page.left.connect(self.close)
        page.reported.connect(self._write)
        bench.desk.look_changed.connect(page.retranslate)
        for part in (bench.top, bench.rail, bench.inspector, bench.overview):
            part.hide()
        self._lay_panes(aside=True)
        strips = bench.window.banners
        strips.begin(0)
        strips.reached.connect(self._make_room)
        self._make_room(strips.reach)
        bench.window.stack.addWidget(page)
        bench.window.stack.setCurrentWidget(page)
        bench.commands.enable(has_map=False)
        for command_id in STAYING:
            bench.commands[command_id].setEnabled(True)
        page.begin()
        return page

    def _lay_panes(self, *, aside: bool) -> None:
        """What is typed in the panes at the left goes into the map of today, not into this one."""
        for verbs in (self._bench.sketch, self._bench.codes):
            verbs.lay_aside(aside=aside)

    def _make_room(self, height: int) -> None:
        """The page goes down under the strips: nothing of it lies under them."""
        if self.page is not None:
            self.page.setContentsMargins(0, height, 0, 0)

    # The report of a comparison

    def _write(self, found: Comparison, names: tuple[str, str], path: Path) -> None:
        """Write a report in a thread, whatever becomes of the page."""
        from cjm_desktop.ui.history import report

        page = self.page
        if page is not None:
            page.compare.bar.report_button.setEnabled(False)
            shows = page.canvas.look.shown
            self._writing.do(report.writer(found, names, shows, page.language, path))

    def _written(self, written: Written) -> None:
        window = self._bench.window
        if self.page is not None and self.page.comparing:
            self.page.compare.bar.report_button.setEnabled(True)
        if written.problem is not None:
            window.tell(written.problem.sentence(self._bench.desk.language))
        elif written.path is not None:
            said = self.tr("The report is in “{file}”.")
            name = plain.clean(written.path.name)
            window.say_done("report", words.filled(said, file=name))

    def close(self) -> None:
        """Go back to the map as it is."""
        page = self.page
        if page is None:
            return
        self._drop()
        bench, work = self._bench, self._bench.work
        if work is None:
            return
        bench.window.stack.setCurrentWidget(bench.page)
        bench.top.show()
        self._lay_panes(aside=False)
        bench.commands.enable(has_map=True)
        bench.views.show_panels()
        bench.refresh()
        bench.clips.refresh()
        work.canvas.hands.say()
        bench.layouts.front.setFocus()

    def _drop(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            self._bench.window.banners.reached.disconnect(self._make_room)
            self._bench.window.stack.removeWidget(page)
            page.hide()
            page.close_page()
            page.deleteLater()
