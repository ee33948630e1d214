"""Rows of stages on a poster: how many, what they bring, and where there are none."""

from dataclasses import replace

import pytest

from cjm_desktop import poster
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout import Options
from cjm_desktop.poster import rowed
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import lay_out
from cjm_desktop.poster.paper import parse
from cjm_desktop.poster.sheet import stages_of
from tests.journey.big import big_journey


@pytest.fixture(scope="module")
def long() -> Journey:
    return big_journey(80, 40)


def job(**fields: object) -> Job:
    return Job("map", language="en", paper=parse("A1", landscape=True), **fields)  # type: ignore[arg-type]


def offers(journey: Journey, asked: Job) -> tuple[poster.RowChoice, ...]:
    laid = lay_out(journey, asked)
    return poster.row_offers(journey, asked, laid.width, laid.height, laid.drawing)


def test_a_long_map_is_offered_in_rows_and_set_in_them(long: Journey) -> None:
    plain = poster.plan(long, job(), with_ink=False)
    choices = offers(long, job())
    assert [one.rows for one in choices][:2] == [1, 2]
    assert choices == rowed.choices(long, job(), 841, 594)
    assert plain.distance_m == pytest.approx(choices[0].distance_m)
    best = max(choices, key=lambda one: one.distance_m)
    assert best.rows > 1
    gain = poster.row_gain(choices, 1)
    assert gain is not None
    said = gain.sentence("en")
    assert said.startswith(f"In {best.rows} rows the text reads from {best.distance_m:.2f} m")
    assert f"instead of {plain.distance_m:.2f}" in said
    by_itself = poster.plan(long, job(stage_rows=0), with_ink=False)
    assert by_itself.distance_m == pytest.approx(best.distance_m, rel=0.01)
    assert poster.row_gain(choices, best.rows) is None


def test_a_short_map_gains_nothing() -> None:
    journey = templates.make("sample-b2b", "en")
    asked = replace(job(), map_id=journey.maps()[0].id)
    assert poster.row_gain(offers(journey, asked), 1) is None


def test_bookmarks_lead_to_the_row_of_their_stage(long: Journey) -> None:
    laid = lay_out(long, job(stage_rows=2))
    found = stages_of(laid)
    assert len(found) == 20
    tops = sorted({one.rect[1] for one in found})
    assert len(tops) == 2
    assert found[0].rect[3] == tops[1]
    assert found[-1].rect[3] == laid.drawing.height


@pytest.mark.parametrize(
    "asked",
    [
        Job("map", blank=True),
        Job("map", booklet=True),
        Job("map", report="personas"),
        Job("map", paper=parse("roll-914")),
        Job("map", shows=Options(width_by_time=True)),
    ],
)
def test_only_posters_have_rows(long: Journey, asked: Job) -> None:
    with pytest.raises(Problem, match="Only a poster"):
        lay_out(long, replace(asked, stage_rows=2))
    assert not asked.may_be_rowed
    replace(asked, stage_rows=0).check()


@pytest.mark.parametrize("rows", [-1, 5])
def test_there_are_at_most_four(long: Journey, rows: int) -> None:
    with pytest.raises(Problem, match="1 to 4 rows"):
        lay_out(long, job(stage_rows=rows))
