"""Parts that list records which belong to the one shown: steps, evidence, metrics."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtWidgets import QMenu, QPushButton

from cjm_desktop.journey import chain, moves, naming, words
from cjm_desktop.journey.hypotheses import seen_with
from cjm_desktop.journey.records import (
    Department,
    Evidence,
    Hypothesis,
    Metric,
    Record,
    Source,
    Step,
)
from cjm_desktop.layout.icons import SOURCES
from cjm_desktop.ui import plain, sources
from cjm_desktop.ui.charts import short_date
from cjm_desktop.ui.inspector.fields import Switch
from cjm_desktop.ui.inspector.parts.figures import EndView, MetricView, show_all
from cjm_desktop.ui.inspector.parts.part import Part, Row, empty


class Records(Part):
    """A list of records and a button that adds one."""

    @abstractmethod
    def found(self) -> tuple[Record, ...]:
        """The records to list."""

    @abstractmethod
    def row(self, record: Record) -> Row:
        """How one is listed."""

    def add(self) -> str | None:
        """Make another one and return its id; none where `offer` lets the button do it."""
        return None

    @abstractmethod
    def add_text(self) -> str:
        """What the button says."""

    def state(self) -> object:
        return self.found()

    def build(self) -> None:
        empty(self.column)
        for one in self.found():
            row = self.row(one)
            row.clicked.connect(lambda _on=False, one=one: self.jump.emit(one.id))
            self.column.addWidget(row)
        more = self.add_button(self.add_text())
        self.offer(more)
        self.column.addWidget(more)

    def offer(self, more: QPushButton) -> None:
        """Let the button add one."""
        more.clicked.connect(self._add)

    def _add(self) -> None:
        made = self.add()
        if made:
            self.made.emit(made)

    @property
    def summary(self) -> str:
        return str(len(self.found()) or "")

    def name(self) -> str:
        """What the record it is about is called."""
        record = self.journey.find(self.record_id)
        return naming.called(self.journey, record, self.language) if record is not None else ""


class Steps(Records):
    """The steps of a stage, with how long each takes."""

    def found(self) -> tuple[Record, ...]:
        return self.journey.steps(self.record_id)

    def row(self, record: Record) -> Row:
        aside = ""
        if isinstance(record, Step):
            span = record.actual or record.planned
            aside = naming.duration(span, self.language) if span else ""
        icon = "clock-pause" if isinstance(record, Step) and record.waiting else "columns-3"
        return Row(icon, naming.label(record, self.language), aside)

    def add(self) -> str | None:
        return self.editing.do(
            "step.add_step_to", self.name(), lambda draft: moves.add_step(draft, self.record_id)
        )

    def add_text(self) -> str:
        return self.tr("Step")


class EvidenceList(Records):
    """What a card or feeling rests on; without any it is an assumption."""

    def found(self) -> tuple[Record, ...]:
        return self.journey.evidence(self.record_id)

    def row(self, record: Record) -> Row:
        if not isinstance(record, Evidence):
            return Row("clipboard", naming.label(record, self.language))
        people = ""
        if record.people is not None and record.out_of is not None:
            people = self.say("evidence.out_of", people=record.people, out_of=record.out_of)
        elif record.people is not None:
            people = self.say("evidence.people", n=record.people)
        aside = "   ".join(part for part in (people, short_date(record.date)) if part)
        text = self.say(f"source.{record.source or 'none'}")
        detail = f": {record.detail}" if record.detail else ""
        return Row(SOURCES[record.source], text + detail, aside)

    def offer(self, more: QPushButton) -> None:
        """Ask first what it rests on: who only looks has made no finding of an assumption."""
        menu = QMenu(more)
        menu.aboutToShow.connect(lambda: sources.fill(menu, self.language, self._rest_on))
        more.setMenu(menu)

    def _rest_on(self, source: Source) -> None:
        made = self.editing.add_evidence(self.record_id, source)
        if made:
            self.made.emit(made)

    def add_text(self) -> str:
        return self.tr("Evidence")

    @property
    def summary(self) -> str:
        number = len(self.found())
        return self.say("count.sources", n=number) if number else self.say("evidence.assumption")


class Metrics(Records):
    """The metrics of a map."""

    def found(self) -> tuple[Record, ...]:
        return self.journey.metrics(self.record_id)

    def row(self, record: Record) -> Row:
        values = self.journey.measurements(record.id)
        last = words.number(values[-1].value, self.language) if values else ""
        return Row("chart-line", naming.label(record, self.language), last)

    def add(self) -> str | None:
        stages = self.journey.stages(self.record_id)
        if not stages:
            return None
        title = self.say("new.metric")
        return self.editing.do(
            "step.add_metric",
            title,
            lambda draft: moves.add_metric(draft, self.record_id, stages[-1].id, title),
        )

    def add_text(self) -> str:
        return self.tr("Metric")


class MetricsHere(Part):
    """The metrics of a stage, a step or a touchpoint, with the map's end metric beside them."""

    def _found(self) -> tuple[Metric, ...]:
        map_id = self.journey.map_of(self.record(Record)) or ""
        return tuple(one for one in self.journey.metrics(map_id) if one.about_id == self.record_id)

    def _end(self) -> Metric | None:
        return chain.end_metric(self.journey, self.journey.map_of(self.record(Record)) or "")

    def state(self) -> object:
        found, end = self._found(), self._end()
        shown = [*found, *([end] if end is not None else ())]
        begun = [self.journey.hypotheses(one.map_id) for one in shown[:1]]
        return found, end, [self.journey.measurements(one.id) for one in shown], begun

    def build(self) -> None:
        empty(self.column)
        found, end = self._found(), self._end()
        tested: list[Hypothesis] = []
        for one in found:
            row = Row("chart-line", naming.label(one, self.language))
            row.clicked.connect(lambda _on=False, one=one: self.jump.emit(one.id))
            self.column.addWidget(row)
            hypothesis = seen_with(self.journey, one)
            tested += [hypothesis] if hypothesis is not None else []
            view = MetricView(self.journey, one, hypothesis, self.language, 34)
            view.setContentsMargins(27, 0, 0, 4)
            self.column.addWidget(view)
        if found and end is not None and end not in found:
            beside = EndView(self.journey, end, tested[0] if tested else None, self.language)
            beside.clicked.connect(self.jump)
            self.column.addWidget(beside)
        more = self.add_button(self.tr("Metric"))
        self.offer(more)
        self.column.addWidget(more)

    def offer(self, more: QPushButton) -> None:
        """Let the button add one."""
        more.clicked.connect(self._add)
        show_all(self.column)

    def _add(self) -> None:
        title = self.say("new.metric")
        map_id = self.journey.map_of(self.record(Record)) or ""
        made = self.editing.do(
            "step.add_metric",
            title,
            lambda draft: moves.add_metric(draft, map_id, self.record_id, title),
        )
        if made:
            self.made.emit(made)

    @property
    def summary(self) -> str:
        return str(len(self._found()) or "")


class EndMetric(Part):
    """Whether a metric is the map's end metric, of which there is one."""

    def set_up(self) -> None:
        self.switch = Switch(self.tr("End metric of the map"))
        self.switch.edited.connect(self._set)
        self.column.addWidget(self.switch)
        said = self.tr("It stands beside every other one and tells whether the whole got better.")
        self.column.addWidget(plain.label(said, "faint", wrap=True))

    def _set(self, on: object) -> None:
        metric = self.record(Metric)
        self.editing.do(
            "step.set_end_metric",
            metric.title,
            lambda draft: moves.set_end_metric(draft, metric.map_id, metric.id if on else None),
        )

    def build(self) -> None:
        self.switch.show_value(self.record(Metric).end)


class Departments(Records):
    """The departments of the document."""

    def found(self) -> tuple[Record, ...]:
        return self.journey.all(Department)

    def row(self, record: Record) -> Row:
        return Row("users", naming.label(record, self.language))

    def add(self) -> str | None:
        name = self.say("new.department")
        return self.editing.do(
            "step.add_department", name, lambda draft: moves.add_department(draft, name)
        )

    def add_text(self) -> str:
        return self.tr("Department")
