"""Working in the view of how it should be, from the window: the map as it is stays as it is."""

from __future__ import annotations

from PySide6.QtTest import QTest

from cjm_desktop.journey import plans, words
from cjm_desktop.journey.records import Card, Touchpoint
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.tools import texts
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap


def first(window: Window, kind: type[Card] = Touchpoint) -> Card:
    """The first card of a kind on the shown map that lies on both paths."""
    assert window.work is not None
    return next(one for one in window.work.journey if type(one) is kind and one.path == "both")


def test_deleting_takes_out_of_the_plan_and_undo_says_so(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = window.work
    assert work is not None
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
    work = window.work
    assert work is not None
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
    work = window.work
    assert work is not None
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
    work = window.work
    assert work is not None
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
    work = window.work
    assert work is not None
    card = first(window)
    window.commands["view.to_be"].trigger()
    work.editing.set(card.id, "channel", "chatbot", work.editing.session())
    window.commands["view.both"].trigger()
    work.canvas.select((card.id,))
    assert (
        "Touchpoint selected: channel:"
        in texts.chosen(work.journey, work.canvas.selection, "en").text()
    )
