"""Points of curves as lines of a cell: `+1 relieved`, `Finance: -2 given up`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm_desktop.journey import curves, felt, moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Cell, Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Feeling, Lane, Path, Persona, State
from cjm_desktop.journey.tables import people
from cjm_desktop.journey.tables.lines import Content
from cjm_desktop.journey.tables.pairing import pair

FURTHEST = 0.99
"""Of the way to the next column, where the last point of a column may stand."""


class Said(NamedTuple):
    """What a line says of a feeling."""

    value: float | None
    """-2 to +2; None: the line does not say how high."""
    word: str
    persona_id: str | None = None
    """Whose it is; None: the line does not say."""


def line_of(journey: Journey, point: Feeling, usual: str | None, language: str) -> str:
    """A point as a line.

    Args:
        usual: whose curve needs no name: the one that most of the lane's points are of.
        language: of the number.
    """
    said = felt.written(point.value, point.word, language)
    if point.persona_id in (None, usual):
        return said
    return f"{people.name(journey, journey.get(Persona, point.persona_id))}: {said}"


def read(journey: Journey, map_id: str, line: str) -> Said:
    """How high, the word, and whose it is where the line says so.

    Raises:
        Problem: the number is off the scale, or it is said of somebody the map does not have.
    """
    known = journey.personas(map_id) or journey.personas()
    persona, rest = people.named(known, " ".join(line.split()))
    found = felt.read(rest.strip())
    if persona is not None and found is None:
        # A word that begins like somebody's name.
        persona, found = None, felt.read(line.strip())
    who, colon, value_of = line.partition(":")
    if persona is None and found is None and colon and felt.read(value_of.strip()):
        names = ", ".join(naming.label(one, journey.document.language) for one in known)
        raise Problem("table.no_persona", name=who.strip()[:40], names=names or "—")
    if found is None:
        return Said(None, " ".join(line.split()))
    if not found.on_scale:
        raise Problem("move.off_scale")
    word = " ".join(found.word.split())
    return Said(found.value, word, persona.id if persona is not None else None)


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
        if at is not None:
            rewrite(draft, there.ids[at], line)
        else:
            said = read(draft.journey, draft.journey.get(Lane, cell[0]).map_id, line)
            _add(draft, cell, said, "to_be" if view == "to_be" else "as_is")


def rewrite(draft: Draft, point_id: str, line: str) -> None:
    """Let a point say what a line says; another one's name makes it a point of that one's curve.

    Raises:
        Problem: the number is off the scale.
    """
    point = draft.journey.get(Feeling, point_id)
    said = read(draft.journey, draft.journey.get(Lane, point.lane_id).map_id, line)
    value = point.value if said.value is None else said.value
    if said.persona_id in (None, point.persona_id):
        moves.set_fields(draft, point_id, value=float(value), word=said.word)
        return
    moves.drop(draft, point_id)
    cell = point.lane_id, point.stage_id, point.step_id
    _add(draft, cell, said._replace(value=value), point.path)


def _add(draft: Draft, cell: Cell, said: Said, path: State) -> None:
    """A point of who is named or has most of them, right of those it has in this column."""
    lane_id, stage_id, step_id = cell
    whose = said.persona_id or curves.whose(draft.journey, lane_id)
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
