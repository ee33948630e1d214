"""The foot of the export dialog: what will come out, and how the writing of it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from cjm_desktop.journey import words
from cjm_desktop.poster import Plan
from cjm_desktop.poster.paper import size_in_cm
from cjm_desktop.poster.tiles import Spot
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import button, name_button
from cjm_desktop.ui.export.choices import Choices
from cjm_desktop.ui.export.figures import amount
from cjm_desktop.ui.export.rendering import Shown
from cjm_desktop.ui.export.saving import Written


class Foot(QWidget):
    """A line of facts, a progress bar while a file is being written, and the buttons."""

    asked_save = Signal()
    asked_print = Signal()
    asked_leave = Signal()
    """Close the dialog, or stop what is being written."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        self._written = Path()
        self._words: dict[QPushButton, str] = {}
        self._printing = ""
        self.facts = plain.Elided("", "secondary")
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(180)
        self.open_file = button("", "external-link")
        self.open_folder = button("", "folder")
        self.leave = button("", look="flat")
        self.save = button("", "download", "main")
        self.print = button("", "printer")
        for made in (self.leave, self.open_file, self.open_folder):
            made.setAutoDefault(False)
        row.addWidget(self.facts, 1)
        row.addWidget(self.progress)
        for made in (self.leave, self.open_file, self.open_folder, self.save, self.print):
            row.addWidget(made)
        self.print.clicked.connect(self.asked_print)
        self.save.clicked.connect(self.asked_save)
        self.leave.clicked.connect(self.asked_leave)
        self.open_file.clicked.connect(lambda: _show(self._written))
        self.open_folder.clicked.connect(lambda: _show(self._written.parent))
        self._has_keys()
        self._rest()

    def say(self) -> None:
        """Say everything in the window's language."""
        self._words = {
            self.open_file: self.tr("Open the file"),
            self.open_folder: self.tr("Show in folder"),
        }
        for made, said in self._words.items():
            name_button(made, said)
        self._fit()
        self.leave.setText(self.tr("Close"))
        plain.tip(self.print, self.tr("On a printer of this computer (Ctrl+P)"))
        plain.tip(self.save, self.tr("As a file (Ctrl+S)"))

    def _has_keys(self) -> None:
        """The key that opened the dialog goes on to the printer, the window's own one saves."""
        keys = QKeySequence.StandardKey
        for key, made in ((keys.Print, self.print), (keys.Save, self.save)):
            # A button's own would go with each new text on it.
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda made=made: made.isVisible() and made.click())

    def offer(self, choices: Choices) -> None:
        """Say what is saved, such as a PDF, and whether to print is what most people want."""
        self.save.setText(self.tr("Save {kind}…").format(kind=choices.format.upper()))
        self.print.setVisible(choices.format == "pdf")
        self._printing = self.tr("Print…")
        here = choices.at_home
        for made, icon, main in ((self.save, "download", not here), (self.print, "printer", here)):
            made.setProperty("look", "main" if main else "")
            made.setIcon(icons.icon(icon, "on_accent" if main else "plain"))
            made.setDefault(main)
            made.style().unpolish(made)
            made.style().polish(made)

    def allow(self, *, on: bool) -> None:
        """Let it be saved and printed, or not."""
        self.save.setEnabled(on)
        self.print.setEnabled(on)

    def tell(self, shown: Shown, choices: Choices, language: str, spot: Spot | None = None) -> None:
        """Say what will come out.

        Args:
            shown: what is previewed.
            choices: what it is made of.
            language: of the window.
            spot: the sheet under the pointer, if there is one.
        """
        if shown.plan is None:
            return
        if choices.purpose == "picture":
            parts = [self._picture(shown, choices)]
        else:
            ink = words.number(round(shown.ink * 100), language)
            ink = self.tr("ink {percent} %").format(percent=ink)
            parts = [self._amount(shown.plan, choices, language), ink]
        if shown.made.size:
            size = amount(shown.made.size, language)
            parts.append(self.tr("about {size}").format(size=size))
        self._printing = self.tr("Print %n page(s)…", "", shown.plan.pages)
        if spot is not None:
            parts.append(self.tr("sheet {name} under the pointer").format(name=spot.name))
        self.facts.set(" · ".join(parts))
        self._fit()

    def _picture(self, shown: Shown, choices: Choices) -> str:
        made = shown.made
        if choices.slides and shown.plan is not None:
            return self.tr("%n slide(s): an overview, then each stage", "", shown.plan.pages)
        if not made.width:
            return self.tr("sharp at any size")
        said = self.tr("{width} × {height} pixels")
        return said.format(width=made.width, height=made.height)

    def _amount(self, plan: Plan, choices: Choices, language: str) -> str:
        if plan.laid.leaves:
            size = size_in_cm(plan.width, plan.height, language)
            return self.tr("%n page(s) of {size}", "", plan.pages).format(size=size)
        if plan.grid is None:
            size = size_in_cm(plan.width, plan.height, language)
            return self.tr("one page, {size}").format(size=size)
        sheets = self.tr("%n sheet(s)", "", plan.sheets)
        if not choices.assembly:
            return sheets
        return self.tr("{sheets} and the assembly plan").format(sheets=sheets)

    def _fit(self) -> None:
        """Where not all words have room, leave the lesser buttons their icons."""
        for made, said in self._words.items():
            made.setText(said)
        self.print.setText(self._printing)
        facts = self.fontMetrics().horizontalAdvance(self.facts.text())
        if self.minimumSizeHint().width() + facts > self.width():
            self.print.setText(self.tr("Print…"))
        if self.minimumSizeHint().width() > self.width():
            for made in self._words:
                made.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def forget(self) -> None:
        """Offer the file that was written no more: something else is chosen now."""
        self.open_file.hide()
        self.open_folder.hide()

    def _rest(self) -> None:
        for part in (self.progress, self.open_file, self.open_folder):
            part.hide()

    def begin(self, path: Path | None) -> None:
        """A file is being written; None: it is being printed."""
        self._rest()
        self.allow(on=False)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.leave.setText(self.tr("Cancel"))
        if path is None:
            self.facts.set(self.tr("Sending to the printer…"))
        else:
            self.facts.set(self.tr("Writing “{file}”…").format(file=plain.clean(path.name)))

    def count(self, done: int, total: int) -> None:
        """So much of it is done."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def end(self, written: Written, language: str) -> None:
        """Say how it ended."""
        self._rest()
        self.leave.setText(self.tr("Close"))
        self.allow(on=True)
        if written.problem is not None:
            self.facts.set(written.problem.sentence(language))
        elif not written.written:
            stopped = self.tr("Stopped. Nothing was written.")
            self.facts.set(stopped if written.path else self.tr("Stopped. Nothing was printed."))
        elif written.path is None:
            self.facts.set(self.tr("Sent to the printer."))
        else:
            self._written = written.path
            name = plain.clean(written.path.name)
            self.facts.set(self.tr("Saved as “{file}”.").format(file=name))
            self.open_file.show()
            self.open_folder.show()
            self._fit()


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
