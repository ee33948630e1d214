"""Lanes in the window: their menus, the list of all of them, copies on other maps."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves, naming
from cjm_desktop.journey.records import Lane, Picture
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.lanes import menus
from cjm_desktop.ui.lanes.dialog import LanesDialog
from cjm_desktop.ui.window import Window
from cjm_desktop.ui.work import Work
from tests.ui.conftest import OpenMap, work_of
from tests.ui.test_personas import drop_on


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    return open_map(desk, "sample-b2c")


@pytest.fixture
def work(window: Window) -> Work:
    return work_of(window)


def lanes(work: Work) -> tuple[Lane, ...]:
    return work.journey.lanes(work.map_id)


def named(work: Work, holds: str) -> Lane:
    return next(one for one in lanes(work) if one.holds == holds)


def texts(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def sub(menu: QMenu, text: str) -> QMenu:
    """A menu inside a menu."""
    found = next(one.menu() for one in menu.actions() if one.text() == text)
    assert isinstance(found, QMenu)
    return found


def act(menu: QMenu, text: str) -> None:
    """Give a command of a menu."""
    next(one for one in menu.actions() if one.text().split("\t")[0] == text).trigger()


def menu_of(window: Window, lane: Lane) -> QMenu:
    return window.bench.edits.menu_of(lane.id)


def test_every_kind_of_lane_can_be_added_and_says_what_it_asks(window: Window) -> None:
    window.bench.lanes.fill()
    add = sub(window.bench.lanes.menu, "Add a lane")
    assert len(add.actions()) == len(menus.KINDS)
    for action, kind in zip(add.actions(), menus.KINDS, strict=True):
        assert not action.icon().isNull()
        assert naming.lane_title(kind, "en") in action.text()
        assert action.text().endswith(naming.lane_question(kind, "en"))


def test_a_lane_is_added_right_below_another(window: Window, work: Work) -> None:
    first = lanes(work)[0]
    act(sub(menu_of(window, first), "Add a lane below"), naming.lane_title("evidence", "en"))
    added = lanes(work)[1]
    assert (added.holds, added.question) == ("evidence", naming.lane_question("evidence", "en"))
    assert work.canvas.selection == (added.id,)


def test_a_lane_is_copied_with_its_cards_and_told_apart(window: Window, work: Work) -> None:
    lane = named(work, "barriers")
    cards = len(work.journey.cards_of_lane(lane.id))
    assert cards
    act(menu_of(window, lane), "Duplicate")
    after = lanes(work)
    copy = after[after.index(lane) + 1]
    assert copy.title == f"{lane.title} 2"
    assert len(work.journey.cards_of_lane(copy.id)) == cards
    window.commands["edit.undo"].trigger()
    assert copy.id not in work.journey


def test_a_lane_is_folded_coloured_and_as_high_as_its_content(window: Window, work: Work) -> None:
    lane = named(work, "actions")
    with work.document.edit("step.resize_lane", name="x") as draft:
        moves.resize_lane(draft, lane.id, 400)
    lane = named(work, "actions")
    act(menu_of(window, lane), "As high as its content")
    assert named(work, "actions").height is None
    act(sub(menu_of(window, named(work, "actions")), "Colour"), "Orange")
    assert named(work, "actions").colour == "#E69F00"
    act(menu_of(window, named(work, "actions")), "Fold to its name")
    assert named(work, "actions").folded
    act(menu_of(window, named(work, "actions")), "Unfold")
    assert not named(work, "actions").folded


def test_deleting_a_lane_says_how_many_cards_go_and_undo_brings_them_back(
    window: Window, work: Work
) -> None:
    lane = named(work, "barriers")
    cards = work.journey.cards_of_lane(lane.id)
    act(menu_of(window, lane), f"Delete with {len(cards)} cards")
    assert lane.id not in work.journey
    assert f"{len(cards)} cards" in window.banners.sentences()["lane deleted"]
    window.commands["edit.undo"].trigger()
    assert work.journey.cards_of_lane(lane.id) == cards


def test_a_lane_goes_to_a_new_map_with_the_same_stages(window: Window, work: Work) -> None:
    lane, here = named(work, "actions"), work.map_id
    stages = [one.title for one in work.journey.stages(here)]
    cards = {one.text for one in work.journey.cards_of_lane(lane.id)}
    act(sub(menu_of(window, lane), "Copy to another map"), "New map")
    assert work.map_id != here
    assert [one.title for one in work.journey.stages(work.map_id)] == stages
    (copy,) = lanes(work)
    assert {one.text for one in work.journey.cards_of_lane(copy.id)} == cards
    assert work.canvas.selection == (copy.id,)
    window.commands["edit.undo"].trigger()
    assert [one.id for one in work.journey.maps()] == [here]


def test_a_stage_goes_to_another_map_and_is_copied_beside_itself(
    window: Window, work: Work
) -> None:
    stage, here = work.journey.stages(work.map_id)[1], work.map_id
    act(sub(window.bench.edits.menu_of(stage.id), "Copy to another map"), "New map")
    there = work.map_id
    (copy,) = work.journey.stages(there)
    assert copy.title == stage.title
    assert len(work.journey.steps(copy.id)) == len(work.journey.steps(stage.id))
    act(
        sub(window.bench.edits.menu_of(copy.id), "Copy to another map"),
        work.journey.maps()[0].title,
    )
    assert work.map_id == here
    assert work.journey.stages(here)[-1].title == stage.title
    work.canvas.select((stage.id,))
    copies = [one for one in texts(window.bench.edits.menu_of(stage.id)) if "opy" in one]
    assert copies == ["&Copy", "Copy to another map"]  # and Duplicate, by one name everywhere
    act(window.bench.edits.menu_of(stage.id), "D&uplicate")
    assert [one.title for one in work.journey.stages(here)][1:3] == [stage.title] * 2


# The list of all lanes


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> LanesDialog:
    made = window.bench.lanes.dialog()
    qtbot.addWidget(made)
    made.show()
    return made


def rows(dialog: LanesDialog) -> list[str]:
    QApplication.processEvents()
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_the_list_folds_by_its_check_marks(dialog: LanesDialog, work: Work) -> None:
    assert rows(dialog) == [naming.label(one, "en") for one in lanes(work)]
    dialog.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert [one.folded for one in lanes(work)][:4] == [False, False, True, False]
    rows(dialog)
    assert dialog.list.item(2).checkState() == Qt.CheckState.Unchecked


def test_the_list_renames_where_a_name_stands(dialog: LanesDialog, work: Work) -> None:
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    field = dialog.list.findChild(QLineEdit)
    assert field is not None
    field.setText("Our own")
    # Qt would warn if this Enter began to write the name again.
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert rows(dialog)[1] == "Our own"
    assert lanes(work)[1].title == "Our own"


def test_the_list_moves_by_keys_and_keeps_the_lane_in_hand(dialog: LanesDialog, work: Work) -> None:
    ids = [one.id for one in lanes(work)]
    dialog.list.setCurrentRow(0)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in lanes(work)] == [*ids[1:3], ids[0], *ids[3:]]
    assert dialog.list.current == ids[0]
    QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in lanes(work)][1] == ids[0]
    dialog.list.moved.emit(ids[0], -1)
    assert [one.id for one in lanes(work)][1] == ids[0]


def test_the_list_adds_copies_and_deletes_the_chosen_lane(dialog: LanesDialog, work: Work) -> None:
    before = lanes(work)
    dialog.list.setCurrentRow(0)
    act(dialog.kinds, naming.lane_title("text", "en"))
    assert lanes(work)[1].holds == "text"
    assert dialog.list.current == lanes(work)[1].id
    dialog.copy.click()
    assert [one.holds for one in lanes(work)][1:3] == ["text", "text"]
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    dialog.list.setCurrentRow(1)
    dialog.delete.click()
    assert len(rows(dialog)) == len(before)
    assert lanes(work) == before


# The lane of pictures


@pytest.mark.qt_log_ignore("marker type", extend=True)
def test_a_picture_dropped_or_pasted_in_a_lane_of_pictures_becomes_a_card(
    window: Window, work: Work, tmp_path: Path
) -> None:
    canvas, file = work.canvas, tmp_path / "shop.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(file))
    act(
        sub(menu_of(window, lanes(work)[0]), "Add a lane below"), naming.lane_title("picture", "en")
    )
    lane = lanes(work)[1]
    stage = work.journey.stages(work.map_id)[0]
    first, second = work.journey.steps(stage.id)[:2]

    def middle(step_id: str) -> QPoint:
        drawing = canvas.drawing
        box = next(one for one in drawing.lanes if one.lane_id == lane.id)
        column = next(one for one in drawing.columns if one.step_id == step_id)
        return canvas.mapFromScene(QPointF(column.x + column.w / 2, box.y + box.h / 2))

    assert drop_on(canvas.viewport(), middle(first.id), file) == (True, True, True)
    (card,) = work.journey.cards(lane.id, stage.id, first.id)
    assert canvas.selection == (card.id,)
    assert work.journey.get(Picture, str(card.picture_id)).width == 40
    QImage(50, 30, QImage.Format.Format_RGB32).save(str(file))
    assert drop_on(canvas.viewport(), middle(first.id), file) == (True, True, True)
    (card,) = work.journey.cards(lane.id, stage.id, first.id)
    assert [one.width for one in work.journey.all(Picture)] == [50]
    QGuiApplication.clipboard().setImage(QImage(60, 30, QImage.Format.Format_RGB32))
    canvas.select(())
    canvas.stand_in((lane.id, stage.id, second.id))
    QTest.keyClick(canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (pasted,) = work.journey.cards(lane.id, stage.id, second.id)
    assert work.journey.get(Picture, str(pasted.picture_id)).width == 60
    window.commands["edit.undo"].trigger()
    assert not work.journey.cards(lane.id, stage.id, second.id)
    QGuiApplication.clipboard().clear()


def test_why_an_edit_is_refused_is_told_as_an_alarm_until_the_next_hint(
    dialog: LanesDialog, work: Work
) -> None:
    assert dialog.told.property("role") == "secondary"

    work.editing.refused.emit("No room on the disk.")
    told = dialog.told.text(), dialog.told.property("role")
    dialog.list.setCurrentRow(1)

    assert told == ("No room on the disk.", "alarm")
    assert dialog.told.property("role") == "secondary"


def test_nothing_is_added_to_a_lane_that_went(work: Work) -> None:
    lane, stage = named(work, "actions"), work.journey.stages(work.map_id)[0]
    step = work.journey.steps(stage.id)[0]
    work.canvas.stand_in((lane.id, stage.id, step.id))
    work.canvas.change(
        "step.delete_lane", lambda draft: moves.drop(draft, lane.id), {"name": lane.title}
    )
    assert lane.id not in work.journey
    before = set(work.journey)
    for key in (Qt.Key.Key_Insert, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(work.canvas, key)
    assert set(work.journey) == before
