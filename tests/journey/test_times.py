"""How long a journey takes, and where it goes slowly."""

import pytest

from cjm_desktop.journey import moves, templates, times
from cjm_desktop.journey.records import Duration, Link, Stage, Step
from cjm_desktop.journey.times import Compared, Times, Whole
from tests.journey.small import Small

D = Duration


def stage(map_: Small, title: str) -> Times:
    return times.of(map_.journey, map_.journey.get(Stage, map_.stage(title)))


def test_a_stage_takes_what_it_says_or_what_its_steps_say_together(map_: Small) -> None:
    moves.set_duration(map_.draft, map_.step("a1"), "actual", D(2, "days", 1, 3))
    assert stage(map_, "A") == Times(None, None)  # the other step may take any time
    moves.set_duration(map_.draft, map_.step("a2"), "actual", D(5))
    assert stage(map_, "A") == Times(None, D(7, "days", 6, 8))
    moves.set_duration(map_.draft, map_.stage("A"), "actual", D(2, "weeks"))
    moves.set_duration(map_.draft, map_.step("a1"), "planned", D(1))
    moves.set_duration(map_.draft, map_.step("a2"), "planned", D(1))
    assert stage(map_, "A") == Times(D(2), D(2, "weeks"))
    assert stage(map_, "A").known == D(2, "weeks")


def test_steps_that_are_only_planned_count_in_the_plan_only(map_: Small) -> None:
    moves.set_fields(map_.draft, map_.step("a2"), path="to_be")
    for one in ("a1", "a2"):
        for which in ("planned", "actual"):
            moves.set_duration(map_.draft, map_.step(one), which, D(3))
    assert stage(map_, "A") == Times(D(6), D(3))


def test_of_steps_each_counts_as_far_as_it_is_known(map_: Small) -> None:
    moves.set_duration(map_.draft, map_.step("a1"), "actual", D(2, "days", 1, 3))
    moves.set_duration(map_.draft, map_.step("a1"), "planned", D(1))
    moves.set_duration(map_.draft, map_.step("a2"), "planned", D(3))
    assert stage(map_, "A").planned == D(4)
    assert stage(map_, "A").known == D(5, "days", 4, 6)
    moves.set_duration(map_.draft, map_.step("a1"), "planned", None)
    assert stage(map_, "A").planned is None
    assert times.total(map_.journey, map_.map_id) == Whole(D(5, "days", 4, 6), 1, 3)
    moves.set_duration(map_.draft, map_.stage("A"), "planned", D(9))
    assert stage(map_, "A").known == D(9)  # what the stage says itself comes first


def test_what_is_known_leaves_out_steps_that_are_only_planned(map_: Small) -> None:
    moves.set_fields(map_.draft, map_.step("a2"), path="to_be")
    for one in ("a1", "a2"):
        moves.set_duration(map_.draft, map_.step(one), "planned", D(3))
    assert stage(map_, "A").planned == D(6)
    assert stage(map_, "A").known == D(3)


def test_the_whole_journey_takes_its_stages_with_their_ranges(map_: Small) -> None:
    assert times.total(map_.journey, map_.map_id) == Whole(None, 0, 3)
    for title, planned, actual in (
        ("A", D(2), D(4, "days", 3, 9)),
        ("B", D(1, "weeks"), None),
        ("C", None, None),
    ):
        moves.set_duration(map_.draft, map_.stage(title), "planned", planned)
        moves.set_duration(map_.draft, map_.stage(title), "actual", actual)
    journey, map_id = map_.journey, map_.map_id
    assert times.total(journey, map_id, "planned") == Whole(D(9), 2, 3)
    assert times.total(journey, map_id, "actual") == Whole(D(4, "days", 3, 9), 1, 3)
    assert times.total(journey, map_id) == Whole(D(11, "days", 10, 16), 2, 3)


def test_a_stage_counts_on_its_own_path_only(map_: Small) -> None:
    for title, path in (("A", "both"), ("B", "as_is"), ("C", "to_be")):
        moves.set_fields(map_.draft, map_.stage(title), path=path, planned=D(1), actual=D(2))
    assert times.total(map_.journey, map_.map_id, "planned") == Whole(D(2), 2, 2)
    assert times.total(map_.journey, map_.map_id, "actual") == Whole(D(4), 2, 2)


@pytest.mark.parametrize(
    ("planned", "actual", "compared"),
    [
        (None, D(3), ""),
        (D(3), None, ""),
        (D(3), D(3), "as_planned"),
        (D(3), D(4), "slower"),
        (D(1, "weeks"), D(6), "faster"),
        (D(3, "days", 2, 4), D(4, "days", 4, 9), "as_planned"),
        (D(3, "days", 2, 4), D(5, "days", 4.5), "slower"),
        (D(3, "days", None, 5), D(2, "days", None, 2.5), "faster"),
    ],
)
def test_slower_is_only_what_lies_wholly_beyond_the_plan(
    planned: Duration | None, actual: Duration | None, compared: Compared
) -> None:
    assert Times(planned, actual).compared == compared


def test_the_slowest_come_first_and_a_stage_only_where_its_steps_say_nothing(
    map_: Small,
) -> None:
    first, last = map_.card("touchpoints", "a1"), map_.card("touchpoints", "C")
    wait = moves.add_link(map_.draft, first, last)
    moves.set_duration(map_.draft, wait, "actual", D(9))
    moves.set_duration(map_.draft, wait, "planned", D(20))
    moves.set_duration(map_.draft, map_.stage("A"), "planned", D(3))
    moves.set_duration(map_.draft, map_.stage("B"), "actual", D(40))
    moves.set_duration(map_.draft, map_.step("b2"), "actual", D(2, "weeks"))
    moves.set_duration(map_.draft, map_.stage("C"), "actual", D(0))
    found = times.slowest(map_.journey, map_.map_id, 9)
    assert [one.record.id for one in found] == [map_.step("b2"), wait, map_.stage("A")]
    assert found[1].times == Times(D(20), D(9))
    assert times.slowest(map_.journey, map_.map_id, 1) == found[:1]
    moves.set_fields(map_.draft, map_.stage("B"), path="to_be")
    assert times.slowest(map_.journey, map_.map_id)[0].record.id == wait


def test_of_equally_slow_things_the_first_on_the_map_comes_first(map_: Small) -> None:
    for one in ("b2", "a1", "b1"):
        moves.set_duration(map_.draft, map_.step(one), "actual", D(1))
    found = times.slowest(map_.journey, map_.map_id)
    assert [one.record.id for one in found] == [map_.step(one) for one in ("a1", "b1", "b2")]


def test_the_sample_takes_longer_than_planned() -> None:
    journey = templates.make("sample-b2b", "en")
    map_id = journey.maps()[0].id
    planned, actual = (times.total(journey, map_id, one) for one in ("planned", "actual"))
    assert planned.span is not None
    assert actual.span is not None
    assert actual.span.value > planned.span.value
    assert planned.said == actual.said == planned.stages
    kinds = {type(one.record) for one in times.slowest(journey, map_id, 9)}
    assert kinds == {Stage, Step, Link}


def test_the_slowest_of_the_plan_are_what_is_planned_to_take_longest(map_: Small) -> None:
    for title, planned, actual in (("A", D(1), D(9)), ("B", D(5), D(1)), ("C", None, D(7))):
        moves.set_duration(map_.draft, map_.stage(title), "planned", planned)
        moves.set_duration(map_.draft, map_.stage(title), "actual", actual)
    moves.set_fields(map_.draft, map_.stage("A"), path="as_is")
    found = times.slowest(map_.journey, map_.map_id, path="to_be")
    assert [one.record.id for one in found] == [map_.stage("B")]
    found = times.slowest(map_.journey, map_.map_id, 1)
    assert [one.record.id for one in found] == [map_.stage("A")]
