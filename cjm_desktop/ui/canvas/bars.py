"""Scroll bars that lie over the map's margin instead of taking room from it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGraphicsView, QScrollBar

THICK = 10
"""Pixels, the air round the handle included."""
CORNER = 12
"""Pixels left free where the two would meet."""
SHEET = """
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar::handle { background: #8A96A3; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: #667281; }
QScrollBar::handle:horizontal { min-width: 32px; } QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


class Bars:
    """A pair of scroll bars over a view, in step with its own, which are not shown."""

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.across = self._over(view.horizontalScrollBar())
        self.down = self._over(view.verticalScrollBar())

    def _over(self, own: QScrollBar) -> QScrollBar:
        # A child of the view and not of the viewport, which moves its children when it scrolls.
        bar = QScrollBar(own.orientation(), self._view)
        bar.setStyleSheet(SHEET)
        bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.setCursor(Qt.CursorShape.ArrowCursor)
        bar.hide()
        own.valueChanged.connect(bar.setValue)
        bar.valueChanged.connect(own.setValue)
        return bar

    def place(self, paper: QRectF, seen: QRectF) -> None:
        """Lay them at the edges; one is shown only where some of the paper is out of sight.

        Args:
            paper: on the paper, poster units.
            seen: what part of that is in the window.
        """
        size = self._view.size()
        width, height = size.width(), size.height()
        self._bar(self.across, self._view.horizontalScrollBar())
        self._bar(self.down, self._view.verticalScrollBar())
        self.across.setGeometry(0, height - THICK, width - CORNER, THICK)
        self.down.setGeometry(width - THICK, 0, THICK, height - CORNER)
        self.across.setVisible(seen.left() > paper.left() or seen.right() < paper.right())
        self.down.setVisible(seen.top() > paper.top() or seen.bottom() < paper.bottom())

    @staticmethod
    def _bar(bar: QScrollBar, own: QScrollBar) -> None:
        bar.setRange(own.minimum(), own.maximum())
        bar.setPageStep(own.pageStep())
        bar.setSingleStep(own.singleStep())
        bar.setValue(own.value())
