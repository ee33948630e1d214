"""The sheets of a poster: so many, or as many as its size or its reading distance takes."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from cjm_desktop.journey.problems import Problem
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.poster import cuts, legibility, tiles
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.legibility import distance, metres, points
from cjm_desktop.poster.paper import Paper
from cjm_desktop.poster.tiles import Grid


class Reach(NamedTuple):
    """A distance to read from against a number of sheets."""

    wanted: float
    """From how far it is to be read, m."""
    needed: int
    """Sheets that it takes."""
    sheets: int
    """That there may be."""
    reached: float
    """From how far a poster on these is read, m."""

    @property
    def problem(self) -> Problem:
        """Both, in words."""
        far = {"wanted": metres(self.wanted), "reached": metres(self.reached)}
        return Problem("poster.reach", n=self.needed, sheets=self.sheets, **far)


def reach(job: Job, sheet: Paper, drawing: Drawing, wanted: float, sheets: int) -> Reach:
    """What it takes to read a poster from so far, and how far so many sheets get.

    A poster is the same at every size, so nothing is laid out anew.

    Args:
        sheet: of paper in the printer.
        drawing: of the poster.
        wanted: m.
        sheets: at most.

    Raises:
        Problem: it would take more sheets than anybody glues.
    """
    free = replace(job, reads_from=None, sheets=None, fill=False)
    far = turned(free, sheet, *legibility.read_from(drawing, wanted))
    near = turned(replace(free, sheets=sheets), sheet, drawing.width, drawing.height)
    near = cuts.spared(near, drawing)
    body = points(drawing.body_size, near.width / drawing.width)
    return Reach(wanted, far.rows * far.columns, sheets, distance(body))


def turned(job: Job, sheet: Paper, width: float, height: float) -> Grid:
    """The sheets of a job, turned as it says or as takes the fewest of them.

    Raises:
        Problem: there are more than anybody glues.
    """
    turns = (job.tiles_landscape,) if job.tiles_landscape is not None else (True, False)
    tried = [_cut(job, sheet.turned(turn), width, height) for turn in turns]
    if job.sheets is not None:
        best = max(tried, key=lambda each: (round(each.width, 3), -each.rows * each.columns))
    else:
        best = min(tried, key=lambda each: each.rows * each.columns)
    tiles.check_count(best)
    return best


def _cut(job: Job, sheet: Paper, width: float, height: float) -> Grid:
    grid = Grid(sheet, job.margin, job.overlap, width, height)
    proportion = width / height
    if job.sheets is not None:
        size = tiles.best_for(grid, job.sheets, proportion)
    elif job.fill:
        size = tiles.largest(grid, grid.rows, grid.columns, proportion)
    else:
        return grid
    return Grid(sheet, job.margin, job.overlap, *size)
