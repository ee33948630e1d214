"""A metric's values in time as a chart lays them out: for the window as for the map."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cjm_desktop.journey import metrics
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Measurement, Metric


class Series(NamedTuple):
    """What a chart shows."""

    values: tuple[Measurement, ...] = ()
    """Oldest first, each with a date."""
    target: float | None = None
    began: str = ""
    """ISO date of the start that parts before from after; empty: nothing began."""


class Plot(NamedTuple):
    """Where the parts of a chart lie in its box, in the box's own unit."""

    points: tuple[tuple[float, float], ...]
    began: float | None
    """x of the start."""
    target: float | None
    """y of the target."""

    @property
    def split(self) -> int:
        """How many points lie before the start; all of them where nothing began."""
        if self.began is None:
            return len(self.points)
        return sum(x < self.began for x, _ in self.points)


def series(journey: Journey, metric_id: str, began: str = "") -> Series:
    """What a chart of a metric shows.

    Args:
        began: ISO date of the start of the hypothesis it is seen with.
    """
    metric = journey.get(Metric, metric_id)
    return Series(metrics.series(journey, metric_id), metric.target, began)


def days(*shown: Series) -> tuple[int, int]:
    """The first and the last day of some series with values together, with their starts."""
    found = [_number(one.date) for each in shown for one in each.values]
    found += [_number(each.began) for each in shown if each.began]
    return min(found), max(found)


def plot(
    shown: Series,
    width: float,
    height: float,
    between: tuple[int, int] | None = None,
    least: float = 0.0,
) -> Plot:
    """Lay a chart out in a box: days across, values up; the target and the start are always in it.

    Args:
        width, height: of the box.
        between: the days at its left and right edge, where other charts share them.
        least: part of the largest value that the height stands for at least, so that a small
            change looks small.
    """
    if not shown.values:
        return Plot((), None, None)
    first, last = between or days(shown)
    target = [shown.target] if shown.target is not None else []
    heights = [one.value for one in shown.values] + target
    low, high = min(heights), max(heights)
    spare = max(0.0, least * max(abs(low), abs(high)) - (high - low)) / 2
    low, high = low - spare, high + spare

    def x(day: str) -> float:
        return width * (_number(day) - first) / (last - first) if last > first else width / 2

    def y(value: float) -> float:
        return height * (high - value) / (high - low) if high > low else height / 2

    return Plot(
        tuple((x(one.date), y(one.value)) for one in shown.values),
        x(shown.began) if shown.began else None,
        y(target[0]) if target else None,
    )


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
