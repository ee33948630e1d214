"""Doing to a draft what a line of wall notes asks for."""

from __future__ import annotations

from functools import singledispatch
from typing import Literal, NamedTuple

from cjm_desktop.exchange.wallnotes.reading import Add, At, Drop, Move, Note, Reword, Turn
from cjm_desktop.journey import codes, felt, moves, naming, plans
from cjm_desktop.journey.codes import Coded, Said
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import CARD_OF_LANE, Barrier, Feeling, Lane, Record
from cjm_desktop.journey.values import clean_text
from cjm_desktop.journey.words import Key


class Done(NamedTuple):
    """What was done, and to what."""

    kind: Literal["reword", "move", "raise", "lower", "drop", "add"]
    record_id: str
    words: Problem
    at_id: str = ""
    """The step or stage that it goes to."""


def act(draft: Draft, map_id: str, note: Note) -> Done:
    """Do what a line asks for.

    Raises:
        Problem: why it cannot be done; the draft is of no use then.
    """
    return _act(note, draft, map_id)


@singledispatch
def _act(note: Note, draft: Draft, map_id: str) -> Done:
    raise TypeError(note)


def _meant(draft: Draft, map_id: str, said: Said) -> tuple[Coded, str]:
    """The card a code names, and that code as the map has it."""
    found = codes.find_here(draft.journey, map_id, said)
    return found, codes.code_of(draft.journey, map_id, found)


@_act.register
def _reword(note: Reword, draft: Draft, map_id: str) -> Done:
    record, code = _meant(draft, map_id, note.said)
    field = "word" if isinstance(record, Feeling) else "text"
    text = clean_text(note.text)
    if not text.strip():
        raise Problem("wallnotes.nothing", code=code)
    if getattr(record, field) == text:
        raise Problem("wallnotes.same_words", code=code)
    moves.set_fields(draft, record.id, **{field: text})
    words = Problem("wallnotes.reword", code=code, was=naming.named(record), text=text)
    return Done("reword", record.id, words)


@_act.register
def _drop(note: Drop, draft: Draft, map_id: str) -> Done:
    record, code = _meant(draft, map_id, note.said)
    moves.drop(draft, record.id)
    return Done("drop", record.id, Problem("wallnotes.drop", code=code, name=naming.named(record)))


@_act.register
def _turn(note: Turn, draft: Draft, map_id: str) -> Done:
    record, code = _meant(draft, map_id, note.said)
    by = 1 if note.up else -1
    if isinstance(record, Barrier):
        level = record.severity + by
        if not 1 <= level <= 3:
            end = "severe" if note.up else "slight"
            raise Problem(f"wallnotes.most_{end}", code=code)
        moves.set_fields(draft, record.id, severity=level)
        said = Key(f"severity.{level}")
        words = Problem("wallnotes.severity", code=code, name=naming.named(record), level=said)
        return Done("raise" if note.up else "lower", record.id, words)
    if isinstance(record, Feeling):
        value = max(felt.LOWEST, min(felt.HIGHEST, record.value + by))
        if value == record.value:
            raise Problem(f"wallnotes.feels_{'best' if note.up else 'worst'}", code=code)
        moves.set_fields(draft, record.id, value=value)
        words = Problem("wallnotes.feeling", code=code, was=record.value, now=value)
        return Done("raise" if note.up else "lower", record.id, words)
    raise Problem("wallnotes.no_turn", code=code)


@_act.register
def _move(note: Move, draft: Draft, map_id: str) -> Done:
    record, code = _meant(draft, map_id, note.said)
    if isinstance(record, Feeling):
        raise Problem("wallnotes.feeling_stays", code=code)
    stage_id, step_id, where = _cell(draft.journey, map_id, record.lane_id, note.at)
    pinned = isinstance(record, Barrier) and record.on_id is not None
    if (record.stage_id, record.step_id) == (stage_id, step_id) and not pinned:
        raise Problem("wallnotes.there", code=code, at=note.at.text)
    moves.move_card(draft, record.id, record.lane_id, stage_id, step_id)
    name = naming.named(record)
    words = Problem("wallnotes.move", code=code, name=name, at=note.at.text, where=where)
    return Done("move", record.id, words, step_id or stage_id)


@_act.register
def _add(note: Add, draft: Draft, map_id: str) -> Done:
    journey = draft.journey
    holds = codes.holds_of(note.letter) if note.letter else "barriers"
    lane = _lane(journey, map_id, str(holds), note.letter)
    stage_id, step_id, where = _cell(journey, map_id, lane.id, note.at)
    text = clean_text(note.text)
    if lane.holds == "feelings":
        record_id = _feel(draft, lane, (stage_id, step_id), text)
    else:
        path = plans.path_in(journey, stage_id, step_id)
        record_id = moves.add_card(draft, lane.id, stage_id, step_id, text, path=path)
    kind = Key(f"kind.{draft.journey.get(Record, record_id).kind}")
    words = Problem("wallnotes.add", kind=kind, text=text, at=note.at.text, where=where)
    return Done("add", record_id, words, step_id or stage_id)


def _feel(draft: Draft, lane: Lane, cell: tuple[str, str | None], text: str) -> str:
    """A new point of the customer's curve: its value, then its word."""
    found = felt.read(text)
    if found is None or not found.on_scale:
        raise Problem("wallnotes.how_to_feel")
    stage_id, step_id = cell
    there = [
        one
        for one in draft.journey.feelings(lane.id)
        if (one.stage_id, one.step_id) == cell and one.persona_id is None and not one.between
    ]
    if there:
        code = codes.code_of(draft.journey, lane.map_id, there[0])
        raise Problem("wallnotes.felt", code=code or naming.named(there[0]))
    return moves.set_feeling(draft, lane.id, stage_id, step_id, found.value, word=found.word)


def _lane(journey: Journey, map_id: str, holds: str, letter: str) -> Lane:
    """The lane that new cards of a kind go to: the first that is not folded, else the first."""
    known = codes.LETTERS["en"]
    lanes = [
        one
        for one in journey.lanes(map_id)
        if one.holds == holds
        or (holds == "text" and one.holds in CARD_OF_LANE and one.holds not in known)
    ]
    if not lanes:
        raise Problem("wallnotes.no_lane", lane=Key(f"lane.{holds}"), letter=letter)
    return min(lanes, key=lambda one: (one.holds != holds, one.folded))


def _cell(journey: Journey, map_id: str, lane_id: str, at: At) -> tuple[str, str | None, str]:
    """The stage and step that coordinates name in a lane, and what it is called.

    Raises:
        Problem: there is no such place, or the step must be said.
    """
    stages = journey.stages(map_id)
    if not 1 <= at.stage <= len(stages):
        raise Problem("wallnotes.no_stage", at=at.text, last=len(stages))
    stage = stages[at.stage - 1]
    steps = journey.steps(stage.id)
    whole = journey.get(Lane, lane_id).per == "stage"
    if at.step is not None and not (1 <= at.step <= len(steps) or (not steps and at.step == 1)):
        raise Problem("wallnotes.no_step", at=at.text, stage=at.stage, last=len(steps))
    if at.step is None and steps and not whole:
        raise Problem("wallnotes.which_step", stage=at.stage, last=len(steps))
    step = steps[at.step - 1] if at.step is not None and steps and not whole else None
    return stage.id, step.id if step else None, naming.named(step or stage)
