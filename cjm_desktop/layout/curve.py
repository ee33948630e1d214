"""The emotion curve: monotone cubic through its points, as Bezier segments, ribbon and areas.

Slopes as in d3's curveMonotoneX (Steffen 1990, "A simple method for monotonic interpolation in
one dimension"): the curve never goes beyond its points, so never off the scale. Handles stand at
a third of the step, so x runs evenly along each segment.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cjm_desktop.layout.pieces import Command

Point = tuple[float, float]
_RIBBON_PARTS = 8
"""Cubic pieces of the ribbon's edge per segment."""
_KEPT = 8_000
"""Segments whose samples and edges are kept: a change moves but a few."""


class Segment(NamedTuple):
    """One cubic Bezier."""

    x0: float
    y0: float
    x1: float
    y1: float
    x2: float
    y2: float
    x3: float
    y3: float

    def at(self, t: float) -> Point:
        """The point at t, 0..1."""
        s = 1 - t
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        return (
            a * self.x0 + b * self.x1 + c * self.x2 + d * self.x3,
            a * self.y0 + b * self.y1 + c * self.y2 + d * self.y3,
        )

    def direction(self, t: float) -> Point:
        """The unit tangent at t."""
        s = 1 - t
        a, b, c = s * s, 2 * s * t, t * t
        dx = a * (self.x1 - self.x0) + b * (self.x2 - self.x1) + c * (self.x3 - self.x2)
        dy = a * (self.y1 - self.y0) + b * (self.y2 - self.y1) + c * (self.y3 - self.y2)
        length = math.hypot(dx, dy) or 1.0
        return (dx / length, dy / length)

    def moved(self, dx: float) -> Segment:
        """The same elsewhere."""
        x0, y0, x1, y1, x2, y2, x3, y3 = self
        return Segment(x0 + dx, y0, x1 + dx, y1, x2 + dx, y2, x3 + dx, y3)

    def split(self, t: float) -> tuple[Segment, Segment]:
        """The parts before and after t (de Casteljau)."""

        def between(a: Point, b: Point) -> Point:
            return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)

        p0, p1, p2, p3 = (self[0:2], self[2:4], self[4:6], self[6:8])
        a, b, c = between(p0, p1), between(p1, p2), between(p2, p3)
        d, e = between(a, b), between(b, c)
        f = between(d, e)
        return Segment(*p0, *a, *d, *f), Segment(*f, *e, *c, *p3)


def slopes(points: Sequence[Point]) -> list[float]:
    """The slope at each point that keeps the curve monotone between them."""
    count = len(points)
    if count < 2:
        return [0.0] * count
    widths = [points[i + 1][0] - points[i][0] for i in range(count - 1)]
    secants = [(points[i + 1][1] - points[i][1]) / widths[i] for i in range(count - 1)]
    found = [0.0] * count
    for i in range(1, count - 1):
        before, after = secants[i - 1], secants[i]
        if before * after > 0:
            mean = (before * widths[i] + after * widths[i - 1]) / (widths[i - 1] + widths[i])
            sign = 1.0 if before > 0 else -1.0
            found[i] = sign * min(2 * abs(before), 2 * abs(after), abs(mean)) if mean else 0.0
    found[0] = (3 * secants[0] - found[1]) / 2
    found[-1] = (3 * secants[-1] - found[-2]) / 2
    return found


def segments(points: Sequence[Point]) -> list[Segment]:
    """The curve through points of ascending x."""
    slope = slopes(points)
    found = []
    for i in range(len(points) - 1):
        (x0, y0), (x3, y3) = points[i], points[i + 1]
        third = (x3 - x0) / 3
        found.append(
            Segment(
                x0,
                y0,
                x0 + third,
                y0 + slope[i] * third,
                x3 - third,
                y3 - slope[i + 1] * third,
                x3,
                y3,
            )
        )
    return found


def bridge(before: Segment, after: Segment) -> Segment:
    """The way from the end of one curve to the beginning of another, level at both."""
    x0, y0, x3, y3 = before.x3, before.y3, after.x0, after.y0
    third = (x3 - x0) / 3
    return Segment(x0, y0, x0 + third, y0, x3 - third, y3, x3, y3)


def between(curve: Sequence[Segment], left: float, right: float) -> tuple[Segment, ...]:
    """What of a curve lies between two places, as far from the first as it was from 0."""
    found = []
    for one in curve:
        if one.x3 <= left or one.x0 >= right:
            continue
        if one.x3 > right:
            one = one.split((right - one.x0) / (one.x3 - one.x0))[0]  # noqa: PLW2901
        if one.x0 < left:
            one = one.split((left - one.x0) / (one.x3 - one.x0))[1]  # noqa: PLW2901
        found.append(one.moved(-left))
    return tuple(found)


def value_at(curve: Sequence[Segment], x: float) -> float | None:
    """The curve's y at x, or None where it does not reach."""
    at = bisect_right(curve, x, key=lambda one: one.x0) - 1
    for one in curve[max(at - 1, 0) : at + 1]:
        if one.x0 <= x <= one.x3:
            return one.at((x - one.x0) / (one.x3 - one.x0 or 1.0))[1]
    return None


def commands(curve: Sequence[Segment]) -> tuple[Command, ...]:
    """The curve as an open path."""
    if not curve:
        return ()
    found: list[Command] = [("M", (curve[0].x0, curve[0].y0))]
    found += [("C", one[2:8]) for one in curve]
    return tuple(found)


def samples(curve: Sequence[Segment], each: int = 12) -> Iterator[Point]:
    """Points along the curve, evenly in x."""
    for one in curve:
        yield from _sampled(one, each)
    if curve:
        yield (curve[-1].x3, curve[-1].y3)


@lru_cache(maxsize=_KEPT)
def _sampled(one: Segment, each: int) -> tuple[Point, ...]:
    return tuple([one.at(index / each) for index in range(each)])


def ribbon(curve: Sequence[Segment], width: float) -> tuple[Command, ...]:
    """The curve as a filled band of even width with straight ends."""
    if not curve:
        return ()
    sides = [_sides(one, width / 2) for one in curve]
    found: list[Command] = [("M", sides[0].start)]
    for side in sides:
        found += side.upper
    found.append(("L", sides[-1].end))
    for side in reversed(sides):
        found += side.lower
    found.append(("Z", ()))
    return tuple(found)


class _Sides(NamedTuple):
    """The two edges of a segment's ribbon."""

    start: Point
    upper: tuple[Command, ...]
    """From the start to the right."""
    end: Point
    lower: tuple[Command, ...]
    """From the end to the left."""


@lru_cache(maxsize=_KEPT)
def _sides(one: Segment, half: float) -> _Sides:
    parts = [i / _RIBBON_PARTS for i in range(_RIBBON_PARTS + 1)]
    above = [(one.at(part), one.direction(part)) for part in parts]
    upper = [((x + dy * half, y - dx * half), (dx, dy)) for (x, y), (dx, dy) in above]
    lower = [((x - dy * half, y + dx * half), (-dx, -dy)) for (x, y), (dx, dy) in reversed(above)]
    return _Sides(upper[0][0], tuple(_through(upper)), lower[0][0], tuple(_through(lower)))


def _through(points: Sequence[tuple[Point, Point]]) -> list[Command]:
    """Cubics through points with known directions, handles a third of the chord."""
    found: list[Command] = []
    for ((x0, y0), (dx0, dy0)), ((x3, y3), (dx3, dy3)) in pairwise(points):
        third = math.hypot(x3 - x0, y3 - y0) / 3
        handles = (x0 + dx0 * third, y0 + dy0 * third, x3 - dx3 * third, y3 - dy3 * third)
        found.append(("C", (*handles, x3, y3)))
    return found


@lru_cache(maxsize=_KEPT)
def _crossing(one: Segment, level: float) -> float | None:
    """Where a segment goes through a level, 0..1; it is monotone, so at most once."""
    low, high = one.y0 - level, one.y3 - level
    if low * high >= 0:
        return None
    start, end = 0.0, 1.0
    for _ in range(40):
        middle = (start + end) / 2
        if (one.at(middle)[1] - level) * low > 0:
            start = middle
        else:
            end = middle
    return (start + end) / 2


def areas(
    curve: Sequence[Segment], level: float
) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
    """What lies between the curve and a level: above it (smaller y) and below it."""
    sides: tuple[list[Command], list[Command]] = ([], [])
    for one in curve:
        at = _crossing(one, level)
        for part in one.split(at) if at is not None else (one,):
            middle = part.at(0.5)[1]
            if abs(middle - level) < 1e-9:
                continue
            side = sides[0] if middle < level else sides[1]
            start = ("L", (part.x0, part.y0))
            if side and side[-1] == ("open", (part.x0,)):
                side.pop()
            else:
                side.append(("M", (part.x0, level)))
                side.append(start)
            side.append(("C", part[2:8]))
            side.append(("open", (part.x3,)))
    return _closed(sides[0], level), _closed(sides[1], level)


def _closed(side: list[Command], level: float) -> tuple[Command, ...]:
    found: list[Command] = []
    for letter, numbers in side:
        if letter == "open":
            found += [("L", (numbers[0], level)), ("Z", ())]
        else:
            found.append((letter, numbers))
    return tuple(found)
