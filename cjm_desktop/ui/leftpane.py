"""A pane that lies left of the map: its name and a cross at the top, what it is for below."""

from __future__ import annotations

from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QVBoxLayout, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import icon_button, line

WIDTH = 340
"""The least, px."""


class LeftPane(QDockWidget):
    """One that cannot be moved elsewhere.

    Args:
        name: by which the window knows it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self.title = plain.label(role="panel")
        self.close_button = icon_button("x")
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        # It grows where its head needs more, as with large text.
        self.column.addStrut(WIDTH)
        self.setWidget(inside)

    def add_head(self, below: QWidget | None = None, *buttons: QWidget) -> None:
        """Begin the pane with its name, what stands below that, and buttons before the cross."""
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.setSpacing(4)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        if below is not None:
            names.addWidget(below)
        head.addLayout(names)
        head.addStretch(1)
        for made in (*buttons, self.close_button):
            head.addWidget(made)
        self.column.addLayout(head)
        self.column.addWidget(line())

    def dress(self, language: str) -> None:
        """Wear the colours and speak the language of the window."""
        raise NotImplementedError
