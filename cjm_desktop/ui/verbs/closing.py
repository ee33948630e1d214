"""Leaving a map: nothing that is in no file goes unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
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
        window.commands.on("file.close", self._close)
        window.commands.on("file.quit", self._quit)

    def may_close(self) -> bool:
        """Save or ask about what is in no file yet; False: the window stays open."""
        work = self._window.work
        if work is None:
            return True
        if work.saving.waiting:
            # It was asked before, and a slow disk is still at it.
            return False
        work.canvas.writing.commit()
        self._window.bench.sketch.settle()
        work.saving.wait()
        document = work.document
        if work.saving.by_itself and (document.unpublished or work.saving.owes_picture):
            work.saving.save()
        if document.unpublished:
            return self._ask_to_save(work)
        work.saving.stop()
        work.note_view()
        document.close()
        return True

    def _ask_to_save(self, work: Work) -> bool:
        title = plain.clean(work.journey.document.title)
        answer = plain.ask(
            self._window,
            self.tr("Save the map “{title}”?").format(title=title),
            self.tr("What you do not save can be had back for 30 days: menu File, Recovery."),
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
            if not kept:
                return False
            work.document.close()
            return True
        if answer == 1:
            work.saving.stop()
            return self._discard(work)
        return False

    def _discard(self, work: Work) -> bool:
        """Throw it away so that it can be had back; where no disk takes it, ask once more."""
        try:
            work.document.discard()
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
