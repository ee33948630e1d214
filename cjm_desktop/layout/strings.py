"""Lines that lead from a thing to a note: they are broken where they would strike through words."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from cjm_desktop.journey.memo import Memo
from cjm_desktop.layout.fonts import CAP_HEIGHT
from cjm_desktop.layout.pieces import Cell, Glyphs, Piece
from cjm_desktop.layout.slots import Point, Rect

_AIR = 1.2
"""Between a line and words, u."""
_BELOW = 0.22
"""Of the size of letters lies under the line they stand on."""
_REACH = 12.0
"""Words reach out of their cell by so much at most, u."""
_WIDE = 64.0
"""Of the columns by which words are looked up, u."""
_MANY = 8
"""Columns; what lies in more is looked at always."""
_SHORTEST = 1.0
"""Of what is left of a line between words, u."""


_Box = tuple[float, float, float, float, int]
"""The left, upper, right and lower edge of a cell, and its number."""


class Near(NamedTuple):
    """Words that may be in the way of a line: where their cell is, and they are within it."""

    x: float
    y: float
    words: tuple[Rect, ...]


class Words:
    """Where words are on a page, to be asked along many lines.

    Args:
        memo: keeps where the words of a cell are.
        cells: what has words.
    """

    def __init__(self, memo: Memo, cells: Iterable[Cell]) -> None:
        self._memo = memo
        self._cells = tuple([one for one in cells if one.pieces])
        self._columns: dict[int, list[_Box]] = {}
        self._wide: list[_Box] = []
        """Of cells that lie in very many columns, such as bands."""
        for index, cell in enumerate(self._cells):
            box = (cell.x, cell.y, cell.x + cell.w, cell.y + cell.h, index)
            if cell.w > _MANY * _WIDE:
                self._wide.append(box)
                continue
            for column in _columns(cell.x - _REACH, cell.x + cell.w + _REACH):
                self._columns.setdefault(column, []).append(box)

    def near(self, line: Sequence[Point]) -> tuple[Near, ...]:
        """The words of the cells that a line leads over or past.

        Args:
            line: corners; each part lies level or upright.
        """
        found: set[int] = set()
        for ends in itertools.pairwise(line):
            part = _part(*ends).grown(_REACH)
            left, top, right, bottom = part.x, part.y, part.x + part.w, part.y + part.h
            there = [self._columns.get(column, ()) for column in _columns(left, right)]
            for x, y, end, low, index in chain(self._wide, *there):
                if y <= bottom and low >= top and x <= right and end >= left:
                    found.add(index)
        return tuple([self._of(self._cells[index]) for index in sorted(found)])

    def _of(self, cell: Cell) -> Near:
        words = self._memo.once(("words", cell.id), (cell.pieces,), _words, cell.pieces)
        return Near(cell.x, cell.y, words)


def _columns(left: float, right: float) -> range:
    return range(int(left // _WIDE), int(right // _WIDE) + 1)


def _words(pieces: Iterable[Piece]) -> tuple[Rect, ...]:
    """Where the words of pieces are, seen from their cell."""
    return tuple(
        [
            _said(one, piece.x, piece.y)
            for piece in pieces
            for one in piece.shape.primitives
            if isinstance(one, Glyphs)
        ]
    )


def struck(line: Sequence[Point], near: Iterable[Near]) -> Iterator[Rect]:
    """The words a line strikes through, where they are on the page."""
    parts = [_part(*ends) for ends in itertools.pairwise(line)]
    for cell in near:
        for part in parts:
            left, top = part.x - cell.x, part.y - cell.y
            right, bottom = left + part.w, top + part.h
            for said in cell.words:
                if (
                    said.x < right
                    and said.y < bottom
                    and said.x + said.w > left
                    and said.y + said.h > top
                ):
                    yield said._replace(x=said.x + cell.x, y=said.y + cell.y)


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
