"""Where a card that is dragged would land: among rectangles, without a window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle, px."""

    x: float
    y: float
    width: float
    height: float


def slot(boxes: Sequence[Box], x: float, y: float) -> int:
    """Before which of some boxes in rows, read like words, a point lies; their number: behind all.

    Args:
        boxes: in order, row after row.
        x, y: the point.
    """
    for index, box in enumerate(boxes):
        above = y < box.y
        beside = y < box.y + box.height and x < box.x + box.width / 2
        if above or beside:
            return index
    return len(boxes)


def band(bands: Sequence[Box], y: float) -> int:
    """Which of some boxes, one under the other, lies at a height, or nearest to it; -1: none."""
    gaps = [max(one.y - y, y - one.y - one.height, 0.0) for one in bands]
    return gaps.index(min(gaps)) if gaps else -1


def beyond(boxes: Sequence[Box], index: int, *, down: bool) -> int:
    """The box above or below one of some boxes in rows; where there is none, that one itself."""
    own = boxes[index]
    centre = own.x + own.width / 2

    def far(at: int) -> tuple[float, float]:
        one = boxes[at]
        return abs(one.y - own.y), abs(one.x + one.width / 2 - centre)

    beyond_it = [at for at, one in enumerate(boxes) if (one.y > own.y if down else one.y < own.y)]
    return min(beyond_it, key=far, default=index)
