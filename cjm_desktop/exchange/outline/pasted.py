"""What lists and tables from elsewhere become in an outline, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm_desktop.exchange.outline import lists, marks
from cjm_desktop.exchange.outline.items import SIGNS, Item, Kind
from cjm_desktop.exchange.outline.parse import parse
from cjm_desktop.exchange.outline.sheets import lines_of_rows
from cjm_desktop.exchange.outline.typing import kind_of
from cjm_desktop.exchange.outline.write import line_of
from cjm_desktop.exchange.report import Note
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.values import clean_text

MOST_LINES = 2_000
"""More than any map on paper can hold."""
MOST_LETTERS = 1_000_000


class Line(NamedTuple):
    """One line, and what it becomes."""

    source: str
    kind: Kind
    text: str
    """As it stands in the outline."""


class Pasted(NamedTuple):
    """A list or table, read."""

    lines: tuple[Line, ...]
    flat: bool
    """It has one level and no signs: its lines may be taken for anything."""
    notes: tuple[Note, ...] = ()
    title: str = ""
    """Of the map, where a whole document says it."""

    @property
    def text(self) -> str:
        """What is to stand in the outline."""
        return "\n".join(one.text for one in self.lines)


def is_own(text: str) -> bool:
    """Whether a text goes into the lines as it is: one line of words, or lines with our signs."""
    if len(text) > MOST_LETTERS or text.count("\n") > MOST_LINES:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) <= 1:
        return len(text) <= MOST_LINES and "\t" not in text.strip()
    read = [marks.read(line) for line in lines]
    own = all(
        mark.text and (mark.kind or line.startswith("- "))
        for mark, line in zip(read, lines, strict=True)
    )
    return own and any(mark.kind for mark in read)


def beyond_stages(text: str, language: str) -> Pasted | None:
    """What a text says that is more than names of stages; None: it is nothing else.

    Raises:
        Problem: it is far larger than a map.
    """
    mark = marks.read(text.strip())
    if "\n" not in text.strip() and (mark.kind is None or (mark.named and mark.kind == "stage")):
        return None
    found = of_text(text, language)
    return None if found.flat else found


def of_text(text: str, language: str, kind: Kind | None = None) -> Pasted:
    """Read a list or an outline; rows with tabs between their cells are a table.

    Args:
        kind: what all lines of a list of one level are; None: stages.

    Raises:
        Problem: it is far larger than a map, or says nothing.
    """
    text = _checked(text)
    lines = text.split("\n")
    said = [line for line in lines if line.strip()]
    if sum("\t" in marks.read(line).text for line in said) * 2 > len(said):
        return of_rows([line.split("\t") for line in lines], language, kind)
    return _read(text, lines, language, kind)


def of_rows(rows: Sequence[Sequence[str]], language: str, kind: Kind | None = None) -> Pasted:
    """Read a table (see `sheets` for what its columns may be).

    Raises:
        Problem: it is far larger than a map, or says nothing.
    """
    lines, left = lines_of_rows([[clean_text(cell).strip() for cell in row] for row in rows])
    text = _checked("\n".join(lines))
    found = _read(text, text.split("\n"), language, kind)
    shown = (one._replace(source=marks.read(one.source).text) for one in found.lines)
    found = found._replace(lines=tuple(shown))
    if left:
        note = Note("outline.columns_left", {"names": ", ".join(left)[:200]})
        found = found._replace(notes=(note, *found.notes))
    return found


def _checked(text: str) -> str:
    """A text without what no reader can hold.

    Raises:
        Problem: it is far larger than a map, or says nothing.
    """
    if len(text) > MOST_LETTERS:
        raise Problem("outline.too_long", n=MOST_LINES)
    text = clean_text(text)
    count = sum(bool(line.strip()) for line in text.split("\n"))
    if count > MOST_LINES:
        raise Problem("outline.too_long", n=MOST_LINES)
    if count == 0:
        raise Problem("outline.nothing")
    return text


def _read(text: str, lines: Sequence[str], language: str, kind: Kind | None) -> Pasted:
    found = parse(text, whole=True)
    items = [one for one in found.items if one.line]
    signed = any(marks.read(line).kind for line in lines)
    flat = not signed and len({one.kind for one in items}) == 1 and not _nested(lines)
    if flat and kind is not None:
        items = list(_taken_for(lines, kind))
    if not items:
        raise Problem("outline.nothing")
    made = tuple(
        Line(
            lines[one.line - 1].strip(),
            one.kind,
            line_of(one._replace(text=lists.plain(one.text)), language),
        )
        for one in items
    )
    return Pasted(made, flat, () if flat else found.notes, found.title)


def _nested(lines: Sequence[str]) -> bool:
    return len({marks.read(line).indent for line in lines if line.strip()}) > 1


def _taken_for(lines: Sequence[str], kind: Kind) -> Iterator[Item]:
    """The lines of a flat list as things of one kind."""
    for number, line in enumerate(lines, 1):
        words = lists.plain(marks.read(line).text)
        if kind == "thought" and marks.read(words).kind == "thought":
            words = marks.read(words).text
        if words.strip() and not marks.is_rule(line):
            said = parse(f"# \n{SIGNS[kind]} {words}").items
            yield from (one._replace(line=number) for one in said if one.line == 2)


def kind_at(lines: Sequence[str], at: int) -> Kind | None:
    """What a list is most likely meant as where the caret stands; None: stages.

    Args:
        at: the line of the caret, from 0.
    """
    here = kind_of(lines[at]) if at < len(lines) and lines[at].strip() else None
    if here is not None:
        return here
    above = (kind_of(line) for line in reversed(lines[:at]) if line.strip())
    return next((one for one in above if one is not None), None)
