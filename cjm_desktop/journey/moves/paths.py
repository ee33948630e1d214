"""Verbs for the path as it should be, beside the path as it is.

In the view of how it should be the window uses these in place of the plain verbs: what they do to
a thing of both paths leaves the thing as it is where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cjm_desktop.journey import naming, plans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Cell, Journey
from cjm_desktop.journey.moves.barriers import pin_barrier
from cjm_desktop.journey.moves.cards import add_card, cell, move_cards
from cjm_desktop.journey.moves.drop import drop
from cjm_desktop.journey.moves.fields import set_fields
from cjm_desktop.journey.moves.inheriting import check_outer
from cjm_desktop.journey.moves.stages import add_stage, add_step, ensure_steps
from cjm_desktop.journey.moves.twins import make_twin, merge, rejoined
from cjm_desktop.journey.plans import OnPath
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Feeling,
    Path,
    Record,
    Stage,
    State,
    Step,
    Touchpoint,
)

_HOLDS = {"as_is": "move.holds_to_be", "to_be": "move.holds_as_is"}


def set_path(draft: Draft, record_id: str, path: Path) -> None:
    """Say on which path a stage, step or card lies.

    A card that was moved or reworded in the plan becomes one card again: this one.

    Raises:
        Problem: the stage or step it lies in is only on the other path, or it holds things that
            are only on the other one.
    """
    record = _of_path(draft.journey, record_id)
    if record.path == path:
        return
    if not isinstance(record, Stage):
        check_outer(draft.journey, record.stage_id, getattr(record, "step_id", None), path)
    for one in _inside(draft.journey, record):
        if path != "both" and one.path not in ("both", path):
            raise Problem(_HOLDS[path], name=naming.named(record), other=naming.named(one))
    if isinstance(record, Card):
        record_id = _one_again(draft, record)
    draft.put(replace(_of_path(draft.journey, record_id), path=path))


def remove_from_plan(draft: Draft, record_id: str) -> None:
    """Take a thing out of the plan: what is so now stays as it is, what was only planned goes.

    From a stage or step that is so now everything goes that was only planned in it. What has no
    path, such as a lane, is dropped.
    """
    record = draft.journey.get(Record, record_id)
    if isinstance(record, Feeling) and record.path == "as_is":
        return
    path = plans.path_of(draft.journey, record) if isinstance(record, OnPath) else "to_be"
    if path == "to_be":
        drop(draft, record_id)
    elif path == "both" and isinstance(record, OnPath):
        for one in (*_inside(draft.journey, record), *_felt_in(draft.journey, record)):
            if one.path == "to_be" and one.id in draft.journey:
                drop(draft, one.id)
        draft.put(replace(record, path="as_is"))


def plan_stage(draft: Draft, map_id: str, title: str = "", place: int | None = None) -> str:
    """Add a stage that is only as it should be."""
    return add_stage(draft, map_id, title, place, path="to_be")


def plan_step(draft: Draft, stage_id: str, title: str = "", place: int | None = None) -> str:
    """Add a step that is only as it should be; what lies in a stage without steps stays as it is.

    Raises:
        Problem: the stage is not in the plan.
    """
    check_outer(draft.journey, stage_id, None, "to_be")
    ensure_steps(draft, draft.journey.get(Stage, stage_id))
    return add_step(draft, stage_id, title, place, path="to_be")


def plan_card(
    draft: Draft,
    lane_id: str,
    stage_id: str,
    step_id: str | None,
    text: str = "",
    place: int | None = None,
    **fields: Any,
) -> str:
    """Add a card that is only as it should be (see `add_card`).

    Raises:
        Problem: the stage or step is not in the plan, the lane holds no cards, or there is no such
            cell.
    """
    check_outer(draft.journey, stage_id, step_id, "to_be")
    return add_card(draft, lane_id, stage_id, step_id, text, place, path="to_be", **fields)


def plan_move(
    draft: Draft,
    card_ids: Sequence[str],
    lane_id: str,
    stage_id: str,
    step_id: str | None,
    place: int | None = None,
) -> tuple[str, ...]:
    """Move cards in the plan to a place of a cell (see `move_cards`).

    A card of both paths stays where it is and gets a twin there; a twin just moves; one that comes
    back to where it was moved from, and says the same, is one card again. Within its own cell a
    card moves on both paths, but for a pinned note: that is unpinned in the plan.

    Returns:
        The ids of the cards that stand there now, in the order given.

    Raises:
        Problem: as `move_cards`, or the stage or step is not in the plan.
    """
    step_id = cell(draft.journey, lane_id, stage_id, step_id)
    check_outer(draft.journey, stage_id, step_id, "to_be")
    target = lane_id, stage_id, step_id
    moved = [_in_plan(draft, one, target) for one in dict.fromkeys(card_ids)]
    move_cards(draft, moved, *target, place)
    return tuple(rejoined(draft, one) for one in moved)


def plan_pin(draft: Draft, barrier_id: str, on_id: str, dx: float, dy: float) -> str:
    """Pin a note in the plan (see `pin_barrier`); return the id of the note that is pinned there.

    A note of both paths stays as it is and gets a twin that is pinned; on what it is pinned to
    already it slides, on both paths.
    """
    note = draft.journey.get(Barrier, barrier_id)
    for one in (note, draft.journey.find(note.moved_from)):
        own = draft.journey.find(getattr(one, "on_id", None))
        if isinstance(own, Card) and plans.stand_in(draft.journey, own.id, "to_be") == on_id:
            on_id = own.id
    slides = note.on_id == on_id
    pinned = barrier_id if slides else split_in_plan(draft, barrier_id)
    pin_barrier(draft, pinned, on_id, dx, dy)
    return rejoined(draft, pinned)


def plan_fields(draft: Draft, record_id: str, **fields: Any) -> str:
    """Change fields of a thing only as it should be; return the id of what says so.

    A card of both paths gets a twin that says it in the same place, or loses it where it says the
    same again; a touchpoint's other channel needs none. Whatever else has no words of its own for
    the plan: its fields change on both paths.

    Raises:
        Problem: the card is not in the plan.
        ValueError: there is no such field.
    """
    record = draft.journey.get(Record, record_id)
    if not isinstance(record, Card):
        set_fields(draft, record_id, **fields)
        return record_id
    if isinstance(record, Touchpoint) and "channel" in fields:
        record_id = _plan_channel(draft, record, fields.pop("channel"))
    said = plans.twin(draft.journey, record_id) or draft.journey.get(Card, record_id)
    if all(getattr(said, name, None) == value for name, value in fields.items()):
        return said.id
    twin_id = split_in_plan(draft, record_id)
    set_fields(draft, twin_id, **fields)
    return rejoined(draft, twin_id)


def split_in_plan(draft: Draft, card_id: str) -> str:
    """Give a card a twin in the same place that may say something else; return the twin's id.

    What is in the plan by itself already is its own twin.

    Raises:
        Problem: the stage or step is not in the plan.
    """
    card = draft.journey.get(Card, card_id)
    twin = plans.twin(draft.journey, card_id)
    if twin is not None:
        return twin.id
    check_outer(draft.journey, card.stage_id, card.step_id, "to_be")
    if plans.path_of(draft.journey, card) == "to_be":
        return card_id
    return make_twin(draft, card_id)


def join(draft: Draft, record_id: str, keep: State = "as_is") -> str:
    """Let a thing be on both paths again: the change is taken back, or it has come true.

    Args:
        keep: of a card and its twin, whose place, words and channel stay; `to_be`: the plan has
            come true. A new stage or step brings what was planned in it.

    Returns:
        The id of what stays.

    Raises:
        Problem: the stage or step it lies in is only on one of the paths.
    """
    record = _of_path(draft.journey, record_id)
    if isinstance(record, Card):
        return _join_card(draft, record, keep)
    if isinstance(record, Step):
        check_outer(draft.journey, record.stage_id, None, "both")
    if record.path == "to_be":
        for one in _inside(draft.journey, record):
            if not isinstance(one, Card) or one.moved_from is None:
                draft.put(replace(one, path="both"))
    draft.put(replace(record, path="both"))
    return record_id


def _join_card(draft: Draft, card: Card, keep: State) -> str:
    twin = plans.twin(draft.journey, card.id)
    origin = draft.journey.find(card.moved_from)
    pair = (origin, card) if isinstance(origin, Card) else (card, twin or card)
    stays = pair[0] if keep == "as_is" else pair[1]
    check_outer(draft.journey, stays.stage_id, stays.step_id, "both")
    if pair[0].id != pair[1].id:
        merge(draft, pair[0].id, keep)
    kept = replace(draft.journey.get(Card, pair[0].id), path="both")
    if isinstance(kept, Touchpoint) and kept.planned_channel:
        channel = plans.channel_in(kept, keep)
        kept = replace(kept, channel=channel, planned_channel="")
    draft.put(kept)
    return kept.id


def _in_plan(draft: Draft, card_id: str, target: Cell) -> str:
    """The card that moves in the plan when this one is taken: itself, its twin, or a new twin."""
    card = draft.journey.get(Card, card_id)
    twin = plans.twin(draft.journey, card_id)
    if twin is not None:
        return twin.id
    if plans.path_of(draft.journey, card) == "to_be":
        if card.path == "both" and plans.path_in(draft.journey, *target[1:]) == "both":
            draft.put(replace(card, path="to_be"))
        return card_id
    stays = plans.cell_of(card) == target and getattr(card, "on_id", None) is None
    return card_id if stays else make_twin(draft, card_id)


def _plan_channel(draft: Draft, contact: Touchpoint, channel: str) -> str:
    """Set a touchpoint's channel only as it should be; return the id of what has it.

    No channel cannot be told from no other channel, and is taken as that.
    """
    if plans.path_of(draft.journey, contact) == "both":
        planned = "" if channel == contact.channel else channel
        set_fields(draft, contact.id, planned_channel=planned)
        return contact.id
    own_id = split_in_plan(draft, contact.id)
    set_fields(draft, own_id, channel=channel, planned_channel="")
    return rejoined(draft, own_id)


def _one_again(draft: Draft, card: Card) -> str:
    """Make one card of a card and its twin, as this one says; return the id of what stays."""
    if card.moved_from is not None:
        merge(draft, card.moved_from, "to_be")
        return card.moved_from
    if plans.twin(draft.journey, card.id) is not None:
        merge(draft, card.id, "as_is")
    return card.id


def _of_path(journey: Journey, record_id: str) -> OnPath:
    record = journey.get(Record, record_id)
    if not isinstance(record, OnPath):
        raise TypeError(f"a {record.kind} has no path to choose")
    return record


def _inside(journey: Journey, record: OnPath) -> list[OnPath]:
    """What a stage or a step holds; nothing lies in a card."""
    if isinstance(record, Stage):
        return [*journey.steps(record.id), *journey.cards_of_stage(record.id)]
    if isinstance(record, Step):
        cards = journey.cards_of_stage(record.stage_id)
        return [one for one in cards if one.step_id == record.id]
    return []


def _felt_in(journey: Journey, record: OnPath) -> list[Feeling]:
    """The curve points in a stage or a step, on both paths; none in a card."""
    if not isinstance(record, Stage | Step):
        return []
    lanes = journey.lanes(journey.map_of(record) or "")
    points = (point for lane in lanes for point in journey.feelings(lane.id))
    return [one for one in points if record.id in (one.stage_id, one.step_id)]
