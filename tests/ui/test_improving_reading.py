"""What board, matrix and charts show, worked out without a window."""

from __future__ import annotations

import itertools

import pytest

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.hypotheses import seen_with
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.pasted import Entry
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier, Hypothesis, Measurement, Metric, Opportunity
from cjm_desktop.journey.verdicts import figures
from cjm_desktop.ui.charts import Series, nearest, plot, series
from cjm_desktop.ui.improving.plane import LEVELS, Box, Measures, plane
from cjm_desktop.ui.improving.reading import (
    Direction,
    opportunities,
    stepped,
    told,
    unanswered,
)
from cjm_desktop.ui.inspector.parts.values import read_field


@pytest.fixture(scope="module")
def sample() -> Journey:
    """A filled map with one running hypothesis."""
    draft = Draft(templates.make("sample-b2b", "en"))
    for one in draft.journey.all(Hypothesis):
        if one.status != "running":
            moves.drop(draft, one.id)
    return draft.journey


def values(*pairs: tuple[str, float]) -> tuple[Measurement, ...]:
    return tuple(
        Measurement(id=f"m{at}", metric_id="m", date=day, value=value)
        for at, (day, value) in enumerate(pairs)
    )


# Charts


def test_a_chart_lays_days_across_and_values_up() -> None:
    found = values(("2026-01-01", 10), ("2026-01-11", 20), ("2026-01-31", 30))
    laid = plot(Series(found), 300, 100)
    assert list(laid.points) == [(0, 100), (100, 50), (300, 0)]
    assert (laid.began, laid.target, laid.split) == (None, None, 3)


def test_start_and_target_are_always_in_the_chart() -> None:
    found = values(("2026-01-01", 10), ("2026-01-11", 20))
    laid = plot(Series(found, 60, "2026-01-21"), 200, 100)
    assert list(laid.points) == [(0, 100), (100, 80)]
    assert laid.began == 200
    assert laid.target == 0
    assert laid.split == 2


def test_a_value_of_the_very_day_of_the_start_counts_as_after() -> None:
    found = values(("2026-01-01", 10), ("2026-01-11", 20), ("2026-01-21", 20))
    assert plot(Series(found, None, "2026-01-11"), 100, 10).split == 1


@pytest.mark.parametrize("days", [1, 2])
def test_equal_values_and_a_single_one_lie_in_the_middle(days: int) -> None:
    found = values(*[(f"2026-01-0{day}", 5.0) for day in range(1, days + 1)])
    laid = plot(Series(found), 100, 40)
    assert [y for _, y in laid.points] == [20] * days
    assert laid.points[0][0] == (50 if days == 1 else 0)


def test_nothing_is_laid_out_where_there_are_no_values() -> None:
    assert plot(Series((), 3, "2026-01-01"), 100, 40).points == ()


def test_the_nearest_value_is_found_within_reach() -> None:
    points = [(0.0, 0.0), (50.0, 10.0), (60.0, 10.0)]
    assert nearest(points, 53, 12, 10) == 1
    assert nearest(points, 30, 30, 10) == -1
    assert nearest([], 0, 0, 10) == -1


# The matrix


COUNTS = [{}, {(3, 1): 2, (2, 1): 2}, {(1, 3): 9, (3, 3): 1}, {(2, 2): 30}]


@pytest.mark.parametrize("counts", COUNTS)
def test_no_card_of_the_matrix_lies_over_another_or_outside_its_cell(
    counts: dict[tuple[int, int], int],
) -> None:
    laid = plane(counts, 700, 480)
    boxes = [(cell, box) for cell, slots in laid.slots.items() for box in slots]
    assert len(boxes) == sum(counts.values())
    for (_, one), (_, other) in itertools.combinations(boxes, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y
    for key, box in boxes:
        cell = laid.cells[key]
        assert box.y >= cell.y
        assert box.y + box.height <= cell.y + cell.height
    assert laid.height >= 480


def test_effect_goes_up_and_effort_across() -> None:
    laid = plane({}, 700, 480)
    for level, higher in itertools.pairwise(LEVELS):
        assert laid.cells[higher, 1].y < laid.cells[level, 1].y
        assert laid.cells[1, higher].x > laid.cells[1, level].x
    box = laid.cells[3, 1]
    assert laid.at(box.x + 5, box.y + 5) == (3, 1)
    assert laid.at(2, 2) is None


def test_quadrants_meet_in_the_middle_and_names_have_room() -> None:
    counts = {(3, 1): 3, (1, 1): 3}
    size = Measures()
    laid = plane(counts, 700, 100, size)
    first, plan, later, leave = laid.quadrants
    assert first.x + first.width == plan.x == leave.x
    assert first.y + first.height == later.y == leave.y
    assert sum(one.width * one.height for one in laid.quadrants) == pytest.approx(
        laid.field.width * laid.field.height
    )
    assert laid.slots[3, 1][0].y >= size.label
    low = laid.slots[1, 1][-1]
    assert low.y + low.height <= laid.field.height - size.label


@pytest.mark.parametrize(
    ("cell", "way", "then"),
    [
        ((0, 0), "left", (2, 2)),
        ((3, 0), "right", (3, 2)),
        ((2, 2), "up", (3, 2)),
        ((3, 2), "up", (3, 2)),
        ((2, 2), "right", (2, 3)),
        ((1, 1), "down", (1, 1)),
        ((1, 1), "left", (1, 1)),
    ],
)
def test_a_step_stays_in_the_matrix(
    cell: tuple[int, int], way: Direction, then: tuple[int, int]
) -> None:
    assert stepped(*cell, way) == then


def test_a_point_lies_in_a_box_or_not() -> None:
    assert Box(0, 0, 10, 10).holds(9.9, 0)
    assert not Box(0, 0, 10, 10).holds(10, 0)


# Words and numbers


def test_a_card_says_what_it_answers_and_what_its_metric_did(sample: Journey) -> None:
    (one,) = sample.all(Hypothesis)
    said = told(sample, one, "en", "2026-04-11")
    assert said.about == sample.get(Opportunity, one.about_id).text
    assert not said.answers_barrier
    assert said.metric == "Offers agreed"
    assert said.figures is not None
    assert said.figures.before.startswith("35.4")
    assert said.figures.after.startswith("46.5")
    assert said.figures.target == "45"
    assert said.days == 10
    assert "Offers agreed" in said.sentences[0]


def test_before_it_starts_first_and_last_value_are_said(sample: Journey) -> None:
    (one,) = sample.all(Hypothesis)
    draft = Draft(sample)
    moves.move_hypothesis(draft, one.id, "idea")
    idea = draft.journey.get(Hypothesis, one.id)
    assert idea.metric_id is not None
    found = figures(draft.journey, idea.metric_id, idea, "en")
    assert found.before.startswith("34.9")
    assert told(draft.journey, idea, "en", "2026-06-11").days is None


def test_a_metric_is_seen_with_what_was_to_move_it(sample: Journey) -> None:
    (one,) = sample.all(Hypothesis)
    by_title = {metric.title: metric for metric in sample.all(Metric)}
    assert seen_with(sample, by_title["Offers agreed"]) == one
    assert seen_with(sample, by_title["Repeat orders"]) == one
    assert seen_with(sample, by_title["Offers"]) is None
    shown = series(sample, by_title["Repeat orders"].id, one.started)
    assert (len(shown.values), shown.target, shown.began) == (3, 50, one.started)


def test_what_has_no_hypothesis_is_offered_first(sample: Journey) -> None:
    map_id = sample.maps()[0].id
    (one,) = sample.all(Hypothesis)
    found = [card.id for card in unanswered(sample, map_id)]
    assert one.about_id not in found
    kinds = [type(sample.find(card)) for card in found]
    assert kinds == sorted(kinds, key=lambda kind: kind is Barrier)
    assert Opportunity in kinds


def test_opportunities_come_as_they_stand_on_the_map_after_those_with_votes(
    sample: Journey,
) -> None:
    draft = Draft(sample)
    map_id = sample.maps()[0].id
    columns = [(one.stage.id, one.step.id if one.step else None) for one in sample.columns(map_id)]

    def place(one: Opportunity) -> int:
        stages = [stage for stage, _ in columns]
        cell = (one.stage_id, one.step_id)
        return columns.index(cell) if cell in columns else stages.index(one.stage_id)

    found = opportunities(sample, map_id)
    assert [place(one) for one in found] == sorted(place(one) for one in found)
    moves.set_fields(draft, found[-1].id, votes=found[0].votes + 3)
    assert opportunities(draft.journey, map_id)[0].id == found[-1].id


def test_a_single_value_stands_alone(sample: Journey) -> None:
    draft = Draft(sample)
    metric = sample.all(Metric)[0]
    moves.set_series(draft, metric.id, [Entry("2026-05-01", 12.0)])
    assert figures(draft.journey, metric.id, None, "en")[:2] == ("", "12")
    moves.set_series(draft, metric.id, [])
    assert figures(draft.journey, metric.id, None, "en")[:2] == ("", "")


@pytest.mark.parametrize(
    ("name", "text", "language", "read"),
    [
        ("date", "31.03.2026", "ru", "2026-03-31"),
        ("date", "March 2026", "en", "2026-03-01"),
        ("date", "", "en", ""),
        ("value", "1 234,5", "ru", 1234.5),
        ("value", "1,234.5", "en", 1234.5),
        ("sample", "120", "en", 120),
        ("sample", "", "en", None),
        ("source", " CRM ", "en", "CRM"),
    ],
)
def test_fields_of_a_value_are_read(name: str, text: str, language: str, read: object) -> None:
    assert read_field(name, text, language) == read


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("date", "soon", "paste.no_date"),
        ("value", "much", "paste.no_number"),
        ("value", "", "paste.no_number"),
        ("sample", "1.5", "paste.no_sample"),
        ("sample", "-3", "paste.no_sample"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(name: str, text: str, key: str) -> None:
    with pytest.raises(Problem) as found:
        read_field(name, text, "en")
    assert found.value.key == key
