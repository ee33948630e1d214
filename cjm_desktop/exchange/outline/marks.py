"""What a line begins with: its indentation, its sign or bullet, and where its text stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from cjm_desktop.exchange.outline import kindwords
from cjm_desktop.exchange.outline.items import SIGNS, Kind

TAB = 4
"""Columns from one stop to the next."""
_QUOTES = '"“”„«»>'
_CLOSING = '"”“»'
_BULLETS = "-–—−•·◦‣▪▫●○■□❖➢⁃∙\uf0b7\uf0a7\uf0d8"
_LINE = re.compile(
    rf"""(?P<indent>\s*)
    (?:(?P<stage>\#+)|(?P<barrier>!+)|(?P<contact>@)|(?P<feeling>:)|(?P<idea>\+)
      |(?P<thought>[{re.escape(_QUOTES)}])
      |(?P<bullet>[{re.escape(_BULLETS)}]|[*o§](?=\s|\Z))
      |(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*[.)]|\d{{1,2}}(?:\.\d{{1,2}})+|[a-zа-я]\))(?=\s)
    )?(?P<gap>\s*)""",
    re.VERBOSE | re.IGNORECASE,
)
_RULE = re.compile(r"\s*([-*_=–—#])\1{2,}\s*\Z")
_SIGNED: tuple[Kind, ...] = ("stage", "barrier", "contact", "feeling", "idea", "thought")


class Mark(NamedTuple):
    """One line, taken apart."""

    indent: int
    """Columns; a tab goes to the next stop."""
    kind: Kind | None
    """What its sign or its word says; None: it has a bullet, a number or nothing."""
    sign: str
    """The sign, that of its word, the bullet or number."""
    style: str
    """What items of one level of a list have in common: the bullet, or how the number is made."""
    gap: bool
    """There is a blank after the sign."""
    start: int
    """Where the text begins."""
    text: str
    """Without blanks round it."""
    named: bool = False
    """A word says what it is."""

    @property
    def bare(self) -> bool:
        """It has no sign at all."""
        return self.kind is None and not self.style


def read(line: str, *, worded: bool = True) -> Mark:
    """Take a line apart.

    Args:
        worded: a word such as `thought:` is taken for its sign.
    """
    found = _LINE.match(line)
    if found is None:  # the pattern matches the empty text too
        raise AssertionError(line)
    kind = next((one for one in _SIGNED if found[one]), None)
    sign = found[kind] if kind else found["bullet"] or found["number"] or ""
    if kind == "stage" and len(sign) > 1:
        kind = "step"
    indent = found["indent"]
    columns = len(indent.expandtabs(TAB)) if "\t" in indent else len(indent)
    start = found.end()
    text = line[start:].rstrip()
    if kind == "thought" and not found["gap"]:
        text = _unquoted(text)
    mark = Mark(columns, kind, sign, _style(found), bool(found["gap"]), start, text)
    return _worded(mark) if worded and kind is None else mark


def _worded(mark: Mark) -> Mark:
    """A line whose first word says what it is, as if it had the sign."""
    said = kindwords.read(mark.text)
    if said is None:
        return mark
    return _as(mark, said.kind, said.start)._replace(named=True)


def signed(mark: Mark, head: Mark) -> Mark:
    """A line as if it had the sign of another one."""
    return _as(mark, head.kind, 0)


def _as(mark: Mark, kind: Kind | None, cut: int) -> Mark:
    """A line of a kind, without what stands before `cut` in its text."""
    start, text = mark.start + cut, mark.text[cut:]
    if kind == "thought" and text[:1] and text[0] in _QUOTES:
        start, text = start + 1, _unquoted(text[1:])
    sign = SIGNS[kind] if kind else ""
    return mark._replace(kind=kind, sign=sign, style="", gap=True, start=start, text=text)


def is_rule(line: str) -> bool:
    """Whether a line is nothing but a row of dashes."""
    return _RULE.match(line) is not None


def _style(found: re.Match[str]) -> str:
    if found["number"]:
        digits = found["number"].rstrip(".)")
        return f"n{digits.count('.')}" if digits[0].isdigit() else "letter"
    return found["bullet"] or ""


def _unquoted(text: str) -> str:
    """What stands between quotes that were typed as such; a sign with a blank has no other end."""
    return text[:-1].rstrip() if text[-1:] and text[-1] in _CLOSING else text
