"""What each department has to do about the barriers of a map, the weakest places first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm_desktop.journey import grid, weakness
from cjm_desktop.journey.grid import Grid
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Department, Hypothesis, Opportunity

_UNKNOWN = 2
"""The frequency that counts where nobody has said one, as in `weakness`."""


class Duty(NamedTuple):
    """A barrier with what is to be done about it, or an idea that answers no barrier."""

    barrier: Barrier | None
    opportunities: tuple[Opportunity, ...]
    hypotheses: tuple[Hypothesis, ...]
    """What is or will be tried, of the barrier itself first."""
    score: float
    """How weak the journey is where it lies, 0 to 1; see `weakness`."""

    @property
    def percent(self) -> int:
        """The score as people are told it."""
        return weakness.percent(self.score)

    @property
    def decided(self) -> bool:
        """Whether all that was tried has been found right or wrong, and nothing is tried now."""
        return bool(self.hypotheses) and all(
            one.status in ("confirmed", "rejected") for one in self.hypotheses
        )

    @property
    def card(self) -> Card:
        """What it is about."""
        return self.barrier or self.opportunities[0]


class Duties(NamedTuple):
    """Everything one department has to do; of nobody where none was named."""

    department: Department | None
    duties: tuple[Duty, ...]


def of_map(journey: Journey, map_id: str) -> tuple[Duties, ...]:
    """The duties of each department that has any, and at the end those of nobody.

    Whoever is named on a barrier is responsible for it, else those whose opportunities answer it,
    else whoever owns its column in a lane of owners. What is solved is left out.
    """
    found: dict[str | None, list[Duty]] = {}
    for owner, duty in _all(journey, map_id):
        found.setdefault(owner, []).append(duty)
    departments: list[Department | None] = [*journey.all(Department), None]
    return tuple(
        Duties(one, tuple(found[one.id if one else None]))
        for one in departments
        if (one.id if one else None) in found
    )


def _all(journey: Journey, map_id: str) -> Iterator[tuple[str | None, Duty]]:
    """Each duty with who has it, the weakest first."""
    places = grid.of_map(journey, map_id)
    owned = _owned(journey, map_id, places)
    weak = _weak(journey, map_id)
    cards = [
        card
        for lane in journey.lanes(map_id)
        for card in journey.cards_of_lane(lane.id)
        if isinstance(card, Barrier | Opportunity)
    ]
    open_ids = {one.id for one in cards if isinstance(one, Barrier) and one.status != "solved"}
    found: list[tuple[Card, Duty]] = []
    for card in cards:
        if isinstance(card, Barrier) and card.id in open_ids:
            answers = _answers(cards, card.id)
            found.append((card, _duty(journey, map_id, card, answers, weak)))
        elif isinstance(card, Opportunity) and not card.answers:
            found.append((card, _duty(journey, map_id, None, (card,), weak)))
    found.sort(key=lambda one: _order(places, *one))
    for about, duty in found:
        for owner in _owners(about, duty, owned, places):
            yield owner, duty


def _answers(cards: Iterable[Card], barrier_id: str) -> tuple[Opportunity, ...]:
    return tuple(one for one in cards if isinstance(one, Opportunity) and barrier_id in one.answers)


def _duty(
    journey: Journey,
    map_id: str,
    barrier: Barrier | None,
    opportunities: tuple[Opportunity, ...],
    weak: dict[tuple[str, str | None], float],
) -> Duty:
    about = ([barrier.id] if barrier else []) + [one.id for one in opportunities]
    tried = [one for one in journey.hypotheses(map_id) if one.about_id in about]
    tried.sort(key=lambda one: about.index(one.about_id))
    card = barrier or opportunities[0]
    return Duty(barrier, opportunities, tuple(tried), weak.get((card.stage_id, card.step_id), 0.0))


def _weak(journey: Journey, map_id: str) -> dict[tuple[str, str | None], float]:
    """The score of the weakest point of each column."""
    found: dict[tuple[str, str | None], float] = {}
    for one in weakness.of_map(journey, map_id):
        found[one.column] = max(found.get(one.column, 0.0), one.score)
    return found


def _order(places: Grid, card: Card, duty: Duty) -> tuple[float, ...]:
    barrier = duty.barrier
    loss = barrier.severity * (barrier.frequency or _UNKNOWN) if barrier else 0
    effect = max((one.effect for one in duty.opportunities), default=0)
    here = places.covered(card)
    return -duty.percent, -loss, -card.votes, -effect, here.start if here else len(places.columns)


def _owned(journey: Journey, map_id: str, places: Grid) -> list[tuple[range, str]]:
    """Which columns belong to whom by the lanes of owners."""
    return [
        (places.covered(card), card.department_id)
        for lane in journey.lanes(map_id)
        if lane.holds == "owners"
        for card in journey.cards_of_lane(lane.id)
        if card.department_id is not None
    ]


def _owners(
    card: Card, duty: Duty, owned: list[tuple[range, str]], places: Grid
) -> tuple[str | None, ...]:
    if card.department_id is not None:
        return (card.department_id,)
    named = [one.department_id for one in duty.opportunities if one.department_id is not None]
    here = places.covered(card)
    named = named or [who for columns, who in owned if grid.meet(columns, here)][:1]
    return tuple(dict.fromkeys(named)) or (None,)
