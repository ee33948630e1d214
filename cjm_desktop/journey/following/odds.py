"""What cannot be together on one map: by the rules, or because nobody could make sense of it."""

from __future__ import annotations

from collections.abc import Collection

from cjm_desktop.journey import plans, rules
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Record, Step

Changes = list[tuple[Record | None, Record]]
"""Records as they were, None where they are new, and as they are."""


def concerned(journey: Journey, changes: Changes) -> list[str]:
    """The ids of what changes may have set at odds: what has changed first, then who reads it."""
    found = dict.fromkeys(rules.bound_by(journey, changes))
    for before, now in changes:
        if before is not None and _path(before) != _path(now):
            found |= dict.fromkeys(one.id for one in journey.referrers(now.id))
    return list(found)


def against_rules(journey: Journey, record: Record) -> bool:
    """Whether a record breaks a rule."""
    return any(True for _ in rules.of_relations(journey, record))


def against_sense(journey: Journey, record: Record, own: Collection[str] = ()) -> bool:
    """Whether a record would be seen in no view, or a card would have two that stand for it.

    No rule forbids it, for two copies of a file may be merged.

    Args:
        own: ids of cards besides which no other may stand for the same one.
    """
    path = _path(record)
    if isinstance(record, (Card, Step)) and path != "both":
        outer = journey.find(record.stage_id), journey.find(getattr(record, "step_id", None))
        if any(one is not None and _path(one) not in ("both", path) for one in outer):
            return True
    origin = journey.find(getattr(record, "moved_from", None))
    if origin is None:
        return False
    others = {one.id for one in plans.twins(journey, origin.id)} - {record.id}
    return bool(others & set(own)) or (path, _path(origin)) != ("to_be", "as_is")


def _path(record: Record) -> str:
    return str(getattr(record, "path", "both"))
