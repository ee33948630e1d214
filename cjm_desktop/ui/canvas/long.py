"""What lies in a cell that is longer than a window, such as the band of a lane."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QRectF

from cjm_desktop.layout.pieces import Box, Line, Primitive, Shape
from cjm_desktop.ui.canvas.fonts import Fonts
from cjm_desktop.ui.canvas.placed import CHEAP, OVERHANG, Placed
from cjm_desktop.ui.canvas.tape import Tape

LONG = 600.0
"""A cell longer than this, poster units, is painted piece by piece, a long piece in parts."""
PART, LEAST_PART = 600.0, 128.0
"""About how wide such a part is, pixels, and the least, poster units."""
NARROW = 300.0
"""Pieces wider than this, poster units, are looked at one by one; there are few of them."""
RUN = 12
"""So many lines in a row are painted in one go; of more only those that are seen."""
CROWD = 16
"""Pieces in a part from which on they are kept as one picture, not each as its own."""


def part_width(scale: float) -> float:
    """How wide a part is, poster units; the same for scales that are near each other.

    Args:
        scale: pixels a poster unit.
    """
    return float(LEAST_PART * 2 ** max(0, round(math.log2(PART / (LEAST_PART * scale)))))


def parts(whole: QRectF, exposed: QRectF, width: float) -> Iterator[tuple[int, QRectF]]:
    """The parts of a long thing that are to be seen, each with its number."""
    first = max(0, int((exposed.left() - whole.left()) // width))
    last = int((min(exposed.right(), whole.right()) - whole.left()) // width)
    for index in range(first, last + 1):
        left = whole.left() + index * width
        room = min(width, whole.right() - left)
        yield index, QRectF(left, whole.top(), room, whole.height())


class Spread:
    """Pieces of a long cell by where they lie across."""

    def __init__(self, placed: Sequence[Placed], fonts: Fonts) -> None:
        self.placed = tuple(_joined(placed, fonts))
        """In order, plain lines that follow one another as one thing."""
        spots = sorted((one.x, number) for number, one in enumerate(self.placed))
        self._lefts = [x for x, _ in spots]
        self._numbers = [number for _, number in spots]
        self._rights = [one.x + one.shape.w for one in self.placed]
        narrow = [one.shape.w for one in self.placed if one.shape.w <= NARROW]
        self._widest = max(narrow, default=0.0)
        self._wide = [
            (one.x, self._rights[number], number)
            for number, one in enumerate(self.placed)
            if one.shape.w > NARROW
        ]
        heavy = [number for number, one in enumerate(self.placed) if not one.light]
        self._first = heavy[0] if heavy else len(self.placed)
        self._heavy = len(heavy)
        self._tiles: dict[tuple[float, float], tuple[Placed, ...]] = {}

    def between(self, left: float, right: float) -> list[int]:
        """The numbers of those that reach into a stretch, in their order."""
        first = bisect_left(self._lefts, left - self._widest)
        last = bisect_right(self._lefts, right)
        rights = self._rights
        found = {number for number in self._numbers[first:last] if rights[number] >= left}
        found.update(number for x, end, number in self._wide if x <= right and end >= left)
        return sorted(found)

    def within(self, seen: QRectF) -> list[Placed]:
        """Those that may be seen in a part of the cell, in their order."""
        about = self.between(seen.left() - OVERHANG, seen.right() + OVERHANG)
        top, bottom = seen.top() - OVERHANG, seen.bottom() + OVERHANG
        found = [self.placed[number] for number in about]
        return [one for one in found if one.y <= bottom and one.y + one.shape.h >= top]

    def crowded(self, length: float, width: float) -> bool:
        """Whether there is more in a part than is worth being kept piece by piece.

        Args:
            length: of the cell, poster units.
            width: of a part.
        """
        return self._heavy * width > CROWD * length

    def ground(self, seen: QRectF) -> list[Placed]:
        """Of those that may be seen the light ones that lie under all others."""
        about = self.between(seen.left() - OVERHANG, seen.right() + OVERHANG)
        return [self.placed[one] for one in about if one < self._first]

    def tile(self, part: QRectF) -> tuple[Placed, ...]:
        """What but the ground reaches into a part."""
        key = part.left(), part.width()
        known = self._tiles.get(key)
        if known is None:
            about = self.between(part.left() - OVERHANG, part.right() + OVERHANG)
            found = tuple(self.placed[one] for one in about if one >= self._first)
            known = self._tiles[key] = found
        return known


def _joined(placed: Sequence[Placed], fonts: Fonts) -> Iterator[Placed]:
    """The same, but plain lines and boxes that follow one another put together."""
    for plain, group in groupby(placed, _is_plain):
        several = list(group)
        if not plain or len(several) == 1:
            yield from several
            continue
        for begin in range(0, len(several), RUN):
            yield _run(several[begin : begin + RUN], fonts)


def _is_plain(one: Placed) -> bool:
    """Whether it is nothing but lines and boxes of one colour, and not long itself."""
    return (
        one.light
        and one.shape.w <= NARROW
        and all(
            isinstance(each, Line)
            or (isinstance(each, Box) and not each.radius and isinstance(each.fill, str | None))
            for each in one.shape.primitives
        )
    )


def _run(several: Sequence[Placed], fonts: Fonts) -> Placed:
    left = min(one.x for one in several)
    drawn: list[Primitive] = []
    for one in several:
        for each in one.shape.primitives:
            dx, dy = one.x - left, one.y
            if isinstance(each, Line):
                drawn.append(
                    each._replace(
                        x0=each.x0 + dx, x1=each.x1 + dx, y0=each.y0 + dy, y1=each.y1 + dy
                    )
                )
            elif isinstance(each, Box):
                drawn.append(each._replace(x=each.x + dx, y=each.y + dy))
    right = max(one.x + one.shape.w for one in several)
    bottom = max(one.y + one.shape.h for one in several)
    shape = Shape(right - left, bottom, tuple(drawn))
    tape = Tape(shape, fonts)
    tape.weight = CHEAP
    return Placed(left, 0.0, 0.0, shape, tape)
