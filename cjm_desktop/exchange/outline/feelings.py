"""What a line says of a feeling, how high and its word: `: -2 lost`, `: +0,7 облегчение`, `:(`."""

from __future__ import annotations

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
    found = felt.read(content)
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
