"""Durations at the end of a title: `Choice 2 w`, `Выбор 2 ч 30 мин`, `Trial, 30 days`."""

from __future__ import annotations

import re
from typing import NamedTuple

from cjm_desktop.journey import typed_spans
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Duration, Unit
from cjm_desktop.journey.values import LARGEST_DURATION

SHORT: dict[str, dict[Unit, str]] = {
    "en": {"minutes": "min", "hours": "h", "days": "d", "weeks": "w", "months": "mo"},
    "ru": {"minutes": "мин", "hours": "ч", "days": "дн", "weeks": "нед", "months": "мес"},
}
"""How units are written."""
_SEPARATORS = ",;·—–"
_NUMBER = f"(?:{typed_spans.NUMBER})"
_SHORT = "|".join((*typed_spans.SHORT_UNITS.values(), typed_spans.SHORT_YEARS))
_FULL = "|".join((*typed_spans.FULL_UNITS.values(), typed_spans.FULL_YEARS))
_MOST_YEARS = 99
"""More is a year of the calendar: `Plan, 2026 г.`"""
_TWO_NUMBERS = re.compile(r"\d{1,3} [1-9]")
_TAIL = re.compile(
    rf"""(?P<open>^|\s|\()(?P<run>\\*)(?P<said>
    (?P<more>{_NUMBER}\s?(?:{_SHORT}|{_FULL})\.?\s(?:(?:and|и)\s)?)?
    (?P<low>{_NUMBER})(?(more)|(?:\s?[-–—]\s?(?P<high>{_NUMBER}))?)
    \s?(?:(?P<short>{_SHORT})\.?|(?P<full>{_FULL})\.?))
    (?P<close>\)?)\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_UNITS = "|".join((*typed_spans.SHORT_UNITS.values(), *typed_spans.FULL_UNITS.values()))
_OTHER = (
    r"(?:working|business)\sdays?|раб\w*\.?\s(?:дн\w*|день)|сут\w*|sec\w*|сек\w*|quarters?|кварт\w*"
)
"""Units that nothing here is counted in."""
_LIKE = re.compile(
    rf"""(?:^|\s|\()(?P<said>(?:[~≈]\s?|(?:about|from|up\sto|около|примерно|от|до)\s)?
    (?:{_NUMBER}\s?(?:{_UNITS})\.?\s(?:(?:and|и)\s)?)?{_NUMBER}(?:\s?(?:[-–—]|to|до)\s?{_NUMBER})?
    \s?(?:{_UNITS}|{_OTHER})\.?)\)?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_ALONE = re.compile(rf"(?:[{_SEPARATORS}]\s?|\()(?P<said>{_NUMBER})\)?\Z")
_CALENDAR = re.compile(r"(?:19|20)\d\d")


class Untaken(NamedTuple):
    """What looks like a duration at the end of a title and is a part of it."""

    said: str
    span: Duration | None
    """What it would be after a comma; None: it cannot be read."""


def split(content: str) -> tuple[str, Duration | None]:
    """A title and the duration at its end.

    A unit written in full counts after a comma or dash or in brackets only: "First 30 days" is a
    title. A backslash before the number makes it part of the title.
    """
    found = _tail(content)
    if found is None:
        return content, None
    run = len(found["run"])
    if run:
        half = (run - 1) // 2 if run % 2 else run
        at = found.start("run")
        return content[:at] + "\\" * half + content[at + run :], None
    return _before(content, found), _duration(found)


def untaken(content: str) -> Untaken | None:
    """What at the end of a title may be meant as a duration, and is not taken for one."""
    found = _LIKE.search(content)
    if found is None and (found := _ALONE.search(content)) and _CALENDAR.fullmatch(found["said"]):
        return None
    if found is None or _tail(content) is not None or not content[: found.start()].strip():
        return None
    return Untaken(found["said"], _read(found["said"]))


def joined(title: str, span: Duration | None, language: str) -> str:
    """What `split` takes apart."""
    if span is None:
        found = _tail(title)
        if found is None:
            return title
        at = found.start("run")
        return title[:at] + "\\" * (len(found["run"]) + 1) + title[at:]
    said = written(span, language)
    plain = f"{title} {said}".strip()
    # A title may end with what is taken for a part of the duration.
    return plain if split(plain)[0] == title else f"{title} ({said})"


def written(span: Duration, language: str) -> str:
    """A duration in short: `3 d`, `2–4 нед`; a range only where the duration is its middle."""
    low, high = span.low, span.high
    said = _number(span.value, language)
    if low is not None and high is not None and low < high and span.value * 2 == low + high:
        said = f"{_number(low, language)}-{_number(high, language)}"
    return f"{said} {SHORT['ru' if language == 'ru' else 'en'][span.unit]}"


def _tail(content: str) -> re.Match[str] | None:
    """A duration at the end of a title, protected or not."""
    found = _TAIL.search(content)
    while found is not None and _loose(content, found) and _TWO_NUMBERS.match(found["low"]):
        # "Phase 2 120 min": the first number is the title's.
        found = _TAIL.search(content, found.start("low") + 1)
    if found is None or bool(found["close"]) != (found["open"] == "("):
        return None
    if found["full"] and _loose(content, found):
        return None
    return found if _duration(found) is not None else None


def _loose(content: str, found: re.Match[str]) -> bool:
    """Whether nothing but a space parts a duration from the title."""
    return found["open"] != "(" and _before(content, found) == _bare(content, found)


def _bare(content: str, found: re.Match[str]) -> str:
    return content[: found.start("run")].rstrip()


def _before(content: str, found: re.Match[str]) -> str:
    """The title before a duration, without what parts them."""
    bare = _bare(content, found)
    if found["open"] == "(":
        return bare[:-1].rstrip()
    return bare[:-1].rstrip() if bare[-1:] and bare[-1] in _SEPARATORS else bare


def _duration(found: re.Match[str]) -> Duration | None:
    if found["more"]:
        return _read(found["said"])
    unit, size = typed_spans.unit(found["short"] or found["full"])
    said = [typed_spans.number(one) for one in (found["low"], found["high"]) if one is not None]
    if size > 1 and max(said) > _MOST_YEARS:
        return None
    low, high = min(said) * size, max(said) * size
    if high > LARGEST_DURATION:
        return None
    return Duration((low + high) / 2, unit, low, high) if low < high else Duration(low, unit)


def _read(said: str) -> Duration | None:
    """What else is known as a duration: `2 h 30 min`, `from 2 to 4 days`."""
    try:
        return typed_spans.duration(said)
    except Problem:
        return None


def _number(value: float, language: str) -> str:
    said = f"{value:.2f}".rstrip("0").rstrip(".")
    return said.replace(".", ",") if language == "ru" else said
