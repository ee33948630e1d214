"""What came of reading a foreign file: a summary before the map is opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPlainTextEdit, QWidget

from cjm_desktop.exchange import Options, Report, choices, read_any
from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.dialogs.frame import Frame

WIDTH, HEIGHT = 560, 440
"""Of the dialog where there is something to tell, px; else it is as low as it can be."""
_ASKING = {"scores": "exchange.mermaid.off_scale", "emotions": "exchange.mermaid.emotions"}
"""What in a report makes an option worth offering."""
SCORES = ("leave", "clamp", "rescale")


class ImportDialog(Frame):
    """Reads a file and says how much of it there is, what was put right and what was left out.

    Args:
        path: of the file.
        language: of the window.
        parent: the window it belongs to.
    """

    def __init__(self, path: Path, language: str, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("ImportDialog", "Import"))
        self._path = path
        self._language = language
        self._options = Options()
        self.journey: Journey | None = None
        """The map that was read; None: it cannot be read so."""
        self.inside.addWidget(plain.label(plain.clean(path.name), "strong"))
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Which journey of the file"))
        self.inside.addWidget(self.which)
        self.count = plain.label(wrap=True)
        self.inside.addWidget(self.count)
        self.notes = QPlainTextEdit()
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(self.tr("What was noticed"))
        self.inside.addWidget(self.notes, 1)
        self.emotions = QCheckBox(self.tr("Take these words for feelings, not for people"))
        self.emotions.toggled.connect(lambda on: self._ask(emotions=on))
        self.inside.addWidget(self.emotions)
        self.scores = self._scores()
        self.cancel = self.add_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.go = self.add_button(self.tr("Open the map"), main=True)
        self.go.clicked.connect(self.accept)
        self.setMinimumWidth(WIDTH)
        self._offer_blocks()
        self._read()
        self.resize(WIDTH, HEIGHT if self.notes.isVisibleTo(self) else self.sizeHint().height())
        # The main button takes it where there is something to open.
        (self.go if self.go.isEnabled() else self.cancel).setFocus()

    def _scores(self) -> QComboBox:
        """What to do with scores off the scale."""
        label = plain.label(self.tr("Scores outside 1 to 5"))
        made = QComboBox()
        for key, text in zip(
            SCORES,
            (
                self.tr("leave out the point of the curve"),
                self.tr("take the nearest of 1 and 5"),
                self.tr("rescale all scores to 1 to 5"),
            ),
            strict=True,
        ):
            made.addItem(text, key)
        made.setAccessibleName(label.text())
        made.activated.connect(lambda at: self._ask(scores=made.itemData(at)))
        self._of_scores = QWidget()
        row = QHBoxLayout(self._of_scores)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(made, 1)
        self.inside.addWidget(self._of_scores)
        return made

    def _offer_blocks(self) -> None:
        try:
            blocks = choices(self._path)
        except Problem:
            blocks = ()
        self.which.setVisible(len(blocks) > 1)
        for number, block in enumerate(blocks, 1):
            title = plain.clean(block.title()) or self.tr("Untitled")
            said = self.tr("{number}. {title}, line {line}")
            self.which.addItem(said.format(number=number, title=title, line=block.line))
        if len(blocks) > 1:
            self._options = replace(self._options, block=1)
            self.which.activated.connect(self._turn_to)

    def _turn_to(self, index: int) -> None:
        """Read another journey of the file, as if it were the only one."""
        self._options = Options()
        self.emotions.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.emotions.setChecked(False)
        self.emotions.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.scores.setCurrentIndex(0)
        self._ask(block=index + 1)

    def _ask(self, **options: object) -> None:
        self._options = replace(self._options, **options)  # type: ignore[arg-type]
        self._read()

    def _read(self) -> None:
        try:
            self.journey, report = read_any(self._path, "auto", self._options)
        except Problem as problem:
            self.journey = None
            self.count.setText(problem.sentence(self._language))
            for part in (self.notes, self.emotions, self._of_scores):
                part.hide()
        else:
            self._tell(report)
        self.go.setEnabled(self.journey is not None)

    def _tell(self, report: Report) -> None:
        counts = [
            words.say(f"count.{name}", self._language, n=getattr(report, name))
            for name in ("stages", "steps", "lanes", "cards")
        ]
        self.count.setText(", ".join(counts))
        lines: list[str] = []
        for title, notes in (
            (self.tr("Put right"), report.repaired),
            (self.tr("Left out"), report.skipped),
            (self.tr("Noticed"), report.noted),
        ):
            if notes:
                lines += [title, *(f"  {one.sentence(self._language)}" for one in notes), ""]
        self.notes.setPlainText("\n".join(lines).strip())
        self.notes.setVisible(bool(lines))
        self._offer(report)

    def _offer(self, report: Report) -> None:
        """Offer the options that would change anything; one that is used stays to be undone."""
        asking = {one.key for one in (*report.skipped, *report.noted)}
        used = {
            "scores": self._options.scores != "leave",
            "emotions": self._options.emotions,
        }
        for name, part in (("scores", self._of_scores), ("emotions", self.emotions)):
            part.setVisible(used[name] or _ASKING[name] in asking)
