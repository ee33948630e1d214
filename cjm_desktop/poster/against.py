"""What rows of stages, or widths by time, cost: from how far a poster would be read without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.laid import lay_out
from cjm_desktop.poster.legibility import points
from cjm_desktop.poster.rowed import NOTICED, both, row_loss


def losses(journey: Journey, job: Job, body: float) -> Iterator[Problem]:
    """What the choices that may make type smaller cost, each with what it would be without it.

    Nothing where a distance says the size: then it is read from there whatever is chosen.

    Args:
        body: of the job's main text, pt.
    """
    if job.bound or job.reads_from is not None:
        return
    if job.stage_rows > 1:
        single = _body(journey, replace(job, stage_rows=1))
        if body < single * NOTICED:
            yield row_loss(job.stage_rows, body, single)
    if job.shows.width_by_time:
        even = _body(journey, replace(job, shows=replace(job.shows, width_by_time=False)))
        if body < even * NOTICED:
            yield Problem("poster.time_loss", **both(body, even))


def _body(journey: Journey, job: Job) -> float:
    """The main text of a job, pt."""
    laid = lay_out(journey, job)
    return points(laid.drawing.body_size, laid.unit)
