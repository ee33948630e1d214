"""When a file refuses: one sentence that says why, and the ways out that make sense then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.banner import Answer
    from cjm_desktop.ui.window import Window
    from cjm_desktop.ui.work import Work


class TroubleVerbs(Verbs):
    """Tells what is the matter with the file of a document, and gets it out of there.

    Args:
        window: that shows the document.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._told_slow = False

    def watch(self, work: Work) -> None:
        """Hear of what becomes of the file of a document that is shown."""
        work.saving.failed.connect(self._save_failed)
        work.saving.saved.connect(self._saved)
        work.changed.connect(self.look)
        work.saving.state_changed.connect(self._look_at_disk)
        # It may happen without an edit too: within a save, or when a slow disk gives up.
        work.document.watch_keeping(self._keeping_changed)
        if work.document.at_risk is not None:
            self._tell_risk()
        if self._desk.homeless:
            why = self.tr("The program's own folder cannot be written.")
            said = self.tr("What you do may not outlive the program: save the map in a file.")
            answer = self.tr("Save as…"), self._window.files.save_as
            self._window.offer("homeless", f"{why} {said}", [answer], "alarm")

    # Saving to the user's file

    def _saved(self) -> None:
        self._window.banners.drop("saving")
        if self._work.document.at_risk is None:
            self._window.banners.drop("at risk")
        self._desk.remember(self._work.document)
        # It may be another file from now on.
        self._window.orders.neighbours.look()

    def _save_failed(self, problem: Problem) -> None:
        sentence = problem.sentence(self._desk.language)
        self._window.offer("saving", sentence, self._ways_out(problem))

    def look_at_file(self) -> None:
        """Hear early, when one comes back to the window, that the file is not what it was."""
        work = self._window.work
        if work is None or "saving" in self._window.banners.sentences():
            return
        try:
            work.document.check_file()
        except Problem as problem:
            self._save_failed(problem)

    def _ways_out(self, problem: Problem) -> list[Answer]:
        from cjm_desktop.storage.problems import ChangedElsewhere, Missing

        files, path = self._window.files, self._work.document.path
        if isinstance(problem, ChangedElsewhere):
            return [
                (self.tr("Merge…"), self._window.orders.merging.merge_own),
                (self.tr("Save a copy…"), files.save_as),
                (self.tr("Take theirs"), self.take_theirs),
                (self.tr("Replace theirs"), self.replace_theirs),
            ]
        answers: list[Answer] = [(self.tr("Save as…"), files.save_as)]
        if isinstance(problem, Missing) and path is not None and path.parent.is_dir():
            answers.append((self.tr("Put it back"), self._put_back))
        else:
            answers.append((self.tr("Try again"), files.save))
        return answers

    def _put_back(self) -> None:
        """Write the file anew where it was; one that is there again is looked at first."""
        path = self._work.document.path
        if path is None or path.exists():
            self._window.files.save()
        else:
            self._work.saving.save(path)

    def replace_theirs(self) -> None:
        """Put this map in the place of what somebody else saved, which goes to the backups."""
        path = self._work.document.path
        if path is not None and self._work.saving.save(path):
            said = self.tr(
                "“{file}” is this map now. What was in it is kept: menu File, Recovery, Backups."
            )
            self._window.say_done("shared", said.format(file=plain.clean(path.name)))

    def take_theirs(self) -> None:
        """Show what somebody else saved; this map goes to the recently discarded."""
        work, window = self._work, self._window
        path, edited = work.document.path, work.document.unpublished
        if path is None:
            return
        work.saving.settle()
        if not window.orders.closing.wait(work):
            return
        work.saving.stop()
        try:
            work.document.read_file()  # or one would be left with neither
            window.orders.closing.discard(work)
        except Problem as problem:
            window.tell(problem.sentence(self._desk.language))
            return
        window.leave_document()
        window.show_first_page()
        self._desk.open_files([path], window)
        if edited and window.work is not None:
            said = self.tr("Your own version is kept for 30 days: menu File, Recovery.")
            window.say_done("shared", said)

    # Our own copy of it

    def look(self) -> None:
        """Say after an edit what there is to say of how it is kept."""
        document, shown = self._work.document, self._window.banners.sentences()
        if document.asks_how_to_save and "how to save" not in shown:
            automatic = self._window.files.set_automatic
            self._window.offer(
                "how to save",
                self.tr("This file was made on another computer. Save it as you go?"),
                [
                    (self.tr("Save as I go"), partial(automatic, on=True)),
                    (self.tr("Only when I say"), partial(automatic, on=False)),
                ],
                "news",
            )
        if document.at_risk is None:
            self._window.banners.drop("at risk")
        elif "at risk" not in shown:
            self._tell_risk()

    def _keeping_changed(self) -> None:
        """The work went into memory, or is on the disk again: said once what is done is done."""
        work = self._work

        def tell() -> None:
            if self._window.work is work:
                self.look()
                self._window.bench.refresh()

        QTimer.singleShot(0, self, tell)

    def _look_at_disk(self) -> None:
        """Say that the disk with our own folder is slow, until it is not."""
        work = self._window.work
        slow = work is not None and work.document.home.pace.slow
        if slow == self._told_slow:
            return
        self._told_slow = slow
        if not slow:
            self._window.banners.drop("slow disk")
            return
        said = self.tr(
            "The disk with the program's own folder is slow. You need not wait for it: "
            "beside the title it says when the last changes are on the disk."
        )
        self._window.offer("slow disk", said, [])

    def _tell_risk(self) -> None:
        risk = self._work.document.at_risk
        if risk is None:
            return
        from cjm_desktop.storage.problems import FileFull

        why = (
            self.tr("The disk with the program's own folder is full.")
            if isinstance(risk, FileFull)
            else self.tr("The program's own folder cannot be written.")
        )
        said = self.tr("Your changes are only in memory: save the map elsewhere.")
        self._window.offer(
            "at risk",
            f"{why} {said}",
            [
                (self.tr("Save as…"), self._window.files.save_as),
                (self.tr("Try again"), self._return_to_disk),
            ],
            "alarm",
        )

    def _return_to_disk(self) -> None:
        """Keep the map on our own disk again, if there is room by now."""
        try:
            self._work.document.return_to_disk()
        except Problem:
            self._tell_risk()
            return
        self._window.bench.refresh()
        self._window.say_done("shared", self.tr("Your changes are on the disk again."))
