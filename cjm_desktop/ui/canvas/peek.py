"""A large card with what is chosen, to be read from a distance while Space is held."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.canvas.glance import Glance
from cjm_desktop.ui.palette import DARK, LIGHT

WIDEST, NARROWEST, AIR = 560, 200, 24
"""Pixels."""
EDGES = 4
"""Pixels of both edges, which a layout does not count."""
SPARE = 16
"""Pixels for the edge and for what a line is wider than the sum of its letters."""
LARGE, SMALLER = 26, 17
"""Pixels of the text: short ones are large."""
SHORT = 160
"""Letters up to which a text is shown large."""


class Peek(QFrame):
    """The card; nothing takes the mouse or the keyboard from the map under it.

    Args:
        parent: the viewport it lies over.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("peek")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.place = plain.label(wrap=True)
        self.text = plain.label(wrap=True)
        self.more = plain.label(wrap=True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(AIR, AIR, AIR, AIR)
        column.setSpacing(12)
        for one in (self.place, self.text, self.more):
            column.addWidget(one)
        self.hide()

    def show_over(self, glance: Glance, near: QRectF | None, *, dark: bool) -> None:
        """Show what is chosen beside the place where it lies.

        Args:
            glance: what to show.
            near: what it must not hide, pixels of the viewport.
            dark: the window's look.
        """
        colours = DARK if dark else LIGHT
        size = LARGE if len(glance.text) <= SHORT else SMALLER
        self.setStyleSheet(
            f"QFrame#peek {{ background: {colours.card}; border: 2px solid {colours.focus};"
            f" border-radius: 10px; }} QLabel {{ color: {colours.ink}; background: none; }}"
        )
        faces = ((self.place, glance.place, 14), (self.text, glance.text, size))
        for label, said, pixels in (*faces, (self.more, glance.more, 15)):
            _say(label, said, pixels)
        room = self._over.size()
        widest = max(NARROWEST, min(WIDEST, room.width() - 2 * AIR))
        self.setFixedWidth(max(NARROWEST, min(widest, self._needed() + 2 * AIR + SPARE)))
        self._column.invalidate()  # what is hidden does not know that its texts are others
        height = self._column.heightForWidth(self.width() - EDGES) + EDGES
        self.setFixedHeight(min(height, room.height() - AIR))
        self.move(self._spot(near))
        self.show()
        self.raise_()

    def _needed(self) -> int:
        """How wide the longest line is, pixels."""
        labels = (self.place, self.text, self.more)
        lines = ((one, line) for one in labels for line in one.text().split("\n"))
        return max(one.fontMetrics().horizontalAdvance(line) for one, line in lines)

    def _spot(self, near: QRectF | None) -> QPoint:
        """Right of a thing, left of it, else in the middle."""
        room = self._over.size()
        middle = QPoint((room.width() - self.width()) // 2, (room.height() - self.height()) // 2)
        if near is None:
            return middle
        top = max(AIR // 2, min(int(near.top()), room.height() - self.height() - AIR // 2))
        for left in (int(near.right()) + AIR, int(near.left()) - AIR - self.width()):
            if left >= 0 and left + self.width() <= room.width():
                return QPoint(left, top)
        return middle


def _say(label: QLabel, said: str, pixels: int) -> None:
    label.ensurePolished()  # else it is measured in another font than it is shown in
    font = label.font()
    font.setPixelSize(pixels)
    label.setFont(font)
    label.setText(said)
    label.setVisible(bool(said))
