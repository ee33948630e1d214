"""A map as a tree: stages, their steps, and under each what lies there, lane by lane."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Path, Record, Stage, Step
from cjm_desktop.journey.tables.contents import contents
from cjm_desktop.journey.tables.shape import HEADS, Place, of_map


class Branch(NamedTuple):
    """A stage, a step, or a card or curve point with its words."""

    record_id: str
    text: str
    lane_id: str = ""
    """Of a card or curve point; empty: it is a stage or step."""
    children: tuple[Branch, ...] = ()


def branches(journey: Journey, map_id: str, view: Path = "both") -> tuple[Branch, ...]:
    """The stages of a map with all they hold.

    What belongs to a stage as a whole comes before its steps.

    Args:
        view: the path that is shown.
    """
    table = of_map(journey, map_id, view)
    whole: dict[str, list[Branch]] = {}
    single: dict[str, list[Branch]] = {}
    cells = contents(journey, map_id, table, view)
    for row in range(HEADS, table.height):
        for column, (stage, _) in enumerate(table.columns):
            there = cells.get(Place(row, column))
            if there is None or there.cell is None or there.writes not in ("cards", "feelings"):
                continue
            for line in there.lines:
                step_id = getattr(journey.find(line.record_id), "step_id", None)
                leaf = Branch(line.record_id, line.text, there.cell[0])
                if step_id is not None and step_id == there.cell[2]:
                    single.setdefault(step_id, []).append(leaf)
                else:
                    whole.setdefault(stage.id, []).append(leaf)
    found: dict[str, list[Branch]] = {}
    stages: dict[str, Stage] = {}
    for stage, step in table.columns:
        stages[stage.id] = stage
        under = found.setdefault(stage.id, whole.get(stage.id, []))
        if step is not None:
            leaves = tuple(single.get(step.id, ()))
            under.append(Branch(step.id, step.title, children=leaves))
    return tuple(
        Branch(one.id, one.title, children=tuple(found[one.id])) for one in stages.values()
    )


def without(found: Sequence[Branch], gone: Collection[str]) -> tuple[Branch, ...]:
    """A tree without some of its records."""
    return tuple(
        one._replace(children=without(one.children, gone))
        for one in found
        if one.record_id not in gone
    )


class Landing(NamedTuple):
    """Where things come to lie that are carried over a tree."""

    parent_id: str
    """The stage or step; empty: among the stages."""
    place: int | None
    """Index among those of the same kind, and of the same lane, that stay; None: at the end."""


def landing(
    journey: Journey,
    moved: Sequence[str],
    parent: Branch | None,
    siblings: Sequence[Branch],
    row: int,
) -> Landing | None:
    """Where things land that are dropped before a row of a branch; None where they cannot lie.

    Args:
        moved: the ids of cards of one lane, or of one stage or step.
        parent: None: among the stages.
        siblings: what lies in the branch already.
        row: -1: on the branch itself.
    """
    kinds = {_kind(journey.find(one)) for one in moved}
    kind = kinds.pop() if len(kinds) == 1 else ""
    above = journey.find(parent.record_id) if parent is not None else None
    allowed = {"stage": above is None, "step": isinstance(above, Stage)}
    if kind in allowed and len(moved) > 1:
        return None
    if not kind or not allowed.get(kind, isinstance(above, (Stage, Step))):
        return None
    parent_id = parent.record_id if parent is not None else ""
    if row < 0:
        return Landing(parent_id, None)
    before = [one for one in siblings[:row] if one.record_id not in moved]
    lane_id = getattr(journey.find(moved[0]), "lane_id", "")
    same = [
        one
        for one in before
        if one.lane_id == lane_id and _kind(journey.find(one.record_id)) == kind
    ]
    return Landing(parent_id, len(same))


def _kind(record: Record | None) -> str:
    """What may stand in one list: stages, steps, or the cards of one lane."""
    if record is None or not hasattr(record, "place"):
        return ""
    lane_id = getattr(record, "lane_id", None)
    return lane_id if lane_id is not None else record.kind
