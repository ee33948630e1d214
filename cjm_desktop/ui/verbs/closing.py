"""Leaving a map: nothing that is in no file goes unasked."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import patience, plain
from cjm_desktop.ui.patience import Told, attend, until
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window
    from cjm_desktop.ui.work import Work


class CloseVerbs(Verbs):
    """Closes one window, or the program.

    Args:
        window: which.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._leaving = False
        window.commands.on("file.close", self._close)
        window.commands.on("file.quit", self._quit)

    def may_close(self) -> bool:
        """Save or ask about what is in no file yet; False: the window stays open."""
        work = self._window.work
        if work is None:
            return True
        if work.saving.waiting or self._leaving:
            # It was asked before, and a slow disk is still at it.
            return False
        self._leaving = True
        try:
            return self._leave(work)
        finally:
            self._leaving = False

    def _leave(self, work: Work) -> bool:
        work.canvas.writing.commit()
        self._window.bench.sketch.settle()
        self._window.bench.codes.keep()
        if not self._bring(work):
            return False
        if work.document.unpublished:
            return self._ask_to_save(work)
        return self._let_go(work)

    def _bring(self, work: Work) -> bool:
        """Let the file and the disk have the last edits; False: one went back to the map."""
        work.saving.bring()
        return self.wait(work)

    def wait(self, work: Work) -> bool:
        """Wait for the disks; False: one went back to the map."""
        told = Told(
            self.tr("Closing the map"),
            self.tr("Writing the last edits to the disk…"),
            self.tr("The disk is slow. The map closes as soon as all of it is there."),
            self.tr("Back to the map"),
        )
        saving, begun = work.saving, time.monotonic()
        if until(self._window, told, lambda: not saving.busy, saving.state_changed):
            return True
        if (time.monotonic() - begun) * 1000 >= patience.LONGEST:
            said = self.tr("The disk does not answer, so the map stays open. Nothing is lost yet.")
            self._window.offer("closing", said, [(self.tr("Save as…"), self._window.files.save_as)])
        return False

    def _let_go(self, work: Work) -> bool:
        if not self._bring(work):
            return False
        work.saving.stop()
        work.note_view()
        work.document.close()
        return True

    def _ask_to_save(self, work: Work) -> bool:
        title = plain.clean(work.journey.document.title)
        in_memory = work.document.at_risk is not None
        answer = plain.ask(
            self._window,
            self.tr("Save the map “{title}”?").format(title=title),
            self.tr("Your changes are only in memory: what you do not save may be lost.")
            if in_memory
            else self.tr("What you do not save can be had back for 30 days: menu File, Recovery."),
            [
                (self.tr("Save"), "accept"),
                (self.tr("Don't save"), "destroy"),
                (self.tr("Cancel"), "reject"),
            ],
        )
        if answer == 0:
            kept = (
                work.saving.save()
                if work.document.path is not None and not work.saving.held
                else self._window.files.save_as()
            )
            return kept and self._let_go(work)
        if answer == 1:
            work.saving.stop()
            return self._discard(work)
        return False

    def discard(self, work: Work) -> None:
        """Put a map among the recently discarded.

        Raises:
            Problem: no disk takes it; it is open as before.
        """
        document = work.document
        if not document.unpublished:
            document.close()
            return
        job = document.discard_job()
        told = Told(self.tr("Closing the map"), self.tr("Putting the map aside for 30 days…"))
        attend(self._window, told, self._desk.home.pace, job.run)
        job.finish()
        if job.unforeseen is not None:
            work.saving.report(job.unforeseen)

    def _discard(self, work: Work) -> bool:
        """Throw it away so that it can be had back; where no disk takes it, ask once more."""
        try:
            self.discard(work)
        except Problem as problem:
            answer = plain.ask(
                self._window,
                self.tr("This map cannot be kept for 30 days. Close it all the same?"),
                problem.sentence(self._desk.language),
                [(self.tr("Cancel"), "reject"), (self.tr("Close and lose it"), "destroy")],
            )
            if answer != 1:
                return False
            work.document.abandon()
        return True

    def _close(self) -> None:
        if self._window.work is not None and len(self._desk.windows) == 1:
            # The last window goes back to the first page instead of ending the program.
            if self.may_close():
                self._window.leave_document()
                self._window.show_first_page()
            return
        self._window.close()

    def _quit(self) -> None:
        for window in tuple(self._desk.windows):
            if not window.close():
                return
        QApplication.quit()
