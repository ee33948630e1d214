"""A persona's card: picture, name, role, need, a quote, and the maps they walk on."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Persona, Picture
from cjm_desktop.layout.cards import quoted
from cjm_desktop.ui import icons, people, plain
from cjm_desktop.ui.carried import EDGE, Carried
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.personas.reading import maps_of
from cjm_desktop.ui.picture_drop import PictureDrop

WIDTH = 250
_PAD = 14
_AVATAR = 46


class PersonaCard(Carried):
    """One persona in the gallery. A press chooses, a drag moves, a dropped picture is taken.

    Args:
        persona: whom it shows.
        index: their place among all personas.
        journey: where their picture and their maps are found.
    """

    pictured = Signal(str, object)
    """Something that may be a picture was dropped on it."""

    def __init__(self, persona: Persona, index: int, journey: Journey) -> None:
        super().__init__(persona.id)
        self._invites = False
        self._picture_id: str | None = None
        self._face = QPixmap()
        drop = PictureDrop(self)
        drop.invited.connect(self._invite)
        drop.dropped.connect(lambda mime: self.pictured.emit(self.record_id, mime))
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
        return (said, True) if said else (self.tr("Which need?"), False)

    @property
    def _where(self) -> str:
        return self._maps or self.tr("On no map")

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        wide = round(WIDTH * max(1.0, line / 16))
        return QSize(wide, 2 * (_PAD + EDGE) + _AVATAR + 5 * line + 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _invite(self, on: bool) -> None:
        self._invites = on
        self.update()

    # What it looks like

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
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
    for line in plain.lines(text, painter.fontMetrics(), box.width(), most):
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)
        row.translate(0, box.height())
    return row.top()
