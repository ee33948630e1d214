"""A text as its author laid it out, brought up to date: blank lines and the order of lines stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm_desktop.exchange.outline.items import KINDS, Item, Outline
from cjm_desktop.exchange.outline.parse import parse
from cjm_desktop.exchange.outline.places import spots

_ORDER = {kind: number for number, kind in enumerate(KINDS)}
Said = tuple[object, ...]


class _Section(NamedTuple):
    """A stage or step, and what stands right beneath it."""

    record_id: str
    lines: list[tuple[str, list[Item]]]
    """Each line, and what it names; the first one names the stage or step."""

    def said(self, places: dict[str, str | None]) -> list[Said]:
        """What it says, whatever order the lanes come in."""
        items = [item for _, named in self.lines for item in named]
        return [_said(one, places) for one in items[:1] + _sorted(items[1:], places)]


def says_same(one: Outline, other: Outline) -> bool:
    """Whether two outlines say the same of the same records, however they are written."""
    return _all_said(one) == _all_said(other)


def kept(now: Outline, mine: Outline) -> Outline:
    """What a map says now, in the lines of an outline before as far as they still hold.

    Args:
        now: the canonical outline of the map, from `write`.
        mine: the outline of before, as its author wrote it.
    """
    now = now._replace(text=now.text.removesuffix("\n"))
    merged = _merged(now, mine)
    if merged is None:
        return now
    text = "\n".join(line for line, _ in merged)
    found = parse(text)
    ids = [one.record_id for _, named in merged for one in named]
    if len(ids) != len(found.items):
        return now
    items = tuple(
        one._replace(record_id=record_id) for one, record_id in zip(found.items, ids, strict=True)
    )
    made = found._replace(items=items, persona_id=now.persona_id)
    return made if says_same(made, now) else now


def _all_said(outline: Outline) -> list[list[Said]]:
    places = _barriers(outline.items)
    return [one.said(places) for one in _sections(outline)]


def _said(item: Item, places: dict[str, str | None]) -> Said:
    return (*item[:2], *item[5:], places.get(item.record_id or ""))


def _sorted(items: list[Item], places: dict[str, str | None]) -> list[Item]:
    """Things of one section by their lanes; ideas by the barriers they stand under."""
    ranks = {one.record_id: n for n, one in enumerate(_of(items, "barrier"), 1)}
    return sorted(
        items, key=lambda one: (_ORDER[one.kind], ranks.get(places.get(one.record_id or ""), 0))
    )


def _of(items: Sequence[Item], kind: str) -> Iterator[Item]:
    return (one for one in items if one.kind == kind)


def _barriers(items: Sequence[Item]) -> dict[str, str | None]:
    """The barrier that each idea stands under, by their records."""
    found: dict[str, str | None] = {}
    for item, spot in zip(items, spots(items), strict=True):
        if item.kind == "idea" and spot.barrier is not None:
            found[item.record_id or ""] = items[spot.barrier].record_id
    return found


def _sections(outline: Outline) -> list[_Section]:
    named: dict[int, list[Item]] = {}
    for item in outline.items:
        named.setdefault(item.line, []).append(item)
    found: list[_Section] = []
    lines = outline.text.split("\n")
    if 0 in named:
        found.append(_Section(named[0][0].record_id or "", [("", named[0])]))
    for number, line in enumerate(lines, 1):
        here = named.get(number, [])
        if here and here[0].kind in ("stage", "step"):
            found.append(_Section(here[0].record_id or "", []))
        if found:
            found[-1].lines.append((line, here))
    return found


def _merged(now: Outline, mine: Outline) -> list[tuple[str, list[Item]]] | None:
    """The lines of both, section by section."""
    if any(one.line == 0 or one.record_id is None for one in (*mine.items, *now.items)):
        return None
    first = min((one.line for one in mine.items), default=1)
    merged: list[tuple[str, list[Item]]] = [
        (line, []) for line in mine.text.split("\n")[: first - 1]
    ]
    own, theirs = _barriers(mine.items), _barriers(now.items)
    old = {one.record_id: one for one in _sections(mine)}
    for section in _sections(now):
        before = old.get(section.record_id)
        if before is None:
            merged += section.lines
        elif before.said(own) == section.said(theirs):
            merged += before.lines
        else:
            merged += _patched(section, before, own, theirs)
    return merged


def _patched(
    section: _Section,
    before: _Section,
    own: dict[str, str | None],
    theirs: dict[str, str | None],
) -> list[tuple[str, list[Item]]]:
    """The lines of a section that still hold, those that changed, and new ones in their places."""
    coming = {one.record_id: (line, one) for line, named in section.lines for one in named}
    found: list[tuple[str, list[Item]]] = []
    for line, named in before.lines:
        there = [coming[one.record_id] for one in named if one.record_id in coming]
        same = len(there) == len(named) and all(
            _said(one, own) == _said(now, theirs)
            for one, (_, now) in zip(named, there, strict=True)
        )
        found += [(line, named)] if same else [(said, [now]) for said, now in there]
    known = {one.record_id for _, named in found for one in named}
    last: str | None = None
    for line, named in section.lines:
        for one in named:
            if one.record_id not in known:
                at = next(n for n, (_, there) in enumerate(found, 1)
                          if any(item.record_id == last for item in there))  # fmt: skip
                found.insert(at, (line, [one]))
            last = one.record_id
    return found
