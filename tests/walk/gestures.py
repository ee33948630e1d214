"""Drags of the walk: from where to where, and what the map must be after each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint

from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import AnyCard, Barrier, Feeling, Lane, Touchpoint
from tests.walk.opened import Opened

LOW = -1.5
"""Where the curve point is dragged to."""


class Drag(NamedTuple):
    """One drag over the map."""

    name: str
    start: QPoint
    """Pixels of the canvas's viewport."""
    end: QPoint
    done: Callable[[Journey], bool]
    """Whether a journey is as it must be afterwards."""
    step: str
    """Key of the step's name in the history."""


def lane(window: Opened, holds: str) -> Lane:
    """The first lane of a kind."""
    lanes = window.journey.lanes(window.work.map_id)
    return next(one for one in lanes if one.holds == holds)


def cards(window: Opened, holds: str) -> list[AnyCard]:
    """The cards of a lane from left to right; the ids of a new map are random."""
    journey, where = window.journey, lane(window, holds)
    found: list[AnyCard] = []
    for column, step in journey.columns(window.work.map_id):
        found += journey.cards(where.id, column.id, step.id if step else None)
    return found


def stage(window: Opened) -> Drag:
    """The second stage to the fourth place, with all it holds."""
    map_id = window.work.map_id
    before = [one.id for one in window.journey.stages(map_id)]
    moved = before[1]
    cards = {one.id for one in window.journey.cards_of_stage(moved)}
    expected = [before[0], before[2], before[3], moved, *before[4:]]

    def done(journey: Journey) -> bool:
        order = [one.id for one in journey.stages(map_id)]
        return order == expected and {one.id for one in journey.cards_of_stage(moved)} == cards

    start, end = window.name_of_stage(moved), window.name_of_stage(before[3])
    # Beyond the middle, where it would change places with the next one.
    return Drag("stage", start, end + QPoint(20, 6), done, "step.move_stage")


def touchpoint(window: Opened) -> Drag:
    """The first touchpoint to the first step of another stage."""
    journey, where = window.journey, lane(window, "touchpoints")
    card = cards(window, "touchpoints")[0]
    stages = journey.stages(window.work.map_id)
    aim = next(one for one in stages[2:] if journey.steps(one.id))
    step = journey.steps(aim.id)[0]
    assert (card.stage_id, card.step_id) != (aim.id, step.id)

    def done(after: Journey) -> bool:
        now = after.get(Touchpoint, card.id)
        return (now.lane_id, now.stage_id, now.step_id) == (where.id, aim.id, step.id)

    end = window.cell(where.id, aim.id, step.id)
    foot = QPoint(round(end.center().x()), round(end.bottom()) - 4)
    return Drag("touchpoint", window.spot(card.id), foot, done, "step.move_card")


def curve(window: Opened) -> Drag:
    """A point of the main curve down to a value."""
    journey, where = window.journey, lane(window, "feelings")
    persona = journey.personas(window.work.map_id)[0]
    points = journey.curve(where.id, persona.id, "as_is")
    point = next(one for one in points if one.value > 0)

    def done(after: Journey) -> bool:
        return after.get(Feeling, point.id).value == LOW

    start = window.spot(point.id)
    fall = window.height_of(where.id, LOW) - window.height_of(where.id, point.value)
    return Drag("curve point", start, start + QPoint(0, fall), done, "step.move_feeling")


def barrier(window: Opened) -> Drag:
    """A barrier note out of its lane onto a touchpoint of another stage, to stay pinned there."""
    note = cards(window, "barriers")[0]
    assert isinstance(note, Barrier)
    assert note.on_id is None
    on = next(one for one in cards(window, "touchpoints") if one.stage_id != note.stage_id)

    def done(after: Journey) -> bool:
        return after.get(Barrier, note.id).on_id == on.id

    return Drag("barrier", window.spot(note.id), window.spot(on.id), done, "step.pin_barrier")


ALL: tuple[Callable[[Opened], Drag], ...] = (stage, touchpoint, curve, barrier)
