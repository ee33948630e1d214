"""A map as a tree: everything once, in its place; and where what is carried lands."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import plans, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import CARD_OF_LANE, Card, Path
from cjm_desktop.journey.tables.branches import Branch, branches, landing
from tests.journey.small import Small
from tests.journey.walk import random_verb, seeded_ids


def all_of(found: Sequence[Branch]) -> Iterator[Branch]:
    """Every branch, those before their children."""
    for one in found:
        yield one
        yield from all_of(one.children)


def seen_cards(journey: Journey, map_id: str, view: Path) -> set[str]:
    """The cards of a map's open lanes that a view shows."""
    return {
        card.id
        for lane in journey.lanes(map_id)
        if lane.holds in CARD_OF_LANE and not lane.folded
        for card in journey.cards_of_lane(lane.id)
        if plans.shown(journey, card, view)
    }


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from(templates.TEMPLATES),
    st.integers(0, 2**32),
    st.sampled_from(["both", "as_is", "to_be"]),
)
def test_every_card_stands_in_the_tree_once(name: str, seed: int, view: Path) -> None:
    with seeded_ids(seed):
        draft, rng = Draft(templates.make(name, "en")), random.Random(seed)
        for _ in range(25):
            random_verb(draft, rng)
        journey = draft.journey
        for map_id in (one.id for one in journey.maps()):
            found = [one.record_id for one in all_of(branches(journey, map_id, view))]
            assert len(set(found)) == len(found)
            cards = {one for one in found if isinstance(journey.find(one), Card)}
            assert cards == seen_cards(journey, map_id, view)


def test_steps_come_after_what_belongs_to_the_stage(map_: Small) -> None:
    whole = map_.card("owners", "A", "Sales")
    first = map_.card("actions", "a1", "looks")
    tree = branches(map_.journey, map_.map_id)
    assert [one.text for one in tree] == ["A", "B", "C"]
    assert tree[0].children[0].record_id == whole
    assert [one.text for one in tree[0].children][1:] == ["a1", "a2"]
    assert tree[0].children[1].children == (Branch(first, "looks", map_.lane["actions"]),)


@pytest.mark.parametrize(("row", "place"), [(0, 0), (1, 1), (2, 2), (3, 2), (-1, None)])
def test_a_card_lands_among_those_of_its_lane(map_: Small, row: int, place: int | None) -> None:
    for text in ("x", "y"):
        map_.card("actions", "a1", text)
    map_.card("touchpoints", "a1", "shop")
    moved = map_.card("actions", "a2", "new")
    step = branches(map_.journey, map_.map_id)[0].children[0]
    there = landing(map_.journey, [moved], step, step.children, row)
    assert there == (step.record_id, place)


def test_what_is_moved_does_not_count_where_it_stood(map_: Small) -> None:
    ids = [map_.card("actions", "a1", text) for text in "xyz"]
    step = branches(map_.journey, map_.map_id)[0].children[0]
    assert landing(map_.journey, [ids[0]], step, step.children, 3) == (step.record_id, 2)
    assert landing(map_.journey, ids[:2], step, step.children, 3) == (step.record_id, 1)
    assert landing(map_.journey, [ids[0], step.record_id], step, step.children, 0) is None
    stage = branches(map_.journey, map_.map_id)[1]
    assert landing(map_.journey, [stage.record_id], step, step.children, 0) is None
    assert landing(map_.journey, [step.record_id], stage, stage.children, 1) == (stage.record_id, 1)
