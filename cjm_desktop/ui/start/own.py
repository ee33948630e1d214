"""The user's own templates on the first page: shown, renamed, deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.settings import OWN
from cjm_desktop.ui.start.cards import CardInfo

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjm_desktop.document.shelf import OwnTemplate
    from cjm_desktop.journey.journey import Journey
    from cjm_desktop.ui.start.page import FirstPage
    from cjm_desktop.ui.window import Window


class OwnTemplates(QObject):
    """Knows the user's own templates and does what the first page asks with them.

    Args:
        window: whose first page.
        page: the page.
    """

    changed = Signal()
    """There are others now."""

    def __init__(self, window: Window, page: FirstPage) -> None:
        super().__init__(page)
        self._window = window
        self._desk = window.desk
        self._offers: tuple[OwnTemplate, ...] = ()
        page.dropped_template.connect(self.delete)
        page.template_menu.connect(self._menu)

    def look(self) -> bool:
        """Read the folder; whether there are others than last time."""
        before = self._offers
        self._offers = self._desk.shelf.offers(self._desk.language)
        return self._offers != before

    @property
    def cards(self) -> list[CardInfo]:
        """What the cards say."""
        return [
            CardInfo(
                f"{OWN}{one.name}",
                plain.clean(one.title),
                one.summary,
                "",
                f"{one.title}. {one.summary}",
                missing=one.broken,
            )
            for one in self._offers
        ]

    @property
    def whole(self) -> list[str]:
        """The keys of the cards that have a picture."""
        return [f"{OWN}{one.name}" for one in self._offers if not one.broken]

    def journey(self, key: str) -> Journey | None:
        """The map of a template; None: its file is damaged."""
        language = self._desk.translation.language
        try:
            return self._desk.shelf.make(key.removeprefix(OWN), language)
        except Problem:
            return None

    def _offer(self, key: str) -> OwnTemplate | None:
        return next((one for one in self._offers if f"{OWN}{one.name}" == key), None)

    def _menu(self, key: str, at: QPoint) -> None:
        menu = self.menu_of(key)
        if not menu.isEmpty():
            menu.exec(at)
        menu.deleteLater()

    def menu_of(self, key: str) -> QMenu:
        """What can be done with a template; nothing with a bundled one."""
        menu, offer = QMenu(self._window), self._offer(key)
        if offer is None:
            return menu
        if not offer.broken:
            menu.addAction(
                icons.icon("plus"),
                self.tr("New map"),
                partial(self._window.files.new, key),
            )
            menu.addAction(icons.icon("pencil"), self.tr("Rename…"), partial(self._ask_name, key))
        menu.addAction(icons.icon("trash"), self.tr("Delete…"), partial(self.delete, key))
        return menu

    def _ask_name(self, key: str) -> None:
        from cjm_desktop.ui.dialogs.template import TemplateDialog

        offer = self._offer(key)
        if offer is None:
            return
        asked = TemplateDialog(self._window, offer.title, new=False)
        if asked.exec():
            self.rename(key, asked.title)
        asked.deleteLater()

    def rename(self, key: str, title: str) -> None:
        """Give a template another name."""
        self._do(lambda: self._desk.shelf.rename(key.removeprefix(OWN), title))

    def delete(self, key: str) -> None:
        """Delete a template after a question: its file cannot be had back."""
        offer = self._offer(key)
        if offer is None:
            return
        sentence = self.tr("Delete the template “{name}”?").format(name=plain.clean(offer.title))
        more = self.tr("The maps made from it stay as they are. This cannot be undone.")
        answers: list[tuple[str, plain.Part]] = [
            (self.tr("Delete"), "destroy"),
            (self.tr("Cancel"), "reject"),
        ]
        if plain.ask(self._window, sentence, more, answers) == 0:
            self._do(lambda: self._desk.shelf.delete(offer.name))

    def _do(self, change: Callable[[], None]) -> None:
        try:
            change()
        except Problem as problem:
            self._window.tell(problem.sentence(self._desk.language))
        self.changed.emit()
