"""The export dialog: what for, how large, read from how far, and a preview that is the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import JourneyMap
from cjm_desktop.poster.paper import size_in_cm
from cjm_desktop.poster.tiles import Spot
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Segments, line
from cjm_desktop.ui.export.choices import Choices, last_purpose, remembered, to_keep
from cjm_desktop.ui.export.column import column_of
from cjm_desktop.ui.export.details import Details
from cjm_desktop.ui.export.foot import Foot
from cjm_desktop.ui.export.preview import Preview
from cjm_desktop.ui.export.purposes import Purposes
from cjm_desktop.ui.export.reading import Reading
from cjm_desktop.ui.export.rendering import WHOLE, Shown, Wish, show
from cjm_desktop.ui.export.saving import Writer, Written, ask_where
from cjm_desktop.ui.export.steps import SheetSteps
from cjm_desktop.ui.lifted import Lifted
from cjm_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.work import Work

_REST = 120
"""Milliseconds after the last choice until the preview is made anew."""
_NARROW = 1200
"""Below this width the left column becomes a list to drop down."""


class ExportDialog(QDialog):
    """Makes a poster, sheets, a hand-out or a picture of the map that is shown.

    Args:
        work: the map.
        desk: the settings and the language.
        purpose: "wall" for what this map was exported for the last time, "picture" for a picture.
        parent: the window.
    """

    def __init__(self, work: Work, desk: Desk, purpose: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._desk = work, desk
        self._journey = work.journey.fork()
        self._map_id = work.canvas.map_id
        first = purpose if purpose == "picture" else last_purpose(work.export)
        self._choices = self._remembered(first)
        self._shown: Shown | None = None
        self._sheet = 0
        self._renderer = Worker(self)
        self._renderer.done.connect(self._rendered)
        self.writer = Writer(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._render)
        self._build()
        self._connect()
        self._say()
        self._show_choices()
        Lifted(self)
        self.reading.hide()
        self.preview.say(self.tr("Preparing the preview…"), calm=True)
        self.setMinimumSize(920, 600)
        self.resize(min(1376, parent.width() - 48), min(880, parent.height() - 48))
        chosen = self.purposes.buttons[self._choices.purpose]
        (self.purpose_list if self.width() < _NARROW else chosen).setFocus()

    def _remembered(self, purpose: str) -> Choices:
        found = remembered(self._work.export, purpose, self._journey.document.language)
        if purpose not in self._work.export:
            paper = self._desk.settings.paper
            small = purpose in ("handout", "cards")
            found = replace(found, tiles=paper, size=paper if small else found.size)
        # As the map is looked at, like its path and its persons.
        return replace(found, width_by_time=self._work.look.width_by_time)

    # Putting it together

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(line())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.purposes, self.details = Purposes(), Details()
        self._left = column_of(self.purposes, 256)
        middle.addWidget(self._left)
        middle.addWidget(line("post"))
        middle.addWidget(self._centre(), 1)
        middle.addWidget(line("post"))
        middle.addWidget(column_of(self.details, 348))
        column.addLayout(middle, 1)
        column.addWidget(line())
        self.foot = Foot()
        column.addWidget(self.foot)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(12)
        self._title = plain.label("", "dialog")
        self._of = plain.Elided("", "secondary")
        self._of.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.purpose_list = QComboBox()
        row.addWidget(self._title)
        row.addWidget(self._of, 1)
        row.addWidget(self.purpose_list)
        return row

    def _centre(self) -> QWidget:
        made = QFrame()
        made.setProperty("look", "ground")
        column = QVBoxLayout(made)
        column.setContentsMargins(28, 16, 28, 20)
        column.setSpacing(10)
        row = QHBoxLayout()
        self.view = Segments(("poster", "sheet", "assembly"))
        self.sheets = SheetSteps()
        self._finished = plain.label("", "strong")
        row.addWidget(self.view)
        row.addWidget(self.sheets)
        row.addStretch(1)
        row.addWidget(self._finished)
        column.addLayout(row)
        self.preview = Preview()
        self.reading = Reading()
        column.addWidget(self.preview, 1)
        column.addWidget(self.reading)
        return made

    def _connect(self) -> None:
        self.foot.asked_save.connect(self._ask_and_save)
        self.foot.asked_leave.connect(self._leave)
        self.purposes.chosen.connect(self._take_purpose)
        self.purposes.changed.connect(self._take_parts)
        self.details.changed.connect(self._take_details)
        self.purpose_list.activated.connect(
            lambda at: self._take_purpose(self.purpose_list.itemData(at))
        )
        self.view.chosen.connect(lambda _: self._soon())
        self.preview.picked.connect(self._open_sheet)
        self.sheets.asked.connect(self._step_sheet)
        self.preview.pointed.connect(self._tell_facts)
        self.writer.progress.connect(self.foot.count)
        self.writer.done.connect(self._ended)

    def _say(self) -> None:
        said = self.tr("Poster and export")
        self.setWindowTitle(f"{said} - CJM Desktop")
        self._title.setText(said)
        title = self._journey.get(JourneyMap, self._map_id).title
        whole = self._journey.document.title
        self._of.set(f"{whole}, {title}" if whole and title and title != whole else title or whole)
        self.view.say((self.tr("Poster"), self.tr("Sheet"), self.tr("Assembly")))
        self.preview.setAccessibleName(self.tr("Preview"))
        self.purpose_list.setAccessibleName(self.tr("What it is for"))
        self.details.say(self._desk.language)
        self.foot.say()
        for purpose, one in self.purposes.buttons.items():
            self.purpose_list.addItem(one.text(), purpose)

    # Choosing

    def _show_choices(self) -> None:
        choices = self._choices
        self.purposes.show_choices(choices)
        self.details.show_choices(choices)
        self.purpose_list.setCurrentIndex(self.purpose_list.findData(choices.purpose))
        in_sheets = choices.in_sheets
        self.view.setVisible(in_sheets)
        self.view.buttons["assembly"].setEnabled(choices.assembly)
        gone = not in_sheets or (self.view.choice == "assembly" and not choices.assembly)
        if gone or not self.view.choice:
            self.view.choose("poster")
        self.foot.offer(choices.format.upper())
        if not self.writer.busy:
            self.foot.forget()
        self._soon()

    def _take_purpose(self, purpose: str) -> None:
        self._keep()
        self._choices = self._remembered(purpose)
        self._sheet = 0
        self._show_choices()

    def _take_parts(self) -> None:
        self._choices = self.purposes.with_parts(self._choices)
        self._show_choices()

    def _take_details(self) -> None:
        self._choices = self.details.choices
        self._show_choices()

    def _keep(self) -> None:
        self._work.export = to_keep(self._work.export, self._choices)
        self._work.note_view()

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        return self._choices

    # The preview

    @property
    def ready(self) -> bool:
        """The preview shows what is chosen."""
        return self._shown is not None and not self._rest.isActive() and not self._renderer.busy

    def _soon(self) -> None:
        self.foot.save.setEnabled(False)
        self._rest.start()

    def _page(self) -> int:
        view = self.view.choice
        if self._choices.bound:
            return self._sheet
        if not self._choices.in_sheets or view == "poster":
            return WHOLE
        return 0 if view == "assembly" else self._sheet + self._choices.assembly

    def _render(self) -> None:
        try:
            job = self._choices.job(self._map_id, self._work.look)
        except Problem as problem:
            self._refuse(problem)
            return
        kind, dpi = self._choices.format, self._choices.dpi
        wish = Wish(self._journey, job, self._page(), self.preview.dots, kind, dpi)
        self._renderer.do(lambda: show(wish))

    def _rendered(self, shown: Shown) -> None:
        if self._rest.isActive():
            return
        self._shown = shown
        if shown.plan is None:
            if shown.problem is not None:
                self._refuse(shown.problem)
            return
        plan, language = shown.plan, self._desk.language
        whole = shown.wish.page == WHOLE
        self.preview.show_page(shown.picture, plan.grid if whole else None, plan.spots)
        picture = self._choices.purpose == "picture"
        self.reading.say(plan, language, shown.made if picture else None)
        self.reading.show()
        self._finished.setText("" if picture else size_in_cm(plan.width, plan.height, language))
        self.details.show_offers(shown.offers)
        self.details.show_dots(plan.width, plan.height)
        self._sheet = min(self._sheet, plan.sheets - 1)
        bound = self._choices.bound
        sheet = bound or self.view.choice == "sheet"
        self.sheets.show_sheet(plan.spots, self._sheet, shown=sheet, bound=bound)
        self.foot.save.setEnabled(not self.writer.busy)
        self._tell_facts()

    def _refuse(self, problem: Problem) -> None:
        self._shown = None
        self.preview.say(problem.sentence(self._desk.language))
        self.reading.hide()
        self._finished.setText("")
        self.foot.facts.set("")
        self.foot.save.setEnabled(False)

    def _tell_facts(self, spot: Spot | None = None) -> None:
        """Say in the foot what will come out, and which sheet is under the pointer."""
        if self._shown is None or self._shown.plan is None or self.writer.busy:
            return
        self.foot.tell(self._shown, self._choices, self._desk.language, spot)

    def _open_sheet(self, spot: Spot) -> None:
        if self._shown is not None and self._shown.plan is not None:
            self._sheet = self._shown.plan.spots.index(spot)
            self.view.choose("sheet")
            self._soon()

    def _step_sheet(self, by: int) -> None:
        self._sheet = max(0, self._sheet + by)
        self._soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._left.setVisible(not narrow)
        self.purpose_list.setVisible(narrow)
        self._rest.start()

    # Writing

    def _ask_and_save(self) -> None:
        title = self._journey.get(JourneyMap, self._map_id).title
        path = ask_where(
            self,
            self.tr("Save the file"),
            self._desk.settings.exports_place(),
            title or self._journey.document.title,
            self._choices.format,
        )
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Begin to write what is chosen into a file."""
        self._desk.settings.folder = str(path.parent)
        self._keep()
        job = self._choices.job(self._map_id, self._work.look)
        self.foot.begin(path)
        self.writer.write(self._journey, job, path, self._choices.dpi, curves=self._choices.curves)

    def _ended(self, written: Written) -> None:
        self.foot.end(written, self._desk.language)

    def _leave(self) -> None:
        if self.writer.busy:
            self.writer.stop()
        else:
            self.reject()

    def done(self, result: int) -> None:
        self._rest.stop()
        self.writer.wait()
        self._renderer.stop()
        self._keep()
        super().done(result)
