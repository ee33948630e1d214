"""Walking over the map by keyboard: cells are rows and columns, whatever their size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    Card,
    Feeling,
    Lane,
    Metric,
    Record,
    Stage,
    Step,
)

Direction = Literal["left", "right", "up", "down"]
Place = tuple[str, str, str | None]
"""Lane, stage, and step or None for the stage as a whole."""
STAGES, STEPS = "stages", "steps"
"""The rows above the lanes."""
SEVERAL = 2
"""Stages from which on a map has been laid out: what it waits for is a card."""


class Spot(NamedTuple):
    """A cell the keyboard can stand in."""

    row: str
    """A lane's id, or `STAGES` or `STEPS`."""
    stage_id: str
    step_id: str | None


class Stand(NamedTuple):
    """Where the keyboard stands: on a record, or in an empty cell."""

    spot: Spot
    record_id: str

    @property
    def place(self) -> Place | None:
        """The cell of the grid, or None in the rows above it."""
        spot = self.spot
        return None if spot.row in (STAGES, STEPS) else (spot.row, spot.stage_id, spot.step_id)


class Walk:
    """The rows and columns of one map, as its records say.

    Args:
        journey: the records shown.
        map_id: of the map.
    """

    def __init__(self, journey: Journey, map_id: str) -> None:
        self._journey = journey
        self._columns = [
            (stage.id, step.id if step else None) for stage, step in journey.columns(map_id)
        ]
        lanes = [
            lane for lane in journey.lanes(map_id) if lane.holds != "divider" and not lane.folded
        ]
        self._lanes = {lane.id: lane for lane in lanes}
        steps = [STEPS] if any(step for _, step in self._columns) else []
        self._rows = [STAGES, *steps, *self._lanes]

    def of(self, record_id: str) -> Stand | None:
        """Where a record stands, or None when it is nowhere on the grid."""
        record = self._journey.find(record_id)
        spot = self._spot(record) if record is not None else None
        return Stand(spot, record_id) if spot is not None else None

    def goal(self, stage_id: str) -> Stand | None:
        """The cell in which a stage's goal is read; None where no lane shows it."""
        lane = next((one for one in self._lanes.values() if one.holds == "goals"), None)
        return Stand(Spot(lane.id, stage_id, None), "") if lane is not None else None

    def at(self, place: Place) -> Stand:
        """An empty cell."""
        return Stand(Spot(*place), "")

    def first(self) -> Stand | None:
        """Where walking begins: where a template waits for its first card, else its first stage."""
        if not self._columns:
            return None
        waiting = self._waiting()
        return self._stand(waiting or Spot(STAGES, self._columns[0][0], None))

    def _waiting(self) -> Spot | None:
        """The first cell for cards on a map of named stages that has none yet."""
        stages = {stage_id for stage_id, _ in self._columns}
        rows = [one for one in self._lanes.values() if one.holds in CARD_OF_LANE]
        spots = [self._in_row(one.id, at) for one in rows for at in range(len(self._columns))]
        alone = len(stages) < SEVERAL or any(self.ids(one) for one in spots)
        return None if alone or not spots else spots[0]

    def go(self, now: Stand, direction: Direction) -> Stand | None:
        """The neighbour in a direction; None at the edge of the map."""
        if now.spot.row not in self._rows:
            # Its row was folded, or has gone, while one stood in it.
            return self.first()
        if direction in ("up", "down"):
            return self._down(now, 1 if direction == "down" else -1)
        return self._across(now, 1 if direction == "right" else -1)

    def along(self, now: Stand, by: int) -> Stand | None:
        """The next (1) or previous (-1) cell of the row, then of the row below or above.

        Args:
            now: a lane's name stands before its first cell.
            by: 1 or -1.
        """
        cells = list(self._cells())
        at = cells.index(now.spot) + by if now.spot in cells else -1
        if now.record_id == now.spot.row and by > 0:
            at -= 1
        return self._stand(cells[at]) if 0 <= at < len(cells) else None

    def by_stage(self, now: Stand, by: int) -> Stand | None:
        """The first cell of the next (1) or previous (-1) stage, in the same row."""
        stages = list(dict.fromkeys(stage_id for stage_id, _ in self._columns))
        at = stages.index(now.spot.stage_id) + by if now.spot.stage_id in stages else -1
        if not 0 <= at < len(stages):
            return None
        column = next(i for i, (stage_id, _) in enumerate(self._columns) if stage_id == stages[at])
        return self._stand(self._in_row(now.spot.row, column))

    def end(self, now: Stand, *, last: bool) -> Stand:
        """The first or last cell of a row."""
        return self._stand(self._in_row(now.spot.row, len(self._columns) - 1 if last else 0))

    def before(self, record_id: str) -> Stand | None:
        """Where one stands when a thing that was just made goes again."""
        now = self.of(record_id)
        if now is None:
            return None
        rest = [one for one in self.ids(now.spot) if one != record_id]
        if now.place is None:
            return self.go(now, "left")
        at = self.ids(now.spot).index(record_id) if record_id in self.ids(now.spot) else 0
        return Stand(now.spot, rest[max(0, at - 1)] if rest else "")

    def next(self, record_id: str, by: int, kind: type[Record] = Record) -> str | None:
        """The next or previous record in reading order: row by row, each from left to right.

        Args:
            record_id: where to go on from; one that is not there: from the beginning or the end.
            by: 1 or -1.
            kind: only records of this kind.
        """
        journey = self._journey
        found = [one for one in self._reading() if isinstance(journey.find(one), kind)]
        if not found:
            return None
        if record_id not in found:
            return found[0 if by > 0 else -1]
        return found[(found.index(record_id) + by) % len(found)]

    def beside(self, now: Stand, direction: Direction) -> Stand | None:
        """The nearest thing of the same sort in a direction, over empty cells.

        Of stages and steps it is one in their row, of what lies in cells another such.
        """
        there = self.go(now, direction)
        while there is not None and not there.record_id:
            there = self.go(there, direction)
        if there is None or not _alike(now.spot.row, there.spot.row):
            return None
        return there

    def ids(self, spot: Spot) -> tuple[str, ...]:
        """What stands in a cell, first to last."""
        if spot.row == STAGES:
            return (spot.stage_id,)
        if spot.row == STEPS:
            return (spot.step_id,) if spot.step_id else ()
        lane = self._lanes.get(spot.row)
        if lane is None:
            return ()
        if lane.holds == "feelings":
            return tuple(point.id for point in self._points(spot))
        cards = self._journey.cards(spot.row, spot.stage_id, spot.step_id)
        return tuple(card.id for card in cards)

    def feeling(self, place: Place | None) -> str:
        """The curve point a cell stands for: its own, or that of its stage as a whole."""
        if place is None or place[0] not in self._lanes:
            return ""
        spot = Spot(*place)
        if self._lanes[spot.row].holds != "feelings":
            return ""
        points = self._points(spot) or self._points(spot._replace(step_id=None))
        return points[0].id if points else ""

    def _points(self, spot: Spot) -> list[Feeling]:
        points, whole = self._journey.feelings(spot.row), self._lanes[spot.row].per == "stage"
        here = [
            point
            for point in points
            if point.stage_id == spot.stage_id and (whole or point.step_id == spot.step_id)
        ]
        return sorted(here, key=lambda point: (point.between, -point.value, point.id))

    def _spot(self, record: Record) -> Spot | None:
        if isinstance(record, Stage):
            return Spot(STAGES, record.id, None)
        if isinstance(record, Step):
            return Spot(STEPS, record.stage_id, record.id)
        if isinstance(record, Lane) and record.id in self._lanes and self._columns:
            return self._in_row(record.id, 0)
        if isinstance(record, Card | Feeling) and record.lane_id in self._lanes:
            whole = isinstance(record, Feeling) and self._lanes[record.lane_id].per == "stage"
            return Spot(record.lane_id, record.stage_id, None if whole else record.step_id)
        return self._metric(record) if isinstance(record, Metric) else None

    def _metric(self, metric: Metric) -> Spot | None:
        """The cell in which a metric of a stage or step is read."""
        about = self._journey.find(metric.about_id)
        stage_id = about.stage_id if isinstance(about, Step) else metric.about_id
        lane = next((one for one in self._lanes.values() if one.holds == "metrics"), None)
        columns = [at for at, (one, _) in enumerate(self._columns) if one == stage_id]
        return self._in_row(lane.id, columns[0]) if lane is not None and columns else None

    def _in_row(self, row: str, column: int) -> Spot:
        stage_id, step_id = self._columns[column]
        whole = row == STAGES or (row in self._lanes and self._lanes[row].per == "stage")
        return Spot(row, stage_id, None if whole else step_id)

    def _column(self, spot: Spot, last: bool = False) -> int:
        """The first or last column a cell covers."""
        inside = [
            index
            for index, (stage_id, step_id) in enumerate(self._columns)
            if stage_id == spot.stage_id and spot.step_id in (None, step_id)
        ]
        return inside[-1 if last else 0] if inside else 0

    def _down(self, now: Stand, by: int) -> Stand | None:
        ids = self.ids(now.spot)
        if now.record_id in ids:
            index = ids.index(now.record_id) + by
            if 0 <= index < len(ids):
                return Stand(now.spot, ids[index])
        row = self._rows.index(now.spot.row) + by
        if not 0 <= row < len(self._rows):
            return None
        return self._stand(self._in_row(self._rows[row], self._column(now.spot)), last=by < 0)

    def _across(self, now: Stand, by: int) -> Stand | None:
        column = self._column(now.spot, last=by > 0) + by
        if not 0 <= column < len(self._columns):
            return None
        ids, spot = self.ids(now.spot), self._in_row(now.spot.row, column)
        height = ids.index(now.record_id) if now.record_id in ids else 0
        there = self.ids(spot)
        return Stand(spot, there[min(height, len(there) - 1)] if there else "")

    def _stand(self, spot: Spot, *, last: bool = False) -> Stand:
        ids = self.ids(spot)
        return Stand(spot, ids[-1 if last else 0] if ids else "")

    def _reading(self) -> Iterator[str]:
        for spot in self._cells():
            yield from self.ids(spot)

    def _cells(self) -> Iterator[Spot]:
        """Every cell, row by row, each from left to right."""
        for row in self._rows:
            yield from dict.fromkeys(self._in_row(row, at) for at in range(len(self._columns)))


def _alike(row: str, other: str) -> bool:
    """Whether things of two rows may be chosen together by walking."""
    heads = (STAGES, STEPS)
    return row == other if row in heads or other in heads else True
