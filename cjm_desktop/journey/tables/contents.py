"""What stands in a cell of a table: a line for each card, and what its kind of lane says else."""

from __future__ import annotations

from collections.abc import Iterable

from cjm_desktop.journey import curves, naming, plans
from cjm_desktop.journey.journey import Cell, Journey
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    AnyCard,
    Card,
    Feeling,
    Lane,
    Metric,
    Path,
    Stage,
    Step,
)
from cjm_desktop.journey.tables import curve, numbers, people, times
from cjm_desktop.journey.tables.lines import Content, Line
from cjm_desktop.journey.tables.shape import STAGE_ROW, STEP_ROW, Place, Table, is_of_stages


def contents(
    journey: Journey, map_id: str, table: Table, view: Path = "both"
) -> dict[Place, Content]:
    """What stands in every cell of a table; a wide cell only at its first column."""
    at = _Reading(journey, map_id, table, view)
    return {
        Place(row, column): at.content(row, column)
        for row in range(table.height)
        for column in range(table.width)
        if not table.is_wide(row) or table.begins(column)
    }


def content(
    journey: Journey, map_id: str, table: Table, row: int, column: int, view: Path = "both"
) -> Content:
    """What stands in one cell of a table."""
    first = table.covered(row, column).start
    return _Reading(journey, map_id, table, view).content(row, first)


class _Reading:
    """Reads the cells of one table; what many of them need is looked for once."""

    def __init__(self, journey: Journey, map_id: str, table: Table, view: Path) -> None:
        self._journey, self._map_id, self._table, self._view = journey, map_id, table, view
        self._language = journey.document.language
        self._metrics: dict[tuple[str, str | None], list[Metric]] | None = None

    def content(self, row: int, column: int) -> Content:
        stage, step = self._table.columns[column]
        if row == STAGE_ROW:
            return Content((Line(stage.id, stage.title),), "stage")
        if row == STEP_ROW:
            lines = (Line(step.id, step.title),) if step is not None else ()
            return Content(lines, "step")
        lane, cell = self._table.lane(row), self._table.cell(row, column)
        if lane is None or cell is None:
            raise IndexError(row)
        if lane.holds in CARD_OF_LANE:
            return Content(self._cards(lane, cell, column), "cards", cell)
        if lane.holds == "feelings":
            return Content(self._feelings(lane, cell), "feelings", cell)
        if lane.holds == "goals":
            lines = (Line(stage.id, stage.goal),) if stage.goal else ()
            return Content(lines, "goal", cell)
        return self._facts(lane, cell)

    def _cards(self, lane: Lane, cell: Cell, column: int) -> tuple[Line, ...]:
        """The cards of a cell; those of a stage as a whole stand in its first column."""
        journey = self._journey
        found: tuple[AnyCard, ...] = journey.cards(*cell)
        if cell[2] is not None and self._table.begins(column):
            found = (*journey.cards(lane.id, cell[1], None), *found)
        return tuple(
            Line(one.id, card_text(journey, one)) for one in plans.seen(journey, found, self._view)
        )

    def _feelings(self, lane: Lane, cell: Cell) -> tuple[Line, ...]:
        points = points_of(self._journey, lane, cell, self._view)
        usual = curves.whose(self._journey, lane.id) if points else None
        return tuple(
            Line(one.id, curve.line_of(self._journey, one, usual, self._language)) for one in points
        )

    def _facts(self, lane: Lane, cell: Cell) -> Content:
        """Times, numbers and people."""
        if lane.holds == "time":
            return Content(self._times(cell), "times", cell)
        if lane.holds == "metrics":
            return Content(self._metrics_lines(cell), "numbers", cell)
        return Content(self._people(lane, cell[1]), "people", cell)

    def _times(self, cell: Cell) -> tuple[Line, ...]:
        subject = self._journey.find(cell[2] or cell[1])
        if not isinstance(subject, (Stage, Step)):
            return ()
        found = times.lines_of(subject, self._view, self._language)
        return tuple(Line(subject.id, one) for one in found)

    def _metrics_lines(self, cell: Cell) -> tuple[Line, ...]:
        found = self._metrics_of(cell)
        return tuple(Line(one.id, numbers.line_of(self._journey, one)) for one in found)

    def _metrics_of(self, cell: Cell) -> list[Metric]:
        if self._metrics is None:
            self._metrics = {}
            shown = {step.id for _, step in self._table.columns if step is not None}
            for one in self._journey.metrics(self._map_id):
                place = _place_of(self._journey, one.about_id)
                if place is not None:
                    stage_id, step_id = place
                    key = stage_id, step_id if step_id in shown else None
                    self._metrics.setdefault(key, []).append(one)
        lane = self._journey.get(Lane, cell[0])
        if not is_of_stages(lane):
            return self._metrics.get((cell[1], cell[2]), [])
        return [one for key, found in self._metrics.items() if key[0] == cell[1] for one in found]

    def _people(self, lane: Lane, stage_id: str) -> tuple[Line, ...]:
        order = {one.id: at for at, one in enumerate(self._journey.personas(self._map_id))}
        parts = sorted(
            self._journey.participation(stage_id),
            key=lambda one: order.get(one.persona_id, len(order)),
        )
        found = (Line(one.id, people.line_of(self._journey, lane, one)) for one in parts)
        return tuple(one for one in found if one.text)


def card_text(journey: Journey, card: Card) -> str:
    """What a card says; one without words is called by its department or picture."""
    if card.text:
        return card.text
    shown = journey.find(card.department_id) or journey.find(card.picture_id)
    return naming.label(shown, journey.document.language) if shown is not None else ""


def points_of(journey: Journey, lane: Lane, cell: Cell, view: Path) -> list[Feeling]:
    """The points of all curves in a cell, left to right."""
    here: Iterable[Feeling] = (
        one
        for one in journey.feelings(lane.id)
        if one.stage_id == cell[1] and (cell[2] is None or one.step_id in (None, cell[2]))
    )
    if cell[2] is not None:
        steps = journey.steps(cell[1])
        first = bool(steps) and steps[0].id == cell[2]
        here = (one for one in here if one.step_id is not None or first)
    found = plans.seen(journey, here, view)
    known = journey.personas(lane.map_id) or journey.personas()
    whose = {one.id: number for number, one in enumerate(known)}
    return sorted(
        found,
        key=lambda one: (one.between, whose.get(one.persona_id or "", -1), one.path, one.id),
    )


def _place_of(journey: Journey, about_id: str) -> tuple[str, str | None] | None:
    about = journey.find(about_id)
    if isinstance(about, Step):
        return about.stage_id, about.id
    if isinstance(about, Card):
        return about.stage_id, about.step_id
    return (about.id, None) if about is not None else None
