"""Where maps and exports go, and where the program keeps its own copies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import button, icon_button, name_button
from cjm_desktop.ui.preferences.group import Group

if TYPE_CHECKING:
    from cjm_desktop.ui.desk import Desk


class Place(QWidget):
    """A folder, a button to choose or open it, and one to forget it.

    Args:
        icon: of the button.
        forgets: the choice can be taken back.
    """

    def __init__(self, icon: str, *, forgets: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.path = plain.Elided(role="secondary")
        self.path.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.go = button("", icon)
        self.go.setAutoDefault(False)
        self.forget = icon_button("x", 16)
        for widget in (self.path, self.forget, self.go):
            row.addWidget(widget, 1 if widget is self.path else 0)
        self._forgets = forgets
        self.forget.setVisible(forgets)

    def show_path(self, path: str, otherwise: str) -> None:
        """Show where it is, or what holds while nothing is chosen."""
        self.path.set(_short(path) if path else otherwise)
        self.forget.setVisible(self._forgets and bool(path))


class Folders(Group):
    """Chooses and opens folders.

    Args:
        desk: keeps the settings and knows the application's own folder.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.maps = Place("folder", forgets=True)
        self.exports = Place("folder", forgets=True)
        self.own = Place("folder-open", forgets=False)
        for place in (self.maps, self.exports, self.own):
            self.add_row(place)
        for place, name in ((self.maps, "maps_folder"), (self.exports, "exports_folder")):
            place.go.clicked.connect(lambda _=False, name=name: self._choose(name))
            place.forget.clicked.connect(lambda _=False, name=name: self._set(name, ""))
        self.own.go.clicked.connect(self._open)
        self.say()

    def say(self) -> None:
        self.heading.setText(self.tr("Folders"))
        names = (
            self.tr("Maps"),
            self.tr("Posters and tables"),
            self.tr("Working copies and backups"),
        )
        self.name_rows(names)
        for place, name in zip((self.maps, self.exports, self.own), names, strict=True):
            said = self.tr("Open folder") if place is self.own else self.tr("Choose…")
            place.go.setText(said)
            # Several buttons say the same: a screen reader tells them apart.
            place.go.setAccessibleName(f"{name}: {said}")
            name_button(place.forget, self.tr("The folder used last"))
        self._show()

    def _show(self) -> None:
        settings, last = self.desk.settings, self.tr("The folder used last")
        self.maps.show_path(settings.maps_folder, last)
        self.exports.show_path(settings.exports_folder, last)
        self.own.show_path(str(self.desk.folder), "")

    def _choose(self, name: str) -> None:
        from cjm_desktop.ui import choosing

        settings = self.desk.settings
        first = settings.maps_place() if name == "maps_folder" else settings.exports_place()
        found = choosing.folder(self.window(), self.tr("Choose a folder"), str(first))
        if found is not None:
            self._set(name, str(found))

    def _set(self, name: str, path: str) -> None:
        self.keep(name, path)
        self._show()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.home.folder)))


def _short(path: str) -> str:
    """A path as people write it, from their own folder on."""
    home = str(Path.home())
    return f"~{path[len(home) :]}" if path == home or path.startswith(f"{home}/") else path
