"""The rail of tools at the left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolBar, QToolButton

from cjm_desktop.ui import registry
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.controls import bold


class Rail(QToolBar):
    """One button for each tool of the map.

    Args:
        actions: the window's commands.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setMovable(False)
        self.setFloatable(False)
        self.setOrientation(Qt.Orientation.Vertical)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(20, 20))
        for command in registry.INSERT:
            if command is None:
                self.addSeparator()
            elif command.group == "tool":
                self.addAction(actions[command.id])
        self.addSeparator()
        self.addAction(actions["view.sketch"])
        self.show_words(words=True)

    def buttons(self) -> list[QToolButton]:
        """The buttons, top to bottom."""
        found = [self.widgetForAction(action) for action in self.actions()]
        return [one for one in found if isinstance(one, QToolButton)]

    def show_words(self, *, words: bool) -> None:
        """Name the tools under their icons, or show the icons only."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextUnderIcon if words else style.ToolButtonIconOnly
        )
        self.setFixedWidth(self._width(words=words))
        for made in self.buttons():
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setFixedSize(QSize(self.width() - 8, self._height() if words else 40))
            made.setAccessibleName(made.defaultAction().toolTip())

    def _height(self) -> int:
        """Of a button with its name; the names are smaller than the other texts."""
        return max(44, 20 + round(self.fontMetrics().height() * 10.5 / 13) + 11)

    def _width(self, *, words: bool) -> int:
        if not words:
            return 48
        # The tool in hand is written bold.
        metrics = QFontMetrics(bold(self.font()))
        longest = max(metrics.horizontalAdvance(one.iconText()) for one in self.actions())
        return max(56, round(longest * 10.5 / 13) + 14)
