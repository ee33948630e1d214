"""What a line says of a feeling, how high and its word: `: -2 lost`, `: +0,7 облегчение`, `:(`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from cjm_desktop.journey import felt

_SMILEYS: dict[float, tuple[str, ...]] = {
    2: (":D", "D", "))", "😀", "😃", "😄", "😁", "😆", "😍", "🤩", "🥰", "🎉"),
    1: ("-)", ")", "🙂", "😊", "☺", "😌", "👍"),
    0: ("-|", "|", "😐", "😶", "🤔"),
    -1: ("-(", "(", "🙁", "☹", "😕", "😟", "😒", "👎"),
    -2: ("((", "😡", "😠", "🤬", "😭", "😢", "😞", "😫", "😱"),
}
_BY_LENGTH = sorted(
    ((sign, value) for value, signs in _SMILEYS.items() for sign in signs),
    key=lambda one: -len(one[0]),
)


OF_FIVE = 5
_MARK = re.compile(rf"[1-{OF_FIVE}](?=\s|\Z)")
"""A number as keys on the map have it, from the worst to the best: no sign before it."""


class Feeling(NamedTuple):
    """How high, and the word."""

    value: float
    word: str
    said: bool = True
    """The line says how high."""
    off_scale: bool = False
    """It said more, or less, than the scale has."""
    of_five: int = 0
    """It can only be meant out of five, as keys on the map; 0: it is not."""


def mark_of(content: str) -> int:
    """The number from 1 to 5 without a sign that a line says; 0: it says another one, or none."""
    found = _MARK.match(content)
    return int(found[0]) if found else 0


def is_of_five(contents: Iterable[str]) -> bool:
    """Whether feelings from elsewhere are all out of five: none of them is below 1, one above 2."""
    marks = [mark_of(one) for one in contents if felt.read(one) is not None]
    return all(marks) and any(one > felt.HIGHEST for one in marks)


def read(content: str, *, of_five: bool = False) -> Feeling:
    """What stands after the sign: a number from -2 to +2 or of five, a smiley, then the word.

    Args:
        of_five: numbers from 1 to 5 without a sign are; else only those that the scale has not.
    """
    found, mark = felt.read(content), mark_of(content)
    if found is not None and mark and (of_five or mark > felt.HIGHEST):
        return Feeling(float(mark - 3), found.word, of_five=mark)
    if found is not None:
        nearest = min(felt.HIGHEST, max(felt.LOWEST, found.value))
        return Feeling(nearest, found.word, off_scale=not found.on_scale)
    smiley = _smiley(content)
    if smiley is not None:
        sign, value = smiley
        return Feeling(value, content[len(sign) :].removeprefix("\ufe0f").strip())
    return Feeling(0.0, content.strip(), said=False)


def _smiley(content: str) -> tuple[str, float] | None:
    for sign, value in _BY_LENGTH:
        behind = content[len(sign) :].removeprefix("\ufe0f")[:1]
        if content.startswith(sign) and (not sign.isascii() or not behind.strip()):
            return sign, value
    return None
