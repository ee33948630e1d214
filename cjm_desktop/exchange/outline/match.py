"""Which things of an outline are those of the outline before it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from difflib import SequenceMatcher

from cjm_desktop.exchange.outline.items import Item

LIKE = 0.45
"""From here on one text is another one reworded (`SequenceMatcher.ratio`)."""
_THOROUGH = 400
"""More lines than this are compared without those that come up all the time."""
_PAIRED = 40
"""Lines of a block that are compared each with each."""
Pairs = dict[int, int]
"""The number of the thing after, and of the thing before that it is."""


def pairs(before: Sequence[Item], after: Sequence[Item]) -> Pairs:
    """Find what stayed, what was moved and what was reworded.

    What stands between the same neighbours is compared by its text (Ratcliff and Obershelp, as in
    `difflib`); then what has the same text elsewhere was moved; then what is left in one place was
    reworded, if it is the only one of its kind there, or much like it.
    """
    first, last = _ends(before, after)
    found: Pairs = {number: number for number in range(first)}
    found |= {len(after) - n: len(before) - n for n in range(1, last + 1)}
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    if old and new:
        found |= {b + first: a + first for b, a in _middle(old, new).items()}
    return found


def _key(item: Item) -> tuple[str, str]:
    return item.kind, item.text


def _ends(before: Sequence[Item], after: Sequence[Item]) -> tuple[int, int]:
    """How many things are the same at the beginning, and at the end."""
    most = min(len(before), len(after))
    first = 0
    while first < most and _key(before[first]) == _key(after[first]):
        first += 1
    last = 0
    while last < most - first and _key(before[-1 - last]) == _key(after[-1 - last]):
        last += 1
    return first, last


def _middle(old: Sequence[Item], new: Sequence[Item]) -> Pairs:
    keys = [_key(one) for one in old], [_key(one) for one in new]
    matcher = SequenceMatcher(None, *keys, autojunk=max(len(old), len(new)) > _THOROUGH)
    blocks = matcher.get_opcodes()
    found: Pairs = {}
    for tag, a, _, b, b_end in blocks:
        if tag == "equal":
            found |= {number: a + number - b for number in range(b, b_end)}
    _moved(keys, found)
    taken = set(found.values())
    for tag, a, a_end, b, b_end in blocks:
        if tag == "replace":
            left = [n for n in range(a, a_end) if n not in taken]
            coming = [n for n in range(b, b_end) if n not in found]
            found |= _reworded(old, new, left, coming)
    return found


def _moved(keys: tuple[list[tuple[str, str]], list[tuple[str, str]]], found: Pairs) -> None:
    """Pair what has the same text in another place, first with first."""
    taken = set(found.values())
    waiting: defaultdict[tuple[str, str], deque[int]] = defaultdict(deque)
    for number, key in enumerate(keys[0]):
        if number not in taken and key[1]:
            waiting[key].append(number)
    for number, key in enumerate(keys[1]):
        if number not in found and waiting.get(key):
            found[number] = waiting[key].popleft()


def _reworded(
    old: Sequence[Item], new: Sequence[Item], left: list[int], coming: list[int]
) -> Pairs:
    """Pair what stands in one place and is of one kind."""
    found: Pairs = {}
    for kind in dict.fromkeys(new[one].kind for one in coming):
        olds = [one for one in left if old[one].kind == kind]
        news = [one for one in coming if new[one].kind == kind]
        if len(olds) == len(news) == 1:
            found[news[0]] = olds[0]
        elif olds and len(olds) * len(news) <= _PAIRED**2:
            found |= _most_like(old, new, olds, news)
    return found


def _most_like(old: Sequence[Item], new: Sequence[Item], olds: list[int], news: list[int]) -> Pairs:
    likenesses = sorted(
        (-_likeness(old[a].text, new[b].text), abs(i - j), b, a)
        for i, a in enumerate(olds)
        for j, b in enumerate(news)
    )
    found: Pairs = {}
    taken: set[int] = set()
    for like, _, b, a in likenesses:
        if -like >= LIKE and b not in found and a not in taken:
            found[b] = a
            taken.add(a)
    return found


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one[:200], other[:200], autojunk=False)
    if matcher.real_quick_ratio() < LIKE or matcher.quick_ratio() < LIKE:
        return 0.0
    return matcher.ratio()
