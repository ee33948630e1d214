"""Several chosen things: changed at once from the inspector and from their menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves
from cjm_desktop.journey.records import AnyCard, Barrier, Card, Department
from cjm_desktop.ui.canvas.view import Canvas
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.several.panel import SeveralPanel
from cjm_desktop.ui.tools import texts
from cjm_desktop.ui.window import Window
from tests.ui.conftest import OpenMap, work_of


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    return open_map(desk)


def choose(window: Window, number: int = 4) -> tuple[Canvas, list[AnyCard]]:
    """Choose some actions and barriers."""
    canvas = work_of(window).canvas
    journey = canvas.document.journey
    lanes = [one for one in journey.lanes(canvas.map_id) if one.holds in ("actions", "barriers")]
    found = [card for lane in lanes for card in journey.cards_of_lane(lane.id)[: number // 2]]
    canvas.select(one.id for one in found)
    return canvas, found


def panel(window: Window) -> SeveralPanel:
    found = window.findChild(SeveralPanel)
    assert isinstance(found, SeveralPanel)
    return found


def opened(button: QPushButton) -> list[QAction]:
    """What the menu of a button offers."""
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return [one for one in menu.actions() if not one.isSeparator()]


def offered(window: Window, icon: str) -> list[QAction]:
    return opened(panel(window).buttons[icon])


def cards(canvas: Canvas) -> list[Card]:
    return [canvas.document.journey.get(Card, one) for one in canvas.selection]


def name_of_last(canvas: Canvas) -> str:
    """What the undo list calls the last step."""
    step = canvas.document.undo_step
    assert step is not None
    return step.name("en")


def test_the_inspector_changes_all_in_one_step(window: Window) -> None:
    canvas, _ = choose(window)
    before = len(canvas.document.history())
    offered(window, "tag")[2].trigger()
    colours = {one.colour for one in cards(canvas)}
    assert len(colours) == 1
    assert colours != {""}
    assert len(canvas.document.history()) == before + 1
    assert name_of_last(canvas) == f"Colour {len(canvas.selection)} things"
    canvas.document.undo()
    assert {one.colour for one in cards(canvas)} == {""}


def test_a_persona_is_everybodys_and_then_nobodys(window: Window) -> None:
    canvas, _ = choose(window)
    journey = canvas.document.journey
    first = journey.personas(canvas.map_id)[0]
    action = offered(window, "user")[0]
    if not action.isChecked():
        action.trigger()
    assert all(first.id in one.persona_ids for one in cards(canvas))
    assert offered(window, "user")[0].isChecked()
    assert name_of_last(canvas) == f"Give {len(canvas.selection)} cards to {first.name}"
    offered(window, "user")[0].trigger()
    assert not any(first.id in one.persona_ids for one in cards(canvas))


def test_what_there_is_none_of_is_said(window: Window) -> None:
    canvas = work_of(window).canvas
    with canvas.document.edit("step.add_map", name="") as draft:
        other = moves.add_map(draft, "Two")
        lane, stage = moves.add_lane(draft, other, "actions"), moves.add_stage(draft, other, "One")
        made = [moves.add_card(draft, lane, stage, None, one) for one in ("a", "b")]
        for department in draft.journey.all(Department):
            moves.drop(draft, department.id)
    canvas.set_map(other)
    canvas.select(made)
    none, gallery = offered(window, "user")
    assert none.text() == "This map has no personas yet."
    assert not none.isEnabled()
    assert gallery is window.commands["map.personas"]
    (none,) = offered(window, "building")
    assert none.text().startswith("No departments yet.")


def test_department_and_evidence(window: Window) -> None:
    canvas = work_of(window).canvas
    with canvas.document.edit("step.department", name="") as draft:
        sales = moves.add_department(draft, "Rockets & Co")
    choose(window)
    action = next(one for one in offered(window, "building") if "Rockets" in one.text())
    action.trigger()
    assert {one.department_id for one in cards(canvas)} == {sales}
    assert "Rockets" in panel(window).buttons["building"].text()
    assert name_of_last(canvas).endswith("cards: Rockets & Co")
    reviews = next(one for one in offered(window, "circle-check") if "eview" in one.text())
    reviews.trigger()
    journey = canvas.document.journey
    for one in canvas.selection:
        assert "reviews" in [each.source for each in journey.evidence(one)]
    assert name_of_last(canvas) == f"Add evidence to {len(canvas.selection)} things: Reviews"
    assert panel(window).buttons["circle-check"].text().endswith("Reviews")
    reviews = next(one for one in offered(window, "circle-check") if "eview" in one.text())
    assert reviews.isChecked()
    reviews.trigger()
    assert not any(
        each.source == "reviews"
        for one in canvas.selection
        for each in canvas.document.journey.evidence(one)
    )


def test_the_panel_keeps_its_buttons_while_things_change(window: Window) -> None:
    choose(window)
    shown = panel(window)
    assert shown.buttons["git-branch"].isVisible()
    assert len(offered(window, "git-branch")) == 3
    offered(window, "tag")[2].trigger()
    assert panel(window) is shown


def test_the_menu_of_one_of_them_is_that_of_all(window: Window) -> None:
    canvas, found = choose(window)
    menu = window_menu(window, found[0].id)
    names = [one.text().replace("&", "") for one in menu.actions()]
    assert names[0] == "4 cards"
    for said in ("Colour", "Copy", "Duplicate", "Delete"):
        assert said in names
    assert "Edit text" not in names
    other = next(one for one in canvas.document.journey if isinstance(one, Card)
                 and one.id not in canvas.selection)  # fmt: skip
    assert "Edit text" in [
        one.text().replace("&", "") for one in window_menu(window, other.id).actions()
    ]


def window_menu(window: Window, record_id: str) -> QMenu:
    bench = window.bench
    assert bench is not None
    return bench.edits.menu_of(record_id)


def test_freely_pinned_notes_are_lined_up(window: Window, qtbot: QtBot) -> None:
    canvas = work_of(window).canvas
    journey = canvas.document.journey
    stages = journey.stages(canvas.map_id)
    notes = [one for one in journey.all(Barrier) if journey.map_of(one) == canvas.map_id][:3]
    with canvas.document.edit("step.pin_barrier", name="") as draft:
        for number, one in enumerate(notes):
            moves.pin_barrier(draft, one.id, stages[number].id, 20, 100 + 30 * number)
    canvas.select(one.id for one in notes)
    ways = offered(window, "arrows-move")
    ways[3].trigger()
    tops = [canvas.marks.on_paper(one.id) for one in notes]
    assert len({round(one.y(), 2) for one in tops if one is not None}) == 1
    assert all(one.isEnabled() for one in ways)
    canvas.select(one.id for one in notes[:2])
    assert [one.isEnabled() for one in offered(window, "arrows-move")] == [True] * 6 + [False] * 2


def test_delete_copy_and_duplicate_work_by_their_buttons(window: Window, qtbot: QtBot) -> None:
    canvas, found = choose(window)
    qtbot.mouseClick(panel(window).buttons["edit.duplicate"], Qt.MouseButton.LeftButton)
    copies = canvas.selection
    assert len(copies) == len(found)
    assert not set(copies) & {one.id for one in found}
    qtbot.mouseClick(panel(window).buttons["edit.delete"], Qt.MouseButton.LeftButton)
    assert not [one for one in copies if one in canvas.document.journey]


def test_the_line_at_the_bottom_counts_them_in_either_language(window: Window) -> None:
    canvas, _ = choose(window)
    journey = canvas.document.journey
    assert panel(window)._kinds.text() == "2 cards, 2 barriers"
    said = [texts.chosen(journey, canvas.selection, one).state for one in ("en", "ru")]
    assert said == ["4 things selected", "Выбрано 4 элемента"]
