"""Where the journey is weak, in the inspector: figures that live, rows that lead to the map."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.exchange import automation
from cjm_desktop.journey import moves, weakness
from cjm_desktop.journey.records import Duration, Feeling, Lane, Persona, Touchpoint
from cjm_desktop.ui.controls import sized
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.fields import Marks
from cjm_desktop.ui.inspector.parts import mapwide
from cjm_desktop.ui.inspector.parts.mapwide import MapWide
from cjm_desktop.ui.inspector.parts.wrapped import Wrapped
from cjm_desktop.ui.window import Window
from cjm_desktop.ui.work import Work
from tests.ui.conftest import MakeDesk, OpenMap
from tests.ui.test_files import choose


def work_of(window: Window) -> Work:
    assert window.work is not None
    return window.work


def part(window: Window, name: str) -> MapWide:
    """A part of the map's page."""
    page = window.bench.inspector.page
    assert page is not None
    found = page.named[name]
    assert isinstance(found, MapWide)
    return found


def shown(window: Window, name: str) -> MapWide:
    """A part, unfolded and worked out."""
    window.bench.weak.show_part(name)
    return part(window, name)


def labels(widget: QWidget) -> list[str]:
    """Every text that is seen in it; what was taken out lives for one more round of the loop."""
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text)


def test_weak_points_stand_in_their_order_with_rank_place_and_reason(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    work = work_of(window)
    found = weakness.of_map(work.journey, work.map_id)
    rows = shown(window, "weak").rows
    assert list(rows) == [one.record.id for one in found[: mapwide.SHORT]]
    first = rows[found[0].record.id]
    assert first.texts == (
        "No payback in the offer: finance says no", "100", "Deal › Budget defence",
        "A barrier that loses customers: always",
    )  # fmt: skip
    assert first.accessibleName().startswith("1, No payback")


def test_a_click_and_enter_go_to_the_map_and_back_leads_to_the_row(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work, inspector = work_of(window), window.bench.inspector
    work.canvas.set_zoom(3.0)
    second, third = list(shown(window, "weak").rows)[1:3]
    for record_id in (second, third):
        row = part(window, "weak").rows[record_id]
        row.setFocus()
        qtbot.keyClick(row, Qt.Key.Key_Return)
        assert work.canvas.selection == (record_id,)
        assert inspector.shown == record_id
        rect = work.canvas.record_rect(record_id)
        assert rect is not None
        assert work.canvas.viewport().rect().contains(rect.center().toPoint())
        assert window.focusWidget() is work.canvas
        assert inspector.head.back_button.isVisible()
        inspector.head.back_button.click()
        assert inspector.shown == work.map_id
        assert work.canvas.selection == ()
        qtbot.waitUntil(lambda one=record_id: part(window, "weak").rows[one].hasFocus())
    part(window, "weak").rows[second].click()
    assert work.canvas.selection == (second,)
    window.commands["map.weak"].trigger()
    qtbot.waitUntil(part(window, "weak").rows[second].hasFocus)


def test_what_was_chosen_on_the_map_itself_has_no_way_back(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work, head = work_of(window), window.bench.inspector.head
    first, second = list(shown(window, "weak").rows)[:2]
    part(window, "weak").rows[first].click()
    work.canvas.select((second,))
    assert not head.back_button.isVisible()
    work.canvas.select((first,))
    with work.document.edit("step.delete", name="x") as draft:
        moves.drop(draft, first)
    assert not head.back_button.isVisible()


def test_the_command_opens_panel_and_section_beside_the_map(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work, inspector = work_of(window), window.bench.inspector
    window.bench.views.show_inspector(shown=False)
    work.canvas.select((work.journey.all(Touchpoint)[0].id,))
    qtbot.keyClick(work.canvas, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert inspector.isVisible()
    assert work.canvas.isVisible()
    assert inspector.shown == work.map_id
    rows = part(window, "weak").rows
    qtbot.waitUntil(next(iter(rows.values())).hasFocus)
    assert not next(iter(rows.values())).visibleRegion().isEmpty()


def test_all_are_shown_on_demand(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    found = shown(window, "by_hand")
    assert len(found.rows) == mapwide.SHORT < found.found
    button(found, f"Show all {found.found}").click()
    assert len(found.rows) == found.found


def test_nothing_is_worked_out_that_nobody_sees(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work = work_of(window)
    folded = part(window, "by_hand")
    qtbot.wait(mapwide.TURN * 4)
    assert not folded.isVisible()
    assert folded.rows == {}
    contact = next(one for one in work.journey.all(Touchpoint) if not one.automated)
    work.editing.set(contact.id, "text", "Carrier pigeon", 1)
    assert folded.rows == {}
    page = window.bench.inspector.page
    assert page is not None
    page.unfold("by_hand")
    qtbot.waitUntil(lambda: bool(folded.rows))


def test_figures_follow_the_map_after_a_pause(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    work, found = work_of(window), shown(window, "weak")
    first = next(iter(found.rows))
    work.editing.set(first, "text", "Nobody answers", 2)
    qtbot.waitUntil(lambda: found.rows[first].texts[0] == "Nobody answers")
    kept = found.rows[first]
    point = max(work.journey.all(Feeling), key=lambda one: one.value)
    work.editing.set(point.id, "word", "Joy", 3)
    qtbot.wait(mapwide.PAUSE + 4 * mapwide.TURN)
    assert found.rows[first] is kept, "what says the same stays as it is"
    work.editing.set(first, "status", "solved", 4)
    qtbot.waitUntil(lambda: first not in found.rows)


def test_in_a_view_that_does_not_show_it_its_place_is_gone_to(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    work = work_of(window)
    window.commands["view.to_be"].trigger()
    point = next(
        one.record
        for one in weakness.of_map(work.journey, work.map_id)
        if isinstance(one.record, Feeling)
    )
    shown(window, "weak").rows[point.id].click()
    assert work.canvas.selection == (point.step_id,)


def test_time_is_told_with_its_range_and_what_takes_longest(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "sketch")
    work = work_of(window)
    found = shown(window, "time")
    assert labels(found) == ["No stage says yet how long it takes."]
    first, second, *rest = work.journey.stages(work.map_id)
    with work.document.edit("step.duration", name="x") as draft:
        moves.set_duration(draft, first.id, "planned", Duration(2))
        moves.set_duration(draft, first.id, "actual", Duration(5, "days", 3, 9))
        moves.set_duration(draft, second.id, "planned", Duration(4))
    found.work_out()
    stages = f"2 of {2 + len(rest)} stages"
    said = [one.replace("\u00a0", " ") for one in labels(found)]
    assert said[:6] == ["As it is", "9 days (7–13)", stages, "As planned", "6 days", stages]
    assert "Where nobody knows how long it takes, the plan counts." in said
    texts = [tuple(one.replace("\u00a0", " ") for one in row.texts) for row in found.rows.values()]
    assert texts == [(first.title, "5 days", "planned: 2 days"), (second.title, "4 days")]
    assert found.summary.replace("\u00a0", " ") == "9 days"
    found.rows[second.id].click()
    assert work.canvas.selection == (second.id,)


def test_a_passage_is_gone_to_where_it_begins(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    contacts = work.journey.all(Touchpoint)
    with work.document.edit("step.add_link", name="x") as draft:
        moves.add_link(draft, contacts[0].id, contacts[1].id, actual_wait=Duration(9, "months"))
    found = shown(window, "time")
    record_id, row = next(iter(found.rows.items()))
    assert record_id == contacts[0].id
    assert row.texts[0] == f"{contacts[0].text} → {contacts[1].text}"


def test_a_blank_map_says_what_shows_weak_points(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "blank")
    assert labels(shown(window, "weak"))[0].startswith("None yet.")
    assert labels(shown(window, "by_hand")) == ["Nothing on this map is done by hand."]


@pytest.mark.parametrize(("typed", "name"), [("mine", "mine.csv"), ("mine.tsv", "mine.tsv")])
def test_the_list_for_automation_is_saved(
    desk: Desk, open_map: OpenMap, tmp_path: Path, typed: str, name: str
) -> None:
    window = open_map(desk)
    work, found = work_of(window), shown(window, "by_hand")
    choose(str(tmp_path / typed), button(found, "Save the list…").click)
    kind = "tsv" if name.endswith("tsv") else "csv"
    wanted = automation.as_text(work.journey, work.map_id, "en", kind)
    assert (tmp_path / name).read_bytes().decode() == wanted
    assert desk.settings.folder == str(tmp_path)


def test_a_folder_that_takes_no_list_is_told(desk: Desk, open_map: OpenMap, tmp_path: Path) -> None:
    window = open_map(desk)
    (tmp_path / "list.csv").mkdir()
    window.bench.weak.write(tmp_path / "list.csv")
    said = " ".join(labels(window.banners))
    assert "list.csv" in said


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_in_a_row_is_cut_off(make_desk: MakeDesk, open_map: OpenMap, language: str) -> None:
    window = open_map(make_desk(language=language))
    work = work_of(window)
    person = work.journey.all(Persona)[0]
    role = "Head of procurement, logistics and everything else that nobody wanted"
    work.editing.set(person.id, "role", role, 1)
    cast = window.bench.inspector.page
    assert cast is not None
    rows = cast.named["cast"].findChildren(Wrapped)
    (row,) = [one for one in rows if one.texts[0] == role]
    one_line = Wrapped("", "Buyer", more=(person.name,))
    assert row.heightForWidth(200) >= one_line.heightForWidth(200) + 2 * row.fontMetrics().height()
    assert row.heightForWidth(200) > row.heightForWidth(800)


def test_a_row_is_laid_out_once_for_each_width_it_is_asked_for(qtbot: QtBot) -> None:
    row = Wrapped("", "Buyer " * 20)
    qtbot.addWidget(row)
    wide = row._lines(280)
    assert row.heightForWidth(200) > row.heightForWidth(280)
    assert row._lines(280) is wide
    row.setFont(sized(row.font(), 4))
    assert row._lines(280) is not wide


def test_marks_are_given_by_digits(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    work = work_of(window)
    contact = next(one for one in work.journey.all(Touchpoint) if one.importance is None)
    work.canvas.select((contact.id,))
    page = window.bench.inspector.page
    assert page is not None
    field = page.fields["importance"]
    assert isinstance(field, Marks)
    qtbot.keyClick(field.control.buttons["1"], Qt.Key.Key_4)
    assert work.journey.get(Touchpoint, contact.id).importance == 4
    assert field.control.choice == "4"
    qtbot.keyClick(field.control.buttons["4"], Qt.Key.Key_7)
    assert work.journey.get(Touchpoint, contact.id).importance == 4
    qtbot.keyClick(field.control.buttons["4"], Qt.Key.Key_0)
    assert work.journey.get(Touchpoint, contact.id).importance is None


def test_lanes_without_contacts_say_nothing_of_silence(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    lane = next(one for one in work.journey.all(Lane) if one.holds == "touchpoints")
    with work.document.edit("step.delete", name="x") as draft:
        moves.drop(draft, lane.id)
    rows = shown(window, "weak").rows.values()
    assert rows
    assert not any("without a contact" in text for row in rows for text in row.texts)
