"""Where the experience falls short: of the plan, and of what customers expect."""

from __future__ import annotations

from typing import NamedTuple

from cjm_desktop.journey import grid, plans, words
from cjm_desktop.journey.grid import Grid
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Feeling, Lane, State, Touchpoint

USUAL_IMPORTANCE = 3
"""What a touchpoint counts whose importance nobody has said: the middle of 1 to 5."""


class CurveGap(NamedTuple):
    """The place where a persona's two curves lie farthest apart."""

    lane_id: str
    persona_id: str | None
    """None: the customer in general."""
    stage_id: str
    step_id: str | None
    between: float
    """0 at the middle of that column, 0.5 halfway to the middle of the next."""
    as_is: float
    to_be: float

    @property
    def size(self) -> float:
        """How much better it should be than it is; below 0 where it should be worse."""
        return self.to_be - self.as_is


class FulfilmentGap(NamedTuple):
    """What customers expect of a touchpoint against what they get."""

    contact: Touchpoint
    importance: int
    """1 to 5; the middle where nobody has said."""
    expectation: int
    fulfilment: int

    @property
    def size(self) -> int:
        """Expectation less fulfilment; above 0 it falls short."""
        return self.expectation - self.fulfilment

    @property
    def weighted(self) -> int:
        """The size times the importance, -20 to +20."""
        return self.size * self.importance


class _Part(NamedTuple):
    """A curve without a missing value: where it begins and ends, and its points."""

    start: float
    stop: float
    points: list[tuple[float, float]]

    def at(self, x: float) -> float | None:
        """Straight between the points, flat before the first and after the last."""
        if not self.start <= x <= self.stop:
            return None
        before = max((one for one in self.points if one[0] <= x), default=self.points[0])
        after = min((one for one in self.points if one[0] >= x), default=self.points[-1])
        run = after[0] - before[0]
        if run <= 0:
            return before[1]
        return before[1] + (after[1] - before[1]) * (x - before[0]) / run


def curve_gap(journey: Journey, lane_id: str, persona_id: str | None) -> CurveGap | None:
    """Where a persona's curve as it is and the one as it should be lie farthest apart.

    They are compared where either of them has a point, |to be - as is| being the largest there; of
    equals the first counts. Between points the other curve is read straight, at its two ends it
    reaches to the edge of its column, and a column without a point breaks it, as on the map.

    Returns:
        None where they nowhere meet, or are the same.
    """
    map_id = journey.get(Lane, lane_id).map_id
    columns = grid.of_map(journey, map_id)
    points = [one for one in journey.feelings(lane_id) if one.persona_id == persona_id]
    points = [one for one in points if plans.shown(journey, one, one.path)]
    now, planned = (_parts(journey, map_id, columns, points, path) for path in ("as_is", "to_be"))
    best: CurveGap | None = None
    for point in sorted(points, key=columns.at):
        at = columns.at(point)
        low, high = _read(now, at), _read(planned, at)
        if low is None or high is None or low == high:
            continue
        place = point.stage_id, point.step_id, point.between
        gap = CurveGap(lane_id, persona_id, *place, low, high)
        if best is None or abs(gap.size) > abs(best.size) + 1e-9:
            best = gap
    return best


def curve_gaps(journey: Journey, map_id: str) -> tuple[CurveGap, ...]:
    """The largest gap of every persona who has both curves, the largest of all first."""
    found = [
        curve_gap(journey, lane.id, persona_id)
        for lane in journey.lanes(map_id)
        for persona_id in dict.fromkeys(one.persona_id for one in journey.feelings(lane.id))
    ]
    there = (one for one in found if one is not None)
    return tuple(sorted(there, key=lambda one: (-abs(one.size), one.persona_id or "")))


def fulfilment_gaps(journey: Journey, map_id: str) -> tuple[FulfilmentGap, ...]:
    """Touchpoints as they are by how far they fall short of what is expected, the farthest first.

    The gap is expectation - fulfilment, as in SERVQUAL (Parasuraman, Zeithaml and Berry, 1988, with
    the sign turned so that more is worse), weighted by importance as in importance-performance
    analysis (Martilla and James, 1977). Only those of which both have been said.
    """
    found = [
        FulfilmentGap(one, one.importance or USUAL_IMPORTANCE, one.expectation, one.fulfilment)
        for one in grid.contacts(journey, map_id)
        if one.expectation is not None
        and one.fulfilment is not None
        and plans.shown(journey, one, "as_is")
    ]
    return tuple(sorted(found, key=lambda one: (-one.weighted, -one.size)))


def curve_gap_words(journey: Journey, gap: CurveGap, language: str) -> str:
    """A gap of two curves as a line: `Offer › Calculation: -1.2 as is, +0.8 as it should be`."""
    return words.say(
        "gap.curve",
        language,
        place=plans.where(journey, gap.stage_id, gap.step_id, language),
        now=signed(gap.as_is, language),
        planned=signed(gap.to_be, language),
    )


def fulfilment_words(gap: FulfilmentGap, language: str) -> str:
    """What is expected and what is got, as a line."""
    values = {"expected": gap.expectation, "got": gap.fulfilment}
    return words.say("gap.fulfilment", language, importance=gap.importance, **values)


def signed(value: float, language: str) -> str:
    """A value of the emotion scale with its sign: `+0.8`, `−1.2`, `0`."""
    number = words.number(abs(value), language)
    if number == "0":
        return number
    return f"{'+' if value > 0 else '−'}{number}"


def _read(parts: list[_Part], x: float) -> float | None:
    found = (one.at(x) for one in parts)
    return next((one for one in found if one is not None), None)


def _parts(
    journey: Journey, map_id: str, columns: Grid, points: list[Feeling], path: State
) -> list[_Part]:
    """The parts of one curve; columns that are only on the other path do not break it."""
    own = [columns.of(stage.id, step.id if step else None).start
           for stage, step in plans.columns(journey, map_id, path)]  # fmt: skip
    numbers = {column: number for number, column in enumerate(own)}
    found: list[_Part] = []
    last = -2
    for point in sorted((one for one in points if one.path == path), key=columns.at):
        here = columns.of(point.stage_id, point.step_id)
        mine = [numbers[one] for one in here if one in numbers] or [last]
        x, stop = columns.at(point), here.stop - 0.5
        if found and mine[0] - last < 2:
            part = found[-1]
            found[-1] = _Part(part.start, max(part.stop, stop), [*part.points, (x, point.value)])
        else:
            found.append(_Part(here.start - 0.5, stop, [(x, point.value)]))
        last = mine[-1]
    return found
