"""The page of the history: a state of the map at the left, its steps and versions at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cjm_desktop.document import Document
from cjm_desktop.document.versions_shown import ShownDocument
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import line
from cjm_desktop.ui.editing import Editing
from cjm_desktop.ui.history import sides, states
from cjm_desktop.ui.history.bar import StateBar
from cjm_desktop.ui.history.comparison import Compare
from cjm_desktop.ui.history.lookout import Lookout
from cjm_desktop.ui.history.pane import StepPane
from cjm_desktop.ui.history.sides import Side
from cjm_desktop.ui.inspector.dock import Inspector
from cjm_desktop.ui.settings import Settings
from cjm_desktop.ui.stylesheet import scaled

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.work import Work

WIDTH = 360
"""Of the column at the right at the usual size of text, px."""


class HistoryPage(QWidget):
    """What the map was, and what became of it. Nothing on it changes the map but Restore.

    Args:
        bench: of one window.
        work: the document on it.
    """

    left = Signal()
    """The user goes back to the map as it is."""

    def __init__(self, bench: Bench, work: Work) -> None:
        super().__init__()
        self._bench, self._work = bench, work
        self.language = bench.desk.language
        self.document = ShownDocument(work.document)
        look = replace(work.look, prompts=False)
        self.canvas = Lookout(self.document, work.map_id, look, work.canvas.sheet.settled)
        self.canvas.wheel_zooms = bench.desk.settings.wheel_zooms
        self.editing = Editing(self.document, self.language)
        self.bar = StateBar()
        self.pane = StepPane(work.document)
        self.compare = Compare(self)
        self.inspector = Inspector(bench.commands)
        self._row = -1
        self._build()
        self._connect()
        self.retranslate()
        self.inspector.show_document(self.editing)
        self.show_row(self.pane.model.now)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bars = QVBoxLayout()
        bars.setContentsMargins(8, 8, 8, 8)
        bars.addWidget(self.bar)
        bars.addWidget(self.compare.bar)
        self.compare.bar.hide()
        column.addLayout(bars)
        column.addWidget(line())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(line("post"))
        row.addWidget(self._side())
        column.addLayout(row, 1)

    def _side(self) -> QSplitter:
        """The column at the right: a list, and what is known of the one thing that is chosen."""
        self.lists = QStackedWidget()
        self.lists.addWidget(self.pane)
        self.lists.addWidget(self.compare.pane)
        side = QSplitter(Qt.Orientation.Vertical)
        side.setChildrenCollapsible(False)
        side.addWidget(self.lists)
        side.addWidget(self.inspector)
        side.setSizes([500, 360])
        self.inspector.hide()
        side.setFixedWidth(scaled(WIDTH, self.fontInfo().pixelSize()))
        return side

    def _connect(self) -> None:
        self.bar.back.connect(self.left)
        self.bar.restore.connect(self._restore)
        self.bar.named.connect(self._name)
        self.bar.copy.connect(self._copy)
        self.bar.compare.connect(self._compare_row)
        self.compare.bar.back.connect(self.left)
        self.compare.pane.left.connect(self.left)
        self.bar.map_chosen.connect(self.canvas.set_map)
        self.canvas.left.connect(self.left)
        self.canvas.refused.connect(self._bench.window.tell)
        self.canvas.selection_changed.connect(self._selected)
        self.canvas.status_changed.connect(self._bench.layouts.say)
        self.pane.chosen.connect(self.show_row)
        self.pane.left.connect(self.left)
        self.pane.refused.connect(self._bench.window.tell)
        self.pane.forgotten.connect(self._forgotten)
        canvas = self.canvas
        for keys, do in (
            (("Ctrl+C",), self._copy),
            (("Ctrl+=", "Ctrl++"), canvas.zoom_in),
            (("Ctrl+-",), canvas.zoom_out),
            (("Ctrl+0",), lambda: canvas.set_zoom(1.0)),
            (("Ctrl+1",), canvas.fit_map),
        ):
            made = QShortcut(self)
            made.setKeys([QKeySequence(key) for key in keys])
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(do)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.language = self.editing.language = self._bench.desk.language
        self.bar.retranslate()
        self.pane.say(self.language)
        self.compare.say()
        if self._row >= 0:
            self.bar.show_state(states.said(self.pane.model, self._row, self.language))

    # What is seen

    def show_row(self, row: int) -> None:
        """Show the map as it was after the step in a row, or as the version in it."""
        try:
            state = self._state(row)
        except Problem as problem:
            self.refuse(problem)
            return
        self._row = row
        self.show_state(state)
        self.pane.stand(row)
        self.bar.show_state(states.said(self.pane.model, row, self.language))
        self._offer()

    def _state(self, row: int) -> Journey:
        """The map of a row."""
        document, model = self._work.document, self.pane.model
        version = model.version(row)
        number = model.number(row)
        if number is not None:
            return document.versions.after(number)
        return document.versions.of(version) if version is not None else document.journey

    def show_state(self, state: Journey, map_id: str | None = None) -> None:
        """Show a state of the map.

        Args:
            state: to show.
            map_id: which of its maps; None: the one that is shown, or else the first.
        """
        before = self.canvas.map_id
        wanted = map_id or before
        if wanted not in state:
            wanted = state.maps()[0].id
        if wanted != before:
            # The map one looks at may not be in this state: turn away before it goes.
            both = state.fork()
            for record in self.document.journey:
                if record.id not in both:
                    both.put(record)
            self.document.show(both)
            self.canvas.set_map(wanted)
        self.document.show(state)
        self.bar.show_maps(state, wanted)
        self._selected()

    @property
    def is_now(self) -> bool:
        """Whether it is the map as it is."""
        return bool(self.pane.model.line(self._row).now)

    def _offer(self) -> None:
        """Switch off what makes no sense of this state."""
        self.bar.restore_button.setEnabled(not self.is_now)
        known = self.pane.model.version(self._row)
        self.bar.known_name = known.name if known is not None else ""
        plain.set_property(self.bar, "look", "quiet" if self.is_now else "warn")

    def _selected(self) -> None:
        chosen = self.canvas.selection
        if len(chosen) == 1:
            self.compare.selected(chosen[0])
        self.bar.copy_button.setEnabled(bool(chosen))
        self.inspector.setVisible(len(chosen) == 1 and self.compare.found is None)
        self.inspector.show_selection(self.canvas.map_id, chosen, anew=True)
        if self.inspector.page is not None:
            self.inspector.page.setEnabled(False)

    def refuse(self, problem: Problem) -> None:
        """Say why something was not done."""
        self._bench.window.tell(problem.sentence(self.language))

    def offer(self, said: str) -> None:
        """Say that something is done."""
        self._bench.window.offer("history", said, [])

    @property
    def settings(self) -> Settings:
        """What the user chose."""
        return self._bench.desk.settings

    @property
    def source(self) -> Document:
        """The document whose history it is."""
        return self._work.document

    @property
    def map_id(self) -> str:
        """Which map is looked at."""
        return self.canvas.map_id

    # Comparing

    def _compare_row(self) -> None:
        """Compare the state that is seen with now."""
        model, row = self.pane.model, self._row
        number, version, document = model.number(row), model.version(row), self.source
        before: Side | None = None
        if number is not None and not self.is_now:
            before = sides.of_step(
                document, number, states.name(self.pane.model, row, self.language)
            )
        elif version is not None and not self.is_now:
            before = sides.of_version(document, version, self.language)
        self.show_comparison(before)

    def show_comparison(self, before: Side | None = None) -> None:
        """Compare a state with now; without one, what one most likely wants."""
        if self.compare.begin(before):
            self.bar.hide()
            self.compare.bar.show()
            self.lists.setCurrentWidget(self.compare.pane)
            self.compare.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_steps(self) -> None:
        """Compare no more, and show the steps again."""
        self.compare.end()
        self.compare.bar.hide()
        self.bar.show()
        self.lists.setCurrentWidget(self.pane)
        self.show_row(self.pane.model.now)
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    def _restore(self) -> None:
        row = self._row
        when = states.short(self.pane.model, row, self.language)
        try:
            self._work.document.restore(self._state(row), when)
        except Problem as problem:
            self.refuse(problem)
            return
        self.left.emit()
        self.offer(self.tr("The map is as it was: {when}. Undo takes that back.").format(when=when))

    def _copy(self) -> None:
        """Copy what is selected, to paste it into the map."""
        from cjm_desktop.ui.clipboard.pasting import Clipboard

        known = self.canvas.findChild(Clipboard)
        (known or Clipboard(self.canvas, self.editing, set())).copy()

    def _forgotten(self) -> None:
        """Old steps are gone: stand in the row that is the first one now, and save."""
        self._work.saving.touched()
        self.show_row(min(self._row, self.pane.model.rowCount() - 1))

    def _name(self, said: str) -> None:
        """Give this state a name, or another one."""
        row, versions = self._row, self._work.document.versions
        known = self.pane.model.version(row)
        number = self.pane.model.number(row)
        try:
            if known is not None:
                versions.rename(known, said)
            else:
                versions.keep(said, number)
        except Problem as problem:
            self.refuse(problem)
            return
        self._work.saving.touched()
        self.pane.follow()
        self.show_row(self.pane.model.now if self.is_now else row)

    def begin(self) -> None:
        """Take the keyboard, and show the part of the map that was seen."""
        state = self._work.canvas.view_state
        self.canvas.restore_view_state({**state, "selection": []})
        self.pane.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_page(self) -> None:
        """Let go of everything; the page goes away."""
        self.compare.stop()
        self.canvas.close_map()
        self.inspector.show_document(None)
