"""What each view shows, and what the plan is said to change."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import moves, plans
from cjm_desktop.journey.plans import Mark
from cjm_desktop.journey.records import Feeling, Link, Path, Touchpoint
from tests.journey.small import Small, small

VIEWS: tuple[Path, ...] = ("as_is", "to_be", "both")


def titles(map_: Small, view: Path) -> list[str]:
    """The titles of the columns of a view."""
    found = plans.columns(map_.journey, map_.map_id, view)
    return [(step or stage).title for stage, step in found]


def change_of(map_: Small, record_id: str) -> str:
    """What the plan does to a thing; empty where it leaves it alone."""
    mark = plans.marks(map_.journey, map_.map_id).get(record_id)
    return mark.change if mark else ""


@pytest.mark.parametrize(
    ("stage", "step", "card", "path"),
    [
        ("both", "both", "both", "both"),
        ("both", "both", "as_is", "as_is"),
        ("both", "to_be", "both", "to_be"),
        ("as_is", "both", "both", "as_is"),
        ("to_be", "both", "to_be", "to_be"),
        ("to_be", "to_be", "both", "to_be"),
    ],
)
def test_a_path_is_narrowed_by_what_a_thing_lies_in(
    map_: Small, stage: Path, step: Path, card: Path, path: Path
) -> None:
    moves.set_fields(map_.draft, map_.stage("A"), path=stage)
    moves.set_fields(map_.draft, map_.step("a1"), path=step)
    record = map_.get(map_.card("actions", "a1", path=card))
    map_.sound()
    assert plans.path_of(map_.journey, record) == path
    assert plans.around(map_.journey, record) == (stage if stage != "both" else step)
    for view in VIEWS:
        shows = view == "both" or path in ("both", view)
        assert plans.shown(map_.journey, record, view) is shows
        assert (record.id in plans.hidden(map_.journey, map_.map_id, view)) is not shows


def test_what_contradicts_itself_is_in_neither_view_and_still_there(map_: Small) -> None:
    planned = map_.card("actions", "a1", "planned", path="to_be")
    inside = map_.card("actions", "a2", "inside")
    moves.set_fields(map_.draft, map_.step("a2"), path="to_be")
    moves.set_fields(map_.draft, map_.stage("A"), path="as_is")
    map_.sound()
    for one, view in itertools.product((planned, inside), VIEWS):
        shows = plans.shown(map_.journey, map_.get(one), view)
        assert shows is (view == "both")
        assert (one in plans.hidden(map_.journey, map_.map_id, view)) is not shows
    assert plans.marks(map_.journey, map_.map_id)[planned] == Mark("removed", inherited=True)
    moves.join(map_.draft, map_.stage("A"))
    assert plans.shown(map_.journey, map_.get(planned), "to_be")


def test_a_view_has_the_columns_of_its_path(map_: Small) -> None:
    moves.remove_from_plan(map_.draft, map_.step("a1"))
    moves.remove_from_plan(map_.draft, map_.stage("C"))
    moves.plan_step(map_.draft, map_.stage("B"), "b3")
    moves.plan_stage(map_.draft, map_.map_id, "Welcome", 0)
    assert titles(map_, "as_is") == ["a1", "a2", "b1", "b2", "C"]
    assert titles(map_, "to_be") == ["Welcome", "a2", "b1", "b2", "b3"]
    assert titles(map_, "both") == map_.columns()


def test_a_stage_without_a_step_in_a_view_keeps_a_column(map_: Small) -> None:
    for one in ("a1", "a2"):
        moves.remove_from_plan(map_.draft, map_.step(one))
    assert titles(map_, "to_be") == ["A", "b1", "b2", "C"]
    assert plans.columns(map_.journey, map_.map_id, "to_be")[0].step is None


def test_marks_name_what_the_plan_changes_and_nothing_else(map_: Small) -> None:
    same = map_.card("actions", "a1", "same")
    new = moves.plan_card(map_.draft, map_.lane["actions"], *map_.at["a1"], "new")
    removed = map_.card("actions", "a1", "removed", path="as_is")
    moved = map_.card("actions", "b1", "moved")
    (twin,) = moves.plan_move(map_.draft, [moved], map_.lane["actions"], *map_.at["a2"])
    said = map_.card("actions", "b2", "said so")
    otherwise = moves.plan_fields(map_.draft, said, text="said otherwise")
    marks = plans.marks(map_.journey, map_.map_id)
    assert same not in marks
    assert marks[new] == Mark("new")
    assert marks[removed] == Mark("removed")
    assert marks[twin] == Mark("moved", (map_.lane["actions"], *map_.at["b1"]))
    assert marks[moved] == Mark("moved_away", (map_.lane["actions"], *map_.at["a2"]))
    assert marks[otherwise].change == "reworded"
    assert marks[said].change == "replaced"
    assert plans.counted(marks) == {"new": 1, "removed": 1, "moved": 1, "reworded": 1, "channel": 0}


def test_what_a_new_or_removed_stage_holds_is_marked_once(map_: Small) -> None:
    card = map_.card("actions", "a1", "x")
    moves.remove_from_plan(map_.draft, map_.stage("A"))
    stage = moves.plan_stage(map_.draft, map_.map_id, "Welcome")
    inside = moves.plan_card(map_.draft, map_.lane["actions"], stage, None, "greet")
    marks = plans.marks(map_.journey, map_.map_id)
    for one, change, inherited in (
        (map_.stage("A"), "removed", False),
        (map_.step("a1"), "removed", True),
        (card, "removed", True),
        (stage, "new", False),
        (inside, "new", True),
    ):
        assert marks[one] == Mark(change, inherited=inherited)  # type: ignore[arg-type]
    assert plans.counted(marks) == {"removed": 1, "new": 1, "channel": 0}


def test_another_channel_is_marked_with_both(map_: Small) -> None:
    site = map_.card("touchpoints", "a1", "pay", channel="site", planned_channel="app")
    same = map_.card("touchpoints", "a1", "pay", channel="site", planned_channel="site")
    new = moves.plan_card(map_.draft, map_.lane["touchpoints"], *map_.at["a1"], channel="app")
    marks = plans.marks(map_.journey, map_.map_id)
    assert marks[site] == Mark("same", channel=("site", "app"))
    assert same not in marks
    assert marks[new] == Mark("new")
    assert plans.counted(marks)["channel"] == 1
    contact = map_.journey.get(Touchpoint, site)
    assert [plans.channel_in(contact, view) for view in VIEWS] == ["site", "app", "site"]
    (twin,) = moves.plan_move(map_.draft, [site], map_.lane["touchpoints"], *map_.at["b1"])
    assert plans.marks(map_.journey, map_.map_id)[twin].channel == ("site", "app")
    assert plans.marks(map_.journey, map_.map_id)[site].channel is None


def test_a_moved_touchpoint_stands_for_itself_in_each_view(map_: Small) -> None:
    contact = map_.card("touchpoints", "a1", "pay")
    onward = moves.add_link(map_.draft, contact, map_.card("touchpoints", "b1", "receipt"))
    link = map_.journey.get(Link, onward)
    (twin,) = moves.plan_move(map_.draft, [contact], map_.lane["touchpoints"], *map_.at["b2"])
    for one in (contact, twin):
        assert plans.stand_in(map_.journey, one, "as_is") == contact
        assert plans.stand_in(map_.journey, one, "to_be") == twin
        assert plans.stand_in(map_.journey, one, "both") == one
    assert plans.shown(map_.journey, link, "to_be")
    moves.drop(map_.draft, twin)
    assert plans.stand_in(map_.journey, contact, "to_be") is None
    assert not plans.shown(map_.journey, link, "to_be")
    assert onward in plans.hidden(map_.journey, map_.map_id, "to_be")
    assert plans.shown(map_.journey, link, "as_is")
    new = map_.card("touchpoints", "a1", "new", path="to_be")
    assert plans.stand_in(map_.journey, new, "as_is") is None


def test_a_curve_point_is_seen_on_its_path_where_its_column_is(map_: Small) -> None:
    lane = map_.lane["feelings"]
    now = moves.set_feeling(map_.draft, lane, *map_.at["a1"], -1)
    planned = moves.set_feeling(map_.draft, lane, *map_.at["a1"], 1, path="to_be")
    points = {one: map_.journey.get(Feeling, one) for one in (now, planned)}
    assert plans.hidden(map_.journey, map_.map_id, "as_is") == {planned}
    assert plans.hidden(map_.journey, map_.map_id, "to_be") == {now}
    moves.set_path(map_.draft, map_.stage("A"), "as_is")
    assert {now, planned} <= plans.hidden(map_.journey, map_.map_id, "to_be")
    assert not plans.shown(map_.journey, points[planned], "to_be")
    assert plans.shown(map_.journey, points[now], "as_is")
    assert plans.hidden(map_.journey, map_.map_id, "both") == frozenset()


def test_what_has_no_path_is_in_every_view(map_: Small) -> None:
    lane = map_.journey.lanes(map_.map_id)[0]
    assert all(plans.shown(map_.journey, lane, view) for view in VIEWS)


def test_an_index_of_a_view_becomes_one_among_all(map_: Small) -> None:
    for text, path in (("x", "as_is"), ("y", "both"), ("n", "to_be"), ("z", "both")):
        map_.card("actions", "a1", text, path=path)
    there = map_.journey.cards(map_.lane["actions"], *map_.at["a1"])
    places = [plans.real_place(map_.journey, there, "to_be", one) for one in range(4)]
    assert places == [1, 2, 3, None]
    assert plans.real_place(map_.journey, there, "to_be", None) is None
    assert plans.real_place(map_.journey, there, "as_is", 1) == 1
    assert plans.real_place(map_.journey, there, "to_be", 1, {there[1].id}) == 2


def test_marks_in_words(map_: Small) -> None:
    contact = map_.card("touchpoints", "a1", "pay", channel="site")
    moves.plan_fields(map_.draft, contact, channel="app")
    (twin,) = moves.plan_move(map_.draft, [contact], map_.lane["touchpoints"], *map_.at["b1"])
    marks = plans.marks(map_.journey, map_.map_id)
    english = [plans.mark_words(map_.journey, marks[one], "en") for one in (twin, contact)]
    assert english == ["moved from “A › a1”, channel: Website → App", "moved to “B › b1”"]
    russian = plans.mark_words(map_.journey, marks[twin], "ru")
    assert russian == "перенесено из «A › a1», канал: Сайт → Приложение"
    for change in ("new", "removed", "reworded", "replaced"):
        assert plans.mark_words(map_.journey, Mark(change), "en")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_looking_at_one_thing_and_at_all_say_the_same(seed: int) -> None:
    map_, rng = small(), random.Random(seed)
    for one in "ABC":
        moves.set_fields(map_.draft, map_.stage(one), path=rng.choice(VIEWS))
    for one in ("a1", "a2", "b1", "b2", "C"):
        stage_id, step_id = map_.at[one]
        outer = plans.path_in(map_.journey, stage_id, step_id)
        for _ in range(2):
            path = rng.choice(VIEWS) if outer == "both" else rng.choice((outer, "both"))
            map_.card("actions", one, "x", path=path)
        moves.set_feeling(map_.draft, map_.lane["feelings"], stage_id, step_id, 1)
    map_.sound()
    marks = plans.marks(map_.journey, map_.map_id)
    for view in VIEWS:
        hidden = plans.hidden(map_.journey, map_.map_id, view)
        for record in map_.journey:
            assert (record.id in hidden) is not plans.shown(map_.journey, record, view)
    for change, view in (("new", "as_is"), ("removed", "to_be")):
        found = {one for one, mark in marks.items() if mark.change == change}
        points = {one.id for one in map_.journey.all(Feeling)}
        assert found == plans.hidden(map_.journey, map_.map_id, view) - points


def test_what_is_seen_of_many_is_what_is_seen_of_each(map_: Small) -> None:
    moves.set_fields(map_.draft, map_.step("a1"), path="as_is")
    moves.set_fields(map_.draft, map_.stage("B"), path="to_be")
    for where, path in itertools.product(("A", "a1", "a2", "B", "b1", "C"), VIEWS):
        map_.card("actions", where, path=path)
    cards = map_.journey.cards_of_lane(map_.lane["actions"])
    for view in VIEWS:
        alone = [one for one in cards if plans.shown(map_.journey, one, view)]
        assert alone
        assert plans.seen(map_.journey, cards, view) == alone
