"""What was meant to be typed where the keyboard was switched to the other language."""

from __future__ import annotations

from typing import Final

_LATIN: Final = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_CYRILLIC: Final = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_TO_CYRILLIC: Final = str.maketrans(
    _LATIN + '~{}:"<>' + _LATIN[1:].upper(), _CYRILLIC + "ёхъжэбю" + _CYRILLIC[1:].upper()
)
_TO_LATIN: Final = str.maketrans(_CYRILLIC + _CYRILLIC.upper(), _LATIN + _LATIN.upper())
_LETTERS: Final = frozenset(_CYRILLIC)


def readings(text: str) -> tuple[str, ...]:
    """A text as it was typed, and then as the same keys of йцукен and qwerty would have it."""
    cyrillic = any(letter in _LETTERS for letter in text.casefold())
    other = text.translate(_TO_LATIN if cyrillic else _TO_CYRILLIC)
    return (text, other) if other != text else (text,)


def latin(letter: str) -> str:
    """The letter or sign of qwerty on the key of a letter of йцукен; any other as it is."""
    return letter.translate(_TO_LATIN)
