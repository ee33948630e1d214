"""Copying things of a map and putting them elsewhere: nothing they hold is lost."""

from __future__ import annotations

import random
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cjm_desktop.exchange import clips
from cjm_desktop.journey import moves, plans, rules, templates
from cjm_desktop.journey.clipping import Put, Spot, duplicate, put, take, take_past, where_lands
from cjm_desktop.journey.clipping.clip import Clip
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Card,
    Department,
    Feeling,
    Hypothesis,
    JourneyMap,
    Lane,
    Link,
    Metric,
    Opportunity,
    Persona,
    Record,
    Stage,
    Step,
)
from cjm_desktop.journey.references import REFERENCES, references
from tests.journey.small import Small, small
from tests.journey.walk import random_verb, seeded_ids


def spot(map_: Small, lane: str = "", where: str = "", after_id: str = "") -> Spot:
    stage_id, step_id = map_.at[where] if where else ("", None)
    return Spot(map_.map_id, map_.lane.get(lane, ""), stage_id, step_id, after_id)


def own(record: Record) -> dict[str, Any]:
    """What a record says of itself: not its id, its place, nor what it points to."""
    pointing = {one.name for one in REFERENCES[type(record)]} | {"id", "place"}
    return {one.name: getattr(record, one.name) for one in fields(record)
            if one.name not in pointing}  # fmt: skip


def rich() -> tuple[Small, dict[str, str]]:
    """A touchpoint with everything about it, in a1; a note pinned to it, and its answer in b1."""
    map_ = small()
    draft = map_.draft
    ann = moves.add_persona(draft, "Ann", map_.map_id)
    sales = moves.add_department(draft, "Sales")
    contact = map_.card(
        "touchpoints", "a1", "site", persona_ids=(ann,), department_id=sales, channel="site",
        importance=5, automated=True, colour="#112233", votes=3, detail="more", owner="Bob",
    )  # fmt: skip
    note = map_.card("barriers", "a1", "slow", severity=3, frequency=2)
    moves.pin_barrier(draft, note, contact, 5, 6)
    answer = map_.card("opportunities", "b1", "faster", answers=(note,), effect=3, effort=1)
    moves.add_evidence(draft, contact, source="crm", people=7, out_of=9, date="2026-01-02")
    point = moves.set_feeling(draft, map_.lane["feelings"], *map_.at["a1"], -1, ann, word="cross")
    metric = moves.add_metric(draft, map_.map_id, contact, "Visits", unit="%", end=True)
    moves.add_measurement(draft, metric, 5, date="2026-02-03")
    idea = moves.add_hypothesis(draft, note, "If", metric_id=metric, status="running")
    map_.settle()
    ids = {"ann": ann, "sales": sales, "contact": contact, "note": note, "answer": answer}
    return map_, ids | {"point": point, "metric": metric, "idea": idea}


def test_cards_come_with_all_that_is_said_about_them() -> None:
    map_, ids = rich()
    clip = take(map_.journey, (ids["note"], ids["contact"], ids["point"]))
    made = put(map_.draft, clip, spot(map_, "touchpoints", "b2"))
    contact = map_.journey.get(Card, made.new[ids["contact"]])
    note = map_.journey.get(Barrier, made.new[ids["note"]])
    assert (contact.stage_id, contact.step_id) == map_.at["b2"]
    assert (note.stage_id, note.step_id) == map_.at["b2"]
    assert (note.on_id, note.dx, note.dy) == (contact.id, 5, 6)
    assert own(contact) == own(map_.get(ids["contact"]))
    assert contact.persona_ids == (ids["ann"],)
    assert contact.department_id == ids["sales"]
    assert map_.journey.get(Feeling, made.new[ids["point"]]).persona_id == ids["ann"]
    evidence = map_.journey.evidence(contact.id)
    assert [own(one) for one in evidence] == [
        own(one) for one in map_.journey.evidence(ids["contact"])
    ]
    metric = map_.journey.get(Metric, made.new[ids["metric"]])
    assert (metric.about_id, metric.end) == (contact.id, False)
    assert len(map_.journey.measurements(metric.id)) == 1
    idea = map_.journey.get(Hypothesis, made.new[ids["idea"]])
    assert (idea.status, idea.metric_id, idea.about_id) == ("idea", metric.id, note.id)
    map_.sound()


def test_cut_and_pasted_things_are_they_themselves() -> None:
    map_, ids = rich()
    clip = take(map_.journey, (ids["contact"], ids["note"]), cut=True)
    for one in clip.ids:
        moves.drop(map_.draft, one)
    assert map_.journey.get(Opportunity, ids["answer"]).answers == ()
    made = put(map_.draft, clip, spot(map_, "touchpoints", "a2"))
    note = made.new[ids["note"]]
    assert map_.journey.get(Opportunity, ids["answer"]).answers == (note,)
    assert map_.journey.get(Hypothesis, made.new[ids["idea"]]).status == "running"
    assert map_.journey.get(Metric, made.new[ids["metric"]]).end
    map_.sound()


@pytest.mark.parametrize("stages", [True, False])
def test_a_feeling_of_nobody_goes_on_with_the_curve_of_the_map_it_comes_to(stages: bool) -> None:
    source, map_ = small(), small()
    point = moves.set_feeling(source.draft, source.lane["feelings"], *source.at["a1"], -2)
    theirs = moves.set_feeling(
        source.draft, source.lane["feelings"], *source.at["a1"], 1,
        moves.add_persona(source.draft, "Bob", source.map_id),
    )  # fmt: skip
    ann = moves.add_persona(map_.draft, "Ann", map_.map_id)
    lane = map_.lane["feelings"]
    for where in ("a1", "b1"):
        moves.set_feeling(map_.draft, lane, *map_.at[where], 1, ann)
    source.settle()
    map_.settle()
    chosen = (source.stage("A"),) if stages else (point, theirs)
    made = put(map_.draft, take(source.journey, chosen), spot(map_, "feelings", "b1"))
    assert made.joined == (ann,)
    assert map_.journey.get(Feeling, made.new[point]).persona_id == ann
    assert map_.journey.get(Feeling, made.new[point]).value == -2
    assert map_.journey.get(Feeling, made.new[theirs]).persona_id != ann
    assert None not in {one.persona_id for one in map_.journey.feelings(lane)}
    map_.sound()


def test_a_feeling_of_nobody_stays_so_where_the_map_has_such_a_curve_or_none() -> None:
    source, empty, like = small(), small(), small()
    point = moves.set_feeling(source.draft, source.lane["feelings"], *source.at["a1"], -2)
    moves.set_feeling(like.draft, like.lane["feelings"], *like.at["b1"], 2)
    moves.set_feeling(
        like.draft, like.lane["feelings"], *like.at["b2"], 2,
        moves.add_persona(like.draft, "Ann", like.map_id),
    )  # fmt: skip
    clip = take(source.journey, (source.stage("A"),))
    for map_ in (empty, like):
        made = put(map_.draft, clip, spot(map_, "feelings", "b1"))
        assert made.joined == ()
        assert map_.journey.get(Feeling, made.new[point]).persona_id is None


def test_a_curve_that_was_cut_comes_back_as_it_was() -> None:
    map_ = small()
    ann = moves.add_persona(map_.draft, "Ann", map_.map_id)
    moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["b1"], 1, ann)
    point = moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], -2)
    clip = take(map_.journey, (point,), cut=True)
    moves.drop(map_.draft, point)
    made = put(map_.draft, clip, spot(map_, "feelings", "a1"))
    assert map_.journey.get(Feeling, made.ids[0]).persona_id is None


def test_an_answer_copied_alone_still_answers_its_barrier() -> None:
    map_, ids = rich()
    made = put(map_.draft, take(map_.journey, (ids["answer"],)), spot(map_, "opportunities", "a2"))
    assert map_.journey.get(Opportunity, made.ids[0]).answers == (ids["note"],)
    map_.sound()


def test_cards_keep_their_distance_and_the_last_column_takes_what_goes_beyond(map_: Small) -> None:
    cards = [map_.card("actions", where, where) for where in ("a1", "a2", "b1")]
    map_.settle()
    put(map_.draft, take(map_.journey, cards), spot(map_, "actions", "b2"))
    assert map_.texts("actions", "b2") == ["a1"]
    assert map_.texts("actions", "C") == ["a2", "b1"]
    map_.sound()


def test_a_card_comes_right_behind_the_one_one_stands_on(map_: Small) -> None:
    first, _ = (map_.card("actions", "a1", text) for text in ("one", "two"))
    new = map_.card("actions", "b1", "new")
    map_.settle()
    put(map_.draft, take(map_.journey, (new,)), spot(map_, "actions", "a1", first))
    assert map_.texts("actions", "a1") == ["one", "new", "two"]


def test_what_the_lane_does_not_hold_goes_to_its_own(map_: Small) -> None:
    note = map_.card("barriers", "a1", "slow")
    map_.settle()
    put(map_.draft, take(map_.journey, (note,)), spot(map_, "actions", "b1"))
    assert map_.texts("barriers", "b1") == ["slow"]


def test_a_card_of_a_lane_of_stages_comes_into_the_stage(map_: Small) -> None:
    lane = moves.add_lane(map_.draft, map_.map_id, "text", per="stage")
    card = moves.add_card(map_.draft, lane, *map_.at["A"], "whole")
    map_.settle()
    put(map_.draft, take(map_.journey, (card,)), Spot(map_.map_id, lane, *map_.at["b2"]))
    assert [one.text for one in map_.journey.cards(lane, map_.stage("B"), None)] == ["whole"]
    map_.sound()


def test_a_note_lies_down_where_what_it_is_pinned_to_does_not_come(map_: Small) -> None:
    note = map_.card("barriers", "a1", "slow")
    moves.pin_barrier(map_.draft, note, map_.stage("A"), 5, 6)
    map_.settle()
    clip = take(map_.journey, (note,))
    for other in (map_, small()):
        made = put(other.draft, clip, spot(other, "barriers", "b1"))
        assert other.journey.get(Barrier, made.ids[0]).on_id is None
        other.sound()


def test_two_points_never_stand_in_one_place(map_: Small) -> None:
    lane = map_.lane["feelings"]
    point = moves.set_feeling(map_.draft, lane, *map_.at["a1"], 1)
    map_.settle()
    clip = take(map_.journey, (point,))
    for _ in range(12):
        put(map_.draft, clip, spot(map_, "feelings", "a1"))
    assert len(map_.journey.feelings(lane)) == 13
    map_.sound()


def test_duplicates_stand_behind_their_originals() -> None:
    map_, ids = rich()
    map_.card("touchpoints", "a1", "after")
    map_.settle()
    (copy,) = duplicate(map_.draft, map_.map_id, (ids["contact"],))
    assert map_.texts("touchpoints", "a1") == ["site", "site", "after"]
    (note,) = duplicate(map_.draft, map_.map_id, (ids["note"],))
    pinned = map_.journey.get(Barrier, note)
    assert (pinned.on_id, pinned.dx, pinned.dy) == (ids["contact"], 21, 22)
    both = duplicate(map_.draft, map_.map_id, (ids["contact"], ids["note"]))
    assert map_.journey.get(Barrier, both[1]).on_id == both[0] != copy
    map_.sound()


@pytest.mark.parametrize(("what", "listed"), [
    (("A",), ["A", "A", "B", "C"]), (("A", "B"), ["A", "B", "A", "B", "C"]),
])  # fmt: skip
def test_stages_are_duplicated_in_their_order(
    map_: Small, what: tuple[str, ...], listed: list[str]
) -> None:
    duplicate(map_.draft, map_.map_id, tuple(map_.stage(one) for one in what))
    assert map_.stages() == listed
    map_.sound()


def test_steps_go_behind_the_one_one_stands_in(map_: Small) -> None:
    map_.card("actions", "a1", "act")
    map_.card("actions", "A", "of the stage")
    moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], 1)
    map_.settle()
    clip = take(map_.journey, (map_.step("a1"), map_.step("b2")))
    made = put(map_.draft, clip, spot(map_, "", "b1"))
    assert map_.columns() == ["a1", "a2", "b1", "a1", "b2", "b2", "C"]
    assert map_.stages() == ["A", "B", "C"]
    step = map_.journey.get(Step, made.ids[0])
    cards = map_.journey.cards(map_.lane["actions"], step.stage_id, step.id)
    assert [one.text for one in cards] == ["act"]
    assert len(map_.journey.maps()) == 1
    map_.sound()


def test_a_wide_card_covers_what_came_of_its_steps(map_: Small) -> None:
    wide = map_.card("actions", "a1", "wide", span=4)
    map_.settle()
    for steps, span in (
        (("a1",), 1),
        (("a1", "a2"), 2),
        (("a1", "b1"), 1),
        (("a1", "a2", "b1"), 3),
    ):
        made = put(
            map_.draft, take(map_.journey, [map_.step(one) for one in steps]), spot(map_, "", "C")
        )
        assert map_.get(made.new[wide]).span == span
        assert (map_.get(made.new[wide]).stage_id, map_.get(wide).span) == (map_.stage("C"), 4)
        map_.sound()


def test_what_a_step_holds_comes_into_the_stage_where_lanes_are_of_stages(map_: Small) -> None:
    card = map_.card("actions", "a1", "act")
    map_.settle()
    clip = take(map_.journey, (map_.step("a1"),))
    other = small()
    moves.set_lane_per(other.draft, other.lane["actions"], "stage")
    made = put(other.draft, clip, spot(other, "", "b1"))
    moved = other.get(made.new[card])
    assert (moved.stage_id, moved.step_id) == (other.stage("B"), None)
    other.sound()


def test_a_lane_is_the_same_on_its_own_map_though_two_stages_are_called_alike(map_: Small) -> None:
    moves.set_title(map_.draft, map_.stage("B"), "A")
    card = map_.card("actions", "b2", "second")
    map_.settle()
    (lane,) = duplicate(map_.draft, map_.map_id, (map_.lane["actions"],))
    (copied,) = map_.journey.cards_of_lane(lane)
    assert (copied.stage_id, copied.step_id) == map_.at["b2"]
    assert copied.id != card
    map_.sound()


def test_passages_between_stages_come_with_both(map_: Small) -> None:
    near, far = map_.card("touchpoints", "a1", "near"), map_.card("touchpoints", "b1", "far")
    moves.add_link(map_.draft, near, far, share=0.5)
    note = map_.card("barriers", "b1", "slow")
    answer = map_.card("opportunities", "a1", "fast", answers=(note,))
    map_.settle()
    made = put(
        map_.draft, take(map_.journey, (map_.stage("A"), map_.stage("B"))), spot(map_, "", "C")
    )
    link = next(one for one in map_.journey.links(map_.map_id) if one.from_id == made.new[near])
    assert (link.to_id, link.share) == (made.new[far], 0.5)
    assert map_.journey.get(Opportunity, made.new[answer]).answers == (made.new[note],)
    map_.sound()


def test_in_another_document_people_are_known_by_name() -> None:
    map_, ids = rich()
    clip = take(map_.journey, (ids["contact"], ids["point"]))
    other = small()
    theirs = moves.add_persona(other.draft, "  ann ")
    other.settle()
    made = put(other.draft, clip, spot(other, "touchpoints", "b1"))
    assert other.journey.get(Card, made.new[ids["contact"]]).persona_ids == (theirs,)
    departments = [one.name for one in other.journey.all(Department)]
    assert departments == ["Sales"]
    other.sound()
    unknown = small()
    put(unknown.draft, clip, spot(unknown, "touchpoints", "b1"))
    (ann,) = unknown.journey.all(Persona)
    assert ann.name == "Ann"
    assert unknown.journey.get(JourneyMap, unknown.map_id).persona_ids == (ann.id,)
    put(unknown.draft, clip, spot(unknown, "touchpoints", "b2"))
    assert len(unknown.journey.all(Persona)) == 1
    unknown.sound()


def test_a_picture_comes_along_once() -> None:
    from cjm_desktop.journey.records import Picture

    map_ = small()
    card = map_.card("actions", "a1", "shown")
    moves.set_picture(map_.draft, card, Picture(name="p", width=1, height=1, data=b"png"))
    map_.settle()
    clip = take(map_.journey, (card,))
    put(map_.draft, clip, spot(map_, "actions", "b1"))
    assert len(map_.journey.all(Picture)) == 1
    other = small()
    put(other.draft, clip, spot(other, "actions", "b1"))
    assert [one.data for one in other.journey.all(Picture)] == [b"png"]
    other.sound()


def test_what_cannot_be_copied_is_said(map_: Small) -> None:
    card = map_.card("actions", "a1")
    ann = moves.add_persona(map_.draft, "Ann")
    for ids, key in (
        ((), "clip.nothing"),
        ((ann,), "clip.persona"),
        ((card, map_.stage("B")), "clip.mixed"),
    ):
        with pytest.raises(Problem) as said:
            take(map_.journey, ids)
        assert said.value.key == key
    inside = take(map_.journey, (card, map_.stage("A")))
    assert inside.ids == (map_.stage("A"),)
    empty = moves.add_map(map_.draft, "Empty")
    with pytest.raises(Problem) as said:
        put(map_.draft, take(map_.journey, (card,)), Spot(empty))
    assert said.value.key == "clip.no_stages"


def test_in_the_plan_pasted_cards_are_only_planned(map_: Small) -> None:
    card = map_.card("actions", "a1", "now")
    map_.settle()
    made = put(map_.draft, take(map_.journey, (card,)), spot(map_, "actions", "b1"), view="to_be")
    assert map_.get(made.ids[0]).path == "to_be"
    map_.sound()


# Whatever is on the map


def check_equal(clip: Clip, journey: Journey, made: Put) -> None:
    """All that was taken is there with all its fields, but where a map has its own say."""
    loose = {"place", "path", "moved_from", "end", "status", "started", "ended", "outcome", "span"}
    loose |= {"between", "on_id", "dx", "dy"}
    for old, record in clip.held().items():
        now = journey.get(Record, made.new[old])
        assert type(now) is type(record)
        said, was = own(now), own(record)
        assert {k: v for k, v in said.items() if k not in loose} == {
            k: v for k, v in was.items() if k not in loose
        }
        for one, target in references(record):
            wide = one.name == "step_id" and _of_stages(journey, now)
            if one.name not in loose and not one.many and target in made.new and not wide:
                assert getattr(now, one.name) == made.new[target], one.name
        for name in ("persona_ids", "persona_id", "department_id", "picture_id"):
            assert getattr(now, name, None) == getattr(record, name, None)


def _of_stages(journey: Journey, record: Record) -> bool:
    """Whether it lies in a lane with a cell for each stage: it leaves its step there."""
    lane = journey.find(getattr(record, "lane_id", None))
    return isinstance(lane, Lane) and lane.per == "stage"


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
@example(seed=326_054_495).via("the lane that takes the cards has one cell for a stage")
@example(seed=1_073_741_824).via("two lanes alike took turns, stage by stage")
def test_any_things_of_any_map_can_be_put_anywhere(seed: int) -> None:
    rng = random.Random(seed)
    with seeded_ids(seed):
        draft = Draft(templates.make(rng.choice(("sample-b2b", "sketch")), "en"))
        for _ in range(40):
            random_verb(draft, rng)
        journey = Journey(draft.journey)
        map_id = next(one.id for one in journey.maps() if journey.stages(one.id))
        choices: dict[str, list[str]] = {"cells": [], "stages": [], "steps": [], "lanes": []}
        for one in journey:
            if journey.map_of(one) == map_id:
                kind = {Stage: "stages", Step: "steps", Lane: "lanes"}.get(type(one))
                if kind is None and isinstance(one, (AnyCard, Feeling)):
                    kind = "cells"
                if kind:
                    choices[kind].append(one.id)
        ids = rng.choice([one for one in choices.values() if one])
        ids = rng.sample(ids, rng.randint(1, min(4, len(ids))))
        clip = take(journey, ids)
        assert rules.check_all(clip.journey) == ()
        fresh = Draft(journey)
        target = rng.choice(journey.maps()).id
        columns = journey.columns(target)
        column = rng.choice(columns) if columns else None
        lanes = journey.lanes(target)
        at = Spot(
            target,
            rng.choice(lanes).id if lanes else "",
            column.stage.id if column else "",
            column.step.id if column and column.step else None,
        )
        try:
            made = put(fresh, clip, at, rng.choice(("both", "as_is")))
        except Problem as problem:
            if problem.key in {"clip.no_stages", "move.no_stages", "table.no_room"}:
                return
            raise
        rules.check(fresh)
        assert rules.check_all(fresh.journey) == ()
        assert len(fresh.journey.maps()) == len(journey.maps())
        check_equal(clip, fresh.journey, made)
        assert not [one for one in fresh.journey.all(Link) if one.map_id not in fresh.journey]
        again = Draft(templates.make("sample-b2b", "en"))
        first = again.journey.maps()[0].id
        put(again, clip, Spot(first))
        rules.check(again)
        assert rules.check_all(again.journey) == ()


def test_what_is_copied_out_of_the_past_goes_back_with_the_idea_against_it() -> None:
    map_, _ = rich()
    was = map_.draft.journey.fork()
    lane, (stage_id, step_id) = map_.lane["barriers"], map_.at["a2"]
    note = moves.add_card(map_.draft, lane, stage_id, step_id, text="Late")
    answer = moves.answer_barrier(map_.draft, note, text="Earlier")
    kept = moves.answer_barrier(map_.draft, note, text="Kept")
    was = map_.draft.journey.fork()
    moves.drop(map_.draft, note)
    moves.drop(map_.draft, answer)
    clip = clips.read(clips.write(take_past(was, (note,), map_.draft.journey)))
    said = where_lands(clip, map_.draft.journey, "en").sentence("en")
    assert plans.where(was, stage_id, step_id, "en") in said
    made = put(map_.draft, clip, spot(map_, "actions", "b1"))
    now = map_.draft.journey
    back = now.get(Barrier, made.new[note])
    assert (back.lane_id, back.stage_id, back.step_id) == (lane, stage_id, step_id)
    assert now.get(Opportunity, made.new[answer]).answers == (back.id,)
    assert now.get(Opportunity, kept).answers == (back.id,)
    assert rules.check_all(now) == ()
    stage = take_past(was, (stage_id,), now)
    moves.drop(map_.draft, stage_id)
    assert "goes where you stand" in where_lands(clip, now, "en").sentence("en")
    order = [one.id for one in was.stages(map_.map_id)]
    made = put(map_.draft, stage, spot(map_))
    there = [one.id for one in map_.draft.journey.stages(map_.map_id)]
    if order.index(stage_id):
        assert there.index(made.ids[0]) == order.index(stage_id)
