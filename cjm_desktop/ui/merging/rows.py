"""The rows of a merge: what is asked, with both answers side by side, and what comes along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from cjm_desktop.document import HistoryStep
from cjm_desktop.journey.merging.conflicts import SIDES, Side
from cjm_desktop.journey.merging.telling import Question
from cjm_desktop.ui import plain
from cjm_desktop.ui.merging.preview import Preview
from cjm_desktop.ui.spoken import when

Index = QModelIndex | QPersistentModelIndex


class Answer(NamedTuple):
    """What one side says."""

    whose: str
    when: str
    """When it was said, and by which step; empty where nobody knows."""
    text: str


class Line(NamedTuple):
    """What a row says."""

    text: str
    level: int = 2
    """0 heads a part, 1 a stage in it, 2 is a row by itself."""
    question: Question | None = None
    answers: tuple[Answer, ...] = ()
    """Ours and theirs, of a question."""


class MergeRows(QAbstractListModel):
    """Rows over a preview, and what was answered so far.

    Args:
        language: of the window.
        parent: Qt's.
    """

    answered = Signal()
    """Another answer was given."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self.lines: list[Line] = []
        self.choices: dict[str, Side] = {}
        """Whose value is taken, by the key of the conflict."""

    def show_preview(self, preview: Preview) -> None:
        """Show this in place of what was shown."""
        self.beginResetModel()
        self.choices = {}
        self.lines = []
        if preview.questions:
            self.lines.append(Line(self.tr("Both changed the same: whose is right?"), 0))
            self._ask(preview)
        if preview.groups:
            said = self.tr("Comes from the copy: {counts}").format(counts=preview.counts)
            self.lines.append(Line(said, 0))
            for group in preview.groups:
                self.lines.append(Line(plain.clean(group.title), 1))
                self.lines += [Line(plain.clean(one.whole)) for one in group.lines]
        self.endResetModel()

    def _ask(self, preview: Preview) -> None:
        names = (self.tr("In this map"), self.tr("In the copy"))
        stage: str | None = None
        for one in preview.questions:
            if one.stage != stage:
                stage = one.stage
                self.lines.append(Line(plain.clean(stage), 1))
            answers = [
                Answer(name, self._moment(preview.said.get((one.conflict.key, side))), said)
                for side, name, said in zip(SIDES, names, (one.ours, one.theirs), strict=True)
            ]
            self.lines.append(Line(plain.clean(one.head), 2, one, tuple(answers)))

    def _moment(self, step: HistoryStep | None) -> str:
        if step is None:
            return ""
        said = (plain.clean(step.by), when(step.time, self._language), step.name(self._language))
        return " · ".join(plain.clean(one) for one in said if one)

    # Answering

    def line(self, row: int) -> Line | None:
        """What a row says."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def chosen(self, row: int) -> Side | None:
        """Whose answer is taken in a row."""
        line = self.line(row)
        question = line.question if line is not None else None
        return self.choices.get(question.conflict.key) if question is not None else None

    def choose(self, row: int, side: Side) -> None:
        """Take one side's answer."""
        line = self.line(row)
        if line is not None and line.question is not None:
            self.choices[line.question.conflict.key] = side
            self.dataChanged.emit(self.index(row), self.index(row))
            self.answered.emit()

    def choose_all(self, side: Side) -> None:
        """Take all answers of one side."""
        self.choices = {one.question.conflict.key: side for one in self.lines if one.question}
        self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))
        self.answered.emit()

    @property
    def asked(self) -> Sequence[int]:
        """The rows in which something is asked."""
        return [row for row, one in enumerate(self.lines) if one.question is not None]

    @property
    def open(self) -> int:
        """How many questions wait for an answer."""
        return len(self.asked) - len(self.choices)

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index.row())
        if line is None or line.level < 2:
            return Qt.ItemFlag.ItemNeverHasChildren
        selectable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return selectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(index.row(), line)
        if role == Qt.ItemDataRole.ToolTipRole and line.level == 2:
            said = [line.text, *(f"{one.whose}: {one.text}" for one in line.answers)]
            return plain.tip_text("\n".join(said))
        return None

    def _heard(self, row: int, line: Line) -> str:
        if not line.answers:
            return line.text
        taken = self.chosen(row)
        said = [line.text]
        for side, one in zip(SIDES, line.answers, strict=True):
            mark = self.tr("taken") if side == taken else ""
            said.append(", ".join(part for part in (one.whose, one.text, one.when, mark) if part))
        if taken is None:
            said.append(self.tr("not decided"))
        return ". ".join(said)
