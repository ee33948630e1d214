"""At the left of the status bar: what is selected, and which keys do what with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import tokens

_KEY = re.compile(r"\[([^\]]+)\]")
_SPLIT = re.compile(r"(\[[^\]]+\])")


class KeyHints(QWidget):
    """What is selected, and which keys do what with it."""

    def __init__(self) -> None:
        super().__init__()
        self._word = ""
        self._hints: tuple[str, ...] = ()
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
        small = sized(self.font(), -1)
        x = 12
        if self._word:
            x = self._text(painter, x, self._word, bold(small), "ink") + 14
        for hint in self._hints:
            parts = [one for one in _SPLIT.split(hint) if one.strip()]
            if x + self._width(parts) > self.width():
                return
            for part in parts:
                if part.startswith("["):
                    x = self._cap(painter, x, part[1:-1]) + 3
                else:
                    x = self._text(painter, x + 1, part.strip(), small, "ink2") + 3
            x += 12

    def _width(self, parts: Sequence[str]) -> int:
        metrics = self.fontMetrics()
        return sum(metrics.horizontalAdvance(part.strip("[] ")) + 12 for part in parts)

    def _text(self, painter: QPainter, x: int, text: str, font: QFont, ink: str) -> int:
        painter.setFont(font)
        painter.setPen(QColor(getattr(tokens(), ink)))
        room = max(0, self.width() - x)
        shown = plain.elided(text, painter.fontMetrics(), room)
        painter.drawText(QRect(x, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        return x + painter.fontMetrics().horizontalAdvance(shown)

    def _cap(self, painter: QPainter, x: int, key: str) -> int:
        colours = tokens()
        painter.setFont(sized(self.font(), -2))
        width = max(18, painter.fontMetrics().horizontalAdvance(key) + 10)
        height = painter.fontMetrics().height() + 3
        box = QRectF(x + 0.5, (self.height() - height) / 2 + 0.5, width, height - 1)
        painter.setPen(QPen(QColor(colours.line2), 1))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(colours.ink2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        return x + width
