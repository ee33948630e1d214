"""Role maps: what follows the general map, what does not, and what happens where both cannot be."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import following, moves, rules
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Difference,
    Feeling,
    JourneyMap,
    Lane,
    Opportunity,
    Record,
    Stage,
    Step,
    Touchpoint,
)
from tests.counting import calls
from tests.journey import roles
from tests.journey.big import big_journey
from tests.journey.roles import check_roles
from tests.journey.small import Small, small
from tests.journey.walk import random_verb, seeded_ids

Verb = Callable[[Draft], object]


@dataclass
class Pair:
    """A small general map and a role map of it; every edit ends as in a document."""

    general: Small
    role: str = ""

    def edit(self, *verbs: Verb) -> Any:
        """Make one edit; return what its last verb returned."""
        draft = Draft(self.journey)
        found = [verb(draft) for verb in verbs]
        rules.check(draft)
        if following.follow(draft):
            rules.check(draft)
        assert rules.check_all(draft.journey) == ()
        assert draft.journey == Journey(draft.journey)
        check_roles(draft.journey)
        self.general.draft = Draft(draft.journey)
        return found[-1]

    @property
    def journey(self) -> Journey:
        """The journey as it is now."""
        return self.general.journey

    def copy(self, record_id: str) -> str:
        """The id of the copy of a general record, there or not."""
        return following.copy_id(self.role, record_id)

    def at(self, where: str) -> tuple[str, str | None]:
        """Stage and step of the role map by the title the general one has."""
        stage_id, step_id = self.general.at[where]
        return self.copy(stage_id), self.copy(step_id) if step_id else None

    def card(self, lane: str, where: str, text: str = "", **fields: Any) -> str:
        """Add a card to the general map and return its id."""
        cell = self.general.lane[lane], *self.general.at[where]
        made: str = self.edit(lambda draft: moves.add_card(draft, *cell, text, **fields))
        return made

    def own(self, lane: str, where: str, text: str = "", **fields: Any) -> str:
        """Add a card to the role map and return its id."""
        cell = self.copy(self.general.lane[lane]), *self.at(where)
        made: str = self.edit(lambda draft: moves.add_card(draft, *cell, text, **fields))
        return made

    def change(self, record_id: str, **fields: Any) -> None:
        """Change fields of a record."""
        self.edit(lambda draft: moves.set_fields(draft, record_id, **fields))

    def drop(self, record_id: str) -> None:
        """Drop a record."""
        self.edit(lambda draft: moves.drop(draft, record_id))

    def text(self, record_id: str) -> str:
        """The text of a card."""
        return self.journey.get(Card, record_id).text

    def differs(self, record_id: str) -> set[str]:
        """In what the copy of a general record differs."""
        return set(following.differs(self.journey, self.copy(record_id)))

    def hidden(self) -> list[str]:
        """The ids of what is hidden."""
        return [one.id for one in following.hidden(self.journey, self.role)]

    def stages(self) -> list[str]:
        """The titles of the role map's stages."""
        return [one.title for one in self.journey.stages(self.role)]


@pytest.fixture
def pair() -> Pair:
    """A small general map, and the role map of Ann."""
    made = Pair(small())
    ann = made.edit(lambda draft: moves.add_persona(draft, "Ann", made.general.map_id))
    made.role = made.edit(
        lambda draft: moves.make_role_map(draft, made.general.map_id, ann, "For Ann")
    )
    return made


# Making one


def test_ids_of_copies_are_read_both_ways_whatever_they_are() -> None:
    copy = following.copy_id("role", "0123456789abcdef")
    assert len(copy) == 16
    assert following.copy_id("role", copy) == "0123456789abcdef"
    assert following.copy_id("other", "0123456789abcdef") != copy
    assert following.copy_id("role", "card 1") != following.copy_id("other", "card 1")


def test_a_role_map_shows_everything(pair: Pair) -> None:
    mine = [one for one in pair.journey if pair.journey.map_of(one) == pair.role]
    theirs = [one for one in pair.journey if pair.journey.map_of(one) == pair.general.map_id]
    assert sorted(one.kind for one in mine) == sorted(one.kind for one in theirs)
    assert not following.differences(pair.journey, pair.role)
    for one in theirs:
        assert [c.id for c in following.copies_of(pair.journey, one.id)] == [
            pair.role if isinstance(one, JourneyMap) else pair.copy(one.id)
        ]
        assert not following.differs(pair.journey, one.id)
        assert following.general_of(pair.journey, one.id) is None


def test_the_role_comes_first_and_the_map_behind_its_sisters(pair: Pair) -> None:
    general = pair.general.map_id
    ann = pair.journey.personas()[0].id
    bob = pair.edit(lambda draft: moves.add_persona(draft, "Bob", general, role="Buyer"))
    pair.edit(lambda draft: moves.add_map(draft, "Another"))
    second = pair.edit(lambda draft: moves.make_role_map(draft, pair.role, bob))
    made = pair.journey.get(JourneyMap, second)
    assert (made.general_id, made.title, made.persona_ids) == (general, "Buyer", (bob, ann))
    titles = [one.title for one in pair.journey.maps()]
    assert titles == ["Map", "For Ann", "Buyer", "Another"]


def test_records_with_other_ids_are_followed_too() -> None:
    journey = big_journey(60, 6)
    pair = Pair(Small(Draft(journey), "map"))
    ann = pair.edit(lambda draft: moves.add_persona(draft, "Ann"))
    pair.role = pair.edit(lambda draft: moves.make_role_map(draft, "map", ann))
    pair.change("card3", text="general")
    pair.change(pair.copy("card4"), text="role")
    pair.change("card4", text="general")
    assert (pair.text(pair.copy("card3")), pair.text(pair.copy("card4"))) == ("general", "role")
    general = following.general_of(pair.journey, pair.copy("card4"))
    assert general is not None
    assert general.id == "card4"
    pair.drop(pair.copy("card5"))
    assert pair.hidden() == ["card5"]


# What is not overridden follows, what is does not


def test_what_was_not_changed_follows_and_what_was_does_not(pair: Pair) -> None:
    one, two = pair.card("actions", "a1", "one"), pair.card("actions", "a1", "two")
    pair.change(pair.copy(two), text="mine")
    assert pair.differs(two) == {"text"}
    pair.change(one, text="one!", votes=3)
    pair.change(two, text="two!", votes=3)
    assert pair.text(pair.copy(one)) == "one!"
    assert (pair.text(pair.copy(two)), pair.general.get(pair.copy(two)).votes) == ("mine", 3)


def test_what_is_the_same_again_follows_again(pair: Pair) -> None:
    card = pair.card("actions", "a1", "one")
    pair.change(pair.copy(card), text="mine")
    pair.change(pair.copy(card), text="one")
    assert not pair.differs(card)
    pair.change(pair.copy(card), text="mine")
    pair.change(card, text="mine")  # somebody is just typing there
    assert pair.differs(card) == {"text"}
    pair.change(card, text="mine and more")
    assert pair.text(pair.copy(card)) == "mine"


def test_what_is_given_back_and_said_again_in_one_edit_differs(pair: Pair) -> None:
    card = pair.card("actions", "a1", "call")
    copy = pair.copy(card)
    pair.change(copy, text="write")
    pair.edit(
        lambda draft: moves.give_back(draft, copy, "text"),
        lambda draft: moves.set_fields(draft, copy, text="write"),
    )
    assert (pair.text(copy), pair.differs(card)) == ("write", {"text"})
    pair.edit(
        lambda draft: moves.set_fields(draft, card, text="ring"),
        lambda draft: moves.give_back(draft, copy, "text"),
        lambda draft: moves.set_fields(draft, copy, text="write"),
    )
    assert (pair.text(copy), pair.differs(card)) == ("write", {"text"})


def test_so_does_what_the_map_itself_says_again(pair: Pair) -> None:
    pair.change(pair.role, scenario="mine")
    pair.edit(
        lambda draft: moves.give_back(draft, pair.role, "scenario"),
        lambda draft: moves.set_fields(draft, pair.role, scenario="mine"),
    )
    assert following.differs(pair.journey, pair.role) == {"scenario"}


def test_one_edit_may_change_both_maps(pair: Pair) -> None:
    card = pair.card("actions", "a1", "one")
    pair.edit(
        lambda draft: moves.set_fields(draft, card, text="theirs", detail="more"),
        lambda draft: moves.set_fields(draft, pair.copy(card), text="mine"),
    )
    assert pair.differs(card) == {"text"}
    assert pair.general.get(pair.copy(card)).detail == "more"


def test_the_map_itself_follows_but_for_its_title_and_people(pair: Pair) -> None:
    pair.change(pair.general.map_id, scenario="Buys", period="2027", title="General")
    role = pair.journey.get(JourneyMap, pair.role)
    assert (role.title, role.scenario, role.period) == ("For Ann", "Buys", "2027")
    pair.change(pair.role, period="2028", persona_ids=())
    assert following.differs(pair.journey, pair.role) == {"period"}
    pair.change(pair.general.map_id, period="2029", state="to_be")
    assert pair.journey.get(JourneyMap, pair.role).period == "2028"
    assert pair.journey.get(JourneyMap, pair.role).state == "to_be"
    pair.edit(lambda draft: moves.give_back(draft, pair.role))
    assert pair.journey.get(JourneyMap, pair.role).period == "2029"


def test_a_hypothesis_belongs_to_its_own_map(pair: Pair) -> None:
    note = pair.card("barriers", "a1", "slow")
    pair.edit(lambda draft: moves.add_hypothesis(draft, note, "If"))
    assert not pair.journey.hypotheses(pair.role)
    made = pair.edit(lambda draft: moves.add_hypothesis(draft, pair.copy(note), "If"))
    assert not following.differs(pair.journey, made)
    pair.drop(note)
    assert following.differs(pair.journey, pair.copy(note)) == {"own"}, "it holds an idea"


def test_all_that_differs_is_told_at_once(pair: Pair) -> None:
    card = pair.card("actions", "a1", "one")
    own = pair.own("actions", "a1", "own")
    pair.change(pair.copy(card), text="mine", votes=2)
    pair.change(pair.role, period="2028")
    journey, general_id = pair.journey, pair.general.map_id
    shown = [one for one in journey if journey.map_of(one) == pair.role]
    assert following.marks(journey, pair.role, shown) == {
        pair.copy(card): {"text", "votes"},
        own: {"own"},
        pair.role: {"period"},
    }
    assert not following.marks(journey, general_id, journey)


# Things that come and go


def test_new_things_come_with_all_they_hold(pair: Pair) -> None:
    pair.edit(lambda draft: moves.add_stage(draft, pair.general.map_id, "New", 1, ("n1", "n2")))
    assert pair.stages() == ["A", "New", "B", "C"]
    note = pair.card("barriers", "b1", "slow")
    answer = pair.edit(lambda draft: moves.answer_barrier(draft, note, "quick"))
    assert pair.journey.get(Opportunity, pair.copy(answer)).answers == (pair.copy(note),)


def test_what_goes_goes_unless_it_was_changed_or_holds_something(pair: Pair) -> None:
    plain, reworded, proved = (pair.card("actions", "a1", text) for text in "abc")
    pair.change(pair.copy(reworded), text="mine")
    pair.edit(lambda draft: moves.add_evidence(draft, pair.copy(proved), source="crm"))
    for one in (plain, reworded, proved):
        pair.drop(one)
    assert pair.copy(plain) not in pair.journey
    assert pair.text(pair.copy(reworded)) == "mine"
    assert pair.copy(proved) in pair.journey
    assert not following.differences(pair.journey, pair.role)
    assert pair.differs(reworded) == {"own"}


def test_a_stage_with_something_of_ones_own_stays(pair: Pair) -> None:
    pair.card("actions", "a1", "theirs")
    pair.own("actions", "a1", "mine")
    pair.drop(pair.general.stage("A"))
    pair.drop(pair.general.stage("B"))
    assert pair.stages() == ["A", "C"]
    (stage, _) = pair.journey.stages(pair.role)
    assert [one.title for one in pair.journey.steps(stage.id)] == ["a1"]
    assert [one.text for one in pair.journey.cards_of_stage(stage.id)] == ["mine"]


def test_a_lane_with_something_of_ones_own_stays(pair: Pair) -> None:
    pair.own("actions", "a1", "mine")
    for lane in ("actions", "owners"):
        pair.drop(pair.general.lane[lane])
    holds = [one.holds for one in pair.journey.lanes(pair.role)]
    assert "actions" in holds
    assert "owners" not in holds


# Hiding and showing


def test_what_is_dropped_is_hidden_and_can_be_shown_again(pair: Pair) -> None:
    card = pair.card("actions", "a1", "one")
    pair.drop(pair.copy(card))
    assert pair.hidden() == [card]
    pair.change(card, text="two")
    assert pair.copy(card) not in pair.journey
    pair.edit(lambda draft: moves.show_again(draft, pair.role, card))
    assert pair.text(pair.copy(card)) == "two"
    assert not pair.hidden()


def test_a_hidden_stage_hides_what_it_holds_and_what_comes_to_it(pair: Pair) -> None:
    one, two = (pair.card("actions", "a1", text) for text in "ab")
    note = pair.card("barriers", "b1", "slow")
    answer = pair.card("opportunities", "a2", "quick", answers=(note,))
    pair.drop(pair.copy(two))
    pair.drop(pair.copy(pair.general.stage("A")))
    assert set(pair.hidden()) == {two, pair.general.stage("A")}
    pair.card("actions", "a1", "later")
    pair.edit(lambda draft: moves.add_step(draft, pair.general.stage("A"), "a3"))
    assert pair.stages() == ["B", "C"]
    with pytest.raises(Problem) as refusal:
        pair.edit(lambda draft: moves.show_again(draft, pair.role, one))
    assert refusal.value.key == "move.place_hidden"
    pair.edit(lambda draft: moves.show_again(draft, pair.role, pair.general.stage("A")))
    assert pair.stages() == ["A", "B", "C"]
    stage = pair.copy(pair.general.stage("A"))
    texts = {one.text for one in pair.journey.cards_of_stage(stage)}
    assert texts == {"a", "later", "quick"}
    assert pair.hidden() == [two]
    assert pair.journey.get(Opportunity, pair.copy(answer)).answers == (pair.copy(note),)


def test_what_leaves_a_hidden_stage_is_shown_and_what_enters_is_not(pair: Pair) -> None:
    inside, outside = pair.card("actions", "a1", "in"), pair.card("actions", "b1", "out")
    moved = pair.card("actions", "b1", "moved")
    pair.edit(
        lambda draft: moves.move_card(
            draft, pair.copy(moved), pair.copy(pair.general.lane["actions"]), *pair.at("b2")
        )
    )
    pair.drop(pair.copy(pair.general.stage("A")))
    lane = pair.general.lane["actions"]
    pair.edit(lambda draft: moves.move_card(draft, inside, lane, *pair.general.at["b1"]))
    pair.edit(lambda draft: moves.move_card(draft, outside, lane, *pair.general.at["a1"]))
    pair.edit(lambda draft: moves.move_card(draft, moved, lane, *pair.general.at["a1"]))
    assert pair.copy(inside) in pair.journey
    assert pair.copy(outside) not in pair.journey
    assert pair.general.get(pair.copy(moved)).step_id == pair.at("b2")[1]


def test_what_was_changed_and_cannot_go_along_stays_where_it_was(pair: Pair) -> None:
    card = pair.card("actions", "b1", "one")
    pair.change(pair.copy(card), text="mine")
    pair.drop(pair.copy(pair.general.stage("A")))
    lane = pair.general.lane["actions"]
    pair.edit(lambda draft: moves.move_card(draft, card, lane, *pair.general.at["a1"]))
    assert pair.differs(card) == {"text", "place"}
    assert pair.general.get(pair.copy(card)).step_id == pair.at("b1")[1]
    with pytest.raises(Problem) as refusal:
        pair.edit(lambda draft: moves.give_back(draft, pair.copy(card), "place"))
    assert refusal.value.key == "move.place_hidden"
    pair.edit(lambda draft: moves.give_back(draft, pair.copy(card), "text"))
    assert pair.differs(card) == {"place"}


def test_made_and_hidden_in_one_edit(pair: Pair) -> None:
    card = pair.card("actions", "a1", "one")
    bob = pair.edit(lambda draft: moves.add_persona(draft, "Bob"))

    def make(draft: Draft) -> str:
        role = moves.make_role_map(draft, pair.general.map_id, bob)
        moves.drop(draft, following.copy_id(role, card))
        moves.drop(draft, following.copy_id(role, pair.general.stage("B")))
        return role

    role = pair.edit(make)
    hidden = {one.id for one in following.hidden(pair.journey, role)}
    assert hidden == {card, pair.general.stage("B")}


def test_a_note_is_pinned_again_when_what_it_stands_on_is_shown_again(pair: Pair) -> None:
    contact, note = pair.card("touchpoints", "a1", "site"), pair.card("barriers", "a1", "slow")
    pair.edit(lambda draft: moves.pin_barrier(draft, note, contact, 5, 6))
    pair.drop(pair.copy(contact))
    copy = pair.journey.get(Barrier, pair.copy(note))
    assert (copy.on_id, copy.dx) == (None, 0)
    assert not pair.differs(note)
    pair.edit(lambda draft: moves.show_again(draft, pair.role, contact))
    copy = pair.journey.get(Barrier, pair.copy(note))
    assert (copy.on_id, copy.dx) == (pair.copy(contact), 5)


# Places


def test_a_moved_card_stays_and_can_be_given_back(pair: Pair) -> None:
    card, lane = pair.card("actions", "a1", "one"), pair.copy(pair.general.lane["actions"])
    pair.edit(lambda draft: moves.move_card(draft, pair.copy(card), lane, *pair.at("b1")))
    assert pair.differs(card) == {"place"}
    there = pair.general.lane["actions"], *pair.general.at["C"]
    pair.edit(lambda draft: moves.move_card(draft, card, *there))
    assert pair.general.get(pair.copy(card)).stage_id == pair.at("b1")[0]
    pair.edit(lambda draft: moves.give_back(draft, pair.copy(card)))
    assert pair.general.get(pair.copy(card)).stage_id == pair.at("C")[0]


def test_what_was_moved_there_and_back_has_not_moved(pair: Pair) -> None:
    one, *_ = (pair.card("actions", "a1", text) for text in "abc")
    lane = pair.copy(pair.general.lane["actions"])
    cards = [pair.card("actions", "a1", text) for text in "de"]
    pair.edit(lambda draft: moves.move_card(draft, pair.copy(cards[0]), lane, *pair.at("b1")))
    pair.edit(lambda draft: moves.move_card(draft, pair.copy(cards[0]), lane, *pair.at("a1"), 3))
    assert not pair.differs(cards[0])
    stage = pair.copy(pair.general.stage("B"))
    pair.edit(lambda draft: moves.move_stage(draft, stage, 0))
    assert pair.differs(pair.general.stage("B")) == {"place"}
    pair.edit(lambda draft: moves.move_stage(draft, stage, 1))
    assert not pair.differs(pair.general.stage("B"))
    assert not pair.differs(one)


def test_what_lies_in_a_moved_step_goes_on_following(pair: Pair) -> None:
    card = pair.card("actions", "a2", "one")
    own = pair.own("actions", "a2", "own")
    step, stage = pair.copy(pair.general.step("a2")), pair.copy(pair.general.stage("B"))
    pair.edit(lambda draft: moves.move_step(draft, step, stage))
    assert pair.differs(pair.general.step("a2")) == {"place"}
    assert not pair.differs(card)
    later = pair.card("actions", "a2", "later")
    assert pair.general.get(pair.copy(later)).stage_id == stage
    pair.drop(pair.copy(pair.general.stage("A")))
    latest = pair.card("actions", "a2", "latest")
    assert pair.general.get(pair.copy(latest)).stage_id == stage
    pair.edit(lambda draft: moves.show_again(draft, pair.role, pair.general.stage("A")))
    pair.edit(lambda draft: moves.give_back(draft, step))
    assert pair.general.get(own).stage_id == pair.at("A")[0]


def test_own_things_go_with_the_step_they_lie_in(pair: Pair) -> None:
    own = pair.own("actions", "a2", "own")
    whole = pair.own("actions", "A", "whole")
    stage = pair.general.stage("B")
    pair.edit(lambda draft: moves.move_step(draft, pair.general.step("a2"), stage, 0))
    assert pair.general.get(own).stage_id == pair.copy(stage)
    assert pair.general.get(whole).stage_id == pair.at("A")[0]
    pair.edit(lambda draft: moves.split_stage(draft, stage, pair.general.step("b1")))
    pair.edit(lambda draft: moves.merge_stages(draft, pair.general.stage("A"), stage))
    assert pair.general.get(own).stage_id == pair.at("A")[0]
    assert pair.stages() == ["A / B", "b1", "C"]


def test_stages_merged_in_the_role_map_stay_merged(pair: Pair) -> None:
    pair.card("actions", "b1", "one")
    first, second = pair.copy(pair.general.stage("A")), pair.copy(pair.general.stage("B"))
    pair.edit(lambda draft: moves.merge_stages(draft, first, second))
    pair.card("actions", "b1", "two")
    pair.edit(lambda draft: moves.add_step(draft, pair.general.stage("B"), "b3"))
    assert pair.stages() == ["A / B", "C"]
    texts = [one.text for one in pair.journey.cards_of_stage(first)]
    assert texts == ["one", "two"]
    assert pair.hidden() == [pair.general.stage("B")]


def test_own_things_keep_their_neighbours(pair: Pair) -> None:
    one, two = (pair.card("actions", "a1", text) for text in "ab")
    own = pair.own("actions", "a1", "own", place=1)
    cell = pair.general.lane["actions"], *pair.general.at["a1"]
    pair.edit(lambda draft: moves.add_card(draft, *cell, "c", 1))
    texts = [
        card.text
        for card in pair.journey.cards(pair.copy(pair.general.lane["actions"]), *pair.at("a1"))
    ]
    assert texts in (["a", "own", "c", "b"], ["a", "c", "own", "b"])
    places = [pair.general.get(pair.copy(each)).place for each in (one, two)]
    assert len({*places, pair.general.get(own).place}) == 3

    def space_anew(draft: Draft) -> None:
        for card, place in zip(draft.journey.cards(*cell), ("W", "X", "Y"), strict=True):
            draft.put(replace(card, place=place))

    pair.edit(space_anew)
    after = pair.journey.cards(pair.copy(pair.general.lane["actions"]), *pair.at("a1"))
    assert [card.text for card in after] == texts


def test_a_list_of_the_role_map_that_is_spaced_anew_has_not_moved(pair: Pair) -> None:
    cards = [pair.card("actions", "a1", text) for text in "abc"]
    own = pair.own("actions", "a1", "own", place=1)
    cell = pair.copy(pair.general.lane["actions"]), *pair.at("a1")

    def space_anew(draft: Draft) -> None:
        for card, place in zip(draft.journey.cards(*cell), "abcd", strict=True):
            draft.put(replace(card, place=place))

    pair.edit(space_anew)
    assert [card.text for card in pair.journey.cards(*cell)] == ["a", "own", "b", "c"]
    assert not any(pair.differs(card) for card in cards)
    assert own in pair.journey


def test_an_own_bar_goes_on_covering_what_it_covered(pair: Pair) -> None:
    own = pair.own("actions", "a2", "wide", span=2)
    new = pair.edit(
        lambda draft: moves.add_stage(draft, pair.general.map_id, "New", 1, ("n1", "n2"))
    )
    assert pair.general.get(own).span == 4
    pair.edit(lambda draft: moves.move_stage(draft, pair.general.stage("C"), 1))
    assert pair.general.get(own).span == 4, "as in any map: moving a stage widens no bar"
    pair.drop(pair.journey.steps(new)[0].id)
    assert pair.general.get(own).span == 3


def test_what_is_the_role_maps_own_keeps_its_very_place(pair: Pair) -> None:
    for text in "ab":
        pair.card("actions", "a1", text)
    own = pair.own("actions", "a1", "own", place=1)
    before = pair.general.get(own)
    pair.card("actions", "a1", "c")
    assert pair.general.get(own) == before


def test_several_lists_that_are_spaced_anew_at_once_have_not_moved(pair: Pair) -> None:
    cards = [pair.card("actions", "a1", "one"), pair.card("actions", "b1", "two")]
    places = [pair.journey.get(Card, one).place for one in cards]

    def space(draft: Draft) -> None:
        for one in cards:
            copy = draft.journey.get(Card, pair.copy(one))
            draft.put(replace(copy, place=f"{copy.place}V"))

    pair.edit(space)
    assert [pair.journey.get(Card, pair.copy(one)).place for one in cards] == places
    assert not following.differences(pair.journey, pair.role)


def test_an_own_bar_covers_a_step_that_is_shown_again_amid_it(pair: Pair) -> None:
    step = pair.general.step("a2")
    pair.drop(pair.copy(step))
    assert pair.hidden() == [step]
    bar = pair.own("actions", "a1", "mine", span=2)
    pair.edit(lambda draft: moves.show_again(draft, pair.role, step))
    assert pair.journey.get(Card, bar).span == 3


def test_an_own_note_pinned_to_a_step_keeps_its_cell_when_the_step_moves(pair: Pair) -> None:
    step, home = pair.general.step("a1"), pair.general.stage("B")
    note = pair.own("barriers", "C", "mine")
    before = replace(pair.journey.get(Barrier, note), on_id=pair.copy(step), dx=5.0)
    pair.edit(lambda draft: draft.put(before))
    pair.edit(lambda draft: moves.move_step(draft, step, home))
    assert pair.journey.get(Step, pair.copy(step)).stage_id == pair.copy(home)
    assert pair.journey.get(Barrier, note) == before


def test_what_goes_is_in_nobodys_way(pair: Pair) -> None:
    stage = pair.general.stage("C")
    card = pair.card("actions", "C", "planned", path="to_be")
    pair.edit(
        lambda draft: moves.drop(draft, card),
        lambda draft: moves.set_fields(draft, stage, path="as_is"),
    )
    assert pair.copy(card) not in pair.journey
    assert pair.journey.get(Stage, pair.copy(stage)).path == "as_is"
    assert not following.differences(pair.journey, pair.role)


def test_a_lane_with_another_kind_of_cells(pair: Pair) -> None:
    card, lane = pair.card("actions", "a2", "one"), pair.general.lane["actions"]
    pair.edit(lambda draft: moves.set_lane_per(draft, pair.copy(lane), "stage"))
    assert pair.differs(lane) == {"per"}
    assert not pair.differs(card)
    later = pair.card("actions", "a2", "later")
    assert pair.general.get(pair.copy(later)).step_id is None
    pair.edit(lambda draft: moves.give_back(draft, pair.copy(lane)))
    assert pair.general.get(pair.copy(card)).step_id == pair.at("a2")[1]
    own = pair.own("actions", "b1", "own")
    pair.edit(lambda draft: moves.set_lane_per(draft, lane, "stage"))
    assert pair.differs(lane) == {"per"}, "a card of one's own lies in a step"
    assert pair.general.get(own).step_id == pair.at("b1")[1]


# Where both cannot be


def test_an_own_point_of_a_curve_stays_and_the_general_one_is_hidden(pair: Pair) -> None:
    lane = pair.general.lane["feelings"]
    own = pair.edit(lambda draft: moves.set_feeling(draft, pair.copy(lane), *pair.at("a1"), -2))
    theirs = pair.edit(lambda draft: moves.set_feeling(draft, lane, *pair.general.at["a1"], 2))
    assert pair.journey.get(Feeling, own).value == -2
    assert pair.hidden() == [theirs]
    with pytest.raises(Problem) as refusal:
        pair.edit(lambda draft: moves.show_again(draft, pair.role, theirs))
    assert refusal.value.key == "move.place_taken"
    pair.drop(own)
    pair.edit(lambda draft: moves.show_again(draft, pair.role, theirs))
    assert pair.copy(theirs) in pair.journey


def test_a_point_that_comes_upon_an_own_one_is_hidden(pair: Pair) -> None:
    lane = pair.general.lane["feelings"]
    theirs = pair.edit(lambda draft: moves.set_feeling(draft, lane, *pair.general.at["C"], 2))
    pair.edit(lambda draft: moves.set_feeling(draft, pair.copy(lane), *pair.at("B"), -2))
    first, second = pair.general.stage("B"), pair.general.stage("C")
    pair.edit(
        lambda draft: moves.drop(draft, pair.general.step("b1")),
        lambda draft: moves.drop(draft, pair.general.step("b2")),
    )
    pair.edit(lambda draft: moves.merge_stages(draft, first, second))
    assert pair.hidden() == [theirs]
    assert pair.stages() == ["A", "B / C"]


def test_a_changed_point_that_cannot_go_along_stays(pair: Pair) -> None:
    lane = pair.general.lane["feelings"]
    theirs = pair.edit(lambda draft: moves.set_feeling(draft, lane, *pair.general.at["a1"], 2))
    pair.change(pair.copy(theirs), value=1.0)
    pair.edit(lambda draft: moves.set_feeling(draft, pair.copy(lane), *pair.at("a2"), -2))
    stage, step = pair.general.at["a2"]
    pair.change(theirs, stage_id=stage, step_id=step, value=0.5)
    assert pair.differs(theirs) == {"value", "place"}
    assert pair.journey.get(Feeling, pair.copy(theirs)).step_id == pair.at("a1")[1]


def test_two_points_may_change_places(pair: Pair) -> None:
    lane, at = pair.general.lane["feelings"], pair.general.at
    one = pair.edit(lambda draft: moves.set_feeling(draft, lane, *at["a1"], 2))
    two = pair.edit(lambda draft: moves.set_feeling(draft, lane, *at["a2"], 1))
    pair.edit(
        lambda draft: moves.set_fields(draft, one, step_id=at["a2"][1]),
        lambda draft: moves.set_fields(draft, two, step_id=at["a1"][1]),
    )
    assert not following.differences(pair.journey, pair.role)
    pair.edit(
        lambda draft: moves.drop(draft, one),
        lambda draft: moves.set_feeling(draft, lane, *at["a2"], -1),
    )
    assert not following.differences(pair.journey, pair.role)


def test_what_one_says_of_a_persona_in_a_stage_stays(pair: Pair) -> None:
    ann = pair.journey.personas()[0].id
    stage = pair.general.stage("A")
    pair.edit(
        lambda draft: moves.set_participation(draft, ann, pair.copy(stage), "decides", "against")
    )
    pair.edit(lambda draft: moves.set_participation(draft, ann, stage, "absent", "for"))
    (own,) = pair.journey.participation(pair.copy(stage))
    assert (own.involvement, own.stance) == ("decides", "against")


def test_what_lies_on_another_path_keeps_its_stage_on_it(pair: Pair) -> None:
    stage = pair.general.stage("A")
    pair.own("actions", "a1", "planned", path="to_be")
    pair.change(stage, path="as_is", title="A now")
    copy = pair.journey.get(Stage, pair.copy(stage))
    assert (copy.path, copy.title) == ("both", "A now")
    assert pair.differs(stage) == {"path"}
    pair.change(pair.copy(pair.general.stage("B")), path="as_is")
    card = pair.card("actions", "b1", "planned", path="to_be")
    assert pair.hidden() == [card]


def test_a_card_keeps_the_twin_it_has_in_the_role_map(pair: Pair) -> None:
    card, at = pair.card("actions", "a1", "one"), pair.general.at
    lane = pair.general.lane["actions"]
    (own,) = pair.edit(
        lambda draft: moves.plan_move(draft, [pair.copy(card)], pair.copy(lane), *pair.at("b1"))
    )
    (theirs,) = pair.edit(lambda draft: moves.plan_move(draft, [card], lane, *at["C"]))
    assert pair.hidden() == [theirs]
    pair.edit(lambda draft: moves.join(draft, card))
    assert pair.general.get(own).moved_from == pair.copy(card)
    assert pair.general.get(pair.copy(card)).path == "as_is"


def test_a_lane_with_own_cards_goes_on_holding_them(pair: Pair) -> None:
    lane = pair.general.lane["touchpoints"]
    pair.own("touchpoints", "a1", "own")
    pair.change(lane, holds="actions")
    assert pair.journey.get(Lane, pair.copy(lane)).holds == "touchpoints"
    card = pair.card("touchpoints", "a1", "an action now")
    assert not isinstance(pair.journey.get(Card, card), Touchpoint)
    assert pair.hidden() == [card]


# Letting go


def test_a_role_map_lets_go(pair: Pair) -> None:
    card = pair.card("actions", "a1", "one")
    pair.change(pair.copy(card), text="mine")
    pair.edit(lambda draft: moves.become_own(draft, pair.role))
    assert pair.journey.get(JourneyMap, pair.role).general_id is None
    assert not pair.journey.all(Difference)
    pair.change(card, text="two")
    assert pair.text(pair.copy(card)) == "mine"
    assert not following.differs(pair.journey, pair.copy(card))


def test_role_maps_of_a_dropped_map_are_maps_of_their_own(pair: Pair) -> None:
    card = pair.card("actions", "a1", "one")
    pair.change(pair.copy(card), text="mine")
    pair.drop(pair.copy(pair.general.stage("B")))
    pair.drop(pair.general.map_id)
    assert [one.general_id for one in pair.journey.maps()] == [None]
    assert not pair.journey.all(Difference)
    assert pair.text(pair.copy(card)) == "mine"
    assert pair.stages() == ["A", "C"]


def test_a_copy_of_a_role_map_follows_the_same_map(pair: Pair) -> None:
    one, two, three = (pair.card("actions", "a1", text) for text in "abc")
    own = pair.own("actions", "a1", "own")
    pair.change(pair.copy(one), text="mine")
    pair.drop(pair.copy(three))
    second = pair.edit(lambda draft: moves.copy_map(draft, pair.role, "Second"))
    general = pair.edit(lambda draft: moves.copy_map(draft, pair.general.map_id, "Alone"))
    pair.change(one, text="a!")
    pair.change(two, text="b!")
    lane = following.copy_id(second, pair.general.lane["actions"])
    assert [card.text for card in pair.journey.cards_of_lane(lane)] == ["mine", "b!", "own"]
    assert [each.id for each in following.hidden(pair.journey, second)] == [three]
    assert pair.journey.get(JourneyMap, general).general_id is None
    assert [each.title for each in following.role_maps(pair.journey, pair.general.map_id)] == [
        "For Ann", "Second"
    ]  # fmt: skip
    assert own in pair.journey


def test_a_map_that_begins_to_follow_another_gets_all_of_it(pair: Pair) -> None:
    other = pair.edit(lambda draft: moves.add_map(draft, "Other", scenario="Mine"))
    pair.edit(lambda draft: moves.add_stage(draft, other, "Own"))
    pair.change(other, general_id=pair.general.map_id)
    assert sorted(one.title for one in pair.journey.stages(other)) == ["A", "B", "C", "Own"]
    assert pair.journey.get(JourneyMap, other).scenario == "Mine"


def test_what_follows_nothing_cannot_be_given_back(pair: Pair) -> None:
    for record_id in (pair.own("actions", "a1"), pair.general.stage("A")):
        with pytest.raises(ValueError, match="follows nothing"):
            moves.give_back(Draft(pair.journey), record_id)


def test_showing_what_is_shown_does_nothing(pair: Pair) -> None:
    draft = Draft(pair.journey)
    moves.show_again(draft, pair.role, pair.general.stage("A"))
    assert not draft.changed()


def test_without_role_maps_nothing_is_done() -> None:
    draft = Draft(small().journey)
    moves.set_fields(draft, draft.journey.maps()[0].id, title="x")
    assert not following.follow(draft)


# Whatever is done


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_what_follows_is_the_general_map_and_what_does_not_never_changes(
    seed: int, count: int
) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        journey = roles.with_roles(roles.dense(rng))
        for _ in range(count):
            draft = Draft(journey)
            try:
                if rng.random() < 0.7 or not roles.random_verb(draft, rng):
                    random_verb(draft, rng)
            except Problem:
                continue
            touched = {one.id for one in (*draft.changed(), *draft.dropped())}
            rules.check(draft)
            following.follow(draft)
            rules.check(draft)
            check_roles(draft.journey)
            roles.check_untouched(journey, draft.journey, touched)
            journey = draft.journey
    assert rules.check_all(journey) == ()


# What it costs


def big_family(cards: int, steps: int) -> tuple[Journey, dict[str, str]]:
    """A big map with ids of the usual form and six role maps; and its ids by their plain names."""
    draft = Draft(big_journey(cards, steps))
    copied = moves.copy_map(draft, "map", "Copy")
    old = [one for one in draft.base if draft.base.map_of(one) == "map"]
    texts: dict[Any, Record] = {
        _said(one): one for one in draft.journey if draft.journey.map_of(one) == copied
    }
    ids = {one.id: texts[_said(one)].id for one in old}
    moves.drop(draft, "map")
    for name in "ABCDEF":
        moves.make_role_map(draft, copied, moves.add_persona(draft, name))
    return Journey(draft.journey), ids


def _said(record: Record) -> tuple[object, ...]:
    said = getattr(record, "text", "") or getattr(record, "title", "")
    return (
        type(record),
        said if not isinstance(record, JourneyMap) else "",
        (getattr(record, "value", 0) if not said else 0),
    )


EDITS: dict[str, Callable[[Draft, dict[str, str]], object]] = {
    "text": lambda draft, ids: moves.set_fields(draft, ids["card3"], text="new"),
    "text of a role": lambda draft, ids: moves.set_fields(
        draft, following.copies_of(draft.journey, ids["card3"])[2].id, text="new"
    ),
    "drop": lambda draft, ids: moves.drop(draft, ids["card3"]),
    "title": lambda draft, ids: moves.set_fields(draft, ids["stage1"], title="new"),
}


Family = tuple[Journey, dict[str, str]]


@pytest.fixture(scope="module")
def families() -> tuple[Family, Family]:
    """A small and a large one."""
    return big_family(200, 4), big_family(2000, 40)


@pytest.mark.parametrize("name", EDITS)
def test_following_an_edit_costs_the_same_on_a_large_map(
    families: tuple[Family, Family], name: str
) -> None:
    def cost(family: Family) -> int:
        journey, ids = family

        def work() -> None:
            draft = Draft(journey)
            EDITS[name](draft, ids)
            assert following.follow(draft)
            rules.check(draft)

        work()
        return calls(work)

    few, many = map(cost, families)
    assert many <= 1.3 * few + 10


def test_steps_are_not_lost_from_view(pair: Pair) -> None:
    """A step of a hidden stage that goes to a shown one is shown, with what lies in it."""
    card = pair.card("actions", "a1", "one")
    pair.edit(lambda draft: moves.add_evidence(draft, card, source="crm"))
    pair.drop(pair.copy(pair.general.stage("A")))
    target = pair.general.stage("B")
    pair.edit(lambda draft: moves.move_step(draft, pair.general.step("a1"), target))
    assert pair.journey.get(Step, pair.copy(pair.general.step("a1"))).stage_id == pair.copy(target)
    assert len(pair.journey.evidence(pair.copy(card))) == 1


def test_what_a_role_map_shows_of_ids_made_elsewhere_is_found_at_once() -> None:
    """Such ids cannot be read from those of their copies, and imported maps have no others."""
    cost = []
    for cards in (100, 400):
        journey = big_journey(cards, 10)
        draft = Draft(journey)
        persona_id = moves.add_persona(draft, "Buyer", "map")
        role_id = moves.make_role_map(draft, "map", persona_id)
        found = draft.journey.cards_of_lane(following.copy_id(role_id, "lane1"))
        spent = calls(lambda: [following.differs(draft.journey, one.id) for one in found])  # noqa: B023
        cost.append(spent / len(found))
    assert cost[1] <= 1.5 * cost[0]
