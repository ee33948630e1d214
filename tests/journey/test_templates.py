"""Templates and samples: whole, sound and well worded in both languages."""

import re
from itertools import pairwise

import pytest

from cjm_desktop.journey import moves, naming, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Evidence,
    Hypothesis,
    JourneyMap,
    Language,
    Link,
    Opportunity,
    Persona,
    Record,
    Stage,
    Touchpoint,
)

CYRILLIC = re.compile("[А-Яа-яЁё]")
LATIN = re.compile("[A-Za-z]{4,}")
BOTH: tuple[Language, ...] = ("ru", "en")


def the_map(journey: Journey) -> JourneyMap:
    """The only map of a new document."""
    (found,) = journey.maps()
    return found


def shape(journey: Journey) -> list[tuple[str, int, int]]:
    """What a journey is made of, whatever the language."""
    own = the_map(journey).id
    return [
        *((one.holds, one.per == "step", 0) for one in journey.lanes(own)),
        *(("stage", len(journey.steps(one.id)), len(one.goal) > 0) for one in journey.stages(own)),
        *((kind, sum(one.kind == kind for one in journey), 0) for kind in ("card", "feeling")),
    ]


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", templates.names())
def test_every_template_keeps_the_rules(name: str, language: Language) -> None:
    journey = templates.make(name, language)
    assert rules.check_all(journey) == ()
    assert journey.document.language == language
    assert journey.document.title == the_map(journey).title
    assert templates.title(name, language)
    assert templates.summary(name, language)
    assert journey.columns(the_map(journey).id)


@pytest.mark.parametrize("name", templates.names())
def test_both_languages_make_the_same_map_in_their_own_words(name: str) -> None:
    russian, english = (templates.make(name, language) for language in BOTH)
    assert shape(russian) == shape(english)
    for record in english:
        assert not CYRILLIC.search(repr(record)), record
    for record in russian:
        text = naming.own_words(record)
        assert not text or CYRILLIC.search(text) or not LATIN.search(text), record
    assert CYRILLIC.search(templates.title(name, "ru") + templates.summary(name, "ru"))
    assert not CYRILLIC.search(templates.title(name, "en") + templates.summary(name, "en"))


def test_every_making_has_ids_of_its_own() -> None:
    first, second = (templates.make("b2b", "ru") for _ in range(2))
    assert {one.id for one in first} & {one.id for one in second} == {"document"}


def test_a_title_names_document_and_map() -> None:
    journey = templates.make("b2c", "en", "Our\x00 clients")
    assert journey.document.title == "Our clients"
    assert the_map(journey).title == "Our clients"


def test_an_unknown_template_is_an_error() -> None:
    with pytest.raises(KeyError):
        templates.make("../words/journey", "en")


def test_the_buying_centre_has_its_roles() -> None:
    journey = templates.make("b2b", "ru")
    own = the_map(journey)
    assert [one.name for one in journey.personas(own.id)] == [
        "Технолог",
        "Главный инженер",
        "Снабженец",
        "Финансист",
        "Директор",
        "Юрист / СБ",
    ]
    parts = {part for one in journey.personas() for part in one.buying_parts}
    assert parts == {"initiator", "user", "influencer", "buyer", "decider", "gatekeeper"}
    assert len({one.colour for one in journey.personas()}) == 6
    kinds = [one.holds for one in journey.lanes(own.id)]
    assert kinds[:5] == ["time", "goals", "actions", "participation", "consensus"]
    assert len(journey.stages(own.id)) == 7
    assert len(journey.columns(own.id)) == 16


def test_a_template_can_be_added_to_a_document() -> None:
    draft = Draft(templates.make("b2b", "ru"))
    added = templates.add(draft, "b2c", "ru", "Вторая")
    rules.check(draft)
    assert [one.title for one in draft.journey.maps()][1] == "Вторая"
    assert len(draft.journey.stages(added)) == 6


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("осознание, поиск, выбор", ("Осознание", "Поиск", "Выбор")),
        ("Search\nChoice, then purchase\n\n  Use  \n", ("Search", "Choice, then purchase", "Use")),
        ("1. search\n2) choice\n- use\n• leave", ("Search", "Choice", "Use", "Leave")),
        ("a -> b → c; d", ("A", "B", "C", "D")),
        ("24/7 support, 3D model", ("24/7 support", "3D model")),
        (" ,, \n ;", ()),
    ],
)
def test_stages_are_read_from_what_someone_typed(text: str, names: tuple[str, ...]) -> None:
    assert templates.stage_names(text) == names


def test_a_sketch_from_typed_stages() -> None:
    journey = templates.from_stages("осознание, поиск\x00, выбор", "ru")
    own = the_map(journey).id
    assert [one.title for one in journey.stages(own)] == ["Осознание", "Поиск", "Выбор"]
    assert [one.title for one in journey.lanes(own)] == [
        "Действия",
        "Точки контакта",
        "Чувства",
        "Барьеры",
    ]
    assert journey.document.title == "Новая карта"
    assert rules.check_all(journey) == ()
    assert templates.from_stages("a", "en", "Mine").document.title == "Mine"
    assert rules.check_all(templates.from_stages("", "en")) == ()
    many = templates.from_stages("\n".join(map(str, range(500))), "en")
    assert len(many.all(Stage)) == templates.MOST_STAGES


def cards(journey: Journey) -> list[Card]:
    """All cards of a journey."""
    return [one for cls in (Card, Touchpoint, Barrier, Opportunity) for one in journey.all(cls)]


@pytest.mark.parametrize("language", BOTH)
def test_the_sample_shows_what_a_finished_map_has(language: Language) -> None:
    journey = templates.make("sample-b2b", language)
    own = the_map(journey).id
    lanes = {one.holds: one.id for one in journey.lanes(own)}
    assert len(journey.stages(own)) == 6
    assert len(journey.columns(own)) == 12
    assert list(lanes) == [
        *("actions", "touchpoints", "thoughts", "feelings"),
        *("barriers", "opportunities", "owners", "metrics"),
    ]
    found = cards(journey)
    share = sum(bool(journey.evidence(one.id)) for one in found) / len(found)
    assert 0.5 < share < 0.7
    people = journey.personas(own)
    assert len(people) == 5
    main = journey.curve(lanes["feelings"], people[0].id, "as_is")
    assert len(main) == 12
    assert all(point.word for point in main)
    values = [point.value for point in main]
    (weakest,) = (point for point in main if point.value == min(values))
    assert weakest.note
    assert sorted(values)[1] - min(values) > 0.3
    assert len(journey.curve(lanes["feelings"], people[0].id, "to_be")) == 12
    others = [one for one in people[1:] if journey.curve(lanes["feelings"], one.id, "as_is")]
    assert len(others) >= 2
    assert all(stage.actual for stage in journey.stages(own))
    assert {one.severity for one in journey.all(Barrier)} == {1, 2, 3}
    assert all(one.effect and one.effort and one.department_id for one in journey.all(Opportunity))
    answered = {target for one in journey.all(Opportunity) for target in one.answers}
    assert len(answered) >= 6
    assert {one.status for one in journey.all(Hypothesis)} == {"idea", "running", "rejected"}
    (idea,) = (one for one in journey.all(Hypothesis) if one.status == "running")
    assert (idea.status, bool(idea.metric_id)) == ("running", True)
    assert any(link.actual_wait for link in journey.all(Link))


def test_the_funnel_of_the_sample_only_loses_and_loses_most_at_the_weakest_point() -> None:
    journey = templates.make("sample-b2b", "en")
    own = the_map(journey).id
    funnel = [one for one in journey.metrics(own) if one.funnel]
    stages = [one.id for one in journey.stages(own)]
    assert [one.about_id for one in funnel] == stages[1:]
    last = [journey.measurements(one.id)[-1].value for one in funnel]
    assert last == sorted(last, reverse=True)
    shares = [after / before for before, after in pairwise(last)]
    lane = next(one.id for one in journey.lanes(own) if one.holds == "feelings")
    curve = journey.curve(lane, journey.personas(own)[0].id, "as_is")
    weakest = min(curve, key=lambda point: point.value)
    assert stages[shares.index(min(shares)) + 2] == weakest.stage_id
    assert funnel[-1].end


def test_texts_of_the_sample_are_short_enough_to_look_good() -> None:
    longest = {"card": 66, "touchpoint": 24, "barrier": 46, "opportunity": 58, "stage": 12}
    for language in BOTH:
        for record in templates.make("sample-b2b", language):
            if record.kind in longest:
                text = getattr(record, "title", "") or getattr(record, "text", "")
                assert 0 < len(text) <= longest[record.kind], text


def test_the_sample_survives_editing() -> None:
    draft = Draft(templates.make("sample-b2b", "ru"))
    own = the_map(draft.journey).id
    for stage in draft.journey.stages(own)[::-1]:
        moves.move_stage(draft, stage.id, None)
    rules.check(draft)
    persona: Record = draft.journey.all(Persona)[0]
    moves.drop(draft, persona.id)
    moves.drop(draft, draft.journey.stages(own)[2].id)
    assert rules.check_all(draft.journey) == ()
    assert draft.journey.all(Evidence)
