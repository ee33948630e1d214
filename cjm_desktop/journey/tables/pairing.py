"""Which line of a cell became which, so that what one did not touch keeps all it holds."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

MOST = 400
"""Pairs of lines in one gap that are compared letter by letter; beyond it their order tells."""


def pair(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each new line the index of the old one it was; None: it is new.

    Lines that are the same stay, wherever they went; of the others those in the same gap that are
    most alike belong together, in their order.
    """
    found: list[int | None] = [None] * len(new)
    for first, second, size in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_matching_blocks():
        for step in range(size):
            found[second + step] = first + step
    _pair_moved(old, new, found)
    low = 0
    while low < len(new):
        if found[low] is not None:
            low += 1
            continue
        high = low
        while high < len(new) and found[high] is None:
            high += 1
        _pair_gap(old, new, found, range(low, high))
        low = high
    return found


def _pair_moved(old: Sequence[str], new: Sequence[str], found: list[int | None]) -> None:
    """Lines that say the same in another place."""
    left: dict[str, list[int]] = {}
    taken = set(found)
    for index, text in enumerate(old):
        if index not in taken:
            left.setdefault(text, []).append(index)
    for index, text in enumerate(new):
        if found[index] is None and left.get(text):
            found[index] = left[text].pop(0)


def _pair_gap(old: Sequence[str], new: Sequence[str], found: list[int | None], gap: range) -> None:
    """Pair the new lines of a gap with the old ones that stood there."""
    before = found[gap.start - 1] if gap.start else None
    after = found[gap.stop] if gap.stop < len(new) else None
    first = 0 if before is None else before + 1
    last = len(old) if after is None else after
    taken = set(found)
    there = [index for index in range(first, last) if index not in taken]
    if len(there) == len(gap) or len(there) * len(gap) > MOST:
        for index, one in zip(gap, there, strict=False):
            found[index] = one
    elif there:
        _most_alike(old, new, found, gap, there)


def _most_alike(
    old: Sequence[str],
    new: Sequence[str],
    found: list[int | None],
    gap: range,
    there: Sequence[int],
) -> None:
    """The pairs in order that are together most alike; as many as there can be."""
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}
    for a in range(len(gap) + 1):
        for b in range(len(there) + 1):
            if not a or not b:
                best[a, b] = 0.0, ()
                continue
            score, pairs = best[a - 1, b - 1]
            here = gap[a - 1], there[b - 1]
            alike = SequenceMatcher(None, old[here[1]], new[here[0]], autojunk=False).ratio()
            both = score + 1 + alike, (*pairs, here)
            best[a, b] = max(both, best[a - 1, b], best[a, b - 1], key=lambda one: one[0])
    for index, one in best[len(gap), len(there)][1]:
        found[index] = one
