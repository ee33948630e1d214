"""Lines that lead from a thing to a note: they are broken where they would strike through words."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from cjm_desktop.layout.fonts import CAP_HEIGHT
from cjm_desktop.layout.pieces import Cell, Glyphs
from cjm_desktop.layout.slots import Point, Rect

_AIR = 1.2
"""Between a line and words, u."""
_BELOW = 0.22
"""Of the size of letters lies under the line they stand on."""
_REACH = 12.0
"""Words reach out of their cell by so much at most, u."""
_SHORTEST = 1.0
"""Of what is left of a line between words, u."""


def words_near(cells: Iterable[Cell], line: Sequence[Point]) -> Iterator[Rect]:
    """Where words are that a line strikes through.

    Args:
        cells: what has words.
        line: corners; each part lies level or upright.
    """
    parts = [_part(*ends) for ends in itertools.pairwise(line)]
    for cell in cells:
        room = Rect(cell.x, cell.y, cell.w, cell.h).grown(_REACH)
        if not any(room.overlap(part) for part in parts):
            continue
        for piece in cell.pieces:
            x, y = cell.x + piece.x, cell.y + piece.y
            for one in piece.shape.primitives:
                if isinstance(one, Glyphs):
                    said = _said(one, x, y)
                    if any(said.overlap(part) for part in parts):
                        yield said


def seen_parts(line: Sequence[Point], words: Sequence[Rect]) -> Iterator[tuple[Point, ...]]:
    """What is to be seen of a line between the words in its way, each part by its corners."""
    part: list[Point] = []
    for first, last in itertools.pairwise(line):
        part = part or [first]
        for enters, leaves in _cuts(first, last, words):
            part.append(_at(first, last, enters))
            if _length(part) >= _SHORTEST:
                yield tuple(part)
            part = [_at(first, last, leaves)]
        part.append(last)
    if _length(part) >= _SHORTEST:
        yield tuple(part)


def _said(one: Glyphs, x: float, y: float) -> Rect:
    """Where a run of letters is on the page, with some air."""
    top = one.y - CAP_HEIGHT * one.size
    high = (CAP_HEIGHT + _BELOW) * one.size
    return Rect(x + one.x, y + top, one.width, high).grown(_AIR)


def _part(first: Point, last: Point) -> Rect:
    """A stretch of a line as a rectangle that is hardly wide."""
    (x0, y0), (x1, y1) = first, last
    return Rect(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)).grown(0.1)


def _cuts(first: Point, last: Point, words: Sequence[Rect]) -> Iterator[tuple[float, float]]:
    """From where to where words hide a stretch, as shares of it, one behind the other."""
    (x0, y0), (x1, y1) = first, last
    length, reached = abs(x1 - x0) + abs(y1 - y0), 0.0
    hidden = []
    for one in words:
        if length and one.overlap(_part(first, last)):
            if y0 == y1:
                ends = one.x - x0, one.x + one.w - x0
            else:
                ends = one.y - y0, one.y + one.h - y0
            shares = sorted(
                abs(end) / length if end * (x1 - x0 + y1 - y0) > 0 else 0.0 for end in ends
            )
            hidden.append((shares[0], min(1.0, shares[1])))
    for enters, leaves in sorted(hidden):
        if leaves > reached:
            yield max(enters, reached), leaves
            reached = leaves


def _at(first: Point, last: Point, share: float) -> Point:
    (x0, y0), (x1, y1) = first, last
    return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share


def _length(part: Sequence[Point]) -> float:
    return sum(abs(a - c) + abs(b - d) for (a, b), (c, d) in itertools.pairwise(part))
