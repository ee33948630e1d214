"""The border between two neighbouring stages: steps go over it, and columns keep their order."""

from __future__ import annotations

from cjm_desktop.journey import spans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves import inheriting
from cjm_desktop.journey.moves.stages import ensure_steps, neighbours, rehome
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Card


def move_border(draft: Draft, first_id: str, second_id: str, step_id: str) -> str | None:
    """Let the second of two neighbouring stages begin with a step of either of them.

    What belongs to a stage as a whole stays with it.

    Returns:
        The stage that has got steps; None: the border stands there already.

    Raises:
        Problem: the stages are not neighbours, nothing would be left of the first one, or one of
            them is only on one of the paths as it is and as it should be.
    """
    first, second = neighbours(draft, first_id, second_id)
    ours, theirs = draft.journey.steps(first.id), draft.journey.steps(second.id)
    at = [step.id for step in (*ours, *theirs)].index(step_id)
    if at == len(ours):
        return None
    if at == 0:
        raise Problem("move.give_all")
    to = second if at < len(ours) else first
    given = [
        inheriting.with_path(draft, step, to) for step in ours[at:] or theirs[: at - len(ours)]
    ]
    ensure_steps(draft, to)
    covered = _in_steps(draft, first.map_id) if not draft.journey.steps(to.id) else {}
    rehome(draft, given, to.id, 0 if to is second else None)
    spans.restore(
        draft,
        first.map_id,
        {
            card_id: tuple(given[0].id if one == to.id else one for one in columns)
            for card_id, columns in covered.items()
        },
    )
    return to.id


def _in_steps(draft: Draft, map_id: str) -> dict[str, tuple[str, ...]]:
    """What the wide cards cover that are counted in steps: the column of an empty stage goes."""
    return {
        card_id: columns
        for card_id, columns in spans.remember(draft.journey, map_id).items()
        if draft.journey.get(Card, card_id).step_id is not None
    }
