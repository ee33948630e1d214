"""Pictures dropped or pasted on the persona's card at the head of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence

from cjm_desktop.journey.records import Persona
from cjm_desktop.layout import hit
from cjm_desktop.ui import picture_file
from cjm_desktop.ui.picture_taking import PictureTaking

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas
    from cjm_desktop.ui.editing import Editing

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class PictureDrops(QObject):
    """Takes pictures where a canvas shows a persona; every other drop goes its usual way.

    Args:
        canvas: to watch; it owns this.
        editing: makes the changes.
    """

    def __init__(self, canvas: Canvas, editing: Editing) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._taking = PictureTaking(editing)
        canvas.viewport().setAcceptDrops(True)
        for one in (canvas, canvas.viewport()):
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.matches(QKeySequence.StandardKey.Paste) and self._paste()
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return False
        if not picture_file.named_so(event.mimeData()):
            return False
        persona_id = self._under(event)
        # Whoever lets a drag in is told of all its moves: the pointer may come over the card yet.
        if persona_id or event.type() == QEvent.Type.DragEnter:
            event.acceptProposedAction()
        else:
            event.ignore()
        if persona_id and event.type() == QEvent.Type.Drop:
            self._taking.take(persona_id, event.mimeData())
        return True

    def _paste(self) -> bool:
        chosen = self._canvas.selection
        record = self._canvas.record(chosen[-1]) if chosen else None
        if not isinstance(record, Persona):
            return False
        self._taking.paste(record.id)
        return True

    def _under(self, event: QDropEvent) -> str:
        point = self._canvas.mapToScene(event.position().toPoint())
        found = hit.at(self._canvas.drawing, point.x(), point.y())
        record = self._canvas.record(found.record_id) if found is not None else None
        return record.id if isinstance(record, Persona) else ""
