"""How many sheets give how large a poster, read from how far: one table to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cjm_desktop.journey import words
from cjm_desktop.poster import SheetChoice
from cjm_desktop.poster.paper import size_in_cm
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.palette import tokens

MOST_ROWS = 8


class SheetTable(QWidget):
    """Sheets, finished size and reading distance; the arrow keys choose."""

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

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

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
        self.setAccessibleDescription(", ".join(self._texts(self._rows[self._on])[:3])
                                      if self._rows else "")  # fmt: skip
        self.updateGeometry()
        self.update()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text it shows."""
        return (
            *self._head(),
            *(text for row in self._rows for text in self._texts(row) if text),
        )

    @property
    def rows(self) -> tuple[SheetChoice, ...]:
        """What is offered."""
        return self._rows

    def _head(self) -> tuple[str, str, str]:
        return (self.tr("Sheets"), self.tr("Poster, cm"), self.tr("Read up to"))

    def _texts(self, row: SheetChoice) -> tuple[str, str, str, str]:
        size = size_in_cm(row.width, row.height, self._language).rsplit(None, 1)[0]
        metres = words.number(round(row.distance_m, 2), self._language)
        distance = self.tr("{metres} m").format(metres=metres)
        return (str(row.sheets), size, distance, row.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = QPen(QColor(colours.focus), 2) if self.hasFocus() else QPen(QColor(colours.line2))
        painter.setPen(edge)
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(frame, 6, 6)
        painter.setFont(sized(self.font(), -1))
        painter.setPen(QColor(colours.ink2))
        head = QRect(0, 0, self.width(), self._height - 4)
        self._draw_texts(painter, head, self._head())
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
        sheets, size, distance, name = self._texts(row)
        painter.setFont(bold(self.font()) if on else self.font())
        painter.setPen(QColor(colours.ink))
        self._draw_texts(painter, box, (sheets, size, ""))
        if name:
            left = self._size_x + painter.fontMetrics().horizontalAdvance(size) + 8
            painter.setFont(self.font())
            painter.setPen(QColor(colours.ink3))
            place = QRect(left, top, 80, self._height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(bold(self.font()) if on else self.font())
        painter.setPen(QColor(colours.alarm if row.too_small else colours.ink))
        self._draw_texts(painter, box, ("", "", distance))

    @property
    def _size_x(self) -> int:
        return 92

    def _draw_texts(self, painter: QPainter, box: QRect, texts: tuple[str, str, str]) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        first = 12 if texts[2] and texts[0] else 42
        painter.drawText(box.adjusted(first, 0, 0, 0), middle, texts[0])
        painter.drawText(box.adjusted(self._size_x - box.x(), 0, 0, 0), middle, texts[1])
        right = middle | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -14, 0), right, texts[2])

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
