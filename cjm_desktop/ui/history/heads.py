"""How a list beside the map of the past begins."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def headed(pane: QWidget, heading: QWidget, cross: QWidget) -> QVBoxLayout:
    """Lay a pane out with its heading and the cross that closes it; the rest goes below."""
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 8)
    column.setSpacing(6)
    head = QHBoxLayout()
    head.setContentsMargins(16, 4, 8, 0)
    head.addWidget(heading, 1)
    head.addWidget(cross)
    column.addLayout(head)
    return column
