"""Laid-out lines put together again, so that a text on a slide can be rewritten."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import NamedTuple

from cjm_desktop.journey.records import Record
from cjm_desktop.layout import text
from cjm_desktop.layout.pieces import Glyphs, Primitive

_CLOSE = 1.6
"""Lines of a paragraph are no further apart than so many times their size."""
_SAME = 0.3
"""Part of the size by which places may differ that are meant to be the same."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Paragraph(NamedTuple):
    """Lines of one look, one below another."""

    runs: tuple[tuple[Glyphs, ...], ...]
    """The runs of each line."""
    centred: bool

    @property
    def first(self) -> Glyphs:
        """The run it begins with; its look is that of all."""
        return self.runs[0][0]

    @property
    def left(self) -> float:
        """Its left edge, u."""
        return min(line[0].x for line in self.runs)

    @property
    def width(self) -> float:
        """Of the longest line, u."""
        return max(_end(line) for line in self.runs) - self.left

    @property
    def leading(self) -> float:
        """Distance of the lines, u; 0 where there is only one."""
        if len(self.runs) < 2:
            return 0.0
        return (self.runs[-1][0].y - self.first.y) / (len(self.runs) - 1)


def _end(line: Sequence[Glyphs]) -> float:
    return max(run.x + run.width for run in line)


def words_of(records: Iterable[Record]) -> frozenset[str]:
    """Every word with letters of some records, in small letters.

    Told from them is whether a hyphen at the end of a line belongs to its word.
    """
    found: set[str] = set()
    for record in records:
        for one in fields(record):
            value = getattr(record, one.name)
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, str):
                    found.update(_WORD.findall(text.clean(each).casefold()))
    return frozenset(found)


def paragraphs(primitives: Iterable[Primitive]) -> Iterator[Primitive | Paragraph]:
    """The primitives in their order, with texts put together."""
    held: list[tuple[Glyphs, ...]] = []
    for one in primitives:
        if not isinstance(one, Glyphs):
            yield from _ended(held)
            yield one
        elif held and _goes_on(held[-1], one):
            held[-1] = (*held[-1], one)
        elif held and _follows(held, one):
            held.append((one,))
        else:
            yield from _ended(held)
            held.append((one,))
    yield from _ended(held)


def _ended(held: list[tuple[Glyphs, ...]]) -> Iterator[Paragraph]:
    if held:
        lines = tuple(held)
        held.clear()
        yield Paragraph(lines, centred=len(lines) > 1 and not _flush(lines))


def _flush(lines: Sequence[Sequence[Glyphs]]) -> bool:
    size = lines[0][0].size
    return max(line[0].x for line in lines) - min(line[0].x for line in lines) < _SAME * size


def _goes_on(line: Sequence[Glyphs], run: Glyphs) -> bool:
    """Whether a run stands on a line, right behind it."""
    last = line[-1]
    near = abs(run.x - _end(line)) < 2 * _SAME * last.size
    return run.y == last.y and run.colour == last.colour and run.size == last.size and near


def _follows(held: Sequence[Sequence[Glyphs]], run: Glyphs) -> bool:
    """Whether a run begins the next line of what is held."""
    above = held[-1][0]
    if (run.font, run.size, run.colour) != (above.font, above.size, above.colour):
        return False
    step = run.y - above.y
    if not 0.5 * run.size < step < _CLOSE * run.size:
        return False
    middle = abs((above.x + _end(held[-1])) - (2 * run.x + run.width)) / 2
    return min(abs(run.x - above.x), middle) < _SAME * run.size


def joined(paragraph: Paragraph, known: frozenset[str]) -> str:
    """A paragraph as one line of text, words that were parted for want of room whole again."""
    said = ""
    for line in paragraph.runs:
        more = "".join(run.text for run in line)
        said = _join(said, more, known) if said else more
    return said


def _join(said: str, more: str, known: frozenset[str]) -> str:
    if not said.endswith("-"):
        return f"{said} {more}" if said[-1:].strip() else said + more
    before, after = _WORD.findall(said[:-1].casefold()), _WORD.findall(more.casefold())
    if not before or not after or not more[0].isalpha():
        return said + more
    whole = before[-1] + after[0]
    return said[:-1] + more if whole in known else said + more
