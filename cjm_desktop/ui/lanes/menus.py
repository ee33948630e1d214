"""Menus of lanes: the kinds to add, what to do with one, the maps it can be copied to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast, get_args

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cjm_desktop.journey import naming, words
from cjm_desktop.journey.records import Lane, LaneKind, Stage
from cjm_desktop.layout.icons import LANES
from cjm_desktop.layout.theme import LIGHT
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import square
from cjm_desktop.ui.lanes import reading
from cjm_desktop.ui.lanes.deeds import Deeds
from cjm_desktop.ui.palette import tokens

KINDS = cast("tuple[LaneKind, ...]", get_args(LaneKind))


def sign(holds: str) -> str:
    """The name of the icon of a kind of lane."""
    return LANES.get(holds, "minus")


def fill_kinds(menu: QMenu, language: str, add: Callable[[LaneKind], object]) -> None:
    """List every kind of lane: its icon, its name, and at the right the question it answers."""
    for holds in KINDS:
        name = plain.menu_text(naming.lane_title(holds, language))
        question = plain.menu_text(naming.lane_question(holds, language))
        text = f"{name}\t{question}" if question else name
        menu.addAction(icons.icon(sign(holds)), text, partial(add, holds))


def fill_maps(
    menu: QMenu, deeds: Deeds, record: Lane | Stage, copy: Callable[[str | None], object]
) -> None:
    """List the maps a lane or stage can be copied to, a new one at the end."""
    for one in reading.other_maps(deeds.journey, record):
        title = plain.menu_text(one.title) or QCoreApplication.translate("Lanes", "Untitled map")
        menu.addAction(icons.icon("map"), title, partial(copy, one.id))
    if not menu.isEmpty():
        menu.addSeparator()
    new = QCoreApplication.translate("Lanes", "New map")
    menu.addAction(icons.icon("plus"), new, partial(copy, None))


def hues() -> dict[str, str]:
    """The colours that things can be given, with their names."""
    names = (
        QCoreApplication.translate("Lanes", "Blue"),
        QCoreApplication.translate("Lanes", "Green"),
        QCoreApplication.translate("Lanes", "Orange"),
        QCoreApplication.translate("Lanes", "Pink"),
        QCoreApplication.translate("Lanes", "Red"),
        QCoreApplication.translate("Lanes", "Grey"),
    )
    return dict(zip(LIGHT.roles, names, strict=True))


def fill_colours(menu: QMenu, now: str, choose: Callable[[str], object]) -> None:
    """List the colours a lane's icon can stand on."""
    usual = menu.addAction(QCoreApplication.translate("Lanes", "As usual"), partial(choose, ""))
    usual.setCheckable(True)
    usual.setChecked(not now)
    for colour, name in hues().items():
        chosen = colour.upper() == now.upper()
        # A menu shows an icon or a check mark: the chosen one is told by its edge and its font.
        made = menu.addAction(square(colour, colour, 16), name, partial(choose, colour))
        font = made.font()
        font.setBold(chosen)
        made.setFont(font)


class LaneMenu:
    """What can be done with one lane, behind what a menu holds already.

    Args:
        menu: to fill.
        deeds: does it.
        lane: to which.
        renamed: begins to edit the lane's name.
        made: shows a new lane by its id.
        copied: shows a copy on another map, by the ids of both.
        deleted: tells how many cards have gone with the lane.
    """

    def __init__(
        self,
        menu: QMenu,
        deeds: Deeds,
        lane: Lane,
        *,
        renamed: Callable[[], object],
        made: Callable[[str | None], object],
        copied: Callable[[tuple[str, str] | None], object],
        deleted: Callable[[str, int], object],
    ) -> None:
        self._menu, self._deeds, self._lane = menu, deeds, lane
        self._made, self._copied, self._deleted = made, copied, deleted
        menu.addAction(icons.icon("pencil"), QCoreApplication.translate("Lanes", "Rename"), renamed)
        self._colours()
        menu.addSeparator()
        self._below()
        menu.addAction(
            icons.icon("copy"), QCoreApplication.translate("Lanes", "Duplicate"), self._duplicate
        )
        maps = menu.addMenu(
            icons.icon("map"), QCoreApplication.translate("Lanes", "Copy to another map")
        )
        fill_maps(maps, deeds, lane, lambda one: copied(deeds.copy_to(lane, one)))
        menu.addSeparator()
        self._places()
        self._sizes()
        menu.addSeparator()
        self._end()

    def _colours(self) -> None:
        colour = self._lane.colour or LIGHT.disc
        menu = self._menu.addMenu(
            square(colour, tokens().line2, 16), QCoreApplication.translate("Lanes", "Colour")
        )
        fill_colours(menu, self._lane.colour, lambda one: self._deeds.recolour(self._lane, one))

    def _below(self) -> None:
        deeds, lane = self._deeds, self._lane
        place = deeds.journey.lanes(lane.map_id).index(lane) + 1
        menu = self._menu.addMenu(
            icons.icon("plus"), QCoreApplication.translate("Lanes", "Add a lane below")
        )
        fill_kinds(
            menu, deeds.language, lambda kind: self._made(deeds.add(lane.map_id, kind, place))
        )

    def _duplicate(self) -> None:
        self._made(self._deeds.duplicate(self._lane))

    def _places(self) -> None:
        deeds, lane = self._deeds, self._lane
        lanes = deeds.journey.lanes(lane.map_id)
        place = lanes.index(lane)
        up = self._add("arrow-up", QCoreApplication.translate("Lanes", "Move up"), place - 1)
        down = self._add("arrow-down", QCoreApplication.translate("Lanes", "Move down"), place + 1)
        up.setEnabled(place > 0)
        down.setEnabled(place < len(lanes) - 1)

    def _add(self, icon: str, text: str, place: int) -> QAction:
        return self._menu.addAction(
            icons.icon(icon), text, lambda: self._deeds.move(self._lane, place)
        )

    def _sizes(self) -> None:
        deeds, lane = self._deeds, self._lane
        if not reading.cells(lane.holds):
            return
        text = (
            QCoreApplication.translate("Lanes", "Unfold")
            if lane.folded
            else QCoreApplication.translate("Lanes", "Fold to its name")
        )
        fold = "eye" if lane.folded else "eye-off"
        self._menu.addAction(icons.icon(fold), text, lambda: deeds.show(lane, shown=lane.folded))
        fit = self._menu.addAction(
            icons.icon("arrows-vertical"),
            QCoreApplication.translate("Lanes", "As high as its content"),
            lambda: deeds.fit_height(lane),
        )
        fit.setEnabled(lane.height is not None)

    def _end(self) -> None:
        deeds, lane = self._deeds, self._lane
        count = reading.holds(deeds.journey, lane.id)
        text = QCoreApplication.translate("Lanes", "Delete")
        self._menu.addAction(
            icons.icon("trash"),
            words.say("lanes.delete", deeds.language, n=count) if count else text,
            lambda: self._deleted(deeds.name(lane), deeds.delete(lane)),
        )
