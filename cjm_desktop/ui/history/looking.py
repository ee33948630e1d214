"""Which state of the past is seen, and the way to another one: made ready in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cjm_desktop.document.versions import State
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.history import states
from cjm_desktop.ui.history.scenes import Scene, Scenes, Tell
from cjm_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from cjm_desktop.ui.history.page import HistoryPage


class Looking(QObject):
    """Shows the states of a document on the page of its history.

    Args:
        page: of the history.
        worker: makes states ready; it outlives the page.
    """

    def __init__(self, page: HistoryPage, worker: Worker) -> None:
        super().__init__(page)
        self._page = page
        self.scenes = Scenes(worker, self)
        self.row = self.shown_row = -1
        """The row one stands in, and the one whose state is seen."""
        self.scenes.waited.connect(self._waited)
        self.scenes.told.connect(self._told)

    def show_row(self, row: int) -> None:
        """Show the map as it was after the step in a row, or as the version in it."""
        try:
            way = self._way(row)
        except Problem as problem:
            self._page.refuse(problem)
            self.stand(self.shown_row)
            return
        self.stand(row)
        self._show(way, self._page.map_id)

    def turn_to(self, map_id: str) -> None:
        """Show another map of the state that is seen."""
        state = self._page.document.journey.fork()
        self._show(lambda: state, map_id)

    def _way(self, row: int) -> State:
        """What makes the map of a row."""
        model, versions = self._page.pane.model, self._page.source.versions
        version, number = model.version(row), model.number(row)
        if number is None and version is not None:
            return versions.way_of(version)
        return versions.way_to(number if number is not None else model.number(model.now) or 0)

    def _show(self, way: State, wanted: str) -> None:
        page, row = self._page, self.row
        laid = page.canvas.sheet.laid

        def make(tell: Tell) -> Scene:
            tell(0, 2)
            state = way()
            tell(1, 2)
            return Scene(state, laid(state, wanted if wanted in state else state.maps()[0].id))

        def then(scene: Scene | Problem) -> None:
            if isinstance(scene, Problem):
                page.refuse(scene)
                self.stand(self.shown_row)
                return
            self.shown_row = row
            page.show_scene(scene, {})
            self._offer()

        self.scenes.ask(make, then)

    # Where one stands

    def stand(self, row: int) -> None:
        """Stand in a row, whose state is seen or will be."""
        if self.shown_row < 0:
            self.shown_row = row
        self.row = row
        self._page.pane.stand(row)
        self.say()
        self._offer()

    def say(self) -> None:
        """Say which state is seen, or will be."""
        if self.row >= 0:
            page = self._page
            page.bar.show_state(states.said(page.pane.model, self.row, page.language))

    @property
    def is_now(self) -> bool:
        """Whether one stands in the map as it is."""
        return bool(self._page.pane.model.line(self.row).now)

    def forget(self) -> None:
        """Old steps are gone: stand in a row that still is there."""
        last = self._page.pane.model.rowCount() - 1
        self.shown_row = min(self.shown_row, last)
        self.show_row(min(self.row, last))

    def _offer(self) -> None:
        """Switch off what makes no sense of this state, or not yet."""
        bar, known = self._page.bar, self._page.pane.model.version(self.row)
        bar.restore_button.setEnabled(not self.is_now and self.row == self.shown_row)
        bar.know_name(known.name if known is not None else "")
        plain.set_property(bar, "look", "quiet" if self.is_now else "warn")

    # Waiting

    def _waited(self, waits: bool) -> None:
        self._page.progress.setVisible(waits)
        self._page.edge.setVisible(not waits)
        if waits:
            self._page.bar.show_state(self.tr("Looking back… Esc cancels"))
        else:
            self.say()

    def _told(self, done: int, whole: int) -> None:
        self._page.progress.setRange(0, whole)
        self._page.progress.setValue(done)

    def give_up(self) -> bool:
        """Wait no more; False: one was not told to wait."""
        if self._page.progress.isHidden():
            return False
        self.scenes.cancel()
        if not self._page.comparing:
            self.stand(self.shown_row)
        return True
