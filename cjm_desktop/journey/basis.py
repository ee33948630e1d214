"""What a map rests on: how much of it was found out, from where, and how much is assumed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Feeling, Lane

NOT_ASKED = frozenset({"owners"})
"""Lanes whose cards the company settles by itself: there is nothing to find out."""


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
        if self.confirmed in (0, self.asked):
            return 100 if self.confirmed else 0
        return min(99, max(1, round(100 * self.confirmed / self.asked)))


def of_lane(journey: Journey, lane: Lane) -> Basis:
    """What the cards and the curves of a lane rest on."""
    found = [journey.evidence(one.id) for one in _asked(journey, lane)]
    sources = Counter(one.source or "other" for listed in found for one in listed)
    return Basis(len(found), sum(map(bool, found)), tuple(sorted(sources.items())))


def _asked(journey: Journey, lane: Lane) -> Iterator[Card | Feeling]:
    """What a lane says of how it is; of what is only planned nobody can have evidence."""
    if lane.holds in NOT_ASKED:
        return
    yield from (card for card in journey.cards_of_lane(lane.id) if card.path != "to_be")
    yield from (point for point in journey.feelings(lane.id) if point.path == "as_is")


def together(parts: Iterable[Basis]) -> Basis:
    """What several things rest on together."""
    asked = confirmed = 0
    sources: Counter[str] = Counter()
    for one in parts:
        asked, confirmed = asked + one.asked, confirmed + one.confirmed
        sources.update(dict(one.sources))
    return Basis(asked, confirmed, tuple(sorted(sources.items())))


def of_map(journey: Journey, map_id: str) -> Basis:
    """What a whole map rests on."""
    return together(of_lane(journey, lane) for lane in journey.lanes(map_id))
