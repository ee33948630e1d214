"""A wall map without content, its cells large enough for sticky notes of 76 mm."""

from __future__ import annotations

import math
from dataclasses import replace

from cjm_desktop import layout
from cjm_desktop.journey.journey import Journey
from cjm_desktop.layout.fit import A0_AREA
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.poster.job import Job

CELL = 80.0
"""mm: the side of a cell that holds a note of 76 mm."""
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""mm to a unit, tried until notes fit: what is printed gives way to them."""
_TRIED = (
    *((scale, CELL) for scale in _SCALES),
    # Where notes fit at no size, what is printed is read at least, and cells are high enough to
    # write into.
    *((_SCALES[-1], side) for side in (70.0, 60.0, 50.0, 40.0, 30.0, 20.0)),
)
_NEARLY = 0.05
_NOT_FOR_NOTES = frozenset(("feelings", "divider"))
"""Every other lane takes notes, those too that hold no cards: who answers for a stage, a number, a
goal are written on notes as anything else is. Lines for the curve are drawn by hand."""


def prepared(journey: Journey, job: Job) -> Journey:
    """A copy whose lanes are high enough, and without names where these are not wanted."""
    made = _raised(journey, job, CELL)
    for stage in journey.stages(job.map_id):
        if not job.blank_names:
            made.put(replace(stage, title=" ", goal=""))
            for step in journey.steps(stage.id):
                made.put(replace(step, title=""))
    return made


def _raised(journey: Journey, job: Job, high: float) -> Journey:
    """A copy whose lanes are high enough for notes.

    Args:
        high: of each lane, u; more where it is higher anyway.
    """
    made = journey.fork()
    for lane in journey.lanes(job.map_id):
        if lane.holds not in _NOT_FOR_NOTES:
            asked = high if high < CELL else max(lane.height or 0.0, high)
            made.put(replace(lane, height=asked, folded=False))
    return made


def natural(journey: Journey, job: Job) -> Drawing:
    """The map at the size at which notes fit everywhere, a unit being a mm.

    Args:
        journey: prepared.
    """
    return layout.draw(journey, job.map_id, job.colours, job.options)


def fit(journey: Journey, job: Job, width: float, height: float) -> Drawing:
    """The map on a page of that size, mm, its type as small as notes need but no smaller.

    Args:
        journey: prepared.
    """
    wanted = math.sqrt(A0_AREA / (width * height))

    for scale, side in _TRIED:
        raised = _raised(journey, job, side / scale)
        what = (raised, job.map_id, job.colours, job.options, width, height)
        found = layout.fit(*what, largest=scale * wanted)
        across, down = cell(journey, found, width)
        if down >= side - _NEARLY and (across >= side - _NEARLY or side < CELL):
            break
    return found


def cell(journey: Journey, drawing: Drawing, width: float) -> tuple[float, float]:
    """Width and height of the smallest cell for notes of a page so wide, mm."""
    unit = width / drawing.width
    holds = {one.id: one.holds for one in journey.lanes(drawing.map_id)}
    heights = [one.h for one in drawing.lanes if holds[one.lane_id] not in _NOT_FOR_NOTES]
    widths = [one.w for one in drawing.columns]
    return unit * min(widths, default=CELL), unit * min(heights, default=CELL)
