"""The cells of a lane at its height: blocks in their places, faces on their curve."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.journey.records import Lane
from cjm_desktop.layout import bands
from cjm_desktop.layout.cells import key
from cjm_desktop.layout.context import Block, Columns, Content, Context, Place
from cjm_desktop.layout.emotions import Emotions
from cjm_desktop.layout.pieces import Cell, Piece


class GridCells(NamedTuple):
    """Cells of one lane, and where its touchpoints stand."""

    cells: tuple[Cell, ...]
    anchors: dict[str, tuple[float, float]]
    reach: float
    """How far what lies in a cell reaches beyond its right edge at most, u."""


def cells(
    ctx: Context,
    lane: Lane,
    blocks: tuple[Block, ...],
    columns: Columns,
    height: float,
    emotions: Emotions | None,
    free: float,
) -> GridCells:
    """The cells of a lane of that height whose top is 0: where it stands is not looked at.

    Args:
        emotions: what lies in a lane of feelings.
        free: how far down its cells are free, u.
    """
    if emotions is not None:
        made_from = (blocks, emotions, columns)
        blocks = ctx.memo.broad(("faced", lane.id), made_from, _faced, ctx, lane, *made_from)
    found: list[Cell] = []
    anchors: dict[str, tuple[float, float]] = {}
    options, reach = ctx.options, 0.0
    for run, block in zip(columns.runs, blocks, strict=True):
        asked = options.prompts and options.prompt_stage == run.stage.id
        xs = columns.xs[run.first : run.first + run.cols]
        made = ctx.memo.once(
            ("placed", lane.id, run.stage.id),
            (block, xs, height, asked, free),
            _placed,
            ctx,
            block,
            xs,
            height,
            free,
        )
        found += made.cells
        anchors |= made.anchors
        reach = max(reach, made.reach)
    return GridCells(tuple(found), anchors, reach)


def at(found: GridCells, y: float) -> GridCells:
    """Cells of a lane whose top is 0, moved to its place."""
    return GridCells(
        tuple([Cell._make((*one[:3], y, *one[4:])) for one in found.cells]),
        {key: (left, top + y) for key, (left, top) in found.anchors.items()},
        found.reach,
    )


def _placed(
    ctx: Context, block: Block, xs: tuple[float, ...], height: float, free: float
) -> GridCells:
    """The cells of a stage in a lane, its columns beginning at `xs`."""
    found = []
    anchors: dict[str, tuple[float, float]] = {}
    for place, content in block.places:
        lane_id, stage_id = place.lane.id, place.stage.id
        step_id = place.step.id if place.step else None
        x, pieces = xs[place.first], content.pieces
        if not pieces and not content.covered:
            pieces = bands.prompt(ctx, place, free)
        name = f"{lane_id}:{stage_id}:{step_id or ''}"
        found.append(
            Cell(name, "grid", x, 0.0, place.w, height, pieces, lane_id, stage_id, step_id)
        )
        if place.lane.holds == "touchpoints":
            anchors |= {one.record_id: (x + one.x, one.y) for one in pieces if one.record_id}
    ends = [one.x + one.shape.w - cell.w for cell in found for one in cell.pieces]
    return GridCells(tuple(found), anchors, max(ends, default=0.0))


def _faced(
    ctx: Context, lane: Lane, blocks: tuple[Block, ...], emotions: Emotions, columns: Columns
) -> tuple[Block, ...]:
    """Blocks of a lane of feelings with the faces of their feelings."""
    faces = _faces_by_cell(emotions, columns, lane)
    found = []
    for run, block in zip(columns.runs, blocks, strict=True):
        places = []
        for place, content in block.places:
            own = faces.get((place.stage.id, place.step.id if place.step else None))
            left = columns.xs[0] - columns.xs[run.first + place.first]
            places.append((place, _shown(ctx, place, own, left) if own else content))
        found.append(block._replace(places=tuple(places)))
    return tuple(found)


def _shown(ctx: Context, place: Place, faces: list[Piece], left: float) -> Content:
    """A cell with its faces; the same pieces as last time while they are the same.

    Args:
        left: from the cell's left edge to the grid's, u.
    """
    pieces = tuple(one._replace(x=one.x + left) for one in faces)
    return Content(ctx.memo.once(("faces", *key(place)), (pieces,), lambda: pieces), 0.0)


def _faces_by_cell(
    found: Emotions, columns: Columns, lane: Lane
) -> dict[tuple[str, str | None], list[Piece]]:
    """Faces by the cell of their feeling; a whole stage's face is with its stage."""
    by_cell: dict[tuple[str, str | None], list[Piece]] = {}
    for point, piece in found.faces:
        feeling = point.feeling
        step_id = feeling.step_id
        if lane.per == "stage":
            step_id = None
        elif step_id is None:
            step = columns.columns[point.first].step
            step_id = step.id if step else None
        by_cell.setdefault((feeling.stage_id, step_id), []).append(piece)
    return by_cell
