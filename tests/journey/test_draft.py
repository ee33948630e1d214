"""Drafts: what changed, and nothing else."""

import pytest

from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import MapDocument, Persona

ANN, BOB = Persona(id="ann", name="Ann"), Persona(id="bob", name="Bob")


def test_a_draft_tells_new_and_changed_records_in_the_order_touched() -> None:
    draft = Draft(Journey([ANN]))
    draft.put(BOB)
    draft.put(Persona(id="ann", name="Anna"))
    assert [one.id for one in draft.changed()] == ["bob", "ann"]
    assert draft.dropped() == ()
    assert draft.base.get(Persona, "ann").name == "Ann"


def test_what_comes_back_to_what_it_was_has_not_changed() -> None:
    draft = Draft(Journey([ANN]))
    draft.put(Persona(id="ann", name="Anna"))
    draft.put(Persona(id="ann", name="Ann"))
    draft.put(BOB)
    draft.drop("bob")
    assert draft.changed() == ()
    assert draft.dropped() == ()


def test_dropped_records_are_told_as_they_were() -> None:
    draft = Draft(Journey([ANN, BOB]))
    draft.put(Persona(id="ann", name="Anna"))
    draft.drop("ann")
    assert draft.dropped() == (ANN,)
    assert "ann" not in draft.journey
    with pytest.raises(KeyError):
        draft.drop("ann")


def test_a_draft_leaves_its_base_alone() -> None:
    base = Journey([MapDocument(title="old"), ANN])
    draft = Draft(base)
    draft.put(MapDocument(title="new"))
    draft.drop("ann")
    assert base.document.title == "old"
    assert base.personas() == (ANN,)
