"""How much time the columns of a map take, and where its passages wait."""

import pytest

from cjm_desktop.journey import moves, plans, timeline, times
from cjm_desktop.journey.durations import MINUTES
from cjm_desktop.journey.records import Duration, Path
from cjm_desktop.journey.timeline import Passage
from tests.journey.small import Small

D = Duration
DAY = MINUTES["days"]


def passages(map_: Small, view: Path = "both") -> tuple[Passage, ...]:
    columns = plans.columns(map_.journey, map_.map_id, view)
    return timeline.passages(map_.journey, map_.map_id, columns, view)


def days(map_: Small, view: Path = "both") -> list[tuple[float, float]]:
    columns = plans.columns(map_.journey, map_.map_id, view)
    found = timeline.of_columns(map_.journey, columns, passages(map_, view), view)
    return [(round(one.minutes / DAY, 6), round(one.wait / DAY, 6)) for one in found]


def said(map_: Small, **spans: float) -> None:
    for title, value in spans.items():
        record_id = map_.at[title][1] or map_.at[title][0]
        moves.set_duration(map_.draft, record_id, "actual", D(value))


def waits(map_: Small, first: str, second: str, value: float) -> None:
    moves.add_link(map_.draft, first, second, actual_wait=D(value), planned_wait=D(1))


def test_a_column_takes_what_its_step_says_and_the_others_share_the_rest(map_: Small) -> None:
    said(map_, a1=3, A=10, B=8, C=5)
    assert days(map_) == [(3, 0), (7, 0), (4, 0), (4, 0), (5, 0)]


def test_of_a_stage_that_does_not_say_it_only_the_steps_that_do_take_time(map_: Small) -> None:
    said(map_, a1=3)
    assert days(map_) == [(3, 0), (0, 0), (0, 0), (0, 0), (0, 0)]


@pytest.mark.parametrize(("first", "second"), [(4, 4), (8, 4)])
def test_steps_that_contradict_their_stage_share_its_time(
    map_: Small, first: float, second: float
) -> None:
    said(map_, a1=first, a2=second, A=6)
    found = [one for one, _ in days(map_)[:2]]
    assert sum(found) == pytest.approx(6)
    assert found[0] / found[1] == pytest.approx(first / second)
    whole = times.total(map_.journey, map_.map_id)
    assert whole.span == D(6)


def test_a_wait_is_a_part_of_its_stage_and_never_added_to_it(map_: Small) -> None:
    waits(map_, map_.card("touchpoints", "a2"), map_.card("touchpoints", "b1"), 6)
    said(map_, A=10)
    assert days(map_)[:2] == [(2, 0), (8, 6)]
    said(map_, A=4)  # less than the wait: the stage takes no longer for that
    assert days(map_)[:2] == [(0, 0), (4, 6)]


def test_a_wait_alone_is_the_time_of_a_column_that_does_not_say_it(map_: Small) -> None:
    waits(map_, map_.card("touchpoints", "a1"), map_.card("touchpoints", "a2"), 6)
    assert days(map_)[:2] == [(6, 6), (0, 0)]


def test_a_passage_over_columns_waits_in_them(map_: Small) -> None:
    waits(map_, map_.card("touchpoints", "a1"), map_.card("touchpoints", "b2"), 6)
    assert days(map_) == [(0, 0), (3, 0), (3, 0), (0, 0), (0, 0)]


def test_a_way_back_and_one_inside_a_column_open_no_gap(map_: Small) -> None:
    first, second, third = (map_.card("touchpoints", where) for where in ("a1", "a1", "b1"))
    waits(map_, first, second, 3)
    waits(map_, third, first, 4)
    assert days(map_) == [(0, 0)] * 5
    assert [(one.before, one.after) for one in passages(map_)] == [
        (range(1), range(1)),
        (range(2, 3), range(1)),
    ]


def test_a_view_counts_its_own_columns_and_its_own_time(map_: Small) -> None:
    first = map_.card("touchpoints", "a1")
    last = map_.card("touchpoints", "b1", span=2)
    waits(map_, first, last, 6)
    moves.set_fields(map_.draft, map_.step("a2"), path="to_be")
    assert [(one.before, one.after) for one in passages(map_, "as_is")] == [(range(1), range(1, 3))]
    assert days(map_, "as_is")[0] == (6, 6)
    assert days(map_, "to_be")[1] == (1, 0)
    assert passages(map_, "to_be")[0].wait == D(1)


def test_a_passage_is_drawn_at_what_stands_for_a_moved_touchpoint(map_: Small) -> None:
    first, last = (map_.card("touchpoints", where) for where in ("a1", "a2"))
    waits(map_, first, last, 6)
    (planned,) = moves.plan_move(map_.draft, [last], map_.lane["touchpoints"], *map_.at["b2"])
    assert passages(map_, "as_is")[0].to_id == last
    found = passages(map_, "to_be")[0]
    assert found.to_id == planned != last
    assert found.after == range(3, 4)


def test_a_passage_that_does_not_wait_or_leads_to_nothing_is_none(map_: Small) -> None:
    first, last = (map_.card("touchpoints", where) for where in ("a1", "b1"))
    moves.add_link(map_.draft, first, last)
    assert passages(map_) == ()
