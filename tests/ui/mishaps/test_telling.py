"""Errors nobody foresaw, from wherever they come: told once, in a strip, and the work goes on."""

from __future__ import annotations

import errno
import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QTimer, qWarning
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.ui.canvas.torn import GROUND
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.mishaps.dialog import ReportDialog
from cjm_desktop.ui.mishaps.telling import Mishaps
from tests.ui.conftest import OpenMap, work_of
from tests.ui.test_files import choose

SECRET = "-".join(("Пилот", "Zebra", "Acme"))


@pytest.fixture
def mishaps(desk: Desk) -> Iterator[Mishaps]:
    made = desk.mishaps = Mishaps(desk)
    made.begin()
    yield made
    made.end()


@pytest.fixture
def told(mishaps: Mishaps) -> list[str]:
    found: list[str] = []
    mishaps.watch.happened.connect(found.append)
    return found


def raise_caught(message: str) -> None:
    try:
        int(message)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


class Torn(QWidget):
    """Fails each time it is painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        picture = QImage(9, 9, QImage.Format.Format_RGB32)
        outside = QPainter(self)
        inside = QPainter(picture)
        for one in (outside, inside):
            one.drawLine(0, 0, 9, 9)
        raise ValueError(SECRET)


def in_a_slot() -> None:
    QTimer.singleShot(0, lambda: int(SECRET))
    loops()


def in_a_thread() -> None:
    thread = threading.Thread(target=int, args=(SECRET,))
    thread.start()
    thread.join()
    loops()


def where_nobody_can_hear() -> None:
    class Closing:
        def __del__(self) -> None:
            raise ValueError(SECRET)

    Closing()
    gc.collect()


def loops() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_wherever_an_error_comes_up_it_is_told_without_the_map(
    desk: Desk, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    window = desk.new_window()
    for number, fail in enumerate((in_a_slot, in_a_thread, where_nobody_can_hear), 1):
        for _ in range(2):
            fail()
        loops()
        assert len(told) == number, fail
        assert told[-1].count("ValueError\n") == number, "a report holds all that went wrong so far"
        assert SECRET not in told[-1]
        assert "safe" in window.banners.sentences()["crash"]
        window.banners.drop("crash")
        assert SECRET in capsys.readouterr().err, "who started it in a terminal sees all of it"


class Closed:
    """A terminal that is gone."""

    def write(self, _: str) -> int:
        raise OSError(errno.EIO, "input/output error")

    def flush(self) -> None:
        raise OSError(errno.EIO, "input/output error")


def test_a_terminal_that_was_closed_is_no_error(
    desk: Desk, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", Closed())
        qWarning("QSomething: heard by nobody")
        assert told == []
        raise_caught(SECRET)
    assert len(told) == 1
    assert "Qt warning: QSomething" in told[0]


def test_an_error_in_painting_is_told_once_and_the_map_lives_on(
    desk: Desk, open_map: OpenMap, told: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_map(desk, "sketch")
    work = work_of(window)
    work.editing.set("document", "title", SECRET, 1)
    torn = Torn(window)
    torn.resize(40, 40)
    torn.show()
    qtbot.waitUntil(lambda: torn.painted > 0)
    torn.update()
    qtbot.waitUntil(lambda: torn.painted > 1)
    torn.hide()
    qWarning(f"QSomething::load: {SECRET}")
    raise_caught(SECRET)
    assert len(told) == 2
    assert told[1].count("in paintEvent") == 1, "a report holds all that went wrong so far"
    assert "Qt warning: QSomething::load" in told[1]
    assert SECRET not in told[1]
    work.editing.set("document", "title", "Still here", 2)
    assert work.journey.document.title == "Still here"
    dialog = ReportDialog(told[1], "en", window)
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == told[1]
    choose(str(tmp_path / "report"), dialog.save.click)
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == told[1]
    assert "report.txt" in dialog.told.text()
    torn.deleteLater()


def test_a_cell_that_cannot_be_painted_is_a_box_and_the_rest_is_seen(
    desk: Desk, open_map: OpenMap, told: list[str], qtbot: QtBot
) -> None:
    work = work_of(open_map(desk, "sketch"))
    canvas = work.canvas
    found = canvas.map_scene.shown(work.journey.stages(work.map_id)[0].id)
    assert found is not None
    torn = found[0]
    canvas.set_zoom(1.0)
    torn._look_anew()
    torn._looks._placed = (None,)  # type: ignore[assignment]

    def of_the_map() -> list[str]:
        # The overview paints it too, when it comes to it.
        return [one for one in told if "overview.py" not in one]

    qtbot.waitUntil(lambda: bool(of_the_map()), timeout=5000)
    qtbot.wait(1)
    times = len(of_the_map())
    torn.update()
    qtbot.wait(1)
    assert len(of_the_map()) == times
    middle = canvas.mapFromScene(torn.mapToScene(torn.rect().center() + QPointF(4, 0)))
    assert canvas.viewport().grab().toImage().pixelColor(middle) == GROUND
