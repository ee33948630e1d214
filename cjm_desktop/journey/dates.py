"""Dates as people write them, in English and Russian: `31.03.2026`, `Mar 2026`, `II квартал 2026`.

A month, a quarter or a week stands for its first day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = (
    ("january", "январь", "января"),
    ("february", "февраль", "февраля"),
    ("march", "март", "марта"),
    ("april", "апрель", "апреля"),
    ("may", "май", "мая"),
    ("june", "июнь", "июня"),
    ("july", "июль", "июля"),
    ("august", "август", "августа"),
    ("september", "сентябрь", "сентября"),
    ("october", "октябрь", "октября"),
    ("november", "ноябрь", "ноября"),
    ("december", "декабрь", "декабря"),
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TIME = re.compile(r"[ t]\d{1,2}:\d\d(:\d\d(\.\d+)?)?(z|[+-]\d\d:?\d\d)?$")
_YEAR_WORD = re.compile(r"\s*(г\.?|год|года)$")
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])(?:(\d{1,2})\2)?(\d{4}|(?<=[-./]\d[-./])\d\d|"
                        r"(?<=[-./]\d\d[-./])\d\d)")  # fmt: skip
_DAY_AND_NAME = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]*)?([^\W\d_]{3,})\.?,?[ -]*"
                           r"(?:(\d{1,2})(?:st|nd|rd|th)?, ?)?'?(\d{4}|\d\d)")  # fmt: skip
_YEAR_AND_NAME = re.compile(r"(\d{4}),?[ -]*([^\W\d_]{3,})\.?")
_QUARTER = (r"(?:q ?(?P<after>[1-4])|(?P<before>[1-4]) ?q|"
            r"(?P<named>[1-4]|i{1,3}|iv)(?:-?ы?й)? ?кв(?:\.|артал)?)")  # fmt: skip
_QUARTER_FIRST = re.compile(rf"{_QUARTER}(?:[ ,./-]*(?P<year>\d{{4}})|[ /-]?'(?P<short>\d\d))")
_YEAR_QUARTER = re.compile(rf"(?P<year>\d{{4}})(?: ?г(?:\.|од))?[ ,./-]*{_QUARTER}")
_WEEK = re.compile(r"(\d{4})[ -]?w(\d\d?)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def read(text: str, day_first: bool = True) -> str | None:
    """A date as ISO text, or None where it is none.

    Args:
        day_first: whether `03/04/2026` is in April; with dots the day always comes first.
    """
    words = " ".join(text.lower().split())
    words = _YEAR_WORD.sub("", _TIME.sub("", words))
    for look in (_numbers, _named, _quarter, _week):
        try:
            found = look(words, day_first)
        except ValueError:  # the 30th of February
            return None
        if found is not None:
            return found.isoformat()
    return None


def read_year(text: str) -> str | None:
    """The first day of a year that stands alone, `2026` or `2026 г.`, as ISO text; else None.

    Only where nothing else than a date can stand: it may as well be a number.
    """
    words = _YEAR_WORD.sub("", " ".join(text.lower().split()))
    return f"{words}-01-01" if _YEAR.fullmatch(words) else None


def order(texts: Iterable[str]) -> bool | None:
    """Whether the day comes first in dates such as `25/12/2026`; None where they leave it open."""
    for text in texts:
        found = _YEAR_LAST.fullmatch(_TIME.sub("", text.strip().lower()))
        if found and found[2] != "." and found[3]:
            if int(found[1]) > 12 >= int(found[3]):
                return True
            if int(found[3]) > 12 >= int(found[1]):
                return False
    return None


def is_open(text: str) -> bool:
    """Whether a date may be read in two ways: `03/04/2026`."""
    found = _YEAR_LAST.fullmatch(_TIME.sub("", text.strip().lower()))
    if not found or found[2] == "." or not found[3]:
        return False
    return found[1] != found[3] and max(int(found[1]), int(found[3])) <= 12


def _numbers(text: str, day_first: bool) -> date | None:
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        return date(int(found[1]), int(found[3]), int(found[4] or 1))
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return None
    if found[3] is None:
        return date(_year(found[4]), int(found[1]), 1)
    first, second = int(found[1]), int(found[3])
    day, month = (first, second) if day_first or found[2] == "." else (second, first)
    return date(_year(found[4]), month, day)


def _named(text: str, _: bool) -> date | None:
    found = _YEAR_AND_NAME.fullmatch(text)
    if found:
        month = _month(found[2])
        return date(int(found[1]), month, 1) if month is not None else None
    found = _DAY_AND_NAME.fullmatch(text)
    month = _month(found[2]) if found else None
    if not found or month is None or (found[1] and found[3]):
        return None
    return date(_year(found[4]), month, int(found[1] or found[3] or 1))


def _month(word: str) -> int | None:
    if word == "sept":
        return 9
    for number, names in enumerate(_MONTHS, 1):
        if any(name.startswith(word) for name in names):
            return number
    return None


def _quarter(text: str, _: bool) -> date | None:
    latin = text.replace("і", "i")
    found = _QUARTER_FIRST.fullmatch(latin) or _YEAR_QUARTER.fullmatch(latin)
    if not found:
        return None
    named = found.groupdict()
    quarter = named["after"] or named["before"] or named["named"]
    number = _ROMAN.get(quarter) or int(quarter)
    return date(_year(named["year"] or named["short"]), 3 * number - 2, 1)


def _week(text: str, _: bool) -> date | None:
    found = _WEEK.fullmatch(text)
    return date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


_WRITTEN = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}


def written(iso: str, language: str) -> str:
    """A date as people write it, whatever the machine's own language: 1 Apr 2026, 1 апреля 2026.

    Args:
        iso: as the records have it; what is no date is said as it is.
    """
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day}\u00a0{_WRITTEN[language].split()[day.month - 1]} {day.year}"
