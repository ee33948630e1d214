"""Stages without a contact, and contacts that people see to by hand."""

from __future__ import annotations

from functools import partial

from cjm_desktop.journey import contacts, moves, templates
from cjm_desktop.journey.records import Duration, Path
from tests.counting import calls
from tests.journey.big import big_journey
from tests.journey.small import Small


def without(map_: Small, view: Path = "as_is") -> list[str]:
    """The titles of the stages without a contact."""
    return [one.title for one in contacts.stages_without(map_.journey, map_.map_id, view)]


def texts(map_: Small) -> list[str]:
    """The texts of what is done by hand, in order."""
    return [one.contact.text for one in contacts.by_hand(map_.journey, map_.map_id)]


def test_a_stage_without_a_touchpoint_is_found(map_: Small) -> None:
    map_.card("touchpoints", "a2", "call")
    assert without(map_) == ["B", "C"]
    map_.card("touchpoints", "B", "letter")
    assert without(map_) == ["C"]


def test_a_wide_touchpoint_covers_the_stages_it_reaches(map_: Small) -> None:
    map_.card("touchpoints", "a2", "manager", span=2)
    assert without(map_) == ["C"]


def test_each_view_counts_its_own_touchpoints_and_stages(map_: Small) -> None:
    for where, path in (("a1", "as_is"), ("b1", "to_be")):
        map_.card("touchpoints", where, "call", path=path)
    moves.plan_stage(map_.draft, map_.map_id, "Welcome")
    assert without(map_) == ["B", "C"]
    assert without(map_, "to_be") == ["A", "C", "Welcome"]
    assert without(map_, "both") == ["C", "Welcome"]


def test_where_nobody_looked_for_contacts_none_is_missing(map_: Small) -> None:
    assert without(map_) == []
    map_.card("touchpoints", "a1", "planned", path="to_be")
    assert without(map_) == []
    moves.drop(map_.draft, map_.lane["touchpoints"])
    assert without(map_) == []


def test_what_people_see_to_by_hand_is_listed_with_what_it_takes(map_: Small) -> None:
    first = map_.card("touchpoints", "a1", "call", channel="phone", owner="Ann", starts="a form")
    second = map_.card("touchpoints", "b1", "invoice", automated=True, starts="payment")
    third = map_.card("touchpoints", "b2", "receipt", starts="delivery")
    moves.add_link(map_.draft, first, third, share=0.2, planned_wait=Duration(1))
    moves.add_link(map_.draft, first, second, share=0.7, actual_wait=Duration(3))
    moves.add_link(map_.draft, first, third, manner="alternative", share=0.9)
    found = {one.contact.text: one for one in contacts.by_hand(map_.journey, map_.map_id)}
    assert found.keys() == {"call", "receipt"}
    call = found["call"]
    assert (call.owner, call.channel, call.starts) == ("Ann", "phone", "a form")
    assert call.following is not None
    assert (call.following.id, call.next_starts, call.wait) == (second, "payment", Duration(3))
    assert (found["receipt"].following, found["receipt"].next_starts) == (None, "")


def test_passages_that_are_only_planned_lead_to_no_next_contact(map_: Small) -> None:
    first = map_.card("touchpoints", "a1", "call")
    planned = map_.card("touchpoints", "b1", "portal", path="to_be", starts="planned")
    later = map_.card("touchpoints", "b2", "receipt", starts="delivery")
    moves.add_link(map_.draft, first, planned, share=0.9, planned_wait=Duration(1))
    call = contacts.by_hand(map_.journey, map_.map_id)[0]
    assert call.following is not None
    assert (call.following.id, call.next_starts, call.wait) == (later, "delivery", None)
    moves.add_link(map_.draft, first, later, share=0.2, actual_wait=Duration(3))
    assert contacts.by_hand(map_.journey, map_.map_id)[0].wait == Duration(3)


def test_a_passage_to_what_is_moved_in_the_plan_leads_to_where_it_is(map_: Small) -> None:
    first, moved = (map_.card("touchpoints", where, where) for where in ("a1", "b1"))
    cell = map_.lane["touchpoints"], *map_.at["b2"]
    (twin,) = moves.plan_move(map_.draft, [moved], *cell)
    moves.add_link(map_.draft, first, twin, actual_wait=Duration(2))
    call = contacts.by_hand(map_.journey, map_.map_id)[0]
    assert call.following is not None
    assert (call.following.id, call.wait) == (moved, Duration(2))


def test_without_a_passage_the_next_contact_along_the_journey_follows(map_: Small) -> None:
    map_.card("touchpoints", "b1", "later", starts="payment")
    map_.card("touchpoints", "a2", "sooner")
    sooner = contacts.by_hand(map_.journey, map_.map_id)[0]
    assert (sooner.contact.text, sooner.next_starts, sooner.wait) == ("sooner", "payment", None)


def test_who_sees_to_it_is_said_by_the_card_its_department_or_its_column(map_: Small) -> None:
    sales = moves.add_department(map_.draft, "Sales")
    map_.card("touchpoints", "a1", "x", department_id=sales, owner="Ann")
    map_.card("touchpoints", "a1", "y", department_id=sales)
    map_.card("touchpoints", "b1", "z")
    map_.card("touchpoints", "C", "nobody's")
    map_.card("owners", "B", department_id=moves.add_department(map_.draft, "Billing"))
    owners = [one.owner for one in contacts.by_hand(map_.journey, map_.map_id)]
    assert owners == ["Ann", "Sales", "Billing", ""]


def test_the_worst_barrier_comes_first_then_importance_then_votes(map_: Small) -> None:
    map_.card("touchpoints", "a1", "plain")
    map_.card("touchpoints", "a1", "voted", votes=3)
    map_.card("touchpoints", "a1", "vital", importance=5)
    hard = map_.card("touchpoints", "a2", "hard")
    note = map_.card("barriers", "b1", "late", severity=3)
    moves.pin_barrier(map_.draft, note, hard, 0, 0)
    map_.card("touchpoints", "b2", "slow")
    map_.card("barriers", "b2", "queue", severity=2)
    map_.card("barriers", "b2", "gone", severity=3, status="solved")
    map_.card("barriers", "b2", "only planned", severity=3, path="to_be")
    assert texts(map_) == ["hard", "slow", "vital", "voted", "plain"]
    found = contacts.by_hand(map_.journey, map_.map_id)
    assert [one.severity for one in found] == [3, 2, 0, 0, 0]
    assert [one.text for one in found[1].barriers] == ["queue"]


def test_what_is_only_planned_is_not_yet_done_by_hand(map_: Small) -> None:
    map_.card("touchpoints", "a1", "planned", path="to_be")
    assert texts(map_) == []


def test_the_sample_names_who_sees_to_each_contact() -> None:
    journey = templates.make("sample-b2b", "ru")
    found = contacts.by_hand(journey, journey.maps()[0].id)
    assert len(found) > 3
    assert sum(bool(one.owner) for one in found) > len(found) / 2


def test_what_it_costs_grows_as_the_map_and_no_faster() -> None:
    few, many = (big_journey(count, count // 25) for count in (250, 2500))
    spent = [calls(partial(contacts.by_hand, one, "map")) for one in (few, many)]
    assert spent[1] <= 13 * spent[0]
