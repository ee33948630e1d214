"""The time of a map along its columns: how much each takes, and where passages wait.

A stage's own time is shared by its columns: steps that say how long they take keep that, the others
share what is left, after each has got the wait that lies behind it. So the columns of a stage that
says its time always take just that time together, and a wait is never added to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from cjm_desktop.journey import grid, plans, times
from cjm_desktop.journey.durations import minutes
from cjm_desktop.journey.journey import Column, Journey
from cjm_desktop.journey.records import Duration, Path, Stage, Touchpoint
from cjm_desktop.journey.times import Which

WHICH: dict[Path, Which] = {"as_is": "known", "to_be": "planned", "both": "known"}
"""The time that each view counts."""


class Passage(NamedTuple):
    """A passage that waits, as a view shows it."""

    link_id: str
    from_id: str
    """The touchpoints it is drawn at: what stands for its own ones in this view."""
    to_id: str
    wait: Duration
    before: range
    """The columns of the view that its first touchpoint covers."""
    after: range


class Taken(NamedTuple):
    """How much time a column takes."""

    minutes: float
    """0: nobody knows."""
    wait: float = 0.0
    """The part of it, minutes, that passes between its touchpoints and those of the next column."""


def passages(
    journey: Journey, map_id: str, columns: Sequence[Column], view: Path
) -> tuple[Passage, ...]:
    """The passages of a map that wait, left to right.

    Args:
        columns: those that the view shows.
    """
    every = grid.of_map(journey, map_id)
    number = {(step or stage).id: at for at, (stage, step) in enumerate(columns)}
    shown = [number.get((step or stage).id) for stage, step in every.columns]
    found = []
    for link in times.waiting(journey, map_id):
        wait = times.of(journey, link).of(WHICH[view])
        if wait is None or minutes(wait) <= 0:
            continue
        ends = [_seen(journey, one, view) for one in (link.from_id, link.to_id)]
        if None in ends:
            continue
        here = [
            [at for column in every.covered(end) if (at := shown[column]) is not None]
            for end in ends
            if end is not None
        ]
        if all(here):
            first, last = (range(one[0], one[-1] + 1) for one in here)
            ids = [one.id for one in ends if one is not None]
            found.append(Passage(link.id, ids[0], ids[1], wait, first, last))
    return tuple(sorted(found, key=lambda one: (one.before.start, one.after.start, one.link_id)))


def _seen(journey: Journey, contact_id: str, view: Path) -> Touchpoint | None:
    """What a view shows for an end of a passage."""
    if contact_id not in journey:
        return None
    found = journey.find(plans.stand_in(journey, contact_id, view))
    return found if isinstance(found, Touchpoint) else None


def of_columns(
    journey: Journey, columns: Sequence[Column], waiting: Sequence[Passage], view: Path
) -> tuple[Taken, ...]:
    """How much time each column takes in a view, and what of it is the wait behind it.

    Args:
        columns: those that the view shows.
        waiting: their passages. One that leads to the next column waits between the two; one that
            leads over columns waits in these.
    """
    behind, within = [0.0] * len(columns), [0.0] * len(columns)
    for one in waiting:
        over = range(one.before.stop, one.after.start)
        if over:
            for at in over:
                within[at] = max(within[at], minutes(one.wait) / len(over))
        elif one.before.stop == one.after.start:
            last = one.before.stop - 1
            behind[last] = max(behind[last], minutes(one.wait))
    least = [max(pair) for pair in zip(behind, within, strict=True)]
    found: list[float] = []
    for stage, group in groupby(columns, key=lambda one: one.stage):
        listed = list(group)
        found += _shared(journey, stage, listed, least[len(found) : len(found) + len(listed)], view)
    return tuple(Taken(*pair) for pair in zip(found, behind, strict=True))


def _shared(
    journey: Journey, stage: Stage, columns: Sequence[Column], least: Sequence[float], view: Path
) -> list[float]:
    """The time of a stage's columns, minutes.

    Args:
        least: what those that do not say it take at least.
    """
    which = WHICH[view]
    whole = minutes(times.of(journey, stage).of(which))
    said = [
        minutes(times.of(journey, step).of(which)) if step is not None else 0.0
        for _, step in columns
    ]
    silent = [at for at, one in enumerate(said) if not one]
    if not whole:
        return [one or more for one, more in zip(said, least, strict=True)]
    left = whole - sum(said)
    if not silent or left <= 0:
        part = whole / (sum(said) or 1.0)
        return [one * part for one in said]
    waits = sum(least[at] for at in silent)
    part = min(1.0, left / waits) if waits else 0.0
    even = max(0.0, left - waits) / len(silent)
    return [one or more * part + even for one, more in zip(said, least, strict=True)]
