"""Where a Russian or English word may be parted."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import pyphen

_LEFT, _RIGHT = 3, 4
"""Least letters before and after the hyphen."""
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"(?<=[^\W_]{2}[-/_.])(?=[^\W_]{2})|(?<=[@?&=#])(?=\w)")


@cache
def _dictionary(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="ru_RU" if language == "ru" else "en_US", left=_LEFT, right=_RIGHT)


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
        dictionary = _dictionary("ru" if _is_russian(letters) else "en")
        found += [part.start() + int(one) for one in dictionary.positions(letters)]
    return tuple(found)
