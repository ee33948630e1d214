"""Which lanes of a map take what comes from the lanes of another one."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.copies import put_copies
from cjm_desktop.journey.moves.places import place_for
from cjm_desktop.journey.records import Lane

NONE: Mapping[str, str] = MappingProxyType({})


def lanes_for(
    draft: Draft,
    sources: Sequence[Lane],
    map_id: str,
    used: Collection[str],
    same: Mapping[str, str] = NONE,
) -> dict[str, str]:
    """For each lane of one map the lane of another that takes its things.

    Args:
        sources: the lanes of the one map, in order.
        used: the ids of those that have things to be taken: where one is missing it is added.
        same: lanes of the other map that are the same, by the id of the one here.
    """
    targets = [one for one in draft.journey.lanes(map_id) if one.id not in same.values()]
    found = {one.id: same.get(one.id, one.id) for one in sources if _is_on(one, map_id, same)}
    for alike in (_kind_and_title, _kind):
        for lane in sources:
            fits = [one for one in targets if alike(one) == alike(lane)]
            if lane.id not in found and fits:
                targets.remove(fits[0])
                found[lane.id] = fits[0].id
    above = 0
    for lane in sources:
        there = draft.journey.lanes(map_id)
        if lane.id in used and lane.id not in found:
            added = replace(lane, place=place_for(draft, there, above))
            found |= {lane.id: put_copies(draft, [added], {lane.map_id: map_id})[lane.id]}
        known = [one.id for one in draft.journey.lanes(map_id)]
        if lane.id in found:
            above = known.index(found[lane.id]) + 1
    return found


def _is_on(lane: Lane, map_id: str, same: Mapping[str, str]) -> bool:
    return lane.map_id == map_id or lane.id in same


def _kind_and_title(lane: Lane) -> Hashable:
    return lane.holds, lane.title.strip().casefold()


def _kind(lane: Lane) -> Hashable:
    return lane.holds
