"""The read side: lists in order, forks that are independent, reverse look-ups."""

import random

import pytest

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    KINDS,
    Card,
    Evidence,
    Feeling,
    Lane,
    Measurement,
    Metric,
    Persona,
    Record,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.journey.references import references
from tests.journey.small import Small
from tests.journey.walk import random_verb, seeded_ids


def everything(journey: Journey) -> dict[object, object]:
    """All lists a journey gives, as a fresh one would."""
    found: dict[object, object] = {}
    for record in journey:
        found[record.id] = (
            {one.id for one in journey.referrers(record.id)},
            journey.map_of(record),
        )
    for journey_map in journey.maps():
        map_id = journey_map.id
        found[map_id, "columns"] = journey.columns(map_id)
        found[map_id, "lanes"] = journey.lanes(map_id)
        found[map_id, "links"] = journey.links(map_id)
        found[map_id, "metrics"] = journey.metrics(map_id)
        for lane in journey.lanes(map_id):
            for stage, step in journey.columns(map_id):
                cell = lane.id, stage.id, step.id if step else None
                found[cell] = journey.cards(*cell)
            found[lane.id, "cards"] = journey.cards_of_lane(lane.id)
            found[lane.id, "curve"] = journey.curve(lane.id, None, "as_is")
    found["wide"] = journey.wide_cards()
    for kind in KINDS.values():
        found[kind] = journey.all(kind)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_all_lists_are_those_of_a_fresh_journey(seed: int) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        journey = templates.make("online-lead", "ru")
        for step in range(120):
            draft = Draft(journey)
            random_verb(draft, rng)
            journey = draft.journey
            everything(journey)  # so that every list has been asked for before it changes
            if step % 30 == 29:
                assert everything(journey) == everything(Journey(journey))


def test_referrers_are_exactly_those_who_point_there() -> None:
    journey = templates.make("sample-b2b", "en")
    expected: dict[str, set[str]] = {}
    for record in journey:
        for _, target in references(record):
            expected.setdefault(target, set()).add(record.id)
    for record in journey:
        found = {one.id for one in journey.referrers(record.id)}
        assert found == expected.get(record.id, set())


def test_a_fork_and_its_origin_do_not_see_each_other(map_: Small) -> None:
    card = map_.card("actions", "a1", "first")
    origin = map_.journey
    fork = origin.fork()
    fork.put(Card(lane_id=map_.lane["actions"], stage_id=map_.stage("A"), id="new", place="1"))
    origin.drop(card)
    cell = map_.lane["actions"], map_.stage("A"), None
    assert "new" in fork
    assert "new" not in origin
    assert [one.id for one in fork.cards(*cell)] == ["new"]
    assert origin.cards(*cell) == ()
    assert card in fork
    assert map_.texts("actions", "a1") == []
    assert fork != origin


def test_lists_stay_the_same_objects_until_something_in_them_changes(map_: Small) -> None:
    card = map_.card("actions", "a1")
    before = map_.journey.fork()
    a, b = (
        (map_.lane["actions"], *map_.at["a1"]),
        (map_.lane["actions"], *map_.at["b1"]),
    )
    lists = before.cards(*a), before.cards(*b)
    after = before.fork()
    assert (after.cards(*a), after.cards(*b)) == lists
    assert after.cards(*a) is lists[0]
    after.put(Card(lane_id=a[0], stage_id=a[1], step_id=a[2], id=card, text="new"))
    assert after.cards(*a) is not lists[0]
    assert after.cards(*b) is lists[1]
    assert before.cards(*a) is lists[0]


def test_what_was_not_changed_is_listed_once_for_a_journey_and_all_its_forks(map_: Small) -> None:
    cells = [(map_.lane["actions"], *map_.at[one]) for one in ("a1", "b1")]
    card = map_.card("actions", "a1")
    map_.card("actions", "b1")
    base = Journey(map_.journey)
    fork = base.fork()
    fork.put(Card(lane_id=cells[0][0], stage_id=cells[0][1], step_id=cells[0][2], place="1"))
    assert [one.id for one in base.cards(*cells[0])] == [card]
    assert len(fork.cards(*cells[0])) == 2
    assert base.cards(*cells[1]) is fork.cards(*cells[1])


def test_lists_made_at_once_are_those_made_when_asked_for() -> None:
    origin = templates.make("sample-b2b", "en")
    at_once = Journey(origin)
    at_once.make_lists()
    assert everything(at_once) == everything(Journey(origin))


def test_a_journey_may_take_records_that_are_by_id_already() -> None:
    origin = templates.make("sample-b2b", "en")
    journey = Journey.of({one.id: one for one in origin})
    assert journey == origin
    assert everything(journey) == everything(origin)


def test_a_record_may_change_its_kind_and_its_place(map_: Small) -> None:
    cell = map_.lane["actions"], map_.stage("A"), map_.step("a1")
    journey = map_.journey
    journey.put(Card(id="x", lane_id=cell[0], stage_id=cell[1], step_id=cell[2]))
    touchpoint = Touchpoint(id="x", lane_id=map_.lane["touchpoints"], stage_id=map_.stage("B"))
    journey.put(touchpoint)
    assert journey.cards(*cell) == ()
    assert journey.all(Card) == ()
    assert journey.all(Touchpoint) == (touchpoint,)
    assert journey.cards_of_lane(map_.lane["touchpoints"]) == (touchpoint,)


def test_records_with_one_id_given_twice_leave_only_the_last() -> None:
    journey = Journey([Persona(id="p", name="old"), Stage(id="p", map_id="m", title="new")])
    assert len(journey) == 1
    assert journey.all(Persona) == ()
    assert journey.stages("m")[0].title == "new"


def test_get_wants_the_right_kind(map_: Small) -> None:
    with pytest.raises(KeyError):
        map_.journey.get(Lane, map_.stage("A"))
    with pytest.raises(KeyError):
        map_.journey.get(Lane, "nothing")
    assert map_.journey.get(Record, map_.stage("A")).id == map_.stage("A")
    assert map_.journey.find(None) is None


def test_a_curve_goes_from_left_to_right(map_: Small) -> None:
    lane = map_.lane["feelings"]
    for where, between in (("C", 0.0), ("b1", 0.5), ("a2", 0.0), ("b1", 0.0), ("a1", 0.9)):
        moves.set_feeling(map_.draft, lane, *map_.at[where], 1, between=between)
    moves.set_feeling(map_.draft, lane, *map_.at["a1"], -1, path="to_be")
    found = [
        (point.step_id or point.stage_id, point.between)
        for point in map_.journey.curve(lane, None, "as_is")
    ]
    b1 = map_.step("b1")
    assert found == [
        (map_.step("a1"), 0.9),
        (map_.step("a2"), 0.0),
        (b1, 0.0),
        (b1, 0.5),
        (map_.stage("C"), 0.0),
    ]


def test_measurements_come_oldest_first_whatever_their_ids(map_: Small) -> None:
    metric = moves.add_metric(map_.draft, map_.map_id, map_.stage("A"), "Calls")
    for date in ("2026-11-02", "", "2026-01-31"):
        moves.add_measurement(map_.draft, metric, 1, date=date)
    dates = [one.date for one in map_.journey.measurements(metric)]
    assert dates == ["", "2026-01-31", "2026-11-02"]


def test_everything_on_a_map_knows_its_map(map_: Small) -> None:
    contact = map_.card("touchpoints", "a1")
    metric = moves.add_metric(map_.draft, map_.map_id, contact, "Calls")
    moves.add_measurement(map_.draft, metric, 1)
    moves.add_evidence(map_.draft, contact)
    moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], 1)
    kinds = (Stage, Step, Lane, Touchpoint, Metric, Measurement, Evidence, Feeling)
    for kind in kinds:
        for record in map_.journey.all(kind):
            assert map_.journey.map_of(record) == map_.map_id, record
    assert map_.journey.map_of(Persona()) is None


def test_what_points_to_a_map_is_named_once() -> None:
    journey = templates.make("blank", "en")
    map_id = journey.maps()[0].id
    found = [record.id for record in journey.referrers(map_id)]
    assert len(found) == len(set(found))
    assert {lane.id for lane in journey.lanes(map_id)} <= set(found)


def test_a_stage_as_a_whole_stands_at_its_first_column(map_: Small) -> None:
    numbers = map_.journey.column_numbers(map_.map_id)
    assert [numbers[map_.at[one]] for one in ("a1", "a2", "b1", "b2", "C")] == [0, 1, 2, 3, 4]
    assert [numbers[map_.at[one]] for one in ("A", "B")] == [0, 2]
