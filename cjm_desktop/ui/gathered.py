"""One button in place of a row of choices for which a bar has no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QToolButton

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import name_button


class Gathered(QToolButton):
    """Says what is chosen and opens the choices as a menu.

    Args:
        fill: puts the choices into the menu each time it opens.
    """

    def __init__(self, fill: Callable[[QMenu], object]) -> None:
        super().__init__()
        self.setProperty("look", "segment")
        self.setProperty("place", "single")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIconSize(QSize(16, 16))
        menu = QMenu(self)

        def refill() -> None:
            menu.clear()
            fill(menu)

        menu.aboutToShow.connect(refill)
        self.setMenu(menu)
        self.hide()

    def say(self, name: str, chosen: str, icon: QIcon | None = None) -> None:
        """Say what is chosen.

        Args:
            name: of the choice, for the tooltip and for screen readers.
            chosen: a word or a number to be read on the button; empty: the icon says it.
            icon: of what is chosen; none: an arrow behind the word.
        """
        name_button(self, name)
        self.setText(plain.menu_text(chosen))
        self.setIcon(icon if icon is not None else icons.icon("chevron-down"))
        behind = Qt.LayoutDirection.RightToLeft if icon is None else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(behind)
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if chosen else style.ToolButtonIconOnly
        )
