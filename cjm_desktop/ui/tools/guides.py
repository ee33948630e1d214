"""Where a note in the hand lines up with others, with steps or with the grid. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cjm_desktop.layout import notes
from cjm_desktop.layout.context import PAD
from cjm_desktop.layout.pieces import Drawing

GRID = 2.0
"""Poster units between the places a note falls to where it lines up with nothing."""
BEYOND = 8.0
"""Poster units a line stands out of what lines up."""
SAME = 0.01
Rect = tuple[float, float, float, float]
"""x, y, width, height; poster units."""
Span = tuple[float, float]


class Mark(NamedTuple):
    """An edge or a middle that others may line up with."""

    at: float
    """Along the axis."""
    span: Span | None
    """From where to where it reaches across the axis; None: it is seen everywhere."""


class Snap(NamedTuple):
    """Where a note comes to lie."""

    x: float
    y: float
    lines: tuple[tuple[float, float, float, float], ...] = ()
    """x0, y0, x1, y1 of what it lines up with, poster units."""


class Guides(NamedTuple):
    """What notes of a drawing may line up with."""

    across: tuple[Mark, ...]
    down: tuple[Mark, ...]


def of(drawing: Drawing, own: Iterable[str]) -> Guides:
    """The edges and middles of the other notes, and across those of the steps.

    Args:
        drawing: what is shown.
        own: the ids of what is in the hand.
    """
    held = frozenset(own)
    across: list[Mark] = []
    down: list[Mark] = []
    for column in drawing.columns:
        across += [Mark(one, None) for one in _three(column.x, column.w)]
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            if piece.kind == "barrier" and piece.record_id not in held:
                x, y, w, h = cell.x + piece.x, cell.y + piece.y, piece.shape.w, piece.shape.h
                across += [Mark(one, (y, y + h)) for one in _three(x, w)]
                down += [Mark(one, (x, x + w)) for one in _three(y, h)]
    return Guides(tuple(across), tuple(down))


def width(drawing: Drawing) -> float:
    """How wide a note is once it is pinned, as `layout.pinned` makes it, poster units."""
    return min(notes.WIDEST, max((one.w for one in drawing.columns), default=0.0) - 2 * PAD)


def snap(guides: Guides, rect: Rect, reach: float) -> Snap:
    """Let a note lie where it lines up.

    Args:
        guides: what it may line up with.
        rect: where the hand has it.
        reach: how near is near enough, poster units.
    """
    x, y, w, h = rect
    left, at_x = _fall(guides.across, x, w, reach)
    top, at_y = _fall(guides.down, y, h, reach)
    upright = [_line(marks, (top, top + h)) for marks in at_x]
    level = [_line(marks, (left, left + w)) for marks in at_y]
    lines = [(at, low, at, high) for at, low, high in upright]
    lines += [(low, at, high, at) for at, low, high in level]
    return Snap(left, top, tuple(lines))


def _three(low: float, size: float) -> tuple[float, float, float]:
    return low, low + size / 2, low + size


def _fall(
    marks: Sequence[Mark], low: float, size: float, reach: float
) -> tuple[float, list[list[Mark]]]:
    """Where an edge comes to lie along one axis, and the marks that any of the three is at."""
    mine = _three(low, size)
    nearest = min(
        ((abs(mark.at - one), mark.at - one) for mark in marks for one in mine),
        default=(reach + 1, 0.0),
    )
    if nearest[0] > reach:
        return round(low / GRID) * GRID, []
    found = low + nearest[1]
    met = [[mark for mark in marks if abs(mark.at - one) < SAME] for one in _three(found, size)]
    return found, [one for one in met if one]


def _line(marks: Sequence[Mark], own: Span) -> tuple[float, float, float]:
    """One line through marks at the same place and the note itself."""
    spans = [own, *(one.span for one in marks if one.span is not None)]
    low, high = min(one[0] for one in spans), max(one[1] for one in spans)
    return marks[0].at, low - BEYOND, high + BEYOND
