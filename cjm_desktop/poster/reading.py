"""The pieces of a drawing in an order that is right for painting and for reading alike.

Programs that read a page aloud or copy its text take what was painted first for what comes first:
title and legend, then the stages, then lane by lane its name and what lies in it from left to
right, then what lies over all of them, and the footer.
"""

from __future__ import annotations

from collections.abc import Iterator

from cjm_desktop.layout.pieces import Cell, Drawing, Glyphs, Piece

Placed = tuple[Cell, Piece]
"""A piece and the cell it lies in."""


def pieces(drawing: Drawing) -> Iterator[Placed]:
    """Every piece of a drawing. Grounds stay below whatever reaches out of its lane."""
    grounds: list[Placed] = []
    said: dict[str, list[Placed]] = {}
    around: dict[str, list[Placed]] = {"header": [], "stage": [], "": []}
    labels: dict[str, list[Placed]] = {}
    lanes: dict[str, list[Placed]] = {one.lane_id: [] for one in drawing.lanes}
    for cell in drawing.cells.values():
        placed = [(cell, piece) for piece in cell.pieces]
        if cell.kind == "band":
            first = _first_said(cell)
            grounds += placed[:first]
            said[cell.lane_id] = placed[first:]
        elif cell.kind == "lane":
            labels[cell.lane_id] = placed
        elif cell.kind == "grid" and cell.lane_id in lanes:
            lanes[cell.lane_id] += placed
        else:
            around[cell.kind if cell.kind in around else ""] += placed
    yield from grounds
    yield from around["header"]
    yield from around["stage"]
    for lane_id, lane in lanes.items():
        yield from labels.get(lane_id, ())
        yield from said.get(lane_id, ())
        yield from lane
    yield from around[""]


def _first_said(cell: Cell) -> int:
    """Which piece is the first that says something; those before it are mere ground."""
    for at, piece in enumerate(cell.pieces):
        if any(isinstance(one, Glyphs) for one in piece.shape.primitives):
            return at
    return len(cell.pieces)
