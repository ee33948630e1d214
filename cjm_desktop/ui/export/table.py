"""How many sheets give how large a poster, read from how far: one table to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cjm_desktop.journey import words
from cjm_desktop.poster import SheetChoice
from cjm_desktop.poster.legibility import metres
from cjm_desktop.poster.paper import size_in_cm
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import tokens

MOST_ROWS = 8


class _Texts(NamedTuple):
    """What a row says."""

    sheets: str
    size: str
    body: str
    distance: str


class SheetTable(QWidget):
    """Sheets, finished size, size of the text and reading distance; the arrow keys choose."""

    chosen = Signal(int)
    """The number of sheets; 0: as many as the full size takes."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SheetChoice, ...] = ()
        self._on = 0
        self._language = "en"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def _height(self) -> int:
        return self.fontMetrics().height() + 18

    def sizeHint(self) -> QSize:
        return QSize(240, self._height * len(self._rows) + self._height - 4)

    @property
    def _least(self) -> int:
        """The width that all columns need, px."""
        wide = QFontMetrics(bold(self.font())).horizontalAdvance
        _, size, body, _ = self._places()
        middle = max(map(wide, (self._head().size, "888 × 888 A0")))
        return size + middle + 14 + wide(self._head().body) + self.width() - body

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self.sizeHint().height())

    def show_choices(self, choices: Sequence[SheetChoice], sheets: int, language: str) -> None:
        """Show these choices, and which one is on.

        Args:
            choices: smallest first.
            sheets: how many are chosen; 0: the last one.
            language: of the window.
        """
        self._language = language
        self._rows = _thinned(choices)
        matching = [
            index for index, one in enumerate(self._rows) if sheets and one.sheets <= sheets
        ]
        self._on = matching[-1] if matching else len(self._rows) - 1
        self.setAccessibleName(self.tr("Sheets and size of the poster"))
        row = self._texts(self._rows[self._on]) if self._rows else ()
        said = [f"{head}: {text}" for head, text in zip(self._head(), row, strict=False)]
        self.setAccessibleDescription(", ".join(said))
        self.updateGeometry()
        self.update()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text it shows."""
        return (
            *self._head(),
            *(text for row in self._rows for text in self._texts(row)),
        )

    @property
    def rows(self) -> tuple[SheetChoice, ...]:
        """What is offered."""
        return self._rows

    def _head(self) -> _Texts:
        return _Texts(
            self.tr("Sheets"), self.tr("Poster, cm"), self.tr("Text, pt"), self.tr("Read up to")
        )

    def _texts(self, row: SheetChoice) -> _Texts:
        size = size_in_cm(row.width, row.height, self._language).rsplit(None, 1)[0]
        away = words.number(metres(row.distance_m), self._language)
        body = words.number(round(row.body_pt, 1 if row.too_small else 0), self._language)
        return _Texts(str(row.sheets), size, body, self.tr("{metres} m").format(metres=away))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = QPen(QColor(colours.focus), 2) if self.hasFocus() else QPen(QColor(colours.line2))
        painter.setPen(edge)
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(frame, 6, 6)
        painter.setFont(sized(self.font(), -1))
        head, ink = QRect(0, 0, self.width(), self._height - 4), QColor(colours.ink2)
        self._draw_texts(painter, head, self._head(), (ink,) * 4, head=30)
        for index, row in enumerate(self._rows):
            self._draw_row(painter, index, row)

    def _draw_row(self, painter: QPainter, index: int, row: SheetChoice) -> None:
        colours, on = tokens(), index == self._on
        top = self._height - 4 + index * self._height
        box = QRect(1, top, self.width() - 2, self._height)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(1, top, self.width() - 1, top)
        if on:
            painter.fillRect(box.adjusted(0, 1, 0, -1), QColor(colours.accent_soft))
        self._draw_radio(painter, top + self._height / 2, on=on)
        texts = self._texts(row)
        painter.setFont(bold(self.font()) if on else self.font())
        ink = QColor(colours.ink)
        small = QColor(colours.alarm) if row.too_small else ink
        self._draw_texts(painter, box, texts, (ink, ink, small, small))
        if row.name:
            left = self._places()[1] + painter.fontMetrics().horizontalAdvance(texts.size) + 8
            painter.setFont(self.font())
            painter.setPen(QColor(colours.ink3))
            place = QRect(left, top, 80, self._height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.name)

    def _places(self) -> tuple[int, int, int, int]:
        """Where the first two columns begin and the last two end, px."""
        wide = QFontMetrics(bold(self.font())).horizontalAdvance
        last = self.width() - 14
        widest = max(map(wide, (self._head().distance, "88.88 m")))
        first = 42 + max(wide("888"), wide(self._head().sheets) - 30)
        return 42, first + 14, last - widest - 14, last

    def _draw_texts(
        self, painter: QPainter, box: QRect, texts: _Texts, inks: Sequence[QColor], head: int = 0
    ) -> None:
        """Write a row.

        Args:
            head: how much further left the first text begins, px.
        """
        middle = Qt.AlignmentFlag.AlignVCenter
        sheets, size, body, distance = self._places()
        for text, ink, left, right in zip(
            texts, inks, (sheets - head, size, 0, 0), (0, 0, body, distance), strict=True
        ):
            painter.setPen(ink)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            place = QRect(left, box.y(), (right or self.width()) - left, box.height())
            painter.drawText(place, middle | side, text)

    def _draw_radio(self, painter: QPainter, y: float, *, on: bool) -> None:
        colours = tokens()
        painter.setPen(QPen(QColor(colours.accent if on else colours.fline), 1.2))
        painter.setBrush(QColor(colours.accent if on else colours.field))
        painter.drawEllipse(QRectF(14, y - 8, 16, 16))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.on_accent))
            painter.drawEllipse(QRectF(18.5, y - 3.5, 7, 7))

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._rows) and index != self._on:
            self._on = index
            self.update()
            last = index == len(self._rows) - 1
            self.chosen.emit(0 if last else self._rows[index].sheets)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        top = self._height - 4
        self._choose(int((event.position().y() - top) // self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choose(self._on + (1 if event.key() == Qt.Key.Key_Down else -1))
        else:
            super().keyPressEvent(event)


def _thinned(choices: Sequence[SheetChoice]) -> tuple[SheetChoice, ...]:
    """At most some rows, spread evenly, the smallest and the largest among them."""
    if len(choices) <= MOST_ROWS:
        return tuple(choices)
    last = len(choices) - 1
    kept = sorted({round(index * last / (MOST_ROWS - 1)) for index in range(MOST_ROWS)})
    return tuple(choices[index] for index in kept)
