"""A map as it is heard: everything once, short names first, no name said twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cjm_desktop.journey import hearing, naming, templates
from cjm_desktop.journey.hearing import LANES, Heard, Outline, Trail
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Duration,
    Evidence,
    Feeling,
    JourneyMap,
    Lane,
    Language,
    MapDocument,
    Measurement,
    Metric,
    Participation,
    Path,
    Persona,
    Stage,
    Step,
    Touchpoint,
)

VIEWS: tuple[Path, ...] = ("both", "as_is", "to_be")


@pytest.fixture(scope="module")
def journey() -> Journey:
    return templates.make("sample-b2b", "en")


def outline(journey: Journey, language: str = "en", view: Path = "both") -> Outline:
    return Outline(journey, journey.maps()[0].id, language, view)


def walk(tree: Outline, trail: Trail = ()) -> Iterator[tuple[Trail, Heard]]:
    """Everything from top to bottom, as one reads it through."""
    for key, heard in tree.inside(trail).items():
        yield (*trail, key), heard
        yield from walk(tree, (*trail, key))


def lane_of(journey: Journey, holds: str) -> Lane:
    return next(one for one in journey.all(Lane) if one.holds == holds)


@pytest.mark.parametrize("template", ["sample-b2b", "sample-b2c"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_everything_on_the_map_is_heard_once_and_is_where_its_trail_says(
    template: str, language: Language
) -> None:
    journey = templates.make(template, language)
    tree = outline(journey, language)
    heard = [(trail, one.record_id) for trail, one in walk(tree) if one.record_id]
    ids = [record_id for _, record_id in heard]
    on_map = [
        one.id
        for one in journey
        if isinstance(one, Stage | Step | Lane | Card | Feeling)
        and journey.map_of(one) == journey.maps()[0].id
    ]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(on_map)
    assert all(tree.trail(record_id) == trail for trail, record_id in heard)


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_tells_what_it_shows(journey: Journey, view: Path) -> None:
    tree = outline(journey, view=view)
    heard = {one.record_id for _, one in walk(tree)}
    planned = [one for one in journey.all(Feeling) if one.path == "to_be"]
    assert planned
    assert all((one.id in heard) is (view != "as_is") for one in planned)


def test_the_order_is_stages_then_lanes_and_in_a_stage_its_steps(journey: Journey) -> None:
    tree = outline(journey)
    map_id = journey.maps()[0].id
    stages = journey.stages(map_id)
    assert [*tree.inside(())] == [*(one.id for one in stages), LANES]
    first = stages[0]
    steps = [key for key, one in tree.inside((first.id,)).items() if one.sort == "step"]
    assert steps == [one.id for one in journey.steps(first.id)]
    lanes = [one.cell[0] for one in tree.inside((first.id, steps[0])).values() if one.cell]
    order = [one.id for one in journey.lanes(map_id)]
    assert lanes == sorted(lanes, key=order.index)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_names_are_the_own_words_and_nothing_is_said_again(language: Language) -> None:
    journey = templates.make("sample-b2b", language)
    tree = outline(journey, language)
    for trail, one in walk(tree):
        told = tree.told(trail)
        assert one.name.strip()
        assert one.name not in told.split(", "), one
        assert "\n" not in one.name + told
        record = journey.find(one.record_id)
        if isinstance(record, Card) and record.text:
            assert one.name == " ".join(record.text.split())


def test_a_feeling_says_its_height_and_whether_it_is_the_lowest(journey: Journey) -> None:
    tree = outline(journey)
    points = (one for one in journey.all(Feeling) if one.path == "as_is")
    lowest = min(points, key=lambda one: one.value)
    assert tree.value(tree.trail(lowest.id)) == f"−{-lowest.value:g}"
    assert tree.told(tree.trail(lowest.id)).startswith("the lowest point, ")
    assert sum("lowest" in tree.told(trail) for trail, _ in walk(tree)) > 0
    assert hearing.level(-1.5, "ru") == "−1,5"
    assert hearing.level(0, "ru") == "0"


def test_a_barrier_says_how_bad_it_is_and_what_it_rests_on(journey: Journey) -> None:
    old = next(one for one in journey.all(Barrier) if journey.evidence(one.id))
    changed = Journey(one for one in journey if not isinstance(one, Evidence))
    bare = replace(old, severity=3, frequency=2, status="in_work", persona_ids=(), votes=4)
    changed.put(bare)
    told = hearing.facts(changed, bare, "en")
    assert told == "loses the customer, often, in work, 4 votes, assumption"
    changed.put(Evidence(about_id=bare.id, source="interview", people=5, out_of=8))
    changed.put(Evidence(about_id=bare.id, source="crm", people=3))
    told = hearing.facts(changed, bare, "ru")
    assert told.startswith("теряем клиента, часто, в работе, 4 голоса, ")
    assert {"Интервью: 5 из 8", "CRM: 3 человека"} <= set(told.split(", "))


def test_a_touchpoint_says_its_channel_only_where_its_name_does_not(journey: Journey) -> None:
    made = replace(
        journey.all(Touchpoint)[0], text="phone", channel="phone", importance=5,
        expectation=4, fulfilment=2, persona_ids=(), department_id=None,
    )  # fmt: skip
    said = hearing.facts(journey, made, "en")
    assert said.startswith("moment of truth, expected 4, got 2")
    named = hearing.facts(journey, replace(made, text="They ring us"), "en")
    assert named.startswith("Phone, moment of truth")


def test_an_empty_cell_is_heard_while_the_keyboard_stands_in_it(journey: Journey) -> None:
    tree, lane = outline(journey), lane_of(journey, "barriers")
    stage, step = next(
        (stage, step)
        for stage, step in journey.columns(journey.maps()[0].id)
        if step is not None and not journey.cards(lane.id, stage.id, step.id)
    )
    cell = lane.id, stage.id, step.id
    trail = tree.cell_trail(cell)
    assert tree.find(trail) is None
    tree.stand(cell)
    heard = tree.find(trail)
    assert heard is not None
    assert (heard.name, tree.told(trail)) == (
        naming.label(lane, "en"),
        f"empty, {naming.lane_asks(lane, 'en')}",
    )
    tree.stand(None)
    assert tree.find(trail) is None


def test_a_lane_with_several_things_says_how_many(journey: Journey) -> None:
    tree = outline(journey)
    cells = [(trail, one) for trail, one in walk(tree) if one.sort == "cell" and not one.told]
    for trail, _ in cells:
        inside = len(tree.inside(trail))
        assert tree.told(trail) == (str(inside) if inside > 1 else "")
    assert tree.told(()) == "6 stages, 12 steps, 72 cards"


def test_a_map_without_anything_is_heard_too() -> None:
    journey = Journey([MapDocument(language="ru"), JourneyMap(title="М")])
    tree = outline(journey, "ru")
    assert all(one.name for _, one in walk(tree))
    assert tree.trail("nobody") == ()
    assert tree.find(("nobody", "x")) is None


@pytest.mark.parametrize(
    ("cause", "said"),
    [("edit", "Move “X”"), ("undo", "Undone: Move “X”"), ("redo", "Redone: Move “X”"),
     ("revert", "As it was saved")],
)  # fmt: skip
def test_a_step_is_announced_in_its_own_words(cause: str, said: str) -> None:
    assert hearing.of_step("Move “X”", cause, "en") == said  # type: ignore[arg-type]


def roles() -> tuple[Journey, Stage]:
    """A map with three roles in its first stage: against for its price, absent, and unasked."""
    journey = templates.make("b2b", "en")
    map_ = journey.maps()[0]
    stage = journey.stages(map_.id)[0]
    people = tuple(Persona(role=role) for role in ("Finance", "Lawyer", "Boss"))
    for one in people:
        journey.put(one)
    journey.put(replace(map_, persona_ids=tuple(one.id for one in people)))
    against = Participation(
        persona_id=people[0].id, stage_id=stage.id, involvement="decides", stance="against",
        note="too\ndear",
    )  # fmt: skip
    journey.put(against)
    absent = Participation(persona_id=people[1].id, stage_id=stage.id, involvement="absent")
    journey.put(absent)
    return journey, stage


@pytest.mark.parametrize("standing", [False, True])
def test_roles_are_heard_in_their_cells(standing: bool) -> None:
    journey, stage = roles()
    tree = outline(journey)
    found = {}
    for holds in ("participation", "consensus"):
        cell = lane_of(journey, holds).id, stage.id, None
        tree.stand(cell if standing else None)
        trail = tree.cell_trail(cell)
        inside = tree.inside(trail)
        found[holds] = [(one.name, tree.value((*trail, key))) for key, one in inside.items()]
    unasked = [("Boss: nothing is said yet", "nothing is said yet")] if standing else []
    assert found["participation"] == [
        ("Finance: decides (too dear)", "decides"),
        ("Lawyer: absent", "absent"),
        *unasked,
    ]
    assert found["consensus"] == [("Finance: against (too dear)", "against"), *unasked]


def test_a_cell_of_consensus_says_what_it_comes_to() -> None:
    journey, stage = roles()
    tree = outline(journey)
    told = tree.told(tree.cell_trail((lane_of(journey, "consensus").id, stage.id, None)))
    assert "Finance against: too dear" in told


def test_goals_times_and_numbers_are_heard_where_they_are_shown() -> None:
    journey = templates.make("b2b", "en")
    stage, took = journey.stages(journey.maps()[0].id)[0], Duration(3)
    journey.put(replace(stage, goal="Be rid\nof it", actual=took))
    metric = Metric(map_id=stage.map_id, about_id=stage.id, title="Calls", unit="%", target=9.0)
    journey.put(metric)
    journey.put(Measurement(metric_id=metric.id, date="2026-01-02", value=4.0))
    tree = outline(journey)
    goal = tree.cell_trail((lane_of(journey, "goals").id, stage.id, None))
    assert tree.told(goal) == "Be rid of it"
    time = tree.cell_trail((lane_of(journey, "time").id, stage.id, None))
    assert tree.told(time).split() == naming.duration(took, "en").split()
    numbers = [one.name for trail, one in walk(tree) if trail[-1].endswith(metric.id)]
    assert numbers == ["Calls: 4 % (target 9 %)"]
