"""The report of an error nobody foresaw, to read, to copy and to save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cjm_desktop.replacing import replacing
from cjm_desktop.storage.problems import FileProblem, translated
from cjm_desktop.ui import choosing, plain
from cjm_desktop.ui.dialogs.frame import Frame

SUFFIX = ".txt"


class ReportDialog(Frame):
    """The report.

    Args:
        text: of the report.
        language: of the window.
        parent: the window it belongs to.
    """

    def __init__(self, text: str, language: str, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("ReportDialog", "Report"))
        self._text, self._language = text, language
        said = self.tr(
            "This helps to find the mistake. It holds no texts of your maps and no names of your "
            "files, and nothing is sent anywhere by itself."
        )
        self.inside.addWidget(plain.label(said, wrap=True))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setPlainText(text)
        self.text.setAccessibleName(self.heading.text())
        self.inside.addWidget(self.text, 1)
        self.told = plain.label(role="secondary", wrap=True)
        self.told.hide()
        self.inside.addWidget(self.told)
        self.copy = self.add_button(self.tr("Copy"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self.save = self.add_button(self.tr("Save…"))
        self.save.clicked.connect(self._save)
        self.add_close(self.tr("Close"))
        self.resize(680, 460)

    def _save(self) -> None:
        ending = self.tr("report")
        suggested = Path.home() / f"cjm-desktop-{ending}{SUFFIX}"
        kinds = self.tr("Texts (*.txt)")
        path = choosing.to_write(self, self.tr("Save the report"), suggested, SUFFIX, kinds)
        if path is None:
            return
        try:
            with translated(path.name), replacing(path) as out:
                out.write(self._text.encode("utf-8", "replace"))
            said = self.tr("Saved in “{file}”.").format(file=plain.clean(path.name))
        except FileProblem as problem:
            said = problem.sentence(self._language)
        self.told.setText(said)
        self.told.show()
