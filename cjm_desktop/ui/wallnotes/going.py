"""Going to a card by its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from cjm_desktop.journey import codes, finding, words
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Record
from cjm_desktop.ui import plain
from cjm_desktop.ui.dialogs.frame import Frame
from cjm_desktop.ui.finding.leading import lead

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.work import Work


class GoTo(Frame):
    """Asks for a code and leads to its card; what is wrong with it is said under the field.

    Args:
        bench: that shows the map.
        work: whose map.
    """

    def __init__(self, bench: Bench, work: Work) -> None:
        super().__init__(bench.window, self.tr("Go to code"))
        self._bench, self._work = bench, work
        self.field = QLineEdit()
        language = work.journey.document.language
        self.field.setPlaceholderText(words.say("wallnotes.code_example", language))
        self.field.setAccessibleName(self.tr("Code of a card"))
        self.said = plain.label(
            self.tr("The letter may be of either alphabet; the number alone will do."),
            "secondary",
            wrap=True,
        )
        self.inside.addWidget(self.field)
        self.inside.addWidget(self.said)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.go_button = self.add_button(self.tr("Go"), main=True)
        self.go_button.clicked.connect(self.go)
        self.field.textEdited.connect(lambda _: self._complain(""))
        self.resize(380, self.sizeHint().height())
        self.field.setFocus()

    def go(self) -> None:
        """Lead to the card, or say why there is none."""
        said = codes.read(self.field.text())
        if said is None:
            self._complain(self.tr("A code is a letter and a number, such as B24."))
            return
        try:
            found: Record = codes.find(self._work.journey, self._work.map_id, said)
        except Problem as problem:
            self._complain(problem.sentence(self._bench.desk.language))
            return
        self.accept()
        lead(self._bench, self._work, finding.whole(found))
        self._work.canvas.read(found.id)
        self._bench.layouts.front.setFocus()

    def _complain(self, text: str) -> None:
        plain.set_property(self.said, "role", "alarm" if text else "secondary")
        self.said.setText(
            text or self.tr("The letter may be of either alphabet; the number alone will do.")
        )
        if text:
            self.field.selectAll()
            self.field.setFocus()
