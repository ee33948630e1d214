"""How many rows of stages a poster has, and from how far it is read with one, two or more."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop import layout
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.poster.job import MOST_ROWS, Job
from cjm_desktop.poster.legibility import distance, metres, points

WORTHWHILE = 1.15
"""One more row is worth it where the poster is read from so many times as far."""


NOTICED = 0.98
"""Type that is smaller than this part of what it was is read from less far."""
_MANY = 2000
"""Cards of a map that is laid out again and again only where that is asked for."""


class RowChoice(NamedTuple):
    """A poster in so many rows of stages."""

    rows: int
    body_pt: float
    distance_m: float
    """From which the body text is read."""

    @property
    def metres(self) -> float:
        """The distance as it is said."""
        return metres(self.distance_m)


Rows = tuple[RowChoice, ...]


def fitted(journey: Journey, job: Job, width: float, height: float) -> Drawing:
    """The map of a job on a page of that size, mm, in as many rows as asked for."""
    rows = job.stage_rows
    if not rows:
        rows = best(choices(journey, job, width, height)).rows if job.may_be_rowed else 1
    return _drawn(journey, job, width, height, rows)


def _drawn(journey: Journey, job: Job, width: float, height: float, rows: int) -> Drawing:
    return layout.fit_rows(journey, job.map_id, job.colours, job.options, width, height, rows)


def choices(
    journey: Journey, job: Job, width: float, height: float, drawn: Drawing | None = None
) -> Rows:
    """From how far a map on a page of that size, mm, is read in one row and in more.

    As long as one more makes its type larger, and then one; no more than `MOST_ROWS`. One only for
    a job that cannot have several.

    Args:
        drawn: the map as the job has it, if it is known.
    """
    count = len(journey.stages(job.map_id)) if job.may_be_rowed else 1
    found: list[RowChoice] = []
    for rows in range(1, max(1, min(MOST_ROWS, count)) + 1):
        known = drawn if rows == job.stage_rows else None
        drawing = known or _drawn(journey, job, width, height, rows)
        body = points(drawing.body_size, width / drawing.width)
        found.append(RowChoice(rows, body, distance(body)))
        if rows >= max(2, job.stage_rows) and body < found[-2].body_pt:
            break
    return tuple(found)


def row_offers(journey: Journey, job: Job, width: float, height: float, drawn: Drawing) -> Rows:
    """What is to be offered beside a poster of that size: nothing of a map that takes too long."""
    many = sum(len(journey.cards_of_lane(one.id)) for one in journey.lanes(job.map_id))
    if not job.may_be_rowed or many > _MANY:
        return ()
    return choices(journey, job, width, height, drawn)


def best(found: Rows) -> RowChoice:
    """The one with the largest type; further rows count only where they gain much."""
    chosen = found[0]
    for one in found[1:]:
        if one.body_pt >= chosen.body_pt * WORTHWHILE:
            chosen = one
    return chosen


def row_gain(found: Rows, rows: int) -> Problem | None:
    """What more rows would bring beside so many, as a sentence; None where it is not much."""
    now = next((one for one in found if one.rows == rows), None)
    if now is None:
        return None
    better = best(found)
    if better.rows <= now.rows or better.body_pt < now.body_pt * WORTHWHILE:
        return None
    said = {"near": now.metres, "far": better.metres}
    return Problem("poster.rows_gain", n=better.rows, **said)


def row_word(found: Rows, rows: int, stages: int) -> Problem:
    """What is to be said beside the choice of rows: what more bring, what these cost, or why not.

    Args:
        found: what is offered; empty: nothing was tried.
        rows: that are chosen.
        stages: of the map.
    """
    if stages < 2:
        return Problem("poster.rows_single")
    if not found:
        return Problem("poster.rows_many")
    gain, first = row_gain(found, rows), found[0]
    if gain is not None:
        return gain
    now = next((one for one in found if one.rows == rows), found[-1])
    if now.body_pt < first.body_pt * NOTICED:
        return row_loss(now.rows, now.body_pt, first.body_pt)
    worse = next((one for one in found if one.body_pt < first.body_pt * NOTICED), None)
    if worse is None or now is not first:
        return Problem("poster.rows_same")
    return Problem("poster.rows_best", n=worse.rows, near=worse.metres, far=first.metres)


def row_loss(rows: int, body: float, single: float) -> Problem:
    """What so many rows cost against one: both sizes of the main text, pt, and both distances."""
    return Problem("poster.rows_loss", n=rows, **both(body, single))


def both(body: float, before: float) -> dict[str, float]:
    """Two sizes of the main text, pt, and from how far each is read, as a sentence has them."""
    said = {"small": round(body, 1), "large": round(before, 1)}
    return said | {"near": metres(distance(body)), "far": metres(distance(before))}
