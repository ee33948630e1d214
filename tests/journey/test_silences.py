"""Long waits in which the customer meets nobody."""

from collections.abc import Iterable

import pytest

from cjm_desktop.journey import moves, silences, templates
from cjm_desktop.journey.durations import MINUTES
from cjm_desktop.journey.records import Duration, State, Touchpoint
from cjm_desktop.journey.silences import Silence
from tests.journey.small import Small

DAY = MINUTES["days"]


def contact(map_: Small, where: str, **fields: object) -> str:
    return map_.card("touchpoints", where, where, **fields)


def takes(map_: Small, days: float, *places: str) -> None:
    for one in places:
        moves.set_duration(map_.draft, map_.at[one][1] or map_.stage(one), "actual", Duration(days))


def wait(map_: Small, start: str, end: str, days: float) -> str:
    link_id = moves.add_link(map_.draft, start, end)
    moves.set_duration(map_.draft, link_id, "actual", Duration(days))
    return link_id


def found(map_: Small, path: State = "as_is", longest: float = 7 * DAY) -> tuple[Silence, ...]:
    return silences.of_map(map_.journey, map_.map_id, path, longest)


def places(map_: Small, titles: Iterable[str]) -> tuple[str, ...]:
    return tuple(map_.at[one][1] or map_.stage(one) for one in titles)


def test_a_long_wait_between_neighbours_is_a_silence(map_: Small) -> None:
    first, last = contact(map_, "a1"), contact(map_, "a2")
    link = wait(map_, first, last, 7)
    assert found(map_) == (Silence(Duration(7), first, last, (), link),)
    assert found(map_, longest=7.1 * DAY) == ()


def test_somebody_met_on_the_way_breaks_the_silence(map_: Small) -> None:
    first, last = contact(map_, "a1"), contact(map_, "b2")
    link = wait(map_, first, last, 9)
    assert found(map_) == (Silence(Duration(9), first, last, places(map_, ("a2", "b1")), link),)
    contact(map_, "b1")
    assert found(map_) == ()


def test_a_wide_contact_is_met_in_all_its_columns(map_: Small) -> None:
    first, last = contact(map_, "a1", span=3), contact(map_, "b2")
    link = wait(map_, first, last, 9)
    assert found(map_) == (Silence(Duration(9), first, last, (), link),)


def test_steps_in_a_row_without_a_contact_are_one_silence(map_: Small) -> None:
    takes(map_, 4, "a1", "a2", "b1", "b2")
    first, last = contact(map_, "a1"), contact(map_, "b2")
    quiet = places(map_, ("a2", "b1"))
    assert found(map_) == (Silence(Duration(8), first, last, quiet),)
    takes(map_, 2, "b1")
    assert found(map_) == ()


def test_a_stage_in_which_nobody_is_met_lasts_as_long_as_it_says(map_: Small) -> None:
    first, last = contact(map_, "a2"), contact(map_, "C")
    takes(map_, 1, "b1", "b2")
    takes(map_, 20, "B")
    assert found(map_) == (Silence(Duration(20), first, last, places(map_, ("b1", "b2"))),)


def test_a_stage_in_which_somebody_is_met_says_nothing_of_its_other_steps(map_: Small) -> None:
    contact(map_, "a1")
    contact(map_, "b1")
    takes(map_, 90, "A")
    takes(map_, 90, "a1")
    assert found(map_) == ()


def test_a_passage_over_quiet_steps_is_one_silence_with_them(map_: Small) -> None:
    first, last = contact(map_, "a1"), contact(map_, "b1")
    takes(map_, 12, "a2")
    link = wait(map_, first, last, 10)
    quiet = places(map_, ("a2",))
    assert found(map_) == (Silence(Duration(12), first, last, quiet, link),)
    takes(map_, 8, "a2")
    assert found(map_) == (Silence(Duration(10), first, last, quiet, link),)


def test_before_the_first_contact_nobody_is_silent_but_after_the_last_they_are(
    map_: Small,
) -> None:
    takes(map_, 30, "a1", "a2", "C")
    contact(map_, "b2", place=0)
    last = map_.card("touchpoints", "b2", "last in its column")
    assert found(map_) == (Silence(Duration(30), last, None, places(map_, "C")),)


def test_a_way_back_leads_over_nothing(map_: Small) -> None:
    first, last = contact(map_, "a1"), contact(map_, "b2")
    contact(map_, "b1")
    link = wait(map_, last, first, 9)
    again = moves.add_link(map_.draft, first, first, manner="repeat")
    moves.set_duration(map_.draft, again, "actual", Duration(8))
    assert [(one.link_id, one.after_id, one.before_id) for one in found(map_)] == [
        (again, first, first),
        (link, last, first),
    ]


def test_a_map_without_contacts_has_no_silences(map_: Small) -> None:
    takes(map_, 99, "a1", "a2", "b1", "b2", "C")
    assert found(map_) == ()


def test_the_plan_has_silences_of_its_own(map_: Small) -> None:
    first, last = contact(map_, "a1"), contact(map_, "b1")
    contact(map_, "a2", path="to_be")
    wait(map_, first, last, 9)
    takes(map_, 9, "a2")
    assert len(found(map_)) == 1
    assert found(map_, "to_be") == ()  # somebody is met on the way
    moves.set_fields(map_.draft, map_.step("a2"), path="to_be")
    assert found(map_)[0].place_ids == ()
    moves.set_duration(map_.draft, map_.stage("C"), "planned", Duration(8))
    assert found(map_, "to_be") == (Silence(Duration(8), last, None, places(map_, ("b2", "C"))),)


@pytest.mark.parametrize(
    ("whole", "long"),
    [
        (None, 7 * DAY),
        (Duration(1, "months"), 3 * DAY),
        (Duration(1, "hours"), 6),
        (Duration(74), 7 * DAY),
        (Duration(24, "months"), 7 * DAY),
    ],
)
def test_long_is_a_week_or_a_tenth_of_a_short_journey(
    map_: Small, whole: Duration | None, long: float
) -> None:
    moves.set_duration(map_.draft, map_.stage("A"), "actual", whole)
    assert silences.long_wait(map_.journey, map_.map_id) == pytest.approx(long)


def test_the_sample_is_silent_between_the_invoice_and_the_first_letter() -> None:
    journey = templates.make("sample-b2b", "en")
    (one,) = silences.of_map(journey, journey.maps()[0].id)
    assert journey.get(Touchpoint, one.after_id).text == "Invoice"
    assert one.span == Duration(12, "days", 7, 19)
    assert silences.of_map(journey, journey.maps()[0].id, "to_be") == ()
