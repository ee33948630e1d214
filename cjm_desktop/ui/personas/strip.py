"""Pictures dropped or pasted on the map: on a persona's card, or where a lane shows pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence

from cjm_desktop.journey.records import Card, Lane, Persona, Record
from cjm_desktop.layout import hit
from cjm_desktop.ui import picture_file
from cjm_desktop.ui.picture_taking import PictureTaking, Place

if TYPE_CHECKING:
    from cjm_desktop.ui.canvas.view import Canvas
    from cjm_desktop.ui.editing import Editing

Target = str | Place
"""The record that gets a picture, the cell that gets a card with one, or an empty text."""
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class PictureDrops(QObject):
    """Takes pictures where a canvas shows some; every other drop goes its usual way.

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
        target = self._under(event)
        # Whoever lets a drag in is told of all its moves: the pointer may come over the card yet.
        if target or event.type() == QEvent.Type.DragEnter:
            event.acceptProposedAction()
        else:
            event.ignore()
        if target and event.type() == QEvent.Type.Drop:
            self._take(target, event.mimeData())
        return True

    def _take(self, target: Target, mime: QMimeData) -> None:
        if isinstance(target, str):
            self._taking.take(target, mime)
            return
        made = self._taking.take_into(target, mime)
        if made:
            self._canvas.select((made,))

    def _paste(self) -> bool:
        canvas = self._canvas
        chosen = canvas.selection
        record = canvas.record(chosen[-1]) if chosen else None
        if record is not None and self._shows(record):
            self._taking.paste(record.id)
            return True
        place = canvas.standing
        if record is None and place is not None and self._is_of_pictures(place[0]):
            made = self._taking.paste_into(place)
            if made:
                canvas.select((made,))
            return True
        return False

    def _shows(self, record: Record) -> bool:
        """Whether a record is drawn with its picture."""
        if isinstance(record, Card):
            return self._is_of_pictures(record.lane_id)
        return isinstance(record, Persona)

    def _is_of_pictures(self, lane_id: str) -> bool:
        lane = self._canvas.record(lane_id)
        return isinstance(lane, Lane) and lane.holds == "picture" and not lane.folded

    def _under(self, event: QDropEvent) -> Target:
        """The persona, the card or the free cell of pictures under the pointer; else nothing."""
        point = self._canvas.mapToScene(event.position().toPoint())
        found = hit.at(self._canvas.drawing, point.x(), point.y())
        record = self._canvas.record(found.record_id) if found is not None else None
        if record is not None and self._shows(record):
            return record.id
        place = hit.cell_at(self._canvas.drawing, point.x(), point.y())
        return place if place is not None and self._is_of_pictures(place[0]) else ""
