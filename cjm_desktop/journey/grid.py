"""Where things stand in a map's grid: which columns a card covers, where a curve's point lies."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.journey.journey import Column, Journey
from cjm_desktop.journey.records import Card, Feeling, Stage, Step, Touchpoint

Placed = Card | Stage | Step
"""What covers columns: a card, or a stage or step itself."""
_NOWHERE = range(0)


class Grid(NamedTuple):
    """The columns of a map as they are now, numbered from 0."""

    columns: tuple[Column, ...]
    stages: dict[str, range]
    """The columns of each stage by its id, first stage first."""
    steps: dict[str, int]
    """The column of each step by its id."""

    def of(self, stage_id: str, step_id: str | None) -> range:
        """The columns of a step, or of a stage as a whole; none of what is not in the grid."""
        if step_id is None:
            return self.stages.get(stage_id, _NOWHERE)
        number = self.steps.get(step_id)
        return _NOWHERE if number is None else range(number, number + 1)

    def covered(self, one: Placed) -> range:
        """The columns something covers; a wide card of a stage covers whole stages."""
        if isinstance(one, Stage):
            return self.of(one.id, None)
        if isinstance(one, Step):
            return self.of(one.stage_id, one.id)
        here = self.of(one.stage_id, one.step_id)
        if one.span == 1 or not here:
            return here
        if one.step_id is not None:
            return range(here.start, min(here.start + one.span, len(self.columns)))
        line = list(self.stages)
        first = line.index(one.stage_id)
        last = self.stages[line[min(first + one.span, len(line)) - 1]]
        return range(here.start, last.stop)

    def position(self, stage_id: str, step_id: str | None, between: float = 0.0) -> float | None:
        """How far from the middle of the first column a point of a curve stands, in columns.

        Args:
            stage_id, step_id: its column; without a step it is the middle of its stage.
            between: 0 there, 0.5 halfway to the middle of the next column.

        Returns:
            None where there is no such column.
        """
        here = self.of(stage_id, step_id)
        if not here:
            return None
        middle = (here.start + here.stop - 1) / 2
        return middle + (here.stop - middle) * between

    def at(self, point: Feeling) -> float:
        """The position of a point of this map's curves; what is nowhere stands at the end."""
        found = self.position(point.stage_id, point.step_id, point.between)
        return float(len(self.columns)) if found is None else found


def of_map(journey: Journey, map_id: str) -> Grid:
    """The grid of a map."""
    columns = journey.columns(map_id)
    stages: dict[str, range] = {}
    steps: dict[str, int] = {}
    for number, (stage, step) in enumerate(columns):
        first = stages.get(stage.id, range(number, number)).start
        stages[stage.id] = range(first, number + 1)
        if step is not None:
            steps[step.id] = number
    return Grid(columns, stages, steps)


def meet(one: range, other: range) -> bool:
    """Whether two runs of columns have one in common."""
    return max(one.start, other.start) < min(one.stop, other.stop)


def contact_rows(journey: Journey, map_id: str) -> tuple[str, ...]:
    """The ids of a map's lanes of touchpoints, from the top."""
    return tuple([one.id for one in journey.lanes(map_id) if one.holds == "touchpoints"])


def contacts(journey: Journey, map_id: str) -> tuple[Touchpoint, ...]:
    """The touchpoints of a map, left to right, then from the top."""
    lanes = [one for one in journey.lanes(map_id) if one.holds == "touchpoints"]
    grid = of_map(journey, map_id)
    found = [
        (grid.covered(card).start, row, card.place, card.id, card)
        for row, lane in enumerate(lanes)
        for card in journey.cards_of_lane(lane.id)
        if isinstance(card, Touchpoint)
    ]
    return tuple(one[-1] for one in sorted(found, key=lambda one: one[:-1]))
