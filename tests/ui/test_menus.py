"""The menus that open where one is: by key on a chip or a role, and copying to another map."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.journey.records import Lane, Stage
from cjm_desktop.ui import icons
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.window import Window
from tests.ui.canvas.hand import CONTROL, SHIFT
from tests.ui.conftest import MakeDesk, OpenMap, work_of


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    """A map of a buying centre with lanes of roles."""
    return open_map(desk, "b2b")


def texts(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if one.text()]


@pytest.fixture
def opened() -> Callable[[Window, QWidget], list[str]]:
    """What the menu key offers while a widget has the focus."""

    def ask(window: Window, widget: QWidget) -> list[str]:
        found: list[str] = []

        def look() -> None:
            popup = QApplication.activePopupWidget()
            assert isinstance(popup, QMenu)
            found.extend(texts(popup))
            popup.close()

        window.activateWindow()
        widget.setFocus()
        QTimer.singleShot(0, look)
        window.commands["edit.menu"].trigger()
        return found

    return ask


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_menu_key_opens_the_menu_of_what_has_the_focus(
    window: Window, opened: Callable[[Window, QWidget], list[str]]
) -> None:
    work = work_of(window)
    chip = window.bench.view.chips.chips[1]
    assert opened(window, chip)[0] == "Everything about them"
    stage = work.journey.stages(work.map_id)[0]
    work.canvas.select((stage.id,))
    assert "&Merge with the next stage" in opened(window, work.canvas)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_menu_key_on_a_role_offers_its_ways_and_a_note(
    window: Window, opened: Callable[[Window, QWidget], list[str]]
) -> None:
    work = work_of(window)
    lane = next(one for one in work.journey.lanes(work.map_id) if one.holds == "consensus")
    stage = work.journey.stages(work.map_id)[0]
    work.canvas.stand_in((lane.id, stage.id, None))
    work.canvas.roles.enter("down")
    assert opened(window, work.canvas) == ["not known", "for", "unsure", "against", "Note…"]


def maps_offered(window: Window, index: int) -> QMenu:
    """The maps that the Map menu offers to copy to."""
    copy = window.orders.copy_menu
    copy.aboutToShow.emit()
    menu = copy.actions()[index].menu()
    assert isinstance(menu, QMenu)
    return menu


def test_the_map_menu_copies_the_stage_and_the_lane_of_what_is_selected(window: Window) -> None:
    work = work_of(window)
    window.orders.copy_menu.aboutToShow.emit()
    assert texts(window.orders.copy_menu) == ["Select a stage or a lane first"]
    first = work.map_id
    stage, lane = work.journey.stages(first)[1], work.journey.lanes(first)[3]
    step = work.journey.steps(stage.id)[0]
    work.canvas.stand_in((lane.id, stage.id, step.id))
    maps_offered(window, 0).actions()[-1].trigger()
    assert work.map_id != first
    (copy,) = work.journey.stages(work.map_id)
    assert copy.title == work.journey.get(Stage, stage.id).title
    assert work.canvas.selection == (copy.id,)
    second = work.map_id
    window.bench.maps.choose(first)
    work.canvas.select((lane.id,))
    maps_offered(window, 0).actions()[0].trigger()
    assert work.map_id == second
    assert work.journey.get(Lane, work.canvas.selection[0]).map_id == second


def test_tab_goes_through_the_chips_and_then_to_the_filter(window: Window, qtbot: QtBot) -> None:
    view = window.bench.view
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view.chips.everyone.setFocus()
    walked = []
    for _ in range(len(view.chips.chips) + 1):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == [*view.chips.chips, view.filter]


def test_a_stages_own_menu_splits_it_before_a_step_and_says_why_the_rest_is_off(
    window: Window,
) -> None:
    work = work_of(window)
    *_, last = work.journey.stages(work.map_id)
    later = work.journey.steps(last.id)[1:]
    work.canvas.select((last.id,))
    menu = window.bench.edits.menu_of(last.id)
    splits = next(one.menu() for one in menu.actions() if one.text().startswith("Split"))
    assert splits is not None
    assert [one.text() for one in splits.actions()] == [one.title for one in later]
    QApplication.sendEvent(menu, QShowEvent())
    merge = window.commands["map.merge"]
    assert merge in menu.actions()
    assert not merge.isEnabled()
    assert merge.statusTip() == "Select a stage before the last one first"
    count = len(work.journey.stages(work.map_id))
    splits.actions()[-1].trigger()
    assert len(work.journey.stages(work.map_id)) == count + 1
    assert work.journey.steps(work.canvas.selection[0])[0].id == later[-1].id
    work.document.undo()
    menu.deleteLater()


def test_stages_are_split_merged_and_given_steps_by_keyboard(window: Window) -> None:
    work = work_of(window)
    canvas, commands = work.canvas, window.commands
    before = dict.fromkeys(work.journey)
    first, second, *_ = work.journey.stages(work.map_id)
    ours, theirs = work.journey.steps(first.id), work.journey.steps(second.id)
    offered = {one: f"map.{one}" for one in ("split", "merge", "give_first", "give_last")}

    def can() -> set[str]:
        return {name for name, command in offered.items() if commands[command].isEnabled()}

    canvas.select((first.id,))
    assert can() == {"merge", "give_last"}, "nothing stands before the first stage"
    QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL | SHIFT)
    given = [one.id for one in work.journey.steps(second.id)]
    assert given == [ours[-1].id, *(one.id for one in theirs)]
    canvas.select((second.id,))
    QTest.keyClick(canvas, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert [one.id for one in work.journey.steps(first.id)] == [one.id for one in ours]
    canvas.select((theirs[0].id,))
    assert "split" not in can()
    canvas.select((theirs[1].id,))
    commands["map.split"].trigger()
    (made,) = canvas.selection
    assert work.journey.steps(made)[0].id == theirs[1].id
    canvas.select((second.id,))
    commands["map.merge"].trigger()
    assert made not in work.journey
    for _ in range(4):
        work.document.undo()
    assert dict.fromkeys(work.journey) == before


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_entry_of_any_menu_is_without_words(
    make_desk: MakeDesk, open_map: OpenMap, language: str
) -> None:
    window = open_map(make_desk(language=language))
    menus = list(window.orders.menus.values())
    for menu in menus:
        entries = [one for one in menu.actions() if not one.isSeparator()]
        assert [one.objectName() for one in entries if not one.text().strip()] == []
        menus += [inner for one in entries if isinstance(inner := one.menu(), QMenu)]
    assert len(menus) > len(window.orders.menus)


def first_inked(image: QImage, rows: range, begin: int) -> int:
    """The first column of some rows that has ink, from a column on."""
    ground = image.pixelColor(image.width() - 3, rows[0]).lightness()
    return next(
        column
        for column in range(begin, image.width() - 2)
        if any(abs(image.pixelColor(column, row).lightness() - ground) > 60 for row in rows)
    )


def test_names_in_menus_begin_in_one_column_and_what_is_on_shows_without_colour(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk)
    menu = QMenu(window)
    plain, pictured = menu.addAction("Home"), menu.addAction(icons.icon("map"), "Home")
    pressed = menu.addAction(icons.icon("map"), "Home")
    for one in (plain, pressed):
        one.setCheckable(True)
        one.setChecked(True)
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    image = menu.grab().toImage()
    places = [menu.actionGeometry(one) for one in (plain, pictured, pressed)]
    rows = [range(one.top() + 4, one.bottom() - 3) for one in places]
    assert len({first_inked(image, one, 28) for one in rows}) == 1
    frame = [image.copy(2, one.top() + 2, 26, one.height() - 4) for one in places[1:]]
    grey = [one.convertToFormat(QImage.Format.Format_Mono) for one in frame]
    assert grey[0] != grey[1]
