"""The menu of what something can rest on: nothing is recorded before one of them is chosen."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import partial
from typing import get_args

from PySide6.QtWidgets import QMenu

from cjm_desktop.journey import words
from cjm_desktop.journey.records import Source
from cjm_desktop.layout.icons import SOURCES
from cjm_desktop.ui import icons


def fill(
    menu: QMenu,
    language: str,
    choose: Callable[[Source], object],
    known: Container[Source] | None = None,
) -> None:
    """List every source.

    Args:
        menu: emptied and filled.
        language: of the words.
        choose: told the source that is clicked.
        known: those that bear a check mark; None: none can.
    """
    menu.clear()
    for source in get_args(Source):
        if source:
            said = words.say(f"source.{source}", language)
            action = menu.addAction(icons.icon(SOURCES[source]), said[:1].upper() + said[1:])
            action.triggered.connect(partial(_tell, choose, source))
            if known is not None:
                action.setCheckable(True)
                action.setChecked(source in known)


def _tell(choose: Callable[[Source], object], source: Source, _on: bool = False) -> None:
    choose(source)
