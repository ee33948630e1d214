"""Where the experience falls short: of the plan, and of what customers expect."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from cjm_desktop.journey import grid, plans, words
from cjm_desktop.journey.grid import Grid
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.memo import Memo
from cjm_desktop.journey.records import Feeling, Lane, Stage, State, Touchpoint

LEVEL = 1.0
"""One level of the scale of feelings."""
USUAL_IMPORTANCE = 3
"""What a touchpoint counts whose importance nobody has said: the middle of 1 to 5."""


class CurveGap(NamedTuple):
    """How far a persona's experience lies below the plan where that is farthest."""

    point: Feeling
    """Of the curve as it is."""
    to_be: float
    """How high the planned curve is there."""

    @property
    def as_is(self) -> float:
        """How high the curve as it is is there."""
        return self.point.value

    @property
    def size(self) -> float:
        """How much better it should be than it is."""
        return self.to_be - self.as_is

    @property
    def matters(self) -> bool:
        """Whether it is as much as one level of the scale; less is not worth a word."""
        return self.size >= LEVEL - 1e-6


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
        following = bisect_left(self.points, x, key=lambda one: one[0])
        after = self.points[min(following, len(self.points) - 1)]
        before = self.points[max(following - 1, 0)]
        run = after[0] - before[0]
        if run <= 0 or x >= after[0]:
            return after[1]
        return before[1] + (after[1] - before[1]) * max(x - before[0], 0.0) / run


def curve_gap(journey: Journey, lane_id: str, persona_id: str | None) -> CurveGap | None:
    """Where a persona's curve as it is lies farthest below the one as it should be.

    Looked at are the points of the curve as it is; of equals the first counts. Who has no plan of
    their own is held against the plan for customers in general. Between its points the plan is read
    straight, at its two ends it reaches to the edge of its column, and a column without a point
    breaks it, as on the map.

    Returns:
        None where they nowhere meet, or it is nowhere below the plan.
    """
    map_id = journey.get(Lane, lane_id).map_id
    columns = grid.of_map(journey, map_id)
    points = [
        one for one in journey.feelings(lane_id) if one.persona_id in (persona_id, None)
        and plans.shown(journey, one, one.path)
    ]  # fmt: skip
    own = [one for one in points if one.path == "to_be" and one.persona_id == persona_id]
    general = [one for one in points if one.path == "to_be" and one.persona_id is None]
    planned = _parts(journey, map_id, columns, own or general, "to_be")
    now = [one for one in points if one.path == "as_is" and one.persona_id == persona_id]
    best: CurveGap | None = None
    for point in sorted(now, key=columns.at):
        high = _read(planned, columns.at(point))
        if high is not None and high - point.value > (best.size if best else 0.0) + 1e-9:
            best = CurveGap(point, high)
    return best


def curve_gaps(journey: Journey, map_id: str) -> tuple[CurveGap, ...]:
    """The largest gap of everybody whose curve lies somewhere below the plan, the largest first."""
    found = [
        curve_gap(journey, lane.id, persona_id)
        for lane in journey.lanes(map_id)
        for persona_id in dict.fromkeys(one.persona_id for one in journey.feelings(lane.id))
    ]
    there = (one for one in found if one is not None)
    return tuple(sorted(there, key=lambda one: (-one.size, one.point.persona_id or "")))


def fulfilment_gaps(
    journey: Journey, map_id: str, memo: Memo | None = None
) -> tuple[FulfilmentGap, ...]:
    """Touchpoints as they are by how far they fall short of what is expected, the farthest first.

    The gap is expectation - fulfilment, as in SERVQUAL (Parasuraman, Zeithaml and Berry, 1988, with
    the sign turned so that more is worse), weighted by importance as in importance-performance
    analysis (Martilla and James, 1977). Only those of which both have been said.

    Args:
        memo: keeps those of each stage until something in it has changed.
    """
    memo = memo or Memo()
    rows = grid.contact_rows(journey, map_id)
    parts = []
    for stage in journey.stages(map_id):
        made_from = (stage, journey.steps(stage.id), journey.cards_of_stage(stage.id), rows)
        parts.append(memo.once(("fulfilment", stage.id), made_from, gaps_in, journey, stage, rows))
    return memo.once(("fulfilment", map_id), tuple(parts), farthest, parts)


def gaps_in(journey: Journey, stage: Stage, rows: Sequence[str]) -> tuple[FulfilmentGap, ...]:
    """The same of one stage.

    Args:
        rows: the ids of the map's lanes of touchpoints, from the top.
    """
    number = {lane_id: row for row, lane_id in enumerate(rows)}
    said = [
        one
        for one in journey.cards_of_stage(stage.id)
        if isinstance(one, Touchpoint)
        and one.expectation is not None
        and one.fulfilment is not None
        and one.lane_id in number
    ]
    column = {step.id: at for at, step in enumerate(journey.steps(stage.id))}

    def standing(one: Touchpoint) -> tuple[int, int, str, str]:
        return column.get(one.step_id or "", 0), number[one.lane_id], one.place, one.id

    found = [
        FulfilmentGap(one, one.importance or USUAL_IMPORTANCE, one.expectation, one.fulfilment)
        for one in plans.seen(journey, sorted(said, key=standing), "as_is")
        if one.expectation is not None and one.fulfilment is not None
    ]
    return farthest([found])


def farthest(parts: Iterable[Iterable[FulfilmentGap]]) -> tuple[FulfilmentGap, ...]:
    """Gaps of some stages together, the farthest first; of equals what comes first on the map."""
    found = chain.from_iterable(parts)
    return tuple(sorted(found, key=lambda one: (-one.weighted, -one.size)))


def curve_gap_words(gap: CurveGap, language: str) -> str:
    """How high both curves are, as a line: `−1.2 as is, +0.8 as it should be`."""
    now, planned = (signed(one, language) for one in (gap.as_is, gap.to_be))
    return words.say("gap.curve", language, now=now, planned=planned)


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
    """The parts of one curve; columns that are only on the other path do not break it.

    Args:
        points: of that curve alone.
        path: of the curve.
    """
    own = [columns.of(stage.id, step.id if step else None).start
           for stage, step in plans.columns(journey, map_id, path)]  # fmt: skip
    numbers = {column: number for number, column in enumerate(own)}
    found: list[_Part] = []
    last = -2
    for point in sorted(points, key=columns.at):
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
