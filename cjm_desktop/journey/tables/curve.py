"""Points of a curve as lines of a cell: `+1 relieved`, `-2 given up`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.journey import curves, moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Cell
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Feeling, Path, State
from cjm_desktop.journey.tables.lines import Content
from cjm_desktop.journey.tables.pairing import pair

_LINE = re.compile(r"([-+−–]?)\s?(\d{1,3}(?:[.,]\d{1,4})?)(?:\s+|\Z)(.*)", re.DOTALL)

FURTHEST = 0.99
"""Of the way to the next column, where the last point of a column may stand."""


class Said(NamedTuple):
    """What a line says of a feeling."""

    value: float | None
    """-2 to +2; None: the line does not say how high."""
    word: str


def read(line: str) -> Said:
    """How high, and the word.

    Raises:
        Problem: the number is off the scale.
    """
    found = _LINE.fullmatch(line.strip())
    if found is None:
        return Said(None, " ".join(line.split()))
    value = float(found[2].replace(",", "."))
    value = -value if found[1] in ("-", "−", "–") and value else value
    if abs(value) > 2:
        raise Problem("move.off_scale")
    return Said(value, " ".join(found[3].split()))


def write(draft: Draft, there: Content, cell: Cell, lines: Sequence[str], view: Path) -> None:
    """Write the points of a cell: a line each; what stays keeps its id.

    Args:
        there: what stands in the cell.
        lines: a line without a number keeps the height, or takes that of the curve.

    Raises:
        Problem: a number is off the scale, or there are too many of them.
    """
    pairs = pair([one.text for one in there.lines], lines)
    for index, point_id in enumerate(there.ids):
        if index not in pairs:
            moves.drop(draft, point_id)
    for line, at in zip(lines, pairs, strict=True):
        said = read(line)
        if at is not None:
            _change(draft, there.ids[at], said)
        else:
            _add(draft, cell, said, "to_be" if view == "to_be" else "as_is")


def _change(draft: Draft, point_id: str, said: Said) -> None:
    point = draft.journey.get(Feeling, point_id)
    value = point.value if said.value is None else said.value
    moves.set_fields(draft, point_id, value=float(value), word=said.word)


def _add(draft: Draft, cell: Cell, said: Said, path: State) -> None:
    """A point of the curve that has most of them, right of those it has in this column."""
    lane_id, stage_id, step_id = cell
    whose = curves.whose(draft.journey, lane_id)
    there = [
        one.between
        for one in draft.journey.feelings(lane_id)
        if (one.stage_id, one.step_id, one.persona_id, one.path) == (stage_id, step_id, whose, path)
    ]
    between = (1 + max(there)) / 2 if there else 0.0
    if between > FURTHEST:
        raise Problem("table.no_room")
    level = curves.level(draft.journey, lane_id, whose, path, stage_id, step_id, between)
    value = round(level or 0.0, 1) if said.value is None else said.value
    moves.set_feeling(
        draft,
        lane_id,
        stage_id,
        step_id,
        value,
        persona_id=whose,
        path=path,
        between=between,
        word=said.word,
    )
