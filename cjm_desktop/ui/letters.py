"""Telling which characters of a map are shown as codes, because no bundled font has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from cjm_desktop.ui.window import Window

MATTER = "letters"
NAMED = 12
"""So many characters are named; there may be thousands."""


class Letters:
    """Says so once for each character that comes: a strip that was closed stays closed.

    Args:
        window: over whose map.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._told: frozenset[str] = frozenset()

    def show(self, missing: tuple[str, ...]) -> None:
        """Say it of these characters, or nothing more where there are none."""
        if not missing:
            if self._told:
                self._window.banners.drop(MATTER)
            self._told = frozenset()
        elif not self._told.issuperset(missing):
            self._told = frozenset(missing)
            said = QCoreApplication.translate(
                "Letters",
                "The fonts of this program do not have %1. Boxes with their codes stand for"
                " them, on paper too.",
            )
            named = " ".join(missing[:NAMED]) + (" …" if len(missing) > NAMED else "")
            self._window.tell(said.replace("%1", named), MATTER)

    def forget(self) -> None:
        """Another map is going to be shown."""
        self._told = frozenset()
