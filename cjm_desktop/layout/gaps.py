"""Thin lines leave a gap where a word stands on them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cjm_desktop.layout.curve import Segment
from cjm_desktop.layout.slots import Rect

_AIR = 1.4
"""Free space at both sides of a word, u."""
_STEP = 1.2
"""Length of a stretch that is looked at as a whole, u."""


def level(y: float, width: float, words: Sequence[Rect]) -> list[tuple[float, float]]:
    """The parts of a horizontal line from 0 to `width` that no word covers."""
    covered = sorted(
        (one.x - _AIR, one.x + one.w + _AIR) for one in words if one.y <= y <= one.y + one.h
    )
    found, x = [], 0.0
    for left, right in covered:
        if left > x:
            found.append((x, left))
        x = max(x, right)
    return [*found, (x, width)] if x < width else found


def upright(
    x: float, top: float, bottom: float, words: Sequence[Rect]
) -> list[tuple[float, float]]:
    """The parts of a vertical line that no word covers."""
    near = [one.grown(_AIR) for one in words if one.x - _AIR <= x <= one.x + one.w + _AIR]
    found, y = [], top
    for one in sorted(near, key=lambda rect: rect.y):
        if one.y > y:
            found.append((y, min(one.y, bottom)))
        y = max(y, one.y + one.h)
        if y >= bottom:
            return found
    return [*found, (y, bottom)]


def curve(segments: Sequence[Segment], words: Sequence[Rect]) -> list[list[Segment]]:
    """The parts of a curve that no word covers."""
    parts: list[list[Segment]] = [[]]
    for one in segments:
        near = [rect.grown(_AIR) for rect in words if rect.x < one.x3 and rect.x + rect.w > one.x0]
        for start, end, free in _stretches(one, near):
            if free:
                parts[-1].append(_between(one, start, end))
            elif parts[-1]:
                parts.append([])
    return [part for part in parts if part]


def _stretches(one: Segment, near: Sequence[Rect]) -> list[tuple[float, float, bool]]:
    """From where to where on a segment it is free, and where covered."""
    if not near:
        return [(0.0, 1.0, True)]
    found: list[tuple[float, float, bool]] = []
    steps = max(1, math.ceil((one.x3 - one.x0) / _STEP))
    for index in range(steps):
        start, end = index / steps, (index + 1) / steps
        x, y = one.at((start + end) / 2)
        free = not any(r.x <= x <= r.x + r.w and r.y <= y <= r.y + r.h for r in near)
        if found and found[-1][2] == free:
            found[-1] = (found[-1][0], end, free)
        else:
            found.append((start, end, free))
    return found


def _between(one: Segment, start: float, end: float) -> Segment:
    """A segment from one t to another."""
    if end < 1.0:
        one = one.split(end)[0]
    return one.split(start / end)[1] if start > 0.0 else one
