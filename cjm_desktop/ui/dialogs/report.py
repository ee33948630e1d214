"""The report of an error nobody foresaw."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.dialogs.frame import Frame


class ReportDialog(Frame):
    """The report, to read and to copy.

    Args:
        text: of the report.
        parent: the window it belongs to.
    """

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("ReportDialog", "Report"))
        said = self.tr("This helps to find the mistake. Nothing is sent anywhere by itself.")
        self.inside.addWidget(plain.label(said, wrap=True))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setPlainText(text)
        self.text.setAccessibleName(self.heading.text())
        self.inside.addWidget(self.text, 1)
        self.copy = self.add_button(self.tr("Copy"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self.add_close(self.tr("Close"))
        self.resize(680, 460)
