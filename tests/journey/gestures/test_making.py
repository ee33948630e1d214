"""What an adding tool or Ins makes, without a window."""

import pytest

from cjm_desktop.journey import moves, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import making
from cjm_desktop.journey.gestures.walk import Stand, Walk
from cjm_desktop.journey.records import Barrier, Card, Feeling, Lane, Opportunity, Stage
from tests.journey.filled import Filled


@pytest.fixture
def filled() -> Filled:
    return Filled()


def make(filled: Filled, kind: str, stand: Stand | None) -> tuple[Draft, str]:
    made = making.plan(filled.map.journey, filled.map.map_id, kind, stand)
    assert made is not None
    draft = Draft(filled.map.journey)
    new_id = made.do(draft)
    rules.check(draft)
    return draft, new_id


def on(filled: Filled, record_id: str) -> Stand:
    found = Walk(filled.map.journey, filled.map.map_id).of(record_id)
    assert found is not None
    return found


def test_one_more_touchpoint_lies_behind_the_one_it_was_made_at(filled: Filled) -> None:
    draft, new_id = make(filled, "touchpoint", on(filled, filled.one))
    cell = draft.journey.cards(filled.map.lane["touchpoints"], *filled.map.at["a1"])
    assert [card.id for card in cell] == [filled.one, new_id, filled.two, filled.three]


def test_a_barrier_made_at_a_touchpoint_lies_in_the_barrier_lane_of_its_column(
    filled: Filled,
) -> None:
    draft, new_id = make(filled, "barrier", on(filled, filled.far))
    note = draft.journey.get(Barrier, new_id)
    assert (note.lane_id, note.step_id) == (filled.map.lane["barriers"], filled.map.step("b1"))


def test_a_lane_that_is_missing_is_made_along_with_what_goes_into_it(filled: Filled) -> None:
    draft, new_id = make(filled, "thought", on(filled, filled.one))
    lane = draft.journey.get(Lane, draft.journey.get(Card, new_id).lane_id)
    assert lane.holds == "thoughts"


def test_a_card_is_whatever_the_lane_holds(filled: Filled) -> None:
    stand = Walk(filled.map.journey, filled.map.map_id).at(
        (filled.map.lane["opportunities"], *filled.map.at["a1"])
    )
    assert making.kind_of(filled.map.journey, stand) == "opportunity"
    draft, new_id = make(filled, "card", stand)
    assert isinstance(draft.journey.find(new_id), Opportunity)


def test_a_stage_follows_the_one_stood_in_and_a_step_likewise(filled: Filled) -> None:
    draft, new_id = make(filled, "stage", on(filled, filled.one))
    assert [one.id for one in draft.journey.stages(filled.map.map_id)][1] == new_id
    draft, new_id = make(filled, "step", on(filled, filled.map.step("a1")))
    assert [one.id for one in draft.journey.steps(filled.map.stage("A"))][1] == new_id


def test_the_first_stage_needs_nowhere_to_stand(filled: Filled) -> None:
    draft, new_id = make(filled, "stage", None)
    assert draft.journey.get(Stage, new_id).title
    assert making.plan(filled.map.journey, filled.map.map_id, "touchpoint", None) is None


def test_a_feeling_begins_as_high_as_the_curve_is_there(filled: Filled) -> None:
    for where, value in (("b2", -1.0), ("a2", -0.2)):  # a2 is between 0.5 and -1
        draft, new_id = make(filled, "feeling", on(filled, filled.map.step(where)))
        assert draft.journey.get(Feeling, new_id).value == value


def test_a_feeling_goes_to_the_curve_that_is_there(filled: Filled) -> None:
    moves.add_persona(filled.map.draft, "Anna", filled.map.map_id)
    draft, new_id = make(filled, "feeling", on(filled, filled.map.step("b2")))
    assert draft.journey.get(Feeling, new_id).persona_id is None


def test_a_feeling_goes_to_whose_curves_are_shown_alone(filled: Filled) -> None:
    """Else nobody but the first could be given a feeling where the first has one."""
    anna = moves.add_persona(filled.map.draft, "Anna", filled.map.map_id)
    draft, journey = Draft(filled.map.journey), filled.map.journey
    made = making.plan(
        journey, filled.map.map_id, "feeling", on(filled, filled.map.step("a1")), whose=anna
    )
    assert made is not None
    new_id = made.do(draft)
    rules.check(draft)
    assert draft.journey.get(Feeling, new_id).persona_id == anna
    assert draft.journey.get(Feeling, filled.calm) == journey.get(Feeling, filled.calm)


def test_a_pinned_note_hangs_on_what_it_was_made_on(filled: Filled) -> None:
    home = (filled.map.lane["barriers"], *filled.map.at["a1"])
    draft = Draft(filled.map.journey)
    new_id = making.pinned(filled.map.journey, home, filled.far).do(draft)
    rules.check(draft)
    note = draft.journey.get(Barrier, new_id)
    assert note.on_id == filled.far
    assert note.step_id == filled.map.step("b1")


def test_every_name_of_a_step_is_in_the_words(filled: Filled) -> None:
    from cjm_desktop.journey import words

    for kind in ("stage", "step", "lane", "card", *making.HOLDS):
        made = making.plan(filled.map.journey, filled.map.map_id, kind, on(filled, filled.act))
        assert made is not None, kind
        assert made.name in words.say(made.step, "en", name=made.name)


def test_notes_pinned_one_after_the_other_make_a_neat_stack(filled: Filled) -> None:
    draft = Draft(filled.map.journey)
    home = (filled.map.lane["barriers"], *filled.map.at["a1"])
    places = []
    for _ in range(4):
        note = draft.journey.get(Barrier, making.pinned(draft.journey, home, filled.one).do(draft))
        places.append((note.dx, note.dy))
    assert places == [(4, 11), (10, 27), (16, 43), (22, 59)]
    moves.drop(draft, next(one.id for one in draft.journey.all(Barrier) if one.dy == 27))
    again = draft.journey.get(Barrier, making.pinned(draft.journey, home, filled.one).do(draft))
    assert (again.dx, again.dy) == (10, 27), "the gap is filled first"
