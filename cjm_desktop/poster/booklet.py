"""A hand-out of pages: one or more for each stage, with the whole curve small at the top."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cjm_desktop import layout
from cjm_desktop.journey import naming, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Stage, Step
from cjm_desktop.layout import glyphs
from cjm_desktop.layout.context import MARGIN, Context
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.fit import A0_AREA
from cjm_desktop.layout.pieces import Drawing, Piece, Primitive, Shape
from cjm_desktop.poster import lines, strip
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.leaves import Leaf, Part, drawn

LEAST = 8.0
"""pt of the body text below which a stage goes on over one more page."""
_EDGE, _HEAD, _FOOT, _GAP = 8.0, 9.0, 9.0, 4.0
"""Free round a page; what its title and its number take; between curve and map; mm."""
_LARGEST, _ROUNDS = 0.5, 2
"""mm to a unit at most, which is 11 pt; how often it is tried to fill the page."""
_WORTHWHILE = 1.1
"""Type must become so much larger for one more page."""
_TITLE, _NOTE = 4.8, 2.9
_MM_OF_POINT = 25.4 / 72
_TOP = _EDGE + _HEAD + strip.HEIGHT + _GAP


def leaves(journey: Journey, job: Job) -> tuple[Leaf, ...]:
    """The pages of a map, its stages one after another."""
    ctx = context(journey, job.map_id, job.colours, job.options)
    shown = [
        _pages(journey, job, stage, steps)
        for stage, steps in zip(ctx.stages, ctx.steps, strict=True)
    ]
    count, found = sum(map(len, shown)), list[Leaf]()
    for number, (stage, pages) in enumerate(zip(ctx.stages, shown, strict=True), start=1):
        for drawing in pages:
            head = _around(ctx, job, stage, (len(found) + 1, count))
            name = f"{number}. {stage.title}" if drawing is pages[0] else ""
            sheet = job.finished
            found.append(Leaf(sheet.width, sheet.height, (head, _part(job, drawing)), name))
    return tuple(found)


def _pages(journey: Journey, job: Job, stage: Stage, steps: Sequence[Step]) -> list[Drawing]:
    """A stage on as few pages as it is read on, or as more pages do not help."""
    best, best_size = [_page(journey, job, stage, steps)], 0.0
    if len(steps) < 2 or _points(job, best[0]) >= LEAST:
        return best
    for count in range(1, len(steps) + 1):
        ends = [round(len(steps) * at / count) for at in range(count + 1)]
        runs = [steps[begin:end] for begin, end in pairwise(ends)]
        made = [_page(journey, job, stage, run) for run in runs] if count > 1 else best
        size = min(_points(job, one) for one in made)
        if size > best_size * _WORTHWHILE:
            best, best_size = made, size
        if best_size >= LEAST:
            break
    return best


def _points(job: Job, drawing: Drawing) -> float:
    """pt of the body text."""
    return drawing.body_size * _scale(job, drawing) / _MM_OF_POINT


def _scale(job: Job, drawing: Drawing) -> float:
    """mm to a unit: the map's own free edge is cut down to the page's."""
    wide, room = _room(job)
    return min(wide / (drawing.width - 2 * MARGIN), room / (drawing.height - 2 * MARGIN))


def _room(job: Job) -> tuple[float, float]:
    """What the map of a stage may fill, mm."""
    return job.finished.width - 2 * _EDGE, job.finished.height - _TOP - _FOOT


def _page(journey: Journey, job: Job, stage: Stage, steps: Sequence[Step]) -> Drawing:
    options = replace(
        job.options,
        stage_ids=(stage.id,),
        step_ids=tuple(one.id for one in steps),
        show_header=False,
    )
    wide, room = _room(job)
    # The map brings a free edge of its own, in its own units: how many mm is known afterwards.
    edge = MARGIN * _LARGEST
    for _ in range(_ROUNDS):
        size = wide + 2 * edge, room + 2 * edge
        largest = _LARGEST * math.sqrt(A0_AREA / (size[0] * size[1]))
        found = layout.fit(
            journey, job.map_id, job.colours, options, size[0], size[1], largest=largest
        )
        edge = MARGIN * _scale(job, found)
    return found


def _part(job: Job, drawing: Drawing) -> Part:
    scale = _scale(job, drawing)
    left = _EDGE - MARGIN * scale
    return Part(drawing, left, _TOP - MARGIN * scale, scale)


def _around(ctx: Context, job: Job, stage: Stage, number: tuple[int, int]) -> Part:
    """Title, curve and number of a page."""
    sheet, theme = job.finished, ctx.theme
    wide = sheet.width - 2 * _EDGE
    title = naming.map_title(ctx.journey, job.map_id)
    said = words.say("poster.page_of", job.language, number=number[0], n=number[1])
    long = lines.width(said, "regular", _NOTE)
    name = lines.shortened(title, "bold", _TITLE, wide - long - 8)
    found: list[Primitive] = [
        *lines.line(name, "bold", _TITLE, 0, _TITLE * 0.9, theme.ink),
        *lines.line(said, "regular", _NOTE, wide - long, _TITLE * 0.9, theme.ink2),
    ]
    head = Piece("head", "header", "", 0, 0, Shape(wide, _HEAD, tuple(found)))
    small = Shape(wide, strip.HEIGHT, tuple(strip.primitives(ctx, stage, wide)))
    pieces = (head, Piece("strip", "ground", "", 0, _HEAD, small))
    made = drawn(wide, _TOP, pieces, paper=theme.paper, body=99.0, smallest=99.0)
    smallest = glyphs.smallest(made.cells.values())
    return Part(replace(made, smallest_size=smallest), _EDGE, _EDGE, 1.0)
