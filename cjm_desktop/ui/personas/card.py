"""A persona's card: picture, name, role, need, a quote, and the maps they walk on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Persona, Picture
from cjm_desktop.layout.cards import quoted
from cjm_desktop.ui import icons, people, picture_file, plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.personas.reading import maps_of
from cjm_desktop.ui.start.cards import lines

WIDTH = 250
_PAD = 14
_AVATAR = 46
_EDGE = 3
"""Round the card, for the ring of what is chosen."""


class PersonaCard(QAbstractButton):
    """One persona in the gallery. A press chooses, a drag moves, a dropped picture is taken.

    Args:
        persona: whom it shows.
        index: their place among all personas.
        journey: where their picture and their maps are found.
    """

    dragged = Signal(str, QPoint)
    """It is being moved: its persona and where on the screen the pointer is."""
    let_go = Signal(str, QPoint)
    """It has been moved there."""
    menu_asked = Signal(str, QPoint)
    """Its menu is wanted there on the screen."""
    pictured = Signal(str, object)
    """Something that may be a picture was dropped on it."""

    def __init__(self, persona: Persona, index: int, journey: Journey) -> None:
        super().__init__()
        self._pressed: QPoint | None = None
        self.lifted = False
        """It is being moved."""
        self._invites = False
        self._picture_id: str | None = None
        self._face = QPixmap()
        self.setCheckable(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_persona(persona, index, journey)

    def show_persona(self, persona: Persona, index: int, journey: Journey) -> None:
        """Show this persona as they are now."""
        self.persona, self._index = persona, index
        if persona.picture_id != self._picture_id:
            self._picture_id, self._face = persona.picture_id, QPixmap()
            stored = journey.find(persona.picture_id)
            if isinstance(stored, Picture):
                self._face.loadFromData(stored.data)
        self._maps = ", ".join(plain.clean(one.title) for one in maps_of(journey, persona.id))
        self._said = persona.quotes[0] if persona.quotes else ""
        self._language = journey.document.language
        named = (people.called(persona), persona.name, persona.need, self._said, self._where)
        self.setAccessibleName(", ".join(dict.fromkeys(plain.clean(one) for one in named if one)))
        self.update()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text it shows."""
        return (*self._names(), self._need[0], self._said, self._where)

    def _names(self) -> tuple[str, str]:
        name, role = plain.clean(self.persona.name), plain.clean(self.persona.role)
        return (name or role or self.tr("Nobody yet"), role if name else "")

    @property
    def _need(self) -> tuple[str, bool]:
        """What they need, and whether anybody has said so."""
        said = plain.clean(self.persona.need)
        return (said, True) if said else (self.tr("What do they need?"), False)

    @property
    def _where(self) -> str:
        return self._maps or self.tr("On no map")

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        wide = round(WIDTH * max(1.0, line / 16))
        return QSize(wide, 2 * (_PAD + _EDGE) + _AVATAR + 5 * line + 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.click()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if self.lifted or way.manhattanLength() >= QApplication.startDragDistance():
            self.lifted = True
            self.dragged.emit(self.persona.id, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self.lifted:
            self.lifted = False
            self.let_go.emit(self.persona.id, event.globalPosition().toPoint())

    def put_down(self) -> None:
        """Nothing is moved any more."""
        self._pressed, self.lifted = None, False

    def portrait(self) -> QPixmap:
        """What it looks like while it is not moved."""
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
        self.menu_asked.emit(self.persona.id, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrows and the like belong to the board.
        event.ignore()

    def nextCheckState(self) -> None:
        self.setChecked(True)

    # Pictures from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if picture_file.offered(event.mimeData()):
            self._invite(on=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._invite(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._invite(on=False)
        self.pictured.emit(self.persona.id, event.mimeData())
        event.acceptProposedAction()

    def _invite(self, *, on: bool) -> None:
        self._invites = on
        self.update()

    # What it looks like

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if self.lifted:
            painter.setOpacity(0.4)
        over = self.underMouse() and not self.isChecked()
        painter.setPen(QPen(QColor(colours.line2 if over else colours.line), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._draw_head(painter, frame)
        self._draw_words(painter, frame)
        if self.isChecked() or self._invites:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), 9, 9)

    def _draw_head(self, painter: QPainter, frame: QRectF) -> None:
        colours = tokens()
        disc = QRectF(frame.x() + _PAD, frame.y() + _PAD, _AVATAR, _AVATAR)
        painter.setFont(self.font())
        if self._face.isNull():
            people.draw_head(painter, self.persona, self._index, disc)
        else:
            draw_face(painter, self._face, disc)
        left = int(disc.right()) + 12
        room = int(frame.right()) - _PAD - left
        name, role = self._names()
        high = self.fontMetrics().height()
        top = int(disc.center().y()) - (high if role else high // 2)
        painter.setPen(QColor(colours.ink))
        _line(painter, bold(self.font()), name, QRect(left, top, room, high))
        painter.setPen(QColor(colours.ink2))
        _line(painter, sized(self.font(), -1), role, QRect(left, top + high + 1, room, high))

    def _draw_words(self, painter: QPainter, frame: QRectF) -> None:
        colours, small = tokens(), sized(self.font(), -1)
        high = self.fontMetrics().height()
        box = QRect(int(frame.x()) + _PAD, 0, int(frame.width()) - 2 * _PAD, high)
        box.moveTop(int(frame.y()) + _PAD + _AVATAR + 10)
        need, said = self._need
        painter.setPen(QColor(colours.ink if said else colours.ink3))
        box.moveTop(_lines(painter, small, need, box, 2) + 5)
        slanted = QFont(small)
        slanted.setItalic(True)
        painter.setPen(QColor(colours.ink2))
        if self._said:
            _lines(painter, slanted, quoted(plain.clean(self._said), self._language), box, 2)
        box.moveBottom(int(frame.bottom()) - _PAD + 3)
        sign = QRectF(box.x(), box.center().y() - 6, 13, 13)
        icons.draw(painter, "map", colours.ink3, sign)
        painter.setPen(QColor(colours.ink3))
        _line(painter, small, self._where, box.adjusted(19, 0, 0, 0))


def draw_face(painter: QPainter, picture: QPixmap, disc: QRectF) -> None:
    """Draw the middle of a picture in a disc."""
    painter.save()
    outline = QPainterPath()
    outline.addEllipse(disc)
    painter.setClipPath(outline)
    side = min(picture.width(), picture.height())
    part = QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
    painter.drawPixmap(disc, picture, part)
    painter.restore()


def _line(painter: QPainter, font: QFont, text: str, box: QRect) -> None:
    painter.setFont(font)
    shown = plain.elided(text, painter.fontMetrics(), box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


def _lines(painter: QPainter, font: QFont, text: str, box: QRect, most: int) -> int:
    """Draw a text on at most so many lines and say where the last one ends, px."""
    painter.setFont(font)
    row = QRect(box)
    for line in lines(text, painter.fontMetrics(), box.width(), most):
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)
        row.translate(0, box.height())
    return row.top()
