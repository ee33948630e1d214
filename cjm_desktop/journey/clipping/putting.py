"""Putting a clip down: where one stands, beside what it was copied from, on whatever map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cjm_desktop.journey.clipping import people
from cjm_desktop.journey.clipping.cells import put_cells
from cjm_desktop.journey.clipping.clip import Clip, take
from cjm_desktop.journey.clipping.past import home
from cjm_desktop.journey.clipping.restoring import restore
from cjm_desktop.journey.clipping.spot import Spot
from cjm_desktop.journey.clipping.whole import put_lanes, put_stages, put_steps
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves import joining
from cjm_desktop.journey.moves.barriers import pin_barrier
from cjm_desktop.journey.moves.paths import set_path
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Feeling,
    Lane,
    Path,
    Record,
    Stage,
    Step,
)

APART = 16.0
"""How far from its original the copy of a pinned note is pinned, poster units."""


class Put(NamedTuple):
    """What became of a clip."""

    ids: tuple[str, ...]
    """The chosen things, in reading order."""
    new: Mapping[str, str]
    """The id of all that was put, by that in the clip."""
    joined: tuple[str, ...] = ()
    """Personas whose curves go on in points that were nobody's in particular."""


def put(draft: Draft, clip: Clip, spot: Spot, view: Path = "both") -> Put:
    """Put a clip on a map.

    Cards and feelings go to the cell one stands in, others as far from it as they were from each
    other; stages, steps and lanes behind the one there. Personas and departments that the document
    has by name are those; others come along. Points of the customer in general go on with the
    curve that another map has of a persona: they would be drawn in its place. What was copied out
    of the past goes back to where it was, wherever one stands.

    Args:
        view: the path that is looked at: where it is only how it should be, cards are only planned.

    Raises:
        Problem: there is no place for them.
    """
    if clip.past:
        spot = home(clip, draft.journey, spot.map_id) or spot
    elsewhere = clip.map_id != spot.map_id
    before = joining.theirs(draft.journey, spot.map_id) if elsewhere else {}
    known = people.settle(draft, clip, spot.map_id)
    ways = {"cells": put_cells, "stages": put_stages, "steps": put_steps, "lanes": put_lanes}
    new = {**known, **ways[clip.kind](draft, clip, spot, known)}
    new |= restore(draft, clip, new, spot.map_id)
    ids = tuple(new[one] for one in clip.ids)
    if view == "to_be" and clip.kind == "cells":
        for one in ids:
            if isinstance(draft.journey.find(one), AnyCard):
                set_path(draft, one, "to_be")
    joined = joining.join_curves(draft, before, new.values())
    return Put(ids, {old: one for old, one in new.items() if old not in known}, joined)


def duplicate(
    draft: Draft, map_id: str, record_ids: tuple[str, ...], view: Path = "both"
) -> tuple[str, ...]:
    """Put copies of things of a map right behind them; return their ids.

    A copy of a note that is pinned to what is not copied is pinned beside it.

    Raises:
        Problem: nothing of a map is chosen, or some of this and some of that.
    """
    clip = take(draft.journey, record_ids)
    last = draft.journey.get(Record, clip.ids[-1])
    made = put(draft, clip, _behind(map_id, last), view)
    for old, new in zip(clip.ids, made.ids, strict=True):
        note = draft.journey.find(old)
        if isinstance(note, Barrier) and note.on_id is not None and note.on_id not in made.new:
            pin_barrier(draft, new, note.on_id, note.dx + APART, note.dy + APART)
    return made.ids


def _behind(map_id: str, record: Record) -> Spot:
    if isinstance(record, (AnyCard, Feeling)):
        return Spot(map_id, record.lane_id, record.stage_id, record.step_id, "", beside=True)
    stage_id = getattr(record, "stage_id", record.id if isinstance(record, Stage) else "")
    step_id = record.id if isinstance(record, Step) else None
    lane_id = record.id if isinstance(record, Lane) else ""
    return Spot(map_id, lane_id, stage_id, step_id)
