"""The File menu: opening, saving, sharing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cjm_desktop.journey import offers
from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import plain
from cjm_desktop.ui.settings import OWN
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.journey.journey import Journey
    from cjm_desktop.ui.window import Window

SUFFIX = ".cjm"
FOREIGN = (".mmd", ".mermaid", ".md", ".markdown", ".json")


class FileVerbs(Verbs):
    """Opens and saves what one window shows.

    Args:
        window: whose.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        on = window.commands.on
        on("file.new", self._new)
        on("file.open", self._open)
        on("file.start", self._start)
        on("file.import", self._import)
        on("file.save", self.save)
        on("file.save_as", self.save_as)
        window.commands.on_switch("file.automatic", lambda on: self.set_automatic(on=on))
        on("file.revert", self._revert)
        on("file.share", self._share)
        on("file.template", self._keep_template)
        on("file.print", lambda: self._export("wall"))
        on("file.picture", lambda: self._export("picture"))
        on("file.cards", lambda: self._export("cards"))
        on("help.sample", lambda: self.new("sample-b2b"))

    def refresh(self) -> None:
        """Show which switches are on."""
        work, commands = self._window.work, self._window.commands
        if work is None:
            return
        commands["file.automatic"].setChecked(work.document.automatic)
        commands["file.revert"].setEnabled(work.document.undo_step is not None)

    # Opening

    def _new(self) -> None:
        """Begin a map as the settings say."""
        wanted = self._desk.settings.template
        self.new(wanted if wanted in offers.TEMPLATES or wanted.startswith(OWN) else "blank")

    def new(self, template: str) -> None:
        """Begin a map from a template or from one of the user's own."""
        from cjm_desktop.journey import templates

        language = self._desk.map_language
        if not template.startswith(OWN):
            self._take(templates.make(template, language), edited=False)
            return
        name = template.removeprefix(OWN)
        self._try(lambda: self._take(self._desk.shelf.make(name, language), edited=False))

    def new_own(self, name: str) -> None:
        """Begin a map from one of the user's own templates."""
        self.new(f"{OWN}{name}")

    def sketch(self, text: str) -> None:
        """Begin a map from stages or a whole outline that someone typed or pasted."""
        from cjm_desktop.exchange import outline

        self._take(outline.begun(text, self._desk.map_language), edited=True)
        if self._window.work is not None:
            self._window.bench.sketch.open(at_end=True)

    def _take(self, journey: Journey, *, edited: bool) -> None:
        from cjm_desktop.document import Document

        document = Document.create(journey, self._desk.home, edited=edited)
        document.automatic = self._desk.settings.automatic
        self._desk.take(document, self._window)

    def _open(self) -> None:
        from cjm_desktop.ui import choosing

        kinds = self.tr("Journey maps (*.cjm);;All files (*)")
        self.open_paths(
            choosing.to_read(self._window, self.tr("Open"), self._folder(), kinds, several=True)
        )

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open files: maps as they are, others through an import."""
        for path in paths:
            self._desk.settings.folder = str(path.parent)
            if path.suffix.lower() in FOREIGN:
                self.import_file(path)
            else:
                self._desk.open_files([path], self._window)

    def drop(self, names: list[str]) -> None:
        """Open what was dropped on the window."""
        self.open_paths(Path(name) for name in names if name)

    def _folder(self) -> str:
        return str(self._desk.settings.maps_place())

    def _start(self) -> None:
        if self._window.work is not None:
            self._desk.new_window()

    def _import(self) -> None:
        from cjm_desktop.ui import choosing

        kinds = self.tr("Mermaid journeys (*.mmd *.mermaid *.md *.markdown);;All files (*)")
        self.open_paths(choosing.to_read(self._window, self.tr("Import"), self._folder(), kinds))

    def import_file(self, path: Path) -> None:
        """Read a foreign file, show what came of it, and open the map it became."""
        from cjm_desktop.ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(path, self._desk.language, self._window)
        if dialog.exec() and dialog.journey is not None:
            self._take(dialog.journey, edited=True)

    # Saving

    def save(self) -> None:
        """Write the map's file, or choose one first."""
        if self._work.document.path is None:
            self.save_as()
        elif self._work.saving.held:
            self._window.orders.neighbours.tell_again()
        else:
            self._work.saving.save_in_background()

    def save_as(self) -> bool:
        """Choose a file and write the map into it; False: it was not."""
        path = self._choose_file(self.tr("Save as"))
        if path is None or not self._work.saving.save(path):
            return False
        self._desk.settings.folder = str(path.parent)
        self._desk.remember(self._work.document)
        return True

    def _choose_file(self, said: str) -> Path | None:
        from cjm_desktop.ui import choosing
        from cjm_desktop.ui.dialogs import names

        document = self._work.document
        name = names.file_name(document.journey.document.title, SUFFIX)
        suggested = document.path or Path(self._folder()) / name
        return choosing.to_write(
            self._window, said, suggested, SUFFIX, self.tr("Journey maps (*.cjm)")
        )

    def set_automatic(self, *, on: bool) -> None:
        """Save as one goes, or only when one says so."""
        self._work.document.automatic = on
        self._window.banners.drop("how to save")
        self._work.saving.settle()
        self._work.saving.flush()
        self._window.bench.refresh()

    def _revert(self) -> None:
        answer = plain.ask(
            self._window,
            self.tr("Put the map back to how it was when you opened it?"),
            self.tr("This is one step: Undo brings everything back."),
            [
                (self.tr("Revert"), "accept"),
                (self.tr("Cancel"), "reject"),
            ],
        )
        if answer == 0:
            self._try(self._work.document.revert)

    def back_to_file(self) -> None:
        """Put the map back to what its file holds, as one step that can be taken back."""
        self._try(self._work.document.back_to_file)

    def _share(self) -> None:
        path = self._choose_file(self.tr("Share a copy"))
        if path is None:
            return
        if self._work.document.is_at(path):
            self._window.tell(self.tr("A copy needs another name than the map itself."))
            return
        if self._try(lambda: self._work.document.share_copy(path)):
            said = self.tr("A copy without history is in “{file}”.")
            self._window.say_done("shared", said.format(file=plain.clean(path.name)))

    def _keep_template(self) -> None:
        """Keep the shown map as a template of the user's own."""
        from cjm_desktop.ui.dialogs.template import TemplateDialog

        work = self._work
        work.canvas.writing.commit()
        asked = TemplateDialog(self._window, plain.clean(work.map.title))
        if not asked.exec():
            return
        title, contents = asked.title, asked.contents
        asked.deleteLater()
        shelf, map_id = self._desk.shelf, work.map_id
        if self._try(lambda: shelf.keep(work.journey, map_id, title, contents=contents)):
            said = self.tr("The template “{name}” is on the first page now.")
            self._window.say_done("template", said.format(name=title))

    def _try(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except Problem as problem:
            self._window.tell(problem.sentence(self._desk.language))
            return False
        return True

    # Dialogs

    def _export(self, purpose: str) -> None:
        from cjm_desktop.ui.export.dialog import ExportDialog

        past = self._window.bench.history.page
        if past is not None:
            past.print()
            return
        self._work.canvas.writing.commit()
        self._work.saving.flush()
        ExportDialog(self._work, self._desk, purpose, self._window).exec()
