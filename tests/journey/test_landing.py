"""What of a table lands where on a map."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import moves, tables
from cjm_desktop.journey.clipping import listing, take
from cjm_desktop.journey.clipping.filling import fill
from cjm_desktop.journey.clipping.landing import plan, without
from cjm_desktop.journey.clipping.telling import tell
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Duration, Lane, MapDocument, Step
from tests.journey.small import Small, small

ACTIONS = tables.Place(3, 0)
"""The row of actions, in its first column."""


def put(map_: Small, rows: list[list[str]], at: tables.Place = ACTIONS, **read: object) -> int:
    landing = plan(map_.journey, map_.map_id, rows, at, **read)  # type: ignore[arg-type]
    written = fill(map_.draft, map_.map_id, landing)
    map_.sound()
    return written


def test_headings_and_names_say_where(map_: Small) -> None:
    rows = [
        ["", "b1", "A2", "New"],
        ["Barriers", "slow\nlong", "", "dear"],
        ["actions", "call", "visit", ""],
    ]
    assert put(map_, rows) == 4
    assert map_.texts("barriers", "b1") == ["slow", "long"]
    assert map_.texts("actions", "b1") == ["call"]
    assert map_.texts("actions", "a2") == ["visit"]
    assert map_.columns() == ["a1", "a2", "b1", "b2", "C", "New"]
    landing = plan(map_.journey, map_.map_id, rows, ACTIONS)
    assert (landing.heads, landing.named) == (1, True)


def test_stages_and_steps_in_two_rows_of_headings(map_: Small) -> None:
    rows = [["", "B", "", "C", "D"], ["", "b1", "b3", "", "d1"], ["Actions", "1", "2", "3", "4"]]
    put(map_, rows)
    assert map_.stages() == ["A", "B", "C", "D"]
    assert map_.columns() == ["a1", "a2", "b1", "b2", "b3", "C", "d1"]
    assert map_.texts("actions", "b1") == ["1"]
    assert map_.texts("actions", "C") == ["3"]


def test_without_headings_it_goes_right_and_down(map_: Small) -> None:
    rows = [["one", "two"], ["three", "four"]]
    put(map_, rows, tables.Place(3, 3))
    assert map_.texts("actions", "b2") == ["one"]
    assert map_.texts("actions", "C") == ["two"]
    assert map_.texts("touchpoints", "b2") == ["three"]


def test_it_comes_behind_what_is_there(map_: Small) -> None:
    map_.card("actions", "a1", "there")
    put(map_, [["new", "next"]])
    assert map_.texts("actions", "a1") == ["there", "new"]


def test_lanes_nobody_knows_are_made_once(map_: Small) -> None:
    put(map_, [["", "a1"], ["Actions", "x"], ["Budget", "9"], ["", "10"], ["budget", "11"]])
    made = [one for one in map_.journey.all(Lane) if one.title == "Budget"]
    assert [one.holds for one in made] == ["text"]
    cards = map_.journey.cards(made[0].id, *map_.at["a1"])
    assert [one.text for one in cards] == ["9", "10", "11"]


def test_for_what_says_nothing_nothing_is_made_or_promised(map_: Small) -> None:
    rows = [["", "a1"], ["Actions", "x"], ["Budget", ""], ["", ""], ["Costs", " "], ["", "y"]]
    landing = plan(map_.journey, map_.map_id, rows, ACTIONS)
    assert [one.state for one in landing.rows] == ["there", "out", "out", "out", "new"]
    lanes = len(map_.journey.all(Lane))
    assert put(map_, rows) == 2
    assert len(map_.journey.all(Lane)) == lanes + 1
    at = tables.Place(3, 4)
    landing = plan(map_.journey, map_.map_id, [["x", "", "y", ""]], at)
    assert [one.state for one in landing.columns] == ["there", "out", "new", "out"]
    put(map_, [["x", "", "y", ""]], at)
    assert map_.columns() == ["a1", "a2", "b1", "b2", "New step"]


def test_rows_may_be_left_out(map_: Small) -> None:
    rows = [["", "a1"], ["Actions", "x"], ["Barriers", "y"]]
    landing = plan(map_.journey, map_.map_id, rows, ACTIONS)
    assert landing.taken == 2
    assert fill(map_.draft, map_.map_id, without(landing, {0})) == 1
    assert map_.texts("actions", "a1") == []
    with pytest.raises(Problem) as said:
        fill(map_.draft, map_.map_id, without(landing, {0, 1}))
    assert said.value.key == "clip.nothing_taken"


FACTS: list[list[str]] = [
    ["", "a1", "b1"],
    ["Time", "3 days", "planned: 2 hours"],
    ["Metrics", "Visits: 12 (target 20)\nCalls: 3", "5"],
    ["Who takes part", "Ann: decides", ""],
    ["Consensus", "Ann: against (price)", ""],
]


def facts(map_: Small) -> list[str]:
    """What the map says of times, metrics and people."""
    table = tables.of_map(map_.journey, map_.map_id)
    found = tables.contents(map_.journey, map_.map_id, table)
    kinds = ("time", "metrics", "participation", "consensus")
    lanes = [one for one in table.lanes if one.holds in kinds]
    return [
        "; ".join(line.text for line in found[at].lines)
        for lane in lanes
        for column in (0, 2)
        if (at := tables.Place(tables.HEADS + table.lanes.index(lane), column)) in found
    ]


@pytest.mark.parametrize("lanes_there", [True, False])
def test_times_metrics_and_roles_are_taken(map_: Small, lanes_there: bool) -> None:
    moves.add_persona(map_.draft, "Ann", map_.map_id)
    moves.add_metric(map_.draft, map_.map_id, map_.step("b1"), "Bids")
    for holds in ("time", "metrics", "participation", "consensus") if lanes_there else ():
        moves.add_lane(map_.draft, map_.map_id, holds)
    put(map_, FACTS)
    said = ["3\xa0days", "planned: 2\xa0hours", "Visits: 12 (target 20); Calls: 3", "Bids: 5"]
    assert facts(map_) == [*said, "Ann: decides (price)", "", "Ann: against (price)", ""]
    assert not any(map_.journey.cards_of_lane(one.id) for one in map_.journey.all(Lane))


def test_what_is_said_anew_of_a_time_a_metric_or_a_role_takes_the_place_of_the_old(
    map_: Small,
) -> None:
    ann, bob = (moves.add_persona(map_.draft, one, map_.map_id) for one in ("Ann", "Bob"))
    moves.add_lane(map_.draft, map_.map_id, "time", per="step")
    first = [
        ["", "a1"],
        ["Time", "3 days, waiting\nplanned: 1 day"],
        ["Metrics", "Visits: 12\nCalls: 3"],
        ["Who takes part", "Ann: decides\nBob: influences"],
    ]
    fill(map_.draft, map_.map_id, plan(map_.journey, map_.map_id, first, ACTIONS), day="2026-03-01")
    metrics = {one.title: one.id for one in map_.journey.metrics(map_.map_id)}
    second = [
        ["", "a1"],
        ["Time", "5 days"],
        ["Metrics", "visits: 14"],
        ["Who takes part", "Bob: decides"],
    ]
    landing = plan(map_.journey, map_.map_id, second, ACTIONS)
    fill(map_.draft, map_.map_id, landing, day="2026-03-04")
    map_.sound()
    step = map_.journey.get(Step, map_.step("a1"))
    assert (step.actual, step.planned, step.waiting) == (Duration(5), Duration(1), True)
    values = [(one.value, one.date) for one in map_.journey.measurements(metrics["Visits"])]
    assert values[-1:] == [(14, "2026-03-04")]
    assert {one.id for one in map_.journey.metrics(map_.map_id)} == set(metrics.values())
    parts = {one.persona_id: one.involvement for one in map_.journey.participation(map_.stage("A"))}
    assert parts == {ann: "decides", bob: "decides"}
    with pytest.raises(Problem) as said:
        put(map_, [["", "a1"], ["Time", "1 day\n2 days"]])
    assert said.value.key == "table.two_durations"


def test_what_does_not_fit_is_refused(map_: Small) -> None:
    landing = plan(map_.journey, map_.map_id, [["", "a1"], ["Feelings", "9"]], ACTIONS)
    with pytest.raises(Problem) as said:
        fill(map_.draft, map_.map_id, landing)
    assert said.value.key == "move.off_scale"


def test_one_reads_it_as_one_is_told(map_: Small) -> None:
    rows = [["Actions", "a1"], ["Barriers", "x"]]
    landing = plan(map_.journey, map_.map_id, rows, ACTIONS, heads=0, named=False)
    assert landing.cells == (("Actions", "a1"), ("Barriers", "x"))
    landing = plan(map_.journey, map_.map_id, rows, ACTIONS, heads=1, named=True)
    assert landing.cells == (("x",),)


def test_an_empty_map_gets_its_stages_from_the_headings() -> None:
    draft = Draft(Journey())
    draft.put(MapDocument(title="Map", language="en"))
    map_ = Small(draft, moves.add_map(draft, "Map"))
    map_.lane["actions"] = moves.add_lane(draft, map_.map_id, "actions")
    put(map_, [["", "Need", "Choice"], ["Actions", "look", "compare"]], tables.Place(0, 0))
    assert map_.stages() == ["Need", "Choice"]


def test_what_a_clip_tells_lands_where_it_was() -> None:
    map_, other = small(), small()
    for lane, where, text in (
        ("actions", "a1", "one"), ("actions", "b2", "two"), ("barriers", "a2", "three"),
        ("touchpoints", "C", "four"),
    ):  # fmt: skip
        map_.card(lane, where, text)
    moves.set_feeling(map_.draft, map_.lane["feelings"], *map_.at["a1"], 1, word="glad")
    map_.settle()
    clip = take(map_.journey, [map_.stage(one) for one in "ABC"])
    told = tell(clip)
    assert not told.is_list
    rows = tables.from_tsv(tables.to_tsv(told.rows))
    assert rows == [list(one) for one in told.rows] == tables.from_html(tables.to_html(told.rows))
    put(other, rows)
    for lane in ("actions", "barriers", "touchpoints"):
        for where in ("a1", "a2", "b1", "b2", "C"):
            assert other.texts(lane, where) == map_.texts(lane, where)
    (point,) = other.journey.feelings(other.lane["feelings"])
    assert (point.value, point.word) == (1, "glad")


def test_a_clip_of_one_cell_is_a_list(map_: Small) -> None:
    cards = [map_.card("actions", "a1", text) for text in ("one", "two\nlines")]
    map_.settle()
    told = tell(take(map_.journey, cards))
    assert told.is_list
    assert told.rows == (("one",), ("two\nlines",))
    (alone,) = tell(take(map_.journey, [map_.step("a2")])).rows[:1]
    assert "A" in alone


def test_signs_before_the_lines_of_a_list_are_no_words() -> None:
    assert listing.lines_of("• a\n•  b\n\n• c") == ("a", "b", "c")
    assert listing.lines_of("1. a\n2) b") == ("a", "b")
    assert listing.lines_of("- a\nb") == ("- a", "b")
    assert listing.lines_of("- 5 days") == ("- 5 days",)
    with pytest.raises(Problem) as said:
        listing.lines_of("x\n" * (listing.MOST + 1))
    assert said.value.key == "clip.too_large"


TEXT = st.text(st.sampled_from("aA1b \n+-=ёЁ"), max_size=6)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.lists(st.one_of(TEXT, st.sampled_from(["a1", "B", "Actions", "Эмоции"])),
                           min_size=4, max_size=4), min_size=1, max_size=5),
    row=st.integers(0, 8), column=st.integers(0, 5),
)  # fmt: skip
def test_any_table_is_taken_whole_or_refused(rows: list[list[str]], row: int, column: int) -> None:
    map_ = small()
    landing = plan(map_.journey, map_.map_id, rows, tables.Place(row, column))
    assert len(landing.rows) == len(landing.cells) == len(rows) - landing.heads
    try:
        written = fill(map_.draft, map_.map_id, landing)
    except Problem:
        return
    assert written == landing.taken
    map_.sound()
