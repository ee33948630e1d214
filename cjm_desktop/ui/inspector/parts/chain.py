"""The chain from a barrier to the number it should move: each link, or the offer to add it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cjm_desktop.journey import chain, moves, naming, words
from cjm_desktop.journey.records import (
    Barrier,
    Department,
    Hypothesis,
    Metric,
    Opportunity,
    Record,
)
from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import bold, sized
from cjm_desktop.ui.inspector.parts.part import Part, Row, empty
from cjm_desktop.ui.palette import tokens

_ICONS = {
    "barrier": ("alert-triangle", "#A62B1F"),
    "opportunity": ("bulb", "#2B7A4B"),
    "hypothesis": ("flask", "#135B8C"),
    "metric": ("chart-line", "#484687"),
}


_WORDS = 32
"""Where the words of a link begin, px."""


class Chain(Part):
    """Barrier, opportunity, hypothesis, metric: click one to see it, or add what is missing."""

    def _found(self) -> chain.Chain:
        return chain.of(self.journey, self.record_id)

    def state(self) -> object:
        found = self._found()
        shown = [*found.metrics, *([found.end] if found.end is not None else ())]
        return found, [self.journey.measurements(one.id) for one in shown]

    def build(self) -> None:
        empty(self.column)
        found = self._found()
        links = found.links
        for one in links:
            self._link(one, last=one is links[-1])
        if found.metrics:
            self._values(found.metrics[0])
        self._offer(found)
        if found.end is not None and found.end not in found.metrics:
            self._end(found.end)

    def _link(self, record: Record, *, last: bool) -> None:
        icon, colour = _ICONS[record.kind]
        own = record.id == self.record_id
        kind = self.say(f"kind.{record.kind}")
        node = Node(
            icon, colour, kind[:1].upper() + kind[1:], self._text(record), self._aside(record)
        )
        node.set_place(own=own, last=last)
        if not own:
            node.clicked.connect(lambda _on=False: self.jump.emit(record.id))
        self.column.addWidget(node)

    def _text(self, record: Record) -> str:
        if isinstance(record, Hypothesis):
            parts = (record.if_text, record.then_text)
            return ", ".join(one for one in parts if one) or naming.label(record, self.language)
        if isinstance(record, Metric):
            values = [one.value for one in self.journey.measurements(record.id)]
            shown = [words.number(one, self.language) for one in (*values[:1], *values[-1:])]
            between = " → ".join(dict.fromkeys(shown))
            return f"{record.title}: {between}\u00a0{record.unit}".rstrip(": \u00a0")
        return getattr(record, "text", "") or naming.label(record, self.language)

    def _aside(self, record: Record) -> str:
        if isinstance(record, Opportunity):
            department = self.journey.find(record.department_id)
            return department.name if isinstance(department, Department) else ""
        if isinstance(record, Hypothesis):
            return self.say(f"hypothesis_status.{record.status}")
        if isinstance(record, Metric) and record.target is not None:
            target = words.number(record.target, self.language)
            return self.tr("target {value}").format(value=target)
        return ""

    def _values(self, metric: Metric) -> None:
        values = [one.value for one in self.journey.measurements(metric.id)]
        if len(values) > 1:
            self.column.addWidget(Sparkline(values, metric.target))

    def _offer(self, found: chain.Chain) -> None:
        if found.missing == "opportunity":
            add = self.add_button(self.tr("Opportunity"))
            add.clicked.connect(self._add_opportunity)
            self.column.addWidget(add)
        elif found.missing == "hypothesis":
            add = self.add_button(self.tr("Hypothesis"))
            add.clicked.connect(self._add_hypothesis)
            self.column.addWidget(add)

    def _add_opportunity(self) -> None:
        barrier = self.record(Barrier)
        made = self.editing.do(
            "step.answer_barrier",
            naming.label(barrier, self.language),
            lambda draft: moves.answer_barrier(draft, barrier.id),
        )
        if made:
            self.made.emit(made)

    def _add_hypothesis(self) -> None:
        about = self._found().opportunities[0]
        made = self.editing.do(
            "step.add_hypothesis",
            naming.label(about, self.language),
            lambda draft: moves.add_hypothesis(draft, about.id),
        )
        if made:
            self.made.emit(made)

    def _end(self, end: Metric) -> None:
        values = [one.value for one in self.journey.measurements(end.id)]
        shown = [words.number(one, self.language) for one in (values[:1] + values[-1:])]
        between = " → ".join(dict.fromkeys(shown))
        row = Row(
            "flag",
            self.tr("Last point: {name}").format(name=naming.label(end, self.language)),
            f"{between} {end.unit}".strip(),
        )
        row.clicked.connect(lambda _on=False: self.jump.emit(end.id))
        self.column.addWidget(row)

    @property
    def summary(self) -> str:
        found = self._found()
        groups = (found.barriers, found.opportunities, found.hypotheses, found.metrics)
        return self.tr("%n link(s)", "", sum(bool(one) for one in groups))


class Node(QPushButton):
    """One link of a chain: its sign on a line to the next one, what it is, and what it says.

    Args:
        icon: name of its icon.
        colour: of its disc.
        kind: what it is.
        text: what it says, as long as it likes.
        aside: at the right of the kind.
    """

    def __init__(self, icon: str, colour: str, kind: str, text: str, aside: str) -> None:
        super().__init__()
        self._icon, self._colour = icon, colour
        self.texts = (plain.clean(kind), plain.clean(text), plain.clean(aside))
        self._own = self._last = False
        self.setProperty("look", "row")
        self.setAccessibleName(", ".join(one for one in self.texts if one))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_place(self, *, own: bool, last: bool) -> None:
        """Say whether it is the record that is shown, and whether the chain ends here."""
        self._own, self._last = own, last
        if own:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _words(self, width: int) -> tuple[QRect, QRect]:
        """Where the kind and the text stand."""
        room, line = max(60, width - _WORDS - 4), self.fontMetrics().height()
        wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        metrics = QFontMetrics(bold(self.font()) if self._own else self.font())
        text = metrics.boundingRect(QRect(0, 0, room, 2000), wrapped, self.texts[1])
        return QRect(_WORDS, 4, room, line), QRect(_WORDS, 5 + line, room, text.height() + 2)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words(width)[1].bottom() + 6

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 100 else 280
        return QSize(120, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._last:
            painter.setPen(QPen(QColor(colours.line2), 2))
            painter.drawLine(QPointF(11, 24), QPointF(11, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(QRectF(0, 3, 22, 22))
        icons.draw(painter, self._icon, "#FFFFFF", QRectF(4, 7, 14, 14))
        kind, text = self._words(self.width())
        painter.setFont(sized(self.font(), -1))
        painter.setPen(QColor(colours.ink2))
        painter.drawText(kind, Qt.AlignmentFlag.AlignVCenter, self.texts[0])
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(kind, right, self.texts[2])
        painter.setFont(bold(self.font()) if self._own else self.font())
        painter.setPen(QColor(colours.ink))
        wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, wrapped, self.texts[1])


class Sparkline(QWidget):
    """A metric's values as a line, with the target as a dashed one.

    Args:
        values: oldest first.
        target: where the line should get to; None: nowhere in particular.
    """

    def __init__(self, values: list[float], target: float | None) -> None:
        super().__init__()
        self._values = values
        self._target = target
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        every = [*self._values, *([self._target] if self._target is not None else [])]
        low, high = min(every), max(every)
        span, colours = (high - low) or 1.0, tokens()

        def y(value: float) -> float:
            return 6 + (self.height() - 12) * (high - value) / span

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._target is not None:
            painter.setPen(QPen(QColor(colours.good), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(
                QPointF(30, y(self._target)), QPointF(self.width() - 4, y(self._target))
            )
        step = (self.width() - 38) / max(1, len(self._values) - 1)
        points = [QPointF(30 + step * at, y(value)) for at, value in enumerate(self._values)]
        painter.setPen(QPen(QColor(colours.accent_ink), 2))
        painter.drawPolyline(points)
        painter.setBrush(QColor(colours.accent_ink))
        painter.drawEllipse(points[-1], 3, 3)
