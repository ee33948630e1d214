"""What is kept of a whole map between edits is what a fresh look at it would find."""

import random
from dataclasses import replace

import pytest

from cjm_desktop.journey import basis, gaps, moves, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Step, Touchpoint
from tests.journey import anything, roles
from tests.journey.small import Small
from tests.journey.walk import seeded_ids


def _edited(rng: random.Random, journey: Journey) -> Journey:
    """The journey after one edit, or several at once; the same where it was refused."""
    draft = Draft(journey)
    try:
        for _ in range(rng.choice((1, 1, 3))):
            anything.tried(draft, rng, anything.deed(rng))
        rules.check(draft)
    except Problem:
        return journey
    return draft.journey


def _rated(rng: random.Random, journey: Journey) -> None:
    """Say of some touchpoint what is expected of it, of some card what it rests on."""
    one = rng.choice(journey.all(Touchpoint))
    said = replace(one, expectation=rng.randint(1, 5), fulfilment=rng.randint(1, 5))
    journey.put(said)
    moves.add_evidence(Draft(journey), one.id, source=rng.choice(("crm", "interview")))


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_and_their_undoing_kept_facts_are_those_found_anew(seed: int) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        rich = seed % 3 == 0
        begun = templates.make("sample-b2b", "en") if rich else roles.with_roles(roles.dense(rng))
        states, memo, told = [begun], Memo(), set()
        for step in range(40):
            back = rng.random() < 0.25
            journey = rng.choice(states) if back else _edited(rng, states[-1].fork())
            if not back and journey.all(Touchpoint) and rng.random() < 0.5:
                _rated(rng, journey)
            states.append(journey)
            for map_ in journey.maps():
                found = basis.of_map(journey, map_.id, memo)
                short = gaps.fulfilment_gaps(journey, map_.id, memo)
                lanes = journey.lanes(map_.id)
                wanted = basis.together(basis.of_lane(journey, one) for one in lanes)
                assert found == wanted == basis.of_map(journey, map_.id), (seed, step)
                assert short == gaps.fulfilment_gaps(journey, map_.id), (seed, step)
                told.add((found, short))
        assert len(told) > 10, "the edits changed what is kept"


def test_columns_that_change_places_and_paths_at_once_are_looked_at_anew(map_: Small) -> None:
    now, planned = (map_.at[where][1] for where in ("a1", "a2"))
    journey, memo = map_.journey, Memo()
    first, second = journey.get(Step, now or ""), journey.get(Step, planned or "")
    journey.put(replace(second, path="to_be"))
    map_.card("actions", "a1")
    assert basis.of_map(journey, map_.map_id, memo).asked == 1
    journey.put(replace(second, place=first.place, path="both"))
    journey.put(replace(first, place=second.place, path="to_be"))
    assert basis.of_map(journey, map_.map_id, memo).asked == 0
