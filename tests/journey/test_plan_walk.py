"""Planning among all other verbs: the rules hold, and both views stay of one piece."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import following, metrics, plans, rules, templates, verdicts
from cjm_desktop.journey.consensus import agreement_words, agreements
from cjm_desktop.journey.contacts import by_hand, stages_without
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gaps import curve_gap_words, curve_gaps, fulfilment_gaps
from cjm_desktop.journey.hypotheses import board, matrix
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Hypothesis, Metric
from tests.journey import anything, walk
from tests.journey.anything import VIEWS


def done(draft: Draft, rng: random.Random) -> bool:
    """Whether something was done."""
    planned = rng.choice(anything.PLANNING)
    return anything.tried(draft, rng, rng.choices((planned, walk.random_verb), (15, 4))[0])


def read_all(journey: Journey) -> None:
    """Ask everything there is to ask of every map: nothing may fail, whatever the map is like."""
    for one in journey.maps():
        for view in VIEWS:
            hidden = plans.hidden(journey, one.id, view)
            shown = {
                record.id
                for record in journey
                if journey.map_of(record) == one.id and plans.shown(journey, record, view)
            }
            assert not hidden & shown
            stages_without(journey, one.id, view)
            assert all(step is None or step.id not in hidden
                       for _, step in plans.columns(journey, one.id, view))  # fmt: skip
        for mark in plans.marks(journey, one.id).values():
            assert plans.mark_words(journey, mark, "ru")
        for gap in curve_gaps(journey, one.id):
            assert curve_gap_words(gap, "en")
        fulfilment_gaps(journey, one.id)
        by_hand(journey, one.id)
        columns = board(journey, one.id)
        assert sum(map(len, columns.values())) == len(journey.hypotheses(one.id))
        matrix(journey, one.id)
        assert all(agreement_words(each, "ru") for each in agreements(journey, one.id))
    for each in journey.all(Hypothesis):
        assert verdicts.verdict_words(journey, verdicts.verdict(journey, each.id), "en")
    for metric in journey.all(Metric):
        metrics.progress(journey, metric.id)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_planning_among_all_other_verbs_keeps_the_rules(seed: int, count: int) -> None:
    rng = random.Random(seed)
    with walk.seeded_ids(seed):
        journey = templates.make("sample-b2b", "ru")
        for _ in range(count):
            draft = Draft(journey)
            if done(draft, rng):
                following.follow(draft)
                rules.check(draft)
                journey = draft.journey
    assert rules.check_all(journey) == ()
    read_all(journey)
