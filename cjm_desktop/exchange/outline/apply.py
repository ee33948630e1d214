"""Editing a map by its outline: only what differs is changed."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.exchange.outline import match
from cjm_desktop.exchange.outline.cells import Cells
from cjm_desktop.exchange.outline.columns import Columns
from cjm_desktop.exchange.outline.content import Content, whose
from cjm_desktop.exchange.outline.curve import Curve
from cjm_desktop.exchange.outline.items import Outline
from cjm_desktop.exchange.outline.places import spots
from cjm_desktop.exchange.outline.work import Work
from cjm_desktop.exchange.outline.write import write
from cjm_desktop.journey import moves
from cjm_desktop.journey.belonging import dependents
from cjm_desktop.journey.draft import Draft


class Applied(NamedTuple):
    """What an outline changed, by the ids of records."""

    outline: Outline
    """The same, and every thing in it with its record."""
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Reworded, or given another severity, value, duration or barrier."""
    moved: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    besides: int = 0
    """How many records went along that an outline does not show, such as evidence."""

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.moved or self.dropped)


def apply(draft: Draft, map_id: str, outline: Outline, before: Outline | None = None) -> Applied:
    """Make a map what its outline says.

    Lines that stayed, were moved or reworded keep their records with all that an outline cannot
    say. Words, times, values and severities that both outlines say alike are left as they are on
    the map, even if they changed there since.

    Args:
        before: the outline that was edited, from `write` or the last `apply`; None: that of the
            map as it is.
    """
    before = before or write(draft.journey, map_id)
    content = Content(draft.journey, map_id, whose(draft.journey, map_id, before))
    there = {one.record.id: one.kind for one in content.entries()}
    old = [one for one in before.items if there.get(one.record_id or "") == one.kind]
    pairs = match.pairs(old, outline.items)
    ids = [old[pairs[n]].record_id if n in pairs else None for n in range(len(outline.items))]
    was = {one.record_id: one for one in old if one.record_id is not None}
    work = Work(draft, content, outline.items, ids, was, spots(outline.items))
    kept = set(ids)
    gone = [one for one in was if one not in kept]
    besides = _drop(draft, [one for one in gone if was[one].kind not in ("step", "stage")])
    Columns(work).line_up()
    Cells(work).fill()
    Curve(work).draw()
    besides += _drop(draft, [one for one in gone if was[one].kind == "step"])
    besides += _drop(draft, [one for one in gone if was[one].kind == "stage"])
    items = tuple(
        item._replace(record_id=one) for item, one in zip(outline.items, ids, strict=True)
    )
    return Applied(
        outline._replace(items=items, persona_id=content.persona_id),
        added=tuple(work.added),
        changed=tuple(work.changed),
        moved=tuple(one for one in work.moved if one not in work.added),
        dropped=tuple(gone),
        besides=besides,
    )


def _drop(draft: Draft, ids: list[str]) -> int:
    """Drop records with what belongs to them; return how many more went than were named."""
    going: set[str] = set()
    for one in ids:
        if one in draft.journey:
            going |= dependents(draft.journey, one).keys()
            moves.drop(draft, one)
    return len(going - set(ids))
