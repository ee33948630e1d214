"""What the board, the matrix and the panels say of hypotheses, opportunities and metrics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from cjm_desktop.journey import chain, grid, verdicts
from cjm_desktop.journey.hypotheses import LEVELS, matrix
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Hypothesis, Metric, Opportunity
from cjm_desktop.journey.verdicts import Figures, Verdict, figures

C = TypeVar("C", bound=Barrier | Opportunity)
Direction = Literal["left", "right", "up", "down"]
_STEPS: dict[Direction, tuple[int, int]] = {
    "left": (0, -1), "right": (0, 1), "up": (1, 0), "down": (-1, 0),
}  # fmt: skip
"""What a step changes: effect, effort."""
_MIDDLE = 2


@dataclass(frozen=True, slots=True)
class Told:
    """All that a card of the board says."""

    if_text: str
    then_text: str
    because: str
    about: str
    """What it answers."""
    answers_barrier: bool
    """It is about a barrier itself, not about an opportunity."""
    metric: str
    """Name of the metric; empty: none is watched."""
    figures: Figures | None
    expected: str
    days: int | None
    """For how long it has been running; None where it does not run."""
    outcome: str
    verdict: Verdict
    sentences: tuple[str, ...]
    """What the numbers say, the most important first."""


def told(journey: Journey, hypothesis: Hypothesis, language: str, today: str) -> Told:
    """All that a card of the board says of a hypothesis.

    Args:
        today: ISO date.
    """
    about = journey.get(Card, hypothesis.about_id)
    metric = journey.find(hypothesis.metric_id)
    found = verdicts.verdict(journey, hypothesis.id)
    days = None
    if hypothesis.status == "running" and hypothesis.started:
        days = (date.fromisoformat(today) - date.fromisoformat(hypothesis.started)).days
    return Told(
        hypothesis.if_text,
        hypothesis.then_text,
        hypothesis.because,
        about.text,
        isinstance(about, Barrier),
        metric.title if isinstance(metric, Metric) else "",
        figures(journey, metric.id, hypothesis, language) if isinstance(metric, Metric) else None,
        hypothesis.expected,
        days if days is not None and days >= 0 else None,
        hypothesis.outcome,
        found,
        verdicts.verdict_words(journey, found, language),
    )


def unanswered(journey: Journey, map_id: str) -> tuple[Card, ...]:
    """The opportunities nobody has made a hypothesis of, then the barriers nothing answers."""
    every = (card for lane in journey.lanes(map_id) for card in journey.cards_of_lane(lane.id))
    asked = (one for one in every if isinstance(one, Opportunity | Barrier))
    cards = _as_they_stand(journey, map_id, asked)
    found: list[Card] = [
        one for one in cards
        if isinstance(one, Opportunity) and chain.of(journey, one.id).missing == "hypothesis"
    ]  # fmt: skip
    found += [
        one for one in cards
        if isinstance(one, Barrier) and chain.of(journey, one.id).missing == "opportunity"
    ]  # fmt: skip
    return tuple(found)


def opportunities(journey: Journey, map_id: str) -> list[Opportunity]:
    """All opportunities of a map: those with most votes first, else as they stand on it."""
    found = [one for cell in matrix(journey, map_id).values() for one in cell]
    return sorted(_as_they_stand(journey, map_id, found), key=lambda one: -one.votes)


def _as_they_stand(journey: Journey, map_id: str, cards: Iterable[C]) -> list[C]:
    """Cards from left to right of their map."""
    columns = grid.of_map(journey, map_id)
    return sorted(cards, key=lambda one: (columns.covered(one).start, one.place, one.id))


def stepped(effect: int, effort: int, way: Direction) -> tuple[int, int]:
    """The place of the matrix one step away: first from the tray to its middle, then inside."""
    if not (effect and effort):
        return effect or _MIDDLE, effort or _MIDDLE
    up, right = _STEPS[way]
    return _inside(effect + up), _inside(effort + right)


def _inside(level: int) -> int:
    return min(max(level, 1), LEVELS[-1])
