"""Whatever has been done to a map, every question about it has a sound answer."""

import random

import pytest

from cjm_desktop.journey import basis, chain, curves, grid, sifting, silences, templates, times
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.durations import minutes
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Feeling,
    Hypothesis,
    Metric,
    Opportunity,
    State,
    Step,
    Touchpoint,
)
from cjm_desktop.journey.sifting import Sieve
from tests.journey.walk import random_verb, seeded_ids

PATHS: tuple[State, ...] = ("as_is", "to_be")


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_every_question_has_a_sound_answer(seed: int) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        journey = templates.make(rng.choice(("sample-b2b", "b2c")), "ru")
        for step in range(120):
            draft = Draft(journey)
            random_verb(draft, rng)
            journey = draft.journey
            if step % 20 == 19:
                for one in journey.maps():
                    ask(journey, one.id)
                ask_of_links(journey)


def ask(journey: Journey, map_id: str) -> None:
    """Everything that is asked of a whole map."""
    shares = basis.by_kind(journey, map_id).values()
    whole = basis.of_map(journey, map_id)
    assert (
        basis.together(shares) == whole == basis.together(basis.by_stage(journey, map_id).values())
    )
    for support in basis.by_source(journey, map_id):
        assert 0 < support.records <= min(support.named, whole.confirmed)
    for path in PATHS:
        ask_of_path(journey, map_id, path)
    slow = times.slowest(journey, map_id, 99)
    lengths = [minutes(one.times.known) for one in slow]
    assert lengths == sorted(lengths, reverse=True)
    for which in ("planned", "actual", "known"):
        found = times.total(journey, map_id, which)
        assert (found.span is None) == (found.said == 0)
        assert found.said <= found.stages
    ask_of_grid(journey, map_id)


def ask_of_path(journey: Journey, map_id: str, path: State) -> None:
    met = {one.id: one for one in grid.contacts(journey, map_id)}
    for one in silences.of_map(journey, map_id, path):
        assert minutes(one.span) >= silences.long_wait(journey, map_id, path) > 0
        assert one.after_id in met
        assert one.before_id is None or one.before_id in met
        assert one.place_ids or one.link_id
        for contact in met.values():
            here = {contact.step_id or contact.stage_id}
            assert contact.path not in ("both", path) or here.isdisjoint(one.place_ids)
    for persona in (None, *journey.personas(map_id)):
        people = frozenset() if persona is None else frozenset((persona.id,))
        found = sifting.sift(journey, map_id, Sieve(people, "confirmed", path=path))
        parts = list(found)
        lanes = journey.lanes(map_id)
        every = {one.id for lane in lanes for one in journey.cards_of_lane(lane.id)}
        every |= {one.id for lane in lanes for one in journey.feelings(lane.id)}
        assert set().union(*parts) == every
        assert sum(map(len, parts)) == len(every)
        assert all(journey.evidence(one) for one in found.front)


def ask_of_grid(journey: Journey, map_id: str) -> None:
    columns = grid.of_map(journey, map_id)
    for lane in journey.lanes(map_id):
        for card in journey.cards_of_lane(lane.id):
            here = columns.covered(card)
            assert 0 <= here.start < here.stop <= len(columns.columns)
        for point in journey.feelings(lane.id):
            assert 0 <= columns.at(point) <= len(columns.columns)
            level = curves.level(
                journey, lane.id, point.persona_id, point.path,
                point.stage_id, point.step_id, point.between,
            )  # fmt: skip
            assert level is not None
            assert -2 <= level <= 2
    for place in (*journey.all(Touchpoint), *journey.all(Step), *journey.stages(map_id)):
        for barrier in chain.barriers_at(journey, place.id):
            assert journey.map_of(barrier) == journey.map_of(place)
    at_contacts = {
        one.id: chain.barriers_at(journey, one.id) for one in grid.contacts(journey, map_id)
    }
    assert chain.barriers_of_contacts(journey, map_id) == at_contacts


def ask_of_links(journey: Journey) -> None:
    """A link is part of its own chain, and of the chains of all it is tied to."""
    for kind in (Barrier, Opportunity, Hypothesis, Metric):
        for link in journey.all(kind):
            found = chain.of(journey, link.id)
            assert link in found.links
            for cause, effect in found.ties:
                assert link.id not in (cause, effect) or all(
                    link in chain.of(journey, one).links for one in (cause, effect)
                )
    for other in (*journey.all(Card), *journey.all(Feeling)):
        assert chain.of(journey, other.id).links == ()
