"""Where the inspector goes in a narrow window: over the right edge of the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QWidget

from cjm_desktop.ui.controls import line


class Overlay(QFrame):
    """Borrows what a dock holds, and gives it back when there is room again.

    Args:
        over: what it lies on.
        below: its upper edge, and more that comes to lie there; what is above stays in reach.
        dock: whose content it borrows.
    """

    def __init__(self, over: QWidget, below: QWidget, dock: QDockWidget) -> None:
        super().__init__(over)
        self._over, self._dock = over, dock
        self.below = [below]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(line("post"))
        self.setAutoFillBackground(True)
        over.installEventFilter(self)
        self.hide()

    def borrow(self) -> None:
        """Take the content of the dock."""
        content: QWidget | None = self._dock.widget()
        if content is not None:
            self._row.addWidget(content)
            content.show()

    def give_back(self) -> None:
        """Let the dock have its content again."""
        self.hide()
        item = self._row.itemAt(1)
        content = item.widget() if item is not None else None
        if content is not None:
            self._row.removeWidget(content)
            self._dock.setWidget(content)

    @property
    def top(self) -> int:
        """How far down the map begins, px."""
        return sum(_height(one) for one in self.below if not one.isHidden())

    def lie(self) -> None:
        """Take one's place at the right edge."""
        width = self.sizeHint().width()
        top = self.top
        self.setGeometry(self._over.width() - width, top, width, self._over.height() - top)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.lie()
        return super().eventFilter(watched, event)


def _height(widget: QWidget) -> int:
    """How high a widget is once it has its place."""
    wanted = widget.sizeHint().expandedTo(widget.minimumSize())
    return wanted.boundedTo(widget.maximumSize()).height()
