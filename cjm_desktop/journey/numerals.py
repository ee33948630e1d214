"""Numbers as people write them: `1 234,5`, `1,234.5`, `34 %`; and what a comma or a point means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from cjm_desktop.journey import dates
from cjm_desktop.journey.problems import Problem

_BLANKS = re.compile("[\u0020\u00a0\u2007\u2009\u202f'’]")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([ ,.])\d{3})(?:\1\d{3})*")
_OPEN = re.compile(r"[1-9]\d{0,2}([,.])\d{3}")
"""What may be a thousand times what it seems: `1.234`."""
Part = Literal["decimal", "thousands", "open"]
"""What a comma or a point parts; open: nothing tells."""
Parts = dict[str, Part]
"""The same of each of them."""
_DECORATED = re.compile(r"^(?:n ?= ?)?[$€£¥₽₸₴~≈]?\s*|\s*(?:%|‰|[$€£¥₽₸₴]|руб\.?|р\.)?$", re.I)


def read_number(text: str, decimal_comma: bool = False) -> float | None:
    """A number as people write it, or None: `1 234,5`, `1,234.5`, `−3`, `34 %`, `n = 120`.

    Args:
        decimal_comma: what a comma means that may as well part thousands.
    """
    return number_of(text, {",": "decimal" if decimal_comma else "thousands", ".": "decimal"})


def number_of(text: str, parts: Parts) -> float | None:
    """A number, or None.

    Args:
        parts: what a comma and a point part where this number leaves it open.

    Raises:
        Problem: it is left open.
    """
    sign, digits = _bare(text)
    found = _OPEN.fullmatch(digits)
    part = parts[found[1]] if found else _told(digits)
    if part == "open":
        whole, exact = re.sub("[,.]", "", digits), f"{digits}0"
        raise Problem("paste.open_number", value=short(text), whole=whole, exact=exact)
    whole, rest = digits, ""
    if part == "decimal":
        last = max(digits.rfind("."), digits.rfind(","))
        whole, rest = digits[:last], digits[last + 1 :]
    if not re.fullmatch(r"\d*", rest) or not (whole or rest):
        return None
    if not (re.fullmatch(r"\d*", whole) or _GROUPS.fullmatch(whole)):
        return None
    number = float(f"{re.sub('[ ,.]', '', whole) or '0'}.{rest or '0'}")
    return -number if sign == "-" else number


def _told(digits: str) -> Part:
    """What the last comma or point of a number parts, as far as the number itself tells."""
    if _OPEN.fullmatch(digits):
        return "open"
    last = max(digits.rfind("."), digits.rfind(","))
    return "thousands" if last < 0 or _GROUPS.fullmatch(digits) else "decimal"


def _bare(text: str) -> tuple[str, str]:
    """The sign of a number, and the number without currency and per cent, its blanks plain."""
    bare = _DECORATED.sub("", text.strip()).replace("−", "-")
    sign = bare[:1] if bare[:1] in ("+", "-") else ""
    return sign, _BLANKS.sub(" ", bare[len(sign) :].strip())


def parts_of(written: Sequence[str], language: str) -> Parts:
    """What a comma and a point part: as other values tell, else as the language has it.

    A series in which one of them does both, or both part decimals, tells nothing.
    """
    told: dict[str, set[Part]] = {",": set(), ".": set()}
    for digits in (_bare(one)[1] for one in written if dates.read(one) is None):
        if _told(digits) == "open" or read_number(digits) is None:
            continue
        marks = re.findall("[,.]", digits)
        if marks and _told(digits) == "decimal":
            told[marks.pop()].add("decimal")
        for mark in marks:
            told[mark].add("thousands")
    return {mark: _part(told[mark], told[other], mark, language) for mark, other in (",.", ".,")}


def _part(own: set[Part], other: set[Part], mark: str, language: str) -> Part:
    """What one of them parts, by what is told of it and of the other one."""
    usual = _usual(mark, language)
    if own:
        clear = own == {"thousands"} or (own == {"decimal"} and "decimal" not in other)
        return min(own) if clear else "open"
    if "decimal" in other:
        return "thousands" if usual == "thousands" else "open"
    return "decimal" if other else usual


def _usual(mark: str, language: str) -> Part:
    """What a comma or a point parts in a language."""
    if language == "ru":
        return "decimal" if mark == "," else "open"
    return "thousands" if mark == "," else "decimal"


def short(text: str) -> str:
    """A text no longer than a sentence about it can hold."""
    return text if len(text) <= 40 else f"{text[:39]}…"
