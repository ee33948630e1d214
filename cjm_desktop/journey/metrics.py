"""What the numbers say: a metric before and after something began, and how near its target is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cjm_desktop.journey import chance, words
from cjm_desktop.journey.chance import Share
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Measurement, Metric

_DIGITS = (3, 4, 5, 6, 9, 12)
Sure = Literal["none", "few", "chance", "sure"]
"""No values on one side; too few to say; no more than chance; more than chance."""


@dataclass(frozen=True, slots=True)
class Part:
    """The values of a metric before or after a day, together."""

    count: int
    mean: float
    """Weighted by sample size where every value has one."""
    sample: int | None
    """All samples together; None where one of them is not known."""
    low: float | None = None
    high: float | None = None
    """The 95 % interval of a share, in the metric's own unit; None of what is no share."""


@dataclass(frozen=True, slots=True)
class Change:
    """A metric before and after a day."""

    metric_id: str
    before: Part | None
    after: Part | None
    low: float | None = None
    high: float | None = None
    """The 95 % interval of the change of a share, in the metric's own unit."""
    sure: Sure = "none"
    better: bool | None = None
    """Whether it went where better lies; None where it did not move, or nobody knows."""

    @property
    def size(self) -> float | None:
        """The mean after less the mean before; None where one of them is missing."""
        if self.before is None or self.after is None:
            return None
        return self.after.mean - self.before.mean

    @property
    def improved(self) -> bool:
        """It went where better lies, as far as the values can say by more than chance."""
        return self.better is True and self.sure != "chance"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a metric has come from where it began to its target."""

    first: float
    now: float
    target: float
    share: float
    """0 where it began, 1 at the target; below 0 it went the wrong way."""
    reached: bool


def series(journey: Journey, metric_id: str) -> tuple[Measurement, ...]:
    """The values of a metric that have a date, oldest first."""
    return tuple(one for one in journey.measurements(metric_id) if one.date)


def change(journey: Journey, metric_id: str, day: str, until: str = "") -> Change:
    """A metric before a day, and from that day on.

    Means are weighted by sample size where every value of that side has one. A metric in per cent
    whose values all have samples is taken for a share: the change is sure where the interval of the
    difference (Newcombe 1998) leaves out zero. Of other values it is sure where fewer than one in
    twenty random splits of them would lie as far apart (permutation test), and too few where no
    split ever could.

    Args:
        day: ISO date; a value of that very day counts as after.
        until: ISO date from which on values do not count; empty: all count.
    """
    metric, values = journey.get(Metric, metric_id), series(journey, metric_id)
    before = [one for one in values if one.date < day]
    after = [one for one in values if one.date >= day and not (until and one.date >= until)]
    if not before or not after:
        return Change(metric_id, _part(metric, before), _part(metric, after))
    parts = _together(before), _together(after)
    shares = [_share(metric, one) for one in (before, after)]
    low = high = None
    if shares[0] is not None and shares[1] is not None:
        low, high = (100 * one for one in chance.difference(shares[0], shares[1]))
        sure: Sure = "sure" if low > 0 or high < 0 else "chance"
    else:
        sure = _sure([one.value for one in before], [one.value for one in after])
    size = parts[1] - parts[0]
    better = None if math.isclose(size, 0, abs_tol=1e-12) else (size > 0) == _is_up(metric)
    sides = _part(metric, before), _part(metric, after)
    return Change(metric_id, *sides, low, high, sure, better)


def progress(journey: Journey, metric_id: str, day: str = "") -> Progress | None:
    """How far a metric has come to its target.

    Args:
        day: ISO date; it began with the mean of the values before. Without one, or without any
            such value, it began with its first value.

    Returns:
        None where there is no target or no value.
    """
    metric, values = journey.get(Metric, metric_id), series(journey, metric_id)
    if metric.target is None or not values:
        return None
    before = [one for one in values if day and one.date < day]
    first = _together(before) if before else values[0].value
    now, target = values[-1].value, metric.target
    reached = now >= target if _is_up(metric) else now <= target
    begun_beyond = first >= target if _is_up(metric) else first <= target
    if begun_beyond:
        return Progress(first, now, target, float(reached), reached)
    return Progress(first, now, target, (now - first) / (target - first), reached)


def value_words(metric: Metric, value: float, language: str) -> str:
    """A value of a metric with its unit: `34 %`, `12.5 days`."""
    number = words.number(float(value), language).replace("-", "−")
    unit = metric.unit.strip()
    return f"{number}\u00a0{unit}" if unit else number


def change_words(journey: Journey, found: Change, language: str) -> tuple[str, str]:
    """The means before and after with their unit, no more exact than they can be: `35.4 %`.

    Three digits, or as many more as tell them apart; empty where a side has no value.
    """
    metric = journey.get(Metric, found.metric_id)
    sides = (found.before, found.after)
    for digits in _DIGITS:
        said = [
            "" if one is None else value_words(metric, _rounded(one.mean, digits), language)
            for one in sides
        ]
        if said[0] != said[1] or not found.size:
            break
    return said[0], said[1]


def _rounded(value: float, digits: int) -> float:
    """A number to so many digits, whole numbers in full."""
    places = digits - 1 - math.floor(math.log10(abs(value))) if value else 0
    return round(value, max(0, places))


def _is_up(metric: Metric) -> bool:
    return metric.direction == "up"


def _part(metric: Metric, values: Sequence[Measurement]) -> Part | None:
    if not values:
        return None
    samples = [one.sample for one in values if one.sample is not None]
    whole = sum(samples) if len(samples) == len(values) else None
    share = _share(metric, values)
    low, high = (100 * one for one in chance.wilson(share)) if share else (None, None)
    return Part(len(values), _together(values), whole, low, high)


def _together(values: Sequence[Measurement]) -> float:
    """The mean of values, weighted by their samples where all have one."""
    weights = [one.sample or 0 for one in values]
    if any(one.sample is None for one in values) or not sum(weights):
        weights = [1] * len(values)
    whole = math.fsum(one.value * weight for one, weight in zip(values, weights, strict=True))
    return whole / sum(weights)


def _share(metric: Metric, values: Sequence[Measurement]) -> Share | None:
    """How many of how many, where a metric is a share in per cent of known samples."""
    if not metric.unit.strip().startswith("%"):
        return None
    if any(one.sample is None or not 0 <= one.value <= 100 for one in values):
        return None
    count = sum(one.sample or 0 for one in values)
    hits = math.fsum(one.value / 100 * (one.sample or 0) for one in values)
    return Share(min(hits, count), count) if count else None


def _sure(before: Sequence[float], after: Sequence[float]) -> Sure:
    if not chance.tellable(len(before), len(after)):
        return "few"
    return "sure" if chance.risk(before, after) <= chance.RISK else "chance"
