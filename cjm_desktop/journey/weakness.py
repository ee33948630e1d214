"""Where a journey is weak, the weakest point first.

Every weak point is held against the worst there can be of its own kind, 0 to 1, because no common
unit joins a wait and a feeling. The worst is the end of the scale on which people enter it:

- a barrier that loses customers: its frequency / 3 (its severity is 3 of 3; weaker ones only hinder
  or slow down); where nobody has said how often, the middle counts, 2 of 3;
- a touchpoint that falls short: (expectation - fulfilment) x importance / 20, see
  `gaps.fulfilment_gaps`; 20 = 4 x 5 is the most there can be;
- the lowest point of a curve: its value / -2, from -1 on: above that nobody suffers;
- the widest gap of two curves: its size / 4, from one level of the scale on;
- a silence: t / (t + l), where l is what counts as long on this map (`silences.long_wait`). No
  scale ends it, so it nears 1: just long it is a half, three times as long three quarters;
- a stage in which nobody of the company is met and no silence tells how long: a half, as a silence
  that is just long.

What is weak for several reasons counts by its worst. Points are compared in whole percent: what is
closer is as weak and has the same rank, and stands in the order of the map. Looked at is the path
as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from cjm_desktop.journey import contacts, gaps, grid, plans, silences
from cjm_desktop.journey.durations import minutes
from cjm_desktop.journey.gaps import CurveGap, FulfilmentGap
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Feeling, Lane, Record, Stage, Step
from cjm_desktop.journey.silences import Silence

Reason = Barrier | FulfilmentGap | Feeling | CurveGap | Silence | Stage
"""Why a point is weak: what was found there."""
Kind = Literal["barrier", "short", "feeling", "curves", "silence", "no_contact"]
KINDS: dict[type[object], Kind] = {
    Barrier: "barrier",
    FulfilmentGap: "short",
    Feeling: "feeling",
    CurveGap: "curves",
    Silence: "silence",
    Stage: "no_contact",
}
Place = Card | Feeling | Stage | Step

SEVEREST, ALWAYS, UNKNOWN = 3, 3, 2
"""The ends of a barrier's scales, and the frequency that counts where nobody has said one."""
MOST_SHORT = 20
"""The largest gap of a touchpoint, 5 expected and 1 got, times the largest importance."""
LOWEST, WIDEST = -2.0, 4.0
"""The lowest value of a feeling, and the width of its scale."""
JUST_LONG = 0.5
"""What a silence comes to that is just long."""


class Weakness(NamedTuple):
    """One weak point of a map."""

    record: Place
    """What it is about: it lies on the map and can be selected there."""
    score: float
    """0 to 1; 1 is the worst there can be."""
    reasons: tuple[Reason, ...]
    """Why, the worst reason first."""
    rank: int
    """1 for the weakest; those as weak have the same, and the next one counts them all."""

    @property
    def percent(self) -> int:
        """The score as people are told it."""
        return percent(self.score)

    @property
    def column(self) -> tuple[str, str | None]:
        """The stage and the step it lies in."""
        if isinstance(self.record, Stage):
            return self.record.id, None
        if isinstance(self.record, Step):
            return self.record.stage_id, self.record.id
        return self.record.stage_id, self.record.step_id


class _Found(NamedTuple):
    record: Place
    score: float
    reason: Reason


def percent(score: float) -> int:
    """A score in whole percent, a half upwards."""
    return int(100 * score + 0.5 + 1e-9)


def of_map(journey: Journey, map_id: str) -> tuple[Weakness, ...]:
    """The weak points of a map, the weakest first; of equals the earlier on the map."""
    by_record: dict[str, list[_Found]] = {}
    for one in _all(journey, map_id):
        by_record.setdefault(one.record.id, []).append(one)
    order = _Order(journey, map_id)
    points = []
    for found in by_record.values():
        found.sort(key=lambda one: -one.score)
        points.append(
            Weakness(found[0].record, found[0].score, tuple(one.reason for one in found), 0)
        )
    points.sort(key=lambda one: (-one.percent, order.of(one.record)))
    return tuple(_ranked(points))


def _ranked(points: list[Weakness]) -> Iterator[Weakness]:
    """1, 2, 2, 4: equals share the better rank."""
    rank, last = 0, -1
    for number, one in enumerate(points, 1):
        if one.percent != last:
            rank, last = number, one.percent
        yield one._replace(rank=rank)


class _Order:
    """Where a record stands on a map: left to right, then from the top, then in its cell."""

    def __init__(self, journey: Journey, map_id: str) -> None:
        self._columns = grid.of_map(journey, map_id)
        self._rows = {one.id: row for row, one in enumerate(journey.lanes(map_id))}

    def of(self, record: Place) -> tuple[float, int, str, str]:
        """What to sort by."""
        if isinstance(record, Stage | Step):
            return self._columns.covered(record).start, -1, record.place, record.id
        row = self._rows.get(record.lane_id, 0)
        if isinstance(record, Feeling):
            return self._columns.at(record), row, "", record.id
        return self._columns.covered(record).start, row, record.place, record.id


def _all(journey: Journey, map_id: str) -> Iterator[_Found]:
    hidden = plans.hidden(journey, map_id, "as_is")
    lanes = journey.lanes(map_id)
    for lane in lanes:
        if lane.holds == "barriers":
            cards = journey.cards_of_lane(lane.id)
            yield from _barriers([one for one in cards if one.id not in hidden])
        if lane.holds == "feelings":
            points = [one for one in journey.feelings(lane.id) if one.id not in hidden]
            yield from _lowest(journey, lane, points)
    for gap in gaps.fulfilment_gaps(journey, map_id):
        if gap.weighted > 0:
            yield _Found(gap.contact, gap.weighted / MOST_SHORT, gap)
    for curve in gaps.curve_gaps(journey, map_id):
        if curve.matters:
            yield _Found(curve.point, curve.size / WIDEST, curve)
    yield from _quiet(journey, map_id)


def _barriers(cards: list[Card] | list[Barrier]) -> Iterator[_Found]:
    for one in cards:
        if isinstance(one, Barrier) and one.severity == SEVEREST and one.status != "solved":
            yield _Found(one, (one.frequency or UNKNOWN) / ALWAYS, one)


def _lowest(journey: Journey, lane: Lane, points: list[Feeling]) -> Iterator[_Found]:
    for one in lowest(journey, lane.map_id, points):
        yield _Found(one, one.value / LOWEST, one)


def lowest(journey: Journey, map_id: str, points: Iterable[Feeling]) -> tuple[Feeling, ...]:
    """The lowest point of every curve where somebody suffers, the lowest first.

    Of equals of one curve the first counts; of equal curves the one whose point comes first.

    Args:
        points: of the path as it is, of one lane.
    """
    columns = grid.of_map(journey, map_id)
    found: dict[str | None, Feeling] = {}
    for one in sorted(points, key=lambda point: (point.value, columns.at(point), point.id)):
        if one.value <= -gaps.LEVEL:
            found.setdefault(one.persona_id, one)
    return tuple(found.values())


def _quiet(journey: Journey, map_id: str) -> Iterator[_Found]:
    """Silences, and the stages without a contact that none of them tells of."""
    long = silences.long_wait(journey, map_id)
    told: set[str] = set()
    for one in silences.of_map(journey, map_id, longest=long):
        span = minutes(one.span)
        yield _Found(_begins(journey, one), span / (span + long), one)
        told.update(one.place_ids)
    for stage in contacts.stages_without(journey, map_id):
        places = {one.id for one in journey.steps(stage.id)} | {stage.id}
        if told.isdisjoint(places):
            yield _Found(stage, JUST_LONG, stage)


def _begins(journey: Journey, silence: Silence) -> Place:
    """Where a silence is seen: the first column without a contact, else the contact before it."""
    found: Record = journey.get(Record, next(iter(silence.place_ids), silence.after_id))
    return found if isinstance(found, Stage | Step | Card) else journey.get(Card, silence.after_id)
