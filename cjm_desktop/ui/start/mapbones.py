"""The map in the first picture of a program that is started with its file: bars come after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from cjm_desktop.journey.quiet import keep
from cjm_desktop.ui import palette
from cjm_desktop.ui.canvas import framing
from cjm_desktop.ui.canvas.cells import CellItem
from cjm_desktop.ui.canvas.placed import play
from cjm_desktop.ui.canvas.sheet import Sheet
from cjm_desktop.ui.canvas.studio import Studio
from cjm_desktop.ui.canvas.torn import or_torn

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from cjm_desktop.document import Document
    from cjm_desktop.layout.pieces import Drawing
    from cjm_desktop.ui.look import Look
    from cjm_desktop.ui.window import Window


class Edges(NamedTuple):
    """What lies round the map in its window, px: bars, rails and panels."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def read(cls, text: str) -> Edges | None:
        """What was remembered of the last time; None: nothing that makes sense."""
        found = [int(one) for one in text.split() if one.isdecimal()]
        return cls(*found) if len(found) == len(cls._fields) else None

    @classmethod
    def of(cls, viewport: QWidget) -> Edges:
        """Those of a map that is shown."""
        window = viewport.window()
        place = QRect(viewport.mapTo(window, viewport.rect().topLeft()), viewport.size())
        return cls(
            place.left(),
            place.top(),
            window.width() - place.left() - place.width(),
            window.height() - place.top() - place.height(),
        )

    def __str__(self) -> str:
        return " ".join(map(str, self))


class MapBones(QWidget):
    """Shows a map where its canvas will be in a moment, and keeps what one does to it for then.

    Args:
        window: completed as soon as one does anything.
        document: that is shown.
        look: as its canvas will show it.
        edges: what will lie round the canvas.
    """

    def __init__(self, window: Window, document: Document, look: Look, edges: Edges) -> None:
        super().__init__()
        self._window = window
        self.document = document
        self._edges = edges
        self._pressed: QMouseEvent | None = None
        self._seen = framing.of(document)
        self._sheet = Sheet(document, self._seen.map_id, look, lambda _: None)

    def take_drawing(self) -> Drawing:
        """The map as it is laid out, for its canvas; this widget shows it no more."""
        self._sheet.close()
        keep()  # as where a canvas lays it out itself
        return self._sheet.settled

    @property
    def place(self) -> QRect:
        """Where the canvas will be."""
        left, top, right, bottom = self._edges
        return self.rect().adjusted(left, top, -right, -bottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, place, drawing = QPainter(self), self.place, self._sheet.settled
        colours = palette.tokens()
        painter.fillRect(self.rect(), QColor(colours.bar))
        painter.fillRect(place, QColor(colours.canvas))
        painter.setClipRect(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner, scale = self._seen.view(drawing, place.size())
        painter.translate(QPointF(place.topLeft()))
        painter.scale(scale, scale)
        painter.translate(-corner)
        painter.fillRect(QRectF(0, 0, drawing.width, drawing.height), QColor(drawing.paper))
        size = place.size() / scale
        window, studio = QRectF(corner.x(), corner.y(), size.width(), size.height()), Studio()
        for ground in (True, False):
            for cell in drawing.cells.values():
                item = CellItem(cell, studio, ground=ground)
                if item.boundingRect().translated(cell.x, cell.y).intersects(window):
                    painter.translate(cell.x, cell.y)
                    with or_torn(painter, item.rect()):
                        play(painter, item.placed(), scale)
                    painter.translate(-cell.x, -cell.y)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.clone()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        window, pressed = self._window, self._pressed
        let_go = event.clone()
        # By then this widget is gone, and the canvas is there.
        window.growing.then(lambda: _click(window, pressed, let_go))


def _click(window: Window, pressed: QMouseEvent | None, let_go: QMouseEvent) -> None:
    """Do to the canvas what was done to its picture."""
    from PySide6.QtGui import QMouseEvent

    if window.work is None or pressed is None:
        return
    viewport = window.work.canvas.viewport()
    for event in (pressed, let_go):
        at = QPointF(viewport.mapFromGlobal(event.globalPosition()))
        if not viewport.rect().contains(at.toPoint()):
            return
        QApplication.sendEvent(
            viewport,
            QMouseEvent(
                event.type(), at, event.globalPosition(), event.button(), event.buttons(),
                event.modifiers(),
            ),
        )  # fmt: skip
