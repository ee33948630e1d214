"""What every dialog of ours looks like: a title, its content, buttons at the lower right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import button, icon_button, line
from cjm_desktop.ui.lifted import Lifted

if TYPE_CHECKING:
    from cjm_desktop.ui.actions import Actions
    from cjm_desktop.ui.editing import Editing


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

    def showEvent(self, event: QShowEvent) -> None:
        # What breaks its lines is only as high as it is once it wears its style and its width.
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

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


class EditingFrame(QDialog):
    """A large dialog in which a document is edited; its content reaches from edge to edge.

    Args:
        window: it is laid over, and as large as which it may become.
        editing: what it refuses is told at the foot.
        title: at its head and in its frame.
        size: px, where the window has the room.
    """

    def __init__(self, window: QWidget, editing: Editing, title: str, size: QSize) -> None:
        super().__init__(window)
        self.setWindowTitle(f"{title} - CJM Desktop")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(24, 10, 20, 10)
        self.head.addWidget(plain.label(title, "dialog"))
        column.addLayout(self.head)
        column.addWidget(line())
        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        column.addLayout(self.middle, 1)
        column.addWidget(line())
        column.addLayout(self._foot())
        editing.refused.connect(self.told.refuse)
        self.setModal(True)
        Lifted(self)
        self.setMinimumSize(920, 600)
        self.resize(size.boundedTo(window.size() - QSize(48, 48)))

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 10, 20, 10)
        row.setSpacing(12)
        self.told = Told()
        row.addWidget(self.told, 1)
        self.close_button = button(self.tr("Close"), look="main")
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.close_button)
        return row


class Told(QLabel):
    """Says how to go on, or why an edit was refused."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "secondary")

    def hint(self, sentence: str) -> None:
        """Say how to go on."""
        plain.set_property(self, "role", "secondary")
        self.setText(sentence)

    def refuse(self, sentence: str) -> None:
        """Say why an edit was refused."""
        plain.set_property(self, "role", "alarm")
        self.setText(sentence)


def add_undo(row: QHBoxLayout, dialog: QDialog, commands: Actions) -> None:
    """Let a dialog undo and redo, by keys and by buttons at the end of a row.

    Args:
        commands: of the window behind the dialog.
    """
    for command_id in ("edit.undo", "edit.redo"):
        action = commands[command_id]
        made = icon_button("plus", 18)
        made.setDefaultAction(action)
        made.setAccessibleName(commands.said(command_id))
        dialog.addAction(action)
        row.addWidget(made)
