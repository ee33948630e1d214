"""The first picture of a program: the bones of its first page, and what comes right after it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.journey import templates
from cjm_desktop.layout.pieces import Shape
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.settings import Settings
from cjm_desktop.ui.start.bones import Bones, Widths
from cjm_desktop.ui.start.mapbones import Edges, MapBones
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk
from tests.ui.texts import texts

FIRST = """
import gc, sys
from pathlib import Path
from cjm_desktop import app
desk = app.begin([])
desk.windows[0].grab()
from PySide6 import QtCore
late = sys.modules["shibokensupport.signature.parser"]
names = {"networkx", "reportlab", "xlsxwriter", "python_calamine", "PIL", "apsw", "json",
         "dataclasses", "argparse", "cjm_desktop.ui.controls", "cjm_desktop.document"}
print(sorted(names & sys.modules.keys()), "Qt" in vars(QtCore), "re" in vars(late))
try:
    QtCore.QPoint("far", "away")
except TypeError as problem:
    print("QPoint.__init__(str, str)" in str(problem), "xpos: int, ypos: int" in str(problem))
"""


def test_it_loads_next_to_nothing(tmp_path: Path) -> None:
    env = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", FIRST], capture_output=True, text=True, check=False, env=env
    )
    # Neither Qt's widest list of names nor the helper about signatures, which comes when asked.
    assert done.stdout.splitlines() == ["[] False False", "True True"], done.stderr


@pytest.fixture
def begin(qapp: QApplication, make_desk: MakeDesk, tmp_path: Path) -> Iterator[Window]:
    """A window of which nothing but the first picture has been made."""
    make_desk(language="ru")  # gives everything back afterwards
    settings = Settings(tmp_path / "other.ini")
    settings.theme, settings.language, settings.start_widths = "dark", "ru", "372 309"
    desk = Desk(qapp, tmp_path / "home", settings, sparing=True)
    desk.begin()
    window = desk.windows[0]
    window.resize(1440, 900)
    assert window.bones is not None
    yield window
    if window.work is not None:
        window.work.document.close()
        window.leave_document()
    window.close()
    desk.translation.switch("en")
    desk.deleteLater()


@pytest.fixture
def opened(make_desk: MakeDesk, tmp_path: Path) -> Window:
    """A window begun with a file, of which nothing but the first picture has been made."""
    desk = make_desk()
    desk.settings.map_edges = "57 88 321 29"
    document = Document.create(templates.make("sketch", "en"), desk.home)
    document.save_as(tmp_path / "map.cjm")
    document.close()
    desk.begin([tmp_path / "map.cjm"])
    window = desk.windows[0]
    window.resize(1440, 900)
    assert isinstance(window.bones, MapBones)
    return window


def _ink(picture: QImage, place: QRect) -> QRect:
    """What is drawn in a place beside its ground."""
    part = picture.copy(place)
    ground = part.pixelColor(2, 2).lightness()
    seen = [
        (x, y)
        for x in range(part.width())
        for y in range(part.height())
        if abs(part.pixelColor(x, y).lightness() - ground) > 60
    ]
    xs, ys = zip(*seen, strict=True)
    return QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys)))


def test_nothing_moves_when_the_page_comes(begin: Window, qtbot: QtBot) -> None:
    before = begin.grab().toImage()
    begin.growing.finish()
    left = begin.page.left
    qtbot.wait(1)
    assert begin.stack.currentWidget() is begin.page
    assert Widths.read(begin.desk.settings.start_widths) == begin.page.widths
    after = begin.grab().toImage()
    for row in left.rows:
        place = QRect(row.mapTo(begin, QPoint(40, 4)), row.size() - QSize(130, 8))
        one, other = _ink(before, place), _ink(after, place)
        assert abs(one.top() - other.top()) <= 1, (one, other)
        assert (one.topLeft() - other.topLeft()).manhattanLength() <= 2, (one, other)
        assert abs(one.width() - other.width()) <= 3, (one, other)
    for x, y in ((5, 300), (365, 300), (367, 300), (900, 20), (40, 100), (330, 100), (700, 899)):
        assert before.pixelColor(x, y) == after.pixelColor(x, y), (x, y)
    head = QRect(30, 18, 300, 42)
    assert (_ink(before, head).topLeft() - _ink(after, head).topLeft()).manhattanLength() <= 2


def test_a_click_on_what_is_only_drawn_is_not_lost(begin: Window, qtbot: QtBot) -> None:
    assert isinstance(begin.bones, Bones)
    qtbot.mouseClick(begin.bones, Qt.MouseButton.LeftButton, pos=QPoint(100, 95))
    qtbot.waitUntil(lambda: begin.work is not None)
    assert begin.seen


def test_a_button_held_down_while_the_page_comes_is_pressed(begin: Window, qtbot: QtBot) -> None:
    assert isinstance(begin.bones, Bones)
    qtbot.mousePress(begin.bones, Qt.MouseButton.LeftButton, pos=QPoint(100, 95))
    begin.growing.finish()
    qtbot.waitUntil(lambda: begin.work is not None)


def test_a_key_pressed_too_soon_is_not_lost(begin: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(begin, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: begin.work is not None)


def _told(window: Window) -> tuple[list[object], list[object]]:
    """Every command with its keys, and every text and screen reader's name."""
    actions = window.findChildren(QAction)
    keys = [(one.text(), [str(key.toString()) for key in one.shortcuts()]) for one in actions]
    return sorted(map(str, keys)), sorted(map(str, texts(window)))


def test_nothing_is_missing_in_the_end(begin: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: begin.seen and begin.bones is None)
    whole = begin.desk.new_window()
    qtbot.waitUntil(lambda: whole.seen)
    assert _told(begin) == _told(whole)
    named = [one.accessibleName() for one in begin.findChildren(QWidget) if one.accessibleName()]
    assert len(named) > 8
    bars = [[one.text() for one in each.menuBar().actions()] for each in (begin, whole)]
    assert bars[0] == bars[1] != []


@pytest.mark.parametrize("text", ["", "368", "a b", "10 20", "99999 5", "368 305 1"])
def test_widths_that_make_no_sense_are_not_taken(text: str) -> None:
    assert Widths.read(text) == Widths()
    assert Widths.read(str(Widths(428, 355))) == Widths(428, 355)


def test_a_map_is_seen_before_what_is_round_it(opened: Window, qtbot: QtBot) -> None:
    before = opened.grab().toImage()
    assert opened.work is None
    qtbot.waitUntil(lambda: opened.seen)
    assert opened.bones is None
    assert opened.work is not None
    viewport = opened.work.canvas.viewport()
    qtbot.waitUntil(lambda: opened.work is not None and opened.work.canvas.zoom < 1)
    assert Edges.of(viewport) == Edges(57, 88, 321, 29)
    after = opened.grab().toImage()
    title = QRect(viewport.mapTo(opened, QPoint(20, 100)), QSize(500, 150))
    one, other = _ink(before, title), _ink(after, title)
    assert (one.topLeft() - other.topLeft()).manhattanLength() <= 2, (one, other)
    assert (one.bottomRight() - other.bottomRight()).manhattanLength() <= 3, (one, other)


def test_a_part_of_the_map_that_cannot_be_painted_is_a_box_in_the_first_picture_too(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(error))
    bones = opened.bones
    assert isinstance(bones, MapBones)
    before = bones.grab().toImage()
    cells = bones._sheet.settled.cells
    one = next(each for each in cells.values() if each.kind == "grid" and each.pieces)
    bad = Shape(90.0, 30.0, (None,))  # type: ignore[arg-type]
    cells[one.id] = one._replace(pieces=(one.pieces[0]._replace(shape=bad),))
    after = bones.grab().toImage()
    assert len(told) == 1
    last = bones.place.bottomRight() - QPoint(9, 9)
    assert after.pixelColor(last) == before.pixelColor(last)
    opened.close()


def test_what_one_does_to_the_picture_of_a_map_is_done_to_the_map(
    opened: Window, qtbot: QtBot
) -> None:
    bones = opened.bones
    assert isinstance(bones, MapBones)
    middle = bones.place.center()
    qtbot.mouseClick(bones, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: opened.work is not None)
    work = opened.work
    assert work is not None
    qtbot.wait(1)
    assert work.canvas.selection or work.canvas.roles.stage or work.canvas.stood_rect() is not None


def test_a_key_is_not_lost_while_a_map_comes(opened: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier)
    assert opened.work is not None
    assert opened.bones is None


def test_a_map_that_is_not_there_yet_can_be_closed(opened: Window) -> None:
    opened.close()
    assert opened.work is None
    assert not list(opened.desk.folder.glob("copies/*"))


def test_a_file_is_opened_once(opened: Window, tmp_path: Path) -> None:
    opened.desk.open_files([tmp_path / "map.cjm"])
    assert opened.work is not None
    assert opened.desk.windows == [opened]


def test_what_cannot_be_opened_is_told_as_ever(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk()
    desk.settings.map_edges = "57 88 321 29"
    (tmp_path / "no.cjm").write_text("nothing")
    desk.begin([tmp_path / "no.cjm"])
    (window,) = desk.windows
    assert window.bones is None
    assert window.banners.sentences()


@pytest.mark.parametrize("text", ["", "1 2 3", "a b c d"])
def test_edges_that_make_no_sense_are_not_taken(text: str) -> None:
    assert Edges.read(text) is None
    assert Edges.read(str(Edges(57, 88, 321, 29))) == Edges(57, 88, 321, 29)


@pytest.mark.parametrize(
    ("what", "where"), [("begin", "ORDERS"), ("opened", "ORDERS"), ("opened", "BENCH")]
)
def test_an_error_in_a_step_is_reported_and_leaves_no_dead_window(
    what: str, where: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    window: Window = request.getfixturevalue(what)
    heard: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *error: heard.append(error[0]))
    monkeypatch.setattr(f"cjm_desktop.ui.start.growing.{where}", ("ui.nowhere",))
    window.growing.finish()
    assert heard == [ModuleNotFoundError]
    assert window.seen
    assert window.bones is None
    shown = what == "opened" and where == "ORDERS"
    assert (window.work is not None) == shown
    copies = window.desk.home.folder / "copies"
    assert len(list(copies.iterdir())) == shown, "a map that is not shown is open no more"
    assert window.commands["file.open"].isEnabled()


COPIED = """
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication
from cjm_desktop import app
desk = app.begin([])
app.begin = lambda files: desk
copied = QMimeData()
copied.setText("a stage")
QGuiApplication.clipboard().setMimeData(copied)
QTimer.singleShot(0, desk.windows[0].close)
raise SystemExit(app.main([]))
"""


def test_it_ends_well_after_something_was_copied(tmp_path: Path) -> None:
    env = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", COPIED],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=env,
    )
    assert done.returncode == 0, done.stderr
