"""Borders between stages: where they can be taken, and what comes of them elsewhere. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.stages import merged_title
from cjm_desktop.journey.records import Record, Stage, Step
from cjm_desktop.layout import hit
from cjm_desktop.layout.pieces import ColumnBox, Drawing


class Border(NamedTuple):
    """Where one stage ends and the next one begins."""

    left: str
    """Its stage; empty before the first one."""
    right: str
    """Its stage; empty behind the last one."""
    x: float
    """Poster units."""


class Target(NamedTuple):
    """A place the border can be brought to."""

    kind: Literal["home", "give", "merge", "split"]
    x: float
    """Poster units."""
    step_id: str = ""
    """What the stage behind the border, or the new one, begins with."""
    stage_id: str = ""
    """Which one gets steps, stays with its colour, or is split."""
    given: tuple[str, ...] = ()
    """The steps that change over, those of the new stage among them."""


def at(drawing: Drawing, x: float, y: float, reach: float) -> Border | None:
    """The border at a place among the names of stages and steps.

    Args:
        drawing: what is shown.
        x, y: poster units.
        reach: how near is near enough, poster units.
    """
    if not drawing.stages_y <= y <= drawing.grid_y:
        return None
    index = hit.stage_border(drawing, x, reach)
    if index is None:
        return None
    ids = ["", *dict.fromkeys(one.stage_id for one in drawing.columns), ""]
    left, right = ids[index], ids[index + 1]
    columns = _of(drawing, right) or _of(drawing, left)
    edge = columns[0].x if right else columns[-1].x + columns[-1].w
    return Border(left, right, edge)


def _of(drawing: Drawing, stage_id: str) -> list[ColumnBox]:
    return [one for one in drawing.columns if stage_id and one.stage_id == stage_id]


def targets(drawing: Drawing, border: Border, *, splits: bool) -> tuple[Target, ...]:
    """Every place the border can be brought to, left to right.

    Args:
        drawing: as it is before anything is done.
        border: that is taken.
        splits: a new one is drawn out of it; at the ends of the map it always is.
    """
    ours, theirs = _of(drawing, border.left), _of(drawing, border.right)
    home = Target("home", border.x)
    if splits or not ours or not theirs:
        return (*_splits(ours), home, *_splits(theirs))
    before = [
        Target("give", one.x, one.step_id or "", border.right, _steps(ours[index:]))
        for index, one in enumerate(ours)
    ]
    after = [
        Target("give", one.x, one.step_id or "", border.left, _steps(theirs[:index]))
        for index, one in enumerate(theirs)
    ]
    end = theirs[-1].x + theirs[-1].w
    return (
        Target("merge", ours[0].x, "", border.right, _steps(ours)),
        *before[1:],
        home,
        *after[1:],
        Target("merge", end, "", border.left, _steps(theirs)),
    )


def _splits(columns: list[ColumnBox]) -> list[Target]:
    return [
        Target("split", one.x, one.step_id or "", one.stage_id, _steps(columns[index:]))
        for index, one in enumerate(columns)
    ][1:]


def _steps(columns: Sequence[ColumnBox]) -> tuple[str, ...]:
    return tuple(one.step_id for one in columns if one.step_id)


def nearest(found: Sequence[Target], x: float) -> Target:
    """The place nearest to where the pointer is, across."""
    return min(found, key=lambda one: abs(one.x - x))


def put(draft: Draft, border: Border, target: Target) -> str:
    """Bring the border there; return the stage to look at then.

    Raises:
        Problem: it cannot stand there.
    """
    if target.kind == "give":
        moves.move_border(draft, border.left, border.right, target.step_id)
    elif target.kind == "merge":
        return moves.merge_stages(draft, border.left, border.right, named_as=target.stage_id)
    elif target.kind == "split":
        return moves.split_stage(draft, target.stage_id, target.step_id)
    return target.stage_id


_NAMES = {"give": "step.give_steps", "merge": "step.merge_stages", "split": "step.split_stage"}


def step_name(journey: Journey, border: Border, target: Target) -> tuple[str, dict[str, object]]:
    """What the step is called that brings the border there."""
    return _NAMES[target.kind], {"name": becomes(journey, border, target)}


def becomes(journey: Journey, border: Border, target: Target) -> str:
    """The name of the stage that takes the steps, or of the one that comes of two."""
    if target.kind != "merge":
        return called(journey, target.stage_id)
    first, second = (journey.get(Stage, one) for one in (border.left, border.right))
    title = merged_title(journey, first, second, target.stage_id)
    return naming.label(replace(first, title=title), journey.document.language)


def called(journey: Journey, record_id: str) -> str:
    """The name of a stage or a step."""
    return naming.label(journey.get(Record, record_id), journey.document.language)


# By keyboard: the same from where one stands


def giving(
    journey: Journey, map_id: str, stage_id: str, *, first: bool
) -> tuple[Border, Target] | None:
    """A stage's first step goes to the stage before it, or its last one to the next.

    Args:
        journey: what is seen of it.
        map_id: of the map.
        stage_id: whose step.
        first: the first one.

    Returns:
        None where there is no such neighbour, or no step would be left.
    """
    pair = _pair(journey, map_id, stage_id, -1 if first else 1)
    steps = journey.steps(stage_id)
    if pair is None or len(steps) < 2:
        return None
    to = pair[0] if first else pair[1]
    begins, given = (steps[1], steps[0]) if first else (steps[-1], steps[-1])
    return Border(*pair, 0.0), Target("give", 0.0, begins.id, to, (given.id,))


def merging(journey: Journey, map_id: str, stage_id: str) -> tuple[Border, Target] | None:
    """A stage becomes one with the next that is seen; None: it is the last one."""
    pair = _pair(journey, map_id, stage_id, 1)
    return (Border(*pair, 0.0), Target("merge", 0.0, "", stage_id)) if pair else None


def splitting(journey: Journey, step_id: str | None) -> tuple[Border, Target] | None:
    """The stage is split before a step; None: it is its first, or none."""
    step = journey.find(step_id)
    if not isinstance(step, Step) or journey.steps(step.stage_id)[0].id == step.id:
        return None
    return Border(step.stage_id, "", 0.0), Target("split", 0.0, step.id, step.stage_id)


def _pair(journey: Journey, map_id: str, stage_id: str, by: int) -> tuple[str, str] | None:
    """A stage and its neighbour, left to right."""
    ids = [one.id for one in journey.stages(map_id)]
    at = ids.index(stage_id) + by if stage_id in ids else -1
    if not 0 <= at < len(ids):
        return None
    return (ids[at], stage_id) if by < 0 else (stage_id, ids[at])
