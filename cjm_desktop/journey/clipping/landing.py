"""What of a table lands where: its headings name steps, its first column names lanes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple, get_args

from cjm_desktop.journey import naming, tables, words
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Lane, LaneKind, Path
from cjm_desktop.journey.tables.writing import row_name

Rows = Sequence[Sequence[str]]
State = Literal["there", "new", "out"]


class Into(NamedTuple):
    """Where a row or a column of the table goes."""

    state: State
    """It is there, it will be made, or it is left out: by the user, or nothing would be in it."""
    name: str
    """Of the lane or step; empty: it has none."""
    stage: str = ""
    """Of a column: the name of its stage."""
    lane_id: str = ""
    column: tuple[str, str | None] | None = None
    """Stage and step that are there."""
    head: int = -1
    """Of a row: 0 the names of stages, 1 those of steps."""


class Landing(NamedTuple):
    """A table on its way to a map."""

    columns: tuple[Into, ...]
    rows: tuple[Into, ...]
    cells: tuple[tuple[str, ...], ...]
    heads: int
    """How many rows of headings it has."""
    named: bool
    """Its first column names the rows."""

    @property
    def taken(self) -> int:
        """How many cells say something that is taken."""
        return sum(
            bool(text.strip())
            for row, texts in zip(self.rows, self.cells, strict=True)
            if row.state != "out"
            for text in texts
        )


def plan(
    journey: Journey,
    map_id: str,
    rows: Rows,
    at: tables.Place,
    view: Path = "both",
    *,
    heads: int | None = None,
    named: bool | None = None,
) -> Landing:
    """See where a table goes.

    Args:
        rows: all of the same length.
        at: the cell where one stands: what no heading places goes from there right and down.
        heads: how many rows of headings it has, 0 to 2; None: as it looks.
        named: whether its first column names the rows; None: as it looks.
    """
    guess = _Guess(journey, map_id, view)
    if named is None:
        named = guess.names_rows(rows)
    if heads is None:
        heads = guess.heads(rows, named)
    first = 1 if named else 0
    columns = _columns(guess, rows, first, heads, at)
    body = [tuple(row[first:]) for row in rows[heads:]]
    labels = [row[0] if named else "" for row in rows[heads:]]
    into = _rows(guess, labels, named, at, heads)
    rows_there = tuple(map(_unless_empty, into, body))
    columns = tuple(
        one if one.name or one.stage else _unless_empty(one, [row[number] for row in body])
        for number, one in enumerate(columns)
    )
    return Landing(columns, rows_there, tuple(body), heads, named)


def _unless_empty(into: Into, texts: Sequence[str]) -> Into:
    """Nothing is made for a row or column that says nothing."""
    empty = into.state == "new" and not any(map(str.strip, texts))
    return into._replace(state="out") if empty else into


def folded(text: str) -> str:
    """A name as headings are compared: in small letters, е for ё, blanks once."""
    return " ".join(text.split()).casefold().replace("ё", "е")


def kinds() -> dict[str, LaneKind]:
    """The kinds of lanes by their usual names, as headings are compared."""
    found: dict[str, LaneKind] = {}
    for holds in get_args(LaneKind):
        if holds != "divider":
            found |= {folded(naming.lane_title(holds, one)): holds for one in ("en", "ru")}
    return found


class _Guess:
    """What the map has that a heading may name."""

    def __init__(self, journey: Journey, map_id: str, view: Path) -> None:
        self.journey, self.map_id = journey, map_id
        self.table = tables.of_map(journey, map_id, view)
        self.stages = {folded(stage.title) for stage, _ in self.table.columns} - {""}
        self.steps = {folded(step.title) for _, step in self.table.columns if step} - {""}
        self.lanes: dict[str, Lane] = {}
        for lane in self.table.lanes:
            for name in (lane.title, *(naming.lane_title(lane.holds, one) for one in ("en", "ru"))):
                self.lanes.setdefault(folded(name), lane)
        self.lanes.pop("", None)
        self.names = {*self.lanes, *kinds()}
        said = [words.say("table.stage", one) for one in ("en", "ru")]
        said += [words.say("table.step", one) for one in ("en", "ru")]
        self.corners = {"", *map(folded, said)}

    def names_rows(self, rows: Rows) -> bool:
        """Whether the first column names lanes."""
        said = [folded(row[0]) for row in rows if folded(row[0]) not in self.corners]
        known = sum(one in self.names for one in said)
        if len(rows[0]) < 2 or not known:
            return False
        corner = folded(rows[0][0]) in self.corners
        return known * 2 >= len(said) or (corner and self._names_columns(rows[0][1:]))

    def heads(self, rows: Rows, named: bool) -> int:
        """How many rows name stages and steps."""
        found = 0
        for row in rows[: min(2, len(rows) - 1)]:
            corner = named and folded(row[0]) in self.corners
            known = self._names_columns(row[1 if named else 0 :])
            if not (corner or known or not self.table.columns):
                break
            found += 1
            if not corner and not self.table.columns:
                break
        return found

    def _names_columns(self, texts: Sequence[str]) -> bool:
        said = [folded(one) for one in texts if one.strip()]
        known = sum(one in self.stages or one in self.steps for one in said)
        return known > 0 and known * 2 >= len(said)


def _columns(
    guess: _Guess, rows: Rows, first: int, heads: int, at: tables.Place
) -> tuple[Into, ...]:
    count = max(map(len, rows), default=0) - first
    if not heads:
        return tuple(_at_column(guess.table, at.column + number) for number in range(count))
    found: list[Into] = []
    stage = ""
    for number in range(first, first + count):
        stage = rows[0][number].strip() or stage
        named = rows[0][number].strip()
        step = rows[1][number].strip() if heads > 1 else ""
        before = found[-1] if found else None
        if heads > 1:
            found.append(_in_stage(guess.table, stage, step, bool(named), before))
        elif named:
            found.append(_called(guess.table, named))
        else:
            found.append(_next(guess.table, before) or _at_column(guess.table, at.column))
    return tuple(found)


def _at_column(table: tables.Table, number: int) -> Into:
    """A column by its number; right of the last one it is new."""
    if number >= table.width:
        return Into("new", "")
    stage, step = table.columns[number]
    return Into("there", step.title if step else "", stage.title,
                column=(stage.id, step.id if step else None))  # fmt: skip


def _called(table: tables.Table, name: str) -> Into:
    """The column of a step, or the first one of a stage, of that name."""
    wanted = folded(name)
    for number, (_, step) in enumerate(table.columns):
        if step is not None and folded(step.title) == wanted:
            return _at_column(table, number)
    for number, (stage, _) in enumerate(table.columns):
        if folded(stage.title) == wanted:
            return _at_column(table, number)
    return Into("new", "", name)


def _in_stage(
    table: tables.Table, stage: str, step: str, begins: bool, before: Into | None
) -> Into:
    """The column of a step in a stage of that name."""
    here = [number for number, one in enumerate(table.columns)
            if folded(one.stage.title) == folded(stage)]  # fmt: skip
    for number in here:
        found = table.columns[number].step
        if folded(found.title if found else "") == folded(step):
            return _at_column(table, number)
    if here and not step:
        following = None if begins else _next(table, before)
        return following or _at_column(table, here[0])
    return Into("new", step, stage)


def _next(table: tables.Table, before: Into | None) -> Into | None:
    """The column right of another one in the same stage; at its end that one itself."""
    if before is None or before.column is None:
        return before
    for number, (stage, step) in enumerate(table.columns):
        if (stage.id, step.id if step else None) == before.column:
            more = number + 1 < table.width and table.columns[number + 1].stage.id == stage.id
            return _at_column(table, number + more)
    return before


def _rows(
    guess: _Guess, labels: Sequence[str], named: bool, at: tables.Place, heads: int
) -> tuple[Into, ...]:
    found: list[Into] = []
    first = max(at.row, tables.HEADS) if heads else at.row
    for number, label in enumerate(labels):
        if not named:
            found.append(_at_row(guess, first + number))
        elif not label.strip():
            found.append(found[-1] if found else _at_row(guess, max(at.row, tables.HEADS)))
        else:
            lane = guess.lanes.get(folded(label))
            found.append(_of_lane(guess, lane) if lane else Into("new", " ".join(label.split())))
    return tuple(found)


def _at_row(guess: _Guess, number: int) -> Into:
    if number < tables.HEADS:
        name = row_name(guess.table, number, guess.journey.document.language)
        return Into("there", name, head=number)
    lane = guess.table.lane(number) if number < guess.table.height else None
    return _of_lane(guess, lane) if lane is not None else Into("new", "")


def _of_lane(guess: _Guess, lane: Lane) -> Into:
    name = naming.label(lane, guess.journey.document.language)
    return Into("there", name, lane_id=lane.id)


def without(landing: Landing, left: Collection[int]) -> Landing:
    """The same without some of its rows, by their numbers."""
    rows = (one._replace(state="out") if number in left else one
            for number, one in enumerate(landing.rows))  # fmt: skip
    return landing._replace(rows=tuple(rows))
