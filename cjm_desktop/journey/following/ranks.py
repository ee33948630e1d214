"""The order of a list in a role map, where some things follow the general map and others do not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cjm_desktop.journey import order
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import AnyCard, Card, Lane, Metric, Record, Stage, Step

Ranked = Stage | Step | Lane | AnyCard | Metric
"""What stands in an order."""
ListKey = tuple[str | None, ...]


def list_of(record: Record) -> ListKey | None:
    """Which list a record stands in; None where it has no order."""
    if isinstance(record, Card):
        return Card.kind, record.lane_id, record.stage_id, record.step_id
    if isinstance(record, Step):
        return Step.kind, record.stage_id
    if isinstance(record, (Stage, Lane, Metric)):
        return record.kind, record.map_id
    return None


def members(journey: Journey, record: Ranked) -> tuple[Ranked, ...]:
    """The list a record stands in, in order."""
    if isinstance(record, Stage):
        return journey.stages(record.map_id)
    if isinstance(record, Lane):
        return journey.lanes(record.map_id)
    if isinstance(record, Metric):
        return journey.metrics(record.map_id)
    if isinstance(record, Step):
        return journey.steps(record.stage_id)
    return journey.cards(record.lane_id, record.stage_id, record.step_id)


class _Member(NamedTuple):
    """One of a list: its place, and the place it had before, None where it was not there."""

    id: str
    now: str
    before: str | None


def keep_between(
    draft: Draft,
    listed: Sequence[Ranked],
    before: Mapping[str, str | None],
    loose: Collection[str],
) -> None:
    """Let what does not follow stand where it stood among what does.

    The general map gives its own things new places without knowing of them: at the very place of
    one of them, or to all of a list at once when there is no room between two.

    Args:
        listed: a list as it is now.
        before: the places that they had, by id; None: it was not there.
        loose: ids of what does not follow.
    """
    fixed = [_Member(one.id, one.place, before[one.id]) for one in listed if one.id not in loose]
    taken = {one.place for one in listed}
    for one in listed:
        if one.id in loose:
            place = _place(one, fixed, taken)
            if place != one.place:
                taken.add(place)
                draft.put(replace(one, place=place))
            fixed.append(_Member(one.id, place, one.place))


def _place(one: Ranked, fixed: Sequence[_Member], taken: Collection[str]) -> str:
    """The place of a loose thing: as it is, unless that is taken or not where it was."""
    here = one.place, one.id
    earlier = [m.now for m in fixed if m.before is not None and (m.before, m.id) < here]
    later = [m.now for m in fixed if m.before is not None and (m.before, m.id) > here]
    low, high = max(earlier, default=None), min(later, default=None)
    tied = any(m.now == one.place for m in fixed)
    apart = low is not None and high is not None and low >= high
    if apart or ((low is None or low < one.place) and (high is None or one.place < high)):
        # Still where it was; or its neighbours have changed sides, and it stays.
        if not tied:
            return one.place
        low = one.place
    above = min((key for key in taken if low is None or key > low), default=None)
    return order.between(low, above)
