"""What a map shows of its time: how long its columns take, where it waits, what is slowest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.journey import plans, timeline, times
from cjm_desktop.journey.durations import minutes
from cjm_desktop.journey.journey import Column, Journey
from cjm_desktop.journey.records import Path, State
from cjm_desktop.journey.silences import Silence
from cjm_desktop.journey.timeline import Passage, Taken

_SLOWEST = 3
"""So many are marked at most."""
_ALL = 1_000_000


class Timing(NamedTuple):
    """The time of the columns that are to be seen."""

    passages: tuple[Passage, ...] = ()
    silences: tuple[Silence, ...] = ()
    slowest: frozenset[str] = frozenset()
    """Stages, steps and passages that take longest."""
    taken: tuple[Taken, ...] = ()
    """For each column; empty where widths do not follow time."""
    measure: tuple[Taken, ...] = ()
    """The same of the path as it is: its scale holds for the plan too, to be compared with it."""


NO_TIME = Timing()


def taken(
    journey: Journey,
    map_id: str,
    columns: Sequence[Column],
    view: Path,
    waiting: Sequence[Passage],
) -> tuple[tuple[Taken, ...], tuple[Taken, ...]]:
    """How much time the columns of a view take, and those of the path as it is.

    Args:
        columns: those that the view shows.
        waiting: their passages.
    """
    found = timeline.of_columns(journey, columns, waiting, view)
    measure = _as_it_is(journey, map_id) if view == "to_be" else found
    return found, measure if any(one.minutes for one in measure) else found


def _as_it_is(journey: Journey, map_id: str) -> tuple[Taken, ...]:
    columns = plans.columns(journey, map_id, "as_is")
    waiting = timeline.passages(journey, map_id, columns, "as_is")
    return timeline.of_columns(journey, columns, waiting, "as_is")


def said(journey: Journey, map_id: str) -> bool:
    """Whether anything on a map says how long it takes."""
    stages, links = journey.stages(map_id), journey.links(map_id)
    if any(one.planned or one.actual for one in stages):
        return True
    if any(one.planned_wait or one.actual_wait for one in links):
        return True
    return any(step.planned or step.actual for one in stages for step in journey.steps(one.id))


def slowest(journey: Journey, map_id: str, path: State) -> frozenset[str]:
    """What takes longest, as far as it takes longer than what takes time does on the average."""
    which = timeline.WHICH[path]
    known = [
        (one.record.id, minutes(one.times.of(which)))
        for one in times.slowest(journey, map_id, _ALL, path)
    ]
    average = sum(span for _, span in known) / (len(known) or 1)
    return frozenset(key for key, span in known[:_SLOWEST] if span > average * 1.01)
