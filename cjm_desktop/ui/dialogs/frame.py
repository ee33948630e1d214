"""What every dialog of ours looks like: a title, its content, buttons at the lower right."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import button, line
from cjm_desktop.ui.dialogs.lifted import Lifted


class Frame(QDialog):
    """A dialog with a title, a column of content and a foot.

    Args:
        parent: the window it belongs to.
        title: at its head and in its frame.
    """

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{title} - CJM Desktop")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 12)
        self.heading = plain.label(title, "dialog")
        head.addWidget(self.heading)
        head.addStretch(1)
        column.addLayout(head)
        self.inside = QVBoxLayout()
        self.inside.setContentsMargins(24, 0, 24, 16)
        self.inside.setSpacing(10)
        column.addLayout(self.inside, 1)
        column.addWidget(line())
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(24, 12, 24, 12)
        self._foot.setSpacing(8)
        self._foot.addStretch(1)
        column.addLayout(self._foot)
        Lifted(self)

    def add_button(self, text: str, *, main: bool = False) -> QPushButton:
        """A button in the foot, after those already there."""
        made = button(text, look="main" if main else "")
        made.setDefault(main)
        made.setAutoDefault(main)
        self._foot.addWidget(made)
        return made

    def add_close(self, text: str) -> None:
        """The one button of a dialog that only tells."""
        self.add_button(text, main=True).clicked.connect(self.accept)
