"""What lies at a point of a drawing, and where something dragged there would come to lie.

Pure functions of a drawing; the window asks them on every move of the mouse.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from cjm_desktop.layout.landing import Drop, drop, insert_stage, value_at
from cjm_desktop.layout.pieces import Cell, Drawing, Piece, Zone
from cjm_desktop.layout.where import Found, Rect, cell_at, lane_at, near, of_record, stage_rect

__all__ = [
    "Drop",
    "Hit",
    "at",
    "cell_at",
    "drop",
    "feeling_near",
    "in_rect",
    "insert_stage",
    "lane_at",
    "lane_edge",
    "neighbour",
    "record_rect",
    "stage_border",
    "stage_rect",
    "value_at",
    "zone_rect",
]


class Hit(NamedTuple):
    """What lies under the pointer."""

    cell: Cell
    piece: Piece
    zone: Zone | None
    """The smallest part of the piece that answers there."""
    record_id: str
    """The zone's own record, else the piece's."""


def at(drawing: Drawing, x: float, y: float, margin: float = 0.0) -> Hit | None:
    """The topmost piece at a point that stands for something.

    Args:
        margin: how near is near enough, u.
    """
    for found in near(drawing, x, y):
        if not found.holds(x, y, margin):
            continue
        zone = _zone_at(found, x, y, margin)
        record_id = (zone.record_id if zone is not None else "") or found.piece.record_id
        if found.piece.kind == "ground" and (zone is None or not record_id):
            continue
        if found.piece.kind == "face" and zone is None:
            continue
        if record_id or found.piece.kind in ("prompt", "header"):
            return Hit(found.cell, found.piece, zone, record_id)
    return None


def _zone_at(found: Found, x: float, y: float, margin: float) -> Zone | None:
    px, py = found.local(x, y)
    here = [
        zone
        for zone in found.piece.shape.zones
        if zone.x - margin <= px <= zone.x + zone.w + margin
        and zone.y - margin <= py <= zone.y + zone.h + margin
    ]
    return min(here, key=lambda zone: zone.w * zone.h, default=None)


def record_rect(drawing: Drawing, record_id: str) -> Rect | None:
    """Where a record is shown, before any turn; None where it is not shown."""
    found = of_record(drawing, record_id)
    return found.rect if found is not None else None


def zone_rect(drawing: Drawing, record_id: str, name: str) -> Rect | None:
    """Where a part of a record is shown, such as its "text"."""
    found = of_record(drawing, record_id)
    if found is None:
        return None
    left, top, _, _ = found.rect
    for zone in found.piece.shape.zones:
        if zone.name == name and zone.record_id in ("", record_id):
            return (left + zone.x, top + zone.y, zone.w, zone.h)
    return None


_CHOSEN = frozenset(("card", "touchpoint", "barrier", "opportunity", "face"))


def in_rect(drawing: Drawing, x: float, y: float, w: float, h: float) -> tuple[str, ...]:
    """The cards, notes and curve points that a rectangle touches, in paint order.

    Args:
        w, h: may be negative, as when a rubber band is drawn to the left.
    """
    left, right = sorted((x, x + w))
    top, bottom = sorted((y, y + h))
    found: dict[str, None] = {}
    for cell in drawing.cells.values():
        if cell.kind not in ("grid", "free"):
            continue
        for piece in cell.pieces:
            px, py, pw, ph = _core(piece)
            px, py = px + cell.x, py + cell.y
            touches = px < right and px + pw > left and py < bottom and py + ph > top
            if piece.kind in _CHOSEN and piece.record_id and touches:
                found[piece.record_id] = None
    return tuple(found)


def _core(piece: Piece) -> Rect:
    """A piece's rectangle in its cell; of a feeling only the face."""
    if piece.kind == "face":
        for zone in piece.shape.zones:
            if zone.name == "face":
                return (piece.x + zone.x, piece.y + zone.y, zone.w, zone.h)
    return (piece.x, piece.y, piece.shape.w, piece.shape.h)


def feeling_near(drawing: Drawing, x: float, y: float, reach: float) -> str | None:
    """The curve point whose face is nearest, within `reach` of its middle."""
    best: tuple[float, str] | None = None
    for found in near(drawing, x, y):
        if found.piece.kind == "face":
            left, top, w, h = _core(found.piece)
            dx = found.cell.x + left + w / 2 - x
            dy = found.cell.y + top + h / 2 - y
            away = (dx * dx + dy * dy) ** 0.5
            if away <= reach and (best is None or (away, found.piece.record_id) < best):
                best = (away, found.piece.record_id)
    return best[1] if best is not None else None


def lane_edge(drawing: Drawing, x: float, y: float, reach: float) -> str | None:
    """The lane whose lower edge is that near, to be resized by it."""
    if not 0 <= x <= drawing.width:
        return None
    for lane in drawing.lanes:
        if abs(lane.y + lane.h - y) <= reach:
            return lane.lane_id
    return None


def stage_border(drawing: Drawing, x: float, reach: float) -> int | None:
    """Between which stages a place across lies: 0 before the first; None if it is near none."""
    edges: list[float] = []
    for index, column in enumerate(drawing.columns):
        if index == 0 or column.stage_id != drawing.columns[index - 1].stage_id:
            edges.append(column.x)
    if drawing.columns:
        edges.append(drawing.columns[-1].x + drawing.columns[-1].w)
    near_ones = [(abs(edge - x), index) for index, edge in enumerate(edges)]
    away, index = min(near_ones, default=(reach + 1, 0))
    return index if away <= reach else None


Direction = Literal["left", "right", "up", "down"]
_AHEAD = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def neighbour(drawing: Drawing, record_id: str, direction: Direction) -> str | None:
    """The nearest record in a direction; what lies straight ahead counts as nearer, and to the
    sides what lies in the same lane comes first."""
    start = of_record(drawing, record_id)
    if start is None:
        return None
    x, y = _middle(start)
    ahead_x, ahead_y = _AHEAD[direction]
    best: tuple[float, str] | None = None
    for cell in drawing.cells.values():
        if cell.kind not in ("grid", "free", "stage"):
            continue
        for piece in cell.pieces:
            if not piece.record_id or piece.record_id == record_id:
                continue
            px, py = _middle(Found(cell, piece))
            forward = (px - x) * ahead_x + (py - y) * ahead_y
            aside = abs((px - x) * ahead_y) + abs((py - y) * ahead_x)
            if forward > 1.0 and aside <= forward * 2.5:
                elsewhere = ahead_x != 0 and cell.lane_id != start.cell.lane_id
                cost = (forward + 2.0 * aside + (1e4 if elsewhere else 0.0), piece.record_id)
                best = cost if best is None else min(best, cost)
    return best[1] if best is not None else None


def _middle(found: Found) -> tuple[float, float]:
    left, top, w, h = _core(found.piece)
    return found.cell.x + left + w / 2, found.cell.y + top + h / 2
