"""A metric's values from a spreadsheet, or typed a line each: date, value, sample, source."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from cjm_desktop.journey import dates
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import SHORT
from cjm_desktop.journey.values import clean_text

LARGEST, LARGEST_SAMPLE = 1e12, 1_000_000_000
"""Most that a measurement may hold."""
LONGEST_LINE = 2000
_BLANKS = re.compile("[\u0020\u00a0\u2007\u2009\u202f'’]")
_GROUPS = re.compile(r"\d{1,3}(?:[ ,.]\d{3})+")
_DECORATED = re.compile(r"^(?:n ?= ?)?[$€£¥₽₸₴~≈]?\s*|\s*(?:%|‰|[$€£¥₽₸₴]|руб\.?|р\.)?$", re.I)
_HEADS = {
    "date": ("date", "day", "week", "month", "quarter", "period",
             "дата", "день", "недел", "месяц", "квартал", "период"),
    "sample": ("sample", "выборк", "наблюден"),
    "source": ("source", "источник", "откуда"),
    "value": ("value", "значен"),
}  # fmt: skip
"""Beginnings of words that name a column."""
_SAMPLE_ALONE = (["n"], ["size"], ["объём"], ["объем"])
"""What names it only by itself: the size of an order is a value."""


class Entry(NamedTuple):
    """One value of a series."""

    date: str
    """ISO text."""
    value: float
    sample: int | None = None
    source: str = ""


class Refused(NamedTuple):
    """A line that could not be read."""

    line: int
    """From 1; of a series that lies across, its column."""
    text: str
    problem: Problem


class Column(NamedTuple):
    """A column of a table of which nothing was taken."""

    number: int
    """From 1."""
    heading: str
    """Empty: it has none."""


class Pasted(NamedTuple):
    """What was read."""

    entries: tuple[Entry, ...] = ()
    refused: tuple[Refused, ...] = ()
    per_cent: bool = False
    """Values were written with a per cent sign."""
    day_first: bool = True
    """How dates such as 03/04/2026 were read."""
    guessed: bool = False
    """No date told whether the day comes first, and for some it matters."""
    left_out: tuple[Column, ...] = ()
    """Columns with something in them that the headings give no place: nothing goes in silence."""


class _Row(NamedTuple):
    line: int
    text: str
    fields: list[str]


class _Reading(NamedTuple):
    """How the fields of all rows are to be read."""

    columns: dict[str, int]
    """The number of each column by what it holds; empty: as they usually come."""
    day_first: bool
    decimal_comma: bool


def parse_series(text: str, language: str, day_first: bool | None = None) -> Pasted:
    """Read a series of values.

    Fields are parted by tabs, semicolons, commas or blanks; a line is a date, a value, and where
    they are known sample size and source. A first line without any digit names the columns. Two
    lines or more of which the first holds several dates are read across.

    Args:
        language: of whoever pasted it: what a comma means where the values do not tell.
        day_first: whether 03/04/2026 is in April; None: as the other dates tell, else yes.
    """
    rows = _rows(clean_text(text))
    if len(rows) > 1 and sum(dates.read(one) is not None for one in rows[0].fields) > 1:
        rows = _turned(rows)
    columns: dict[str, int] = {}
    left_out: tuple[Column, ...] = ()
    if rows and not re.search(r"\d", rows[0].text):
        heads, rows = rows[0].fields, rows[1:]
        columns = _named_columns(heads)
        left_out = _left_out(heads, columns, rows) if columns else ()
    written = [one for row in rows for one in row.fields]
    told = dates.order(written) if day_first is None else day_first
    reading = _Reading(columns, told is not False, _comma_is_decimal(written, language))
    entries: list[Entry] = []
    refused: list[Refused] = []
    for row in rows:
        try:
            entries.append(_entry(row.fields, reading))
        except Problem as problem:
            refused.append(Refused(row.line, row.text.strip(), problem))
    per_cent = any(one.rstrip().endswith("%") for one in written)
    guessed = told is None and any(map(dates.is_open, written))
    return Pasted(tuple(entries), tuple(refused), per_cent, reading.day_first, guessed, left_out)


def read_number(text: str, decimal_comma: bool = False) -> float | None:
    """A number as people write it, or None: `1 234,5`, `1,234.5`, `−3`, `34 %`, `n = 120`.

    Args:
        decimal_comma: what a comma means that may as well part thousands.
    """
    sign, digits = _bare(text)
    last = max(digits.rfind("."), digits.rfind(","))
    whole, part = digits, ""
    if last >= 0 and not _parts_thousands(digits, decimal_comma):
        whole, part = digits[:last], digits[last + 1 :]
    if not re.fullmatch(r"\d*", part) or not (whole or part):
        return None
    if not (re.fullmatch(r"\d*", whole) or _GROUPS.fullmatch(whole)):
        return None
    number = float(f"{re.sub('[ ,.]', '', whole) or '0'}.{part or '0'}")
    return -number if sign == "-" else number


def _bare(text: str) -> tuple[str, str]:
    """The sign of a number, and the number without currency and per cent, its blanks plain."""
    bare = _DECORATED.sub("", text.strip()).replace("−", "-")
    sign = bare[:1] if bare[:1] in ("+", "-") else ""
    return sign, _BLANKS.sub(" ", bare[len(sign) :].strip())


def _parts_thousands(digits: str, decimal_comma: bool) -> bool:
    """Whether the points or commas of a number part its thousands, all of them."""
    points, commas = digits.count("."), digits.count(",")
    if (points and commas) or not _GROUPS.fullmatch(digits):
        return False
    return points + commas > 1 or (commas == 1 and not decimal_comma)


def _comma_is_decimal(written: Sequence[str], language: str) -> bool:
    """What a comma means: as other values tell, else as the language has it."""
    numbers = [_bare(one)[1] for one in written if dates.read(one) is None]
    numbers = [one for one in numbers if read_number(one) is not None]
    if any("," in one and one.count(".") != 1 and not _GROUPS.fullmatch(one) for one in numbers):
        return True
    if any(one.count(".") == 1 and one.rfind(",") < one.rfind(".") for one in numbers):
        return False
    return language == "ru"


def _rows(text: str) -> list[_Row]:
    numbered = enumerate(text.split("\n"), 1)
    lines = [(number, line) for number, line in numbered if line.strip(" \t;,\u00a0")]
    mark = next((one for one in "\t;" if any(one in line for _, line in lines)), "")
    spaced = not mark and all(re.search(r",\s", line) for _, line in lines)
    return [_Row(number, line, _fields(line, mark, spaced)) for number, line in lines]


def _fields(line: str, mark: str, spaced: bool) -> list[str]:
    """The fields of a line.

    Args:
        mark: what parts them; empty: commas or blanks.
        spaced: commas only part fields where a blank follows.
    """
    if len(line) > LONGEST_LINE:
        return [line]
    if mark:
        return [one.strip() for one in next(csv.reader([line], delimiter=mark))]
    found = re.split(r",\s+", line) if spaced else next(csv.reader([line], skipinitialspace=True))
    found = [one.strip() for one in found]
    for count in (1, 2):  # a date may hold a comma itself: March 1, 2026
        if dates.read(", ".join(found[:count])) is not None:
            return [", ".join(found[:count]), *found[count:]]
    if len(found) > 1 and not re.search(r"\d", line):
        return found
    words = line.split()
    for count in range(len(words) - 1, 0, -1):
        begun = " ".join(words[:count]).rstrip(":=–—- ")
        if dates.read(begun) is not None:
            return [begun, " ".join(words[count:]).lstrip(":=–— ")]
    return found


def _turned(rows: list[_Row]) -> list[_Row]:
    """Rows from columns: each entry with the number of its column."""
    turned = zip_longest(*(row.fields for row in rows), fillvalue="")
    return [
        _Row(number, "\t".join(fields), list(fields))
        for number, fields in enumerate(turned, 1)
        if any(fields)
    ]


def _named_columns(heads: Sequence[str]) -> dict[str, int]:
    """Which column holds what, by the words above them; else the first without a name is values."""
    found: dict[str, int] = {}
    unnamed: list[int] = []
    for number, head in enumerate(heads):
        name = _named_by(re.findall(r"\w+", head.lower()))
        if name is None:
            unnamed.append(number)
        else:
            found.setdefault(name, number)
    if unnamed:
        found.setdefault("value", unnamed[0])
    return found if {"date", "value"} <= found.keys() else {}


def _named_by(words: list[str]) -> str | None:
    """What a heading of these words names."""
    if words in _SAMPLE_ALONE:
        return "sample"
    for name, beginnings in _HEADS.items():
        if any(one.startswith(beginnings) for one in words):
            return name
    return None


def _left_out(
    heads: Sequence[str], columns: dict[str, int], rows: Sequence[_Row]
) -> tuple[Column, ...]:
    """The columns that hold something and are none of those the headings name."""
    widest = max((len(row.fields) for row in rows), default=0)
    return tuple(
        Column(number + 1, heads[number] if number < len(heads) else "")
        for number in range(widest)
        if number not in columns.values()
        and any(number < len(row.fields) and row.fields[number] for row in rows)
    )


def _entry(fields: list[str], reading: _Reading) -> Entry:
    """One value.

    Raises:
        Problem: what cannot be read.
    """
    named = _by_name(fields, reading)
    day = dates.read(named["date"], reading.day_first)
    if day is None:
        raise Problem("paste.no_date", value=_short(named["date"]))
    if not named["value"]:
        raise Problem("paste.no_value")
    value = read_number(named["value"], reading.decimal_comma)
    if value is None or abs(value) > LARGEST:
        raise Problem("paste.no_number", value=_short(named["value"]))
    sample = None
    if named["sample"]:
        size = read_number(named["sample"], reading.decimal_comma)
        if size is None or not 0 <= size <= LARGEST_SAMPLE or size != int(size):
            raise Problem("paste.no_sample", value=_short(named["sample"]))
        sample = int(size)
    if len(named["source"]) > SHORT:
        raise Problem("paste.long_source", n=SHORT)
    return Entry(day, value, sample, named["source"])


def _by_name(fields: list[str], reading: _Reading) -> dict[str, str]:
    """The fields by what they hold: by the names of the columns, else as they usually come."""
    named = dict.fromkeys(_HEADS, "")
    if reading.columns:
        for name, number in reading.columns.items():
            named[name] = fields[number] if number < len(fields) else ""
        return named
    rest = list(fields)
    begins = 1 if len(rest) > 1 and dates.read(rest[0]) is None and dates.read(rest[1]) else 0
    named["date"] = rest.pop(begins)
    named["value"] = rest.pop(0) if rest else ""
    for one in rest:
        name = "sample" if read_number(one) is not None and not named["sample"] else "source"
        named[name] = ", ".join(part for part in (named[name], one) if part)
    return named


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
