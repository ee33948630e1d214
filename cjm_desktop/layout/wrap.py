"""Breaking text into lines by the rules of good typesetting, Russian and English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cjm_desktop.layout import hyphens, text
from cjm_desktop.layout.pieces import FontName

NBSP = "\u00a0"
SPARSE = 0.4
"""A line filled less than this may take the beginning of a hyphenated word."""
_SLACK = 1e-6
_WIDE = 14.0
_WIDOW = 0.22
"""In text wider than the first, em, a last line filled less than the second is avoided."""

_UNITS = (
    r"(?:%|‰|°\w?|₽|€|\$|£|мин\w*|час\w*|ч|дн\w*|день|дня|дней|сут\w*|нед\w*|мес\w*|год\w*|лет"
    r"|кв\w*|руб\w*|тыс\w*|млн|млрд|шт\w*|раз\w*|кг|км|см|мм|чел\w*|человек\w*|шаг\w*|звон\w*"
    r"|min\w*|hour\w*|hr?s?|day\w*|week\w*|month\w*|year\w*|pcs|kg|km|cm|mm|people|times|steps?"
    r"|calls?|pt|px|USD|EUR|RUB)"
)
_PARTICLE = re.compile(r" (?=(?:бы|б|ли|ль|же|ж)\b)", re.IGNORECASE)
_SHORT = re.compile(r"(?<![^\s(\[«“„\"'\u00a0])([(\[«“„\"']?(?:[^\W\d_]{1,2})) (?=[^\s—–-])")
_DASH = re.compile(r" (?=[—–-](?:\s|$))")
_NUMBER = re.compile(rf"(?<=\d) (?={_UNITS}(?:\W|$))", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))")
_SIGN = re.compile(r"([№§#~≈<>≤≥]) (?=\d)")
_PARTICLES = frozenset(("бы", "б", "ли", "ль", "же", "ж"))


class Broken(NamedTuple):
    """Text in lines."""

    lines: tuple[str, ...]
    width: float
    """Of the widest line, em."""
    whole: bool
    """No word had to be parted because it is wider than a whole line."""


@lru_cache(maxsize=20_000)
def glue(sentence: str) -> str:
    """Put no-break spaces where a line must not end.

    After words of one and two letters, before a dash and a particle, between a number and its
    unit and inside a grouped number.
    """
    sentence = _DASH.sub(NBSP, sentence)
    sentence = _NUMBER.sub(NBSP, _THOUSANDS.sub(NBSP, sentence))
    sentence = _SIGN.sub(rf"\1{NBSP}", sentence)
    sentence = _SHORT.sub(_glue_short, sentence)
    return _PARTICLE.sub(NBSP, sentence)


def _glue_short(found: re.Match[str]) -> str:
    word = found.group(1)
    abbreviation = len(word) > 1 and word.isupper()
    return word + (" " if abbreviation or word.lower() in _PARTICLES else NBSP)


class _Filler:
    """Fills lines of one paragraph, word by word."""

    def __init__(self, font: FontName, width: float, hyphenate: bool) -> None:
        self.font, self.width, self.hyphenate = font, width + _SLACK, hyphenate
        self.space = text.shape_word(" ", font).width
        self.lines: list[str] = []
        self.line, self.filled = "", 0.0
        self.whole = True

    def measure(self, words: str) -> float:
        return text.shape_word(words, self.font).width

    def add(self, word: str) -> None:
        """Put a word on the line, or what of it fits, or on the next one."""
        width = self.measure(word)
        if self._append(word, width):
            return
        if NBSP in word and width > self.width:
            for part in word.split(NBSP):
                self.add(part)
            return
        sparse = 0 < self.filled < SPARSE * self.width
        self.whole = self.whole and width <= self.width
        wanted = self.hyphenate or width > self.width
        if sparse and wanted and self._part(word, self.room()):
            return
        self.close()
        if not self._append(word, width):
            self._force(word)

    def room(self) -> float:
        return self.width - (self.filled + self.space if self.line else 0.0)

    def _append(self, word: str, width: float) -> bool:
        if width > self.room():
            return False
        self.filled = width if not self.line else self.filled + self.space + width
        self.line = f"{self.line} {word}" if self.line else word
        return True

    def close(self) -> None:
        """End the line."""
        if self.line:
            self.lines.append(self.line)
        self.line, self.filled = "", 0.0

    def _part(self, word: str, room: float) -> bool:
        """Put the longest allowed beginning of a word on this line and the rest on the next."""
        for at, mark in self._places(word):
            head = word[:at] + mark
            width = self.measure(head)
            if width <= room:
                self._append(head, width)
                self.close()
                self.add(word[at:])
                return True
        return False

    def _places(self, word: str) -> list[tuple[int, str]]:
        """Where a word may be parted, last first, and what is put there."""
        found = [(at, "") for at in hyphens.joints(word)]
        found += [(at, "-") for at in hyphens.points(word)]
        return sorted(found, reverse=True)

    def _force(self, word: str) -> None:
        """Part a word that is wider than a whole line: at a joint, a hyphen, or anywhere."""
        self.whole = False
        if self._part(word, self.width):
            return
        end = max(1, len(word) - 1)
        while end > 1 and self.measure(word[:end]) > self.width:
            end -= 1
        self._append(word[:end], min(self.measure(word[:end]), self.width))
        self.close()
        if word[end:]:
            self.add(word[end:])


@lru_cache(maxsize=60_000)
def lines(sentence: str, font: FontName, width: float, hyphenate: bool = True) -> Broken:
    """Break text into lines no wider than `width`.

    Args:
        sentence: any text; its line breaks are kept.
        font: it is measured in.
        width: em of the font size.
        hyphenate: whether a sparse line may take part of a word. A word wider than a whole line
            is parted in any case, never clipped.
    """
    broken = _fill(sentence, font, width, hyphenate)
    if len(broken.lines) > 1 and broken.whole and width >= _WIDE:
        return _without_widow(broken, sentence, font, width, hyphenate)
    return broken


def _fill(sentence: str, font: FontName, width: float, hyphenate: bool) -> Broken:
    """Fill line after line as far as it goes."""
    found: list[str] = []
    whole = True
    for paragraph in text.clean(sentence).split("\n"):
        filler = _Filler(font, width, hyphenate)
        for word in glue(paragraph.strip(" ")).split(" "):
            if word:
                filler.add(word)
        filler.close()
        found += filler.lines or [""]
        whole = whole and filler.whole
    while len(found) > 1 and not found[-1]:
        found.pop()
    widest = max((text.width_of(one, font) for one in found), default=0.0)
    return Broken(tuple(found), widest, whole)


def _without_widow(
    broken: Broken, sentence: str, font: FontName, width: float, hyphenate: bool
) -> Broken:
    """Wide text broken a little earlier where its last line would hold next to nothing."""
    least = _WIDOW * width
    if text.width_of(broken.lines[-1], font) >= least:
        return broken
    for part in (0.94, 0.88, 0.82, 0.76):
        tried = _fill(sentence, font, width * part, hyphenate)
        if len(tried.lines) > len(broken.lines):
            break
        if tried.whole and text.width_of(tried.lines[-1], font) >= least:
            return tried
    return broken


@lru_cache(maxsize=20_000)
def balanced(sentence: str, font: FontName, width: float, hyphenate: bool = False) -> Broken:
    """Break text into as few lines as `lines` does, each about equally long."""
    best = lines(sentence, font, width, hyphenate)
    if len(best.lines) < 2 or not best.whole:
        return best
    low, high = best.width / 2, best.width
    for _ in range(8):
        middle = (low + high) / 2
        tried = lines(sentence, font, middle, hyphenate)
        if len(tried.lines) == len(best.lines) and tried.whole:
            best, high = tried, middle
        else:
            low = middle
    return best


@lru_cache(maxsize=20_000)
def longest_word(sentence: str, font: FontName) -> float:
    """Width in em of the widest single word, as it would stand alone on a line."""
    words = text.clean(sentence).replace("\n", " ").split(" ")
    return max((text.shape_word(word, font).width for word in words), default=0.0)
