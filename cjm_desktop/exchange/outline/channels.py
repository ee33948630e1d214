"""The channel that a contact is called after: `Website`, `Сайт завода`."""

from __future__ import annotations

from functools import cache
from typing import get_args

from cjm_desktop.journey import words
from cjm_desktop.journey.records import Channel

_VAGUE = ("", "other")
"""Channels whose names say nothing."""
NAMED: tuple[Channel, ...] = tuple(one for one in get_args(Channel) if one not in _VAGUE)


def named(text: str) -> Channel:
    """The channel a contact's name begins with, in either language; none: empty."""
    said = _folded(text)
    fits = [one for one in _names() if said.startswith(one) and not said[len(one) :][:1].isalnum()]
    return _names()[max(fits, key=len)] if fits else ""


@cache
def _names() -> dict[str, Channel]:
    return {
        _folded(words.say(f"channel.{one}", language)): one
        for one in NAMED
        for language in ("en", "ru")
    }


def _folded(text: str) -> str:
    return text.strip().casefold().replace("ё", "е")
