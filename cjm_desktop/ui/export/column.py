"""A column of the export dialog, which scrolls where the window is low."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from cjm_desktop.ui.areas import scrolling


def column_of(inside: QWidget, width: int) -> QScrollArea:
    """A column around its contents.

    Args:
        inside: what it holds.
        width: of the column, px; more where the contents need it.
    """
    made = scrolling(inside)
    made.setFixedWidth(max(width, inside.minimumSizeHint().width() + 12))
    return made
