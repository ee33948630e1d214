"""Any text on one line and back: line breaks as a visible sign, and what would be misread behind a
backslash.

A backslash means itself everywhere but right before what it protects; there a run of them counts
double, so that every text can be written.
"""

from __future__ import annotations

import re
from typing import NamedTuple

BREAK = "⏎"
"""Stands for the end of a line inside a text."""
_BREAKS = re.compile(rf"(\\*)({BREAK}|\n)")
_BREAK = re.compile(rf"(\\*){BREAK}")
_COMMA = re.compile(r"(\\*),(?=\s|\Z)")
_NUMBERED = re.compile(r"(?P<run>\\*)(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?=\S)")


def on_one_line(text: str) -> str:
    """A text with its line ends as signs."""
    return _BREAKS.sub(lambda m: m[1] * 2 + ("\\" if m[2] == BREAK else "") + BREAK, text.strip())


def as_said(text: str) -> str:
    """The text of one line with its line ends as they were."""
    if BREAK not in text:
        return text.strip()
    return _BREAK.sub(_broken, text).strip()


def _broken(found: re.Match[str]) -> str:
    half, odd = divmod(len(found[1]), 2)
    return "\\" * half + (BREAK if odd else "\n")


def without_commas(text: str) -> str:
    """A text whose commas part nothing (see `parts`)."""
    return _COMMA.sub(lambda m: m[1] * 2 + "\\,", text)


class Part(NamedTuple):
    """What stands between two commas."""

    start: int
    end: int
    """Where it stands in the text, without blanks round it."""
    text: str


def parts(text: str) -> list[Part]:
    """What commas part; at least one part, which may be empty.

    A comma inside a number or a name without a blank after it parts nothing.
    """
    found: list[Part] = []
    begin, last, said = 0, 0, ""
    for comma in _COMMA.finditer(text):
        half, odd = divmod(len(comma[1]), 2)
        said += text[last : comma.start()] + "\\" * half + ("," if odd else "")
        last = comma.end()
        if not odd:
            found.append(_part(text, begin, last - 1, said))
            begin, said = last, ""
    found.append(_part(text, begin, len(text), said + text[last:]))
    return [one for one in found if one.text] or found[:1]


def _part(text: str, begin: int, end: int, said: str) -> Part:
    raw = text[begin:end]
    start = begin + len(raw) - len(raw.lstrip())
    return Part(start, max(start, begin + len(raw.rstrip())), said.strip())


def numbered(text: str) -> str:
    """A title that begins like an item of a numbered list, so that it keeps its number."""
    found = _NUMBERED.match(text)
    return "\\" * (len(found["run"]) + 1) + text if found else text


def without_number(text: str) -> str:
    """A title without the number of a numbered list, unless a backslash protects it."""
    found = _NUMBERED.match(text)
    if found is None:
        return text
    half, odd = divmod(len(found["run"]), 2)
    if odd:
        return text[half + 1 :]
    return text[found.end() :] if half == 0 else text
