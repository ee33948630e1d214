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
_SCALES = (0.9, 0.8, 0.7, 0.6)
"""mm to a unit, tried until notes fit: what is printed gives way to them."""
_FOR_NOTES = frozenset(
    (
        *("actions", "touchpoints", "thoughts", "barriers", "opportunities"),
        *("frontstage", "backstage", "support", "text", "evidence"),
    )
)
"""The lanes notes are stuck into."""


def prepared(journey: Journey, job: Job) -> Journey:
    """A copy whose lanes are high enough, and without names where these are not wanted."""
    made = journey.fork()
    for lane in journey.lanes(job.map_id):
        if lane.holds in _FOR_NOTES:
            made.put(replace(lane, height=max(lane.height or 0.0, CELL), folded=False))
    for stage in journey.stages(job.map_id):
        if not job.blank_names:
            made.put(replace(stage, title=" ", goal=""))
            for step in journey.steps(stage.id):
                made.put(replace(step, title=""))
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
    what = (journey, job.map_id, job.colours, job.options, width, height)
    best = layout.fit(*what, largest=wanted)
    for scale in _SCALES:
        if min(cell(journey, best, width)) >= CELL:
            break
        tried = layout.fit(*what, largest=scale * wanted)
        best = max(best, tried, key=lambda one: min(cell(journey, one, width)))
    return best


def cell(journey: Journey, drawing: Drawing, width: float) -> tuple[float, float]:
    """Width and height of the smallest cell for notes of a page so wide, mm."""
    unit = width / drawing.width
    holds = {one.id: one.holds for one in journey.lanes(drawing.map_id)}
    heights = [one.h for one in drawing.lanes if holds[one.lane_id] in _FOR_NOTES]
    widths = [one.w for one in drawing.columns]
    return unit * min(widths, default=CELL), unit * min(heights, default=CELL)
