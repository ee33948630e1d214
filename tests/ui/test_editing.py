"""What the history calls the edits of panels; no window is needed for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cjm_desktop.document import Document, Home
from cjm_desktop.journey import moves, templates, words
from cjm_desktop.journey.records import Barrier, Feeling, Persona, Stage
from cjm_desktop.ui.editing import Editing


@pytest.fixture
def editing(tmp_path: Path) -> Iterator[Editing]:
    document = Document.create(templates.make("sample-b2b", "en"), Home(tmp_path))
    yield Editing(document, "en")
    document.discard()


def last(editing: Editing) -> str:
    step = editing.document.undo_step
    assert step is not None
    return step.name("en")


def test_a_name_that_is_typed_names_the_step_as_it_is_at_the_end(editing: Editing) -> None:
    stage, session = editing.journey.all(Stage)[0], editing.session()
    for end in range(1, 5):
        editing.set(stage.id, "title", "Need"[:end], session)
    assert last(editing) == "Rename to “Need”"
    assert len(editing.document.history()) == 1
    persona = editing.journey.all(Persona)[0]
    editing.set(persona.id, "role", "Buyer", editing.session())
    editing.set(persona.id, "name", "Anna", editing.session())
    assert last(editing) == "Change the persona “Anna”"


def test_a_name_that_is_taken_away_names_what_it_was_of(editing: Editing) -> None:
    stage = editing.journey.all(Stage)[0]
    editing.set(stage.id, "title", "", editing.session())
    assert last(editing) == "Change “stage”"


def test_feelings_are_told_apart_by_their_place(editing: Editing) -> None:
    first = editing.journey.all(Feeling)[0]
    curve = editing.journey.curve(first.lane_id, first.persona_id, first.path)
    names = set()
    for feeling in curve:
        editing.set(feeling.id, "note", "seen", editing.session())
        names.add(last(editing))
    assert len(names) == len(curve) > 4
    assert "Change the feeling at “Comparing offers”" in names


def test_what_changes_nothing_is_no_step(editing: Editing) -> None:
    stage = editing.journey.all(Stage)[0]
    editing.set(stage.id, "title", stage.title, editing.session())
    assert editing.document.undo_step is None
    editing.do("step.delete_stage", stage.title, lambda draft: moves.drop(draft, stage.id))
    assert last(editing) == f"Delete the stage “{stage.title}”"


def test_evidence_and_personas_are_steps_named_by_their_card(editing: Editing) -> None:
    barrier, persona = editing.journey.all(Barrier)[0], editing.journey.all(Persona)[-1]
    before = len(editing.journey.evidence(barrier.id))
    made = editing.add_evidence(barrier.id, "reviews")
    assert made in {one.id for one in editing.journey.evidence(barrier.id)}
    assert len(editing.journey.evidence(barrier.id)) == before + 1
    assert barrier.text[:20] in last(editing)
    for on in (persona.id not in barrier.persona_ids, persona.id in barrier.persona_ids):
        editing.turn_persona(barrier.id, persona.id)
        assert (persona.id in editing.journey.get(Barrier, barrier.id).persona_ids) is on
        assert barrier.text[:20] in last(editing)
    journey_map = editing.journey.maps()[0]
    editing.turn_persona(journey_map.id, persona.id)
    assert persona.id not in editing.journey.maps()[0].persona_ids
    assert last(editing) == words.say("step.map_personas", "en", name=journey_map.title)
    assert editing.add_evidence("nothing", "crm") is None
