"""Where the things of an outline stand: beneath which stage, step and barrier."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.exchange.outline.items import Item


class Spot(NamedTuple):
    """Where one thing stands, by the numbers of other things."""

    stage: int
    step: int | None
    barrier: int | None
    """Of an idea: what it answers, the last barrier above it in the same section."""


def spots(items: Sequence[Item]) -> list[Spot]:
    """Where each thing stands."""
    found: list[Spot] = []
    stage, step, barrier = 0, None, None
    for number, item in enumerate(items):
        if item.kind == "stage":
            stage, step, barrier = number, None, None
        elif item.kind == "step":
            step, barrier = number, None
        elif item.kind == "barrier":
            barrier = number
        found.append(Spot(stage, step, barrier if item.kind == "idea" else None))
    return found


def staying(now: Sequence[str], wanted: Sequence[str]) -> set[str]:
    """The most of what is wanted that is in that order already, so that few things move.

    Args:
        now: all that is there, in order.
        wanted: some of it in the order it should have.
    """
    place = {one: number for number, one in enumerate(now)}
    ends: list[int] = []
    """Where the smallest end of a run of each length stands in `wanted`."""
    before: list[int | None] = []
    for number, one in enumerate(wanted):
        length = bisect_left(ends, place[one], key=lambda end: place[wanted[end]])
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [number]
    found: set[str] = set()
    at = ends[-1] if ends else None
    while at is not None:
        found.add(wanted[at])
        at = before[at]
    return found
