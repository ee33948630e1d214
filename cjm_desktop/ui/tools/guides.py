"""Where a note in the hand lines up with others, with steps or with the grid. No Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from cjm_desktop.layout import notes
from cjm_desktop.layout.context import PAD
from cjm_desktop.layout.pieces import Drawing

GRID = 2.0
"""Poster units between the places a note falls to where it lines up with nothing."""
BEYOND = 8.0
"""Poster units a line stands out of what lines up."""
SAME, FAR = 0.01, 1e9
_AT = attrgetter("at")
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
    """What notes of a drawing may line up with, each list from low to high."""

    across: tuple[Mark, ...]
    down: tuple[Mark, ...]


def of(drawing: Drawing, own: Iterable[str], seen: Rect) -> Guides:
    """The edges and middles of the other notes, and across those of the steps.

    Args:
        drawing: what is shown.
        own: the ids of what is in the hand.
        seen: the part of the paper in the window: nobody lines up with what is out of sight.
    """
    held = frozenset(own)
    across = [Mark(at, None) for one in drawing.columns for at in _three(one.x, one.w)]
    down: list[Mark] = []
    for x, y, w, h in _notes(drawing, held):
        if x < seen[0] + seen[2] and x + w > seen[0] and y < seen[1] + seen[3] and y + h > seen[1]:
            across += [Mark(one, (y, y + h)) for one in _three(x, w)]
            down += [Mark(one, (x, x + w)) for one in _three(y, h)]
    return Guides(_sorted(across), _sorted(down))


def _notes(drawing: Drawing, held: frozenset[str]) -> Iterator[Rect]:
    for cell in drawing.cells.values():
        for piece in cell.pieces:
            if piece.kind == "barrier" and piece.record_id not in held:
                yield cell.x + piece.x, cell.y + piece.y, piece.shape.w, piece.shape.h


def _sorted(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=_AT))


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
    away = min((_away(marks, one) for one in mine), key=abs)
    if abs(away) > reach:
        return round(low / GRID) * GRID, []
    met = [_between(marks, one - SAME, one + SAME) for one in _three(low + away, size)]
    return low + away, [one for one in met if one]


def _away(marks: Sequence[Mark], at: float) -> float:
    """How far the nearest mark is from a place; far where there is none."""
    index = bisect_left(marks, at, key=_AT)
    return min((one.at - at for one in marks[max(0, index - 1) : index + 1]), key=abs, default=FAR)


def _between(marks: Sequence[Mark], low: float, high: float) -> list[Mark]:
    return list(marks[bisect_left(marks, low, key=_AT) : bisect_right(marks, high, key=_AT)])


def _line(marks: Sequence[Mark], own: Span) -> tuple[float, float, float]:
    """One line through marks at the same place and the note itself."""
    spans = [own, *(one.span for one in marks if one.span is not None)]
    low, high = min(one[0] for one in spans), max(one[1] for one in spans)
    return marks[0].at, low - BEYOND, high + BEYOND
