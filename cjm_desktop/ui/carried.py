"""A card that is chosen by a press and carried by the mouse: on boards, shelves and the matrix."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QRegion,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.palette import tokens

EDGE = 3
"""Round a card, for the ring of what is chosen, px."""
BAND = 32
"""Along the edges of a view, where a carried card makes it scroll, px."""
PULL, FASTEST = 16, 16
"""Milliseconds between two times, and px at a time at most."""


class Carried(QAbstractButton):
    """A card of one record. A press chooses it, a drag carries it; keys belong to its board.

    Args:
        record_id: of the record it stands for.
    """

    dragged = Signal(str, QPoint)
    """It is being carried: its record and where on the screen the pointer is."""
    let_go = Signal(str, QPoint)
    """It has been carried there."""
    opened = Signal(str)
    """It was clicked twice."""
    menu_asked = Signal(str, QPoint)
    """Its menu is wanted there on the screen."""

    def __init__(self, record_id: str) -> None:
        super().__init__()
        self.record_id = record_id
        self._pressed: QPoint | None = None
        self.lifted = False
        """It is being carried."""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            self.opened.emit(self.record_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if self.lifted or way.manhattanLength() >= QApplication.startDragDistance():
            self.lifted = True
            self.dragged.emit(self.record_id, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self.lifted:
            self.lifted = False
            self.let_go.emit(self.record_id, event.globalPosition().toPoint())

    def put_down(self) -> None:
        """It is not carried any more."""
        self._pressed, self.lifted = None, False
        self.update()

    def portrait(self) -> QPixmap:
        """What it looks like while it is not carried."""
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        self.lifted, lifted = False, self.lifted
        self.render(made, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        self.lifted = lifted
        return made

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.mapToGlobal(self.rect().center())
        self.menu_asked.emit(self.record_id, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def draw_ground(self, painter: QPainter, radius: float = 8) -> QRectF:
        """Draw the card without words, and say where it lies."""
        colours = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        box = frame.adjusted(0.5, 0.5, -0.5, -0.5)
        if self.lifted:
            painter.setPen(QPen(QColor(colours.line2), 1, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(colours.field))
        else:
            over = self.underMouse() and not self.isChecked()
            painter.setPen(QPen(QColor(colours.line2 if over else colours.line), 1))
            painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(box, radius, radius)
        if self.isChecked() and not self.lifted:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), radius + 1, radius + 1)
        return frame


class Ghost(QLabel):
    """The picture of a card under the pointer.

    Args:
        card: which is carried.
        over: the widget it is carried over.
    """

    scrolled = Signal()
    """What it is carried over went on under the pointer, which rests."""

    def __init__(self, card: Carried, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._area = _area_round(over)
        self.at = QPoint()
        """Where on the screen the pointer is."""
        pull = QTimer(self)
        pull.setInterval(PULL)
        pull.timeout.connect(self._pull)
        pull.start()
        self.setPixmap(card.portrait())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(card.size())
        self.show()
        self.place = plain.label()
        """Where it would land, in words beside the pointer."""
        self.place.setParent(over)
        self.place.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        colours = tokens()
        self.place.setStyleSheet(
            f"background: {colours.ink}; color: {colours.card};"
            " border-radius: 6px; padding: 4px 10px;"
        )
        self.place.hide()

    def say(self, place: str) -> None:
        """Name the place under the pointer; empty: it has none."""
        self.place.setText(place)
        self.place.adjustSize()
        room = self._over.size()
        at = self.geometry().topLeft() - QPoint(0, self.place.height() + 2)
        at.setX(max(4, min(at.x(), room.width() - self.place.width() - 4)))
        at.setY(max(4, at.y()))
        self.place.move(at)
        self.place.setVisible(bool(place))
        self.place.raise_()

    def go(self, point: QPoint) -> None:
        """Follow the pointer to a point of what it is carried over."""
        self.at = self._over.mapToGlobal(point)
        self.move(point + QPoint(12, 8))
        self.raise_()

    def _pull(self) -> None:
        """Scroll on while the pointer is at an edge of what is seen; not far beside it."""
        if self._area is None:
            return
        port = self._area.viewport()
        at = port.mapFromGlobal(self.at)
        if not port.rect().adjusted(-BAND, -BAND, BAND, BAND).contains(at):
            return
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        before = across.value(), down.value()
        across.setValue(across.value() + pulled(at.x(), port.width()))
        down.setValue(down.value() + pulled(at.y(), port.height()))
        if before != (across.value(), down.value()):
            self.scrolled.emit()

    def vanish(self) -> None:
        """Nothing is carried any more."""
        for one in (self, self.place):
            one.hide()
            one.deleteLater()


def _area_round(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def pulled(place: int, size: int) -> int:
    """How far a view scrolls at a time for a pointer, pixels: the faster the nearer the edge.

    Args:
        place: of the pointer along the view, pixels.
        size: of the view.
    """
    if place < BAND:
        return -min(FASTEST, (BAND - place) // 3 + 1)
    if place > size - BAND:
        return min(FASTEST, (place - size + BAND) // 3 + 1)
    return 0


def wrapped(text: str, font: QFont, width: int, most: int) -> Sequence[str]:
    """A text in at most some lines of a width in pixels; none where nothing is written."""
    said = plain.clean(text)
    return plain.lines(said, QFontMetrics(font), width, most) if said else ()
