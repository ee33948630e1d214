"""What a map rests on: how much of it was found out, from where, and how much is assumed.

Asked for evidence is everything that says how customers fare today: the cards and the points of the
emotion curves that lie on the path as it is. Of what is only planned nobody can have evidence, and
what the company settles by itself (`NOT_ASKED`) needs none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm_desktop.journey import plans
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.records import Card, Evidence, Feeling, Lane, LaneKind, Source

NOT_ASKED = frozenset({"owners"})
"""Lanes whose cards the company settles by itself: there is nothing to find out."""
Asked = Card | Feeling


class Basis(NamedTuple):
    """How much of something rests on evidence."""

    asked: int
    """Cards and curve points that say how customers fare."""
    confirmed: int
    """Those of them with evidence; the others are assumptions."""
    sources: tuple[tuple[str, int], ...]
    """How often each kind of source is named, by its name."""

    @property
    def percent(self) -> int:
        """The confirmed share; 0 and 100 only where they are exactly true."""
        return _percent(self.confirmed, self.asked)


class Support(NamedTuple):
    """How much of a map one kind of source supports."""

    source: Source
    records: int
    """Cards and curve points that rest on it, whatever else they rest on."""
    named: int
    """How often it is named as evidence."""
    people: int
    """How many people said so, all evidence of this source together."""
    percent: int
    """Share of all cards and curve points that are asked."""


def of_lane(journey: Journey, lane: Lane) -> Basis:
    """What the cards and the curves of a lane rest on."""
    return of_records(journey, asked_in(journey, lane))


def asked_in(journey: Journey, lane: Lane) -> frozenset[str]:
    """The ids of what a lane says of customers as they fare today."""
    return frozenset([one.id for one in plans.seen(journey, _said(journey, lane), "as_is")])


def together(parts: Iterable[Basis]) -> Basis:
    """What several things rest on together."""
    asked = confirmed = 0
    sources: Counter[str] = Counter()
    for one in parts:
        asked, confirmed = asked + one.asked, confirmed + one.confirmed
        sources.update(dict(one.sources))
    return Basis(asked, confirmed, tuple(sorted(sources.items())))


def of_map(journey: Journey, map_id: str, memo: Memo | None = None) -> Basis:
    """What a whole map rests on.

    Args:
        memo: keeps what each lane rests on until something in it has changed.
    """
    memo = memo or Memo()
    stages = journey.stages(map_id)
    made_from = (stages, [journey.steps(one.id) for one in stages])
    paths = memo.once(("paths of columns", map_id), made_from, _paths, journey, map_id)
    found = []
    for lane in journey.lanes(map_id):
        said = (lane.holds, journey.cards_of_lane(lane.id), journey.feelings(lane.id), paths)
        asked = memo.once(("asked", lane.id), said, asked_in, journey, lane)
        rests = (asked, journey.all(Evidence))
        found.append(memo.once(("basis", lane.id), rests, of_records, journey, asked))
    return together(found)


def _paths(journey: Journey, map_id: str) -> list[object]:
    """The paths of all columns, by which what lies in them is seen or not."""
    return [
        (stage.id, stage.path, step and (step.id, step.path))
        for stage, step in journey.columns(map_id)
    ]


def by_kind(journey: Journey, map_id: str) -> dict[LaneKind, Basis]:
    """What each kind of thing rests on, by what its lane holds: `actions`, `feelings` and so on.

    In the order of the lanes; kinds of which nothing is asked are left out.
    """
    kinds: dict[LaneKind, list[Basis]] = {}
    for lane in journey.lanes(map_id):
        kinds.setdefault(lane.holds, []).append(of_lane(journey, lane))
    found = {holds: together(parts) for holds, parts in kinds.items()}
    return {holds: one for holds, one in found.items() if one.asked}


def by_stage(journey: Journey, map_id: str) -> dict[str, Basis]:
    """What each stage of a map rests on, by its id, from the first to the last."""
    inside: dict[str, list[Asked]] = {one.id: [] for one in journey.stages(map_id)}
    for record in asked(journey, map_id):
        inside[record.stage_id].append(record)
    return {
        stage_id: of_records(journey, [one.id for one in records])
        for stage_id, records in inside.items()
    }


def by_source(journey: Journey, map_id: str) -> tuple[Support, ...]:
    """How much of a map each kind of source supports, the one that supports most first."""
    records: Counter[Source] = Counter()
    named: Counter[Source] = Counter()
    people: Counter[Source] = Counter()
    every = tuple(asked(journey, map_id))
    for record in every:
        evidence = journey.evidence(record.id)
        records.update({one.source or "other" for one in evidence})
        for one in evidence:
            named[one.source or "other"] += 1
            people[one.source or "other"] += one.people or 0
    return tuple(
        Support(source, count, named[source], people[source], _percent(count, len(every)))
        for source, count in sorted(records.items(), key=lambda one: (-one[1], one[0]))
    )


def asked(journey: Journey, map_id: str) -> Iterator[Asked]:
    """Everything of a map that is a finding or an assumption."""
    hidden = plans.hidden(journey, map_id, "as_is")
    for lane in journey.lanes(map_id):
        yield from (one for one in _said(journey, lane) if one.id not in hidden)


def is_asked(journey: Journey, record: Asked) -> bool:
    """Whether a card or curve point is a finding or an assumption."""
    lane = journey.get(Lane, record.lane_id)
    return lane.holds not in NOT_ASKED and plans.shown(journey, record, "as_is")


def _said(journey: Journey, lane: Lane) -> tuple[Asked, ...]:
    """What a lane says of customers, on whichever path."""
    if lane.holds in NOT_ASKED:
        return ()
    return (*journey.cards_of_lane(lane.id), *journey.feelings(lane.id))


def of_records(journey: Journey, asked_ids: Iterable[str]) -> Basis:
    """What cards and curve points rest on, by their ids."""
    if not journey.all(Evidence):
        return Basis(len(tuple(asked_ids)), 0, ())
    found = [journey.evidence(one) for one in asked_ids]
    sources = Counter(one.source or "other" for listed in found for one in listed)
    return Basis(len(found), sum(map(bool, found)), tuple(sorted(sources.items())))


def _percent(part: int, whole: int) -> int:
    """A share in whole percent; 0 and 100 only where they are exactly true."""
    if part in (0, whole):
        return 100 if part else 0
    return min(99, max(1, round(100 * part / whole)))
