"""Looking at a part of a map only: which cards and curve points are in front, dimmed or left out.

What is looked for in several ways at once must be found in each of them. Nothing is changed by
looking, and what is dimmed keeps its place; only a path leaves out what does not lie on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from cjm_desktop.journey import basis, plans
from cjm_desktop.journey.folding import fold_only
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Channel,
    Feeling,
    Lane,
    Opportunity,
    Path,
    Source,
    Touchpoint,
)

Rests = Literal["", "confirmed", "assumed"]
STATUSES = ("open", "in_work", "solved", "idea", "running", "confirmed", "rejected")
"""Of a barrier, then of the hypotheses about a barrier or an opportunity."""


@dataclass(frozen=True, slots=True)
class Only:
    """What is looked for by what things are; what is left empty lets everything through.

    Of several values of one kind any will do; of several kinds each must be found. What is pinned
    to a touchpoint is of its channel, and of its department where it names none of its own.
    """

    holds: tuple[str, ...] = ()
    """The kinds of lanes it lies in."""
    department_ids: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    statuses: tuple[str, ...] = ()
    severities: tuple[int, ...] = ()
    text: str = ""
    """Words it says; see `folding` for what is not told apart."""

    def __bool__(self) -> bool:
        return self != ANYTHING


ANYTHING: Final = Only()
"""Nothing of the kind is looked for."""


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
    only: Only = ANYTHING

    @property
    def open(self) -> bool:
        """Whether everything goes through."""
        asked = self.persona_ids or self.rests or self.sources or self.only
        return not asked and self.path == "both"


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
        elif _in_front(journey, record, sieve, asked):
            front.add(record.id)
        else:
            dimmed.add(record.id)
    return Sifted(frozenset(front), frozenset(dimmed), frozenset(out))


def any_passes(journey: Journey, map_id: str, sieve: Sieve) -> bool:
    """Whether anything of a map is in front."""
    hidden = plans.hidden(journey, map_id, sieve.path)
    found = (one for one in _records(journey, map_id) if one.id not in hidden)
    return any(passes(journey, sieve, one) for one in found)


def passes(journey: Journey, sieve: Sieve, record: Card | Feeling) -> bool:
    """Whether one card or curve point is in front, if the path that is looked at shows it."""
    asked: frozenset[str] = frozenset()
    if sieve.rests == "assumed" and basis.is_asked(journey, record):
        asked = frozenset((record.id,))
    return _in_front(journey, record, sieve, asked)


def _in_front(
    journey: Journey, record: Card | Feeling, sieve: Sieve, asked: frozenset[str]
) -> bool:
    return (
        _concerns(record, sieve)
        and _is(journey, record, sieve.only)
        and _rests(journey, record, sieve, asked)
    )


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


def _is(journey: Journey, record: Card | Feeling, only: Only) -> bool:
    """Whether something is what is looked for, by what it is itself and what it stands on."""
    if not only:
        return True
    card = record if isinstance(record, Card) else None
    lane = journey.get(Lane, record.lane_id)
    return (
        (not only.holds or lane.holds in only.holds)
        and (not only.severities or getattr(record, "severity", None) in only.severities)
        and (not only.channels or not _channels(journey, card).isdisjoint(only.channels))
        and (not only.department_ids or _department(journey, card) in only.department_ids)
        and (not only.statuses or not _statuses(journey, record).isdisjoint(only.statuses))
        and (not only.text.strip() or _says(record, only.text))
    )


def _says(record: Card | Feeling, text: str) -> bool:
    said = (record.text, record.detail) if isinstance(record, Card) else (record.word, record.note)
    wanted = fold_only(text).strip()
    return any(wanted in fold_only(one) for one in said)


def _statuses(journey: Journey, record: Card | Feeling) -> set[str]:
    """Its own status, and those of the hypotheses about it."""
    found = set[str]()
    if isinstance(record, Barrier):
        found.add(record.status)
    if isinstance(record, (Barrier, Opportunity)):
        about = journey.hypotheses(journey.map_of(record) or "")
        found.update(one.status for one in about if one.about_id == record.id)
    return found


def _stands_on(journey: Journey, card: Card | None) -> Touchpoint | None:
    """The touchpoint a card is, or is pinned to."""
    on = journey.find(card.on_id) if isinstance(card, Barrier) else card
    return on if isinstance(on, Touchpoint) else None


def _department(journey: Journey, card: Card | None) -> str | None:
    on = _stands_on(journey, card)
    own = card.department_id if card is not None else None
    return own or (on.department_id if on is not None else None)


def _channels(journey: Journey, card: Card | None) -> set[str]:
    on = _stands_on(journey, card)
    found: tuple[str, ...] = (on.channel, on.planned_channel) if on is not None else ()
    return {one for one in found if one}
