"""Words that say what a line or a column holds, as well as a sign: `мысль:`, `Pain points:`."""

from __future__ import annotations

import re
from typing import NamedTuple

from cjm_desktop.exchange.outline.items import Kind

_WORDS: dict[Kind, str] = {
    "stage": "stage stages phase phases этап этапы стадия стадии фаза фазы",
    "step": "step steps substage substages шаг шаги подэтап подэтапы",
    "action": "action actions doing does действие действия делает",
    "contact": "touchpoint touchpoints touch_point touch_points channel channels contact contacts "
    "контакт контакты канал каналы точка_контакта точки_контакта",
    "thought": "thought thoughts thinking thinks quote quotes мысль мысли думает цитата цитаты",
    "feeling": "feeling feelings emotion emotions mood чувство чувства эмоция эмоции настроение",
    "barrier": "barrier barriers pain pains pain_point pain_points problem problems барьер барьеры "
    "боль боли болевая_точка болевые_точки проблема проблемы",
    "idea": "idea ideas opportunity opportunities solution solutions идея идеи возможность "
    "возможности решение решения улучшение улучшения",
}
_KINDS = {name.replace("_", " "): kind for kind, names in _WORDS.items() for name in names.split()}
_SAID = re.compile(
    r"(?P<guard>\\*)[*_]{0,2}(?P<name>[^\W\d_]+(?:\s[^\W\d_]+)?)[*_]{0,2}\s?:[*_]{0,2}\s*"
)


class Said(NamedTuple):
    """A word at the beginning of a line."""

    kind: Kind
    start: int
    """Where what it says of begins."""


def kind_of(name: str) -> Kind | None:
    """What a heading such as "Pain points:" says."""
    return _KINDS.get(" ".join(name.split()).casefold().rstrip(":"))


def read(text: str) -> Said | None:
    """The word a text begins with; None: it is text and nothing else."""
    found = _SAID.match(text)
    kind = kind_of(found["name"]) if found and not found["guard"] else None
    return Said(kind, found.end()) if found and kind else None


def guarded(text: str) -> str:
    """A text that begins like such a word, so that it stays a text."""
    found = _SAID.match(text)
    if found is None or kind_of(found["name"]) is None:
        return text
    return "\\" * (len(found["guard"]) + 1) + text


def unguarded(text: str) -> str:
    """A text without what `guarded` has put before it."""
    found = _SAID.match(text)
    if found is None or kind_of(found["name"]) is None:
        return text
    half, odd = divmod(len(found["guard"]), 2)
    return text[half + 1 :] if odd else text
