"""What the poster is for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.export.choices import PURPOSES, Choices
from cjm_desktop.ui.palette import tokens

_ICONS = {
    "wall": "map-2",
    "sheets": "scissors",
    "press": "certificate",
    "handout": "file-text",
    "blank": "note",
    "cards": "cut",
    "report": "list-check",
    "picture": "photo",
}


class _Purpose(QAbstractButton):
    """A purpose: an icon, its name, and what it makes."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._more = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, name: str, more: str) -> None:
        self.setText(name)
        self._more = more
        self.setAccessibleName(name)
        self.setAccessibleDescription(more)
        plain.tip(self, f"{name}: {more}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        across = max(
            _width(bold(self.font()), self.text()), _width(sized(self.font(), -1), self._more)
        )
        return QSize(across + 60, 2 * self.fontMetrics().height() + 22)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = colours.focus if self.hasFocus() else colours.accent_ink
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(QColor(edge), 2))
            painter.setBrush(QColor(colours.accent_soft if self.isChecked() else colours.card))
            painter.drawRoundedRect(box, 6, 6)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(box, 6, 6)
        ink = colours.accent_ink if self.isChecked() else colours.ink2
        icons.draw(painter, self._icon, ink, QRectF(14, (self.height() - 20) / 2, 20, 20))
        half = self.height() / 2
        room = self.width() - 58
        painter.setPen(QColor(colours.ink))
        painter.setFont(bold(self.font()))
        upper = QRectF(46, 4, room + 8, half - 4)
        painter.drawText(upper, Qt.AlignmentFlag.AlignBottom, self.text())
        painter.setPen(QColor(colours.ink2))
        painter.setFont(sized(self.font(), -1))
        painter.drawText(
            QRectF(46, half + 1, room + 8, half), Qt.AlignmentFlag.AlignTop, self._more
        )


def _width(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text)


class Purposes(QWidget):
    """Chooses what the poster is for."""

    chosen = Signal(str)
    """A purpose, after the user has chosen it."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._head = plain.label("", "secondary")
        column.addWidget(self._head)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, _Purpose] = {}
        for purpose in PURPOSES:
            made = self.buttons[purpose] = _Purpose(_ICONS[purpose])
            self._group.addButton(made)
            made.clicked.connect(lambda _=False, purpose=purpose: self.chosen.emit(purpose))
            column.addWidget(made)
        self._say()

    def _say(self) -> None:
        self._head.setText(self.tr("What it is for"))
        words = {
            "wall": (self.tr("Poster on the wall"), self.tr("in one piece, as PDF")),
            "sheets": (self.tr("Poster from sheets"), self.tr("printed at home and glued")),
            "press": (self.tr("For a print shop"), self.tr("bleed, crop marks, curves")),
            "blank": (self.tr("Blank for a workshop"), self.tr("the grid for sticky notes")),
            "cards": (self.tr("Cut-out cards"), self.tr("76 mm, by stage or empty")),
            "handout": (self.tr("To hand out"), self.tr("A3 or A4 for everyone")),
            "report": (self.tr("Sheets for people"), self.tr("what to do, and personas")),
            "picture": (self.tr("Picture or slides"), self.tr("PNG, SVG, web page, PPTX")),
        }
        for purpose, (name, more) in words.items():
            self.buttons[purpose].say(name, more)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, without telling anybody."""
        self.buttons[choices.purpose].setChecked(True)
