"""The middle of the export dialog: a page of the file, and from how far it is read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster import Plan
from cjm_desktop.poster.paper import size_in_cm
from cjm_desktop.poster.tiles import Spot
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Segments
from cjm_desktop.ui.export.choices import Choices
from cjm_desktop.ui.export.preview import Preview
from cjm_desktop.ui.export.reading import Reading
from cjm_desktop.ui.export.rendering import WHOLE, Shown
from cjm_desktop.ui.export.steps import SheetSteps


class Viewer(QFrame):
    """Shows the poster whole, one of its sheets, or how they are put together."""

    wanted = Signal()
    """Another page is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "ground")
        self._sheet = 0
        self._spots: tuple[Spot, ...] = ()
        self.view = Segments(("poster", "sheet", "assembly"))
        self.sheets, self.preview, self.reading = SheetSteps(), Preview(), Reading()
        self.finished = plain.label("", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 20)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.view)
        row.addWidget(self.sheets)
        row.addStretch(1)
        row.addWidget(self.finished)
        column.addLayout(row)
        column.addWidget(self.preview, 1)
        column.addWidget(self.reading)
        self.view.chosen.connect(lambda _: self.wanted.emit())
        self.preview.picked.connect(self._open_sheet)
        self.sheets.asked.connect(self._step)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.reading.hide()
        self.preview.say(self.tr("Preparing the preview…"), calm=True)

    def begin(self) -> None:
        """Show the first page next: it is for something else now."""
        self._sheet = 0

    def show_choices(self, choices: Choices) -> None:
        """Offer what can be looked at."""
        self.view.setVisible(choices.in_sheets)
        self.view.buttons["assembly"].setEnabled(choices.assembly)
        plan = self.tr("Assembly") if choices.assembly else self.tr("No assembly plan")
        self.view.say((self.tr("Poster"), self.tr("Sheet"), plan))
        gone = self.view.choice == "assembly" and not choices.assembly
        if gone or not choices.in_sheets or not self.view.choice:
            self.view.choose("poster")

    def page(self, choices: Choices) -> int:
        """The page of the file that is looked at, from 0, or `WHOLE`."""
        view = self.view.choice
        if choices.bound:
            return self._sheet
        if not choices.in_sheets or view == "poster":
            return WHOLE
        return 0 if view == "assembly" else self._sheet + choices.assembly

    def show_page(
        self,
        shown: Shown,
        plan: Plan,
        choices: Choices,
        language: str,
        lost: Problem | None = None,
    ) -> None:
        """Show what was made.

        Args:
            shown: the page.
            plan: of what it is a page.
            choices: what it is made of.
            language: of the window.
            lost: what the last choice cost, if it did.
        """
        whole, picture = shown.wish.page == WHOLE, choices.purpose == "picture"
        self._spots = plan.spots
        self.preview.show_page(shown.picture, plan.grid if whole else None, plan.spots)
        self.reading.say(plan, language, shown.made if picture else None, lost)
        self.reading.show()
        self.finished.setText("" if picture else size_in_cm(plan.width, plan.height, language))
        self._sheet = min(self._sheet, plan.sheets - 1)
        one = choices.bound or self.view.choice == "sheet"
        self.sheets.show_sheet(plan.spots, self._sheet, shown=one, bound=choices.bound)

    def refuse(self, sentence: str) -> None:
        """Say why there is no page."""
        self.preview.say(sentence)
        self.reading.hide()
        self.finished.setText("")

    def _open_sheet(self, spot: Spot) -> None:
        if spot in self._spots:
            self._sheet = self._spots.index(spot)
            self.view.choose("sheet")
            self.wanted.emit()

    def _step(self, by: int) -> None:
        self._sheet = max(0, self._sheet + by)
        self.wanted.emit()
