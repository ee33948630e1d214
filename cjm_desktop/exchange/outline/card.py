"""The help card of the notation: it says all there is to know, in either language."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.exchange.outline.escapes import BREAK
from cjm_desktop.exchange.outline.items import SIGNS
from cjm_desktop.journey import words


class Row(NamedTuple):
    """One sign."""

    name: str
    """The kind of line, or `word`, `span`, `break`, `escape`."""
    sign: str
    meaning: str
    example: str


def card(language: str) -> tuple[Row, ...]:
    """The rows of the help card, in the order of a map's lanes."""
    others: dict[str, str] = {
        "word": words.say("outline.sign.word", language),
        "span": words.say("outline.sign.span", language),
        "break": BREAK,
        "escape": "\\",
    }
    return tuple(
        Row(
            name,
            sign,
            words.say(f"outline.card.{name}", language),
            words.say(f"outline.example.{name}", language),
        )
        for name, sign in (*SIGNS.items(), *others.items())
    )
