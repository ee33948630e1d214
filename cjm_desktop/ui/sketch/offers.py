"""Names a line may go on with, below the caret; they take no key but Tab, arrows and Esc."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QTextEdit

from cjm_desktop.exchange.outline.completing import Offer
from cjm_desktop.ui import plain

_WIDEST = 320
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Offers(QListWidget):
    """A short list that follows what is typed.

    Tab takes the first name or the chosen one, Enter only one that was chosen by an arrow: whoever
    writes on and never looks here loses no line.

    Args:
        lines: the field.
    """

    taken = Signal(int, str)
    """The column a name begins in, and the name."""

    def __init__(self, lines: QTextEdit) -> None:
        super().__init__(lines.viewport())
        self._room = lines.viewport()
        self.setProperty("look", "rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Names to go on with"))
        self.itemClicked.connect(lambda item: self._take(self.row(item)))
        self._offer: Offer | None = None
        self.hide()

    def offer(self, found: Offer, caret: QRect) -> None:
        """Show names below the caret, or above it where there is no room."""
        self._offer = found
        self.clear()
        self.addItems([plain.clean(one) for one in found.names])
        size = self._size()
        room = self._room.rect()
        top = caret.bottom() + 4
        if top + size.height() > room.height():
            top = caret.top() - 4 - size.height()
        left = max(0, min(caret.left() - 8, room.width() - size.width()))
        self.setGeometry(QRect(left, top, size.width(), size.height()))
        self.show()
        self.raise_()

    def _size(self) -> QSize:
        wide = max(self.sizeHintForColumn(0) + 24, 120)
        high = sum(self.sizeHintForRow(row) for row in range(self.count())) + 6
        return QSize(min(wide, _WIDEST, self._room.width()), high)

    def leave(self) -> None:
        """Offer nothing."""
        self._offer = None
        self.hide()

    def press(self, key: int) -> bool:
        """Take a key that is meant for the list."""
        if self._offer is None:
            return False
        row = self.currentRow()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key == Qt.Key.Key_Tab or (key in _ENTER and row >= 0):
            self._take(max(0, row))
        elif key == Qt.Key.Key_Down:
            self.setCurrentRow((row + 1) % self.count())
        elif key == Qt.Key.Key_Up and row >= 0:
            self.setCurrentRow((row - 1) % self.count())
        else:
            return False
        return True

    def _take(self, row: int) -> None:
        found = self._offer
        self.leave()
        if found is not None:
            self.taken.emit(found.start, found.names[row])
