"""Two states of a map that began as one, field by field; conflicts as they are."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from cjm_desktop.journey import following, moves, rules, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.merging import Choices, Conflict, Merging, Side, other
from cjm_desktop.journey.merging.adopting import adopt_maps
from cjm_desktop.journey.merging.lists import joined
from cjm_desktop.journey.merging.telling import questions
from cjm_desktop.journey.records import (
    Card,
    Evidence,
    Feeling,
    JourneyMap,
    Persona,
    Stage,
)
from tests.journey import roles
from tests.journey.small import Small
from tests.journey.walk import random_verb, seeded_ids

Do = Callable[[Draft], object]


def after(journey: Journey, *deeds: Do) -> Journey:
    """What becomes of a journey."""
    for do in deeds:
        draft = Draft(journey)
        do(draft)
        rules.check(draft)
        following.follow(draft)
        journey = draft.journey
    return journey


def merged(map_: Small, ours: Do, theirs: Do) -> Merging:
    base = map_.journey
    return Merging(base, after(base, ours), after(base, theirs))


def each(*deeds: Do) -> Do:
    """Several deeds as one."""

    def do(draft: Draft) -> None:
        for one in deeds:
            one(draft)

    return do


def test_each_side_has_its_own(map_: Small) -> None:
    card = map_.card("actions", "a1", "Calls")
    map_.settle()
    found = merged(
        map_,
        lambda d: moves.set_fields(d, card, text="Calls us"),
        each(
            lambda d: moves.set_fields(d, card, votes=3),
            lambda d: moves.move_card(d, card, map_.lane["actions"], *map_.at["b2"]),
            lambda d: moves.add_stage(d, map_.map_id, "D"),
        ),
    )
    assert found.conflicts == ()
    outcome = found.outcome()
    one = outcome.get(Card, card)
    assert (one.text, one.votes, one.step_id) == ("Calls us", 3, map_.step("b2"))
    assert [stage.title for stage in outcome.stages(map_.map_id)] == ["A", "B", "C", "D"]
    assert rules.check_all(outcome) == ()


def test_a_field_both_changed_is_asked_with_both_values(map_: Small) -> None:
    found = merged(
        map_,
        lambda d: moves.set_fields(d, map_.stage("A"), title="Ours"),
        lambda d: moves.set_fields(d, map_.stage("A"), title="Theirs", goal="Sleep well"),
    )
    (conflict,) = found.conflicts
    assert (conflict.sort, conflict.name) == ("field", "title")
    (asked,) = questions(found, "en")
    assert (asked.head, asked.ours, asked.theirs) == ("Stage “Ours”: title", "“Ours”", "“Theirs”")
    titles = {}
    for side in ("ours", "theirs"):
        stage = found.outcome({conflict.key: side}).get(Stage, map_.stage("A"))
        titles[side] = stage.title, stage.goal
    assert titles == {"ours": ("Ours", "Sleep well"), "theirs": ("Theirs", "Sleep well")}


def test_moves_of_both_survive_and_both_moving_one_is_asked(map_: Small) -> None:
    first, second = (map_.card("actions", "a1", text) for text in ("1", "2"))
    map_.settle()
    lane = map_.lane["actions"]
    found = merged(
        map_,
        lambda d: moves.move_card(d, first, lane, *map_.at["b1"]),
        each(
            lambda d: moves.move_card(d, second, lane, *map_.at["b1"]),
            lambda d: moves.move_stage(d, map_.stage("C"), 0),
        ),
    )
    assert found.conflicts == ()
    here = found.outcome().cards(lane, *map_.at["b1"])
    assert {one.id for one in here} == {first, second}
    assert found.outcome().stages(map_.map_id)[0].title == "C"
    asked = merged(
        map_,
        lambda d: moves.move_card(d, first, lane, *map_.at["b1"]),
        lambda d: moves.move_card(d, first, lane, *map_.at["b2"]),
    )
    (question,) = questions(asked, "en")
    assert (question.field, question.ours) == ("place", "B › b1, Actions")
    assert question.theirs == "B › b2, Actions"


def test_deleted_here_and_worked_on_there_is_asked(map_: Small) -> None:
    card = map_.card("actions", "a1", "Calls")
    map_.settle()
    base = map_.journey
    ours = after(base, lambda d: moves.drop(d, map_.stage("A")))
    theirs = after(
        base,
        lambda d: moves.set_fields(d, card, text="Calls twice"),
        lambda d: moves.add_card(d, map_.lane["barriers"], *map_.at["a2"], "No answer"),
    )
    found = Merging(base, ours, theirs)
    (conflict,) = found.conflicts
    assert (conflict.sort, conflict.gone, conflict.record_ids) == (
        "gone", "ours", (map_.stage("A"),),
    )  # fmt: skip
    (question,) = questions(found, "en")
    assert question.ours == "Deleted"
    assert "Calls twice" in question.theirs
    assert "No answer" in question.theirs
    assert found.outcome({conflict.key: "ours"}) == ours
    assert found.outcome({conflict.key: "theirs"}) == theirs


def test_what_was_moved_out_of_the_deleted_stays_and_what_came_into_it_goes_back(
    map_: Small,
) -> None:
    out, into = map_.card("actions", "a1", "out"), map_.card("actions", "b1", "in")
    map_.settle()
    lane = map_.lane["actions"]
    found = merged(
        map_,
        each(
            lambda d: moves.move_card(d, out, lane, *map_.at["b1"]),
            lambda d: moves.drop(d, map_.stage("A")),
        ),
        lambda d: moves.move_card(d, into, lane, *map_.at["a2"]),
    )
    (conflict,) = found.conflicts
    gone = found.outcome({conflict.key: "ours"})
    assert gone.get(Card, into).step_id == map_.step("b1")
    assert gone.get(Card, out).step_id == map_.step("b1")
    kept = found.outcome({conflict.key: "theirs"})
    assert kept.get(Card, into).step_id == map_.step("a2")
    assert kept.get(Card, out).step_id == map_.step("b1")


def test_a_card_follows_the_step_it_came_into(map_: Small) -> None:
    found = merged(
        map_,
        lambda d: moves.move_step(d, map_.step("a2"), map_.stage("C")),
        lambda d: moves.add_card(d, map_.lane["actions"], *map_.at["a2"], "New"),
    )
    assert found.conflicts == ()
    (card,) = found.outcome().all(Card)
    assert (card.stage_id, card.step_id) == (map_.stage("C"), map_.step("a2"))


def test_two_points_at_one_place_are_one_question(map_: Small) -> None:
    point = ("feelings", "a1")

    def feel(draft: Draft, value: float) -> None:
        made = moves.set_feeling(draft, map_.lane[point[0]], *map_.at[point[1]], value)
        moves.add_evidence(draft, made, detail=str(value))

    found = merged(map_, lambda d: feel(d, 1), lambda d: feel(d, -2))
    (conflict,) = found.conflicts
    assert conflict.sort == "same"
    outcome = found.outcome({conflict.key: "theirs"})
    (kept,) = outcome.all(Feeling)
    assert kept.value == -2
    assert {one.detail for one in outcome.all(Evidence)} == {"1", "-2"}, "evidence is not lost"
    assert merged(map_, lambda d: feel(d, 1), lambda d: feel(d, 1)).conflicts == ()


def test_who_is_deleted_here_is_forgotten_there(map_: Small) -> None:
    person = moves.add_persona(map_.draft, "Anna", map_.map_id)
    card = map_.card("actions", "a1", "Calls", persona_ids=(person,))
    map_.settle()
    found = merged(
        map_,
        lambda d: moves.drop(d, person),
        lambda d: moves.add_card(
            d, map_.lane["actions"], *map_.at["a2"], "New", persona_ids=(person,)
        ),
    )
    assert found.conflicts == ()
    outcome = found.outcome()
    assert outcome.all(Persona) == ()
    assert [one.persona_ids for one in outcome.all(Card)] == [(), ()]
    assert card in outcome


def test_each_deletes_the_map_the_other_keeps(map_: Small) -> None:
    second = moves.add_map(map_.draft, "Second")
    map_.settle()
    drops: list[Do] = [
        lambda d: moves.drop(d, map_.map_id),
        lambda d: moves.drop(d, second),
    ]
    for ours, theirs in (drops, drops[::-1]):
        (kept,) = merged(map_, ours, theirs).outcome().maps()
        assert kept.id == min(map_.map_id, second)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("ab", "abx", "aby", "abxy"),
        ("abc", "ac", "abcx", "acx"),
        ("abc", "cab", "abc", "cab"),
        ("abc", "cab", "abcx", "cxab"),
        ("abc", "cab", "bca", None),
        ("", "x", "x", "x"),
        ("aa", "a", "aab", None),
    ],
)
def test_lists_are_joined(base: str, ours: str, theirs: str, both: str | None) -> None:
    lists = (tuple(base), tuple(ours), tuple(theirs))
    wanted = tuple(both) if both is not None else None
    assert joined(*lists) == wanted
    assert joined(lists[0], lists[2], lists[1]) == wanted


def test_of_a_role_map_only_what_it_means_itself_is_asked(map_: Small) -> None:
    anna = moves.add_persona(map_.draft, "Anna", map_.map_id)
    card = map_.card("actions", "a1", "Calls")
    role = moves.make_role_map(map_.draft, map_.map_id, anna)
    draft = Draft(map_.journey)
    following.follow_all(draft, draft.journey.get(JourneyMap, role))
    base = draft.journey
    own = following.copy_id(role, card)
    deeds: list[list[Do]] = [
        [
            lambda d, n=n: moves.set_fields(d, card, text=f"Calls {n}"),  # type: ignore[misc]
            lambda d, n=n: moves.set_fields(d, own, span=n),  # type: ignore[misc]
        ]
        for n in (2, 3)
    ]
    found = Merging(base, after(base, *deeds[0]), after(base, *deeds[1]))
    assert {(one.record_ids[0], one.name) for one in found.conflicts} == {
        (card, "text"),
        (own, "span"),
    }
    outcome = found.outcome(dict.fromkeys((one.key for one in found.conflicts), "theirs"))
    assert (outcome.get(Card, own).text, outcome.get(Card, own).span) == ("Calls 3", 3)
    roles.check_roles(outcome)


def judged(conflict: Conflict, merging: Merging) -> Side:
    """What a person would say to it, whichever side is theirs."""
    if conflict.gone is not None:
        return other(conflict.gone)
    said = [
        repr(side.find(record_id))
        for side, record_id in zip(
            (merging.ours, merging.theirs), conflict.record_ids * 2, strict=False
        )
    ]
    return "ours" if said[0] <= said[1] else "theirs"


@pytest.mark.parametrize("seed", range(12))
def test_it_does_not_matter_whose_is_called_ours(seed: int) -> None:
    rng = random.Random(seed)

    def verb(draft: Draft) -> None:
        if not (seed % 3 == 0 and rng.random() < 0.2 and roles.random_verb(draft, rng)):
            random_verb(draft, rng)

    with seeded_ids(seed):
        base = after(templates.make("b2b", "ru"), *[verb] * 5)
        ours, theirs = (after(base, *[verb] * 12) for _ in range(2))
    one, two = Merging(base, ours, theirs), Merging(base, theirs, ours)
    choices: Choices = {c.key: judged(c, one) for c in one.conflicts}
    assert choices.keys() == {c.key for c in two.conflicts}
    assert len(questions(one, "ru")) == len(one.conflicts)
    outcome = one.outcome(choices)
    assert outcome == two.outcome({key: other(side) for key, side in choices.items()})
    assert rules.check_all(outcome) == ()
    roles.check_roles(outcome)
    assert Merging(base, ours, ours).outcome() == ours
    assert Merging(base, ours, base).outcome() == ours


def test_maps_of_another_document_stand_beside(map_: Small) -> None:
    anna = moves.add_persona(map_.draft, "Anna", map_.map_id)
    moves.make_role_map(map_.draft, map_.map_id, anna)
    following.follow(map_.draft)
    map_.settle()
    foreign = map_.journey
    draft = Draft(foreign)
    new = adopt_maps(draft, foreign)
    rules.check(draft)
    journey = draft.journey
    assert len(new) == len(foreign.maps())
    assert rules.check_all(journey) == ()
    assert len(journey.all(Persona)) == 1, "who is known by name is the same"
    for old, came in zip(foreign.maps(), new, strict=True):
        assert [one.title for one in journey.stages(came)] == [
            one.title for one in foreign.stages(old.id)
        ]
    assert journey.get(JourneyMap, new[1]).general_id == new[0]
    roles.check_roles(journey)
