"""Where a word beside a face covers the least: eight places are tried."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Point = tuple[float, float]


class Rect(NamedTuple):
    """A rectangle, u."""

    x: float
    y: float
    w: float
    h: float

    def overlap(self, other: Rect) -> float:
        """Area that both cover."""
        w = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        h = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return w * h if w > 0 and h > 0 else 0.0

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return self.x <= point[0] <= self.x + self.w and self.y <= point[1] <= self.y + self.h

    def grown(self, by: float) -> Rect:
        """The rectangle with a margin all round."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)


_BUCKET = 64.0


class Crowd:
    """What is in the way of words: curves, faces, words placed before, the edges.

    Kept in upright strips, so that a long map costs no more a word than a short one.
    """

    def __init__(
        self, bounds: Rect, main: Iterable[Point], other: Iterable[Point], boxes: Iterable[Rect]
    ) -> None:
        self._bounds = bounds
        self._points: dict[int, list[tuple[Point, float]]] = {}
        self._boxes: dict[int, list[Rect]] = {}
        for weight, points in ((22.0, main), (3.0, other)):
            for point in points:
                strip = self._points.setdefault(int(point[0] // _BUCKET), [])
                strip.append((point, weight))
        for box in boxes:
            self.add(box)

    def add(self, rect: Rect) -> None:
        """From now on this is in the way too."""
        for strip in _strips(rect):
            self._boxes.setdefault(strip, []).append(rect)

    def cost(self, rect: Rect) -> float:
        """How much a rectangle would cover."""
        found = (rect.w * rect.h - rect.overlap(self._bounds)) * 40.0
        near = rect.grown(1.2)
        met: set[Rect] = set()
        for strip in _strips(near):
            met.update(self._boxes.get(strip, ()))
            for point, weight in self._points.get(strip, ()):
                if near.holds(point):
                    found += weight
        return found + sum(rect.overlap(one) for one in met) * 4.0

    def choose(self, rects: Sequence[tuple[Rect, float]]) -> Rect:
        """The cheapest of some rectangles, each with what choosing it costs beforehand."""
        best = min(range(len(rects)), key=lambda i: (self.cost(rects[i][0]) + rects[i][1], i))
        return rects[best][0]


def _strips(rect: Rect) -> range:
    return range(int(rect.x // _BUCKET), int((rect.x + rect.w) // _BUCKET) + 1)


def around(
    cx: float, cy: float, radius: float, w: float, h: float, upward: bool
) -> list[tuple[Rect, float]]:
    """The eight places of a word round a face, the usual one first.

    Args:
        cx, cy, radius: of the face, with its ring, u.
        w, h: of the word, u.
        upward: the word would rather stand above than below.
    """
    gap, slant = 2.2, radius * 0.72
    above = (Rect(cx - w / 2, cy - radius - gap - h, w, h), 0.0 if upward else 9.0)
    below = (Rect(cx - w / 2, cy + radius + gap, w, h), 9.0 if upward else 0.0)
    right, left = cx + radius + gap, cx - radius - gap - w
    up, down = cy - slant - h * 0.7, cy + slant - h * 0.3
    near_right, near_left = cx + slant + gap, cx - slant - gap - w
    return [
        above,
        below,
        (Rect(near_right, up, w, h), 14.0),
        (Rect(near_left, up, w, h), 16.0),
        (Rect(near_right, down, w, h), 14.0),
        (Rect(near_left, down, w, h), 16.0),
        (Rect(right, cy - h / 2, w, h), 20.0),
        (Rect(left, cy - h / 2, w, h), 22.0),
    ]
