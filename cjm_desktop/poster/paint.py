"""Paint pieces onto pages.

A shape is written once, in its own coordinates, and its text is kept: the sheets of a tiled poster
take it from there. Text is never laid out here, only placed glyph by glyph as the layout found it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from cjm_desktop.layout.pieces import Cell, Drawing, Piece, Primitive, Shape
from cjm_desktop.poster import bounds, content
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.content import Matrix
from cjm_desktop.poster.supplies import Name, Supplies
from cjm_desktop.poster.writer import Writer


class Placed(NamedTuple):
    """A piece and where it stands in the drawing."""

    piece: Piece
    place: Matrix
    """From the piece's coordinates to the drawing's."""
    reach: Rect
    """How far its ink goes, in the drawing's coordinates; `NOTHING` where not asked for."""


def placement(piece: Piece, cell: Cell) -> Matrix:
    """From a piece's coordinates to the drawing's."""
    x, y = cell.x + piece.x, cell.y + piece.y
    if not piece.turn:
        return 1.0, 0.0, 0.0, 1.0, x, y
    cos, sin = math.cos(math.radians(piece.turn)), math.sin(math.radians(piece.turn))
    cx, cy = piece.shape.w / 2, piece.shape.h / 2
    return cos, sin, -sin, cos, x + cx - cos * cx + sin * cy, y + cy - sin * cx - cos * cy


def place_all(drawing: Drawing, *, reaches: bool) -> list[Placed]:
    """The pieces of a drawing in paint order.

    Args:
        reaches: whether some are to be chosen by how far they reach.
    """
    known: dict[int, Rect] = {}
    placed = []
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            place = placement(piece, cell)
            reach = bounds.NOTHING
            if reaches:
                shape = known.get(id(piece.shape))
                if shape is None:
                    shape = known[id(piece.shape)] = bounds.of_shape(piece.shape)
                reach = _reach(piece, shape, place)
            placed.append(Placed(piece, place, reach))
    return placed


def _reach(piece: Piece, shape: Rect, place: Matrix) -> Rect:
    """How far a piece goes, its shape's reach being known."""
    if not piece.turn:
        x, y = place[4], place[5]
        return shape[0] + x, shape[1] + y, shape[2] + x, shape[3] + y
    a, b, c, d, e, f = place
    corners = [(x, y) for x in (shape[0], shape[2]) for y in (shape[1], shape[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def touching(placed: Iterable[Placed], window: Rect) -> list[Placed]:
    """The pieces that reach into a window, in paint order."""
    left, top, right, bottom = window
    return [
        one
        for one in placed
        if one.reach[0] < right
        and left < one.reach[2]
        and one.reach[1] < bottom
        and top < one.reach[3]
    ]


def in_part(one: Placed, window: Rect) -> bool:
    """Whether a piece is so large against a window that only some of it is to be painted there."""
    return (
        not one.piece.turn
        and not bounds.within(one.reach, window)
        and bounds.larger(one.reach, window)
    )


def seen_in(one: Placed, window: Rect) -> list[Primitive]:
    """The primitives of an upright piece that touch a window."""
    inner = bounds.moved(window, -one.place[4], -one.place[5])
    primitives = one.piece.shape.primitives
    return [each for each in primitives if bounds.touches(bounds.of_primitive(each), inner)]


class Painter:
    """Paints pieces onto the pages of one document, each shape written once."""

    def __init__(self, supplies: Supplies) -> None:
        self._supplies = supplies
        self._written: dict[int, tuple[Shape, str, frozenset[Name]]] = {}

    def paint(
        self, placed: Iterable[Placed], matrix: Matrix, window: Rect | None = None
    ) -> tuple[list[str], set[Name]]:
        """The operators that paint pieces, and the resources they name; ([], {}) for no ink at all.

        Args:
            placed: those that touch the window.
            matrix: from the drawing's coordinates to the page's.
            window: in the drawing's coordinates; of large pieces that reach beyond it, only the
                primitives that touch it are painted. None: all of them.
        """
        operators: list[str] = []
        names: set[Name] = set()
        for one in placed:
            if window is not None and in_part(one, window):
                text, used = self._part(one, matrix, window)
            else:
                text, used = self._shape(one, matrix)
            if text:
                operators.append(f"q {content.concat(one.place)} {text} Q")
                names.update(used)
        return (["q", content.concat(matrix), *operators, "Q"] if operators else []), names

    def _shape(self, one: Placed, matrix: Matrix) -> tuple[str, Iterable[Name]]:
        shape = one.piece.shape
        known = self._written.get(id(shape))
        if known is None:
            writer = Writer(self._supplies, content.multiply(one.place, matrix))
            writer.write(shape.primitives)
            known = (shape, "\n".join(writer.operators), frozenset(writer.names))
            # Stroke gradients are tied to the page's coordinates: such a shape is written anew.
            if not any(kind == "Pattern" for kind, _ in known[2]):
                self._written[id(shape)] = known
        return known[1], known[2]

    def _part(self, one: Placed, matrix: Matrix, window: Rect) -> tuple[str, Iterable[Name]]:
        writer = Writer(self._supplies, content.multiply(one.place, matrix))
        writer.write(seen_in(one, window))
        return "\n".join(writer.operators), writer.names
