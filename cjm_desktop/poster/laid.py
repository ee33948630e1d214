"""A map laid out for a job: the drawing, the finished size, and the sheets it is cut into."""

from __future__ import annotations

from dataclasses import dataclass

from cjm_desktop import layout
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import JourneyMap
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.poster import tiles
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.paper import Paper
from cjm_desktop.poster.tiles import Grid


@dataclass(frozen=True, slots=True)
class Laid:
    """A map as it will be printed."""

    job: Job
    title: str
    drawing: Drawing
    width: float
    """Of the finished poster, mm."""
    height: float
    grid: Grid | None
    """None: in one piece."""

    @property
    def unit(self) -> float:
        """mm to a unit of the drawing."""
        return self.width / self.drawing.width

    @property
    def enlarged(self) -> float:
        """The poster's size against the paper that was asked for."""
        asked = self.job.finished
        return self.width / asked.width if asked.width else self.height / asked.height

    def in_units(self, rect: Rect) -> Rect:
        """A rectangle in mm as one in the drawing's units."""
        k = 1 / self.unit
        return rect[0] * k, rect[1] * k, rect[2] * k, rect[3] * k


def lay_out(journey: Journey, job: Job) -> Laid:
    """Lay a map out for a job.

    Raises:
        Problem: the job asks for what cannot be printed.
        KeyError: there is no such map.
    """
    job.check()
    title = journey.get(JourneyMap, job.map_id).title or journey.document.title
    width, height = _asked(journey, job)
    grid = None
    if job.tiles is not None:
        grid = _grid(job, job.tiles, width, height)
        width, height = grid.width, grid.height
    drawing = layout.fit(journey, job.map_id, job.colours, job.options, width, height)
    return Laid(job, title, drawing, width, height, grid)


def _asked(journey: Journey, job: Job) -> tuple[float, float]:
    """The finished size, mm; a roll is as long as the map is at its natural proportions."""
    paper = job.finished
    if not paper.roll:
        return paper.width, paper.height
    natural = layout.draw(journey, job.map_id, job.colours, job.options)
    if paper.width:
        return paper.width, paper.width * natural.height / natural.width
    return paper.height * natural.width / natural.height, paper.height


def _grid(job: Job, sheet: Paper, width: float, height: float) -> Grid:
    """The sheets of a job, turned as it says or as takes the fewest of them."""
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
