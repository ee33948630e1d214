"""Keys of the grid in the whole window: what is text, and what is a command of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjm_desktop.document import Document
from cjm_desktop.journey import templates
from cjm_desktop.journey.records import Barrier, Opportunity
from tests.walk.opened import Opened

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """The sample in a window."""
    with Opened(qapp, tmp_path / "user", language="en") as window:
        sample = templates.make("sample-b2c", "en")
        window.desk.take(Document.create(sample, window.desk.home), window.window)
        window.wait(lambda: window.window.work is not None and window.canvas.hasFocus())
        window.fit()
        yield window
        window.document.save_as(tmp_path / "done.cjm")


def strike(opened: Opened, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key as the platform does: commands of the window come first, if nobody wants it."""
    target = QApplication.focusWidget() or opened.window
    assert isinstance(target, QObject)
    if text:
        QTest.sendKeyEvent(QTest.KeyAction.Click, target, key, text, held)
    else:
        QTest.keyClick(target, key, held)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("key", "letter"), [(Qt.Key.Key_T, "t"), (Qt.Key.Key_I, "i"), (Qt.Key.Key_N, "n")]
)
def test_a_letter_is_a_tool_until_something_is_chosen(
    opened: Opened, key: Qt.Key, letter: str
) -> None:
    canvas, barrier = opened.canvas, opened.journey.all(Barrier)[0]
    canvas.select((barrier.id,))
    strike(opened, key, letter)
    assert canvas.tool == "select"
    assert canvas.writing.editor is not None
    assert canvas.writing.editor.text() == letter
    strike(opened, Qt.Key.Key_Escape)
    assert opened.journey.get(Barrier, barrier.id) == barrier
    strike(opened, Qt.Key.Key_Escape)
    assert canvas.selection == ()
    strike(opened, Qt.Key.Key_T, "t")
    assert canvas.tool == "touchpoint"


def test_commands_have_keys_that_are_no_letters(opened: Opened) -> None:
    canvas, barrier = opened.canvas, opened.journey.all(Barrier)[0]
    before = len(opened.journey.all(Opportunity))
    canvas.select((barrier.id,))
    strike(opened, Qt.Key.Key_I, held=CONTROL)
    strike(opened, Qt.Key.Key_A, "a")
    strike(opened, Qt.Key.Key_Return)
    assert len(opened.journey.all(Opportunity)) == before + 1
    lanes = [one.id for one in opened.journey.lanes(canvas.map_id)]
    place = lanes.index(barrier.lane_id)
    canvas.select((barrier.id,))
    strike(opened, Qt.Key.Key_Up, held=ALT)
    moved = [one.id for one in opened.journey.lanes(canvas.map_id)]
    assert moved.index(barrier.lane_id) == place - 1
    strike(opened, Qt.Key.Key_Down, held=ALT)
    assert [one.id for one in opened.journey.lanes(canvas.map_id)] == lanes


def test_alt_and_right_still_go_to_the_next_of_its_kind(opened: Opened) -> None:
    canvas, barriers = opened.canvas, opened.journey.all(Barrier)
    canvas.select((barriers[0].id,))
    strike(opened, Qt.Key.Key_Right, held=ALT)
    assert canvas.selection[0] in {one.id for one in barriers[1:]}


def test_a_key_event_without_text_begins_nothing(opened: Opened) -> None:
    canvas = opened.canvas
    canvas.select((opened.journey.all(Barrier)[0].id,))
    for key in (Qt.Key.Key_F5, Qt.Key.Key_CapsLock, Qt.Key.Key_VolumeUp):
        QApplication.sendEvent(canvas, QKeyEvent(QEvent.Type.KeyPress, key, NONE, ""))
    assert canvas.writing.editor is None
