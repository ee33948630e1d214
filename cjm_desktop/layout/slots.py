"""Where a word beside a face covers the least: eight places and some between are tried."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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

    def grown(self, by: float) -> Rect:
        """The rectangle with a margin all round."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)


_BUCKET = 64.0
_CLEAR = 2.2
"""A word keeps this distance from curves, u: half a ribbon and a little air."""
_MAIN, _OTHER = 18.0, 2.5
"""What covering one point of the main curve and of the others costs."""


class Crowd:
    """What is in the way of words: curves, faces, words placed before, the edges.

    Points are kept in order from the left and boxes in upright strips, so that a word on a long map
    costs no more than on a short one.
    """

    def __init__(
        self, bounds: Rect, main: Iterable[Point], other: Iterable[Point], boxes: Iterable[Rect]
    ) -> None:
        self.bounds = bounds
        self._curves = [_sorted(main, _MAIN), _sorted(other, _OTHER)]
        self._boxes: dict[int, list[Rect]] = {}
        for box in boxes:
            self.add(box)

    def add(self, rect: Rect) -> None:
        """From now on this is in the way too."""
        for strip in _strips(rect):
            self._boxes.setdefault(strip, []).append(rect)

    def about(self, left: float, right: float) -> tuple[object, ...]:
        """All that lies in a stretch across: as long as it is equal so is every cost in it."""
        found: list[object] = [self.bounds]
        for xs, ys, _ in self._curves:
            first, last = bisect_left(xs, left), bisect_right(xs, right)
            found += [xs[first:last], ys[first:last]]
        strips = _strips(Rect(left, 0.0, right - left, 0.0))
        found += [tuple(self._boxes.get(strip, ())) for strip in strips]
        return tuple(found)

    def near(self, left: float, right: float) -> list[Rect]:
        """The boxes in a stretch across."""
        strips = _strips(Rect(left, 0.0, right - left, 0.0))
        return list(dict.fromkeys(one for at in strips for one in self._boxes.get(at, ())))

    def cost(self, rect: Rect) -> float:
        """How much a rectangle would cover."""
        found = (rect.w * rect.h - rect.overlap(self.bounds)) * 40.0
        near = rect.grown(_CLEAR)
        top, bottom = near.y, near.y + near.h
        for xs, ys, weight in self._curves:
            first, last = bisect_left(xs, near.x), bisect_right(xs, near.x + near.w)
            found += weight * sum([top <= y <= bottom for y in ys[first:last]])
        return found + 4.0 * self._met(rect, _strips(near))

    def covered(self, rect: Rect) -> float:
        """What of a rectangle lies on faces and words placed before, or out of bounds, u2."""
        outside = rect.w * rect.h - rect.overlap(self.bounds)
        return round(outside + self._met(rect, _strips(rect)), 3)

    def _met(self, rect: Rect, strips: range) -> float:
        """What of a rectangle lies on boxes, u2."""
        if len(strips) == 1:
            return sum([rect.overlap(one) for one in self._boxes.get(strips[0], ())])
        met = {one for strip in strips for one in self._boxes.get(strip, ())}
        return sum([rect.overlap(one) for one in met])

    def choose(self, rects: Sequence[tuple[Rect, float]]) -> Rect:
        """The cheapest of some rectangles, each with what choosing it costs beforehand."""
        best, least = rects[0][0], float("inf")
        for rect, before in rects:
            if before < least:
                cost = self.cost(rect) + before
                if cost < least:
                    best, least = rect, cost
        return best


def _sorted(points: Iterable[Point], weight: float) -> tuple[list[float], list[float], float]:
    listed = sorted(points)
    return [x for x, _ in listed], [y for _, y in listed], weight


def _strips(rect: Rect) -> range:
    return range(int(rect.x // _BUCKET), int((rect.x + rect.w) // _BUCKET) + 1)


def around(
    cx: float, cy: float, radius: float, w: float, h: float, upward: bool
) -> list[tuple[Rect, float]]:
    """The eight places of a word round a face, and those above and below a little aside.

    Args:
        cx, cy, radius: of the face, with its ring, u.
        w, h: of the word, u.
        upward: the word would rather stand above than below.
    """
    gap, slant = 2.2, radius * 0.72
    above = cy - radius - gap - h
    below = cy + radius + gap
    right, left = cx + radius + gap, cx - radius - gap - w
    up, down = cy - slant - h * 0.7, cy + slant - h * 0.3
    near_right, near_left = cx + slant + gap, cx - slant - gap - w
    found = [
        (Rect(cx - w / 2, above, w, h), 0.0 if upward else 9.0),
        (Rect(cx - w / 2, below, w, h), 9.0 if upward else 0.0),
        (Rect(near_right, up, w, h), 14.0),
        (Rect(near_left, up, w, h), 16.0),
        (Rect(near_right, down, w, h), 14.0),
        (Rect(near_left, down, w, h), 16.0),
        (Rect(right, cy - h / 2, w, h), 24.0),
        (Rect(left, cy - h / 2, w, h), 26.0),
    ]
    for shift, cost in ((-0.3, 6.0), (0.3, 6.0)):
        found.append((Rect(cx - w / 2 + shift * w, above, w, h), cost + found[0][1]))
        found.append((Rect(cx - w / 2 + shift * w, below, w, h), cost + found[1][1]))
    return found
