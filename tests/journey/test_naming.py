"""What things are called in the names of steps: the place or the thing itself, never its kind."""

from dataclasses import replace
from typing import get_args

from cjm_desktop.journey import moves, naming, templates, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import (
    Card,
    Evidence,
    Feeling,
    Lane,
    LaneKind,
    Link,
    Measurement,
    Metric,
    Persona,
    Record,
    Stage,
)


def test_a_feeling_is_called_by_its_place() -> None:
    draft = Draft(templates.make("sketch", "ru"))
    map_id = draft.journey.maps()[0].id
    lane = next(one for one in draft.journey.lanes(map_id) if one.holds == "feelings")
    names = set()
    for stage, step in draft.journey.columns(map_id):
        made = moves.set_feeling(draft, lane.id, stage.id, step.id if step else None, 1.0)
        feeling = draft.journey.get(Feeling, made)
        names.add(naming.called(draft.journey, feeling, "ru"))
    assert names == {one.title for one in draft.journey.stages(map_id)}
    # A word of its own does not hide where it lies.
    moves.set_fields(draft, made, word="Досада")
    assert naming.called(draft.journey, draft.journey.get(Feeling, made), "ru") in names


def test_evidence_and_values_are_called_by_what_they_are_about() -> None:
    journey = templates.make("sample-b2b", "en")
    evidence, value = journey.all(Evidence)[0], journey.all(Measurement)[0]
    about = journey.get(Record, evidence.about_id)
    assert naming.called(journey, evidence, "en") == naming.called(journey, about, "en")
    metrics = [naming.label(one, "en") for one in journey.all(Metric)]
    assert naming.called(journey, value, "en") in metrics


def test_a_passage_is_called_by_its_ends() -> None:
    journey = templates.make("sample-b2b", "en")
    names = {naming.called(journey, one, "en") for one in journey.all(Link)}
    assert "Invoice → Manager" in names


def test_a_lane_without_a_title_is_called_by_what_it_holds() -> None:
    lane = Lane(map_id="m", holds="barriers")
    assert naming.label(lane, "ru") == "Барьеры"
    assert naming.label(Lane(map_id="m", holds="text", title="Склад"), "ru") == "Склад"


def test_deleting_says_what_is_deleted() -> None:
    assert naming.deleting(Stage(map_id="m")) == "step.delete_stage"
    assert naming.deleting(Card(lane_id="l", stage_id="s")) == "step.delete"
    for record in templates.make("sample-b2b", "en"):
        assert naming.deleting(record) in words.known(), record.kind


def test_an_empty_cell_asks_its_lanes_own_question() -> None:
    lane = Lane(map_id="m", holds="barriers")
    assert naming.lane_asks(lane, "en") == "what stands in the way"
    assert naming.lane_asks(replace(lane, question=" Что болит? "), "en") == "что болит?"
    assert naming.lane_asks(replace(lane, question="CRM says"), "en") == "CRM says"
    for holds in get_args(LaneKind):
        if holds != "divider":
            assert naming.lane_asks(replace(lane, holds=holds), "ru"), holds


def test_a_persona_is_called_by_role_among_others_and_by_name_alone() -> None:
    both = Persona(name=" Виктор\n", role="Главный  инженер")
    assert (naming.in_role(both), naming.by_name(both)) == ("Главный инженер", "Виктор")
    for one in (Persona(name="Виктор"), Persona(role="Виктор")):
        assert naming.in_role(one, "ru") == naming.by_name(one, "ru") == "Виктор"
    nobody = Persona(name=" ")
    assert naming.in_role(nobody, "en") == naming.by_name(nobody, "en") == "persona"
    assert naming.in_role(nobody) == naming.by_name(nobody) == ""
