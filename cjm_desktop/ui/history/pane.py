"""The list of steps and versions, how much room they take, and a way to forget the oldest."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjm_desktop.document import Document
from cjm_desktop.journey import words
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import button, icon_button, line, name_button
from cjm_desktop.ui.history.heads import headed
from cjm_desktop.ui.history.model import StepModel
from cjm_desktop.ui.history.rows import StepDelegate, StepList, row_height
from cjm_desktop.ui.sizes import size


class StepPane(QWidget):
    """Every step of a document, and the versions of it.

    Args:
        document: whose.
    """

    chosen = Signal(int)
    """A row with a step or a version was chosen."""
    left = Signal()
    """It was closed."""
    refused = Signal(str)
    """Why something was not done."""
    forgotten = Signal()
    """Old steps are gone."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._language = "en"
        self.list = StepList()
        self.list.setItemDelegate(StepDelegate(self.list))
        self.model = StepModel(document, self._language, self)
        self.list.setModel(self.model)
        self.heading = plain.label(role="panel")
        self.close_button = icon_button("x", 16)
        self.hint = plain.label(role="secondary", wrap=True)
        self.weight = plain.label(role="faint", wrap=True)
        self.forget = button("", "trash", "link")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = headed(self, self.heading, self.close_button)
        column.addWidget(line())
        column.addWidget(self.list, 1)
        column.addWidget(line())
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 2, 16, 2)
        foot.setSpacing(4)
        foot.addWidget(self.hint)
        foot.addWidget(self.weight)
        foot.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.left)
        self.forget.clicked.connect(self._forget)
        self.list.selectionModel().currentChanged.connect(self._moved)

    def say(self, language: str) -> None:
        """Say everything in the window's language."""
        self._language = language
        name = self.tr("History")
        self.heading.setText(name)
        self.setAccessibleName(name)
        self.list.setAccessibleName(self.tr("Steps and versions"))
        name_button(self.close_button, self.tr("Back to now"))
        self.hint.setText(self.tr(
            "A click shows the map as it was. Nothing changes until you restore it."
        ))  # fmt: skip
        self.forget.setText(self.tr("Forget what is before this…"))
        at = self.list.currentIndex().row()
        self.model.say(language)
        self.list.verticalHeader().setDefaultSectionSize(row_height(self.list.fontMetrics()))
        self._tell_weight()
        if at >= 0:
            self.stand(at)

    def follow(self) -> None:
        """Show the history as it is now."""
        self.model.follow()
        self._tell_weight()

    def _tell_weight(self) -> None:
        weight = self._document.versions.weight()
        said = self.tr("Steps: {steps} ({size}), versions: {versions}")
        self.weight.setText(said.format(
            steps=words.number(float(self._document.step_count), self._language),
            size=size(weight.steps, self._language), versions=size(weight.versions, self._language),
        ))  # fmt: skip

    # Where one stands

    def stand(self, row: int) -> None:
        """Stand in a row without telling anybody."""
        index = self.model.index(row)
        blocked = self.list.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own
        self.list.setCurrentIndex(index)
        self.list.selectionModel().blockSignals(blocked)
        self.list.scrollTo(index)
        self.list.viewport().update()
        self.forget.setEnabled(self._first_kept(row) is not None)

    def keep_in_sight(self) -> None:
        """Scroll to where one stands: there is more or less room now."""
        self.list.scrollTo(self.list.currentIndex())

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid() and not self.model.line(index.row()).heading:
            # The rows must not become others inside the list's own event.
            QTimer.singleShot(0, self, partial(self.chosen.emit, index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Forgetting

    def _first_kept(self, row: int) -> int | None:
        """The number of the first step that stays, if there is anything to forget before a row."""
        number = self.model.number(row)
        if not number or not self._document.step_count:
            return None
        return number if number > self._document.step_at(0).number else None

    def _forget(self) -> None:
        """Forget all before the row one stands in, once the user has agreed to it."""
        first = self._first_kept(self.list.currentIndex().row())
        if first is None:
            return
        won = size(self._document.versions.forgetting(first), self._language)
        more = self.tr(
            "Nobody can go back to them any more. Versions with a name stay. About {size} become "
            "free."
        ).format(size=won)
        question = self.tr("Forget every step before this one?")
        answers: list[tuple[str, plain.Part]] = [
            (self.tr("Keep them"), "reject"), (self.tr("Forget them"), "destroy"),
        ]  # fmt: skip
        if plain.ask(self, question, more, answers) == 1:
            self.forget_before(first)

    def forget_before(self, number: int) -> None:
        """Forget all steps before one."""
        try:
            self._document.versions.forget_before(number)
        except Problem as problem:
            self.refused.emit(problem.sentence(self._language))
            return
        self.follow()
        # The button has nothing to forget any more, and would let the keyboard fall elsewhere.
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.forgotten.emit()
