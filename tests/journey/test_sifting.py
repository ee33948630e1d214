"""What is in front, dimmed and left out when only a part of a map is looked at."""

from collections.abc import Callable
from typing import Any

import pytest

from cjm_desktop.journey import basis, moves, sifting, sought, templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Feeling, Source
from cjm_desktop.journey.sifting import Only, Rests, Sieve
from tests.journey.small import Small


@pytest.fixture
def named(map_: Small) -> Callable[[Sieve], tuple[set[str], set[str], set[str]]]:
    """A filled map, and what a sieve does to it, in the texts of cards and words of feelings."""
    draft = map_.draft
    anna = moves.add_persona(draft, "Anna", map_.map_id, id="anna")
    boris = moves.add_persona(draft, "Boris", map_.map_id, id="boris")
    map_.card("actions", "a1", "everybody's")
    proved = map_.card("actions", "a1", "Anna's", persona_ids=(anna,))
    moves.add_evidence(draft, proved, source="interview")
    moves.add_evidence(draft, proved, source="crm")
    both = map_.card("touchpoints", "a2", "of both", persona_ids=(anna, boris))
    moves.add_evidence(draft, both)
    map_.card("barriers", "b1", "planned", path="to_be", persona_ids=(boris,))
    map_.card("owners", "A", "owner")
    lane_id = map_.lane["feelings"]
    for who, word in ((None, "calm"), (anna, "glad"), (boris, "cross")):
        point = moves.set_feeling(draft, lane_id, *map_.at["a1"], 1, persona_id=who, word=word)
    moves.add_evidence(draft, point, source="reviews")
    moves.set_feeling(draft, lane_id, *map_.at["a1"], 2, path="to_be", word="hoped")
    map_.settle()

    def sifted(sieve: Sieve) -> tuple[set[str], set[str], set[str]]:
        found = sifting.sift(map_.journey, map_.map_id, sieve)
        front, dimmed, hidden = ({said(map_.journey, one) for one in part} for part in found)
        return front, dimmed, hidden

    return sifted


def said(journey: Journey, record_id: str) -> str:
    record = journey.find(record_id)
    assert isinstance(record, Card | Feeling)
    return record.text if isinstance(record, Card) else record.word


Sift = Callable[[Sieve], tuple[set[str], set[str], set[str]]]
ALL = {
    *("everybody's", "Anna's", "of both", "planned", "owner"),
    *("calm", "glad", "cross", "hoped"),
}


def test_an_open_sieve_lets_everything_through(named: Sift) -> None:
    assert Sieve().open
    assert named(Sieve()) == (ALL, set(), set())


def test_what_belongs_to_others_only_is_dimmed(named: Sift) -> None:
    front, dimmed, hidden = named(Sieve(persona_ids=frozenset(["anna"])))
    assert dimmed == {"planned", "cross"}
    assert front == ALL - dimmed
    assert not hidden
    assert named(Sieve(persona_ids=frozenset(["anna", "boris"])))[0] == ALL


@pytest.mark.parametrize(
    ("sieve", "front"),
    [
        (Sieve(rests="confirmed"), {"Anna's", "of both", "cross"}),
        (Sieve(rests="assumed"), {"everybody's", "calm", "glad"}),
        (Sieve(sources=frozenset(["crm"])), {"Anna's"}),
        (Sieve(sources=frozenset(["reviews", "interview"])), {"Anna's", "cross"}),
        (Sieve(sources=frozenset(["other"])), {"of both"}),
        (Sieve(rests="assumed", sources=frozenset(["crm"])), set()),
        (Sieve(rests="confirmed", persona_ids=frozenset(["boris"])), {"of both", "cross"}),
    ],
)
def test_evidence_is_looked_for_by_what_there_is_and_where_it_is_from(
    named: Sift, sieve: Sieve, front: set[str]
) -> None:
    assert named(sieve) == (front, ALL - front, set())


def test_a_path_leaves_out_what_does_not_lie_on_it(named: Sift) -> None:
    front, dimmed, hidden = named(Sieve(path="as_is", persona_ids=frozenset(["anna"])))
    assert hidden == {"planned", "hoped"}
    assert dimmed == {"cross"}
    assert front == ALL - hidden - dimmed
    assert named(Sieve(path="to_be"))[2] == {"calm", "glad", "cross"}


def test_the_share_that_rests_on_evidence_is_what_the_sieve_shows() -> None:
    journey = templates.make("sample-b2b", "en")
    map_id = journey.maps()[0].id
    whole = basis.of_map(journey, map_id)
    found = sifting.sift(journey, map_id, Sieve(rests="confirmed"))
    missing = sifting.sift(journey, map_id, Sieve(rests="assumed"))
    asked = {one.id for one in basis.asked(journey, map_id)}
    assert len(found.front & asked) == whole.confirmed > 0
    assert len(missing.front) == whole.asked - whole.confirmed > 0
    assert not found.front & missing.front
    assert not sifting.sift(journey, map_id, Sieve()).dimmed


@pytest.mark.parametrize("rests", ["", "confirmed", "assumed"])
@pytest.mark.parametrize("sources", [frozenset(), frozenset({"crm", "interview"})])
def test_one_thing_passes_where_it_is_in_front(rests: Rests, sources: frozenset[Source]) -> None:
    journey = templates.make("sample-b2b", "en")
    map_id = journey.maps()[0].id
    whose = frozenset(one.id for one in journey.personas(map_id)[:1])
    sieve = Sieve(whose, rests, sources)
    found = sifting.sift(journey, map_id, sieve)
    lanes = [one.id for one in journey.lanes(map_id)]
    records = [one for one in journey if isinstance(one, Card | Feeling) and one.lane_id in lanes]
    assert found.front == {one.id for one in records if sifting.passes(journey, sieve, one)}


def test_what_things_are_can_be_looked_for(map_: Small) -> None:
    draft = map_.draft
    sales = moves.add_department(draft, "Sales")
    call = map_.card("touchpoints", "a1", "Call back", channel="phone", department_id=sales)
    pinned = map_.card("barriers", "a1", "Nobody picks up", severity=3, on_id=call)
    other = map_.card("barriers", "a2", "Слёзы", severity=1, status="solved")
    idea = map_.card("opportunities", "a1", "Answer at once")
    moves.add_hypothesis(draft, idea, status="running")
    glad = moves.set_feeling(draft, map_.lane["feelings"], *map_.at["a1"], 1, word="glad")
    map_.settle()

    def front(**fields: Any) -> set[str]:
        sieve = Sieve(only=Only(**fields))
        found = sifting.sift(map_.journey, map_.map_id, sieve).front
        assert sifting.any_passes(map_.journey, map_.map_id, sieve) is bool(found)
        return set(found)

    assert front(holds=("barriers",)) == {pinned, other}
    assert front(holds=("barriers", "feelings")) == {pinned, other, glad}
    assert front(severities=(3,)) == {pinned}
    assert front(channels=("phone",)) == {call, pinned}
    assert front(channels=("phone",), severities=(3,)) == {pinned}
    assert front(department_ids=(sales,)) == {call, pinned}
    assert front(statuses=("solved", "running")) == {other, idea}
    assert front(text="СЛЕЗЫ") == {other}
    assert front(text="nowhere") == set()
    offered = sought.offers(map_.journey, map_.map_id, "en")
    assert [(one.said, one.things) for one in offered["holds"]] == [
        ("Touchpoints", 1),
        ("Feelings", 1),
        ("Barriers", 2),
        ("Opportunities", 1),
    ]
    only = Only(department_ids=(sales,), severities=(3,), text="слёзы")
    assert sought.told(map_.journey, Sieve(only=only), "en") == [
        "loses the customer",
        "Sales",
        "“слёзы”",
    ]
    assert sought.restored(sought.kept(only), map_.journey) == only
    assert sought.restored({"severities": [9, "x"], "holds": 3}, map_.journey) == Only()
