"""Small charts of a metric: its values in time, before and after a start, and where they should
get to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QDate,
    QEvent,
    QLocale,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cjm_desktop.journey import metrics, words
from cjm_desktop.journey.records import Measurement, Metric
from cjm_desktop.layout.series import Plot, Series, plot, series
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import sized
from cjm_desktop.ui.palette import tokens
from cjm_desktop.ui.whole import whole

__all__ = [
    "Chart", "Plot", "Series", "draw", "long_date", "nearest", "plot", "series", "short_date",
    "value_told",
]  # fmt: skip
_REACH = 14
"""How near the pointer must come to a value to be told of it, px."""


def nearest(points: Sequence[tuple[float, float]], x: float, y: float, reach: float) -> int:
    """Which of some points lies nearest to a place, no further away than `reach`; -1: none."""
    gaps = [((x - one) ** 2 + (y - other) ** 2) ** 0.5 for one, other in points]
    best = min(range(len(gaps)), key=gaps.__getitem__, default=-1)
    return best if best >= 0 and gaps[best] <= reach else -1


def short_date(text: str) -> str:
    """An ISO date as the window's language writes it, without the year of today."""
    day = QDate.fromString(text, Qt.DateFormat.ISODate)
    if not day.isValid():
        return ""
    if day.year() == QDate.currentDate().year():
        russian = QLocale().language() == QLocale.Language.Russian
        return QLocale().toString(day, "dd.MM" if russian else "MMM d")
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)


def long_date(text: str) -> str:
    """An ISO date with its month in words, so that nobody mistakes it for a day."""
    day = QDate.fromString(text, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMM yyyy") if day.isValid() else ""


def value_told(metric: Metric, one: Measurement, language: str) -> str:
    """All that is known of a value: the day, the value, its sample and its source."""
    told = [metrics.value_words(metric, one.value, language)]
    if one.sample is not None:
        told.append(words.say("metric.sample", language, n=one.sample))
    if one.source:
        told.append(plain.clean(one.source))
    return f"{long_date(one.date)}: {', '.join(told)}"


def draw(painter: QPainter, shown: Series, box: QRectF) -> Plot:
    """Draw values, start and target into a box, and say where they lie in it."""
    colours, laid = tokens(), plot(shown, box.width(), box.height())
    painter.save()
    painter.translate(box.topLeft())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if laid.target is not None:
        painter.setPen(QPen(QColor(colours.good), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, laid.target), QPointF(box.width(), laid.target))
    if laid.began is not None:
        painter.setPen(QPen(QColor(colours.line2), 1))
        painter.drawLine(QPointF(laid.began, -4), QPointF(laid.began, box.height() + 4))
    _draw_values(painter, laid)
    painter.restore()
    return laid


def _draw_values(painter: QPainter, laid: Plot) -> None:
    """The line of values: paler before the start."""
    colours = tokens()
    points = [QPointF(x, y) for x, y in laid.points]
    before, after = QColor(colours.fline), QColor(colours.accent_ink)
    split = laid.split if laid.began is not None else 0
    painter.setPen(QPen(before, 1.8))
    painter.drawPolyline(points[:split])
    painter.setPen(QPen(after, 2))
    painter.drawPolyline(points[max(0, split - 1) :] if split < len(points) else [])
    painter.setPen(Qt.PenStyle.NoPen)
    last = len(points) - 1
    for index, point in enumerate(points):
        painter.setBrush(before if index < split else after)
        radius = 3.5 if index == last else 2
        painter.drawEllipse(point, radius, radius)


class Chart(QWidget):
    """A metric's values in time. The tooltip of a value says its day, its sample and its source.

    Args:
        shown: what it shows.
        metric: whose values.
        language: of numbers.
        high: how high the box of values is, px.
    """

    def __init__(self, shown: Series, metric: Metric, language: str, high: int = 44) -> None:
        super().__init__()
        self.shown, self._metric, self._language, self._high = shown, metric, language, high
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        told = [value_told(metric, one, language) for one in shown.values]
        self.setAccessibleName(plain.clean(metric.title))
        self.setAccessibleDescription("; ".join(told))

    @property
    def box(self) -> QRectF:
        """Where the values lie."""
        return QRectF(6, 7, self.width() - 12, self._high)

    def sizeHint(self) -> QSize:
        return QSize(160, self._high + 14 + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def words(self) -> tuple[tuple[str, float], ...]:
        """What stands under the values, and where its middle is, px: before and after, or days."""
        box, laid = self.box, plot(self.shown, self.box.width(), self.box.height())
        if laid.began is not None:
            middle = box.x() + laid.began
            said = ((self.tr("before"), (box.x() + middle) / 2),
                    (self.tr("after"), (middle + box.right()) / 2))  # fmt: skip
            widths = (laid.began, box.width() - laid.began)
            least = [0.7 * self.fontMetrics().horizontalAdvance(one) for one, _ in said]
            return tuple(
                one for one, wide, need in zip(said, widths, least, strict=True) if wide > need
            )
        if len(self.shown.values) < 2:
            return tuple((short_date(one.date), box.center().x()) for one in self.shown.values)
        first, last = (short_date(self.shown.values[at].date) for at in (0, -1))
        return (first, box.x()), (last, box.right())

    def told_at(self, x: float, y: float) -> str:
        """What is known of the value at a place, px; nothing where there is none."""
        box = self.box
        points = plot(self.shown, box.width(), box.height()).points
        at = nearest(points, x - box.x(), y - box.y(), _REACH)
        if at < 0:
            return ""
        return value_told(self._metric, self.shown.values[at], self._language)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            told = self.told_at(event.pos().x(), event.pos().y())
            plain.show_tip(event.globalPos(), told, self)
            return True
        return super().event(event)

    @whole
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw(painter, self.shown, self.box)
        painter.setFont(sized(self.font(), -2))
        painter.setPen(QColor(tokens().ink3))
        under = self.box.bottom() + 5
        for said, middle in self.words():
            wide = painter.fontMetrics().horizontalAdvance(said)
            left = min(max(2.0, middle - wide / 2), self.width() - wide - 2)
            row = QRectF(left, under, wide + 2, self.height() - under)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, said)
