"""How new maps begin: from which template, in which language, for which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from cjm_desktop.journey import offers
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Combo, Segments
from cjm_desktop.ui.preferences.group import Group
from cjm_desktop.ui.settings import OWN

if TYPE_CHECKING:
    from cjm_desktop.ui.desk import Desk

LANGUAGES = ("window", "ru", "en")
PAPERS = ("A4", "A3", "Letter", "Tabloid")


class NewMaps(Group):
    """What a new map begins as, and whether it is saved by itself.

    Args:
        desk: keeps the settings.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        settings = desk.settings
        self.template = Combo()
        self._templates: list[str] = []
        self.template.activated.connect(lambda index: self.keep("template", self._templates[index]))
        self.language = Segments(LANGUAGES)
        self.language.choose(settings.map_language)
        self.language.chosen.connect(lambda key: self.keep("map_language", key))
        self.paper = Segments(PAPERS)
        self.paper.choose(settings.paper)
        self.paper.say(PAPERS)
        self.paper.chosen.connect(lambda key: self.keep("paper", key))
        for control in (self.template, self.language, self.paper):
            self.add_row(control)
        self.automatic = QCheckBox()
        self.automatic.setChecked(settings.automatic)
        self.automatic.toggled.connect(lambda on: self.keep("automatic", on))
        self.column.addWidget(self.automatic)
        self.say()

    def say(self) -> None:
        self.heading.setText(self.tr("New maps"))
        self.name_rows((self.tr("Begin as"), self.tr("Language"), self.tr("Paper in the printer")))
        self.language.say((self.tr("As the window"), "Русский", "English"))
        self.automatic.setText(self.tr("Save new maps as I go"))
        self._offer()

    def _offer(self) -> None:
        language = self.desk.language
        listed = [(one, offers.title(one, language)) for one in offers.TEMPLATES]
        own = self.desk.shelf.offers(language)
        listed += [(f"{OWN}{one.name}", one.title) for one in own if not one.broken]
        self._templates = [key for key, _ in listed]
        self.template.clear()
        self.template.addItems([plain.clean(title) for _, title in listed])
        kept = self.desk.settings.template
        at = self._templates.index(kept if kept in self._templates else "blank")
        self.template.setCurrentIndex(at)
