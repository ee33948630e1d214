"""What can be called by name: every command, and what the file and the program offer then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from cjm_desktop.journey import offers
from cjm_desktop.journey.matching import Candidate
from cjm_desktop.ui import actions, plain, registry
from cjm_desktop.ui.calling.othernames import other_names
from cjm_desktop.ui.calling.reasons import why_not
from cjm_desktop.ui.calling.tongue import Tongue

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window
    from cjm_desktop.ui.work import Work

HIDDEN = frozenset({"help.commands"})
"""What would only open the list again."""
NOT_NOW = 2.0
"""What a thing that cannot be done now loses, in the measure of what a letter is worth."""
PASSING = ("map:", "stage:")
"""How the ids of what only this file knows begin."""


class Entry(NamedTuple):
    """One thing that can be called."""

    id: str
    name: str
    place: str
    """Where it stands: its menu, or what kind of thing it is."""
    do: Callable[[], object]
    icon: str = ""
    key: str = ""
    others: tuple[str, ...] = ()
    """What else it is called, in either language."""
    places: tuple[str, ...] = ()
    """Its place in the other language."""
    enabled: bool = True
    why: str = ""
    """Why it cannot be done now, if that is known."""
    checked: bool = False

    @property
    def candidate(self) -> Candidate:
        """Its texts, to look for letters in."""
        return Candidate.of(self.name, self.others, (self.place, *self.places))

    @property
    def loses(self) -> float:
        """How much less it fits for not being possible now: what can be done goes before it."""
        return 0.0 if self.enabled else NOT_NOW

    @property
    def said(self) -> str:
        """All of it in a sentence, for a screen reader."""
        state = QCoreApplication.translate("Calling", "on") if self.checked else ""
        if not self.enabled:
            state = QCoreApplication.translate("Calling", "not now")
            state = f"{state}: {self.why}" if self.why else state
        return ", ".join(one for one in (self.name, state, self.place, self.key) if one)


def entries(window: Window) -> list[Entry]:
    """Everything that can be called in a window now."""
    found = [one for one in commands_of(window) if one.id not in HIDDEN]
    if window.work is not None:
        found += _maps(window, window.work)
        found += _stages(window, window.work)
    return [*found, *_templates(window)]


def commands_of(window: Window) -> list[Entry]:
    """Every command, in the order of the menus."""
    return list(_commands(window, Tongue(window.desk.language)))


def _commands(window: Window, tongue: Tongue) -> Iterator[Entry]:
    for menu, title in registry.MENUS:
        place = QCoreApplication.translate("Menus", title).replace("&", "")
        other_place = _bare(tongue.say("Menus", title))
        for command in registry.COMMANDS[menu]:
            if command is None:
                continue
            action = window.commands[command.id]
            enabled = action.isEnabled()
            others = [tongue.say("Actions", command.text)]
            if command.word:
                others += [actions.word(command), tongue.say("Actions", command.word)]
            yield Entry(
                command.id,
                actions.name(command),
                place,
                action.trigger,
                command.icon,
                "".join(window.commands.keys(command.id)[:1]),
                (*(_bare(one) for one in others), *other_names().get(command.id, ())),
                (other_place,),
                enabled,
                "" if enabled else why_not(command, has_map=window.work is not None),
                action.isChecked(),
            )


def _bare(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def _maps(window: Window, work: Work) -> Iterator[Entry]:
    place = QCoreApplication.translate("Calling", "Maps of this file")
    for one in work.journey.maps():
        yield Entry(
            f"map:{one.id}",
            plain.clean(one.title),
            place,
            partial(_show_map, window, one.id),
            "map",
            checked=one.id == work.map_id,
        )


def _stages(window: Window, work: Work) -> Iterator[Entry]:
    journey = work.journey
    maps = sorted(journey.maps(), key=lambda one: one.id != work.map_id)
    said = QCoreApplication.translate("Calling", "Stages: {map}")
    for one in maps:
        place = said.format(map=plain.clean(one.title))
        for stage in journey.stages(one.id):
            if stage.title.strip():
                show = partial(_show_stage, window, one.id, stage.id)
                yield Entry(f"stage:{stage.id}", plain.clean(stage.title), place, show, "columns-3")


def _templates(window: Window) -> Iterator[Entry]:
    place = QCoreApplication.translate("Calling", "New map from a template")
    for name in offers.names():
        titles = [offers.title(name, language) for language in ("ru", "en")]
        shown = offers.title(name, window.desk.language)
        do = partial(window.files.new, name)
        yield Entry(f"new:{name}", shown, place, do, "file-plus", others=tuple(titles))
    for own in window.desk.shelf.offers(window.desk.language):
        if not own.broken:
            do = partial(window.files.new_own, own.name)
            yield Entry(f"own:{own.name}", plain.clean(own.title), place, do, "file-plus")


def _show_map(window: Window, map_id: str) -> None:
    if window.work is not None and map_id in window.work.journey:
        window.bench.maps.choose(map_id)
        window.bench.layouts.front.setFocus()


def _show_stage(window: Window, map_id: str, stage_id: str) -> None:
    work = window.work
    if work is not None and map_id in work.journey and stage_id in work.journey:
        window.bench.maps.choose(map_id)
        work.canvas.select((stage_id,), reveal=True)
        window.bench.layouts.front.setFocus()
