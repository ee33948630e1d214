"""Which words of a text are spelt wrong, by whatever dictionaries there are. No Qt, no library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

MOST_SUGGESTED = 6
SHORTEST = 2
"""Letters; one alone is a sign or an initial."""
_LETTER = "[^\\W\\d_][\u0300-\u036f\u00ad]*"
_WORD = re.compile(f"(?:{_LETTER})+(?:['’ʼ\\-‐‑](?:{_LETTER})+)*")
_NO_WORDS = re.compile(
    r"\S*(?:@|://)\S*|www\.\S+|[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,6}(?![^\W\d_])\S*|[#\\/]\w\S*"
)
"""Addresses, names of files and the like."""
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u0301": None, "\u00ad": None})


class Dictionary(Protocol):
    """Knows the words of one language."""

    def knows(self, word: str) -> bool:
        """Whether it is spelt right."""

    def suggest(self, word: str) -> Sequence[str]:
        """What may have been meant, the likeliest first."""


class Word(NamedTuple):
    """A word and where it begins in its text, in characters."""

    start: int
    text: str


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text whose spelling can be told: no addresses, numbers or abbreviations."""
    hidden = [found.span() for found in _NO_WORDS.finditer(text)]
    return tuple(
        Word(found.start(), found.group())
        for found in _WORD.finditer(text)
        if _is_word(text, found) and not any(a <= found.start() < b for a, b in hidden)
    )


def _is_word(text: str, found: re.Match[str]) -> bool:
    around = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
    if any(one.isdigit() or one == "_" for one in around):
        return False
    word = plain(found.group())
    return len(word) >= SHORTEST and not any(_odd(part) for part in word.split("-"))


def _odd(part: str) -> bool:
    """Whether capitals follow the first letter: an abbreviation, or a name such as CamelCase."""
    return any(one.isupper() for one in part[1:])


def plain(word: str) -> str:
    """A word as dictionaries write it: without stress and soft hyphens, with a plain apostrophe."""
    return unicodedata.normalize("NFC", word.translate(_PLAIN))


def folded(word: str) -> str:
    """A word without capitals, and with е for ё: how one's own words are told apart."""
    return plain(word).casefold().replace("ё", "е")


def scripts(word: str) -> set[str]:
    """The scripts a word is written in: an English dictionary has an answer to a Russian word."""
    return {unicodedata.name(one, "").partition(" ")[0] for one in word if one.isalpha()}


class Speller:
    """Tells right words from wrong ones.

    Args:
        dictionaries: a word is right when any of them knows it.
        own: the user's own words, which are right as well.
    """

    def __init__(self, dictionaries: Iterable[Dictionary], own: Iterable[str] = ()) -> None:
        self._dictionaries = tuple(dictionaries)
        self._own = {folded(word) for word in own}
        self._told: dict[str, bool] = {}

    def is_own(self, word: str) -> bool:
        """Whether it is one of the user's own words."""
        return folded(word) in self._own

    def is_right(self, word: str) -> bool:
        """Whether a word is spelt right."""
        word = plain(word)
        told = self._told.get(word)
        if told is None:
            parts = word.split("-")
            told = self._known(word) or (len(parts) > 1 and all(map(self._known, parts)))
            self._told[word] = told
        return told

    def _known(self, word: str) -> bool:
        # The first part of a word with a hyphen may be a single letter: "e-mail", "к-во".
        if len(word) < SHORTEST or self.is_own(word):
            return True
        return any(one.knows(word) for one in self._dictionaries)

    def wrong(self, text: str) -> tuple[Word, ...]:
        """The words of a text that are spelt wrong; none where there is no dictionary."""
        if not self._dictionaries:
            return ()
        return tuple(one for one in words_of(text) if not self.is_right(one.text))

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest of every dictionary first."""
        said, letters = plain(word), scripts(word)
        lists = [
            [found for found in one.suggest(said) if scripts(found) & letters]
            for one in self._dictionaries
        ]
        longest = max(map(len, lists), default=0)
        mixed = [found[at] for at in range(longest) for found in lists if at < len(found)]
        return tuple(dict.fromkeys(one for one in mixed if one != word))[:MOST_SUGGESTED]
