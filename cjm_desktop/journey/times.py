"""How long a journey takes: its stages, the waits on its passages, and where it goes slowly.

A stage says itself how long it takes, or its steps say it together. The wait of a passage is the
time between two touchpoints; it is part of the stages it lies in and never added to them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from cjm_desktop.journey import grid, plans
from cjm_desktop.journey.durations import minutes
from cjm_desktop.journey.durations import total as together
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Duration, Link, Path, Stage, State, Step, Touchpoint

Which = Literal["planned", "actual", "known"]
"""As it is planned; as it really is; as far as is known: the actual time, else the planned one."""
Timed = Stage | Step | Link
"""What takes time."""
Compared = Literal["", "as_planned", "slower", "faster"]

_COUNTED: dict[State, Which] = {"as_is": "known", "to_be": "planned"}
"""The time that counts on each path."""
_VIEWS: dict[Which, Path] = {"planned": "to_be", "actual": "as_is", "known": "as_is"}
"""The path whose stages count."""


class Times(NamedTuple):
    """How long something takes, as planned and as it is."""

    planned: Duration | None
    actual: Duration | None
    mixed: Duration | None = None
    """Of a stage that says neither: its steps as they are, each as far as it is known."""

    @property
    def known(self) -> Duration | None:
        """The actual time, else the planned one."""
        return self.actual or self.mixed or self.planned

    @property
    def compared(self) -> Compared:
        """How the actual time stands to the plan; empty where one of the two is not known.

        Slower or faster it is only where the two ranges do not overlap.
        """
        if self.planned is None or self.actual is None:
            return ""
        planned, actual = ends(self.planned), ends(self.actual)
        if actual[0] > planned[1]:
            return "slower"
        return "faster" if actual[1] < planned[0] else "as_planned"

    def of(self, which: Which) -> Duration | None:
        """One of the two, or what is known."""
        if which == "known":
            return self.known
        return self.planned if which == "planned" else self.actual


class Whole(NamedTuple):
    """How long all stages of a map take together."""

    span: Duration | None
    """With its range; None where no stage says it."""
    said: int
    """How many stages say it."""
    stages: int
    """Of how many on that path."""


class Slow(NamedTuple):
    """One thing that takes time, and how much."""

    record: Timed
    times: Times


def ends(span: Duration) -> tuple[float, float]:
    """The least and the most minutes of a span; where it has no range both are the span."""
    low = span.value if span.low is None else span.low
    high = span.value if span.high is None else span.high
    return minutes(Duration(low, span.unit)), minutes(Duration(high, span.unit))


def of(journey: Journey, record: Timed) -> Times:
    """How long a stage or a step takes, or the wait of a passage.

    A stage that does not say it itself takes as long as its steps, if all of them on that path say
    it.
    """
    if isinstance(record, Link):
        return Times(record.planned_wait, record.actual_wait)
    planned, actual = record.planned, record.actual
    if not isinstance(record, Stage):
        return Times(planned, actual)
    actual = actual or _of_steps(journey, record, "actual")
    mixed = _of_steps(journey, record, "known") if planned is None and actual is None else None
    return Times(planned or _of_steps(journey, record, "planned"), actual, mixed)


def waiting(journey: Journey, map_id: str) -> list[Link]:
    """The passages of a map that say how long they wait, as planned or as it is."""
    found = journey.links(map_id)
    return [one for one in found if one.planned_wait is not None or one.actual_wait is not None]


def total(journey: Journey, map_id: str, which: Which = "known") -> Whole:
    """How long a map's stages take together.

    Of the plan those stages count that are on the path as it should be, else those that are on the
    path as it is.
    """
    stages = [one for one in journey.stages(map_id) if plans.shown(journey, one, _VIEWS[which])]
    spans = [of(journey, one).of(which) for one in stages]
    said = sum(one is not None for one in spans)
    return Whole(together(spans), said, len(stages))


def slowest(
    journey: Journey, map_id: str, most: int = 3, path: State = "as_is"
) -> tuple[Slow, ...]:
    """What takes longest on a path, the longest first.

    Passages that wait, steps, and stages of whose steps none says how long it takes; of equals what
    comes first on the map.

    Args:
        most: how many to name.
        path: as it is, with the known times, or as it should be, with the planned ones.
    """
    which = _COUNTED[path]
    found = [Slow(one, of(journey, one)) for one in _timed(journey, map_id, path)]
    known = [one for one in found if minutes(one.times.of(which)) > 0]
    known.sort(key=lambda one: -minutes(one.times.of(which)))
    return tuple(known[:most])


def _of_steps(journey: Journey, stage: Stage, which: Which) -> Duration | None:
    steps = [one for one in journey.steps(stage.id) if plans.shown(journey, one, _VIEWS[which])]
    spans = [Times(one.planned, one.actual).of(which) for one in steps]
    return None if None in spans else together(spans)


def _tells(journey: Journey, record: Step | Link, path: State) -> bool:
    """Whether a step or a passage is on a path and says how long it takes there."""
    said = of(journey, record).of(_COUNTED[path]) is not None
    return said and plans.shown(journey, record, path)


def _timed(journey: Journey, map_id: str, path: State) -> Iterable[Timed]:
    """What may be slow, left to right: a passage stands where it begins."""
    columns = grid.of_map(journey, map_id)
    found: list[tuple[int, Timed]] = []
    stages = [one for one in journey.stages(map_id) if plans.shown(journey, one, path)]
    for stage in stages:
        steps = [one for one in journey.steps(stage.id) if _tells(journey, one, path)]
        found += [(columns.covered(one).start, one) for one in steps or (stage,)]
    for link in waiting(journey, map_id):
        start = journey.find(link.from_id) if _tells(journey, link, path) else None
        if isinstance(start, Touchpoint):
            found.append((columns.covered(start).start, link))
    return [record for _, record in sorted(found, key=lambda one: (one[0], one[1].id))]
