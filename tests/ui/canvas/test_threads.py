"""The lines of a chain on the map: between what they run, and that they are there when chosen."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Barrier, Hypothesis, Opportunity
from cjm_desktop.ui.canvas.routes import Area, route
from cjm_desktop.ui.canvas.threads import ties
from cjm_desktop.ui.canvas.view import Canvas
from tests.journey.filled import Filled
from tests.layout.maps import MAP, Maker


def _chain() -> Draft:
    maker = Maker().grid([2], ["barriers", "opportunities", "metrics"])
    maker.card("b", "barriers", "s0t0", "Долго").card("c", "barriers", "s0t1", "Дорого")
    maker.card("o", "opportunities", "s0t0", "Быстрее", answers=("b", "c"))
    draft = Draft(maker.journey())
    metric = moves.add_metric(draft, MAP, "s0", "Ответ за час")
    draft.put(Hypothesis(id="h", map_id=MAP, about_id="o", metric_id=metric))
    return draft


def test_lines_run_from_the_barriers_over_the_opportunity_to_the_metric() -> None:
    draft = _chain()
    metric = draft.journey.get(Hypothesis, "h").metric_id
    assert set(ties(draft.journey, "o")) == {("b", "o"), ("c", "o"), ("o", metric)}
    assert set(ties(draft.journey, "b")) == {("b", "o"), ("o", metric)}
    assert ties(draft.journey, str(metric))


def test_what_is_in_no_chain_has_no_lines() -> None:
    draft = _chain()
    draft.put(replace(draft.journey.get(Opportunity, "o"), answers=("b",)))
    assert ties(draft.journey, "c") == ()
    assert ties(draft.journey, "s0") == ()


def test_every_answered_barrier_of_the_sample_has_lines() -> None:
    journey = templates.make("sample-b2b", "en")
    answered = {one for card in journey.all(Opportunity) for one in card.answers}
    assert answered
    answered |= {one.about_id for one in journey.all(Hypothesis) if one.metric_id}
    for one in journey.all(Barrier):
        assert bool(ties(journey, one.id)) is (one.id in answered)


def area(x: float, y: float, w: float = 80, h: float = 60) -> Area:
    return Area(x, y, x + w, y + h)


GAPS = [0.0, 100.0, 200.0, 300.0]


def test_a_line_runs_in_the_gap_beside_both_where_they_stand_in_one_column() -> None:
    corners = route(area(110, 0), area(110, 300), GAPS)
    assert corners[0] == (110.0, 30.0)
    assert corners[-1] == (110.0, 316.0)
    assert {x for x, _ in corners[1:-1]} == {100}


@pytest.mark.parametrize(("x", "gap"), [(10, 100), (210, 200)])
def test_a_line_to_the_next_column_runs_between_the_two(x: float, gap: float) -> None:
    corners = route(area(110, 0), area(x, 300), GAPS)
    assert {one for one, _ in corners[1:-1]} == {gap}


def test_a_line_to_a_far_column_runs_over_its_lane_and_meets_it_from_above() -> None:
    corners = route(area(10, 0), area(210, 300), GAPS)
    assert corners[-1] == (222.0, 300.0)
    assert corners[-2][1] == corners[-3][1] == 295
    up = route(area(10, 300), area(210, 0), GAPS)
    assert up[-1] == (222.0, 60.0)
    assert up[-2][1] == 65


def test_lines_are_upright_or_level_and_end_on_the_edges() -> None:
    rnd = random.Random(7)
    for _ in range(500):
        here = area(rnd.uniform(0, 220), rnd.uniform(0, 100), rnd.uniform(20, 150))
        there = area(rnd.uniform(0, 220), rnd.uniform(200, 400), rnd.uniform(20, 190))
        if rnd.random() < 0.5:
            here, there = there, here
        corners = route(here, there, GAPS if rnd.random() < 0.9 else [])
        for (x0, y0), (x1, y1) in pairwise(corners):
            assert x0 == x1 or y0 == y1
        for (x, y), one in ((corners[0], here), (corners[-1], there)):
            assert one.left <= x <= one.right
            assert one.top <= y <= one.bottom
            assert x in (one.left, one.right) or y in (one.top, one.bottom)


def test_a_hypothesis_beside_the_map_shows_its_chain_too(canvas: Canvas, filled: Filled) -> None:
    with canvas.document.edit("step.answer_barrier", name="x") as draft:
        opportunity = moves.answer_barrier(draft, filled.note)
        moves.add_hypothesis(draft, opportunity)
    hypothesis = canvas.document.journey.hypotheses(canvas.map_id)[0]
    assert canvas.threads.of(canvas.selection) == ()
    canvas.follow(hypothesis.id)
    assert canvas.threads.of(canvas.selection) == ((filled.note, opportunity),)
    canvas.follow(filled.note)
    assert canvas.threads.of(canvas.selection) == ()
    canvas.select((opportunity,))
    assert canvas.threads.of(canvas.selection) == ((filled.note, opportunity),)
