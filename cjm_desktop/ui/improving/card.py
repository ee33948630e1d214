"""A hypothesis on the board: what it says, what it answers, and what its metric has done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from cjm_desktop.ui import charts, icons, plain
from cjm_desktop.ui.carried import EDGE, Carried, wrapped
from cjm_desktop.ui.charts import Series
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.improving.reading import Told
from cjm_desktop.ui.palette import Tokens, tokens
from cjm_desktop.ui.spelling.marked import spelled

_PAD = 12
_CHART = (64, 24)
"""Width and height of the small chart, px."""


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of one kind on a card."""

    lines: tuple[str, ...]
    font: QFont
    ink: str
    """Name of the token."""
    icon: str = ""
    colour: str = ""
    """Of the icon."""
    gap: int = 4
    """Free room above, px."""


class HypothesisCard(Carried):
    """One hypothesis.

    Args:
        hypothesis_id: of the hypothesis.
        told: what it says.
        series: of its metric.
    """

    concluded = Signal(str)
    """What came of it, as the user wrote when asked."""

    def __init__(self, hypothesis_id: str, told: Told, series: Series) -> None:
        super().__init__(hypothesis_id)
        self._told, self._series = told, series
        self.asking: Outcome | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_told(told, series)

    def show_told(self, told: Told, series: Series) -> None:
        """Show what the hypothesis says now."""
        self._told, self._series = told, series
        self.setAccessibleName(", ".join(plain.clean(one) for one in self.texts if one))
        self.setAccessibleDescription(" ".join(told.sentences))
        self.updateGeometry()
        self.update()

    @property
    def told(self) -> Told:
        """What it says."""
        return self._told

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text it shows."""
        told = self._told
        return (
            told.if_text or self.tr("If we do what?"), told.then_text, told.because, told.about,
            told.metric, self._numbers(), self._since(), self._news(), told.outcome,
        )  # fmt: skip

    def _numbers(self) -> str:
        figures = self._told.figures
        if figures is None:
            return ""
        both = " → ".join(one for one in (figures.before, figures.after) if one)
        return both or self._told.expected

    def _since(self) -> str:
        days = self._told.days
        if days == 0:
            return self.tr("running since today")
        return "" if days is None else self.tr("running for %n day(s)", "", days)

    def _news(self) -> str:
        """The one thing the numbers say that must not be missed."""
        found = self._told.verdict
        if found.bottleneck_moved:
            return self.tr("The bottleneck has moved")
        if found.muddled:
            return self.tr("Ran beside another one")
        if not self._told.metric:
            return self.tr("No metric is watched")
        return ""

    # Asking for the outcome

    def ask(self) -> None:
        """Let the user write what came of it; it may be left empty."""
        self.asking = Outcome(self)
        self.asking.setPlaceholderText(self.tr("What came of it?"))
        self.asking.setAccessibleName(self.tr("What came of it?"))
        self.asking.setText(self._told.outcome)
        self.asking.done.connect(self._conclude)
        self.updateGeometry()
        self._put_field()
        self.asking.show()
        self.asking.setFocus()

    def _conclude(self) -> None:
        field, self.asking = self.asking, None
        if field is None:
            return
        field.hide()
        field.deleteLater()
        self.updateGeometry()
        self.update()
        if not field.given_up:
            self.concluded.emit(field.text().strip())

    def _put_field(self) -> None:
        if self.asking is not None:
            high = self.asking.sizeHint().height()
            top = self.height() - EDGE - _PAD - high
            self.asking.setGeometry(EDGE + _PAD, top, self.width() - 2 * (EDGE + _PAD), high)

    # What it looks like

    def _room(self, width: int) -> int:
        return max(60, width - 2 * (_PAD + EDGE))

    def _pieces(self, room: int) -> Iterator[Words]:
        told, colours = self._told, tokens()
        normal, small = self.font(), sized(self.font(), -1)
        heavy = bold(normal)
        if told.if_text.strip():
            yield Words((*wrapped(told.if_text, heavy, room, 4),), heavy, "ink", gap=0)
        else:
            yield Words((self.tr("If we do what?"),), heavy, "ink3", gap=0)
        yield Words((*wrapped(told.then_text, normal, room - 18, 3),), normal, "ink",
                    "arrow-right", colours.ink2, 6)  # fmt: skip
        # What was filled in from it would only say the same twice.
        because = "" if told.answers_barrier and told.because == told.about else told.because
        about = "" if told.about == told.if_text else told.about
        yield Words((*wrapped(because, small, room - 18, 2),), small, "ink2",
                    "help-circle", colours.ink3, 5)  # fmt: skip
        sign = "alert-triangle" if told.answers_barrier else "bulb"
        yield Words((*wrapped(about, small, room - 18, 2),), small, "ink2", sign,
                    colours.alarm if told.answers_barrier else colours.good, 5)  # fmt: skip

    def _after(self, room: int) -> Iterator[Words]:
        """What stands under the numbers."""
        told, colours, small = self._told, tokens(), sized(self.font(), -1)
        yield Words((*wrapped(self._since(), small, room - 18, 1),), small, "ink2", "clock",
                    colours.ink2, 5)  # fmt: skip
        yield Words((*wrapped(self._news(), small, room - 18, 2),), small, "warn",
                    "alert-triangle", colours.warn, 5)  # fmt: skip
        if self.asking is None:
            yield Words((*wrapped(told.outcome, small, room - 18, 4),), small, "ink",
                        "flag", colours.ink2, 5)  # fmt: skip

    def _high(self, piece: Words) -> int:
        if not piece.lines:
            return 0
        return piece.gap + len(piece.lines) * self._line(piece.font)

    @staticmethod
    def _line(font: QFont) -> int:
        return round(font.pixelSize() * 1.32)

    def _metric_high(self, room: int) -> int:
        if not self._told.metric:
            return 0
        high = 14 + self._line(sized(self.font(), -1)) + max(_CHART[1], self._line(self.font()))
        return high if self._beside(room) else high + _CHART[1]

    def _beside(self, room: int) -> bool:
        """Whether the chart has room beside the numbers; else it goes under them."""
        numbers = QFontMetrics(bold(self.font())).horizontalAdvance(self._numbers())
        return len(self._series.values) < 2 or numbers + 12 + _CHART[0] <= room

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._room(width)
        pieces = (*self._pieces(room), *self._after(room))
        high = sum(self._high(one) for one in pieces) + self._metric_high(room)
        if self.asking is not None:
            high += self.asking.sizeHint().height() + 10
        return high + 2 * (EDGE + _PAD)

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 120 else 220
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
        self._put_field()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = self.draw_ground(painter)
        if self.lifted:
            return
        left, top = int(frame.x()) + _PAD, int(frame.y()) + _PAD
        room = self._room(self.width())
        for piece in self._pieces(room):
            top = self._draw(painter, piece, left, top, room)
        if self._told.metric:
            top = self._draw_metric(painter, left, top, room)
        for piece in self._after(room):
            top = self._draw(painter, piece, left, top, room)

    def _draw(self, painter: QPainter, piece: Words, left: int, top: int, room: int) -> int:
        """Draw lines and say where they end, px."""
        if not piece.lines:
            return top
        high, top = self._line(piece.font), top + piece.gap
        if piece.icon:
            box = QRectF(left, top + (high - 13) / 2, 13, 13)
            icons.draw(painter, piece.icon, piece.colour, box)
            left, room = left + 18, room - 18
        painter.setFont(piece.font)
        painter.setPen(QColor(getattr(tokens(), piece.ink)))
        for line in piece.lines:
            painter.drawText(QRect(left, top, room, high), Qt.AlignmentFlag.AlignVCenter, line)
            top += high
        return top

    def _draw_metric(self, painter: QPainter, left: int, top: int, room: int) -> int:
        colours, small = tokens(), sized(self.font(), -1)
        high = self._line(small)
        top += 10
        painter.setPen(QColor(colours.line))
        painter.drawLine(left, top - 5, left + room, top - 5)
        chart = len(self._series.values) > 1
        beside = self._beside(room)
        wide = room - _CHART[0] - 12 if chart and beside else room
        painter.setFont(small)
        painter.setPen(QColor(colours.ink2))
        name = plain.elided(plain.clean(self._told.metric), painter.fontMetrics(), room)
        painter.drawText(QRect(left, top, room, high), Qt.AlignmentFlag.AlignVCenter, name)
        top += high + 4
        row = QRect(left, top, wide, max(_CHART[1], self._line(self.font())))
        self._draw_numbers(painter, row, colours)
        if not chart:
            return row.bottom() + 1
        box = QRectF(left + room - _CHART[0], top + 4, _CHART[0] - 4, _CHART[1] - 8)
        if not beside:
            row.translate(0, _CHART[1])
            box = QRectF(left, row.top() + 4, room - 4, _CHART[1] - 8)
        charts.draw(painter, self._series, box)
        return row.bottom() + 1

    def _draw_numbers(self, painter: QPainter, row: QRect, colours: Tokens) -> None:
        heavy = bold(self.font())
        painter.setFont(heavy)
        painter.setPen(QColor(colours.ink))
        shown = plain.elided(self._numbers(), painter.fontMetrics(), row.width())
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, shown)


class Outcome(QLineEdit):
    """What came of a hypothesis, asked for on its card.

    Args:
        card: on which.
    """

    done = Signal()
    """It was left, by Enter, by Esc or for another thing."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        spelled(self)
        self.given_up = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up = True
            self._card.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Leaving the field tells; the dialog's own button is not meant.
            self._card.setFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Coming back from a menu or another program goes on with the same question.
        goes_on = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in goes_on:
            self.done.emit()
