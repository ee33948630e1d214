"""The settings: language, theme, size of text, wheel, saving. They hold at once, there is no OK."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Segments, Spin
from cjm_desktop.ui.dialogs.frame import Frame

if TYPE_CHECKING:
    from cjm_desktop.ui.desk import Desk

LANGUAGES = ("system", "ru", "en")
THEMES = ("system", "light", "dark")


class SettingsDialog(Frame):
    """A few choices that hold for all windows.

    Args:
        desk: keeps the settings and puts them on.
        parent: the window it belongs to.
    """

    keys_asked = Signal()
    """The user wants other keys."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("SettingsDialog", "Settings"))
        self._desk = desk
        settings = desk.settings
        self.language = Segments(LANGUAGES)
        self.language.choose(settings.language)
        self.language.chosen.connect(lambda key: self._set("language", key))
        self.theme = Segments(THEMES)
        self.theme.choose(settings.theme)
        self.theme.chosen.connect(lambda key: self._set("theme", key))
        self.text_size = Spin(12, 18)
        self.text_size.setSuffix(" px")
        self.text_size.setValue(settings.font_size)
        self.text_size.valueChanged.connect(lambda value: self._set("font_size", value))
        self.wheel = QCheckBox()
        self.wheel.setChecked(settings.wheel_zooms)
        self.wheel.toggled.connect(lambda on: self._set("wheel_zooms", on))
        self.automatic = QCheckBox()
        self.automatic.setChecked(settings.automatic)
        self.automatic.toggled.connect(lambda on: self._set("automatic", on))
        self._labels = [plain.label() for _ in range(3)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(14)
        for row, control in enumerate(self._controls()):
            grid.addWidget(self._labels[row], row, 0)
            grid.addWidget(control, row, 1)
        grid.setColumnStretch(1, 1)
        self.inside.addLayout(grid)
        self.inside.addWidget(self.wheel)
        self.inside.addWidget(self.automatic)
        self.inside.addStretch(1)
        self.keys = self.add_button("")
        self.keys.clicked.connect(self.keys_asked)
        self._close = self.add_button("", main=True)
        self._close.clicked.connect(self.accept)
        self._say()
        self.setMinimumWidth(480)

    def _controls(self) -> tuple[QWidget, ...]:
        return (self.language, self.theme, self.text_size)

    def _set(self, name: str, value: object) -> None:
        setattr(self._desk.settings, name, value)
        self._desk.dress()

    def _say(self) -> None:
        title = self.tr("Settings")
        self.heading.setText(title)
        self.setWindowTitle(f"{title} - CJM Desktop")
        names = (self.tr("Language"), self.tr("Theme"), self.tr("Size of text"))
        for label, name, control in zip(self._labels, names, self._controls(), strict=True):
            label.setText(name)
            control.setAccessibleName(name)
        # Each language under its own name, so that it can be found from any other.
        self.language.say((self.tr("As the system"), "Русский", "English"))
        self.theme.say((self.tr("As the system"), self.tr("Light"), self.tr("Dark")))
        self.wheel.setText(self.tr("The wheel zooms, and scrolls with Ctrl"))
        self.automatic.setText(self.tr("Save new maps as I go"))
        self.keys.setText(self.tr("Keys…"))
        self._close.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, lambda: self.resize(self.sizeHint()))
