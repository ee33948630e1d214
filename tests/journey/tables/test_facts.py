"""Durations, numbers and people typed into the cells of a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.journey import moves, naming, tables, typed_spans
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Duration, LaneKind, Measurement, Metric, Path, Stage, Step
from cjm_desktop.journey.tables import HEADS, Place
from tests.journey.small import Small

TODAY = "2026-11-22"


class Row:
    """A row of a small map that is typed into."""

    def __init__(self, map_: Small, holds: LaneKind) -> None:
        self.map = map_
        lane_id = moves.add_lane(map_.draft, map_.map_id, holds)
        if holds in ("time", "metrics"):
            moves.set_fields(map_.draft, lane_id, per="step")

    def write(self, column: int, text: str, view: Path = "both", day: str = TODAY) -> None:
        at = Place(HEADS + len(self.map.lane), column)
        tables.write_cell(self.map.draft, self.map.map_id, at, text, view, day)
        self.map.settle()

    def says(self, column: int, view: Path = "both") -> str:
        map_ = self.map
        table = tables.of_map(map_.journey, map_.map_id, view)
        row = HEADS + len(map_.lane)
        return tables.content(map_.journey, map_.map_id, table, row, column, view).text.replace(
            "\u00a0", " "
        )


RowOf = Callable[[LaneKind], Row]


@pytest.fixture
def row(map_: Small) -> RowOf:
    """Makes the row of a kind of lane."""
    return lambda holds: Row(map_, holds)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("3 d", Duration(3, "days")),
        ("2–4 дня", Duration(3, "days", 2, 4)),
        ("от 2 до 4 нед.", Duration(3, "weeks", 2, 4)),
        ("14 дней, до 20", Duration(14, "days", None, 20)),
        ("3 д (2-4)", Duration(3, "days", 2, 4)),
        ("2 ч 30 мин", Duration(2.5, "hours")),
        ("2 h 20 min", Duration(140, "minutes")),
        ("1,5 ч", Duration(1.5, "hours")),
        ("2 года", Duration(24, "months")),
        ("1,000 days", Duration(1000, "days")),
    ],
)
def test_a_duration_is_read_as_people_write_it(text: str, span: Duration) -> None:
    assert typed_spans.duration(text) == span


@pytest.mark.parametrize(
    "text", ["", "soon", "3", "d 3", "3 parsecs", "3 days, from 5", "9999999 d"]
)
def test_what_is_no_duration_is_refused_in_words(text: str) -> None:
    with pytest.raises(Problem):
        typed_spans.duration(text)


@given(
    st.decimals(0, 9000, places=2),
    st.sampled_from(["minutes", "hours", "days", "weeks", "months"]),
    st.sampled_from(["en", "ru"]),
)
def test_what_the_program_writes_it_reads(value: object, unit: object, language: str) -> None:
    span = Duration(float(str(value)), unit)  # type: ignore[arg-type]
    assert typed_spans.duration(naming.duration(span, language)) == span
    wide = Duration(span.value + 1, span.unit, span.value, span.value + 2)
    again = typed_spans.duration(naming.duration(wide, language))
    assert (again.low or 0, again.high or 0) == pytest.approx((span.value, span.value + 2))


def test_times_say_what_is_and_what_was_planned(row: RowOf) -> None:
    line = row("time")
    line.write(0, "3 дня, ожидание\nплан: 2 d")
    step = line.map.journey.get(Step, line.map.step("a1"))
    assert (step.actual, step.planned, step.waiting) == (
        Duration(3, "days"),
        Duration(2, "days"),
        True,
    )
    assert line.says(0) == "3 days, waiting\nplanned: 2 days"
    assert line.says(0, "to_be") == "2 days, waiting"
    line.write(0, "5 h", "to_be")
    assert line.says(0) == "3 days\nplanned: 5 hours"
    line.write(0, "")
    assert line.says(0) == ""
    line.write(4, "1 w")
    assert line.map.journey.get(Stage, line.map.stage("C")).actual == Duration(1, "weeks")
    for text in ("1 d\n2 d", "fast"):
        with pytest.raises(Problem):
            line.write(0, text)
    with pytest.raises(Problem, match="Only a step"):
        line.write(4, "waiting")


def test_a_duration_one_did_not_touch_stays_exact(row: RowOf) -> None:
    line, exact = row("time"), Duration(2.345, "days", 1, 9)
    moves.set_duration(line.map.draft, line.map.step("a1"), "planned", exact)
    line.write(0, f"1 d\n{line.says(0)}")
    assert line.map.journey.get(Step, line.map.step("a1")).planned == exact


def test_a_number_is_a_new_value_of_its_day(row: RowOf) -> None:
    line = row("metrics")
    line.write(0, "Conversion: 12 % (target 20 %)")
    (metric,) = line.map.journey.all(Metric)
    assert (metric.title, metric.unit, metric.target) == ("Conversion", "%", 20)
    line.write(0, "14,5 %")
    line.write(0, "Conversion: 15 % (target 20 %)", day="2027-01-01")
    found = [(one.date, one.value) for one in line.map.journey.all(Measurement)]
    assert sorted(found) == [(TODAY, 14.5), ("2027-01-01", 15)]
    line.write(0, "Share of offers: 15 %\nCalls")
    assert line.map.journey.get(Metric, metric.id).title == "Share of offers"
    assert line.says(0) == "Share of offers: 15 %\nCalls"
    with pytest.raises(Problem, match="before the number"):
        line.write(0, "7")
    line.write(0, "Calls")
    assert metric.id not in line.map.journey


def test_who_takes_part_and_where_they_stand(row: RowOf) -> None:
    line = row("consensus")
    with pytest.raises(Problem, match="no role"):
        line.write(0, "Бухгалтер: за")
    for name in ("Finance", "Head of purchasing"):
        moves.add_persona(line.map.draft, name, line.map.map_id)
    line.write(0, "finance: против: цена\nHead of purchasing - за")
    assert line.says(0) == "Finance: against (цена)\nHead of purchasing: for"
    line.write(0, "Finance: unsure")
    assert line.says(0) == "Finance: unsure"
    for text, said in (("за", "whose word"), ("Finance: purple", "for, unsure, or against")):
        with pytest.raises(Problem, match=said):
            line.write(0, text)


def test_the_only_role_needs_no_name(row: RowOf) -> None:
    line = row("participation")
    moves.add_persona(line.map.draft, "Owner", line.map.map_id)
    line.write(0, "решает")
    assert line.says(1) == "Owner: decides"
    line.write(0, "Owner: absent (on leave)")
    assert line.says(0) == "Owner: absent (on leave)"
    line.write(0, "")
    assert line.says(0) == ""
