"""Where things stand in their order: from an index to fractional keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from cjm_desktop.journey import order
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import (
    Card,
    Department,
    Hypothesis,
    JourneyMap,
    Lane,
    Metric,
    Participant,
    Persona,
    Stage,
    Step,
)

Placed = (
    Card
    | Department
    | Hypothesis
    | JourneyMap
    | Lane
    | Metric
    | Participant
    | Persona
    | Stage
    | Step
)
P = TypeVar("P", bound=Placed)

LONGEST = 40
"""A key longer than this is a reason to space its list anew."""


def places(draft: Draft, there: Sequence[Placed], index: int | None, count: int) -> tuple[str, ...]:
    """Keys for `count` things that come to stand at an index of a list.

    Where there is no room (two laptops put different things at the same place and were merged)
    the whole list is spaced anew.

    Args:
        there: what stands in the list already, in order, without what comes.
        index: None or too large: at the end.
    """
    index = len(there) if index is None else max(0, min(index, len(there)))
    low = there[index - 1].place if index else None
    high = there[index].place if index < len(there) else None
    keys = _keys(low, high, count)
    if keys and max(map(len, keys)) <= LONGEST:
        return keys
    keys = order.spread(len(there) + count)
    for record, key in zip(there, keys[:index] + keys[index + count :], strict=True):
        if record.place != key:
            draft.put(replace(record, place=key))
    return keys[index : index + count]


def place_for(draft: Draft, there: Sequence[Placed], index: int | None) -> str:
    """The key for one thing that comes to stand at an index of a list (see `places`)."""
    return places(draft, there, index, 1)[0]


def move_to(draft: Draft, listed: Sequence[P], moved: Sequence[P], index: int | None) -> None:
    """Give things a new place within their own list; nothing is written where nothing moves."""
    ids = {one.id for one in moved}
    rest = [one for one in listed if one.id not in ids]
    index = len(rest) if index is None else max(0, min(index, len(rest)))
    if [*rest[:index], *moved, *rest[index:]] == list(listed):
        return
    for record, key in zip(moved, places(draft, rest, index, len(moved)), strict=True):
        draft.put(replace(record, place=key))


def _keys(low: str | None, high: str | None, count: int) -> tuple[str, ...]:
    """`count` keys between two, or none where there is no room."""
    if low is None and high is None:
        return order.spread(count)
    try:
        return tuple(_between(low, high, count))
    except ValueError:
        return ()


def _between(low: str | None, high: str | None, count: int) -> list[str]:
    if not count:
        return []
    if high is None or low is None:
        found: list[str] = []
        for _ in range(count):
            key = order.between(low, high)
            found.append(key)
            low, high = (key, None) if high is None else (None, key)
        return sorted(found)
    middle, before = order.between(low, high), (count - 1) // 2
    return [
        *_between(low, middle, before),
        middle,
        *_between(middle, high, count - 1 - before),
    ]
