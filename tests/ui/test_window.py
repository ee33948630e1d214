"""The window: every command does something, both languages, both themes, the smallest size."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from cjm_desktop.journey.records import (
    Barrier,
    Card,
    Feeling,
    JourneyMap,
    Lane,
    Stage,
    Step,
    Touchpoint,
)
from cjm_desktop.ui import registry
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of
from tests.ui.texts import texts

ENGLISH = re.compile(r"[A-Za-z]{3,}")
NAMES = {
    "CJM", "Desktop", "Ctrl", "Shift", "Alt", "Enter", "Esc", "Del", "Ins", "Tab", "Space", "PgUp",
    "PgDown", "Mermaid", "PDF", "PNG", "SVG", "English", "MIT", "CRM", "mmd", "journey", "Left",
    "Right", "ReportLab", "SQLite", "HarfBuzz", "Inter", "Tabler",
}  # fmt: skip


def english_in(window: Window) -> list[str]:
    found = []
    for where, text in texts(window):
        words = set(ENGLISH.findall(re.sub(r"#[0-9A-Fa-f]{6}", "", text))) - NAMES
        if words:
            found.append(f"{where}: {text!r}")
    return found


def words_of(found: str) -> set[str]:
    return set(ENGLISH.findall(found.split(": ", 1)[1]))


def first(window: Window, kind: type) -> str:
    assert window.work is not None
    listed = window.work.journey.all(kind)
    assert listed
    return str(listed[0].id)


def test_every_command_is_wired(desk: Desk) -> None:
    window = desk.new_window()
    assert window.bench.work is None
    assert window.commands.wired == {one.id for one in registry.commands()}


def test_every_command_stands_in_a_menu_once(desk: Desk) -> None:
    window = desk.new_window()
    listed = [
        action.objectName() for menu in window.orders.menus.values() for action in menu.actions()
        if action.objectName()
    ]  # fmt: skip
    assert sorted(listed) == sorted(one.id for one in registry.commands())


def test_icons_have_names(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    nameless = [
        made.parent().objectName()
        for made in window.findChildren(QToolButton)
        if not made.text() and not made.accessibleName() and not made.objectName().startswith("qt_")
        and made.objectName() not in {"ScrollLeftButton", "ScrollRightButton"}
    ]  # fmt: skip
    assert nameless == []


def test_the_title_names_the_map_without_direction_overrides(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "b2b")
    assert window.work is not None
    window.work.editing.set("document", "title", "A\u202eB & C", 1)
    assert window.windowTitle() == "AB & C[*] - CJM Desktop"


def test_the_russian_window_says_nothing_in_english(
    make_desk: MakeDesk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(make_desk(language="ru"))
    work = work_of(window)
    for kind in (Stage, Step, Lane, Barrier, Card, Feeling, JourneyMap):
        if kind is JourneyMap:
            work.canvas.select(())
        else:
            work.canvas.select((first(window, kind),))
        qtbot.wait(1)
        assert english_in(window) == [], kind
    # The sample's own English words would hide nothing: its texts are Russian too.


def test_the_language_is_switched_without_a_restart(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "b2b")
    assert window.bench.top.print.text() == "Poster"
    desk.settings.language = "ru"
    desk.dress()
    qtbot.wait(1)
    assert window.bench.top.print.text() == "Плакат"
    assert window.work is not None
    assert window.work.look.language == "ru"
    # What the English template wrote into the map stays; everything of the window is Russian.
    of_the_map = NAMES | {
        word
        for record in window.work.journey
        for name in ("title", "text", "question", "name", "role", "scenario", "period", "goal")
        for word in ENGLISH.findall(str(getattr(record, name, "")))
    }
    left = [one for one in english_in(window) if not words_of(one) <= of_the_map]
    assert left == []
    desk.settings.language = "en"
    desk.dress()
    qtbot.wait(1)
    assert window.bench.top.print.text() == "Poster"


def test_the_theme_is_switched_live_and_the_paper_stays_white(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    assert window.work is not None
    light = window.grab().toImage().pixelColor(4, 400).name()
    desk.settings.theme = "dark"
    desk.dress()
    qtbot.wait(1)
    dark = window.grab().toImage().pixelColor(4, 400).name()
    assert (light, dark) == ("#ffffff", "#1a1f27")
    assert window.work.canvas.drawing.paper == "#FFFFFF"
    window.commands["view.dark_map"].trigger()
    assert window.work.canvas.drawing.paper != "#FFFFFF"


def test_every_region_is_reached_by_f6(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    assert window.work is not None
    window.activateWindow()
    window.work.canvas.setFocus()
    reached = []
    for _ in range(len(window.orders.frame.regions())):
        window.commands["view.next_region"].trigger()
        focused = QApplication.focusWidget()
        reached.append(
            next(
                index for index, region in enumerate(window.orders.frame.regions())
                if focused is not None and (region is focused or region.isAncestorOf(focused))
            )
        )  # fmt: skip
    assert sorted(reached) == list(range(len(window.orders.frame.regions())))


def test_panels_are_hidden_and_shown_by_keys(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    assert window.bench.inspector.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert not window.bench.inspector.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.bench.inspector.isVisible()
    assert window.bench.overview.isVisible()
    qtbot.keyClick(
        window,
        Qt.Key.Key_H,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert not window.bench.rail.isVisible()
    assert not window.bench.inspector.isVisible()


def test_in_a_narrow_window_the_inspector_lies_over_the_map(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    assert window.work is not None
    window.resize(1024, 700)
    qtbot.wait(1)
    assert not window.bench.inspector.isVisible()
    wide = window.work.canvas.width()
    window.commands["view.inspector"].trigger()
    qtbot.wait(1)
    assert window.bench.overlay.isVisible()
    assert window.work.canvas.width() == wide
    window.resize(1440, 900)
    qtbot.wait(1)
    assert not window.bench.overlay.isVisible()
    assert window.bench.inspector.isVisible()


def test_the_path_switch_and_the_chips_change_what_is_seen(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    work = work_of(window)
    window.commands["view.as_is"].trigger()
    assert work.look.path == "as_is"
    assert window.bench.view.paths.choice == "as_is"
    window.bench.view.paths.buttons["both"].click()
    assert work.look.path == "both"
    assert window.commands["view.both"].isChecked()
    before = work.canvas.drawing
    window.bench.view.chips.chips[1].click()
    chosen = window.bench.view.chips.chips[1].persona
    assert chosen is not None
    assert work.look.persona_ids == (chosen.id,)
    assert work.canvas.drawing is not before
    window.bench.view.chips.everyone.click()
    assert work.look.persona_ids == ()


def test_maps_are_added_renamed_moved_copied_and_deleted(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "b2b")
    work = work_of(window)
    first_id = work.map_id
    window.commands["map.add"].trigger()
    added = work.map_id
    assert added != first_id
    assert window.bench.top.tabs.count() == 2
    window.bench.top.tabs.renamed.emit(added, "Role map & co")
    assert window.bench.top.tabs.tabText(1) == "Role map && co"
    window.commands["map.left"].trigger()
    assert [one.id for one in work.journey.maps()] == [added, first_id]
    window.commands["map.copy"].trigger()
    assert window.bench.top.tabs.count() == 3
    window.commands["map.delete"].trigger()
    assert window.bench.top.tabs.count() == 2
    # Undo takes even the map away that one is looking at.
    while work.document.undo_step is not None:
        window.commands["edit.undo"].trigger()
    assert [one.id for one in work.journey.maps()] == [first_id]
    assert work.map_id == first_id
    assert window.bench.top.tabs.count() == 1


def test_undo_is_named(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "b2b")
    work = work_of(window)
    assert not window.commands["edit.undo"].isEnabled()
    stage = work.journey.stages(work.map_id)[0]
    work.editing.set(stage.id, "title", "Need & want", 1)
    undo = window.commands["edit.undo"]
    assert undo.isEnabled()
    assert undo.text().startswith("&Undo: rename to “")
    undo.trigger()
    assert work.journey.stages(work.map_id)[0].title == stage.title
    assert window.commands["edit.redo"].text().startswith("&Redo: rename to “")


def test_the_lanes_menu_adds_folds_and_removes(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "sketch")
    work = work_of(window)
    before = work.journey.lanes(work.map_id)
    window.bench.lanes.fill()
    window.bench.lanes.menu.actions()[0].trigger()
    assert work.journey.lanes(work.map_id)[0].folded
    add = next(
        one.menu() for one in window.bench.lanes.menu.actions() if one.text() == "Add a lane"
    )
    assert add is not None
    add.actions()[4].trigger()
    assert len(work.journey.lanes(work.map_id)) == len(before) + 1
    window.bench.lanes.fill()
    remove = [one.menu() for one in window.bench.lanes.menu.actions() if one.menu() is not None][-1]
    assert remove is not None
    remove.actions()[-1].trigger()
    assert len(work.journey.lanes(work.map_id)) == len(before)


def test_the_floating_bar_follows_a_barrier(desk: Desk, open_map: OpenMap, qtbot: QtBot) -> None:
    window = open_map(desk)
    work, bar = window.work, window.bench.bar
    assert work is not None
    assert bar is not None
    barrier = work.journey.all(Barrier)[0]
    work.canvas.set_zoom(0.8)
    work.canvas.select((barrier.id,), reveal=True)
    qtbot.wait(1)
    assert bar.isVisible()
    room = work.canvas.viewport().rect()
    assert room.contains(bar.geometry())
    other = 1 if barrier.severity != 1 else 2
    bar.severity[other - 1].click()
    assert work.journey.get(Barrier, barrier.id).severity == other
    work.canvas.set_zoom(0.2)
    assert not bar.isVisible()
    work.canvas.set_zoom(0.8)
    work.canvas.select(())
    assert not bar.isVisible()


def test_a_click_with_a_key_held_goes_through_the_floating_bar_to_the_map(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    work, bar = work_of(window), window.bench.bar
    handle = window.windowHandle()
    assert bar is not None
    assert handle is not None
    barrier, card = work.journey.all(Barrier)[0], work.journey.all(Touchpoint)[0]
    canvas = work.canvas
    canvas.set_zoom(0.8)
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier):
        for over in (bar.drop, bar.severity[0], bar.answer):
            canvas.select((barrier.id,))
            canvas.reveal(card.id)
            qtbot.wait(1)
            rect = canvas.record_rect(card.id)
            assert rect is not None
            bar.show()
            bar.move(rect.center().toPoint() - over.geometry().center())
            at = over.mapTo(window, over.rect().center())
            assert window.childAt(at) is over
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, held, at)
            assert canvas.selection == (barrier.id, card.id)
            assert canvas.record(barrier.id) == barrier
            assert not bar.isVisible()


def test_full_screen_comes_back_to_what_was_before(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    window.showMaximized()
    window.commands["view.full_screen"].trigger()
    assert window.isFullScreen()
    window.commands["view.full_screen"].trigger()
    assert not window.isFullScreen()
    assert window.isMaximized()
