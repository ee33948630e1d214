"""The lines of a chain on the map: between what they run, and that they are there when chosen."""

from __future__ import annotations

from dataclasses import replace

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Barrier, Hypothesis, Opportunity
from cjm_desktop.ui.canvas.threads import ties
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
    for one in journey.all(Barrier):
        assert bool(ties(journey, one.id)) is (one.id in answered)
