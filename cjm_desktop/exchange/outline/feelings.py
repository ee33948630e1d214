"""What a line says of a feeling, how high and its word: `: -2 lost`, `: +0,7 облегчение`, `:(`."""

from __future__ import annotations

import re
from typing import NamedTuple

_VALUE = re.compile(r"(?P<sign>[-+−–]?)\s?(?P<number>\d{1,6}(?:[.,]\d{1,4})?)(?P<of>/5)?(?=\s|\Z)")
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
LOWEST, HIGHEST = -2.0, 2.0


class Feeling(NamedTuple):
    """How high, and the word."""

    value: float
    word: str
    said: bool = True
    """The line says how high."""
    off_scale: bool = False
    """It said more, or less, than the scale has."""


def read(content: str) -> Feeling:
    """What stands after the sign: a number from -2 to +2 or of five, a smiley, then the word."""
    found = _VALUE.match(content)
    if found:
        number = float(found["number"].replace(",", "."))
        value = number - 3 if found["of"] else number
        value = -value if found["sign"] in ("-", "−", "–") else value
        nearest = min(HIGHEST, max(LOWEST, value)) + 0.0
        return Feeling(nearest, content[found.end() :].strip(), off_scale=nearest != value)
    smiley = _smiley(content)
    if smiley is not None:
        sign, value = smiley
        return Feeling(value, content[len(sign) :].removeprefix("\ufe0f").strip())
    return Feeling(0.0, content.strip(), said=False)


def written(value: float, word: str, language: str) -> str:
    """What `read` reads."""
    said = f"{value:+.2f}".rstrip("0").rstrip(".")
    said = "0" if said in ("+0", "-0") else said
    return f"{said.replace('.', ',') if language == 'ru' else said} {word}".rstrip()


def _smiley(content: str) -> tuple[str, float] | None:
    for sign, value in _BY_LENGTH:
        behind = content[len(sign) :].removeprefix("\ufe0f")[:1]
        if content.startswith(sign) and (not sign.isascii() or not behind.strip()):
            return sign, value
    return None
