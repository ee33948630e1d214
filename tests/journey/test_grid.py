"""Which columns things cover, and where points of curves stand."""

import pytest

from cjm_desktop.journey import grid, moves
from cjm_desktop.journey.records import Card, Feeling, Stage, Step
from tests.journey.small import Small


def covered(map_: Small, card_id: str) -> list[int]:
    return list(grid.of_map(map_.journey, map_.map_id).covered(map_.get(card_id)))


@pytest.mark.parametrize(
    ("where", "span", "columns"),
    [
        ("a1", 1, [0]),
        ("b1", 1, [2]),
        ("a2", 2, [1, 2]),
        ("b2", 9, [3, 4]),
        ("A", 1, [0, 1]),
        ("C", 1, [4]),
        ("A", 2, [0, 1, 2, 3]),
        ("B", 9, [2, 3, 4]),
    ],
)
def test_cards_of_steps_cover_steps_and_cards_of_stages_whole_stages(
    map_: Small, where: str, span: int, columns: list[int]
) -> None:
    assert covered(map_, map_.card("actions", where, span=span)) == columns


def test_a_stage_covers_its_columns_and_a_step_its_own(map_: Small) -> None:
    found, journey = grid.of_map(map_.journey, map_.map_id), map_.journey
    assert list(found.covered(journey.get(Stage, map_.stage("B")))) == [2, 3]
    assert list(found.covered(journey.get(Stage, map_.stage("C")))) == [4]
    assert list(found.covered(journey.get(Step, map_.step("a2")))) == [1]
    assert [one.title for one in journey.stages(map_.map_id)] == ["A", "B", "C"]
    assert list(found.stages) == [map_.stage(one) for one in "ABC"]


def test_what_lies_on_another_map_covers_nothing(map_: Small) -> None:
    other = moves.add_map(map_.draft, "Other")
    stage_id = moves.add_stage(map_.draft, other, "Elsewhere")
    card = Card(lane_id=map_.lane["actions"], stage_id=stage_id, span=3)
    found = grid.of_map(map_.journey, map_.map_id)
    assert not found.covered(card)
    assert found.position(stage_id, None) is None
    assert found.at(Feeling(lane_id=map_.lane["feelings"], stage_id=stage_id)) == 5


def test_runs_of_columns_meet_where_they_have_one_in_common() -> None:
    assert grid.meet(range(2), range(1, 5))
    assert not grid.meet(range(2), range(2, 5))
    assert not grid.meet(range(0), range(5))


@pytest.mark.parametrize(
    ("where", "between", "position"),
    [("a1", 0, 0), ("b1", 0.5, 2.5), ("A", 0, 0.5), ("A", 0.5, 1.25), ("C", 0, 4)],
)
def test_a_point_of_a_whole_stage_stands_in_its_middle(
    map_: Small, where: str, between: float, position: float
) -> None:
    found = grid.of_map(map_.journey, map_.map_id)
    assert found.position(*map_.at[where], between) == position


def test_contacts_come_from_left_to_right_and_from_the_top(map_: Small) -> None:
    last = map_.card("touchpoints", "b1", "last")
    second = map_.card("touchpoints", "a1", "second")
    first = moves.add_card(map_.draft, map_.lane["touchpoints"], *map_.at["a1"], "first", place=0)
    lower = moves.add_lane(map_.draft, map_.map_id, "touchpoints")
    third = moves.add_card(map_.draft, lower, *map_.at["a1"], "third")
    found = [one.id for one in grid.contacts(map_.journey, map_.map_id)]
    assert found == [first, second, third, last]
