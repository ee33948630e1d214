"""Breaking text into lines by the rules of good typesetting, Russian and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cjm_desktop.layout import hyphens, text
from cjm_desktop.layout.pieces import FontName
from cjm_desktop.layout.text import Word

NBSP = "\u00a0"
SPARSE = 0.4
"""A line filled less than this may take the beginning of a hyphenated word."""
_SLACK = 1e-6
_AROUND = 40
"""Letters behind a place that say whether a word may be parted there."""
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
    last: float
    """Width of the last line, em."""


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


@lru_cache(maxsize=20_000)
def _measured(sentence: str, font: FontName) -> tuple[tuple[Word, ...], ...]:
    """The words of each paragraph, as they stay together, measured."""
    return tuple(
        tuple([text.word(one, font) for one in glue(paragraph.strip(" ")).split(" ") if one])
        for paragraph in text.clean(sentence).split("\n")
    )


@lru_cache(maxsize=20_000)
def _places(word: str) -> tuple[tuple[int, str], ...]:
    """Where a word may be parted, last first, and what is put there."""
    found = [(at, "") for at in hyphens.joints(word)]
    found += [(at, "-") for at in hyphens.points(word)]
    return tuple(sorted(found, reverse=True))


class _Filler:
    """Fills lines, word by word."""

    def __init__(self, font: FontName, width: float, hyphenate: bool) -> None:
        self.font, self.width, self.hyphenate = font, width + _SLACK, hyphenate
        self.space = text.shape_word(" ", font).width
        self.lines: list[str] = []
        self.widths: list[float] = []
        self.line: list[str] = []
        self.filled = 0.0
        self.whole = True

    def paragraph(self, words: Iterable[Word]) -> None:
        """Put words on lines of their own; no words, an empty line."""
        before = len(self.lines)
        for word in words:
            room = self.width - (self.filled + self.space if self.line else 0.0)
            if word.width <= room:
                self.put(word)
            elif word.width <= self.width and not (self.hyphenate and self.sparse):
                self.close()
                self.put(word)
            else:
                self.part(word, room)
        self.close()
        if len(self.lines) == before:
            self.lines.append("")
            self.widths.append(0.0)

    @property
    def sparse(self) -> bool:
        """Whether there is something on the line, but little."""
        return 0 < self.filled < SPARSE * self.width

    def put(self, word: Word) -> None:
        """Put a word on the line."""
        self.filled = self.filled + self.space + word.width if self.line else word.width
        self.line.append(word.text)

    def close(self) -> None:
        """End the line."""
        if self.line:
            self.lines.append(" ".join(self.line))
            self.widths.append(self.filled)
        self.line, self.filled = [], 0.0

    def add(self, letters: str) -> None:
        """Put a word on the line, or what of it fits, or on the next one."""
        word = text.word(letters, self.font)
        room = self.width - (self.filled + self.space if self.line else 0.0)
        if word.width <= room:
            self.put(word)
        else:
            self.part(word, room)

    def part(self, word: Word, room: float) -> None:
        """Put on the line what fits of a word that does not, and the rest on the next one."""
        if NBSP in word.text and word.width > self.width:
            for each in filter(None, word.text.split(NBSP)):
                self.add(each)
            return
        self.whole = self.whole and word.width <= self.width
        wanted = self.hyphenate or word.width > self.width
        if self.sparse and wanted and self._hyphenated(word.text, room):
            return
        self.close()
        if word.width <= self.width:
            self.put(word)
        else:
            self._force(word.text)

    def _hyphenated(self, word: str, room: float) -> bool:
        """Put the longest allowed beginning of a word on this line and the rest on the next."""
        found = self._head(word, room, self._reach(word, room))
        if found is None:
            return False
        head, at = found
        self.put(head)
        self.close()
        self.add(word[at:])
        return True

    def _reach(self, word: str, room: float) -> int:
        """How many letters of a word there is room for, at least one."""

        def fits(count: int) -> bool:
            return text.shape_word(word[:count], self.font).width <= room

        low, high = 1, 2
        # Doubled, not measured as a whole: somebody pastes a line of thousands of letters.
        while high <= len(word) and fits(high):
            low, high = high, 2 * high
        high = min(high, len(word) + 1)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if fits(middle) else (low, middle)
        return low

    def _head(self, word: str, room: float, reach: int) -> tuple[Word, int] | None:
        """The longest allowed beginning of a word there is room for, and where it ends."""
        for at, mark in _places(word[: reach + _AROUND]):
            if at <= reach + 2:  # a pair of letters may stand closer than each alone
                head = text.word(word[:at] + mark, self.font)
                if head.width <= room:
                    return head, at
        return None

    def _force(self, word: str) -> None:
        """Part a word that is wider than a whole line: at a joint, a hyphen, or anywhere."""
        self.whole = False
        while word:
            reach = self._reach(word, self.width)
            if reach == len(word):
                self.put(text.word(word, self.font))
                return
            found = self._head(word, self.width, reach)
            head, at = found or (text.word(word[:reach], self.font), reach)
            self.put(head)
            self.close()
            word = word[at:]


@lru_cache(maxsize=20_000)
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
    filler = _Filler(font, width, hyphenate)
    for words in _measured(sentence, font):
        filler.paragraph(words)
    found, widths = filler.lines, filler.widths
    while len(found) > 1 and not found[-1]:
        found.pop()
        widths.pop()
    return Broken(tuple(found), max(widths), filler.whole, widths[-1])


def _without_widow(
    broken: Broken, sentence: str, font: FontName, width: float, hyphenate: bool
) -> Broken:
    """Wide text broken a little earlier where its last line would hold next to nothing."""
    least = _WIDOW * width
    if broken.last >= least:
        return broken
    for part in (0.94, 0.88, 0.82, 0.76):
        tried = _fill(sentence, font, width * part, hyphenate)
        if len(tried.lines) > len(broken.lines):
            break
        if tried.whole and tried.last >= least:
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
    return max([text.word(one, font).width for one in words])
