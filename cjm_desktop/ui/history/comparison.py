"""Comparing on the page of the history: two states on one canvas, and what differs in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QWidget

from cjm_desktop.journey import naming
from cjm_desktop.journey.comparing import Comparison
from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout import compared
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.theme import DARK, LIGHT
from cjm_desktop.ui import choosing, plain
from cjm_desktop.ui.controls import Segments, button
from cjm_desktop.ui.history import sides
from cjm_desktop.ui.history.differences import DifferencePane
from cjm_desktop.ui.history.sides import Side
from cjm_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from cjm_desktop.ui.export.saving import Written
    from cjm_desktop.ui.history.page import HistoryPage

View = Literal["both", "before", "after"]
ROOM = 120
"""What the arrow and the names of the states want besides, px."""
VIEWS: tuple[View, ...] = ("both", "before", "after")


class CompareBar(QFrame):
    """What is compared with what, and which of the two is seen."""

    chosen = Signal()
    """Another state was chosen."""
    file_asked = Signal(object)
    """The combo box for which another file is wanted."""
    viewed = Signal(str)
    report = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        self.sides: list[Side] = []
        self.before, self.after = QComboBox(), QComboBox()
        for box in (self.before, self.after):
            box.setMinimumContentsLength(4)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.activated.connect(lambda _=0, box=box: self._activated(box))
        self.views = Segments(VIEWS)
        self.views.chosen.connect(self.viewed)
        self.views.choose("both")
        self.views.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.report_button = button("", "file-type-pdf")
        self.report_button.clicked.connect(self.report)
        self.back_button = button("", look="main")
        self.back_button.clicked.connect(self.back)
        self._report = ""
        self.arrow = plain.label("→", "secondary")
        row.addWidget(self.before, 1)
        row.addWidget(self.arrow)
        row.addWidget(self.after, 1)
        row.addWidget(self.views)
        row.addWidget(self.report_button)
        row.addWidget(self.back_button)

    def say(self) -> None:
        """Say everything in the window's language."""
        self.before.setAccessibleName(self.tr("The earlier state"))
        self.after.setAccessibleName(self.tr("The later state"))
        self.views.say((self.tr("Together"), self.tr("Before"), self.tr("After")))
        plain.tip(self.views, self.tr("Space shows the one and the other"))
        self._report = self.tr("Report…")
        self.report_button.setAccessibleName(self._report)
        plain.tip(self.report_button, self.tr(
            "Before and after for a review meeting, as PDF: the numbers, all changes in words, "
            "and the map with marks"
        ))  # fmt: skip
        self.back_button.setText(self.tr("Back to now"))
        self._fit()

    def _fit(self) -> None:
        """Let the report do with its icon where there is no room for its word."""
        self.report_button.setText(self._report)
        whole = sum(
            one.sizeHint().width() + 8
            for one in (self.before, self.after, self.views, self.report_button, self.back_button)
        )
        if whole + ROOM > self.width():
            self.report_button.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def offer(self, found: list[Side], before: str, after: str) -> None:
        """Offer states, of which two are chosen by their keys."""
        self.sides = found
        keys = [one.key for one in found]
        for box, key in ((self.before, before), (self.after, after)):
            box.clear()
            for one in found:
                box.addItem(one.said, one.key)
            box.insertSeparator(len(found))
            box.addItem(self.tr("Another file…"), "")
            box.setCurrentIndex(keys.index(key) if key in keys else 0)

    def _activated(self, box: QComboBox) -> None:
        if box.currentData() == "":
            self.file_asked.emit(box)
        else:
            self.chosen.emit()

    def side(self, box: QComboBox) -> Side:
        """What is chosen in one of the boxes."""
        key = box.currentData()
        return next((one for one in self.sides if one.key == key), self.sides[0])


class Compare(QObject):
    """Compares two states on the canvas of a page.

    Args:
        page: of the history.
    """

    def __init__(self, page: HistoryPage) -> None:
        super().__init__(page)
        self._page = page
        self.bar = CompareBar()
        self.pane = DifferencePane()
        self.found: Comparison | None = None
        self.view: View = "both"
        self._chosen = ("", "now")
        """The keys of the states that are compared."""
        self._keys: list[QShortcut] = []
        self._worker = Worker(self)
        self._connect()

    def _connect(self) -> None:
        page = self._page
        self.bar.chosen.connect(self.show)
        self.bar.file_asked.connect(self._ask_file)
        self.bar.viewed.connect(self._look)
        self.bar.report.connect(self._ask_where)
        self._worker.done.connect(self._saved)
        self.pane.chosen.connect(self._go_to)
        for key, do in (("F8", self.pane.step), ("Shift+F8", lambda: self.pane.step(-1))):
            self._answer(key, page, Qt.ShortcutContext.WidgetWithChildrenShortcut, do)
        # Buttons and boxes have a use of their own for Space.
        for widget in (page.canvas, self.pane.list):
            self._answer("Space", widget, Qt.ShortcutContext.WidgetShortcut, self._turn)

    def _answer(
        self, key: str, widget: QWidget, where: Qt.ShortcutContext, do: Callable[[], object]
    ) -> None:
        """Let a key do something while two states are compared."""
        made = QShortcut(QKeySequence(key), widget)
        made.setContext(where)
        made.activated.connect(do)
        made.setEnabled(False)
        self._keys.append(made)

    def say(self) -> None:
        """Say everything in the window's language."""
        self.bar.say()
        self.pane.say()

    # What is compared

    def begin(self, before: Side | None = None) -> bool:
        """Compare a state with now; without one, what one most likely wants.

        Returns:
            False where a state cannot be read; it has been told.
        """
        page = self._page
        found = sides.offered(page.source, page.canvas.map_id, page.language)
        if before is not None and before.key not in [one.key for one in found]:
            found.insert(1, before)
        first = before or found[sides.usual(found)]
        self.bar.offer(found, first.key, "now")
        for one in self._keys:
            one.setEnabled(True)
        return self.show()

    def end(self) -> None:
        """Compare no more."""
        self.found = None
        for one in self._keys:
            one.setEnabled(False)
        self._page.canvas.mark_next(None)

    def stop(self) -> None:
        """Wait for a report that is being written: the page goes away."""
        self._worker.stop()

    def show(self) -> bool:
        """Show what differs between the two states that are chosen."""
        page = self._page
        before, after = (self.bar.side(box) for box in (self.bar.before, self.bar.after))
        try:
            found = sides.compared(before, after, page.map_id)
        except Problem as problem:
            page.refuse(problem)
            return False
        self.found, self._chosen = found, (before.key, after.key)
        self.pane.show_comparison(found, page.language)
        self.view = "both"
        self.bar.views.choose("both")
        self._draw()
        self.pane.stand(self.pane.model.next(-1, 1))
        return True

    def _draw(self) -> None:
        found, page = self.found, self._page
        if found is None:
            return
        states = {"both": found.both, "before": found.before, "after": found.after}
        theme = DARK if page.canvas.look.dark_map else LIGHT

        def mark(drawing: Drawing) -> Drawing:
            return compared.marked(drawing, found, theme)

        page.canvas.mark_next(mark if self.view == "both" else None)
        page.show_state(states[self.view], found.map_id)

    def _look(self, view: str) -> None:
        self.view = next(one for one in VIEWS if one == view)
        self._draw()

    def _turn(self) -> None:
        """Show the one state, then the other, in place."""
        self.view = "after" if self.view == "before" else "before"
        self.bar.views.choose(self.view)
        self._draw()

    def _go_to(self, record_id: str) -> None:
        canvas, found = self._page.canvas, self.found
        if found is None or record_id not in self._page.document.journey:
            return
        canvas.select((record_id,), reveal=True)

    def selected(self, record_id: str) -> None:
        """A record was chosen on the canvas."""
        if self.found is not None:
            self.pane.show_record(record_id)

    # The report for a review

    def _ask_where(self) -> None:
        """Save the report for a review meeting, where the user says."""
        from cjm_desktop.ui.history import report

        page = self._page
        title = naming.map_title(page.document.journey, page.map_id)
        name = f"{title} - {self.tr('before and after')}"
        path = report.ask_where(
            page.window(), self.tr("Save the report"), page.settings.exports_place(), name, "pdf"
        )
        if path is not None:
            self.save_report(path)

    def save_report(self, path: Path) -> None:
        """Write the report in a thread."""
        from cjm_desktop.ui.history import report

        if self.found is None:
            return
        names = self.bar.side(self.bar.before).said, self.bar.side(self.bar.after).said
        page = self._page
        write = report.writer(self.found, names, page.canvas.look.shown, page.language, path)
        self.bar.report_button.setEnabled(False)
        self._worker.do(write)

    def _saved(self, written: Written) -> None:
        self.bar.report_button.setEnabled(True)
        if written.problem is not None:
            self._page.refuse(written.problem)
        elif written.path is not None:
            self._page.offer(self.tr("The report is in “{file}”.").format(
                file=plain.clean(written.path.name)
            ))  # fmt: skip

    # Another file

    def _ask_file(self, box: QComboBox) -> None:
        """Compare with another file, which is asked for."""
        window = self._page.window()
        folder = str(self._page.settings.maps_place())
        title, kinds = self.tr("Compare with a file"), self.tr("Maps (*.cjm)")
        self.take_file(box, next(iter(choosing.to_read(window, title, folder, kinds)), None))

    def take_file(self, box: QWidget, path: Path | None) -> None:
        """Compare with a file; without one everything stays."""
        bar, found, keys = self.bar, list(self.bar.sides), list(self._chosen)
        if path is not None:
            try:
                side = sides.of_file(path)
            except Problem as problem:
                self._page.refuse(problem)
            else:
                found = [*(one for one in found if one.key != side.key), side]
                keys[0 if box is bar.before else 1] = side.key
        bar.offer(found, keys[0], keys[1])
        self.show()
