"""A text and the map it stands for: each follows the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cjm_desktop.exchange.outline import (
    Outline,
    apply,
    joining,
    keeping,
    marks,
    parse,
    reword,
    typing,
    write,
)
from cjm_desktop.exchange.outline.completing import Offer, offer
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Stage
from cjm_desktop.journey.words import say
from cjm_desktop.layout.theme import DARK, LIGHT
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.sketch.lines import Lines
from cjm_desktop.ui.sketch.signs import HELD

if TYPE_CHECKING:
    from cjm_desktop.ui.work import Work

SOONEST, LATEST = 16, 400
"""Milliseconds from a key until what was typed is drawn: a third of the time is left to keys."""
CALM = 900
"""Milliseconds without a key until what is odd about the line itself is told."""


class Live(QObject):
    """Keeps the lines and the map of one document the same.

    Args:
        work: whose map.
        lines: the field.
        language: of sentences.
    """

    counted = Signal(int, int)
    """How many stages and steps there are."""

    def __init__(self, work: Work, lines: Lines, language: str) -> None:
        super().__init__(lines)
        self._work, self._lines, self.language = work, lines, language
        self.follows = True
        """The map scrolls to what the line with the caret makes."""
        self._busy = False
        self._sitting = (0, 0)
        self._map_id = work.map_id
        self.outline: Outline = self._written()
        self._timer = _timer(self, SOONEST, self.settle)
        self._calm = _timer(self, CALM, self.calm)
        lines.set_text(self.outline.text)
        lines.offering = self._offer
        self._text = lines.text
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
        self._calm.stop()
        for tie in self._ties:
            QObject.disconnect(tie)
        self._ties = []
        self.deleteLater()

    def _written(self, like: Outline | None = None) -> Outline:
        found = write(self._work.journey, self._map_id, like=like)
        return found._replace(text=found.text.removesuffix("\n"))

    def _offer(self, line: str, column: int) -> Offer | None:
        return offer(self._work.journey, line, column)

    # From the text to the map

    def _typed(self) -> None:
        # Qt tells of new colours too.
        if self._busy or self._lines.text == self._text:
            return
        self._calm.start()
        if not self._timer.isActive():
            self._timer.start()

    def settle(self) -> None:
        """Make the map what the text says, if it says something else."""
        self._timer.stop()
        text = self._lines.text
        if self._busy or text == self._text or self._map_id not in self._work.journey:
            return
        if self._work.document.changing:
            # What is hidden by a change of the map is left, and settled, while that is told.
            self._timer.start()
            return
        line = self._lines.line
        if self._sitting[1] != line:
            self._sitting = self._work.editing.session(), line
        begun = time.perf_counter()
        self._busy = True
        try:
            self._apply(text)
        finally:
            self._busy = False
        self.report()
        self.show_on_map()
        spent = 1000 * (time.perf_counter() - begun)
        self._timer.setInterval(int(min(LATEST, max(SOONEST, spent / 2))))

    def _apply(self, text: str) -> None:
        name = marks.read(self._lines.line_text).text or self._work.map.title
        try:
            with self._work.document.edit(
                "step.outline", merge=f"outline.{self._sitting[0]}", name=name[:60]
            ) as draft:
                short = reword(draft, self._map_id, text, self.outline)
                made = short or self._applied(draft, text)
        except Problem as problem:
            self._work.editing.refused.emit(problem.sentence(self.language))
            return
        self.outline, self._text = made, text
        if short is None:
            self._hold()

    def _applied(self, draft: Draft, text: str) -> Outline:
        return apply(draft, self._map_id, self._meant(parse(text)), self.outline).outline

    def _meant(self, found: Outline) -> Outline:
        """An outline without lines that were just begun: a sign alone is no card yet."""
        document = self._lines.document()

        def waits(line: int) -> bool:
            block = document.findBlockByNumber(line - 1)
            return block.userState() != HELD and typing.is_begun(block.text())

        items = tuple(one for one in found.items if one.line == 0 or not waits(one.line))
        if items and items[0].kind != "stage":
            return found
        return found._replace(items=items)

    def _hold(self, numbers: Sequence[int] | None = None) -> None:
        """Note which lines stand for something, and show the colours of stages.

        Args:
            numbers: for each line of the field that of the outline, from 0; None: they are the
                same.
        """
        held = {one.line - 1 for one in self.outline.items}
        stands: dict[int, int] = {}
        block = self._lines.document().begin()
        while block.isValid():
            here = block.blockNumber()
            number = here if numbers is None else numbers[here]
            stands[number] = here
            block.setUserState(HELD if number in held else -1)
            block = block.next()
        theme = DARK if tokens().dark else LIGHT
        stages = [one for one in self.outline.items if one.kind == "stage"]
        colours: dict[int, str] = {}
        for number, one in enumerate(stages):
            record = self._work.journey.find(one.record_id)
            own = record.colour if isinstance(record, Stage) else ""
            if one.line - 1 in stands:
                colours[stands[one.line - 1]] = theme.stage(number, len(stages), own).text
        self._lines.show_stages(colours)

    # From the map to the text

    def refresh(self) -> None:
        """Bring what was changed elsewhere into the text; the caret stays in its line."""
        if self._busy:
            return
        work = self._work
        if work.map_id != self._map_id:
            self.settle()
            self._map_id = work.map_id
            self._show(self._written())
            return
        now = self._written(like=self.outline)
        if keeping.says_same(now, self.outline):
            return
        now = keeping.kept(now, self.outline)
        if self._lines.text == self._text:
            self._show(now)
        else:
            self._join(now)

    def _show(self, outline: Outline) -> None:
        self._timer.stop()
        self._sitting = self._work.editing.session(), 0
        self._replace(outline.text.split("\n"))
        self.outline = outline._replace(gone=self.outline.gone)
        self._text = self._lines.text
        self._hold()
        self.report()

    def _join(self, now: Outline) -> None:
        """Show what the map says now with what was typed since, which reaches the map next."""
        lines = joining.joined(self.outline._replace(text=self._text), self._lines.text, now)
        self._sitting = self._work.editing.session(), 0
        self._replace([one.text for one in lines])
        self.outline, self._text = now._replace(gone=self.outline.gone), now.text
        self._hold([one.number for one in lines])
        self._timer.start()

    def _replace(self, wanted: Sequence[str]) -> None:
        self._busy = True
        try:
            self._lines.replace_lines(typing.patches(self._lines.text.split("\n"), wanted))
        finally:
            self._busy = False

    def dress(self, language: str) -> None:
        """Wear the colours and speak the language of the window."""
        self.language = language
        self._hold()
        self._lines.dress()
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
        elsewhere = self._work.map_id != self._map_id
        if self._busy or elsewhere or not self.follows or not self._lines.hasFocus():
            return
        line = self._lines.line
        item = self.outline.at(line, self._lines.column) or self.outline.above(line)
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
        if self._lines.text == self._text:
            self._busy = True
            try:
                self._lines.go_to(item.line, item.end)
            finally:
                self._busy = False

    def begin(self) -> None:
        """Where there is one line only, put the caret behind it; the name a new stage has gives way
        to what is typed."""
        if len(self.outline.items) == self._lines.document().blockCount() == 1:
            item = self.outline.items[0]
            unnamed = item.text in [say("new.stage", one) for one in ("en", "ru")]
            self._lines.go_to(item.line, item.end, item.start if unnamed else None)

    def calm(self) -> None:
        """Nobody types now: tell what is odd about the very line too."""
        self._calm.stop()
        self.report()

    def report(self) -> None:
        """Tell how much there is, and below each line what is odd about it.

        Of a line that is being typed nothing is told yet: half a word is always odd.
        """
        kinds = [one.kind for one in self.outline.items]
        self.counted.emit(kinds.count("stage"), kinds.count("step"))
        waiting = self._lines.line if self._calm.isActive() else None
        notes = [one for one in self.outline.notes if one.line is not None and one.line != waiting]
        said = {one.line or 1: replace(one, line=None).sentence(self.language) for one in notes}
        self._lines.tell({line - 1: f"{one[:1].upper()}{one[1:]}" for line, one in said.items()})


def _timer(parent: Live, after: int, do: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(after)
    made.timeout.connect(do)
    return made
