"""A plain list from anywhere: each line becomes a card, a stage or a step."""

from __future__ import annotations

import re

from cjm_desktop.journey import moves, tables
from cjm_desktop.journey.clipping.spot import Spot
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import CARD_OF_LANE, Lane, Path
from cjm_desktop.journey.values import clean_text

MOST = 2000
"""Lines; more were hardly meant for one cell."""
_BULLET = re.compile(r"[-–—*•·▪◦‣]\s+")
_NUMBER = re.compile(r"\d{1,3}[.)]\s+")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a list, without the signs before them; empty ones say nothing.

    Raises:
        Problem: there are far too many.
    """
    found = [line.strip() for line in clean_text(text).replace("\t", " ").split("\n")]
    found = [line for line in found if line]
    if len(found) > MOST:
        raise Problem("clip.too_large")
    for sign in (_BULLET, _NUMBER):
        if len(found) > 1 and all(sign.match(line) for line in found):
            found = [sign.sub("", line, count=1) for line in found]
    return tuple(line for line in found if line)


def put_cards(draft: Draft, spot: Spot, lines: tuple[str, ...], view: Path) -> tuple[str, ...]:
    """Put a list into the cell where one stands, behind the card there; return the new ids.

    In lanes of feelings and goals the lines are written as in a table.

    Raises:
        Problem: the lane only shows something, or a line does not fit there.
    """
    lane = draft.journey.get(Lane, spot.lane_id)
    if lane.holds not in CARD_OF_LANE:
        _write(draft, spot, lines, view)
        return ()
    step_id = None if lane.per == "stage" else spot.step_id
    cell = spot.lane_id, spot.stage_id, step_id
    there = [one.id for one in draft.journey.cards(*cell)]
    place = there.index(spot.after_id) + 1 if spot.after_id in there else len(there)
    verb = moves.plan_card if view == "to_be" else moves.add_card
    return tuple(verb(draft, *cell, line, place + number) for number, line in enumerate(lines))


def put_stages(draft: Draft, spot: Spot, lines: tuple[str, ...], view: Path) -> tuple[str, ...]:
    """Make a stage of each line, behind the one where one stands."""
    there = [one.id for one in draft.journey.stages(spot.map_id)]
    place = there.index(spot.stage_id) + 1 if spot.stage_id in there else len(there)
    verb = moves.plan_stage if view == "to_be" else moves.add_stage
    return tuple(
        verb(draft, spot.map_id, line, place + number) for number, line in enumerate(lines)
    )


def put_steps(draft: Draft, spot: Spot, lines: tuple[str, ...], view: Path) -> tuple[str, ...]:
    """Make a step of each line, behind the one where one stands."""
    there = [one.id for one in draft.journey.steps(spot.stage_id)]
    place = there.index(spot.step_id) + 1 if spot.step_id in there else len(there)
    verb = moves.plan_step if view == "to_be" else moves.add_step
    return tuple(
        verb(draft, spot.stage_id, line, place + number) for number, line in enumerate(lines)
    )


def _write(draft: Draft, spot: Spot, lines: tuple[str, ...], view: Path) -> None:
    table = tables.of_map(draft.journey, spot.map_id, view)
    row = next(
        (number for number in range(table.height)
         if getattr(table.lane(number), "id", "") == spot.lane_id), None
    )  # fmt: skip
    column = next(
        (number for number, (stage, step) in enumerate(table.columns)
         if stage.id == spot.stage_id and spot.step_id in (None, step.id if step else None)), None
    )  # fmt: skip
    if row is None or column is None:
        raise Problem("clip.no_cell")
    there = tables.content(draft.journey, spot.map_id, table, row, column, view)
    text = "\n".join(one for one in (there.text, *lines) if one)
    tables.write_cell(draft, spot.map_id, tables.Place(row, column), text, view)
