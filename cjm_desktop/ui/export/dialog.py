"""The export dialog: what for, how large, read from how far, and a preview that is the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cjm_desktop import poster
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import JourneyMap
from cjm_desktop.poster.tiles import Spot
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import line
from cjm_desktop.ui.export import printing
from cjm_desktop.ui.export.choices import (
    Choices,
    cards_among,
    last_purpose,
    remembered,
    to_keep,
)
from cjm_desktop.ui.export.column import column_of
from cjm_desktop.ui.export.details import Details
from cjm_desktop.ui.export.earlier import Earlier
from cjm_desktop.ui.export.foot import Foot
from cjm_desktop.ui.export.parts import Parts
from cjm_desktop.ui.export.purposes import Purposes
from cjm_desktop.ui.export.rendering import Shown, Wish, show
from cjm_desktop.ui.export.saving import Writer, Written, ask_where
from cjm_desktop.ui.export.viewer import Viewer
from cjm_desktop.ui.lifted import Lifted
from cjm_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from cjm_desktop.ui.desk import Desk
    from cjm_desktop.ui.export.exhibited import Exhibited

_REST = 120
"""Milliseconds after the last choice until the preview is made anew."""
_PREVIEW = 580
"""Where less than this is left for the preview, the left column becomes a list to drop down, px."""


class ExportDialog(QDialog):
    """Makes a poster, sheets, a hand-out or a picture of the map that is shown.

    Args:
        work: the map.
        desk: the settings and the language.
        purpose: "wall" for what this map was exported for the last time, "picture" for a picture,
            "cards" for what is selected on it as cards.
        parent: the window.
    """

    def __init__(self, work: Exhibited, desk: Desk, purpose: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._desk = work, desk
        self._journey = work.journey.fork()
        self._map_id = work.canvas.map_id
        self._selected = cards_among(self._journey, work.canvas.selection)
        first = last_purpose(work.export) if purpose == "wall" else purpose
        self._choices = self._remembered(first)
        if first == "cards":
            self._choices = replace(self._choices, selected=bool(self._selected))
        self._shown: Shown | None = None
        self._earlier = Earlier()
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
        self.setMinimumSize(920, 600)
        self.resize(min(1376, parent.width() - 48), min(880, parent.height() - 48))
        self._fit()
        chosen = self.purposes.buttons[self._choices.purpose]
        (self.purpose_list if self._narrow else chosen).setFocus()

    def _remembered(self, purpose: str) -> Choices:
        found = remembered(self._work.export, purpose, self._journey.document.language)
        if purpose not in self._work.export:
            paper = self._desk.settings.paper
            small = purpose in ("handout", "cards")
            found = replace(found, tiles=paper, size=paper if small else found.size)
        # As the map is looked at, like its path and its persons.
        return replace(found, width_by_time=self._work.look.width_by_time, filtered=True)

    # Putting it together

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(line())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.purposes, self.parts, self.details = Purposes(), Parts(self._work), Details()
        self.viewer = Viewer()
        left = QWidget()
        self._below = QVBoxLayout(left)
        self._below.setContentsMargins(16, 16, 16, 16)
        self._below.setSpacing(12)
        self._below.addWidget(self.purposes)
        # Here from the start, so that the Tab key comes to it after the purposes.
        self._below.addWidget(self.parts)
        self._below.addStretch(1)
        self._left, self._right = column_of(left, 256), column_of(self.details, 348)
        middle.addWidget(self._left)
        middle.addWidget(line("post"))
        middle.addWidget(self.viewer, 1)
        middle.addWidget(line("post"))
        middle.addWidget(self._right)
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

    def _connect(self) -> None:
        self.foot.asked_save.connect(self._ask_and_save)
        self.foot.asked_print.connect(self._ask_and_print)
        self.foot.asked_leave.connect(self.reject)
        self.purposes.chosen.connect(self._take_purpose)
        self.parts.changed.connect(self._take_parts)
        self.details.changed.connect(self._take_details)
        listed = self.purpose_list
        listed.activated.connect(lambda at: self._take_purpose(listed.itemData(at)))
        self.viewer.reading.glue.connect(self._glue_notes)
        self.viewer.wanted.connect(self._soon)
        self.viewer.preview.pointed.connect(self._tell_facts)
        self.writer.progress.connect(self.foot.count)
        self.writer.done.connect(self._ended)

    def _say(self) -> None:
        said = self.tr("Poster and export")
        self.setWindowTitle(f"{said} - CJM Desktop")
        self._title.setText(said)
        title = self._journey.get(JourneyMap, self._map_id).title
        whole = self._journey.document.title
        self._of.set(f"{whole}, {title}" if whole and title and title != whole else title or whole)
        self.purpose_list.setAccessibleName(self.tr("What it is for"))
        self.details.say(self._desk.language, len(self._selected))
        self.foot.say()
        for purpose, one in self.purposes.buttons.items():
            self.purpose_list.addItem(one.text(), purpose)

    # Choosing

    def _show_choices(self) -> None:
        choices = self._choices
        for part in (self.purposes, self.parts, self.details, self.viewer):
            part.show_choices(choices)
        self.purpose_list.setCurrentIndex(self.purpose_list.findData(choices.purpose))
        self.foot.offer(choices)
        if not self.writer.busy:
            self.foot.forget()
        self._soon()

    def _take_purpose(self, purpose: str) -> None:
        self._keep()
        self._choices = self._remembered(purpose)
        self.viewer.begin()
        self._show_choices()

    def _take_parts(self) -> None:
        self._choices = self.parts.with_parts(self._choices)
        self._show_choices()

    def _take_details(self) -> None:
        self._choices = self.details.choices
        self._show_choices()

    def _glue_notes(self) -> None:
        self._choices = self._choices.glued_for_notes()
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
        self.foot.allow(on=False)
        self._rest.start()

    def _subject(self) -> tuple[Journey, poster.Job]:
        """What is printed: the map that is shown, or the grid of a template.

        Raises:
            Problem: the size cannot be printed on.
        """
        choices, journey, map_id = self._choices, self._journey, self._map_id
        if choices.purpose == "blank" and choices.template:
            journey = templates.make(choices.template, choices.spoken)
            map_id = journey.maps()[0].id
        return journey, choices.job(map_id, self._work.look, self._selected)

    def _render(self) -> None:
        try:
            journey, job = self._subject()
        except Problem as problem:
            self._refuse(problem)
            return
        page, dots = self.viewer.page(self._choices), self.viewer.preview.dots
        choices = self._choices
        wanted = (choices.away, choices.sheets) if choices.purpose == "sheets" else None
        wish = Wish(journey, job, page, dots, choices.format, choices.dpi, wanted)
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
        lost = self._earlier.lost(self._choices, plan)
        self.viewer.show_page(shown, plan, self._choices, language, lost)
        self.details.sizing.show_offers(shown.offers)
        self.details.sizing.show_rows(shown.rows, len(plan.laid.stages))
        self.details.sizing.show_reach(shown.reach)
        self.details.show_dots(plan.width, plan.height)
        self.foot.allow(on=not self.writer.busy)
        self._tell_facts()

    def _refuse(self, problem: Problem) -> None:
        self._shown = None
        self.viewer.refuse(problem.sentence(self._desk.language))
        self.foot.facts.set(self.tr("Nothing to save or print: why is said above."))
        self.foot.allow(on=False)

    def _tell_facts(self, spot: Spot | None = None) -> None:
        """Say in the foot what will come out, and which sheet is under the pointer."""
        if self._shown is None or self._shown.plan is None or self.writer.busy:
            return
        self.foot.tell(self._shown, self._choices, self._desk.language, spot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._rest.start()

    @property
    def _narrow(self) -> bool:
        """Whether the left column leaves the preview no room."""
        return self.width() < self._left.width() + self._right.width() + _PREVIEW

    def _fit(self) -> None:
        """Where it is narrow, make purposes a list, and move what is on the poster to the right."""
        narrow = self._narrow
        self._left.setVisible(not narrow)
        self.purpose_list.setVisible(narrow)
        if narrow:
            self.details.hold(self.parts)
        else:
            self._below.insertWidget(1, self.parts)

    # Writing

    def _ask_and_save(self) -> None:
        journey, job = self._subject()
        title = journey.get(JourneyMap, job.map_id).title
        path = ask_where(
            self,
            self.tr("Save the file"),
            self._desk.settings.exports_place(),
            title or journey.document.title,
            self._choices.format,
        )
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Begin to write what is chosen into a file."""
        self._desk.settings.folder = str(path.parent)
        self._keep()
        journey, job = self._subject()
        self.foot.begin(path)
        self.writer.write(journey, job, path, self._choices.dpi, curves=self._choices.curves)

    def _ask_and_print(self) -> None:
        if self._shown is None or self._shown.plan is None:
            return
        plan = self._shown.plan
        printer = printing.printer_for(printing.page_of(plan), plan.laid.title)
        if printing.ask(printer, self, plan.pages):
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Begin to print what is chosen."""
        self._keep()
        self.foot.begin(None)
        self.writer.print(*self._subject(), printer)

    def _ended(self, written: Written) -> None:
        self.foot.end(written, self._desk.language)

    def reject(self) -> None:
        if self.writer.busy:
            self.writer.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._rest.stop()
        self.writer.wait()
        self._renderer.stop()
        self._keep()
        super().done(result)
