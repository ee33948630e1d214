"""Writing into cells: what is typed or pasted becomes cards, names and points of curves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.journey import moves, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Cell, Journey
from cjm_desktop.journey.moves.places import move_to
from cjm_desktop.journey.naming import label
from cjm_desktop.journey.records import AnyCard, Path, Stage
from cjm_desktop.journey.tables import curve, numbers, people, times
from cjm_desktop.journey.tables.contents import content, contents
from cjm_desktop.journey.tables.lines import Content, typed
from cjm_desktop.journey.tables.pairing import pair
from cjm_desktop.journey.tables.shape import STAGE_ROW, STEP_ROW, Place, Table, of_map

Block = Sequence[Sequence[str]]
"""Rows of cells, each as one text."""


class Pasted(NamedTuple):
    """What became of a block."""

    written: int
    """Cells that say something else now."""
    added: int
    """Columns that were made for it."""
    left_out: int
    """Cells that found no place: below the last lane, or within a wide cell."""
    gone: int = 0
    """Cards that were there and are no more."""


def rows(
    journey: Journey, map_id: str, view: Path = "both", *, names: bool = False
) -> list[list[str]]:
    """A whole map as rows of texts, headings first; a wide cell stands at its first column.

    Args:
        names: a first column says what the rows are.
    """
    table = of_map(journey, map_id, view)
    found = contents(journey, map_id, table, view)
    language = journey.document.language
    listed = []
    for row in range(table.height):
        texts = [
            found[place].text if (place := Place(row, column)) in found else ""
            for column in range(table.width)
        ]
        listed.append([*([row_name(table, row, language)] if names else []), *texts])
    return listed


def row_name(table: Table, row: int, language: str) -> str:
    """What a row is called."""
    if row in (STAGE_ROW, STEP_ROW):
        return words.say("table.stage" if row == STAGE_ROW else "table.step", language)
    lane = table.lane(row)
    return label(lane, language) if lane is not None else ""


def write_cell(
    draft: Draft, map_id: str, at: Place, text: str, view: Path = "both", day: str = ""
) -> bool:
    """Write one cell as if it was typed: each line is a card, and what stays keeps its id.

    Args:
        at: the column right of the last one makes a new column.
        day: ISO date of new values of metrics; empty: the newest ones are corrected.

    Returns:
        Whether anything has changed.

    Raises:
        Problem: what is typed does not fit there, or is not understood.
    """
    table = of_map(draft.journey, map_id, view)
    if at.column >= table.width:
        if not text.strip():
            return False
        titles = [[text if row == at.row else ""] for row in (STAGE_ROW, STEP_ROW)]
        _add_column(draft, map_id, titles[0][0], titles[1][0], view)
        if at.row in (STAGE_ROW, STEP_ROW):
            return True
        table = of_map(draft.journey, map_id, view)
    return _Cell(draft, map_id, table, at, view, day).write(text)


def write(
    draft: Draft, map_id: str, at: Place, block: Block, view: Path = "both", day: str = ""
) -> Pasted:
    """Write a block of cells, as a spreadsheet pastes it; columns that are missing are made.

    Empty cells of the block empty cells of lanes, but take no name from a stage or step.

    Args:
        at: its left upper corner.

    Raises:
        Problem: what stands in a cell does not fit there.
    """
    added = _grow(draft, map_id, at, block, view)
    written = left_out = gone = 0
    for row, texts in enumerate(block, at.row):
        table = of_map(draft.journey, map_id, view)
        for column, text in enumerate(texts, at.column):
            if row >= table.height or table.covered(row, column).start != column:
                left_out += bool(text.strip())
            elif text.strip() or row not in (STAGE_ROW, STEP_ROW):
                cell = _Cell(draft, map_id, table, Place(row, column), view, day)
                written += cell.write(text)
                gone += cell.gone
    return Pasted(written, added, left_out, gone)


def missing(table: Table, at: Place, block: Block) -> int:
    """How many columns a block needs that are not there."""
    return max(0, at.column + max(map(len, block), default=0) - table.width)


def _grow(draft: Draft, map_id: str, at: Place, block: Block, view: Path) -> int:
    """Make the columns a block needs; those with a heading in the block get it."""
    table = of_map(draft.journey, map_id, view)
    count = missing(table, at, block)

    def title(row: int, column: int) -> str:
        texts = block[row - at.row] if 0 <= row - at.row < len(block) else ()
        index = column - at.column
        return texts[index] if index < len(texts) else ""

    for column in range(table.width, table.width + count):
        _add_column(draft, map_id, title(STAGE_ROW, column), title(STEP_ROW, column), view)
    return count


def _add_column(draft: Draft, map_id: str, stage: str, step: str, view: Path) -> None:
    """Make a column at the end: a stage where one is named, else one like the last."""
    columns = of_map(draft.journey, map_id, view).columns
    language = draft.journey.document.language
    last = columns[-1] if columns else None
    if stage.strip() or last is None or last.step is None:
        title = _name(stage) or words.say("new.stage", language)
        verb = moves.plan_stage if view == "to_be" else moves.add_stage
        stage_id = verb(draft, map_id, title)
        if _name(step):
            _add_step(draft, stage_id, _name(step), view)
        return
    _add_step(draft, last.stage.id, _name(step) or words.say("new.step", language), view)


def _add_step(draft: Draft, stage_id: str, title: str, view: Path) -> str:
    verb = moves.plan_step if view == "to_be" else moves.add_step
    return verb(draft, stage_id, title)


class _Cell:
    """One cell that is written into."""

    def __init__(
        self, draft: Draft, map_id: str, table: Table, at: Place, view: Path, day: str
    ) -> None:
        self._draft, self._map_id, self._view, self._day = draft, map_id, view, day
        self._stage, self._lane = table.columns[at.column].stage, table.lane(at.row)
        self._there = content(draft.journey, map_id, table, *at, view)
        self.gone = 0
        """How many of its cards are no more."""

    def write(self, text: str) -> bool:
        """Write a text; whether anything has changed."""
        there = self._there
        wordless = bool(there.lines) and not typed(there.text)
        if typed(there.text) == typed(text) and not wordless:
            return False
        if there.writes in ("stage", "step"):
            return _write_head(self._draft, self._stage, there, text, self._view)
        if there.cell is not None and self._lane is not None:
            self._write_lane(there.cell, typed(text))
        return True

    def _write_lane(self, cell: Cell, lines: Sequence[str]) -> None:
        draft, there, view = self._draft, self._there, self._view
        if there.writes == "goal":
            moves.set_fields(draft, cell[1], goal="\n".join(lines))
        elif there.writes == "feelings":
            curve.write(draft, there, cell, lines, view)
        elif there.writes == "times":
            times.write(draft, there, lines, view)
        elif there.writes == "numbers":
            numbers.write(draft, self._map_id, there, lines, self._day)
        elif there.writes == "people":
            people.write(draft, there, cell, lines)
        else:
            self.gone = _write_cards(draft, there, cell, lines, view)


def _write_head(draft: Draft, stage: Stage, there: Content, text: str, view: Path) -> bool:
    if there.lines:
        moves.set_title(draft, there.lines[0].record_id, _name(text))
        return True
    if _name(text):
        _add_step(draft, stage.id, _name(text), view)
    return bool(_name(text))


def _write_cards(draft: Draft, there: Content, cell: Cell, texts: Sequence[str], view: Path) -> int:
    """Let the cards of a cell say these texts; return how many have gone."""
    # What has no words cannot be seen here: it stays while anything does.
    lines = [one for one in there.lines if one.text.strip() or not texts]
    pairs = pair([one.text for one in lines], texts)
    for index, gone in enumerate(lines):
        if index not in pairs:
            _remove(draft, gone.record_id, view)
    ids: list[str] = []
    for text, at in zip(texts, pairs, strict=True):
        if at is None:
            ids.append(_add(draft, cell, text, ids[-1] if ids else "", view))
        elif lines[at].text == text:
            ids.append(lines[at].record_id)
        else:
            ids.append(_say(draft, lines[at].record_id, text, view))
    kept = [at for at in pairs if at is not None]
    if kept != sorted(kept):
        _order(draft, cell, ids)
    return len(lines) - len(kept)


def _add(draft: Draft, cell: Cell, text: str, after_id: str, view: Path) -> str:
    """A new card behind another one of its cell, or before all of them."""
    ids = [one.id for one in draft.journey.cards(*cell)]
    place = ids.index(after_id) + 1 if after_id in ids else 0
    verb = moves.plan_card if view == "to_be" else moves.add_card
    return verb(draft, *cell, text, place)


def _say(draft: Draft, card_id: str, text: str, view: Path) -> str:
    if view == "to_be":
        return moves.plan_fields(draft, card_id, text=text)
    moves.set_fields(draft, card_id, text=text)
    return card_id


def _remove(draft: Draft, record_id: str, view: Path) -> None:
    if record_id not in draft.journey:
        return
    if view == "to_be":
        moves.remove_from_plan(draft, record_id)
    else:
        moves.drop(draft, record_id)


def _order(draft: Draft, cell: Cell, ids: Sequence[str]) -> None:
    """Let cards of a cell stand in this order; those that a view leaves out come after them."""
    listed = draft.journey.cards(*cell)
    by_id: dict[str, AnyCard] = {one.id: one for one in listed}
    moved = [by_id[one] for one in ids if one in by_id]
    move_to(draft, listed, moved, 0)


def _name(text: str) -> str:
    return " ".join(text.split())
