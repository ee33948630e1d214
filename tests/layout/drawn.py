"""Reading a drawing back: its pieces, words and rectangles on the page."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from cjm_desktop.layout import fonts
from cjm_desktop.layout.pieces import Box, Cell, Drawing, Glyphs, Piece
from cjm_desktop.layout.slots import Rect

ABOVE, BELOW = 0.73, 0.2
"""Parts of its size by which a line's capitals rise and its tails fall."""
TOUCH = 0.3
"""Units by which boxes may meet before their letters do."""


def pieces(drawing: Drawing) -> Iterator[tuple[Cell, Piece]]:
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            yield cell, piece


def piece(drawing: Drawing, piece_id: str) -> Piece:
    return next(one for _, one in pieces(drawing) if one.id == piece_id)


def rect(drawing: Drawing, piece_id: str) -> tuple[float, float, float, float]:
    for cell, one in pieces(drawing):
        if one.id == piece_id:
            return cell.x + one.x, cell.y + one.y, one.shape.w, one.shape.h
    raise KeyError(piece_id)


def runs(one: Piece) -> Iterator[Glyphs]:
    for primitive in one.shape.primitives:
        if isinstance(primitive, Glyphs):
            yield primitive


def words(one: Piece) -> str:
    """A piece's text as a reader copies it."""
    return " ".join(run.text for run in runs(one)).replace("\u00a0", " ")


def outside(one: Piece) -> list[str]:
    """The runs of a piece that reach out of its rectangle, to within a hair."""
    found = []
    for run in runs(one):
        top = run.y - fonts.CAP_HEIGHT * run.size
        bottom = run.y + 0.1 * run.size
        inside = (
            run.x >= -0.05
            and run.x + run.width <= one.shape.w + 0.05
            and top >= -0.05
            and bottom <= one.shape.h + 0.05
        )
        if not inside:
            found.append(
                f"{run.text!r} at {run.x:.1f},{run.y:.1f} w {run.width:.1f}"
                f" in {one.shape.w:.1f}x{one.shape.h:.1f}"
            )
    return found


class TextBox(NamedTuple):
    """Where the ink of a line of text lies, u."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def over(self, other: TextBox) -> bool:
        """The two lie over one another."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > TOUCH and down > TOUCH


def texts(drawing: Drawing) -> Iterator[TextBox]:
    """Every line of text of a drawing, turned notes with the box round their line."""
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            angle = math.radians(piece.turn)
            cos, sin = math.cos(angle), math.sin(angle)
            middle_x, middle_y = piece.shape.w / 2, piece.shape.h / 2
            left, top = cell.x + piece.x + middle_x, cell.y + piece.y + middle_y
            for run in piece.shape.primitives:
                if not isinstance(run, Glyphs) or not run.text.strip():
                    continue
                # The middle of a line turns with its note; a line itself lies nearly level.
                x = run.x + run.width / 2 - middle_x
                y = run.y - (ABOVE - BELOW) / 2 * run.size - middle_y
                at_x, at_y = left + x * cos - y * sin, top + x * sin + y * cos
                wide, high = run.width / 2, (ABOVE + BELOW) / 2 * run.size
                yield TextBox(at_x - wide, at_y - high, at_x + wide, at_y + high, run.text)


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """The texts that lie over one another."""
    found, open_ones = [], list[TextBox]()
    for one in sorted(texts(drawing)):
        open_ones = [other for other in open_ones if other.right > one.left]
        found += [(other.text, one.text) for other in open_ones if one.over(other)]
        open_ones.append(one)
    return found


def faces(drawing: Drawing) -> list[Rect]:
    """Where faces, heads and points of curves lie."""
    return [
        Rect(cell.x + piece.x + zone.x, cell.y + piece.y + zone.y, zone.w, zone.h)
        for cell, piece in pieces(drawing)
        if piece.kind == "face"
        for zone in piece.shape.zones
        if zone.name == "face"
    ]


def callouts(drawing: Drawing) -> list[Rect]:
    """The boxes that say why the lowest point is so low."""
    return [
        Rect(cell.x + piece.x + box.x, cell.y + piece.y + box.y, box.w, box.h)
        for cell, piece in pieces(drawing)
        if piece.id.startswith("why:")
        for box in piece.shape.primitives
        if isinstance(box, Box)
    ]


def covered(drawing: Drawing) -> list[Rect]:
    """The faces and points under callouts, and the heads with letters under faces."""
    found = faces(drawing)
    large = [one for one in found if one.w > 20]
    hidden = [one for one in found if any(one.overlap(box) > 0.1 for box in callouts(drawing))]
    heads = [one for one in found if 6 < one.w < 20]
    return hidden + [one for one in heads if any(one.overlap(face) > 0.1 for face in large)]
