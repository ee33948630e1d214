"""How high a feeling is, as people write it: `-2 lost`, `+0,25`, `– 1.5`, `4/5 good`."""

from __future__ import annotations

import re
from typing import NamedTuple

LOWEST, HIGHEST = -2.0, 2.0
"""The ends of the scale."""
_DASH = "-‐‑‒–—−"
_VALUE = re.compile(
    rf"(?P<sign>[{_DASH}+]?)\s?(?P<number>\d{{1,3}}(?:[.,]\d{{1,4}})?)(?P<of>/5)?(?=\s|\Z)"
)


class Felt(NamedTuple):
    """What a text says of a feeling."""

    value: float
    """With two decimals; it may be off the scale."""
    word: str
    """What stands behind the number."""

    @property
    def on_scale(self) -> bool:
        """Whether the scale has such a value."""
        return LOWEST <= self.value <= HIGHEST


def read(text: str) -> Felt | None:
    """The number that a text begins with, and the word; None: it begins with none.

    More than three digits are a year or an amount, not a feeling.
    """
    found = _VALUE.match(text)
    if found is None:
        return None
    number = float(found["number"].replace(",", "."))
    value = round(number - 3 if found["of"] else number, 2)
    value = -value if found["sign"] and found["sign"] in _DASH else value
    return Felt(value + 0.0, text[found.end() :].strip())


def written(value: float, word: str, language: str) -> str:
    """What `read` reads, the number as the language writes it."""
    said = f"{value:+.2f}".rstrip("0").rstrip(".")
    said = "0" if said in ("+0", "-0") else said
    return f"{said.replace('.', ',') if language == 'ru' else said} {word}".rstrip()
