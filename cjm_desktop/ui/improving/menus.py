"""What a new hypothesis may come from, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from cjm_desktop.journey import naming
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Opportunity
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.improving.reading import unanswered

_MOST = 20
"""Cards in one menu."""
_FEW = 5
"""So many need no menu of their own."""


def fill_add_menu(
    menu: QMenu, journey: Journey, map_id: str, language: str, make: Callable[[str], None]
) -> None:
    """Offer opportunities and barriers: those that have no hypothesis yet come first.

    Args:
        menu: the empty menu.
        make: what happens to the one that is picked.
    """
    translate = QCoreApplication.translate

    def offer(to: QMenu, card: Card) -> None:
        sign = "bulb" if isinstance(card, Opportunity) else "alert-triangle"
        text = plain.menu_text(naming.label(card, language))
        to.addAction(icons.icon(sign), text, partial(make, card.id))

    waiting = unanswered(journey, map_id)
    for one in waiting[:_MOST]:
        offer(menu, one)
    cards = (card for lane in journey.lanes(map_id) for card in journey.cards_of_lane(lane.id))
    others = [one for one in cards if isinstance(one, Opportunity) and one not in waiting]
    if others:
        said, few = translate("Improving", "With a hypothesis already"), len(others) <= _FEW
        if few:
            menu.addSeparator()
            menu.addAction(said).setDisabled(True)
        again = menu if few else menu.addMenu(said)
        for one in others[:_MOST]:
            offer(again, one)
    if menu.isEmpty():
        said = translate("Improving", "There is no opportunity and no barrier on this map yet.")
        menu.addAction(said).setDisabled(True)
