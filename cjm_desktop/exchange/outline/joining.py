"""A text that was typed on while its map changed elsewhere: both come into one text."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from cjm_desktop.exchange.outline import typing
from cjm_desktop.exchange.outline.items import Outline

_Key = tuple[str, ...] | str
"""What a line is known by: the records it names, else its text."""


class Line(NamedTuple):
    """A line of the text that holds both."""

    text: str
    number: int = -1
    """Of the line of the map's own text that it is, from 0; -1: it is new, typed just now."""


class _Typed(NamedTuple):
    """What was typed, by the lines it was typed over."""

    said: list[str | None]
    """What each line says now; None: it was taken out."""
    behind: list[list[str]]
    """New lines; first those above all, then those behind each line."""


def joined(before: Outline, typed: str, now: Outline) -> list[Line]:
    """Put what was typed into the text of a map that has changed since.

    A line that both have changed says what was typed; a line that went elsewhere while it was
    typed in stays, as a new one; a line that was taken out here and changed elsewhere stays too.

    Args:
        before: what both began with.
        typed: the text as it stands in the field.
        now: what the map says now.
    """
    old, wanted = _lines(before.text), _lines(now.text)
    mine = _typed(old, _lines(typed))
    stand = _stand(before, now, old, wanted)
    extras: list[list[str]] = [[] for _ in range(len(old) + 1)]
    extras[0] += mine.behind[0]
    anchor = 0
    for number, line in enumerate(old):
        said = mine.said[number]
        if number in stand:
            anchor = number + 1
        elif said is not None and said != line:
            extras[anchor].append(said)
        extras[anchor] += mine.behind[number + 1]
    return _woven(old, wanted, mine, {at: number for number, at in stand.items()}, extras)


def _woven(
    old: Sequence[str],
    wanted: Sequence[str],
    mine: _Typed,
    begun: dict[int, int],
    extras: Sequence[Sequence[str]],
) -> list[Line]:
    """The lines of the map's text with what was typed in them and between them.

    Args:
        begun: by its number there, the line of before that a line was.
        extras: what comes above all, and behind each line of before.
    """
    found = [Line(one) for one in extras[0]]
    for at, text in enumerate(wanted):
        number = begun.get(at)
        if number is None:
            found.append(Line(text, at))
            continue
        said = mine.said[number]
        if said is None and text != old[number]:
            said = text
        if said is not None:
            found.append(Line(text if said == old[number] else said, at))
        found += [Line(one) for one in extras[number + 1]]
    return found or [Line("")]


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _typed(old: Sequence[str], new: Sequence[str]) -> _Typed:
    found = _Typed(list(old), [[] for _ in range(len(old) + 1)])
    for tag, a, a_end, b, b_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        both = min(a_end - a, b_end - b)
        found.said[a:a_end] = [None] * (a_end - a)
        for n in range(both):
            if typing.kind_of(old[a + n]) == typing.kind_of(new[b + n]):
                found.said[a + n] = new[b + n]
            else:
                found.behind[a + n + 1].append(new[b + n])
        found.behind[a + both] += new[b + both : b_end]
    return found


def _stand(
    before: Outline, now: Outline, old: Sequence[str], wanted: Sequence[str]
) -> dict[int, int]:
    """Where lines of before stand now, by their numbers."""
    keys, others = _keys(before, old), _keys(now, wanted)
    blocks = SequenceMatcher(None, keys, others, autojunk=False).get_matching_blocks()
    found = {a + n: b + n for a, b, size in blocks for n in range(size)}
    taken = set(found.values())
    named = {one: at for at, key in enumerate(others) if not isinstance(key, str) for one in key}
    for number, key in enumerate(keys):
        if number not in found and not isinstance(key, str):
            at = next((named[one] for one in key if one in named), None)
            if at is not None and at not in taken:
                found[number] = at
                taken.add(at)
    return found


def _keys(outline: Outline, lines: Sequence[str]) -> list[_Key]:
    named: dict[int, tuple[str, ...]] = {}
    for one in outline.items:
        if one.record_id is not None:
            named[one.line] = (*named.get(one.line, ()), one.record_id)
    return [named.get(number, text) for number, text in enumerate(lines, 1)]
