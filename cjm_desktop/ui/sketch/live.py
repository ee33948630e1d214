"""A text and the map it stands for: each follows the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cjm_desktop.exchange.outline import Outline, apply, parse, typing, write
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui.sketch.lines import Lines

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

PAUSE = 120
"""Milliseconds without a key until what was typed is drawn."""
_HELD = 1
"""State of a line that stands for something on the map."""


class Live(QObject):
    """Keeps the lines and the map of one document the same.

    Args:
        work: whose map.
        lines: the field.
        language: of sentences.
    """

    told = Signal(str)
    """What is worth telling of the line one is in, or of the first line that has something."""
    counted = Signal(int, int)
    """How many stages and steps there are."""

    def __init__(self, work: Work, lines: Lines, language: str) -> None:
        super().__init__(lines)
        self._work, self._lines, self.language = work, lines, language
        self._busy = False
        self._sitting = (0, 0)
        self._map_id = work.map_id
        self.outline: Outline = write(work.journey, work.map_id)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.settle)
        lines.setPlainText(self.outline.text.removesuffix("\n"))
        self._text = lines.toPlainText()
        self._hold()
        self._ties = [
            lines.textChanged.connect(self._typed),
            lines.cursorPositionChanged.connect(self._moved),
            lines.settle.connect(self.settle),
            work.changed.connect(lambda _change: self.refresh()),
            work.turned.connect(self.refresh),
        ]

    def close(self) -> None:
        """Follow the map no more; what was typed since `settle` goes."""
        self._timer.stop()
        for tie in self._ties:
            QObject.disconnect(tie)
        self._ties = []
        self.deleteLater()

    # From the text to the map

    def _typed(self) -> None:
        # Qt tells of new colours too.
        if not self._busy and self._lines.toPlainText() != self._text:
            self._timer.start()

    def settle(self) -> None:
        """Make the map what the text says, if it says something else."""
        self._timer.stop()
        text = self._lines.toPlainText()
        if self._busy or text == self._text or self._work.map_id != self._map_id:
            return
        line = self._lines.line
        if self._sitting[1] != line:
            self._sitting = self._work.editing.session(), line
        self._busy = True
        try:
            self._apply(text, line)
        finally:
            self._busy = False
        self._hold()
        self.report()
        self.show_on_map()

    def _apply(self, text: str, line: int) -> None:
        found = self._meant(parse(text))
        item = found.above(line)
        name = (item.text if item is not None else "") or self._work.map.title
        try:
            with self._work.document.edit(
                "step.outline", merge=f"outline.{self._sitting[0]}", name=name[:60]
            ) as draft:
                self.outline = apply(draft, self._map_id, found, self.outline).outline
        except Problem as problem:
            self._work.editing.refused.emit(problem.sentence(self.language))
            return
        self._text = text

    def _meant(self, found: Outline) -> Outline:
        """An outline without lines that were just begun: a sign alone is no card yet."""
        document = self._lines.document()

        def waits(line: int) -> bool:
            block = document.findBlockByNumber(line - 1)
            return block.userState() != _HELD and typing.is_begun(block.text())

        items = tuple(one for one in found.items if one.line == 0 or not waits(one.line))
        if items and items[0].kind != "stage":
            return found
        return found._replace(items=items)

    def _hold(self) -> None:
        """Note which lines stand for something."""
        document = self._lines.document()
        for item in self.outline.items:
            if item.line:
                document.findBlockByNumber(item.line - 1).setUserState(_HELD)

    # From the map to the text

    def refresh(self) -> None:
        """Bring what was changed elsewhere into the text; the caret stays in its line."""
        if self._busy:
            return
        work = self._work
        if work.map_id != self._map_id:
            self._map_id = work.map_id
            self._show(write(work.journey, work.map_id))
            return
        now = write(work.journey, work.map_id, like=self.outline)
        if not now.says_same(self.outline) or self._lines.toPlainText() != self._text:
            self._show(now)

    def _show(self, outline: Outline) -> None:
        self._timer.stop()
        self._sitting = self._work.editing.session(), 0
        self._busy = True
        try:
            text = outline.text.removesuffix("\n")
            self._lines.replace_lines(
                typing.patches(self._lines.toPlainText().split("\n"), text.split("\n"))
            )
        finally:
            self._busy = False
        self.outline = outline._replace(gone=self.outline.gone)
        self._text = self._lines.toPlainText()
        self._hold()
        self.report()

    # Caret and selection

    def _moved(self) -> None:
        if self._busy:
            return
        if self._timer.isActive() and self._sitting[1] not in (0, self._lines.line):
            self.settle()
        elif not self._timer.isActive():
            self.show_on_map()

    def show_on_map(self) -> None:
        """Let the map follow the caret."""
        if self._busy or not self._lines.hasFocus():
            return
        cursor = self._lines.textCursor()
        line = self._lines.line
        item = self.outline.at(line, cursor.positionInBlock()) or self.outline.above(line)
        if item is not None and item.record_id in self._work.journey:
            self._busy = True
            try:
                self._work.canvas.select((str(item.record_id),), reveal=True)
            finally:
                self._busy = False

    def follow(self) -> None:
        """Put the caret where what is selected on the map stands."""
        chosen = self._work.canvas.selection
        item = self.outline.find(chosen[-1]) if chosen else None
        if self._busy or self._lines.hasFocus() or item is None or not item.line:
            return
        if self._lines.toPlainText() == self._text:
            self._busy = True
            try:
                self._lines.go_to(item.line, item.end)
            finally:
                self._busy = False

    def report(self) -> None:
        """Tell how much there is, and what is worth telling."""
        kinds = [one.kind for one in self.outline.items]
        self.counted.emit(kinds.count("stage"), kinds.count("step"))
        notes = sorted(self.outline.notes, key=lambda one: one.line != self._lines.line)
        self.told.emit(notes[0].sentence(self.language) if notes else "")
