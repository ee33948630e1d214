"""The bars of the window: titles and tabs, strips over the map, chips, the lanes menu, hints."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves, templates
from cjm_desktop.ui import icons
from cjm_desktop.ui.controls import bold
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.maptabs import Title
from cjm_desktop.ui.nextmaps import NextMaps
from cjm_desktop.ui.settings import Recent
from cjm_desktop.ui.topbar import HEIGHT
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of

LONG = "A file of another computer, which asks whether its changes are to be saved there. " * 6


def editor_over(title: Title) -> QLineEdit:
    """The field in which a new title is being written."""
    children = Qt.FindChildOption.FindDirectChildrenOnly
    fields = title.parentWidget().findChildren(QLineEdit, options=children)
    (shown,) = [one for one in fields if one.isVisible()]
    return shown


def write_over(title: Title, text: str) -> None:
    """Double-click a title and write another one."""
    QTest.mouseDClick(title, Qt.MouseButton.LeftButton, pos=QPoint(4, title.height() // 2))
    field = editor_over(title)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def names(window: Window) -> tuple[str, list[str]]:
    """What the document and its maps are called."""
    assert window.work is not None
    journey = window.work.journey
    return journey.document.title, [one.title for one in journey.maps()]


def test_one_map_needs_no_tab_and_two_have_theirs(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "blank")
    top = window.bench.top
    assert top.tabs.isHidden()
    assert top.add.isVisible()
    top.add.click()
    assert top.tabs.isVisible()
    assert top.tabs.count() == 2
    window.commands["edit.undo"].trigger()
    assert top.tabs.isHidden()


def test_maps_are_laid_out_before_one_turns_to_them(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "blank")
    work, bench = work_of(window), window.bench
    qtbot.waitUntil(lambda: bench.findChild(NextMaps) is not None)
    with work.document.edit("step.copy_map", name="x") as draft:
        other = moves.copy_map(draft, work.map_id, "Another")
    assert work.canvas.sheet.unlaid() == other
    maps = bench.findChild(NextMaps)
    assert maps is not None
    waits = maps.findChild(QTimer)
    assert waits.isActive()
    waits.start(0)
    qtbot.waitUntil(lambda: not work.canvas.sheet.unlaid())
    assert work.map_id != other


def test_a_long_name_takes_the_room_the_tabs_leave(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "blank")
    assert window.work is not None
    window.resize(1024, 700)
    window.work.editing.set("document", "title", "Customer journey: a compressor station", 1)
    title = window.bench.top.title
    title.parentWidget().layout().activate()
    assert title.width() >= title.sizeHint().width()


def test_writing_over_the_name_names_the_file_and_its_only_map(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk, "blank")
    write_over(window.bench.top.title, "How people buy a pump")
    assert names(window) == ("How people buy a pump", ["How people buy a pump"])
    assert window.windowTitle().startswith("How people buy a pump")
    window.bench.top.add.click()
    second = names(window)[1][1]
    write_over(window.bench.top.title, "Pumps")
    assert names(window) == ("Pumps", ["How people buy a pump", second])


def test_the_command_renames_over_the_name_where_there_is_no_tab(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk, "blank")
    window.commands["map.rename"].trigger()
    field = editor_over(window.bench.top.title)
    QTest.keyClicks(field, "Pumps")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert "Pumps" not in names(window)[1]


def test_a_name_written_in_the_inspector_is_the_documents_too(
    desk: Desk, open_map: OpenMap
) -> None:
    window = open_map(desk, "blank")
    assert window.work is not None
    window.work.editing.set(window.work.map_id, "title", "Pumps", 1)
    assert names(window) == ("Pumps", ["Pumps"])


def test_a_strip_lies_over_the_map_and_moves_nothing(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk)
    assert window.work is not None
    canvas, banners = window.work.canvas, window.banners
    before = canvas.mapToGlobal(QPoint(0, 0)), canvas.size()
    window.tell("One line.")
    qtbot.waitUntil(lambda: banners.isVisible() and banners.height() < 60)
    assert (canvas.mapToGlobal(QPoint(0, 0)), canvas.size()) == before
    assert banners.mapToGlobal(QPoint(0, 0)).y() >= before[0].y()
    low = banners.height()
    window.tell(LONG, "another")
    qtbot.waitUntil(lambda: banners.height() > 2 * low + 8)
    banners.drop_all()
    assert banners.isHidden()


def test_an_icon_without_room_is_drawn_without_complaint(desk: Desk) -> None:
    desk.dress()
    picture = icons.blank(4)
    painter = QPainter(picture)
    icons.icon("x").paint(painter, QRect(1, 1, 0, 0))
    painter.end()
    image = picture.toImage()
    assert not any(image.pixelColor(x, y).alpha() for x in range(4) for y in range(4))


@pytest.mark.parametrize("size", [QSize(16, 16), icons.BESIDE])
def test_icons_are_sharp_on_a_fine_screen(desk: Desk, size: QSize) -> None:
    desk.dress()
    picture = icons.icon("printer").pixmap(size, 2.0)
    assert picture.size() == size * 2
    assert picture.devicePixelRatio() == 2


def test_an_icon_keeps_off_the_word_beside_it(desk: Desk) -> None:
    desk.dress()
    picture = icons.icon("printer").pixmap(icons.BESIDE)
    assert picture.size() == icons.BESIDE * picture.devicePixelRatio()
    image = picture.toImage()
    free = image.width() - image.height()
    columns = range(image.width() - free, image.width())
    assert free > 0
    assert not any(image.pixelColor(x, y).alpha() for x in columns for y in range(image.height()))
    button = desk.new_window().bench.top.print
    assert button.iconSize() == icons.BESIDE


def test_a_strip_is_seen_on_whatever_is_shown_next(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    window.tell("Something was wrong.")
    window.show_first_page()
    middle = window.banners.geometry().center()
    assert window.banners.isAncestorOf(window.stack.childAt(middle))


def with_maps(window: Window, *titles: str) -> None:
    """Add maps of these titles to the document."""
    assert window.work is not None
    for title in titles:
        window.work.editing.do(
            "step.add_map",
            title,
            lambda draft, title=title: templates.add(draft, "blank", "en", title),
        )
    window.bench.refresh()


def test_tabs_that_have_no_room_scroll_and_say_their_whole_titles(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "b2b")
    window.resize(1024, 700)
    with_maps(window, "Procurement", "The chief engineer", "Service contracts", "The second year")
    top = window.bench.top
    bold_metrics = QFontMetrics(bold(top.tabs.font()))
    for index in range(1, top.tabs.count()):
        wanted = bold_metrics.horizontalAdvance(top.tabs.tabText(index))
        qtbot.waitUntil(lambda: top.tabs.tabRect(index).width() >= wanted + 24)  # noqa: B023
    assert top.title.width() >= 100
    assert top.add.geometry().right() < top.undo.geometry().left()


def test_turning_to_a_map_moves_no_tab(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "blank")
    with_maps(window, "Procurement", "The chief engineer")
    tabs = window.bench.top.tabs
    widths = []
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        widths.append([tabs.tabRect(one).width() for one in range(tabs.count())])
    assert widths[0] == widths[1] == widths[2]


def test_on_a_map_the_status_bar_says_the_keys_of_the_map(desk: Desk, open_map: OpenMap) -> None:
    window = desk.new_window()
    assert any("open" in one for one in window.status.hints.texts)
    assert window.status.hints.texts[-1] == " guide"  # behind its key: no menu is seen here
    window.files.new("blank")
    assert window.work is not None
    assert window.status.hints.texts[0] == "Nothing selected"
    assert not any("drop a file" in one for one in window.status.hints.texts)


def test_without_recents_no_key_takes_one_off(desk: Desk) -> None:
    window = desk.new_window()
    assert not any("take off" in one for one in window.status.hints.texts)
    desk.settings.remember(Recent("/nowhere/gone.cjm", "Gone", "2026-11-21T10:00:00+00:00"))
    window.start.refresh()
    assert any("take off" in one for one in window.status.hints.texts)


def test_a_map_without_personas_offers_no_roles(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "blank")
    chips = window.bench.view.chips
    assert chips.everyone.isHidden()
    assert window.work is not None
    map_id = window.work.map_id
    window.work.editing.do(
        "step.add_persona", "Ann", lambda draft: moves.add_persona(draft, "Ann", map_id)
    )
    assert chips.everyone.isVisible()
    assert len(chips.chips) == 1


def test_tabs_of_maps_fit_their_bar_with_large_letters_too(
    make_desk: MakeDesk, open_map: OpenMap
) -> None:
    desk = make_desk()
    desk.settings.font_size = 18
    desk.dress()
    window = open_map(desk)
    tabs, work = window.bench.top.tabs, work_of(window)
    work.editing.do("step.add_map", "Second", lambda draft: moves.add_map(draft, "Second"))
    QApplication.processEvents()
    assert tabs.tabRect(0).height() <= tabs.height() == HEIGHT


def test_a_high_window_gives_its_room_to_the_inspector(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk)
    window.resize(1400, 700)
    QApplication.processEvents()
    overview = window.bench.overview
    height = overview.height()
    assert height <= overview.picture.sizeHint().height() + 60
    window.resize(1400, 1000)
    QApplication.processEvents()
    assert overview.height() == height


@pytest.mark.parametrize(
    ("template", "said"), [("blank", "1 stage"), ("sample-b2b", "6 stages, 12 steps")]
)
def test_the_overview_counts_stages_and_steps(
    desk: Desk, open_map: OpenMap, template: str, said: str
) -> None:
    window = open_map(desk, template)
    assert window.bench.overview._count.text() == said


def test_one_step_among_stages_is_one_step(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "sketch")
    assert window.work is not None
    stage = window.work.journey.stages(window.work.map_id)[0]
    window.work.editing.do(
        "step.add_step", "", lambda draft: moves.add_step(draft, stage.id, "First")
    )
    assert window.bench.overview._count.text() == "5 stages, 1 step"


def test_the_lanes_menu_marks_the_lanes_that_are_open(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "blank")
    lanes = window.bench.lanes
    lanes.fill()
    listed = lanes.menu.actions()[:2]
    assert all(one.isCheckable() and one.isChecked() for one in listed)
    # An icon would stand where the mark does.
    assert all(one.icon().isNull() for one in listed)
    listed[0].trigger()
    lanes.fill()
    assert [one.isChecked() for one in lanes.menu.actions()[:2]] == [False, True]


def test_edits_that_are_in_no_file_are_said_to_be_unsaved(desk: Desk, tmp_path: Path) -> None:
    window = desk.new_window()
    window.files.new("blank")
    work = work_of(window)
    work.saving.save(tmp_path / "map.cjm")
    work.document.automatic = False
    work.editing.set("document", "title", "Pumps", 1)
    assert window.bench.top.state._word.text() == "Not saved"


def test_letters_that_no_font_has_are_said_once(desk: Desk, open_map: OpenMap) -> None:
    window = open_map(desk, "blank")
    assert window.work is not None
    assert window.banners.sentences() == {}
    stage = window.work.journey.stages(window.work.map_id)[0]
    window.work.editing.set(stage.id, "title", "東京 tour", 1)
    assert "京 東" in window.banners.sentences()["letters"]
    window.banners.drop("letters")
    window.work.editing.set(stage.id, "title", "東 tour", 2)
    assert window.banners.sentences() == {}, "what was read need not be said again"
    window.work.editing.set(stage.id, "title", "東 tour, 駅", 3)
    assert "駅" in window.banners.sentences()["letters"]
    window.work.editing.set(stage.id, "title", "A tour", 4)
    assert window.banners.sentences() == {}
