"""Role maps in the Map menu: making one, what it hides, and letting it follow nothing more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu

from cjm_desktop.document import Change
from cjm_desktop.journey import following, moves, naming
from cjm_desktop.journey.records import Difference, JourneyMap, Persona, Record
from cjm_desktop.ui import icons, people, plain
from cjm_desktop.ui.inspector.head import icon_of
from cjm_desktop.ui.verbs.verbs import Verbs

if TYPE_CHECKING:
    from cjm_desktop.ui.bench import Bench


class RoleVerbs(Verbs):
    """Makes maps of the document on a bench follow each other, and parts them.

    Args:
        bench: of one window.
        make: the menu of personas a map can be made for.
        hidden: the menu of what the shown map hides.
    """

    def __init__(self, bench: Bench, make: QMenu, hidden: QMenu) -> None:
        super().__init__(bench)
        self._bench = bench
        self.make_menu, self.hidden_menu = make, hidden
        make.setIcon(icons.icon("corner-down-right"))
        hidden.setIcon(icons.icon("eye-off"))
        make.aboutToShow.connect(self.fill_make)
        hidden.aboutToShow.connect(self.fill_hidden)
        bench.commands.on("map.own", self._become_own)
        bench.document_shown.connect(self._shown)
        self._told = False
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.make_menu.setTitle(self.tr("Make a map &for"))
        self.hidden_menu.setTitle(self.tr("&Hidden here"))

    def _shown(self) -> None:
        self._told = False
        self._work.changed.connect(self._tell_hidden)

    def _tell_hidden(self, change: Change) -> None:
        """Say once for each document that what is deleted on a role map is there still."""
        work = self._bench.work
        if work is None or self._told or change.cause != "edit":
            return
        for one in change.put:
            hides = isinstance(one, Difference) and one.field_name == following.HIDDEN
            if hides and work.journey.map_of(one) == work.map_id:
                self._told = True
                said = self.tr(
                    "Hidden on this map only: the general map keeps it. Map > Hidden here shows it "
                    "again."
                )
                self._bench.window.tell(said, "hidden", "news")
                return

    def refresh(self) -> None:
        """Switch off what makes no sense now."""
        work = self._bench.work
        if work is None:
            return
        follows = work.map.general_id is not None
        self._bench.commands["map.own"].setEnabled(follows)
        hides = follows and bool(following.hidden(work.journey, work.map_id))
        self.hidden_menu.setEnabled(hides)

    def fill_make(self) -> None:
        """List the personas: those of the map first."""
        menu, work = self.make_menu, self._work
        menu.clear()
        here = work.journey.personas(work.map_id)
        rest = [one for one in work.journey.personas() if one not in here]
        for index, persona in enumerate((*here, *rest)):
            if index == len(here) and here:
                menu.addSeparator()
            name = plain.menu_text(people.called(persona))
            menu.addAction(people.head(persona, index), name, partial(self.make, persona.id))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(self._bench.commands["map.personas"])

    def make(self, persona_id: str) -> None:
        """Make a map for a persona that follows the shown one, and turn to it."""
        work = self._work
        persona = work.journey.get(Persona, persona_id)
        made = work.editing.do(
            "step.make_role_map",
            people.called(persona),
            lambda draft: moves.make_role_map(draft, work.map_id, persona_id),
        )
        if made:
            # Making it and drawing it are both much work: the window answers in between.
            QTimer.singleShot(0, work, lambda: self._bench.maps.choose(made))

    def fill_hidden(self) -> None:
        """List what the shown map hides of its general map."""
        work, language = self._work, self._bench.desk.language
        self.hidden_menu.clear()
        for one in following.hidden(work.journey, work.map_id):
            name = plain.menu_text(naming.called(work.journey, one, language))
            sign = icons.icon(icon_of(one, work.journey))
            said = self.tr("Show “{name}” again").format(name=name)
            self.hidden_menu.addAction(sign, said, partial(self._show_again, one))

    def _show_again(self, record: Record) -> None:
        work = self._work
        work.editing.do(
            "step.show_again",
            naming.called(work.journey, record, self._bench.desk.language),
            lambda draft: moves.show_again(draft, work.map_id, record.id),
        )

    def _become_own(self) -> None:
        work = self._work
        work.editing.do(
            "step.become_own",
            work.map.title,
            lambda draft: moves.become_own(draft, work.map_id),
        )

    def may_delete(self, journey_map: JourneyMap) -> bool:
        """Whether a map may go: where others follow it the user is asked first."""
        others = following.role_maps(self._work.journey, journey_map.id)
        if not others:
            return True
        named = ", ".join(plain.clean(one.title) for one in others)
        answers: list[tuple[str, plain.Part]] = [
            (self.tr("Delete"), "destroy"),
            (self.tr("Cancel"), "reject"),
        ]
        sentence = self.tr("Delete the general map “{name}”?").format(
            name=plain.clean(journey_map.title)
        )
        more = self.tr("The maps that follow it stay, each on its own: {names}. You can undo this.")
        return plain.ask(self._bench.window, sentence, more.format(names=named), answers) == 0
