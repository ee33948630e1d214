"""Icons drawn from the bundled SVG outlines in the colours of the window's palette."""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cjm_desktop import assets
from cjm_desktop.ui.palette import Tokens, tokens

IconRole = Literal["plain", "strong", "faint", "accent", "on_accent", "good", "alarm", "warn"]
"""Which ink an icon takes; `plain` turns to the accent when chosen."""


BESIDE = QSize(20, 16)
"""Of an icon of 16 px with a word at its right, px."""


def icon(name: str, role: IconRole = "plain") -> QIcon:
    """The icon of that name; it follows the palette when the theme changes.

    Args:
        name: of the file in `resources/icons`, without `.svg`.
        role: which ink it takes.
    """
    return QIcon(_Engine(name, role))


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon in a colour of its own.

    Args:
        name: of the file in `resources/icons`, without `.svg`.
        colour: `#RRGGBB`.
        size: of a side, logical pixels.
        ratio: device pixels to a logical one.
    """
    side = round(size * ratio)
    picture = blank(side)
    painter = QPainter(picture)
    draw(painter, name, colour, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def blank(side: int) -> QPixmap:
    """A transparent square of some pixels to draw an icon into."""
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def draw(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw an icon in a colour of its own into a square."""
    _drawn_in(name, colour).render(painter, rect)


@cache
def _drawn_in(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_outline(name).replace("currentColor", colour).encode()))


@cache
def _outline(name: str) -> str:
    return assets.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def _colour(role: IconRole, colours: Tokens, mode: QIcon.Mode, state: QIcon.State) -> str:
    if mode == QIcon.Mode.Disabled:
        return colours.line2
    if role == "plain":
        return colours.accent_ink if state == QIcon.State.On else colours.ink2
    inks: dict[IconRole, str] = {
        "strong": colours.ink,
        "faint": colours.ink3,
        "accent": colours.accent_ink,
        "on_accent": colours.on_accent,
        "good": colours.good,
        "alarm": colours.alarm,
        "warn": colours.warn,
    }
    return inks[role]


class _Engine(QIconEngine):
    """Draws one outline in the ink its role has in the palette of the moment."""

    def __init__(self, name: str, role: IconRole) -> None:
        super().__init__()
        self._name = name
        self._role: IconRole = role
        self._drawn: dict[tuple[int, str], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        corner = rect.center() - QPoint(side // 2 - 1, side // 2 - 1)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            QRect(corner, QSize(side, side)), self._picture(side * ratio, mode, state)
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._at_left(size, mode, state)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        picture = QPixmap(self._at_left(size * scale, mode, state))
        picture.setDevicePixelRatio(scale)
        return picture

    def _at_left(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        square = self._picture(min(size.width(), size.height()), mode, state)
        if size.width() <= size.height() or size.height() < 1:
            return square
        # Asked for wider than high it stands at the left: the rest keeps it off the word beside it.
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.drawPixmap(0, 0, square)
        painter.end()
        return picture

    def _picture(self, side: float, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        colour = _colour(self._role, tokens(), mode, state)
        # A button that has no room yet asks for an icon of no size, which nothing can draw into.
        key = (max(1, round(side)), colour)
        if key not in self._drawn:
            self._drawn[key] = pixmap(self._name, colour, key[0])
        return self._drawn[key]
