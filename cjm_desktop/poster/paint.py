"""Paint pieces onto pages.

A shape is written once, in its own coordinates, and on sheets to glue its text is kept: the next
sheets take it from there. Text is never laid out here, only placed glyph by glyph as the layout
found it.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable
from typing import NamedTuple

from cjm_desktop.layout.pieces import Cell, Drawing, Piece, Shape
from cjm_desktop.poster import bounds, content, trim
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.content import Matrix
from cjm_desktop.poster.page import Page
from cjm_desktop.poster.supplies import Supplies
from cjm_desktop.poster.writer import UNIT, Writer


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
    if piece.turn:
        return bounds.turned(shape, place)
    return bounds.moved(shape, place[4], place[5])


def shows(one: Placed, window: Rect) -> bool:
    """Whether any ink of a piece that reaches into a window is to be expected in it."""
    if bounds.within(one.reach, window):
        return True
    inner = trim.seen_from(window, one.place)
    return any(
        bounds.touches(bounds.of_primitive(each), inner) for each in one.piece.shape.primitives
    )


class Written(NamedTuple):
    """A shape as it is painted where all of it is seen."""

    shape: Shape
    text: str
    writer: Writer


class Painter:
    """Paints pieces onto the pages of one document.

    Args:
        supplies: of the document.
        again: the ids of the shapes that are painted more than once, and kept for that.
    """

    def __init__(self, supplies: Supplies, again: Container[int] = ()) -> None:
        self._supplies, self._again = supplies, again
        self._written: dict[int, Written] = {}

    def paint(
        self, page: Page, placed: Iterable[Placed], matrix: Matrix, window: Rect | None = None
    ) -> None:
        """Paint pieces onto a page.

        Args:
            placed: those that touch the window.
            matrix: from the drawing's coordinates to the page's.
            window: in the drawing's coordinates; of pieces that reach beyond it only that is
                painted which can be seen in it. None: all of them.
        """
        page.add(f"q {content.concat(matrix)}")
        for one in placed:
            cut = window is not None and not bounds.within(one.reach, window)
            _, text, writer = self._shape(one, matrix, cut=cut)
            if cut and window is not None:
                text = writer.part(trim.seen_from(window, one.place))
            if text:
                move = "" if one.place == UNIT else content.concat(one.place)
                page.add(f"q {move} {text} Q", writer.names)
        page.add("Q")

    def _shape(self, one: Placed, matrix: Matrix, *, cut: bool) -> Written:
        shape = one.piece.shape
        known = self._written.get(id(shape))
        if known is None:
            keep = id(shape) in self._again
            writer = Writer(self._supplies, content.multiply(one.place, matrix), cut=cut or keep)
            writer.write(shape.primitives)
            known = Written(shape, "\n".join(writer.operators), writer)
            # Stroke gradients are tied to the page's coordinates: such a shape is written anew.
            if keep and not any(kind == "Pattern" for kind, _ in writer.names):
                self._written[id(shape)] = known
        return known
