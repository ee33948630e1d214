"""Menus of the cards of a map, one submenu a stage: however many there are, each is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QMenu

from cjm_desktop.journey import grid, naming
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Stage
from cjm_desktop.ui import plain


def fill(
    menu: QMenu,
    journey: Journey,
    cards: Iterable[Card],
    language: str,
    choose: Callable[[str], object],
    chosen: Iterable[str] | None = None,
) -> None:
    """List cards from left to right under the names of their stages.

    Args:
        menu: emptied and filled.
        cards: of one map.
        language: of what has no words of its own.
        choose: told the id of the card that is clicked.
        chosen: ids of those that bear a check mark; None: none can.
    """
    menu.clear()
    marked = None if chosen is None else set(chosen)
    stages: dict[str, QMenu] = {}
    for card in _ordered(journey, cards):
        stage = journey.get(Stage, card.stage_id)
        if stage.id not in stages:
            stages[stage.id] = menu.addMenu(plain.menu_text(naming.label(stage, language)))
        action = stages[stage.id].addAction(plain.menu_text(naming.label(card, language)))
        action.triggered.connect(partial(_tell, choose, card.id))
        if marked is not None:
            action.setCheckable(True)
            action.setChecked(card.id in marked)


def _tell(choose: Callable[[str], object], card_id: str, _on: bool = False) -> None:
    choose(card_id)


def _ordered(journey: Journey, cards: Iterable[Card]) -> list[Card]:
    listed = list(cards)
    if not listed:
        return []
    columns = grid.of_map(journey, journey.map_of(listed[0]) or "")
    return sorted(listed, key=lambda one: (columns.covered(one).start, one.place, one.id))
