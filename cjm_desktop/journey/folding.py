"""Text as one looks for it: capital and small letters, ё and е, and kinds of dashes are the same.

What is folded away: case, compatibility forms (NFKC: `ﬁ`, `№`, full width), accents on Latin and
Greek letters, stress marks, the dots of ё, soft hyphens and signs without a width, the kind of
quotation marks and dashes, and the length of a gap. A Cyrillic й stays another letter than и.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

_QUICK = re.compile("[\n -~А-яЁё«»–—]*").fullmatch
"""Letters that fold one to one."""
_CLUSTER = re.compile(
    "[\\s\u00a0]+|[^\\s\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]*|.", re.DOTALL
)
"""A gap, or a letter with the marks on it."""
_MARK = re.compile("[\u0300-\u036f]")
_SAME = {
    **dict.fromkeys("«»„“”‟‹›", '"'),
    **dict.fromkeys("‘’‚‛′`", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_TABLE = str.maketrans(_SAME)
_REPLACED = (("\n", " "), ("«", '"'), ("»", '"'), ("–", "-"), ("—", "-"), ("`", "'"))
_SIGNS = re.compile("[\n«»–—`]").search
"""Those of the quick letters that are not what they fold to, but for ё."""
_KEPT = "\u0306\u0308"
"""Marks that make another letter of a Cyrillic one: й, ў, ї."""


class Folded(NamedTuple):
    """A folded text, and where its letters come from."""

    text: str
    starts: Sequence[int] | None
    """For each letter where what it was made of begins, and the length of all; None: one to one."""

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a part of the folded text stands in the text; None: it cuts through a letter."""
        if self.starts is None:
            return start, end
        whole = self._begins(start) and self._begins(end)
        return (self.starts[start], self.starts[end]) if whole else None

    def _begins(self, at: int) -> bool:
        starts = self.starts or ()
        return at == 0 or starts[at] != starts[at - 1]


def _quickly(text: str) -> str | None:
    """A text as one looks for it, if it has only letters that fold one to one."""
    if not _QUICK(text):
        return None
    quick = text.casefold().replace("ё", "е")
    if _SIGNS(quick):
        for sign, same in _REPLACED:
            quick = quick.replace(sign, same)
    return None if "  " in quick else quick


def fold(text: str) -> Folded:
    """A text as one looks for it, and where its letters come from."""
    quick = _quickly(text)
    if quick is not None:
        return Folded(quick, None)
    made: list[str] = []
    starts: list[int] = []
    for found in _CLUSTER.finditer(text):
        folded = _cluster(found.group())
        made.append(folded)
        starts += [found.start()] * len(folded)
    starts.append(len(text))
    return Folded("".join(made), starts)


def fold_only(text: str) -> str:
    """A text as one looks for it."""
    quick = _quickly(text)
    return fold(text).text if quick is None else quick


@lru_cache(maxsize=4096)
def _cluster(cluster: str) -> str:
    """A gap, or a letter with its marks, as one looks for it."""
    if cluster.isspace():
        return " "
    apart = unicodedata.normalize("NFKD", cluster)
    apart = unicodedata.normalize("NFKD", apart.casefold())
    kept: list[str] = []
    for letter in apart:
        if _MARK.match(letter):
            cyrillic = bool(kept) and "\u0400" <= kept[-1] <= "\u04ff" and kept[-1] != "е"
            if not (cyrillic and letter in _KEPT):
                continue
        elif unicodedata.category(letter) == "Cf":
            continue
        kept.append(letter)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_TABLE)


def spans(folded: Folded, wanted: str) -> Iterator[tuple[int, int]]:
    """Where a folded text is found in the text that was folded, first to last, none twice."""
    at = folded.text.find(wanted) if wanted else -1
    while at >= 0:
        span = folded.span(at, at + len(wanted))
        if span is not None:
            yield span
        at = folded.text.find(wanted, at + (len(wanted) if span else 1))
