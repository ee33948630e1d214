"""Where the points of a curve stand in a column, when lines come and go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cjm_desktop.exchange.outline.places import staying

_LEAST = 0.002
"""Closer points are spread anew; it is more than what counts as one place (`curves.NEAR`)."""


def betweens(ids: Sequence[str | None], now: dict[str, float]) -> list[float]:
    """How far each point stands to the next column, from 0 to below 1; few of them move.

    Args:
        ids: the points in the order they should have; None: a new one.
        now: where those that are in the column stand now.
    """
    there = sorted(now, key=lambda one: (now[one], one))
    stay = staying(there, [one for one in ids if one is not None and one in now])
    fixed = [now[one] if one is not None and one in stay else None for one in ids]
    found = _filled(fixed)
    if any(after - one < _LEAST for one, after in pairwise(found)):
        moved = any(one is None for one in fixed)
        return [n / len(ids) for n in range(len(ids))] if moved else found
    return found


def _filled(fixed: Sequence[float | None]) -> list[float]:
    """Put what has no place evenly between its neighbours; the first of all stands in the middle of
    its column."""
    found: list[float] = []
    for number, one in enumerate(fixed):
        if one is not None:
            found.append(one)
            continue
        coming = next((n for n in range(number, len(fixed)) if fixed[n] is not None), len(fixed))
        end = fixed[coming] if coming < len(fixed) else 1.0
        missing = coming - number
        if not found:
            found.append(0.0)
        else:
            found.append(found[-1] + ((end or 0.0) - found[-1]) / (missing + 1))
    return found
