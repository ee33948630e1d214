"""The chain from a barrier to a number, from any of its links; barriers at a place."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from cjm_desktop.journey import chain, moves, templates
from cjm_desktop.journey.chain import Chain
from cjm_desktop.journey.records import Barrier, Hypothesis, Opportunity
from tests.journey.small import Small


@dataclass
class Chained:
    """Barriers `late` and `dear` answered by `call`, which is tried out by `test`.

    Only `late` is answered by `note` too. `test` is told by `sales`, `repeat` is the end metric.
    """

    map: Small
    late: str
    dear: str
    call: str
    note: str
    test: str
    sales: str
    repeat: str

    def of(self, record_id: str) -> Chain:
        return chain.of(self.map.journey, record_id)


@pytest.fixture
def chained(map_: Small) -> Chained:
    draft = map_.draft
    late, dear = map_.card("barriers", "b1", "late"), map_.card("barriers", "a1", "dear")
    call = map_.card("opportunities", "b1", "call", answers=(late, dear))
    note = map_.card("opportunities", "a2", "note", answers=(late,))
    sales = moves.add_metric(draft, map_.map_id, map_.stage("B"), "Sales")
    repeat = moves.add_metric(draft, map_.map_id, map_.stage("C"), "Repeat orders", end=True)
    test = moves.add_hypothesis(draft, call, "If we call", metric_id=sales)
    map_.settle()
    return Chained(map_, late, dear, call, note, test, sales, repeat)


def ids(records: Iterable[object]) -> list[str]:
    return [getattr(one, "id", "") for one in records]


def test_a_barrier_leads_to_all_that_comes_of_it(chained: Chained) -> None:
    found = chained.of(chained.late)
    wanted = [chained.late, chained.note, chained.call, chained.test, chained.sales]
    assert ids(found.links) == wanted
    assert found.end is not None
    assert found.end.id == chained.repeat


def test_one_barrier_does_not_bring_the_other_that_is_answered_by_the_same(
    chained: Chained,
) -> None:
    wanted = [chained.dear, chained.call, chained.test, chained.sales]
    assert ids(chained.of(chained.dear).links) == wanted


@pytest.mark.parametrize("link", ["call", "test", "sales"])
def test_the_same_chain_is_found_from_every_later_link(chained: Chained, link: str) -> None:
    found = chained.of(getattr(chained, link))
    assert ids(found.barriers) == [chained.dear, chained.late]  # from left to right
    assert ids(found.opportunities) == [chained.call]
    assert ids(found.hypotheses) == [chained.test]
    assert ids(found.metrics) == [chained.sales]
    assert set(found.ties) == {
        (chained.dear, chained.call),
        (chained.late, chained.call),
        (chained.call, chained.test),
        (chained.test, chained.sales),
    }


def test_a_hypothesis_may_be_about_a_barrier_itself(chained: Chained) -> None:
    direct = moves.add_hypothesis(chained.map.draft, chained.dear, "If cheaper")
    found = chained.of(direct)
    assert ids(found.links) == [chained.dear, direct]
    assert found.ties == ((chained.dear, direct),)
    assert direct in ids(chained.of(chained.dear).hypotheses)


def test_the_link_that_is_missing_comes_after_the_last_there_is(chained: Chained) -> None:
    draft = chained.map.draft
    alone = chained.map.card("barriers", "C")
    assert chained.of(alone).missing == "opportunity"
    idea = moves.answer_barrier(draft, alone)
    assert chained.of(alone).missing == chained.of(idea).missing == "hypothesis"
    test = moves.add_hypothesis(draft, idea)
    assert chained.of(alone).missing == chained.of(test).missing == "metric"
    moves.set_fields(draft, test, metric_id=chained.sales)
    assert chained.of(alone).missing is None
    assert chained.of(chained.repeat).missing is None


def test_what_is_no_link_has_a_chain_without_links(chained: Chained) -> None:
    found = chained.of(chained.map.stage("A"))
    assert found.links == ()
    assert found.ties == ()
    assert found.end is not None
    assert chained.of("nothing") == Chain()
    assert chained.of(moves.add_persona(chained.map.draft, "Anna")) == Chain()


def test_the_sample_hangs_together_as_told() -> None:
    journey = templates.make("sample-b2b", "en")
    (test,) = (one for one in journey.all(Hypothesis) if one.status == "running")
    found = chain.of(journey, test.id)
    assert [one.status for one in found.hypotheses] == ["running"]
    assert found.barriers
    assert found.opportunities
    assert [one.title for one in found.metrics] == ["Offers agreed"]
    assert found.end is not None
    assert found.end.title == "Repeat orders"
    map_id = journey.maps()[0].id
    assert chain.running(journey, map_id) == (test,)
    for one in journey.all(Opportunity):
        answered = chain.of(journey, one.id).barriers
        assert {barrier.id for barrier in answered} == set(one.answers)


def test_a_map_without_an_end_metric_has_none(map_: Small) -> None:
    assert chain.end_metric(map_.journey, map_.map_id) is None
    assert chain.running(map_.journey, map_.map_id) == ()
    barrier = map_.card("barriers", "a1")
    moves.add_hypothesis(map_.draft, barrier)
    assert chain.running(map_.journey, map_.map_id) == ()


def at(map_: Small, place_id: str) -> list[str]:
    return [one.text for one in chain.barriers_at(map_.journey, place_id)]


def test_at_a_touchpoint_stand_its_own_notes_and_those_of_its_column(map_: Small) -> None:
    contact = map_.card("touchpoints", "a1")
    other = map_.card("touchpoints", "a1")
    map_.card("barriers", "a1", "in the column")
    map_.card("barriers", "a2", "in the next one")
    map_.card("barriers", "A", "in the whole stage")
    for on, text in ((contact, "pinned here"), (other, "pinned there")):
        note = map_.card("barriers", "b1", text)
        moves.pin_barrier(map_.draft, note, on, 1, 1)
    assert at(map_, contact) == ["in the column", "pinned here", "in the whole stage"]
    assert at(map_, map_.step("a1")) == [
        "in the column",
        "pinned here",
        "pinned there",
        "in the whole stage",
    ]
    assert len(at(map_, map_.stage("A"))) == 5
    assert at(map_, map_.stage("B")) == []


def test_a_wide_touchpoint_has_the_barriers_of_all_its_columns(map_: Small) -> None:
    contact = map_.card("touchpoints", "a2", span=2)
    for where in ("a1", "a2", "b1", "b2"):
        map_.card("barriers", where, where)
    assert at(map_, contact) == ["a2", "b1"]


def test_barriers_stand_only_at_places(map_: Small) -> None:
    with pytest.raises(KeyError):
        chain.barriers_at(map_.journey, map_.card("barriers", "a1"))
    with pytest.raises(KeyError):
        chain.barriers_at(map_.journey, "nothing")


def test_every_barrier_of_the_sample_stands_in_its_stage() -> None:
    journey = templates.make("sample-b2b", "ru")
    for one in journey.all(Barrier):
        assert one in chain.barriers_at(journey, one.stage_id)
        assert one in chain.barriers_at(journey, one.on_id or one.step_id or one.stage_id)
