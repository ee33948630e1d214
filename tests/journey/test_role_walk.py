"""A small general map and its role map, edited by turns in whatever way bears on following."""

from __future__ import annotations

import random

import pytest

from cjm_desktop.journey import following, moves, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from tests.journey import anything, roles, walk
from tests.journey.small import small
from tests.seeds import seeds

GRID: tuple[anything.Deed, ...] = (
    walk.add_card,
    walk.edit_card,
    walk.move_card,
    walk.move_card,
    walk.drop_card,
    walk.pin_barrier,
    walk.unpin_barrier,
    walk.answer_barrier,
    walk.set_feeling,
    walk.drop_feeling,
    walk.add_stage,
    walk.move_stage,
    walk.split_stage,
    walk.merge_stages,
    walk.move_border,
    walk.drop_stage,
    walk.add_step,
    walk.move_step,
    walk.move_step,
    walk.drop_step,
    walk.set_lane_per,
    walk.set_lane_per,
    walk.move_lane,
    walk.drop_lane,
    walk.add_link,
    walk.add_evidence,
    roles.give_back,
    roles.show_again,
    roles.set_path,
    roles.plan_move,
)
"""Each as often as any other: what is rare elsewhere is what following may get wrong."""


def begun(rng: random.Random) -> Journey:
    """Few things, some the role map's own, so that what is done to them is soon in the way."""
    made = small()
    for number in range(6):
        lane = rng.choice(("actions", "touchpoints", "barriers"))
        made.card(lane, rng.choice(list(made.at)), f"c{number}", span=rng.choice((1, 1, 2, 3)))
    person = moves.add_persona(made.draft, "Ann", made.map_id)
    walk.set_feeling(made.draft, rng)
    role = moves.make_role_map(made.draft, made.map_id, person)
    draft = Draft(made.journey)
    moves.add_stage(draft, role, "own", rng.randrange(4), ("own",))
    moves.add_step(draft, rng.choice(draft.journey.stages(role)).id, "own", rng.randrange(2))
    lanes = [one for one in draft.journey.lanes(role) if one.holds in ("actions", "barriers")]
    for number in range(4):
        cell = walk.cell(draft, rng, lanes)
        moves.add_card(draft, *cell, f"own {number}", span=rng.choice((1, 2, 3)))
    following.follow(draft)
    return draft.journey


def edited(journey: Journey, rng: random.Random) -> Journey:
    """One edit of one or several verbs, with what follows from it."""
    draft, count = Draft(journey), rng.choice((1, 1, 1, 2))
    for _ in range(count):
        anything.tried(draft, rng, rng.choice(GRID))
    rules.check(draft)
    touched = {one.id for one in (*draft.changed(), *draft.dropped())}
    if following.follow(draft):
        rules.check(draft)
    if count == 1:
        roles.check_untouched(journey, draft.journey, touched)
    return draft.journey


@pytest.mark.parametrize("seed", seeds(16, 60))
def test_what_is_not_overridden_follows_and_what_is_stays(seed: int) -> None:
    rng = random.Random(seed)
    with walk.seeded_ids(seed):
        journey = begun(rng)
        for _ in range(40):
            journey = edited(journey, rng)
            roles.check_roles(journey)
    assert rules.check_all(journey) == ()
