"""The bar that finds on the maps: counts, list, marks, leading to each hit, and replacing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import finding, moves
from cjm_desktop.journey.finding import Finder
from cjm_desktop.journey.records import (
    Card,
    Feeling,
    Hypothesis,
    Lane,
    Measurement,
    Participation,
    Persona,
    Record,
    Stage,
    Touchpoint,
)
from cjm_desktop.ui.controls import Section
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.finding.bar import EVERYWHERE, FindBar
from cjm_desktop.ui.finding.rewording import WHERE, parts
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of
from tests.ui.surfaces import settle

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def begin(window: Window, words: str) -> FindBar:
    """Look for words as one does by the keyboard."""
    QTest.keyClick(window.work.canvas if window.work else window, Key.Key_F, CONTROL)
    bar = window.bench.find.bar
    assert bar.isVisible()
    assert bar.field.hasFocus()
    bar.field.setText(words)
    return bar


def set_field(window: Window, record_id: str, **fields: object) -> None:
    """Change a record as if it had been so."""
    with work_of(window).document.edit("step.edit", name="x") as draft:
        moves.set_fields(draft, record_id, **fields)


def test_what_was_found_is_counted_listed_and_gone_through(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work, find = work_of(window), window.bench.find
    bar = begin(window, "PRICE")
    hits = find.hits
    assert len(hits) == len(Finder().find(work.journey, "price")) > 2
    assert bar.count.text() == f"{len(hits)} found"
    assert bar.list.model().rowCount() == len(hits)
    for number, hit in enumerate(hits):
        QTest.keyClick(bar.field, Key.Key_Return)
        assert bar.count.text() == f"{number + 1} of {len(hits)}"
        assert bar.list.currentIndex().row() == number
        assert find.hits[find.current] == hit
        assert bar.field.hasFocus()
    QTest.keyClick(bar.field, Key.Key_F3)
    assert find.current == 0
    QTest.keyClick(bar.field, Key.Key_Return, SHIFT)
    assert find.current == len(hits) - 1
    bar.field.setText("nowhere to be seen")
    assert bar.count.text() == "Nothing found"
    assert not bar.next.isEnabled()


def test_the_list_is_walked_by_arrows_and_clicks(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work, find = work_of(window), window.bench.find
    bar = begin(window, "price")
    QTest.keyClick(bar.field, Key.Key_Down)
    assert bar.list.hasFocus()
    assert find.current == 0
    QTest.keyClick(bar.list, Key.Key_Down)
    assert find.current == 1
    assert work.canvas.selection == (find.hits[1].record_id,)
    # The map's own keys stay quiet while one reads.
    QTest.keyClick(bar.list, Key.Key_Delete)
    QTest.keyClick(bar.list, Key.Key_N)
    assert find.hits[1].record_id in work.journey
    assert work.canvas.tool == "select"
    place = bar.list.visualRect(bar.list.hits.index(0, 0)).center()
    QTest.mouseClick(bar.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert find.current == 0
    bar.list.setFocus()
    QTest.keyClick(bar.list, Key.Key_Up)
    assert bar.field.hasFocus()


def test_what_lies_on_the_map_is_chosen_and_brought_into_view(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    work = work_of(window)
    work.canvas.set_zoom(3.0)
    card = work.journey.all(Touchpoint)[-1]
    set_field(window, card.id, text="A zebra at the gate")
    bar = begin(window, "zebra")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert work.canvas.selection == (card.id,)
    rect = work.canvas.record_rect(card.id)
    assert rect is not None
    assert work.canvas.viewport().rect().contains(rect.center().toPoint())
    (one, place) = window.bench.find._tell(0)
    assert "".join(one) == "A zebra at the gate"
    assert place.endswith("Touchpoints")


def test_hits_are_marked_while_the_bar_is_open(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    canvas = work_of(window).canvas
    cards = work_of(window).journey.all(Card)[:3]
    for one in cards:
        set_field(window, one.id, text="zebra")
    before = canvas.grab().toImage()
    bar = begin(window, "zebra")
    assert set(canvas.traces.marked(canvas.drawing)) == {one.id for one in cards}
    assert canvas.grab().toImage() != before
    QTest.keyClick(bar.field, Key.Key_Return)
    assert canvas.traces.current == window.bench.find.hits[0].record_id
    # In another drawing of the map they are marked as well.
    set_field(window, work_of(window).journey.all(Card)[5].id, text="another")
    assert set(canvas.traces.marked(canvas.drawing)) == {one.id for one in cards}
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert not bar.isVisible()
    assert canvas.traces.marked(canvas.drawing) == ()


def test_a_mark_is_told_from_a_ring_without_colour(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    canvas = work_of(window).canvas
    canvas.set_zoom(1.5)
    card = work_of(window).journey.all(Card)[0]
    set_field(window, card.id, text="zebra")
    QTest.keyClick(begin(window, "zebra").field, Key.Key_Return)
    rect = canvas.record_rect(card.id)
    assert rect is not None
    # The ring of what is chosen ends before it, the disc with the sign does not.
    at = rect.topRight().toPoint() + QPoint(6, 2)
    assert canvas.viewport().rect().contains(at)
    marked = canvas.viewport().grab().toImage().pixelColor(at)
    canvas.traces.show(())
    assert canvas.viewport().grab().toImage().pixelColor(at) != marked


def test_tab_goes_from_what_is_looked_for_to_what_replaces_it_and_then_to_the_buttons(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    bar = begin(window, "price")
    bar.show_replacing(shown=True)
    walked = []
    for _ in range(5):
        QTest.keyClick(window.focusWidget(), Key.Key_Tab)
        walked.append(window.focusWidget())
    assert walked == [bar.words, bar.preview, bar.previous, bar.next, bar.listed]


def test_the_zoom_stays_while_one_goes_through_what_was_found(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    work, find = work_of(window), window.bench.find
    set_field(window, work.journey.all(Touchpoint)[0].id, detail="A zebra at the gate")
    set_field(window, work.journey.all(Stage)[0].id, goal="A zebra at home")
    work.canvas.fit_map()
    window.bench.views.show_inspector(shown=False)
    bar = begin(window, "zebra")
    settle()
    zoom = work.canvas.zoom
    for _ in range(2):
        QTest.keyClick(bar.field, Key.Key_Return)
        settle()
        assert work.canvas.zoom == zoom
    assert find.current == 1
    assert window.bench.inspector.isVisible()


def test_escape_gives_the_keyboard_back(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    work.canvas.setFocus()
    bar = begin(window, "price")
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert work.canvas.hasFocus()
    QTest.keyClick(work.canvas, Key.Key_F, CONTROL)
    work.canvas.select(())
    for front in ("view.map", "view.table", "view.outline"):
        window.commands[front].trigger()
        window.commands["edit.find"].trigger()
        shown = window.bench.layouts.front
        shown.setFocus()
        QTest.keyClick(shown, Key.Key_Escape)
        assert not bar.isVisible(), front
        assert shown.hasFocus()
    window.commands["view.map"].trigger()
    page = window.bench.inspector.page
    assert page is not None
    field = page.findChild(QPlainTextEdit)
    assert field is not None
    field.setFocus()
    QTest.keyClick(field, Key.Key_F, CONTROL)
    assert bar.field.hasFocus()
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert field.hasFocus()


def test_f3_looks_for_the_same_again_and_opens_an_empty_bar(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    canvas, find = work_of(window).canvas, window.bench.find
    QTest.keyClick(canvas, Key.Key_F3)
    assert find.bar.field.hasFocus()
    assert find.current == -1
    find.bar.field.setText("price")
    QTest.keyClick(find.bar.field, Key.Key_Escape)
    QTest.keyClick(canvas, Key.Key_F3)
    assert find.bar.isVisible()
    assert find.current == 0
    canvas.setFocus()
    QTest.keyClick(canvas, Key.Key_F3, SHIFT)
    assert find.current == len(find.hits) - 1


def test_one_goes_on_from_what_is_chosen(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work, find = work_of(window), window.bench.find
    hits = Finder().find(work.journey, "price")
    stage = work.journey.stages(work.map_id)[3]
    work.canvas.select((stage.id,))
    begin(window, "price")
    QTest.keyClick(find.bar.field, Key.Key_Return)
    begun = finding.nearest(work.journey, hits, work.map_id, stage.id)
    assert 0 < begun == find.current


@pytest.mark.parametrize("kind", [Persona, Hypothesis, Measurement])
def test_what_only_the_inspector_shows_is_opened_there(
    desk: Desk, open_map: OpenMap, kind: type[Record]
) -> None:
    window = open_map(desk)
    work, inspector = work_of(window), window.bench.inspector
    window.bench.views.show_inspector(shown=False)
    record = work.journey.all(kind)[0]
    name = {"persona": "hooks", "hypothesis": "because", "measurement": "source"}[kind.kind]
    set_field(window, record.id, **{name: "an old Зебра 🦓 zebra"})
    bar = begin(window, "zebra")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert inspector.isVisible()
    assert inspector.shown == record.id
    assert bar.field.hasFocus()
    page = inspector.page
    assert page is not None
    control = page.fields[name].control  # type: ignore[attr-defined]
    line = isinstance(control, QLineEdit)
    chosen = control.selectedText() if line else control.textCursor().selectedText()
    assert chosen == "zebra"


def test_a_folded_section_is_unfolded_and_scrolled_to(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work = work_of(window)
    card = work.journey.all(Touchpoint)[0]
    set_field(window, card.id, detail="zebra in the details")
    bar = begin(window, "zebra")
    QTest.keyClick(bar.field, Key.Key_Return)
    page = window.bench.inspector.page
    assert page is not None
    field = page.fields["detail"]
    above = field.parentWidget()
    while not isinstance(above, Section):
        assert above is not None
        above = above.parentWidget()
    assert above.head.isChecked()
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())


def test_notes_on_roles_open_their_stage(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    part = work.journey.all(Participation)[0]
    set_field(window, part.id, note="zebra")
    bar = begin(window, "zebra")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert work.canvas.selection == (part.stage_id,)
    assert window.bench.inspector.shown == part.stage_id


def test_all_maps_are_looked_through_and_turned_to(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work, find = work_of(window), window.bench.find
    first = work.map_id
    bar = begin(window, "price")
    assert not bar.where.isVisible()
    with work.document.edit("step.copy_map", name="x") as draft:
        second = moves.copy_map(draft, first, "Second")
        stage = draft.journey.stages(second)[0]
        card = moves.add_card(
            draft, draft.journey.lanes(second)[0].id, stage.id,
            draft.journey.steps(stage.id)[0].id, "zebra",
        )  # fmt: skip
    find.look()
    assert bar.where.isVisible()
    bar.field.setText("zebra")
    assert not find.hits
    assert bar.count.text() == "Nothing here, 1 on other maps"
    QTest.mouseClick(bar.where.buttons[EVERYWHERE], Qt.MouseButton.LeftButton)
    assert [one.record_id for one in find.hits] == [card]
    assert find._tell(0)[1].startswith("Second · ")
    bar.field.setFocus()
    QTest.keyClick(bar.field, Key.Key_Return)
    assert work.map_id == second
    assert work.canvas.selection == (card,)
    assert bar.count.text() == "1 of 1"
    assert bar.field.hasFocus()


def test_what_a_path_or_filter_leaves_out_is_shown_again(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    card = next(one for one in work.journey.all(Card) if not work.journey.evidence(one.id))
    with work.document.edit("step.path", name="x") as draft:
        draft.put(replace(draft.journey.get(Card, card.id), text="zebra", path="to_be"))
    window.commands["view.as_is"].trigger()
    work.set_look(rests="confirmed", others="hide")
    assert work.canvas.record_rect(card.id) is None
    bar = begin(window, "zebra")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert work.canvas.record_rect(card.id) is not None
    assert work.canvas.selection == (card.id,)


def test_what_lies_in_a_folded_lane_leads_to_the_lane(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    card = work.journey.all(Card)[0]
    set_field(window, card.id, text="zebra")
    with work.document.edit("step.edit", name="x") as draft:
        lane = draft.journey.get(Lane, card.lane_id)
        draft.put(replace(lane, folded=True))
    bar = begin(window, "zebra")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert window.bench.inspector.shown == card.id


def test_the_pane_that_shows_a_hit_comes_to_the_front(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work = work_of(window)
    card = work.journey.all(Card)[0]
    with work.document.edit("step.path", name="x") as draft:
        draft.put(replace(draft.journey.get(Card, card.id), text="zebra", path="to_be"))
    window.commands["view.beside"].trigger()
    qtbot.wait(1)
    assert work.beside is not None
    assert work.canvas is work.beside.above
    bar = begin(window, "zebra")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert work.canvas is work.beside.below
    assert work.canvas.selection == (card.id,)
    assert bar.field.hasFocus()
    assert work.beside.below.traces.marked(work.beside.below.drawing) == (card.id,)


def test_the_list_follows_what_is_edited(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    work, find = work_of(window), window.bench.find
    first, second = work.journey.all(Card)[:2]
    for one in (first, second):
        set_field(window, one.id, text="zebra")
    bar = begin(window, "zebra")
    QTest.keyClick(bar.field, Key.Key_Return)
    QTest.keyClick(bar.field, Key.Key_Return)
    at = find.hits[find.current]
    gone = next(one.record_id for one in find.hits if one != at)
    set_field(window, gone, text="horse")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
    assert find.hits == (at,)
    window.commands["edit.undo"].trigger()
    qtbot.waitUntil(lambda: bar.count.text().endswith("of 2"))


def test_chosen_words_are_looked_for(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    stage = work.journey.all(Stage)[0]
    work.canvas.select((stage.id,))
    page = window.bench.inspector.page
    assert page is not None
    field = page.fields["title"].findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    field.setSelection(0, 4)
    QTest.keyClick(field, Key.Key_F, CONTROL)
    assert window.bench.find.bar.field.text() == stage.title[:4]


def test_another_document_begins_anew(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    begin(window, "price")
    work = work_of(window)
    work.saving.stop()
    work.document.close()
    window.leave_document()
    other = open_map(desk)
    assert other.bench.find.hits == ()
    assert not other.bench.find.bar.isVisible()


def test_it_speaks_the_language_of_the_window(make_desk: MakeDesk, open_map: OpenMap) -> None:
    window = open_map(make_desk(language="ru"))
    bar = begin(window, "ЗАВОД")
    count = len(window.bench.find.hits)
    assert count > 0
    assert bar.count.text() == f"Найдено: {count}"
    QTest.keyClick(bar.field, Key.Key_Return)
    assert bar.count.text() == f"1 из {count}"
    assert bar.where.buttons[EVERYWHERE].text() == "Все карты"


# Replacing


def test_everything_is_replaced_in_one_step_that_can_be_undone(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    work, find = work_of(window), window.bench.find
    before = {one.id: one for one in work.journey}
    QTest.keyClick(work.canvas, Key.Key_R, CONTROL)
    bar = find.bar
    assert bar.words.isVisible()
    bar.field.setText("price")
    bar.words.setText("cost")
    steps = len(work.document.history())
    dialog = find.preview()
    dialog.show()
    assert dialog.heading.text() == "Replace “price” with “cost”"
    texts, hits = len({hit[:3] for hit in find.hits}), len(find.hits)
    assert dialog.take.text() == f"Replace in {texts} texts"
    QTest.keyClick(dialog, Key.Key_Return)
    find.look()
    assert not dialog.isVisible()
    assert not find.hits
    assert bar.count.text() == f"{texts} replaced · Nothing found"
    assert not bar.list.isVisible()
    window.commands["edit.undo"].trigger()
    find.look()
    assert bar.count.text() == f"{hits} found"
    window.commands["edit.redo"].trigger()
    bar.field.setText("cost")
    assert bar.count.text() == f"{len(find.hits)} found"
    assert len(work.document.history()) == steps + 1
    assert work.document.undo_step is not None
    assert work.document.undo_step.name("en") == "Replace “price” with “cost”"
    window.commands["edit.undo"].trigger()
    assert {one.id: one for one in work.journey} == before


def test_only_what_is_checked_is_replaced(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work, find = work_of(window), window.bench.find
    cards = work.journey.all(Card)[:3]
    for one in cards:
        set_field(window, one.id, text="zebra")
    begin(window, "zebra")
    find.bar.words.setText("horse")
    dialog = find.preview()
    dialog.show()
    first = dialog.model.index(0, WHERE)
    dialog.table.setCurrentIndex(first)
    QTest.keyClick(dialog.table, Key.Key_Space)
    assert dialog.said.text() == "2 of 3 texts"
    assert dialog.every.checkState() == Qt.CheckState.PartiallyChecked
    dialog.take.click()
    assert sorted(work.journey.get(Card, one.id).text for one in cards) == [
        "horse", "horse", "zebra",
    ]  # fmt: skip
    again = find.preview()
    again.every.click()
    assert not again.take.isEnabled()
    again.every.click()
    assert again.take.text() == "Replace in 1 text"


def test_what_would_be_too_long_is_left_out_and_said(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    find = window.bench.find
    point = work_of(window).journey.all(Feeling)[0]
    set_field(window, point.id, word="zebra")
    begin(window, "zebra")
    find.bar.words.setText("z" * 301)
    dialog = find.preview()
    index = dialog.model.index(0, WHERE)
    assert str(index.data()).startswith("Too long: ")
    assert not dialog.model.setData(index, 2, Qt.ItemDataRole.CheckStateRole)
    assert not dialog.take.isEnabled()


def test_words_are_taken_out(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work, find = work_of(window), window.bench.find
    card = work.journey.all(Card)[0]
    set_field(window, card.id, text="a zebra b")
    begin(window, " zebra")
    dialog = find.preview()
    assert dialog.heading.text() == "Take out “zebra”"
    dialog.take.click()
    assert work.journey.get(Card, card.id).text == "a b"
    assert work.document.undo_step is not None
    assert work.document.undo_step.name("ru") == "Убрать «zebra»"


def test_the_list_takes_room_only_for_what_was_found(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    bar = begin(window, "")
    assert not bar.list.isVisible()
    small = bar.sizeHint().height()
    bar.field.setText("e")
    large = bar.sizeHint().height()
    assert large > small
    # Where less is found the map does not jump.
    bar.field.setText("price from nowhere")
    assert bar.sizeHint().height() == large
    QTest.mouseClick(bar.listed, Qt.MouseButton.LeftButton)
    assert bar.sizeHint().height() == small
    assert window.bench.overlay.top == window.bench.view.height() + small


def test_in_the_table_a_hit_is_selected_as_well(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work = work_of(window)
    window.commands["view.table"].trigger()
    front = window.bench.layouts.front
    assert front is not work.canvas
    window.commands["edit.find"].trigger()
    bar = window.bench.find.bar
    bar.field.setText("price")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert work.canvas.selection == (window.bench.find.hits[0].record_id,)
    assert bar.field.hasFocus()
    table = front.findChild(QAbstractItemView)
    assert table is not None
    qtbot.waitUntil(lambda: "price" in str(table.currentIndex().data()))
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert front.isAncestorOf(window.focusWidget()) or front is window.focusWidget()


def test_in_the_view_of_the_plan_one_is_told_that_both_paths_change(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    begin(window, "price")
    assert window.bench.find.preview().told.text() == ""
    window.commands["view.to_be"].trigger()
    assert window.bench.find.preview().told.text().startswith("The journey as it is changes too")


def test_a_text_that_is_being_written_is_kept_when_one_goes_on(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work, find = work_of(window), window.bench.find
    begin(window, "price")
    QTest.keyClick(find.bar.field, Key.Key_Return)
    work.canvas.setFocus()
    card = work.journey.all(Touchpoint)[0]
    work.canvas.edit_text(card.id)
    editor = work.canvas.writing.editor
    assert editor is not None
    editor.setPlainText("Half a word")
    window.commands["edit.find_next"].trigger()
    assert work.canvas.writing.editor is None
    assert work.journey.get(Touchpoint, card.id).text == "Half a word"
    assert work.canvas.selection == (find.hits[1].record_id,)


def test_every_place_that_changes_is_told_from_the_rest() -> None:
    text = "Once upon a time there was a plant\nwith a pump and a plan"
    spans = [(29, 33), (53, 57)]
    assert [text[start:end] for start, end in spans] == ["plan", "plan"]
    assert parts(text, spans[:1])[:2] == [("Once upon a time there was a ", False), ("plan", True)]
    assert parts(text, spans) == [
        ("Once upon a time there was a ", False), ("plan", True), ("t with a pump and a ", False),
        ("plan", True),
    ]  # fmt: skip
    assert parts(text, spans[1:])[0] == ("…", False)
