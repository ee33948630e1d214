"""Where a Russian or English word may be parted."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import pyphen

_LEFT, _RIGHT = 3, 4
"""Least letters before and after the hyphen."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LEVEL = re.compile(r"(\d?)(?:\D|$)")
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_JOINT = re.compile(r"(?<=[^\W_]{2}[-/_.])(?=[^\W_]{2})|(?<=[@?&=#])(?=\w)")


class Patterns:
    """Liang's patterns of one language, from a file of pyphen's.

    A word needs a handful of the ten thousand: they are taken apart when one of them fits. pyphen
    itself takes all of them apart first, which opening a map would have to wait for.

    Args:
        language: as pyphen names it, such as "ru_RU".
    """

    def __init__(self, language: str) -> None:
        # The first line names the encoding, which is UTF-8 in both of ours.
        text = pyphen.LANGUAGES[language].read_text(encoding="utf-8").partition("\n")[2]
        letters = text.translate(_NO_DIGITS).split("\n")
        self._told = dict(zip(letters, text.split("\n"), strict=True))
        self._longest = max(map(len, letters))
        self._levels: dict[str, tuple[int, ...]] = {}

    def points(self, word: str) -> list[int]:
        """Where a word of letters may be parted, however near to its ends: ascending indexes."""
        whole = f".{word.lower()}."
        levels = [0] * (len(whole) + 1)
        for start in range(len(whole) - 1):
            for end in range(start + 1, min(start + self._longest, len(whole)) + 1):
                part = whole[start:end]
                if part in self._told:
                    for at, level in enumerate(self._of(part), start):
                        levels[at] = max(levels[at], level)
        return [at - 1 for at, level in enumerate(levels) if level % 2]

    def _of(self, letters: str) -> tuple[int, ...]:
        """The level before each letter of a pattern, and after the last: ".а2б" is 0, 0, 2, 0."""
        found = self._levels.get(letters)
        if found is None:
            parts = _LEVEL.findall(self._told[letters])
            found = self._levels[letters] = tuple(int(one or 0) for one in parts)
        return found


@cache
def _patterns(language: str) -> Patterns:
    return Patterns("ru_RU" if language == "ru" else "en_US")


def _is_russian(word: str) -> bool:
    return any("а" <= one <= "я" or one == "ё" for one in word.lower())


def joints(word: str) -> tuple[int, ...]:
    """Where a compound may be parted without adding a hyphen: after one, or a slash, or a dot."""
    return tuple(found.start() for found in _JOINT.finditer(word))


@lru_cache(maxsize=20_000)
def points(word: str) -> tuple[int, ...]:
    """Where a hyphen may be put: indexes into the word, ascending.

    At least three letters stay before and four after it; all-capital words and what holds digits
    are never parted.
    """
    found: list[int] = []
    for part in _LETTERS.finditer(word):
        letters = part.group()
        if len(letters) < _LEFT + _RIGHT or letters.isupper():
            continue
        patterns = _patterns("ru" if _is_russian(letters) else "en")
        last = len(letters) - _RIGHT
        found += [part.start() + at for at in patterns.points(letters) if _LEFT <= at <= last]
    return tuple(found)
