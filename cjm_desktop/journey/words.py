"""Sentences and names in both languages for every room that may not load Qt.

They stand in `resources/words/*.json`, one file a room, or one for a subject of it:
`{"lane.barriers": {"en": "Barriers", "ru": "Барьеры"}}`. A value may be a list of forms, chosen by
the argument `n`: English [one, many], Russian [1 день, 2 дня, 5 дней]. The window's own texts go
through Qt's translation instead.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from cjm_desktop import assets


class Key(str):
    """The key of a sentence that is filled into another one, in that one's language."""

    __slots__ = ()


LONGEST_QUOTE = 60
"""Characters of what is quoted in a refusal."""
_WHOLE = {"file", "backup"}
"""Places of names of files, which one must be able to find."""
_INNER = {("«", "»"): ("„", "“"), ("“", "”"): ("‘", "’")}
"""What quotes become within the same quotes."""


@cache
def _all() -> dict[str, dict[str, str | list[str]]]:
    words: dict[str, dict[str, str | list[str]]] = {}
    for file in sorted(assets.path("words").glob("*.json")):
        words.update(json.loads(file.read_text(encoding="utf-8")))
    return words


def plural_form(n: float, language: str) -> int:
    """Which plural form a number takes: 0 or 1 in English; 0, 1 or 2 in Russian."""
    if language != "ru":
        return 0 if n == 1 else 1
    if n != int(n):
        return 1
    tens, ones = abs(int(n)) % 100, abs(int(n)) % 10
    if ones == 1 and tens != 11:
        return 0
    return 1 if 2 <= ones <= 4 and not 12 <= tens <= 14 else 2


def forms(key: str, language: str) -> tuple[str, ...]:
    """A sentence as it stands in its file: one form, or its plural forms.

    Raises:
        KeyError: there is no such sentence.
    """
    text = _all()[key]["ru" if language == "ru" else "en"]
    return (text,) if isinstance(text, str) else tuple(text)


def say(key: str, language: str, **values: object) -> str:
    """The sentence of `key` in a language, with its places filled in.

    A `Key` is said in the same language; `n` and decimal numbers are written as people do; quotes
    in a name that stands in quotes itself become inner ones.

    Raises:
        KeyError: there is no such sentence.
    """
    found = forms(key, language)
    text, counted = found[0], values.get("n", 0)
    if len(found) > 1 and isinstance(counted, (int, float)):
        text = found[plural_form(counted, language)]
    if not values:
        return text
    return filled(text, **{name: _said(name, one, language) for name, one in values.items()})


def brief(key: str, values: Mapping[str, object]) -> dict[str, object]:
    """What fills a refusal, with numbers and what stands in quotes cut short."""
    text = forms(key, "en")[0]
    return {
        name: short(one)
        if isinstance(one, int) or (f"“{{{name}}}”" in text and name not in _WHOLE)
        else one
        for name, one in values.items()
    }


def short(value: object) -> object:
    """Text or a whole number, cut short with an ellipsis where it is longer than a quote."""
    if isinstance(value, int) and abs(value) >= 10**LONGEST_QUOTE:
        from decimal import Decimal  # no start waits for it

        value = f"{Decimal(value):f}"  # str() refuses numbers of thousands of digits
    if isinstance(value, str) and not isinstance(value, Key) and len(value) > LONGEST_QUOTE:
        return value[: LONGEST_QUOTE - 1].rstrip() + "…"
    return value


def filled(text: str, /, **values: object) -> str:
    """A sentence with values in it; quotes in a name that stands in quotes become inner ones."""
    for (opening, closing), inner in _INNER.items():
        for name, one in values.items():
            if isinstance(one, str) and f"{opening}{{{name}}}{closing}" in text:
                values[name] = one.replace(opening, inner[0]).replace(closing, inner[1])
    return text.format(**values)


def _said(name: str, value: object, language: str) -> object:
    if isinstance(value, Key):
        return say(value, language)
    if isinstance(value, float) or (name == "n" and isinstance(value, int)):
        return number(value, language)
    return value


def number(value: float, language: str) -> str:
    """A number as people write it: grouped by no-break spaces (Russian) or commas, at most two
    decimals."""
    text = f"{round(value, 2) + 0:,.2f}".rstrip("0").rstrip(".")  # + 0: no minus before zero
    if language == "ru":
        return text.replace(",", "\u00a0").replace(".", ",")
    return text


def known(beginning: str = "") -> tuple[str, ...]:
    """All keys of sentences that begin so."""
    return tuple(key for key in _all() if key.startswith(beginning))
