"""The recovery page: everything that can be had back, in one list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QListView, QPushButton

from cjm_desktop.document import Document
from cjm_desktop.document.leftovers import Leftover, delete, leftovers, save_copy
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage.pace import Pace
from cjm_desktop.storage.problems import Damaged, NotAMap
from cjm_desktop.ui import choosing, plain
from cjm_desktop.ui.dialogs import names
from cjm_desktop.ui.dialogs.frame import Frame
from cjm_desktop.ui.patience import Told, attend
from cjm_desktop.ui.recovery.rows import LeftoverDelegate, LeftoverRows
from cjm_desktop.ui.recovery.salvaged import SalvageDialog
from cjm_desktop.ui.recovery.survivors import bring_back
from cjm_desktop.ui.spoken import when

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window

SUFFIX = ".cjm"


class RecoveryDialog(Frame):
    """What can be had back, and what to do with it.

    Args:
        window: it belongs to; it or a new one shows what is opened.
        name: of the place of what to stand on; empty: on the first one.
    """

    def __init__(self, window: Window, name: str = "") -> None:
        super().__init__(window, QCoreApplication.translate("RecoveryDialog", "Recovery"))
        self._window, self._desk = window, window.desk
        self._failed: set[str] = set()
        """Names of what did not open just now."""
        said = self.tr(
            "Everything you do is kept on this computer. What is in no file, or was in one "
            "earlier, can be had back here."
        )
        self.inside.addWidget(plain.label(said, "secondary", wrap=True))
        self.rows = LeftoverRows(self._desk.language, self)
        self.list = QListView()
        self.list.setProperty("look", "rows")
        self.list.setAccessibleName(self.heading.text())
        self.list.setModel(self.rows)
        self.list.setItemDelegate(LeftoverDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.inside.addWidget(self.list, 1)
        self.empty = plain.label(self._nothing(), wrap=True)
        self.inside.addWidget(self.empty)
        self.told = plain.label(role="alarm", wrap=True)
        self.told.setVisible(False)
        self.inside.addWidget(self.told)
        self._buttons()
        self._show(name=name)
        # No more room than it takes to say that there is nothing.
        self.resize(760, min(640, window.height() - 80) if self.rows.lines else 0)

    def _nothing(self) -> str:
        """What is said where the list would be."""
        return "\n".join((
            self.tr("There is nothing to recover: all your work is where it belongs."),
            "",
            self.tr("Here you would find:"),
            "–  " + self.tr("edits that were in no file when the program or the computer failed;"),
            "–  " + self.tr("maps you closed with “Don't save”, for 30 days;"),
            "–  " + self.tr("the last ten saved states of each map you opened lately."),
        ))  # fmt: skip

    def _buttons(self) -> None:
        self.delete = self.add_button(self.tr("Delete for good…"))
        self.delete.clicked.connect(self._delete)
        self.save = self.add_button(self.tr("Save a copy…"))
        self.save.clicked.connect(self._save)
        self.mend = self.add_button(self.tr("Recover what can be read…"))
        self.mend.clicked.connect(self._mend)
        self.close_button = self.add_button(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self.open_button = self.add_button(self.tr("Open"), main=True)
        self.open_button.clicked.connect(self._open)
        for one in self.findChildren(QPushButton):
            # Enter belongs to the list.
            one.setAutoDefault(False)

    # What is shown

    def _show(self, *, row: int = 0, name: str = "") -> None:
        """List what there is now.

        Args:
            row: to stand on, or on the next one that is no heading.
            name: of the place of what to stand on instead, if it is there.
        """
        try:
            found = self._found()
        except Problem as problem:
            found = ()
            self._tell(problem.sentence(self._desk.language))
        self.rows.show_leftovers(found)
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        stands = [(at, one.found) for at, one in enumerate(self.rows.lines) if one.found]
        named = [at for at, one in stands if one.place.name == name]
        after = [at for at, _ in stands if at >= row]
        best = [*named, *after, *(at for at, _ in stands[-1:])]
        self.list.setCurrentIndex(self.rows.index(best[0]) if best else QModelIndex())
        self._chosen()
        (self.list if best else self.close_button).setFocus()

    def _found(self) -> tuple[Leftover, ...]:
        # Who looks already has them open.
        self._desk.survivors.copies  # noqa: B018 - waited for by asking
        home, told = self._desk.home, Told(self.windowTitle(), self.tr("Looking what there is…"))
        do = partial(leftovers, home, self._files())
        return attend(self._window, told, home.pace, do)

    def _files(self) -> list[Path]:
        """The user's files: those that are open, and those that were lately."""
        shown = [one.work.document.path for one in self._desk.windows if one.work is not None]
        recent = [Path(one.path) for one in self._desk.settings.recents]
        return [one for one in (*shown, *recent) if one is not None]

    @property
    def chosen(self) -> Leftover | None:
        """What is selected."""
        return self.rows.leftover(self.list.currentIndex().row())

    def _chosen(self) -> None:
        found = self.chosen
        for one in (self.open_button, self.save, self.delete):
            one.setEnabled(found is not None)
            one.setVisible(bool(self.rows.lines))
        # Of what opens there is nothing to recover.
        broken = found is not None and (found.kind == "aside" or found.place.name in self._failed)
        self.mend.setVisible(broken)

    def _tell(self, sentence: str, role: str = "alarm") -> None:
        plain.set_property(self.told, "role", role)
        self.told.setText(sentence)
        self.told.show()

    def _try(self, do: Callable[[Leftover], object]) -> bool:
        """Do something with what is selected; False: it was refused, and why is told."""
        found = self.chosen
        self.told.hide()
        if found is None:
            return False
        try:
            do(found)
        except Problem as problem:
            self._tell(problem.sentence(self._desk.language))
            if isinstance(problem, Damaged | NotAMap):
                self._failed.add(found.place.name)
            # What did not open may be set aside now.
            self._show(row=self.list.currentIndex().row(), name=found.place.name)
            return False
        return True

    # What can be done

    def _open(self) -> None:
        found = self.chosen
        opened: list[Document] = []

        def do(found: Leftover) -> None:
            home = self._desk.home
            if found.copy is None:
                recover = partial(Document.open_aside, found.place, home)
            else:
                recover = partial(Document.recover, found.copy, home)
            opened.append(bring_back(self, home.pace, recover))

        if self._try(do) and found is not None:
            said = self.tr("This is the backup of “{file}” ({when}), and in no file yet.")
            self._take(opened[0], found, said if found.copy is None else "")

    def _take(self, document: Document, found: Leftover, said: str) -> None:
        """Show what was brought back; it may look like a map that is open too, so say what it is.

        Args:
            said: with the file it was in; empty: it is there as it was.
        """
        self.accept()
        self._desk.survivors.refresh()
        if said and found.path is not None:
            said = said.replace("{when}", when(found.when, self._desk.language))
            self._window.orders.recovery.show_recovered(document, said, found.path)
        else:
            self._window.orders.recovery.show_back(document, found.path)

    def _mend(self) -> None:
        found = self.chosen
        if found is None:
            return
        dialog = SalvageDialog(found.source, found.title, self._desk.language, self)
        if dialog.exec() and dialog.salvaged is not None:
            made = Document.create(dialog.salvaged.journey, self._desk.home, edited=True)
            said = self.tr("This is what could be read of “{file}” ({when}), and in no file yet.")
            self._take(made, found, said)
        dialog.deleteLater()

    def _save(self) -> None:
        found = self.chosen
        if found is None:
            return
        suggested = self._desk.settings.maps_place() / names.file_name(found.title, SUFFIX)
        kinds = self.tr("Journey maps (*.cjm)")
        path = choosing.to_write(self, self.tr("Save a copy"), suggested, SUFFIX, kinds)
        if path is None:
            return
        told = Told(self.windowTitle(), self.tr("Writing the copy…"))

        def write(one: Leftover) -> None:
            # Nobody knows how quick the disk is on which it shall lie.
            attend(self, told, Pace(), partial(save_copy, one, path, self._desk.home))

        if self._try(write):
            said = self.tr("A copy is in “{file}”.").format(file=plain.clean(path.name))
            self._tell(said, "secondary")

    def _delete(self) -> None:
        found = self.chosen
        if found is None:
            return
        title = plain.clean(found.title) or self.tr("Untitled")
        answer = plain.ask(
            self,
            self.tr("Delete “{title}” for good?").format(title=title),
            self.tr("It cannot be had back after that. Your own file, if it has one, stays."),
            [(self.tr("Delete for good"), "destroy"), (self.tr("Cancel"), "reject")],
        )
        told, pace = Told(self.windowTitle(), self.tr("Deleting…")), self._desk.home.pace
        if answer == 0 and self._try(lambda one: attend(self, told, pace, partial(delete, one))):
            row = self.list.currentIndex().row()
            self._desk.survivors.refresh()
            self._show(row=row)
