"""Walking over cells by keyboard, without a window."""

import pytest

from cjm_desktop.journey import moves, templates
from cjm_desktop.journey.gestures.walk import Stand, Walk
from cjm_desktop.journey.records import Barrier, Lane
from tests.journey.filled import Filled


@pytest.fixture
def filled() -> Filled:
    return Filled()


def walk(filled: Filled) -> Walk:
    return Walk(filled.map.journey, filled.map.map_id)


def stand(filled: Filled, record_id: str) -> Stand:
    found = walk(filled).of(record_id)
    assert found is not None
    return found


def test_down_walks_through_the_cards_of_a_cell_and_on_to_the_next_lane(filled: Filled) -> None:
    way = walk(filled)
    now: Stand | None = stand(filled, filled.one)
    seen = []
    for _ in range(4):
        assert now is not None
        now = way.go(now, "down")
        seen.append(now and now.record_id)
    assert seen[:3] == [filled.two, filled.three, filled.calm]


def test_from_a_row_that_is_gone_one_begins_at_the_first_stage(filled: Filled) -> None:
    way = walk(filled)
    here = stand(filled, filled.two)
    gone = Stand(here.spot._replace(row="gone"), "")
    assert way.go(gone, "up") == way.go(gone, "right") == way.first() is not None


def test_right_goes_to_the_same_height_in_the_next_column(filled: Filled) -> None:
    way = walk(filled)
    beside = way.go(stand(filled, filled.two), "right")
    assert beside is not None
    assert beside.record_id == ""
    assert beside.place == (filled.map.lane["touchpoints"], *filled.map.at["a2"])
    further = way.go(beside, "right")
    assert further is not None
    assert further.record_id == filled.far


def test_a_lane_with_cells_of_whole_stages_is_crossed_in_whole_stages(filled: Filled) -> None:
    way = walk(filled)
    goals = way.at((filled.map.lane["goals"], filled.map.stage("A"), None))
    beside = way.go(goals, "right")
    assert beside is not None
    assert beside.spot.stage_id == filled.map.stage("B")


def test_up_from_the_first_lane_are_the_steps_and_then_the_stages(filled: Filled) -> None:
    way = walk(filled)
    top = way.at((filled.map.lane["goals"], filled.map.stage("B"), None))
    steps = way.go(top, "up")
    assert steps is not None
    assert steps.record_id == filled.map.step("b1")
    stages = way.go(steps, "up")
    assert stages is not None
    assert stages.record_id == filled.map.stage("B")
    assert way.go(stages, "up") is None


def test_the_edges_of_the_map_stop_a_walk(filled: Filled) -> None:
    way = walk(filled)
    assert way.go(stand(filled, filled.one), "left") is None
    last = way.at((filled.map.lane["owners"], filled.map.stage("C"), None))
    assert way.go(last, "right") is None
    assert way.go(last, "down") is None


def test_reading_order_goes_row_by_row_and_round(filled: Filled) -> None:
    way = walk(filled)
    assert way.next(filled.map.stage("A"), 1) == filled.map.stage("B")
    assert way.next(filled.three, 1) == filled.far
    assert way.next(filled.map.stage("A"), -1) == filled.idea
    assert way.next("gone", 1) == filled.map.stage("A")


def test_reading_order_can_keep_to_one_kind(filled: Filled) -> None:
    lane = filled.map.lane["barriers"]
    other = moves.add_card(filled.map.draft, lane, *filled.map.at["b2"], "other")
    filled.map.settle()
    way = walk(filled)
    assert way.next(filled.note, 1, Barrier) == other
    assert way.next(other, 1, Barrier) == filled.note


def test_folded_lanes_and_lines_are_stepped_over(filled: Filled) -> None:
    moves.set_fields(filled.map.draft, filled.map.lane["feelings"], folded=True)
    filled.map.settle()
    below = walk(filled).go(stand(filled, filled.three), "down")
    assert below is not None
    assert below.spot.row == filled.map.lane["barriers"]


def test_a_map_without_stages_has_nowhere_to_stand() -> None:
    filled = Filled()
    for title in ("A", "B", "C"):
        moves.drop(filled.map.draft, filled.map.stage(title))
    way = walk(filled)
    assert way.first() is None
    assert way.next("", 1) is None


def test_the_whole_cell_of_a_curve_point_stands_for_it(filled: Filled) -> None:
    lane = filled.map.lane["feelings"]
    assert walk(filled).feeling((lane, *filled.map.at["a1"])) == filled.calm
    assert walk(filled).feeling((lane, *filled.map.at["a2"])) == ""
    assert walk(filled).feeling((filled.map.lane["actions"], *filled.map.at["a1"])) == ""
    assert walk(filled).feeling(None) == ""


def test_a_point_of_a_whole_stage_stands_in_each_of_its_cells_without_one(filled: Filled) -> None:
    lane, draft = filled.map.lane["feelings"], filled.map.draft
    wide = moves.set_feeling(draft, lane, filled.map.stage("A"), None, 1.0)
    assert walk(filled).feeling((lane, *filled.map.at["a2"])) == wide
    assert walk(filled).feeling((lane, *filled.map.at["a1"])) == filled.calm


def test_in_a_lane_of_whole_stages_the_points_of_steps_are_reached(filled: Filled) -> None:
    lane = filled.map.lane["feelings"]
    moves.set_fields(filled.map.draft, lane, per="stage")
    place = (lane, filled.map.stage("A"), None)
    assert walk(filled).feeling(place) == filled.calm
    assert stand(filled, filled.calm).place == place
    beside = walk(filled).go(stand(filled, filled.calm), "right")
    assert beside is not None
    assert beside.record_id == filled.cross


def test_along_visits_every_cell_once_and_back_again(filled: Filled) -> None:
    way = walk(filled)
    now: Stand | None = way.first()
    seen = []
    while now is not None:
        seen.append(now.spot)
        now = way.along(now, 1)
    assert len(seen) == len(set(seen))
    rows = len(filled.map.journey.lanes(filled.map.map_id)) + 2
    assert len({spot.row for spot in seen}) == rows
    back: Stand | None = Stand(seen[-1], "")
    for spot in reversed(seen):
        assert back is not None
        assert back.spot == spot
        back = way.along(back, -1)
    assert back is None


def test_by_stage_goes_to_the_first_step_of_the_next_one(filled: Filled) -> None:
    way = walk(filled)
    start = way.at((filled.map.lane["actions"], *filled.map.at["a2"]))
    there = way.by_stage(start, 1)
    assert there is not None
    assert there.place == (filled.map.lane["actions"], *filled.map.at["b1"])
    assert way.by_stage(start, -1) is None
    assert way.end(start, last=False).place == (filled.map.lane["actions"], *filled.map.at["a1"])


def test_walking_begins_where_a_template_waits_for_its_first_card() -> None:
    journey = templates.make("b2c", "en")
    map_ = journey.maps()[0]
    first = Walk(journey, map_.id).first()
    assert first is not None
    lane = journey.get(Lane, first.spot.row)
    assert (lane.holds, first.record_id) == ("actions", "")
    blank = templates.make("blank", "en")
    alone = Walk(blank, blank.maps()[0].id).first()
    assert alone is not None
    assert alone.record_id == blank.stages(blank.maps()[0].id)[0].id
