"""File, Merge a copy; and the same where the map's own file was changed elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cjm_desktop.journey import words
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.journey.draft import Draft
    from cjm_desktop.ui.merging.dialog import MergeDialog
    from cjm_desktop.ui.window import Window


class MergeVerbs(Verbs):
    """Brings copies back into the map that a window shows.

    Args:
        window: which.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        window.commands.on("file.merge", self._choose)

    def _choose(self) -> None:
        from cjm_desktop.ui import choosing

        kinds = self.tr("Journey maps (*.cjm);;All files (*)")
        folder = str(self._desk.settings.maps_place())
        for path in choosing.to_read(self._window, self.tr("Merge a copy"), folder, kinds):
            self.merge(path)

    def merge(self, path: Path) -> None:
        """Show what a copy would bring, and bring it if that is wanted."""
        dialog = self._asked(path)
        self._take(dialog)
        dialog.deleteLater()

    def _asked(self, path: Path) -> MergeDialog:
        """The dialog of a merge, after it was answered."""
        from cjm_desktop.ui.merging.dialog import MergeDialog

        work = self._work
        work.canvas.writing.commit()
        self._window.bench.sketch.settle()

        def foresee(draft: Draft) -> None:
            for canvas in work.canvases:
                canvas.sheet.foresee(draft)

        language = self._desk.language
        dialog = MergeDialog(work.document, path, language, self._window, foresee)
        dialog.exec()
        return dialog

    def _take(self, dialog: MergeDialog) -> None:
        work, reunion, outcome = self._work, dialog.preview.reunion, dialog.outcome
        copy, change = dialog.preview.copy, None
        if copy is None:
            return
        try:
            if dialog.adopts:
                self._adopt(dialog)
            elif reunion is not None and outcome is not None:
                for canvas in work.canvases:
                    canvas.take_turns()
                change = reunion.bring(work.document, outcome)
            else:
                return
        except Problem as problem:
            self._window.tell(problem.sentence(self._desk.language))
            return
        name = plain.clean(copy.path.name)
        if change is None and not dialog.adopts:
            said = self.tr("The map stays as it is: nothing of “{file}” was taken.")
            self._window.tell(words.filled(said, file=name), "merged", "news")
            return
        said = self.tr("What was in “{file}” is in this map now.")
        undo = self.tr("Undo"), self._window.commands["edit.undo"]
        self._window.say_done("merged", words.filled(said, file=name), [undo])

    def _adopt(self, dialog: MergeDialog) -> None:
        """Let the maps of a file that is no copy stand beside one's own."""
        from cjm_desktop.journey.merging.adopting import adopt_maps

        copy = dialog.preview.copy
        if copy is None:
            return
        with self._work.document.edit("step.adopt_maps", file=copy.name) as draft:
            found = adopt_maps(draft, copy.past.journey)
        self._work.turn_to(found[0])

    # Where the map's own file was changed elsewhere

    def merge_own(self) -> None:
        """Bring what is in the file now into the map; then the map may take its place."""
        document = self._work.document
        if document.path is None:
            return
        dialog = self._asked(document.path)
        self._take(dialog)
        copy, reunion = dialog.preview.copy, dialog.preview.reunion
        merged = reunion is not None and (dialog.outcome is not None or not dialog.rows.lines)
        dialog.deleteLater()
        if copy is None or not (merged or dialog.adopts):
            return
        try:
            document.expect(copy.known)
        except Problem as problem:
            self._window.tell(problem.sentence(self._desk.language))
            return
        self._work.saving.save_in_background()
