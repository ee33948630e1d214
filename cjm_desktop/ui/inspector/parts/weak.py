"""Parts about the map as a whole: how long it takes, where it is weak, what is done by hand."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from cjm_desktop.journey import contacts, naming, plans, times, weak_words, weakness
from cjm_desktop.journey.contacts import ByHand
from cjm_desktop.journey.durations import rough
from cjm_desktop.journey.records import (
    Card,
    Department,
    Duration,
    Feeling,
    Link,
    Record,
    Step,
)
from cjm_desktop.journey.times import Slow, Which, Whole
from cjm_desktop.journey.weakness import Weakness
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import button
from cjm_desktop.ui.inspector.head import icon_of
from cjm_desktop.ui.inspector.parts.figures import show_all
from cjm_desktop.ui.inspector.parts.part import Part, empty
from cjm_desktop.ui.inspector.parts.wrapped import Wrapped

SHORT = 8
"""So many rows are shown at first."""
MOST = 60
"""More rows nobody reads; the rest is in the tables."""
_ASKED = ("touchpoints", "barriers", "owners")
"""Lanes whose cards these parts look at."""
T = TypeVar("T")


class Figures(Part):
    """Something that is worked out from the whole map, and only while it is seen.

    What it says of a map is worked out once that map is on the screen, so that nobody waits for it.
    """

    def set_up(self) -> None:
        self.rows: dict[str, Wrapped] = {}
        """What can be gone to, by the id of its record."""
        self.every = False
        """All rows are wanted, not only the first ones."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.refresh)

    def refresh(self) -> None:
        if self.isVisible():
            self.work_out()

    def work_out(self) -> None:
        """Say how it is now, seen or not."""
        super().refresh()
        self.told.emit()

    def state(self) -> object:
        """What the figures are made from: lists stay the same objects until they change."""
        journey, map_id = self.journey, self.record_id
        lanes, stages = journey.lanes(map_id), journey.stages(map_id)
        return (
            self.language, self.every, stages, [journey.steps(one.id) for one in stages], lanes,
            [journey.cards_of_lane(one.id) for one in lanes if one.holds in _ASKED],
            [journey.feelings(one.id) for one in lanes if one.holds == "feelings"],
            journey.links(map_id), journey.personas(map_id),
        )  # fmt: skip

    def row(self, record: Record, row: Wrapped) -> None:
        """Add a row that goes to a record on the map."""
        row.clicked.connect(lambda _on=False: self.go_to(record))
        self.rows.setdefault(record.id, row)
        self.column.addWidget(row)

    def go_to(self, record: Record) -> None:
        """Go to a record, or to what the view shows for it, or else to its place."""
        shown, view = record.id, self.editing.view
        if isinstance(record, Card) and not plans.shown(self.journey, record, view):
            shown = plans.stand_in(self.journey, record.id, view) or _column(record)
        elif isinstance(record, Feeling) and not plans.shown(self.journey, record, view):
            shown = _column(record)
        self.jump.emit(shown)

    def first(self, found: tuple[T, ...]) -> tuple[T, ...]:
        """What of a list is shown now."""
        return found[: MOST if self.every else SHORT]

    def more(self, count: int) -> None:
        """Below a list of so many: the way to all of them, or that these are not all."""
        if count > SHORT and not self.every:
            said = self.tr("Show all {n}") if count <= MOST else self.tr("Show {n}")
            every = button(said.format(n=min(count, MOST)), "chevron-down", "link")
            every.clicked.connect(self._show_every)
            self.column.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)
        elif count > MOST:
            self.quiet(self.tr("And {n} more").format(n=count - MOST))

    def _show_every(self) -> None:
        self.every = True
        self.refresh()

    def quiet(self, text: str) -> None:
        """Add a faint sentence."""
        self.column.addWidget(plain.label(text, "faint", wrap=True))


class MapTime(Figures):
    """How long a map takes, as it is and as planned, and what takes longest."""

    def build(self) -> None:
        empty(self.column)
        self.rows = {}
        known, planned = self._total("known"), self._total("planned")
        if known.span is None and planned.span is None:
            self.quiet(self.tr("No stage says yet how long it takes."))
        else:
            self.column.addWidget(self._totals(known, planned))
            if self._total("actual").said < known.said:
                self.quiet(self.tr("Where nobody knows how long it takes, the plan counts."))
        slow = times.slowest(self.journey, self.record_id)
        if slow:
            self.column.addWidget(plain.label(self.tr("What takes longest"), "secondary"))
        for one in slow:
            self._slow(one)
        show_all(self.column)

    def _total(self, which: Which) -> Whole:
        return times.total(self.journey, self.record_id, which)

    def _totals(self, known: Whole, planned: Whole) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (name, whole) in enumerate(
            ((self.tr("As it is"), known), (self.tr("As planned"), planned))
        ):
            grid.addWidget(plain.label(name, "secondary"), row, 0)
            grid.addWidget(plain.label(self._span(whole.span), "strong", wrap=True), row, 1)
            said = self.say("weak.stages_said", said=whole.said, n=whole.stages)
            grid.addWidget(plain.label(said, "faint"), row, 2)
        return holder

    def _span(self, span: Duration | None) -> str:
        """A time with its range: `12 days (7–19)`."""
        if span is None:
            return "–"
        between = naming.bounds(rough(span), self.language)
        return f"{self._amount(span)} ({between})" if between else self._amount(span)

    def _amount(self, span: Duration | None) -> str:
        return naming.amount(rough(span), self.language) if span is not None else "–"

    def _slow(self, one: Slow) -> None:
        record: Record = one.record
        more = []
        if isinstance(record, Step):
            more.append(plans.where(self.journey, record.stage_id, None, self.language))
        if one.times.compared in ("slower", "faster"):
            more.append(self.say(f"weak.{one.times.compared}", span=self._span(one.times.planned)))
        name, sign = naming.called(self.journey, record, self.language), "arrow-right"
        if isinstance(record, Link):
            record = self.journey.get(Card, record.from_id)
        else:
            sign = icon_of(record, self.journey)
        self.row(record, Wrapped(sign, name, self._amount(one.times.known), more))

    @property
    def summary(self) -> str:
        """How long it is together, beside the heading."""
        span = self._total("known").span if self.isVisible() else None
        return self._amount(span) if span is not None else ""


class WeakPoints(Figures):
    """Where the journey is weak, the weakest first, each with its place and its reasons."""

    def set_up(self) -> None:
        super().set_up()
        self._found: tuple[Weakness, ...] = ()

    def build(self) -> None:
        empty(self.column)
        self.rows = {}
        self._found = found = weakness.of_map(self.journey, self.record_id)
        if not found:
            self.quiet(self.tr("None yet. Barriers, feelings, waits and expectations show them."))
            return
        self.quiet(self.tr("At the right how bad it is: 100 is the worst there can be."))
        for one in self.first(found):
            said = weak_words.said(self.journey, one, self.language)
            row = Wrapped(str(one.rank), said.what, str(one.percent), (said.where, *said.why))
            self.row(one.record, row)
        self.more(len(found))
        show_all(self.column)

    @property
    def summary(self) -> str:
        return str(len(self._found) or "")


class Manual(Figures):
    """What people still do by hand, most worth automating first, and the list of it as a file."""

    def set_up(self) -> None:
        super().set_up()
        self._found: tuple[ByHand, ...] = ()
        self.save: QPushButton | None = None

    def state(self) -> object:
        departments = self.journey.all(Department)
        return super().state(), departments

    def build(self) -> None:
        empty(self.column)
        self.rows, self.save = {}, None
        self._found = found = contacts.by_hand(self.journey, self.record_id)
        if not found:
            self.quiet(self.tr("Nothing on this map is done by hand."))
            return
        for one in self.first(found):
            name = weak_words.short(one.contact, self.language)
            self.row(one.contact, Wrapped("message-2", name, more=self._lines(one)))
        self.more(len(found))
        self.save = button(self.tr("Save the list…"), "table-export")
        self.save.clicked.connect(lambda: self.asked.emit("map.automation"))
        self.column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        show_all(self.column)

    def _lines(self, one: ByHand) -> list[str]:
        """Who does it how, what comes next, what stands in the way."""
        channel = self.say(f"channel.{one.channel}") if one.channel else ""
        lines = [", ".join(part for part in (one.owner, channel) if part)]
        if one.following is not None:
            following = weak_words.short(one.following, self.language)
            key = "weak.next_by" if one.next_starts else "weak.next"
            then = self.say(key, name=following, starts=one.next_starts)
            if one.wait is not None:
                span = naming.duration(rough(one.wait), self.language)
                then = self.say("weak.wait", then=then, span=span)
            lines.append(then)
        if one.barriers:
            said = "; ".join(weak_words.short(barrier, self.language) for barrier in one.barriers)
            lines.append(self.say("weak.in_the_way", barriers=said))
        return lines

    @property
    def summary(self) -> str:
        return str(len(self._found) or "")


def _column(record: Card | Feeling) -> str:
    """The id of the step or the stage a record lies in."""
    return record.step_id or record.stage_id
