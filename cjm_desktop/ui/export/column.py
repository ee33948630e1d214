"""A column of the export dialog, which scrolls where the window is low."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def column_of(inside: QWidget, width: int) -> QScrollArea:
    """A column around its contents.

    Args:
        inside: what it holds.
        width: of the column, px; more where the contents need it.
    """
    made = QScrollArea()
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inside)
    made.setFixedWidth(max(width, inside.minimumSizeHint().width() + 12))
    return made
