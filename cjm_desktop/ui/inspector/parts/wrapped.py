"""Rows of lists whose texts wrap, so that nothing of them is cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import tokens

_WORDS = 28
"""Where the words begin beside a sign, px."""
_EDGE, _AIR = 4, 6
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_ENDLESS = 10_000


class _Line(NamedTuple):
    box: QRect
    text: str
    font: QFont
    main: bool


class AsHighAsWords(QPushButton):
    """A row as high as its words need where they wrap; `heightForWidth` says how high that is.

    Args:
        upright: whether it may be higher.
    """

    def __init__(self, upright: QSizePolicy.Policy) -> None:
        super().__init__()
        self.setProperty("look", "row")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, upright)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 100 else 280
        return QSize(120, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class Wrapped(AsHighAsWords):
    """One thing in a list: a sign, what it is, what it comes to at the right, and more below.

    Args:
        sign: name of its icon, or a number to stand in a disc; empty: no sign.
        text: what it says.
        aside: at the right of it.
        more: lines below it, quieter.
    """

    def __init__(self, sign: str, text: str, aside: str = "", more: Sequence[str] = ()) -> None:
        super().__init__(QSizePolicy.Policy.Fixed)
        self._sign, self._aside = sign, plain.clean(aside)
        self._main = plain.clean(text)
        self._more = tuple(one for one in map(plain.clean, more) if one)
        self._laid: dict[int, tuple[_Line, ...]] = {}
        parts = (sign if sign.isdecimal() else "", *self.texts)
        self.setAccessibleName(", ".join(part for part in parts if part))
        # Enter goes there as Space does.
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text it shows."""
        return (self._main, self._aside, *self._more)

    def _lines(self, width: int) -> tuple[_Line, ...]:
        """Where each text stands; layouts ask again and again, for two widths in turn."""
        found = self._laid.get(width)
        if found is None:
            found = self._laid[width] = tuple(self._lay(width))
        return found

    def _lay(self, width: int) -> Iterator[_Line]:
        """Lay the texts from the top."""
        left = _WORDS if self._sign else _EDGE
        beside = self.fontMetrics().horizontalAdvance(self._aside) + 10 if self._aside else 0
        strong, quiet = bold(self.font(), QFont.Weight.Medium), sized(self.font(), -1)
        top = _AIR
        for number, text in enumerate((self._main, *self._more)):
            font = strong if number == 0 else quiet
            room = max(60, width - left - _EDGE - (beside if number == 0 else 0))
            metrics = QFontMetrics(font)
            high = metrics.boundingRect(QRect(0, 0, room, _ENDLESS), _WRAP, text).height()
            yield _Line(QRect(left, top, room, high), text, font, number == 0)
            top += high + 1

    def heightForWidth(self, width: int) -> int:
        *_, last = self._lines(width)
        return max(last.box.bottom() + _AIR, 28)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._laid = {}
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines(self.width()):
            painter.setFont(line.font)
            painter.setPen(QColor(colours.ink if line.main else colours.ink2))
            painter.drawText(line.box, _WRAP, line.text)
        first = QRect(0, _AIR, self.width() - _EDGE, self.fontMetrics().height())
        painter.setFont(sized(self.font(), -1))
        painter.setPen(QColor(colours.ink2))
        painter.drawText(
            first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._aside
        )
        if self._sign:
            self._draw_sign(painter, first.center().y() + 0.5)

    def _draw_sign(self, painter: QPainter, middle: float) -> None:
        colours = tokens()
        if not self._sign.isdecimal():
            icons.draw(painter, self._sign, colours.ink2, QRectF(4, middle - 8, 16, 16))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft))
        disc = QRectF(1, middle - 10, 20, 20)
        painter.drawRoundedRect(disc, 10, 10)
        painter.setFont(bold(sized(self.font(), -1 if len(self._sign) < 3 else -4)))
        painter.setPen(QColor(colours.accent_ink))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._sign)
