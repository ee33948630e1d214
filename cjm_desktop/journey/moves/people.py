"""Verbs for personas, their part in the stages, departments and the people of a workshop."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.moves.fields import put_new, set_fields
from cjm_desktop.journey.moves.places import move_to, place_for
from cjm_desktop.journey.records import (
    Card,
    Department,
    JourneyMap,
    Participant,
    Participation,
    Persona,
    Record,
    new_id,
)
from cjm_desktop.journey.values import clean_text

COLOURS = ("#0072B2", "#009E73", "#E69F00", "#CC79A7", "#D55E00", "#56606B")
"""Colours of personas, told apart by colour-blind people too (Okabe and Ito)."""


def add_persona(draft: Draft, name: str, map_id: str | None = None, **fields: Any) -> str:
    """Add a persona to the document, and to the people of a map.

    Without a colour it gets the first that is least used.
    """
    known = draft.journey.personas()
    used = [one.colour for one in known]
    fields.setdefault("colour", min(COLOURS, key=used.count))
    fields.setdefault("place", place_for(draft, known, None))
    persona_id = put_new(draft, Persona, name=name, **fields).id
    if map_id is not None:
        journey_map = draft.journey.get(JourneyMap, map_id)
        draft.put(replace(journey_map, persona_ids=(*journey_map.persona_ids, persona_id)))
    return persona_id


def copy_persona(draft: Draft, persona_id: str, name: str) -> str:
    """Copy a persona with all that their sheet says; the copy stands right behind them.

    It walks on the same maps, in a colour of its own. Their curve and their part in the stages are
    not copied: those are what tells two personas apart.
    """
    original = draft.journey.get(Persona, persona_id)
    known = draft.journey.personas()
    used = [one.colour for one in known]
    copy = replace(
        original,
        id=new_id(),
        name=clean_text(name),
        colour=min(COLOURS, key=used.count),
        place=place_for(draft, known, known.index(original) + 1),
    )
    draft.put(copy)
    for one in draft.journey.maps():
        if persona_id in one.persona_ids:
            draft.put(replace(one, persona_ids=(*one.persona_ids, copy.id)))
    return copy.id


def move_persona(
    draft: Draft, persona_id: str, place: int | None, segment: str | None = None
) -> None:
    """Give a persona another place among all personas, and another segment.

    Args:
        place: index among the others; None: at the end.
        segment: how the people of the segment behave; None: as it is.
    """
    persona = draft.journey.get(Persona, persona_id)
    move_to(draft, draft.journey.personas(), [persona], place)
    if segment is not None:
        set_fields(draft, persona_id, segment=segment)


def rename_segment(draft: Draft, segment: str, renamed: str) -> None:
    """Describe a segment in other words: all its personas go along."""
    for one in draft.journey.personas():
        if one.segment.strip() == segment.strip():
            set_fields(draft, one.id, segment=renamed)


def put_first(draft: Draft, map_id: str, persona_id: str) -> None:
    """Let a map draw this one of its personas large."""
    journey_map = draft.journey.get(JourneyMap, map_id)
    rest = tuple(one for one in journey_map.persona_ids if one != persona_id)
    draft.put(replace(journey_map, persona_ids=(persona_id, *rest)))


def add_department(draft: Draft, name: str, **fields: Any) -> str:
    """Add a department of the company, or an owner outside it."""
    fields.setdefault("place", place_for(draft, draft.journey.all(Department), None))
    return put_new(draft, Department, name=name, **fields).id


def add_participant(draft: Draft, name: str, department_id: str | None = None) -> str:
    """Add a person who takes part in the workshop."""
    key = place_for(draft, draft.journey.all(Participant), None)
    return put_new(draft, Participant, name=name, department_id=department_id, place=key).id


def turn_persona(draft: Draft, record_id: str, persona_id: str) -> None:
    """Let a card be a persona's, or a map their journey; or no more, where it is so already.

    Raises:
        TypeError: it is neither a card nor a map.
    """
    record = draft.journey.get(Record, record_id)
    if not isinstance(record, (Card, JourneyMap)):
        raise TypeError(f"a {record.kind} has no personas")
    on = record.persona_ids
    rest = tuple(one for one in on if one != persona_id)
    draft.put(replace(record, persona_ids=rest if persona_id in on else (*on, persona_id)))


def set_participation(
    draft: Draft,
    persona_id: str,
    stage_id: str,
    involvement: Literal["decides", "influences", "takes_part", "absent"] | None = None,
    stance: Literal["", "for", "unsure", "against"] | None = None,
    note: str | None = None,
) -> str:
    """Say how a persona takes part in a stage and where they stand; None: as it is.

    Returns:
        The id of the participation.
    """
    known = [p.id for p in draft.journey.participation(stage_id) if p.persona_id == persona_id]
    if known:
        participation_id = known[0]
    else:
        made = put_new(draft, Participation, persona_id=persona_id, stage_id=stage_id)
        participation_id = made.id
    said = {"involvement": involvement, "stance": stance, "note": note}
    changes = {name: value for name, value in said.items() if value is not None}
    set_fields(draft, participation_id, **changes)
    return participation_id
