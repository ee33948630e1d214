"""What each line of the wall notes would do, in words, a row each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from cjm_desktop.exchange.wallnotes import Plan, Planned
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.palette import tokens

_ICONS = {
    "reword": "pencil",
    "move": "arrow-right",
    "raise": "arrow-up",
    "lower": "arrow-down",
    "drop": "trash",
    "add": "plus",
    "refused": "alert-triangle",
}


class Told(QListWidget):
    """The rows; one that is refused says why in the colour of alarm, a deletion is struck out."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "open")
        self.setWordWrap(True)
        self.setIconSize(QSize(16, 16))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSpacing(2)
        self.setViewportMargins(6, 4, 6, 4)
        self.lines: tuple[Planned, ...] = ()

    def show_plan(self, plan: Plan, language: str) -> None:
        """Show another plan; the chosen row stays the same where it can."""
        self._dress()
        row = self.currentRow()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        self.lines = plan.lines
        for one in plan.lines:
            self.addItem(_item(one, language))
        if 0 <= row < self.count():
            self.setCurrentRow(row)
        self.blockSignals(False)  # noqa: FBT003

    def _dress(self) -> None:
        """Show what is chosen softly: what is refused stays red."""
        colours, own = tokens(), QPalette(self.palette())
        own.setColor(QPalette.ColorRole.Highlight, QColor(colours.accent_soft))
        own.setColor(QPalette.ColorRole.HighlightedText, QColor(colours.ink))
        self.setPalette(own)

    def choose_line(self, line: int) -> None:
        """Choose the row of a line of the text, if it has one."""
        row = next((at for at, one in enumerate(self.lines) if one.line == line), -1)
        self.blockSignals(True)  # noqa: FBT003
        self.setCurrentRow(row)
        self.blockSignals(False)  # noqa: FBT003
        if row >= 0:
            self.scrollToItem(self.item(row))


def _item(one: Planned, language: str) -> QListWidgetItem:
    colours = tokens()
    said = plain.clean(one.sentence(language))
    item = QListWidgetItem(icons.icon(_ICONS[one.kind]), f"{one.line}. {said}")
    item.setData(Qt.ItemDataRole.ToolTipRole, plain.tip_text(one.text))
    if one.refused:
        item.setForeground(QColor(colours.alarm))
    elif one.kind == "drop":
        font = item.font()
        font.setStrikeOut(True)
        item.setFont(font)
    return item
