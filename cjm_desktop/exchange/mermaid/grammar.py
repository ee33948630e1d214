"""The grammar of Mermaid's `journey` diagrams, to the letter of mermaid 11.17.2.

Source: packages/mermaid/src/diagrams/user-journey, parser/journey.jison and journeyDb. What people
get wrong is not repaired here: see `slips`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cjm_desktop.exchange.mermaid.problems import MermaidError
from cjm_desktop.exchange.mermaid.source import Source, prepare
from cjm_desktop.exchange.mermaid.spaces import SPACE, SPACES

_TOKENS = re.compile(
    rf"""
      (?P<skip>%(?!\{{)[^\n]*|[^}}\U00010000-\U0010ffff]%%[^\n]*)
    | (?P<newline>\n+)
    | (?P<blank>{SPACE}+|\#[^\n]*)
    | (?P<journey>journey\b)
    | (?P<title>title{SPACE}[^\#\n;]+)
    | (?P<acc_title>accTitle{SPACE}*:{SPACE}*)
    | (?P<acc_descr>accDescr{SPACE}*:{SPACE}*)
    | (?P<acc_block>accDescr{SPACE}*\{{{SPACE}*)
    | (?P<section>section{SPACE}[^\#:\n;]+)
    | (?P<name>[^\#:\n;]+)
    | (?P<data>:[^\#\n;]+)
    | (?P<stray>[:;])
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
_DECIMAL = re.compile(r"[+-]?(?:Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)", re.ASCII)
_INTEGER = re.compile(r"0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+")
_BASES = {"x": 16, "o": 8, "b": 2}


@dataclass(frozen=True, slots=True)
class Task:
    """One task of a diagram.

    Its name, people and section still hold protected entity codes (see `names.decode`).
    """

    section: int | None
    """Index of its section, or None before the first one."""
    name: str
    score: float
    """Not a number where the text holds none."""
    people: tuple[str, ...]
    data: str
    """All that stood after the first colon."""
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A band of a diagram."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class MermaidJourney:
    """What mermaid reads from a `journey` diagram, and the lines it stood in."""

    title: str
    front_title: str
    """The title in the front matter, drawn where the diagram has none of its own."""
    acc_title: str
    acc_descr: str
    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """Everyone who takes part, once each, in JavaScript's order."""
        names = {name for task in self.tasks for name in task.people}
        return tuple(sorted(names, key=lambda name: name.encode("utf-16-be", "surrogatepass")))


class _Token(NamedTuple):
    kind: str
    text: str
    line: int
    next: str = ""
    """The character that ended it."""


def parse(text: str, first_line: int = 1) -> MermaidJourney:
    """Read a diagram.

    Args:
        text: the diagram alone, without the fence round it.
        first_line: the number of its first line in the file.

    Raises:
        MermaidError: mermaid would refuse it.
    """
    source = Source(text, first_line)
    front_title = prepare(source)
    if not source.text.startswith("journey"):
        raise _not_a_journey(source)
    return _Reader(front_title).read(_tokens(source))


def is_journey(text: str) -> bool:
    """Whether a diagram says that it is a journey; it may still be wrong further on."""
    source = Source(text)
    try:
        prepare(source)
    except MermaidError:  # its front matter is no YAML, so the diagram still lies below
        return re.search(r"^\s*journey\b", source.text, re.MULTILINE) is not None
    return source.text.startswith("journey")


def number(text: str) -> float:
    """JavaScript's `Number(text)`: not a number where it is none, 0 where it is empty."""
    text = text.strip(SPACES)
    if not text:
        return 0.0
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _INTEGER.fullmatch(text):
        try:
            return float(int(text[2:], _BASES[text[1].lower()]))
        except OverflowError:
            return math.inf
    return math.nan


def _not_a_journey(source: Source) -> MermaidError:
    word = re.match(r"[\w-]*", source.text)
    first = word[0][:40] if word else ""
    line = source.line_of(0)
    if not source.text.strip():
        return MermaidError("exchange.mermaid.empty", line)
    if first.lower() == "journey":
        return MermaidError("exchange.mermaid.capitals", line, word=first)
    return MermaidError("exchange.mermaid.not_journey", line, word=first or source.text[:1])


def _tokens(source: Source) -> Iterator[_Token]:
    """Split a prepared text as the lexer does: the first rule that matches, not the longest."""
    starts, numbers = source.lines()
    text, at = source.text, 0
    while at < len(text):
        match = _TOKENS.match(text, at)
        if match is None or match.lastgroup is None:  # every character begins some token
            raise AssertionError(text[at : at + 20])
        line = numbers[bisect_right(starts, at) - 1]
        kind, at = match.lastgroup, match.end()
        if kind in {"skip", "blank"}:
            continue
        if kind in {"acc_title", "acc_descr", "acc_block"}:
            value, at = _accessible(text, at, kind, line)
            if value is not None:
                yield _Token("acc_title" if kind == "acc_title" else "acc_descr", value, line)
            continue
        yield _Token(kind, match[0], line, text[at : at + 1])


def _accessible(text: str, at: int, kind: str, line: int) -> tuple[str | None, int]:
    """The value of `accTitle:`, `accDescr:` or `accDescr {}`, and where the text goes on."""
    if kind != "acc_block":
        end = text.find("\n", at)
        if end < 0:
            raise MermaidError("exchange.mermaid.acc_empty", line)
        return text[at:end], end
    end = text.find("}", at)
    if end < 0:
        raise MermaidError("exchange.mermaid.acc_open", line)
    return (text[at:end] if end > at else None), end + 1


class _Reader:
    """The parser's two states: between statements, and after a task's name."""

    def __init__(self, front_title: str) -> None:
        self._front_title = front_title
        self._title = self._acc_title = self._acc_descr = ""
        self._sections: list[Section] = []
        self._tasks: list[Task] = []
        self._named: _Token | None = None
        self._band: _Token | None = None

    def read(self, tokens: Iterator[_Token]) -> MermaidJourney:
        header = next(tokens)
        if header.kind != "journey":
            raise MermaidError("exchange.mermaid.not_journey", header.line, word=header.text[:40])
        for token in tokens:
            self._take(token)
        return MermaidJourney(
            self._title,
            self._front_title,
            self._acc_title,
            self._acc_descr,
            tuple(self._sections),
            tuple(self._tasks),
        )

    def _take(self, token: _Token) -> None:
        if self._named is not None:
            if token.kind != "data":
                raise _no_data(self._named)
            self._add_task(self._named, token.text)
            self._named = None
        elif token.kind == "name":
            self._named = token
        elif token.kind == "section":
            self._sections.append(Section(token.text[8:], token.line))
            self._band = token
        elif token.kind == "title":
            self._title = token.text[6:]
        elif token.kind == "acc_title":
            self._acc_title = token.text.strip(SPACES)
        elif token.kind == "acc_descr":
            lines = token.text.strip(SPACES)
            self._acc_descr = re.sub(f"\n{SPACE}+", "\n", lines)
        elif token.kind != "newline":
            raise self._misplaced(token)

    def _add_task(self, name: _Token, text: str) -> None:
        data = text[1:]
        pieces = data.split(":")
        people = pieces[1].split(",") if len(pieces) > 1 else []
        self._tasks.append(
            Task(
                len(self._sections) - 1 if self._sections else None,
                name.text,
                number(pieces[0]),
                tuple(person.strip(SPACES) for person in people),
                data,
                name.line,
            )
        )

    def _misplaced(self, token: _Token) -> MermaidError:
        if token.kind == "journey":
            return MermaidError("exchange.mermaid.word_journey", token.line)
        if token.kind == "data":
            if self._band is not None and self._band.next == ":":
                return _bad_section(self._band)
            return MermaidError("exchange.mermaid.no_name", token.line, text=token.text[:80])
        return MermaidError("exchange.mermaid.stray", token.line, sign=token.text)


def _bad_section(band: _Token) -> MermaidError:
    if band.text[7] == "\n":
        return MermaidError("exchange.mermaid.section_empty", band.line)
    text = band.text[8:].strip(SPACES)[:80]
    return MermaidError("exchange.mermaid.section_colon", band.line, text=text)


def _no_data(name: _Token) -> MermaidError:
    text = name.text.strip(SPACES)[:80]
    if "：" in name.text:
        return MermaidError("exchange.mermaid.wide_colon", name.line, text=text)
    if name.next in {"#", ";"}:
        return MermaidError("exchange.mermaid.cut_name", name.line, text=text, sign=name.next)
    return MermaidError("exchange.mermaid.no_score", name.line, text=text)
