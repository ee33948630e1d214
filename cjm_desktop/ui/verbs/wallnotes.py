"""Short codes: showing them, going to one, and the pane where notes from the wall are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui.verbs.leftpanes import PaneVerbs

if TYPE_CHECKING:
    from cjm_desktop.document import Document
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.wallnotes.pane import WallNotes  # noqa: F401 - as a text: loaded when opened

WIDE = 380
"""Of the pane at first, px."""
PAUSE = 1000
"""Milliseconds without a key before the lines are kept beside the map."""


class CodeVerbs(PaneVerbs["WallNotes"]):
    """What can be done with the codes of a bench's map.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, "view.wall_notes")
        self._document: Document | None = None
        """Whose lines these are; None: they have not been asked for."""
        self._text = self._kept = ""
        """The lines as they are, and as they are kept beside the map."""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._keep)
        self._turned_on = False
        """Codes are shown only as long as the pane is open."""
        commands = bench.commands
        commands.on("edit.goto", self._go_to)
        commands.on_switch("view.codes", lambda on: self._work.set_look(codes=on))

    def _go_to(self) -> None:
        from cjm_desktop.ui.wallnotes.going import GoTo

        self._work.canvas.writing.commit()
        dialog = GoTo(self._bench, self._work)
        dialog.exec()
        dialog.deleteLater()

    def open(self) -> None:
        """Open the pane, with codes on the cards."""
        from cjm_desktop.ui.wallnotes.pane import WallNotes

        bench, work = self._bench, self._work
        bench.commands["view.wall_notes"].setChecked(True)
        if self.pane is None:
            work.canvas.writing.commit()
            self._turned_on = not work.look.codes
            work.set_look(codes=True)
            bench.views.refresh()
            if self._document is None:
                self._document = work.document
                self._text = self._kept = work.document.wall_notes
            pane = WallNotes(work, bench.desk.language, self._text)
            self._put(pane, WIDE)
            pane.field.left.connect(self._to_map)
            pane.field.textChanged.connect(self._typed)
        else:
            pane = self.pane
        pane.field.setFocus()

    def close(self) -> None:
        """Close the pane; what was typed is there again when it opens."""
        self._shut()
        work = self._bench.work
        if work is not None:
            if self._turned_on:
                work.set_look(codes=False)
                self._bench.views.refresh()
            self._bench.layouts.front.setFocus()

    def _shut(self) -> None:
        pane = self._take()
        if pane is not None:
            self._text = pane.let_go()
            self._keep()

    def _typed(self) -> None:
        if self.pane is not None:
            self._text = self.pane.field.toPlainText()
            self._late.start(PAUSE)

    def _keep(self) -> None:
        """Keep the lines beside the map, or say why that cannot be."""
        self._late.stop()
        if self._document is None or self._text == self._kept:
            return
        try:
            self._document.wall_notes = self._text
        except Problem as problem:
            self._bench.window.tell(problem.sentence(self._bench.desk.language), "wall notes")
        else:
            self._kept = self._text
            work = self._bench.work
            if work is not None:
                work.saving.settle()

    def keep(self) -> None:
        """Keep now what was typed last: the document is about to be closed."""
        if self.pane is not None:
            self._text = self.pane.field.toPlainText()
        self._keep()

    def leave_document(self) -> None:
        """Let go of the document, which may be closed by now; the lines are kept beside it."""
        self._shut()
        self._keep()
        self._document = None
