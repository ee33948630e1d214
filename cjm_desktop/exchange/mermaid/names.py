"""Names in a Mermaid text and back: entity codes, line breaks, words that mean something else."""

from __future__ import annotations

import re
from html.entities import html5

from cjm_desktop.exchange.mermaid.spaces import SPACE, SPACES

_CODE = re.compile(r"ﬂ°(?:°(\d+)|(\w+))¶ß", re.ASCII)
_BREAK = re.compile(rf"<br{SPACE}*/?>", re.ASCII | re.IGNORECASE)
_KEYWORD = rf"(?:(?:title|section){SPACE}|journey\b|accDescr{SPACE}*\{{|accTitle{SPACE}*:)"
_GUARDED = re.compile(f"\u200b(?={_KEYWORD})", re.ASCII | re.IGNORECASE)
_KEYWORD_FIRST = re.compile(_KEYWORD, re.ASCII | re.IGNORECASE)
_NOTHING = "\u200b"
"""A bare zero-width space, for names that may not be empty; one that is meant is coded."""
_UNSAFE = re.compile("[#:;%<\r\u2028\u2029\u200bﬂ¶]")
"""What cuts a line, begins a comment, is rewritten, or would read as a code of ours."""


def decode(name: str) -> str:
    """The text that a name of a parsed diagram stands for.

    `<br>` is a line break; numeric and named entity codes are their characters; a zero-width space
    before a word of the grammar goes, and one that stands alone is no name at all.
    """
    bare = name.strip(SPACES)
    if bare == _NOTHING:
        return ""
    if _GUARDED.match(bare):
        bare = bare[1:]
    return _CODE.sub(_character, _BREAK.sub("\n", bare))


def _character(code: re.Match[str]) -> str:
    if code[1] is not None:
        number = int(code[1]) if len(code[1]) <= 7 else 0
        valid = 0 < number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
        return chr(number) if valid else f"#{code[1]};"
    return html5.get(f"{code[2]};", f"#{code[2]};")


def encode(text: str, breaks: str = "<br>") -> str:
    """A name that every reader of Mermaid takes for exactly this text.

    Args:
        text: any text.
        breaks: what to write for a line break.
    """
    if not text:
        return _NOTHING
    body = _UNSAFE.sub(lambda found: _code(found[0]), text)
    # Blanks at either end would be skipped or stripped; the outermost one shields the others.
    if _is_blank(body[-1]):
        body = body[:-1] + _code(body[-1])
    if _is_blank(body[0]):
        body = _code(body[0]) + body[1:]
    return body.replace("\n", breaks)


def encode_task(text: str) -> str:
    """As `encode`, for a task, whose first word might be one of the grammar's."""
    name = encode(text)
    return f"\u200b{name}" if _KEYWORD_FIRST.match(name) else name


def encode_person(text: str) -> str:
    """As `encode`, for one of several people parted by commas."""
    return encode(text, breaks=_code("\n")).replace(",", _code(","))


def encode_line(text: str) -> str:
    """As `encode`, for the title and descriptions, which know no line break."""
    return encode(text, breaks=_code("\n"))


def _is_blank(character: str) -> bool:
    """Whether some reader or other takes it for white space; line breaks are written as words."""
    return character != "\n" and (character in SPACES or character.isspace())


def _code(character: str) -> str:
    return f"#{ord(character)};"
