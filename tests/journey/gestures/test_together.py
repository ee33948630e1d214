"""Cards of several cells moved together, without a window."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.journey import rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import nudging, together
from cjm_desktop.journey.journey import Cell
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier
from tests.journey.filled import Filled


def cell(filled: Filled, lane: str, where: str) -> Cell:
    """A cell by the names of its lane and column."""
    return (filled.map.lane[lane], *filled.map.at[where])


def test_cards_are_carried_in_the_order_they_stand_in(filled: Filled) -> None:
    chosen = (filled.far, filled.two, filled.map.stage("A"), filled.act, filled.one)
    ordered = together.in_order(filled.map.journey, filled.map.map_id, chosen)
    assert ordered == (filled.act, filled.one, filled.two, filled.far)


def test_a_block_keeps_its_shape_over_steps_and_lanes(filled: Filled) -> None:
    ids = (filled.act, filled.one, filled.three, filled.far)
    draft = filled.map.draft
    moved = together.put(draft, "both", ids, filled.three, cell(filled, "touchpoints", "a2"), None)
    filled.map.settle()
    assert moved == ids
    assert filled.map.texts("actions", "a2") == ["act"]
    assert filled.map.texts("touchpoints", "a1") == ["two"]
    assert filled.map.texts("touchpoints", "a2") == ["one", "three"]
    assert filled.map.texts("touchpoints", "b2") == ["far"]


def test_copies_keep_the_shape_and_what_they_are_of_stays(filled: Filled) -> None:
    ids, to = (filled.one, filled.far), cell(filled, "touchpoints", "a2")
    made = together.put(filled.map.draft, "both", ids, filled.one, to, 0, copy=True)
    filled.map.settle()
    assert not set(made) & set(ids)
    assert filled.map.texts("touchpoints", "a1") == ["one", "two", "three"]
    assert filled.map.texts("touchpoints", "a2") == ["one"]
    assert filled.map.texts("touchpoints", "b2") == ["far"]


def test_a_block_that_does_not_fit_is_refused_in_words(filled: Filled) -> None:
    journey = filled.map.journey
    ids, to = (filled.one, filled.far), cell(filled, "touchpoints", "a1")
    with pytest.raises(Problem) as edge:
        together.plan(journey, ids, filled.far, to, None)
    assert edge.value.sentence("en").endswith("fall off the edge of the map.")
    ids, to = (filled.act, filled.one), cell(filled, "owners", "a1")
    with pytest.raises(Problem) as lane:
        together.plan(journey, ids, filled.act, to, None)
    assert "lane" in lane.value.sentence("en")


def test_a_note_goes_with_the_touchpoint_it_is_pinned_to(filled: Filled) -> None:
    draft = filled.map.draft
    draft.put(_pinned(draft, filled))
    filled.map.settle()
    ids = (filled.one, filled.far, filled.note)
    assert together.in_hand(filled.map.journey, ids, filled.one) == ids[:2]
    assert together.in_hand(filled.map.journey, ids, filled.note) == ids


def _pinned(draft: Draft, filled: Filled) -> Barrier:
    return replace(draft.journey.get(Barrier, filled.note), on_id=filled.one)


def test_keys_move_a_block_one_column_or_not_at_all(filled: Filled) -> None:
    ids = (filled.far, filled.one)
    plan = nudging.plan(filled.map.journey, filled.map.map_id, ids, "right")
    assert plan is not None
    plan.do(filled.map.draft)
    filled.map.settle()
    assert filled.map.texts("touchpoints", "a2") == ["one"]
    assert filled.map.texts("touchpoints", "b2") == ["far"]
    back = nudging.plan(filled.map.journey, filled.map.map_id, ids, "left")
    assert back is not None
    back.do(filled.map.draft)
    filled.map.settle()
    again = nudging.plan(filled.map.journey, filled.map.map_id, ids[::-1], "left")
    assert again is not None
    with pytest.raises(Problem):
        again.do(Draft(filled.map.journey))


FILLED = Filled()
CARDS = (FILLED.one, FILLED.two, FILLED.three, FILLED.far, FILLED.act, FILLED.note)


@given(
    chosen=st.sets(st.sampled_from(CARDS), min_size=2),
    grab=st.integers(0, 5),
    column=st.integers(0, 4),
    place=st.integers(0, 3),
    copy=st.booleans(),
)
def test_relative_columns_and_lanes_are_kept_or_nothing_moves(
    chosen: set[str], grab: int, column: int, place: int, copy: bool
) -> None:
    journey, map_id = FILLED.map.journey, FILLED.map.map_id
    columns = journey.columns(map_id)
    stage, step = columns[column % len(columns)]
    ids = together.in_order(journey, map_id, sorted(chosen))
    grabbed = ids[grab % len(ids)]
    to = (together.home(journey, grabbed)[0], stage.id, step.id if step else None)
    numbers = journey.column_numbers(map_id)
    draft = Draft(journey)
    before = [together.home(journey, one) for one in ids]
    by = numbers[to[1:]] - numbers[together.home(journey, grabbed)[1:]]
    try:
        now = together.put(draft, "both", ids, grabbed, to, place, copy=copy)
    except Problem:
        assert any(not 0 <= numbers[one[1:]] + by < len(columns) for one in before)
        return
    rules.check(draft)
    after = [together.home(draft.journey, one) for one in now]
    assert [one[0] for one in after] == [one[0] for one in before]
    assert [numbers[one[1:]] for one in after] == [numbers[one[1:]] + by for one in before]
