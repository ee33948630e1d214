"""Paths that things have from the stage or step they lie in, and those they cannot have there."""

from __future__ import annotations

from dataclasses import replace

from cjm_desktop.journey import naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Path, Stage, Step

_INSIDE: dict[Path, str] = {"as_is": "move.inside_as_is", "to_be": "move.inside_to_be"}


def check_outer(journey: Journey, stage_id: str, step_id: str | None, path: Path) -> None:
    """Refuse a path that a stage, or a step of it, does not have; `both` needs both.

    Raises:
        Problem: it is only on the other one.
    """
    for outer in (journey.find(stage_id), journey.find(step_id)):
        if isinstance(outer, (Stage, Step)) and outer.path not in ("both", path):
            raise Problem(_INSIDE[outer.path], name=naming.named(outer))


def even_out(draft: Draft, first_id: str, second_id: str) -> None:
    """Let two stages of different paths be on both, with all they hold on the path it was on."""
    stages = [draft.journey.get(Stage, one) for one in (first_id, second_id)]
    if stages[0].path == stages[1].path:
        return
    for stage in stages:
        if stage.path != "both":
            hand_down(draft, stage)
            draft.put(replace(stage, path="both"))


def hand_down(draft: Draft, stage: Stage) -> None:
    """Give a stage's path to its steps, and to the cards of the stage as a whole."""
    for step in draft.journey.steps(stage.id):
        if step.path == "both":
            draft.put(replace(step, path=stage.path))
    for card in draft.journey.cards_of_stage(stage.id):
        if card.step_id is None and card.path == "both":
            draft.put(replace(card, path=stage.path))


def with_path(draft: Draft, step: Step, stage: Stage) -> Step:
    """A step that goes to another stage, still on the path it is on now.

    Raises:
        Problem: the other stage is only on the other path.
    """
    now = draft.journey.get(Stage, step.stage_id).path
    path = step.path if now == "both" else now
    if path != "both":
        check_outer(draft.journey, stage.id, None, path)
    return replace(step, path=path) if path != stage.path else step
