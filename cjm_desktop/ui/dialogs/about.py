"""What this program is, its version, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

import cjm_desktop
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.dialogs.frame import Frame


class AboutDialog(Frame):
    """About the program.

    Args:
        parent: the window it belongs to.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("AboutDialog", "About"))
        row = QHBoxLayout()
        row.setSpacing(20)
        sign = plain.label()
        sign.setPixmap(icons.pixmap("app", "#FFFFFF", 72, self.devicePixelRatioF()))
        row.addWidget(sign)
        column = QVBoxLayout()
        column.setSpacing(6)
        version = self.tr("Version {number}").format(number=cjm_desktop.__version__)
        column.addWidget(plain.label("CJM Desktop", "number"))
        column.addWidget(plain.label(version, "secondary"))
        column.addWidget(plain.label(self.tr(
            "An editor for customer journey maps that works without an account, a server "
            "or a network."
        ), wrap=True))  # fmt: skip
        row.addLayout(column, 1)
        self.inside.addLayout(row)
        self.inside.addWidget(plain.label(self.tr(
            "Free software under the MIT licence. Built with Qt {qt}, SQLite, HarfBuzz and "
            "ReportLab; the typeface is Inter, the icons are Tabler's."
        ).format(qt=qVersion()), "secondary", wrap=True))  # fmt: skip
        self.add_close(self.tr("Close"))
        self.setFixedWidth(480)
