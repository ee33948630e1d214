"""What is copied out of the past of a map goes back to where it was, with what hung on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cjm_desktop.journey import naming, plans, words
from cjm_desktop.journey.clipping.clip import Clip, inward, take
from cjm_desktop.journey.clipping.spot import Spot
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Feeling,
    Opportunity,
    Record,
    Stage,
    Step,
)


def take_past(state: Journey, record_ids: Iterable[str], now: Journey) -> Clip:
    """Copy things of a former state of a map; barriers bring the ideas against them that are gone.

    Args:
        state: of the past.
        record_ids: of what is chosen in it.
        now: the map as it is; what still is there and referred to them refers to them again.

    Raises:
        Problem: nothing of a map is chosen, or some of this and some of that.
    """
    chosen = list(record_ids)
    gone = [
        one.id
        for barrier in map(state.find, chosen)
        if isinstance(barrier, Barrier)
        for one in state.referrers(barrier.id)
        if isinstance(one, Opportunity) and one.id not in now
    ]
    clip = take(state, dict.fromkeys((*chosen, *gone)))
    return clip._replace(past=True, outside=(*clip.outside, *inward(state, clip.held())))


def home(clip: Clip, journey: Journey, map_id: str) -> Spot | None:
    """Where in a map the things of a clip were; None: it was not there.

    Args:
        journey: the map as it is.
        map_id: onto which it is put.
    """
    if clip.map_id != map_id:
        return None
    first = clip.journey.get(Record, clip.ids[0])
    if isinstance(first, Stage):
        return Spot(map_id, "", _before(clip.journey.stages(map_id), first, journey))
    if isinstance(first, Step):
        step_id = _before(clip.journey.steps(first.stage_id), first, journey)
        return Spot(map_id, "", first.stage_id, step_id or None)
    if isinstance(first, AnyCard | Feeling):
        if first.stage_id not in journey:
            return None
        return Spot(map_id, first.lane_id, first.stage_id, first.step_id, beside=True)
    return Spot(map_id, _before(clip.journey.lanes(map_id), first, journey))


def _before(listed: Sequence[Record], one: Record, journey: Journey) -> str:
    """The nearest thing before one that still is there; empty: there is none."""
    ids = [other.id for other in listed]
    there = [other for other in ids[: ids.index(one.id)] if other in journey]
    return there[-1] if there else ""


def where_lands(clip: Clip, now: Journey, language: str) -> Problem:
    """A sentence that says what was copied out of the past, and where it will land.

    Args:
        now: the map as it is.
        language: of the names in it.
    """
    first = clip.journey.get(Record, clip.ids[0])
    what = words.say("clip.named", language, name=naming.label(first, language))
    if len(clip.ids) > 1:
        what = words.say("clip.things", language, n=len(clip.ids))
    if home(clip, now, clip.map_id) is None or clip.map_id not in now:
        return Problem("clip.past_nowhere", what=what)
    if not isinstance(first, AnyCard | Feeling):
        return Problem("clip.past_part", what=what)
    step_id = first.step_id if first.step_id in now else None
    place = plans.where(now, first.stage_id, step_id, language)
    return Problem("clip.past_cell", what=what, place=place)
