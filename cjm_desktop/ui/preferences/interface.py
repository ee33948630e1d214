"""What the window looks like and how it feels: language, theme, size of text, wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.ui.controls import Segments, Spin
from cjm_desktop.ui.preferences.group import Group

if TYPE_CHECKING:
    from cjm_desktop.ui.desk import Desk

LANGUAGES = ("system", "ru", "en")
THEMES = ("system", "light", "dark")
WHEELS = ("scroll", "zoom")
SIZES = (12, 18)
"""The smallest and the largest interface text, px."""


class Interface(Group):
    """Language, theme, size of text and the wheel.

    Args:
        desk: keeps the settings and puts them on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        settings = desk.settings
        self.language = Segments(LANGUAGES)
        self.language.choose(settings.language)
        self.language.chosen.connect(lambda key: self._put_on("language", key))
        self.theme = Segments(THEMES)
        self.theme.choose(settings.theme)
        self.theme.chosen.connect(lambda key: self._put_on("theme", key))
        self.text_size = Spin(*SIZES)
        self.text_size.setSuffix(" px")
        self.text_size.setValue(settings.font_size)
        self.text_size.valueChanged.connect(lambda value: self._put_on("font_size", value))
        self.wheel = Segments(WHEELS)
        self.wheel.choose(WHEELS[settings.wheel_zooms])
        self.wheel.chosen.connect(self._set_wheel)
        for control in (self.language, self.theme, self.text_size, self.wheel):
            self.add_row(control)
        self.say()

    def _put_on(self, name: str, value: object) -> None:
        self.keep(name, value)
        self.desk.dress()

    def _set_wheel(self, key: str) -> None:
        self.keep("wheel_zooms", key == "zoom")
        self.desk.look_changed.emit()

    def say(self) -> None:
        self.heading.setText(self.tr("Window"))
        self.name_rows(
            (
                self.tr("Language"),
                self.tr("Theme"),
                self.tr("Size of text"),
                self.tr("Wheel over the map"),
            )
        )
        # Each language under its own name, so that it can be found from any other.
        self.language.say((self.tr("As the system"), "Русский", "English"))
        self.theme.say((self.tr("As the system"), self.tr("Light"), self.tr("Dark")))
        self.wheel.say((self.tr("Scrolls, with Ctrl zooms"), self.tr("Zooms, with Ctrl scrolls")))
