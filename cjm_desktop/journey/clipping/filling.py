"""Putting a table down as it was planned: what it names is made where it is missing."""

from __future__ import annotations

from cjm_desktop.journey import moves, tables, words
from cjm_desktop.journey.clipping.landing import Into, Landing, folded, kinds
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Path

Spot = tuple[str, str | None]
"""A stage, and a step or None for the stage as a whole."""
NOWHERE: Spot = "", None
"""Of a column that says nothing."""


def fill(draft: Draft, map_id: str, landing: Landing, view: Path = "both", day: str = "") -> int:
    """Put the cells of a table behind what is there; return how many say something.

    Durations, values of metrics and parts of roles take the place of those there.

    Args:
        day: ISO date of new values of metrics; empty: the newest ones are corrected.

    Raises:
        Problem: what stands in a cell does not fit there, or nothing is taken.
    """
    if not landing.taken:
        raise Problem("clip.nothing_taken")
    columns = _make_columns(draft, map_id, landing, view)
    lanes = _make_lanes(draft, map_id, landing)
    written = 0
    at = _Filling(draft, map_id, view, day)
    for row, lane_id, texts in zip(landing.rows, lanes, landing.cells, strict=True):
        if row.state == "out":
            continue
        for column, text in zip(columns, texts, strict=True):
            if text.strip():
                at.write(row, lane_id, column, text)
                written += 1
    return written


def _make_lanes(draft: Draft, map_id: str, landing: Landing) -> list[str]:
    """The lane of each row; rows of one name that is new come to one lane."""
    found: list[str] = []
    made: dict[str, str] = {}
    for into in landing.rows:
        if into.state != "new":
            found.append(into.lane_id)
            continue
        key = folded(into.name)
        lane_id = made.get(key, "") if key else ""
        made[key] = lane_id or _lane(draft, map_id, into)
        found.append(made[key])
    return found


def _make_columns(draft: Draft, map_id: str, landing: Landing, view: Path) -> list[Spot]:
    found: list[Spot] = []
    made: dict[tuple[str, str], Spot] = {}
    for into in landing.columns:
        key = folded(into.stage), folded(into.name)
        if into.column is not None:
            found.append(into.column)
        elif into.state == "out":
            found.append(NOWHERE)
        elif any(key) and key in made:
            found.append(made[key])
        else:
            made[key] = _make_column(draft, map_id, into, view)
            found.append(made[key])
    return found


def _make_column(draft: Draft, map_id: str, into: Into, view: Path) -> Spot:
    """A new step: in the stage of that name, else in a new one; without a name in the last one."""
    language = draft.journey.document.language
    stages = draft.journey.stages(map_id)
    alike = [one for one in stages if into.stage and folded(one.title) == folded(into.stage)]
    home = alike[-1] if alike else (stages[-1] if stages and not into.stage else None)
    if home is None:
        title = into.stage or words.say("new.stage", language)
        stage_id = _stage(draft, map_id, title, view)
        return stage_id, (_step(draft, stage_id, into.name, view) if into.name else None)
    return home.id, _step(draft, home.id, into.name or words.say("new.step", language), view)


def _stage(draft: Draft, map_id: str, title: str, view: Path) -> str:
    verb = moves.plan_stage if view == "to_be" else moves.add_stage
    return verb(draft, map_id, _one_line(title))


def _step(draft: Draft, stage_id: str, title: str, view: Path) -> str:
    verb = moves.plan_step if view == "to_be" else moves.add_step
    return verb(draft, stage_id, _one_line(title))


def _one_line(title: str) -> str:
    return " ".join(title.split())


def _lane(draft: Draft, map_id: str, into: Into) -> str:
    name = into.name or words.say("new.lane", draft.journey.document.language)
    return moves.add_lane(draft, map_id, kinds().get(folded(name), "text"), name)


class _Filling:
    """Writes into the cells of a map whose lanes and columns are all there."""

    def __init__(self, draft: Draft, map_id: str, view: Path, day: str) -> None:
        self._draft, self._map_id, self._view, self._day = draft, map_id, view, day
        self._written: set[tables.Place] = set()
        self._look()

    def _look(self) -> None:
        self._table = tables.of_map(self._draft.journey, self._map_id, self._view)
        self._columns: dict[Spot, int] = {}
        for number, (stage, step) in enumerate(self._table.columns):
            self._columns.setdefault((stage.id, None), number)
            self._columns[stage.id, step.id if step else None] = number
        self._rows = {
            lane.id: tables.HEADS + number for number, lane in enumerate(self._table.lanes)
        }

    def write(self, row: Into, lane_id: str, column: Spot, text: str) -> None:
        """Write one cell behind what is there; a heading instead of it."""
        number = self._columns.get(column)
        if number is None:
            raise Problem("clip.no_cell")
        draft, map_id, view = self._draft, self._map_id, self._view
        if row.head >= 0:
            tables.write_cell(draft, map_id, tables.Place(row.head, number), text, view)
            self._look()
            return
        line = self._rows[lane_id]
        at = tables.Place(line, self._table.covered(line, number).start)
        there = tables.content(draft.journey, map_id, self._table, *at, view)
        if at in self._written:  # two cells of the table are one here: both are said
            both = f"{there.text}\n{text}"
        else:
            both = tables.beside(draft.journey, there, text, view)
        self._written.add(at)
        tables.write_cell(draft, map_id, at, both, view, self._day)
