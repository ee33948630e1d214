"""The program's own JSON: everything comes back, and what is wrong is named."""

import copy
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop import assets
from cjm_desktop.exchange import as_data, export_json, import_json
from cjm_desktop.exchange.json_read import MOST_OBJECTS
from cjm_desktop.journey import codes, moves, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    KINDS,
    Barrier,
    JourneyMap,
    MapDocument,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.journey.values import FIELDS, clean_text
from tests.exchange.whole import whole_document


@pytest.fixture(scope="module")
def whole() -> Journey:
    journey = whole_document()
    assert rules.check_all(journey) == ()
    return journey


def test_every_kind_of_record_comes_back(whole: Journey) -> None:
    assert {record.kind for record in whole} == set(KINDS)
    text = export_json(whole)
    assert import_json(text) == (whole, ())
    assert export_json(import_json(text)[0]) == text


@pytest.mark.parametrize("name", templates.TEMPLATES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_templates_come_back(name: str, language: Any) -> None:
    journey = templates.make(name, language)
    assert import_json(export_json(journey)) == (journey, ())


def test_it_nests_as_people_think(whole: Journey) -> None:
    data = as_data(whole)
    assert data["document"] == {
        "title": "Всё сразу",
        "language": "ru",
        "review_date": "2026-11-30",
    }
    first = data["maps"][0]
    assert [stage["title"] for stage in first["stages"]] == ["Выбор", "Покупка"]
    assert [step["title"] for step in first["stages"][0]["steps"]] == ["Ищет", "Сравнивает"]
    assert first["stages"][0]["planned"] == {"value": 2, "unit": "weeks", "low": 1, "high": 3.5}
    touchpoints = next(lane for lane in first["lanes"] if lane["holds"] == "touchpoints")
    assert [(card["kind"], card["text"]) for card in touchpoints["cards"]] == [
        ("touchpoint", "Сайт"),
        ("touchpoint", "Магазин"),
    ]
    assert data["pictures"][0]["data"] == "iVBORwD/"


def test_it_can_be_written_by_hand() -> None:
    text = """{"format": "cjm-desktop", "version": 1, "document": {"title": "T"}, "maps": [
      {"title": "M", "stages": [
         {"id": "s1", "title": "One", "steps": [{"id": "a", "title": "A"}, {"title": "B"}]},
         {"title": "Two"}],
       "lanes": [{"holds": "touchpoints", "cards": [
         {"kind": "touchpoint", "text": "Site", "stage_id": "s1", "step_id": "a"}]}]}]}"""
    journey, unknown = import_json(text)
    assert unknown == ()
    (made,) = journey.maps()
    stages = journey.stages(made.id)
    assert [stage.title for stage in stages] == ["One", "Two"]
    assert [step.title for step in journey.steps("s1")] == ["A", "B"]
    assert [card.text for card in journey.all(Touchpoint)] == ["Site"]


def test_names_it_does_not_know_are_told(whole: Journey) -> None:
    data = as_data(whole)
    data["colour"] = "red"
    data["maps"][0]["stages"][0]["mood"] = 5
    journey, unknown = import_json(json.dumps(data))
    assert journey == whole
    assert [note.sentence("en") for note in unknown] == [
        "maps[0].stages[0]: “mood” is not known and was left out.",
        "JSON: “colour” is not known and was left out.",
    ]


def test_names_it_does_not_know_are_told_in_their_order(whole: Journey) -> None:
    data = as_data(whole) | {f"name {number}": 1 for number in range(9)}
    told = [note.values["name"] for note in import_json(json.dumps(data))[1]]
    assert told == [f"name {number}" for number in range(9)]


def test_a_name_given_twice_is_found_quickly_among_very_many() -> None:
    names = "".join(f'"n{number}": 1, ' for number in range(200_000))
    began = time.monotonic()
    with pytest.raises(Problem, match="twice"):
        import_json(f'{{{names}"again": 1, "again": 2}}')
    assert time.monotonic() - began < 3


def changed(whole: Journey, path: str, value: Any) -> str:
    """The JSON of a document with one value changed."""
    data = copy.deepcopy(as_data(whole))
    *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
    target: Any = data
    for part in way:
        target = target[part]
    target[last] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("format", "other", 'format should be "cjm-desktop"'),
        ("version", 2, "version 2"),
        ("version", True, "version should be a whole number"),
        ("document", [], "document should be an object"),
        ("document.language", "fr", "“fr” is not a possible"),
        ("document.review_date", "30.11.2026", "“30.11.2026” is no date"),
        ("maps", [], "at least one map"),
        ("maps", {}, "maps should be a list"),
        ("maps.0", "x", "maps[0]: maps[0] should be an object"),
        ("maps.0.id", "", "cannot stand as"),
        ("maps.0.id", 5, "maps[0]: id should be a text"),
        ("maps.0.title", None, "maps[0]: title should be a text"),
        ("maps.0.title", "x" * 301, "too long, 300 characters"),
        ("maps.0.persona_ids", ["nobody"], "points to something that is not there"),
        ("maps.0.persona_ids", "nobody", "persona_ids should be a list of texts"),
        ("maps.0.stages.0.planned", {"value": 1}, "planned should be a duration"),
        ("maps.0.stages.0.planned", {"value": True, "unit": "days"}, "should be a duration"),
        ("maps.0.stages.0.planned", {"value": -1, "unit": "days"}, "must be positive"),
        ("maps.0.stages.0.steps.0.waiting", 1, "waiting should be true or false"),
        ("maps.0.lanes.1.cards.0.kind", "stage", "there is no kind “stage”"),
        ("maps.0.lanes.1.cards.0.kind", "card", "points to something of the wrong kind"),
        ("maps.0.lanes.1.cards.0.importance", 6, "out of range"),
        ("maps.0.lanes.1.cards.0.importance", 4.5, "importance should be a whole number"),
        ("maps.0.lanes.1.cards.0.stage_id", "document", "wrong kind"),
        ("maps.0.lanes.2.feelings.0.value", "2", "value should be a number"),
        ("maps.0.lanes.2.feelings.0.value", 3, "out of range"),
        ("pictures.0.data", "***", "data should be bytes in base64"),
        ("personas.0.id", "face", "the id “face” is there already"),
    ],
)
def test_what_is_wrong_is_named(whole: Journey, path: str, value: Any, expected: str) -> None:
    with pytest.raises(Problem) as refusal:
        import_json(changed(whole, path, value))
    assert expected in refusal.value.sentence("en")
    assert refusal.value.sentence("ru")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{\n "a": nul}', "Line 2: this is not JSON"),
        ("[" * 400_000, "nested too deeply"),
        ('{"a": NaN}', "The number NaN"),
        ('{"a": 1e999}', "The number 1e999"),
        (f'{{"a": {"9" * 5000}}}', "The number 999"),
        ('{"a": 1, "a": 2}', "“a” stands twice"),
        ("[]", "JSON should be an object"),
        ("{}", "format should be"),
        ("[{}," * (MOST_OBJECTS // 2) + "{}", "more than"),
    ],
)
def test_hostile_json_is_refused_quickly(text: str, expected: str) -> None:
    begun = time.process_time()
    with pytest.raises(Problem) as refusal:
        import_json(text)
    assert expected in refusal.value.sentence("en")
    assert time.process_time() - begun < 3


texts = st.text(max_size=40).map(clean_text)


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_any_text_comes_back(stages: list[tuple[str, str]]) -> None:
    made = JourneyMap(title="M")
    records: list[Any] = [MapDocument(), made]
    for title, step in stages:
        stage = Stage(map_id=made.id, title=title, goal=step)
        records += [stage, Step(stage_id=stage.id, title=step)]
    journey = Journey(records)
    assert import_json(export_json(journey)) == (journey, ())


def test_codes_are_written_and_come_back() -> None:
    journey = templates.make("sample-b2b", "en")
    map_id = journey.maps()[0].id
    barriers = journey.all(Barrier)
    before = {one.id: codes.code_of(journey, map_id, one) for one in journey.all(Barrier)}
    assert all(code.startswith("B") for code in before.values())
    # A number that was given is never given again, also where its card is gone.
    draft = Draft(journey)
    moves.drop(draft, barriers[0].id)
    journey = draft.journey
    data = as_data(journey)
    lanes = next(one for one in data["maps"] if one["id"] == map_id)["lanes"]
    written = {one["id"]: one["code"] for lane in lanes for one in lane["cards"]}
    assert all(written[one.id] == before[one.id] for one in barriers[1:])
    back, unknown = import_json(json.dumps(data))
    assert (back, unknown) == (journey, ())
    assert all(codes.code_of(back, map_id, one) == before[one.id] for one in barriers[1:])
    for wrong in ("B12", [1], [""], ["x" * 60]):
        with pytest.raises(Problem):
            import_json(json.dumps({**data, "codes": wrong}))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_guide_describes_it(language: str) -> None:
    guide = assets.path("guide", f"{language}.md").read_text(encoding="utf-8")
    for cls in KINDS.values():
        missing = [one.name for one in FIELDS[cls] if f"`{one.name}`" not in guide]
        assert set(missing) <= {"map_id", "lane_id", "metric_id"}, cls
    example = guide.partition('{\n  "format": "cjm-desktop"')
    text = (example[1] + example[2]).partition("```")[0]
    journey, unknown = import_json(text)
    assert (len(journey.all(Touchpoint)), unknown) == (1, ())
