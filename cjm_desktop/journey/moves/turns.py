"""Verbs for a click on a cell: how somebody takes part in a stage, and where they stand."""

from __future__ import annotations

from typing import Literal, TypeVar

from cjm_desktop.journey import naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.drop import drop
from cjm_desktop.journey.moves.people import set_participation
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Participation, Persona

T = TypeVar("T")
INVOLVEMENTS: tuple[Literal["takes_part", "influences", "decides", "absent"], ...] = (
    "takes_part",
    "influences",
    "decides",
    "absent",
)
"""In the order in which clicks come to them; after the last nothing is said."""
STANCES: tuple[Literal["", "for", "unsure", "against"], ...] = ("", "for", "unsure", "against")
"""In the order in which clicks come to them."""


def turn_involvement(
    draft: Draft, persona_id: str, stage_id: str, back: bool = False
) -> str | None:
    """Let a persona take part in a stage in the next way.

    After the last way nothing is said of them, unless their stance or a note is.

    Args:
        back: the way before instead.

    Returns:
        The id of the participation, or None where there is none now.
    """
    part = participation(draft.journey, persona_id, stage_id)
    if part is None:
        first = INVOLVEMENTS[-1 if back else 0]
        return set_participation(draft, persona_id, stage_id, involvement=first)
    wanted = _turned(INVOLVEMENTS, part.involvement, back)
    last = INVOLVEMENTS[0] if back else INVOLVEMENTS[-1]
    if part.involvement == last and not (part.stance or part.note):
        drop(draft, part.id)
        return None
    return set_participation(draft, persona_id, stage_id, involvement=wanted)


def turn_stance(draft: Draft, persona_id: str, stage_id: str, back: bool = False) -> str:
    """Let a persona stand in a stage in the next way: for, unsure, against, not known.

    Who did not take part yet takes part from now on.

    Args:
        back: the way before instead.

    Returns:
        The id of the participation.

    Raises:
        Problem: they are absent from that stage.
    """
    part = participation(draft.journey, persona_id, stage_id)
    if part is not None and part.involvement == "absent":
        raise Problem("move.absent", name=naming.named(draft.journey.get(Persona, persona_id)))
    stance = part.stance if part is not None else ""
    return set_participation(draft, persona_id, stage_id, stance=_turned(STANCES, stance, back))


def participation(journey: Journey, persona_id: str, stage_id: str) -> Participation | None:
    """How a persona takes part in a stage, where that is said."""
    found = (one for one in journey.participation(stage_id) if one.persona_id == persona_id)
    return next(found, None)


def _turned(ways: tuple[T, ...], now: T, back: bool) -> T:
    return ways[(ways.index(now) + (-1 if back else 1)) % len(ways)]
