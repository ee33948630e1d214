"""Changing several things at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_desktop.journey import moves, several
from cjm_desktop.journey.records import Barrier, Lane, Stage
from cjm_desktop.journey.several import Rect
from tests.journey.small import Small


def test_one_sees_what_they_are_and_what_they_agree_in(map_: Small) -> None:
    note, far = (map_.card("barriers", "a1", text) for text in ("slow", "dear"))
    moves.pin_barrier(map_.draft, note, map_.stage("A"), 5, 6)
    point = moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], 1)
    seen = several.look(map_.journey, (note, point, map_.stage("A"), map_.step("a1"), far, "gone"))
    assert next(iter(seen.kinds.items())) == ("barrier", 2)
    assert seen.coloured == (note, map_.stage("A"), far)
    assert seen.cards == (note, far)
    assert seen.provable == (note, point, far)
    assert seen.notes == (note,)
    assert several.shared(map_.journey, seen.cards, lambda one: one.severity) == 1
    assert several.shared(map_.journey, seen.cards, lambda one: one.text) is None
    assert several.shared(map_.journey, (), lambda one: one.text) is None


def test_all_get_the_same_colour_and_department(map_: Small) -> None:
    card = map_.card("actions", "a1")
    ids = (card, map_.stage("B"), map_.lane["actions"])
    several.set_field(map_.draft, ids, "colour", "#112233")
    journey = map_.journey
    assert map_.get(card).colour == "#112233"
    assert journey.get(Stage, ids[1]).colour == journey.get(Lane, ids[2]).colour == "#112233"
    sales = moves.add_department(map_.draft, "Sales")
    several.set_field(map_.draft, (card,), "department_id", sales)
    assert map_.get(card).department_id == sales
    map_.sound()


def test_in_the_plan_only_the_plan_changes(map_: Small) -> None:
    cards = [map_.card("actions", "a1", text) for text in ("one", "two")]
    map_.settle()
    made = several.set_field(map_.draft, cards, "colour", "#112233", "to_be")
    assert {map_.get(one).colour for one in cards} == {""}
    assert {map_.get(one).colour for one in made} == {"#112233"}
    map_.sound()


def test_a_persona_joins_all_and_leaves_all(map_: Small) -> None:
    ann, bob = (moves.add_persona(map_.draft, name) for name in ("Ann", "Bob"))
    first = map_.card("actions", "a1", persona_ids=(bob, ann))
    second = map_.card("actions", "a2")
    several.set_persona(map_.draft, (first, second), ann, on=True)
    assert map_.get(first).persona_ids == (bob, ann)
    assert map_.get(second).persona_ids == (ann,)
    several.set_persona(map_.draft, (first, second), ann, on=False)
    assert [map_.get(one).persona_ids for one in (first, second)] == [(bob,), ()]


def test_evidence_comes_to_those_that_lack_it(map_: Small) -> None:
    first, second = map_.card("actions", "a1"), map_.card("barriers", "a2")
    point = moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], 1)
    moves.add_evidence(map_.draft, first, source="crm", people=5)
    several.add_evidence(map_.draft, (first, second, point), "crm")
    found = [map_.journey.evidence(one) for one in (first, second, point)]
    assert [[one.source for one in listed] for listed in found] == [["crm"]] * 3
    assert found[0][0].people == 5
    moves.add_evidence(map_.draft, second, source="reviews")
    assert several.sources(map_.journey, (first, second, point)) == ("crm",)
    several.drop_evidence(map_.draft, (first, second, point), "crm")
    found = [map_.journey.evidence(one) for one in (first, second, point)]
    assert [[one.source for one in listed] for listed in found] == [[], ["reviews"], []]
    assert several.sources(map_.journey, ()) == ()


RECTS = {"a": Rect(0, 0, 10, 4), "b": Rect(30, 8, 20, 6), "c": Rect(14, 20, 6, 10)}


@pytest.mark.parametrize(("how", "wanted"), [
    ("left", [0, 0, 0]), ("right", [40, 30, 44]), ("centre", [20, 15, 22]),
])  # fmt: skip
def test_notes_lie_in_line(how: several.How, wanted: list[float]) -> None:
    by = several.arranged(RECTS, how)
    assert [RECTS[key].x + by[key][0] for key in "abc"] == wanted
    assert {down for _, down in by.values()} == {0}


def test_notes_lie_as_far_apart_as_each_other() -> None:
    by = several.arranged(RECTS, "across")
    at = {key: RECTS[key].x + by[key][0] for key in RECTS}
    assert at["a"] == 0
    assert at["b"] == 30
    assert at["c"] - 10 == 30 - (at["c"] + 6)


SIZE = st.integers(1, 50)
PLACES = st.lists(st.builds(Rect, st.integers(-99, 99), st.integers(-99, 99), SIZE, SIZE),
                  max_size=6)  # fmt: skip


@given(listed=PLACES, how=st.sampled_from((*several.ALIGNING, *several.SPREADING)))
def test_arranging_again_moves_nothing(listed: list[Rect], how: several.How) -> None:
    rects = {str(number): one for number, one in enumerate(listed)}
    by = several.arranged(rects, how)
    now = {key: Rect(one.x + by[key][0], one.y + by[key][1], one.w, one.h)
           for key, one in rects.items()}  # fmt: skip
    for right, down in several.arranged(now, how).values():
        assert right == pytest.approx(0, abs=1e-6)
        assert down == pytest.approx(0, abs=1e-6)


def test_pinned_notes_are_arranged_and_lying_ones_stay(map_: Small) -> None:
    ids = [map_.card("barriers", "a1", text) for text in ("one", "two", "three")]
    for number, one in enumerate(ids[:2]):
        moves.pin_barrier(map_.draft, one, map_.stage("A"), 10 * number, 5)
    rects = {ids[0]: Rect(100, 5, 8, 8), ids[1]: Rect(110, 5, 8, 8), ids[2]: Rect(0, 0, 8, 8)}
    several.arrange(map_.draft, rects, "left")
    notes = [map_.journey.get(Barrier, one) for one in ids]
    assert [one.dx for one in notes] == [-100, -100, 0]
    assert notes[2].on_id is None
    map_.sound()
