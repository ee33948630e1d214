"""What board and matrix say of themselves."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication

Tab = Literal["board", "matrix"]


def how(tab: Tab, key: str) -> str:
    """How cards are moved.

    Args:
        key: makes a hypothesis of a card.
    """
    translate = QCoreApplication.translate
    if tab == "board":
        return translate("Improving",
            "Drag cards between the columns; Ctrl with the arrows does the same. Enter edits the "
            "texts, Ins adds a hypothesis.")  # fmt: skip
    return translate("Improving",
        "Drag cards to where they belong; Ctrl with the arrows does the same, 0 takes a card out. "
        "{key} makes a hypothesis of it.").format(key=key)  # fmt: skip


def untried(name: str, day: str) -> str:
    """What goes with a hypothesis that ran and is an idea again.

    Args:
        day: on which it began.
    """
    return QCoreApplication.translate("Improving",
        "“{name}” is an idea again. That it began on {day} is forgotten; undoing brings it back.",
        ).format(name=name, day=day)  # fmt: skip


def nothing(tab: Tab, key: str) -> str:
    """What there is to know while there is no card.

    Args:
        key: makes an opportunity of a barrier on the map.
    """
    translate = QCoreApplication.translate
    if tab == "board":
        return translate("Improving",
            "A hypothesis says what you change, what you expect of it, and why. It comes from an "
            "opportunity or a barrier of the map, and a metric tells whether it was right.",
        )  # fmt: skip
    return translate("Improving",
        "An opportunity says what could be done about a barrier. Add some to the map: choose a "
        "barrier there and press {key}.").format(key=key)  # fmt: skip
