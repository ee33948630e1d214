"""What was put refers again to each other, and to what is still where it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cjm_desktop.journey.clipping.clip import Clip, Outside
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.copies import copy_of
from cjm_desktop.journey.records import Hypothesis, Record, new_id
from cjm_desktop.journey.references import REFERENCES, Reference

_GRID = frozenset(("lane_id", "stage_id", "step_id"))


def restore(draft: Draft, clip: Clip, new: Mapping[str, str], map_id: str) -> dict[str, str]:
    """Let what was put refer to each other again.

    Args:
        new: the id of all that was put, by that in the clip.
        map_id: the map it was put on.

    Returns:
        The ids of what is put only now, by those in the clip.
    """
    known = {clip.map_id: map_id, **new}
    added: dict[str, str] = {}
    for old, record in clip.held().items():
        made = draft.journey.find(known.get(old))
        if made is None:  # a passage between two stages that came one after the other
            added[old] = known[old] = new_id()
            draft.put(copy_of(record, known))
            continue
        changed = _referring(draft, record, made, known)
        if clip.cut and isinstance(record, Hypothesis) and isinstance(changed, Hypothesis):
            changed = replace(
                changed,
                status=record.status,
                started=record.started,
                ended=record.ended,
                outcome=record.outcome,
            )
        if changed != made:
            draft.put(changed)
    for one in clip.outside:
        _again(draft, one, known)
    return added


def _referring(draft: Draft, record: Record, made: Record, new: Mapping[str, str]) -> Record:
    """What was put, with all that the original refers to among what was put."""
    changes: dict[str, Any] = {}
    for one in REFERENCES[type(record)]:
        value = getattr(record, one.name)
        if one.needed or not value or one.name in _GRID:
            continue
        if one.many:
            changes[one.name] = tuple(new[target] for target in value if target in new)
        elif value in new and getattr(made, one.name) is None:
            if one.name == "moved_from" and not _stands_for(draft, made, new[value]):
                continue
            changes[one.name] = new[value]
            if one.name == "on_id":
                changes |= {name: getattr(record, name) for name in ("dx", "dy")}
    return replace(made, **changes) if changes else made


def _stands_for(draft: Draft, card: Record, origin_id: str) -> bool:
    """Whether a card can stand for another one in the plan: that is only as it is."""
    origin = draft.journey.find(origin_id)
    return (getattr(card, "path", ""), getattr(origin, "path", "")) == ("to_be", "as_is")


def _again(draft: Draft, outside: Outside, new: Mapping[str, str]) -> None:
    """Let a thing refer to another one that was not taken with it, if they still can."""
    journey = draft.journey
    record = journey.find(new.get(outside.record_id, outside.record_id))
    target = journey.find(new.get(outside.target_id, outside.target_id))
    if record is None or target is None:
        return
    one = next((one for one in REFERENCES[type(record)] if one.name == outside.field), None)
    if one is None or one.needed or one.name in _GRID or not _may(draft, one, record, target):
        return
    value = getattr(record, one.name)
    changes: dict[str, Any] = {}
    if one.many and target.id not in value:
        changes[one.name] = (*value, target.id)
    elif not one.many and value is None:
        changes[one.name] = target.id
    if changes:
        draft.put(replace(record, **changes))


def _may(draft: Draft, one: Reference, record: Record, target: Record) -> bool:
    if one.kinds and target.kind not in one.kinds:
        return False
    if one.name == "moved_from":
        return type(record) is type(target) and _stands_for(draft, record, target.id)
    of_map = draft.journey.map_of
    return of_map(target) in (None, of_map(record))
