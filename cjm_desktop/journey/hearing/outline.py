"""The tree of a map as it is heard: stages, their steps, the lanes in each, and what lies there.

A lane is named once in each stage or step, so the names under it are only their own words. It is
read bit by bit, as somebody goes down into it: a large map is never read as a whole.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from cjm_desktop.journey import naming, plans, tables, words
from cjm_desktop.journey.hearing import voices
from cjm_desktop.journey.hearing.facts import facts, level, name
from cjm_desktop.journey.journey import Cell, Journey
from cjm_desktop.journey.records import Card, Feeling, Lane, Path, Record, Stage, Step
from cjm_desktop.journey.tables import HEADS, Line, Table
from cjm_desktop.journey.tables.shape import is_of_stages

Trail = tuple[str, ...]
"""Where a thing is heard: the keys from the top of the tree down to its own; empty: the map."""
Sort = Literal["map", "stage", "step", "cell", "thing", "fact", "lanes", "lane"]
LANES = "lanes"
"""The key of the list of lanes after the last stage."""


class Heard(NamedTuple):
    """One thing of the tree."""

    key: str
    sort: Sort
    name: str
    record_id: str = ""
    """What it stands for on the map; empty for a cell, and for what is only told."""
    cell: Cell | None = None
    """Of a cell, and of a fact in it: lane, stage, and step or None."""
    told: str = ""
    """Of a cell: all that is in it, where no single things lie there, or that it is empty."""
    persona_id: str = ""
    """Of a role in a cell: who it is."""


class Outline:
    """Reads the tree of one map as the records are now.

    Args:
        journey: the records.
        map_id: of the map.
        language: of the words about things.
        view: the path that is looked at.
    """

    def __init__(self, journey: Journey, map_id: str, language: str, view: Path = "both") -> None:
        self._journey, self._map_id = journey, map_id
        self._language, self._view = language, view
        self._standing: Cell | None = None
        self._table: Table = tables.of_map(journey, map_id, view)
        self._known: dict[Trail, dict[str, Heard]] = {}

    def stand(self, cell: Cell | None) -> None:
        """Let the tree have an empty cell, because the keyboard stands in it."""
        before, self._standing = self._standing, cell
        for one in (before, cell):
            if one is not None:
                trail = self.cell_trail(one)
                self._known.pop(trail[:-1], None)
                self._known.pop(trail, None)

    # Going down

    def inside(self, trail: Trail) -> dict[str, Heard]:
        """What is in a thing, by key, in the order in which it is read."""
        found = self._known.get(trail)
        if found is None:
            parts = self._parts(trail)
            found = self._known[trail] = {one.key: one for one in parts}
        return found

    def find(self, trail: Trail) -> Heard | None:
        """The thing at the end of a trail; None where it is no more."""
        for depth in range(len(trail)):
            if trail[depth] not in self.inside(trail[:depth]):
                return None
        return self.inside(trail[:-1])[trail[-1]] if trail else None

    def _parts(self, trail: Trail) -> list[Heard]:
        if not trail:
            return [*self._stages(), *self._lanes_list()]
        above = self.find(trail)
        if above is None:
            return []
        if above.sort == "lanes":
            return [self._of("lane", one) for one in self._journey.lanes(self._map_id)]
        if above.sort == "stage":
            return [*self._cells(above.key, None), *self._steps(above.key)]
        if above.sort == "step":
            return self._cells(trail[0], above.key)
        return self._things(above.cell) if above.sort == "cell" and above.cell else []

    def _of(self, sort: Sort, record: Record) -> Heard:
        return Heard(record.id, sort, name(self._journey, record, self._language), record.id)

    def _stages(self) -> list[Heard]:
        stages = {stage.id: stage for stage, _ in self._table.columns}
        return [self._of("stage", one) for one in stages.values()]

    def _lanes_list(self) -> list[Heard]:
        said = words.say("hearing.lanes", self._language)
        return [Heard(LANES, "lanes", said)] if self._journey.lanes(self._map_id) else []

    def _steps(self, stage_id: str) -> list[Heard]:
        steps = (step for stage, step in self._table.columns if stage.id == stage_id)
        return [self._of("step", one) for one in steps if one is not None]

    def _cells(self, stage_id: str, step_id: str | None) -> list[Heard]:
        """The lanes that say something of a stage as a whole, or of a step."""
        found = []
        for row, lane in enumerate(self._table.lanes, HEADS):
            cell = lane.id, stage_id, step_id
            lines, told = self._read(row, cell)
            stood = cell == self._standing
            told = told or voices.together(self._journey, lane, stage_id, self._language)
            if stood and not lines:
                asks = naming.lane_asks(lane, self._language)
                told = words.say("hearing.empty", self._language, asks=asks).rstrip(", ")
            if lines or stood:
                key = f"{lane.id}:{stage_id}:{step_id or ''}"
                label = naming.label(lane, self._language)
                found.append(Heard(key, "cell", label, "", cell, told))
        return found

    def _things(self, cell: Cell) -> list[Heard]:
        row = next(
            (row for row, one in enumerate(self._table.lanes, HEADS) if one.id == cell[0]), None
        )
        lines, told = self._read(row, cell) if row is not None else ((), "")
        if told:
            return []
        lane = self._journey.get(Lane, cell[0])
        if lane.holds in voices.OF_ROLES:
            return self._roles(lane, cell)
        found = []
        for line in lines:
            record = self._journey.find(line.record_id)
            if isinstance(record, Card | Feeling):
                found.append(self._of("thing", record))
            else:
                key = f"{cell[0]}:{line.record_id}"
                found.append(Heard(key, "fact", " ".join(line.text.split()), cell=cell))
        return found

    def _roles(self, lane: Lane, cell: Cell) -> list[Heard]:
        """Who is in a cell of roles; all who can be told something of, where the keyboard is."""
        everyone = cell == self._standing
        return [
            Heard(
                f"{lane.id}:{one.id}", "fact",
                voices.name(self._journey, cell, one.id, self._language),
                cell=cell, persona_id=one.id,
            )
            for one in voices.heard(self._journey, lane, cell[1], everyone=everyone)
        ]  # fmt: skip

    def _read(self, row: int, cell: Cell) -> tuple[tuple[Line, ...], str]:
        """What a cell holds, and its words where it holds no single things: a goal, a time."""
        lane, stage_id, step_id = self._table.lanes[row - HEADS], cell[1], cell[2]
        columns = [
            at
            for at, (stage, step) in enumerate(self._table.columns)
            if stage.id == stage_id and (step_id is None or (step and step.id == step_id))
        ]
        if not columns or (step_id is not None and is_of_stages(lane)):
            return (), ""
        there = tables.content(
            self._journey, self._map_id, self._table, row, columns[0], self._view
        )
        if there.writes not in ("cards", "feelings"):
            mine = there.cell is not None and there.cell[2] == step_id
            told = lane.holds in ("goals", "time") and mine
            text = "; ".join(" ".join(one.text.split()) for one in there.lines)
            return (there.lines if mine else ()), (text if told else "")
        if is_of_stages(lane):
            return there.lines, ""
        return tuple(one for one in there.lines if self._step_of(one) == step_id), ""

    def _step_of(self, line: Line) -> str | None:
        """The step a card lies in, as far as it is shown."""
        step_id: str | None = getattr(self._journey.find(line.record_id), "step_id", None)
        shown = any(step is not None and step.id == step_id for _, step in self._table.columns)
        return step_id if shown else None

    # Where things are

    def trail(self, record_id: str) -> Trail:
        """Where a record is heard; empty where it is not."""
        record = self._journey.find(record_id)
        found: Trail = ()
        if isinstance(record, Stage):
            found = (record.id,)
        elif isinstance(record, Step):
            found = (record.stage_id, record.id)
        elif isinstance(record, Lane):
            found = (LANES, record.id)
        elif isinstance(record, Card | Feeling):
            lane = self._journey.get(Lane, record.lane_id)
            step_id = None if is_of_stages(lane) else self._step_of(Line(record.id, ""))
            found = (*self.cell_trail((lane.id, record.stage_id, step_id)), record.id)
        return found if self.find(found) is not None else ()

    def cell_trail(self, cell: Cell) -> Trail:
        """Where a cell is heard, if it is."""
        lane_id, stage_id, step_id = cell
        key = f"{lane_id}:{stage_id}:{step_id or ''}"
        return (stage_id, step_id, key) if step_id else (stage_id, key)

    # What is said

    def told(self, trail: Trail) -> str:
        """What is said of a thing after its name."""
        if not trail:
            return self._summary()
        heard = self.find(trail)
        if heard is None:
            return ""
        record = self._journey.find(heard.record_id)
        if record is not None:
            return facts(self._journey, record, self._language, self._view)
        inside = len(self.inside(trail))
        if heard.sort == "cell" and inside > 1 and not heard.told:
            return str(inside)
        return heard.told

    def value(self, trail: Trail) -> str:
        """How high a point of a curve is, or how a role stands; nothing of other things."""
        point, heard = self.point(trail), self.find(trail)
        if heard is not None and heard.cell is not None and heard.persona_id:
            return voices.value(self._journey, heard.cell, heard.persona_id, self._language)
        return level(point.value, self._language) if point is not None else ""

    def point(self, trail: Trail) -> Feeling | None:
        """The point of a curve at the end of a trail."""
        heard = self.find(trail)
        record = self._journey.find(heard.record_id) if heard is not None else None
        return record if isinstance(record, Feeling) else None

    def _summary(self) -> str:
        """How much is on the map."""
        steps = sum(step is not None for _, step in self._table.columns)
        cards = 0
        for lane in self._table.lanes:
            cards += len(
                plans.seen(self._journey, self._journey.cards_of_lane(lane.id), self._view)
            )
        counts = {"stages": len(self._stages()), "steps": steps, "cards": cards}
        return ", ".join(
            words.say(f"count.{kind}", self._language, n=n) for kind, n in counts.items() if n
        )
