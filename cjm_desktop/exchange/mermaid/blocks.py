"""Mermaid diagrams inside Markdown: every fenced block, and which of them are journeys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cjm_desktop.exchange.mermaid.grammar import is_journey, parse
from cjm_desktop.exchange.mermaid.names import decode
from cjm_desktop.exchange.mermaid.problems import MermaidError

_FENCE = re.compile(
    r"(?:[ \t]|[-*+>] |\d+[.)] )*(`{3,}|~{3,})[ \t]*\{?\.?(mermaid)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Block:
    """One journey diagram of a Markdown file."""

    line: int
    """Number of its first line in the file, from 1."""
    text: str

    def title(self) -> str:
        """Its title, or "" where it has none or cannot be read."""
        try:
            parsed = parse(self.text, self.line)
        except MermaidError:
            return ""
        return decode(parsed.title) or decode(parsed.front_title)


def journeys(markdown: str) -> tuple[Block, ...]:
    """The journey diagrams of a Markdown text, in order."""
    return tuple(block for block in _fenced(markdown) if is_journey(block.text))


def has_fence(text: str) -> bool:
    """Whether a text holds a Mermaid block of any kind."""
    return next(_fenced(text), None) is not None


def _fenced(markdown: str) -> Iterator[Block]:
    """Every block whose fence says mermaid; one that is never closed runs to the end."""
    fence, first, wanted = "", 0, False
    inside: list[str] = []
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if not fence:
            opening = _FENCE.match(line)
            if opening:
                fence, wanted = opening[1], bool(opening[2])
                inside, first = [], number + 1
        elif _closes(line, fence):
            if wanted:
                yield Block(first, "\n".join(inside) + "\n")
            fence = ""
        else:
            inside.append(line)
    if fence and wanted:
        yield Block(first, "\n".join(inside) + "\n")


def _closes(line: str, fence: str) -> bool:
    mark = line.strip(" \t")
    return len(mark) >= len(fence) and set(mark) == {fence[0]}
