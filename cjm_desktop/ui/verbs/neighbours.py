"""The same file on another computer: one is told, and it is not saved into before one says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from cjm_desktop.ui import plain
from cjm_desktop.ui.spoken import when
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.document.presence import Claim, Presence
    from cjm_desktop.ui.window import Window

BEAT = 5 * 60 * 1000
"""Milliseconds between two signs of life; a folder that is synchronised carries each of them."""
SILENT = timedelta(minutes=20)
"""After which it is said that there was none."""


class NeighbourVerbs(Verbs):
    """Notes beside the file of a document that it is open here, and looks who else has it.

    Args:
        window: that shows the document.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._claim: Claim | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Say that the file is open here, or hear that it is open elsewhere."""
        work = self._window.work
        if work is None or work.document.path is None:
            return
        path, home_id = work.document.path, work.document.home.id
        if self._claim is None or self._claim.path != path:
            from cjm_desktop.document.presence import Claim

            self.leave()
            self._claim = Claim(path, home_id or "")
            self._timer.start()
        found = self._claim.take()
        if found is not None:
            work.saving.held = True
            if "neighbour" not in self._window.banners.sentences():
                self._tell(found)
        elif work.saving.held:
            self._go_on()

    def leave(self) -> None:
        """The file is not open here any more."""
        self._timer.stop()
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def tell_again(self) -> None:
        """Say why a save was refused."""
        self._window.banners.drop("neighbour")
        self.look()

    def _tell(self, found: Presence) -> None:
        language, path = self._window.desk.language, self._work.document.path
        name = plain.clean(path.name) if path is not None else ""
        if found.user and found.host and found.since is not None:
            said = self.tr("“{file}” is open on another computer: {user}, {host}, {time}.").format(
                file=name,
                user=plain.clean(found.user),
                host=plain.clean(found.host),
                time=when(found.since, language),
            )
        else:
            said = self.tr("“{file}” is open on another computer.").format(file=name)
        if found.seen is not None and datetime.now(UTC) - found.seen > SILENT:
            silent = self.tr("Last sign of life: {time}.")
            said = f"{said} {silent.format(time=when(found.seen, language))}"
        stays = self.tr("What you do stays on this computer until you choose.")
        self._window.offer(
            "neighbour",
            f"{said} {stays}",
            [
                (self.tr("Save a copy…"), self._window.files.save_as),
                (self.tr("Save here all the same"), self._insist),
            ],
        )
        self._window.bench.refresh()

    def _insist(self) -> None:
        if self._claim is not None:
            self._claim.insist()
        self._go_on()

    def _go_on(self) -> None:
        """Save as one goes again."""
        self._window.banners.drop("neighbour")
        self._work.saving.held = False
        self._work.saving.flush()
        self._window.bench.refresh()
