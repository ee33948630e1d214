"""Working in the view of how it should be, from the window: the map as it is stays as it is."""

from __future__ import annotations

from PySide6.QtTest import QTest

from cjm_desktop.journey import chain, moves, plans, words
from cjm_desktop.journey.records import Barrier, Card, Stage, Touchpoint
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.parts.chain import Chain
from cjm_desktop.ui.tools import texts
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap, work_of


def first(window: Window, kind: type[Card] = Touchpoint) -> Card:
    """The first card of a kind on the shown map that lies on both paths."""
    assert window.work is not None
    return next(one for one in window.work.journey if type(one) is kind and one.path == "both")


def test_deleting_takes_out_of_the_plan_and_undo_says_so(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    window.commands["view.to_be"].trigger()
    card = first(window)
    work.canvas.select((card.id,))
    window.commands["edit.delete"].trigger()
    assert work.journey.get(Card, card.id).path == "as_is"
    assert "out of the plan" in window.commands["edit.undo"].text()
    assert card.id not in {one.record_id for c in work.canvas.drawing.cells.values()
                           for one in c.pieces}  # fmt: skip


def test_typing_over_a_card_gives_it_other_words_in_the_plan(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    window.commands["view.to_be"].trigger()
    card = first(window)
    work.canvas.edit_text(card.id)
    editor = work.canvas.writing.editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Chat")
    work.canvas.writing.commit()
    twin = plans.twin(work.journey, card.id)
    assert twin is not None
    assert (work.journey.get(Card, card.id).text, twin.text) == (card.text, "Chat")
    assert work.canvas.selection == (twin.id,)


def test_the_inspector_goes_on_with_the_words_of_the_plan(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work, inspector = window.work, window.bench.inspector
    assert work is not None
    window.commands["view.to_be"].trigger()
    card = first(window)
    work.canvas.select((card.id,))
    page = inspector.page
    assert page is not None
    field = page.fields["text"]
    for text in ("C", "Ch", "Chat"):
        field.edited.emit(text)
    twin = plans.twin(work.journey, card.id)
    assert twin is not None
    assert inspector.page is page
    assert (page.record_id, twin.text) == (twin.id, "Chat")
    assert work.journey.get(Card, card.id).text == card.text
    window.commands["edit.undo"].trigger()
    assert plans.twin(work.journey, card.id) is None


def test_the_channel_of_the_plan_is_kept_beside_that_of_today(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    work = work_of(window)
    card = first(window)
    assert isinstance(card, Touchpoint)
    window.commands["view.to_be"].trigger()
    work.editing.set(card.id, "channel", "chatbot", work.editing.session())
    work.canvas.select((card.id,))
    page = window.bench.inspector.page
    assert page is not None
    field = page.fields["channel"].control
    assert field.currentText().lower() == words.say("channel.chatbot", "en").lower()
    window.commands["view.as_is"].trigger()
    assert field.currentText().lower() == words.say(f"channel.{card.channel}", "en").lower()
    now = work.journey.get(Touchpoint, card.id)
    assert (now.channel, now.planned_channel) == (card.channel, "chatbot")


def test_the_choice_of_the_path_keeps_words_and_place_together(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    work = work_of(window)
    card = first(window)
    window.commands["view.to_be"].trigger()
    work.canvas.select((card.id,))
    work.editing.set(card.id, "text", "Chat", work.editing.session())
    twin = work.canvas.selection[-1]
    assert twin != card.id
    work.editing.set(twin, "path", "both", work.editing.session())
    assert work.journey.get(Card, card.id).text == "Chat"
    assert twin not in work.journey
    assert work.canvas.selection == (card.id,)


def test_the_status_bar_says_what_the_plan_does(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    card = first(window)
    window.commands["view.to_be"].trigger()
    work.editing.set(card.id, "channel", "chatbot", work.editing.session())
    window.commands["view.both"].trigger()
    work.canvas.select((card.id,))
    assert (
        "Touchpoint selected: channel:"
        in texts.chosen(work.journey, work.canvas.selection, "en").text()
    )


def test_an_answer_to_a_barrier_is_only_planned_there(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    barrier = first(window, Barrier)
    for view, path in (("to_be", "to_be"), ("as_is", "both")):
        window.commands[f"view.{view}"].trigger()
        work.canvas.select((barrier.id,))
        made = work.canvas.deeds.answer()
        assert made is not None
        assert work.journey.get(Card, made).path == path
        work.canvas.writing.give_up()
    page = window.bench.inspector.page
    window.commands["view.to_be"].trigger()
    bare = next(
        one
        for one in work.journey
        if type(one) is Barrier
        and one.path == "both"
        and not chain.of(work.journey, one.id).opportunities
    )
    work.canvas.select((bare.id,))
    page = window.bench.inspector.page
    assert page is not None
    links = next(one for one in page.parts if isinstance(one, Chain))
    links._add_opportunity()
    (answer,) = chain.of(work.journey, bare.id).opportunities
    assert answer.path == "to_be"


def test_a_persona_is_turned_only_in_the_plan(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    barrier = first(window, Barrier)
    persona = work.journey.personas(work.map_id)[0]
    on = persona.id in barrier.persona_ids
    window.commands["view.to_be"].trigger()
    work.canvas.select((barrier.id,))
    work.editing.turn_persona(barrier.id, persona.id)
    twin = plans.twin(work.journey, barrier.id)
    assert twin is not None
    assert (persona.id in twin.persona_ids) is not on
    assert (persona.id in work.journey.get(Card, barrier.id).persona_ids) is on
    assert work.canvas.selection == (twin.id,)


def test_what_the_plan_cannot_have_alone_says_that_it_changes_both(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    work = work_of(window)
    stages = work.journey.stages(work.map_id)
    step = work.journey.steps(stages[1].id)[1]

    def offered(record_id: str) -> list[str]:
        work.canvas.select((record_id,))
        menu = window.bench.edits.menu_of(record_id)
        found = [one.text().replace("&", "") for one in menu.actions()]
        menu.deleteLater()
        return found

    window.commands["view.as_is"].trigger()
    assert "Merge with the next stage" in offered(stages[0].id)
    window.commands["view.to_be"].trigger()
    assert "Merge with the next stage: on both paths" in offered(stages[0].id)
    assert "Split the stage before this step: on both paths" in offered(step.id)
    language = work.look.language
    said = texts.chosen(work.journey, (stages[0].id,), language, "to_be").text()
    assert "[Ctrl]+[→] move on both paths" in said
    assert "both" not in texts.chosen(work.journey, (stages[0].id,), language).text()


def test_a_stage_is_merged_with_the_next_one_that_is_seen(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    first_stage, second, *_ = work.journey.stages(work.map_id)
    with work.document.edit("step.add_stage", name="x") as draft:
        today = moves.add_stage(draft, work.map_id, "Only today", 1, path="as_is")
    window.commands["view.to_be"].trigger()
    told: list[str] = []
    work.canvas.refused.connect(told.append)
    work.canvas.select((first_stage.id,))
    window.commands["map.merge"].trigger()
    assert today in work.journey
    assert second.id in work.journey
    assert [one.split(";")[0] for one in told] == ["Only neighbouring stages share a border"]


def test_a_stage_taken_out_of_the_plan_leads_to_the_one_beside_it(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    work = work_of(window)
    window.commands["view.to_be"].trigger()
    first_stage, second, *_ = work.journey.stages(work.map_id)
    work.canvas.select((first_stage.id,))
    window.commands["edit.delete"].trigger()
    assert work.journey.get(Stage, first_stage.id).path == "as_is"
    assert work.canvas.selection == (second.id,)
