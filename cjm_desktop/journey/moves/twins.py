"""Cards that stand for others in the plan: making them, and making one card of both again."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from cjm_desktop.journey import plans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.cards import settle_note
from cjm_desktop.journey.moves.drop import drop
from cjm_desktop.journey.moves.places import place_for
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Card,
    Difference,
    Link,
    Record,
    State,
    Touchpoint,
    new_id,
)
from cjm_desktop.journey.references import references

_OWN = {"id", "path", "moved_from", "place"}
"""What a twin never shares with the card it stands for."""


def make_twin(draft: Draft, card_id: str) -> str:
    """Put a card that stands for another one in the plan right behind it; return its id."""
    there = draft.journey.cards(*plans.cell_of(draft.journey.get(Card, card_id)))
    place = [one.id for one in there].index(card_id) + 1
    key = place_for(draft, there, place)
    card = draft.journey.get(Card, card_id)
    twin = replace(card, id=new_id(), path="to_be", moved_from=card_id, place=key)
    origin = replace(card, path="as_is")
    if isinstance(twin, Touchpoint) and isinstance(origin, Touchpoint):
        twin = replace(twin, channel=plans.channel_in(twin, "to_be"), planned_channel="")
        origin = replace(origin, planned_channel="")
    draft.put(origin)
    draft.put(twin)
    return twin.id


def rejoined(draft: Draft, card_id: str) -> str:
    """Make one card again of a twin that is back and says the same; return the id of what stays."""
    card = draft.journey.get(Card, card_id)
    origin = draft.journey.find(card.moved_from)
    if not isinstance(origin, AnyCard) or not _same(card, origin):
        return card_id
    merge(draft, origin.id, "as_is")
    if isinstance(card, Touchpoint) and isinstance(origin, Touchpoint):
        planned = card.channel if card.channel != origin.channel else ""
        draft.put(replace(draft.journey.get(Touchpoint, origin.id), planned_channel=planned))
    if isinstance(card, Barrier):
        draft.put(replace(draft.journey.get(Barrier, origin.id), dx=card.dx, dy=card.dy))
    return origin.id


def _same(card: Card, origin: Card) -> bool:
    left_out = _OWN | {"channel", "planned_channel", "dx", "dy"}
    names = [one.name for one in fields(card) if one.name not in left_out]
    return all(getattr(card, name) == getattr(origin, name) for name in names)


def merge(draft: Draft, origin_id: str, keep: State) -> None:
    """Make one card of both paths of a card and its twin.

    Args:
        keep: whose words and place it has from now on.
    """
    first, *others = plans.twins(draft.journey, origin_id)
    for one in others:
        draft.put(replace(one, moved_from=None))
    _repoint(draft, first.id, origin_id)
    drop(draft, first.id)
    origin = draft.journey.get(Card, origin_id)
    if keep == "as_is":
        draft.put(replace(origin, path="both"))
        return
    votes = max(first.votes, origin.votes)
    draft.put(replace(first, id=origin_id, path="both", moved_from=None, votes=votes))
    _bring_notes(draft, origin_id)


def _bring_notes(draft: Draft, contact_id: str) -> None:
    """Let the notes pinned to a touchpoint belong to the step it stands in now."""
    contact = draft.journey.get(Card, contact_id)
    for note in draft.journey.referrers(contact_id):
        if isinstance(note, Barrier) and note.on_id == contact_id:
            settle_note(draft, note, contact.stage_id, contact.step_id)


def _repoint(draft: Draft, old_id: str, into_id: str) -> None:
    """Let everything that points to a twin point to the card it stood for.

    What role maps differ in from the twin is no word about that card, and goes.
    """
    for record in draft.journey.referrers(old_id):
        changed = _pointing(record, old_id, into_id)
        if isinstance(record, Link) and {record.from_id, record.to_id} == {old_id, into_id}:
            drop(draft, record.id)  # a passage between the two leads nowhere now
        elif not isinstance(record, Difference):
            draft.put(changed)
    _bring_notes(draft, into_id)


def _pointing(record: Record, old_id: str, into_id: str) -> Record:
    changes: dict[str, Any] = {}
    for one, target in references(record):
        if target == old_id and one.many:
            listed = (into_id if each == old_id else each for each in getattr(record, one.name))
            changes[one.name] = tuple(dict.fromkeys(listed))
        elif target == old_id:
            changes[one.name] = into_id
    return replace(record, **changes)
