"""Every rule broken once: the edit is refused, and the whole journey says the same."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest

from cjm_desktop.journey import moves, rules, templates, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Difference,
    Duration,
    Evidence,
    Feeling,
    Hypothesis,
    JourneyMap,
    Link,
    MapDocument,
    Measurement,
    Metric,
    Participation,
    Persona,
    Picture,
    Record,
    Stage,
    Step,
    Touchpoint,
)
from tests.journey.small import Small, small

Break = Callable[[Small], Any]


def change(map_: Small, record_id: str, **fields: Any) -> None:
    """Change a record past all verbs."""
    map_.draft.put(replace(map_.journey.get(Record, record_id), **fields))


def card(map_: Small, **fields: Any) -> None:
    """Put a card of step a1 with wrong fields."""
    own = {"lane_id": map_.lane["actions"], "stage_id": map_.stage("A"), "step_id": map_.step("a1")}
    map_.draft.put(Card(**{**own, **fields}))


def barrier(map_: Small, **fields: Any) -> None:
    """Put a barrier of step a1 with wrong fields."""
    own = {
        "lane_id": map_.lane["barriers"],
        "stage_id": map_.stage("A"),
        "step_id": map_.step("a1"),
    }
    map_.draft.put(Barrier(**{**own, **fields}))


def feeling(map_: Small, **fields: Any) -> None:
    """Put a curve point of step a1 with wrong fields."""
    own = {
        "lane_id": map_.lane["feelings"],
        "stage_id": map_.stage("A"),
        "step_id": map_.step("a1"),
    }
    map_.draft.put(Feeling(**{**own, **fields}))


def elsewhere(map_: Small) -> str:
    """A stage of another map."""
    return moves.add_stage(map_.draft, moves.add_map(map_.draft, "Other"), "X")


def two_points(map_: Small) -> None:
    feeling(map_, between=0.5)
    feeling(map_, between=0.5001)


def two_parts(map_: Small) -> None:
    ann = moves.add_persona(map_.draft, "Ann")
    for _ in range(2):
        map_.draft.put(Participation(persona_id=ann, stage_id=map_.stage("A")))


def follows_role(map_: Small) -> None:
    second = moves.add_map(map_.draft, "Second", general_id=map_.map_id)
    moves.add_map(map_.draft, "Third", general_id=second)


def followed(map_: Small) -> None:
    moves.add_map(map_.draft, "Second", general_id=map_.map_id)
    map_.settle()
    change(map_, map_.map_id, general_id=moves.add_map(map_.draft, "Third"))


def link(map_: Small, **fields: Any) -> None:
    contact = map_.card("touchpoints", "a1")
    map_.draft.put(Link(**{"map_id": map_.map_id, "from_id": contact, "to_id": contact, **fields}))


def metric(map_: Small, about_id: str) -> None:
    map_.draft.put(Metric(map_id=map_.map_id, about_id=about_id))


def hypothesis(map_: Small) -> None:
    note = map_.card("barriers", "a1")
    other = moves.add_map(map_.draft, "Other")
    map_.draft.put(Hypothesis(map_id=other, about_id=note))


def pinned_elsewhere(map_: Small) -> None:
    barrier(map_, on_id=elsewhere(map_))


def twin_elsewhere(map_: Small) -> None:
    other = moves.add_map(map_.draft, "Other")
    lane = moves.add_lane(map_.draft, other, "actions")
    stage = moves.add_stage(map_.draft, other, "X")
    from_id = moves.add_card(map_.draft, lane, stage, None, path="as_is")
    card(map_, moved_from=from_id, path="to_be")


def drop_only(map_: Small, record_id: str) -> None:
    map_.draft.drop(record_id)


def drop_used(map_: Small, kind: str) -> None:
    """Drop something that is referred to, past the verb that would see to that."""
    map_.draft.drop({"stage": map_.stage("A"), "lane": map_.lane["actions"]}[kind])


BROKEN: list[tuple[str, Break]] = [
    ("missing", lambda m: change(m, m.stage("A"), title=None)),
    ("missing", lambda m: change(m, m.stage("A"), map_id=None)),
    ("type", lambda m: change(m, m.stage("A"), title=3)),
    ("type", lambda m: change(m, m.lane["actions"], folded=1)),
    ("type", lambda m: card(m, votes=True)),
    ("type", lambda m: card(m, votes=1.0)),
    ("type", lambda m: feeling(m, value="1")),
    ("type", lambda m: m.draft.put(Persona(quotes=["x"]))),  # type: ignore[arg-type]
    ("type", lambda m: m.draft.put(Persona(quotes=(1,)))),  # type: ignore[arg-type]
    ("type", lambda m: m.draft.put(Picture(data="x"))),  # type: ignore[arg-type]
    ("type", lambda m: change(m, m.stage("A"), actual=3)),
    ("type", lambda m: change(m, m.stage("A"), actual=Duration(3, "years"))),  # type: ignore[arg-type]
    ("type", lambda m: change(m, m.stage("A"), actual=Duration("3"))),  # type: ignore[arg-type]
    ("long", lambda m: change(m, m.stage("A"), title="x" * 301)),
    ("long", lambda m: card(m, text="x" * 20_001)),
    ("long", lambda m: m.draft.put(Persona(id="x" * 41))),
    ("choice", lambda m: change(m, m.map_id, state="was")),
    ("choice", lambda m: m.draft.put(Persona(buying_parts=("king",)))),
    ("date", lambda m: change(m, "document", review_date="12.11.2026")),
    ("date", lambda m: change(m, "document", review_date="2026-02-30")),
    ("date", lambda m: change(m, "document", review_date="20261112")),
    ("unclean", lambda m: change(m, m.stage("A"), title="a\x00b")),
    ("unclean", lambda m: change(m, m.stage("A"), title="a\ud800b")),
    ("unclean", lambda m: change(m, m.stage("A"), title="a\rb")),
    ("unclean", lambda m: m.draft.put(Persona(quotes=("\x1b",)))),
    ("form", lambda m: change(m, m.stage("A"), place="")),
    ("form", lambda m: change(m, m.stage("A"), place="V0")),
    ("form", lambda m: change(m, m.stage("A"), colour="red")),
    ("form", lambda m: m.draft.put(Persona(id=""))),
    ("form", lambda m: m.draft.put(Persona(id="a b"))),
    ("twice", lambda m: m.draft.put(Persona(buying_parts=("user", "user")))),
    ("not_finite", lambda m: feeling(m, value=float("nan"))),
    ("not_finite", lambda m: barrier(m, dx=float("inf"))),
    ("not_finite", lambda m: change(m, m.stage("A"), actual=Duration(float("nan")))),
    ("range", lambda m: feeling(m, value=2.5)),
    ("range", lambda m: feeling(m, between=1.0)),
    ("range", lambda m: barrier(m, severity=0)),
    ("range", lambda m: card(m, span=0)),
    ("range", lambda m: barrier(m, dx=1e7)),
    ("range", lambda m: link(m, manner="repeat", share=1.5)),
    ("duration", lambda m: change(m, m.stage("A"), actual=Duration(-1))),
    ("duration", lambda m: change(m, m.stage("A"), actual=Duration(3, "days", 4, 5))),
    ("duration", lambda m: change(m, m.stage("A"), actual=Duration(3, "days", 1, 2))),
    ("duration", lambda m: change(m, m.stage("A"), actual=Duration(1e7))),
    ("reference", lambda m: card(m, lane_id="nothing")),
    ("reference", lambda m: card(m, step_id="nothing")),
    ("reference", lambda m: card(m, persona_ids=("nothing",))),
    ("reference", lambda m: m.draft.put(Evidence(about_id="nothing"))),
    ("reference", lambda m: m.draft.put(Measurement(metric_id="nothing"))),
    ("reference", lambda m: m.draft.put(Difference(map_id=m.map_id, record_id="nothing"))),
    ("reference_kind", lambda m: card(m, department_id=m.map_id)),
    ("reference_kind", lambda m: card(m, lane_id=m.stage("A"))),
    ("reference_kind", lambda m: barrier(m, on_id=m.lane["actions"])),
    ("still_used", lambda m: drop_used(m, "lane")),
    ("one_document", lambda m: drop_only(m, "document")),
    ("one_document", lambda m: m.draft.put(MapDocument(id="second"))),
    ("last_map", lambda m: moves.drop(m.draft, m.map_id)),
    ("follows_role", lambda m: change(m, m.map_id, general_id=m.map_id)),
    ("follows_role", follows_role),
    ("follows_role", followed),
    ("other_map", lambda m: card(m, stage_id=elsewhere(m), step_id=None)),
    ("other_map", lambda m: metric(m, elsewhere(m))),
    ("other_map", hypothesis),
    ("other_map", pinned_elsewhere),
    ("other_map", lambda m: link(m, map_id=moves.add_map(m.draft, "Other"), manner="repeat")),
    ("other_stage", lambda m: card(m, stage_id=m.stage("B"))),
    ("other_stage", lambda m: feeling(m, stage_id=m.stage("B"))),
    ("stage_lane", lambda m: change(m, m.lane["actions"], per="stage")),
    ("wrong_lane", lambda m: card(m, lane_id=m.lane["barriers"])),
    ("wrong_lane", lambda m: barrier(m, lane_id=m.lane["actions"])),
    ("wrong_lane", lambda m: card(m, lane_id=m.lane["feelings"])),
    ("wrong_lane", lambda m: feeling(m, lane_id=m.lane["actions"])),
    ("wrong_lane", lambda m: change(m, m.lane["actions"], holds="barriers")),
    ("same_point", two_points),
    ("same_participation", two_parts),
    ("self_link", link),
    ("reference_kind", lambda m: card(m, path="to_be", moved_from=m.card("barriers", "a1"))),
    ("other_map", twin_elsewhere),
]


@pytest.mark.parametrize(
    ("rule", "break_"), BROKEN, ids=[f"{number}-{rule}" for number, (rule, _) in enumerate(BROKEN)]
)
def test_an_edit_that_breaks_a_rule_is_refused(rule: str, break_: Break) -> None:
    map_ = small()
    map_.card("actions", "a1", "there already")
    map_.settle()
    break_(map_)
    with pytest.raises(Problem) as refusal:
        rules.check(map_.draft)
    assert refusal.value.key == f"rule.{rule}"
    everything = {problem.key for problem in rules.check_all(map_.journey)}
    # A stale reference is missing from the whole, left over in the edit.
    assert ("rule.reference" if rule == "still_used" else f"rule.{rule}") in everything
    for language in ("en", "ru"):
        sentence = refusal.value.sentence(language)
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_every_rule_has_been_broken_here() -> None:
    known = set(words.known("rule."))
    assert {f"rule.{rule}" for rule, _ in BROKEN} == known - {"rule.large"}


def test_a_picture_may_be_too_large(map_: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    map_.draft.put(Picture(data=bytes(64 * 1024 * 1024 + 1)))
    with pytest.raises(Problem, match="too large"):
        rules.check(map_.draft)


@pytest.mark.parametrize("kind", ["stage", "lane"])
def test_what_hangs_on_something_dropped_is_found(map_: Small, kind: str) -> None:
    map_.card("actions", "a1", "x")
    map_.settle()
    drop_used(map_, kind)
    with pytest.raises(Problem) as refusal:
        rules.check(map_.draft)
    assert refusal.value.key == "rule.still_used"


def test_a_step_that_leaves_its_stage_without_its_cards_is_found(map_: Small) -> None:
    map_.card("actions", "a1", "x")
    map_.settle()
    change(map_, map_.step("a1"), stage_id=map_.stage("B"))
    with pytest.raises(Problem, match="not in its stage"):
        rules.check(map_.draft)


def test_a_stage_that_leaves_its_map_without_its_cards_is_found(map_: Small) -> None:
    moves.add_metric(map_.draft, map_.map_id, map_.step("a1"), "Calls")
    other = moves.add_map(map_.draft, "Other")
    map_.settle()
    change(map_, map_.stage("A"), map_id=other)
    with pytest.raises(Problem, match="another map"):
        rules.check(map_.draft)


def test_a_touchpoint_that_becomes_something_else_is_found(map_: Small) -> None:
    contact = map_.card("touchpoints", "a1")
    moves.add_link(map_.draft, contact, map_.card("touchpoints", "a2"))
    map_.settle()
    old = map_.get(contact)
    map_.draft.put(
        Card(id=contact, lane_id=map_.lane["actions"], stage_id=old.stage_id, step_id=old.step_id)
    )
    with pytest.raises(Problem, match="wrong kind"):
        rules.check(map_.draft)


@pytest.mark.parametrize("settled", [True, False])
def test_what_was_sound_is_looked_at_again_where_it_hangs_on_what_came_after(
    map_: Small, settled: bool
) -> None:
    if settled:
        map_.settle()
    card, draft = map_.card("actions", "a1", "x"), map_.draft
    rules.check(draft)
    sound = draft.changed()
    moves.set_fields(draft, card, text="y")
    rules.check(draft, sound)
    change(map_, map_.step("a1"), stage_id=map_.stage("B"))
    with pytest.raises(Problem, match="not in its stage"):
        rules.check(draft, sound)
    draft.drop(map_.step("a1"))
    with pytest.raises(Problem):
        rules.check(draft, sound)


def test_an_edit_answers_only_for_what_it_touched(map_: Small) -> None:
    broken = Journey([*map_.journey, Card(lane_id="x", stage_id="y", text="old damage")])
    assert rules.check_all(broken)
    draft = Draft(broken)
    moves.set_fields(draft, map_.stage("A"), title="fine")
    rules.check(draft)


def test_a_refusal_names_the_thing_in_the_users_language(map_: Small) -> None:
    barrier(map_, severity=7)
    with pytest.raises(Problem) as refusal:
        rules.check(map_.draft)
    assert refusal.value.sentence("en") == "“barrier”: severity is 7, which is out of range."
    assert refusal.value.sentence("ru").startswith("«барьер»: в поле «тяжесть» значение 7")


def test_damaged_values_are_told_without_reading_further() -> None:
    journey = templates.make("sample-b2b", "ru")
    for kind in (Stage, Step, Touchpoint, Feeling, JourneyMap, Persona):
        record = journey.all(kind)[0]
        for field in fields(record):
            if field.name != "id":
                damaged = journey.fork()
                value: Any = object()
                if str(field.type).startswith("tuple"):
                    value = (value,)
                damaged.put(replace(record, **{field.name: value}))
                assert rules.check_all(damaged), (kind, field.name)


def test_what_points_to_itself_is_told_and_not_followed(map_: Small) -> None:
    first, second = map_.card("touchpoints", "a1"), map_.card("touchpoints", "b1")
    moves.add_link(map_.draft, first, second)
    hostile = map_.journey.fork()
    hostile.put(replace(hostile.get(Touchpoint, first), stage_id=first, step_id=None))
    assert [one.key for one in rules.check_all(hostile)] == ["rule.reference_kind"]
    map_.settle()
    map_.draft.put(hostile.get(Touchpoint, first))
    map_.draft.put(replace(map_.journey.links(map_.map_id)[0], share=0.5))
    with pytest.raises(Problem) as problem:
        rules.check(map_.draft)
    assert problem.value.key == "rule.reference_kind"


def test_the_first_problem_is_known_before_all_are_looked_for() -> None:
    journey = templates.make("sample-b2b", "en")
    for card in journey.all(Touchpoint):
        journey.put(replace(card, span=0))
    found = rules.broken(journey)
    assert next(found).key == "rule.range"
    assert len(rules.check_all(journey)) == len(journey.all(Touchpoint))
