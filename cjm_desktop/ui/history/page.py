"""The page of the history: a state of the map at the left, its steps and versions at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.document import Document
from cjm_desktop.document.versions_shown import ShownDocument
from cjm_desktop.journey import basis, clipping
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui.controls import line
from cjm_desktop.ui.editing import Editing
from cjm_desktop.ui.history import deeds
from cjm_desktop.ui.history.bar import StateBar
from cjm_desktop.ui.history.looking import Looking
from cjm_desktop.ui.history.lookout import Lookout
from cjm_desktop.ui.history.pane import StepPane
from cjm_desktop.ui.history.panes import Panes
from cjm_desktop.ui.history.scenes import Scene
from cjm_desktop.ui.inspector.dock import Inspector
from cjm_desktop.ui.settings import Settings
from cjm_desktop.ui.stylesheet import scaled
from cjm_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from cjm_desktop.journey.comparing import Comparison, Sort
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.history.comparison import Compare
    from cjm_desktop.ui.history.sides import Side
    from cjm_desktop.ui.work import Work

WIDTH = 360
"""Of the column at the right at the usual size of text, px."""
THIN = 4
"""Height of the bar that tells how far something has come, px."""


class HistoryPage(QWidget):
    """What the map was, and what became of it. Nothing on it changes the map but Restore.

    Args:
        bench: of one window.
        work: the document on it.
        worker: makes states ready; it outlives the page.
    """

    left = Signal()
    """The user goes back to the map as it is."""
    reported = Signal(object, tuple, object)
    """A report is wanted: of what differs, what the states are called, and where."""

    def __init__(self, bench: Bench, work: Work, worker: Worker) -> None:
        super().__init__()
        self.bench, self.work = bench, work
        self.language = bench.desk.language
        self.document = ShownDocument(work.document)
        look = replace(work.look, prompts=False)
        self.canvas = Lookout(self.document, work.map_id, look, work.canvas.sheet.settled)
        self.canvas.wheel_zooms = bench.desk.settings.wheel_zooms
        self.panes = Panes(self.canvas)
        self.bar = StateBar()
        self.pane = StepPane(work.document)
        self._compare: Compare | None = None
        self._inspector: Inspector | None = None
        self.editing = Editing(self.document, self.language)
        self._build()
        self.looking = Looking(self, worker)
        self.scenes = self.looking.scenes
        self._connect()
        self.retranslate()
        self.looking.stand(self.pane.model.now)
        self.bar.show_maps(self.document.journey, self.map_id)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bars = QVBoxLayout()
        self._bars.setContentsMargins(8, 8, 8, 8)
        self._bars.addWidget(self.bar)
        column.addLayout(self._bars)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(THIN)
        self.progress.hide()
        self.edge = line()
        column.addWidget(self.progress)
        column.addWidget(self.edge)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panes, 1)
        row.addWidget(line("post"))
        self.lists = QStackedWidget()
        self.lists.addWidget(self.pane)
        self._side = QSplitter(Qt.Orientation.Vertical)
        self._side.setChildrenCollapsible(False)
        self._side.addWidget(self.lists)
        self._side.setFixedWidth(scaled(WIDTH, self.fontInfo().pixelSize()))
        row.addWidget(self._side)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.bar.back.connect(self.left)
        self.bar.restore.connect(partial(deeds.restore, self))
        self.bar.named.connect(partial(deeds.name, self))
        self.bar.unnamed.connect(partial(deeds.unname, self))
        self.bar.copy.connect(partial(deeds.copy, self))
        self.bar.compare.connect(partial(deeds.compare_row, self))
        self.bar.map_chosen.connect(self.looking.turn_to)
        self.pane.chosen.connect(self.show_row)
        self.pane.left.connect(self.leave)
        self.pane.refused.connect(self.bench.window.tell)
        self.pane.forgotten.connect(self._forgotten)
        self._watch(self.canvas)
        self.canvas.zoom_changed.connect(self.bench.window.status.show_zoom)
        copying = QShortcut(QKeySequence("Ctrl+C"), self)
        copying.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copying.activated.connect(partial(deeds.copy, self))

    def _watch(self, canvas: Lookout) -> None:
        """Follow what is done on a canvas."""
        canvas.left.connect(self.leave)
        canvas.refused.connect(self.bench.window.tell)
        canvas.selection_changed.connect(partial(self._selected, canvas))
        canvas.status_changed.connect(self.bench.layouts.say)

    def second(self, scene: Scene) -> Lookout:
        """A second canvas beside that of the page, with the earlier state on it."""
        shown = ShownDocument(self.work.document, scene.state)
        drawing = scene.drawing
        made = Lookout(shown, drawing.map_id, self.canvas.look, None, drawing)
        made.wheel_zooms, made.words = self.canvas.wheel_zooms, self.canvas.words
        self._watch(made)
        return made

    # What is made when it is first wanted

    @property
    def compare(self) -> Compare:
        """Two states of the map, compared."""
        if self._compare is None:
            from cjm_desktop.ui.history.comparison import Compare

            self._compare = made = Compare(self)
            self._bars.addWidget(made.bar)
            made.bar.hide()
            made.bar.back.connect(self.left)
            made.pane.left.connect(self.leave)
            self.lists.addWidget(made.pane)
            made.say()
        return self._compare

    @property
    def comparing(self) -> bool:
        """Whether two states are compared."""
        return self._compare is not None and self._compare.on

    @property
    def inspector(self) -> Inspector:
        """What is known of the one thing that is chosen."""
        if self._inspector is None:
            self._inspector = Inspector(self.bench.commands)
            self._side.addWidget(self._inspector)
            self._side.setSizes([500, 360])
            self._inspector.show_document(self.editing)
        return self._inspector

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.language = self.editing.language = self.bench.desk.language
        self.bar.retranslate()
        self.pane.say(self.language)
        self.panes.say()
        self.progress.setAccessibleName(self.tr("Looking back"))
        if self._compare is not None:
            self._compare.say()
        self.looking.say()

    # What is seen

    def show_row(self, row: int) -> None:
        """Show the map as it was after the step in a row, or as the version in it."""
        self.looking.show_row(row)

    def show_scene(self, scene: Scene, signs: Mapping[str, Sort]) -> None:
        """Show a state that is ready, with signs on what differs."""
        self.canvas.show_scene(scene, signs)
        self.bar.show_maps(scene.state, self.map_id)
        self.show_basis()
        self._selected(self.canvas)

    def show_basis(self) -> None:
        """Say in the status bar how much of what is seen rests on evidence."""
        found = basis.of_map(self.document.journey, self.map_id)
        self.bench.window.status.show_basis(found)

    def _selected(self, canvas: Lookout) -> None:
        chosen = canvas.selection
        self.panes.choose(canvas)
        why = clipping.why_not(canvas.document.journey, chosen)
        self.bar.offer_copy(why.sentence(self.language) if why is not None else "")
        if len(chosen) == 1 and self._compare is not None:
            self._compare.selected(chosen[0])
        shown = len(chosen) == 1 and not self.comparing
        if shown:
            self.inspector.show_selection(canvas.map_id, chosen, anew=True)
            if self.inspector.page is not None:
                self.inspector.page.setEnabled(False)
        if self._inspector is not None and self.pane.hint.isHidden() != shown:
            self._inspector.setVisible(shown)
            # Two lists one above the other leave little room: the row one stands in stays in it.
            self.pane.hint.setHidden(shown)
            QTimer.singleShot(0, self.pane, self.pane.keep_in_sight)

    def leave(self) -> None:
        """Wait no more, where one is told to wait; else go back to the map as it is."""
        if not self.looking.give_up():
            self.left.emit()
        elif self.comparing:
            self.compare.go_back()

    def regions(self) -> list[QWidget]:
        """What can take the keyboard, in the order F6 walks."""
        shown = self.compare if self.comparing else self
        found: list[QWidget] = [shown.pane.list, shown.bar, *self.panes.shown]
        return found if self._inspector is None else [found[0], self._inspector, *found[1:]]

    # What is said

    def refuse(self, problem: Problem) -> None:
        """Say why something was not done."""
        self.bench.window.tell(problem.sentence(self.language))

    @property
    def settings(self) -> Settings:
        """What the user chose."""
        return self.bench.desk.settings

    @property
    def source(self) -> Document:
        """The document whose history it is."""
        return self.work.document

    @property
    def map_id(self) -> str:
        """Which map is looked at."""
        return self.canvas.map_id

    # Comparing

    def show_comparison(self, before: Side | None = None) -> None:
        """Compare a state with now; without one, what one most likely wants."""
        compare = self.compare
        self.bar.hide()
        compare.bar.show()
        self.lists.setCurrentWidget(compare.pane)
        compare.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)
        compare.begin(before)

    def show_steps(self) -> None:
        """Compare no more, and show the steps again."""
        self.compare.end()
        self.compare.bar.hide()
        self.bar.show()
        self.lists.setCurrentWidget(self.pane)
        self.show_row(self.pane.model.now)
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_report(self, found: Comparison, names: tuple[str, str], path: Path) -> None:
        """Have the report of a comparison written."""
        self.reported.emit(found, names, path)

    def print(self) -> None:
        """Print what is seen: the state of the map, or the report of what differs."""
        if self.comparing:
            self.compare.ask_where()
        else:
            deeds.print_state(self)

    # Coming and going

    def _forgotten(self) -> None:
        """Old steps are gone: stand in the row that is the first one now, and save."""
        self.work.saving.touched()
        self.looking.forget()

    def begin(self) -> None:
        """Take the keyboard, and show the part of the map that was seen."""
        state = self.work.canvas.view_state
        self.canvas.restore_view_state({**state, "selection": []})
        self.bench.window.status.show_zoom(self.canvas.zoom)
        self.pane.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_page(self) -> None:
        """Let go of everything; the page goes away, whatever is still under way."""
        self.scenes.cancel()
        self.panes.let_go()
        self.canvas.close_map()
        if self._inspector is not None:
            self._inspector.show_document(None)
