"""Editing a map by its outline: only what differs is changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.exchange.outline import match, revive
from cjm_desktop.exchange.outline.cells import Cells
from cjm_desktop.exchange.outline.columns import Columns
from cjm_desktop.exchange.outline.content import Content, whose
from cjm_desktop.exchange.outline.curve import Curve
from cjm_desktop.exchange.outline.items import Gone, Item, Outline
from cjm_desktop.exchange.outline.places import spots
from cjm_desktop.exchange.outline.work import Work
from cjm_desktop.exchange.outline.write import write
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey


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
    the map, even if they changed there since. A line that went in an edit before and comes back
    with the same words, as when a block is cut and pasted, gets back what it cannot say.

    Args:
        before: the outline that was edited, from `write` or the last `apply`; None: that of the
            map as it is.
    """
    before = before or write(draft.journey, map_id)
    content = Content(draft.journey, map_id, whose(draft.journey, map_id, before))
    ids, was = _paired(content, before.items, outline.items)
    work = Work(draft, content, outline.items, ids, was, spots(outline.items))
    claimed = revive.claims(outline.items, ids, before.gone)
    kept = set(ids)
    gone = [(one, item) for one, item in was.items() if one not in kept]
    base = draft.journey.fork()
    went = _drop(draft, base, [one for one in gone if one[1].kind not in ("step", "stage")])
    Columns(work).line_up()
    Cells(work).fill()
    Curve(work).draw()
    went += _drop(draft, base, [one for one in gone if one[1].kind == "step"])
    went += _drop(draft, base, [one for one in gone if one[1].kind == "stage"])
    revive.revive(work, claimed)
    items = (item._replace(record_id=one) for item, one in zip(outline.items, ids, strict=True))
    back = {id(one) for one in claimed.values()}
    left = [one for one in (*before.gone, *went) if id(one) not in back][-revive.MOST :]
    dropped = tuple(one for one, _ in gone)
    along = {record.id for one in went for record in one.records if record.id not in draft.journey}
    return Applied(
        outline._replace(items=tuple(items), persona_id=content.persona_id, gone=tuple(left)),
        added=tuple(work.added),
        changed=tuple(work.changed),
        moved=tuple(one for one in work.moved if one not in work.added),
        dropped=dropped,
        besides=len(along.difference(dropped)),
    )


def _paired(
    content: Content, before: Sequence[Item], items: Sequence[Item]
) -> tuple[list[str | None], dict[str, Item]]:
    """Which record each line stands for, if any yet; and what stood for each record before."""
    there = {one.record.id: one.kind for one in content.entries()}
    old = [one for one in before if there.get(one.record_id or "") == one.kind]
    pairs = match.pairs(old, items)
    ids = [old[pairs[n]].record_id if n in pairs else None for n in range(len(items))]
    return ids, {one.record_id: one for one in old if one.record_id is not None}


def _drop(draft: Draft, base: Journey, gone: Sequence[tuple[str, Item]]) -> list[Gone]:
    """Drop records with what belongs to them; return all of it."""
    went = []
    for one, item in gone:
        if one in draft.journey:
            went.append(revive.going(draft.journey, base, item, one))
            moves.drop(draft, one)
    return went
