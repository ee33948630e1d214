"""Posters of several pages that are not glued: each page holds drawings in places of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.layout.pieces import Cell, Colour, Drawing, Piece


class Part(NamedTuple):
    """A drawing and where its top left stands on the page, mm."""

    drawing: Drawing
    left: float
    top: float
    scale: float
    """mm to a unit of the drawing."""


class Leaf(NamedTuple):
    """A page, mm."""

    width: float
    height: float
    parts: tuple[Part, ...]
    title: str = ""
    """What begins here, for the list of bookmarks; empty: it goes on."""

    @property
    def body(self) -> float:
        """Size of the body text, mm; the smallest of all drawings that have any."""
        return min([one.drawing.body_size * one.scale for one in self.parts])

    @property
    def smallest(self) -> float:
        """Size of the smallest text, mm."""
        return min([one.drawing.smallest_size * one.scale for one in self.parts])


def drawn(
    width: float,
    height: float,
    pieces: Sequence[Piece],
    *,
    paper: Colour,
    body: float,
    smallest: float,
    missing: Sequence[str] = (),
) -> Drawing:
    """A drawing of loose pieces in mm.

    Args:
        body, smallest: sizes of its text, mm.
        missing: characters no bundled font can draw.
    """
    cell = Cell("loose", "free", 0.0, 0.0, width, height, tuple(pieces))
    return Drawing(
        map_id="",
        width=width,
        height=height,
        paper=paper,
        cells={cell.id: cell},
        columns=(),
        lanes=(),
        label_x=0.0,
        grid_x=0.0,
        grid_y=0.0,
        stages_y=0.0,
        body_size=body,
        smallest_size=smallest,
        missing=tuple(missing),
    )
