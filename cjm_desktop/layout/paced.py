"""Columns as wide as the time they take, as far as their words allow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.journey.timeline import Taken

LEAST_GAP = 20.0
"""A wait between two columns is at least as wide, u, so that it is seen."""
_TRUE = 0.5
"""A column that is wider than its time asks by this, u, is not to scale."""


class Paced(NamedTuple):
    """Widths that follow time."""

    ws: tuple[float, ...]
    gaps: tuple[float, ...]
    """What of each width is the wait at its end; empty: there is none."""
    scale: float
    """How wide a minute is, u; 0: nobody knows of any."""


def with_gaps(floors: Sequence[float], taken: Sequence[Taken]) -> list[float]:
    """The least widths of columns, room for their waits among it."""
    return [
        floor + (LEAST_GAP if one.wait else 0.0) for floor, one in zip(floors, taken, strict=True)
    ]


def widths(floors: Sequence[float], taken: Sequence[Taken], total: float) -> Paced:
    """Share out a width so that each column gets what its time asks, or its least width.

    Args:
        floors: the least widths, room for waits among it (see `with_gaps`), u.
        total: u; where the least widths need more they get it.
    """
    scale = scale_for(floors, taken, total)
    if not scale and sum(floors) < total:
        spare = (total - sum(floors)) / len(floors)
        floors = [one + spare for one in floors]
    return to_scale(floors, taken, scale)


def to_scale(floors: Sequence[float], taken: Sequence[Taken], scale: float) -> Paced:
    """Widths to a scale, or the least widths.

    Args:
        scale: how wide a minute is, u.
    """
    ws = [max(floor, scale * one.minutes) for floor, one in zip(floors, taken, strict=True)]
    gaps = tuple([_gap(*one, scale) for one in zip(ws, floors, taken, strict=True)])
    return Paced(tuple(ws), gaps if any(gaps) else (), scale)


def is_true(width: float, minutes: float, scale: float) -> bool:
    """Whether a column is as wide as its time asks."""
    return minutes > 0 and abs(width - scale * minutes) < _TRUE


def scale_for(floors: Sequence[float], taken: Sequence[Taken], total: float) -> float:
    """How wide a minute is where all columns together are that wide, u; 0: nobody knows of any.

    Where the least widths need more it is the largest scale that widens no column.
    """
    spans = [one.minutes for one in taken]
    steady = [(floor, span) for floor, span in zip(floors, spans, strict=True) if span > 0]
    if not steady:
        return 0.0
    free = total - sum(floor for floor, span in zip(floors, spans, strict=True) if not span)
    while True:
        scale = free / sum(span for _, span in steady)
        bent = [one for one in steady if one[0] > scale * one[1]]
        if not bent:
            return scale
        rest = [one for one in steady if one not in bent]
        if not rest:
            return min(floor / span for floor, span in steady)
        steady, free = rest, free - sum(floor for floor, _ in bent)


def _gap(width: float, floor: float, one: Taken, scale: float) -> float:
    """What of a column's width its wait takes, u."""
    if not one.wait:
        return 0.0
    return min(max(LEAST_GAP, scale * one.wait), width - floor + LEAST_GAP)
