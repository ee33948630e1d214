"""Maps, lanes, people and numbers."""

import pytest

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    Difference,
    Duration,
    Hypothesis,
    JourneyMap,
    Lane,
    Link,
    Metric,
    Participation,
    Persona,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import references
from tests.journey.small import Small


def titles(map_: Small) -> list[str]:
    """The titles of the maps, in the order of their tabs."""
    return [one.title for one in map_.journey.maps()]


def test_maps_have_an_order(map_: Small) -> None:
    moves.add_map(map_.draft, "last", state="to_be")
    first = moves.add_map(map_.draft, "first", 0)
    assert titles(map_) == ["first", "Map", "last"]
    moves.move_map(map_.draft, first, 1)
    assert titles(map_) == ["Map", "first", "last"]
    moves.move_map(map_.draft, first, None)
    assert titles(map_) == ["Map", "last", "first"]
    map_.sound()


def test_a_copied_map_has_everything_and_shares_only_people() -> None:
    draft = Draft(templates.make("sample-b2b", "en"))
    original = draft.journey.maps()[0]
    moves.add_map(draft, "after")
    copy = moves.copy_map(draft, original.id, "Copy")
    assert [one.title for one in draft.journey.maps()] == [original.title, "Copy", "after"]
    made = [one for one in draft.changed() if draft.journey.map_of(one) == copy]
    before = [one for one in draft.base if draft.base.map_of(one) == original.id]
    assert sorted(one.kind for one in made) == sorted(one.kind for one in before)
    inside = {one.id for one in made}
    shared = {one.id for one in draft.base if draft.base.map_of(one) is None}
    for record in made:
        for _, target in references(record):
            assert target in inside | shared, record
    columns = [(s.title, t and t.title) for s, t in draft.journey.columns(original.id)]
    assert columns == [(s.title, t and t.title) for s, t in draft.journey.columns(copy)]
    assert not any(record.id in draft.base for record in made)


def test_a_copied_role_map_keeps_its_own_differences_only(map_: Small) -> None:
    role = moves.add_map(map_.draft, "Role", general_id=map_.map_id)
    map_.draft.put(Difference(map_id=role, record_id=map_.stage("A")))
    general_copy = moves.copy_map(map_.draft, map_.map_id, "General 2")
    role_copy = moves.copy_map(map_.draft, role, "Role 2")
    found = sorted(one.map_id for one in map_.journey.all(Difference))
    assert found == sorted([role, role_copy])
    assert map_.journey.get(JourneyMap, role_copy).general_id == map_.map_id
    assert map_.journey.get(JourneyMap, general_copy).general_id is None
    map_.sound()


def test_a_lane_gets_the_usual_name_in_the_documents_language(map_: Small) -> None:
    lane = map_.journey.get(Lane, moves.add_lane(map_.draft, map_.map_id, "backstage", place=0))
    assert (lane.title, lane.question) == ("Backstage", "What happens behind the scenes")
    moves.set_fields(map_.draft, "document", language="ru")
    lane = map_.journey.get(Lane, moves.add_lane(map_.draft, map_.map_id, "consensus"))
    assert (lane.title, lane.per) == ("Согласие ролей", "stage")
    own = map_.journey.get(Lane, moves.add_lane(map_.draft, map_.map_id, "text", "Mine"))
    assert (own.title, own.question) == ("Mine", "")
    assert map_.journey.lanes(map_.map_id)[0].holds == "backstage"


def test_lanes_move_and_grow(map_: Small) -> None:
    moves.move_lane(map_.draft, map_.lane["owners"], 0)
    assert map_.journey.lanes(map_.map_id)[0].holds == "owners"
    moves.resize_lane(map_.draft, map_.lane["owners"], 120)
    assert map_.journey.get(Lane, map_.lane["owners"]).height == 120
    moves.resize_lane(map_.draft, map_.lane["owners"], None)
    assert map_.journey.get(Lane, map_.lane["owners"]).height is None
    map_.sound()


def test_a_lane_per_stage_gathers_the_cards_of_its_steps(map_: Small) -> None:
    for where in ("A", "a1", "a2", "b2"):
        map_.card("actions", where, where, span=2)
    moves.set_lane_per(map_.draft, map_.lane["actions"], "stage")
    assert map_.texts("actions", "A") == ["A", "a1", "a2"]
    assert map_.texts("actions", "B") == ["b2"]
    moves.set_lane_per(map_.draft, map_.lane["actions"], "step")
    assert map_.texts("actions", "A") == ["A", "a1", "a2"]
    map_.sound()


def test_personas_come_in_order_with_colours_of_their_own(map_: Small) -> None:
    ids = [moves.add_persona(map_.draft, f"P{i}", map_.map_id) for i in range(7)]
    assert [one.id for one in map_.journey.personas(map_.map_id)] == ids
    assert [one.id for one in map_.journey.personas()] == ids
    colours = [one.colour for one in map_.journey.personas()]
    assert len(set(colours[:6])) == 6
    assert colours[6] == colours[0]
    other = moves.add_persona(map_.draft, "Q", colour="#123456")
    assert map_.journey.get(Persona, other).colour == "#123456"
    assert other not in map_.journey.get(JourneyMap, map_.map_id).persona_ids
    map_.sound()


def test_participation_is_said_once_a_stage_and_then_changed(map_: Small) -> None:
    ann = moves.add_persona(map_.draft, "Ann")
    stage = map_.stage("A")
    part = moves.set_participation(map_.draft, ann, stage, "decides", note="signs")
    assert moves.set_participation(map_.draft, ann, stage, stance="against") == part
    said = map_.journey.get(Participation, part)
    assert (said.involvement, said.stance, said.note) == ("decides", "against", "signs")
    moves.set_participation(map_.draft, ann, map_.stage("B"))
    assert len(map_.journey.all(Participation)) == 2
    map_.sound()


def test_departments_and_people_of_the_workshop(map_: Small) -> None:
    sales = moves.add_department(map_.draft, "Sales")
    bob = moves.add_participant(map_.draft, "Bob", sales)
    moves.add_participant(map_.draft, "Eve")
    assert map_.journey.referrers(sales) == (map_.journey.find(bob),)
    map_.sound()


@pytest.mark.parametrize("which", ["planned", "actual"])
def test_durations_of_stages_steps_and_waits(map_: Small, which: str) -> None:
    link = moves.add_link(
        map_.draft, map_.card("touchpoints", "a1"), map_.card("touchpoints", "b1")
    )
    span = Duration(3, "weeks", 2, 4)
    for record_id in (map_.stage("A"), map_.step("a1"), link):
        moves.set_duration(map_.draft, record_id, which, span)  # type: ignore[arg-type]
    found = map_.journey.get(Stage, map_.stage("A")), map_.journey.get(Step, map_.step("a1"))
    assert [getattr(one, which) for one in found] == [span, span]
    assert getattr(map_.journey.get(Link, link), f"{which}_wait") == span
    moves.set_duration(map_.draft, link, which, None)  # type: ignore[arg-type]
    assert getattr(map_.journey.get(Link, link), f"{which}_wait") is None
    with pytest.raises(TypeError):
        moves.set_duration(map_.draft, map_.lane["actions"], "planned", span)
    map_.sound()


def test_numbers_know_what_they_are_about(map_: Small) -> None:
    contact = map_.card("touchpoints", "a1")
    note = map_.card("barriers", "a1")
    first = moves.add_metric(map_.draft, map_.map_id, contact, "Calls", direction="down")
    second = moves.add_metric(map_.draft, map_.map_id, map_.stage("A"), "Orders", end=True)
    assert [one.id for one in map_.journey.metrics(map_.map_id)] == [first, second]
    moves.add_measurement(map_.draft, first, 3, date="2026-11-12")
    assert map_.journey.measurements(first)[0].value == 3.0
    idea = moves.add_hypothesis(map_.draft, note, "If", then_text="then", metric_id=first)
    other = moves.add_hypothesis(map_.draft, note)
    assert [one.id for one in map_.journey.hypotheses(map_.map_id)] == [idea, other]
    assert map_.journey.get(Hypothesis, idea).map_id == map_.map_id
    assert map_.journey.get(Metric, second).end
    map_.sound()


def test_a_passage_joins_two_touchpoints_of_one_map(map_: Small) -> None:
    contact, card = map_.card("touchpoints", "a1"), map_.card("actions", "a1")
    with pytest.raises(Problem, match="from one touchpoint to another"):
        moves.add_link(map_.draft, contact, card)
    other = moves.copy_map(map_.draft, map_.map_id, "Other")
    elsewhere: Record = next(
        one
        for one in map_.journey
        if one.kind == "touchpoint" and map_.journey.map_of(one) == other
    )
    with pytest.raises(Problem, match="another map"):
        moves.add_link(map_.draft, contact, elsewhere.id)
    moves.add_link(map_.draft, contact, contact, manner="repeat")
    map_.sound()


def test_a_document_and_its_only_map_share_their_title(map_: Small) -> None:
    document = map_.journey.document.id
    for one in (map_.map_id, document):
        moves.set_title(map_.draft, one, f"of {one}")
        titles = [map_.journey.maps()[0].title, map_.journey.document.title]
        assert titles == [f"of {one}"] * 2
    moves.add_map(map_.draft, "Second")
    moves.set_title(map_.draft, map_.map_id, "First")
    assert [one.title for one in map_.journey.maps()] == ["First", "Second"]
    assert map_.journey.document.title == f"of {document}"
    moves.set_title(map_.draft, map_.stage("A"), "Need")
    assert map_.stages()[0] == "Need"
    map_.sound()


def test_a_persona_is_turned_on_and_off_a_card_and_a_map(map_: Small) -> None:
    anna, boris = (moves.add_persona(map_.draft, one) for one in ("Anna", "Boris"))
    card = map_.card("barriers", "a1")
    for record_id in (card, map_.map_id):
        for persona_id in (anna, boris, anna):
            moves.turn_persona(map_.draft, record_id, persona_id)
        (found,) = {getattr(map_.journey.find(record_id), "persona_ids", None)}
        assert found == (boris,)
    map_.sound()
    with pytest.raises(TypeError):
        moves.turn_persona(map_.draft, map_.stage("A"), anna)
    with pytest.raises(KeyError):
        moves.turn_persona(map_.draft, "nothing", anna)
