"""The block of YAML between two lines `---` at the very beginning of a Mermaid text."""

from __future__ import annotations

import re
from typing import NamedTuple

from cjm_desktop.exchange.mermaid.problems import MermaidError
from cjm_desktop.exchange.mermaid.spaces import SPACE, SPACES

_OPENING = re.compile(rf"([{SPACES.translate({10: None, 13: None})}]*)---({SPACE}*)")
_RUN = re.compile(f"{SPACE}*")
_ENTRY = re.compile(r"( *)(?:- +)*([\w.-]+):(?:[ \t]+(.*))?$")
_NOT_PLAIN = frozenset("\"'|>[{&*!")


class Block(NamedTuple):
    """Where front matter lies in its text."""

    start: int
    """Where its first line begins."""
    body: tuple[str, ...]
    """Its lines without the indent of the `---`."""
    end: int
    """Where the text after it begins."""


def find(text: str) -> Block | None:
    """The front matter of a text, or None.

    What `/^([^\\S\\n]*)-{3}\\s*\\n(.*?)\\n\\1-{3}\\s*\\n+/s` finds.
    """
    opening = _OPENING.match(text)
    if opening is None or "\n" not in opening[2]:
        return None
    indent = opening[1]
    first = text.find("\n", opening.start(2)) + 1
    last = text.rfind("\n", opening.start(2), opening.end()) + 1
    closing = _closing(text, f"\n{indent}---", last)
    if closing is None and text.startswith(f"{indent}---", last):
        # Nothing but blank lines between the two: the last break belongs to the closing line.
        closing = _closing(text, f"\n{indent}---", first)
    if closing is None:
        return None
    lines = text[first : closing[0]].split("\n") if closing[0] > first else []
    return Block(first, tuple(line.removeprefix(indent) for line in lines), closing[1])


def _closing(text: str, mark: str, at: int) -> tuple[int, int] | None:
    """Where the body ends and where the text after the closing line begins."""
    while (found := text.find(mark, at)) >= 0:
        run = _RUN.match(text, found + len(mark))
        last_break = text.rfind("\n", found + len(mark), run.end()) if run else -1
        if last_break >= 0:
            return found, last_break + 1
        at = found + 1
    return None


def title(block: Block, first_line: int) -> str:
    """The value of `title:`, or "".

    This is no YAML reader: it knows scalars on one line, and refuses what people really get wrong,
    a value with a colon and no quotes round it.

    Raises:
        MermaidError: a value is not YAML.
    """
    found, literal = "", None
    for number, line in enumerate(block.body, first_line):
        depth = len(line) - len(line.lstrip(" "))
        if literal is not None and (depth > literal or not line.strip()):
            continue
        entry = _ENTRY.match(line)
        literal = depth if entry and (entry[3] or "").startswith(("|", ">")) else None
        if entry is None:
            continue
        value = (entry[3] or "").strip(" \t")
        _check(value, number)
        if entry[2] == "title" and not entry[1]:
            found = _scalar(value)
    return found


def _check(value: str, number: int) -> None:
    quote = value[:1]
    if quote in {'"', "'"}:
        wrong = len(value) < 2 or quote not in value[1:]
    elif quote in _NOT_PLAIN:
        wrong = False
    else:
        plain = value.split(" #", 1)[0]
        wrong = ": " in plain or plain.endswith(":") or quote in {"@", "`", "%"}
    if wrong:
        raise MermaidError("exchange.mermaid.front_matter", number, text=value[:80])


def _scalar(value: str) -> str:
    if value[:1] == '"':
        return value[1 : value.rindex('"')].replace('\\"', '"')
    if value[:1] == "'":
        return value[1 : value.rindex("'")].replace("''", "'")
    return value.split(" #", 1)[0].rstrip()
