"""The large buttons of the first page: an icon, a name, a word about it, its key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from cjm_desktop.ui import icons, spoken
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import tokens

_LEFT = 44
"""Where the words begin, px."""


class StartRow(QPushButton):
    """One thing to begin with.

    Args:
        icon: name of its icon.
        filled: it is the one filled button of the page.
    """

    def __init__(self, icon: str, *, filled: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._filled = filled
        self._name = ""
        self._detail = ""
        self._key = ""
        self.setProperty("look", "main" if filled else "row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, name: str, detail: str = "", key: str = "") -> None:
        """Write on it: its name, a word about it, and the key that does the same."""
        self._detail, self._key = detail, spoken.key(key) if key else ""
        self.setAccessibleName(name)
        self.setAccessibleDescription(detail)
        self.setText("")
        self._name = name
        self.updateGeometry()
        self.update()

    @property
    def key(self) -> str:
        """The key it shows."""
        return self._key

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text it shows."""
        return (self._name, self._detail)

    def sizeHint(self) -> QSize:
        lines = 2 if self._detail else 1
        return QSize(300, self.fontMetrics().height() * lines + (18 if self._detail else 24))

    def minimumSizeHint(self) -> QSize:
        """Room for all its words: the column grows with them."""
        name = QFontMetrics(bold(self.font())).horizontalAdvance(self._name)
        if self._key:
            name += QFontMetrics(sized(self.font(), -2)).horizontalAdvance(self._key) + 36
        detail = QFontMetrics(sized(self.font(), -1)).horizontalAdvance(self._detail)
        return QSize(_LEFT + max(name, detail) + 12, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = colours.on_accent if self._filled else colours.ink
        sign = QRectF(12, (self.height() - 20) / 2, 20, 20)
        sign_ink = colours.on_accent if self._filled else colours.accent_ink
        icons.draw(painter, self._icon, sign_ink, sign)
        words = QRect(_LEFT, 0, self.width() - _LEFT - 12, self.height())
        height = self.fontMetrics().height()
        if self._detail:
            words = QRect(_LEFT, 9, self.width() - _LEFT - 12, height)
        painter.setFont(bold(self.font()))
        painter.setPen(QColor(ink))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._name)
        if self._detail:
            painter.setFont(sized(self.font(), -1))
            painter.setPen(QColor(colours.ink3))
            below = words.translated(0, height)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._detail)
        if self._key:
            self._cap(painter, colours.on_accent if self._filled else colours.ink2, colours.line2)

    def _cap(self, painter: QPainter, ink: str, edge: str) -> None:
        painter.setFont(sized(self.font(), -2))
        width = painter.fontMetrics().horizontalAdvance(self._key) + 12
        height = painter.fontMetrics().height() + 4
        box = QRectF(self.width() - width - 11.5, (self.height() - height) / 2, width, height)
        if not self._filled:
            painter.setPen(QPen(QColor(edge), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
