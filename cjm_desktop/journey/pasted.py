"""A metric's values from a spreadsheet, or typed a line each: date, value, sample, source."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from cjm_desktop.journey import dates
from cjm_desktop.journey.numerals import Parts, number_of, parts_of, read_number, short
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import SHORT
from cjm_desktop.journey.values import clean_text

LARGEST, LARGEST_SAMPLE = 1e12, 1_000_000_000
"""Most that a measurement may hold."""
LONGEST_LINE = 2000
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
_DATE_ALONE = (["year"], ["год"])
"""The same of dates: what is sold in a year is a value."""


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
    parts: Parts
    """What commas and points part where a number leaves it open."""


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
    if _lies_across(rows):
        rows = _turned(rows)
    columns: dict[str, int] = {}
    left_out: tuple[Column, ...] = ()
    if rows and not re.search(r"\d", rows[0].text):
        heads, rows = rows[0].fields, rows[1:]
        columns = _named_columns(heads)
        left_out = _left_out(heads, columns, rows) if columns else ()
    written = [one for row in rows for one in row.fields]
    told = dates.order(written) if day_first is None else day_first
    reading = _Reading(columns, told is not False, parts_of(written, language))
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


def _rows(text: str) -> list[_Row]:
    numbered = enumerate(text.split("\n"), 1)
    lines = [(number, line) for number, line in numbered if line.strip(" \t;,\u00a0")]
    mark = next((one for one in "\t;" if any(one in line for _, line in lines)), "")
    spaced = not mark and all(re.search(r",\s", line) for _, line in lines)
    return [_Row(number, line, _fields(line, mark, spaced)) for number, line in lines]


def _lies_across(rows: Sequence[_Row]) -> bool:
    """Whether the first of several rows holds the dates of all entries."""
    if len(rows) < 2:
        return False
    first = rows[0].fields
    if sum(dates.read(one) is not None for one in first) > 1:
        return True
    years = [year for one in first if (year := dates.read_year(one)) is not None]
    below = [one.fields[0] for one in rows[1:] if one.fields]
    # Of years below each other the first column is the one of dates: 2024, 2025; 2025, 2100.
    return len(years) > 1 and years == sorted(set(years)) and not any(map(_day, below))


def _day(text: str, day_first: bool = True) -> str | None:
    """A date where one is looked for: a year alone is one there."""
    return dates.read(text, day_first) or dates.read_year(text)


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
    for count in (2, 1):  # a date may hold a comma itself: March 1, 2026
        if _day(", ".join(found[:count])) is not None:
            return [", ".join(found[:count]), *found[count:]]
    if len(found) > 1 and not re.search(r"\d", line):
        return found
    words = line.split()
    for count in range(len(words) - 1, 0, -1):
        begun = " ".join(words[:count]).rstrip(":=–—- ")
        if _day(begun) is not None:
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
    if words in _DATE_ALONE:
        return "date"
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
    day = _day(named["date"], reading.day_first)
    if day is None:
        raise Problem("paste.no_date", value=short(named["date"]))
    if not named["value"]:
        raise Problem("paste.no_value")
    value = number_of(named["value"], reading.parts)
    if value is None or abs(value) > LARGEST:
        raise Problem("paste.no_number", value=short(named["value"]))
    sample = None
    if named["sample"]:
        # A sample is a whole number: there is only one way to read 1,234.
        size = number_of(named["sample"], {",": "thousands", ".": "thousands"})
        if size is None or not 0 <= size <= LARGEST_SAMPLE or size != int(size):
            raise Problem("paste.no_sample", value=short(named["sample"]))
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
