"""At the left of the status bar: what is selected, and which keys do what with it."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import tokens

_KEY = re.compile(r"\[([^\]]+)\]")
_SPLIT = re.compile(r"(\[[^\]]+\])")
_LEFT, _APART = 12, 12


class KeyHints(QWidget):
    """What is selected, and which keys do what with it."""

    def __init__(self) -> None:
        super().__init__()
        self._word = ""
        self._hints: tuple[str, ...] = ()
        self._widths: dict[str, int] = {}
        self._measured = ""
        """The font the widths were measured in."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, hint: str) -> None:
        """Show a word and then keys with their meaning.

        Args:
            hint: the word and each hint parted by tabs; keys in square brackets.
        """
        self._word, *hints = hint.split("\t")
        self._hints = tuple(hints)
        told = "; ".join(_KEY.sub(r"\1", one) for one in self._hints)
        self.setAccessibleName(f"{self._word}. {told}" if told else self._word)
        self.update()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text it shows."""
        return (self._word, *(_KEY.sub("", one) for one in self._hints))

    def sizeHint(self) -> QSize:
        return QSize(400, self.fontMetrics().height() + 8)

    def changeEvent(self, event: QEvent) -> None:
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = _LEFT
        if self._word:
            font = bold(sized(self.font(), -1))
            x = self._text(painter, QPoint(x, 0), self.height(), self._word, font, "ink") + 14
        for hint in self._hints:
            if x + self._width(hint) > self.width():
                return
            x = self._hint(painter, QPoint(x, 0), self.height(), hint) + _APART

    def _hint(self, painter: QPainter, at: QPoint, height: int, hint: str) -> int:
        """Draw one hint in a row of some height; return where it ends."""
        x, small = at.x(), sized(self.font(), -1)
        for part in _parts(hint):
            if part.startswith("["):
                x = self._cap(painter, QPoint(x, at.y()), height, part[1:-1]) + 3
            else:
                place = QPoint(x + 1, at.y())
                x = self._text(painter, place, height, part.strip(), small, "ink2") + 3
        return x

    def _width(self, hint: str) -> int:
        """How much of a row a hint takes, px; layouts ask for the same ones again and again."""
        font = self.font().key()
        if font != self._measured:
            self._measured = font
            self._widths.clear()
        if hint not in self._widths:
            self._widths[hint] = self._measure(hint)
        return self._widths[hint]

    def _measure(self, hint: str) -> int:
        words, caps = (QFontMetrics(sized(self.font(), by)) for by in (-1, -2))
        return sum(
            _cap_width(caps, one[1:-1]) + 3
            if one.startswith("[")
            else words.horizontalAdvance(one.strip()) + 4
            for one in _parts(hint)
        )

    def _text(
        self, painter: QPainter, at: QPoint, height: int, text: str, font: QFont, ink: str
    ) -> int:
        painter.setFont(font)
        painter.setPen(QColor(getattr(tokens(), ink)))
        room = max(0, self.width() - at.x())
        shown = plain.elided(text, painter.fontMetrics(), room)
        painter.drawText(QRect(at, QSize(room, height)), Qt.AlignmentFlag.AlignVCenter, shown)
        return at.x() + painter.fontMetrics().horizontalAdvance(shown)

    def _cap(self, painter: QPainter, at: QPoint, row: int, key: str) -> int:
        colours = tokens()
        painter.setFont(sized(self.font(), -2))
        width = _cap_width(painter.fontMetrics(), key)
        height = painter.fontMetrics().height() + 3
        box = QRectF(at.x() + 0.5, at.y() + (row - height) / 2 + 0.5, width, height - 1)
        painter.setPen(QPen(QColor(colours.line2), 1))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(colours.ink2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        return at.x() + width


class KeyRows(KeyHints):
    """Keys with their meaning in as many rows as it takes to show them all."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, hint: str) -> None:
        super().say(hint)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return len(self._rows(width)) * self._high

    @property
    def _high(self) -> int:
        return self.fontMetrics().height() + 10

    def _rows(self, width: int) -> list[list[str]]:
        rows: list[list[str]] = []
        x = 0
        for hint in self._hints:
            wide = self._width(hint)
            if not rows or x + wide > width:
                rows.append([])
                x = 0
            rows[-1].append(hint)
            x += wide + _APART
        return rows

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in enumerate(self._rows(self.width())):
            at = QPoint(0, number * self._high)
            for hint in row:
                at.setX(self._hint(painter, at, self._high, hint) + _APART)


def _cap_width(metrics: QFontMetrics, key: str) -> int:
    return max(18, metrics.horizontalAdvance(key) + 10)


def _parts(hint: str) -> list[str]:
    """Keys and words, one after the other."""
    return [one for one in _SPLIT.split(hint) if one.strip()]
