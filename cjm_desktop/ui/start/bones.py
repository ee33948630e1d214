"""What the first page looks like in the first picture of a program: its ground and large buttons.

Nothing here may ask for `Qt`, the widest list of Qt's names, nor for a pen or a brush, which do:
that list alone takes as long to make as this whole picture. So it is drawn as one SVG.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QCoreApplication, QRectF, Signal
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from cjm_desktop import assets
from cjm_desktop.ui import typeface

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPoint
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from cjm_desktop.ui.palette import Tokens

SIGN, LEFT, TOP, MOST = 36, 32, 20, 4000
"""Side of the program's sign, where it stands, and the widest column there can be, px."""
ROWS = ("plus", "folder-open", "file-text")
"""The icons of the large buttons."""


class Widths(NamedTuple):
    """Of the left column and of the buttons in it, px: they grow with the words."""

    column: int = 368
    row: int = 305

    @classmethod
    def read(cls, text: str) -> Widths:
        """What was remembered of the last time; what makes no sense is not taken."""
        found = [int(one) for one in text.split() if one.isdecimal()]
        fits = len(found) == len(cls._fields) and 0 < found[1] < found[0] < MOST
        return cls(*found) if fits else cls()

    def __str__(self) -> str:
        return f"{self.column} {self.row}"


class Row(NamedTuple):
    """A large button: what it says, and where it is."""

    name: str
    detail: str
    top: int
    height: int


class Bones(QWidget):
    """Stands where the first page will be in a moment, and hears what one asks of it.

    Args:
        colours: of the window.
        pixels: size of the interface's text.
        widths: what the first page measured last time.
    """

    asked = Signal(int)
    """The large button of this number was clicked."""

    def __init__(self, colours: Tokens, pixels: int, widths: Widths) -> None:
        super().__init__()
        self._colours = colours
        self._pixels = pixels
        self._widths = widths
        self._pressed = -1
        self._rows = self._placed()

    def _metrics(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetrics:
        return QFontMetrics(_font(size, weight))

    def _scaled(self, size: int) -> int:
        return typeface.scaled(size, self._pixels)

    @property
    def _head(self) -> tuple[QFontMetrics, QFontMetrics]:
        name = self._metrics(self._scaled(16), QFont.Weight.Bold)
        return name, self._metrics(self._scaled(12))

    @property
    def _high(self) -> int:
        """How high the head is: its sign, or the name and the line under it."""
        fonts = _font(self._scaled(16), QFont.Weight.Bold), _font(self._scaled(12))
        # As labels round it.
        return max(SIGN, sum(ceil(QFontMetricsF(one).height()) for one in fonts))

    def _placed(self) -> tuple[Row, ...]:
        translate = QCoreApplication.translate
        said = (
            (translate("StartLeft", "New map"), ""),
            (translate("StartLeft", "Open file"), ""),
            (
                translate("StartLeft", "From a Mermaid file"),
                translate("StartLeft", "a journey diagram, .mmd or .md"),
            ),
        )
        line = self._metrics(self._pixels, QFont.Weight.Medium).height()
        top = TOP + self._high + 20
        rows = []
        for name, detail in said:
            rows.append(Row(name, detail, top, 2 * line + 18 if detail else line + 24))
            top += rows[-1].height + 4
        return tuple(rows)

    def _texts(self) -> list[str]:
        colours, (large, small) = self._colours, self._head
        slogan = QCoreApplication.translate("StartLeft", "Customer journey maps")
        spare = max(0, self._high - large.height() - small.height()) // 2
        top = TOP + spare + large.ascent()
        texts = [
            _text(80, top, self._scaled(16), 700, colours.ink, "CJM Desktop"),
            _text(80, TOP + spare + large.height() + small.ascent(), self._scaled(12), 400,
                  colours.ink2, slogan),
        ]  # fmt: skip
        bold = self._metrics(self._pixels, QFont.Weight.DemiBold)
        for number, row in enumerate(self._rows):
            ink = colours.ink if number else colours.on_accent
            top = 9 if row.detail else (row.height - bold.height()) // 2
            base = row.top + top + bold.ascent()
            texts.append(_text(LEFT + 44, base, self._pixels, 600, ink, row.name))
            if row.detail:
                aside = self._metrics(self._pixels - 1, QFont.Weight.Medium)
                base = row.top + 9 + bold.height() + (bold.height() - aside.height()) // 2
                base += aside.ascent()
                texts.append(
                    _text(LEFT + 44, base, self._pixels - 1, 500, colours.ink3, row.detail)
                )
        return texts

    def _picture(self) -> str:
        colours, column, main = self._colours, self._widths.column, self._rows[0]
        wide, high = self.width(), self.height()
        bar = self._scaled(28)
        return "".join(
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">',
                _box(0, 0, wide, high, colours.canvas),
                _box(0, 0, column, high, colours.bar),
                _box(column - 1, 0, 1, high, colours.line),
                _box(0, high - bar - 1, wide, bar + 1, colours.bar),
                _box(0, high - bar - 1, wide, 1, colours.line),
                _box(LEFT, main.top, self._widths.row, main.height, colours.accent, 6),
                f'<g font-family="{typeface.FAMILY}">',
                *self._texts(),
                "</g></svg>",
            )
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(painter, self._picture(), QRectF(self.rect()))
        _draw(
            painter,
            _icon("app", "#FFFFFF"),
            QRectF(LEFT, TOP + (self._high - SIGN) // 2, SIGN, SIGN),
        )
        for icon, row in zip(ROWS, self._rows, strict=True):
            ink = self._colours.accent_ink if row is not self._rows[0] else self._colours.on_accent
            middle = row.top + (row.height - 20) / 2
            _draw(painter, _icon(icon, ink), QRectF(LEFT + 12, middle, 20, 20))
        painter.end()

    def _at(self, place: QPoint) -> int:
        if LEFT <= place.x() < LEFT + self._widths.row:
            for number, row in enumerate(self._rows):
                if row.top <= place.y() < row.top + row.height:
                    return number
        return -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._at(event.position().toPoint()) if _with_left(event) else -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed >= 0 and _with_left(event) and self._at(event.position().toPoint()) == pressed:
            self.asked.emit(pressed)

    def hideEvent(self, event: QEvent) -> None:
        # A button held down here is let go over the real one, which does not know of it.
        if self._pressed >= 0:
            pressed, self._pressed = self._pressed, -1
            self.asked.emit(pressed)


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = typeface.interface_font(size)
    font.setWeight(weight)
    return font


def _with_left(event: QMouseEvent) -> bool:
    from PySide6.QtCore import Qt  # by now the first picture is seen

    return event.button() == Qt.MouseButton.LeftButton


def _icon(name: str, ink: str) -> str:
    text = assets.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", ink)


def _draw(painter: QPainter, picture: str, place: QRectF) -> None:
    QSvgRenderer(QByteArray(picture.encode())).render(painter, place)


def _box(x: int, y: int, wide: int, high: int, ink: str, round_: int = 0) -> str:
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="{round_}" fill="{ink}"/>'


def _text(x: int, base: int, size: int, weight: int, ink: str, said: str) -> str:
    shown = said.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<text x="{x}" y="{base}" font-size="{size}" font-weight="{weight}" fill="{ink}">'
        f"{shown}</text>"
    )
