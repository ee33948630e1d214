"""From a journey map to a Mermaid diagram: stages, touchpoints, feelings and people.

That is all a Mermaid journey can say; what else the map holds is counted and told.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from cjm_desktop.exchange.mermaid.names import encode, encode_line, encode_person, encode_task
from cjm_desktop.exchange.report import Note
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    JourneyMap,
    Persona,
    Stage,
    Step,
    Touchpoint,
)

_NEUTRAL = 3


def write(journey: Journey, map_id: str) -> tuple[str, tuple[Note, ...]]:
    """The text of a diagram, and what of the map it does not show."""
    writer = _Writer(journey, journey.get(JourneyMap, map_id))
    return "\n".join(writer.lines()) + "\n", tuple(writer.notes())


@dataclass(frozen=True, slots=True)
class _Task:
    text: str
    score: int
    people: tuple[str, ...]

    def line(self) -> str:
        head = f"    {encode_task(self.text)}: {self.score}"
        names = ", ".join(encode_person(name) for name in self.people)
        return f"{head}: {names}" if names else head


class _Writer:
    """One map on its way to a diagram."""

    def __init__(self, journey: Journey, journey_map: JourneyMap) -> None:
        self._journey = journey
        self._map = journey_map
        lanes = journey.lanes(journey_map.id)
        self._touchpoints = [lane for lane in lanes if lane.holds == "touchpoints"]
        self._points = [
            point
            for lane in lanes
            if lane.holds == "feelings"
            for point in journey.feelings(lane.id)
        ]
        self._without_feeling = 0
        self._rounded = 0

    def lines(self) -> Iterator[str]:
        yield "journey"
        if self._map.title:
            yield f"    title {encode_line(self._map.title)}"
        if self._map.scenario:
            yield f"    accDescr: {encode_line(self._map.scenario)}"
        for index, stage in enumerate(self._journey.stages(self._map.id)):
            tasks = list(self._tasks(stage))
            # Tasks before the first section belong to none: that is a first stage without a name.
            if stage.title or index or not tasks:
                yield f"    section {encode(stage.title)}"
            for task in tasks:
                yield task.line()

    def _tasks(self, stage: Stage) -> Iterator[_Task]:
        yield from self._column(stage, None)
        for step in self._journey.steps(stage.id):
            yield from self._column(stage, step)

    def _column(self, stage: Stage, step: Step | None) -> Iterator[_Task]:
        cards = list(self._cards(stage, step))
        for card in cards:
            yield _Task(card.text, self._score(stage, step), self._names(card))
        if step is not None and step.title and not cards and self._is_shown(step.path):
            yield _Task(step.title, self._score(stage, step), ())

    def _cards(self, stage: Stage, step: Step | None) -> Iterator[Touchpoint]:
        for lane in self._touchpoints:
            for card in self._journey.cards(lane.id, stage.id, step.id if step else None):
                if isinstance(card, Touchpoint) and self._is_shown(card.path):
                    yield card

    def _is_shown(self, path: str) -> bool:
        return path in {"both", self._map.state}

    def _names(self, card: Touchpoint) -> tuple[str, ...]:
        return tuple(self._journey.get(Persona, one).name for one in card.persona_ids)

    def _score(self, stage: Stage, step: Step | None) -> int:
        """1 to 5: the mean of the curves' points there, neutral where there is none."""
        found = self._at(stage, step)
        if not found:
            self._without_feeling += 1
            return _NEUTRAL
        value = sum(found) / len(found)
        if value != int(value):
            self._rounded += 1
        return min(5, max(1, math.floor(value + 0.5) + _NEUTRAL))

    def _at(self, stage: Stage, step: Step | None) -> list[float]:
        there = [
            point
            for point in self._points
            if point.stage_id == stage.id and (step is None or point.step_id == step.id)
        ]
        path = [point for point in there if point.path == self._map.state] or there
        middle = [point for point in path if not point.between] or path
        return [point.value for point in middle]

    def notes(self) -> Iterator[Note]:
        """What the diagram does not show; call after `lines`."""
        for kind, count in self._left_out():
            if count:
                yield Note(f"exchange.mermaid.lost.{kind}", {"n": count})
        if self._without_feeling:
            yield Note("exchange.mermaid.neutral", {"n": self._without_feeling})
        if self._rounded:
            yield Note("exchange.mermaid.rounded", {"n": self._rounded})

    def _left_out(self) -> Iterator[tuple[str, int]]:
        stages = self._journey.stages(self._map.id)
        steps = [step for stage in stages for step in self._journey.steps(stage.id)]
        cards = [card for stage in stages for card in self._journey.cards_of_stage(stage.id)]
        shown = [card for card in cards if isinstance(card, Touchpoint)]
        yield "cards", len(cards) - len(shown)
        yield "other_path", sum(not self._is_shown(card.path) for card in shown)
        yield "channels", sum(bool(card.channel) for card in shown)
        timed: list[Stage | Step] = [*stages, *steps]
        yield "durations", sum(bool(one.planned or one.actual) for one in timed)
        yield "metrics", len(self._journey.metrics(self._map.id))
