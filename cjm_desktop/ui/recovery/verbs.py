"""The ways to what can be had back: the recovery page, and what a damaged file still has."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjm_desktop.journey import words
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.recovery.survivors import bring_back
from cjm_desktop.ui.spoken import when
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.document import Copy, Document
    from cjm_desktop.ui.banner import Answer
    from cjm_desktop.ui.window import Window


class RecoveryVerbs(Verbs):
    """Opens what can be had back.

    Args:
        window: it or a new one shows it.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        window.commands.on("file.recovery", self.show)

    def show(self) -> None:
        """Show the recovery page."""
        self.show_at("")

    def show_at(self, name: str) -> None:
        """Show the recovery page, standing on what lies in the place of that name."""
        from cjm_desktop.ui.recovery.dialog import RecoveryDialog

        dialog = RecoveryDialog(self._window, name)
        dialog.exec()
        dialog.deleteLater()

    def have_back(self, copy: Copy) -> None:
        """Open what was left over by a program that ended, with its undo."""
        from cjm_desktop.document import Document

        home = self._desk.home
        try:
            document = bring_back(self._window, home.pace, partial(Document.recover, copy, home))
        except Problem as problem:
            answer = self.tr("Recovery…"), self.show
            self._window.offer("problem", problem.sentence(self._desk.language), [answer])
            return
        self.show_back(document, copy.path)

    def show_back(self, document: Document, path: Path | None) -> None:
        """Show a document that was brought back.

        Args:
            path: the file it had.
        """
        if path is None or document.path is not None:
            self._desk.take(document, self._window)
            return
        said = self.tr(
            "This is work on “{file}”, which is open in another window, so it is in no file here."
        )
        self.show_recovered(document, said, path)

    def tell_of_survivors(self) -> None:
        """Say once, to who began with a file, that there is unsaved work on another map."""
        survivors = self._desk.survivors
        if survivors.told:
            return
        if not survivors.known:
            self._desk.recents_changed.connect(
                self.tell_of_survivors, Qt.ConnectionType.SingleShotConnection
            )
            return
        if not (survivors.copies or survivors.failed):
            return
        survivors.told = True
        said = self.tr("There is unsaved work on another map.")
        self._window.offer("survivors", said, [(self.tr("Recovery…"), self.show)], "news")

    def tell_refused(self, path: Path, problem: Problem) -> None:
        """Say why a file was not opened; of one that is damaged or gone offer what is left."""
        from cjm_desktop.storage.problems import Damaged, Missing

        answers = self._backup(path) if isinstance(problem, Damaged | Missing) else []
        if isinstance(problem, Damaged):
            answers.append((self.tr("Recover what can be read…"), partial(self.salvage, path)))
        self._window.offer("problem", problem.sentence(self._desk.language), answers)

    def _backup(self, path: Path) -> list[Answer]:
        """The way to the newest backup of a file, if there is one."""
        from cjm_desktop.document.backups import stamp

        try:
            backups = list(self._desk.home.backups_of(path))
        except Problem:
            backups = []
        if not backups:
            return []
        time = when(stamp(backups[-1]), self._desk.language)
        said = self.tr("Open the backup of {time}").format(time=time)
        return [(said, partial(self._open_backup, path, backups))]

    def _open_backup(self, path: Path, backups: list[Path]) -> None:
        """Open the newest backup that is whole."""
        from cjm_desktop.document import Document

        refused: Problem | None = None
        while backups:
            try:
                home = self._desk.home
                opens = partial(Document.open_aside, backups.pop(), home)
                document = bring_back(self._window, home.pace, opens)
            except Problem as problem:
                refused = refused or problem
                continue
            said = (
                self.tr("This is a backup of “{file}”, and in no file yet. The damaged file stays.")
                if path.exists()
                else self.tr("This is a backup of “{file}”, and in no file yet.")
            )
            self.show_recovered(document, said, path)
            return
        if path.exists():
            self.salvage(path)
        elif refused is not None:
            answer = self.tr("Recovery…"), self.show
            self._window.offer("problem", refused.sentence(self._desk.language), [answer])

    def salvage(self, path: Path) -> None:
        """Read what can be read of a damaged file, and open it as a new map."""
        from cjm_desktop.document import Document
        from cjm_desktop.ui.recovery.salvaged import SalvageDialog

        dialog = SalvageDialog(path, path.name, self._desk.language, self._window)
        if dialog.exec() and dialog.salvaged is not None:
            journey = dialog.salvaged.journey
            document = Document.create(journey, self._desk.home, edited=True)
            said = self.tr("This is what could be read of “{file}”, and in no file yet.")
            self.show_recovered(document, said, path)
        dialog.deleteLater()

    def show_recovered(self, document: Document, said: str, path: Path) -> None:
        """Show a document that is in no file, and say so: it looks like any other."""
        shown = self._desk.take(document, self._window)
        sentence = words.filled(said, file=plain.clean(path.name))
        shown.offer("recovered", sentence, [(self.tr("Save as…"), shown.files.save_as)])
