"""Verbs for cards: adding, moving and copying, one or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cjm_desktop.journey import plans
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.moves.copies import put_copies
from cjm_desktop.journey.moves.fields import put_new
from cjm_desktop.journey.moves.inheriting import check_outer
from cjm_desktop.journey.moves.places import move_to, place_for, places
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import (
    CARD_OF_LANE,
    Barrier,
    Card,
    Lane,
    Stage,
    Touchpoint,
)


def add_card(
    draft: Draft,
    lane_id: str,
    stage_id: str,
    step_id: str | None,
    text: str = "",
    place: int | None = None,
    **fields: Any,
) -> str:
    """Add a card to a cell; the lane says which kind of card it is.

    Raises:
        Problem: the lane holds no cards, or there is no such cell.
    """
    step_id = cell(draft.journey, lane_id, stage_id, step_id)
    cls = CARD_OF_LANE.get(draft.journey.get(Lane, lane_id).holds)
    if cls is None:
        raise Problem("move.no_cards")
    key = place_for(draft, draft.journey.cards(lane_id, stage_id, step_id), place)
    return put_new(
        draft,
        cls,
        lane_id=lane_id,
        stage_id=stage_id,
        step_id=step_id,
        text=text,
        place=key,
        **fields,
    ).id


def move_card(
    draft: Draft,
    card_id: str,
    lane_id: str,
    stage_id: str,
    step_id: str | None,
    place: int | None = None,
) -> None:
    """Move a card to a place of a cell (see `move_cards`)."""
    move_cards(draft, [card_id], lane_id, stage_id, step_id, place)


def move_cards(
    draft: Draft,
    card_ids: Sequence[str],
    lane_id: str,
    stage_id: str,
    step_id: str | None,
    place: int | None = None,
) -> None:
    """Move cards to a place of a cell, in the order given.

    Notes pinned to a touchpoint go with it; a note that was pinned itself lies in the cell then.

    Raises:
        Problem: the lane holds other cards, there is no such cell, it is on another map, or only
            on the other one of the paths as it is and as it should be.
    """
    step_id = cell(draft.journey, lane_id, stage_id, step_id)
    cards = [draft.journey.get(Card, one) for one in dict.fromkeys(card_ids)]
    lane = draft.journey.get(Lane, lane_id)
    for card in cards:
        check_fits(lane, type(card))
        if draft.journey.get(Lane, card.lane_id).map_id != lane.map_id:
            raise Problem("move.other_map")
        if card.path != "both":
            check_outer(draft.journey, stage_id, step_id, card.path)
    there = draft.journey.cards(lane_id, stage_id, step_id)
    if all(card in there for card in cards):
        move_to(draft, there, cards, place)
        for card in cards:
            _lay_down(draft, card.id)
        return
    ids = {card.id for card in cards}
    keys = places(draft, [one for one in there if one.id not in ids], place, len(cards))
    for card, key in zip(cards, keys, strict=True):
        draft.put(replace(card, lane_id=lane_id, stage_id=stage_id, step_id=step_id, place=key))
        _lay_down(draft, card.id)
        _bring_notes(draft, card, stage_id, step_id)


def copy_cards(
    draft: Draft,
    card_ids: Sequence[str],
    lane_id: str,
    stage_id: str,
    step_id: str | None,
    place: int | None = None,
) -> tuple[str, ...]:
    """Copy cards with their evidence to a place of a cell; return the new ids in the order given.

    A copy stands for no other card in the plan unless that one is copied too; in a stage or step
    of one path only it is on that one.

    Raises:
        Problem: the lane holds other cards, or there is no such cell.
    """
    step_id = cell(draft.journey, lane_id, stage_id, step_id)
    cards = [draft.journey.get(Card, one) for one in dict.fromkeys(card_ids)]
    lane = draft.journey.get(Lane, lane_id)
    for card in cards:
        check_fits(lane, type(card))
    evidence = [one for card in cards for one in draft.journey.evidence(card.id)]
    there = draft.journey.cards(lane_id, stage_id, step_id)
    keys = places(draft, there, place, len(cards))
    new = put_copies(draft, [*cards, *evidence])
    copied = tuple(new[card.id] for card in cards)
    for one, key in zip(copied, keys, strict=True):
        card = draft.journey.get(Card, one)
        if plans.path_in(draft.journey, stage_id, step_id) != "both":
            card = replace(card, path="both", moved_from=None)
        elif card.moved_from not in copied:
            card = replace(card, moved_from=None)
        draft.put(replace(card, lane_id=lane_id, stage_id=stage_id, step_id=step_id, place=key))
        _lay_down(draft, one)
    return copied


def cell(journey: Journey, lane_id: str, stage_id: str, step_id: str | None) -> str | None:
    """The step under which cards of a cell are kept: None in lanes with one cell per stage.

    Raises:
        Problem: lane, stage and step do not meet.
    """
    lane, stage = journey.find(lane_id), journey.find(stage_id)
    step = journey.find(step_id)
    known = isinstance(lane, Lane) and isinstance(stage, Stage) and lane.map_id == stage.map_id
    if not known or (step_id is not None and getattr(step, "stage_id", None) != stage_id):
        raise Problem("move.no_cell")
    return None if isinstance(lane, Lane) and lane.per == "stage" else step_id


def check_fits(lane: Lane, cls: type[Card]) -> None:
    """Refuse a lane that holds other cards.

    Raises:
        Problem: which cards go there.
    """
    holds = CARD_OF_LANE.get(lane.holds)
    if holds is None:
        raise Problem("move.no_cards")
    if holds is not cls:
        raise Problem(f"move.only_{holds.kind}")


def _lay_down(draft: Draft, card_id: str) -> None:
    """Unpin a note: it lies in its cell."""
    card = draft.journey.get(Card, card_id)
    if isinstance(card, Barrier) and (card.on_id is not None or card.dx or card.dy):
        draft.put(replace(card, on_id=None, dx=0.0, dy=0.0))


def _bring_notes(draft: Draft, card: Card, stage_id: str, step_id: str | None) -> None:
    """Let the notes pinned to a touchpoint belong to the step it stands in now."""
    if isinstance(card, Touchpoint):
        for note in draft.journey.referrers(card.id):
            if isinstance(note, Barrier) and note.on_id == card.id:
                settle_note(draft, note, stage_id, step_id)


def settle_note(draft: Draft, note: Barrier, stage_id: str, step_id: str | None) -> None:
    """Let a pinned note belong to the step of what it stands on, at the end of that cell."""
    step_id = cell(draft.journey, note.lane_id, stage_id, step_id)
    if (note.stage_id, note.step_id) == (stage_id, step_id):
        draft.put(note)
        return
    there = draft.journey.cards(note.lane_id, stage_id, step_id)
    key = place_for(draft, there, None)
    draft.put(replace(note, stage_id=stage_id, step_id=step_id, place=key))
