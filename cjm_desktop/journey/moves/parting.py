"""What becomes of the time of a stage that is split."""

from __future__ import annotations

from dataclasses import replace

from cjm_desktop.journey import times
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.durations import minutes
from cjm_desktop.journey.records import Duration, Stage

FINE = 2
"""Decimals of a part."""


def part_times(draft: Draft, first_id: str, second_id: str) -> None:
    """Part what the first stage says it takes between both, as their steps take it.

    Where only the steps of one of them say so, the other takes the rest; where none do, it stays
    with the first.
    """
    first, second = draft.journey.get(Stage, first_id), draft.journey.get(Stage, second_id)
    one, other = _steps(draft, first), _steps(draft, second)
    planned = _parted(first.planned, one.planned, other.planned)
    actual = _parted(first.actual, one.actual, other.actual)
    draft.put(replace(first, planned=planned[0], actual=actual[0]))
    draft.put(replace(second, planned=planned[1], actual=actual[1]))


def _steps(draft: Draft, stage: Stage) -> times.Times:
    """How long the steps of a stage take together, whatever it says itself."""
    return times.of(draft.journey, replace(stage, planned=None, actual=None))


def _parted(
    whole: Duration | None, first: Duration | None, second: Duration | None
) -> tuple[Duration | None, Duration | None]:
    if whole is None:
        return None, None
    part = _part(minutes(whole), first, second)
    if part == 1.0:
        return whole, _nothing(whole, second)
    if part == 0.0:
        return _nothing(whole, first), whole
    one = [_share(number, part) for number in (whole.value, whole.low, whole.high)]
    other = [_left(*pair) for pair in zip((whole.value, whole.low, whole.high), one, strict=True)]
    return _duration(whole, *one), _duration(whole, *other)


def _part(whole: float, first: Duration | None, second: Duration | None) -> float:
    """Which part of so many minutes the first one takes, 0 to 1."""
    if first is not None and second is not None:
        both = minutes(first) + minutes(second)
        return minutes(first) / both if both else 1.0
    if not whole or (first is None and second is None):
        return 1.0
    known = min(1.0, minutes(first or second) / whole)
    return known if second is None else 1.0 - known


def _nothing(whole: Duration, steps: Duration | None) -> Duration | None:
    """What is said of the half for which nothing is left: no time, where its steps say else."""
    return Duration(0.0, whole.unit) if steps is not None and minutes(steps) else None


def _duration(
    like: Duration, value: float | None, low: float | None, high: float | None
) -> Duration:
    return Duration(value or 0.0, like.unit, low, high)


def _share(number: float | None, part: float) -> float | None:
    return None if number is None else round(number * part, FINE)


def _left(whole: float | None, taken: float | None) -> float | None:
    return None if whole is None or taken is None else round(whole - taken, FINE)
