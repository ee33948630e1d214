"""The gallery of personas, and what the chips over the map offer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from cjm_desktop.ui.personas.strip import PictureDrops
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench
    from cjm_desktop.ui.personas.gallery import Gallery


class PersonaVerbs(Verbs):
    """Shows the personas of the document on a bench.

    Args:
        bench: of one window.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        bench.commands.on("map.personas", self._show_all)
        bench.view.chips.menu_asked.connect(self._menu)
        bench.document_shown.connect(self._shown)
        bench.canvas_shown.connect(lambda: PictureDrops(self._work.canvas, self._work.editing))

    def _shown(self) -> None:
        work = self._work
        work.editing.personas_asked.connect(self._show_all)

    def _show_all(self, persona_id: str = "") -> None:
        selected = self._work.canvas.selection
        gallery = self.gallery(persona_id or (selected[-1] if selected else ""))
        gallery.exec()
        gallery.deleteLater()

    def gallery(self, persona_id: str = "") -> Gallery:
        """The gallery, made when it is first asked for."""
        from cjm_desktop.ui.personas.gallery import Gallery

        self._work.canvas.setFocus()
        return Gallery(self._bench, self._work, persona_id)

    def _menu(self, persona_id: str, at: QPoint) -> None:
        menu = self.chip_menu(persona_id)
        menu.exec(at)
        menu.deleteLater()

    def chip_menu(self, persona_id: str) -> QMenu:
        """What the chip of a persona offers; without a persona, that of everyone."""
        menu = QMenu(self._bench.window)
        if persona_id:
            menu.addAction(self.tr("Everything about them"), partial(self._inspect, persona_id))
            menu.addAction(self.tr("In the gallery…"), partial(self._show_all, persona_id))
            menu.addAction(
                self.tr("Make a map for them"), partial(self._bench.roles.make, persona_id)
            )
            menu.addSeparator()
        menu.addAction(self._bench.commands["insert.persona"])
        menu.addAction(self._bench.commands["map.personas"])
        return menu

    def _inspect(self, persona_id: str) -> None:
        self._bench.views.show_inspector(shown=True)
        self._bench.inspector.show_record(persona_id)
