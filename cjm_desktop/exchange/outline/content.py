"""What of a map an outline says: its stages and steps, the cards of six lanes and one curve.

A map has one outline: that of the path as it is, or as it should be where the map is of that. What
lies on the other path only, other lanes and other people's curves are not in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm_desktop.exchange.outline.items import Kind, Outline
from cjm_desktop.journey import curves, plans
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    AnyCard,
    Duration,
    Feeling,
    JourneyMap,
    Lane,
    LaneKind,
    Opportunity,
    Record,
    Stage,
    State,
    Step,
)

HOLDS: dict[Kind, LaneKind] = {
    "action": "actions",
    "contact": "touchpoints",
    "thought": "thoughts",
    "feeling": "feelings",
    "barrier": "barriers",
    "idea": "opportunities",
}
"""The lanes things lie in."""
CARDS: tuple[Kind, ...] = ("action", "contact", "thought", "barrier", "idea")
"""What are cards; ideas last, because they refer to barriers."""
Place = tuple[str, str | None]
"""A stage, and its step or None for the stage as a whole."""


class Entry(NamedTuple):
    """A record and what it is in the outline."""

    kind: Kind
    record: Record


class Content:
    """A map as its outline sees it, read anew each time.

    Args:
        persona_id: whose curve.
    """

    def __init__(self, journey: Journey, map_id: str, persona_id: str | None) -> None:
        self._journey = journey
        self.map_id = map_id
        self.persona_id = persona_id
        self.state: State = journey.get(JourneyMap, map_id).state
        # A line that is only reworded asks for neither.
        self._hidden: frozenset[str] | None = None
        self._lanes: dict[Kind, list[Lane]] = {}

    @property
    def hidden(self) -> frozenset[str]:
        """What is not on the path it tells of."""
        if self._hidden is None:
            self._hidden = frozenset(plans.hidden(self._journey, self.map_id, self.state))
        return self._hidden

    @property
    def lanes(self) -> dict[Kind, list[Lane]]:
        """The lanes of each kind of card, and of feelings."""
        if not self._lanes:
            self._lanes = {
                kind: [one for one in self._journey.lanes(self.map_id) if one.holds == holds]
                for kind, holds in HOLDS.items()
            }
        return self._lanes

    def entries(self) -> Iterator[Entry]:
        """All that the outline says, line by line."""
        for stage in self.stages():
            yield Entry("stage", stage)
            yield from self._section(stage.id, None)
            for step in self.steps(stage.id):
                yield Entry("step", step)
                yield from self._section(stage.id, step.id)

    def stages(self) -> list[Stage]:
        """The stages it shows."""
        found = self._journey.stages(self.map_id)
        return [one for one in found if one.id not in self.hidden]

    def steps(self, stage_id: str) -> list[Step]:
        """The steps of a stage it shows."""
        return [one for one in self._journey.steps(stage_id) if one.id not in self.hidden]

    def cards(self, lane_id: str, place: Place) -> list[AnyCard]:
        """The cards of a cell it shows."""
        found = self._journey.cards(lane_id, *place)
        return [one for one in found if one.id not in self.hidden]

    def points(self, place: Place) -> list[Feeling]:
        """The points of its curve in a column, left to right."""
        for lane in self.lanes["feeling"][:1]:
            like = Feeling(
                lane_id=lane.id,
                persona_id=self.persona_id,
                stage_id=place[0],
                step_id=place[1],
                path=self.state,
            )
            return sorted(self._journey.points(like), key=lambda one: (one.between, one.id))
        return []

    def answered(self, idea: Opportunity) -> str | None:
        """The barrier that an idea stands under: the first it answers of those beside it.

        Beside an idea of a whole stage are those of all its steps.
        """
        found = (self.beside(idea, one) for one in idea.answers)
        return next((one for one in found if one is not None), None)

    def beside(self, idea: Opportunity, barrier_id: str) -> str | None:
        """The id of a barrier, where an idea may stand under it."""
        barrier = self._journey.find(barrier_id)
        if not isinstance(barrier, AnyCard) or barrier_id in self.hidden:
            return None
        here = barrier.step_id == idea.step_id or self._is_stagewide(idea)
        return barrier_id if here and barrier.stage_id == idea.stage_id else None

    def span(self, record: Stage | Step) -> Duration | None:
        """How long the outline says something takes: as it is, else as planned."""
        return getattr(record, self.said_time(record))  # type: ignore[no-any-return]

    def said_time(self, record: Stage | Step) -> str:
        """Which of the two times that is."""
        first, second = ("actual", "planned") if self.state == "as_is" else ("planned", "actual")
        return second if getattr(record, first) is None and getattr(record, second) else first

    def _is_stagewide(self, card: AnyCard) -> bool:
        return card.step_id is None and self._journey.get(Lane, card.lane_id).per == "stage"

    def _section(self, stage_id: str, step_id: str | None) -> Iterator[Entry]:
        place = stage_id, step_id
        for kind in ("action", "contact", "thought"):
            yield from (Entry(kind, one) for one in self._cards(kind, place))
        yield from (Entry("feeling", one) for one in self.points(place))
        barriers = self._cards("barrier", place)
        known = {one.id for one in barriers}
        under: dict[str | None, list[AnyCard]] = {}
        for idea in self._ideas(place):
            barrier_id = self.answered(idea) if isinstance(idea, Opportunity) else None
            if barrier_id in known or (barrier_id is None and idea.step_id == step_id):
                under.setdefault(barrier_id, []).append(idea)
        yield from (Entry("idea", one) for one in under.get(None, ()))
        for barrier in barriers:
            yield Entry("barrier", barrier)
            yield from (Entry("idea", one) for one in under.get(barrier.id, ()))

    def _cards(self, kind: Kind, place: Place) -> list[AnyCard]:
        return [one for lane in self.lanes[kind] for one in self.cards(lane.id, place)]

    def _ideas(self, place: Place) -> list[AnyCard]:
        """The ideas that may stand in a section: its own, and those of the whole stage."""
        found = []
        for lane in self.lanes["idea"]:
            found += self.cards(lane.id, place)
            if place[1] is not None and lane.per == "stage":
                found += self.cards(lane.id, (place[0], None))
        return found


def whose(journey: Journey, map_id: str, like: Outline | None) -> str | None:
    """Whose feelings an outline says: those of the curve with most points.

    Args:
        like: an outline from before, which keeps to its person as long as there is one.
    """
    if like is not None and (like.persona_id is None or like.persona_id in journey):
        return like.persona_id
    state = journey.get(JourneyMap, map_id).state
    for lane in journey.lanes(map_id):
        if lane.holds == "feelings":
            return curves.whose(journey, lane.id, state)
    return next((one.id for one in journey.personas(map_id)), None)
