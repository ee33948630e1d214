"""The filter of the view bar: by evidence and source, dimmed or hidden, kept with the file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cjm_desktop.journey import sought
from cjm_desktop.journey.records import Card
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap, work_of


def choose(window: Window, text: str) -> None:
    """Choose an entry of the filter's menu."""
    menu = window.bench.filters.menu
    window.bench.filters.fill()
    (found,) = [one for one in menu.actions() if one.text().replace("&", "").startswith(text)]
    found.trigger()


def shown(window: Window) -> int:
    """How many cards the map shows."""
    assert window.work is not None
    drawing, journey = window.work.canvas.drawing, window.work.journey
    found = {one.record_id for cell in drawing.cells.values() for one in cell.pieces}
    return sum(isinstance(journey.find(one), Card) for one in found)


def test_only_what_is_confirmed_stands_out_or_is_there(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    bench = window.bench
    everything = shown(window)
    choose(window, "Only what is confirmed")
    assert bench.view.filter.text() == "Filter: confirmed"
    assert shown(window) == everything
    choose(window, "Hide the rest")
    part = shown(window)
    assert 0 < part < everything
    choose(window, "CRM")
    assert 0 < shown(window) < part
    window.commands["view.everything"].trigger()
    assert shown(window) == everything
    assert bench.view.filter.text() == "Filter"


def test_an_assumption_has_no_source(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    assert window.work is not None
    choose(window, "CRM")
    choose(window, "Only assumptions")
    assert (window.work.look.rests, window.work.look.sources) == ("assumed", ())
    choose(window, "CRM")
    assert (window.work.look.rests, window.work.look.sources) == ("", ("crm",))


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_share_in_the_status_bar_opens_the_filter(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    evidence = window.status.evidence
    for press in (
        lambda: QTest.mouseClick(evidence, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(evidence, Qt.Key.Key_Return),
    ):
        press()
        assert QApplication.activePopupWidget() is window.bench.filters.menu
        window.bench.filters.menu.close()


def test_a_file_is_looked_at_as_it_was_left(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    assert window.work is not None
    choose(window, "Only what is confirmed")
    choose(window, "Hide the rest")
    window.work.note_view()
    kept = window.work.document.view_state["filter"]
    assert kept == {"rests": "confirmed", "sources": [], "others": "hide"}


def turn(window: Window, submenu: str, text: str) -> None:
    """Choose an entry under an entry of the filter's menu."""
    window.bench.filters.fill()
    entries = window.bench.filters.menu.actions()
    (under,) = [one for one in entries if one.text() == submenu]
    (found,) = [one for one in under.menu().actions() if one.text().startswith(text)]
    found.trigger()


def test_anything_can_be_filtered_by_and_esc_clears_it(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    everything = shown(window)
    choose(window, "Hide the rest")
    turn(window, "Kind", "Barriers")
    barriers = shown(window)
    turn(window, "How bad a barrier is", "loses the customer")
    worst = shown(window)
    assert 0 < worst < barriers < everything
    button = window.bench.view.filter
    assert button.accessibleName() == "Filter: Barriers, loses the customer"
    assert button.text().startswith("Filter: ")
    work.note_view()
    kept = work.document.view_state["filter"]
    assert (kept["holds"], kept["severities"]) == (["barriers"], [3])
    assert sought.restored(kept, work.journey) == work.look.only
    window.bench.filters.fill()
    (words,) = window.bench.filters.menu.findChildren(QLineEdit)
    words.setText("no such words")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert shown(window) == 0
    assert work.canvas.hands.hint().state.startswith("Nothing fits: ")
    work.canvas.setFocus()
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert (shown(window), button.text()) == (everything, "Filter")


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_filter_takes_words_at_once_and_several_values_without_closing(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    work, menu = work_of(window), window.bench.filters.menu
    window.commands["view.filter"].trigger()
    assert isinstance(menu.focusWidget(), QLineEdit)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    under = menu.activeAction().menu()
    QTest.keyClick(menu, Qt.Key.Key_Right)
    QTest.keyClick(under, Qt.Key.Key_Space)
    QTest.keyClick(under, Qt.Key.Key_Down)
    QTest.keyClick(under, Qt.Key.Key_Space)
    third = under.actionGeometry(under.actions()[2]).center()
    QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=third)
    assert under.isVisible()
    assert len(work.look.only.holds) == 3
    assert [one.isChecked() for one in under.actions()[:4]] == [True, True, True, False]
    under.close()
    menu.close()


def test_what_is_shown_is_said_and_one_key_or_click_shows_everything(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    bench, work = window.bench, work_of(window)
    told: list[str] = []
    work.canvas.status_changed.connect(told.append)
    assert bench.view.everything.isHidden()
    persona = work.journey.personas(work.map_id)[1]
    bench.view.chips.chips[1].click()
    assert told[-1].split("\t") == [f"Stands out: {persona.role}", "[Esc] show everything"]
    choose(window, "Only what is confirmed")
    choose(window, "Hide the rest")
    assert told[-1].startswith(f"Shown only: {persona.role}, confirmed\t")
    card = next(one for one in work.journey if isinstance(one, Card) and one.id in seen(window))
    work.canvas.select((card.id,))
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert sifted(window), "the first Esc lets go of what is selected"
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert not sifted(window)
    assert bench.view.chips.everyone.isChecked()
    bench.view.chips.chips[1].click()
    assert bench.view.everything.isVisible()
    bench.view.everything.click()
    assert not sifted(window)
    assert bench.view.everything.isHidden()


def test_what_a_filter_leaves_out_is_not_chosen(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    canvas, journey = work.canvas, work.journey
    cards = [one for one in journey if isinstance(one, Card) and one.id in seen(window)]
    confirmed = [one.id for one in cards if journey.evidence(one.id)]
    assumed = [one.id for one in cards if not journey.evidence(one.id)]
    canvas.select((confirmed[0], assumed[0], cards[0].stage_id))
    choose(window, "Only what is confirmed")
    assert assumed[0] in canvas.selection, "it is dimmed only"
    choose(window, "Hide the rest")
    assert canvas.selection == (confirmed[0], cards[0].stage_id)
    choose(window, "Dim the rest")
    window.commands["edit.select_all"].trigger()
    assert set(canvas.selection).issuperset(confirmed)
    assert set(canvas.selection).isdisjoint(assumed)
    window.commands["view.everything"].trigger()
    window.commands["edit.select_all"].trigger()
    assert set(canvas.selection).issuperset(assumed)


def test_a_cell_whose_cards_are_hidden_asks_for_none(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)

    def prompts() -> int:
        cells = work.canvas.drawing.cells.values()
        return sum(one.kind == "prompt" for cell in cells for one in cell.pieces)

    assert prompts()
    choose(window, "Only what is confirmed")
    assert prompts()
    choose(window, "Hide the rest")
    assert not prompts()


def test_what_is_made_while_a_filter_hides_it_is_seen(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    choose(window, "Only what is confirmed")
    choose(window, "Hide the rest")
    made = work.canvas.add("touchpoint")
    assert made is not None
    assert work.canvas.record_rect(made) is not None
    assert work.canvas.writing.target is not None
    assert not sifted(window)
    work.canvas.writing.give_up()


def seen(window: Window) -> set[str]:
    """The ids of all that the map shows."""
    cells = work_of(window).canvas.drawing.cells.values()
    return {one.record_id for cell in cells for one in cell.pieces}


def sifted(window: Window) -> bool:
    """Whether a part of the map stands out."""
    return work_of(window).look.sifted
