"""Paths that things have from the stage they lie in, made their own before that stage changes."""

from __future__ import annotations

from dataclasses import replace

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.records import Stage, Step


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
    """A step that goes to another stage, still on the path it is on now."""
    now = draft.journey.get(Stage, step.stage_id).path
    if step.path == "both" and now not in ("both", stage.path):
        return replace(step, path=now)
    return step
