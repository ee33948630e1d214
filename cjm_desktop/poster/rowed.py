"""How many rows of stages a poster has, and from how far it is read with one, two or more."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop import layout
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.poster.job import MOST_ROWS, Job
from cjm_desktop.poster.legibility import distance, points

WORTHWHILE = 1.15
"""One more row is worth it where the poster is read from so many times as far."""


class RowChoice(NamedTuple):
    """A poster in so many rows of stages."""

    rows: int
    body_pt: float
    distance_m: float
    """From which the body text is read."""


def fitted(journey: Journey, job: Job, width: float, height: float) -> Drawing:
    """The map of a job on a page of that size, mm, in as many rows as asked for."""
    rows = job.stage_rows
    if not rows:
        rows = best(choices(journey, job, width, height)).rows if job.may_be_rowed else 1
    return _drawn(journey, job, width, height, rows)


def _drawn(journey: Journey, job: Job, width: float, height: float, rows: int) -> Drawing:
    return layout.fit_rows(journey, job.map_id, job.colours, job.options, width, height, rows)


def choices(journey: Journey, job: Job, width: float, height: float) -> tuple[RowChoice, ...]:
    """From how far a map on a page of that size, mm, is read in one row and in more.

    As many as there are stages, and no more than `MOST_ROWS`. One only for a job that cannot have
    several.
    """
    count = len(journey.stages(job.map_id)) if job.may_be_rowed else 1
    found = []
    for rows in range(1, max(1, min(MOST_ROWS, count)) + 1):
        drawing = _drawn(journey, job, width, height, rows)
        body = points(drawing.body_size, width / drawing.width)
        found.append(RowChoice(rows, body, distance(body)))
    return tuple(found)


def best(found: tuple[RowChoice, ...]) -> RowChoice:
    """The one with the largest type; further rows count only where they gain much."""
    chosen = found[0]
    for one in found[1:]:
        if one.body_pt >= chosen.body_pt * WORTHWHILE:
            chosen = one
    return chosen


def row_gain(found: tuple[RowChoice, ...], rows: int) -> Problem | None:
    """What more rows would bring beside so many, as a sentence; None where it is not much."""
    now = next((one for one in found if one.rows == rows), None)
    if now is None:
        return None
    better = best(found)
    if better.rows <= now.rows or better.body_pt < now.body_pt * WORTHWHILE:
        return None
    said = {"near": round(now.distance_m, 1), "far": round(better.distance_m, 1)}
    return Problem("poster.rows_gain", n=better.rows, **said)
