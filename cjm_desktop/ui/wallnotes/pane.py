"""The pane of the wall notes: lines, what each would do, and bringing them all in at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
)

from cjm_desktop.exchange import wallnotes
from cjm_desktop.exchange.wallnotes import Plan, Planned
from cjm_desktop.journey import words
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import button, line, name_button
from cjm_desktop.ui.leftpane import LeftPane
from cjm_desktop.ui.wallnotes.told import Told

if TYPE_CHECKING:
    from cjm_desktop.document import Change
    from cjm_desktop.ui.work import Work

PAUSE = 120
"""Milliseconds after a key until one looks what the lines mean."""


class _Lines(QPlainTextEdit):
    """Where one types; Ctrl+Enter brings the lines in, Esc leads to the map."""

    done = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class WallNotes(LeftPane):
    """Lies left of the map.

    Args:
        work: whose map.
        language: of the window.
        text: lines that were typed before.
    """

    def __init__(self, work: Work, language: str, text: str = "") -> None:
        super().__init__("wallnotes")
        self._work, self._language = work, language
        self.how = plain.label(role="secondary", wrap=True)
        self.field = _Lines()
        self.field.setTabChangesFocus(True)
        self.field.setPlainText(text)
        self.told = Told()
        self.count = plain.label(role="secondary", wrap=True)
        self.apply_button = button("", look="main")
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PAUSE)
        self._late.timeout.connect(self.look)
        self.plan = Plan((), (), ())
        self._build()
        self._connect()
        self.dress(language)

    def _build(self) -> None:
        column = self.column
        self.add_head()
        self.how.setContentsMargins(16, 10, 16, 10)
        column.addWidget(self.how)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.field)
        parts.addWidget(self.told)
        middle = QVBoxLayout()
        middle.setContentsMargins(12, 0, 12, 0)
        middle.addWidget(parts)
        column.addLayout(middle, 1)
        column.addWidget(line())
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 12, 8)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.apply_button)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._late.start)
        self.field.cursorPositionChanged.connect(self._follow)
        self.field.done.connect(self.apply)
        self.apply_button.clicked.connect(self.apply)
        self.told.currentRowChanged.connect(self._go_to)
        self.told.itemClicked.connect(lambda item: self._go_to(self.told.row(item)))
        self._work.changed.connect(self._map_changed)
        self._work.turned.connect(self._late.start)

    def dress(self, language: str) -> None:
        self._language = language
        self.title.setText(self.tr("Wall notes"))
        self.field.setAccessibleName(self.tr("Lines of the wall notes"))
        self.told.setAccessibleName(self.tr("What each line will do"))
        self.how.setText(
            self.tr(
                "One line for each note on the wall: the card's code, then a new text, > and a "
                "place, ++ or -- for more or less, x to delete. A new card: + and its place."
            )
        )
        # Codes are in the language of the map, whatever that of the window.
        language = self._work.journey.document.language
        self.field.setPlaceholderText(words.say("wallnotes.lines_example", language))
        name_button(self.close_button, self.tr("Close the wall notes"))
        plain.tip(self.apply_button, self.tr("One step of undo (Ctrl+Enter)"))
        self.look()

    # What the lines mean

    def _map_changed(self, _change: Change) -> None:
        self._late.start()

    def look(self) -> None:
        """Plan the lines for the map as it is, tell what each does and mark it on the map."""
        self._late.stop()
        text = self.field.toPlainText()
        self.plan = wallnotes.plan(self._work.journey, self._work.map_id, text)
        self.told.show_plan(self.plan, self._language)
        refused = len(self.plan.lines) - self.plan.applied
        self.count.setText(self.tr("%n line(s) left out", "", refused) if refused else "")
        self.apply_button.setText(self.tr("Bring in %n line(s)", "", self.plan.applied))
        self.apply_button.setEnabled(self.plan.applied > 0)
        self.mark()
        self._follow()

    def mark(self) -> None:
        """Mark on the map what the lines are about."""
        found: list[tuple[str, ...]] = [
            (one.record_id, one.at_id) for one in self.plan.lines if not one.refused
        ]
        found += [(one.at_id,) for one in self.plan.lines if one.kind == "move"]
        current = self._shown(self._current())
        for canvas in self._work.canvases:
            if canvas.traces.show(found, current):
                canvas.viewport().update()

    def unmark(self) -> None:
        """Let the map be as it is."""
        for canvas in self._work.canvases:
            if canvas.traces.show([]):
                canvas.viewport().update()

    def _current(self) -> Planned | None:
        number = self.field.textCursor().blockNumber() + 1
        return next((one for one in self.plan.lines if one.line == number), None)

    def _shown(self, one: Planned | None) -> str:
        """The id of what a line is about, as far as it is on the map."""
        if one is None or one.refused:
            return ""
        return one.record_id if one.record_id in self._work.journey else one.at_id

    def _follow(self) -> None:
        """Let row and mark follow the caret."""
        self.told.choose_line(self.field.textCursor().blockNumber() + 1)
        self.mark()

    def _go_to(self, row: int) -> None:
        """Lead to what a row is about, and put the caret into its line."""
        if not 0 <= row < len(self.plan.lines):
            return
        one = self.plan.lines[row]
        cursor = self.field.textCursor()
        cursor.setPosition(self.field.document().findBlockByNumber(one.line - 1).position())
        self.field.setTextCursor(cursor)
        shown = self._shown(one)
        if shown:
            self._work.canvas.select((shown,), reveal=True)

    # Doing it

    def apply(self) -> None:
        """Bring all lines in as one step; those that are refused stay to be mended."""
        self.look()
        plan = self.plan
        if not plan.applied or (plan.drops and not self._agrees(plan.drops)):
            return
        self._work.canvas.writing.commit()
        self.look()
        before = self._work.document.undo_step
        self._work.canvas.change("step.wall_notes", self.plan.apply, {"n": self.plan.applied})
        if self._work.document.undo_step != before:
            left = [one.text for one in plan.lines if one.refused]
            self.field.selectAll()
            self.field.insertPlainText("\n".join(left))
            self.look()

    def _agrees(self, drops: int) -> bool:
        """Whether the user wants cards deleted."""
        answers: list[tuple[str, plain.Part]] = [
            (self.tr("Cancel"), "reject"),
            (self.tr("Delete and bring in"), "destroy"),
        ]
        sentence = self.tr("The notes delete %n card(s). Bring them in?", "", drops)
        return plain.ask(self.window(), sentence, self.tr("One undo takes it back."), answers) == 1

    def let_go(self) -> str:
        """Leave the document; return the lines."""
        self._late.stop()
        self.unmark()
        self._work.changed.disconnect(self._map_changed)
        self._work.turned.disconnect(self._late.start)
        return self.field.toPlainText()
