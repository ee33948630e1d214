"""A map laid out for a job: the drawing, the finished size, and the sheets it is cut into."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from cjm_desktop import layout
from cjm_desktop.journey import naming
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import JourneyMap
from cjm_desktop.layout.pieces import Cell, Colour, Drawing, Line, Piece, Shape
from cjm_desktop.poster import (
    blank,
    booklet,
    cards,
    cuts,
    gridding,
    legibility,
    reports,
    rowed,
    slideshow,
    tones,
)
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.leaves import Leaf
from cjm_desktop.poster.tiles import Grid

_FRAME = 0.35
"""Of a line round the poster, mm."""


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
    leaves: tuple[Leaf, ...] = ()
    """Pages that are no poster; the drawing is then the last one's."""
    stages: tuple[tuple[str, str], ...] = ()
    """Ids and names of the stages that are to be seen."""
    subject: str = ""
    """What the map is about, in a sentence."""
    cells: tuple[float, float] | None = None
    """Width and height of the smallest cell for notes on a blank map, mm."""
    for_notes: tuple[float, float] = (0.0, 0.0)
    """The size at which notes fit a blank map, mm."""

    @property
    def unit(self) -> float:
        """mm to a unit of the drawing."""
        return self.width / self.drawing.width

    @property
    def enlarged(self) -> float:
        """The poster's size against the paper that was asked for."""
        asked = self.job.finished
        if asked.as_needed:
            return 1.0
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
    found = _in_colour(journey, job)
    if job.tone == "colour":
        return found
    drawing = tones.toned(found.drawing, job.tone, {})
    return replace(found, drawing=drawing, leaves=tones.toned_leaves(found.leaves, job.tone))


def _in_colour(journey: Journey, job: Job) -> Laid:
    """A map laid out before its colours are changed to save ink."""
    if job.cards is not None:
        return _bound(journey, job, cards.leaves(journey, job, job.cards))
    if job.report:
        written = reports.actions if job.report == "actions" else reports.people
        return _bound(journey, job, written.leaves(journey, job))
    if job.slides:
        return _bound(journey, job, slideshow.leaves(journey, job))
    if job.booklet:
        return _bound(journey, job, booklet.leaves(journey, job))
    shown = blank.prepared(journey, job) if job.blank else journey
    width, height = _asked(shown, job)
    grid = None
    if job.tiles is not None:
        grid = gridding.turned(_counted(shown, job), job.tiles, width, height)
        width, height = grid.width, grid.height
    if job.blank:
        needed = blank.natural(shown, job)
        fits = job.paper.as_needed
        drawing = needed if fits else blank.fit(shown, job, width, height)
        found = _made(shown, job, drawing, (width, height), grid)
        cell = blank.cell(shown, drawing, width)
        return replace(found, cells=cell, for_notes=(needed.width, needed.height))
    drawing = rowed.fitted(journey, job, width, height)
    if grid is not None and job.as_large_as_can_be:
        grid = cuts.spared(grid, drawing)
        width, height = grid.width, grid.height
    return _made(journey, job, drawing, (width, height), grid)


def _bound(journey: Journey, job: Job, leaves: tuple[Leaf, ...]) -> Laid:
    """Pages that are no poster."""
    last = leaves[-1]
    found = _made(journey, job, last.parts[-1].drawing, (last.width, last.height), None)
    return replace(found, leaves=leaves)


def _made(
    journey: Journey, job: Job, drawing: Drawing, size: tuple[float, float], grid: Grid | None
) -> Laid:
    """A map as it will be printed, and what is said about it in the file."""
    shown = journey.get(JourneyMap, job.map_id)
    stages = tuple((one.id, one.title.strip()) for one in journey.stages(job.map_id))
    title = naming.map_title(journey, job.map_id)
    if job.frame and not job.bound:
        drawing = framed(drawing, job.colours.ink3, size[0] / drawing.width)
    if grid is not None:
        grid = cuts.avoided(grid, cuts.texts(drawing, size[0] / drawing.width))
    # Nothing is laid out by it again, and it holds as much as the map itself.
    drawing = replace(drawing, memo=None)
    return Laid(job, title, drawing, *size, grid, stages=stages, subject=shown.scenario)


def framed(drawing: Drawing, colour: Colour, unit: float) -> Drawing:
    """A drawing with a line just inside its edge.

    Args:
        unit: mm to a unit of the drawing.
    """
    thick = _FRAME / unit
    near, right, bottom = thick / 2, drawing.width - thick / 2, drawing.height - thick / 2
    corners = [(near, near), (right, near), (right, bottom), (near, bottom), (near, near)]
    # Four lines rather than a box: a sheet shows only those at its own edges.
    drawn = tuple([Line(*one, *other, colour, thick) for one, other in pairwise(corners)])
    pieces = tuple(
        [
            Piece(f"frame:{at}", "ground", "", 0, 0, Shape(drawing.width, drawing.height, (one,)))
            for at, one in enumerate(drawn)
        ]
    )
    cell = Cell("frame", "footer", 0, 0, drawing.width, drawing.height, pieces)
    return replace(drawing, cells=drawing.cells | {cell.id: cell})


def _asked(journey: Journey, job: Job) -> tuple[float, float]:
    """The finished size, mm; a roll is as long as the map is at its natural proportions."""
    paper = job.finished
    if job.reads_from is not None:
        drawing = rowed.fitted(journey, job, paper.width, paper.height)
        return legibility.read_from(drawing, job.reads_from)
    if paper.as_needed:
        needed = blank.natural(journey, job)
        return needed.width, needed.height
    if not paper.roll:
        return paper.width, paper.height
    natural = layout.draw(journey, job.map_id, job.colours, job.options)
    if paper.width:
        return paper.width, paper.width * natural.height / natural.width
    return paper.height * natural.width / natural.height, paper.height


def _counted(journey: Journey, job: Job) -> Job:
    """A job whose sheets are enough for the distance it is to be read from, if it has both.

    Raises:
        Problem: it takes more, and from how far a poster on so many is read.
    """
    if job.reads_from is None or job.sheets is None or job.tiles is None:
        return job
    drawing = rowed.fitted(journey, job, job.finished.width, job.finished.height)
    found = gridding.reach(job, job.tiles, drawing, job.reads_from, job.sheets)
    if found.needed > job.sheets:
        raise found.problem
    return replace(job, sheets=None)
