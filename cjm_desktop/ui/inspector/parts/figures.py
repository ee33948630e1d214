"""What a metric has done: its numbers, its chart, the map's end metric beside it, and in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjm_desktop.journey import chain, naming, verdicts
from cjm_desktop.journey.hypotheses import seen_with
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Hypothesis, Metric
from cjm_desktop.ui import charts, plain
from cjm_desktop.ui.flow import Flow
from cjm_desktop.ui.inspector.parts.part import Part, Row, empty


def show_all(layout: QLayout) -> None:
    """Show what was just put into a layout now: in the next round the page would jump twice."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.show()


class MetricView(QWidget):
    """The numbers of a metric and its chart.

    Args:
        journey: the records.
        metric: which.
        hypothesis: whose start parts before from after; None: nothing began.
        language: of the window.
        high: how high the chart is, px.
    """

    def __init__(
        self,
        journey: Journey,
        metric: Metric,
        hypothesis: Hypothesis | None,
        language: str,
        high: int = 44,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._shown = verdicts.figures(journey, metric.id, hypothesis, language)
        column.addWidget(self._numbers())
        began = hypothesis.started if hypothesis is not None else ""
        series = charts.series(journey, metric.id, began)
        self.chart: charts.Chart | None = None
        if len(series.values) > 1:
            self.chart = charts.Chart(series, metric, language, high)
            column.addWidget(self.chart)

    def _numbers(self) -> QWidget:
        """Before, after and target, on two lines where there is little room."""
        holder = QWidget()
        flow = Flow(holder, 6)
        before, after, target = self._shown
        parts = [(before, "past"), ("→" if before else "", "past"), (after, "number")]
        if not after:
            parts[2] = (self.tr("no value yet"), "secondary")
        if target:
            parts.append((self.tr("target {value}").format(value=target), "target"))
        made = [plain.label(said, role) for said, role in parts if said]
        for one in made:
            one.ensurePolished()
        high = max(one.sizeHint().height() for one in made)
        for one in made:
            one.setFixedHeight(high)
            flow.addWidget(one)
        return holder


class EndView(QFrame):
    """The map's end metric, as it stands beside every other one."""

    clicked = Signal(str)
    """It is to be shown."""

    def __init__(
        self, journey: Journey, end: Metric, hypothesis: Hypothesis | None, language: str
    ) -> None:
        super().__init__()
        self.setProperty("look", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(2)
        said = self.tr("Last point: {name}").format(name=naming.label(end, language))
        self.row = Row("flag", said)
        self.row.clicked.connect(lambda: self.clicked.emit(end.id))
        column.addWidget(self.row)
        self.view = MetricView(journey, end, hypothesis, language, 26)
        self.view.setContentsMargins(27, 0, 0, 0)
        column.addWidget(self.view)


def sentences(journey: Journey, hypothesis: Hypothesis, language: str) -> QLabel:
    """What the numbers say about a hypothesis; a warning where the bottleneck has moved."""
    found = verdicts.verdict(journey, hypothesis.id)
    said = "\n".join(verdicts.verdict_words(journey, found, language))
    warns = found.bottleneck_moved or found.muddled
    made = plain.label(said, "warn" if warns else "secondary", wrap=True)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


class Reading(Part):
    """A metric's chart, the end metric beside it, and what became of the hypothesis about it."""

    def _found(self) -> tuple[Metric, Hypothesis | None, Metric | None]:
        metric = self.record(Metric)
        end = chain.end_metric(self.journey, metric.map_id)
        return metric, seen_with(self.journey, metric), end

    def state(self) -> object:
        metric, hypothesis, end = self._found()
        shown = [one for one in (metric, end) if one is not None]
        values = [self.journey.measurements(one.id) for one in shown]
        return metric, end, values, self.journey.hypotheses(metric.map_id), hypothesis

    def build(self) -> None:
        empty(self.column)
        metric, hypothesis, end = self._found()
        language = self.language
        self.column.addWidget(MetricView(self.journey, metric, hypothesis, language, 64))
        if hypothesis is not None:
            self.column.addWidget(sentences(self.journey, hypothesis, language))
        if end is not None and end.id != metric.id:
            view = EndView(self.journey, end, hypothesis, language)
            view.clicked.connect(self.jump)
            self.column.addWidget(view)
        show_all(self.column)
