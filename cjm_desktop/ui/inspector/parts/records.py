"""Parts that list records which belong to the one shown: steps, evidence, metrics, values."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt

from cjm_desktop.journey import moves, naming, words
from cjm_desktop.journey.records import (
    Department,
    Evidence,
    Measurement,
    Metric,
    Record,
    Step,
)
from cjm_desktop.layout.icons import SOURCES
from cjm_desktop.ui.inspector.parts.part import Part, Row, empty


def short_date(text: str) -> str:
    """An ISO date as the window's language writes it, without the year of today."""
    day = QDate.fromString(text, Qt.DateFormat.ISODate)
    if not day.isValid():
        return ""
    if day.year() == QDate.currentDate().year():
        return QLocale().toString(
            day, "dd.MM" if QLocale().language().name == "Russian" else "MMM d"
        )
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)


class Records(Part):
    """A list of records and a button that adds one."""

    def found(self) -> tuple[Record, ...]:
        """The records to list."""
        raise NotImplementedError

    def row(self, record: Record) -> Row:
        """How one is listed."""
        raise NotImplementedError

    def add(self) -> str | None:
        """Make another one and return its id."""
        raise NotImplementedError

    def add_text(self) -> str:
        """What the button says."""
        raise NotImplementedError

    def state(self) -> object:
        return self.found()

    def build(self) -> None:
        empty(self.column)
        for one in self.found():
            row = self.row(one)
            row.clicked.connect(lambda _on=False, one=one: self.jump.emit(one.id))
            self.column.addWidget(row)
        more = self.add_button(self.add_text())
        more.clicked.connect(self._add)
        self.column.addWidget(more)

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

    def add(self) -> str | None:
        return self.editing.add_evidence(self.record_id)

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


class Measurements(Records):
    """The values of a metric, the last one first."""

    def found(self) -> tuple[Record, ...]:
        return tuple(reversed(self.journey.measurements(self.record_id)))

    def row(self, record: Record) -> Row:
        if not isinstance(record, Measurement):
            return Row("chart-line", naming.label(record, self.language))
        unit = self.record(Metric).unit
        value = f"{words.number(record.value, self.language)} {unit}".strip()
        return Row("chart-line", value, short_date(record.date))

    def add(self) -> str | None:
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        return self.editing.do(
            "step.add_measurement",
            self.name(),
            lambda draft: moves.add_measurement(draft, self.record_id, 0.0, date=today),
        )

    def add_text(self) -> str:
        return self.tr("Value")


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
