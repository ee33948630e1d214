"""What came of reading a foreign file: a summary before the map is opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from cjm_desktop.exchange import Options, Report, choices, read_any
from cjm_desktop.journey import words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.dialogs.frame import Frame


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
        self.inside.addWidget(self.which)
        self.count = plain.label(wrap=True)
        self.inside.addWidget(self.count)
        self.notes = QPlainTextEdit()
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(self.tr("What was noticed"))
        self.inside.addWidget(self.notes, 1)
        self.emotions = QCheckBox(
            self.tr("Take feelings that stand where people should for feelings")
        )
        self.emotions.toggled.connect(lambda on: self._ask(emotions=on))
        self.scores = QCheckBox(self.tr("Scores above 5 are of ten: halve them"))
        self.scores.toggled.connect(lambda on: self._ask(scores="rescale" if on else "leave"))
        holder = QVBoxLayout()
        holder.addWidget(self.emotions)
        holder.addWidget(self.scores)
        self.inside.addLayout(holder)
        self.cancel = self.add_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.go = self.add_button(self.tr("Open the map"), main=True)
        self.go.clicked.connect(self.accept)
        self.resize(560, 440)
        self._offer_blocks()
        self._read()

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
            self.which.activated.connect(lambda index: self._ask(block=index + 1))

    def _ask(self, **options: object) -> None:
        self._options = replace(self._options, **options)  # type: ignore[arg-type]
        self._read()

    def _read(self) -> None:
        try:
            self.journey, report = read_any(self._path, "auto", self._options)
        except Problem as problem:
            self.journey = None
            self.count.setText(problem.sentence(self._language))
            self.notes.hide()
            self.emotions.hide()
            self.scores.hide()
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
        mermaid = report.format != "json"
        self.emotions.setVisible(mermaid)
        self.scores.setVisible(mermaid)
