"""Looking back keeps nobody waiting: what takes its time is done in a thread, and can be given up.

Not how long anything takes is measured, which other programs disturb, but who does it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves
from cjm_desktop.journey.problems import Problem
from cjm_desktop.journey.records import Stage
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.history.scenes import Scenes, Tell
from cjm_desktop.ui.worker import Worker
from tests.ui.conftest import OpenMap, work_of
from tests.ui.history.test_history import row_of

LONG = {
    "drawing.py draw", "changes.py read_changes", "contrasts.py compare", "telling.py groups",
    "compared.py marked", "figures.py figures", "versions.py read_content",
}  # fmt: skip
"""What takes its time on a large map."""


def done_here(work: Callable[[], object]) -> set[str]:
    """What long things the thread does that calls this, while a piece of work is under way."""
    found: set[str] = set()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        code = frame.f_code
        if event == "call":
            found.add(f"{Path(code.co_filename).name} {code.co_name}")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return found & LONG


def test_states_and_comparisons_are_made_beside_the_windows_own_work(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "sketch")
    work = work_of(window)
    stages = work.journey.all(Stage)
    for stage in stages[:3]:
        work.editing.do("step.delete", "x", lambda draft, one=stage: moves.drop(draft, one.id))
    work.document.versions.keep("kept", 1)
    window.commands["edit.history"].trigger()
    page = window.bench.history.page
    assert page is not None
    begin = row_of(page.pane.model, 0)

    def settled(do: Callable[[], object]) -> Callable[[], None]:
        def act() -> None:
            do()
            assert page.scenes.busy
            qtbot.waitUntil(lambda: not page.scenes.busy)

        return act

    assert done_here(settled(lambda: page.show_row(begin))) == set()
    assert stages[0].id in page.document.journey
    assert done_here(settled(lambda: page.show_row(begin - 1))) == set(), "a version's own copy"
    assert done_here(settled(window.commands["edit.compare"].trigger)) == set()
    assert page.compare.found is not None
    assert done_here(settled(lambda: page.compare.look("beside"))) == set()
    settled(page.show_steps)()
    settled(lambda: page.show_row(begin))()

    def restore() -> None:
        page.bar.restore_button.click()
        qtbot.waitUntil(lambda: window.bench.history.page is None)

    # What the step has done to the map is read where it is kept; nothing is laid out there.
    assert done_here(restore) == {"changes.py read_changes"}
    assert stages[0].id in work.journey


@pytest.fixture
def parent(qapp: object) -> QObject:
    """Something that owns a worker."""
    return QObject()


def test_only_what_was_asked_for_last_comes_and_what_is_given_up_does_not(
    parent: QObject, qtbot: QtBot
) -> None:
    worker = Worker(parent)
    scenes = Scenes(worker, parent)
    going_on, reached, came = threading.Event(), threading.Event(), list[object]()

    def slow(tell: Tell) -> str:
        reached.set()
        going_on.wait(10)
        tell(1, 2)
        return "slow"

    waits: list[bool] = []
    scenes.waited.connect(waits.append)
    scenes.ask(slow, came.append)
    assert reached.wait(10)
    qtbot.waitUntil(lambda: waits == [True])
    scenes.ask(lambda _tell: "quick", came.append)
    going_on.set()
    qtbot.waitUntil(lambda: not scenes.busy)
    assert came == ["quick"]
    assert waits == [True, False]

    def refuse(_tell: Tell) -> None:
        raise Problem("storage.version_nameless")

    scenes.ask(refuse, came.append)
    qtbot.waitUntil(lambda: not scenes.busy)
    assert isinstance(came.pop(), Problem)
    going_on.clear()
    reached.clear()
    scenes.ask(slow, came.append)
    assert reached.wait(10)
    scenes.cancel()
    assert not scenes.busy
    going_on.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert came == ["quick"]


def test_escape_gives_up_what_one_is_told_to_wait_for(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "sketch")
    work = work_of(window)
    stage_id = work.journey.all(Stage)[0].id
    work.editing.do("step.delete", "x", lambda draft: moves.drop(draft, stage_id))
    window.commands["edit.history"].trigger()
    page = window.bench.history.page
    assert page is not None
    row, going_on = page.looking.row, threading.Event()
    window.bench.history.looking.do(lambda: going_on.wait(10))
    page.show_row(row_of(page.pane.model, 0))
    qtbot.waitUntil(page.progress.isVisible)
    assert "Esc" in page.bar.said.text()
    assert not page.bar.restore_button.isEnabled()
    QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
    going_on.set()
    assert page.looking.row == row
    assert page.progress.isHidden()
    assert window.bench.history.page is page
    QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert window.bench.history.page is None


@pytest.mark.parametrize("gone", ["page", "worker"])
def test_what_is_closed_while_something_is_made_hears_no_more_of_it(
    qtbot: QtBot, gone: str
) -> None:
    owners = {"page": QObject(), "worker": QObject()}
    worker = Worker(owners["worker"])
    scenes = Scenes(worker, owners["page"])
    begun, go, made = threading.Event(), threading.Event(), threading.Event()

    def make(tell: Tell) -> object:
        begun.set()
        go.wait(5)
        tell(1, 2)
        made.set()
        return 1

    with qtbot.captureExceptions() as raised:
        scenes.ask(make, lambda _: None)
        assert begun.wait(5)
        threading.Timer(0.05, go.set).start()  # a worker that goes waits for what it is at
        with qtbot.waitSignal(owners[gone].destroyed, timeout=5000):
            owners[gone].deleteLater()
        go.set()
        assert made.wait(5)
        worker = None  # type: ignore[assignment]
        QTest.qWait(20)
    assert raised == []
