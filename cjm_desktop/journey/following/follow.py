"""After an edit: role maps take over what it did to their general map, and note where they differ.

What a role map has not changed is as in the general map; what it has changed never changes by
itself. In between, in this order:

- A thing the general map drops goes from the role map too, unless the role map has changed it or
  holds something of its own in it, be it evidence or a card in a stage: then it stays, as the role
  map's own. What of it was not changed goes all the same.
- A thing that goes where the role map shows nothing (into a hidden stage) is not shown any more,
  with the same exception; then it stays where it was and differs in its place.
- Hiding a thing hides all that belongs to it; what of that comes to stand elsewhere is shown there.
- Where both cannot be (two points of one curve at a place, a card of another path than its stage)
  the role map's own stays: what comes is hidden, what was there stays as it was and differs.
- What the role map has of its own goes along where it must: with the step it lies in to another
  stage, and it forgets what it referred to when that goes. Bars cover what they covered, and
  things keep their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cjm_desktop.journey.belonging import dependents
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.following import pairs
from cjm_desktop.journey.following.noting import Notes
from cjm_desktop.journey.following.pairs import FOLLOWED
from cjm_desktop.journey.following.role import RoleMap, belonging
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Difference, JourneyMap, Lane, Record


@dataclass
class _OfMap:
    """What an edit did to one map."""

    changed: list[Record] = field(default_factory=list)
    dropped: list[Record] = field(default_factory=list)
    given_back: list[str] = field(default_factory=list)
    """Ids of the general records whose differences were dropped."""


def follow(draft: Draft) -> bool:
    """Let role maps follow what a draft did, and note what it made them differ in.

    Args:
        draft: keeps all rules.

    Returns:
        Whether there was anything to do; then the draft is to be checked again.
    """
    before = {one.id: one.general_id for one in draft.base.maps() if one.general_id}
    now = [one for one in draft.journey.maps() if one.general_id]
    if not before and not now:
        return False
    maps = _by_map(draft)
    _let_go(draft, before)
    busy = False
    for role in now:
        own = maps.get(role.id, _OfMap())
        general = maps.get(role.general_id or "", _OfMap())
        afresh = before.get(role.id) != role.general_id
        if own.changed or own.dropped or own.given_back or general.changed or general.dropped:
            _follow(draft, role, own, general, afresh=afresh)
            busy = True
    return busy


def _follow(draft: Draft, role: JourneyMap, own: _OfMap, general: _OfMap, *, afresh: bool) -> None:
    Notes(draft, role, [*own.changed, *_met(draft, role, own, general)], afresh=afresh).take(
        own.dropped
    )
    if afresh:
        follow_all(draft, role)
        return
    found = list(general.changed)
    for one in own.changed:
        found += _read_by(draft, role, one)
    RoleMap(draft, role).follow(found, general.dropped)


def _met(draft: Draft, role: JourneyMap, own: _OfMap, general: _OfMap) -> Iterable[Record]:
    """What is as it was in the role map, but has something to differ from anew.

    The general map has again what the role map has kept as its own; or a difference was given back
    and the same said again.
    """
    again = [one.id for one in general.changed if one.id not in draft.base]
    for one in (*again, *own.given_back):
        is_map = one == role.general_id
        kept = draft.base.find(role.id if is_map else pairs.copy_id(role.id, one))
        if kept is not None and draft.journey.find(kept.id) == kept:
            yield kept


def follow_all(draft: Draft, role: JourneyMap) -> None:
    """Let a role map show all there is in its general map, but what it has hidden."""
    general_id = role.general_id or ""
    RoleMap(draft, role).follow(
        one
        for one in dependents(draft.journey, general_id).values()
        if draft.journey.map_of(one) == general_id
    )


def follow_again(draft: Draft, role: JourneyMap, general_ids: Iterable[str]) -> None:
    """Let the copies of these records follow them again, whose differences were dropped."""
    RoleMap(draft, role).follow(_found(draft.journey, general_ids))


def _found(journey: Journey, record_ids: Iterable[str]) -> list[Record]:
    return [one for record_id in record_ids if (one := journey.find(record_id)) is not None]


def _read_by(draft: Draft, role: JourneyMap, copy: Record) -> Iterable[Record]:
    """The general records whose place depends on what a role map changed.

    What lies in a lane whose cells have changed, and what belongs to what is shown again.
    """
    old, general = draft.base.find(copy.id), pairs.general_in(draft.journey, role, copy)
    if general is None:
        return ()
    if old is None:
        return belonging(draft.journey, general)
    if isinstance(copy, Lane) and isinstance(old, Lane) and copy.per != old.per:
        return draft.journey.cards_of_lane(general.id)
    return ()


def _by_map(draft: Draft) -> dict[str, _OfMap]:
    """What a draft did, by the map it did it to."""
    found: dict[str, _OfMap] = {}
    for record in draft.changed():
        map_id = draft.journey.map_of(record)
        if map_id is not None and type(record) in FOLLOWED:
            found.setdefault(map_id, _OfMap()).changed.append(record)
    for record in draft.dropped():
        map_id = draft.base.map_of(record)
        if map_id is not None and isinstance(record, Difference):
            found.setdefault(map_id, _OfMap()).given_back.append(record.record_id)
        elif map_id is not None and type(record) in FOLLOWED:
            found.setdefault(map_id, _OfMap()).dropped.append(record)
    return found


def _let_go(draft: Draft, before: dict[str, str]) -> None:
    """A map that follows another one now, or none, differs from what it followed in nothing."""
    for map_id, general_id in before.items():
        role = draft.journey.find(map_id)
        if not isinstance(role, JourneyMap) or role.general_id != general_id:
            for one in pairs.differences(draft.base, map_id):
                if one.id in draft.journey:
                    draft.drop(one.id)
