"""Where something that is dragged would come to lie, and why it may not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    Barrier,
    Card,
    Feeling,
    Lane,
    Stage,
    Step,
)
from cjm_desktop.layout import where
from cjm_desktop.layout.pieces import Cell, Drawing, Piece
from cjm_desktop.layout.where import Rect

_LINE = 2.0
"""Thickness of the mark between two things, u."""


@dataclass(frozen=True, slots=True)
class Drop:
    """A place to put something down."""

    kind: Literal["card", "stage", "step", "lane", "pin", "feeling", "none"]
    allowed: bool = True
    lane_id: str = ""
    stage_id: str = ""
    step_id: str | None = None
    place: int = 0
    """Index among what is there, not counting what is dragged."""
    rect: Rect = (0.0, 0.0, 0.0, 0.0)
    """The slot, u: between two cards, stages or steps, or the whole cell where it is empty."""
    on_id: str = ""
    """What a note would be pinned to."""
    dx: float = 0.0
    dy: float = 0.0
    """The point's offset from the top left of that, u."""
    value: float = 0.0
    """For a feeling: its value there."""
    between: float = 0.0
    reason: str = ""
    """Key of the sentence that says why not."""
    values: dict[str, object] = field(default_factory=dict)


def drop(
    journey: Journey,
    drawing: Drawing,
    record_ids: Sequence[str],
    x: float,
    y: float,
    along: Collection[str] = (),
) -> Drop | None:
    """Where records would come to lie if they were put down at a point.

    Args:
        record_ids: what is dragged; the first one decides what kind of place it needs.
        along: cards that are carried too, but go to cells of their own.

    Returns:
        The place, or one that is not allowed with its reason; None beside the map.
    """
    record = journey.find(record_ids[0]) if record_ids else None
    moved = frozenset(record_ids)
    if isinstance(record, Stage):
        return _stage(drawing, moved, x)
    if isinstance(record, Step):
        return _step(drawing, moved, x)
    if isinstance(record, Lane):
        return _lane(drawing, moved, y)
    if isinstance(record, Feeling):
        return _feeling(drawing, record, x, y)
    if isinstance(record, Card):
        return _card(journey, drawing, record, moved, (x, y), along)
    return None


def _stage(drawing: Drawing, moved: Collection[str], x: float) -> Drop | None:
    rects = _stage_rects(drawing)
    if not rects:
        return None
    others = [(key, rect) for key, rect in rects if key not in moved]
    place = sum(1 for _, rect in others if x > rect[0] + rect[2] / 2)
    at = _edge([rect for _, rect in others], place)
    top, height = rects[0][1][1], rects[0][1][3]
    return Drop("stage", place=place, rect=(at - _LINE / 2, top, _LINE, height))


def _stage_rects(drawing: Drawing) -> list[tuple[str, Rect]]:
    ids = dict.fromkeys(one.stage_id for one in drawing.columns)
    found = [(one, where.stage_rect(drawing, one)) for one in ids]
    return [(key, rect) for key, rect in found if rect is not None]


def _edge(rects: Sequence[Rect], place: int) -> float:
    """Where a thing at that place among others begins, across."""
    if not rects:
        return 0.0
    if place < len(rects):
        return rects[place][0]
    return rects[-1][0] + rects[-1][2]


def insert_stage(drawing: Drawing, x: float) -> Drop | None:
    """Where a new stage would stand: at the border nearest to a place across."""
    return _stage(drawing, (), x)


def _step(drawing: Drawing, moved: Collection[str], x: float) -> Drop | None:
    column = where.nearest_column(drawing, x)
    if column is None:
        return None
    others = [
        (one.x, drawing.stages_y, one.w, drawing.grid_y - drawing.stages_y)
        for one in drawing.columns
        if one.stage_id == column.stage_id and one.step_id and one.step_id not in moved
    ]
    place = sum(1 for rect in others if x > rect[0] + rect[2] / 2)
    at = _edge(others, place) if others else column.x
    stage = where.stage_rect(drawing, column.stage_id) or (at, drawing.stages_y, 0.0, 0.0)
    rect = (at - _LINE / 2, stage[1], _LINE, stage[3])
    return Drop("step", stage_id=column.stage_id, place=place, rect=rect)


def _lane(drawing: Drawing, moved: Collection[str], y: float) -> Drop | None:
    if not drawing.lanes:
        return None
    others = [one for one in drawing.lanes if one.lane_id not in moved]
    place = sum(1 for one in others if y > one.y + one.h / 2)
    at = drawing.grid_y
    if others:
        at = others[place].y if place < len(others) else others[-1].y + others[-1].h
    rect = (drawing.label_x, at - _LINE / 2, drawing.width - 2 * drawing.label_x, _LINE)
    return Drop("lane", place=place, rect=rect)


def _feeling(drawing: Drawing, record: Feeling, x: float, y: float) -> Drop | None:
    """A curve point moves up and down in its lane, and across to another column."""
    box = where.lane_box(drawing, record.lane_id)
    cell = where.grid_cell(drawing, record.lane_id, x)
    if box is None or cell is None:
        return None
    value = value_at(drawing, record.lane_id, y)
    at = _y_of(drawing, record.lane_id, value)
    return Drop(
        "feeling",
        lane_id=record.lane_id,
        stage_id=cell.stage_id,
        step_id=cell.step_id,
        rect=(cell.x, at - _LINE / 2, cell.w, _LINE),
        value=value,
    )


def value_at(drawing: Drawing, lane_id: str, y: float) -> float:
    """The value of a feelings lane at a height, -2..+2; 0 where the lane has no scale."""
    box = where.lane_box(drawing, lane_id)
    if box is None or box.bottom_value_y <= box.top_value_y:
        return 0.0
    part = (y - box.top_value_y) / (box.bottom_value_y - box.top_value_y)
    return max(-2.0, min(2.0, 2.0 - 4.0 * part))


def _y_of(drawing: Drawing, lane_id: str, value: float) -> float:
    box = where.lane_box(drawing, lane_id)
    if box is None:
        return 0.0
    return box.top_value_y + (2.0 - value) / 4.0 * (box.bottom_value_y - box.top_value_y)


def _card(
    journey: Journey,
    drawing: Drawing,
    card: Card,
    moved: Collection[str],
    at: tuple[float, float],
    along: Collection[str],
) -> Drop | None:
    x, y = at
    lane_box = where.lane_at(drawing, y)
    lane = journey.find(lane_box.lane_id) if lane_box is not None else None
    if isinstance(card, Barrier) and not (isinstance(lane, Lane) and lane.holds == "barriers"):
        if len(moved) == 1 and not along:
            return _pin(drawing, x, y)
        if all(isinstance(journey.find(one), Barrier) for one in moved):
            return Drop("none", allowed=False, reason="layout.pin_one")
    if lane_box is None or not isinstance(lane, Lane) or where.column_at(drawing, x) is None:
        return None
    cell = where.grid_cell(drawing, lane.id, x)
    if cell is None:
        return None
    refused = _refusal(journey, lane, moved)
    place, rect = _slot(cell, {*moved, *along}, x, y)
    found = Drop(
        "card",
        lane_id=lane.id,
        stage_id=cell.stage_id,
        step_id=cell.step_id,
        place=place,
        rect=rect,
    )
    return replace(found, kind="none", allowed=False, reason=refused) if refused else found


def _refusal(journey: Journey, lane: Lane, moved: Collection[str]) -> str:
    """Key of the sentence why a lane does not take these cards; empty: it does."""
    holds = CARD_OF_LANE.get(lane.holds)
    if holds is None or lane.folded:
        return "move.no_cards"
    for record_id in moved:
        record = journey.find(record_id)
        if isinstance(record, Card) and type(record) is not holds:
            return f"move.only_{holds.kind}"
    return ""


def _pin(drawing: Drawing, x: float, y: float) -> Drop | None:
    """A note outside its lane is pinned to the touchpoint, step or stage under it."""
    on_id = ""
    for found in where.near(drawing, x, y):
        if found.piece.kind == "touchpoint" and found.holds(x, y, 2.0):
            on_id = found.piece.record_id
            break
    column = where.column_at(drawing, x)
    if not on_id and column is not None and drawing.stages_y <= y:
        on_chevron = y < drawing.grid_y and column.step_id not in drawing.anchors
        on_id = column.stage_id if on_chevron or not column.step_id else column.step_id
    if on_id not in drawing.anchors or not 0 <= y <= drawing.height:
        return None
    left, top = drawing.anchors[on_id]
    stage_id = column.stage_id if column is not None else ""
    step_id = column.step_id if column is not None else None
    return Drop(
        "pin",
        stage_id=stage_id,
        step_id=step_id,
        rect=(x, y, 0.0, 0.0),
        on_id=on_id,
        dx=x - left,
        dy=y - top,
    )


def _slot(cell: Cell, moved: Collection[str], x: float, y: float) -> tuple[int, Rect]:
    """The index among the cards of a cell at a point, and the gap that is meant."""
    here = [one for one in cell.pieces if one.kind != "prompt" and one.record_id not in moved]
    px, py = x - cell.x, y - cell.y
    place = sum(1 for one in here if _is_before(one, here, px, py))
    if not here:
        return 0, (cell.x, cell.y, cell.w, cell.h)
    if place < len(here):
        following = here[place]
        left, top = cell.x + following.x, cell.y + following.y
        if _in_row(following, here):
            return place, (left - _LINE, top, _LINE, following.shape.h)
        return place, (left, top - _LINE, following.shape.w, _LINE)
    last = here[-1]
    left, top = cell.x + last.x, cell.y + last.y
    if _in_row(last, here):
        return place, (left + last.shape.w, top, _LINE, last.shape.h)
    return place, (left, top + last.shape.h, last.shape.w, _LINE)


def _in_row(piece: Piece, others: Sequence[Piece]) -> bool:
    """Whether another piece stands beside it on the same row."""
    return any(
        one is not piece
        and one.y < piece.y + piece.shape.h * 0.6
        and piece.y < one.y + one.shape.h * 0.6
        for one in others
    )


def _is_before(piece: Piece, others: Sequence[Piece], x: float, y: float) -> bool:
    """Whether a piece comes before a point in reading order."""
    if y >= piece.y + piece.shape.h:
        return True
    if y < piece.y:
        return False
    if _in_row(piece, others):
        return x > piece.x + piece.shape.w / 2
    return y > piece.y + piece.shape.h / 2 or x > piece.x + piece.shape.w + 4.0
