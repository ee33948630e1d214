"""Paint pieces onto pages.

A shape is written once, in its own coordinates, for all the pages that show some of it. Text is
never laid out here, only placed glyph by glyph as the layout found it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from cjm_desktop.layout.pieces import Cell, Drawing, Glyphs, Piece, Shape
from cjm_desktop.poster import bounds, content, reading, trim
from cjm_desktop.poster.bounds import Rect
from cjm_desktop.poster.content import Matrix
from cjm_desktop.poster.page import Page
from cjm_desktop.poster.supplies import Name, Supplies
from cjm_desktop.poster.writer import UNIT, Writer

_SPREAD = 3
"""So many pages must show some of a shape for it to be written once for all of them."""
_LARGE = 150
"""Letters that it takes, less than which is written on each page: a form costs as much."""


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
    for cell, piece in reading.pieces(drawing):
        place = placement(piece, cell)
        reach = bounds.NOTHING
        if reaches:
            shape = known.get(id(piece.shape))
            if shape is None:
                shape = known[id(piece.shape)] = bounds.of_shape(piece.shape)
            if piece.turn:
                reach = bounds.turned(shape, place)
            else:
                x, y = place[4], place[5]
                reach = shape[0] + x, shape[1] + y, shape[2] + x, shape[3] + y
        placed.append(Placed(piece, place, reach))
    return placed


class View(NamedTuple):
    """A page, and what of the drawing it shows."""

    page: Page
    matrix: Matrix
    """From the drawing's coordinates to the page's."""
    window: Rect | None = None
    """In the drawing's coordinates; None: all of it."""


class Painter:
    """Paints pieces onto the pages of one document.

    Args:
        writer: makes what writes a piece; given what a `Writer` is.
        many: the document has many pages that show the same drawing.
    """

    def __init__(
        self,
        supplies: Supplies,
        writer: Callable[..., Writer] = Writer,
        *,
        many: bool = False,
    ) -> None:
        self._supplies, self._many = supplies, many
        self._writer = partial(writer, stamped=True) if many else writer
        self._forms: dict[Shape, Name | None] = {}

    def paint(self, page: Page, placed: Iterable[Placed], matrix: Matrix) -> None:
        """Paint pieces onto a page that shows all of them.

        Args:
            matrix: from the drawing's coordinates to the page's.
        """
        page.add(f"q {content.concat(matrix)}")
        views = (View(page, matrix),)
        for one in placed:
            self.put(one, views)
        page.add("Q")

    def put(self, one: Placed, views: Sequence[View]) -> None:
        """Put a piece onto pages whose coordinates are the drawing's by now.

        Of a piece that reaches beyond a page's window only that is painted which is seen in it.
        """
        form = self._form(one.piece.shape, many=len(views) >= _SPREAD)
        if form is not None:
            for view in views:
                view.page.add(f"{_led_to(one.place, view)}/{form[1]} Do Q", (form,))
            return
        writer, whole = self._written(one, views[0].matrix)
        left, top, right, bottom = one.reach
        for view in views:
            page, matrix, window = view
            # Strokes with gradients are tied to the page's coordinates.
            if view is not views[0] and writer.tied:
                writer, whole = self._written(one, matrix)
            text = whole
            if window is not None and (
                left < window[0] or top < window[1] or right > window[2] or bottom > window[3]
            ):
                text = writer.part(trim.seen_from(window, one.place))
            if text:
                page.add(f"{_led_to(one.place, view)}{text} Q", writer.names)

    def _form(self, shape: Shape, *, many: bool) -> Name | None:
        """A form for a large shape without text, where many pages show some of it."""
        if shape in self._forms or not many or not self._many:
            return self._forms.get(shape)
        form = None
        if not any(isinstance(each, Glyphs) for each in shape.primitives):
            # Its gradients are tied to the form, not to the page.
            writer = self._writer(self._supplies)
            writer.write(shape.primitives)
            drawn = "\n".join(writer.operators)
            if len(drawn) >= _LARGE:
                form = self._supplies.form(bounds.of_shape(shape), drawn, writer.names)
        self._forms[shape] = form
        return form

    def _written(self, one: Placed, matrix: Matrix) -> tuple[Writer, str]:
        writer = self._writer(self._supplies, content.multiply(one.place, matrix))
        writer.write(one.piece.shape.primitives)
        return writer, "\n".join(writer.operators)


def _led_to(place: Matrix, view: View) -> str:
    """The operators that lead to a place and keep what is said there to it, until a Q.

    On one of many sheets from the place before: that is shorter, and often the same again.
    """
    if view.window is None:
        return "q " if place == UNIT else f"q {content.concat(place)} "
    if place[:2] == (1.0, 0.0):
        return f"{view.page.onto(place[4], place[5])}q "
    left, top = view.page.origin
    return f"q {content.concat((*place[:4], place[4] - left, place[5] - top))} "
