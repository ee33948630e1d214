"""The verb for emotion curves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cjm_desktop.journey.curves import point_at
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.cards import cell
from cjm_desktop.journey.moves.fields import put_new
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Feeling, Lane, State
from cjm_desktop.journey.values import clean_text


def set_feeling(
    draft: Draft,
    lane_id: str,
    stage_id: str,
    step_id: str | None,
    value: float,
    persona_id: str | None = None,
    path: State = "as_is",
    between: float = 0.0,
    word: str | None = None,
    note: str | None = None,
) -> str:
    """Set the point of a curve at a place, or add one there; return its id.

    Args:
        value: -2 to +2.
        persona_id: whose curve; None: the customer in general.
        between: 0 at the middle of the column, 0.5 halfway to the middle of the next.
        word, note: None: as they are.

    Raises:
        Problem: the value is off the scale, or the lane shows no curves.
    """
    if not -2 <= value <= 2:
        raise Problem("move.off_scale")
    step_id = cell(draft.journey, lane_id, stage_id, step_id)
    if draft.journey.get(Lane, lane_id).holds != "feelings":
        raise Problem("move.no_curve")
    place: dict[str, Any] = {
        "lane_id": lane_id, "stage_id": stage_id, "step_id": step_id,
        "persona_id": persona_id, "path": path, "between": between,
    }  # fmt: skip
    point = point_at(draft.journey, Feeling(**place)) or put_new(draft, Feeling, **place)
    said = {"word": word, "note": note}
    texts: dict[str, Any] = {
        name: clean_text(text) for name, text in said.items() if text is not None
    }
    draft.put(replace(point, value=float(value), **texts))
    return point.id
