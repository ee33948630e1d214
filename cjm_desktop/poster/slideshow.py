"""A map as slides that are read from the back of a room: an overview, then what each stage holds.

A slide has a tenth of a poster's room. So the overview shows the way and the curve, without the
small print; and a stage goes on over as many slides as its words need.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from cjm_desktop import layout
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Stage
from cjm_desktop.layout import Options, glyphs
from cjm_desktop.layout.drawing import context
from cjm_desktop.layout.pieces import Drawing, Glyphs, Piece
from cjm_desktop.poster.job import Job
from cjm_desktop.poster.leaves import Leaf, Part
from cjm_desktop.poster.shares import Share

WIDTH, HEIGHT = 13.333 * 25.4, 7.5 * 25.4
"""A slide of 16 : 9, mm."""
LEAST = 9.0
"""pt below which nothing on a slide is read."""
_CAPTION, _STAGE = 5.6, 15.0
"""Sizes of captions and of the names of stages, u."""
_NONE = "none"
"""The id of no lane: a map without a curve shows its stages only."""
_NEARLY, _INITIALS = 8.0, 7.0
"""pt: from here on words are raised to `LEAST`, and letters on faces are."""
_LARGEST = 2.6
"""How large type may be, against that of a map on A0; lanes must still go below one another."""
_MM_OF_POINT = 25.4 / 72


def leaves(journey: Journey, job: Job) -> tuple[Leaf, ...]:
    """The slides of a map: the overview, which a long map has several of, then stage by stage."""
    ctx = context(journey, job.map_id, job.colours, job.options)
    found = [_leaf(one, "") for one in _overview(journey, job, ctx.stages)]
    for number, (stage, steps) in enumerate(zip(ctx.stages, ctx.steps, strict=True), start=1):
        whole = Share(stage, journey.lanes(job.map_id), tuple(steps))
        for at, drawing in enumerate(_shares(journey, job, whole)):
            found.append(_leaf(drawing, "" if at else f"{number}. {stage.title}"))
    return tuple(found)


def _leaf(drawing: Drawing, title: str) -> Leaf:
    return Leaf(WIDTH, HEIGHT, (Part(drawing, 0.0, 0.0, WIDTH / drawing.width),), title)


def _points(drawing: Drawing, size: float) -> float:
    """pt of a size of a drawing that fills a slide."""
    return size * WIDTH / drawing.width / _MM_OF_POINT


def _overview(journey: Journey, job: Job, stages: Sequence[Stage]) -> list[Drawing]:
    """The way and the curve of the whole map, or of halves of it, until stages' names are read.

    Nothing else: a card without its words would be an empty frame.
    """
    lanes = [one for one in journey.lanes(job.map_id) if one.holds == "feelings"]
    shown = journey.fork()
    for stage in stages:
        # Too small to be read in the corner of a chevron; the stage's own slide says it.
        shown.put(replace(stage, actual=None, planned=None))
    options = replace(
        job.options,
        stage_ids=tuple(one.id for one in stages),
        lane_ids=tuple(one.id for one in lanes) or (_NONE,),
        show_persona=False,
        show_legend=False,
        show_evidence=False,
    )
    found = _filling(shown, job, options)
    if _points(found, _STAGE) < LEAST and len(stages) > 1:
        half = (len(stages) + 1) // 2
        parts = stages[:half], stages[half:]
        return [one for part in parts for one in _overview(journey, job, part)]
    return [_without_small_print(found, _NEARLY)]


def _filling(journey: Journey, job: Job, options: Options) -> Drawing:
    """A map that fills a slide."""
    what = (journey, job.map_id, job.colours, options, WIDTH, HEIGHT)
    return layout.fit(*what, largest=_LARGEST)


def _shares(journey: Journey, job: Job, share: Share) -> list[Drawing]:
    """A share of a stage on one slide, or its halves on more, until all of it is read."""
    found = _drawn(journey, job, share)
    if _points(found, _CAPTION) >= LEAST:
        return [_without_small_print(found, _INITIALS)]
    wide = _drawn(journey, job, share._replace(lanes=share.lanes[:1]))
    halves = [share]
    if _points(wide, _CAPTION) < LEAST and len(share.steps) > 1:
        halves = share.by_steps()
    elif len(share.lanes) > 1:
        halves = share.by_lanes(found)
    if len(halves) == 1:
        return [_without_small_print(found, _INITIALS)]
    return [one for part in halves for one in _shares(journey, job, part)]


def _drawn(journey: Journey, job: Job, share: Share) -> Drawing:
    options = replace(share.options(job.options), width_by_time=False)
    return _filling(journey, job, options)


def _without_small_print(drawing: Drawing, least: float) -> Drawing:
    """A drawing without the words nobody could read, and without the labels that held but them.

    Args:
        least: pt of what stays.
    """
    legible = partial(_legible, least=least * _MM_OF_POINT * drawing.width / WIDTH)
    cells = {
        name: cell._replace(pieces=tuple([one for one in map(legible, cell.pieces) if one]))
        for name, cell in drawing.cells.items()
    }
    floor = LEAST * _MM_OF_POINT * drawing.width / WIDTH
    smallest = max(glyphs.smallest(cells.values()), floor)
    body = max(drawing.body_size, floor)
    return replace(drawing, cells=cells, smallest_size=smallest, body_size=body)


def _legible(piece: Piece, least: float) -> Piece | None:
    """A piece with words of such a size, u, or larger; None: without them it is nothing."""
    inside = piece.shape.primitives
    kept = tuple([one for one in inside if not isinstance(one, Glyphs) or one.size >= least])
    if len(kept) == len(inside):
        return piece
    bare = not any(isinstance(one, Glyphs) for one in kept)
    if bare and piece.kind in ("ground", "header"):
        return None
    return piece._replace(shape=replace(piece.shape, primitives=kept))
