"""A Mermaid text made ready for its grammar, as mermaid 11.17.2 does it, with every line's number.

Follows `preprocess.ts`, `frontmatter.ts`, `comments.ts` and `encodeEntities`. Where theirs are
regular expressions that take quadratic time on hostile text, these are single passes with the same
result.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from cjm_desktop.exchange.mermaid import front_matter
from cjm_desktop.exchange.mermaid.spaces import BREAKS, SPACE, SPACES

_DIRECTIVE = re.compile(
    rf"%%\{{{SPACE}*(?:\w+{SPACE}*:|\w+){SPACE}*"
    rf"(?:\w+|(?:(?!\}}%%)[^\r\u2028\u2029])*)?{SPACE}*(?:\}}%%)?",
    re.ASCII,
)
_ATTRIBUTE = re.compile(r'="([^"]*)"')
_ENTITY = re.compile(r"#(\w+);", re.ASCII)
_WORD = re.compile(r"\w", re.ASCII)
Span = tuple[int, int]


class Source:
    """A text of which parts may be cut while every line keeps the number it had in its file.

    Args:
        text: as read from the file.
        first_line: the number of its first line there, from 1.
    """

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._numbers = list(range(first_line, first_line + self.text.count("\n") + 1))

    def cut(self, spans: Iterable[Span]) -> None:
        """Take out parts, given as start and end, in order and apart."""
        starts = self._line_starts()
        kept: list[str] = []
        numbers: list[int] = []
        at, line = 0, 0
        for start, end in spans:
            first, last = bisect_right(starts, start) - 1, bisect_right(starts, end) - 1
            numbers += self._numbers[line:first]
            # What is left of both lines becomes one; it keeps the number of what begins it.
            begins = start > starts[first] and start > at
            self._numbers[last] = self._numbers[first] if begins else self._numbers[last]
            kept.append(self.text[at:start])
            at, line = end, last
        self.text = "".join(kept) + self.text[at:]
        self._numbers = numbers + self._numbers[line:]

    def line_of(self, position: int) -> int:
        """The number, in the file, of the line on which a place of the text lies."""
        return self._numbers[self.text.count("\n", 0, position)]

    def lines(self) -> tuple[list[int], list[int]]:
        """Where each line of the text begins, and the number it has in the file."""
        return self._line_starts(), self._numbers

    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n")[:-1])]


def prepare(source: Source) -> str:
    """Cut front matter, directives and comments; protect entity codes.

    Returns:
        The title that the front matter gives, or "".

    Raises:
        MermaidError: the front matter's title is not YAML.
    """
    source.text = _requote(source.text)
    title = ""
    block = front_matter.find(source.text)
    if block is not None:
        title = front_matter.title(block, source.line_of(block.start))
        source.cut([(0, block.end)])
    source.cut(match.span() for match in _DIRECTIVE.finditer(source.text))
    source.cut(_comment_lines(source.text))
    blank = len(source.text) - len(source.text.lstrip(SPACES))
    source.cut([(0, blank)])
    source.text = _protect(source.text) + "\n"
    return title


def _requote(text: str) -> str:
    """Double quotes of attributes in `<tag a="b">` become single ones."""
    found, at = [], 0
    while (opening := text.find("<", at)) >= 0 and (closing := text.find(">", opening)) >= 0:
        found.append(text[at:opening])
        if _WORD.match(text, opening + 1):
            found.append(_ATTRIBUTE.sub(r"='\1'", text[opening : closing + 1]))
            at = closing + 1
        else:
            found.append("<")
            at = opening + 1
    return "".join(found) + text[at:]


def _comment_lines(text: str) -> Iterable[Span]:
    """Lines that begin with `%%`, with the blank lines before them and the break after them.

    What `/^\\s*%%(?!{)[^\\n]+\\n?/gm` finds.
    """
    done, at = 0, 0
    while (mark := text.find("%%", at)) >= 0:
        at = mark + 1
        if text[mark + 2 : mark + 3] in {"", "\n", "{"}:
            continue
        run = len(text[done:mark].rstrip(SPACES)) + done if mark > done else done
        start = _first_line_start(text, run, mark)
        if start is None:
            continue
        end = text.find("\n", mark)
        done = at = len(text) if end < 0 else end + 1
        yield start, done


def _first_line_start(text: str, run: int, mark: int) -> int | None:
    """The first beginning of a line from the start of a run of white space to a mark."""
    if run == 0 or text[run - 1] in BREAKS:
        return run
    breaks = (place for place in range(run, mark) if text[place] in BREAKS)
    found = next(breaks, None)
    return None if found is None else found + 1


def _protect(text: str) -> str:
    """`#35;` becomes `ﬂ°°35¶ß` and `#quot;` `ﬂ°quot¶ß`, out of the grammar's way."""
    for word in ("style", "classDef"):
        text = _drop_style_semicolons(text, word)
    return _ENTITY.sub(lambda m: f"ﬂ°{'°' if m[1].isdigit() else ''}{m[1]}¶ß", text)


def _drop_style_semicolons(text: str, word: str) -> str:
    """Drop the last `;` of lines that look like CSS, as mermaid does in every kind of diagram.

    What `/style.*:\\S*#.*;/g` finds.
    """
    if word not in text:
        return text
    parts = re.split("([\n\u2028\u2029])", text)
    return "".join(_drop_style_semicolon(part, word) for part in parts)


def _drop_style_semicolon(line: str, word: str) -> str:
    start, last = line.find(word), line.rfind(";")
    if start < 0 or last < start:
        return line
    for run in re.split(f"{SPACE}+", line[start + len(word) : last]):
        if 0 <= run.find(":") < run.rfind("#"):
            return line[:last] + line[last + 1 :]
    return line
