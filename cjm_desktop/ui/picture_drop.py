"""Pictures dropped on a widget that shows one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from cjm_desktop.ui import picture_file

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragLeave, QEvent.Type.Drop)


class PictureDrop(QObject):
    """Watches a widget for pictures that are dragged over it.

    Args:
        target: to watch; it owns this.
    """

    invited = Signal(bool)
    """Something that may be a picture is over the widget, or no more."""
    dropped = Signal(object)
    """It was dropped: the QMimeData."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGS:
            return False
        over = isinstance(event, QDragEnterEvent) and picture_file.offered(event.mimeData())
        self.invited.emit(over)
        if isinstance(event, QDropEvent):
            if over or event.type() == QEvent.Type.Drop:
                event.acceptProposedAction()
            else:
                event.ignore()
            if event.type() == QEvent.Type.Drop:
                self.dropped.emit(event.mimeData())
        return True
