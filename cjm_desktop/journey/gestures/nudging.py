"""Moving things by keys, one place in a direction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.gestures import planning, together
from cjm_desktop.journey.gestures.walk import Direction
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import CARD_OF_LANE, Card, Lane, Path, Record, Stage, Step

FORWARD = ("right", "down")


@dataclass(frozen=True, slots=True)
class Nudge:
    """One move: the step's name and what to write, which tells the ids things have afterwards."""

    step: str
    values: dict[str, Any]
    do: Callable[[Draft], tuple[str, ...]]


def plan(
    journey: Journey,
    map_id: str,
    record_ids: Sequence[str],
    direction: Direction,
    view: Path = "both",
) -> Nudge | None:
    """How to move what is chosen one place; None where it cannot go.

    Args:
        journey: the document's records.
        map_id: their map.
        record_ids: what is chosen; the kind of the last one says what is moved.
        direction: where to.
        view: over what one sees the things move.
    """
    journey = planning.seen(journey, map_id, view)
    chosen = [one for one in map(journey.find, record_ids) if one is not None]
    if not chosen:
        return None
    last = chosen[-1]
    if isinstance(last, Stage):
        return _stage(journey, last, direction, view)
    if isinstance(last, Step):
        return _step(journey, last, direction, view)
    if isinstance(last, Lane):
        return _lane(journey, last, direction)
    cards = [one for one in chosen if isinstance(one, Card)]
    return _cards(journey, map_id, cards, direction, view) if cards else None


def _named(journey: Journey, step: str, record: Record, do: Callable[[Draft], object]) -> Nudge:
    def move(draft: Draft) -> tuple[str, ...]:
        do(draft)
        return (record.id,)

    return Nudge(step, {"name": naming.label(record, journey.document.language)}, move)


def _stage(journey: Journey, stage: Stage, direction: Direction, view: Path) -> Nudge | None:
    place = journey.stages(stage.map_id).index(stage) + (1 if direction == "right" else -1)
    if direction not in ("left", "right") or not 0 <= place < len(journey.stages(stage.map_id)):
        return None
    return _named(
        journey,
        "step.move_stage",
        stage,
        lambda draft: planning.move_stage(draft, view, stage.id, place),
    )


def _lane(journey: Journey, lane: Lane, direction: Direction) -> Nudge | None:
    place = journey.lanes(lane.map_id).index(lane) + (1 if direction == "down" else -1)
    if direction not in ("up", "down") or not 0 <= place < len(journey.lanes(lane.map_id)):
        return None
    return _named(
        journey,
        "step.move_lane",
        lane,
        lambda draft: moves.move_lane(draft, lane.id, place),
    )


def _step(journey: Journey, step: Step, direction: Direction, view: Path) -> Nudge | None:
    """Along its stage, and over its ends into the neighbouring stage."""
    if direction not in ("left", "right"):
        return None
    by = 1 if direction == "right" else -1
    steps = journey.steps(step.stage_id)
    stage_id, place = step.stage_id, steps.index(step) + by
    if not 0 <= place < len(steps):
        stages = journey.stages(journey.get(Stage, stage_id).map_id)
        beside = [one.id for one in stages].index(stage_id) + by
        if not 0 <= beside < len(stages):
            return None
        stage_id = stages[beside].id
        place = 0 if by > 0 else len(journey.steps(stage_id))
    return _named(
        journey,
        "step.move_step",
        step,
        lambda draft: planning.move_step(draft, view, step.id, stage_id, place),
    )


def _cards(
    journey: Journey, map_id: str, cards: Sequence[Card], direction: Direction, view: Path
) -> Nudge | None:
    targets = [_target(journey, map_id, card, direction) for card in cards]
    ids = [one.id for one in cards]
    if together.is_block(journey, ids) and not _stay(journey, ids, targets):
        return _block(journey, map_id, cards, direction, view)
    moved = [(card, to) for card, to in zip(cards, targets, strict=True) if to is not None]
    if not moved:
        return None
    if direction in FORWARD:
        # The last one first, so that none is in another's way.
        moved.reverse()

    def do(draft: Draft) -> tuple[str, ...]:
        return tuple(
            one
            for card, (lane, stage, step, place) in moved
            for one in planning.move_cards(draft, view, [card.id], (lane, stage, step), place)
        )

    if len(moved) == 1:
        name = naming.label(moved[0][0], journey.document.language)
        return Nudge("step.move_card", {"name": name}, do)
    return Nudge("step.move_cards", {"n": len(moved)}, do)


def _stay(journey: Journey, ids: Sequence[str], targets: Sequence[Target | None]) -> bool:
    """Whether each card only takes another place in its own cell."""
    pairs = zip(ids, targets, strict=True)
    return all(to is not None and to[:3] == together.home(journey, one) for one, to in pairs)


def _block(
    journey: Journey, map_id: str, cards: Sequence[Card], direction: Direction, view: Path
) -> Nudge | None:
    """Cards of several cells keep their shape; what would fall off is said when it is done."""
    grabbed = cards[-1].id
    chosen = together.in_order(journey, map_id, [one.id for one in cards])
    ids = together.in_hand(journey, chosen, grabbed)
    if direction in ("left", "right"):
        target = _beside(journey, map_id, cards[-1], 1 if direction == "right" else -1)
        first = together.beside(journey, ids, grabbed)[0]
        target = target and (*target[:3], together.row(journey, first, ids))
    else:
        target = _other_lane(journey, map_id, cards[-1], 1 if direction == "down" else -1)
    if target is None:
        return None
    *_, place = target

    def do(draft: Draft) -> tuple[str, ...]:
        return together.put(draft, view, ids, grabbed, target[:3], place)

    return Nudge("step.move_cards", {"n": len(ids)}, do)


Target = tuple[str, str, str | None, int | None]


def _target(journey: Journey, map_id: str, card: Card, direction: Direction) -> Target | None:
    if direction in ("left", "right"):
        return _beside(journey, map_id, card, 1 if direction == "right" else -1)
    by = 1 if direction == "down" else -1
    ids = [one.id for one in journey.cards(card.lane_id, card.stage_id, card.step_id)]
    place = ids.index(card.id) + by
    if 0 <= place < len(ids):
        return card.lane_id, card.stage_id, card.step_id, place
    return _other_lane(journey, map_id, card, by)


def _beside(journey: Journey, map_id: str, card: Card, by: int) -> Target | None:
    if card.step_id is None:
        cells: list[tuple[str, str | None]] = [(one.id, None) for one in journey.stages(map_id)]
    else:
        cells = [(stage.id, step.id if step else None) for stage, step in journey.columns(map_id)]
    here = (card.stage_id, card.step_id)
    index = cells.index(here) + by if here in cells else -1
    if not 0 <= index < len(cells):
        return None
    stage_id, step_id = cells[index]
    there = len(journey.cards(card.lane_id, stage_id, step_id))
    ids = [one.id for one in journey.cards(card.lane_id, *here)]
    return card.lane_id, stage_id, step_id, min(ids.index(card.id), there)


def _other_lane(journey: Journey, map_id: str, card: Card, by: int) -> Target | None:
    """The next lane in a direction that holds such cards."""
    lanes = journey.lanes(map_id)
    at = next((index for index, one in enumerate(lanes) if one.id == card.lane_id), None)
    if at is None:
        return None  # what was found on another map may be chosen
    rest = lanes[at + 1 :] if by > 0 else tuple(reversed(lanes[:at]))
    for lane in rest:
        if CARD_OF_LANE.get(lane.holds) is type(card) and not lane.folded:
            step_id = card.step_id
            if lane.per == "stage":
                step_id = None
            elif step_id is None:
                steps = journey.steps(card.stage_id)
                step_id = steps[0].id if steps else None
            return lane.id, card.stage_id, step_id, 0 if by > 0 else None
    return None
