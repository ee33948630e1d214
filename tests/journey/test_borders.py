"""The border between two stages: steps go over it and nothing else moves; splitting, merging."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import moves, rules, spans, templates, times
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.durations import minutes
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import AnyCard, Card, Duration, Feeling, Stage, Step
from tests.journey import anything, walk
from tests.journey.small import Small


def test_a_border_gives_the_last_steps_to_the_next_stage(map_: Small) -> None:
    card, note = map_.card("actions", "a2", "act"), map_.card("barriers", "a2", "slow")
    whole = map_.card("actions", "A", "whole")
    moves.pin_barrier(map_.draft, note, map_.stage("A"), 1, 2)
    map_.settle()
    to = moves.move_border(map_.draft, map_.stage("A"), map_.stage("B"), map_.step("a2"))
    assert to == map_.stage("B")
    assert map_.columns() == ["a1", "a2", "b1", "b2", "C"]
    assert [one.title for one in map_.journey.steps(to)] == ["a2", "b1", "b2"]
    assert (map_.get(card).stage_id, map_.get(whole).stage_id) == (to, map_.stage("A"))
    map_.sound()
    back = moves.move_border(map_.draft, map_.stage("A"), to, map_.step("b1"))
    assert back == map_.stage("A")
    map_.sound()


def test_a_border_that_stands_there_already_writes_nothing(map_: Small) -> None:
    assert not moves.move_border(map_.draft, map_.stage("A"), map_.stage("B"), map_.step("b1"))
    assert map_.draft.changed() == ()


def test_no_stage_is_left_without_steps(map_: Small) -> None:
    with pytest.raises(Problem, match="Merge the two"):
        moves.move_border(map_.draft, map_.stage("A"), map_.stage("B"), map_.step("a1"))
    with pytest.raises(Problem, match="neighbouring"):
        moves.move_border(map_.draft, map_.stage("A"), map_.stage("C"), map_.step("a2"))


def test_the_column_of_an_empty_stage_gives_way_to_the_step_it_gets(map_: Small) -> None:
    card = map_.card("actions", "b2", "wide", span=2)
    map_.settle()
    assert map_.covered(card) == ["b2", "C"]
    moves.move_border(map_.draft, map_.stage("B"), map_.stage("C"), map_.step("b2"))
    assert map_.columns() == ["a1", "a2", "b1", "b2"]
    assert map_.covered(card) == ["b2"]
    map_.sound()


def test_what_lay_in_a_stage_without_steps_stands_beside_what_it_gets(map_: Small) -> None:
    card = map_.card("actions", "C", "act")
    map_.settle()
    moves.move_border(map_.draft, map_.stage("B"), map_.stage("C"), map_.step("b2"))
    assert map_.columns() == ["a1", "a2", "b1", "b2", "C"]
    assert map_.get(card).step_id not in {None, map_.step("b2")}
    map_.sound()


def test_a_merged_stage_has_both_names_and_may_have_the_colour_of_the_later_one(
    map_: Small,
) -> None:
    moves.set_fields(map_.draft, map_.stage("B"), colour="#123456")
    kept = moves.merge_stages(
        map_.draft, map_.stage("A"), map_.stage("B"), named_as=map_.stage("B")
    )
    stage = map_.journey.get(Stage, kept)
    assert (kept, stage.title, stage.colour) == (map_.stage("A"), "A / B", "#123456")
    map_.sound()


@pytest.mark.parametrize(
    ("titles", "named_as", "merged"),
    [
        (("A", "C"), 0, "A / C"),
        (("A", "C"), 1, "A / C"),
        (("a2", "C"), 1, "C"),
        (("A", "a1"), 0, "A"),
        (("", "C"), 0, "C"),
        (("", "a1"), 0, ""),
        (("A", ""), 1, "A"),
        (("A", "A"), 0, "A"),
    ],
)
def test_no_name_is_lost_when_stages_merge(
    map_: Small, titles: tuple[str, str], named_as: int, merged: str
) -> None:
    moves.move_stage(map_.draft, map_.stage("B"), None)
    pair = map_.stage("A"), map_.stage("C")
    for one, title in zip(pair, titles, strict=True):
        moves.set_fields(map_.draft, one, title=title)
    kept = moves.merge_stages(map_.draft, *pair, named_as=pair[named_as])
    assert map_.journey.get(Stage, kept).title == merged
    map_.sound()


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        (None, None, (Duration(10, "days", 8, 14), None)),
        (Duration(1), Duration(3), (Duration(2.5, "days", 2, 3.5), Duration(7.5, "days", 6, 10.5))),
        (
            Duration(48, "hours"),
            None,
            (Duration(2, "days", 1.6, 2.8), Duration(8, "days", 6.4, 11.2)),
        ),
        (None, Duration(4), (Duration(6, "days", 4.8, 8.4), Duration(4, "days", 3.2, 5.6))),
        (None, Duration(12), (None, Duration(10, "days", 8, 14))),
        (Duration(0), Duration(0), (Duration(10, "days", 8, 14), None)),
    ],
)  # fmt: skip
def test_the_time_of_a_split_stage_is_parted_as_its_steps_take_it(
    map_: Small,
    one: Duration | None,
    other: Duration | None,
    parts: tuple[Duration | None, Duration | None],
) -> None:
    moves.set_fields(map_.draft, map_.stage("B"), actual=Duration(10, "days", 8, 14))
    for title, span in (("b1", one), ("b2", other)):
        moves.set_fields(map_.draft, map_.step(title), actual=span)
    new = moves.split_stage(map_.draft, map_.stage("B"), map_.step("b2"))
    found = [map_.journey.get(Stage, each).actual for each in (map_.stage("B"), new)]
    assert tuple(found) == parts
    map_.sound()


# On any map

WHICH: tuple[times.Which, ...] = ("planned", "actual")


def lived_in(seed: int) -> Journey:
    """A map on which much has been done, also in the plan."""
    rng = random.Random(seed)
    with walk.seeded_ids(seed):
        draft = Draft(templates.make(rng.choice(list(templates.TEMPLATES)), "en"))
        for _ in range(25):
            planned = rng.choice(anything.PLANNING)
            anything.tried(draft, rng, rng.choices((planned, walk.random_verb), (1, 3))[0])
    return draft.journey


def pairs(journey: Journey) -> list[tuple[Stage, Stage]]:
    """All neighbouring stages."""
    found = []
    for one in journey.maps():
        stages = journey.stages(one.id)
        found += list(pairwise(stages))
    return found


def places(journey: Journey, map_id: str) -> dict[str, object]:
    """In which step each thing lies, what wide cards cover, and the order of the steps."""
    found: dict[str, object] = {
        one.id: one.step_id
        for one in journey
        if isinstance(one, AnyCard | Feeling) and one.step_id is not None
    }
    wide = spans.remember(journey, map_id)
    found.update({f"wide {key}": covered for key, covered in wide.items()})
    found["steps"] = [step.id for _, step in journey.columns(map_id) if step is not None]
    return found


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32))
def test_a_border_moves_nothing_but_steps_from_stage_to_stage(seed: int) -> None:
    journey = lived_in(seed)
    for first, second in pairs(journey):
        ours, theirs = journey.steps(first.id), journey.steps(second.id)
        if not ours or not theirs or first.path != second.path:
            continue  # what lies in a stage as a whole gets a step first, or a path
        before, draft = places(journey, first.map_id), Draft(journey)
        for step in (*ours[1:], *theirs, theirs[0]):
            moves.move_border(draft, first.id, second.id, step.id)
            rules.check(draft)
            assert draft.journey.steps(second.id)[0].id == step.id
            assert places(draft.journey, first.map_id) == before
            for one in draft.journey.steps(first.id) + draft.journey.steps(second.id):
                held = [each for each in draft.journey.referrers(one.id) if isinstance(each, Card)]
                assert {each.stage_id for each in held if each.step_id == one.id} <= {one.stage_id}
        left = [one.id for one in journey if one != draft.journey.find(one.id)]
        assert len(draft.journey) == len(journey)
        assert all(isinstance(journey.find(one), Step) for one in left), "only their place keys"


def test_a_stage_that_takes_no_time_is_split_into_two_such(map_: Small) -> None:
    moves.set_fields(map_.draft, map_.stage("B"), actual=Duration(0, "weeks"))
    moves.set_fields(map_.draft, map_.step("b2"), actual=Duration(75, "days"))
    new = moves.split_stage(map_.draft, map_.stage("B"), map_.step("b2"))
    for stage in (map_.stage("B"), new):
        assert minutes(times.of(map_.journey, map_.journey.get(Stage, stage)).actual) == 0
    map_.sound()


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32))
def test_what_is_split_and_merged_again_is_what_it_was(seed: int) -> None:
    journey = lived_in(seed)
    for stage in journey.all(Stage):
        for step in journey.steps(stage.id)[1:]:
            draft = Draft(journey)
            before = times.of(journey, stage)
            new = moves.split_stage(draft, stage.id, step.id)
            rules.check(draft)
            halves = [
                times.of(draft.journey, draft.journey.get(Stage, one)) for one in (stage.id, new)
            ]
            for which in WHICH:
                whole = before.of(which)
                if whole is not None:
                    known = sum(minutes(each.of(which)) for each in halves)
                    assert known == pytest.approx(minutes(whole), rel=0.001)
            moves.merge_stages(draft, stage.id, new)
            rules.check(draft)
            assert places(draft.journey, stage.map_id) == places(journey, stage.map_id)
            assert len(draft.journey) == len(journey)
            other = draft.journey.get(Stage, stage.id)
            assert (other.title, other.goal, other.path) == (stage.title, stage.goal, stage.path)
