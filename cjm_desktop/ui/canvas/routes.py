"""Ways for the lines of a chain: down the gaps between columns, where no text stands. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]
BESIDE = 26.0
"""Pixels from a thing's side to the gap beside it, at most."""
INSIDE = 6.0
"""Pixels from a thing's corner to where a line may meet its edge."""
GAP = 5.0
"""Pixels over or under a thing where a line runs along its lane."""
ARRIVES = 16.0
"""Pixels below the top of a thing at which a line meets its side."""


class Area(NamedTuple):
    """What a line leads from or to, pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Its height's middle."""
        return (self.top + self.bottom) / 2


def route(here: Area, there: Area, gaps: Sequence[float]) -> list[Point]:
    """The corners of a line from one thing to another, both ends on their edges.

    Args:
        gaps: where one column ends and the next begins.
    """
    x = _gap(here, there, gaps)
    if x is None:
        x = (max(here.left, there.left) + min(here.right, there.right)) / 2
        x = min(max(x, here.left + INSIDE), here.right - INSIDE)
    down = there.middle >= here.middle
    return _leave(here, x, down) + _arrive(there, x, down)


def _gap(here: Area, there: Area, gaps: Sequence[float]) -> float | None:
    """The gap beside a thing, or under it, from which the other one is nearest."""
    left = [one for one in gaps if one <= here.left + 1]
    right = [one for one in gaps if one >= here.right - 1]
    under = [one for one in gaps if here.left + 1 < one < here.right - 1]
    near = [*left[-1:], *right[:1], *under]
    return min(near, key=lambda one: _away(there, one), default=None)


def _away(area: Area, x: float) -> float:
    return max(area.left - x, x - area.right, 0.0)


def _leave(here: Area, x: float, down: bool) -> list[Point]:
    if here.left + 1 < x < here.right - 1:
        return [(x, here.bottom if down else here.top)]
    side = here.left if x <= here.left + 1 else here.right
    return [(side, here.middle), (x, here.middle)]


def _arrive(there: Area, x: float, down: bool) -> list[Point]:
    edge = there.top if down else there.bottom
    if there.left + INSIDE < x < there.right - INSIDE:
        return [(x, edge)]
    side = there.left if x <= there.left + INSIDE else there.right
    if abs(side - x) <= BESIDE:
        inner = min(ARRIVES, (there.bottom - there.top) / 2)
        y = edge + inner if down else edge - inner
        return [(x, y), (side, y)]
    over = edge - GAP if down else edge + GAP
    at = there.left + 2 * INSIDE if side == there.left else there.right - 2 * INSIDE
    return [(x, over), (at, over), (at, edge)]
