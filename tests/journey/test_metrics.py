"""A metric before and after a day, its way to the target, and what became of a hypothesis."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_desktop.journey import metrics, moves, templates
from cjm_desktop.journey.records import Hypothesis, Metric
from cjm_desktop.journey.verdicts import Verdict, moved_words, verdict, verdict_words
from tests.journey.small import Small, small

START = "2026-06-01"


def metric(map_: Small, *values: Any, **fields: Any) -> str:
    """Add a metric; values from January 2026 on, a month apart: number, or number and sample."""
    fields = {"title": "calls", **fields}
    made = moves.add_metric(map_.draft, map_.map_id, map_.stage("A"), **fields)
    for month, value in enumerate(values, 1):
        number, sample = value if isinstance(value, tuple) else (value, None)
        if number is not None:
            date = f"2026-{month:02d}-01"
            moves.add_measurement(map_.draft, made, number, date=date, sample=sample)
    return made


def hypothesis(map_: Small, metric_id: str | None, **fields: Any) -> str:
    """Add a hypothesis that began on `START`."""
    fields = {"status": "running", "started": START, **fields}
    note = map_.card("barriers", "a1", "late")
    return moves.add_hypothesis(map_.draft, note, "If", metric_id=metric_id, **fields)


def found(map_: Small, hypothesis_id: str) -> Verdict:
    """The verdict on a hypothesis."""
    return verdict(map_.journey, hypothesis_id)


def test_a_series_is_what_has_a_date_oldest_first(map_: Small) -> None:
    one = metric(map_)
    for value, date in ((3, "2026-03-01"), (1, "2026-01-01"), (9, "")):
        moves.add_measurement(map_.draft, one, value, date=date)
    assert [each.value for each in metrics.series(map_.journey, one)] == [1, 3]


def test_before_and_after_are_parted_by_the_day_itself(map_: Small) -> None:
    one = metric(map_, 10, 12, 14, None, None, 20, 24)
    change = metrics.change(map_.journey, one, START)
    assert change.before is not None
    assert change.after is not None
    assert (change.before.count, change.before.mean) == (3, 12)
    assert (change.after.count, change.after.mean) == (2, 22)
    assert (change.size, change.better, change.sure) == (10, True, "few")
    assert metrics.change(map_.journey, one, START, "2026-07-01").after == metrics.Part(1, 20, None)


def test_samples_weigh_where_all_are_known(map_: Small) -> None:
    weighed = metrics.change(map_.journey, metric(map_, (10, 100), (20, 300)), START).before
    assert weighed == metrics.Part(2, 17.5, 400)
    half = metrics.change(map_.journey, metric(map_, (10, 100), 20), START).before
    assert half == metrics.Part(2, 15, None)
    empty = metrics.change(map_.journey, metric(map_, (10, 0), (20, 0)), START).before
    assert empty == metrics.Part(2, 15, 0)


def test_a_side_without_values_says_nothing(map_: Small) -> None:
    one = metric(map_, 10)
    change = metrics.change(map_.journey, one, START)
    assert (change.after, change.size, change.sure, change.better) == (None, None, "none", None)
    assert not change.improved


def test_a_share_of_known_samples_has_its_intervals(map_: Small) -> None:
    one = metric(map_, (30, 300), (34, 700), None, None, None, (45, 1000), unit="%")
    change = metrics.change(map_.journey, one, START)
    assert change.before is not None
    assert change.before.mean == pytest.approx(32.8)
    assert change.before.low == pytest.approx(29.96, abs=0.01)
    assert change.before.high == pytest.approx(35.77, abs=0.01)
    assert change.low is not None
    assert change.high is not None
    assert change.low < 12.2 < change.high
    assert change.low == pytest.approx(7.9, abs=0.1)
    assert (change.sure, change.improved) == ("sure", True)


def test_a_small_share_may_have_moved_by_chance(map_: Small) -> None:
    one = metric(map_, (30, 20), None, None, None, None, (45, 20), unit="% of deals")
    change = metrics.change(map_.journey, one, START)
    assert (change.better, change.sure, change.improved) == (True, "chance", False)


@pytest.mark.parametrize("values", [((30, 20), 45), ((30, 20), (130, 20)), ((30, 0), (45, 0))])
def test_without_samples_a_share_has_no_interval(map_: Small, values: tuple[Any, Any]) -> None:
    one = metric(map_, values[0], None, None, None, None, values[1], unit="%")
    change = metrics.change(map_.journey, one, START)
    assert change.low is None
    assert change.sure == "few"


def test_enough_values_are_told_from_chance(map_: Small) -> None:
    rise = metric(map_, 10, 11, 12, 11, 10, 20, 21, 22, 20)
    same = metric(map_, 10, 20, 12, 21, 15, 14, 22, 11, 19)
    assert metrics.change(map_.journey, rise, START).sure == "sure"
    assert metrics.change(map_.journey, same, START).sure == "chance"


def test_better_lies_where_the_metric_says(map_: Small) -> None:
    for direction, better in (("up", False), ("down", True)):
        one = metric(map_, 10, None, None, None, None, 4, direction=direction)
        assert metrics.change(map_.journey, one, START).better is better
    still = metric(map_, 10, None, None, None, None, 10)
    assert metrics.change(map_.journey, still, START).better is None


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-1e6, 1e6), st.integers(0, 1000)), min_size=1, max_size=5),
    st.lists(st.tuples(st.floats(-1e6, 1e6), st.integers(0, 1000)), min_size=1, max_size=5),
)
def test_a_mean_lies_within_its_values_and_mirrored_values_mirror_the_change(
    before: list[tuple[float, int]], after: list[tuple[float, int]]
) -> None:
    map_ = small()
    padded = [*before, *[None] * (5 - len(before)), *after]
    mirrored = [None if one is None else (-one[0], one[1]) for one in padded]
    change = metrics.change(map_.journey, metric(map_, *padded), START)
    mirror = metrics.change(map_.journey, metric(map_, *mirrored, direction="down"), START)
    for part, values in ((change.before, before), (change.after, after)):
        assert part is not None
        low, high = min(values)[0], max(values)[0]
        assert low - 1e-6 <= part.mean <= high + 1e-6
    assert change.size == pytest.approx(-(mirror.size or 0), abs=1e-6)
    assert (change.better, change.sure) == (mirror.better, mirror.sure)


@pytest.mark.parametrize(
    ("values", "direction", "target", "share", "reached"),
    [
        ((10, 15), "up", 20, 0.5, False),
        ((10, 25), "up", 20, 1.5, True),
        ((10, 5), "up", 20, -0.5, False),
        ((12, 9), "down", 6, 0.5, False),
        ((12, 3), "down", 6, 1.5, True),
        ((25, 22), "up", 20, 1, True),
        ((20, 18), "up", 20, 0, False),
        ((10,), "up", 20, 0, False),
    ],
)
def test_the_way_to_the_target(
    map_: Small, values: tuple[int, ...], direction: str, target: float, share: float, reached: bool
) -> None:
    one = metric(map_, *values, direction=direction, target=float(target))
    way = metrics.progress(map_.journey, one)
    assert way is not None
    assert (way.first, way.now, way.target) == (values[0], values[-1], target)
    assert (way.share, way.reached) == (share, reached)


def test_the_way_begins_with_what_was_before_the_hypothesis(map_: Small) -> None:
    one = metric(map_, 10, 14, None, None, None, 16, target=20.0)
    way = metrics.progress(map_.journey, one, START)
    assert way == metrics.Progress(12, 16, 20, 0.5, reached=False)
    early = metrics.progress(map_.journey, one, "2025-01-01")
    assert early is not None
    assert early.first == 10
    for other in (metric(map_, 10), metric(map_, target=3.0)):
        assert metrics.progress(map_.journey, other) is None


def test_values_are_said_with_their_unit() -> None:
    share = Metric(map_id="m", about_id="s", unit="%")
    assert metrics.value_words(share, 12.5, "ru") == "12,5\u00a0%"
    assert metrics.value_words(Metric(map_id="m", about_id="s"), -1200, "en") == "−1,200"


# Verdicts


def test_a_local_rise_without_an_end_one_says_that_the_bottleneck_has_moved(map_: Small) -> None:
    one = hypothesis(map_, metric(map_, 10, 11, None, None, None, 20, 22))
    metric(map_, 5, 5, None, None, None, 5, 4, title="orders", end=True)
    said = found(map_, one)
    assert said.bottleneck_moved
    assert said.result == "better"
    assert said.end is not None
    assert said.end.size == -0.5
    lines = verdict_words(map_.journey, said, "en")
    assert lines == (
        "“calls” got better: 10.5 → 21.",
        "There are too few values to be sure.",
        "The end metric “orders” did not get better (5 → 4.5): the bottleneck has moved.",
    )
    assert "узкое место сместилось" in verdict_words(map_.journey, said, "ru")[-1]


@pytest.mark.parametrize(
    ("local", "end", "result", "at_the_end"),
    [
        ((1, 2), (5, 6), "better", "end_better"),
        ((1, 2), (5, 5), "better", "bottleneck_moved"),
        ((2, 1), (5, 5), "worse", "end_not"),
        ((2, 1), (5, 6), "worse", "end_better"),
        ((2, 2), (5, 4), "same", "end_not"),
        ((1, 2), (5, None), "better", "end_unknown"),
        ((None, 2), (5, 4), "no_before", ""),
        ((1, None), (5, 4), "no_after", ""),
    ],
)
def test_the_end_metric_always_has_a_say(
    map_: Small, local: tuple[Any, Any], end: tuple[Any, Any], result: str, at_the_end: str
) -> None:
    one = hypothesis(map_, metric(map_, local[0], *[None] * 4, local[1]))
    metric(map_, end[0], *[None] * 4, end[1], end=True)
    said = found(map_, one)
    assert (said.result, said.at_the_end) == (result, at_the_end)
    for language in ("en", "ru"):
        assert all("{" not in line for line in verdict_words(map_.journey, said, language))


def test_what_may_be_chance_moves_no_bottleneck(map_: Small) -> None:
    local = metric(map_, (30, 20), *[None] * 4, (45, 20), unit="%")
    end = metric(map_, (30, 2000), *[None] * 4, (20, 2000), unit="%", end=True)
    said = found(map_, hypothesis(map_, local))
    assert (said.result, said.at_the_end) == ("chance", "end_not")
    sure = metric(map_, (30, 2000), *[None] * 4, (45, 2000), unit="%")
    assert found(map_, hypothesis(map_, sure)).bottleneck_moved
    moves.drop(map_.draft, end)
    metric(map_, (30, 20), *[None] * 4, (45, 20), unit="%", end=True)
    assert found(map_, hypothesis(map_, sure)).at_the_end == "end_chance"


def test_the_end_metric_itself_needs_no_other(map_: Small) -> None:
    said = found(map_, hypothesis(map_, metric(map_, 1, *[None] * 4, 2, end=True)))
    assert (said.result, said.at_the_end, said.end) == ("better", "", None)


def test_without_an_end_metric_that_is_said(map_: Small) -> None:
    said = found(map_, hypothesis(map_, metric(map_, 1, *[None] * 4, 2)))
    assert said.at_the_end == "no_end"
    assert "No end metric" in verdict_words(map_.journey, said, "en")[-1]


def test_what_has_no_metric_or_has_not_begun_has_no_verdict(map_: Small) -> None:
    assert found(map_, hypothesis(map_, None)).result == "no_metric"
    idea = hypothesis(map_, metric(map_, 1), status="idea", started="")
    assert found(map_, idea).result == "not_started"
    for one in (idea, hypothesis(map_, None)):
        assert verdict_words(map_.journey, found(map_, one), "ru")


def test_what_ended_without_a_first_day_is_not_told_to_begin(map_: Small) -> None:
    idea = hypothesis(map_, metric(map_, 1, None, 2), status="idea", started="")
    moves.move_hypothesis(map_.draft, idea, "confirmed", date="2026-06-01")
    said = found(map_, idea)
    assert said.result == "no_start"
    assert "day" in verdict_words(map_.journey, said, "en")[0]
    assert "день" in verdict_words(map_.journey, said, "ru")[0]


def test_two_at_the_same_time_muddle_each_other(map_: Small) -> None:
    one = hypothesis(map_, metric(map_, 1, *[None] * 4, 2))
    assert not found(map_, one).muddled
    earlier = hypothesis(map_, None, status="rejected", started="2026-01-01", ended="2026-06-01")
    assert not found(map_, one).muddled
    moves.set_fields(map_.draft, earlier, ended="2026-06-02")
    assert found(map_, one).muddled
    assert "Another hypothesis" in verdict_words(map_.journey, found(map_, one), "en")[-1]
    moves.set_fields(map_.draft, earlier, started="2027-01-01", ended="")
    assert found(map_, one).muddled


def test_values_of_the_next_hypothesis_do_not_count(map_: Small) -> None:
    one = hypothesis(
        map_, metric(map_, 1, *[None] * 4, 2, 2, 9), status="confirmed", ended="2026-07-15"
    )
    hypothesis(map_, None, started="2026-08-01")
    local = found(map_, one).local
    assert local is not None
    assert local.after is not None
    assert (local.after.count, local.after.mean) == (2, 2)


def test_the_sample_has_a_verdict() -> None:
    journey = templates.make("sample-b2b", "en")
    (running,) = (one for one in journey.all(Hypothesis) if one.status == "running")
    said = verdict(journey, running.id)
    assert said.local is not None
    assert (said.result, said.local.sure) == ("better", "sure")
    assert said.bottleneck_moved
    assert verdict_words(journey, said, "ru")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((33.333, 33.333, None, None, None, 41.26, 41.26), ("33.3 %", "41.3 %")),
        ((42.31, 42.31, None, None, None, 42.34, 42.34), ("42.31 %", "42.34 %")),
        ((1234.5, 1236.1, None, None, None, 2000, 2000), ("1,235 %", "2,000 %")),
        ((0, 0, None, None, None, 0.126, 0.126), ("0 %", "0.13 %")),
        ((-3.14159, None, None, None, None, 7, None), ("−3.14 %", "7 %")),
        ((None, None, None, None, None, 7, None), ("", "7 %")),
    ],
)
def test_means_are_said_no_more_exactly_than_they_can_be(
    map_: Small, values: tuple[Any, ...], said: tuple[str, str]
) -> None:
    one = metric(map_, *values, unit="%")
    change = metrics.change(map_.journey, one, START)
    words = metrics.change_words(map_.journey, change, "en")
    assert tuple(one.replace("\u00a0", " ") for one in words) == said


def test_that_the_bottleneck_moved_is_said_in_short_and_else_nothing(map_: Small) -> None:
    local = metric(map_, 20, 21, 20, 21, 20, 40, 41, 42)
    end = metric(map_, 30, 31, 30, 31, 30, 30, 30, 30, end=True, title="orders")
    tested = hypothesis(map_, local)
    said = moved_words(map_.journey, found(map_, tested), "en")
    assert said == "The bottleneck moved: end 30.4 → 30"
    assert "сместилось" in moved_words(map_.journey, found(map_, tested), "ru")
    moves.set_fields(map_.draft, end, end=False)
    assert moved_words(map_.journey, found(map_, tested), "en") == ""
