"""What several chosen things have in common, and changing all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Card,
    Feeling,
    Lane,
    Path,
    Record,
    Source,
    Stage,
)

T = TypeVar("T")
How = Literal["left", "centre", "right", "top", "middle", "bottom", "across", "down"]
"""In a line at that side, or with the same gap between all."""
ALIGNING: tuple[How, ...] = ("left", "centre", "right", "top", "middle", "bottom")
SPREADING: tuple[How, ...] = ("across", "down")
FEWEST: dict[bool, int] = {False: 2, True: 3}
"""Of notes that can be aligned, and (True) spread."""


class Rect(NamedTuple):
    """Where a note lies on the paper, poster units."""

    x: float
    y: float
    w: float
    h: float


class Several(NamedTuple):
    """What several things are, by what can be changed of all of them."""

    kinds: Mapping[str, int]
    """How many there are of each kind, most first."""
    coloured: tuple[str, ...]
    """Ids of those that may have a colour."""
    cards: tuple[str, ...]
    """Ids of those that may have personas and a department."""
    provable: tuple[str, ...]
    """Ids of those that may rest on something."""
    notes: tuple[str, ...]
    """Ids of barrier notes that are pinned freely."""


def look(journey: Journey, record_ids: Sequence[str]) -> Several:
    """See what several things are."""
    found = [one for one in map(journey.find, record_ids) if one is not None]
    counts: dict[str, int] = {}
    for one in found:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    return Several(
        dict(sorted(counts.items(), key=lambda pair: -pair[1])),
        tuple(one.id for one in found if isinstance(one, (AnyCard, Stage, Lane))),
        tuple(one.id for one in found if isinstance(one, AnyCard)),
        tuple(one.id for one in found if isinstance(one, (AnyCard, Feeling))),
        tuple(one.id for one in found if isinstance(one, Barrier) and one.on_id is not None),
    )


def shared(journey: Journey, record_ids: Sequence[str], of: Callable[[Any], T]) -> T | None:
    """What all things agree in; None where they differ, or there are none."""
    values = [of(journey.get(Record, one)) for one in record_ids]
    alike = bool(values) and all(one == values[0] for one in values)
    return values[0] if alike else None


def set_field(
    draft: Draft, record_ids: Sequence[str], name: str, value: object, view: Path = "both"
) -> tuple[str, ...]:
    """Change a field of several things; return the ids of what says so now.

    Args:
        view: where it is only how things should be, cards are changed only in the plan.
    """
    return tuple(_set(draft, one, view, **{name: value}) for one in record_ids)


def set_persona(
    draft: Draft, card_ids: Sequence[str], persona_id: str, view: Path = "both", *, on: bool
) -> tuple[str, ...]:
    """Let cards belong to a persona too, or no more; return the ids of what says so now."""
    made = []
    for one in card_ids:
        now = draft.journey.get(Card, one).persona_ids
        rest = tuple(each for each in now if each != persona_id)
        wanted = (*rest, persona_id) if on else rest
        same = (persona_id in now) is on
        made.append(one if same else _set(draft, one, view, persona_ids=wanted))
    return tuple(made)


def add_evidence(draft: Draft, record_ids: Sequence[str], source: Source) -> None:
    """Say of things that they rest on a source; those that do already stay as they are."""
    for one in record_ids:
        if all(each.source != source for each in draft.journey.evidence(one)):
            moves.add_evidence(draft, one, source=source)


def drop_evidence(draft: Draft, record_ids: Sequence[str], source: Source) -> None:
    """Say of things that they do not rest on a source."""
    for one in record_ids:
        for each in draft.journey.evidence(one):
            if each.source == source:
                moves.drop(draft, each.id)


def sources(journey: Journey, record_ids: Sequence[str]) -> tuple[Source, ...]:
    """What all things rest on, in the usual order."""
    known = [{each.source for each in journey.evidence(one)} for one in record_ids]
    every = known[0].intersection(*known) if known else frozenset[Source]()
    return tuple(one for one in get_args(Source) if one and one in every)


def _set(draft: Draft, record_id: str, view: Path, **fields: Any) -> str:
    if view == "to_be" and isinstance(draft.journey.find(record_id), Card):
        return moves.plan_fields(draft, record_id, **fields)
    moves.set_fields(draft, record_id, **fields)
    return record_id


# Notes that lie freely


def arranged(rects: Mapping[str, Rect], how: How) -> dict[str, tuple[float, float]]:
    """How far each note goes to lie in line with the others, or as far apart as they.

    Args:
        rects: where they lie now, by their ids.

    Returns:
        Right and down, poster units.
    """
    if not rects:
        return {}
    if how in SPREADING:
        return _spread(rects, across=how == "across")
    across = how in ("left", "centre", "right")
    low = min(one.x if across else one.y for one in rects.values())
    high = max(one.x + one.w if across else one.y + one.h for one in rects.values())
    found = {}
    for key, one in rects.items():
        start, size = (one.x, one.w) if across else (one.y, one.h)
        to = {
            "left": low, "top": low, "right": high - size, "bottom": high - size,
        }.get(how, (low + high - size) / 2)  # fmt: skip
        found[key] = (to - start, 0.0) if across else (0.0, to - start)
    return found


def _spread(rects: Mapping[str, Rect], *, across: bool) -> dict[str, tuple[float, float]]:
    """The same gap between all, none where there is no room; the first stays, and the last."""

    def start(key: str) -> float:
        return rects[key].x if across else rects[key].y

    def size(key: str) -> float:
        return rects[key].w if across else rects[key].h

    listed = sorted(rects, key=lambda key: (start(key), key))
    room = start(listed[-1]) + size(listed[-1]) - start(listed[0])
    left = room - sum(map(size, listed))
    gap = max(0.0, left / (len(listed) - 1)) if len(listed) > 1 else 0.0
    found: dict[str, tuple[float, float]] = {}
    at = start(listed[0])
    for key in listed:
        by = at - start(key)
        found[key] = (by, 0.0) if across else (0.0, by)
        at += size(key) + gap
    return found


def arrange(
    draft: Draft, rects: Mapping[str, Rect], how: How, view: Path = "both"
) -> tuple[str, ...]:
    """Let pinned notes lie in line, or as far apart as each other; return the ids they have now."""
    made = []
    for key, (right, down) in arranged(rects, how).items():
        note = draft.journey.get(Barrier, key)
        if note.on_id is None or not (right or down):
            made.append(key)
            continue
        place = note.on_id, note.dx + right, note.dy + down
        if view == "to_be":
            made.append(moves.plan_pin(draft, key, *place))
        else:
            moves.pin_barrier(draft, key, *place)
            made.append(key)
    return tuple(made)
