"""Reading a drawing back: its pieces, words and rectangles on the page."""

from __future__ import annotations

from collections.abc import Iterator

from cjm_desktop.layout import fonts
from cjm_desktop.layout.pieces import Cell, Drawing, Glyphs, Piece


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
