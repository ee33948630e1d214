"""The bar over a comparison: what is compared with what, how it is seen, and the report."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import Segments, button
from cjm_desktop.ui.history.sides import Side

View = Literal["both", "beside", "curtain", "before", "after"]
VIEWS: tuple[View, ...] = ("both", "beside", "curtain")
"""Those of the bar; Space shows one of the states alone."""
ROOM = 170
"""What the arrow, the gaps and the edges round the names of the states take, px."""
LONG = 26
"""Letters of a state's name that should be seen; of a longer one the box shows the beginning."""


class CompareBar(QFrame):
    """What is compared with what, and how the two are seen."""

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
        for key, icon in (
            ("both", "stack-2"),
            ("beside", "columns"),
            ("curtain", "arrows-horizontal"),
        ):
            self.views.buttons[key].setIcon(icons.icon(icon))
        self.views.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.report_button = button("", "file-type-pdf")
        self.report_button.clicked.connect(self.report)
        self.back_button = button("", look="main")
        self.back_button.clicked.connect(self.back)
        self._report, self._views = "", ("", "", "")
        """What is written on the report and the views where there is room."""
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
        self._views = (self.tr("Together"), self.tr("Side by side"), self.tr("Curtain"))
        for key, tip in (
            ("both", self.tr("Both states in one: what went is drawn in its place, struck out")),
            ("beside", self.tr("The earlier state at the left, the later one at the right")),
            ("curtain", self.tr("One over the other: pull the edge to the side, Alt+← and Alt+→")),
        ):
            plain.tip(self.views.buttons[key], tip)
        self._report = self.tr("Report…")
        self.report_button.setAccessibleName(self._report)
        plain.tip(self.report_button, self.tr(
            "Before and after for a review meeting, as PDF: the numbers, all changes in words, "
            "and the map with marks"
        ))  # fmt: skip
        self.back_button.setText(self.tr("Back to now"))
        self._fit()

    def _fit(self) -> None:
        """Let the report, then the views do with their icons where there is no room for words."""
        self.report_button.setText(self._report)
        self.views.say(self._views)
        buttons = self.views.buttons.values()
        for one in buttons:
            one.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        if self._is_tight():
            self.report_button.setText("")
        if self._is_tight():
            for one in buttons:
                one.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _is_tight(self) -> bool:
        metrics = self.fontMetrics()
        names = sum(
            min(metrics.horizontalAdvance(box.currentText()), LONG * metrics.averageCharWidth())
            for box in (self.before, self.after)
        )
        views = sum(one.sizeHint().width() for one in self.views.buttons.values())
        rest = sum(one.sizeHint().width() + 8 for one in (self.report_button, self.back_button))
        return names + views + rest + ROOM > self.width()

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
        self._fit()

    def _activated(self, box: QComboBox) -> None:
        if box.currentData() == "":
            self.file_asked.emit(box)
        else:
            self.chosen.emit()

    def side(self, box: QComboBox) -> Side:
        """What is chosen in one of the boxes."""
        key = box.currentData()
        return next((one for one in self.sides if one.key == key), self.sides[0])
