"""A map as a table: what its cells show, and what typing and pasting makes of them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import moves, rules, tables, templates
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Card, Feeling, Lane, Path, Stage, Step
from cjm_desktop.journey.tables import HEADS, STAGE_ROW, STEP_ROW, Place
from cjm_desktop.journey.tables.pairing import pair
from tests.journey.small import Small

VIEWS: tuple[Path, ...] = ("both", "as_is", "to_be")


def sample(language: str = "en") -> tuple[Journey, str]:
    """A filled map with both paths."""
    journey = templates.make("sample-b2b", "ru" if language == "ru" else "en")
    return journey, journey.maps()[0].id


def row_of(journey: Journey, map_id: str, holds: str) -> int:
    """The row of a kind of lane."""
    lanes = tables.of_map(journey, map_id).lanes
    return HEADS + next(index for index, one in enumerate(lanes) if one.holds == holds)


def texts(map_: Small, row: int, column: int) -> list[str]:
    """The lines of a cell."""
    table = tables.of_map(map_.journey, map_.map_id)
    return [one.text for one in tables.content(map_.journey, map_.map_id, table, row, column).lines]


@pytest.fixture
def row(map_: Small) -> int:
    """The row of the actions."""
    return row_of(map_.journey, map_.map_id, "actions")


def write(map_: Small, row: int, column: int, text: str) -> bool:
    """Type into a cell."""
    return tables.write_cell(map_.draft, map_.map_id, Place(row, column), text)


def test_columns_are_steps_and_rows_are_lanes(map_: Small) -> None:
    found = tables.rows(map_.journey, map_.map_id, names=True)
    assert found[0] == ["Stage", "A", "", "B", "", "C"]
    assert found[1] == ["Step", "a1", "a2", "b1", "b2", ""]
    assert len(found) == HEADS + len(map_.lane)
    table = tables.of_map(map_.journey, map_.map_id)
    assert [table.covered(STAGE_ROW, one) for one in (0, 1, 4)] == [range(2), range(2), range(4, 5)]
    assert table.covered(STEP_ROW, 1) == range(1, 2)
    assert table.covered(STAGE_ROW, 5) == range(5, 6)


def test_each_line_is_a_card_and_what_stays_keeps_its_id(map_: Small, row: int) -> None:
    assert write(map_, row, 0, "one\ntwo\nthree")
    assert texts(map_, row, 0) == ["one", "two", "three"]
    table = tables.of_map(map_.journey, map_.map_id)
    before = tables.content(map_.journey, map_.map_id, table, row, 0).ids
    assert not write(map_, row, 0, "one\ntwo\n\nthree\n")
    assert write(map_, row, 0, "zero\nthree\ntwo again")
    after = tables.content(map_.journey, map_.map_id, table, row, 0)
    assert after.text == "zero\nthree\ntwo again"
    assert after.ids[1] == before[2]
    assert write(map_, row, 0, "")
    assert texts(map_, row, 0) == []


def test_a_break_inside_a_card_stays_one_card(map_: Small, row: int) -> None:
    table = tables.of_map(map_.journey, map_.map_id)
    cell = table.cell(row, 0)
    assert cell is not None
    card = moves.add_card(map_.draft, *cell, "first\nsecond")
    there = tables.content(map_.journey, map_.map_id, table, row, 0)
    assert there.text == "first\u2028second"
    assert write(map_, row, 0, there.text + "\nthird")
    assert map_.journey.get(Card, card).text == "first\nsecond"
    assert texts(map_, row, 0) == ["first\nsecond", "third"]


def test_lines_can_change_places(map_: Small, row: int) -> None:
    write(map_, row, 0, "a\nb\nc")
    table = tables.of_map(map_.journey, map_.map_id)
    a, b, c = tables.content(map_.journey, map_.map_id, table, row, 0).ids
    write(map_, row, 0, "c\na\nb")
    assert tables.content(map_.journey, map_.map_id, table, row, 0).ids == (c, a, b)


def test_headings_are_typed_like_cells(map_: Small) -> None:
    assert write(map_, STAGE_ROW, 1, "Search")
    assert map_.journey.stages(map_.map_id)[0].title == "Search"
    assert write(map_, STEP_ROW, 1, "look\nround")
    assert map_.journey.get(Step, map_.step("a2")).title == "look round"
    before = len(map_.journey.all(Step))
    assert write(map_, STEP_ROW, 4, "first of C")
    assert len(map_.journey.all(Step)) == before + 1


def test_right_of_the_last_column_new_ones_begin(map_: Small, row: int) -> None:
    write(map_, STEP_ROW, 4, "c1")
    write(map_, row, 5, "more")
    columns = tables.of_map(map_.journey, map_.map_id).columns
    assert len(columns) == 6
    assert columns[5].stage == columns[4].stage
    write(map_, STAGE_ROW, 6, "D")
    assert map_.journey.stages(map_.map_id)[-1].title == "D"
    assert not write(map_, row, 7, "  ")


def test_an_empty_map_is_begun_by_typing() -> None:
    draft = Draft(templates.make("blank", "ru"))
    map_id = draft.journey.maps()[0].id
    for stage in draft.journey.stages(map_id):
        moves.drop(draft, stage.id)
    tables.write_cell(draft, map_id, Place(STEP_ROW, 0), "ищет")
    (column,) = tables.of_map(draft.journey, map_id).columns
    assert column.step is not None
    assert column.step.title == "ищет"


def test_feelings_are_a_number_and_a_word(map_: Small) -> None:
    row = row_of(map_.journey, map_.map_id, "feelings")
    write(map_, row, 0, "-1,5 lost")
    (point,) = map_.journey.all(Feeling)
    assert (point.value, point.word) == (-1.5, "lost")
    write(map_, row, 0, "glad")
    assert map_.journey.get(Feeling, point.id).word == "glad"
    assert map_.journey.get(Feeling, point.id).value == -1.5
    with pytest.raises(Problem, match="2"):
        write(map_, row, 0, "7 glad")
    write(map_, row, 0, "-1.5 glad\n+1 proud")
    assert texts(map_, row, 0) == ["-1.5 glad", "+1 proud"]
    with pytest.raises(Problem, match="no room"):
        write(map_, row, 0, "\n".join(f"{n / 10} x{n}" for n in range(12)))
    write(map_, row, 0, "")
    assert map_.journey.all(Feeling) == ()


def test_a_feeling_of_another_role_says_whose_it_is(map_: Small) -> None:
    row = row_of(map_.journey, map_.map_id, "feelings")
    ann, finance = (
        moves.add_persona(map_.draft, one, map_id=map_.map_id) for one in ("Ann", "Finance")
    )
    write(map_, row, 0, "-1.5 lost\nfinance: +1")
    assert texts(map_, row, 0) == ["-1.5 lost", "Finance: +1"]
    assert {one.persona_id: one.value for one in map_.journey.all(Feeling)} == {
        ann: -1.5,
        finance: 1.0,
    }
    point = next(one.id for one in map_.journey.all(Feeling) if one.persona_id == finance)
    write(map_, row, 0, "-1.5 lost\nFinance: -0.5 wary")
    assert map_.journey.get(Feeling, point).word == "wary"
    write(map_, row, 0, "Finance: -1.5 lost\nFinance: -0.5 wary")
    assert [one.persona_id for one in map_.journey.all(Feeling)] == [finance, finance]
    with pytest.raises(Problem, match="Boss"):
        write(map_, row, 0, "Boss: +1")
    write(map_, row, 0, "Finance is glad")
    assert [one.word for one in map_.journey.all(Feeling)] == ["Finance is glad"]


def test_a_block_beyond_the_edge_makes_columns(map_: Small, row: int) -> None:
    block = [["x", "y", "z"], ["1", "", "3"]]
    pasted = tables.write(map_.draft, map_.map_id, Place(row, 4), block)
    assert (pasted.added, pasted.left_out) == (2, 0)
    assert texts(map_, row, 6) == ["z"]
    assert texts(map_, row + 1, 4) == ["1"]
    assert rules.check_all(map_.journey) == ()


def test_a_pasted_blank_takes_no_name_but_empties_a_cell(map_: Small, row: int) -> None:
    write(map_, row, 1, "gone soon")
    block = [["", ""], ["", "a2!"], *[["", ""]] * (row - 1)]
    tables.write(map_.draft, map_.map_id, Place(0, 0), block)
    assert tables.rows(map_.journey, map_.map_id)[:2] == [
        ["A", "", "B", "", "C"],
        ["a1", "a2!", "b1", "b2", ""],
    ]
    assert texts(map_, row, 1) == []


def test_below_the_last_lane_nothing_is_taken(map_: Small) -> None:
    last = tables.of_map(map_.journey, map_.map_id).height - 1
    block = [["+1 fine"], ["no"], [""]]
    row = row_of(map_.journey, map_.map_id, "feelings")
    assert tables.write(map_.draft, map_.map_id, Place(last, 0), [["a"], ["b"], [""]]).left_out == 1
    assert tables.write(map_.draft, map_.map_id, Place(row, 0), block[:1]).left_out == 0


@pytest.mark.parametrize("view", VIEWS)
def test_writing_what_stands_there_changes_nothing(view: Path) -> None:
    journey, map_id = sample()
    draft = Draft(journey)
    block = tables.rows(journey, map_id, view)
    pasted = tables.write(draft, map_id, Place(0, 0), block, view)
    assert pasted == (0, 0, 0, 0)
    assert draft.changed() == ()


def test_a_map_copied_into_an_empty_one_reads_the_same() -> None:
    journey, map_id = sample("ru")
    draft = Draft(journey)
    new = moves.add_map(draft, "Copy")
    lanes = [one for one in journey.lanes(map_id) if one.holds != "divider" and not one.folded]
    for lane in lanes:
        moves.add_lane(draft, new, lane.holds, lane.title, per=lane.per)
    block = tables.from_tsv(tables.to_tsv(tables.rows(journey, map_id, "as_is")))
    tables.write(draft, new, Place(0, 0), block)
    assert rules.check_all(draft.journey) == ()
    before = tables.rows(journey, map_id, "as_is")
    for old, now in zip(before, tables.rows(draft.journey, new), strict=True):
        assert old == now


def test_in_the_plan_only_the_plan_changes() -> None:
    journey, map_id = sample()
    row = row_of(journey, map_id, "actions")
    draft = Draft(journey)
    before = tables.rows(journey, map_id, "as_is")
    tables.write_cell(draft, map_id, Place(row, 0), "planned only", "to_be")
    assert tables.rows(draft.journey, map_id, "as_is") == before
    assert tables.rows(draft.journey, map_id, "to_be")[row][0] == "planned only"
    assert rules.check_all(draft.journey) == ()


WORDS = st.lists(st.sampled_from(["a", "b", "c", "alpha", "beta", "alpha!"]), max_size=6)


@given(WORDS, WORDS)
def test_lines_are_paired_once_and_as_many_as_there_can_be(old: list[str], new: list[str]) -> None:
    found = pair(old, new)
    kept = [one for one in found if one is not None]
    assert len(found) == len(new)
    assert len(set(kept)) == len(kept)
    # Whatever is said in both stays, wherever it went; of the rest as many as there is room for.
    assert len(kept) <= min(len(old), len(new))
    assert sum(
        old[one] == text for one, text in zip(found, new, strict=True) if one is not None
    ) >= (1 if set(old) & set(new) else 0)


@given(WORDS, st.integers(0, 5))
def test_one_changed_line_is_the_same_card(old: list[str], at: int) -> None:
    old = [f"{index} {text}" for index, text in enumerate(old)]
    if at < len(old):
        assert pair(old, [*old[:at], "other", *old[at + 1 :]]) == list(range(len(old)))
        assert pair(old, old[:at] + old[at + 1 :]) == [i for i in range(len(old)) if i != at]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(VIEWS))
def test_any_writing_keeps_all_rules_and_reads_back(seed: int, view: Path) -> None:
    rng = random.Random(seed)
    journey, map_id = sample()
    for _ in range(6):
        draft = Draft(journey)
        table = tables.of_map(journey, map_id, view)
        at = Place(rng.randrange(table.height), rng.randrange(table.width + 1))
        lines = [rng.choice(["one", "two", "+1 glad", "three"]) for _ in range(rng.randrange(4))]
        try:
            tables.write_cell(draft, map_id, at, "\n".join(dict.fromkeys(lines)), view)
            rules.check(draft)
        except Problem:
            continue
        lane = table.lane(at.row)
        if at.column < table.width and lane is not None and lane.holds in ("actions", "thoughts"):
            now = tables.content(draft.journey, map_id, table, *at, view)
            assert [one.text for one in now.lines if one.text] == list(dict.fromkeys(lines))
        journey = draft.journey
    assert rules.check_all(journey) == ()
    assert journey.all(Stage)
    assert journey.all(Lane)
