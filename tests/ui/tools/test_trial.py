"""What a drag would do, without a window."""

import pytest

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Barrier
from cjm_desktop.ui.tools import trial
from cjm_desktop.ui.tools.trial import Landing
from tests.journey.filled import Filled


@pytest.fixture
def filled() -> Filled:
    return Filled()


def cell(filled: Filled, lane: str, where: str, place: int | None = None) -> Landing:
    return Landing("card", filled.map.lane[lane], *filled.map.at[where], place)


def test_within_a_cell_the_card_itself_takes_its_new_place(filled: Filled) -> None:
    seen = trial.attempt(
        filled.map.journey, (filled.three,), cell(filled, "touchpoints", "a1", 0), copy=False
    )
    assert not seen.apart
    there = seen.journey.cards(filled.map.lane["touchpoints"], *filled.map.at["a1"])
    assert [card.text for card in there] == ["three", "one", "two"]


def test_to_another_cell_copies_go_ahead_and_the_place_that_is_left_stays(
    filled: Filled,
) -> None:
    ids = (filled.one, filled.two)
    seen = trial.attempt(filled.map.journey, ids, cell(filled, "touchpoints", "b1", 1), copy=False)
    assert seen.apart
    assert not set(seen.ids) & set(ids)
    there = seen.journey.cards(filled.map.lane["touchpoints"], *filled.map.at["b1"])
    assert [card.text for card in there] == ["far", "one", "two"]
    assert tuple(card.id for card in there[1:]) == seen.ids
    left = seen.journey.cards(filled.map.lane["touchpoints"], *filled.map.at["a1"])
    assert [card.text for card in left] == ["one", "two", "three"]


def test_a_trial_leaves_the_journey_as_it_was(filled: Filled) -> None:
    before = dict.fromkeys(filled.map.journey)
    trial.attempt(filled.map.journey, (filled.one,), cell(filled, "touchpoints", "b2"), copy=True)
    assert dict.fromkeys(filled.map.journey) == before


def test_putting_down_is_what_the_trial_showed(filled: Filled) -> None:
    ids, to = (filled.one, filled.three), cell(filled, "touchpoints", "b1", 0)
    draft = Draft(filled.map.journey)
    assert trial.put(draft, ids, to, copy=False) == ids
    there = draft.journey.cards(filled.map.lane["touchpoints"], *filled.map.at["b1"])
    shown = trial.attempt(filled.map.journey, ids, to, copy=False).journey
    seen = shown.cards(filled.map.lane["touchpoints"], *filled.map.at["b1"])
    assert [card.text for card in there] == [card.text for card in seen]


def test_a_lane_that_holds_other_things_refuses_in_words(filled: Filled) -> None:
    with pytest.raises(Problem) as refusal:
        trial.attempt(filled.map.journey, (filled.one,), cell(filled, "barriers", "a1"), copy=False)
    assert refusal.value.sentence("ru") == "Сюда только барьеры."


def test_a_note_is_pinned_where_it_hangs(filled: Filled) -> None:
    to = Landing("pin", on_id=filled.far, dx=3.0, dy=-2.0)
    draft = Draft(filled.map.journey)
    trial.put(draft, (filled.note,), to, copy=False)
    note = draft.journey.get(Barrier, filled.note)
    assert (note.on_id, note.dx, note.dy) == (filled.far, 3.0, -2.0)
    copied = trial.put(draft, (filled.note,), to, copy=True)
    assert copied != (filled.note,)
    assert draft.journey.get(Barrier, copied[0]).on_id == filled.far


@pytest.mark.parametrize(("place", "home"), [(0, False), (1, False), (2, True), (None, True)])
def test_home_is_where_nothing_would_change(filled: Filled, place: int | None, home: bool) -> None:
    to = cell(filled, "touchpoints", "a1", place)
    assert trial.is_home(filled.map.journey, (filled.three,), to) is home


def test_several_cards_are_home_only_as_they_stand(filled: Filled) -> None:
    ids = (filled.one, filled.three)
    to = cell(filled, "touchpoints", "a1", 0)
    assert not trial.is_home(filled.map.journey, ids, to)
    assert trial.is_home(filled.map.journey, (filled.one, filled.two), to)


def test_stages_steps_and_lanes_are_home_at_their_own_places(filled: Filled) -> None:
    journey = filled.map.journey
    stage = filled.map.stage("B")
    assert trial.is_home(journey, (stage,), Landing("stage", place=1))
    assert not trial.is_home(journey, (stage,), Landing("stage", place=0))
    step = filled.map.step("b1")
    assert trial.is_home(journey, (step,), Landing("step", stage_id=stage, place=0))
    other = Landing("step", stage_id=filled.map.stage("A"), place=0)
    assert not trial.is_home(journey, (step,), other)
    lane = filled.map.lane["goals"]
    assert trial.is_home(journey, (lane,), Landing("lane", lane_id=lane, place=0))
    assert not trial.is_home(journey, (lane,), Landing("lane", lane_id=lane, place=3))
