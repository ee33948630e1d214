"""Areas without an edge that scroll what they hold up and down."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cjm_desktop.ui import plain


def scrolling(inside: QWidget) -> QScrollArea:
    """An area round a widget."""
    made = QScrollArea()
    let_scroll(made)
    made.setWidget(inside)
    return made


def let_scroll(area: QScrollArea) -> None:
    """Make an area of whatever class such a one."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class Ground(QScrollArea):
    """Lies under cards: it leaves the arrows to them, and what is behind it shows.

    Args:
        cards: what holds them.
    """

    def __init__(self, cards: QWidget) -> None:
        super().__init__()
        let_scroll(self)
        self.setWidget(cards)
        cards.setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()


def empty(area: QScrollArea) -> None:
    """Let go of what an area holds, which may be telling of an event at this moment."""
    old = area.takeWidget()
    if old is not None:
        old.hide()
        old.deleteLater()


def remark(said: str, margins: QMargins) -> QWidget:
    """What an area holds that has nothing else to show: a few words at its top."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(margins)
    column.addWidget(plain.label(said, "secondary", wrap=True))
    column.addStretch(1)
    return made
