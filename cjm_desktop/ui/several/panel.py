"""What the inspector shows where several things are chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.controls import button, line
from cjm_desktop.ui.several import menus
from cjm_desktop.ui.several.deeds import SeveralDeeds

_COMMANDS = (("edit.copy", "copy"), ("edit.duplicate", "copy"), ("edit.delete", "trash"))

_PATHS = ("map.path_as_is", "map.path_to_be", "map.path_both")


class SeveralPanel(QWidget):
    """A button for each thing that can be changed of all that is chosen.

    Args:
        deeds: change it.
        actions: the window's commands.
    """

    def __init__(self, deeds: SeveralDeeds, actions: Actions) -> None:
        super().__init__()
        self._deeds, self._actions = deeds, actions
        self.buttons: dict[str, QPushButton] = {}
        """By the icon of what they change."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 4, 16, 16)
        self._column.setSpacing(8)
        self._kinds = plain.label("", "secondary", wrap=True)
        self._column.addWidget(self._kinds)
        offered = menus.groups(deeds)
        self._offered = {group.icon for group in offered}
        for group in offered:
            self._add(group.icon, partial(self._fill, group.icon))
        self._add("git-branch", self._paths)
        self._column.addWidget(line())
        for command_id, icon in _COMMANDS:
            made = button("", icon)
            made.clicked.connect(actions[command_id].trigger)
            made.setText(actions[command_id].iconText())
            self.buttons[command_id] = made
            self._column.addWidget(made)
        self._column.addStretch(1)
        self.refresh()

    def _add(self, icon: str, fill: Callable[[QMenu], object]) -> None:
        made = button("", icon)
        menu = QMenu(made)
        menu.aboutToShow.connect(partial(self._anew, menu, fill))
        made.setMenu(menu)
        self.buttons[icon] = made
        self._column.addWidget(made)

    @staticmethod
    def _anew(menu: QMenu, fill: Callable[[QMenu], object]) -> None:
        menu.clear()
        fill(menu)

    def _fill(self, icon: str, menu: QMenu) -> None:
        for group in menus.groups(self._deeds):
            if group.icon == icon:
                group.fill(menu)

    def _paths(self, menu: QMenu) -> None:
        for command_id in _PATHS:
            menu.addAction(self._actions[command_id])

    def outdated(self) -> bool:
        """Whether other things can be changed now than it has buttons for."""
        wanted = {group.icon for group in menus.groups(self._deeds)}
        return wanted != self._offered

    def refresh(self) -> None:
        """Say what they have now."""
        self._kinds.setText(menus.kinds(self._deeds))
        self.buttons["git-branch"].setText(self.tr("Path"))
        self.buttons["git-branch"].setVisible(self._deeds.have_paths())
        for group in menus.groups(self._deeds):
            if group.icon in self.buttons:
                said = f"{group.name}: {group.now}" if group.now else group.name
                self.buttons[group.icon].setText(plain.menu_text(said))
