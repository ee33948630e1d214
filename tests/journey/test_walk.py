"""Any sequence of verbs keeps all rules, and a draft tells exactly what it changed."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import rules, templates, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from tests.journey.walk import VERBS, random_verb, seeded_ids

NAMES = st.sampled_from(templates.TEMPLATES)


def same(draft: Draft) -> None:
    """What the draft tells, put on its base, gives its journey; taken back, its base."""
    forward = {one.id: one for one in draft.base}
    for one in draft.changed():
        assert draft.base.find(one.id) != one
        forward[one.id] = one
    for one in draft.dropped():
        del forward[one.id]
    assert forward == {one.id: one for one in draft.journey}
    back = {one.id: one for one in draft.journey}
    for one in draft.changed():
        old = draft.base.find(one.id)
        if old is None:
            del back[one.id]
        else:
            back[one.id] = old
    back.update({one.id: one for one in draft.dropped()})
    assert back == {one.id: one for one in draft.base}


@settings(max_examples=15, deadline=None)
@given(NAMES, st.integers(0, 2**32), st.integers(1, 60))
def test_any_sequence_of_verbs_keeps_all_rules(name: str, seed: int, count: int) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        journey = templates.make(name, "ru")
        for _ in range(count):
            draft = Draft(journey)
            key, values = random_verb(draft, rng)
            rules.check(draft)
            same(draft)
            for language in ("ru", "en"):
                assert words.say(key, language, **values)
            journey = draft.journey
    assert rules.check_all(journey) == ()


@settings(max_examples=10, deadline=None)
@given(NAMES, st.integers(0, 2**32), st.integers(2, 30))
def test_several_verbs_in_one_draft_keep_all_rules(name: str, seed: int, count: int) -> None:
    draft = Draft(templates.make(name, "en"))
    rng = random.Random(seed)
    for _ in range(count):
        random_verb(draft, rng)
    rules.check(draft)
    same(draft)
    assert rules.check_all(draft.journey) == ()
    assert draft.journey == Journey(draft.journey)


def test_a_long_walk_uses_every_verb_and_keeps_all_rules() -> None:
    done: set[str] = set()
    # Ids of its own make the walk the same each time, so that it meets every verb each time.
    with seeded_ids(7):
        rng = random.Random(7)
        journey = templates.make("b2b", "ru")
        for step in range(1200):
            draft = Draft(journey)
            key, _ = random_verb(draft, rng)
            done.add(key)
            rules.check(draft)
            journey = draft.journey
            if step % 200 == 0:
                assert rules.check_all(journey) == ()
    assert rules.check_all(journey) == ()
    assert len(done) == len(VERBS)


def test_a_walk_can_be_walked_again() -> None:
    def walk() -> Journey:
        with seeded_ids(3):
            rng = random.Random(3)
            draft = Draft(templates.make("blueprint", "en"))
            for _ in range(60):
                random_verb(draft, rng)
            return draft.journey

    assert walk() == walk()


@pytest.mark.parametrize("name", ["blank", "sketch"])
def test_a_walk_goes_on_from_next_to_nothing(name: str) -> None:
    draft = Draft(templates.make(name, "en"))
    rng = random.Random(1)
    for _ in range(50):
        assert random_verb(draft, rng)[0].startswith("step.")
