"""The pieces of a drawing in an order that is right for painting and for reading alike.

Programs that read a page aloud or copy its text take what was painted first for what comes first:
title and legend, then the stages, then lane by lane its name and what lies in it from left to
right, row of stages by row of stages, then what lies over all of them, and the footer.
"""

from __future__ import annotations

from collections.abc import Iterator

from cjm_desktop.layout.pieces import Cell, Drawing, Glyphs, Piece

Placed = tuple[Cell, Piece]
"""A piece and the cell it lies in."""
_Row = tuple[float, str]
"""Top and id of a lane; of heads of stages their top only. There may be several rows of both."""


def pieces(drawing: Drawing) -> Iterator[Placed]:
    """Every piece of a drawing. Grounds stay below whatever reaches out of its lane."""
    grounds: list[Placed] = []
    said: dict[_Row, list[Placed]] = {}
    around: dict[str, list[Placed]] = {"header": [], "": []}
    labels: dict[_Row, list[Placed]] = {}
    lanes: dict[_Row, list[Placed]] = {(one.y, one.lane_id): [] for one in drawing.lanes}
    for cell in drawing.cells.values():
        placed = [(cell, piece) for piece in cell.pieces]
        row = (cell.y, cell.lane_id)
        if cell.kind == "band":
            first = _first_said(cell)
            grounds += placed[:first]
            said[row] = placed[first:]
        elif cell.kind == "lane":
            labels[row] = placed
        elif cell.kind == "stage":
            lanes.setdefault((cell.y, ""), []).extend(placed)
        elif cell.kind == "grid" and row in lanes:
            lanes[row] += placed
        else:
            around[cell.kind if cell.kind in around else ""] += placed
    yield from grounds
    yield from around["header"]
    for row in sorted(lanes, key=lambda one: one[0]):
        yield from labels.get(row, ())
        yield from said.get(row, ())
        yield from lanes[row]
    yield from around[""]


def _first_said(cell: Cell) -> int:
    """Which piece is the first that says something; those before it are mere ground."""
    for at, piece in enumerate(cell.pieces):
        if any(isinstance(one, Glyphs) for one in piece.shape.primitives):
            return at
    return len(cell.pieces)
