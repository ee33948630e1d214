"""Points of nobody in particular that come to a map: they go on with its curve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cjm_desktop.journey import curves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Feeling, Persona

_TRIED = (0.0, 0.5, 0.25, 0.75, *(number / 64 for number in range(64)))
"""Where a point goes in a column whose place is taken."""


def theirs(journey: Journey, map_id: str) -> dict[str, str]:
    """Whose curve a lane draws large, by lane, where it has none of the customer in general.

    One point of the customer in general would be drawn in the place of such a curve.
    """
    found = {}
    for lane in journey.lanes(map_id):
        points = journey.feelings(lane.id)
        if not points or any(one.persona_id is None for one in points):
            continue
        path = "as_is" if any(one.path == "as_is" for one in points) else "to_be"
        whose = curves.whose(journey, lane.id, path)  # type: ignore[arg-type]
        if whose is not None:
            found[lane.id] = whose
    return found


def join_curves(draft: Draft, before: Mapping[str, str], came: Iterable[str]) -> tuple[str, ...]:
    """Let points without a persona go on with the curve that was there before them.

    Args:
        before: see `theirs`.
        came: ids of what is new on the map; that which is no such point stays as it is.

    Returns:
        The personas whose curves have more points now, each once.
    """
    joined = []
    for one in came:
        point = draft.journey.find(one)
        if not isinstance(point, Feeling) or point.persona_id is not None:
            continue
        whose = before.get(point.lane_id)
        if whose is not None:
            draft.put(_free(draft.journey, replace(point, persona_id=whose)))
            joined.append(whose)
    return tuple(dict.fromkeys(joined))


def said(journey: Journey, joined: Iterable[str]) -> Problem | None:
    """What to tell whoever put such points on a map; None: there were none."""
    names = [naming.label(journey.get(Persona, one), journey.document.language) for one in joined]
    return Problem("clip.joined_curve", name=", ".join(names)) if names else None


def _free(journey: Journey, point: Feeling) -> Feeling:
    """A point where its curve has none yet; where its column is full, it lies on another one."""
    places = (replace(point, between=one) for one in (point.between, *_TRIED))
    return next((one for one in places if curves.point_at(journey, one) is None), point)
