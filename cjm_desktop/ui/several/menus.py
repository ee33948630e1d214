"""The menus of what can be changed of several things."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from cjm_desktop.journey import naming, several, words
from cjm_desktop.journey.records import Card, Department
from cjm_desktop.journey.several import FEWEST, How
from cjm_desktop.ui import icons, people, plain, sources
from cjm_desktop.ui.lanes.menus import fill_colours
from cjm_desktop.ui.several.deeds import SeveralDeeds
from cjm_desktop.ui.translation import QT_TRANSLATE_NOOP

_WAYS: dict[How, str] = {
    "left": QT_TRANSLATE_NOOP("Several", "Left edges in line"),
    "centre": QT_TRANSLATE_NOOP("Several", "Middles in line, upright"),
    "right": QT_TRANSLATE_NOOP("Several", "Right edges in line"),
    "top": QT_TRANSLATE_NOOP("Several", "Upper edges in line"),
    "middle": QT_TRANSLATE_NOOP("Several", "Middles in line, across"),
    "bottom": QT_TRANSLATE_NOOP("Several", "Lower edges in line"),
    "across": QT_TRANSLATE_NOOP("Several", "The same gaps across"),
    "down": QT_TRANSLATE_NOOP("Several", "The same gaps downwards"),
}


_COUNTED = frozenset(
    {"stage", "step", "lane", "card", "touchpoint", "barrier", "opportunity", "feeling", "metric"}
)
"""Kinds that several things on a map are of."""


class Group(NamedTuple):
    """One thing that can be changed."""

    name: str
    icon: str
    fill: Callable[[QMenu], object]
    now: str
    """What all have now; empty: they have none, or differ."""


def heading(deeds: SeveralDeeds) -> str:
    """How many things are chosen: "12 cards"."""
    seen, number = deeds.seen(), len(deeds.canvas.selection)
    if len(seen.cards) == number:
        return words.say("count.cards", deeds.language, n=number)
    return words.say("count.chosen", deeds.language, n=number)


def kinds(deeds: SeveralDeeds) -> str:
    """What they are: "3 barriers, 2 touchpoints"."""
    return ", ".join(_counted(*one, deeds.language) for one in deeds.seen().kinds.items())


def _counted(kind: str, number: int, language: str) -> str:
    if kind in _COUNTED:
        return words.say(f"several.{kind}", language, n=number)
    return f"{naming.kind_name(kind, language)}: {number}"


def groups(deeds: SeveralDeeds) -> list[Group]:
    """What can be changed of what is chosen."""
    seen, translate = deeds.seen(), QCoreApplication.translate
    found = []
    if seen.coloured:
        found.append(Group(translate("Several", "Colour"), "tag", partial(_colours, deeds), ""))
    if seen.cards:
        said = translate("Several", "Whose they are")
        found.append(Group(said, "user", partial(_personas, deeds), _whose(deeds)))
        said = translate("Several", "Department")
        found.append(Group(said, "building", partial(_departments, deeds), _owner(deeds)))
    if seen.provable:
        said = translate("Several", "What they rest on")
        found.append(Group(said, "circle-check", partial(_sources, deeds), _rests(deeds)))
    if len(seen.notes) >= FEWEST[False]:
        said = translate("Several", "Line up the notes")
        found.append(Group(said, "arrows-move", partial(_ways, deeds), ""))
    return found


def fill(menu: QMenu, deeds: SeveralDeeds) -> None:
    """Put a submenu for each thing that can be changed into a menu."""
    for one in groups(deeds):
        inner = menu.addMenu(icons.icon(one.icon), one.name)
        one.fill(inner)


def _colours(deeds: SeveralDeeds, menu: QMenu) -> None:
    ids = deeds.seen().coloured
    now = several.shared(deeds.journey, ids, lambda one: one.colour)
    fill_colours(menu, "?" if now is None else now, deeds.recolour)


def _personas(deeds: SeveralDeeds, menu: QMenu) -> None:
    """Every persona of the map; a check says that all cards are theirs."""
    cards = [deeds.journey.get(Card, one) for one in deeds.seen().cards]
    if not deeds.journey.personas(deeds.canvas.map_id):
        none = QCoreApplication.translate("Several", "This map has no personas yet.")
        menu.addAction(none).setEnabled(False)
        menu.addAction(deeds.command("map.personas"))
    for index, persona in enumerate(deeds.journey.personas(deeds.canvas.map_id)):
        theirs = sum(persona.id in one.persona_ids for one in cards)
        name = plain.menu_text(people.called(persona))
        if 0 < theirs < len(cards):
            said = QCoreApplication.translate("Several", "{name}: {n} of {all}")
            name = said.format(name=name, n=theirs, all=len(cards))
        action = menu.addAction(
            name, partial(deeds.set_persona, persona.id, on=theirs < len(cards))
        )
        action.setIcon(people.head(persona, index))
        font = action.font()
        font.setBold(theirs == len(cards))
        action.setFont(font)
        action.setCheckable(True)
        action.setChecked(theirs == len(cards))


def _departments(deeds: SeveralDeeds, menu: QMenu) -> None:
    now = several.shared(deeds.journey, deeds.seen().cards, lambda one: (one.department_id,))
    if not deeds.journey.all(Department):
        none = QCoreApplication.translate(
            "Several",
            "No departments yet. The panel adds them while nothing is selected.",
        )
        menu.addAction(none).setEnabled(False)
        return
    nobody = QCoreApplication.translate("Several", "None")
    listed = [(None, nobody), *((one.id, one.name) for one in deeds.journey.all(Department))]
    for department_id, name in listed:
        action = menu.addAction(plain.menu_text(name), partial(deeds.set_department, department_id))
        action.setCheckable(True)
        action.setChecked(now == (department_id,))


def _sources(deeds: SeveralDeeds, menu: QMenu) -> None:
    """Every source; a check says that all rest on it, and goes by a click."""
    known = several.sources(deeds.journey, deeds.seen().provable)
    sources.fill(menu, deeds.language, deeds.turn_evidence, known)


def _ways(deeds: SeveralDeeds, menu: QMenu) -> None:
    number = len(deeds.seen().notes)
    for how, name in _WAYS.items():
        if how == "across":
            menu.addSeparator()
        action = menu.addAction(
            QCoreApplication.translate("Several", name), partial(deeds.arrange, how)
        )
        action.setEnabled(number >= FEWEST[how in several.SPREADING])


def _whose(deeds: SeveralDeeds) -> str:
    ids = several.shared(deeds.journey, deeds.seen().cards, lambda one: one.persona_ids)
    found = [one for one in deeds.journey.personas() if one.id in (ids or ())]
    return ", ".join(people.called(one) for one in found)


def _rests(deeds: SeveralDeeds) -> str:
    known = several.sources(deeds.journey, deeds.seen().provable)
    return ", ".join(words.say(f"source.{one}", deeds.language) for one in known)


def _owner(deeds: SeveralDeeds) -> str:
    one = several.shared(deeds.journey, deeds.seen().cards, lambda card: card.department_id)
    found = deeds.journey.find(one)
    return plain.clean(found.name) if isinstance(found, Department) else ""
