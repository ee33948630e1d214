"""Durations as people type them, in both languages: `3 d`, `2–4 дня`, `2 ч 30 мин`."""

from __future__ import annotations

import re

from cjm_desktop.journey.durations import MINUTES
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Duration, Unit
from cjm_desktop.journey.values import LARGEST_DURATION

SHORT_UNITS: dict[Unit, str] = {
    "minutes": "min|мин",
    "hours": "h|hr|hrs|ч",
    "days": "d|дн|д",
    "weeks": "w|wk|wks|нед",
    "months": "mo|mon|мес",
}
FULL_UNITS: dict[Unit, str] = {
    "minutes": "minutes?|минут[аы]?",
    "hours": "hours?|час(?:а|ов)?",
    "days": "days?|день|дня|дней",
    "weeks": "weeks?|недел[яиью]",
    "months": "months?|месяц(?:а|ев)?",
}
"""What a unit is called, as patterns without capitals."""
NUMBER = r"\d{1,3}(?:[ \u00a0\u202f,]\d{3}){1,5}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,4})?"
"""A number as people write it, thousands apart or not."""
_GROUPED = re.compile(
    r"[ \u00a0\u202f](?=\d{3}(?!\d))|(?<=[1-9]),(?=\d{3}(?!\d))|(?<=\d),(?=\d{3}[,.])"
)
SHORT_YEARS, FULL_YEARS = "y|yrs?", "years?|г|год|года|лет"
"""Years, which are counted in months."""
_UNIT = "|".join((*FULL_UNITS.values(), *SHORT_UNITS.values(), SHORT_YEARS, FULL_YEARS))
_DASH = "[-‐‑‒–—−]|\\.\\.\\.?|…"
_FROM, _TO = "от|from|с", "до|up to|to|по"
_PART = re.compile(rf"(?P<value>{NUMBER})\s*(?P<unit>{_UNIT})\.?(?=\W|\d|\Z)\s*(?:и|and)?\s*")
_BETWEEN = re.compile(
    rf"(?:{_FROM})?\s*(?P<low>{NUMBER})\s*(?:{_DASH}|{_TO})"
    rf"\s*(?P<high>{NUMBER})\s*(?P<unit>{_UNIT})\.?"
)
_BOUND = re.compile(
    rf"\s*[,;(]?\s*(?:(?P<side>{_FROM}|{_TO})\s*(?P<only>{NUMBER})"
    rf"|(?P<low>{NUMBER})\s*(?:{_DASH})\s*(?P<high>{NUMBER}))\s*(?:{_UNIT})?\.?\)?"
)


def number(text: str) -> float:
    """A number that matches `NUMBER`."""
    return float(_GROUPED.sub("", text).replace(",", "."))


def duration(text: str) -> Duration:
    """The duration that a text says.

    Raises:
        Problem: it says none, or one that is too long.
    """
    said = " ".join(text.casefold().split())
    found = _range(said) or _bounded(said)
    if found is None:
        raise Problem("span.not_read", text=" ".join(text.split())[:60])
    if max(found.value, found.high or 0) > LARGEST_DURATION:
        raise Problem("span.too_long")
    return found


def _range(said: str) -> Duration | None:
    """`2–4 days`: the middle counts, and both ends are kept."""
    found = _BETWEEN.fullmatch(said)
    if found is None:
        return None
    name, size = unit(found["unit"])
    low, high = sorted((number(found["low"]) * size, number(found["high"]) * size))
    return Duration((low + high) / 2, name, low, high) if low < high else Duration(low, name)


def _bounded(said: str) -> Duration | None:
    """`14 days`, `2 h 30 min`, with or without the bounds behind it."""
    parts, at = [], 0
    while (part := _PART.match(said, at)) is not None:
        name, size = unit(part["unit"])
        parts.append((number(part["value"]) * size, name))
        at = part.end()
    if not parts:
        return None
    value, name = _together(parts)
    if not said[at:]:
        return Duration(value, name)
    bound = _BOUND.fullmatch(said[at:])
    if bound is None or len(parts) > 1:
        return None
    only = number(bound["only"]) if bound["only"] is not None else None
    if only is None:
        low, high = sorted((number(bound["low"]), number(bound["high"])))
    elif re.fullmatch(_FROM, bound["side"]):
        return Duration(value, name, low=only) if only <= value else None
    else:
        return Duration(value, name, high=only) if only >= value else None
    return Duration(value, name, low, high) if low <= value <= high else None


def _together(parts: list[tuple[float, Unit]]) -> tuple[float, Unit]:
    """Several parts in the unit of the first if that is exact, else in that of the last."""
    if len(parts) == 1:
        return parts[0]
    whole = sum(value * MINUTES[unit] for value, unit in parts)
    first, last = parts[0][1], parts[-1][1]
    value = whole / MINUTES[first]
    return (value, first) if round(value, 2) == value else (whole / MINUTES[last], last)


def unit(said: str) -> tuple[Unit, float]:
    """The unit of a word, and how many of it one is: years are counted in months."""
    for name, short in SHORT_UNITS.items():
        if re.fullmatch(f"{short}|{FULL_UNITS[name]}", said, re.IGNORECASE):
            return name, 1.0
    return "months", 12.0
