"""Looking at a part of a map only: which cards and curve points are in front, dimmed or left out.

What is looked for in several ways at once must be found in each of them. Nothing is changed by
looking, and what is dimmed keeps its place; only a path leaves out what does not lie on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cjm_desktop.journey import basis, plans
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Card, Feeling, Path, Source

Rests = Literal["", "confirmed", "assumed"]


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is looked for; what is left empty lets everything through."""

    persona_ids: frozenset[str] = frozenset()
    """Whose cards and curves; what belongs to nobody is everybody's and goes through."""
    rests: Rests = ""
    """What rests on evidence, or what should and does not (see `basis.asked`)."""
    sources: frozenset[Source] = field(default_factory=frozenset)
    """What rests on evidence of one of these sources."""
    path: Path = "both"

    @property
    def open(self) -> bool:
        """Whether everything goes through."""
        return not (self.persona_ids or self.rests or self.sources) and self.path == "both"


class Sifted(NamedTuple):
    """The ids of a map's cards and curve points: each is in exactly one of the three."""

    front: frozenset[str]
    dimmed: frozenset[str]
    hidden: frozenset[str]
    """Not on the path that is looked at."""


def sift(journey: Journey, map_id: str, sieve: Sieve) -> Sifted:
    """Sort the cards and curve points of a map by what is looked for."""
    hidden = plans.hidden(journey, map_id, sieve.path)
    asked: frozenset[str] = frozenset()
    if sieve.rests == "assumed":
        asked = frozenset(one.id for one in basis.asked(journey, map_id))
    front, dimmed, out = set(), set(), set()
    for record in _records(journey, map_id):
        if record.id in hidden:
            out.add(record.id)
        elif _concerns(record, sieve) and _rests(journey, record, sieve, asked):
            front.add(record.id)
        else:
            dimmed.add(record.id)
    return Sifted(frozenset(front), frozenset(dimmed), frozenset(out))


def passes(journey: Journey, sieve: Sieve, record: Card | Feeling) -> bool:
    """Whether one card or curve point is in front, if the path that is looked at shows it."""
    asked: frozenset[str] = frozenset()
    if sieve.rests == "assumed" and basis.is_asked(journey, record):
        asked = frozenset((record.id,))
    return _concerns(record, sieve) and _rests(journey, record, sieve, asked)


def _records(journey: Journey, map_id: str) -> Iterator[Card | Feeling]:
    for lane in journey.lanes(map_id):
        yield from journey.cards_of_lane(lane.id)
        yield from journey.feelings(lane.id)


def _concerns(record: Card | Feeling, sieve: Sieve) -> bool:
    """Whether something belongs to one of the personas looked for, or to everybody."""
    if isinstance(record, Feeling):
        whose = frozenset() if record.persona_id is None else frozenset((record.persona_id,))
    else:
        whose = frozenset(record.persona_ids)
    return not sieve.persona_ids or not whose or not whose.isdisjoint(sieve.persona_ids)


def _rests(journey: Journey, record: Card | Feeling, sieve: Sieve, asked: frozenset[str]) -> bool:
    """Whether something rests on what is looked for."""
    if not sieve.rests and not sieve.sources:
        return True
    evidence = journey.evidence(record.id)
    if sieve.rests == "assumed":
        return not evidence and record.id in asked and not sieve.sources
    return any(not sieve.sources or (one.source or "other") in sieve.sources for one in evidence)
