"""Who has to do what about the barriers, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cjm_desktop.journey import duties, templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Department, Hypothesis, Opportunity


@pytest.fixture
def journey() -> Journey:
    return templates.make("sample-b2b", "en")


def of(journey: Journey) -> dict[str, duties.Duties]:
    found = duties.of_map(journey, journey.maps()[0].id)
    return {one.department.name if one.department else "": one for one in found}


def test_every_open_barrier_has_somebody_and_every_trial_is_told(journey: Journey) -> None:
    found = of(journey)
    told = {one.barrier for each in found.values() for one in each.duties} - {None}
    assert told == {one for one in journey.all(Barrier) if one.status != "solved"}
    trials = {trial for each in found.values() for one in each.duties for trial in one.hypotheses}
    assert trials == set(journey.all(Hypothesis))
    departments = [one.name for one in journey.all(Department)]
    assert list(found) == [name for name in departments if name in found]


def test_the_weakest_place_comes_first(journey: Journey) -> None:
    for one in of(journey).values():
        scores = [duty.percent for duty in one.duties]
        assert scores == sorted(scores, reverse=True)


def test_who_is_named_counts_before_ideas_and_ideas_before_owners(journey: Journey) -> None:
    idea = next(one for one in journey.all(Opportunity) if one.answers)
    barrier = journey.get(Barrier, idea.answers[0])
    people = journey.all(Department)
    other = next(one for one in people if one.id != idea.department_id)

    def who() -> list[str]:
        found = of(journey).items()
        return [name for name, each in found if any(d.card.id == barrier.id for d in each.duties)]

    assert who() == [journey.get(Department, idea.department_id or "").name]
    journey.put(replace(barrier, department_id=other.id))
    assert who() == [other.name]
    journey.put(replace(barrier, status="solved"))
    assert who() == []


def test_what_is_nobodys_stands_at_the_end(journey: Journey) -> None:
    lanes = [one for one in journey.lanes(journey.maps()[0].id) if one.holds == "owners"]
    for card in [card for lane in lanes for card in journey.cards_of_lane(lane.id)]:
        journey.put(replace(card, department_id=None))
    for idea in journey.all(Opportunity):
        journey.put(replace(idea, department_id=None))
    assert list(of(journey)) == [""]
