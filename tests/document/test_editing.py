"""One edit: one transaction, one step, and everyone told; or nothing at all."""

import json
from dataclasses import replace

import pytest

from cjm_desktop.document import Change, Document, Ready
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Card, MapDocument, Stage, Touchpoint
from cjm_desktop.storage.contents import read_all
from cjm_desktop.storage.people import user_name
from tests.document.doing import add_card, set_text, state, texts


def on_disk(document: Document) -> object:
    return read_all(document._keeper.copy.connection).journey


def test_an_edit_is_on_disk_in_memory_and_told(document: Document) -> None:
    told: list[Change] = []
    document.watch(told.append)
    card_id = add_card(document, "звонок")
    assert texts(document).count("звонок") == 1
    assert on_disk(document) == document.journey
    (change,) = told
    assert change.cause == "edit"
    assert [record.id for record in change.put] == [card_id]
    assert change.put[0] is document.journey.get(Touchpoint, card_id)
    assert change.dropped == ()


def test_those_who_stopped_watching_are_not_told(document: Document) -> None:
    told: list[Change] = []
    stop = document.watch(told.append)
    add_card(document, "one")
    stop()
    stop()
    add_card(document, "two")
    assert len(told) == 1


def test_the_journey_stays_the_same_object(document: Document) -> None:
    journey = document.journey
    add_card(document, "one")
    document.undo()
    assert document.journey is journey


def test_an_exception_leaves_everything_as_it_was(document: Document) -> None:
    before, steps = state(document), document.history()
    told: list[Change] = []
    document.watch(told.append)
    with pytest.raises(KeyError), document.edit("step.edit") as draft:
        moves.set_fields(draft, "no such record", title=moves.add_map(draft, "other"))
    assert document.journey == before == on_disk(document)
    assert document.history() == steps
    assert not told
    assert not document.unpublished


def test_a_broken_rule_leaves_everything_as_it_was(document: Document) -> None:
    before = state(document)
    stage = document.journey.all(Stage)[0]
    with pytest.raises(Problem), document.edit("step.edit") as draft:
        draft.put(replace(stage, map_id="nowhere"))
    assert document.journey == before == on_disk(document)
    assert document.undo_step is None


def test_an_edit_made_ready_is_kept_unless_the_map_has_changed_since(document: Document) -> None:
    card = add_card(document, "one")

    def ready(text: str) -> Ready:
        draft = Draft(document.journey)
        moves.set_fields(draft, card, text=text)
        return document.ready(draft)

    first, late = ready("two"), ready("three")
    assert texts(document).count("one") == 1, "nothing is written before it is kept"
    assert document.keep(first, "step.edit_text", name="two")
    assert len(document.history()) == 2
    after = state(document)
    assert after == on_disk(document)
    assert texts(document).count("two") == 1
    assert not document.keep(late, "step.edit_text", name="three")
    assert document.journey == after == on_disk(document)
    document.undo()
    assert texts(document).count("one") == 1


def test_what_a_rule_refuses_is_not_ready(document: Document) -> None:
    draft = Draft(document.journey)
    draft.put(replace(document.journey.all(Stage)[0], map_id="nowhere"))
    with pytest.raises(Problem):
        document.ready(draft)


def test_what_changes_nothing_is_no_step(document: Document) -> None:
    told: list[Change] = []
    document.watch(told.append)
    with document.edit("step.edit") as draft:
        draft.put(document.journey.document)
    with document.edit("step.edit"):
        pass
    assert document.history() == ()
    assert not told


def test_a_watcher_may_not_edit(document: Document) -> None:
    def greedy(_: Change) -> None:
        add_card(document, "again")

    document.watch(greedy)
    with pytest.raises(RuntimeError, match="may not change"):
        add_card(document, "one")
    assert texts(document).count("again") == 0


def test_an_edit_within_an_edit_is_refused(document: Document) -> None:
    with pytest.raises(RuntimeError, match="may not change"), document.edit("step.edit"):
        document.undo()


def test_all_watchers_are_told_although_one_fails(document: Document) -> None:
    told: list[Change] = []

    def broken(_: Change) -> None:
        raise LookupError("a bug in a panel")

    document.watch(broken)
    document.watch(told.append)
    with pytest.raises(LookupError):
        add_card(document, "one")
    assert len(told) == 1
    assert on_disk(document) == document.journey


def test_undo_and_redo(document: Document) -> None:
    opened = state(document)
    card_id = add_card(document, "one")
    set_text(document, card_id, "two")
    edited = state(document)
    told: list[Change] = []
    document.watch(told.append)

    assert document.undo() == told[-1]
    assert document.journey.get(Touchpoint, card_id).text == "one"
    document.undo()
    assert document.journey == opened == on_disk(document)
    assert document.undo() is None
    assert [change.cause for change in told] == ["undo", "undo"]
    assert [record.id for record in told[-1].dropped] == [card_id]

    document.redo()
    document.redo()
    assert document.journey == edited == on_disk(document)
    assert document.redo() is None
    assert told[-1].cause == "redo"


def test_steps_are_named_in_both_languages(document: Document) -> None:
    card_id = add_card(document, "звонок")
    with document.edit("step.nobody.knows", name="x") as draft:
        moves.set_fields(draft, card_id, text="other")
    first, second = document.history()
    assert (first.number, first.key, first.values) == (1, "step.add_card", {"name": "звонок"})
    assert first.by == user_name()
    assert "звонок" in first.name("ru")
    assert first.name("ru") != first.name("en")
    assert second.name("en") == "Change"
    assert document.undo_step == second
    document.undo()
    assert document.undo_step == first
    assert document.redo_step is not None
    assert document.redo_step.undone


def test_a_strange_name_of_a_user_is_noted_as_it_is_read_again(
    monkeypatch: pytest.MonkeyPatch, document: Document
) -> None:
    monkeypatch.setenv("LOGNAME", "\udcff\x01 Анна " + "a" * 5000)
    add_card(document, "one")
    assert document.history()[-1].by == user_name() == "Анна " + "a" * 75
    ((words,),) = document._keeper.copy.ask("SELECT words FROM history")
    assert len(str(words)) < 1000


def test_a_new_edit_after_undo_drops_what_was_undone(document: Document) -> None:
    for text in ("one", "two", "three"):
        add_card(document, text)
    document.undo()
    document.undo()
    add_card(document, "other")
    assert [step.values["name"] for step in document.history()] == ["one", "other"]
    assert document.redo_step is None
    assert [step.number for step in document.history()] == [1, 2]


def test_typing_is_one_step_yet_each_letter_is_kept(document: Document) -> None:
    card_id = add_card(document, "")
    before = state(document)
    for text in ("п", "пи", "пис", "письмо"):
        set_text(document, card_id, text, merge="typing 1")
        assert on_disk(document) == document.journey
    set_text(document, card_id, "письмо!", merge="typing 2")
    assert len(document.history()) == 3
    assert document.history()[1].values["name"] == "письмо"
    document.undo()
    assert document.journey.get(Touchpoint, card_id).text == "письмо"
    document.undo()
    assert document.journey == before


def test_typing_back_to_where_it_began_leaves_no_step(document: Document) -> None:
    card_id = add_card(document, "a")
    set_text(document, card_id, "ab", merge="typing")
    set_text(document, card_id, "a", merge="typing")
    assert len(document.history()) == 1
    set_text(document, card_id, "ac", merge="typing")
    assert len(document.history()) == 2
    document.undo()
    document.undo()
    assert card_id not in document.journey


def test_undo_ends_a_merge(document: Document) -> None:
    card_id = add_card(document, "a")
    set_text(document, card_id, "ab", merge="typing")
    document.undo()
    set_text(document, card_id, "b", merge="typing")
    assert len(document.history()) == 2
    document.undo()
    assert document.journey.get(Touchpoint, card_id).text == "a"


def test_going_to_any_step(document: Document) -> None:
    states = [state(document)]
    for text in "abcdef":
        add_card(document, text)
        states.append(state(document))
    for number in (3, 0, 6, 5, 1, 2):
        change = document.go_to(number)
        assert change is not None
        assert document.journey == states[number] == on_disk(document)
        assert sum(not step.undone for step in document.history()) == number
    assert document.go_to(2) is None


def test_a_card_that_becomes_a_touchpoint_keeps_its_id(document: Document) -> None:
    card_id = add_card(document, "one")
    touchpoint = document.journey.get(Touchpoint, card_id)
    lane = next(
        one
        for one in document.journey.lanes(document.journey.maps()[0].id)
        if one.holds == "actions"
    )
    card = Card(
        id=card_id, lane_id=lane.id, stage_id=touchpoint.stage_id, step_id=touchpoint.step_id
    )
    told: list[Change] = []
    document.watch(told.append)
    with document.edit("step.edit") as draft:
        draft.put(card)
    assert told[-1].put == (card,)
    assert told[-1].dropped == ()
    assert on_disk(document) == document.journey
    document.undo()
    assert document.journey.find(card_id) == touchpoint
    assert on_disk(document) == document.journey
    document.redo()
    assert document.journey.find(card_id) == card


def test_reverting_is_a_step_that_can_be_taken_back(saved: Document) -> None:
    edited = state(saved)
    told: list[Change] = []
    saved.watch(told.append)
    saved.revert()
    assert told[-1].cause == "revert"
    assert "первая" not in texts(saved)
    assert saved.revert() is None
    saved.undo()
    assert saved.journey == edited
    assert saved.history()[-1].name("ru") == "Вернуть как при открытии"


def test_the_language_is_the_maps(document: Document) -> None:
    assert document.language == "ru"
    with document.edit("step.edit") as draft:
        draft.put(replace(draft.journey.get(MapDocument, "document"), language="en"))
    assert document.language == "en"


def test_an_edit_that_changes_nothing_leaves_the_view_to_the_next(document: Document) -> None:
    document.view_state = {"scale": 2}
    with document.edit("step.edit"):
        pass
    add_card(document, "a real edit")
    meta = read_all(document._keeper.copy.connection).meta
    assert json.loads(str(meta["view_state"])) == {"scale": 2}


def test_view_state_is_no_step(document: Document) -> None:
    document.view_state = {"map": "m", "scale": 1.5}
    assert document.view_state == {"map": "m", "scale": 1.5}
    assert document.history() == ()
    assert not document.unpublished
