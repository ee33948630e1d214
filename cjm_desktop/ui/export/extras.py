"""What only one purpose asks: the print shop's bleed, a booklet, names on a blank map, cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from cjm_desktop.journey import offers
from cjm_desktop.journey.offers import CUT_OUT, TEMPLATES
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Combo, Spin
from cjm_desktop.ui.export.choices import REPORTS, SCALES, Choices

_OF = {
    "press": ("bleed", "scale", "crop", "curves"),
    "wall": ("scale",),
    "handout": ("booklet",),
    "blank": ("template", "names", "glued"),
    "cards": ("selected", *CUT_OUT, "empty"),
    "report": ("report",),
    "picture": ("curves",),
}
"""What each purpose asks."""
_BOXES = ("crop", "curves", "booklet", "names", "glued", "selected", *CUT_OUT)
_ALL = ("report", "template", "bleed", "scale", *_BOXES, "empty")
"""From top to bottom."""


class Extras(QWidget):
    """The choices of one purpose alone."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.bleed, self.empty = Spin(0, 30), Spin(0, 50)
        self.scale, self.report, self.template = Combo(), Combo(), Combo()
        self._selected = 0
        for report in REPORTS:
            self.report.addItem(report, report)
        for one in SCALES:
            self.scale.addItem(f"1:{one}", one)
        self.boxes = {name: QCheckBox() for name in _BOXES}
        self._labels: dict[str, QLabel] = {}
        for name in _ALL:
            if name not in self.boxes:
                self._labels[name] = plain.label("", "secondary")
                column.addWidget(self._labels[name])
            column.addWidget(self._control(name))
        self.why = plain.label("", "secondary", wrap=True)
        column.addWidget(self.why)
        for box in self.boxes.values():
            box.clicked.connect(self._count)
        for spin in (self.bleed, self.empty):
            spin.valueChanged.connect(self._count)
        for combo in (self.scale, self.report, self.template):
            combo.activated.connect(self._count)
        self._quiet = False

    def _control(self, name: str) -> QWidget:
        found = self.boxes.get(name) or getattr(self, name)
        assert isinstance(found, QWidget)  # noqa: S101 - for the reader of types
        return found

    def _count(self) -> None:
        if not self._quiet:
            self.changed.emit()

    def say(self, language: str, selected: int) -> None:
        """Write every label in the window's language.

        Args:
            language: of the window.
            selected: how many cards are selected on the map.
        """
        self._selected = selected
        self.template.addItem(self.tr("This map"), "")
        for name in TEMPLATES:
            self.template.addItem(offers.title(name, language), name)
        words = {
            "bleed": self.tr("Bleed, mm"),
            "scale": self.tr("Scale"),
            "report": self.tr("Which sheets"),
            "template": self.tr("The grid of"),
            "selected": self.tr("Only what is selected: %n card(s)", "", selected),
            "empty": self.tr("Empty ones of each kind and colour instead"),
            "crop": self.tr("Crop marks"),
            "curves": self.tr("Letters as curves"),
            "booklet": self.tr("A booklet: a page or more for each stage"),
            "names": self.tr("Names of stages and steps"),
            "glued": self.tr("From sheets of a home printer"),
            "barriers": self.tr("Barriers"),
            "opportunities": self.tr("Opportunities"),
            "touchpoints": self.tr("Touchpoints"),
            "thoughts": self.tr("Thoughts"),
            "actions": self.tr("Actions"),
            "text": self.tr("Notes"),
        }
        for name, text in words.items():
            if name in self.boxes:
                self.boxes[name].setText(text)
            else:
                self._labels[name].setText(text)
                self._control(name).setAccessibleName(text)
        sheets = (self.tr("What each department has to do"), self.tr("One for each persona"))
        for at, said in enumerate(sheets):
            self.report.setItemText(at, said)
        plain.tip(self.scale, self.tr("A page of a PDF ends at 5.08 m: longer ones are enlarged"))

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, without telling anybody."""
        self._quiet = True
        for name, box in self.boxes.items():
            box.setChecked(getattr(choices, name))
        self.bleed.setValue(choices.bleed)
        self.empty.setValue(choices.empty)
        self.scale.setCurrentIndex(SCALES.index(choices.scale))
        self.report.setCurrentIndex(REPORTS.index(choices.report))
        self.template.setCurrentIndex(self.template.findData(choices.template))
        self._quiet = False
        self._say_why(choices)
        if choices.purpose == "picture" and choices.format != "svg":
            choices = replace(choices, purpose="none")
        asked = _OF.get(choices.purpose, ())
        left_out = {
            "booklet": not choices.may_be_booklet,
            "scale": not choices.may_be_long,
            "selected": not self._selected,
            **dict.fromkeys((*CUT_OUT, "empty"), bool(self._selected) and choices.selected),
        }
        asked = tuple(name for name in asked if not left_out.get(name))
        for name in _ALL:
            self._control(name).setVisible(name in asked)
            if name in self._labels:
                self._labels[name].setVisible(name in asked)
        self.setVisible(bool(asked) or bool(self.why.text()))

    def _say_why(self, choices: Choices) -> None:
        """Say in words why something is not offered, where people look for it."""
        said = ""
        if choices.purpose == "cards" and not self._selected:
            said = self.tr("Cards you select on the map first can be cut out alone.")
        elif choices.purpose == "handout" and not choices.may_be_booklet:
            said = self.tr("A booklet of stages is made on A4 or Letter.")
        self.why.setText(said)
        self.why.setVisible(bool(said))

    def with_extras(self, choices: Choices) -> Choices:
        """The choices with what is picked here."""
        picked: dict[str, Any] = {name: box.isChecked() for name, box in self.boxes.items()}
        if not any(picked[name] for name in CUT_OUT):
            picked["barriers"] = True
        return replace(
            choices,
            bleed=self.bleed.value(),
            empty=self.empty.value(),
            scale=int(self.scale.currentData()),
            report=str(self.report.currentData()),
            template=str(self.template.currentData()),
            **picked,
        )
