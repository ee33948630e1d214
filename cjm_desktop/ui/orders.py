"""The commands of one window, the menus they stand in, and those who carry them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cjm_desktop.ui.actions import Actions
from cjm_desktop.ui.calling.inmenus import MenuReasons
from cjm_desktop.ui.calling.verbs import CallVerbs
from cjm_desktop.ui.merging.verbs import MergeVerbs
from cjm_desktop.ui.recovery.verbs import RecoveryVerbs
from cjm_desktop.ui.verbs.closing import CloseVerbs
from cjm_desktop.ui.verbs.file_lists import FileLists
from cjm_desktop.ui.verbs.files import FileVerbs
from cjm_desktop.ui.verbs.frame import FrameVerbs
from cjm_desktop.ui.verbs.neighbours import NeighbourVerbs
from cjm_desktop.ui.verbs.troubles import TroubleVerbs

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window


class Orders:
    """What a window can be told to do.

    Args:
        window: whose. It knows its orders before those who carry them out ask for them.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._has_own_keys = False
        self.commands = Actions(window)
        self._give_keys()
        self.commands.enable(has_map=False)
        self.lane_menu, self.copy_menu = QMenu(window), QMenu(window)
        self.filter_menu = QMenu(window)
        self.role_menu, self.hidden_menu = QMenu(window), QMenu(window)
        self.lists = FileLists(window)
        self.menus = self.commands.fill(
            window.menuBar(),
            {
                "file.open": self.lists.recent,
                "view.beside": self.filter_menu,
                "map.copy": self.role_menu,
                "map.own": self.hidden_menu,
                "map.right": self.lane_menu,
                "map.lanes": self.copy_menu,
            },
        )
        window.menuBar().hide()
        self._reasons = MenuReasons(window, self.menus.values())

    def wire(self) -> None:
        """Say who carries the commands out."""
        self.files = FileVerbs(self._window)
        self.troubles = TroubleVerbs(self._window)
        self.neighbours = NeighbourVerbs(self._window)
        self.closing = CloseVerbs(self._window)
        self.merging = MergeVerbs(self._window)
        self.recovery = RecoveryVerbs(self._window)
        self.frame = FrameVerbs(self._window)
        self.calling = CallVerbs(self._window)

    def _give_keys(self) -> None:
        chosen = self._window.desk.settings.keys
        if chosen or self._has_own_keys:
            from cjm_desktop.ui.keys.bindings import Bindings

            self.commands.give_keys(Bindings(chosen))
            self._has_own_keys = bool(chosen)

    def retranslate(self) -> None:
        """Say every name in the window's language, and put on the user's own keys."""
        self._give_keys()
        self.commands.retranslate()
        self.lists.retranslate()
        self.files.refresh()
