"""What a new thing on the map is, and where it goes."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from cjm_desktop.journey import curves, moves, naming, words
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import planning
from cjm_desktop.journey.gestures.walk import STAGES, STEPS, Place, Stand
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Barrier, Card, Feeling, Lane, LaneKind, Path, Record

HOLDS: dict[str, LaneKind] = {
    "touchpoint": "touchpoints",
    "thought": "thoughts",
    "feeling": "feelings",
    "barrier": "barriers",
    "opportunity": "opportunities",
    "action": "actions",
}
"""The lane each tool's things lie in."""
STEP_NAMES = {
    "touchpoint": "step.add_touchpoint",
    "thought": "step.add_thought",
    "barrier": "step.add_barrier",
    "opportunity": "step.add_opportunity",
    "action": "step.add_action",
    "feeling": "step.add_feeling",
}
KINDS = {holds: kind for kind, holds in HOLDS.items()} | {"metrics": "metric"}


@dataclass(frozen=True, slots=True)
class Making:
    """One new thing."""

    step: str
    """Key of the step's name."""
    name: str
    do: Callable[[Draft], str]
    """Writes it and returns its id."""
    merge: str
    """What is typed into it at once belongs to the same step."""
    needs_text: bool
    """Without a text it is nothing, and goes again."""


def merge_key() -> str:
    """A key for a step that shall merge with what is typed right after it."""
    return f"new {secrets.token_hex(4)}"


def kind_of(journey: Journey, stand: Stand) -> str:
    """What is added where the keyboard stands."""
    if stand.spot.row == STAGES:
        return "stage"
    if stand.spot.row == STEPS:
        return "step"
    lane = journey.get(Lane, stand.spot.row)
    return "lane" if stand.record_id == lane.id else KINDS.get(lane.holds, "card")


def plan(
    journey: Journey,
    map_id: str,
    kind: str,
    stand: Stand | None,
    view: Path = "both",
    whose: str = "",
) -> Making | None:
    """How to make something.

    Args:
        journey: the document's records.
        map_id: on which of its maps.
        kind: "stage", "step", "lane", "card" (whatever the lane holds) or a key of `HOLDS`.
        stand: where; None: on an empty map.
        view: on which path it is made.
        whose: the persona whose feelings are shown alone; empty: those of several are.

    Returns:
        None where there is no place for such a thing.
    """
    language = journey.document.language
    if kind == "stage":
        return stage(journey, map_id, _stage_place(journey, map_id, stand), view)
    if stand is None:
        return None
    if kind == "step":
        return _step(journey, stand, words.say("new.step", language), view)
    if kind == "lane":
        return _lane(journey, map_id, stand, words.say("new.lane", language))
    if kind == "feeling":
        return feeling(journey, map_id, stand, view=view, whose=whose)
    return _card(journey, map_id, kind, stand, view)


def _made(step: str, name: str, do: Callable[[Draft], str], *, needs_text: bool) -> Making:
    return Making(step, name, do, merge_key(), needs_text)


def stage(journey: Journey, map_id: str, place: int | None, view: Path = "both") -> Making:
    """How to make a stage.

    Args:
        journey: the document's records.
        map_id: on which of its maps.
        place: index among its stages; None: at the end.
        view: on which path it is made.
    """
    title = words.say("new.stage", journey.document.language)
    return _made(
        "step.add_stage",
        title,
        lambda draft: planning.add_stage(draft, view, map_id, title, place),
        needs_text=False,
    )


def _stage_place(journey: Journey, map_id: str, stand: Stand | None) -> int | None:
    """The place behind the stage one stands in."""
    stages = [one.id for one in journey.stages(map_id)]
    if stand is None or stand.spot.stage_id not in stages:
        return None
    return stages.index(stand.spot.stage_id) + 1


def _step(journey: Journey, stand: Stand, title: str, view: Path) -> Making:
    stage_id = stand.spot.stage_id
    steps = [step.id for step in journey.steps(stage_id)]
    place = steps.index(stand.spot.step_id) + 1 if stand.spot.step_id in steps else None
    return _made(
        "step.add_step",
        title,
        lambda draft: planning.add_step(draft, view, stage_id, title, place),
        needs_text=False,
    )


def _lane(journey: Journey, map_id: str, stand: Stand, title: str) -> Making:
    lanes = [lane.id for lane in journey.lanes(map_id)]
    place = lanes.index(stand.spot.row) + 1 if stand.spot.row in lanes else None
    return _made(
        "step.add_lane",
        title,
        lambda draft: moves.add_lane(draft, map_id, "text", title, place=place),
        needs_text=False,
    )


def _metric(journey: Journey, map_id: str, stand: Stand, title: str) -> Making:
    about_id = stand.spot.step_id or stand.spot.stage_id
    return _made(
        "step.add_metric",
        title,
        lambda draft: moves.add_metric(draft, map_id, about_id, title),
        needs_text=False,
    )


def _lane_for(journey: Journey, map_id: str, holds: LaneKind, stand: Stand) -> Lane | None:
    """The lane a thing goes to: the one stood in where it holds such things, else the first."""
    here = journey.find(stand.spot.row)
    if isinstance(here, Lane) and here.holds == holds:
        return here
    return next((lane for lane in journey.lanes(map_id) if lane.holds == holds), None)


def _column(journey: Journey, lane: Lane | None, stand: Stand) -> tuple[str, str | None]:
    """Stage and step of the cell of a lane below or above where one stands."""
    stage_id, step_id = stand.spot.stage_id, stand.spot.step_id
    if lane is not None and lane.per == "stage":
        return stage_id, None
    if step_id is None:
        steps = journey.steps(stage_id)
        step_id = steps[0].id if steps else None
    return stage_id, step_id


def _card(journey: Journey, map_id: str, kind: str, stand: Stand, view: Path) -> Making | None:
    language = journey.document.language
    if kind == "metric":
        return _metric(journey, map_id, stand, words.say("new.metric", language))
    here = journey.find(stand.spot.row)
    if kind == "card":
        lane = here if isinstance(here, Lane) else None
        if lane is None:
            return None
        holds = lane.holds
    elif kind in HOLDS:
        holds = HOLDS[kind]
        lane = _lane_for(journey, map_id, holds, stand)
    else:
        return None
    stage_id, step_id = _column(journey, lane, stand)
    place = _after(journey, lane, stage_id, step_id, stand.record_id)

    def do(draft: Draft) -> str:
        lane_id = lane.id if lane is not None else moves.add_lane(draft, map_id, holds)
        return planning.add_card(draft, view, (lane_id, stage_id, step_id), place)

    key = STEP_NAMES.get(kind, "step.add_card")
    card = {"touchpoint", "barrier", "opportunity"} & {kind}
    name = naming.kind_name(kind if card else "card", language)
    return _made(key, name, do, needs_text=True)


def _after(
    journey: Journey, lane: Lane | None, stage_id: str, step_id: str | None, record_id: str
) -> int | None:
    """The place behind a card of the cell, or None for the end."""
    if lane is None:
        return None
    ids = [card.id for card in journey.cards(lane.id, stage_id, step_id)]
    return ids.index(record_id) + 1 if record_id in ids else None


def feeling(
    journey: Journey,
    map_id: str,
    stand: Stand,
    *,
    value: float | None = None,
    view: Path = "both",
    whose: str = "",
) -> Making:
    """How to make a point of the curve that is shown alone, else of the one with most points.

    Args:
        journey: the document's records.
        map_id: on which of its maps.
        stand: in which column.
        value: -2 to +2; None: as high as the curve is there.
        view: which of the two curves.
        whose: the persona whose curves are shown alone; empty: those of several are.
    """
    lane = _lane_for(journey, map_id, "feelings", stand)
    stage_id, step_id = _column(journey, lane, stand)
    path = planning.state(view)

    def do(draft: Draft) -> str:
        lane_id = lane.id if lane is not None else moves.add_lane(draft, map_id, "feelings")
        persona_id = whose or curves.whose(draft.journey, lane_id)
        height = value
        if height is None:
            there = curves.level(draft.journey, lane_id, persona_id, path, stage_id, step_id)
            height = round(there or 0.0, 1)
        return moves.set_feeling(
            draft, lane_id, stage_id, step_id, height, persona_id=persona_id, path=path
        )

    column = journey.find(step_id or stage_id)
    language = journey.document.language
    name = naming.label(column, language) if column is not None else ""
    return _made("step.add_feeling", name, do, needs_text=False)


PIN_ACROSS, PIN_DOWN = 4.0, {"touchpoint": 11.0, "step": 16.0, "stage": 26.0}
"""Where a new note hangs from the corner of what it is pinned to, poster units: under its name."""
STACKED = 6.0, 16.0
"""How far each further note of a stack hangs from the one before: its first line is seen."""


def pin_place(journey: Journey, on_id: str) -> tuple[float, float]:
    """Where the next note of a stack hangs from what it is pinned to, poster units."""
    on = journey.find(on_id)
    across, down = PIN_ACROSS, PIN_DOWN.get(on.kind if on is not None else "", 11.0)
    others = [
        (one.dx, one.dy)
        for one in journey.referrers(on_id)
        if isinstance(one, Barrier) and one.on_id == on_id
    ]
    while any(abs(across - x) < 1 and abs(down - y) < 1 for x, y in others):
        across, down = across + STACKED[0], down + STACKED[1]
    return across, down


def pinned(journey: Journey, home: Place, on_id: str, view: Path = "both") -> Making:
    """How to make a barrier note that is pinned to something.

    Args:
        journey: the document's records.
        home: the cell of a barrier lane it belongs to.
        on_id: a touchpoint, step or stage.
        view: on which path it is made.
    """

    dx, dy = pin_place(journey, on_id)

    def do(draft: Draft) -> str:
        new_id = planning.add_card(draft, view, home)
        return planning.pin(draft, view, new_id, on_id, dx, dy)

    name = naming.kind_name("barrier", journey.document.language)
    return _made("step.add_barrier", name, do, needs_text=True)


def name_of(journey: Journey, record: Record) -> str:
    """What a record is called in the name of a step, in the language of the map."""
    return naming.called(journey, record, journey.document.language)


def is_card(record: object) -> bool:
    """Whether a record is one of the things that lie in cells or on curves."""
    return isinstance(record, Card | Feeling)
