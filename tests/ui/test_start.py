"""The first page: a map in one click or one sentence, recents, templates, by keyboard alone."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop import layout
from cjm_desktop.document import Document
from cjm_desktop.exchange import outline
from cjm_desktop.journey import templates
from cjm_desktop.layout.theme import LIGHT
from cjm_desktop.ui import plain, thumbnail
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.settings import Recent
from cjm_desktop.ui.start import cards
from cjm_desktop.ui.start.page import Survivor
from cjm_desktop.ui.start.pictures import SHAPE, Pictures
from tests.ui.conftest import MakeDesk


def test_the_window_begins_on_the_first_page(desk: Desk) -> None:
    window = desk.new_window()
    assert window.stack.currentWidget() is window.page
    assert not window.bench.top.isVisible()
    assert window.windowTitle() == "CJM Desktop"
    assert not window.commands["file.save"].isEnabled()
    assert QApplication.activeModalWidget() is None


def test_the_first_picture_is_the_whole_page(desk: Desk, qtbot: QtBot) -> None:
    desk.settings.remember(Recent("/nowhere/gone.cjm", "Gone", ""))
    shown: list[tuple[int, ...]] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                cards = window.page.right.recents, window.page.right.templates
                lists = [*(one.cards for one in cards), window.page.left.sample.cards]
                shown.append(tuple(one.rowCount() for one in lists))
            return False

    watch = Watch()
    window = desk.new_window()
    window.page.installEventFilter(watch)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown[0] == (1, len(templates.TEMPLATES) + 1, 1)


def test_keys_work_as_soon_as_the_window_is_seen(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    qtbot.waitUntil(lambda: window.seen)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.work is not None)


def test_the_keyboard_meets_first_what_a_crash_left_behind(desk: Desk) -> None:
    page = desk.new_window().page
    told = [Survivor("1", "One", "10:00"), Survivor("2", "Two", "11:00", failed=True)]
    page.show_survivors(told)
    page.show_survivors(told)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    met: list[str] = []
    now = page.nextInFocusChain()
    while now is not page.left.new:
        if isinstance(now, QPushButton):
            met.append(now.text())
        now = now.nextInFocusChain()
    assert met == ["Later", "Restore", "Later", "Recovery…"]


def test_one_click_makes_a_map(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    qtbot.mouseClick(window.page.left.new, Qt.MouseButton.LeftButton)
    assert window.work is not None
    assert window.stack.currentWidget() is window.bench.page
    assert not window.work.document.unpublished


def test_one_sentence_makes_a_map(make_desk: MakeDesk, qtbot: QtBot) -> None:
    window = make_desk(language="ru").new_window()
    sketch = window.page.left.sketch
    assert not sketch.go.isEnabled()
    sketch.field.setPlainText("Осознание, поиск, выбор")
    assert sketch._counted.text() == "3 этапа"
    qtbot.keyClick(sketch.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.work is not None
    stages = window.work.journey.stages(window.work.map_id)
    assert [one.title for one in stages] == ["Осознание", "Поиск", "Выбор"]
    assert window.work.document.unpublished
    assert sketch.field.toPlainText() == ""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_quick_sketch_shows_its_signs_and_their_card(
    make_desk: MakeDesk, language: str
) -> None:
    desk = make_desk(language=language)
    desk.settings.font_size = 18
    desk.dress()
    window = desk.new_window()
    window.resize(1024, 700)
    sketch = window.page.left.sketch
    assert len(sketch.signs.texts) == 1 + len(outline.SIGNS)
    assert sketch.signs.height() >= sketch.signs.heightForWidth(sketch.signs.width())
    assert not sketch.card.isVisible()
    sketch.help.click()
    said = {one.text() for one in sketch.card.findChildren(QLabel)}
    assert {row.sign for row in outline.card(language)} <= said
    assert {row.meaning for row in outline.card(language)} <= said
    assert not sketch.signs.isVisible()
    for row in (window.page.left.new, window.page.left.open, window.page.left.read):
        assert row.width() >= row.minimumSizeHint().width()


def test_folders_of_recent_maps_are_said_as_one_knows_them(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "anna"))
    window = desk.new_window()
    for folder, said in (
        ("anna", "in the home folder"),
        ("anna/maps/2026", "~/maps/2026"),
        ("annabel", str(tmp_path / "annabel")),
    ):
        desk.settings.remember(Recent(str(tmp_path / folder / "m.cjm"), "M", ""))
        window.start.refresh()
        assert window.page.right.recents.cards.cards[0].detail == said


def test_the_first_page_tells_nothing_of_a_map_that_was_closed(desk: Desk) -> None:
    window = desk.new_window()
    window.files.new("sample-b2b")
    assert window.status.map.evidence.isVisible()
    window.commands["file.close"].trigger()
    assert window.work is None
    for language in ("ru", "en"):
        desk.settings.language = language
        desk.dress()
        QApplication.processEvents()
        assert not window.status.map.evidence.isVisible()
        assert not window.status.map.view.isVisible()


def test_templates_are_chosen_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new_window()
    window.start.refresh_rest()
    window.resize(1440, 900)
    listed = window.page.right.templates
    window.activateWindow()
    listed.setFocus()
    qtbot.waitUntil(listed.hasFocus)
    assert listed.current == templates.TEMPLATES[0]
    qtbot.keyClick(listed, Qt.Key.Key_Right)
    assert listed.current == templates.TEMPLATES[1]
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert window.work is not None
    expected = templates.make(templates.TEMPLATES[1], "en")
    assert window.work.journey.document.title == expected.document.title


def test_recents_are_shown_opened_and_forgotten(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "map.cjm"
    document = Document.create(templates.make("sketch", "en", "Pumps & <b>"), desk.home)
    document.save_as(path)
    document.close()
    now = datetime.now(UTC).isoformat()
    desk.settings.remember(Recent(str(tmp_path / "gone.cjm"), "Gone", now))
    desk.settings.remember(Recent(str(path), "Pumps & <b>", now))
    window = desk.new_window()
    window.start.refresh_rest()
    listed = window.page.right.recents
    assert [one.title for one in listed.cards.cards] == ["Pumps & <b>", "Gone"]
    assert listed.cards.cards[0].aside.startswith("today, ")
    assert [one.missing for one in listed.cards.cards] == [False, True]
    assert listed.cards.cards[1].aside == "not found"
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    listed.setCurrentIndex(listed.cards.index(1))
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert [one.title for one in listed.cards.cards] == ["Pumps & <b>"]
    listed.setCurrentIndex(listed.cards.index(0))
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert window.work is not None
    assert window.work.document.path == path


def test_pictures_come_from_the_file_and_from_the_layout(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "map.cjm"
    window = desk.new_window()
    window.files.new("sketch")
    assert window.work is not None
    window.work.saving.save(path)
    desk.remember(window.work.document)
    other = desk.new_window()
    other.start.refresh_rest()
    pictures = other.start.pictures
    qtbot.waitUntil(lambda: pictures.waiting == 0, timeout=20_000)
    model = other.page.right.recents.cards
    picture = model.data(model.index(0), cards.PICTURE)
    assert isinstance(picture, QPixmap)
    assert picture.width() > 300
    sample = other.page.left.sample.cards
    assert isinstance(sample.data(sample.index(0), cards.PICTURE), QPixmap)


def test_the_picture_of_a_template_is_the_template(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Pictures(parent, lambda _key: None)
    found: dict[str, QPixmap] = {}
    made.ready.connect(lambda key, picture: found.update({key: picture}))
    made.ask([], ["b2b"], "en")
    qtbot.waitUntil(lambda: "b2b" in found, timeout=20_000)
    journey = templates.make("b2b", "en")
    options = layout.Options(
        language="en", paper=True, show_header=False, show_legend=False, show_persona=False
    )
    drawing = layout.fit(journey, journey.maps()[0].id, LIGHT, options, *SHAPE)
    assert found["b2b"].toImage() == QPixmap.fromImage(thumbnail.picture(drawing)).toImage()


def test_cards_tell_screen_readers_what_they_show(desk: Desk) -> None:
    window = desk.new_window()
    window.start.refresh_rest()
    model = window.page.right.templates.cards
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(said, str)
    assert templates.title("b2b", "en") in said


def test_a_long_text_takes_some_lines_and_an_ellipsis(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    lines = plain.lines("several words that go on and on " * 5, metrics, 200, 3)
    assert len(lines) == 3
    assert lines[2].endswith("…")
    assert not lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 200 for line in lines)
    assert plain.lines("short", metrics, 200, 2) == ["short"]
    assert plain.lines("onelongwordwithoutanyspace" * 4, metrics, 100, 2)[0].endswith("…")


def test_what_a_map_will_need_is_loaded_before_it_is_asked_for() -> None:
    """Its two largest dialogs and the history load nothing more when opened, reportlab never."""
    code = (
        "import sys, importlib\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from cjm_desktop.ui.start import ahead, growing\n"
        "for one in (*growing.PAGE, *growing.ORDERS, *growing.BENCH):\n"
        "    importlib.import_module(f'cjm_desktop.{one}')\n"
        "before = set(sys.modules)\n"
        "app = QCoreApplication([])\n"
        "loading = ahead.Ahead(app, 0)\n"
        "while loading.busy:\n"
        "    app.processEvents()\n"
        "there = set(sys.modules)\n"
        "import cjm_desktop.ui.export.dialog, cjm_desktop.ui.wallnotes.pane\n"
        "import cjm_desktop.ui.history.page\n"
        "print(len(there - before), sorted(set(sys.modules) - there))\n"
        "print([one for one in sys.modules if one.partition('.')[0] == 'reportlab'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded, more = done.stdout.splitlines()
    assert int(loaded.split()[0]) > 30
    assert loaded.endswith(" []")
    assert more == "[]"
