"""Planning among all other verbs: the rules hold, and both views stay of one piece."""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import following, metrics, moves, plans, rules, templates, verdicts
from cjm_desktop.journey.consensus import agreement_words, agreements
from cjm_desktop.journey.contacts import by_hand, stages_without
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gaps import curve_gap_words, curve_gaps, fulfilment_gaps
from cjm_desktop.journey.hypotheses import STATUSES, board, matrix
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.pasted import Entry
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    Barrier,
    Hypothesis,
    Metric,
    Opportunity,
    Path,
    Persona,
    Stage,
    Step,
)
from tests.journey import walk

VIEWS: tuple[Path, ...] = ("as_is", "to_be", "both")


def some_card(draft: Draft, rng: random.Random) -> str:
    return rng.choice(walk.cards_of(draft)).id


def some_column(draft: Draft, rng: random.Random) -> str:
    return rng.choice([*draft.journey.all(Stage), *draft.journey.all(Step)]).id


def plan_move(draft: Draft, rng: random.Random) -> None:
    card = rng.choice(walk.cards_of(draft))
    moves.plan_move(draft, [card.id], *walk.cell(draft, rng, walk.lanes_for(draft, card)))


def plan_stage(draft: Draft, rng: random.Random) -> None:
    moves.plan_stage(draft, rng.choice(draft.journey.maps()).id, "planned", 1)


def plan_pin(draft: Draft, rng: random.Random) -> None:
    note = rng.choice(draft.journey.all(Barrier))
    moves.plan_pin(draft, note.id, some_column(draft, rng), 1, 2)


def hypothesis(draft: Draft, rng: random.Random) -> None:
    about = rng.choice([*draft.journey.all(Barrier), *draft.journey.all(Opportunity)])
    made = moves.hypothesis_from(draft, about.id)
    moves.move_hypothesis(draft, made, rng.choice(STATUSES), 0, "2026-03-01")


def series(draft: Draft, rng: random.Random) -> None:
    metric = rng.choice(draft.journey.all(Metric))
    entries = [Entry(f"2026-0{month}-01", rng.uniform(0, 100), 50) for month in (1, 2, 5, 6)]
    rng.choice((moves.set_series, moves.add_series))(draft, metric.id, entries)
    moves.set_end_metric(draft, metric.map_id, metric.id)


def turns(draft: Draft, rng: random.Random) -> None:
    persona, stage = rng.choice(draft.journey.personas()), rng.choice(draft.journey.all(Stage))
    turn = rng.choice((moves.turn_involvement, moves.turn_stance))
    turn(draft, persona.id, stage.id)


DEEDS: tuple[Callable[[Draft, random.Random], object], ...] = (
    plan_move,
    plan_move,
    plan_stage,
    plan_pin,
    hypothesis,
    series,
    turns,
    lambda draft, rng: moves.plan_step(draft, rng.choice(draft.journey.all(Stage)).id, "planned"),
    lambda draft, rng: moves.plan_fields(draft, some_card(draft, rng), text=walk.text(rng)),
    lambda draft, rng: moves.remove_from_plan(draft, some_card(draft, rng)),
    lambda draft, rng: moves.remove_from_plan(draft, some_column(draft, rng)),
    lambda draft, rng: moves.set_path(draft, some_column(draft, rng), rng.choice(VIEWS)),
    lambda draft, rng: moves.set_path(draft, some_card(draft, rng), rng.choice(VIEWS)),
    lambda draft, rng: moves.join(draft, some_card(draft, rng), rng.choice(("as_is", "to_be"))),
    lambda draft, rng: moves.join(draft, some_column(draft, rng)),
    walk.random_verb,
    walk.random_verb,
    walk.random_verb,
    walk.random_verb,
)


def done(draft: Draft, rng: random.Random) -> bool:
    """Whether something was done; there may be nothing to do it to, and it may be refused."""
    deed = rng.choice(DEEDS)
    try:
        deed(draft, rng)
    except Problem:
        return False
    except IndexError:
        kinds = (Persona, Barrier, Opportunity, Metric, Stage)
        assert not all(draft.journey.all(kind) for kind in kinds)
        return False
    return True


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
